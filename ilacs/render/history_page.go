package render

import (
	"cmp"
	"errors"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
)

// A HistoryPage is an [ilacs.History] in words and in the order of the page,
// whatever the form: what changed over several visits to one authority.
type HistoryPage struct {
	Authority  string
	Period     string  // from the first visit to the last: "May 2019 to March 2025"
	Visits     []Visit // earliest first
	Grades     Grid    // a row for each visit
	Progresses []ProgressPage
	Themes     []ThemeCourse
}

// A ThemeCourse is an [ilacs.ThemeCourse] in words: what the document of each
// visit says of a theme.
type ThemeCourse struct {
	Name   string // of the theme
	Said   []Mark // the polarity, one a visit
	Course string // "a concern since 2019, no longer faulted in 2023"
}

var errNoComparison = errors.New("render: there is no comparison to show")

// NewHistoryPage lays out a history. A history of fewer than two visits, which
// compares nothing, is an error. A note says which inspections the national record has
// between the visits.
func NewHistoryPage(h ilacs.History) (HistoryPage, error) {
	if len(h.Progresses) == 0 {
		return HistoryPage{}, errNoComparison
	}
	first, last := h.Progresses[0].Before, h.Progresses[len(h.Progresses)-1].After
	page := HistoryPage{
		Authority: pageAuthority(first, last), Period: period(first, last),
		Visits: []Visit{newVisit(first)}, Grades: visitGrid(h.Progresses, h.Areas),
	}
	visits := []ilacs.Visit{first}
	for i, p := range h.Progresses {
		visits = append(visits, p.After)
		var asked []finding.Finding
		if i+1 < len(h.Progresses) {
			for _, f := range h.Progresses[i+1].FollowUps {
				asked = append(asked, f.Item)
			}
		}
		page.Visits = append(page.Visits, newVisit(p.After))
		page.Progresses = append(page.Progresses, newProgressPage(p, asked))
	}
	if note := notCompared(visits); note != "" {
		page.Grades.Notes = append(page.Grades.Notes, note)
	}
	for _, c := range h.Themes {
		course := ThemeCourse{Name: themeName(c.Theme), Course: PlainText(c.Course)}
		for i := range page.Visits {
			var p finding.Polarity
			if i < len(c.Polarities) {
				p = c.Polarities[i]
			}
			course.Said = append(course.Said, polarityMark(p))
		}
		page.Themes = append(page.Themes, course)
	}
	return page, nil
}

// pageAuthority is the authority of a page: that of the last visit, or else of
// the first.
func pageAuthority(first, last ilacs.Visit) string {
	return cmp.Or(authorityName(last), authorityName(first), "A local authority")
}

func period(first, last ilacs.Visit) string {
	return newVisit(first).Label + " to " + newVisit(last).Label
}

// Summarised reports whether there is a summary of any comparison.
func (h HistoryPage) Summarised() bool {
	for _, p := range h.Progresses {
		if len(p.Summary) > 0 {
			return true
		}
	}
	return false
}

package ilacs

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/judgement"
)

// History is several visits to one authority in order, what changed from each
// to the next, and the course of each judgement area and theme over the years.
type History struct {
	Visits []Visit `json:"visits"`
	// Progresses are the comparisons of each visit with the next, one fewer than
	// the visits.
	Progresses []Progress    `json:"progresses"`
	Areas      []AreaCourse  `json:"areas"`
	Themes     []ThemeCourse `json:"themes"`
}

// AreaCourse is the grades of one area over the visits.
type AreaCourse struct {
	Area judgement.Area `json:"area"`
	// Grades are one a visit, zero where it gives none.
	Grades []judgement.Grade `json:"grades"`
}

// ThemeCourse is what was said of one theme over the visits.
type ThemeCourse struct {
	Theme finding.Theme `json:"theme"`
	// Polarities are one a visit, zero where it does not speak of the theme.
	Polarities []finding.Polarity `json:"polarities"`
	// Course says it in words: "a concern since 2016, resolved 2018, back in
	// 2023"; "" where it was never a concern.
	Course string `json:"course,omitempty"`
}

// Timeline orders the reports by the visits they are about and compares each
// with the next. Visits without any date stay where they were given. The error
// is that of [Compare] where two are about different authorities.
func Timeline(reports ...*Report) (History, error) {
	h := History{Visits: []Visit{}, Progresses: []Progress{}, Areas: []AreaCourse{}, Themes: []ThemeCourse{}}
	ordered := inOrder(reports)
	for i, r := range ordered {
		h.Visits = append(h.Visits, r.Visit)
		if i == 0 {
			continue
		}
		p, err := Compare(ordered[i-1], r)
		if err != nil {
			return History{}, err
		}
		h.Progresses = append(h.Progresses, p)
	}
	h.Areas = areaCourses(ordered)
	h.Themes = themeCourses(ordered)
	return h, nil
}

// inOrder sorts reports by the first day of fieldwork, or else by publication;
// one that has neither stays behind the one it was given behind.
func inOrder(reports []*Report) []*Report {
	type placed struct {
		r  *Report
		at string
	}
	var all []placed
	last := ""
	for _, r := range reports {
		at := cmp.Or(dayText(r.Visit), last)
		all = append(all, placed{r, at})
		last = at
	}
	slices.SortStableFunc(all, func(a, b placed) int { return strings.Compare(a.at, b.at) })
	out := make([]*Report, len(all))
	for i, p := range all {
		out[i] = p.r
	}
	return out
}

func dayText(v Visit) string {
	switch {
	case !v.Start.IsZero():
		return v.Start.String()
	case !v.Published.IsZero():
		return v.Published.String()
	}
	return ""
}

func areaCourses(reports []*Report) []AreaCourse {
	grades := map[judgement.Area][]judgement.Grade{}
	for i, r := range reports {
		for a, g := range r.Judgements.All() {
			if grades[a] == nil {
				grades[a] = make([]judgement.Grade, len(reports))
			}
			grades[a][i] = g
		}
	}
	out := []AreaCourse{}
	for a, g := range grades {
		out = append(out, AreaCourse{a, g})
	}
	slices.SortFunc(out, func(x, y AreaCourse) int { return cmp.Compare(x.Area, y.Area) })
	return out
}

func themeCourses(reports []*Report) []ThemeCourse {
	all := make([]map[themeAspect]*said, len(reports))
	for i, r := range reports {
		all[i] = sayings(r)
	}
	out := []ThemeCourse{}
	for t := range finding.Themes() {
		c := ThemeCourse{Theme: t, Polarities: make([]finding.Polarity, len(reports))}
		spoken := false
		for i := range all {
			c.Polarities[i] = all[i][themeAspect{theme: t}].polarity()
			spoken = spoken || c.Polarities[i] != 0
		}
		if spoken {
			c.Course = course(c.Polarities, reports)
			out = append(out, c)
		}
	}
	return out
}

// course says when a theme became a concern and ceased to be one. A visit that
// does not speak of the theme, or is undecided about it, changes nothing.
func course(p []finding.Polarity, reports []*Report) string {
	var said []string
	open := false
	for i, polarity := range p {
		year := "at visit " + strconv.Itoa(i+1)
		if v := reports[i].Visit; !v.Start.IsZero() {
			year = strconv.Itoa(v.Start.Year())
		} else if !v.Published.IsZero() {
			year = strconv.Itoa(v.Published.Year())
		}
		switch {
		case polarity == finding.Concern && !open:
			open = true
			if len(said) == 0 {
				said = append(said, "a concern since "+year)
			} else {
				said = append(said, "back in "+year)
			}
		case polarity == finding.Strength && open:
			open = false
			said = append(said, "resolved "+year)
		}
	}
	return strings.Join(said, ", ")
}

package ilacs

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/judgement"
)

// History is several visits to one authority in order, what changed from each to
// the next, and the course of each judgement area and theme over the years.
type History struct {
	Visits []Visit `json:"visits"`
	// Progresses compare each visit with the next: there is one fewer than there
	// are visits.
	Progresses []Progress    `json:"progresses"`
	Areas      []AreaCourse  `json:"areas"`
	Themes     []ThemeCourse `json:"themes"`
}

// AreaCourse is the grades of one area over the visits.
type AreaCourse struct {
	Area judgement.Area `json:"area"`
	// Grades has one for each visit, zero where it gives none.
	Grades []judgement.Grade `json:"grades"`
	// Course says it in words: "inadequate in 2018, requires improvement to be
	// good in 2021 and 2023".
	Course string `json:"course"`
}

// ThemeCourse is what was said of one theme over the visits.
type ThemeCourse struct {
	Theme finding.Theme `json:"theme"`
	// Polarities has one for each visit, zero where it does not speak of the theme.
	Polarities []finding.Polarity `json:"polarities"`
	// Course says it in words: "a concern since 2016, no longer faulted in
	// 2018, back in 2023"; "" where it was never a concern. "Mostly praised" means that a
	// visit praised it more than it faulted it, "no longer faulted" that no sentence
	// faulted it; a visit that is mixed or silent on it changes nothing.
	Course string `json:"course,omitempty"`
}

// Timeline orders the reports by the visits that they are about and compares each
// with the next. The order is that of the first day of fieldwork, or of
// publication where that is all that is known. A visit without a date stays after
// the one that it was given after, and two documents about one visit stay in the
// order given.
//
// The history of no reports is empty, that of one report is one visit without
// comparisons. The error is that of [Compare]: a nil report, two about
// different authorities, or two visits in a row that are too much to compare
// ([ErrTooMany]).
func Timeline(reports ...*Report) (History, error) {
	h := History{Visits: []Visit{}, Progresses: []Progress{}, Areas: []AreaCourse{}, Themes: []ThemeCourse{}}
	for _, r := range reports {
		if r == nil {
			return History{}, &CompareError{Err: ErrNoReport}
		}
	}
	ordered := make([]*prepared, 0, len(reports))
	tallies := make([]*themeTallies, 0, len(reports))
	for i, r := range inOrder(reports) {
		for _, earlier := range ordered {
			if otherAuthority(earlier.Visit, r.Visit) {
				return History{}, &CompareError{earlier.Visit, r.Visit, ErrOtherAuthority}
			}
		}
		h.Visits = append(h.Visits, r.Visit)
		ordered = append(ordered, &prepared{Report: r})
		tallies = append(tallies, tallyThemes(ordered[i].passages(false)))
		if i == 0 {
			continue
		}
		p, err := compare(ordered[i-1], ordered[i])
		if err != nil {
			return History{}, err
		}
		h.Progresses = append(h.Progresses, p)
		ordered[i-1].forget()
	}
	years := yearsOf(h.Visits)
	h.Areas = areaCourses(ordered, years)
	h.Themes = themeCourses(tallies, years)
	return h, nil
}

// inOrder sorts reports by the first day of fieldwork, or else by publication; one
// that has neither stays after the one that it was given after.
func inOrder(reports []*Report) []*Report {
	type placed struct {
		r  *Report
		at string
	}
	all := make([]placed, 0, len(reports))
	last := ""
	for _, r := range reports {
		last = cmp.Or(dayText(r.Visit), last)
		all = append(all, placed{r, last})
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

// yearsOf names each visit by its year, by its month where two are in one year, or
// by its number where it has no date.
func yearsOf(visits []Visit) []string {
	count := map[int]int{}
	for _, v := range visits {
		count[cmp.Or(v.Start, v.Published).Year()]++
	}
	out := make([]string, len(visits))
	for i, v := range visits {
		d := cmp.Or(v.Start, v.Published)
		switch {
		case d.IsZero():
			out[i] = "visit " + strconv.Itoa(i+1)
		case count[d.Year()] > 1 && d.Month() != 0:
			out[i] = fmt.Sprintf("%s %d", d.Month(), d.Year())
		default:
			out[i] = strconv.Itoa(d.Year())
		}
	}
	return out
}

func areaCourses(reports []*prepared, years []string) []AreaCourse {
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
		out = append(out, AreaCourse{a, g, gradeCourse(g, years)})
	}
	slices.SortFunc(out, func(x, y AreaCourse) int { return cmp.Compare(x.Area, y.Area) })
	return out
}

// gradeCourse says which grade was given when; visits that give none are left
// out.
func gradeCourse(grades []judgement.Grade, years []string) string {
	var course, when []string
	var last judgement.Grade
	flush := func() {
		if last != 0 {
			course = append(course, gradeWords(last)+" in "+list(when))
		}
	}
	for i, g := range grades {
		if g == 0 {
			continue
		}
		if g != last {
			flush()
			last, when = g, nil
		}
		when = append(when, years[i])
	}
	flush()
	return strings.Join(course, ", ")
}

func themeCourses(all []*themeTallies, years []string) []ThemeCourse {
	out := []ThemeCourse{}
	for t := range finding.Themes() {
		c := ThemeCourse{Theme: t, Polarities: make([]finding.Polarity, len(all))}
		faults := make([]bool, len(all))
		for i := range all {
			tally := all[i][t]
			c.Polarities[i] = tally.polarity()
			faults[i] = tally != nil && tally.count.Concern+tally.count.Mixed > 0
		}
		if slices.ContainsFunc(c.Polarities, func(p finding.Polarity) bool { return p != 0 }) {
			c.Course = concernCourse(c.Polarities, faults, years)
			out = append(out, c)
		}
	}
	return out
}

// concernCourse says when a theme became a concern and when it ceased to be one. faults
// tells of each visit whether any sentence faults the theme.
func concernCourse(polarities []finding.Polarity, faults []bool, years []string) string {
	var course []string
	open := false
	for i, p := range polarities {
		switch {
		case p == finding.Concern && !open:
			open = true
			if len(course) == 0 {
				course = append(course, "a concern since "+years[i])
			} else {
				course = append(course, "back in "+years[i])
			}
		case p == finding.Strength && open:
			open = false
			if faults[i] {
				course = append(course, "mostly praised in "+years[i])
			} else {
				course = append(course, "no longer faulted in "+years[i])
			}
		}
	}
	return strings.Join(course, ", ")
}

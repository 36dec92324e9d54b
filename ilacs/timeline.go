package ilacs

import (
	"cmp"
	"fmt"
	"math"
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
	// 2018, back in 2023"; "" where it was never mostly faulted. "Since" names the first
	// visit of those that each fault it, or ask for something of it, without a break; "a
	// concern in 2016" is said where that cannot be told, or where a later visit that
	// looked at everything does not raise it. "Mostly praised" means that a visit praised it
	// more than it faulted it, "no longer faulted" that no sentence faulted it.
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
	said := make([]*saidOfThemes, 0, len(reports))
	for i, r := range inOrder(reports) {
		for _, earlier := range ordered {
			if otherAuthority(earlier.Visit, r.Visit) {
				return History{}, &CompareError{earlier.Visit, r.Visit, ErrOtherAuthority}
			}
		}
		h.Visits = append(h.Visits, r.Visit)
		ordered = append(ordered, &prepared{Report: r})
		said = append(said, newThemeSide(r, ordered[i].passages(false)).said())
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
	h.Themes = themeCourses(said, years)
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

// saidOfThemes is what the document of a visit says, by theme.
type saidOfThemes [math.MaxUint8 + 1]themeSaid

// said is what is kept of a side for a timeline.
func (s themeSide) said() *saidOfThemes {
	out := &saidOfThemes{}
	for t := range finding.Themes() {
		tally := s.tally[t]
		out[t] = themeSaid{
			mostly: tally.polarity(), silent: tally == nil && s.partial,
			raised: tally != nil && tally.count.Concern+tally.count.Mixed > 0, // what is asked for is a concern
		}
	}
	return out
}

func themeCourses(visits []*saidOfThemes, years []string) []ThemeCourse {
	out := []ThemeCourse{}
	for t := range finding.Themes() {
		c := ThemeCourse{Theme: t, Polarities: make([]finding.Polarity, len(visits))}
		said := make(concernCourse, len(visits))
		for i, v := range visits {
			said[i], c.Polarities[i] = v[t], v[t].mostly
		}
		if slices.ContainsFunc(c.Polarities, func(p finding.Polarity) bool { return p != 0 }) {
			c.Course = said.words(years)
			out = append(out, c)
		}
	}
	return out
}

// themeSaid is what the document of a visit says of a theme.
type themeSaid struct {
	mostly finding.Polarity
	raised bool // some sentence faults the theme, or asks for something of it
	silent bool // it does not speak of it, as a visit to a part of the services may not
}

// isConcern reports whether the theme is a concern, though it may be a strength too.
func (v themeSaid) isConcern() bool {
	return v.raised && (v.mostly == finding.Concern || v.mostly == finding.Mixed)
}

// concernCourse is what the documents of one visit after the other say of a theme.
type concernCourse []themeSaid

// words say when a theme became a concern and when it ceased to be one.
func (c concernCourse) words(years []string) string {
	var course []string
	open := false
	for i, v := range c {
		switch {
		case v.mostly == finding.Concern && !open:
			open = true
			if len(course) == 0 {
				course = append(course, c.began(i, years))
			} else {
				course = append(course, "back in "+years[c.from(i)])
			}
		case v.mostly == finding.Strength && open:
			open = false
			if v.raised {
				course = append(course, "mostly praised in "+years[i])
			} else {
				course = append(course, "no longer faulted in "+years[i])
			}
		case !v.raised && !v.silent:
			open = false
		}
	}
	return strings.Join(course, ", ")
}

// from is the first of the visits that lead to the ith without a break at which the theme
// is a concern.
func (c concernCourse) from(i int) int {
	first := i
	for ; i >= 0 && (c[i].isConcern() || c[i].silent); i-- {
		if !c[i].silent {
			first = i
		}
	}
	return first
}

// began says since when a theme is a concern that becomes mostly one at the ith visit.
// It says at which visits it was one, without "since", where the visit before them raised
// the theme in passing, or a later one that could have raised it does not.
func (c concernCourse) began(i int, years []string) string {
	first := c.from(i)
	since := true
	for k := first - 1; k >= 0; k-- {
		if !c[k].silent {
			since = !c[k].raised
			break
		}
	}
	var when []string
	for k := first; k < len(c) && c[k].mostly != finding.Strength; k++ {
		if !c[k].raised && !c[k].silent {
			since = false
			break
		}
		if c[k].isConcern() {
			when = append(when, years[k])
		}
	}
	if since {
		return "a concern since " + years[first]
	}
	return "a concern in " + list(when)
}

package render

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/judgement"
)

// A Visit is an [ilacs.Visit] in words.
type Visit struct {
	Label string // "November 2018", "the fifth monitoring visit"
	Short string // "Nov 2018", "Visit 5"
	Name  string // "Fifth monitoring visit"
	When  string // the days of fieldwork and of publication
}

func newVisit(v ilacs.Visit) Visit {
	name := "visit"
	if v.Type != 0 {
		name = lower(v.Type.String())
	}
	if v.Ordinal > 0 {
		name = text.Ordinal(v.Ordinal) + " " + name
	}
	out := Visit{Name: capital(name)}
	switch day := cmp.Or(v.Start, v.Published); day.Precision() {
	case civil.PrecisionDay, civil.PrecisionMonth:
		out.Label = fmt.Sprintf("%v %d", day.Month(), day.Year())
		out.Short = fmt.Sprintf("%.3s %d", day.Month().String(), day.Year())
	case civil.PrecisionYear:
		out.Label = strconv.Itoa(day.Year())
		out.Short = out.Label
	default:
		out.Label, out.Short = "the "+name, "No date"
		if v.Ordinal > 0 {
			out.Short = "Visit " + strconv.Itoa(v.Ordinal)
		}
	}
	var when []string
	if !v.Start.IsZero() {
		when = append(when, days(v.Start, v.End))
	} else if v.Published.IsZero() {
		when = append(when, "date not stated")
	}
	if !v.Published.IsZero() {
		when = append(when, "published "+date(v.Published))
	}
	if since := v.Since; !since.Date.IsZero() {
		when = append(when, "counted from "+date(since.Date))
	}
	out.When = strings.Join(when, ", ")
	return out
}

// authorityName is the name of the authority that was visited: the register's,
// or else the document's.
func authorityName(v ilacs.Visit) string {
	if a, err := authority.FindOn(v.Authority, v.Start); err == nil {
		return a.Name
	}
	return PlainText(v.Authority)
}

// visitGrades is what comparisons say of the grades at one visit.
type visitGrades struct {
	visit    ilacs.Visit
	own      judgement.Set // of the visit itself
	reported judgement.Set // the standing that its document reports
	standing string        // that standing in a sentence
}

// visitGrid is the grid of the grades of all visits that were compared. The
// courses, where a history has them, add grades that no comparison has.
func visitGrid(progresses []ilacs.Progress, courses []ilacs.AreaCourse) Grid {
	visits := []visitGrades{{visit: progresses[0].Before}}
	for i, p := range progresses {
		visits = append(visits, visitGrades{visit: p.After})
		visits[i].add(p, false)
		visits[i+1].add(p, true)
	}
	for _, c := range courses {
		for i, g := range c.Grades {
			if g != 0 && i < len(visits) {
				visits[i].own = visits[i].own.With(c.Area, g)
			}
		}
	}
	var entries []gridEntry
	var last judgement.Set
	for _, v := range visits {
		words := newVisit(v.visit)
		e := gridEntry{GridRow: GridRow{Head: words.Name, Under: words.When}, grades: v.own, reported: v.reported}
		if v.own.Len() == 0 {
			e.Text = strings.TrimSpace(v.ungraded() + " " + v.standing)
		} else {
			e.trends = trendsFrom(last, v.own)
			last = v.own
		}
		entries = append(entries, e)
	}
	return newGrid("Visit", entries)
}

// trendsFrom returns the trend of each area that the later set grades.
func trendsFrom(before, after judgement.Set) map[judgement.Area]judgement.Trend {
	trends := map[judgement.Area]judgement.Trend{}
	for _, c := range judgement.Compare(before, after) {
		_, area := sides(c)
		if t, ok := trends[area]; ok && t != c.Trend {
			trends[area] = judgement.TrendNotComparable // two grades became one, and moved differently
			continue
		}
		trends[area] = c.Trend
	}
	return trends
}

// sides returns the areas that a change compares. Its own Area is one of them.
func sides(c judgement.Change) (before, after judgement.Area) {
	before, after = c.Area, c.Area
	switch c.Basis {
	case judgement.BasisFromCombined:
		before = judgement.InCareAndCareLeavers
	case judgement.BasisToCombined:
		after = judgement.InCareAndCareLeavers
	case judgement.BasisFromLookedAfter:
		before = judgement.LookedAfter
	case judgement.BasisToLookedAfter:
		after = judgement.LookedAfter
	}
	return before, after
}

// add takes the visit's grades from a comparison of which it is the earlier or
// the later side.
func (v *visitGrades) add(p ilacs.Progress, later bool) {
	v.own.Framework, v.reported.Framework = v.visit.Framework, v.visit.Framework
	var standing []string
	for _, c := range p.Judgements {
		area, other := sides(c.Change)
		g, said := c.Before, c.SaidBefore
		if later {
			area, g, said = other, c.After, c.SaidAfter
		}
		switch {
		case g == 0:
		case said == nil:
			v.own = v.own.With(area, g)
		case v.reported.Grade(area) == 0:
			v.reported = v.reported.With(area, g)
			text := shortArea(area) + " " + lower(v.visit.Framework.GradeName(g))
			if !said.Date.IsZero() {
				text += " (" + date(said.Date) + ")"
			}
			standing = append(standing, text)
		}
	}
	if len(standing) > 0 && v.standing == "" {
		v.standing = "Its text reports: " + strings.Join(standing, "; ") + "."
	}
}

// ungraded says why a visit has no grades here.
func (v visitGrades) ungraded() string {
	switch v.visit.Type {
	case ilacs.VisitTypeFocused, ilacs.VisitTypeMonitoring, ilacs.VisitTypeAssurance, ilacs.VisitTypeJTAI, ilacs.VisitTypeActionPlanning, ilacs.VisitTypeAnnualEngagement:
		return "No grades of its own."
	}
	return "No grades are known."
}

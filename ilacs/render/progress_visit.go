package render

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

// progressVisit is one visit in the line of time.
type progressVisit struct {
	Number   int
	Label    string // "November 2018", "the fifth monitoring visit"
	Short    string // "Nov 2018", "visit 5"
	Name     string // "Fifth monitoring visit"
	When     string // the days of fieldwork and the publication
	Standing string // the grades of other visits that its text reports

	authority string
	visit     ilacs.Visit
	grades    judgement.Set // its own
	said      judgement.Set // that its text reports
}

// visits lists the visits with their grades: those that a history holds, and of
// a single comparison those that were compared.
func (page *progressPage) visits(h ilacs.History) {
	page.Visits = append(page.Visits, newProgressVisit(h.Progresses[0].Before, 1))
	for i, p := range h.Progresses {
		page.Visits = append(page.Visits, newProgressVisit(p.After, i+2))
		page.Visits[i].grade(p, false)
		page.Visits[i+1].grade(p, true)
	}
	for _, a := range h.Areas {
		for i, g := range a.Grades {
			if v := &page.Visits[min(i, len(page.Visits)-1)]; g != 0 && i < len(page.Visits) {
				v.grades = v.grades.With(a.Area, g)
			}
		}
	}
	var graded []record.Inspection // in the form in which a history has them
	for _, v := range page.Visits {
		graded = append(graded, record.Inspection{Framework: v.visit.Framework, Judgements: v.grades})
	}
	page.Columns = historyColumnsOf(graded)
	page.Legend = historyLegend(record.Profile{Inspections: graded})
	var last judgement.Set
	var combined, lookedAfter, board bool
	for _, v := range page.Visits {
		row := historyRow{Head: v.Name, Under: v.When}
		if v.grades.Len() == 0 {
			row.Text = strings.TrimSpace(v.ungraded() + " " + v.Standing)
		} else {
			trends := map[judgement.Area]judgement.Trend{}
			for _, c := range judgement.Compare(last, v.grades) {
				_, area := sides(c)
				if t, ok := trends[area]; ok && t != c.Trend {
					trends[area] = judgement.TrendNotComparable // two areas came together, and one of them moved
					continue
				}
				trends[area] = c.Trend
			}
			row.Cells = historyCells(v.grades, page.Columns, trends)
			last = v.grades
		}
		page.Rows = append(page.Rows, row)
		combined = combined || v.grades.Grade(judgement.InCareAndCareLeavers) != 0
		lookedAfter = lookedAfter || v.grades.Grade(judgement.LookedAfter) != 0
		board = board || v.grades.Grade(judgement.LSCB) != 0
	}
	if lookedAfter {
		page.Notes = append(page.Notes, "Under the single inspection framework the grade under children in care is that for children looked after and achieving permanence.")
	}
	if combined {
		page.Notes = append(page.Notes, "From 2018 to 2022 children in care and care leavers had one grade, which stands under both.")
	}
	if board {
		page.Notes = append(page.Notes, "LSCB is the local safeguarding children board, which was graded beside the authority.")
	}
}

func newProgressVisit(v ilacs.Visit, number int) progressVisit {
	out := progressVisit{Number: number, visit: v, authority: clean(v.Authority)}
	if a, err := authority.FindOn(v.Authority, v.Start); err == nil {
		out.authority = a.Name
	}
	name := "visit"
	if v.Type != 0 {
		name = historyLower(v.Type.String())
	}
	if v.Ordinal > 0 {
		name = ordinal(v.Ordinal) + " " + name
	}
	out.Name = strings.ToUpper(name[:1]) + name[1:]
	day := v.Start
	if day.IsZero() {
		day = v.Published
	}
	switch day.Precision() {
	case civil.PrecisionDay, civil.PrecisionMonth:
		out.Label = fmt.Sprintf("%v %d", day.Month(), day.Year())
		out.Short = fmt.Sprintf("%.3s %d", day.Month().String(), day.Year())
	case civil.PrecisionYear:
		out.Label = fmt.Sprint(day.Year())
		out.Short = out.Label
	default:
		out.Label, out.Short = "the "+name, "not dated"
		if v.Ordinal > 0 {
			out.Short = "visit " + strconv.Itoa(v.Ordinal)
		}
	}
	var when []string
	if !v.Start.IsZero() {
		when = append(when, historyDays(v.Start, v.End))
	} else if v.Published.IsZero() {
		when = append(when, "day not stated")
	}
	if !v.Published.IsZero() {
		when = append(when, "published "+historyDate(v.Published))
	}
	if since := v.Since; !since.Date.IsZero() {
		when = append(when, "counted from "+historyDate(since.Date))
	}
	out.When = strings.Join(when, ", ")
	return out
}

// ungraded says why a visit has no grades here.
func (v progressVisit) ungraded() string {
	switch v.visit.Type {
	case ilacs.VisitTypeFocused, ilacs.VisitTypeMonitoring, ilacs.VisitTypeAssurance, ilacs.VisitTypeJTAI, ilacs.VisitTypeActionPlanning, ilacs.VisitTypeAnnualEngagement:
		return "No grades of its own."
	}
	return "No grades are known."
}

// sides returns the areas that a change compares. It is told under one of them.
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

// grade takes a visit's grades from the changes.
func (v *progressVisit) grade(p ilacs.Progress, after bool) {
	v.grades.Framework = v.visit.Framework
	var standing []string
	for _, c := range p.Judgements {
		area, other := sides(c.Change)
		g, said := c.Before, c.SaidBefore
		if after {
			area, g, said = other, c.After, c.SaidAfter
		}
		switch {
		case g == 0:
		case said == nil:
			v.grades = v.grades.With(area, g)
		case v.said.Grade(area) == 0:
			v.said = v.said.With(area, g)
			standing = append(standing, areaName(area)+" "+historyLower(v.visit.Framework.GradeName(g))+saidWhen(said))
		}
	}
	if len(standing) > 0 && v.Standing == "" {
		v.Standing = "Its text reports: " + strings.Join(standing, "; ") + "."
	}
}

// reported is the standing that the visit's document reports for what stands in
// a column: "(RI)".
func (v progressVisit) reported(c historyColumn) string {
	for _, a := range c.areas {
		if g := v.said.Grade(a); g != 0 {
			return "(" + cmp.Or(historyLetters[g], g.String()) + ")"
		}
	}
	return ""
}

// saidWhen is the date that a text gives for a grade, in brackets.
func saidWhen(e *ilacs.Earlier) string {
	if e.Date.IsZero() {
		return ""
	}
	return " (" + historyDate(e.Date) + ")"
}

// areaName is a short name within a sentence.
func areaName(a judgement.Area) string {
	switch a {
	case judgement.InCareAndCareLeavers:
		return "children in care and care leavers"
	case judgement.LookedAfter:
		return "children looked after"
	case judgement.LSCB:
		return "local safeguarding children board"
	}
	for _, c := range historyColumns {
		if slices.Contains(c.areas, a) {
			return historyLower(c.Name)
		}
	}
	return historyLower(a.String())
}

var ordinals = [...]string{1: "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"}

func ordinal(n int) string {
	if n > 0 && n < len(ordinals) {
		return ordinals[n]
	}
	return "number " + strconv.Itoa(n)
}

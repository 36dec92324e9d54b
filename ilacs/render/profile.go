package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

// historyPage is what the history of an authority shows, in words and in order,
// whatever the form.
type historyPage struct {
	Name       string
	Facts      []string // region, type, numbers
	Day        string
	Summary    string
	Columns    []historyColumn
	Rows       []historyRow
	Notes      []string // on the columns
	Legend     []historyCell
	Next       []historyStep
	Past       []historyStep // deadlines that are over by the day
	NoRule     bool          // there is an inspection, and no rule is known for what follows it
	Waits      record.Waits
	Types      []string // "54 standard inspections"
	Strip      historyStrip
	Overall    string // the overall grade that the waits followed
	Neighbours []historyRow
	Around     []historyColumn // the columns of the neighbours
	Places     []string        // predecessors and delivery bodies
	Source     string
	Licence    string
}

// historyColumn is a column of the grid: one area, or several that follow each
// other from framework to framework.
type historyColumn struct {
	Name  string
	areas []judgement.Area
}

// historyRow is an inspection, or a visit without grades.
type historyRow struct {
	Head  string // the days of fieldwork, or the authority
	Under string // the type and the publication
	Cells []historyCell
	Text  string // of a visit without grades, in place of the cells
}

// historyCell is a grade in the grid.
type historyCell struct {
	Class  string // of the style: the grade's text form
	Letter string // "RI"
	Word   string // "Requires improvement to be good"
	Mark   string // "▲", "▼", "=" against the inspection before
	Trend  string // "improved"
	Span   int    // columns
}

// historyStep is something that is expected.
type historyStep struct {
	What, When, Firmness, Edition, Source, Note string
}

// historyColumns are the columns in order. One that no row has anything in is left
// out.
var historyColumns = []historyColumn{
	{"Overall", []judgement.Area{judgement.Overall}},
	{"Leaders", []judgement.Area{judgement.Leaders}},
	{"Help and protection", []judgement.Area{judgement.HelpAndProtection}},
	{"Children in care", []judgement.Area{judgement.InCare, judgement.InCareAndCareLeavers, judgement.LookedAfter}},
	{"Care leavers", []judgement.Area{judgement.CareLeavers}},
	{"Adoption", []judgement.Area{judgement.Adoption}},
	{"LSCB", []judgement.Area{judgement.LSCB}},
	{"Capacity to improve", []judgement.Area{judgement.CapacityToImprove}},
	{"Outcomes", []judgement.Area{judgement.Outcomes}},
	{"Quality of provision", []judgement.Area{judgement.QualityOfProvision}},
}

var historyLetters = map[judgement.Grade]string{
	judgement.Outstanding: "O", judgement.Good: "G", judgement.RequiresImprovement: "RI",
	judgement.Adequate: "A", judgement.Inadequate: "I", judgement.NotJudged: "NJ",
}

var historyMarks = map[judgement.Trend]string{
	judgement.TrendImproved: "▲", judgement.TrendDeclined: "▼", judgement.TrendUnchanged: "=",
}

// newHistoryPage lays a profile out.
func newHistoryPage(p record.Profile) historyPage {
	a := p.Authority
	page := historyPage{
		Name: a.Name, Day: historyDate(p.Day), Source: record.Source, Licence: record.Licence, Waits: p.Waits,
	}
	page.Facts = append(page.Facts, a.Region.String(), a.Type.String())
	if a.URN != "" {
		page.Facts = append(page.Facts, "Ofsted URN "+a.URN)
	}
	if a.Code != "" {
		page.Facts = append(page.Facts, "DfE code "+a.Code)
	}
	page.Columns = historyColumnsOf(p.Inspections)
	page.rows(p)
	page.Legend = historyLegend(p)
	latest, ok := p.Latest()
	page.Summary = historySummary(p, latest, ok)
	for _, e := range p.Next {
		step := newHistoryStep(e, p.Day)
		if e.Step != ilacs.StepNextInspection && !e.Until.IsZero() && e.Until.Compare(p.Day) < 0 {
			page.Past = append(page.Past, step)
		} else {
			page.Next = append(page.Next, step)
		}
	}
	page.NoRule = ok && !slices.ContainsFunc(p.Next, func(e ilacs.Expectation) bool { return e.Step == ilacs.StepNextInspection })
	if ok {
		page.Overall = historyLower(latest.Framework.GradeName(latest.Judgements.Grade(judgement.Overall)))
		page.Strip = newHistoryStrip(p, latest)
	}
	for t, n := range p.Waits.Types {
		name := historyLower(t.String())
		if n != 1 {
			name += "s"
		}
		page.Types = append(page.Types, fmt.Sprintf("%d %s", n, name))
	}
	slices.Sort(page.Types)
	page.Around = historyColumnsOf(p.Neighbours)
	for _, n := range p.Neighbours {
		row := historyRow{Head: n.Authority.Name}
		if n.IsValid() {
			row.Under = n.Type.String() + ", published " + historyDate(n.Published)
			row.Cells = historyCells(n.Judgements, page.Around, nil)
		} else {
			row.Text = "No inspection published"
		}
		page.Neighbours = append(page.Neighbours, row)
	}
	for _, c := range p.Predecessors {
		page.Places = append(page.Places, fmt.Sprintf("Took over %s from %s on %s (%v). Its grades are not carried over.",
			historyArea(c.Area), c.From.Name, historyDate(c.Date), c.Certainty))
	}
	for _, b := range p.Bodies {
		text := b.Name + " delivers services from " + historyDate(b.From)
		if !b.To.IsZero() {
			text = b.Name + " delivered services from " + historyDate(b.From) + " to " + historyDate(b.To)
		}
		page.Places = append(page.Places, text+" ("+b.Certainty.String()+").")
	}
	return page
}

// rows puts inspections and visits in one order of time, the newest first.
func (page *historyPage) rows(p record.Profile) {
	trends := map[record.Inspection]map[judgement.Area]judgement.Trend{}
	for v := range record.Intervals(slices.Values(p.Inspections)) {
		trends[v.After] = map[judgement.Area]judgement.Trend{}
		for _, c := range judgement.Compare(v.Before.Judgements, v.After.Judgements) {
			trends[v.After][c.Area] = c.Trend
		}
	}
	type dated struct {
		day civil.Date
		row historyRow
	}
	var all []dated
	var combined, lookedAfter, board, withoutOverall bool
	for _, i := range p.Inspections {
		under := i.Type.String()
		if !i.Published.IsZero() {
			under += ", published " + historyDate(i.Published)
		}
		all = append(all, dated{i.Start, historyRow{
			Head: historyDays(i.Start, i.End), Under: under, Cells: historyCells(i.Judgements, page.Columns, trends[i]),
		}})
		combined = combined || i.Judgements.Grade(judgement.InCareAndCareLeavers) != 0
		lookedAfter = lookedAfter || i.Judgements.Grade(judgement.LookedAfter) != 0
		board = board || i.Judgements.Grade(judgement.LSCB) != 0
		withoutOverall = withoutOverall || i.Framework == judgement.ILACS2026
	}
	for _, v := range p.Visits {
		text := "No grades"
		if len(v.Focus) > 0 {
			text += ". Focus: " + strings.Join(v.Focus, "; ")
		}
		under := v.Type.String()
		if v.Type == 0 {
			under = "Visit"
		}
		if !v.Published.IsZero() {
			under += ", letter of " + historyDate(v.Published)
		}
		all = append(all, dated{v.Start, historyRow{Head: historyDays(v.Start, v.End), Under: under, Text: text}})
	}
	slices.SortStableFunc(all, func(a, b dated) int { return b.day.Compare(a.day) })
	for _, d := range all {
		page.Rows = append(page.Rows, d.row)
	}
	if lookedAfter {
		page.Notes = append(page.Notes, "Under the single inspection framework the column of children in care holds the grade for children looked after and achieving permanence.")
	}
	if combined {
		page.Notes = append(page.Notes, "From 2018 to 2022 children in care and care leavers had one grade, which stands under both.")
	}
	if board {
		page.Notes = append(page.Notes, "LSCB is the local safeguarding children board, which reports to December 2017 graded beside the authority.")
	}
	if withoutOverall {
		page.Notes = append(page.Notes, "Inspections from April 2026 on give no overall grade.")
	}
}

// historyColumnsOf returns the columns in which inspections have a grade; areas that
// have no column of their own get one behind.
func historyColumnsOf(inspections []record.Inspection) []historyColumn {
	graded := map[judgement.Area]bool{}
	for _, i := range inspections {
		for a := range i.Judgements.All() {
			graded[a] = true
			if a == judgement.InCareAndCareLeavers {
				graded[judgement.CareLeavers] = true
			}
		}
	}
	var columns []historyColumn
	for _, c := range historyColumns {
		used := false
		for _, a := range c.areas {
			used = used || graded[a]
			delete(graded, a)
		}
		if used {
			columns = append(columns, c)
		}
	}
	var others []judgement.Area
	for a := range graded {
		others = append(others, a)
	}
	slices.Sort(others)
	for _, a := range others {
		columns = append(columns, historyColumn{a.String(), []judgement.Area{a}})
	}
	return columns
}

// historyCells are the grades of a set under the columns. The one grade for children in
// care and care leavers spans two.
func historyCells(s judgement.Set, columns []historyColumn, trends map[judgement.Area]judgement.Trend) []historyCell {
	var row []historyCell
	for n := 0; n < len(columns); n++ {
		cell := historyCell{Class: "none", Letter: "–", Word: "not graded", Span: 1}
		for _, a := range columns[n].areas {
			g := s.Grade(a)
			if g == 0 {
				continue
			}
			class, _ := g.MarshalText()
			cell.Class, cell.Letter, cell.Word = string(class), cmp.Or(historyLetters[g], g.String()), s.Framework.GradeName(g)
			if mark := historyMarks[trends[a]]; mark != "" {
				cell.Mark, cell.Trend = mark, trends[a].String()
			}
			if a == judgement.InCareAndCareLeavers && s.Grade(judgement.CareLeavers) == 0 {
				cell.Span = 2
			}
			break
		}
		row = append(row, cell)
		n += cell.Span - 1
	}
	return row
}

// historyLegend tells the letters: those of the scale of today, and older ones
// that occur.
func historyLegend(p record.Profile) []historyCell {
	var legend []historyCell
	for _, g := range []judgement.Grade{
		judgement.Outstanding, judgement.Good, judgement.RequiresImprovement, judgement.Inadequate,
		judgement.Adequate, judgement.NotJudged,
	} {
		used := g != judgement.Adequate && g != judgement.NotJudged
		for _, i := range slices.Concat(p.Inspections, p.Neighbours) {
			for _, other := range i.Judgements.All() {
				used = used || other == g
			}
		}
		if used {
			class, _ := g.MarshalText()
			legend = append(legend, historyCell{Class: string(class), Letter: historyLetters[g], Word: historyLower(g.String())})
		}
	}
	return legend
}

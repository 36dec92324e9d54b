package render

import (
	"slices"

	"github.com/ilacs-go/inspection/judgement"
)

// A Grid is a table of grades: a row for each visit or authority, and a column
// for each area in which any of them has a grade.
type Grid struct {
	Head    string   // what the rows are: "Visit"
	Columns []string // "Overall", "Help and protection"
	Rows    []GridRow
	Legend  []Mark   // the grades that may occur
	Notes   []string // what a reader needs to know about the columns
}

// A GridRow is a visit or an authority in a Grid.
type GridRow struct {
	Head  string     // "13 to 24 May 2019"
	Under string     // what belongs below the head: "Standard inspection, published 5 July 2019"
	Cells []GridCell // the grades; none for a visit that has no grades of its own
	Text  string     // what is said in place of grades
	// Reported is, for a visit that has no grades of its own, the standing that
	// its document reports: a grade for each column, the zero Mark for none.
	Reported []Mark
}

// A GridCell is a grade in a GridRow.
type GridCell struct {
	Grade Mark
	Trend Mark // against the last grade before; the zero Mark where that says nothing
	Span  int  // the number of columns that it fills
}

// ungraded is shown where there is no grade.
var ungraded = Mark{"none", "–", "not graded"}

// A gradeColumn is a column of a Grid. Several areas share one if they follow
// each other from framework to framework.
type gradeColumn struct {
	name  string
	areas []judgement.Area
}

// gradeColumns are the columns in order. An area that is not in them gets a
// column of its own after them.
var gradeColumns = []gradeColumn{
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

// A gridEntry is what a row of a Grid is made from: the row as far as it is in
// words, and the grades.
type gridEntry struct {
	GridRow
	grades   judgement.Set
	trends   map[judgement.Area]judgement.Trend
	reported judgement.Set
}

func newGrid(head string, entries []gridEntry) Grid {
	var sets []judgement.Set
	for _, e := range entries {
		sets = append(sets, e.grades)
	}
	columns := columnsOf(sets)
	grid := Grid{Head: head, Legend: gradeLegend(sets), Notes: gradeNotes(sets)}
	for _, c := range columns {
		grid.Columns = append(grid.Columns, c.name)
	}
	for _, e := range entries {
		row := e.GridRow
		if row.Text == "" {
			row.Cells = gridCells(e.grades, columns, e.trends)
		} else {
			row.Reported = reportedMarks(e.reported, columns)
		}
		grid.Rows = append(grid.Rows, row)
	}
	return grid
}

// columnsOf returns the columns in which any of the sets has a grade.
func columnsOf(sets []judgement.Set) []gradeColumn {
	graded := map[judgement.Area]bool{}
	for _, s := range sets {
		for a := range s.All() {
			graded[a] = true
			if a == judgement.InCareAndCareLeavers {
				graded[judgement.CareLeavers] = true
			}
		}
	}
	var columns []gradeColumn
	for _, c := range gradeColumns {
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
		columns = append(columns, gradeColumn{a.String(), []judgement.Area{a}})
	}
	return columns
}

// gridCells are the grades of a set under the columns. The one grade for
// children in care and care leavers fills two.
func gridCells(s judgement.Set, columns []gradeColumn, trends map[judgement.Area]judgement.Trend) []GridCell {
	var row []GridCell
	for n := 0; n < len(columns); n++ {
		cell := GridCell{Grade: ungraded, Span: 1}
		for _, a := range columns[n].areas {
			g := s.Grade(a)
			if g == 0 {
				continue
			}
			cell.Grade = gradeMark(g, s.Framework.GradeName(g))
			switch t := trends[a]; t {
			case judgement.TrendImproved, judgement.TrendDeclined, judgement.TrendUnchanged:
				cell.Trend = trendMark(t)
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

// reportedMarks are the grades of a standing under the columns.
func reportedMarks(s judgement.Set, columns []gradeColumn) []Mark {
	marks := make([]Mark, len(columns))
	for n, c := range columns {
		for _, a := range c.areas {
			if g := s.Grade(a); g != 0 {
				marks[n] = gradeMark(g, s.Framework.GradeName(g))
				break
			}
		}
	}
	return marks
}

// gradeLegend explains the letters: those of today's scale, and older ones that
// occur; and what stands where there is no grade.
func gradeLegend(sets []judgement.Set) []Mark {
	var legend []Mark
	for _, g := range []judgement.Grade{
		judgement.Outstanding, judgement.Good, judgement.RequiresImprovement, judgement.Inadequate,
		judgement.Adequate, judgement.NotJudged,
	} {
		used := g != judgement.Adequate && g != judgement.NotJudged
		for _, s := range sets {
			for _, other := range s.All() {
				used = used || other == g
			}
		}
		if used {
			legend = append(legend, gradeMark(g, lower(g.String())))
		}
	}
	return append(legend, ungraded)
}

// gradeNotes explains the grades whose column does not say what they are for.
func gradeNotes(sets []judgement.Set) []string {
	var notes []string
	for _, x := range []struct {
		area judgement.Area
		note string
	}{
		{judgement.LookedAfter, "Under the single inspection framework, the grade for children in care is the one for children looked after and achieving permanence."},
		{judgement.InCareAndCareLeavers, "From 2018 to 2022, children in care and care leavers had one grade, which is shown for both."},
		{judgement.LSCB, "LSCB is the local safeguarding children board, which was graded alongside the authority in reports up to December 2017."},
	} {
		if slices.ContainsFunc(sets, func(s judgement.Set) bool { return s.Grade(x.area) != 0 }) {
			notes = append(notes, x.note)
		}
	}
	return notes
}

package ilacs

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/internal/body"
	"github.com/ilacs-go/inspection/ilacs/internal/front"
	"github.com/ilacs-go/inspection/ilacs/internal/grade"
	"github.com/ilacs-go/inspection/internal/text"
	"github.com/ilacs-go/inspection/judgement"
)

// frontGrades are the grades that a report's first page gives.
type frontGrades struct {
	set       judgement.Set
	framework judgement.Framework // that of the visit, or of the table's rows where the dates tell none
	next      int                 // the line after the table
	notes     []Note
}

// frontGrades reads the grades on a report's first page from line start on.
func (doc *document) frontGrades(start int, form body.Form, v Visit) frontGrades {
	g := frontGrades{framework: v.Framework, next: start}
	g.set.Framework = v.Framework
	if form == body.FormLookedAfter {
		return g // it prints its grades with its headings
	}
	h := doc.page
	t := front.ReadTable(h, start)
	if form == body.FormSIF {
		if overall := doc.overallSentence(start, t); overall != 0 {
			g.set = g.set.With(judgement.Overall, overall)
		}
	}
	if t.Note != "" {
		g.notes = append(g.notes, doc.noteLines(max(t.From, 0), t.To-1, t.Note))
	}
	if form == body.FormILACS && len(t.Rows) > 0 {
		rows := frameworkOfRows(t.Rows)
		if v.Framework == 0 {
			g.framework, g.set.Framework = rows, rows
		} else if v.Framework != rows {
			g.notes = append(g.notes, doc.noteLines(t.From, t.To-1, fmt.Sprintf("the areas of the table are those of %v, the dates those of %v", rows, v.Framework)))
		}
	}
	twice := map[judgement.Area]bool{}
	for _, x := range t.Rows {
		line := h.Line(x.At)
		switch {
		case g.framework != 0 && !g.framework.Has(x.Area):
			g.notes = append(g.notes, doc.noteLines(line, line, fmt.Sprintf("%v has no judgement of %v: its grade is not given", g.framework, x.Area)))
		case twice[x.Area]:
		case g.set.Grade(x.Area) == x.Grade:
			g.notes = append(g.notes, doc.noteLines(line, line, fmt.Sprintf("%v is listed twice in the table of judgements", x.Area)))
		case g.set.Grade(x.Area) != 0:
			twice[x.Area] = true
			g.set = g.set.With(x.Area, 0)
			g.notes = append(g.notes, doc.noteLines(line, line, fmt.Sprintf("%v is listed twice in the table of judgements, with two grades: neither is given", x.Area)))
		default:
			g.set = g.set.With(x.Area, x.Grade)
		}
	}
	g.withoutDisputed(doc, t)
	switch {
	case t.From >= 0:
		g.next = t.To
	case form != body.FormBoardReview:
		g.notes = append(g.notes, doc.noteLines(h.First, max(start-1, h.First), "no table of judgements"))
	}
	return g
}

// withoutDisputed takes back the grades that a second table on the first page, such as
// another authority's, contradicts. Which of the two is the document's own is not
// told, so the second gives no grades.
func (g *frontGrades) withoutDisputed(doc *document, t front.Table) {
	if len(t.Rows) == 0 {
		return
	}
	h := doc.page
	second := front.ReadTable(h, t.To)
	if len(second.Rows) < 2 || isToldIn(h, second.From) {
		return
	}
	g.notes = append(g.notes, doc.noteLines(second.From, second.To-1, "a second table of judgements: where it contradicts the first no grade is given"))
	for _, x := range second.Rows {
		if was := g.set.Grade(x.Area); was != 0 && was != x.Grade {
			line := h.Line(x.At)
			g.notes = append(g.notes, doc.noteLines(line, line, fmt.Sprintf("%v stands in two tables of judgements, with two grades: neither is given", x.Area)))
			g.set = g.set.With(x.Area, 0)
		}
	}
}

// isToldIn reports whether line n of the page begins a list that a sentence leads to:
// "Its judgements were:" tells of an earlier inspection.
func isToldIn(h *front.Page, n int) bool {
	return n > 0 && strings.HasSuffix(h.LineText(n-1), ":")
}

// frameworkOfRows is the ILACS structure whose areas the rows of a table are.
func frameworkOfRows(rows []front.Row) judgement.Framework {
	has := map[judgement.Area]bool{}
	for _, x := range rows {
		has[x.Area] = true
	}
	switch {
	case has[judgement.InCareAndCareLeavers]:
		return judgement.ILACS2018
	case !has[judgement.Overall]:
		return judgement.ILACS2026
	}
	return judgement.ILACS2023
}

// overallSentence reads a SIF report's overall grade: no row of its table but
// a sentence before it, "The overall judgement is good" or "Children's services
// in X require improvement". 0 where there is none.
func (doc *document) overallSentence(start int, t front.Table) judgement.Grade {
	h := doc.page
	end := len(h.Folded)
	if t.From >= 0 {
		end = h.LineStart(t.From)
	}
	from := h.LineStart(start)
	if from >= end {
		return 0
	}
	region := h.Folded[from:end]
	at := strings.Index(region, "overall judgement is")
	if at < 0 {
		at = strings.Index(region, "children's services")
	}
	if at < 0 {
		return 0
	}
	w := text.Words(nil, region[at:min(len(region), at+200)], 0)
	for i := range w {
		if text.IsDigit(w[i].Text[0]) {
			return 0 // the first row of the table
		}
		g, n := grade.At(w, i)
		if n == 0 || n == 1 && (i == 0 || w[i-1].Text != "is" && w[i-1].Text != "are") {
			continue // "is not yet delivering good protection" is no grade
		}
		return g
	}
	return 0
}

// boardGrade reads the grade of the safeguarding children board where a
// sentence of the first page gives it; 0 where none does.
func boardGrade(h *front.Page) judgement.Grade {
	const board = "local safeguarding children board"
	for from := h.TitleEnd; ; {
		i := strings.Index(h.Folded[from:], board)
		if i < 0 {
			return 0
		}
		from += i + len(board)
		w := text.Words(nil, h.Folded[from:min(len(h.Folded), from+80)], 0)
		for k := range w {
			if g, n := grade.At(w, k); n > 0 {
				return g
			}
			if x := w[k].Text; x != "lscb" && x != "is" && x != "are" && x != "that" && x != "it" {
				break
			}
		}
	}
}

// checkedGrades adds to the grades of the first page what only the headings of
// the body give, takes back what the two do not agree on, and notes both.
func (doc *document) checkedGrades(set judgement.Set, headings []body.Heading, form body.Form, v Visit) (judgement.Set, []Note) {
	if form.IsSIF() {
		if g := boardGrade(doc.page); g != 0 {
			set = set.With(judgement.LSCB, g)
		}
	}
	set, notes := doc.withoutShifted(set, headings, form, v.Framework)
	missing := set.Len() == 0
	for _, f := range headings {
		if f.Area == 0 || f.Grade == 0 {
			continue
		}
		switch was := set.Grade(f.Area); {
		case was == f.Grade:
		case was != 0:
			notes = append(notes, doc.noteAt(f.At, fmt.Sprintf("the heading says that %s is %s, the first page says %s: neither is given", f.Area, text.Lower(f.Grade.String()), text.Lower(was.String()))))
			set = set.With(f.Area, 0)
		case missing || form.IsSIF() && f.Area == judgement.LSCB || form == body.FormLookedAfter:
			set = set.With(f.Area, f.Grade)
			if missing && form != body.FormLookedAfter {
				notes = append(notes, doc.noteAt(f.At, fmt.Sprintf("the grade of %s is taken from its heading: the first page gives none", f.Area)))
			}
		}
	}
	if set.Len() == 0 {
		return judgement.Set{}, notes
	}
	if err := set.Validate(); err != nil && !isBoardAlone(set, form) {
		notes = append(notes, doc.noteAt(0, strings.ReplaceAll(err.Error(), "\n", "; ")))
	}
	return set, notes
}

// isBoardAlone reports whether a review of the board gives no grade but the board's.
// One that gives others is a report that has lost its title.
func isBoardAlone(set judgement.Set, form body.Form) bool {
	return form == body.FormBoardReview && (set.Len() == 0 || set.Len() == 1 && set.Grade(judgement.LSCB) != 0)
}

// withoutShifted takes back the grades of a table that lacks a row in its
// middle, as its cells may have shifted. Those stay that a heading confirms, and
// the first rows where the text ends in the table.
func (doc *document) withoutShifted(set judgement.Set, headings []body.Heading, form body.Form, f judgement.Framework) (judgement.Set, []Note) {
	if set.Len() == 0 || isBoardAlone(set, form) || form == body.FormLookedAfter {
		return set, nil
	}
	inTable := func(a judgement.Area) bool {
		return a != judgement.LSCB && !(a == judgement.Overall && form.IsSIF())
	}
	missing, torn := false, false
	for a := range f.Areas() {
		switch {
		case !inTable(a):
		case set.Grade(a) == 0:
			missing = true
		case missing:
			torn = true
		}
	}
	if !missing || !torn && len(headings) == 0 {
		return set, nil
	}
	var notes []Note
	for a, g := range set.All() {
		confirmed := slices.ContainsFunc(headings, func(h body.Heading) bool { return h.Area == a && h.Grade == g })
		if inTable(a) && !confirmed {
			set = set.With(a, 0)
			notes = append(notes, doc.noteAt(0, fmt.Sprintf("the table of judgements lacks a row: the grade of %s is not to be trusted", a)))
		}
	}
	return set, notes
}

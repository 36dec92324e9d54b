package ilacs

import (
	"fmt"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/internal/grade"
	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/judgement"
)

// judgements reads the grades on a report's first page and returns the line
// behind them.
func (d *document) judgements(start int, form string) int {
	r, h := d.report, d.head
	r.Judgements.Framework = r.Visit.Framework
	if form == "older" {
		return start
	}
	t := readTable(h, start)
	if form == "sif" {
		d.overallSentence(start, t)
	}
	if t.note != "" {
		d.note(max(t.from, 0), t.to-1, t.note)
	}
	d.checkRows(t, form)
	for _, x := range t.rows {
		if f := r.Visit.Framework; f != 0 && !f.Has(x.area) {
			d.note(h.line(x.at), h.line(x.at), fmt.Sprintf("%v has no judgement of %v: its grade is not given", f, x.area))
			continue
		}
		if r.Judgements.Grade(x.area) != 0 {
			d.note(h.line(x.at), h.line(x.at), fmt.Sprintf("%v stands twice in the table of judgements", x.area))
			continue
		}
		r.Judgements = r.Judgements.With(x.area, x.grade)
	}
	if t.from < 0 {
		if r.Visit.Type != VisitTypeLSCBReview {
			d.note(h.first, max(start-1, h.first), "no table of judgements")
		}
		return start
	}
	return t.to
}

// checkRows compares the rows of the table with the areas of the framework
// that the dates give. Where there are no dates, the rows tell the framework.
func (d *document) checkRows(t table, form string) {
	r := d.report
	if form == "ilacs" && len(t.rows) > 0 {
		has := map[judgement.Area]bool{}
		for _, x := range t.rows {
			has[x.area] = true
		}
		rows := judgement.ILACS2023
		switch {
		case has[judgement.InCareAndCareLeavers]:
			rows = judgement.ILACS2018
		case !has[judgement.Overall]:
			rows = judgement.ILACS2026
		}
		if r.Visit.Framework == 0 {
			r.Visit.Framework = rows
			r.Judgements.Framework = rows
		} else if r.Visit.Framework != rows {
			d.note(t.from, t.to-1, fmt.Sprintf("the areas of the table are those of %v, the dates those of %v", rows, r.Visit.Framework))
		}
	}
}

// overallSentence reads a SIF report's overall grade: no row of its table but
// a sentence before it, "The overall judgement is good" or "Children's services
// in X require improvement".
func (d *document) overallSentence(start int, t table) {
	h := d.head
	end := len(h.folded)
	if t.from >= 0 {
		end = h.starts[t.from]
	}
	from := len(h.folded)
	if start < len(h.starts) {
		from = h.starts[start]
	}
	if from >= end {
		return
	}
	region := h.folded[from:end]
	at := strings.Index(region, "overall judgement is")
	if at < 0 {
		at = strings.Index(region, "children's services")
	}
	if at < 0 || d.report.Visit.Type == VisitTypeLSCBReview {
		return
	}
	w := text.Words(nil, region[at:min(len(region), at+200)], 0)
	for i := range w {
		if text.IsDigit(w[i].Text[0]) {
			return // the first row of the table
		}
		g, n := grade.At(w, i)
		if n == 0 || n == 1 && (i == 0 || w[i-1].Text != "is" && w[i-1].Text != "are") {
			continue // "is not yet delivering good protection" is no grade
		}
		d.report.Judgements = d.report.Judgements.With(judgement.Overall, g)
		return
	}
}

// boardGrade reads the grade of the safeguarding children board where a
// sentence of the first page gives it.
func (d *document) boardGrade() judgement.Grade {
	h := d.head
	for from := h.titleEnd; ; {
		i := strings.Index(h.folded[from:], "local safeguarding children board")
		if i < 0 {
			return 0
		}
		from += i + len("local safeguarding children board")
		w := text.Words(nil, h.folded[from:min(len(h.folded), from+80)], 0)
		for k := 0; k < len(w) && k < 4; k++ {
			if g, n := grade.At(w, k); n > 0 {
				return g
			}
			if x := w[k].Text; x != "lscb" && x != "is" && x != "are" && x != "that" && x != "it" {
				break
			}
		}
	}
}

// checkHeadings takes from the headings of the body what the first page does
// not give, and notes where the two do not agree.
func (d *document) checkHeadings(headings []found, form string) {
	r := d.report
	if r.Source != SourceReport {
		return
	}
	if form == "sif" {
		if g := d.boardGrade(); g != 0 {
			r.Judgements = r.Judgements.With(judgement.LSCB, g)
		}
	}
	d.distrust(headings, form)
	missing := r.Judgements.Len() == 0
	for _, f := range headings {
		a := f.row.area
		if a == 0 || f.grade == 0 {
			continue
		}
		switch was := r.Judgements.Grade(a); {
		case was == f.grade:
		case was != 0: // neither is to be trusted
			d.noteAt(f.at, fmt.Sprintf("the heading says that %s is %s, the first page says %s: neither is given", a, text.Lower(f.grade.String()), text.Lower(was.String())))
			r.Judgements = r.Judgements.With(a, 0)
		case missing || form != "ilacs" && (a == judgement.LSCB || form == "older"):
			r.Judgements = r.Judgements.With(a, f.grade)
			if missing && form != "older" {
				d.noteAt(f.at, fmt.Sprintf("the grade of %s is taken from its heading: the first page gives none", a))
			}
		}
	}
	if r.Judgements.Len() == 0 {
		r.Judgements = judgement.Set{}
		return
	}
	if err := r.Judgements.Validate(); err != nil && r.Visit.Type != VisitTypeLSCBReview {
		d.noteAt(0, strings.ReplaceAll(err.Error(), "\n", "; "))
	}
}

// distrust takes back the grades of a table that lacks a row in its middle: its
// cells may have slipped. Those stay that a heading confirms, and the first rows
// where the text ends in the table.
func (d *document) distrust(headings []found, form string) {
	r := d.report
	f := r.Visit.Framework
	if r.Judgements.Len() == 0 || r.Visit.Type == VisitTypeLSCBReview || form == "older" {
		return
	}
	gap, torn := false, false
	for a := range f.Areas() {
		if a == judgement.LSCB || a == judgement.Overall && form == "sif" {
			continue
		}
		if r.Judgements.Grade(a) == 0 {
			gap = true
		} else if gap {
			torn = true
		}
	}
	if !gap || !torn && len(headings) == 0 {
		return
	}
	for a, g := range r.Judgements.All() {
		if a == judgement.LSCB || a == judgement.Overall && form == "sif" {
			continue
		}
		confirmed := false
		for _, h := range headings {
			confirmed = confirmed || h.row.area == a && h.grade == g
		}
		if !confirmed {
			r.Judgements = r.Judgements.With(a, 0)
			d.noteAt(0, fmt.Sprintf("the table of judgements lacks a row: the grade of %s is not to be trusted", a))
		}
	}
}

// noteAt notes what is not settled at an offset of the plain text.
func (d *document) noteAt(at int, text string) {
	n := Note{Text: text}
	n.Span = finding.Span{Start: d.plain.SourceOffset(at), End: d.plain.SourceOffset(at)}
	for _, l := range d.lines {
		if int(l.Start) == at {
			n.End = d.plain.SourceOffset(int(l.End))
		}
	}
	d.report.Notes = append(d.report.Notes, n)
}

package ilacs

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/ilacs-go/inspection/internal/text"
	"github.com/ilacs-go/inspection/internal/tsv"

	"github.com/ilacs-go/inspection/ilacs/internal/body"
	"github.com/ilacs-go/inspection/ilacs/internal/front"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
	"github.com/ilacs-go/inspection/judgement"
)

//go:embed kinds.tsv
var kindsTSV string

// kind is a row of kinds.tsv.
type kind struct {
	where         place
	before, after string
	refused       bool
	typ           VisitType
	framework     judgement.Framework
	source        Source
	form          body.Form
	note          string
	untitled      bool // known by less than a title or a table
}

// place is where the words of a kind stand.
type place uint8

const (
	inOpening place = iota
	inHeading
	inTitle
)

// kinds is the table. It is part of the program, and tested: a row that cannot
// be read makes the test of the table fail.
var kinds = sync.OnceValue(func() []kind {
	var out []kind
	for row := range tsv.Records("kinds.tsv", kindsTSV) {
		k := kind{
			where:  map[string]place{"heading": inHeading, "title": inTitle}[row["where"]],
			before: row["before"], after: row["after"], refused: row["type"] == "refused", note: row["note"],
		}
		if !k.refused {
			k.typ, _ = ParseVisitType(row["type"])
		}
		k.framework, _ = judgement.ParseFramework(row["framework"])
		k.source, _ = ParseSource(row["source"])
		k.form, _ = body.ParseForm(row["form"])
		out = append(out, k)
	}
	return out
})

// formUnder is the form of a document of the kind under the framework that its
// dates give.
func (k kind) formUnder(f judgement.Framework) body.Form {
	switch {
	case k.form == body.FormILACS && f == judgement.SIF:
		return body.FormSIF
	case k.form == body.FormILACS && f == judgement.LookedAfter2013:
		return body.FormLookedAfter
	}
	return k.form
}

// match is a kind that fits a document, and where the name of the authority
// stands on the first page.
type match struct {
	kind     kind
	from, to int // the name
	end      int // after the words that follow the name
}

// recognise finds the kind of a document by its first page. Every row of the
// table that fits is returned, the first of them the kind.
func recognise(h *front.Page) []match {
	var out []match
	for _, k := range kinds() {
		if len(out) > 0 && (k.typ != out[0].kind.typ || k.source != out[0].kind.source) {
			continue
		}
		if m, ok := k.fits(h); ok {
			out = append(out, m)
		}
	}
	return out
}

// untitled takes a document whose title is of no known form for a report where
// its first page gives the dates of inspection, and beside them a lead inspector,
// an ILACS table of judgements or numbered paragraphs, or such a table alone.
// Before the table stands the title: what of it stands before the dates is taken
// for the authority's name.
func (doc *document) untitled() ([]match, []Note) {
	h := doc.page
	var leaders, protection bool
	for _, r := range front.ReadTable(h, 0).Rows {
		leaders = leaders || r.Area == judgement.Leaders
		protection = protection || r.Area == judgement.HelpAndProtection
	}
	table := leaders && protection
	dated := h.Value(0, "inspection date") >= 0
	if !table && !(dated && (h.Value(0, "lead inspector") >= 0 || doc.numbered() >= fewestNumbered)) {
		return nil, nil
	}
	k := kind{where: inTitle, typ: VisitTypeInspection, source: SourceReport, form: body.FormILACS}
	from := 0
	if strings.HasPrefix(h.Folded, "inspection of ") {
		from = len("inspection of ")
	}
	if !table || h.TitleEnd > maxName || from >= h.TitleEnd {
		note := doc.noteLines(h.First, h.First, "there is no title: the document is known for a report by its first page; its authority and its grades are not read")
		k.untitled = true
		return []match{{kind: k}}, []Note{note}
	}
	note := doc.noteLines(h.First, h.Line(h.TitleEnd-1), "the title is of no known form: the document is known by its table of judgements")
	return []match{{k, from, h.TitleEnd, h.TitleEnd}}, []Note{note}
}

// fewestNumbered is how many numbered paragraphs tell a report.
const fewestNumbered = 3

// numbered counts the lines that begin a numbered paragraph.
func (doc *document) numbered() int {
	n := 0
	for _, l := range doc.lines {
		if k, _ := layout.ParagraphNumber(l.Text(doc.plain.S)); k > 0 {
			n++
		}
	}
	return n
}

// longLine is the number of bytes of a line from which on the line breaks of a
// text are lost.
const longLine = 800

// isReportInOneLine reports whether a text has the words of a report's first
// page, and no line breaks between them.
func (doc *document) isReportInOneLine() bool {
	return text.ContainsAny(doc.page.Folded, "inspection dates", "inspection date:") && strings.Contains(doc.page.Folded, "lead inspector") &&
		slices.ContainsFunc(doc.page.Lines, func(l layout.Line) bool { return l.End-l.Start > longLine })
}

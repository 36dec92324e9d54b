package ilacs

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/body"
	"github.com/ilacs-go/inspection/ilacs/internal/front"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
	"github.com/ilacs-go/inspection/internal/text"
)

// DefaultLimit is the size in bytes over which the zero [Parser] refuses a text.
const DefaultLimit = 8 << 20

// Parser reads documents. Its zero value is ready to use.
type Parser struct {
	// Limit is the size in bytes over which a text is refused; DefaultLimit
	// where it is 0 or less. More than 512 MiB counts as 512 MiB.
	Limit int
}

// largestText is the most bytes of a text of which all offsets fit into 32 bits, also
// when each of its bytes is invalid and is replaced by the three of U+FFFD.
const largestText = 512 << 20

func (p Parser) limit() int {
	if p.Limit <= 0 {
		return DefaultLimit
	}
	return min(p.Limit, largestText)
}

// Parse reads a document with the zero Parser.
func Parse(text string) (*Report, error) { return Parser{}.Parse(text) }

// Parse reads a document: its kind is told from its title or opening. The
// error is a *parseerr.Error that wraps [ErrEmpty], [ErrTooLarge], [ErrNotText],
// [ErrNoLines] or [ErrNotInspection]; whatever else is amiss is a [Note] on the
// report. Of several documents in one text the first is read, and a note says where
// the next begins. A text is UTF-8; [Decode] turns other bytes into it.
func (p Parser) Parse(text string) (*Report, error) {
	doc, err := p.prepare(text)
	if err != nil {
		return nil, err
	}
	matches, notes := recognise(doc.page), append(doc.invalidBytes(), doc.second...)
	if len(matches) == 0 {
		var more []Note
		matches, more = doc.untitled()
		notes = append(notes, more...)
	}
	switch {
	case len(matches) > 0 && matches[0].kind.refused:
		return nil, parseError("document", text, 0, ErrNotInspection, matches[0].kind.note)
	case len(matches) > 0:
		r := doc.read(matches, notes)
		r.Visit.detach()
		return r, nil
	case doc.isReportInOneLine():
		return nil, parseError("document", text, 0, ErrNoLines, "take the text out of the document again, line by line")
	}
	r, why := doc.article(notes)
	if r == nil {
		return nil, parseError("document", text, 0, ErrNotInspection, why)
	}
	r.Visit.detach()
	return r, nil
}

// detach gives a visit strings of its own, so that one that is kept does not keep
// the text of its document. The findings have theirs already.
func (v *Visit) detach() {
	v.Authority, v.Lead = strings.Clone(v.Authority), strings.Clone(v.Lead)
	for _, list := range [][]string{v.Inspectors, v.Focus} {
		for i, s := range list {
			list[i] = strings.Clone(s)
		}
	}
}

// prepare makes a text ready to be read, or says why it is refused.
func (p Parser) prepare(s string) (*document, error) {
	if limit := p.limit(); len(s) > limit {
		return nil, parseError("document", s, limit, ErrTooLarge, fmt.Sprintf("%d bytes, of %d at most", len(s), limit))
	}
	if what := notText(s); what != "" {
		return nil, parseError("document", "", 0, ErrNotText, what)
	}
	plain := layout.Clean(s)
	lines := layout.Lines(plain.S)
	if len(lines) == 0 {
		return nil, parseError("document", s, 0, ErrEmpty, "")
	}
	if isHTML(lines[0].Text(plain.S)) {
		return nil, parseError("document", s, 0, ErrNotInspection, "an HTML page")
	}
	lines = layout.SplitBullets(plain.S, lines)
	lines = layout.SplitFooters(plain.S, lines)
	lines = layout.SplitPageNumbers(plain.S, lines)
	first, title := withoutSecond(plain.S, lines)
	layout.MarkFurniture(plain.S, first)
	doc := &document{plain: plain, lines: first, page: front.New(plain.S, first)}
	if title >= 0 {
		from, to := plain.SourceOffset(int(lines[title].Start)), plain.SourceOffset(int(lines[title].End))
		doc.second = []Note{{Text: "another document begins here: it is not read", Span: finding.Span{Start: from, End: to}}}
	}
	return doc, nil
}

func isHTML(line string) bool {
	return text.HasAnyPrefix(text.Lower(line[:min(len(line), 20)]), "<!doctype", "<html", "<head", "<?xml")
}

// document is a text that is ready to be read. The stages of reading take it and
// return what they read, with notes.
type document struct {
	plain *layout.Text
	lines []layout.Line
	page  *front.Page

	second []Note // says where another document begins
}

// read reads a document whose kind is known, stage by stage. Each stage takes
// what it needs of the report so far.
func (doc *document) read(matches []match, notes []Note) *Report {
	k := matches[0].kind
	r := &Report{Source: k.source, Notes: notes}
	note := func(notes []Note) { r.Notes = append(r.Notes, notes...) }

	fields := doc.fields(matches)
	note(fields.notes)
	v := &r.Visit
	v.Type, v.Published, v.Lead, v.Inspectors = k.typ, fields.published, fields.lead, fields.inspectors
	if why := v.setPeriods(fields.periods); why != "" {
		note([]Note{doc.noteLines(doc.page.First, doc.page.First, why)})
	}
	v.Framework = frameworkOf(k, *v)
	doc.markFooters(matches)
	doc.markAddresses()

	name := doc.authority(matches, v.Start)
	note(name.notes)
	v.Authority, v.URN, v.Focus = name.printed, name.urn, name.theme

	v.Type, notes = doc.inspectionType(*v)
	note(notes)

	form := k.formUnder(v.Framework)
	start := fields.next
	var grades frontGrades
	grades.set.Framework = v.Framework
	if form.IsReport() && !k.untitled {
		grades = doc.frontGrades(start, form, *v)
		note(grades.notes)
		v.Framework, start = grades.framework, grades.next
	}

	doc.lines = body.SplitHeadings(doc.plain.S, doc.lines, form)
	b := body.Read(doc.plain, doc.lines, start, form)
	r.Findings = b.Findings
	for _, x := range b.Notes {
		note([]Note{doc.noteAt(x.At, x.Text)})
	}
	if r.Source == SourceReport && !k.untitled {
		r.Judgements, notes = doc.checkedGrades(grades.set, b.Headings, form, *v)
		note(notes)
	}
	r.Earlier = earlierVisits(r)
	doc.readRest(r, form, b.Focus)
	if form.IsReport() {
		note(doc.checkFooter(*v))
	}
	if why := r.missing(); why != "" {
		end := len(doc.lines) - 1
		note([]Note{doc.noteLines(end, end, "the text ends early: "+why)})
	}
	sortNotes(r.Notes)
	return r
}

// readRest reads what stands outside the first page and depends on the rest:
// the team at the end of a SIF report, who signs a letter, a visit's lines of
// focus, and the count of a monitoring visit.
func (doc *document) readRest(r *Report, form body.Form, bullets []string) {
	v := &r.Visit
	switch {
	case form.IsSIF() && len(v.Inspectors) == 0:
		v.Lead, v.Inspectors = doc.team()
	case form == body.FormLetter:
		v.setLead(doc.signatory())
		v.Focus = focusOf(r.Findings, bullets)
	}
	if v.Type == VisitTypeMonitoring {
		v.Ordinal, v.Since = monitoringCount(r)
	}
}

// setLead sets the lead inspector of a letter: who signs it, or else the first
// who is named.
func (v *Visit) setLead(signatory string) {
	v.Lead = signatory
	switch {
	case signatory == "" && len(v.Inspectors) > 0:
		v.Lead = v.Inspectors[0]
	case signatory != "" && len(v.Inspectors) == 0:
		v.Inspectors = []string{signatory}
	}
}

func sortNotes(notes []Note) {
	slices.SortStableFunc(notes, func(a, b Note) int { return a.Start - b.Start })
}

// invalidBytes notes bytes that are not valid UTF-8.
func (doc *document) invalidBytes() []Note {
	if doc.plain.Invalid == 0 {
		return nil
	}
	return []Note{doc.noteLines(0, 0, fmt.Sprintf("%d bytes are not valid UTF-8", doc.plain.Invalid))}
}

// noteLines is a note on the lines of the document from one to another, both
// included; on none where there are no such lines.
func (doc *document) noteLines(from, to int, what string) Note {
	n := Note{Text: what}
	if from < len(doc.lines) && to >= from {
		to = min(to, len(doc.lines)-1)
		n.Start = doc.plain.SourceOffset(int(doc.lines[from].Start))
		n.End = doc.plain.SourceOffset(int(doc.lines[to].End))
	}
	return n
}

// noteAt is a note on the line that begins at an offset of the plain text, or on
// the offset where none does.
func (doc *document) noteAt(at int, what string) Note {
	n := Note{Text: what, Span: finding.Span{Start: doc.plain.SourceOffset(at), End: doc.plain.SourceOffset(at)}}
	i, found := slices.BinarySearchFunc(doc.lines, at, func(l layout.Line, at int) int { return int(l.Start) - at })
	if found {
		n.End = doc.plain.SourceOffset(int(doc.lines[i].End))
	}
	return n
}

package ilacs

import (
	"fmt"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/dates"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
	"github.com/ilacs-go/inspection/judgement"
)

// DefaultLimit is the size in bytes over which a text is refused.
const DefaultLimit = 8 << 20

// Reader reads documents. Its zero value is ready to use.
type Parser struct {
	// Limit is the size in bytes over which a text is refused; DefaultLimit
	// where it is 0.
	Limit int
}

// Parse reads a document with the zero Reader.
func Parse(text string) (*Report, error) { return Parser{}.Parse(text) }

// Parse reads a document: its kind is told from its title or opening. The
// error is a *[ParseError] that wraps [ErrEmpty], [ErrTooLarge] or
// [ErrNotInspection]; whatever else is amiss is a [Note] on the report.
func (r Parser) Parse(text string) (*Report, error) {
	limit := r.Limit
	if limit <= 0 {
		limit = DefaultLimit
	}
	if len(text) > limit {
		return nil, parseError("document", text, limit, ErrTooLarge, fmt.Sprintf("%d bytes, of %d at most", len(text), limit))
	}
	plain := layout.Clean(text)
	lines := layout.Lines(plain.S)
	if len(lines) == 0 {
		return nil, parseError("document", text, 0, ErrEmpty, "")
	}
	if isHTML(lines[0].Text(plain.S)) {
		return nil, parseError("document", text, 0, ErrNotInspection, "an HTML page")
	}
	lines = layout.SplitBullets(plain.S, lines)
	layout.MarkFurniture(plain.S, lines)
	d := &document{plain: plain, lines: lines, head: newHead(plain.S, lines), report: &Report{}}
	if plain.Invalid > 0 {
		d.note(0, 0, fmt.Sprintf("%d bytes are not valid UTF-8", plain.Invalid))
	}
	matches := recognise(d.head)
	if len(matches) == 0 {
		matches = d.byTable()
	}
	if len(matches) == 0 {
		if d.article() {
			return d.report, nil
		}
		return nil, parseError("document", text, 0, ErrNotInspection, "")
	}
	if k := matches[0].kind; k.refused {
		return nil, parseError("document", text, 0, ErrNotInspection, k.note)
	}
	d.read(matches)
	return d.report, nil
}

func isHTML(line string) bool {
	l := text.Lower(line[:min(len(line), 20)])
	return strings.HasPrefix(l, "<!doctype") || strings.HasPrefix(l, "<html") || strings.HasPrefix(l, "<head") || strings.HasPrefix(l, "<?xml")
}

// document is a document being read.
type document struct {
	plain      *layout.Text
	lines      []layout.Line
	head       *head
	report     *Report
	focusItems []string // the bullets before a letter's findings
}

// note notes what is not settled, with the lines of the head it is about.
func (d *document) note(from, to int, text string) {
	n := Note{Text: text}
	if from < len(d.lines) && to >= from {
		to = min(to, len(d.lines)-1)
		n.Start = d.plain.SourceOffset(int(d.lines[from].Start))
		n.End = d.plain.SourceOffset(int(d.lines[to].End))
	}
	d.report.Notes = append(d.report.Notes, n)
}

// read reads a document whose kind is known.
func (d *document) read(matches []match) {
	k := matches[0].kind
	r := d.report
	r.Source = k.source
	r.Visit.Type = k.typ
	start := d.head.line(matches[0].from)
	if k.source == SourceReport {
		start = d.reportFields()
	} else {
		start = d.letterFields(matches)
	}
	d.markFooters(matches)
	d.framework(k)
	d.setAuthority(matches)
	d.visitType()

	form := "letter"
	first := finding.SectionFocus
	if k.source == SourceReport {
		first = finding.SectionHeadline
		switch r.Visit.Framework {
		case judgement.SIF:
			form = "sif"
			first = 0
		case judgement.LookedAfter2013:
			form = "older"
			first = 0
		default:
			form = "ilacs"
		}
		if k.typ == VisitTypeLSCBReview {
			first = finding.SectionHeadline
		}
		start = d.judgements(start, form)
	} else if k.typ == VisitTypeJTAI {
		first = finding.SectionHeadline
	}
	b := d.body(start, form, first)
	r.Findings = b.findings
	d.checkHeadings(b.headings, form)
	d.earlier()
	d.afterwards(form)
}

func (d *document) body(start int, form string, first finding.Section) *body {
	d.lines = splitHeadings(d.plain.S, d.lines, headingSets()[form])
	where, what := findHeadings(d.plain.S, d.lines, start, headingSets()[form])
	b := &body{text: d.plain, headings: what, joint: d.report.Visit.Type == VisitTypeJTAI, sif: form == "sif", lscb: d.report.Visit.Type == VisitTypeLSCBReview}
	b.flow = layout.Unwrap(d.plain.S, d.lines, start, where)
	b.contents = first == 0
	b.read(first)
	d.focusItems = b.focus
	return b
}

// reportFields reads the dates and the lead inspector from the head of a
// report and returns the line behind them.
func (d *document) reportFields() int {
	h, v := d.head, &d.report.Visit
	last := h.first
	if at := h.value(0, "inspection date"); at >= 0 {
		p, n := dates.Periods(h.folded[at:], 0)
		v.setDates(p)
		last = h.line(at+max(n-1, 0)) + 1
		if len(p) == 0 {
			d.note(h.line(at), h.line(at), "the dates of inspection cannot be read")
		}
	} else {
		d.note(h.first, h.first, "no dates of inspection")
	}
	if at := h.value(0, "report published", "published"); at >= 0 {
		if p, n := dates.Periods(h.folded[at:], 0); len(p) > 0 {
			v.Published = p[0].Start
			last = max(last, h.line(at+n-1)+1)
		}
	}
	if at := h.value(0, "lead inspector", "reporting inspector"); at >= 0 {
		v.Inspectors = leads(h.printed[at:])
		line := h.line(at)
		last = max(last, line+1)
		for last < len(h.lines) && strings.Contains(h.lineText(last), "majesty's inspector") {
			last++
		}
	}
	if len(v.Inspectors) > 0 {
		v.Lead = v.Inspectors[0]
	}
	return last
}

// leads reads the name or names behind "Lead inspector:".
func leads(s string) []string {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		if next := strings.IndexByte(s[i+1:], '\n'); next >= 0 && strings.TrimSpace(s[:i]) == "" {
			i += 1 + next
		}
		s = s[:i]
	}
	return names(s)
}

// letterFields reads the dates and inspectors of a letter and returns the line
// with which its text begins.
func (d *document) letterFields(matches []match) int {
	h, v := d.head, &d.report.Visit
	v.Published = letterDate(h)
	for _, m := range matches {
		if strings.HasSuffix(m.kind.after, "{dates}") {
			p, _ := dates.Periods(h.folded[m.end:], v.Published.Year())
			v.setDates(p)
			break
		}
	}
	if v.Start.IsZero() {
		d.letterDates()
	}
	if v.Start.IsZero() {
		d.note(h.first, h.first, "no dates of the visit")
	} else if !v.Published.IsZero() && v.Published.Compare(v.End) < 0 {
		d.note(h.first, h.first, "the letter is dated before the end of the visit")
	}
	v.Inspectors = h.inspectors()
	start := h.line(matches[0].from)
	if i := strings.Index(h.folded, "dear "); i >= 0 && h.line(i)+1 < len(h.lines) && h.starts[h.line(i)] == i {
		start = h.line(i) + 1
	}
	for _, m := range matches {
		if m.kind.where == inHeading {
			start = max(start, h.line(m.end-1)+1)
		}
	}
	return start
}

// letterDates looks for the dates of fieldwork in the opening of a letter.
func (d *document) letterDates() {
	h, v := d.head, &d.report.Visit
	for _, label := range []string{"took place from ", "took place between ", "took place on ", "between ", "from ", " on ", "visit: "} {
		for from := 0; from < len(h.folded); {
			i := strings.Index(h.folded[from:], label)
			if i < 0 {
				break
			}
			at := from + i + len(label)
			if strings.HasSuffix(label, "between ") {
				at -= len("between ")
			}
			p, _ := dates.Periods(h.folded[at:], v.Published.Year())
			if len(p) > 0 && (v.Published.IsZero() || p[0].End.Compare(v.Published) <= 0) {
				v.setDates(p)
				return
			}
			from += i + len(label)
		}
	}
}

// framework decides the framework by the first day of fieldwork.
func (d *document) framework(k kind) {
	v := &d.report.Visit
	v.Framework = k.framework
	if v.Framework == 0 && !v.Start.IsZero() && v.Type != VisitTypeJTAI {
		if f, ok := judgement.FrameworkOn(v.Start); ok {
			v.Framework = f
		} else if (v.Type == VisitTypeFocused || v.Type == VisitTypeInspection) && judgement.ILACS2018.Covers(v.Start) {
			v.Framework = judgement.ILACS2018 // SIF inspections and ILACS ones were made in the same months
		}
	}
}

// shortDays is the most working days of fieldwork that a short inspection has.
const shortDays = 5

// fieldwork says how long a fieldwork was.
func fieldwork(v *Visit, days int) string {
	if len(v.Periods) > 0 {
		return fmt.Sprintf("%d periods", len(v.Periods))
	}
	return fmt.Sprintf("%d working days", days)
}

// visitType tells a standard from a short inspection by the working days of
// fieldwork, of its first period where it was interrupted. Reports print neither word; of 321 ILACS reports 192 have two
// weeks and 127 have one.
func (d *document) visitType() {
	v := &d.report.Visit
	if v.Type != VisitTypeInspection || v.Start.IsZero() {
		return
	}
	first := Period{v.Start, v.End}
	if len(v.Periods) > 0 {
		first = v.Periods[0] // days added later do not make it another type
	}
	n, _ := first.Start.DaysUntil(first.End)
	n++
	days := n/7*5 + min(n%7, 5)
	v.Type = VisitTypeStandard
	if days <= shortDays {
		v.Type = VisitTypeShort
	}
	if len(v.Periods) > 0 || days != shortDays && days != 2*shortDays {
		d.note(d.head.first, d.head.first, fmt.Sprintf("fieldwork of %s is neither one week nor two: the type of inspection is uncertain", fieldwork(v, days)))
	}
}

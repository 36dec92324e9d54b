package body

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
	"github.com/ilacs-go/inspection/ilacs/internal/sentence"
	"github.com/ilacs-go/inspection/internal/text"
	"github.com/ilacs-go/inspection/judgement"
)

// Body is what was read of a document's narrative and lists.
type Body struct {
	Findings []finding.Finding // in the order of the text
	Headings []Heading
	Focus    []string // the bullets of finding.SectionFocus: a visit's lines of focus
	Notes    []Note
}

// Note is something that was read but not settled.
type Note struct {
	Text string
	At   int // its offset in the plain text
}

// Read reads the narrative from line start on. The lines are those that
// [SplitHeadings] returns for the same form.
func Read(t *layout.Text, lines []layout.Line, start int, form Form) Body {
	where, what := findHeadings(t.S, lines, start, headingSets()[form.headings()])
	r := &reader{
		text: t, lines: lines, flow: layout.Unwrap(t.S, lines, start, where), form: form, headings: what,
		section: form.opening(), contents: form.opening() == 0, lscb: form == FormBoardReview, opening: true,
	}
	r.read()
	if n := r.flow.LostNumbers; n > 0 {
		r.notes = append(r.notes, Note{fmt.Sprintf("%d paragraph numbers stand apart from their paragraphs and could not be matched with them", n), int(lines[start].Start)})
	}
	if n := r.flow.LostBullets; n > 0 {
		r.notes = append(r.notes, Note{fmt.Sprintf("%d bullets stand apart from their items and could not be matched with them", n), int(lines[start].Start)})
	}
	return Body{r.findings, what, r.focus, r.notes}
}

// ReadArticle reads the sentences of an article: the first paragraph that is one
// is its headline. What has no end of a sentence is a title, a caption or the
// page's frame.
func ReadArticle(t *layout.Text, flow *layout.Unwrapped) []finding.Finding {
	r := &reader{text: t, flow: flow, form: FormLetter, section: finding.SectionHeadline, article: true}
	for _, k := range flow.Blocks {
		s := strings.TrimSpace(flow.S[k.From:k.To])
		if !layout.EndsSentence(s) {
			continue
		}
		before := len(r.findings)
		if !opensQuotation(s) {
			r.quoted = 0
		}
		r.narrative([]layout.Block{k}, 0)
		if len(r.findings) > before {
			r.section = finding.SectionMain
		}
	}
	return r.findings
}

// reader turns the blocks of a document into findings.
type reader struct {
	text     *layout.Text
	lines    []layout.Line
	flow     *layout.Unwrapped
	form     Form
	headings []Heading
	findings []finding.Finding
	focus    []string
	notes    []Note

	classifier finding.Classifier
	texts      strings.Builder // the memory of the texts of findings

	// Where it is.
	section   finding.Section
	area      judgement.Area
	paragraph int
	lscb      bool            // in the part about the safeguarding children board
	article   bool            // it is an article
	opening   bool            // before the first heading
	ended     bool            // after the narrative
	quoted    finding.Speaker // who is quoted, in an article, while a quotation is open
	resume    finding.Section // the list that a box interrupts
	contents  bool            // there is a table of contents, so that text without a section is none of the narrative
}

// fewestBytes is what a finding has on average where findings are short, for sizing.
const fewestBytes = 60

func (r *reader) read() {
	// Nearly every finding ends in a full stop, and hardly any has two.
	r.findings = make([]finding.Finding, 0, min(strings.Count(r.flow.S, "."), len(r.flow.S)/fewestBytes)+8)
	blocks := r.flow.Blocks
	for i := 0; i < len(blocks); i++ {
		if blocks[i].Kind == layout.KindHeading {
			r.heading(r.headings[blocks[i].Heading], i+1 < len(blocks) && blocks[i+1].Kind == layout.KindNumbered)
			continue
		}
		if r.ended || r.contents && r.section == 0 || blocks[i].From == blocks[i].To {
			continue
		}
		if r.section == finding.SectionStudy && r.resume != 0 {
			rest := blocks[i].Kind == layout.KindParagraph && startsSmall(r.flow.S[blocks[i].From:blocks[i].To])
			if rest {
				blocks[i].Kind = layout.KindItem
				r.note(blocks[i], "a box cuts an item in two, of which this is the second part")
			}
			if blocks[i].Kind == layout.KindItem {
				r.section, r.resume = r.resume, 0
			}
		}
		if isList(r.section) {
			end := i
			for end < len(blocks) && blocks[end].Kind != layout.KindHeading {
				end++
			}
			r.list(blocks[i:end])
			i = end - 1
			continue
		}
		r.narrative(blocks, i)
	}
}

// isList reports whether the items of a section are findings each as a whole.
func isList(s finding.Section) bool {
	return s == finding.SectionImprove || s == finding.SectionPriority || s == finding.SectionStrengths
}

// heading begins the section of a heading. numbered: a numbered item or
// paragraph follows it.
func (r *reader) heading(f Heading, numbered bool) {
	r.opening = false
	switch f.row.effect {
	case endsNarrative:
		r.ended = true
		return
	case isContents:
		r.contents, r.section, r.ended, r.lscb = true, 0, false, false
		return
	case changesNothing:
		return
	}
	r.ended = false
	area := f.row.area
	if r.form.IsSIF() {
		if area == judgement.LSCB {
			r.lscb = true
		} else if area != 0 || f.row.council {
			r.lscb = false
		}
		if r.lscb {
			area = judgement.LSCB
		}
		// Within the recommendations the name of a judgement is a line between
		// them, unless its grade stands with it.
		if isList(r.section) && f.row.rule == withGrade && f.Grade == 0 && area != judgement.LSCB && numbered {
			r.area = area
			return
		}
	}
	if !(r.section == finding.SectionMain && f.row.section == finding.SectionMain && area == 0) {
		r.area = area // "Inspection findings" goes on in the area of the heading above it
	}
	r.resume = 0
	if f.row.section == finding.SectionStudy && isList(r.section) {
		r.resume = r.section
	}
	r.section = f.row.section
	r.paragraph = 0
}

// narrative makes findings of the sentences of block i.
func (r *reader) narrative(blocks []layout.Block, i int) {
	k := blocks[i]
	text := r.flow.S[k.From:k.To]
	section := r.section
	switch k.Kind {
	case layout.KindNumbered:
		r.paragraph = k.Number
	case layout.KindItem:
		if r.section == finding.SectionFocus {
			r.focus = append(r.focus, strings.TrimSpace(text))
		}
	case layout.KindParagraph:
		if isSubheading(k, text) {
			return
		}
		switch {
		case r.form == FormJointLetter && r.section == finding.SectionHeadline && aboutInspection(text):
			section = finding.SectionContext
		case r.form != FormLetter || r.section != finding.SectionFocus:
		case i > 0 && endsInColon(r.flow.S[blocks[i-1].From:blocks[i-1].To]) && startsSmall(text):
			r.focus = append(r.focus, r.linesOf(k)...)
		case r.opening && !aboutVisit(text):
			section = finding.SectionHeadline // a summary before "Areas covered by the visit"
		}
	}
	for start := 0; start < len(text); {
		end, next := sentence.Next(text[start:])
		r.add(int(k.From)+start, int(k.From)+start+end, section)
		start += next
	}
}

func endsInColon(s string) bool { return strings.HasSuffix(strings.TrimSpace(s), ":") }

func startsSmall(s string) bool { return s != "" && s[0] >= 'a' && s[0] <= 'z' }

// wrappedFrom is the number of bytes from which on a line may be wrapped.
const wrappedFrom = 60

// linesOf are the lines of a block, where each is an item whose bullet is lost;
// a line that may be wrapped is one with the next.
func (r *reader) linesOf(k layout.Block) []string {
	var items, lines []string // lines are those of one item
	for i := int(k.Line); i < len(r.lines) && i < int(k.Line+k.Lines); i++ {
		s := r.lines[i].Text(r.text.S)
		lines = append(lines, s)
		if len(s) < wrappedFrom {
			items, lines = append(items, strings.Join(lines, " ")), lines[:0]
		}
	}
	if len(lines) > 0 {
		items = append(items, strings.Join(lines, " "))
	}
	return items
}

// aboutVisit reports whether a paragraph before a letter's first heading says
// what the letter is about or how the visit was made, not what was found.
func aboutVisit(s string) bool {
	l := text.Lower(text.Plain(s))
	return text.ContainsAny(l, "this letter", "visit", "inspector", "hmi", "evidence", "looked at", "dear ", "i am writing", "focus")
}

// aboutInspection reports whether a paragraph of a joint letter's opening says how
// the inspection was made, not what it found.
func aboutInspection(s string) bool {
	l := text.Lower(text.Plain(s[:min(len(s), 60)]))
	for _, p := range []string{"between ", "this letter", "this joint ", "the joint targeted", "this inspection", "the inspectorates ", "this jtai", "the findings in the report"} {
		if strings.HasPrefix(l, p) {
			return true
		}
	}
	return false
}

// note adds a note on a block.
func (r *reader) note(k layout.Block, what string) {
	r.notes = append(r.notes, Note{what, r.flow.PlainOffset(int(k.From))})
}

func (r *reader) context(s finding.Section) finding.Context {
	c := finding.Context{Section: s, Area: r.area}
	if n := len(r.findings); n > 0 && !isList(s) {
		before := &r.findings[n-1]
		if before.Section == s && before.Area == r.area && before.Paragraph == r.paragraph {
			c.Before = &before.Reading
		}
	}
	c.Quoted = r.quoted
	return c
}

// source is the offset in the caller's text of the end of flow[:to].
func (r *reader) source(to int) int {
	return r.text.SourceOffset(r.flow.PlainOffset(to-1) + 1)
}

// add makes a finding of the flow text from..to.
func (r *reader) add(from, to int, section finding.Section) {
	s := r.flow.S
	for from < to && s[from] == ' ' {
		from++
	}
	for to > from && s[to-1] == ' ' {
		to--
	}
	if !hasWord(s[from:to]) {
		return
	}
	r.makeRoom(from)
	f := finding.Finding{Text: s[from:to], Section: section, Paragraph: r.paragraph, Area: r.area}
	f.Span = finding.Span{Start: r.text.SourceOffset(r.flow.PlainOffset(from)), End: r.source(to)}
	if isList(section) {
		f.Text = cutFootnote(f.Text)
		f.Text, f.Tags = cutTags(f.Text)
	}
	f.Text = r.own(f.Text)
	f.Reading = r.classifier.Classify(r.context(section), f.Text)
	r.findings = append(r.findings, f)
	if r.article {
		r.followQuotation(f)
	}
}

// textsAtOnce is how many bytes of texts are allocated at a time.
const textsAtOnce = 512

// own returns a copy of the text of a finding, so that one that is kept does not keep
// the whole narrative, but only the texts just before and after.
func (r *reader) own(s string) string {
	if len(s) > r.texts.Cap()-r.texts.Len() {
		if len(s) > textsAtOnce/2 {
			return strings.Clone(s)
		}
		r.texts = strings.Builder{}
		r.texts.Grow(textsAtOnce)
	}
	at := r.texts.Len()
	r.texts.WriteString(s)
	return r.texts.String()[at:]
}

// makeRoom makes room for the findings to come, if there is none: for as many as there
// are in the text so far, to its length.
func (r *reader) makeRoom(at int) {
	if n := len(r.findings); n == cap(r.findings) {
		r.findings = slices.Grow(r.findings, n/2+n*(len(r.flow.S)-at)/max(at, 1)+1)
	}
}

func hasWord(s string) bool {
	for i := 0; i < len(s); i++ {
		if text.IsLetter(s[i]) {
			return true
		}
	}
	return false
}

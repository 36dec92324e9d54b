package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
	"github.com/ilacs-go/inspection/ilacs/internal/sentence"
	"github.com/ilacs-go/inspection/judgement"
)

// body turns the blocks of a document into findings.
type body struct {
	text     *layout.Text
	flow     *layout.Unwrapped
	headings []found
	joint    bool // a joint letter, whose opening says how the inspection was made
	sif      bool // recommendations are numbered, and bullets under them belong to them
	findings []finding.Finding

	section   finding.Section
	area      judgement.Area
	lscb      bool // in the part about the safeguarding children board
	ended     bool
	contents  bool
	paragraph int
	focus     []string // the items of finding.SectionFocus
}

// bytesPerFinding is what a finding has on average, for sizing.
const bytesPerFinding = 120

func (b *body) read(first finding.Section) {
	b.section = first
	b.findings = make([]finding.Finding, 0, len(b.flow.S)/bytesPerFinding+8)
	blocks := b.flow.Blocks
	for i := 0; i < len(blocks); i++ {
		if blocks[i].Kind == layout.KindHeading {
			b.heading(b.headings[blocks[i].Heading], i+1 < len(blocks) && blocks[i+1].Kind == layout.KindNumbered)
			continue
		}
		if b.ended || b.contents && b.section == 0 || blocks[i].From == blocks[i].To {
			continue
		}
		if isList(b.section) {
			end := i
			for end < len(blocks) && blocks[end].Kind != layout.KindHeading {
				end++
			}
			b.list(blocks[i:end])
			i = end - 1
			continue
		}
		b.narrative(blocks, i)
	}
}

// isList tells whether the items of a section are findings each as a whole.
func isList(s finding.Section) bool {
	return s == finding.SectionImprove || s == finding.SectionPriority || s == finding.SectionStrengths
}

// heading begins the section of a heading. numbered: a numbered item or
// paragraph follows it.
func (b *body) heading(f found, numbered bool) {
	switch f.row.effect {
	case endsNarrative:
		b.ended = true
		return
	case isContents:
		b.contents, b.section, b.ended, b.lscb = true, 0, false, false
		return
	case changesNothing:
		return
	}
	b.ended = false
	area := f.row.area
	if b.sif {
		if area == judgement.LSCB {
			b.lscb = true
		} else if area != 0 || f.row.council {
			b.lscb = false
		}
		if b.lscb {
			area = judgement.LSCB
		}
		// Within the recommendations the name of a judgement is a line between
		// them, unless its grade stands with it.
		if isList(b.section) && f.row.rule == withGrade && f.grade == 0 && area != judgement.LSCB && numbered {
			b.area = area
			return
		}
	}
	if !(b.section == finding.SectionMain && f.row.section == finding.SectionMain && area == 0) {
		b.area = area // "Inspection findings" goes on in the area of the heading above it
	}
	b.section = f.row.section
	b.paragraph = 0
}

// narrative makes findings of the sentences of block i.
func (b *body) narrative(blocks []layout.Block, i int) {
	k := blocks[i]
	text := b.flow.S[k.From:k.To]
	section := b.section
	switch k.Kind {
	case layout.KindNumbered:
		b.paragraph = k.Number
	case layout.KindItem:
		if b.section == finding.SectionFocus {
			b.focus = append(b.focus, strings.TrimSpace(text))
		}
	case layout.KindParagraph:
		if isSubheading(k, text) {
			return
		}
		if b.joint && b.section == finding.SectionHeadline && aboutInspection(text) {
			section = finding.SectionContext
		}
	}
	for start := 0; start < len(text); {
		end, next := sentence.Next(text[start:])
		b.add(int(k.From)+start, int(k.From)+start+end, section)
		start += next
	}
}

// aboutInspection tells whether a paragraph of a joint letter's opening says how
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

// isSubheading tells whether a block is a short line by itself that is no
// sentence.
func isSubheading(k layout.Block, s string) bool {
	if k.Lines > 1 || len(s) > 90 || s == "" {
		return false
	}
	if c := s[0]; !(c >= 'A' && c <= 'Z' || text.IsDigit(c) || c >= 0x80) {
		return false
	}
	switch s[len(s)-1] {
	case '.', '?', '!', ';', ',':
		return false
	}
	return true
}

// list makes a finding of each item. Paragraphs are items only where there is
// no bullet and no number at all; else they stand beside the list. A bullet
// under a numbered item belongs to it.
func (b *body) list(blocks []layout.Block) {
	numbered, items := false, false
	for _, k := range blocks {
		numbered = numbered || k.Kind == layout.KindNumbered
		items = items || k.Kind == layout.KindItem
	}
	section := b.section
	last := -1 // the finding that a bullet belongs to
	for i, k := range blocks {
		text := b.flow.S[k.From:k.To]
		if strings.TrimSpace(text) == "" {
			continue
		}
		switch {
		case k.Kind == layout.KindNumbered, k.Kind == layout.KindItem && !(numbered && b.sif):
			b.paragraph = k.Number
			if section != finding.SectionStrengths && saysNone(text) {
				b.beside(blocks, i)
				continue
			}
			b.add(int(k.From), int(k.To), section)
			last = len(b.findings) - 1
			b.paragraph = 0
		case k.Kind == layout.KindItem && last >= 0 && last == len(b.findings)-1:
			f := &b.findings[last]
			f.Text += " " + strings.TrimSpace(text)
			f.End = b.source(int(k.To))
			f.Reading = b.context(section).Classify(f.Text)
		case isSubheading(k, text):
			if !b.lscb {
				b.area = 0 // a line between the items; the area of the one before is over
			}
		case !items && !numbered && !b.sif && !saysNone(text) && section != finding.SectionStrengths || !items && !numbered && section == finding.SectionStrengths:
			b.add(int(k.From), int(k.To), section)
		default:
			b.beside(blocks, i)
		}
	}
}

// beside makes findings of a block that stands in a list's section and is no
// item of it.
func (b *body) beside(blocks []layout.Block, i int) {
	section := b.section
	b.section = finding.SectionMain
	b.narrative(blocks, i)
	b.section = section
}

// saysNone tells whether an item only says that the list is empty.
func saysNone(s string) bool {
	l := text.Lower(s[:min(len(s), 80)])
	if strings.HasPrefix(l, "none") || strings.HasPrefix(l, "not applicable") || strings.HasPrefix(l, "no areas ") {
		return true
	}
	return text.ContainsAny(l, "there are no ", "there were no ", "did not find any ", "did not identify any ", "identified no ", "found no ", "found nothing") &&
		text.ContainsAny(l, "priority", "areas for improvement", "areas of improvement", "immediate action", "recommendation")
}

func (b *body) context(s finding.Section) finding.Context {
	return finding.Context{Section: s, Area: b.area}
}

// source is the offset in the caller's text of the end of flow[:to].
func (b *body) source(to int) int {
	return b.text.SourceOffset(b.flow.PlainOffset(to-1) + 1)
}

// add makes a finding of the flow text from..to.
func (b *body) add(from, to int, section finding.Section) {
	s := b.flow.S
	for from < to && s[from] == ' ' {
		from++
	}
	for to > from && s[to-1] == ' ' {
		to--
	}
	if !hasWord(s[from:to]) {
		return
	}
	f := finding.Finding{Text: s[from:to], Section: section, Paragraph: b.paragraph, Area: b.area}
	f.Span = finding.Span{Start: b.text.SourceOffset(b.flow.PlainOffset(from)), End: b.source(to)}
	if isList(section) {
		f.Text = cutFootnote(f.Text)
		f.Text, f.Tags = cutTags(f.Text)
	}
	f.Reading = b.context(section).Classify(f.Text)
	b.findings = append(b.findings, f)
}

// cutFootnote takes the mark of a footnote off the end of an item.
func cutFootnote(s string) string {
	n := len(s)
	for n > 0 && len(s)-n < 2 && text.IsDigit(s[n-1]) {
		n--
	}
	if n < len(s) && n > 0 && (s[n-1] == '.' || s[n-1] == ')') {
		return s[:n]
	}
	return s
}

func hasWord(s string) bool {
	for i := 0; i < len(s); i++ {
		if text.IsLetter(s[i]) {
			return true
		}
	}
	return false
}

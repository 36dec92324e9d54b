package body

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
	"github.com/ilacs-go/inspection/ilacs/internal/sentence"
	"github.com/ilacs-go/inspection/internal/text"
)

// isSubheading reports whether a block is a short line by itself that is no
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
func (r *reader) list(blocks []layout.Block) {
	numbered, items := false, false
	for _, k := range blocks {
		numbered = numbered || k.Kind == layout.KindNumbered
		items = items || k.Kind == layout.KindItem
	}
	section := r.section
	r.checkMarks(blocks, items || numbered)
	first := len(r.findings)
	last := -1        // the finding that a bullet belongs to
	var more []string // what belongs to it, and is joined to it when it is whole
	lastMarked := len(blocks) - 1
	for lastMarked >= 0 && !isMarked(blocks[lastMarked]) {
		lastMarked--
	}
	var unmarked []layout.Block // lines among the items
	for i, k := range blocks {
		text := r.flow.S[k.From:k.To]
		if strings.TrimSpace(text) == "" {
			continue
		}
		switch {
		case k.Kind == layout.KindNumbered, k.Kind == layout.KindItem && !(numbered && r.form.IsSIF()):
			r.paragraph = k.Number
			if section != finding.SectionStrengths && saysNone(text) || i+1 < len(blocks) && isLeadIn(text) {
				r.beside(blocks, i)
				continue
			}
			r.extend(last, more)
			r.add(int(k.From), int(k.To), section)
			last, more = len(r.findings)-1, more[:0]
			r.paragraph = 0
		case last >= 0 && last == len(r.findings)-1 && (k.Kind == layout.KindItem || goesOnWithItem(k, text, blocks[i-1], i < lastMarked)):
			more = append(more, strings.TrimSpace(text))
			r.findings[last].End = r.source(int(k.To))
		case isSubheading(k, text):
			if !r.lscb {
				r.area = 0 // a line between the items; the area of the one before is over
			}
			if section.Asks() && (r.form == FormILACS || r.form == FormLetter) && hasWord(text) && last >= 0 && i < lastMarked {
				unmarked = append(unmarked, k)
			}
		case !items && !numbered && !r.form.IsSIF() && !saysNone(text) && !(r.form == FormILACS && isProse(text)) && section != finding.SectionStrengths || !items && !numbered && section == finding.SectionStrengths:
			r.add(int(k.From), int(k.To), section)
		default:
			r.beside(blocks, i)
		}
	}
	r.extend(last, more)
	switch len(unmarked) {
	case 0:
	case 1:
		r.note(unmarked[0], "a line among the items of what needs to improve has no bullet or number, and is not read as one of them")
	default:
		r.note(unmarked[0], fmt.Sprintf("%d lines among the items of what needs to improve have no bullet or number, and are not read as items; this is the first", len(unmarked)))
	}
	r.checkEmpty(blocks, r.findings[first:])
}

// extend joins what belongs to an item to its finding, and reads it anew: once for
// all of it, as there may be thousands of bullets below one recommendation.
func (r *reader) extend(item int, more []string) {
	if len(more) == 0 {
		return
	}
	f := &r.findings[item]
	f.Text += " " + strings.Join(more, " ")
	f.Reading = r.context(f.Section).Classify(f.Text)
}

// goesOnWithItem reports whether a paragraph is a further one of the item right
// before it: prose, with more items after it. A footnote begins with its number, and
// what ends in a colon leads in to them.
func goesOnWithItem(k layout.Block, s string, before layout.Block, more bool) bool {
	return k.Kind == layout.KindParagraph && isMarked(before) && !isSubheading(k, s) && !text.IsDigit(s[0]) && !endsInColon(s) && more
}

// isMarked reports whether a block has the mark of an item.
func isMarked(k layout.Block) bool {
	return k.Kind == layout.KindNumbered || k.Kind == layout.KindItem
}

// checkEmpty notes a list of what needs to improve of which nothing was read as
// an item, though its text does not say that there is none.
func (r *reader) checkEmpty(blocks []layout.Block, found []finding.Finding) {
	section := r.section
	if !section.Asks() || slices.ContainsFunc(found, func(f finding.Finding) bool { return f.Section == section }) {
		return
	}
	unread := -1
	for i, k := range blocks {
		s := strings.TrimSpace(r.flow.S[k.From:k.To])
		switch {
		case !hasWord(s) || text.IsDigit(s[len(s)-1]): // a page number, or lines of a table of contents
		case saysNone(s) || saysHowThingsAre(s):
			return
		case unread < 0:
			unread = i
		}
	}
	if unread >= 0 {
		r.note(blocks[unread], "nothing of the list of what needs to improve could be read as an item")
	}
}

// checkMarks notes a list that has no bullets and no numbers: its items may be
// one, or one of them several, and what looks like a line between items is passed
// over.
func (r *reader) checkMarks(blocks []layout.Block, marked bool) {
	lines := 0
	for _, k := range blocks {
		if s := strings.TrimSpace(r.flow.S[k.From:k.To]); s != "" && !saysNone(s) && !(r.form == FormILACS && isProse(s)) {
			lines += int(k.Lines)
		}
	}
	if !marked && lines > 1 && r.form != FormJointLetter && r.section.Asks() {
		r.note(blocks[0], "the list of what needs to improve has no bullets or numbers: its items may not be told apart")
	}
}

// isLeadIn reports whether a numbered paragraph only leads in to the items below
// it: "…, the local authority should take the following action."
func isLeadIn(s string) bool {
	return strings.Contains(s, "the following") && text.ContainsAny(s, "take the following action", "should take the following", "the following actions should be taken")
}

// isProse reports whether a paragraph under the heading of a list is no item of
// it: an item names what has to improve, prose says how things are.
func isProse(s string) bool {
	_, next := sentence.Next(s)
	return next < len(s) && strings.TrimSpace(s[next:]) != "" || saysHowThingsAre(s)
}

// saysHowThingsAre reports whether a paragraph opens as prose does.
func saysHowThingsAre(s string) bool {
	return text.HasAnyPrefix(text.Lower(s), "there is ", "there are ", "there was ", "there were ", "inspectors ", "leaders ", "no ", "this inspection ", "the inspection ")
}

// beside makes findings of a block that stands in a list's section and is no
// item of it.
func (r *reader) beside(blocks []layout.Block, i int) {
	section := r.section
	r.section = finding.SectionMain
	r.narrative(blocks, i)
	r.section = section
}

// saysNone reports whether an item only says that the list is empty.
func saysNone(s string) bool {
	l := text.Lower(s[:min(len(s), 80)])
	if strings.HasPrefix(l, "none") || strings.HasPrefix(l, "not applicable") || strings.HasPrefix(l, "no areas ") {
		return true
	}
	return strings.Contains(l, "no") && text.ContainsAny(l, "there are no ", "there were no ", "did not find any ", "did not identify any ", "identified no ", "found no ", "found nothing") &&
		text.ContainsAny(l, "priority", "areas for improvement", "areas of improvement", "immediate action", "recommendation")
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

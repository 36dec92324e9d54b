package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/ilacs/internal/dates"
	"github.com/ilacs-go/inspection/ilacs/internal/front"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
)

// markFooters skips the lines at the ends of pages that repeat the title or the
// dates of the visit. A short document has too few pages for them to be told by
// their number.
func (doc *document) markFooters(matches []match) {
	h := doc.page
	var titles []int // the offsets of the lines of the title or heading
	for _, m := range matches {
		if m.kind.where == inOpening {
			continue
		}
		for n := h.Line(max(0, m.from-len(m.kind.before)-1)); n <= h.Line(max(0, m.end-1)); n++ {
			titles = append(titles, h.LineStart(n))
		}
	}
	for i := front.MaxLines / 8; i < len(doc.lines); i++ {
		l := &doc.lines[i]
		last := i+1 == len(doc.lines) || doc.lines[i+1].Page || doc.lines[i+1].Skip || i+2 < len(doc.lines) && doc.lines[i+2].Page
		if l.Skip || !last || l.End-l.Start > 110 || l.End-l.Start < 8 {
			continue
		}
		text := text.Lower(text.Plain(l.Of(doc.plain.S)))
		if p, n := dates.Periods(text, 0); len(p) > 0 && p[0].Start != p[0].End && layout.Number(strings.TrimSpace(text[n:])) >= 0 {
			l.Skip = true
			continue
		}
		title := strings.TrimRight(text, " 0123456789")
		for _, at := range titles {
			l.Skip = l.Skip || len(title) > 20 && strings.HasPrefix(h.Folded[at:], title) && h.EndsLine(at+len(title))
		}
	}
}

// checkFooter notes a running footer whose dates are not those of the head.
func (doc *document) checkFooter(v Visit) []Note {
	for _, l := range doc.lines {
		if !l.Skip || l.End-l.Start < 12 || l.End-l.Start > 110 {
			continue
		}
		s := text.Plain(l.Of(doc.plain.S))
		if !text.IsDigit(s[0]) {
			continue
		}
		p, _ := dates.Periods(s, 0)
		if len(p) == 0 {
			continue
		}
		if p[0].Start != v.Start || p[len(p)-1].End != v.End {
			return []Note{doc.noteAt(int(l.Start), "the footer gives other dates than the head: "+s)}
		}
		return nil
	}
	return nil
}

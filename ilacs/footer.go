package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/ilacs/internal/dates"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
)

// markFooters skips the lines at the ends of pages that repeat the title or the
// dates of the visit. A short document has too few pages for them to be told by
// their number.
func (d *document) markFooters(matches []match) {
	h := d.head
	var titles []int // the offsets of the lines of the title or heading
	for _, m := range matches {
		if m.kind.where == inOpening {
			continue
		}
		for n := h.line(max(0, m.from-len(m.kind.before)-1)); n <= h.line(max(0, m.end-1)); n++ {
			titles = append(titles, h.starts[n])
		}
	}
	for i := headLines / 8; i < len(d.lines); i++ {
		l := &d.lines[i]
		last := i+1 == len(d.lines) || d.lines[i+1].NewPage || d.lines[i+1].Furniture || i+2 < len(d.lines) && d.lines[i+2].NewPage
		if l.Furniture || !last || l.End-l.Start > 110 || l.End-l.Start < 8 {
			continue
		}
		text := text.Lower(text.Plain(l.Text(d.plain.S)))
		if p, n := dates.Periods(text, 0); len(p) > 0 && p[0].Start != p[0].End && layout.BareNumber(strings.TrimSpace(text[n:])) >= 0 {
			l.Furniture = true
			continue
		}
		title := strings.TrimRight(text, " 0123456789")
		for _, at := range titles {
			l.Furniture = l.Furniture || len(title) > 20 && strings.HasPrefix(h.folded[at:], title) && h.endsLine(at+len(title))
		}
	}
}

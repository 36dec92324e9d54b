package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/ilacs/internal/dates"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
)

// markFooters skips the lines at the ends of pages that repeat the title or the
// dates of the visit. A short document has too few pages for them to be told by
// their number.
func (d *document) markFooters() {
	h := d.head
	for i := headLines / 8; i < len(d.lines); i++ {
		l := &d.lines[i]
		last := i+1 == len(d.lines) || d.lines[i+1].Page || d.lines[i+1].Skip || i+2 < len(d.lines) && d.lines[i+2].Page
		if l.Skip || !last || l.End-l.Start > 110 || l.End-l.Start < 8 {
			continue
		}
		text := lower(straight(l.Of(d.plain.S)))
		if p, n := dates.Periods(text, 0); len(p) > 0 && p[0].Start != p[0].End && layout.Number(strings.TrimSpace(text[n:])) >= 0 {
			l.Skip = true
			continue
		}
		title := strings.TrimRight(text, " 0123456789")
		for _, at := range h.starts[:min(len(h.starts), titleLines, i)] {
			l.Skip = l.Skip || len(title) > 20 && strings.HasPrefix(h.folded[at:], title)
		}
	}
}

// titleLines is how many lines of a document its title, or the heading of a
// letter behind the address, is looked for in.
const titleLines = 30

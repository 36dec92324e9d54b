package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/ilacs/internal/layout"
)

// headLines is how many lines of a document are searched for its title, its
// fields and its judgements.
const headLines = 80

// head is the beginning of a document in one string: wrapped lines joined by a
// space, paragraphs by a line end, quotation marks and dashes made plain.
type head struct {
	lines   []layout.Line
	printed string // with its letter case
	folded  string // printed in lower case, with line ends as spaces; same offsets
	starts  []int  // where each line begins in printed
	first   int    // the first line that is not a page number
	letter  bool   // it has a letter's salutation or opening
	// titleEnd is where the title must have ended: before "Inspection date".
	titleEnd int
}

func newHead(s string, lines []layout.Line) *head {
	h := &head{lines: lines[:min(len(lines), headLines)]}
	var b strings.Builder
	for i, l := range h.lines {
		if l.Furniture && b.Len() == 0 {
			h.first = i + 1
		}
		if b.Len() > 0 {
			if l.Blanks > 0 || l.NewPage {
				b.WriteByte('\n')
			} else {
				b.WriteByte(' ')
			}
		}
		h.starts = append(h.starts, b.Len())
		if !l.Furniture {
			b.WriteString(text.Plain(l.Text(s)))
		}
	}
	h.printed = b.String()
	h.folded = strings.ReplaceAll(text.Lower(h.printed), "\n", " ")
	for i := range h.lines {
		h.letter = h.letter || strings.HasPrefix(h.folded[h.starts[i]:], "dear ")
	}
	h.letter = h.letter || text.ContainsAny(h.folded, "this letter", "i am writing to", "we are writing to")
	h.titleEnd = len(h.folded)
	if n := strings.Index(h.folded, "inspection date"); n >= 0 {
		h.titleEnd = n
	} else if len(h.starts) > 12 {
		h.titleEnd = h.starts[12]
	}
	return h
}

// line is the line in which offset i of the head lies.
func (h *head) line(i int) int {
	for n := len(h.starts) - 1; n > 0; n-- {
		if h.starts[n] <= i {
			return n
		}
	}
	return 0
}

// startsLine tells whether a line begins at offset i.
func (h *head) startsLine(i int) bool { return h.starts[h.line(i)] == i }

// endsLine tells whether nothing but the mark of a footnote stands between
// offset i and the end of its line.
func (h *head) endsLine(i int) bool {
	end := len(h.folded)
	if n := h.line(i - 1); n+1 < len(h.starts) {
		end = h.starts[n+1]
	}
	return strings.Trim(h.folded[min(i, end):end], " 0123456789.") == ""
}

package ilacs

import (
	"strings"

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
		if l.Skip && b.Len() == 0 {
			h.first = i + 1
		}
		if b.Len() > 0 {
			if l.Blanks > 0 || l.Page {
				b.WriteByte('\n')
			} else {
				b.WriteByte(' ')
			}
		}
		h.starts = append(h.starts, b.Len())
		if !l.Skip {
			b.WriteString(straight(l.Of(s)))
		}
	}
	h.printed = b.String()
	h.folded = strings.ReplaceAll(lower(h.printed), "\n", " ")
	for i := range h.lines {
		h.letter = h.letter || strings.HasPrefix(h.folded[h.starts[i]:], "dear ")
	}
	h.letter = h.letter || containsAny(h.folded, "this letter", "i am writing to", "we are writing to")
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

// straight makes quotation marks and dashes plain and folds runs of spaces.
func straight(s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] < 0x80 && s[i] != '\t' && (s[i] != ' ' || i+1 == len(s) || s[i+1] != ' ')
	}
	if plain {
		return s
	}
	var b strings.Builder
	space := false
	for _, r := range s {
		switch r {
		case '\u2018', '\u2019', '\u201A', '\u02BC', '`', '\u00B4':
			r = '\''
		case '\u201C', '\u201D', '\u201E':
			r = '"'
		case '\u2013', '\u2014', '\u2212', '\u2015':
			r = '-'
		case '\t':
			r = ' '
		}
		if r == ' ' && space {
			continue
		}
		space = r == ' '
		b.WriteRune(r)
	}
	return b.String()
}

// lower is s in lower case, ASCII letters alone, so that offsets stay.
func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' {
			b := []byte(s)
			for ; i < len(b); i++ {
				if b[i] >= 'A' && b[i] <= 'Z' {
					b[i] |= 0x20
				}
			}
			return string(b)
		}
	}
	return s
}

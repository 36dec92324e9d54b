// Package layout turns the text of a document, in whatever form it was
// extracted, into lines and then into unwrapped blocks, and knows where each
// stands in the caller's own text. It knows nothing of children's services, only
// of pages, lines, bullets, numbers and paragraphs.
//
//	text := layout.Clean(source)                       // the plain text
//	lines := layout.Lines(text.S)                      // its lines
//	lines = layout.SplitBullets(text.S, lines)         // cut at bullets within them
//	layout.MarkFurniture(text.S, lines)                // page numbers, footers and the like
//	unwrapped := layout.Unwrap(text.S, lines, 0, nil)  // paragraphs and items
//
// An offset in the unwrapped text leads to one in the plain text
// ([Unwrapped.PlainOffset]), and that to one in the source ([Text.SourceOffset]).
package layout

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/internal/text"
)

// Text is the plain text of a document: a line ends in '\n' or '\f', a space is
// ' ' or '\t', ligatures are spelled out, soft hyphens and other invisible
// characters are gone. Quotation marks and dashes stay as printed.
type Text struct {
	S       string // the plain text
	Invalid int    // how many bytes were not valid UTF-8; they are U+FFFD now

	shifts []shift
}

// shift says that offsets in the plain text, from one on, are so many bytes less
// than those in the source.
type shift struct{ from, by int }

// SourceOffset returns the offset in the source of an offset in the plain text.
func (t *Text) SourceOffset(i int) int {
	n := sort.Search(len(t.shifts), func(k int) bool { return t.shifts[k].from > i })
	if n == 0 {
		return i
	}
	return i + t.shifts[n-1].by
}

// Clean returns the plain text of s, in one pass. If nothing has to change it
// copies nothing, and S is s itself.
func Clean(s string) *Text {
	t := &Text{S: s}
	markdown := isMarkdown(s)
	c := cleaner{t: t, s: s}
	for i := 0; i < len(s); {
		b := s[i]
		if b < utf8.RuneSelf {
			switch {
			case b >= ' ' && b != 0x7f:
				if markdown && (b == '*' || b == '\\') {
					if n := markup(s, i); n > 0 {
						c.put(i, n, "")
						i += n
						continue
					}
				}
			case b == '\n' || b == '\t' || b == '\f':
			case b == '\r':
				n := 1
				if i+1 < len(s) && s[i+1] == '\n' {
					n = 2
				}
				c.put(i, n, "\n")
				i += n
				continue
			case b == '\v':
				c.put(i, 1, "\n")
			default:
				c.put(i, 1, " ")
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			t.Invalid++
			c.put(i, 1, "\uFFFD")
			i++
			continue
		}
		if r == '\u00AD' {
			n += lineEnd(s[i+n:]) // a word cut at a soft hyphen is one word again
			c.put(i, n, "")
		} else if with, ok := plain(r); ok {
			c.put(i, n, with)
		}
		i += n
	}
	c.finish()
	return t
}

// cleaner builds the plain text. It copies nothing before the first change.
type cleaner struct {
	t    *Text
	s    string
	out  strings.Builder
	done int // how much of s is in out
}

// put replaces n bytes of s at an offset.
func (c *cleaner) put(at, n int, with string) {
	if c.done == 0 && c.out.Len() == 0 {
		c.out.Grow(len(c.s))
	}
	c.out.WriteString(c.s[c.done:at])
	c.out.WriteString(with)
	c.done = at + n
	by := c.done - c.out.Len()
	if k := len(c.t.shifts); k == 0 && by != 0 || k > 0 && c.t.shifts[k-1].by != by {
		c.t.shifts = append(c.t.shifts, shift{from: c.out.Len(), by: by})
	}
}

// finish copies the rest, unless nothing was changed.
func (c *cleaner) finish() {
	if c.done == 0 && c.out.Len() == 0 {
		return
	}
	c.out.WriteString(c.s[c.done:])
	c.t.S = c.out.String()
}

// plain returns what replaces a rune in the plain text. It reports false if the
// rune stays.
func plain(r rune) (string, bool) {
	switch {
	case r == '\u00A0' || r >= '\u2000' && r <= '\u200A' || r == '\u202F' || r == '\u205F' || r == '\u3000':
		return " ", true
	case r == '\u0085' || r == '\u2028' || r == '\u2029':
		return "\n", true
	case r >= '\u200B' && r <= '\u200F' || r == '\u2060' || r == '\uFEFF':
		return "", true
	case r == '\uFFFE': // PDFium's mark for a hyphen at the end of a line
		return "-", true
	case r == '\u2010' || r == '\u2011': // the Unicode hyphens
		return "-", true
	case r >= '\uFB00' && r <= '\uFB06':
		return [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[r-'\uFB00'], true
	case r >= 0x80 && r < 0xA0:
		return " ", true
	}
	return "", false
}

// lineEnd returns the length of a line end at the start of s, with the indent of
// the next line; 0 if there is none.
func lineEnd(s string) int {
	n := 0
	for n < len(s) && (s[n] == ' ' || s[n] == '\r') {
		n++
	}
	if n == len(s) || s[n] != '\n' {
		return 0
	}
	for n++; n < len(s) && s[n] == ' '; n++ {
	}
	return n
}

// isMarkdown reports whether asterisks and backslashes are markup: the text has a
// Markdown heading or bold text.
func isMarkdown(s string) bool {
	if i := strings.Index(s, "**"); i >= 0 && strings.Contains(s[i+2:], "**") {
		return true
	}
	return strings.HasPrefix(s, "# ") || text.ContainsAny(s, "\n# ", "\n## ", "\n### ")
}

// markup returns the length of the markup at s[i]: bold or italic asterisks, or a
// backslash before punctuation. An asterisk with a space after it, at the start
// of a line or after a space, is a bullet instead.
func markup(s string, i int) int {
	if s[i] == '\\' {
		if i+1 < len(s) && strings.IndexByte(`-*_.#()[]+!&'"`, s[i+1]) >= 0 {
			return 1
		}
		return 0
	}
	n := 1
	for i+n < len(s) && s[i+n] == '*' {
		n++
	}
	if n == 1 && (i+1 == len(s) || s[i+1] == ' ') && (i == 0 || s[i-1] == '\n' || s[i-1] == ' ') {
		return 0
	}
	return n
}

// Package layout turns the text of a document, in whatever form it was
// extracted, into lines and blocks whose places in the caller's own text are
// known. It knows nothing of children's services: only pages, lines, bullets,
// numbers and paragraphs.
package layout

import (
	"math/bits"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/internal/text"
)

// Text is a document's text made plain: line ends are '\n' or '\f', every
// space is ' ' or '\t', ligatures are spelled out, soft hyphens and other
// invisible characters are gone. Quotation marks and dashes stay as printed.
type Text struct {
	S       string // the plain text
	Invalid int    // how many bytes were not valid UTF-8 (now U+FFFD)

	// Where the distance between plain and source text changes: from
	// breaks[i].plain on, source = plain + breaks[i].shift.
	breaks []shift
	before *Text // what it was made from; nil where that is the caller's text
}

type shift struct{ plain, shift int32 }

// SourceOffset is the offset in the caller's text of offset i of the plain text.
func (t *Text) SourceOffset(i int) int {
	if n := sort.Search(len(t.breaks), func(k int) bool { return int(t.breaks[k].plain) > i }); n > 0 {
		i += int(t.breaks[n-1].shift)
	}
	if t.before != nil {
		return t.before.SourceOffset(i)
	}
	return i
}

// Clean makes s plain in one pass, whose loop is one function for its speed. Where nothing has to change it allocates
// nothing and S is s itself.
func Clean(s string) *Text {
	t := &Text{S: s}
	markdown := isMarkdown(s)
	c := cleaner{t: t, s: s}
	cuts := 0     // signs that the tool cuts words
	hyphens := -1 // lines that hold a hyphen alone; -1 until there is one
	i := 0
	for {
		if i = skipOrdinary(s, i); i == len(s) {
			break
		}
		b := s[i]
		if b < utf8.RuneSelf {
			switch {
			case b == ' ' && spaceBeforeMark(s, i):
				c.put(i, 1, "")
				cuts++
			case b == ' ' && isOrphan(s, i):
				cuts++
			case b >= ' ' && b != 0x7f:
				if markdown && (b == '*' || b == '\\') {
					if n := markup(s, i); n > 0 {
						c.put(i, n, "")
						i += n
						continue
					}
				}
			case b == '\n' && strings.HasPrefix(s[i:], hyphenLine):
				if hyphens < 0 {
					hyphens = strings.Count(s, hyphenLine)
				}
				// A hyphen alone on its line joins two lines where it is the only one:
				// with others it is a bullet.
				if hyphens == 1 {
					c.put(i, len(hyphenLine), "-")
					i += len(hyphenLine)
					continue
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
	if cuts >= minCut && len(s)/cuts < cutEvery {
		t = joinWords(t)
	}
	return plainMarks(t)
}

// ordinary has the characters that stay as they are wherever they stand.
var ordinary = func() (is [256]bool) {
	for c := '!'; c <= '~'; c++ {
		is[c] = c != '*' && c != '\\'
	}
	return is
}()

// skipOrdinary returns the offset of the first character from i on that may have to
// change: most of a text is letters, and spaces before letters that are no orphans. It
// looks at several at once, as no processor foresees where the next space stands.
func skipOrdinary(s string, i int) int {
	for ; i+8 <= len(s); i += toldOfEight {
		if found := extraordinary(text.Eight(s, i)); found != 0 {
			return i + bits.TrailingZeros64(found)/8
		}
	}
	for i < len(s) {
		switch {
		case ordinary[s[i]]:
			i++
		case s[i] != ' ' || i+2 >= len(s) || s[i+1] != ' ' && (s[i+2] == ' ' || !text.IsLetter(s[i+1])):
			return i
		default: // no letter alone, and no mark, stands after the space
			i++
		}
	}
	return i
}

// toldOfEight is of how many of eight characters extraordinary tells: two more are
// needed to tell what a space stands before.
const toldOfEight = 6

// extraordinary returns a number with the highest bit set in each of the first six
// bytes of block at which skipOrdinary stops. It works on all bytes at once: for c from
// 0 to 127, c+0x80-x has that bit if c is x or more.
func extraordinary(block uint64) uint64 {
	const each, high, told = 0x0101010101010101, 0x8080808080808080, 1<<(8*toldOfEight) - 1
	c := block &^ high
	fold := c | 0x20*each
	printed := (c + (0x80-' ')*each) &^ (c + (0x80-'~'-1)*each) &^ block
	space := printed &^ (c + (0x80-' '-1)*each)
	marks := (c+(0x80-'*')*each)&^(c+(0x80-'*'-1)*each) | (c+(0x80-'\\')*each)&^(c+(0x80-'\\'-1)*each)
	letter := (fold + (0x80-'a')*each) &^ (fold + (0x80-'z'-1)*each) &^ block
	stops := ^printed | marks | space&^(space>>8)&(space>>16|^(letter>>8))
	return stops & high & told
}

const hyphenLine = "\n-\n"

// cleaner copies only from the first change on.
type cleaner struct {
	t    *Text
	s    string
	out  strings.Builder
	done int // how much of s is in out
}

func (c *cleaner) put(at, n int, with string) {
	if c.done == 0 && c.out.Len() == 0 {
		c.out.Grow(len(c.s))
	}
	c.out.WriteString(c.s[c.done:at])
	c.out.WriteString(with)
	c.done = at + n
	d := int32(c.done - c.out.Len())
	if k := len(c.t.breaks); k == 0 && d != 0 || k > 0 && c.t.breaks[k-1].shift != d {
		c.t.breaks = append(text.Room(c.t.breaks), shift{plain: int32(c.out.Len()), shift: d})
	}
}

func (c *cleaner) finish() {
	if c.done == 0 && c.out.Len() == 0 {
		return
	}
	c.out.WriteString(c.s[c.done:])
	c.t.S = c.out.String()
}

// plain tells what stands for a rune that does not stand for itself.
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
	case r == '\u2010' || r == '\u2011': // hyphens proper
		return "-", true
	case r >= '\uFB00' && r <= '\uFB06':
		return [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[r-'\uFB00'], true
	case r >= 0x80 && r < 0xA0:
		return " ", true
	}
	return "", false
}

// lineEnd is the length of a line end and the next line's indent at the start
// of s, 0 if there is none.
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

// isMarkdown reports whether asterisks and backslashes are markup: the text has
// a Markdown heading or bold text.
func isMarkdown(s string) bool {
	if i := strings.Index(s, "**"); i >= 0 && strings.Contains(s[i+2:], "**") {
		return true
	}
	return strings.HasPrefix(s, "# ") || strings.IndexByte(s, '#') >= 0 && text.ContainsAny(s, "\n# ", "\n## ", "\n### ")
}

// markup is the length of the markup at s[i]: bold or italic asterisks, or a
// backslash before punctuation. An asterisk with a space after it at the
// start of a line is a bullet.
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

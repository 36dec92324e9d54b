package body

import (
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/ilacs/internal/grade"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
	"github.com/ilacs-go/inspection/judgement"
)

// cursor walks over the words of lines.
type cursor struct {
	s     string
	lines []layout.Line
	line  int
	at    int
}

// next reads the next word: letters with apostrophes, or digits. over: it may
// stand on a later line, if no more than two blank lines lie between.
func (c *cursor) next(over bool) (string, bool) {
	for {
		end := int(c.lines[c.line].End)
		for c.at < end && !text.IsLetter(c.s[c.at]) && !text.IsDigit(c.s[c.at]) {
			c.at++
		}
		if c.at < end {
			start := c.at
			if text.IsDigit(c.s[start]) {
				for c.at < end && text.IsDigit(c.s[c.at]) {
					c.at++
				}
				return c.s[start:c.at], true
			}
			for c.at < end && (text.IsLetter(c.s[c.at]) || apostrophe(c.s[c.at:end]) > 0) {
				c.at += max(1, apostrophe(c.s[c.at:end]))
			}
			return c.s[start:c.at], true
		}
		if !over || c.line+1 >= len(c.lines) {
			return "", false
		}
		n := c.line + 1
		for n < len(c.lines) && c.lines[n].Furniture {
			n++
		}
		if n == len(c.lines) || c.lines[n].Blanks > 2 || n > c.line+1 && !c.lines[n].NewPage {
			return "", false
		}
		c.line, c.at = n, int(c.lines[n].Start)
	}
}

// apostrophe is the length of an apostrophe inside a word at the start of s.
func apostrophe(s string) int {
	n := 0
	if strings.HasPrefix(s, "'") {
		n = 1
	} else if strings.HasPrefix(s, "\u2019") {
		n = 3
	}
	if n > 0 && n < len(s) && text.IsLetter(s[n]) {
		return n
	}
	return 0
}

// grade reads a grade; what of it stands on a later line may too.
func (c *cursor) grade(over bool) (judgement.Grade, bool) {
	var w [5]text.Word
	var at [5]cursor
	d := *c
	n := 0
	var buf [16]byte
	for n < len(w) {
		s, ok := d.next(over)
		if !ok || len(s) > len(buf) {
			break
		}
		w[n] = text.Word{Text: string(foldWord(buf[:0], s))}
		if !grade.IsWord(w[n].Text) {
			break
		}
		at[n] = d
		n++
	}
	if n == 0 {
		return 0, false
	}
	g, k := grade.At(w[:n], 0)
	if k == 0 {
		return 0, false
	}
	*c = at[k-1]
	return g, true
}

// gradeAfter reads the grade after the words of a heading: ": good", "is
// good", "is that it is good", "Grade 3 (Adequate)", on the same line or below.
func (c *cursor) gradeAfter() (judgement.Grade, bool) {
	for {
		before := *c
		w, ok := c.next(true)
		if !ok {
			return 0, false
		}
		if equalWord(w, "is") || equalWord(w, "are") || equalWord(w, "that") || equalWord(w, "it") || equalWord(w, "grade") || len(w) == 1 && text.IsDigit(w[0]) {
			continue
		}
		*c = before
		return c.grade(true)
	}
}

// toBeGood reads "to be good" where it stands next on the line.
func (c *cursor) toBeGood() {
	d := *c
	for _, want := range []string{"to", "be", "good"} {
		if w, ok := d.next(false); !ok || !equalWord(w, want) {
			return
		}
	}
	*c = d
}

// lineDone reports whether nothing is left on the line but punctuation and the
// mark of a footnote. The number of a page in a table of contents is no mark:
// it stands after a space.
func (c *cursor) lineDone() bool {
	rest := c.s[c.at:c.lines[c.line].End]
	marks := strings.TrimLeft(rest, "?:.)\u2013\u2014")
	if marks == "" {
		return true
	}
	if n := layout.BareNumber(marks); n >= 0 && n < 10 {
		return true
	}
	if trimmed := strings.TrimSpace(marks); len(marks) < len(rest) && len(trimmed) == 1 {
		return text.IsDigit(trimmed[0]) || trimmed == "-"
	}
	if c := strings.TrimSpace(rest); len(c) > 2 && c[0] == '(' && strings.IndexByte(c, ')') > 0 && strings.IndexByte(c, ' ') < 0 {
		return true // an abbreviation
	}
	return strings.EqualFold(strings.TrimSpace(marks), "(continued)") || strings.TrimSpace(marks) == "\u2013" || strings.TrimSpace(marks) == "-"
}

// because reports whether "because" ends the line.
func (c *cursor) because() bool {
	w, ok := c.next(true)
	return ok && equalWord(w, "because") && c.lineDone()
}

// rest is where text goes on after a heading on the same line: at a paragraph
// number. 0 where it does not.
func (c *cursor) rest() int {
	i := c.at
	end := int(c.lines[c.line].End)
	for i < end && (c.s[i] == ' ' || c.s[i] == '.') {
		i++
	}
	if n, _ := layout.ParagraphNumber(c.s[i:end]); n > 0 {
		return i
	}
	return 0
}

func equalWord(w, lower string) bool {
	j := 0
	for i := 0; i < len(w); i++ {
		b := w[i]
		if b >= 0x80 { // a curly apostrophe
			b = '\''
			i += 2
		} else if b >= 'A' && b <= 'Z' {
			b |= 0x20
		}
		if j == len(lower) || lower[j] != b {
			return false
		}
		j++
	}
	return j == len(lower)
}

func foldWord(dst []byte, w string) []byte {
	for i := 0; i < len(w); i++ {
		b := w[i]
		if b >= 0x80 {
			b = '\''
			i += 2
		} else if b >= 'A' && b <= 'Z' {
			b |= 0x20
		}
		dst = append(dst, b)
	}
	return dst
}

package layout

import (
	"strings"
	"unicode/utf8"
)

// Line is a line that is not blank. Start and End are the offsets of its
// content in the plain text, without the space around it.
type Line struct {
	Start, End int32
	Indent     int16 // columns before the content
	Blanks     uint8 // blank lines before it (255 at most)
	NewPage    bool  // a page ends between the line before and this one
	Heading    bool  // marked as a heading ("## What needs to improve")
	Furniture  bool  // a running header or footer
}

// Text is the line's content in s, the plain text it was cut from.
func (l Line) Text(s string) string { return s[l.Start:l.End] }

// Lines cuts the plain text into its lines, blank ones left out.
func Lines(s string) []Line {
	lines := make([]Line, 0, strings.Count(s, "\n")+strings.Count(s, "\f")+1)
	blanks, page := 0, false
	ends := newLineEnds(s)
	for i := 0; i < len(s); {
		end := ends.after(i)
		next := min(end+1, len(s))
		if l, ok := lineOf(s, i, end); ok {
			l.Blanks, l.NewPage = uint8(min(blanks, 255)), page
			lines = append(lines, l)
			blanks, page = 0, false
		} else {
			blanks++
		}
		if end < len(s) && s[end] == '\f' {
			page = true
		}
		i = next
	}
	return lines
}

// lineEnds finds the ends of the lines of a text, one after the other. It knows where
// the next end of a line and the next end of a page stand, so that each is looked for
// once.
type lineEnds struct {
	s          string
	line, page int // -1 until they are looked for
}

func newLineEnds(s string) lineEnds { return lineEnds{s, -1, -1} }

// after returns the offset of the line end or the end of the page from i on, or that
// of the end of the text. i is no less than in the calls before.
func (e *lineEnds) after(i int) int {
	if e.line < i {
		e.line = indexFrom(e.s, i, '\n')
	}
	if e.page < i {
		e.page = indexFrom(e.s, i, '\f')
	}
	return min(e.line, e.page)
}

// indexFrom returns the offset of the first c from i on, or the length of s.
func indexFrom(s string, i int, c byte) int {
	if n := strings.IndexByte(s[i:], c); n >= 0 {
		return i + n
	}
	return len(s)
}

func lineOf(s string, i, end int) (Line, bool) {
	col := 0
	for ; i < end && (s[i] == ' ' || s[i] == '\t'); i++ {
		if s[i] == '\t' {
			col += 8 - col%8
		} else {
			col++
		}
	}
	for end > i && (s[end-1] == ' ' || s[end-1] == '\t') {
		end--
	}
	l := Line{Start: int32(i), End: int32(end), Indent: int16(min(col, 1<<14))}
	if i < end && s[i] == '#' {
		n := i
		for n < end && s[n] == '#' {
			n++
		}
		if n-i <= 6 && n < end && s[n] == ' ' {
			for n < end && s[n] == ' ' {
				n++
			}
			l.Start, l.Heading = int32(n), true
		}
	}
	return l, l.Start < l.End
}

// bullets are the marks of a list's items, and whether the mark is one of a
// nested list. The private-use ones are Wingdings and Symbol as PDF text
// layers give them.
var bullets = map[rune]bool{
	'\u25FC': false, '\u25A0': false, '\u25AA': false, '\u25CF': false, '\u2022': false, '\u00B7': false,
	'\u25B6': false, '\u27A2': false, '\u2756': false, '\u25C6': false, '\u2751': false, '*': false, '-': false,
	'\uF06E': false, '\uF0A7': false, '\uF0B7': false, '\uF0D8': false, '\uF076': false, '\uF0FC': false,
	'\u2212': true, '\u2013': true, '\u25CB': true, '\u25E6': true, '\uF02D': true, '\u25FD': true,
}

// Bullet reports whether s begins with a bullet: the length of the mark and the
// space after it, and whether it is one of a nested list. A hyphen or an
// asterisk counts only with a space after it.
func Bullet(s string) (n int, nested bool) {
	r, size := utf8.DecodeRuneInString(s)
	if r < utf8.RuneSelf && r != '*' && r != '-' {
		if r == 'o' && len(s) > 2 && s[1] == ' ' && s[2] == ' ' { // Courier's hollow bullet
			return skipSpace(s, 1), true
		}
		return 0, false
	}
	nested, ok := bullets[r]
	if !ok {
		return 0, false
	}
	n = skipSpace(s, size)
	if n == size && (r == '*' || r == '-' || r == '\u2013' || r == '\u2212') && n < len(s) {
		return 0, false
	}
	return n, nested
}

// ParagraphNumber reports whether s begins with a paragraph number ("12." and a space,
// a capital letter or nothing after it): its length with the space after it, and the number.
func ParagraphNumber(s string) (n, number int) {
	for n < len(s) && n < 4 && s[n] >= '0' && s[n] <= '9' {
		number = number*10 + int(s[n]-'0')
		n++
	}
	if n == 0 || n == 4 || number == 0 || n >= len(s) || s[n] != '.' {
		return 0, 0
	}
	for n+1 < len(s) && s[n+1] == '.' { // "46.. Most": a slip
		n++
	}
	end := skipSpace(s, n+1)
	if end == n+1 && end < len(s) && !(s[end] >= 'A' && s[end] <= 'Z') {
		return 0, 0
	}
	return end, number
}

func skipSpace(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	return i
}

// BareNumber is the value of s where s is a whole number of up to three digits and
// nothing else, or -1.
func BareNumber(s string) int {
	if len(s) == 0 || len(s) > 3 {
		return -1
	}
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// Gap is the offset of the first gap between columns in s (three spaces or
// more, or a tab) and of what stands after it; ok is false where there is none.
func Gap(s string) (before, after int, ok bool) {
	for i := 0; i < len(s); i++ {
		if s[i] != ' ' && s[i] != '\t' {
			continue
		}
		j := skipSpace(s, i)
		if j-i >= 3 || strings.IndexByte(s[i:j], '\t') >= 0 {
			return i, j, true
		}
		i = j
	}
	return 0, 0, false
}

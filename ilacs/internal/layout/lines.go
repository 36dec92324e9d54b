package layout

import (
	"strings"
	"unicode/utf8"
)

// Line is a line that is not blank. Start and End are the offsets of its text in
// the plain text, without the space around it.
type Line struct {
	Start, End int32
	Indent     int16 // columns before the text
	Blanks     uint8 // blank lines before it, 255 at most
	NewPage    bool  // a page ends between the line before and this one
	Heading    bool  // marked as a heading in Markdown: "## What needs to improve"
	Furniture  bool  // not part of the running text: see [MarkFurniture]
}

// Text returns the line's text; s is the plain text.
func (l Line) Text(s string) string { return s[l.Start:l.End] }

// Lines returns the lines of the plain text, except blank ones.
func Lines(s string) []Line {
	lines := make([]Line, 0, strings.Count(s, "\n")+strings.Count(s, "\f")+1)
	blanks, newPage := 0, false
	for i := 0; i < len(s); {
		end := strings.IndexAny(s[i:], "\n\f")
		next := len(s)
		if end < 0 {
			end = len(s)
		} else {
			end += i
			next = end + 1
		}
		if l, ok := lineOf(s, i, end); ok {
			l.Blanks, l.NewPage = uint8(min(blanks, 255)), newPage
			lines = append(lines, l)
			blanks, newPage = 0, false
		} else {
			blanks++
		}
		if end < len(s) && s[end] == '\f' {
			newPage = true
		}
		i = next
	}
	return lines
}

// lineOf returns the line s[i:end]. It reports false if the line is blank.
func lineOf(s string, i, end int) (Line, bool) {
	column := 0
	for ; i < end && (s[i] == ' ' || s[i] == '\t'); i++ {
		if s[i] == '\t' {
			column += 8 - column%8
		} else {
			column++
		}
	}
	end = trimRight(s, i, end)
	l := Line{Start: int32(i), End: int32(end), Indent: int16(min(column, 1<<14))}
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

// bullets are the marks of the items of a list, and whether a mark is that of a
// nested list. The private-use characters are Wingdings and Symbol as the text
// layer of a PDF has them.
var bullets = map[rune]bool{
	'\u25FC': false, '\u25A0': false, '\u25AA': false, '\u25CF': false, '\u2022': false, '\u00B7': false,
	'\u25B6': false, '\u27A2': false, '\u2756': false, '\u25C6': false, '\u2751': false, '*': false, '-': false,
	'\uF06E': false, '\uF0A7': false, '\uF0B7': false, '\uF0D8': false, '\uF076': false, '\uF0FC': false,
	'\u2212': true, '\u2013': true, '\u25CB': true, '\u25E6': true, '\uF02D': true, '\u25FD': true,
}

// Bullet returns the length of a bullet at the start of s, with the space after
// it, and reports whether it is that of a nested list. n is 0 if there is no
// bullet: a hyphen, a dash or an asterisk is one only with a space after it.
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

// skipSpace returns the offset of the first byte from i on that is not a space.
func skipSpace(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	return i
}

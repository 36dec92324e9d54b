package layout

import (
	"slices"
	"strings"
)

// SplitBullets returns the lines, cut at the bullets within them, as there are in
// text that was rewrapped. It cuts only at marks that running text never has.
func SplitBullets(s string, lines []Line) []Line {
	marks := bulletOffsets(s)
	inside := insideLines(marks, lines)
	if inside == 0 {
		return lines
	}
	out := make([]Line, 0, len(lines)+inside)
	for _, l := range lines {
		for len(marks) > 0 && marks[0] < int(l.End) {
			if mark := int32(marks[0]); mark > l.Start {
				before := l
				before.End = int32(trimRight(s, int(l.Start), int(mark)))
				if before.End > before.Start {
					out = append(out, before)
				}
				l.Start, l.Blanks, l.NewPage = mark, 0, false
			}
			marks = marks[1:]
		}
		out = append(out, l)
	}
	return out
}

// bulletOffsets returns where in s the marks stand, in order.
func bulletOffsets(s string) []int {
	var offsets []int
	for _, mark := range []string{"\u25FC", "\u25A0", "\u25AA", "\uF06E", "\uF0A7", "\uF0B7", "\u2022"} {
		for i := 0; ; {
			k := strings.Index(s[i:], mark)
			if k < 0 {
				break
			}
			offsets = append(offsets, i+k)
			i += k + len(mark)
		}
	}
	slices.Sort(offsets)
	return offsets
}

// insideLines counts the marks that do not begin a line.
func insideLines(marks []int, lines []Line) (n int) {
	for _, l := range lines {
		for len(marks) > 0 && marks[0] < int(l.End) {
			if marks[0] > int(l.Start) {
				n++
			}
			marks = marks[1:]
		}
	}
	return n
}

// trimRight returns where s[from:to] ends without the space at its end.
func trimRight(s string, from, to int) int {
	for to > from && (s[to-1] == ' ' || s[to-1] == '\t') {
		to--
	}
	return to
}

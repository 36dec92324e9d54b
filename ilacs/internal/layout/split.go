package layout

import (
	"math/bits"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/internal/text"
)

// SplitBullets cuts lines at bullets that stand within them, as in text whose
// lines were broken anew: only at marks that are never used in running text.
func SplitBullets(s string, lines []Line) []Line {
	var at []int
	for i := nextNonASCII(s, 0); i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch r {
		case '\u25FC', '\u25A0', '\u25AA', '\uF06E', '\uF0A7', '\uF0B7', '\u2022':
			at = append(at, i)
		}
		i = nextNonASCII(s, i+n)
	}
	if len(at) == 0 {
		return lines
	}
	inside := 0
	k := 0
	for _, l := range lines {
		for k < len(at) && at[k] < int(l.End) {
			if at[k] > int(l.Start) {
				inside++
			}
			k++
		}
	}
	if inside == 0 {
		return lines
	}
	out := make([]Line, 0, len(lines)+inside)
	k = 0
	for _, l := range lines {
		for ; k < len(at) && at[k] < int(l.End); k++ {
			if p := int32(at[k]); p > l.Start {
				head := l
				head.End = int32(trimRight(s, int(l.Start), int(p)))
				if head.End > head.Start {
					out = append(out, head)
				}
				l.Start, l.Blanks, l.NewPage = p, 0, false
			}
		}
		out = append(out, l)
	}
	return out
}

// nextNonASCII returns the offset of the first byte from i on that is not ASCII, or the
// length of s.
func nextNonASCII(s string, i int) int {
	for ; i+8 <= len(s); i += 8 {
		if found := text.Eight(s, i) & text.HighBits; found != 0 {
			return i + bits.TrailingZeros64(found)/8
		}
	}
	for i < len(s) && s[i] < utf8.RuneSelf {
		i++
	}
	return i
}

func trimRight(s string, from, to int) int {
	for to > from && (s[to-1] == ' ' || s[to-1] == '\t') {
		to--
	}
	return to
}

package layout

import (
	"sort"
	"strings"
)

// SplitBullets cuts lines at bullets that stand within them, as in text whose
// lines were broken anew: only at marks that are never used in running text.
func SplitBullets(s string, lines []Line) []Line {
	var at []int
	for _, mark := range []string{"\u25FC", "\u25A0", "\u25AA", "\uF06E", "\uF0A7", "\uF0B7", "\u2022"} {
		for i := 0; ; {
			k := strings.Index(s[i:], mark)
			if k < 0 {
				break
			}
			at = append(at, i+k)
			i += k + len(mark)
		}
	}
	if len(at) == 0 {
		return lines
	}
	sort.Ints(at)
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

func trimRight(s string, from, to int) int {
	for to > from && (s[to-1] == ' ' || s[to-1] == '\t') {
		to--
	}
	return to
}

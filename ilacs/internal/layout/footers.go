package layout

import (
	"slices"
	"strings"
)

const (
	// minFooter is the fewest characters of a running footer before its page
	// number, spaces aside, and minWords the fewest of one without a date: what
	// is shorter may be "Recommendation 1".
	minFooter, minWords = 10, 20
	// maxFooter is the most bytes of a footer with its page number.
	maxFooter = 130
	// minFooters is how many pages must have the footer.
	minFooters = 3
)

// footerEnd is where a footer may end that text goes on after.
type footerEnd struct {
	line, page int
	end        int32 // after the page number
	text       int32 // where the text goes on
}

// SplitFooters cuts running footers off the lines that some tools join to the
// text of the next page: "4 to 15 March 2024 2 What needs to improve?". A footer
// is told by what stands before the page number, which is the same on several
// pages while the number rises.
func SplitFooters(s string, lines []Line) []Line {
	ends := map[string][]footerEnd{}
	for i, l := range lines {
		text := l.Of(s)
		for at := minFooter; at < min(len(text), maxFooter); at++ {
			if text[at-1] != ' ' {
				continue
			}
			n := PageNumber(text[at:])
			if n == 0 || strings.TrimLeft(text[at+n:], " ") == "" {
				continue
			}
			key := strings.ReplaceAll(text[:at], " ", "")
			if len(key) >= minWords || len(key) >= minFooter && strings.ContainsAny(key, "0123456789") {
				rest := len(text) - len(strings.TrimLeft(text[at+n:], " "))
				ends[key] = append(ends[key], footerEnd{i, Number(text[at : at+n-1]), l.Start + int32(at+n-1), l.Start + int32(rest)})
			}
		}
	}
	var cuts []footerEnd
	for _, e := range ends {
		if len(e) >= minFooters && rising(e) {
			cuts = append(cuts, e...)
		}
	}
	if len(cuts) == 0 {
		return lines
	}
	slices.SortFunc(cuts, func(a, b footerEnd) int { return a.line - b.line })
	out := make([]Line, 0, len(lines)+len(cuts))
	for i, l := range lines {
		if len(cuts) == 0 || cuts[0].line != i {
			out = append(out, l)
			continue
		}
		footer, text := l, l
		footer.End, footer.Skip = cuts[0].end, true
		text.Start, text.Blanks, text.Page, text.Indent = cuts[0].text, 0, true, 0
		out = append(out, footer, text)
		for len(cuts) > 0 && cuts[0].line == i {
			cuts = cuts[1:]
		}
	}
	return out
}

// rising reports whether each footer has a higher page number than the one
// before.
func rising(e []footerEnd) bool {
	for i := 1; i < len(e); i++ {
		if e[i].page <= e[i-1].page {
			return false
		}
	}
	return true
}

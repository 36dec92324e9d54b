package layout

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"
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
	// mostNumbers is how many numbers of a line may be that of its page: a line of
	// nothing but numbers has hundreds.
	mostNumbers = 8
)

// The constants of the 64-bit FNV-1a hash.
const hashOffset, hashPrime = 14695981039346656037, 1099511628211

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
	ends := map[uint64][]footerEnd{}
	for i, l := range lines {
		line := l.Text(s)
		if c := line[0]; !upper(c) && !text.IsDigit(c) {
			continue
		}
		if !hasNumber(line[:min(len(line), maxFooter)]) { // as most lines
			continue
		}
		key, chars, digits := uint64(hashOffset), 0, false
		numbers := 0
		for at := 1; at < min(len(line), maxFooter) && numbers < mostNumbers; at++ {
			if c := line[at-1]; c != ' ' {
				key, chars = (key^uint64(c))*hashPrime, chars+1
				digits = digits || text.IsDigit(c)
				continue
			}
			if !text.IsDigit(line[at]) || chars < minFooter || chars < minWords && !digits {
				continue
			}
			n := PageNumber(line[at:])
			numbers++
			if rest := strings.TrimLeft(line[at+n:], " "); n > 0 && rest != "" {
				ends[key] = append(ends[key], footerEnd{i, BareNumber(line[at : at+n-1]), l.Start + int32(at+n-1), l.End - int32(len(rest))})
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
		footer.End, footer.Furniture = cuts[0].end, true
		text.Start, text.Blanks, text.NewPage, text.Indent = cuts[0].text, 0, true, 0
		out = append(out, footer, text)
		for len(cuts) > 0 && cuts[0].line == i {
			cuts = cuts[1:]
		}
	}
	return out
}

// hasNumber reports whether a digit stands after a space in s.
func hasNumber(s string) bool {
	i := 0
	for ; i+8 <= len(s); i += 7 { // the last of eight is the first of the next
		block := text.Eight(s, i)
		if text.EqualIn(block, ' ')<<8&text.DigitsIn(block) != 0 {
			return true
		}
	}
	for ; i+1 < len(s); i++ {
		if s[i] == ' ' && text.IsDigit(s[i+1]) {
			return true
		}
	}
	return false
}

// maxStep is how far the page number of a footer is from that of the one before:
// a footer between them may stand alone.
const maxStep = 4

// rising reports whether the page numbers of the footers rise step by step.
func rising(e []footerEnd) bool {
	for i := 1; i < len(e); i++ {
		if step := e[i].page - e[i-1].page; step < 1 || step > maxStep {
			return false
		}
	}
	return true
}

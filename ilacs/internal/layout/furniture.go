package layout

import (
	"cmp"
	"slices"

	"github.com/ilacs-go/inspection/internal/text"
)

// edge is how many lines from the end of a page a running header or footer may
// stand.
const edge = 3

// titleLines is how many lines a title, with its dates, may have.
const titleLines = 10

// MarkFurniture marks the page furniture among the lines: page numbers, running
// headers and footers (the same line near the ends of several pages, with a page
// number or without), and footnotes at the foot of a page.
func MarkFurniture(s string, lines []Line) {
	pageEnds, paged := markNumbers(s, lines)
	markRunning(s, lines, pageEnds, paged)
	markFootnotes(s, lines)
}

// markNumbers marks lines that are nothing but a page number: next to a page
// break if the text has page breaks, else in sequence. It returns the lines with
// which a page is known to end, in order, and reports whether the text has page
// breaks.
func markNumbers(s string, lines []Line) (pageEnds []int, paged bool) {
	paged = slices.ContainsFunc(lines, func(l Line) bool { return l.NewPage })
	last := 0
	for i := range lines {
		n := BareNumber(lines[i].Text(s))
		if n < 0 {
			if i > 0 && lines[i].NewPage && (len(pageEnds) == 0 || pageEnds[len(pageEnds)-1] < i-1) {
				pageEnds = append(pageEnds, i-1)
			}
			continue
		}
		atBreak := lines[i].NewPage || i+1 == len(lines) || lines[i+1].NewPage
		alone := lines[i].Blanks > 0 || i+1 == len(lines) || lines[i+1].Blanks > 0
		if atBreak && paged || !paged && n == last+1 && alone {
			lines[i].Furniture = true
			last = n
			pageEnds = append(pageEnds, i)
		}
	}
	return pageEnds, paged
}

// A line is a running one if it stands near the ends of pages at least often
// times, and once for every oneOf pages.
const often, oneOf = 3, 3

// mostCandidates is more lines near the ends of pages than any document has.
const mostCandidates = 1 << 12

// candidate is a line that may be a running one.
type candidate struct {
	key     uint64 // the same for the same line on several pages
	line    int
	pageEnd bool // near the end of a page
}

// markRunning marks the lines that stand near the ends of many pages, not
// counting a number at their end. In text without page breaks a line that ends
// in a number may end a page.
func markRunning(s string, lines []Line, pageEnds []int, paged bool) {
	least := max(often, len(pageEnds)/oneOf)
	all := candidates(s, lines, pageEnds, paged)
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(a.key, b.key) })
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].key == all[0].key {
			n++
		}
		if n >= least {
			for _, c := range all[:n] {
				// The title may be what the footers repeat: it stays.
				lines[c.line].Furniture = c.line >= titleLines || c.pageEnd
			}
		}
		all = all[n:]
	}
}

// candidates returns the lines that may be running ones, in order; none if there
// are more than a document can have.
func candidates(s string, lines []Line, pageEnds []int, paged bool) []candidate {
	var all []candidate
	for i, l := range lines {
		if len(all) > mostCandidates {
			return nil
		}
		for len(pageEnds) > 0 && pageEnds[0]+edge < i {
			pageEnds = pageEnds[1:]
		}
		near := len(pageEnds) > 0 && i > pageEnds[0]-edge
		if !near && (paged || !endsInNumber(l.Text(s)) && (i+1 == len(lines) || !endsInNumber(lines[i+1].Text(s)))) {
			continue
		}
		if l.Furniture || l.End-l.Start >= 120 {
			continue
		}
		if key := runningKey(l.Text(s)); key != 0 {
			all = append(all, candidate{key, i, near})
		}
	}
	return all
}

func endsInNumber(s string) bool { return text.IsDigit(s[len(s)-1]) }

// runningKey returns a hash of a line without its spaces and without a page
// number at its end. It returns 0 for a line that cannot be a running one: a
// bullet, a numbered paragraph, or one with too little text.
func runningKey(s string) uint64 {
	if n, _ := Bullet(s); n > 0 {
		return 0
	}
	if n, _ := ParagraphNumber(s); n > 0 {
		return 0
	}
	end := trailingDigits(s, len(s))
	if end == 0 || s[end-1] != ' ' || len(s)-end > 3 {
		end = len(s)
	}
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	hash, length := uint64(offset), 0
	for i := range end {
		if c := s[i]; c != ' ' && c != '\t' {
			length++
			hash = (hash ^ uint64(c)) * prime
		}
	}
	if length < 8 {
		return 0
	}
	return hash
}

// shortestNote is the fewest bytes of a footnote's first line: a shorter one may
// be a cell of a table. mostNoteLines is the most lines that a footnote has, with
// that of its mark.
const shortestNote, mostNoteLines = 40, 8

// markFootnotes marks the footnotes at the foot of a page: a line with nothing
// but the mark, which is the next number, and all that stands between it and the
// end of the page.
func markFootnotes(s string, lines []Line) {
	next := 1
	for i := 0; i < len(lines); i++ {
		if lines[i].Furniture || BareNumber(lines[i].Text(s)) != next {
			continue
		}
		end := i + 1
		for end < len(lines) && !lines[end].Furniture && !lines[end].NewPage && end-i <= mostNoteLines {
			end++
		}
		if end-i > mostNoteLines || end-i == 1 || lines[i+1].End-lines[i+1].Start < shortestNote || end < len(lines) && !pageEndsAt(lines, end) {
			continue
		}
		for k := i; k < end; k++ {
			lines[k].Furniture = true
		}
		next++
		i = end - 1
	}
}

// pageEndsAt reports whether nothing but furniture stands between line i and the
// end of its page.
func pageEndsAt(lines []Line, i int) bool {
	for ; i < len(lines); i++ {
		if lines[i].NewPage {
			return true
		}
		if !lines[i].Furniture {
			return i > 0 && lines[i-1].Furniture
		}
	}
	return true
}

package layout

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"
)

// edge is how many lines from the end of a page, or from its start, a running
// footer or header may stand.
const edge = 3

// titleLines is how many lines a title, with its dates, may have.
const titleLines = 10

// MarkFurniture sets Furniture on page numbers, on running headers and footers (the
// same line at the edge of several pages, a page number after it or not), and
// on footnotes at the foot of a page.
func MarkFurniture(s string, lines []Line) {
	ends, paged := markNumbers(s, lines)
	markRunning(s, lines, ends, paged)
	markFootnotes(s, lines)
	markNotesWithin(s, lines)
	markPrinted(s, lines)
}

// maxNotes is the most lines that the footnotes of a page have.
const maxNotes = 10

// markNotesWithin skips footnotes that begin with their mark ("5 Operation …")
// where they certainly cut a sentence: the line before them is open, and the next
// page goes on in small letters.
func markNotesWithin(s string, lines []Line) {
	for i := 1; i < len(lines); i++ {
		text := lines[i].Text(s)
		n := PageNumber(text)
		if n == 0 || n >= len(text) || !upper(text[n]) || lines[i].Blanks == 0 || lines[i].Furniture || lines[i-1].Furniture || ends(lines[i-1].Text(s)) {
			continue
		}
		end := i + 1
		for end < len(lines) && !lines[end].NewPage && !lines[end].Furniture && !goesOnAfterNote(s, lines, end) && end-i <= maxNotes {
			end++
		}
		next := end
		for next < len(lines) && lines[next].Furniture {
			next++
		}
		if end-i > maxNotes || next == len(lines) || next == end && !lines[next].NewPage && !goesOnAfterNote(s, lines, next) {
			continue
		}
		if c := s[lines[next].Start]; c < 'a' || c > 'z' {
			continue
		}
		for k := i; k < end; k++ {
			lines[k].Furniture = true
		}
		i = end - 1
	}
}

// goesOnAfterNote reports whether a line goes on with a sentence that a footnote
// has cut, where no page break shows it: after several blank lines and the end of
// the note, in small letters.
func goesOnAfterNote(s string, lines []Line, i int) bool {
	return lines[i].Blanks > 1 && lower(s[lines[i].Start]) && ends(lines[i-1].Text(s))
}

// markPrinted skips the lines that a browser prints at the edges of a page: an
// address alone, with "2/5" after it, and the date and time of printing.
func markPrinted(s string, lines []Line) {
	for i := range lines {
		text := lines[i].Text(s)
		if strings.IndexByte(text, ':') < 0 { // as most lines
			continue
		}
		if address, page, _ := strings.Cut(text, " "); strings.Contains(address, "://") && isFraction(strings.TrimSpace(page)) {
			lines[i].Furniture = true
		}
		if len(text) > len("12/07/2024, 09:41") && text[2] == '/' && text[5] == '/' && strings.HasPrefix(text[10:], ", ") && strings.IndexByte(text[10:], ':') > 0 && BareNumber(text[:2]) >= 0 {
			lines[i].Furniture = true
		}
	}
}

// isFraction reports whether s is empty or "2/5".
func isFraction(s string) bool {
	page, pages, ok := strings.Cut(s, "/")
	return s == "" || ok && BareNumber(page) >= 0 && BareNumber(pages) >= 0
}

// markNumbers skips lines that hold a page number alone: at the edge of a page
// where the text has page breaks, else in sequence. It returns the lines at
// which a page is known to end, in order, and whether the text has page breaks.
func markNumbers(s string, lines []Line) (ends []int, paged bool) {
	last := 0
	for i := range lines {
		paged = paged || lines[i].NewPage
	}
	var page pageOfNumber
	for i := range lines {
		n := BareNumber(lines[i].Text(s))
		if lines[i].NewPage {
			page.end(lines)
		}
		if n < 0 {
			if i > 0 && lines[i].NewPage && (len(ends) == 0 || ends[len(ends)-1] < i-1) {
				ends = append(ends, i-1)
			}
			continue
		}
		breaks := lines[i].NewPage || i+1 == len(lines) || lines[i+1].NewPage
		alone := lines[i].Blanks > 0 || i+1 == len(lines) || lines[i+1].Blanks > 0
		switch {
		case breaks && paged:
			page.number = n
		case !paged && n == last+1 && alone:
			last = n
		default:
			if paged && lines[i].Blanks > 0 && lines[i+1].Blanks > 0 && n == page.next {
				page.within = append(page.within, i)
			}
			continue
		}
		lines[i].Furniture = true
		ends = append(ends, i)
	}
	page.end(lines)
	return ends, paged
}

// pageOfNumber is the page whose number is looked for: some tools put it among
// the lines of the page rather than at its edge.
type pageOfNumber struct {
	next   int   // the number that it should have, 0 where that of the page before is not known
	number int   // the number at its edge
	within []int // the lines within it that hold that number alone
}

// end ends the page. A number within it is the page's where it is the only one.
func (p *pageOfNumber) end(lines []Line) {
	number := p.number
	if number == 0 && len(p.within) == 1 {
		lines[p.within[0]].Furniture = true
		number = p.next
	}
	if number > 0 {
		p.next = number
	}
	if p.next > 0 {
		p.next++
	}
	p.number, p.within = 0, p.within[:0]
}

// often is how many times a line stands at the ends of pages, at the least, to
// be a running one, and on one of how many pages.
const often, oneOf = 3, 3

// markRunning skips the lines near the ends of pages that often stand there,
// not counting a number at their end. Where the text has no page breaks a line
// that ends in a number may end a page.
func markRunning(s string, lines []Line, ends []int, paged bool) {
	least := max(often, len(ends)/oneOf)
	type candidate struct {
		key   uint64
		line  int
		atEnd bool // of a page
	}
	var c []candidate
	add := func(i int, near bool) {
		if i >= 0 && i < len(lines) && !lines[i].Furniture && lines[i].End-lines[i].Start < 120 {
			if k := runningKey(lines[i].Text(s)); k != 0 && (len(c) == 0 || c[len(c)-1].line < i) {
				c = append(c, candidate{k, i, near})
			}
		}
	}
	for i := range lines { // a line that ends in a page number ends a page, whatever the form of the text
		near := false
		for len(ends) > 0 && ends[0]+edge < i {
			ends = ends[1:]
		}
		if len(ends) > 0 && i > ends[0]-edge {
			near = true
		}
		if near || !paged && (endsInNumber(lines[i].Text(s)) || i+1 < len(lines) && endsInNumber(lines[i+1].Text(s))) {
			add(i, near)
		}
	}
	slices.SortFunc(c, func(a, b candidate) int { return cmp.Compare(a.key, b.key) })
	for i := 0; i < len(c); {
		j := i
		for j < len(c) && c[j].key == c[i].key {
			j++
		}
		if j-i >= least {
			for _, x := range c[i:j] {
				// The title may be what the footers repeat.
				lines[x.line].Furniture = x.line >= titleLines || x.atEnd
			}
		}
		i = j
	}
}

func endsInNumber(s string) bool { return s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }

// runningKey hashes a line's letters and digits, leaving out a number that
// stands at its end after a space; 0 where nothing else is left or the line
// is a bullet or a numbered paragraph.
func runningKey(s string) uint64 {
	if n, _ := Bullet(s); n > 0 {
		return 0
	}
	if n, _ := ParagraphNumber(s); n > 0 {
		return 0
	}
	end := len(s)
	for end > 0 && s[end-1] >= '0' && s[end-1] <= '9' {
		end--
	}
	if end == 0 || s[end-1] != ' ' || len(s)-end > 3 {
		end = len(s)
	}
	h, letters := uint64(hashOffset), 0
	for i := 0; i < end; i++ {
		b := s[i]
		if b == ' ' || b == '\t' {
			continue
		}
		letters++
		h = (h ^ uint64(b)) * hashPrime
	}
	if letters < 8 {
		return 0
	}
	return h
}

// shortestNote is the fewest bytes of a footnote's first line: what is shorter
// may be a cell of a table.
const shortestNote = 40

// markFootnotes skips a footnote at the foot of a page: its mark (the next of the
// document's footnotes), and all that stands between it and the end of the page.
// The mark is alone on its line, or it is also a mark after a word of the page. It
// takes no more than eight lines.
func markFootnotes(s string, lines []Line) {
	next, page := 1, 0
	for i := 0; i < len(lines); i++ {
		if lines[i].NewPage {
			page = i
		}
		if lines[i].Furniture {
			continue
		}
		if BareNumber(lines[i].Text(s)) != next {
			if notes := notesFrom(s, lines, page, i, next); notes > 0 {
				next += notes
				for ; i < len(lines) && !lines[i].Furniture && (i == page || !lines[i].NewPage); i++ {
					lines[i].Furniture = true
				}
				i--
			}
			continue
		}
		end := i + 1
		for end < len(lines) && !lines[end].Furniture && !lines[end].NewPage && end-i <= 8 {
			end++
		}
		if end-i > 8 || end-i == 1 || lines[i+1].End-lines[i+1].Start < shortestNote || end < len(lines) && !pageEnds(lines, end) {
			continue
		}
		for k := i; k < end; k++ {
			lines[k].Furniture = true
		}
		next++
		i = end - 1
	}
}

// notesFrom is how many footnotes begin at line i with their marks before their
// texts and take the rest of the page, 0 where none do.
func notesFrom(s string, lines []Line, page, i, next int) int {
	if lines[i].Blanks == 0 || i == page || lines[i].End-lines[i].Start < shortestNote || !beginsNote(s, lines[i], next) {
		return 0
	}
	notes, end := 1, i+1
	for ; end < len(lines) && !lines[end].Furniture && !lines[end].NewPage; end++ {
		if end-i > maxNotes {
			return 0
		}
		if beginsNote(s, lines[end], next+notes) {
			notes++
		}
	}
	if page = max(page, i-maxPage); end == len(lines) || !pageEnds(lines, end) || !hasMark(s[lines[page].Start:lines[i].Start], next) {
		return 0
	}
	return notes
}

// beginsNote reports whether a line is "2 The system in which …".
func beginsNote(s string, l Line, number int) bool {
	text := l.Text(s)
	n := PageNumber(text)
	return n > 0 && n < len(text) && BareNumber(text[:n-1]) == number && upper(text[n])
}

// hasMark reports whether the mark of a footnote stands after a word of s, or after
// the full stop of one: "as they are.2".
func hasMark(s string, number int) bool {
	mark := strconv.Itoa(number)
	for i := 0; ; {
		k := strings.Index(s[i:], mark)
		if k < 0 {
			return false
		}
		i += k + len(mark)
		from := i - len(mark)
		if from < 2 || i < len(s) && (text.IsDigit(s[i]) || text.IsLetter(s[i])) {
			continue
		}
		before, word := s[from-1], s[from-2]
		if text.IsLetter(before) || strings.IndexByte(".,;:)", before) >= 0 && !text.IsDigit(word) || before >= 0x80 {
			return true
		}
	}
}

// pageEnds reports whether nothing but furniture stands between line i and the
// end of its page.
func pageEnds(lines []Line, i int) bool {
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

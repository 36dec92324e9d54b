package ilacstest

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// The measures of a page, in columns and lines.
const (
	width      = 85
	pageLines  = 46 // for the text; the footer stands behind them
	headWidth  = 43 // of titles, which are printed large
	listWidth  = 68 // of a table of contents
	noteColumn = 2
)

// footer is what stands at the foot of pages.
type footer uint8

const (
	number footer = iota // the page number
	title                // the title, the dates and the page number, but on the first page
)

// line is a line of the text before it is cut into pages.
type line struct {
	text string
	keep bool     // the next line stands on the same page
	page bool     // a page begins with it
	note []string // the footnote that it carries
	name string   // the heading that it is
	list string   // the heading whose page it gives, in a table of contents
}

// pages gathers lines and cuts them into pages.
type pages struct {
	lines  []line
	footer footer
	title  string // of the footer
	dates  string
}

func (p *pages) add(text ...string) {
	for _, s := range text {
		p.lines = append(p.lines, line{text: s})
	}
}

// blank parts what follows from what stands before, by one blank line.
func (p *pages) blank() {
	if n := len(p.lines); n > 0 && p.lines[n-1].text != "" {
		p.lines = append(p.lines, line{keep: p.lines[n-1].keep})
	}
}

// newPage begins a page with the next line.
func (p *pages) newPage() {
	p.lines = append(p.lines, line{page: true})
}

// paragraph adds a paragraph, a blank line before it.
func (p *pages) paragraph(s string) {
	p.blank()
	p.add(wrap(s, width)...)
}

// hanging adds a paragraph that hangs behind its bullet or number.
func (p *pages) hanging(mark, s string, indent int) {
	p.blank()
	for i, text := range wrap(s, width-indent) {
		before := strings.Repeat(" ", indent)
		if i == 0 {
			before = mark + strings.Repeat(" ", max(1, indent-utf8.RuneCountInString(mark)))
		}
		p.add(before + text)
	}
}

// heading adds a heading, which stays with the two lines behind it.
func (p *pages) heading(text ...string) {
	p.blank()
	for _, s := range text {
		p.lines = append(p.lines, line{text: s, keep: true, name: text[0]})
	}
	p.lines = append(p.lines, line{keep: true})
}

// footnote gives the last line that has text a footnote.
func (p *pages) footnote(s string) {
	for i := range slices.Backward(p.lines) {
		if p.lines[i].text != "" {
			p.lines[i].note = wrap(s, width+noteColumn)
			return
		}
	}
}

// String cuts the lines into pages, each with its footer and a form feed.
func (p *pages) String() string {
	cut, where := p.cut()
	var b strings.Builder
	notes := 0
	for i, page := range cut {
		var foot []string
		for _, l := range page {
			if l.list != "" {
				l.text = fmt.Sprintf("%-*s%3d", listWidth, l.text, where[l.list])
			}
			b.WriteString(l.text)
			b.WriteByte('\n')
			if l.note != nil {
				notes++
				foot = append(foot, fmt.Sprint(notes))
				for k, s := range l.note {
					if k == 0 {
						s = strings.Repeat(" ", noteColumn) + s
					}
					foot = append(foot, s)
				}
			}
		}
		used := len(page) + len(foot)
		b.WriteString(strings.Repeat("\n", max(2, min(4, pageLines-used))))
		for _, s := range foot {
			b.WriteString(s + "\n")
		}
		if len(foot) > 0 {
			b.WriteString("\n\n\n")
		}
		switch {
		case p.footer == number:
			fmt.Fprintf(&b, "%*d\n", width, i+1)
		case i > 0:
			fmt.Fprintf(&b, "%s\n%-*s%3d\n", p.title, width-3, p.dates, i+1)
		}
		b.WriteByte('\f')
	}
	return b.String()
}

// cut cuts the lines into pages, and tells on which page each heading is.
func (p *pages) cut() (cut [][]line, where map[string]int) {
	where = map[string]int{}
	var page []line
	room := pageLines
	end := func() {
		for len(page) > 0 && page[len(page)-1].text == "" {
			page = page[:len(page)-1]
		}
		if len(page) > 0 {
			cut = append(cut, page)
		}
		page, room = nil, pageLines
	}
	for i := 0; i < len(p.lines); {
		n := 1 // lines that stay together
		for i+n < len(p.lines) && p.lines[i+n-1].keep {
			n++
		}
		if n > 1 && i+n < len(p.lines) {
			n++ // no single line behind a heading
		}
		need := 0
		for _, l := range p.lines[i : i+n] {
			need++
			if l.note != nil {
				need += len(l.note) + 2
			}
		}
		if need > room && len(page) > 0 || p.lines[i].page {
			end()
		}
		for _, l := range p.lines[i : i+n] {
			if l.text == "" && len(page) == 0 {
				continue
			}
			if l.name != "" && where[l.name] == 0 {
				where[l.name] = len(cut) + 1
			}
			page = append(page, l)
		}
		room -= need
		i += n
	}
	end()
	return cut, where
}

// wrap breaks s into lines of so many columns. It breaks at spaces, and behind a
// hyphen between letters.
func wrap(s string, columns int) []string {
	var out []string
	var b strings.Builder
	used := 0
	next := func() {
		out = append(out, b.String())
		b.Reset()
		used = 0
	}
	for word := range strings.SplitSeq(s, " ") {
		for {
			n := utf8.RuneCountInString(word)
			gap := min(used, 1)
			if used+gap+n <= columns {
				b.WriteString("  "[:gap] + word)
				used += gap + n
				break
			}
			if k := hyphen(word, columns-used-gap); k > 0 {
				b.WriteString("  "[:gap] + word[:k])
				word = word[k:]
			} else if used == 0 { // a word longer than a line
				b.WriteString(word)
				used = n
				break
			}
			next()
		}
	}
	next()
	return out
}

// hyphen is the length of the longest beginning of a word, of so many columns at
// most, that ends in a hyphen between two letters.
func hyphen(word string, columns int) int {
	best, n := 0, 0
	for i, r := range word {
		n++
		if n > columns {
			break
		}
		if r == '-' && i > 0 && i+1 < len(word) && isLetter(word[i-1]) && isLetter(word[i+1]) {
			best = i + 1
		}
	}
	return best
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// beside puts a grade in a column beside a name, each wrapped, centred where
// centre is set, else from the top.
func beside(name, grade []string, column int, centre bool) []string {
	rows := max(len(name), len(grade))
	if centre && len(name) != len(grade) && (len(name)+len(grade))%2 == 1 {
		rows++ // half a line up or down: lines of their own
	}
	place := func(n, i int) int {
		if !centre || n == 0 {
			return i
		}
		if n%2 == rows%2 {
			return (rows-n)/2 + i
		}
		return i * (rows - 1) / max(1, n-1)
	}
	cells := make([][2]string, rows)
	for i, s := range name {
		cells[place(len(name), i)][0] = s
	}
	for i, s := range grade {
		cells[place(len(grade), i)][1] = s
	}
	out := make([]string, rows)
	for i, c := range cells {
		out[i] = strings.TrimRight(fmt.Sprintf("%-*s%s", column, c[0], c[1]), " ")
	}
	return out
}

package ilacstest

import (
	"fmt"
	"slices"
	"strings"
)

// The measures of a page, in columns and lines.
const (
	width      = 85
	pageLines  = 46 // of text; the footer comes below them
	titleWidth = 43 // of titles, which are printed large
	listWidth  = 68 // of a table of contents
	noteIndent = 2
)

// footer is what stands at the foot of pages.
type footer uint8

const (
	footerNumber footer = iota // the page number
	footerTitle                // title, dates and page number, except on the first page
)

// line is a line of the text before it is divided into pages.
type line struct {
	text    string
	keep    bool     // the next line stands on the same page
	newPage bool     // a page begins with it
	note    []string // the footnote that it carries
	heading string   // the heading that it is part of
	entry   string   // of a table of contents: the heading whose page it prints
}

// pages gathers lines and divides them into pages.
type pages struct {
	lines  []line
	footer footer
	title  string // of the footer
	dates  string
}

// add adds lines of text.
func (p *pages) add(text ...string) {
	for _, s := range text {
		p.lines = append(p.lines, line{text: s})
	}
}

// blank adds one blank line, unless there is one already.
func (p *pages) blank() {
	if n := len(p.lines); n > 0 && p.lines[n-1].text != "" {
		p.lines = append(p.lines, line{keep: p.lines[n-1].keep})
	}
}

// newPage begins a page with the next line.
func (p *pages) newPage() {
	p.lines = append(p.lines, line{newPage: true})
}

// paragraph adds a paragraph, with a blank line before it.
func (p *pages) paragraph(s string) {
	p.blank()
	p.add(wrap(s, width)...)
}

// paragraphs adds several.
func (p *pages) paragraphs(all []string) {
	for _, s := range all {
		p.paragraph(s)
	}
}

// hanging adds a paragraph that hangs from its bullet or number.
func (p *pages) hanging(mark, s string, indent int) {
	p.blank()
	for i, text := range wrap(s, width-indent) {
		before := strings.Repeat(" ", indent)
		if i == 0 {
			before = pad(mark, max(columns(mark)+1, indent))
		}
		p.add(before + text)
	}
}

// bullets adds a list.
func (p *pages) bullets(items []string) {
	for _, s := range items {
		p.hanging("\u25FC", s, 2)
	}
}

// heading adds a heading, which stays on a page with the two lines after it.
func (p *pages) heading(text ...string) {
	p.blank()
	for _, s := range text {
		p.lines = append(p.lines, line{text: s, keep: true, heading: text[0]})
	}
	p.lines = append(p.lines, line{keep: true})
}

// footnote gives a footnote to the last line that has text.
func (p *pages) footnote(s string) {
	for i := range slices.Backward(p.lines) {
		if p.lines[i].text != "" {
			p.lines[i].note = wrap(s, width+noteIndent)
			return
		}
	}
}

// String returns the text of the pages, each with its footnotes, its footer and
// a form feed.
func (p *pages) String() string {
	all, pageOf := p.divide()
	var b strings.Builder
	notes := 0
	for i, page := range all {
		var foot []string
		for _, l := range page {
			if l.entry != "" {
				l.text = fmt.Sprintf("%-*s%3d", listWidth, l.text, pageOf[l.entry])
			}
			b.WriteString(l.text + "\n")
			if l.note != nil {
				notes++
				foot = append(foot, fmt.Sprint(notes), strings.Repeat(" ", noteIndent)+l.note[0])
				foot = append(foot, l.note[1:]...)
			}
		}
		b.WriteString(strings.Repeat("\n", max(2, min(4, pageLines-len(page)-len(foot)))))
		for _, s := range foot {
			b.WriteString(s + "\n")
		}
		if len(foot) > 0 {
			b.WriteString("\n\n\n")
		}
		switch {
		case p.footer == footerNumber:
			fmt.Fprintf(&b, "%*d\n", width, i+1)
		case i > 0:
			fmt.Fprintf(&b, "%s\n%-*s%3d\n", p.title, width-3, p.dates, i+1)
		}
		b.WriteByte('\f')
	}
	return b.String()
}

// divide returns the lines of each page, and the page on which each heading is.
func (p *pages) divide() (all [][]line, pageOf map[string]int) {
	d := divider{room: pageLines, pageOf: map[string]int{}}
	for i := 0; i < len(p.lines); {
		block := p.lines[i : i+p.together(i)]
		if height(block) > d.room && len(d.page) > 0 || block[0].newPage {
			d.endPage()
		}
		d.place(block)
		i += len(block)
	}
	d.endPage()
	return d.pages, d.pageOf
}

// together returns how many lines from the ith on must stand on one page.
func (p *pages) together(i int) int {
	n := 1
	for i+n < len(p.lines) && p.lines[i+n-1].keep {
		n++
	}
	if n > 1 && i+n < len(p.lines) {
		n++ // not a single line after a heading
	}
	return n
}

// height returns how many lines of a page the lines take, with their footnotes.
func height(block []line) int {
	n := len(block)
	for _, l := range block {
		if l.note != nil {
			n += len(l.note) + 2
		}
	}
	return n
}

// divider fills pages.
type divider struct {
	pages  [][]line
	page   []line // the one being filled
	room   int    // lines left on it
	pageOf map[string]int
}

// place puts lines on the page; a page does not begin with a blank line.
func (d *divider) place(block []line) {
	for _, l := range block {
		if l.text == "" && len(d.page) == 0 {
			continue
		}
		if l.heading != "" && d.pageOf[l.heading] == 0 {
			d.pageOf[l.heading] = len(d.pages) + 1
		}
		d.page = append(d.page, l)
	}
	d.room -= height(block)
}

// endPage ends the page, without the blank lines at its end.
func (d *divider) endPage() {
	for len(d.page) > 0 && d.page[len(d.page)-1].text == "" {
		d.page = d.page[:len(d.page)-1]
	}
	if len(d.page) > 0 {
		d.pages = append(d.pages, d.page)
	}
	d.page, d.room = nil, pageLines
}

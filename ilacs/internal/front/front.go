// Package front reads a document's first page: its title, its labelled fields,
// the people it names, and a report's table of judgements. Each function returns
// what it read; none knows what kind of document it is.
package front

import (
	"strings"

	"github.com/ilacs-go/inspection/ilacs/internal/layout"
	"github.com/ilacs-go/inspection/internal/text"
)

// MaxLines is how many lines of a document are searched for its title, its
// fields and its judgements.
const MaxLines = 80

// Page is the beginning of a document in one string: wrapped lines joined by a
// space, paragraphs by a line end, quotation marks and dashes made plain.
type Page struct {
	Lines   []layout.Line
	Printed string // with its letter case
	Folded  string // Printed in lower case, with line ends as spaces; same offsets
	First   int    // the first line that is not a page number
	Letter  bool   // it has a letter's salutation or opening
	// TitleEnd is the offset before which the title must have ended: that of
	// "Inspection date", or of the thirteenth line.
	TitleEnd int

	starts []int // where each line begins in Printed
}

// titleLines is how many lines may hold a title where no dates follow it.
const titleLines = 12

// New joins the first lines of a document, whose plain text is s.
func New(s string, lines []layout.Line) *Page {
	p := &Page{Lines: lines[:min(len(lines), MaxLines)]}
	var b strings.Builder
	if n := len(p.Lines); n > 0 {
		b.Grow(int(p.Lines[n-1].End - p.Lines[0].Start))
	}
	p.starts = make([]int, 0, len(p.Lines))
	for i, l := range p.Lines {
		if l.Furniture && b.Len() == 0 {
			p.First = i + 1
		}
		if b.Len() > 0 {
			if l.Blanks > 0 || l.NewPage {
				b.WriteByte('\n')
			} else {
				b.WriteByte(' ')
			}
		}
		p.starts = append(p.starts, b.Len())
		if !l.Furniture {
			b.WriteString(text.Plain(l.Text(s)))
		}
	}
	p.Printed = b.String()
	p.Folded = text.LowerLine(p.Printed)
	for _, at := range p.starts {
		p.Letter = p.Letter || strings.HasPrefix(p.Folded[at:], "dear ")
	}
	p.Letter = p.Letter || text.ContainsAny(p.Folded, "this letter", "i am writing to", "we are writing to")
	p.TitleEnd = len(p.Folded)
	if n := strings.Index(p.Folded, "inspection date"); n >= 0 {
		p.TitleEnd = n
	} else if len(p.starts) > titleLines {
		p.TitleEnd = p.starts[titleLines]
	}
	return p
}

// Line returns the number of the line in which offset i lies.
func (p *Page) Line(i int) int {
	for n := len(p.starts) - 1; n > 0; n-- {
		if p.starts[n] <= i {
			return n
		}
	}
	return 0
}

// LineStart returns the offset at which line n begins; the end of the page where
// it has no such line.
func (p *Page) LineStart(n int) int {
	if n < len(p.starts) {
		return p.starts[n]
	}
	return len(p.Folded)
}

// LineText returns line n in lower case.
func (p *Page) LineText(n int) string {
	return strings.TrimSpace(p.Folded[p.starts[n]:p.LineStart(n+1)])
}

// StartsLine reports whether a line begins at offset i.
func (p *Page) StartsLine(i int) bool { return p.starts[p.Line(i)] == i }

// EndsLine reports whether nothing but the mark of a footnote stands between
// offset i and the end of its line.
func (p *Page) EndsLine(i int) bool {
	end := p.LineStart(p.Line(i-1) + 1)
	return strings.Trim(p.Folded[min(i, end):end], " 0123456789.") == ""
}

// maxHeadingLines is the most lines that the heading of a letter wraps over.
const maxHeadingLines = 5

// shortLine is the share of the page's longest line below which a line ends a
// heading rather than being wrapped.
const shortLine = 0.6

// textOpenings are the words with which the text of a letter begins, below its
// heading.
var textOpenings = []string{"between ", "this letter ", "this inspection ", "this joint ", "following ", "i am writing ", "we are writing ", "on ", "from ", "ofsted "}

// HeadingEnd returns the offset at which the heading of a letter ends whose line
// holds offset at: at the end of its paragraph or, where the text form has lost
// the blank lines, before a line with which the letter's text begins, or after a
// line that falls short of the others. It is -1 where no end is found.
func (p *Page) HeadingEnd(at int) int {
	longest := 0
	for n := range p.starts {
		longest = max(longest, p.LineStart(n+1)-p.starts[n])
	}
	for n := p.Line(at); n < len(p.starts) && n < p.Line(at)+maxHeadingLines; n++ {
		next := p.LineStart(n + 1)
		switch {
		case next > 0 && next <= len(p.Printed) && p.Printed[next-1] == '\n', n+1 == len(p.starts):
			return max(next-1, at)
		case text.HasAnyPrefix(p.Folded[next:], textOpenings...):
			return next - 1
		case next < len(p.Folded) && float64(next-p.starts[n]) < shortLine*float64(longest) && p.Folded[next] != p.Printed[next]:
			return next - 1
		}
	}
	return -1
}

package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/ilacs/internal/dates"
	"github.com/ilacs-go/inspection/ilacs/internal/front"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
)

// markFooters skips the lines at the ends of pages that repeat the title or the
// dates of the visit. A short document has too few pages for them to be told by
// their number.
func (doc *document) markFooters(matches []match) {
	h := doc.page
	var titles []int // the offsets of the lines of the title or heading
	for _, m := range matches {
		if m.kind.where == inOpening {
			continue
		}
		for n := h.Line(max(0, m.from-len(m.kind.before)-1)); n <= h.Line(max(0, m.end-1)); n++ {
			titles = append(titles, h.LineStart(n))
		}
	}
	for i := front.MaxLines / 8; i < len(doc.lines); i++ {
		l := &doc.lines[i]
		last := i+1 == len(doc.lines) || doc.lines[i+1].NewPage || doc.lines[i+1].Furniture || i+2 < len(doc.lines) && doc.lines[i+2].NewPage
		if l.Furniture || !last || l.End-l.Start > 110 || l.End-l.Start < 8 {
			continue
		}
		text := text.Lower(text.Plain(l.Text(doc.plain.S)))
		if p, n := dates.Periods(text, 0); len(p) > 0 && p[0].Start != p[0].End && layout.BareNumber(strings.TrimSpace(text[n:])) >= 0 {
			l.Furniture = true
			continue
		}
		title := strings.TrimRight(text, " 0123456789")
		for _, at := range titles {
			l.Furniture = l.Furniture || len(title) > 20 && strings.HasPrefix(h.Folded[at:], title) && h.EndsLine(at+len(title))
		}
	}
}

// checkFooter notes a running footer whose dates are not those of the head.
func (doc *document) checkFooter(v Visit) []Note {
	for _, l := range doc.lines {
		if !l.Furniture || l.End-l.Start > 110 {
			continue
		}
		s := text.Plain(l.Text(doc.plain.S))
		if !text.IsDigit(s[0]) {
			continue
		}
		p, _ := dates.Periods(s, 0)
		if len(p) == 0 {
			continue
		}
		var printed Visit
		if printed.setPeriods(p); printed.Start != v.Start || printed.End != v.End {
			return []Note{doc.noteAt(int(l.Start), "the footer gives other dates than the head: "+s)}
		}
		return nil
	}
	return nil
}

// offices are the first lines of Ofsted's postal addresses, and addressParts
// what their other lines hold. Letters print one as the footer of their first
// page, in the middle of their text.
var (
	offices      = []string{"aviation house", "piccadilly gate", "clive house", "royal exchange buildings", "freshford house"}
	addressParts = []string{
		"kingsway", "store street", "petty france", "st ann's square", "redcliffe way", "london", "manchester", "bristol", "nottingham",
		"0300 123", "textphone", "telephone", "@ofsted.gov.uk", "ofsted.gov.uk",
	}
)

// maxAddress is the most lines of a postal address, maxAddressLine the most
// bytes of one.
const maxAddress, maxAddressLine = 10, 60

// markAddresses skips the inspectorate's postal address where text goes on after
// it.
func (doc *document) markAddresses() {
	for i := range doc.lines {
		first := doc.lines[i].Text(doc.plain.S)
		if len(first) > maxAddressLine || !strings.ContainsRune("ACFPR", rune(first[0])) || !text.HasAnyPrefix(text.Lower(first), offices...) {
			continue
		}
		doc.lines[i].Furniture = true
		for k := i + 1; k < len(doc.lines) && k < i+maxAddress; k++ {
			l := text.Lower(text.Plain(doc.lines[k].Text(doc.plain.S)))
			if len(l) > maxAddressLine || !text.ContainsAny(l, addressParts...) && !isPostcodeLine(l) {
				break
			}
			doc.lines[k].Furniture = true
		}
	}
}

// isPostcodeLine reports whether a line in lower case is a postcode: "m1 2wd".
func isPostcodeLine(l string) bool {
	out, in, ok := strings.Cut(l, " ")
	return ok && len(out) >= 2 && len(out) <= 4 && text.IsLetter(out[0]) && strings.ContainsAny(out, "0123456789") &&
		len(in) == 3 && text.IsDigit(in[0]) && text.IsLetter(in[1]) && text.IsLetter(in[2])
}

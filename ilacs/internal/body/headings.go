package body

import (
	_ "embed"
	"sort"
	"strings"
	"sync"

	"github.com/ilacs-go/inspection/internal/text"
	"github.com/ilacs-go/inspection/internal/tsv"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
	"github.com/ilacs-go/inspection/judgement"
)

//go:embed headings.tsv
var headingsTSV string

// headingRule says what may follow a heading's words on its line.
type headingRule uint8

const (
	wholeLine  headingRule = iota // nothing
	withGrade                     // nothing, or a grade
	lineBegins                    // anything; the line is no text
	lineIsText                    // anything; the line is text
	lineEnds                      // nothing; words may stand before ("Early help strengths")
)

// maxHeadingLines is the most lines that a heading wraps over.
const maxHeadingLines = 4

// effect is what a heading does to the section, beside beginning one.
type effect uint8

const (
	begins effect = iota
	endsNarrative
	isContents
	changesNothing
)

// headingRow is a row of headings.tsv.
type headingRow struct {
	words   []string
	section finding.Section
	effect  effect
	area    judgement.Area
	council bool // begins the part about the local authority
	rule    headingRule
}

// headingSet is the headings of one form of document by their first word, the
// longest first.
type headingSet map[string][]headingRow

// lastWord is the key of the rows that are told by a line's end.
const lastWord = "…"

var headingSets = sync.OnceValue(func() map[string]headingSet {
	sets := map[string]headingSet{"ilacs": {}, "sif": {}, "older": {}, "letter": {}}
	for cells := range tsv.Scan("headings.tsv", headingsTSV) {
		row := headingRow{words: headingWords(cells[1])}
		switch cells[2] {
		case "end":
			row.effect = endsNarrative
		case "contents":
			row.effect = isContents
		case "same":
			row.effect = changesNothing
		default:
			row.section, _ = finding.ParseSection(cells[2])
		}
		row.area, _ = judgement.ParseArea(cells[3])
		row.council = cells[3] == "authority"
		row.rule = map[string]headingRule{"line": wholeLine, "grade": withGrade, "begins": lineBegins, "text": lineIsText, "ends": lineEnds}[cells[4]]
		for in, set := range sets {
			if cells[0] == in || cells[0] == "*" {
				key := row.words[0]
				if row.rule == lineEnds {
					key = lastWord
				}
				set[key] = append(set[key], row)
			}
		}
	}
	for _, set := range sets {
		for _, rows := range set {
			sort.SliceStable(rows, func(i, j int) bool { return len(rows[i].words) > len(rows[j].words) })
		}
	}
	return sets
})

func headingWords(s string) []string {
	f := strings.Fields(s)
	if len(f) > 1 && f[0] == "the" {
		f = f[1:]
	}
	return f
}

// Heading is a heading that was found in a document.
type Heading struct {
	Area  judgement.Area  // the judgement area whose section begins, 0 for none
	Grade judgement.Grade // the grade that stands with it, 0 for none
	At    int             // its offset in the plain text

	row headingRow
}

// findHeadings finds the headings of the set among the lines from the one
// given on.
func findHeadings(s string, lines []layout.Line, from int, set headingSet) ([]layout.Heading, []Heading) {
	var where []layout.Heading
	var what []Heading
	for i := from; i < len(lines); i++ {
		l := lines[i]
		if c := s[l.Start]; l.Furniture || !(c >= 'A' && c <= 'Z' || l.Heading || c >= '0' && c <= '9') {
			continue
		}
		open := i > from && l.Blanks == 0 && !l.NewPage && !l.Heading && !lines[i-1].Furniture && !endsClosed(lines[i-1].Text(s)) &&
			(len(where) == 0 || where[len(where)-1].Line+where[len(where)-1].Lines != i)
		h, f, ok := headingAt(s, lines, i, set, open)
		if !ok {
			continue
		}
		where = append(where, h)
		what = append(what, f)
		if h.Lines > 1 {
			i += h.Lines - 1
		}
		if f.row.effect == isContents { // its lines are no headings
			for n := i + 1; n < len(lines) && n < i+maxContentsLines; n++ {
				if lines[n].NewPage {
					i = n - 1
					break
				}
			}
		}
	}
	return where, what
}

// maxContentsLines is the most lines that a table of contents has.
const maxContentsLines = 80

// SplitHeadings cuts a heading off the end of the line before a list, where
// lines were broken anew: "… in the area. What needs to improve?".
func SplitHeadings(s string, lines []layout.Line, form Form) []layout.Line {
	set := headingSets()[form.headings()]
	if form == FormJointLetter {
		lines = splitBoxes(s, lines)
	}
	var out []layout.Line
	done := 0 // how many of lines are in out
	for i := 0; i+1 < len(lines); i++ {
		if n, _ := layout.Bullet(lines[i+1].Text(s)); n == 0 {
			continue
		}
		for first := i; first >= max(0, i-1, done); first-- { // the heading may wrap
			text := lines[first].Text(s)
			stop := strings.LastIndex(strings.TrimRight(text, "?: 0123456789"), ". ")
			if n, _ := layout.Bullet(text); stop < 0 || n > 0 || lines[first].Furniture {
				continue
			}
			cut := lines[first]
			cut.Start += int32(stop + 2)
			cut.Blanks, cut.NewPage = 1, false
			tail := append([]layout.Line{cut}, lines[first+1:i+2]...)
			if h, _, ok := headingAt(s, tail, 0, set, false); !ok || h.Lines != i-first+1 {
				continue
			}
			lines[first].End = lines[first].Start + int32(stop+1)
			out = append(append(out, lines[done:first+1]...), cut)
			done = first + 1
			break
		}
	}
	if done == 0 {
		return lines
	}
	return append(out, lines[done:]...)
}

// splitBoxes cuts the title of a box off the end of the line that a tool has joined
// it to, in the middle of a sentence: "… but they do not Practice study: …".
func splitBoxes(s string, lines []layout.Line) []layout.Line {
	var out []layout.Line
	done := 0 // how many of lines are in out
	for i, l := range lines {
		before := l.Text(s)
		at := strings.Index(before, "study:")
		k := len(strings.TrimRight(before[:max(at, 0)], " "))
		title := false
		for _, word := range []string{" Practice", " Case"} {
			if strings.HasSuffix(before[:k], word) {
				k, title = k-len(word), true
				break
			}
		}
		if k = len(strings.TrimRight(before[:k], " ")); !title || k == 0 || !text.IsLetter(before[k-1]) {
			continue
		}
		box := l
		box.Start = l.End - int32(len(strings.TrimLeft(before[k:], " ")))
		box.Blanks, box.NewPage = 1, false
		l.End = l.Start + int32(k)
		out = append(append(out, lines[done:i]...), l, box)
		done = i + 1
	}
	if done == 0 {
		return lines
	}
	return append(out, lines[done:]...)
}

// endsClosed reports whether a line ends a sentence, an item or a heading rather
// than being wrapped.
func endsClosed(s string) bool {
	c := s[len(s)-1]
	return c == '.' || c == '?' || c == '!' || c == ':' || c == ')' || c == ']' || c >= '0' && c <= '9' || c >= 0x80 || len(s) < 45
}

// headingAt reads a heading that begins at line i. open: the line before runs
// on, so that the line may be the rest of a sentence. The number of a page may
// stand before it.
func headingAt(s string, lines []layout.Line, i int, set headingSet, open bool) (layout.Heading, Heading, bool) {
	h, f, ok := headingFrom(s, lines, i, int(lines[i].Start), set, open)
	if !ok {
		if n := layout.PageNumber(lines[i].Text(s)); n > 0 {
			return headingFrom(s, lines, i, int(lines[i].Start)+n, set, open)
		}
	}
	return h, f, ok
}

// headingFrom reads a heading whose words begin at offset at of line i.
func headingFrom(s string, lines []layout.Line, i, at int, set headingSet, open bool) (layout.Heading, Heading, bool) {
	c := cursor{s: s, lines: lines, line: i, at: at}
	first := c
	w, ok := first.next(false)
	if ok && equalWord(w, "the") {
		c = first
		w, ok = first.next(false)
	}
	if !ok || len(w) > 20 {
		return layout.Heading{}, Heading{}, false
	}
	var buf [24]byte
	for _, row := range set[string(foldWord(buf[:0], w))] {
		h, f, ok := row.matches(c, i)
		if ok && !(open && !row.isSure(s, lines, h, f)) {
			f.At = int(lines[i].Start)
			return h, f, true
		}
	}
	if text := lines[i].Text(s); !open && len(text) < maxTitleLength && len(set[lastWord]) > 0 {
		for _, row := range set[lastWord] {
			if at := strings.LastIndexByte(text, ' '); at > 0 && equalWord(text[at+1:], row.words[0]) {
				return layout.Heading{Line: i, Lines: 1}, Heading{Area: row.area, At: int(lines[i].Start), row: row}, true
			}
		}
	}
	return layout.Heading{}, Heading{}, false
}

// isSure reports whether a heading is one though the line before it runs on: it is
// text itself, its grade stands with it, its list follows, or it is the title of
// a box ("Practice study: …").
func (row headingRow) isSure(s string, lines []layout.Line, h layout.Heading, f Heading) bool {
	switch row.rule {
	case lineIsText:
		return true
	case withGrade:
		return f.Grade != 0
	case wholeLine:
		next := h.Line + h.Lines
		return isList(row.section) && next < len(lines) && (beginsItem(lines[next].Text(s)) || lines[next].Blanks > 0 && len(row.words) > 2)
	case lineBegins:
		return row.section == finding.SectionStudy && strings.Contains(lines[h.Line].Text(s), ":")
	}
	return false
}

// beginsItem reports whether a line begins with a bullet or a number.
func beginsItem(s string) bool {
	bullet, _ := layout.Bullet(s)
	number, _ := layout.ParagraphNumber(s)
	return bullet > 0 || number > 0
}

// maxTitleLength is the number of bytes of a short line.
const maxTitleLength = 45

func (row headingRow) matches(c cursor, i int) (layout.Heading, Heading, bool) {
	f := Heading{Area: row.area, row: row}
	parted := false // the words of "requires improvement" stand beside two lines of the name
	for k := 0; k < len(row.words); {
		before := c
		w, ok := c.next(k > 0)
		if !ok || c.line-i >= maxHeadingLines+1 {
			return layout.Heading{}, f, false
		}
		if equalWord(w, row.words[k]) {
			k++
			continue
		}
		// A grade may stand in a column beside a name that wraps.
		if row.rule != withGrade || f.Grade != 0 || k == 0 {
			return layout.Heading{}, f, false
		}
		c = before
		if f.Grade, ok = c.grade(true); ok {
			continue
		}
		if parted || !equalWord(w, "requires") {
			return layout.Heading{}, f, false
		}
		parted = true
		c.next(true)
	}
	if parted { // "requires" stands beside the first line of the name
		if w, ok := c.next(false); !ok || !equalWord(w, "improvement") {
			return layout.Heading{}, f, false
		}
		f.Grade = judgement.RequiresImprovement
	}
	h := layout.Heading{Line: i, Lines: c.line - i + 1}
	switch row.rule {
	case lineBegins:
		return h, f, true
	case lineIsText:
		h.Lines, h.Rest = 1, c.lines[i].Start
		return h, f, true
	}
	if f.Grade == judgement.RequiresImprovement {
		c.toBeGood() // what of the grade wraps beside the name
	}
	if row.rule == wholeLine || f.Grade != 0 && c.lineDone() {
		return h, f, c.lineDone()
	}
	d := c
	g, ok := d.gradeAfter()
	if !ok || f.Grade != 0 && g != f.Grade || d.line > c.line && !d.lineDone() && d.rest() == 0 {
		return h, f, c.lineDone()
	}
	f.Grade = g
	h.Lines = d.line - i + 1
	if d.lineDone() {
		return h, f, true
	}
	if e := d; e.because() { // "The LSCB requires improvement because:"
		h.Lines = e.line - i + 1
		return h, f, true
	}
	if rest := d.rest(); rest > 0 { // lines were broken anew and text follows
		h.Rest = int32(rest)
		return h, f, true
	}
	return h, f, false
}

package ilacs

import (
	_ "embed"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/ilacs-go/inspection/internal/tsv"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
	"github.com/ilacs-go/inspection/judgement"
)

//go:embed headings.tsv
var headingsTSV string

// headingRule says what may stand on a heading's line behind its words.
type headingRule uint8

const (
	wholeLine   headingRule = iota // nothing
	withGrade                      // nothing, or a grade
	lineBegins                     // anything; the line is no text
	lineIsText                     // anything; the line is text
	lineEnds                       // nothing; words may stand before ("Early help strengths")
	linesOfName = 4                // the most lines that a heading wraps over
)

// What a heading does to the section, beside beginning one.
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
	for cells := range tsv.Rows("headings.tsv", headingsTSV) {
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

// found is a heading found in a document.
type found struct {
	row   headingRow
	grade judgement.Grade
	at    int // offset in the plain text
}

// findHeadings finds the headings of the set among the lines from the one
// given on.
func findHeadings(s string, lines []layout.Line, from int, set headingSet) ([]layout.Heading, []found) {
	var where []layout.Heading
	var what []found
	for i := from; i < len(lines); i++ {
		l := lines[i]
		if c := s[l.Start]; l.Furniture || !(c >= 'A' && c <= 'Z' || l.Heading || c >= '0' && c <= '9') {
			continue
		}
		open := i > from && l.Blanks == 0 && !l.NewPage && !l.Heading && !lines[i-1].Furniture && !closedLine(lines[i-1].Text(s)) &&
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
			for n := i + 1; n < len(lines) && n < i+longestContents; n++ {
				if lines[n].NewPage {
					i = n - 1
					break
				}
			}
		}
	}
	return where, what
}

// longestContents is how many lines a table of contents has at the most.
const longestContents = 80

// splitHeadings cuts a heading off the end of the line before a list, where
// lines were broken anew: "… in the area. What needs to improve?".
func splitHeadings(s string, lines []layout.Line, set headingSet) []layout.Line {
	for i := 0; i+1 < len(lines); i++ {
		if n, _ := layout.Bullet(lines[i+1].Text(s)); n == 0 {
			continue
		}
		for first := i; first >= max(0, i-1); first-- { // the heading may wrap
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
			lines = slices.Insert(lines, first+1, cut)
			i++
			break
		}
	}
	return lines
}

// closedLine tells whether a line ends a sentence, an item or a heading rather
// than being wrapped.
func closedLine(s string) bool {
	c := s[len(s)-1]
	return c == '.' || c == '?' || c == '!' || c == ':' || c == ')' || c == ']' || c >= '0' && c <= '9' || c >= 0x80 || len(s) < 45
}

// headingAt reads a heading that begins at line i. open: the line before runs
// on, so that the line may be the rest of a sentence.
func headingAt(s string, lines []layout.Line, i int, set headingSet, open bool) (layout.Heading, found, bool) {
	c := cursor{s: s, lines: lines, line: i, at: int(lines[i].Start)}
	first := c
	w, ok := first.next(false)
	if ok && equalWord(w, "the") {
		c = first
		w, ok = first.next(false)
	}
	if !ok || len(w) > 20 {
		return layout.Heading{}, found{}, false
	}
	var buf [24]byte
	for _, row := range set[string(foldWord(buf[:0], w))] {
		if open && row.rule != lineIsText && row.rule != withGrade {
			continue
		}
		h, f, ok := row.matches(c, i)
		if ok && !(open && f.grade == 0 && row.rule == withGrade) {
			f.at = int(lines[i].Start)
			return h, f, true
		}
	}
	if text := lines[i].Text(s); !open && len(text) < longestTitle && len(set[lastWord]) > 0 {
		for _, row := range set[lastWord] {
			if at := strings.LastIndexByte(text, ' '); at > 0 && equalWord(text[at+1:], row.words[0]) {
				return layout.Heading{Line: i, Lines: 1}, found{row: row, at: int(lines[i].Start)}, true
			}
		}
	}
	return layout.Heading{}, found{}, false
}

// longestTitle is the number of bytes of a short line.
const longestTitle = 45

func (row headingRow) matches(c cursor, i int) (layout.Heading, found, bool) {
	f := found{row: row}
	for k := 0; k < len(row.words); {
		before := c
		w, ok := c.next(k > 0)
		if !ok || c.line-i >= linesOfName+1 {
			return layout.Heading{}, f, false
		}
		if equalWord(w, row.words[k]) {
			k++
			continue
		}
		// A grade may stand in a column beside a name that wraps.
		if row.rule != withGrade || f.grade != 0 || k == 0 {
			return layout.Heading{}, f, false
		}
		c = before
		if f.grade, ok = c.grade(true); !ok {
			return layout.Heading{}, f, false
		}
	}
	h := layout.Heading{Line: i, Lines: c.line - i + 1}
	switch row.rule {
	case lineBegins:
		return h, f, true
	case lineIsText:
		h.Lines, h.Rest = 1, c.lines[i].Start
		return h, f, true
	}
	if row.rule == wholeLine || f.grade != 0 && c.lineDone() {
		return h, f, c.lineDone()
	}
	d := c
	g, ok := d.gradeBehind()
	if !ok || f.grade != 0 && g != f.grade || d.line > c.line && !d.lineDone() && d.rest() == 0 {
		return h, f, c.lineDone()
	}
	f.grade = g
	h.Lines = d.line - i + 1
	if d.lineDone() {
		return h, f, true
	}
	if e := d; e.isBecause() { // "The LSCB requires improvement because:"
		h.Lines = e.line - i + 1
		return h, f, true
	}
	if rest := d.rest(); rest > 0 { // lines were broken anew and text follows
		h.Rest = int32(rest)
		return h, f, true
	}
	return h, f, false
}

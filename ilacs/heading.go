package ilacs

import (
	_ "embed"
	"slices"
	"sort"
	"strings"
	"sync"

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
	for _, cells := range tsvRows(headingsTSV) {
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
		if c := s[l.Start]; l.Skip || !(c >= 'A' && c <= 'Z' || l.Heading || c >= '0' && c <= '9') {
			continue
		}
		open := i > from && l.Blanks == 0 && !l.Page && !l.Heading && !lines[i-1].Skip && !closedLine(lines[i-1].Of(s)) &&
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
				if lines[n].Page {
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
		if n, _ := layout.Bullet(lines[i+1].Of(s)); n == 0 {
			continue
		}
		for first := i; first >= max(0, i-1); first-- { // the heading may wrap
			text := lines[first].Of(s)
			stop := strings.LastIndex(strings.TrimRight(text, "?: 0123456789"), ". ")
			if n, _ := layout.Bullet(text); stop < 0 || n > 0 || lines[first].Skip {
				continue
			}
			cut := lines[first]
			cut.Start += int32(stop + 2)
			cut.Blanks, cut.Page = 1, false
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
	if text := lines[i].Of(s); !open && len(text) < longestTitle && len(set[lastWord]) > 0 {
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
		h.Lines, h.Rest = 1, lines0(c, i)
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

func lines0(c cursor, i int) int32 { return c.lines[i].Start }

// cursor walks over the words of lines.
type cursor struct {
	s     string
	lines []layout.Line
	line  int
	at    int
}

// next reads the next word: letters with apostrophes, or digits. over: it may
// stand on a later line, if no more than two blank lines lie between.
func (c *cursor) next(over bool) (string, bool) {
	for {
		end := int(c.lines[c.line].End)
		for c.at < end && !isLetter(c.s[c.at]) && !isDigit(c.s[c.at]) {
			c.at++
		}
		if c.at < end {
			start := c.at
			if isDigit(c.s[start]) {
				for c.at < end && isDigit(c.s[c.at]) {
					c.at++
				}
				return c.s[start:c.at], true
			}
			for c.at < end && (isLetter(c.s[c.at]) || apostrophe(c.s[c.at:end]) > 0) {
				c.at += max(1, apostrophe(c.s[c.at:end]))
			}
			return c.s[start:c.at], true
		}
		if !over || c.line+1 >= len(c.lines) {
			return "", false
		}
		n := c.line + 1
		for n < len(c.lines) && c.lines[n].Skip {
			n++
		}
		if n == len(c.lines) || c.lines[n].Blanks > 2 || n > c.line+1 && !c.lines[n].Page {
			return "", false
		}
		c.line, c.at = n, int(c.lines[n].Start)
	}
}

// apostrophe is the length of an apostrophe inside a word at the start of s.
func apostrophe(s string) int {
	n := 0
	if strings.HasPrefix(s, "'") {
		n = 1
	} else if strings.HasPrefix(s, "\u2019") {
		n = 3
	}
	if n > 0 && n < len(s) && isLetter(s[n]) {
		return n
	}
	return 0
}

// grade reads a grade; what of it stands on a later line may too.
func (c *cursor) grade(over bool) (judgement.Grade, bool) {
	var w [5]word
	var at [5]cursor
	d := *c
	n := 0
	var buf [16]byte
	for n < len(w) {
		text, ok := d.next(over)
		if !ok || len(text) > len(buf) {
			break
		}
		w[n] = word{text: string(foldWord(buf[:0], text))}
		if !isGradeWord(w[n].text) {
			break
		}
		at[n] = d
		n++
	}
	if n == 0 {
		return 0, false
	}
	g, k := gradeAt(w[:n], 0)
	if k == 0 {
		return 0, false
	}
	*c = at[k-1]
	return g, true
}

// gradeBehind reads the grade behind the words of a heading: ": good", "is
// good", "is that it is good", "Grade 3 (Adequate)", on the same line or below.
func (c *cursor) gradeBehind() (judgement.Grade, bool) {
	for {
		before := *c
		w, ok := c.next(true)
		if !ok {
			return 0, false
		}
		if equalWord(w, "is") || equalWord(w, "are") || equalWord(w, "that") || equalWord(w, "it") || equalWord(w, "grade") || len(w) == 1 && isDigit(w[0]) {
			continue
		}
		*c = before
		return c.grade(true)
	}
}

// lineDone tells whether nothing is left on the line but punctuation and the
// mark of a footnote. The number of a page in a table of contents is no mark:
// it stands behind a space.
func (c *cursor) lineDone() bool {
	rest := c.s[c.at:c.lines[c.line].End]
	marks := strings.TrimLeft(rest, "?:.)\u2013\u2014")
	if marks == "" {
		return true
	}
	if n := layout.Number(marks); n >= 0 && n < 10 {
		return true
	}
	if trimmed := strings.TrimSpace(marks); len(marks) < len(rest) && len(trimmed) == 1 {
		return isDigit(trimmed[0]) || trimmed == "-"
	}
	if c := strings.TrimSpace(rest); len(c) > 2 && c[0] == '(' && strings.IndexByte(c, ')') > 0 && strings.IndexByte(c, ' ') < 0 {
		return true // an abbreviation
	}
	return strings.EqualFold(strings.TrimSpace(marks), "(continued)") || strings.TrimSpace(marks) == "\u2013" || strings.TrimSpace(marks) == "-"
}

// isBecause tells whether "because" ends the line.
func (c *cursor) isBecause() bool {
	w, ok := c.next(true)
	return ok && equalWord(w, "because") && c.lineDone()
}

// rest is where text goes on behind a heading on the same line: at a paragraph
// number. 0 where it does not.
func (c *cursor) rest() int {
	i := c.at
	end := int(c.lines[c.line].End)
	for i < end && (c.s[i] == ' ' || c.s[i] == '.') {
		i++
	}
	if n, _ := layout.Numbered(c.s[i:end]); n > 0 {
		return i
	}
	return 0
}

func equalWord(w, lower string) bool {
	j := 0
	for i := 0; i < len(w); i++ {
		b := w[i]
		if b >= 0x80 { // a curly apostrophe
			b = '\''
			i += 2
		} else if b >= 'A' && b <= 'Z' {
			b |= 0x20
		}
		if j == len(lower) || lower[j] != b {
			return false
		}
		j++
	}
	return j == len(lower)
}

func foldWord(dst []byte, w string) []byte {
	for i := 0; i < len(w); i++ {
		b := w[i]
		if b >= 0x80 {
			b = '\''
			i += 2
		} else if b >= 'A' && b <= 'Z' {
			b |= 0x20
		}
		dst = append(dst, b)
	}
	return dst
}

package front

import (
	"github.com/ilacs-go/inspection/ilacs/internal/grade"
	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/judgement"
)

// Row is a row of the table of judgements: the name of an area and its grade.
type Row struct {
	Area  judgement.Area
	Grade judgement.Grade
	At    int // offset of the name in the page
}

// Table is what was read of a report's table of judgements.
type Table struct {
	Rows []Row
	From int    // its first line; -1 where there is no table
	To   int    // the line after its last
	Note string // why its grades were not read, if they were not
}

// ReadTable reads the table of judgements after line from of the page. Text
// forms put a grade beside, above, below or in the middle of its wrapped name,
// so the cells are not told apart by their place: the words of the names, in
// reading order, make the first column, and the words of the grades the second.
// Where they are not equal in number nothing is read.
func ReadTable(p *Page, from int) Table {
	t, names, grades := findTable(p, from)
	if t.From < 0 {
		return t
	}
	rows, whole := namesOf(names)
	read := 0 // grades
	for i := 0; i < len(grades); read++ {
		g, n := grade.At(grades, i)
		if n == 0 {
			t.Note = "the table of judgements holds words that are no grade"
			return t
		}
		if read < len(rows) {
			rows[read].Grade = g
		}
		i += n
	}
	atEnd := t.To >= len(p.Lines)
	cut := atEnd && !whole // the text ends within the table
	if len(rows) == 1 && read <= 1 && (!atEnd || len(p.Lines) == MaxLines) {
		return Table{From: -1} // the heading of a judgement's part; no table has one row
	}
	switch {
	case read == len(rows), cut && read == len(rows)+1:
		t.Rows = rows
	case cut && read < len(rows):
		t.Rows = rows[:read]
	case read > 0:
		t.Note = "the table of judgements has a name without a grade or a grade without a name"
	}
	return t
}

// findTable finds the lines of the table and parts their words into those of
// names and those of grades.
func findTable(p *Page, from int) (t Table, names, grades []text.Word) {
	t.From = -1
	var room [24]text.Word // for the words of a line
	for i := from; i < len(p.Lines); i++ {
		if p.Lines[i].Furniture {
			continue
		}
		w := p.tableWords(room[:0], i)
		if t.From >= 0 && isNumbers(w) {
			continue // the number of a row, or the mark of a footnote
		}
		if !isTableLine(w) {
			if t.From >= 0 && !goesOn(p, i, names) {
				break
			}
			continue
		}
		if t.From < 0 {
			if !startsName(w) && w[0].Text != "judgement" && w[0].Text != "judgment" && p.Lines[i].Indent < gradeColumn {
				continue
			}
			t.From = i
		}
		t.To = i + 1
		for _, x := range w {
			if grade.IsWord(x.Text) {
				grades = append(grades, x)
			} else {
				names = append(names, x)
			}
		}
	}
	return t, names, grades
}

// maxTableLine is the most bytes of a line of the table: more than those of a whole
// table without its line ends.
const maxTableLine = 2000

// tableWords appends the words of line n to dst; none where the line is too long to
// be one of the table.
func (p *Page) tableWords(dst []text.Word, n int) []text.Word {
	if p.LineStart(n+1)-p.starts[n] > maxTableLine {
		return dst
	}
	return text.Words(dst, p.LineText(n), p.starts[n])
}

// gradeColumn is the indent from which on a line of grade words alone stands in
// the second column, above the first name, rather than ending a sentence.
const gradeColumn = 20

// isTableLine reports whether all words of a line can stand in the table, and
// there is a word that is no number.
func isTableLine(w []text.Word) bool {
	letters := false
	for _, x := range w {
		if text.IsDigit(x.Text[0]) {
			if len(x.Text) > 3 {
				return false
			}
			continue
		}
		letters = true
		if !nameWords()[x.Text] && !grade.IsWord(x.Text) {
			return false
		}
	}
	return letters
}

// isNumbers reports whether a line holds nothing but numbers of rows or footnotes.
func isNumbers(w []text.Word) bool {
	for _, x := range w {
		if !text.IsDigit(x.Text[0]) || len(x.Text) > 3 {
			return false
		}
	}
	return len(w) > 0
}

// startsName reports whether a line begins with the name of an area.
func startsName(w []text.Word) bool {
	for _, x := range w {
		switch {
		case text.IsDigit(x.Text[0]) || x.Text == "the":
		case x.Text == "impact", x.Text == "experiences", x.Text == "experience", x.Text == "children", x.Text == "overall":
			return true
		case grade.IsWord(x.Text):
		default:
			return false
		}
	}
	return false
}

// goesOn reports whether a numbered table, of which the last row is missing,
// goes on after line i: a footnote or the end of a page stands between.
func goesOn(p *Page, i int, names []text.Word) bool {
	last := ""
	for _, x := range names {
		if text.IsDigit(x.Text[0]) {
			last = x.Text
		}
	}
	if last == "" || last == "3" {
		return false
	}
	for k := i + 1; k < len(p.Lines) && k < i+20; k++ {
		if w := p.tableWords(nil, k); len(w) > 1 && isTableLine(w) && w[0].Text > last && len(w[0].Text) <= 3 && text.IsDigit(w[0].Text[0]) {
			return true
		}
	}
	return false
}

package ilacs

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/internal/grade"
	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/judgement"
)

// row is a row of the table of judgements: a name and a grade.
type row struct {
	area  judgement.Area
	grade judgement.Grade
	at    int // offset of the name in the head
}

// table is what was read of a report's table of judgements.
type table struct {
	rows []row
	from int // its first line
	to   int // the line behind its last
	note string
}

// readTable reads the table of judgements behind line from of the head. Text
// forms put a grade beside, above, below or in the middle of its wrapped name,
// so the cells are not told apart by their place: the words of the names, in
// reading order, make the first column, and the words of the grades the second.
// Where they are not equal in number nothing is read.
func readTable(h *head, from int) table {
	t := table{from: -1}
	var names, grades []text.Word
	for i := from; i < len(h.lines); i++ {
		if h.lines[i].Furniture {
			continue
		}
		w := text.Words(nil, h.lineText(i), h.starts[i])
		if t.from >= 0 && isNumbers(w) {
			continue // the number of a row, or the mark of a footnote
		}
		if !isTableLine(w) {
			if t.from >= 0 && !goesOn(h, i, names) {
				break
			}
			continue
		}
		if t.from < 0 {
			if !startsName(w) && w[0].Text != "judgement" && w[0].Text != "judgment" && h.lines[i].Indent < gradeColumn {
				continue
			}
			t.from = i
		}
		t.to = i + 1
		for _, x := range w {
			if grade.IsWord(x.Text) {
				grades = append(grades, x)
			} else {
				names = append(names, x)
			}
		}
	}
	if t.from < 0 {
		return t
	}
	var whole bool
	t.rows, whole = namesOf(names)
	n := 0
	for i := 0; i < len(grades); {
		g, k := grade.At(grades, i)
		if k == 0 {
			t.note = "the table of judgements holds words that are no grade"
			t.rows = nil
			return t
		}
		if n < len(t.rows) {
			t.rows[n].grade = g
		}
		n++
		i += k
	}
	if cut := t.to >= len(h.lines) && !whole; n < len(t.rows) && cut {
		t.rows = t.rows[:n] // the text ends within the table
	} else if n != len(t.rows) && !(cut && n == len(t.rows)+1) {
		if n > 0 {
			t.note = "the table of judgements has a name without a grade or a grade without a name"
		}
		t.rows = nil
	}
	return t
}

// gradeColumn is the indent from which on a line of grade words alone stands in
// the second column, above the first name, rather than ending a sentence.
const gradeColumn = 20

// isTableLine tells whether all words of a line can stand in the table, and
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
		if !isLabelWord(x.Text) && !grade.IsWord(x.Text) {
			return false
		}
	}
	return letters
}

// isNumbers tells whether a line holds nothing but numbers of rows or footnotes.
func isNumbers(w []text.Word) bool {
	for _, x := range w {
		if !text.IsDigit(x.Text[0]) || len(x.Text) > 3 {
			return false
		}
	}
	return len(w) > 0
}

// startsName tells whether a line begins with the name of an area.
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

// goesOn tells whether a numbered table, of which the last row is missing,
// goes on behind line i: a footnote or the end of a page stands between.
func goesOn(h *head, i int, names []text.Word) bool {
	last := ""
	for _, x := range names {
		if text.IsDigit(x.Text[0]) {
			last = x.Text
		}
	}
	if last == "" || last == "3" {
		return false
	}
	for k := i + 1; k < len(h.lines) && k < i+20; k++ {
		if w := text.Words(nil, h.lineText(k), 0); len(w) > 1 && isTableLine(w) && w[0].Text > last && len(w[0].Text) <= 3 && text.IsDigit(w[0].Text[0]) {
			return true
		}
	}
	return false
}

// lineText is line i of the head in lower case.
func (h *head) lineText(i int) string {
	end := len(h.folded)
	if i+1 < len(h.starts) {
		end = h.starts[i+1]
	}
	return strings.TrimSpace(h.folded[h.starts[i]:end])
}

// rowNames are the names of the rows of tables, and how reports have misprinted
// them, without "the"; a longer name before one that begins it.
var rowNames = []rowName{
	newRowName("impact of leaders on social work practice with children and families", judgement.Leaders),
	newRowName("impact of leaders on practice with children and families", judgement.Leaders),
	newRowName("experiences and progress of children who need help and protection", judgement.HelpAndProtection),
	newRowName("experiences and progress of children in care and care leavers", judgement.InCareAndCareLeavers),
	newRowName("experiences and progress of children care leavers", judgement.CareLeavers),
	newRowName("experiences and progress of children in care", judgement.InCare),
	newRowName("experiences and progress of care leavers", judgement.CareLeavers),
	newRowName("children who need help and protection", judgement.HelpAndProtection),
	newRowName("children looked after and achieving permanence", judgement.LookedAfter),
	newRowName("leadership management and governance", judgement.Leaders),
	newRowName("overall effectiveness", judgement.Overall),
	newRowName("adoption performance", judgement.Adoption),
}

// rowName is the name of a row: its words, sorted.
type rowName struct {
	words []string
	area  judgement.Area
}

func newRowName(name string, a judgement.Area) rowName {
	w := strings.Fields(name)
	slices.Sort(w)
	return rowName{w, a}
}

// namesOf cuts the words of the first column into the names of areas. Within a
// name the order of the words does not count, as some text forms mix the lines
// of a cell. Where words are left over that make no whole name the rest is not
// read: a name that is cut off may be that of another area.
func namesOf(w []text.Word) (rows []row, whole bool) {
	var left []text.Word
	for _, x := range w {
		switch x.Text {
		case "judgement", "judgements", "judgment", "grade", "grades", "the":
			continue
		case "experience":
			x.Text = "experiences"
		}
		if !text.IsDigit(x.Text[0]) {
			left = append(left, x)
		}
	}
next:
	for len(left) > 0 {
		for _, name := range rowNames {
			n := len(name.words)
			if n > len(left) {
				continue
			}
			got := make([]string, n)
			for i := range got {
				got[i] = left[i].Text
			}
			slices.Sort(got)
			if slices.Equal(got, name.words) {
				rows = append(rows, row{area: name.area, at: left[0].At})
				left = left[n:]
				continue next
			}
		}
		return rows, false
	}
	return rows, true
}

// isLabelWord tells whether a word of a table's cell can belong to the name of
// a judgement area. No word belongs to names and grades both, so a table can
// be read whatever the order of its cells.
func isLabelWord(s string) bool {
	switch s {
	case "the", "impact", "of", "leaders", "on", "social", "work", "practice", "with", "children", "and", "families",
		"experiences", "experience", "progress", "who", "need", "help", "protection", "in", "care", "leavers",
		"overall", "effectiveness", "looked", "after", "achieving", "permanence", "adoption", "performance",
		"leadership", "management", "governance", "judgement", "judgements", "judgment", "grade", "grades":
		return true
	}
	return false
}

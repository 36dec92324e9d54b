package ilacs

import (
	"slices"
	"strings"

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
	var names, grades []word
	for i := from; i < len(h.lines); i++ {
		if h.lines[i].Skip {
			continue
		}
		w := words(nil, h.lineText(i), h.starts[i], i)
		if !isTableLine(w) {
			if t.from >= 0 && !goesOn(h, i, names) {
				break
			}
			continue
		}
		if t.from < 0 {
			if !startsName(w) && w[0].text != "judgement" && w[0].text != "judgment" && h.lines[i].Indent < gradeColumn {
				continue
			}
			t.from = i
		}
		t.to = i + 1
		for _, x := range w {
			if isGradeWord(x.text) {
				grades = append(grades, x)
			} else {
				names = append(names, x)
			}
		}
	}
	if t.from < 0 {
		return t
	}
	t.rows = namesOf(names)
	n := 0
	for i := 0; i < len(grades); {
		g, k := gradeAt(grades, i)
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
	if n != len(t.rows) {
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
func isTableLine(w []word) bool {
	letters := false
	for _, x := range w {
		if isDigit(x.text[0]) {
			if len(x.text) > 3 {
				return false
			}
			continue
		}
		letters = true
		if !isLabelWord(x.text) && !isGradeWord(x.text) {
			return false
		}
	}
	return letters
}

// startsName tells whether a line begins with the name of an area.
func startsName(w []word) bool {
	for _, x := range w {
		switch {
		case isDigit(x.text[0]) || x.text == "the":
		case x.text == "impact", x.text == "experiences", x.text == "experience", x.text == "children", x.text == "overall":
			return true
		case isGradeWord(x.text):
		default:
			return false
		}
	}
	return false
}

// goesOn tells whether a numbered table, of which the last row is missing,
// goes on behind line i: a footnote or the end of a page stands between.
func goesOn(h *head, i int, names []word) bool {
	last := ""
	for _, x := range names {
		if isDigit(x.text[0]) {
			last = x.text
		}
	}
	if last == "" || last == "3" {
		return false
	}
	for k := i + 1; k < len(h.lines) && k < i+20; k++ {
		if w := words(nil, h.lineText(k), 0, k); len(w) > 1 && isTableLine(w) && w[0].text > last && len(w[0].text) <= 3 && isDigit(w[0].text[0]) {
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

// namesOf cuts the words of the first column into the names of areas.
func namesOf(w []word) []row {
	var rows []row
	start := 0
	numbered := false
	for _, x := range w {
		numbered = numbered || isDigit(x.text[0])
	}
	flush := func(end int) {
		if start < end {
			if a := areaOf(w[start:end]); a != 0 {
				rows = append(rows, row{area: a, at: w[start].at})
			}
		}
		start = end
	}
	for i, x := range w {
		begins := isDigit(x.text[0])
		if !numbered {
			switch x.text {
			case "impact", "experiences", "experience", "overall", "adoption", "leadership":
				begins = true
			}
		}
		if begins {
			flush(i)
		}
	}
	flush(len(w))
	return rows
}

// rowNames are the names of the rows of tables, and how reports have misprinted
// them; without "the" at their start.
var rowNames = []struct {
	name string
	area judgement.Area
}{
	{"overall effectiveness", judgement.Overall},
	{"impact of leaders on social work practice with children and families", judgement.Leaders},
	{"impact of leaders on practice with children and families", judgement.Leaders},
	{"experiences and progress of children who need help and protection", judgement.HelpAndProtection},
	{"experiences and progress of children in care and care leavers", judgement.InCareAndCareLeavers},
	{"experiences and progress of children in care", judgement.InCare},
	{"experiences and progress of care leavers", judgement.CareLeavers},
	{"experiences and progress of children care leavers", judgement.CareLeavers},
	{"children who need help and protection", judgement.HelpAndProtection},
	{"children looked after and achieving permanence", judgement.LookedAfter},
	{"adoption performance", judgement.Adoption},
	{"leadership management and governance", judgement.Leaders},
}

// areaOf tells the area from the words of its name, in whatever order a text
// form gives them. It is 0 where a word is missing: a name that is cut off may
// be that of another area.
func areaOf(w []word) judgement.Area {
	var left []string
	for _, x := range w {
		switch x.text {
		case "judgement", "judgements", "judgment", "grade", "grades", "the":
		case "experience":
			left = append(left, "experiences")
		default:
			if !isDigit(x.text[0]) {
				left = append(left, x.text)
			}
		}
	}
	slices.Sort(left)
	for _, r := range rowNames {
		name := strings.Fields(r.name)
		slices.Sort(name)
		if slices.Equal(name, left) {
			return r.area
		}
	}
	return 0
}

package front

import (
	"cmp"
	"slices"
	"sync"

	"github.com/ilacs-go/inspection/internal/text"
	"github.com/ilacs-go/inspection/judgement"
)

// rowName is the name of a row of the table of judgements: its words, sorted.
// Within a name the order of the words does not count, as some text forms mix
// the lines of a cell.
type rowName struct {
	words []string
	area  judgement.Area
}

// rowNames are the names that reports have printed for the areas of their
// tables, a longer one before one that begins it. Two are no rows of a table:
// the board's grade and, under the single inspection framework, the overall
// judgement. Under that framework tables print the first name alone; its
// variants are those of headings.
var rowNames = sync.OnceValue(func() []rowName {
	var names []rowName
	for _, f := range []judgement.Framework{judgement.SIF, judgement.ILACS2018, judgement.ILACS2023, judgement.ILACS2026} {
		for a := range f.Areas() {
			if a == judgement.LSCB || a == judgement.Overall && f == judgement.SIF {
				continue
			}
			for printed := range f.PrintedNames(a) {
				if n := newRowName(printed, a); !slices.ContainsFunc(names, func(m rowName) bool { return slices.Equal(m.words, n.words) }) {
					names = append(names, n)
				}
				if f == judgement.SIF {
					break
				}
			}
		}
	}
	slices.SortStableFunc(names, func(a, b rowName) int { return cmp.Compare(len(b.words), len(a.words)) })
	return names
})

func newRowName(printed string, a judgement.Area) rowName {
	n := rowName{area: a}
	for _, w := range text.Words(nil, text.Lower(printed), 0) {
		if w.Text != "the" {
			n.words = append(n.words, w.Text)
		}
	}
	slices.Sort(n.words)
	return n
}

// nameWords are the words that can stand in a cell of the first column. No word
// belongs to names and grades both, so a table can be read whatever the order
// of its cells.
var nameWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{"experience": true}
	for _, w := range columnWords {
		words[w] = true
	}
	for _, n := range rowNames() {
		for _, w := range n.words {
			words[w] = true
		}
	}
	return words
})

// columnWords are the words of the first column that belong to no name.
var columnWords = []string{"the", "judgement", "judgements", "judgment", "grade", "grades"}

// namesOf cuts the words of the first column into the names of areas. Where
// words are left over that make no whole name the rest is not read: a name that
// is cut off may be that of another area.
func namesOf(w []text.Word) (rows []Row, whole bool) {
	var left []text.Word
	for _, x := range w {
		if x.Text == "experience" { // a misprint that has been seen
			x.Text = "experiences"
		}
		if !text.IsDigit(x.Text[0]) && !slices.Contains(columnWords, x.Text) {
			left = append(left, x)
		}
	}
	for len(left) > 0 {
		i := slices.IndexFunc(rowNames(), func(n rowName) bool { return n.begins(left) })
		if i < 0 {
			return rows, false
		}
		name := rowNames()[i]
		rows = append(rows, Row{Area: name.area, At: left[0].At})
		left = left[len(name.words):]
	}
	return rows, true
}

// begins reports whether the first words are those of the name, in any order.
func (n rowName) begins(w []text.Word) bool {
	if len(w) < len(n.words) {
		return false
	}
	first := make([]string, len(n.words))
	for i := range first {
		first[i] = w[i].Text
	}
	slices.Sort(first)
	return slices.Equal(first, n.words)
}

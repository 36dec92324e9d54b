package passage

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/ilacs-go/inspection/internal/tsv"
)

//go:embed stopwords.tsv
var stopwordsTSV string

// A mark says what a word is apart from one that tells what a text is about.
type mark uint8

const (
	stop    mark = 1 << iota // it tells nothing of what a text is about
	earlier                  // every name of an earlier visit has one
	verdict                  // every sentence that states an overall grade has one
	visit                    // every comparison with an earlier visit has one, or refers to a sentence that has
)

// markedWords are the words that have marks.
type markedWords struct {
	table
	marks []mark
}

// of returns the marks of a word, 0 if it has none.
func (m *markedWords) of(w Word) mark {
	if n := m.number(w); n >= 0 {
		return m.marks[n]
	}
	return 0
}

var marks = sync.OnceValue(func() *markedWords {
	all := map[Word]mark{}
	for row := range tsv.Rows("stopwords.tsv", stopwordsTSV) {
		all[WordOf(row[0])] = stop
	}
	for m, words := range map[mark]string{
		earlier: "last previous time",
		verdict: "services overall",
		visit:   "since inspection inspections reinspection inspected visit visits ilacs jtai",
	} {
		for w := range strings.FieldsSeq(words) {
			all[WordOf(w)] |= m
		}
	}
	words := slices.Sorted(maps.Keys(all))
	out := &markedWords{table: newTable(words)}
	for _, w := range words {
		out.marks = append(out.marks, all[w])
	}
	return out
})

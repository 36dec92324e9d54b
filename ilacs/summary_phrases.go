package ilacs

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/ilacs-go/inspection/internal/text"
	"github.com/ilacs-go/inspection/internal/tsv"
)

//go:embed summary_phrases.tsv
var summaryPhrasesTSV string

// summaryPhrases are the words of each class of summary_phrases.tsv.
var summaryPhrases = sync.OnceValue(func() map[string][]string {
	classes := map[string][]string{}
	for row := range tsv.Rows("summary_phrases.tsv", summaryPhrasesTSV) {
		classes[row[0]] = append(classes[row[0]], row[1])
	}
	return classes
})

// begins reports whether a sentence begins with the whole words of some row of a class.
func begins(class, s string) bool {
	s = text.Lower(s[:min(len(s), longestOpening)])
	return slices.ContainsFunc(summaryPhrases()[class], func(words string) bool {
		rest, ok := strings.CutPrefix(s, words)
		return ok && (rest == "" || !text.IsLetter(rest[0]))
	})
}

// longestOpening is more bytes than the words of any row have.
const longestOpening = 40

// holds reports whether a word of a sentence begins with some row of a class, or several
// words do.
func holds(class, s string) bool {
	s = " " + text.Lower(s)
	return slices.ContainsFunc(summaryPhrases()[class], func(words string) bool { return strings.Contains(s, " "+words) })
}

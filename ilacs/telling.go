package ilacs

import (
	"cmp"
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/ilacs-go/inspection/internal/tsv"

	"github.com/ilacs-go/inspection/internal/text"
)

//go:embed stopwords.tsv
var stopwordsTSV string

var stopwords = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for row := range tsv.Rows("stopwords.tsv", stopwordsTSV) {
		set[row[0]] = true
	}
	return set
})

// wordsInTurn are the words of a text that tell what it is about, without their
// endings, in its order. References to pages and paragraphs tell nothing.
func wordsInTurn(s string) []string {
	all := text.Words(nil, text.Lower(text.Plain(withoutReferences(s))), 0)
	out := make([]string, 0, len(all))
	for _, w := range all {
		t := strings.TrimSuffix(w.Text, "'s")
		if len(t) > 1 && !stopwords()[t] {
			out = append(out, stem(t))
		}
	}
	return out
}

// sortedOnce sorts words in place and leaves each once.
func sortedOnce(words []string) []string {
	slices.Sort(words)
	return slices.Compact(words)
}

// neighbours are the words that stand next to each other in a text, in pairs:
// "life story", "return interview". Sorted, each once.
func neighbours(inTurn []string) [][2]string {
	if len(inTurn) < 2 {
		return nil
	}
	out := make([][2]string, 0, len(inTurn)-1)
	for i := 1; i < len(inTurn); i++ {
		out = append(out, [2]string{inTurn[i-1], inTurn[i]})
	}
	slices.SortFunc(out, comparePairs)
	return slices.Compact(out)
}

func comparePairs(a, b [2]string) int {
	return cmp.Or(strings.Compare(a[0], b[0]), strings.Compare(a[1], b[1]))
}

// sharedPairs counts the pairs of both sorted lists.
func sharedPairs(a, b [][2]string) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := comparePairs(a[i], b[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// references are how a place in a report is named in brackets behind a
// recommendation: "(Page 12, paragraph 31)", "(paragraphs 20 and 44)".
var references = []string{"page", "para", "pp", "see "}

// withoutReferences takes the references to pages and paragraphs off a text.
func withoutReferences(s string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(s, '(')
		if open < 0 {
			break
		}
		end := strings.IndexByte(s[open:], ')')
		if end < 0 {
			break
		}
		end += open + 1
		inside := text.Lower(s[open+1 : end])
		if slices.ContainsFunc(references, func(r string) bool { return strings.HasPrefix(inside, r) }) && strings.ContainsAny(inside, "0123456789") {
			b.WriteString(strings.TrimRight(s[:open], " "))
		} else {
			b.WriteString(s[:end])
		}
		s = s[end:]
	}
	if b.Len() == 0 {
		return s
	}
	b.WriteString(s)
	return b.String()
}

// endings that are taken off a word, the longest first.
var endings = []string{"ements", "ement", "ations", "ation", "nesses", "ness", "ingly", "ing", "edly", "ies", "ied", "ed", "es", "ly", "s"}

// shortestStem is the fewest letters that are left of a word, shortestVerb
// where a verb or a plural lost its ending.
const shortestStem, shortestVerb = 4, 3

// stem takes the ending off a word. What is left is no word, only the same for
// words of one family: "plans" and "planning", "family" and "families".
func stem(w string) string {
	for _, e := range endings {
		s, ok := strings.CutSuffix(w, e)
		least := shortestStem
		if e == "s" || e == "es" || e == "ed" || e == "ing" {
			least = shortestVerb
		}
		if !ok || len(s) < least || e == "ly" && strings.HasSuffix(s, "i") {
			continue // "family" and "easily" go with "families" and "easy"
		}
		if e == "ies" || e == "ied" {
			return s + "i"
		}
		w = s
		break
	}
	if n := len(w); n > shortestVerb && w[n-1] == w[n-2] && !strings.ContainsRune("aeiousl", rune(w[n-1])) {
		w = w[:n-1] // "planning", but not "assess" or "skill"
	}
	n := len(w)
	switch {
	case n <= shortestVerb:
	case w[n-1] == 'e':
		w = w[:n-1]
	case w[n-1] == 'y':
		w = w[:n-1] + "i"
	}
	return w
}

// weights say how telling a word is: the rarer in the document that raised the
// item, the more. They are taken from that document alone, so that nothing said
// later of something else can change a follow-up.
type weights struct {
	count map[string]int
	n     int
}

// fewPassages is how many findings a report has at the least. In a shorter
// document, such as a letter, a word that stands once is as rare as in a report.
const fewPassages = 200

func newWeights(passages []passage) weights {
	w := weights{count: map[string]int{}, n: max(len(passages), fewPassages)}
	for _, p := range passages {
		for _, word := range p.words {
			w.count[word]++
		}
	}
	return w
}

func (w weights) of(word string) float64 {
	return math.Log(float64(w.n+1) / (0.5 + float64(w.count[word])))
}

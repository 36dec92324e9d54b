package passage

import (
	"cmp"
	_ "embed"
	"iter"
	"maps"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/ilacs-go/inspection/internal/tsv"

	"github.com/ilacs-go/inspection/internal/text"
)

//go:embed stopwords.tsv
var stopwordsTSV string

// A mark says what a word is apart from one that tells what a text is about.
type mark uint8

const (
	stop    mark = 1 << iota // it tells nothing of what a text is about
	earlier                  // every name of an earlier visit has one
	verdict                  // every sentence that states an overall grade has one
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
	for m, words := range map[mark][]string{earlier: {"last", "previous", "time"}, verdict: {"services", "overall"}} {
		for _, w := range words {
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

// A Word is a content word without its ending, by a number that is the same for the
// same letters in every document: numbers are compared, sorted and looked up in a
// fraction of the time of texts. Those of two words could be equal; of words of up to
// eight letters they are not, and of any two longer ones they are once in 10^19.
type Word uint64

// A Pair is two words that stand next to each other, such as "life story" and "return
// interview", by a number like that of a [Word].
type Pair uint64

// WordOf returns the number of a word that has no ending.
func WordOf(w string) Word { return wordOf(w, len(w), 0) }

// odd spreads the bits of a number over a product: the golden ratio times 2^64.
const odd = 0x9e3779b97f4a7c15

// wordOf returns the number of the word that is the first n bytes of s, and then more,
// unless that is 0.
func wordOf(s string, n int, more byte) Word {
	h := uint64(0)
	for ; n > 8 || n == 8 && more != 0; s, n = s[8:], n-8 {
		h = mixed(h ^ text.Eight(s, 0))
	}
	x := uint64(more) << (8 * n)
	if len(s) >= 8 {
		x |= text.Eight(s, 0) & (1<<(8*n) - 1)
	} else {
		for i := range n {
			x |= uint64(s[i]) << (8 * i)
		}
	}
	return Word(mixed(h ^ x))
}

// mixed returns a number of which every bit depends on all lower ones of n, and the low
// ones on the high ones too. No two numbers give the same.
func mixed(n uint64) uint64 {
	n *= odd
	return n ^ n>>32
}

func pairOf(a, b Word) Pair {
	return Pair(mixed(uint64(a)*odd>>1 ^ uint64(b)))
}

// Words returns the content words of a text, those that tell what it is about,
// without their endings, in its order. Stop words are left out, and so are
// references to pages and paragraphs.
func Words(s string) []string {
	out := []string{}
	for s, n := range words(text.Folded(s)) {
		if w, ok := Content(s[:n]); ok {
			out = append(out, w)
		}
	}
	return out
}

// Content returns a word in lower case without its ending, if it is a content word.
func Content(w string) (string, bool) {
	if len(w) < 2 || marks().of(WordOf(w))&stop != 0 {
		return "", false
	}
	n, more := stem(w)
	if more == 0 {
		return w[:n], true
	}
	return w[:n] + string(more), true
}

// words yields the rest of a line from each word on that has two letters or digits, and
// how long the word is.
func words(line string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		line = WithoutReferences(line)
		for i := 0; i < len(line); {
			n := text.WordAt(line[i:])
			if n == 0 {
				i++
				continue
			}
			from := i
			i += n
			if strings.HasSuffix(line[from:i], "'s") {
				n -= 2
			}
			if n > 1 && !yield(line[from:], n) {
				return
			}
		}
	}
}

// read sets what the text of a passage tells. Its words and pairs are kept in room, which
// is returned.
func (p *Passage) read(r room) room {
	p.Topics, p.Continues = practiceLast(p.Themes), text.HasAnyPrefix(p.line, continuations...)
	w, ps := len(r.words), len(r.pairs)
	marks := marks()
	for s, n := range words(p.line) {
		m := marks.of(wordOf(s, n, 0))
		p.marks |= m
		if m&stop == 0 {
			n, more := stem(s[:n])
			r.words = append(r.words, wordOf(s, n, more))
		}
	}
	for i := w + 1; i < len(r.words); i++ {
		r.pairs = append(r.pairs, pairOf(r.words[i-1], r.words[i]))
	}
	p.Words, p.Pairs = sortedOnce(r.words[w:len(r.words):len(r.words)]), sortedOnce(r.pairs[ps:len(r.pairs):len(r.pairs)])
	return r
}

// room holds the words and pairs of many passages.
type room struct {
	words []Word
	pairs []Pair
}

// sortedOnce sorts a list in place and leaves each once.
func sortedOnce[E cmp.Ordered](list []E) []E {
	slices.Sort(list)
	return slices.Compact(list)
}

// Shared counts what is in both of two sorted lists.
func Shared[E cmp.Ordered](a, b []E) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// InBoth yields what is in both of two sorted lists.
func InBoth[E cmp.Ordered](a, b []E) iter.Seq[E] {
	return func(yield func(E) bool) {
		for i, j := 0, 0; i < len(a) && j < len(b); {
			switch {
			case a[i] < b[j]:
				i++
			case a[i] > b[j]:
				j++
			default:
				if !yield(a[i]) {
					return
				}
				i, j = i+1, j+1
			}
		}
	}
}

// references are how a place in a report is named in brackets after a
// recommendation: "(Page 12, paragraph 31)", "(paragraphs 20 and 44)".
var references = []string{"page", "para", "pp", "see "}

// WithoutReferences removes the references to pages and paragraphs from a text in
// lower case.
func WithoutReferences(s string) string {
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
		inside := s[open+1 : end]
		if text.HasAnyPrefix(inside, references...) && strings.ContainsAny(inside, "0123456789") {
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

// shortestStem is the fewest letters that stem leaves of a word, shortestVerb
// those of a verb or a plural.
const shortestStem, shortestVerb = 4, 3

type ending struct {
	text string
	left int // the fewest letters that it is removed from
}

// endings are what stem removes from a word, by their last letters, the longest first.
var endings = [...][]ending{
	'd': {{"ied", shortestStem}, {"ed", shortestVerb}},
	'g': {{"ing", shortestVerb}},
	'n': {{"ation", shortestStem}},
	's': {
		{"ements", shortestStem}, {"ations", shortestStem}, {"nesses", shortestStem}, {"ness", shortestStem}, {"ies", shortestStem},
		{"es", shortestVerb}, {"s", shortestVerb},
	},
	't': {{"ement", shortestStem}},
	'y': {{"ingly", shortestStem}, {"edly", shortestStem}, {"ly", shortestStem}},
}

// endingsOf are the endings that a word may have.
func endingsOf(w string) []ending {
	if c := int(w[len(w)-1]); c < len(endings) {
		return endings[c]
	}
	return nil
}

// stem removes the ending of a word: what is left is its first n bytes, and then more,
// unless that is 0. It need not be a word; it is the same for words of one family:
// "plans" and "planning", "family" and "families".
func stem(w string) (n int, more byte) {
	n = len(w)
	for _, e := range endingsOf(w) {
		s, ok := strings.CutSuffix(w, e.text)
		if !ok || len(s) < e.left || e.text == "ly" && strings.HasSuffix(s, "i") {
			continue // "family" and "easily" go with "families" and "easy"
		}
		n = len(s)
		if e.text == "ies" || e.text == "ied" {
			return n, 'i'
		}
		break
	}
	if n > shortestVerb && w[n-1] == w[n-2] && strings.IndexByte("aeiousl", w[n-1]) < 0 {
		n-- // "planning", but not "assess" or "skill"
	}
	switch {
	case n <= shortestVerb:
	case w[n-1] == 'e':
		n--
	case w[n-1] == 'y':
		return n - 1, 'i'
	}
	return n, 0
}

// fewestPassages is of how many findings a document is taken to be at least: in a
// shorter one, such as a letter, a word that stands once is as rare as in a
// report. With 50, 73 and 62 in a hundred follow-ups were right, with 400, 72 and
// 62, instead of 73 and 62 (follow/status.go says of what).
const fewestPassages = 200

// WordWeights are the inverse document frequencies of words: the fewer findings
// of a document have a word, the more it tells. In a comparison they are those of
// the document that raised the item, so that nothing said later of something else
// can change what became of it.
type WordWeights struct {
	byWord map[Word]float64
	absent float64 // of a word that no finding has
}

// Weights are the weights of the words of a document.
func (d *Document) Weights() WordWeights {
	weights := map[Word]float64{}
	for i := range d.Passages {
		for _, word := range d.Passages[i].Words {
			weights[word]++
		}
	}
	n := max(len(d.Passages), fewestPassages)
	weight := func(count float64) float64 { return math.Log(float64(n+1) / (0.5 + count)) }
	for word, count := range weights {
		weights[word] = weight(count)
	}
	return WordWeights{weights, weight(0)}
}

// Of returns the weight of a word.
func (w WordWeights) Of(word Word) float64 {
	if x, ok := w.byWord[word]; ok {
		return x
	}
	return w.absent
}

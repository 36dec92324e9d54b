package follow

import (
	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

// index tells which candidates have a word and which paragraphs a topic, so that an
// item is compared only with those that share one with it.
type index struct {
	words  map[passage.Word]int32 // the number of each word
	known  []passage.Word         // the words by their numbers
	starts []int32                // where the candidates that have word n begin in has
	has    []int32                // candidates, those of each word in order
	topics map[finding.Theme][]int
	places map[finding.Span][]int // candidates by where they stand
	asking []int                  // the candidates that ask for something
}

// numbered are the words of the candidates by their numbers in the index.
type numbered struct {
	all  []int32 // those of each candidate, one after the other, in the order that it has them
	ends []int32 // where those of each candidate end
}

// of are those of a candidate.
func (n *numbered) of(i int) []int32 {
	if i == 0 {
		return n.all[:n.ends[0]]
	}
	return n.all[n.ends[i-1]:n.ends[i]]
}

func newIndex(candidates []candidate) (index, numbered) {
	total := 0
	for i := range candidates {
		total += len(candidates[i].Words)
	}
	distinct := total / 3 // about
	x := index{words: make(map[passage.Word]int32, distinct), known: make([]passage.Word, 0, distinct), topics: map[finding.Theme][]int{}, places: make(map[finding.Span][]int, len(candidates))}
	words := numbered{make([]int32, 0, total), make([]int32, 0, len(candidates))}
	counts := make([]int32, 0, distinct)
	for i := range candidates {
		c := &candidates[i]
		for _, w := range c.Words {
			n, known := x.words[w]
			if !known {
				n = int32(len(counts))
				x.words[w], x.known, counts = n, append(x.known, w), append(counts, 0)
			}
			counts[n]++
			words.all = append(words.all, n)
		}
		words.ends = append(words.ends, int32(len(words.all)))
		for _, t := range c.Topics {
			if of := x.topics[t]; len(of) == 0 || of[len(of)-1] != c.paragraph {
				x.topics[t] = append(of, c.paragraph)
			}
		}
		x.places[c.Span] = append(x.places[c.Span], i)
		if c.Section.Asks() {
			x.asking = append(x.asking, i)
		}
	}
	x.starts, x.has = make([]int32, len(counts)+1), make([]int32, total)
	for n, count := range counts {
		x.starts[n+1] = x.starts[n] + count
	}
	next := append(counts[:0], x.starts[:len(counts)]...)
	for i := range candidates {
		for _, n := range words.of(i) {
			x.has[next[n]] = int32(i)
			next[n]++
		}
	}
	return x, words
}

// having are the candidates that have a word.
func (x *index) having(word passage.Word) []int32 {
	n, ok := x.words[word]
	if !ok {
		return nil
	}
	return x.has[x.starts[n]:x.starts[n+1]]
}

package follow

import (
	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

// index tells which candidates have a word and which paragraphs a topic, so that an
// item is compared only with those that share one with it.
type index struct {
	words  map[passage.Word]int // the number of each word
	starts []int                // where the candidates that have word n begin in has
	has    []int                // candidates, those of each word in order
	topics map[finding.Theme][]int
	places map[finding.Span][]int // candidates by where they stand
	asking []int                  // the candidates that ask for something
}

func newIndex(candidates []candidate) index {
	x := index{words: map[passage.Word]int{}, topics: map[finding.Theme][]int{}, places: make(map[finding.Span][]int, len(candidates))}
	var counts []int
	total := 0
	for i := range candidates {
		c := &candidates[i]
		for _, w := range c.Words {
			n, known := x.words[w]
			if !known {
				n = len(counts)
				x.words[w], counts = n, append(counts, 0)
			}
			counts[n]++
			total++
		}
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
	x.starts, x.has = make([]int, len(counts)+1), make([]int, total)
	for n, count := range counts {
		x.starts[n+1] = x.starts[n] + count
	}
	next := append(counts[:0], x.starts[:len(counts)]...)
	for i := range candidates {
		for _, w := range candidates[i].Words {
			n := x.words[w]
			x.has[next[n]] = i
			next[n]++
		}
	}
	return x
}

// having are the candidates that have a word.
func (x *index) having(word passage.Word) []int {
	n, ok := x.words[word]
	if !ok {
		return nil
	}
	return x.has[x.starts[n]:x.starts[n+1]]
}

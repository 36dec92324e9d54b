package passage

import "math"

// fewestPassages is of how many findings a document is taken to be at least: in a
// shorter one, such as a letter, a word that stands once is as rare as in a
// report. With 50, 77 and 69 in a hundred follow-ups were right, as here, with 400, 76 and
// 70 (follow/status.go says of what).
const fewestPassages = 200

// WordWeights are the inverse document frequencies of words: the fewer findings
// of a document have a word, the more it tells. In a comparison they are those of
// the document that raised the item, so that nothing said later of something else
// can change what became of it.
type WordWeights struct {
	counts  map[Word]int32 // how many findings have a word
	byCount []float64      // the weight of a word that so many have
}

// Weights are the weights of the words of a document.
func (d *Document) Weights() WordWeights {
	words := 0
	for i := range d.Passages {
		words += len(d.Passages[i].Words)
	}
	w := WordWeights{counts: make(map[Word]int32, words/timesSaid)}
	for i := range d.Passages {
		for _, word := range d.Passages[i].Words {
			w.counts[word]++
		}
	}
	most := int32(0)
	for _, n := range w.counts {
		most = max(most, n)
	}
	n := max(len(d.Passages), fewestPassages)
	for count := range most + 1 {
		w.byCount = append(w.byCount, math.Log(float64(n+1)/(0.5+float64(count))))
	}
	return w
}

// Of returns the weight of a word.
func (w WordWeights) Of(word Word) float64 {
	return w.byCount[w.counts[word]]
}

// Share is the share of some words, by their weight, that are among others; both are in
// order, and none stands twice.
func (w WordWeights) Share(words, among []Word) float64 {
	all, shared := 0.0, 0.0
	for _, word := range words {
		all += w.Of(word)
	}
	if all == 0 {
		return 0
	}
	for word := range InBoth(words, among) {
		shared += w.Of(word)
	}
	return shared / all
}

// timesSaid is about how many findings of a report have a word, in the mean of its words.
const timesSaid = 3

package follow

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/ilacs-go/inspection/finding"
)

// mostWords is how many of an item's words are told apart, the weightiest; real
// items have fewer.
const mostWords = 64

// words is a set of an item's words: bit n stands for the word of weight n.
type words uint64

// overlap says which of an item's words the later findings have.
type overlap struct {
	words      []string      // the weightiest first
	weights    []float64     // of each
	place      []WordWeights // what each says for the item by where it is found
	total      float64       // of the weights
	squares    float64       // of their squares
	missed     float64       // what it says that none of the words is found
	found      []words       // by candidate
	paragraphs []words       // by paragraph
}

// WordWeights are what a word of an item says for a finding's being about the item,
// by where the word is.
type WordWeights struct {
	Found  float64 // in the finding
	Near   float64 // elsewhere in its paragraph
	Missed float64 // nowhere in it
}

func (f *Finder) overlap(of []string) overlap {
	o := overlap{words: slices.Clone(of), found: make([]words, len(f.candidates)), paragraphs: make([]words, len(f.paragraphs))}
	weigh := f.before.Findings.Weights.Of
	slices.SortStableFunc(o.words, func(a, b string) int { return cmp.Compare(weigh(b), weigh(a)) })
	o.words = o.words[:min(mostWords, len(o.words))]
	for n, w := range o.words {
		weight, place := weigh(w), f.tables.Words[w]
		o.weights, o.place = append(o.weights, weight), append(o.place, place)
		o.total, o.squares, o.missed = o.total+weight, o.squares+weight*weight, o.missed+place.Missed
		for _, i := range f.index.having(w) {
			o.found[i] |= 1 << n
			o.paragraphs[f.candidates[i].paragraph] |= 1 << n
		}
	}
	return o
}

// sum adds up the weights of a set of words, and their squares.
func (o *overlap) sum(of words) (weight, square float64) {
	for ; of != 0; of &= of - 1 {
		w := o.weights[bits.TrailingZeros64(uint64(of))]
		weight, square = weight+w, square+w*w
	}
	return weight, square
}

// greatest is the weight of the weightiest word of a set; 0 if it is empty.
func (o *overlap) greatest(of words) float64 {
	if of == 0 {
		return 0
	}
	return o.weights[bits.TrailingZeros64(uint64(of))]
}

// coveredBy is the share of the item's words, by weight, that are in a set.
func (o *overlap) coveredBy(of words) float64 {
	if o.total == 0 {
		return 0
	}
	weight, _ := o.sum(of)
	return weight / o.total
}

// learned is what the words say for a candidate's being about the item.
func (o *overlap) learned(candidate, paragraph int) float64 {
	score, found := o.missed, o.found[candidate]
	for rest := found; rest != 0; rest &= rest - 1 {
		p := &o.place[bits.TrailingZeros64(uint64(rest))]
		score += p.Found - p.Missed
	}
	for rest := o.paragraphs[paragraph] &^ found; rest != 0; rest &= rest - 1 {
		p := &o.place[bits.TrailingZeros64(uint64(rest))]
		score += p.Near - p.Missed
	}
	return score
}

// overlapFeatures says which words of the item a candidate and its paragraph have.
func (f *Finder) overlapFeatures(it *item, i int, x *[relFeatures]float64) {
	const three = 1<<3 - 1
	c, found := &f.candidates[i], it.found[i]
	around := it.paragraphs[c.paragraph]
	beside := func(k int) words {
		if k < 0 || k == len(f.candidates) || f.candidates[k].paragraph != c.paragraph {
			return 0
		}
		return it.found[k]
	}
	shared := bits.OnesCount64(uint64(found))
	x[relParagraphCovered] = it.coveredBy(around)
	x[relBeforeCovered] = it.coveredBy(found | beside(i-1))
	x[relAfterCovered] = it.coveredBy(found | beside(i+1))
	if _, square := it.sum(found); square > 0 {
		x[relSquaredCovered] = square / it.squares
	}
	x[relThree] = float64(bits.OnesCount64(uint64(found&three))) / 3
	x[relParagraphThree] = float64(bits.OnesCount64(uint64(around&three))) / 3
	x[relWeightiest] = float64(found & 1)
	x[relShared] = float64(min(mostShared, shared))
	x[relSharedWeight], x[relParagraphWeight] = it.greatest(found), it.greatest(around)
	x[relMissedWeight] = it.greatest(^around & (1<<len(it.words) - 1))
	x[relJaccard] = float64(shared) / float64(max(1, len(it.words)+len(c.Words)-shared))
	x[relPrecision] = float64(shared) / float64(max(1, len(c.Words)))
	topics := count(it.Topics, func(t finding.Theme) bool { return slices.Contains(c.Topics, t) })
	x[relTopics] = float64(topics)
	x[relTopicsJaccard] = float64(topics) / float64(max(1, len(it.Topics)+len(c.Topics)-topics))
}

func count[E any](s []E, is func(E) bool) int {
	n := 0
	for _, e := range s {
		if is(e) {
			n++
		}
	}
	return n
}

// Place is where a word of an item is, seen from a finding.
type Place uint8

const (
	Found Place = iota
	Near
	Missed
	Places // how many there are
)

// WordPlaces tells for each of the item's words where it is, seen from a candidate.
func (e *Evidence) WordPlaces(candidate int) map[string]Place {
	out := map[string]Place{}
	o := &e.item.overlap
	found, around := o.found[candidate], o.paragraphs[e.finder.candidates[candidate].paragraph]
	for n, w := range o.words {
		switch bit := words(1) << n; {
		case found&bit != 0:
			out[w] = Found
		case around&bit != 0:
			out[w] = Near
		default:
			out[w] = Missed
		}
	}
	return out
}

package follow

import (
	"math/bits"

	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/internal/text"
)

// What an item asks for is told from what only stands near it by the terms of this
// field: of "the frequency of supervision" the subject is supervision, and a sentence on
// the frequency of visits names another in its place. Terms that mean the same are one
// (asked_terms.tsv). A subject, an activity and a group of children each tell something
// else, so each is a feature.
//
// On findings that a reader coded, the area under the curve of those on the very point
// against the rest is 0.843 with these features, 0.810 without them; on those coded later
// 0.878 and 0.838.

// termSet is some of the terms of asked_terms.tsv, by their numbers.
type termSet struct{ low, high uint64 } // an array would not be kept in registers

// termOf is the set of one term.
func termOf(n int) termSet {
	if n < 64 {
		return termSet{low: 1 << n}
	}
	return termSet{high: 1 << (n - 64)}
}

func (s termSet) and(o termSet) termSet     { return termSet{s.low & o.low, s.high & o.high} }
func (s termSet) or(o termSet) termSet      { return termSet{s.low | o.low, s.high | o.high} }
func (s termSet) without(o termSet) termSet { return termSet{s.low &^ o.low, s.high &^ o.high} }
func (s termSet) meets(o termSet) bool      { return s.low&o.low|s.high&o.high != 0 }
func (s termSet) each(yield func(n int) bool) {
	for i, word := range [...]uint64{s.low, s.high} {
		for ; word != 0; word &= word - 1 {
			if !yield(64*i + bits.TrailingZeros64(word)) {
				return
			}
		}
	}
}

// termSetOf returns the terms of a line, without the common ones; room is for its words.
func (v *vocabulary) termSetOf(line string, room []token) (termSet, []token) {
	room = room[:0]
	line = passage.WithoutReferences(line)
	for i := 0; i < len(line); {
		n := text.WordAt(line[i:])
		if n == 0 {
			i++
			continue
		}
		w := line[i : i+n]
		if n > 2 && w[n-2:] == "'s" {
			w = w[:n-2]
		}
		room = append(room, token{text: w, head: headOf(w)})
		i += n
	}
	var out termSet
	for i := 0; i < len(room); {
		f := v.longest(room[i:])
		if f == nil {
			i++
			continue
		}
		if f.of.kind != termCommon {
			out = out.or(f.of.term)
		}
		i += len(f.words)
	}
	return out, room
}

// bytesPerToken is fewer bytes than a text mostly has for each word, tokensOfLong more
// words than most sentences have.
const bytesPerToken, tokensOfLong = 5, 64

// object is what an item asks for, by the terms of this field.
type object struct {
	terms   termSet
	weights []weightedTerm // of each of them
	total   float64        // of the weights
	subject termSet        // the rarest subject, the one that tells most
	groups  termSet
}

type weightedTerm struct {
	term   termSet
	weight float64
}

// objectOf returns what the line of an item asks for.
func objectOf(line string) object {
	v := askedTerms()
	o := object{}
	o.terms, _ = v.termSetOf(line, make([]token, 0, len(line)/bytesPerToken))
	most := 0.0
	for n := range o.terms.each {
		e := v.byNumber[n]
		w := weightedTerm{e.term, kindWeights[e.kind] * rarity()(e.name)}
		o.weights = append(o.weights, w)
		o.total += w.weight
		if e.kind == termSubject && w.weight > most {
			most, o.subject = w.weight, w.term
		}
	}
	o.groups = o.terms.and(v.ofKind[termGroup])
	return o
}

// covered is the share of the object's terms, by their weights, that are among
// others.
func (o *object) covered(terms termSet) float64 {
	sum := 0.0
	for i := range o.weights {
		if w := &o.weights[i]; terms.meets(w.term) {
			sum += w.weight
		}
	}
	return sum / o.total
}

// compare sets the features that say whether a finding, or its paragraph, is
// about what the item asks for, or about something else in its place. before is what the sentence before it names.
func (o *object) compare(v *vocabulary, own, before, paragraph termSet, x *[relFeatures]float64) {
	if o.total == 0 {
		return
	}
	if own.meets(o.terms) {
		x[relTerms] = o.covered(own)
	}
	if paragraph.meets(o.terms) {
		x[relTermsParagraph] = o.covered(paragraph)
	}
	if rest := before.without(own); rest.meets(o.terms) {
		x[relTermsBefore] = o.covered(rest)
	}
	shared := own.and(o.terms)
	subjects := own.and(v.ofKind[termSubject])
	if o.subject != (termSet{}) {
		switch {
		case own.meets(o.subject):
			x[relSubject] = 1
		case paragraph.meets(o.subject):
			x[relSubjectParagraph] = 1
		default:
			x[relSubjectMissed] = 1
		}
		x[relSubjectOther] = indicator(subjects != termSet{} && !subjects.meets(o.terms))
	}
	x[relSecondSubject] = indicator(shared.and(v.ofKind[termSubject]).without(o.subject) != termSet{})
	x[relActivity] = indicator(shared.meets(v.ofKind[termActivity]))
	if o.groups != (termSet{}) {
		switch {
		case own.meets(o.groups):
			x[relGroup] = 1
		case own.meets(v.ofKind[termGroup]):
			x[relGroupOther] = 1
		case !paragraph.meets(o.groups):
			x[relGroupMissed] = 1
		}
	}
}

// readTerms sets the terms of the candidates and of their paragraphs.
func (f *Finder) readTerms() {
	v, words := askedTerms(), make([]token, 0, tokensOfLong)
	for i := range f.candidates {
		c := &f.candidates[i]
		c.terms, words = v.termSetOf(c.Line(), words)
		p := &f.paragraphs[c.paragraph]
		p.terms = p.terms.or(c.terms)
	}
}

// termsBefore are those of the sentence before a candidate in its paragraph.
func (f *Finder) termsBefore(i int) termSet {
	if i == f.paragraphs[f.candidates[i].paragraph].first {
		return termSet{}
	}
	return f.candidates[i-1].terms
}

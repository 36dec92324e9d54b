package follow

import (
	"math"
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/internal/text"
	"github.com/ilacs-go/inspection/judgement"
)

// item is an area for improvement or priority action, or a part of one, as it is
// looked for in the later document.
type item struct {
	passage.Passage
	cohort judgement.Area // the children whom it names, 0 for none or several groups
	weight float64        // of all its words
	vector passage.Vector
	object object
}

func (f *Finder) item(p passage.Passage) item {
	it := item{Passage: p, cohort: cohortOf(p.Line()), vector: f.vector(p.Words), object: objectOf(p.Line())}
	for _, w := range p.Words {
		it.weight += f.weights.Of(w)
	}
	return it
}

// covered is the share of the item's words, by their weight, that are among
// others.
func (it *item) covered(words []passage.Word, weights passage.WordWeights) float64 {
	if it.weight == 0 {
		return 0
	}
	sum := 0.0
	for w := range passage.InBoth(it.Words, words) {
		sum += weights.Of(w)
	}
	return sum / it.weight
}

// What an item and a later finding have in common, by the names of
// relevance.tsv.
const (
	relCovered          = iota // the share of the item's words, by weight, that the finding has
	relCosine                  // the cosine similarity of their word vectors
	relCosineSquared           // its square
	relParagraphCosine         // that of the item and the finding's paragraph
	relBeforeCosine            // that of the item and the sentence before
	relContinuesCosine         // the same, where the finding continues it: "this", "they"
	relSameTopic               // both have the same first topic
	relSecondTopic             // the item's first topic is another of the finding's
	relItemTopic               // the finding's first topic is another of the item's
	relAnyTopic                // they share another topic
	relAspect                  // they share an aspect
	relOtherCohort             // it stands under the heading of other children than the item names
	relPairs                   // how many pairs of neighbouring words they share
	relLooksBack               // it looks back to an earlier inspection
	relChange                  // it says that things changed
	relTerms                   // the share of the item's terms, by weight, that the finding has (object.go)
	relTermsParagraph          // the share that its paragraph has
	relSubject                 // it names the item's subject
	relSubjectParagraph        // another sentence of its paragraph does
	relSubjectMissed           // no sentence of its paragraph does
	relSubjectOther            // it names another subject in its place
	relSecondSubject           // it names another subject of the item
	relActivity                // it names an activity that the item names
	relGroup                   // it names a group of children that the item names
	relGroupOther              // it names another group in its place
	relGroupMissed             // its paragraph names none that the item names
	relTermsBefore             // the share that the sentence before has and the finding has not
	relFeatures
)

// RelevanceFeatures are the names of the features in relevance.tsv, in order.
var RelevanceFeatures = [relFeatures]string{
	"covered", "cosine", "cosine-squared", "paragraph-cosine", "before-cosine", "continues-cosine", "same-topic", "second-topic", "item-topic",
	"any-topic", "aspect", "other-cohort", "pairs", "looks-back", "change",
	"terms", "terms-paragraph", "subject", "subject-paragraph", "subject-missed", "subject-other", "second-subject", "activity", "group", "group-other", "group-missed", "terms-before",
}

// mostPairs is how many shared pairs of words count. With 1, 76 and 69 in a
// hundred statuses were right (status.go says of what).
const mostPairs = 3

// relevanceFeatures says what an item has in common with each candidate: nothing
// where no finding of its paragraph has a word or a topic of the item.
func (f *Finder) relevanceFeatures(it *item) [][relFeatures]float64 {
	out := f.room()
	touched := f.touched(it, out)
	cosine := 0.0 // with the paragraph
	terms := askedTerms()
	for i := range f.candidates {
		c, x := &f.candidates[i], &out[i]
		if !touched[c.paragraph] {
			continue
		}
		hasWord := x[relCovered] > 0
		if hasWord {
			x[relCovered] /= it.weight
		}
		x[relCosine] = it.vector.Cosine(&c.vector)
		x[relCosineSquared] = x[relCosine] * x[relCosine]
		if p := &f.paragraphs[c.paragraph]; i == p.first {
			cosine = it.vector.Cosine(&p.vector)
		} else {
			x[relBeforeCosine] = out[i-1][relCosine]
			if c.Continues {
				x[relContinuesCosine] = x[relBeforeCosine]
			}
		}
		x[relParagraphCosine] = cosine
		common, shared := it.commonTopic(c.Passage)
		if shared {
			x[common] = 1
		}
		x[relAspect] = indicator(slices.ContainsFunc(it.Aspects, func(a finding.Aspect) bool { return slices.Contains(c.Aspects, a) }))
		x[relOtherCohort] = indicator(it.namesOthersThan(c.Finding))
		if hasWord {
			x[relPairs] = float64(min(mostPairs, passage.Shared(it.Pairs, c.Pairs)))
		}
		it.object.compare(terms, c.terms, f.termsBefore(i), f.paragraphs[c.paragraph].terms, x)
		x[relLooksBack] = indicator(c.LooksBack)
		x[relChange] = indicator(c.Direction != finding.DirectionNone && c.Direction != 0)
	}
	return out
}

// touched tells the paragraphs of which a finding has a word or a topic of the item,
// and adds up the weights of the words that each candidate has.
func (f *Finder) touched(it *item, features [][relFeatures]float64) []bool {
	out := make([]bool, len(f.paragraphs))
	for _, word := range it.Words {
		weight := f.weights.Of(word)
		for _, i := range f.index.having(word) {
			features[i][relCovered] += weight
			out[f.candidates[i].paragraph] = true
		}
	}
	for _, t := range it.Topics {
		for _, n := range f.index.topics[t] {
			out[n] = true
		}
	}
	return out
}

// commonTopic returns the feature that says which topic an item and a finding
// share, and whether they share one.
func (it *item) commonTopic(p *passage.Passage) (feature int, ok bool) {
	switch {
	case len(it.Topics) == 0 || len(p.Topics) == 0:
		return 0, false
	case it.Topics[0] == p.Topics[0]:
		return relSameTopic, true
	case slices.Contains(p.Topics, it.Topics[0]):
		return relSecondTopic, true
	case slices.Contains(it.Topics, p.Topics[0]):
		return relItemTopic, true
	}
	return relAnyTopic, slices.ContainsFunc(it.Topics, func(t finding.Theme) bool { return slices.Contains(p.Topics, t) })
}

func indicator(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// relevance returns for each candidate how likely it is, from 0 to 1, that a
// reader would quote it to show what became of the item.
func (f *Finder) relevance(it *item, features [][relFeatures]float64) []float64 {
	out := make([]float64, len(f.candidates))
	nothing := [relFeatures]float64{}
	inCommon := logistic(f.tables.Relevance.Score(0, nothing[:])) // where nothing is
	for i := range features {
		switch {
		case f.candidates[i].Board != it.Board:
		case features[i] == nothing:
			out[i] = inCommon
		default:
			out[i] = logistic(f.tables.Relevance.Score(0, features[i][:]))
		}
	}
	return out
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// cohorts are the words by which an item names the children whom it is about.
var cohorts = []struct {
	area  judgement.Area
	words []string
}{
	{judgement.CareLeavers, []string{"care leaver", "leaving care", "leave care", "care-experienced", "care experienced", "pathway plan", "personal adviser"}},
	{judgement.InCare, []string{"in care", "looked after", "looked-after", "cared for", "cared-for", "foster carer", "placement"}},
	{judgement.HelpAndProtection, []string{"in need", "child protection", "early help", "strategy", "front door", "privately fostered"}},
}

// cohortOf returns the area of the one group of children that a line names; 0
// where it names none, or several.
func cohortOf(line string) judgement.Area {
	var found judgement.Area
	for _, c := range cohorts {
		if text.ContainsAny(line, c.words...) {
			if found != 0 {
				return 0
			}
			found = c.area
		}
	}
	return found
}

// namesOthersThan reports whether a finding stands under the heading of other
// children than the item names.
func (it *item) namesOthersThan(f *finding.Finding) bool {
	a := f.Area
	switch {
	case it.cohort == 0 || a == 0 || a == judgement.Leaders || a == judgement.Overall || f.Section.Asks(),
		a == it.cohort,
		a == judgement.InCareAndCareLeavers && it.cohort != judgement.HelpAndProtection,
		(a == judgement.LookedAfter || a == judgement.Adoption) && it.cohort == judgement.InCare:
		return false
	}
	return true
}

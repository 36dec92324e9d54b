package ilacs

import (
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/internal/text"
	"github.com/ilacs-go/inspection/judgement"
)

// query is what is looked for in the later document.
type query struct {
	themes  []finding.Theme
	aspects []finding.Aspect
	cohort  judgement.Area // the children whom it names, 0 for none or several groups
	board   bool           // whether it is asked of the safeguarding children board
	words   []string
	pairs   [][2]string // the neighbours among its words
	total   float64     // the weight of its words
	vector  vector
}

func (t *tracker) query(p passage) query {
	q := query{
		themes: p.themes, aspects: p.Aspects, cohort: cohortOf(p.Text), board: p.board,
		words: p.words, pairs: p.pairs, vector: t.before.weights.vectorOf(p.words),
	}
	for _, w := range p.words {
		q.total += t.before.weights.of(w)
	}
	return q
}

// covered is the share of the query's telling words, by their weight, that
// stand in a text.
func (q *query) covered(words []string, w weights) float64 {
	if q.total == 0 {
		return 0
	}
	sum := 0.0
	for i, j := 0, 0; i < len(q.words) && j < len(words); {
		switch c := strings.Compare(q.words[i], words[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			sum += w.of(words[j])
			i, j = i+1, j+1
		}
	}
	return sum / q.total
}

// What an item and a later finding have in common, by the names of
// relevance.tsv.
const (
	relCovered     = iota // the share of the item's telling words that the finding has
	relLike               // how like each other both are by the company of their words
	relLike2              // its square
	relParagraph          // how like the item the finding's paragraph is
	relBefore             // how like it the sentence before is
	relThis               // the same, where the finding begins with "this", "they" or the like
	relTheme              // the first theme of both is the same
	relOther              // the item's first theme is among the finding's others
	relItem               // the finding's first theme is among the item's others
	relAny                // they share another theme
	relAspect             // they share an aspect
	relOtherCohort        // it stands under the heading of other children than the item names
	relPairs              // how many pairs of neighbouring words they share, three at the most
	relBack               // it points back to an earlier inspection
	relChange             // it tells of a change
	relFeatures
)

var relevanceNames = [relFeatures]string{
	"covered", "like", "like-squared", "paragraph", "before", "this", "theme", "other", "item", "any", "aspect", "other-cohort", "pairs",
	"back", "change",
}

//go:embed relevance.tsv
var relevanceTSV string

var relevanceWeights = sync.OnceValue(func() *linear { return readLinear(relevanceTSV, relevanceNames[:], 1) })

// features says what a query has in common with each candidate: nothing, where no
// finding of its paragraph has a word or a theme of the query.
func (t *tracker) features(q query) [][relFeatures]float64 {
	out := make([][relFeatures]float64, len(t.candidates))
	touched := make([]bool, len(t.blocks))
	paragraph := 0.0
	for i := range t.candidates {
		p, f, b := &t.candidates[i], &out[i], &t.blocks[t.blockOf[i]]
		f[relCovered] = q.covered(p.words, t.before.weights)
		f[relLike] = q.vector.likeness(&p.vector)
		f[relLike2] = f[relLike] * f[relLike]
		if i == b.first {
			paragraph = q.vector.likeness(&b.vector)
		} else {
			f[relBefore] = out[i-1][relLike]
			if p.carriesOn {
				f[relThis] = f[relBefore]
			}
		}
		f[relParagraph] = paragraph
		switch {
		case len(q.themes) == 0 || len(p.themes) == 0:
		case q.themes[0] == p.themes[0]:
			f[relTheme] = 1
		case slices.Contains(p.themes, q.themes[0]):
			f[relOther] = 1
		case slices.Contains(q.themes, p.themes[0]):
			f[relItem] = 1
		case slices.ContainsFunc(q.themes, func(x finding.Theme) bool { return slices.Contains(p.themes, x) }):
			f[relAny] = 1
		}
		f[relAspect] = indicator(slices.ContainsFunc(q.aspects, func(a finding.Aspect) bool { return slices.Contains(p.Aspects, a) }))
		f[relOtherCohort] = indicator(q.ofOthers(p.Finding))
		f[relPairs] = float64(min(mostPairs, sharedPairs(q.pairs, p.pairs)))
		f[relBack] = indicator(p.pointsBack)
		f[relChange] = indicator(p.Direction != finding.DirectionNone && p.Direction != 0)
		touched[t.blockOf[i]] = touched[t.blockOf[i]] || f[relCovered]+f[relTheme]+f[relOther]+f[relItem]+f[relAny] > 0
	}
	for i := range out {
		if !touched[t.blockOf[i]] {
			out[i] = [relFeatures]float64{}
		}
	}
	return out
}

func indicator(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// mostPairs is how many shared pairs of words count.
const mostPairs = 3

// relevance says of each candidate how likely it is, from 0 to 1, that a reader
// would quote it to show what became of the query, by what they have in common.
func (t *tracker) relevance(q query, features [][relFeatures]float64) []float64 {
	out := make([]float64, len(t.candidates))
	m := relevanceWeights()
	for i := range features {
		if t.candidates[i].board == q.board {
			out[i] = logistic(m.score(0, features[i][:]))
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

// cohortOf gives the area of the one group of children that a text names; 0
// where it names none, or several.
func cohortOf(s string) judgement.Area {
	s = text.Lower(text.Plain(s))
	var found judgement.Area
	for _, c := range cohorts {
		if text.ContainsAny(s, c.words...) {
			if found != 0 {
				return 0
			}
			found = c.area
		}
	}
	return found
}

// ofOthers tells whether a finding stands under the heading of other children
// than the query names.
func (q *query) ofOthers(f finding.Finding) bool {
	a := f.Area
	switch {
	case q.cohort == 0 || a == 0 || a == judgement.Leaders || a == judgement.Overall || isAsked(f),
		a == q.cohort,
		a == judgement.InCareAndCareLeavers && q.cohort != judgement.HelpAndProtection,
		(a == judgement.LookedAfter || a == judgement.Adoption) && q.cohort == judgement.InCare:
		return false
	}
	return true
}

package main

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/internal/follow"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

// fitWeights fits the weights of relevance, and those of status. The weights of
// status are fitted on relevance as it is found for items of authorities that those
// of relevance were not fitted on: else it would be believed too much.
func fitWeights(examples []*example, relevance *byPart) follow.Tables {
	t := fitRelevance(relevance.finders[0].tables.Vectors, examples)
	t.Status = fitStatus(examples, relevance)
	return t
}

// parts is in how many parts examples are divided, by authority, so that each can be
// measured with weights that were fitted on the others.
const parts = 5

// byPart are the tables for each of the parts, fitted without it.
type byPart struct {
	authorities []string
	finders     [parts]finders
}

func fitByParts(vectors passage.Vectors, examples []*example) *byPart {
	var p byPart
	for _, e := range examples {
		if a := e.before.Visit.URN; !slices.Contains(p.authorities, a) {
			p.authorities = append(p.authorities, a)
		}
	}
	for k := range parts {
		others := slices.DeleteFunc(slices.Clone(examples), func(e *example) bool { return p.part(e) == k })
		p.finders[k] = findersBy(fitRelevance(vectors, others))
	}
	return &p
}

func (p *byPart) part(e *example) int { return slices.Index(p.authorities, e.before.Visit.URN) % parts }

// evidence gathers the evidence for an example's item, by tables that were fitted
// without its authority.
func (p *byPart) evidence(e *example) *follow.Evidence { return p.finders[p.part(e)].evidence(e) }

// unfitted are tables whose weights are zero.
func unfitted(vectors passage.Vectors) follow.Tables {
	return follow.Tables{
		Vectors:   vectors,
		Relevance: follow.NewWeights(len(follow.RelevanceFeatures), 1),
		Status:    follow.NewWeights(len(follow.StatusFeatures), len(follow.Statuses)),
	}
}

// elsewhere is how many of the candidates that no reader was shown are taken to
// be irrelevant, for each item. With none, 73 and 62 in a hundred statuses kept
// aside were right, with 30, 75 and 65, instead of 74 and 65.
const elsewhere = 10

// The penalties on large weights. With 15 or 20 on those of status as many statuses
// were right, 69 in a hundred of all in parts by authority; with 30 and 60 the
// likelihoods were less sharp.
const relevancePenalty, statusPenalty = 20, 5

// fewestItems is in how many coded items a word must be to have weights of its own.
const fewestItems = 5

// fitRelevance fits the weights of relevance, and those of words. Status has none.
func fitRelevance(vectors passage.Vectors, examples []*example) follow.Tables {
	t := unfitted(vectors)
	words := wordsOf(examples)
	s, finders := &samples{outcomes: 2, marks: len(words) * int(follow.Places)}, findersBy(t)
	r := rand.New(rand.NewPCG(1, 1))
	for _, e := range examples {
		if len(e.codes) == 0 {
			continue
		}
		evidence := finders.evidence(e)
		add := func(i, outcome int) {
			var marks []int
			for word, place := range evidence.WordPlaces(i) {
				if n, ok := slices.BinarySearch(words, word); ok {
					marks = append(marks, n*int(follow.Places)+int(place))
				}
			}
			slices.Sort(marks)
			s.add(evidence.Features[i][:], outcome, 1, marks...)
		}
		var rest []int
		for i := range evidence.Features {
			switch code, ok := e.codes[i]; {
			case ok && isOnThePoint(code):
				add(i, 1)
			case ok:
				add(i, 0)
			case evidence.Touches(i):
				rest = append(rest, i)
			}
		}
		r.Shuffle(len(rest), func(i, j int) { rest[i], rest[j] = rest[j], rest[i] })
		for _, i := range rest[:min(elsewhere, len(rest))] {
			add(i, 0)
		}
	}
	two := s.fit(relevancePenalty)
	t.Relevance.Base[0] = two.Base[1] - two.Base[0]
	difference := func(i int) float64 { return two.ByFeature[i][1] - two.ByFeature[i][0] }
	for i := range t.Relevance.ByFeature {
		t.Relevance.ByFeature[i][0] = difference(i)
	}
	t.Words = map[string]follow.WordWeights{}
	for n, word := range words {
		at := func(p follow.Place) float64 {
			return difference(len(t.Relevance.ByFeature) + n*int(follow.Places) + int(p))
		}
		t.Words[word] = follow.WordWeights{Found: at(follow.Found), Near: at(follow.Near), Missed: at(follow.Missed)}
	}
	return t
}

// wordsOf are the words of enough coded items, sorted.
func wordsOf(examples []*example) []string {
	items := map[string]int{}
	for _, e := range examples {
		if len(e.codes) > 0 {
			for _, w := range e.item.Words {
				items[w]++
			}
		}
	}
	maps.DeleteFunc(items, func(_ string, n int) bool { return n < fewestItems })
	return slices.Sorted(maps.Keys(items))
}

// isOnThePoint reports whether a finding's code says that it is on the very point
// of the item.
func isOnThePoint(code string) bool { return code[0] == '2' }

// goldCounts is how much an item counts that two readers agreed on. With 5 as many
// statuses are right in parts by authority, with 6 one in a hundred fewer.
const goldCounts = 5

// sifCounts is how much a recommendation of the single inspection framework counts
// for the status. With 0, 75 and
// 63 in a hundred statuses kept aside were right, with 1, 72 and 64.
const sifCounts = 0.5

func fitStatus(examples []*example, relevance *byPart) *follow.Weights {
	s := &samples{outcomes: len(follow.Statuses)}
	for _, e := range examples {
		features := relevance.evidence(e).StatusFeatures()
		counts := 1.0
		switch e.set {
		case "gold":
			counts = goldCounts
		case "SIF":
			counts = sifCounts
		}
		s.add(features[:], slices.Index(follow.Statuses[:], e.statuses[0]), counts)
	}
	return s.fit(statusPenalty)
}

const relevanceHead = `# How much each thing that an item and a later finding have in common says that the finding is about the item: the weights of a logistic regression.
# Source: fitted by ilacs/internal/follow/fit on labels/relevance.tsv there. Uncertain: the labels are one reader's. base is what holds without any.
`

const wordsHead = `# How much a word of an item says that a later finding is about the item, where the finding has it, its paragraph has it, or neither does: fitted together with relevance.tsv. Words are without their endings.
# Source: fitted by ilacs/internal/follow/fit on labels/relevance.tsv there. Uncertain: the labels are one reader's.
`

const statusHead = `# How much the evidence for an item says for each status: the weights of a multinomial logistic regression.
# Source: fitted by ilacs/internal/follow/fit on labels/status.tsv there and on the labels of ../shared. Uncertain: some 2,000 items, most labelled by one reader. base is what holds without any.
`

func printWeights(w *follow.Weights, head string, features, outcomes []string) string {
	var b strings.Builder
	b.WriteString(head)
	fmt.Fprintf(&b, "feature\t%s\n", strings.Join(outcomes, "\t"))
	row := func(name string, weights []float64) {
		b.WriteString(name)
		for _, x := range weights {
			fmt.Fprintf(&b, "\t%.3f", x)
		}
		b.WriteString("\n")
	}
	row("base", w.Base)
	for i, name := range features {
		row(name, w.ByFeature[i])
	}
	return b.String()
}

func printWords(words map[string]follow.WordWeights) string {
	var b strings.Builder
	b.WriteString(wordsHead + "word\tfound\tnear\tmissed\n")
	for _, w := range slices.Sorted(maps.Keys(words)) {
		fmt.Fprintf(&b, "%s\t%.2f\t%.2f\t%.2f\n", w, words[w].Found, words[w].Near, words[w].Missed)
	}
	return b.String()
}

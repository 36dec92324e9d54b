package ilacs

import (
	"cmp"
	_ "embed"
	"math"
	"slices"
	"sync"

	"github.com/ilacs-go/inspection/finding"
)

// What later findings say of a query, by the names of status.tsv. Each finding
// counts by how likely it is about the query.
const (
	saidGood      = iota // the share of good in what is said
	saidGood2            // its square
	saidBad              // how much is said against it
	saidImproved         // how much that things got better
	saidAsBefore         // how much that they are as before, or worse
	saidAsked            // how much is asked for that is about the same
	saidBoth             // how much of what is said stands against the rest
	saidAskedGood        // what is asked for that is most about the same, by the share of good
	saidThree            // how sure the three likeliest findings are about it
	saidFirstGood        // the likeliest praises
	saidFirstBad         // the likeliest faults
	saidPairs            // the most pairs of neighbouring words that one shares
	saidThemes           // on how many themes the item is
	saidLength           // of how many telling words it is
	saidFeatures
)

var statusNames = [saidFeatures]string{
	"good", "good-squared", "bad", "improved", "as-before", "asked", "both", "asked-and-good", "three", "first-good", "first-bad",
	"pairs", "themes", "length",
}

//go:embed status.tsv
var statusTSV string

var statusWeights = sync.OnceValue(func() *linear { return readLinear(statusTSV, statusNames[:], len(statusOrder)) })

// statusOrder is the order of the columns of status.tsv.
var statusOrder = [...]Status{StatusAddressed, StatusPartly, StatusPersists, StatusNotRevisited}

// hearing is what is heard on a query.
type hearing struct {
	t         *tracker
	relevance []float64
	order     []int // the candidates that are heard, the likeliest first
	said      [saidFeatures]float64
	again     bool // it is asked for again
}

// fewSaid keeps the share of good near the middle where little is said.
const fewSaid = 0.15

func (t *tracker) hear(q query) hearing {
	h := hearing{t: t}
	features := t.features(q)
	h.relevance = t.relevance(q, features)
	var good, bad, improved, asBefore, asked, mostAsked float64
	var three [3]float64
	for i, r := range h.relevance {
		if r < leastRelevant {
			continue
		}
		p := &t.candidates[i]
		h.order = append(h.order, i)
		h.said[saidPairs] = max(h.said[saidPairs], features[i][relPairs])
		if isAsked(p.Finding) {
			asked += r
			mostAsked = max(mostAsked, r)
			continue
		}
		g, b := forAndAgainst(p.Finding)
		good, bad = good+r*g, bad+r*b
		switch p.Direction {
		case finding.DirectionImproved:
			improved += r
		case finding.DirectionUnchanged, finding.DirectionDeclined:
			asBefore += r
		}
		for k := range three {
			if r > three[k] {
				three[k], r = r, three[k]
			}
		}
	}
	slices.SortStableFunc(h.order, func(a, b int) int { return cmp.Compare(h.relevance[b], h.relevance[a]) })
	share := (good + fewSaid) / (good + bad + 2*fewSaid)
	h.said[saidGood], h.said[saidGood2] = share, share*share
	h.said[saidBad] = math.Log1p(bad)
	h.said[saidImproved], h.said[saidAsBefore] = math.Log1p(improved), math.Log1p(asBefore)
	h.said[saidAsked] = math.Log1p(asked)
	h.said[saidBoth] = min(good, bad) / (good + bad + 2*fewSaid)
	h.said[saidAskedGood] = mostAsked * share
	h.said[saidThree] = (three[0] + three[1] + three[2]) / 3
	if len(h.order) > 0 {
		switch f := t.candidates[h.order[0]].Finding; {
		case isAsked(f):
		case f.Polarity == finding.Strength:
			h.said[saidFirstGood] = 1
		case f.Polarity == finding.Concern:
			h.said[saidFirstBad] = 1
		}
	}
	h.said[saidThemes] = min(3, float64(len(q.themes)))
	h.said[saidLength] = math.Log1p(float64(len(q.words)))
	h.again = mostAsked >= askedAgain
	return h
}

// forAndAgainst is how much a finding speaks for an item being addressed, and how
// much against it.
func forAndAgainst(f finding.Finding) (good, bad float64) {
	switch {
	case isAsked(f):
		bad = 1
	case f.Polarity == finding.Strength:
		good = 1
	case f.Polarity == finding.Mixed:
		good, bad = ofMixed, 1-ofMixed
	case f.Polarity == finding.Concern && f.Extent == finding.ExtentFew:
		good, bad = ofFew, 1-ofFew
	case f.Polarity == finding.Concern:
		bad = 1
	}
	return good, bad
}

func speaksFor(f finding.Finding) bool {
	good, bad := forAndAgainst(f)
	return good > bad || f.Direction == finding.DirectionImproved && !isAsked(f)
}

func speaksAgainst(f finding.Finding) bool {
	good, bad := forAndAgainst(f)
	return bad >= good && bad > 0
}

// How much a finding speaks for an item being addressed, and how much against.
const (
	ofFew   = 0.5 // how much a concern about a few children speaks for it; the rest against
	ofMixed = 0.4 // the same of a finding that praises and faults
)

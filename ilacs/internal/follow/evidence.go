package follow

import (
	"cmp"
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

// leastRelevant is how likely a later finding must be about an item to be
// evidence for it, leastShown to be named beside likelier ones, surelyRelevant to
// be taken to be about it and not only near it.
const leastRelevant, leastShown, surelyRelevant = 0.2, 0.35, 0.55

// mostEvidence is how many findings a follow-up names at most.
const mostEvidence = 4

// Evidence is what the later document says of one item.
type Evidence struct {
	finder *Finder
	item   item
	// Features are what the item has in common with each candidate, relevance how
	// likely each is about it.
	Features  [][relFeatures]float64
	relevance []float64
	relevant  []int // the candidates that are evidence, the likeliest first
	again     bool  // it is asked for again
}

// Gather gathers the evidence for an item of the earlier document, or for a part
// of one.
func (f *Finder) Gather(p passage.Passage) *Evidence {
	e := &Evidence{finder: f, item: f.item(p)}
	e.Features = f.relevanceFeatures(&e.item)
	e.relevance = f.relevance(&e.item, e.Features)
	for i, r := range e.relevance {
		if r < leastRelevant {
			continue
		}
		e.relevant = append(e.relevant, i)
		e.again = e.again || r >= askedAgain && f.candidates[i].Section.Asks()
	}
	slices.SortStableFunc(e.relevant, func(a, b int) int { return cmp.Compare(e.relevance[b], e.relevance[a]) })
	return e
}

// surely reports whether a finding is taken to be about the item.
func (e *Evidence) surely(f finding.Finding) bool {
	return slices.ContainsFunc(e.relevant, func(i int) bool {
		return e.relevance[i] >= surelyRelevant && isSame(e.finder.candidates[i].Finding, f)
	})
}

// shown is what must be among the findings that prove a status.
var shown = map[Status][]func(finding.Finding) bool{
	Addressed: {speaksFor}, Persists: {speaksAgainst}, Partly: {speaksFor, speaksAgainst},
}

// show are the likeliest findings, the likeliest first. Where none of them shows
// what the status says, the likeliest that does takes the last place.
func (e *Evidence) show(s Status) []finding.Finding {
	fits := []finding.Finding{}
	likely := 0
	for _, i := range e.relevant {
		f := e.finder.candidates[i].Finding
		if (s == Addressed || s == NotRevisited) && f.Section.Asks() {
			continue
		}
		fits = append(fits, f)
		if e.relevance[i] >= leastShown || likely == 0 {
			likely++
		}
	}
	out := slices.Clone(fits[:min(mostEvidence, likely)])
	must := shown[s]
	if e.again {
		must = append(must[:len(must):len(must)], asks)
	}
	for _, shows := range must {
		if slices.ContainsFunc(out, shows) {
			continue
		}
		if i := slices.IndexFunc(fits, shows); i >= 0 {
			out = append(out[:min(len(out), mostEvidence-1)], fits[i])
		}
	}
	return out
}

// fewGood is how much a concern about a few children says that an item is
// addressed; the rest says that it is not.
const fewGood = 0.5

// forAndAgainst is how much a finding says that an item is addressed, and how
// much that it is not.
func forAndAgainst(f finding.Finding) (good, bad float64) {
	switch {
	case f.Section.Asks():
		return 0, 1
	case f.Polarity == finding.Strength:
		return 1, 0
	case f.Polarity == finding.Mixed:
		return passage.MixedGood, 1 - passage.MixedGood
	case f.Polarity == finding.Concern && f.Extent == finding.ExtentFew:
		return fewGood, 1 - fewGood
	case f.Polarity == finding.Concern:
		return 0, 1
	}
	return 0, 0
}

func asks(f finding.Finding) bool { return f.Section.Asks() }

func speaksFor(f finding.Finding) bool {
	good, bad := forAndAgainst(f)
	return good > bad || f.Direction == finding.DirectionImproved && !f.Section.Asks()
}

func speaksAgainst(f finding.Finding) bool {
	good, bad := forAndAgainst(f)
	return bad >= good && bad > 0
}

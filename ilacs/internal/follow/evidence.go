package follow

import (
	"cmp"
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

// How evidence is shown. The status is not decided by these.
const (
	// mostEvidence is how many findings a follow-up names at most. With 2, one that a
	// reader named was among them for 92 in a hundred items kept aside (after reports of
	// ILACS), with 3 for 94, with 4 for 95, where findings were shown from 0.5 on, and by
	// an earlier fit.
	mostEvidence = 3
	// LeastShown is how likely a finding must be about the item to be named beside
	// likelier ones. Of those shown, 79 in a hundred stood in a place that the reader
	// named. Of coded findings from here on 81 in a hundred were on the very point, of
	// those coded later 65.
	LeastShown = 0.7
	// SurelyRelevant is how likely a finding must be about the item for the reason
	// to cite it without "if that is about the same". Of coded findings from here on
	// 75 in a hundred were on the very point, 97 on the subject; of those coded later,
	// most of them for broad recommendations of the single inspection framework, 55 and 84.
	SurelyRelevant = 0.55
)

// Evidence is what the later document says of one item.
type Evidence struct {
	finder *Finder
	item   item
	// Features are what the item has in common with each candidate, Relevance is how
	// likely each is about it.
	Features  [][relFeatures]float64
	Relevance []float64
	relevant  []int // the candidates that are evidence, the likeliest first
	again     bool  // a later item is likely enough about this one
	// surelyAgain: the comparison of both lists finds that it is asked for again.
	surelyAgain bool
}

// Gather gathers the evidence for an item of the earlier document, or for a part
// of one.
func (f *Finder) Gather(p passage.Passage) *Evidence {
	e := &Evidence{finder: f, item: f.item(p)}
	e.Features = f.relevanceFeatures(&e.item)
	e.Relevance = f.relevance(&e.item, e.Features)
	if f.looksOnlyAt(&e.item) {
		for i, r := range e.Relevance {
			e.Relevance[i] = max(r, surelyRevisited)
			e.Features[i][relSubject] = 1
		}
	}
	for _, i := range f.places[p.Span] {
		if isSame(f.items[i].Finding, p.Finding) {
			for _, k := range f.again[i] {
				e.askAgain(&f.asked[k].Item)
			}
		}
	}
	e.choose()
	return e
}

// choose chooses the candidates that are evidence.
func (e *Evidence) choose() {
	e.relevant = e.relevant[:0]
	for i, r := range e.Relevance {
		if r < LeastRelevant {
			continue
		}
		e.relevant = append(e.relevant, i)
		e.again = e.again || r >= AskedAgain && e.finder.candidates[i].Section.Asks()
	}
	slices.SortStableFunc(e.relevant, func(a, b int) int { return cmp.Compare(e.Relevance[b], e.Relevance[a]) })
}

// askAgain takes a later item as evidence that surely asks for the same.
func (e *Evidence) askAgain(later *finding.Finding) {
	e.surelyAgain = true
	for _, i := range e.finder.index.places[later.Span] {
		if isSame(e.finder.candidates[i].Finding, later) {
			e.Relevance[i] = max(e.Relevance[i], SurelyRelevant)
		}
	}
}

// namesItem is the share of an item's words, by weight, that the one thing a visit
// looked at must have for all that is found to be about it.
const namesItem = 0.8

// looksOnlyAt reports whether the later document is about a visit that looked at
// one thing, and this item names it.
func (f *Finder) looksOnlyAt(it *item) bool {
	if len(f.after.Focus) != 1 {
		return false
	}
	focus := passage.Of(finding.Finding{Text: f.after.Focus[0]})
	return it.covered(focus.Words, f.weights) >= namesItem
}

// surely reports whether a finding is taken to be about the item.
func (e *Evidence) surely(f finding.Finding) bool {
	return slices.ContainsFunc(e.relevant, func(i int) bool {
		return e.Relevance[i] >= SurelyRelevant && isSame(e.finder.candidates[i].Finding, &f)
	})
}

// shown is what must be among the findings that prove a status.
var shown = map[Status][]func(finding.Finding) bool{
	Addressed: {speaksFor}, Persists: {speaksAgainst}, Partly: {speaksFor, speaksAgainst},
}

// show returns the likeliest findings, the likeliest first. Where none of them
// shows what the status says, the likeliest that does takes the last place.
func (e *Evidence) show(s Status) []finding.Finding {
	fits := make([]*finding.Finding, 0, len(e.relevant))
	likely := 0
	for _, i := range e.relevant {
		f := e.finder.candidates[i].Finding
		if (s == Addressed || s == NotRevisited) && f.Section.Asks() {
			continue
		}
		fits = append(fits, f)
		if e.Relevance[i] >= LeastShown || likely == 0 {
			likely++
		}
	}
	out := make([]finding.Finding, 0, mostEvidence)
	for _, f := range fits[:min(mostEvidence, likely)] {
		out = append(out, *f)
	}
	must := shown[s]
	if e.again {
		must = append(must[:len(must):len(must)], asks)
	}
	for _, shows := range must {
		if slices.ContainsFunc(out, shows) {
			continue
		}
		if i := slices.IndexFunc(fits, func(f *finding.Finding) bool { return shows(*f) }); i >= 0 {
			out = append(out[:min(len(out), mostEvidence-1)], *fits[i])
		}
	}
	return out
}

// forAndAgainst returns how much a finding says that an item is addressed, and
// how much that it is not.
func forAndAgainst(f *finding.Finding) (good, bad float64) {
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
	good, bad := forAndAgainst(&f)
	return good > bad || f.Direction == finding.DirectionImproved && !f.Section.Asks()
}

// showsGood reports whether a finding says anything good: in part, or that it is
// getting better.
func showsGood(f finding.Finding) bool {
	good, _ := forAndAgainst(&f)
	return good > 0 || f.Direction == finding.DirectionImproved
}

// faults is 1 for a concern and 0 for what is none.
func faults(f finding.Finding) int {
	if f.Polarity == finding.Concern {
		return 1
	}
	return 0
}

func speaksAgainst(f finding.Finding) bool {
	good, bad := forAndAgainst(&f)
	return bad >= good && bad > 0
}

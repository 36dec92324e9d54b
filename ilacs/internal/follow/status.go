package follow

import (
	"cmp"
	"math"
	"slices"

	"github.com/ilacs-go/inspection/finding"
)

// Status says what became of an item.
type Status uint8

const (
	Addressed    Status = 1 + iota // the later document praises what was asked for
	Partly                         // it praises some of it and faults the rest
	Persists                       // it still faults it, or still asks for it
	NotRevisited                   // it does not return to it
)

// Statuses are in the order of the columns of status.tsv.
var Statuses = [...]Status{Addressed, Partly, Persists, NotRevisited}

// String returns the name of the status's column.
func (s Status) String() string {
	return [...]string{"", Addressed: "addressed", Partly: "partly", Persists: "persists", NotRevisited: "not-revisited"}[s]
}

// Confidence says how sure a status is; the greater, the less sure.
type Confidence uint8

const (
	High Confidence = 1 + iota
	Medium
	Low
)

// What a status is decided by, beside the weights of status.tsv.
//
// The figures say how many statuses in a hundred were right in the pairs of
// reports that were kept aside, after reports of ILACS (194 items) and after those
// of the single inspection framework (125), by weights fitted anew with another
// value; with the values here 73 and 62 were (go run ./ilacs/internal/follow/fit
// -measure). A difference of three is within chance.
const (
	// LeastRelevant is how likely a later finding must be about an item to be
	// evidence for it: 73 and 58 with 0.1, 74 and 64 with 0.3, 69 and 64 with 0.4.
	// Of findings that a reader coded, 52 in a hundred from here on were on the very
	// point, and 83 in a hundred of those on the point are from here on.
	LeastRelevant = 0.2
	// AskedAgain is how likely a later item must be about an earlier one to be taken
	// to ask for the same: 70 and 60 with 0.2, 72 and 62 with 0.35, 73 and 62 with
	// 0.65. Of later items that a reader coded, 82 in a hundred from here on were on
	// the very point, and 68 in a hundred of those on the point are from here on.
	AskedAgain = 0.5
	// fewGood is how much a concern about a few children says that an item is
	// addressed; the rest says that it is not: 72 and 63 with 0, 71 and 62 with 0.75.
	fewGood = 0.5
	// fewSaid is added to what is said for and against, so that the share of good is
	// near the middle where little is said: 71 and 63 with 0.01, 72 and 60 with 1.
	fewSaid = 0.15
	// highFrom and mediumFrom are how likely a status must be for high and medium
	// confidence. Right were 64 of 72 statuses of high confidence, 100 of 143 of
	// medium, and 55 of 104 of low.
	highFrom, mediumFrom = 0.8, 0.55
)

func confidence(likely float64) Confidence {
	switch {
	case likely >= highFrom:
		return High
	case likely >= mediumFrom:
		return Medium
	}
	return Low
}

// outcome decides what became of an item by the evidence for it.
func (f *Finder) outcome(e *Evidence) Outcome {
	if len(e.relevant) == 0 {
		return f.notRevisited(nil, Medium)
	}
	s, likely := f.likeliest(e)
	evidence := e.show(s)
	switch {
	case s == NotRevisited:
		return f.notRevisited(evidence, confidence(likely))
	case len(evidence) == 0:
		return f.notRevisited(nil, Low)
	}
	if s == Addressed {
		slices.SortStableFunc(evidence, func(a, b finding.Finding) int { return cmp.Compare(faults(a), faults(b)) })
	}
	switch {
	case s == Addressed && faults(evidence[0]) == 1:
		s, likely = Partly, 0 // the best that is shown is a concern, if of few or lessening
	case s == Partly && !slices.ContainsFunc(evidence, showsGood):
		s, likely = Persists, 0 // nothing that is shown is good
	}
	return Outcome{s, confidence(likely), reason(s, &e.item, evidence, e.surely), evidence}
}

// likeliest returns the likeliest status by what the evidence says, and how likely
// it is. What is asked for again is certainly revisited, and at best partly
// addressed.
func (f *Finder) likeliest(e *Evidence) (Status, float64) {
	features := e.StatusFeatures()
	best, most, sum := Status(0), 0.0, 0.0
	for k, s := range Statuses {
		odds := math.Exp(f.tables.Status.Score(k, features[:]))
		sum += odds
		if e.again && (s == Addressed || s == NotRevisited) {
			continue
		}
		if odds > most {
			best, most = s, odds
		}
	}
	return best, most / sum
}

// notRevisited returns the outcome for an item that the later document does not
// return to; near are the findings that come nearest to it.
func (f *Finder) notRevisited(near []finding.Finding, c Confidence) Outcome {
	if near == nil {
		near = []finding.Finding{}
	}
	o := Outcome{NotRevisited, c, "nothing was found in the " + f.after.Noun + " that returns to it", near}
	if len(near) > 0 {
		o.Reason = "the " + f.after.Noun + " speaks of the theme, but nothing was found on this point"
	}
	switch {
	case f.after.Partial:
		o.Reason += "; such a visit looks at a part of the services"
	case len(f.overall) > 0:
		o.Confidence = Low
		o.Reason += "; " + placeName(f.overall[0], "it") + " speaks of the earlier areas for improvement as a whole"
	}
	return o
}

// What the evidence says, by the names of status.tsv. Each finding counts by how
// likely it is about the item.
const (
	statGood           = iota // the share of good in what is said
	statGoodSquared           // its square
	statBad                   // how much is said against it
	statImproved              // how much that things got better
	statAsBefore              // how much that they are as before, or worse
	statAsked                 // how much is asked for that is about the same
	statBoth                  // how much of what is said stands against the rest
	statAskedTimesGood        // how likely it is asked for again, times the share of good
	statTopThree              // how likely the three likeliest findings are about it
	statFirstGood             // the likeliest praises
	statFirstBad              // the likeliest faults
	statPairs                 // the most pairs of neighbouring words that a finding shares
	statTopics                // how many topics the item has
	statLength                // how many words it has
	statFeatures
)

// StatusFeatures are the names of the features in status.tsv, in order.
var StatusFeatures = [statFeatures]string{
	"good", "good-squared", "bad", "improved", "as-before", "asked", "both", "asked-times-good", "top-three", "first-good", "first-bad",
	"pairs", "topics", "length",
}

// mostTopics is how many topics of an item count.
const mostTopics = 3

// StatusFeatures returns what the evidence says.
func (e *Evidence) StatusFeatures() [statFeatures]float64 {
	var x [statFeatures]float64
	var good, bad, improved, asBefore, asked, mostAsked float64
	var top [3]float64 // how likely the three likeliest are
	for i, r := range e.Relevance {
		if r < LeastRelevant {
			continue
		}
		f := &e.finder.candidates[i].Finding
		x[statPairs] = max(x[statPairs], e.Features[i][relPairs])
		if f.Section.Asks() {
			asked += r
			mostAsked = max(mostAsked, r)
			continue
		}
		g, b := forAndAgainst(*f)
		good, bad = good+r*g, bad+r*b
		switch f.Direction {
		case finding.DirectionImproved:
			improved += r
		case finding.DirectionUnchanged, finding.DirectionDeclined:
			asBefore += r
		}
		for k := range top {
			if r > top[k] {
				top[k], r = r, top[k]
			}
		}
	}
	share := (good + fewSaid) / (good + bad + 2*fewSaid)
	x[statGood], x[statGoodSquared] = share, share*share
	x[statBad] = math.Log1p(bad)
	x[statImproved], x[statAsBefore] = math.Log1p(improved), math.Log1p(asBefore)
	x[statAsked] = math.Log1p(asked)
	x[statBoth] = min(good, bad) / (good + bad + 2*fewSaid)
	x[statAskedTimesGood] = mostAsked * share
	x[statTopThree] = (top[0] + top[1] + top[2]) / 3
	if len(e.relevant) > 0 {
		f := &e.finder.candidates[e.relevant[0]].Finding
		x[statFirstGood] = indicator(!f.Section.Asks() && f.Polarity == finding.Strength)
		x[statFirstBad] = indicator(!f.Section.Asks() && f.Polarity == finding.Concern)
	}
	x[statTopics] = min(mostTopics, float64(len(e.item.Topics)))
	x[statLength] = math.Log1p(float64(len(e.item.Words)))
	return x
}

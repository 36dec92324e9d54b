package follow

import (
	"math"

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

// From highFrom on the confidence in a status is high, from mediumFrom on medium,
// by how likely it is.
const highFrom, mediumFrom = 0.8, 0.55

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
	return Outcome{s, confidence(likely), reason(s, &e.item, evidence, e.surely), evidence}
}

// likeliest is the likeliest status by what the evidence says, and how likely it
// is. What is asked for again is surely revisited, and at best partly addressed.
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

// notRevisited is the outcome for an item that the later document does not return
// to; near are the findings that come nearest to it.
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
	statGood        = iota // the share of good in what is said
	statGoodSquared        //
	statBad                // how much is said against it
	statImproved           // how much that things got better
	statAsBefore           // how much that they are as before, or worse
	statAsked              // how much is asked for that is about the same
	statBoth               // how much of what is said stands against the rest
	statAskedGood          // how likely it is asked for again, by the share of good
	statThree              // how likely the three likeliest findings are about it
	statFirstGood          // the likeliest praises
	statFirstBad           // the likeliest faults
	statPairs              // the most pairs of neighbouring words that one shares
	statThemes             // how many topics the item has
	statLength             // how many words
	statFeatures
)

// StatusFeatures are the names of the features in status.tsv, in order.
var StatusFeatures = [statFeatures]string{
	"good", "good-squared", "bad", "improved", "as-before", "asked", "both", "asked-and-good", "three", "first-good", "first-bad",
	"pairs", "themes", "length",
}

// fewSaid keeps the share of good near the middle where little is said.
const fewSaid = 0.15

// mostThemes is how many topics of an item count.
const mostThemes = 3

// StatusFeatures returns what the evidence says.
func (e *Evidence) StatusFeatures() [statFeatures]float64 {
	var x [statFeatures]float64
	var good, bad, improved, asBefore, asked, mostAsked float64
	var three [3]float64 // the most relevant, in order
	for i, r := range e.relevance {
		if r < leastRelevant {
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
		for k := range three {
			if r > three[k] {
				three[k], r = r, three[k]
			}
		}
	}
	share := (good + fewSaid) / (good + bad + 2*fewSaid)
	x[statGood], x[statGoodSquared] = share, share*share
	x[statBad] = math.Log1p(bad)
	x[statImproved], x[statAsBefore] = math.Log1p(improved), math.Log1p(asBefore)
	x[statAsked] = math.Log1p(asked)
	x[statBoth] = min(good, bad) / (good + bad + 2*fewSaid)
	x[statAskedGood] = mostAsked * share
	x[statThree] = (three[0] + three[1] + three[2]) / 3
	if len(e.relevant) > 0 {
		f := &e.finder.candidates[e.relevant[0]].Finding
		x[statFirstGood] = indicator(!f.Section.Asks() && f.Polarity == finding.Strength)
		x[statFirstBad] = indicator(!f.Section.Asks() && f.Polarity == finding.Concern)
	}
	x[statThemes] = min(mostThemes, float64(len(e.item.Topics)))
	x[statLength] = math.Log1p(float64(len(e.item.Words)))
	return x
}

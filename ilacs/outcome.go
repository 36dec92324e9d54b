package ilacs

import (
	"math"
	"slices"

	"github.com/ilacs-go/inspection/finding"
)

// mostEvidence is how many later findings a follow-up names at the most.
const mostEvidence = 4

// leastRelevant is how likely a later finding must at least be about an item to
// be heard on it, leastShown to be named as evidence beside likelier ones, and
// surelyRelevant to be taken to be about it. From askedAgain on a later area for
// improvement asks for the same.
const leastRelevant, leastShown, surelyRelevant, askedAgain = 0.2, 0.35, 0.55, 0.5

// outcome is what became of a query.
type outcome struct {
	status     Status
	confidence Confidence
	reason     string
	evidence   []finding.Finding
}

// status is the likeliest status by what is heard, and how likely it is. What is
// asked for again is at best partly addressed, and surely revisited.
func (h *hearing) status() (Status, float64) {
	m := statusWeights()
	best, most, sum := Status(0), 0.0, 0.0
	for k, s := range statusOrder {
		odds := math.Exp(m.score(k, h.said[:]))
		sum += odds
		if h.again && (s == StatusAddressed || s == StatusNotRevisited) {
			continue
		}
		if odds > most {
			best, most = s, odds
		}
	}
	return best, most / sum
}

func (t *tracker) outcome(q query) outcome {
	h := t.hear(q)
	if len(h.order) == 0 {
		return t.notRevisited(nil, ConfidenceMedium)
	}
	s, likely := h.status()
	o := outcome{status: s, confidence: confidence(likely)}
	if s == StatusNotRevisited {
		return t.notRevisited(h.evidence(s), o.confidence)
	}
	o.evidence = h.evidence(s)
	if len(o.evidence) == 0 {
		return t.notRevisited(nil, ConfidenceLow)
	}
	o.reason = reason(s, q, o.evidence, h.surely)
	return o
}

// evidence are the likeliest findings, the likeliest first. Where none of them
// shows what the status says, the likeliest that does takes the last place.
func (h *hearing) evidence(s Status) []finding.Finding {
	var fits []finding.Finding
	shownTo := 0
	for _, i := range h.order {
		f := h.t.candidates[i].Finding
		if (s == StatusAddressed || s == StatusNotRevisited) && isAsked(f) {
			continue
		}
		fits = append(fits, f)
		if h.relevance[i] >= leastShown || shownTo == 0 {
			shownTo++
		}
	}
	out := slices.Clone(fits[:min(mostEvidence, shownTo)])
	must := shown[s]
	if h.again {
		must = append(must[:len(must):len(must)], isAsked)
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

// surely tells whether a finding is taken to be about the query, and not only
// near it.
func (h *hearing) surely(f finding.Finding) bool {
	return slices.ContainsFunc(h.order, func(i int) bool {
		return h.relevance[i] >= surelyRelevant && h.t.candidates[i].Span == f.Span && h.t.candidates[i].Text == f.Text
	})
}

// shown is what the findings that prove a status show.
var shown = map[Status][]func(finding.Finding) bool{
	StatusAddressed: {speaksFor}, StatusPersists: {speaksAgainst}, StatusPartly: {speaksFor, speaksAgainst},
}

func (t *tracker) notRevisited(near []finding.Finding, c Confidence) outcome {
	o := outcome{status: StatusNotRevisited, confidence: c, reason: "nothing was found in the " + t.after.document() + " that returns to it", evidence: near}
	if len(near) > 0 {
		o.reason = "the " + t.after.document() + " speaks of the theme, but nothing was found on this point"
	}
	switch {
	case t.after.Visit.Type.isPartial():
		o.reason += "; such a visit looks at a part of the services"
	case len(t.together) > 0:
		o.confidence = ConfidenceLow
		o.reason += "; " + placeName(t.together[0], "it") + " speaks of the earlier areas for improvement as a whole"
	}
	return o
}

// From highFrom on the confidence in a status is high, from mediumFrom on medium,
// by how likely it is.
const highFrom, mediumFrom = 0.8, 0.55

func confidence(likely float64) Confidence {
	switch {
	case likely >= highFrom:
		return ConfidenceHigh
	case likely >= mediumFrom:
		return ConfidenceMedium
	}
	return ConfidenceLow
}

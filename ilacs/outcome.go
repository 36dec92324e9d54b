package ilacs

import (
	"cmp"
	_ "embed"
	"math"
	"slices"
	"sync"

	"github.com/ilacs-go/inspection/finding"
)

// mostEvidence is how many later findings a follow-up names at the most.
const mostEvidence = 4

// leastRelevant is how likely a later finding must at least be about an item to
// be heard on it, leastShown to be named as evidence beside likelier ones, and
// surelyRelevant to be taken to be about it. From askedAgain on a later area for
// improvement asks for the same.
const leastRelevant, leastShown, surelyRelevant, askedAgain = 0.2, 0.35, 0.55, 0.5

// How much a finding speaks for an item being addressed, and how much against.
const (
	ofFew   = 0.5 // how much a concern about a few children speaks for it; the rest against
	ofMixed = 0.4 // the same of a finding that praises and faults
)

// tracker follows up the items of one document in another.
type tracker struct {
	before, after *side
	candidates    []passage         // what the later document finds
	blocks        []block           // which stand in one paragraph
	blockOf       []int             // by candidate
	together      []finding.Finding // what it says of the items as a whole
}

// block is the findings of one numbered paragraph.
type block struct {
	first  int // among the candidates
	words  []string
	vector vector
}

func newTracker(before, after *side) *tracker {
	t := &tracker{before: before, after: after, together: together(before, after)}
	for _, p := range after.passages {
		if !ofInspectors(p.Section) || p.history || (p.Polarity == finding.Neutral || p.Polarity == 0) && !isAsked(p.Finding) {
			continue
		}
		p.vector = before.weights.vectorOf(p.words)
		t.candidates = append(t.candidates, p)
		i := len(t.candidates) - 1
		if i > 0 && p.Paragraph > 0 && p.Paragraph == t.candidates[i-1].Paragraph && p.Section == t.candidates[i-1].Section {
			b := &t.blocks[len(t.blocks)-1]
			b.words = append(b.words, p.words...)
		} else {
			t.blocks = append(t.blocks, block{first: i, words: slices.Clone(p.words)})
		}
		t.blockOf = append(t.blockOf, len(t.blocks)-1)
	}
	for i := range t.blocks {
		b := &t.blocks[i]
		b.vector = before.weights.vectorOf(sortedOnce(b.words))
	}
	return t
}

// outcome is what became of a query.
type outcome struct {
	status     Status
	confidence Confidence
	reason     string
	evidence   []finding.Finding
}

// heard is what later findings say of a query, by the names of status.tsv. Each
// finding counts by how likely it is about the query.
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
var statusOrder = [...]Status{Addressed, Partly, Persists, NotRevisited}

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
	h.relevance = make([]float64, len(t.candidates))
	m := relevanceWeights()
	var good, bad, improved, asBefore, asked, mostAsked float64
	var three [3]float64
	for i := range t.candidates {
		p := &t.candidates[i]
		if p.board != q.board {
			continue
		}
		r := logistic(m.score(0, features[i][:]))
		if r < leastRelevant {
			continue
		}
		h.relevance[i] = r
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
		case finding.Improved:
			improved += r
		case finding.Unchanged, finding.Declined:
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
	return good > bad || f.Direction == finding.Improved && !isAsked(f)
}

func speaksAgainst(f finding.Finding) bool {
	good, bad := forAndAgainst(f)
	return bad >= good && bad > 0
}

// status is the likeliest status by what is heard, and how likely it is.
func (h *hearing) status() (Status, float64) {
	m := statusWeights()
	best, sum := 0, 0.0
	var odds [len(statusOrder)]float64
	for k, s := range statusOrder {
		odds[k] = math.Exp(m.score(k, h.said[:]))
		sum += odds[k]
		switch {
		case s == Addressed && h.again: // at best in part
			odds[k] = 0
		case odds[k] > odds[best]:
			best = k
		}
	}
	return statusOrder[best], odds[best] / sum
}

func (t *tracker) outcome(q query) outcome {
	h := t.hear(q)
	if len(h.order) == 0 {
		return t.notRevisited(nil, Medium)
	}
	s, likely := h.status()
	o := outcome{status: s, confidence: confidence(likely)}
	if s == NotRevisited {
		return t.notRevisited(h.evidence(s), o.confidence)
	}
	o.evidence = h.evidence(s)
	if len(o.evidence) == 0 {
		return t.notRevisited(nil, Low)
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
		if (s == Addressed || s == NotRevisited) && isAsked(f) {
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
	Addressed: {speaksFor}, Persists: {speaksAgainst}, Partly: {speaksFor, speaksAgainst},
}

func (t *tracker) notRevisited(near []finding.Finding, c Confidence) outcome {
	o := outcome{status: NotRevisited, confidence: c, reason: "nothing was found in the " + t.after.document() + " that returns to it", evidence: near}
	if len(near) > 0 {
		o.reason = "the " + t.after.document() + " speaks of the theme, but nothing was found on this point"
	}
	switch {
	case t.after.Visit.Type.isPartial():
		o.reason += "; such a visit looks at a part of the services"
	case len(t.together) > 0:
		o.confidence = Low
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
		return High
	case likely >= mediumFrom:
		return Medium
	}
	return Low
}

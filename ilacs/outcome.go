package ilacs

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding"
)

// mostEvidence is how many later findings a follow-up names at the most.
const mostEvidence = 4

// The share of what is said well among all that is said of an item, weighted by
// how much it is about it: from addressedFrom on the item is addressed, up to
// persistsTo it persists, between them it is partly addressed. Uncertain, as
// those of relevance are.
const (
	addressedFrom  = 0.85
	persistsTo     = 0.2
	persistsListed = 0.35 // where it is listed again
	listedAgain    = 0.3  // the share of an item's telling words from which on a later one asks for the same
	ofFew          = 0.35 // how much a concern about a few children counts
	ofAsked        = 1.05 // how much a later area for improvement counts
	ofMixed        = 0.4  // the good in a mixed finding
	ofAround       = 0.53 // how much a finding beside the deciding ones counts
	ofImproved     = 0.83 // the good in a finding that says that things got better
)

// tracker follows up the items of one document in another.
type tracker struct {
	before, after *side
	candidates    []passage         // what the later document finds
	together      []finding.Finding // and says of the items as a whole
}

func newTracker(before, after *side) *tracker {
	t := &tracker{before: before, after: after, together: together(before, after)}
	for _, p := range after.passages {
		if ofInspectors(p.Section) && !p.history && (p.Polarity != finding.Neutral && p.Polarity != 0 || isAsked(p.Finding)) {
			t.candidates = append(t.candidates, p)
		}
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

// scored is a later finding and how much it is about an item.
type scored struct {
	*passage
	score  float64
	common []string
}

// forAndAgainst is how much a finding speaks for an item being addressed, and how
// much against it.
func forAndAgainst(f finding.Finding) (good, bad float64) {
	switch {
	case isAsked(f):
		bad = ofAsked
	case f.Polarity == finding.Strength:
		good = 1
	case f.Polarity == finding.Concern:
		bad = 1
		if f.Extent == finding.ExtentFew {
			bad = ofFew
		}
	case f.Polarity == finding.Mixed:
		good, bad = ofMixed, 1-ofMixed
	}
	if f.Direction == finding.Improved {
		good += ofImproved
	}
	return good, bad
}

func speaksFor(f finding.Finding) bool     { good, bad := forAndAgainst(f); return good > bad }
func speaksAgainst(f finding.Finding) bool { good, bad := forAndAgainst(f); return bad > good }

func (t *tracker) outcome(q query) outcome {
	best := t.best(q)
	covered, narrow := t.covered(q, best)
	if len(best) == 0 || !narrow && covered < leastCovered {
		return t.notRevisited(best)
	}
	around := t.around(q, best)
	good, bad := 0.0, 0.0
	for _, s := range best {
		g, b := forAndAgainst(s.Finding)
		good += g * s.score
		bad += b * s.score
	}
	for _, s := range around {
		g, b := forAndAgainst(s.Finding)
		good += ofAround * g * s.score
		bad += ofAround * b * s.score
	}
	if good+bad == 0 {
		return t.notRevisited(best)
	}
	listed, again := false, false
	for _, s := range best {
		if isAsked(s.Finding) {
			listed = true
			again = again || t.before.weights.sum(s.common) >= listedAgain*q.weight
		}
	}
	o := outcome{status: Partly}
	share := good / (good + bad)
	switch {
	case share >= addressedFrom && !listed:
		o.status = Addressed
	case share <= persistsTo, share <= persistsListed && again:
		o.status = Persists
	}
	o.evidence = evidence(o.status, best, around)
	o.confidence = confidence(o.status, share, best)
	o.reason = reason(o.status, q, o.evidence, again)
	return o
}

// covered says which share of the query's telling words stands in the findings,
// and whether one of them is about a narrow theme of the query.
func (t *tracker) covered(q query, best []scored) (share float64, narrow bool) {
	var all []string
	for _, s := range best {
		all = append(all, s.common...)
		narrow = narrow || q.isNarrow(s.passage)
	}
	if q.weight == 0 {
		return 0, narrow
	}
	slices.Sort(all)
	return t.before.weights.sum(slices.Compact(all)) / q.weight, narrow
}

// best are the later findings that decide a query, the best first.
func (t *tracker) best(q query) []scored {
	var all []scored
	for i := range t.candidates {
		p := &t.candidates[i]
		if s, common := q.score(*p, t.before.weights); s >= leastScore {
			all = append(all, scored{p, s, common})
		}
	}
	slices.SortStableFunc(all, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.Start, b.Start), strings.Compare(a.Text, b.Text))
	})
	for i, s := range all {
		if i == mostEvidence || s.score < leastOfBest*all[0].score {
			return all[:i]
		}
	}
	return all
}

// around are the findings that stand in one paragraph with the best ones and
// speak of a theme of the query, or share its words: a paragraph says what is
// good of a thing and what is not.
func (t *tracker) around(q query, best []scored) []scored {
	var out []scored
	for i := range t.candidates {
		p := &t.candidates[i]
		if p.Paragraph == 0 || slices.ContainsFunc(best, func(s scored) bool { return s.passage == p }) {
			continue
		}
		for _, s := range best {
			if s.Paragraph == p.Paragraph && s.Section == p.Section && (q.themeScore(p.themes) > 0 || len(shared(q.words, p.words)) > 1) {
				out = append(out, scored{passage: p, score: s.score})
				break
			}
		}
	}
	return out
}

// evidence are the best findings. Where the good or the bad that makes an item
// partly addressed stands beside them alone, the first of that is among them.
func evidence(s Status, best, around []scored) []finding.Finding {
	var out []finding.Finding
	for _, x := range best {
		out = append(out, x.Finding)
	}
	if s != Partly {
		return out
	}
	for _, lacks := range []func(finding.Finding) bool{speaksFor, speaksAgainst} {
		if slices.ContainsFunc(out, lacks) {
			continue
		}
		if i := slices.IndexFunc(around, func(s scored) bool { return lacks(s.Finding) }); i >= 0 {
			out = append(out[:min(len(out), mostEvidence-1)], around[i].Finding)
		}
	}
	return out
}

func (t *tracker) notRevisited(near []scored) outcome {
	o := outcome{status: NotRevisited, confidence: Medium, reason: "nothing was found in the " + t.after.document() + " that returns to it"}
	if len(near) > 0 {
		o.confidence = Low
		o.reason = "the " + t.after.document() + " speaks of the theme, but nothing was found on this point"
	}
	switch {
	case t.after.Visit.Type.isPartial():
		o.reason += "; such a visit looks at a part of the services"
	case len(t.together) > 0:
		o.confidence = Low
		o.reason += "; " + placeName(t.together[0], "it") + " speaks of the earlier areas for improvement as a whole"
	}
	for _, s := range near {
		o.evidence = append(o.evidence, s.Finding)
	}
	return o
}

// oneWay is the share from which on what is said speaks one way, and manyFindings
// how many findings of one voice are enough.
const oneWay, manyFindings = 0.95, 3

// confidence says how sure a status is that follows from findings of which such
// a share speaks well.
func confidence(s Status, share float64, best []scored) Confidence {
	compares := slices.ContainsFunc(best, func(b scored) bool { return b.pointsBack || b.Direction == finding.Improved })
	switch {
	case (share >= oneWay || share <= 1-oneWay) && s != Partly && (compares || len(best) >= manyFindings):
		return High
	case s != Partly || compares:
		return Medium
	}
	return Low
}

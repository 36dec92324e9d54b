package ilacs

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/judgement"
)

// followUps follow up each item of the earlier document, in the order of its
// text.
func (t *tracker) followUps() []FollowUp {
	out := []FollowUp{}
	for _, item := range t.before.asked() {
		out = append(out, t.followUp(item))
	}
	return out
}

// followUp tells what became of an item: part by part where it asks for several
// things.
func (t *tracker) followUp(item passage) FollowUp {
	fu := FollowUp{Item: item.Finding, Evidence: []finding.Finding{}}
	if i := slices.IndexFunc(t.candidates, func(p passage) bool { return isAsked(p.Finding) && p.isSame(&item) }); i >= 0 {
		fu.Status, fu.Confidence, fu.Reason = StatusPersists, ConfidenceHigh, "asked for again in the same words"
		fu.Evidence = append(fu.Evidence, t.candidates[i].Finding)
		return fu
	}
	var found []outcome
	parts := partsOf(item)
	for _, p := range parts {
		found = append(found, t.outcome(t.query(p)))
	}
	if !differ(found) {
		whole := t.outcome(t.query(item))
		fu.Status, fu.Confidence, fu.Reason = whole.status, whole.confidence, whole.reason
		fu.Evidence = append(fu.Evidence, whole.evidence...)
		for i, o := range found {
			if o.status == StatusNotRevisited && whole.status != StatusNotRevisited && len(found) > 1 {
				fu.Confidence = ConfidenceLow // one fate, as far as the later document goes
				fu.Reason += "; nothing was found on its part \u201c" + partName(parts[i]) + "\u201d"
			}
		}
		return fu
	}
	fu.Status = StatusPartly
	var said []string
	for i, o := range found {
		fu.Parts = append(fu.Parts, Part{partName(parts[i]), o.status})
		said = append(said, partName(parts[i])+": "+o.reason)
		fu.Confidence = max(fu.Confidence, o.confidence) // the least sure
	}
	fu.Reason = strings.Join(said, "; ")
	fu.Evidence = append(fu.Evidence, inTurn(found)...)
	return fu
}

func partName(p passage) string { return strings.TrimRight(p.Text, ".;:, ") }

// differ tells whether the parts of an item that the later document returns to
// have not all the same fate.
func differ(found []outcome) bool {
	first := Status(0)
	for _, o := range found {
		switch {
		case o.status == StatusNotRevisited:
		case first == 0:
			first = o.status
		case o.status != first:
			return true
		}
	}
	return false
}

// inTurn takes the evidence of each part in turn, the best of each first.
func inTurn(found []outcome) []finding.Finding {
	var out []finding.Finding
	for n, more := 0, true; more && len(out) < mostEvidence; n++ {
		more = false
		for _, o := range found {
			if n >= len(o.evidence) || len(out) == mostEvidence {
				continue
			}
			more = true
			if e := o.evidence[n]; !slices.ContainsFunc(out, func(f finding.Finding) bool { return f.Span == e.Span && f.Text == e.Text }) {
				out = append(out, e)
			}
		}
	}
	return out
}

// newConcerns are the later areas for improvement that the earlier document
// does not list.
func (t *tracker) newConcerns() []finding.Finding {
	out := []finding.Finding{}
	raised := make([]bool, len(t.candidates))
	for _, item := range t.before.asked() {
		q := t.query(item)
		for i, r := range t.relevance(q, t.features(q)) {
			raised[i] = raised[i] || r >= askedAgain || t.candidates[i].isSame(&item)
		}
	}
	for i, p := range t.candidates {
		if isAsked(p.Finding) && !raised[i] {
			out = append(out, p.Finding)
		}
	}
	return out
}

// bothGradeBoard tells whether both documents grade the safeguarding children
// board, which was inspected beside the authority until 2017.
func bothGradeBoard(before, after *Report) bool {
	return before.Judgements.Grade(judgement.LSCB) != 0 && after.Judgements.Grade(judgement.LSCB) != 0
}

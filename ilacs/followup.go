package ilacs

import (
	"math"
	"slices"

	"github.com/ilacs-go/inspection/ilacs/internal/follow"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/judgement"
)

// source is what a comparison takes of a report.
func (r *Report) source() passage.Source {
	return passage.Source{
		Findings:     r.Findings,
		GradesBoard:  r.Judgements.Grade(judgement.LSCB) != 0,
		ReviewsBoard: r.Visit.Type == VisitTypeLSCBReview,
	}
}

// followItems finds what became of the items of the earlier report; b and a are
// the findings of both, prepared for comparison, and between are the visits between them.
func followItems(before, after *Report, b, a *passage.Document, between []Earlier) follow.Result {
	return follow.Items(follow.Document{
		Findings: b, Noun: before.Source.noun(), Partial: before.Visit.Type.isPartial(),
		LastInspection: before.Source == SourceReport && before.Visit.Start != after.Visit.Start && !isInspectedBetween(before.Visit, after.Visit, between),
		Incomplete:     before.mayAskForMore(), Broad: before.Visit.Type == VisitTypeSIF,
	}, follow.Document{
		Findings: a, Noun: after.Source.noun(), Partial: after.Visit.Type.isPartial(), Focus: after.Visit.Focus,
	})
}

// followUps are the follow-ups of each item, in the order of the text.
func followUps(r follow.Result) []FollowUp {
	out := make([]FollowUp, 0, len(r.FollowUps))
	for _, f := range r.FollowUps {
		fu := FollowUp{Item: f.Item, Status: statusOf[f.Status], Confidence: confidenceOf[f.Confidence], Reason: f.Reason, Heard: heardOf(f.Heard), Evidence: f.Evidence}
		for _, p := range f.Parts {
			fu.Parts = append(fu.Parts, Part{p.Text, statusOf[p.Status]})
		}
		out = append(out, fu)
	}
	return out
}

// mayAskForMore reports whether the document may ask for more than was read of it:
// an article does not say all that a report asks for, and a text may end within
// the list.
func (r *Report) mayAskForMore() bool {
	n := len(r.Findings)
	return r.Source == SourceArticle || n > 0 && r.Findings[n-1].Section.Asks() && !endsWhole(r.Findings[n-1].Text)
}

// asksAgain reports whether the later document surely asks again for what a
// follow-up is about, by its place.
func (p *Progress) asksAgain(i int) bool {
	return slices.ContainsFunc(p.Asked, func(a Asked) bool { return a.Recurrence == RecurrenceAgain && slices.Contains(a.Of, i) })
}

var (
	recurrenceOf = [...]Recurrence{follow.Again: RecurrenceAgain, follow.New: RecurrenceNew, follow.Unsure: RecurrenceUnsure}
	statusOf     = [...]Status{
		follow.Addressed: StatusAddressed, follow.Partly: StatusPartly, follow.Persists: StatusPersists, follow.NotRevisited: StatusNotRevisited,
	}
	confidenceOf = [...]Confidence{follow.High: ConfidenceHigh, follow.Medium: ConfidenceMedium, follow.Low: ConfidenceLow}
)

// heardOf rounds likelihoods to hundredths, which is more than they are known to.
func heardOf(h follow.Heard) Heard {
	round := func(p float64) float64 { return math.Round(100*p) / 100 }
	return Heard{round(h.Revisited), round(h.Praised), round(h.Faulted)}
}

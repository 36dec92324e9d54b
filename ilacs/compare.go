package ilacs

import (
	"cmp"
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/judgement"
)

// Compare says what changed from one visit to a later one of the same
// authority. It is a pure function of the two reports: the order of their
// findings does not matter, and the same two give the same value every time.
//
// The error is a *[CompareError] that wraps [ErrOtherAuthority] or [ErrOrder].
// Authorities are the same where their URNs are, or, where one has none, their
// names. The order is that of fieldwork, or of publication where that is all
// that is known; where neither is, the reports are taken in the order given.
func Compare(before, after *Report) (Progress, error) {
	if err := mayCompare(before, after); err != nil {
		return Progress{}, &CompareError{before.Visit, after.Visit, err}
	}
	p := Progress{Before: before.Visit, After: after.Visit, FollowUps: []FollowUp{}, New: []finding.Finding{}}
	p.Judgements = judgementChanges(before, after)
	t := newTracker(before, after)
	for _, item := range before.items() {
		if item.Area == judgement.LSCB && after.Judgements.Framework != judgement.SIF {
			continue // asked of the safeguarding children board, which only SIF reports look at
		}
		p.FollowUps = append(p.FollowUps, t.followUp(item))
	}
	p.Themes = themeChanges(before, after)
	p.New = newConcerns(before, after)
	p.Summary = p.summary()
	return p, nil
}

func mayCompare(before, after *Report) error {
	b, a := before.Visit, after.Visit
	switch {
	case b.URN != "" && a.URN != "":
		if b.URN != a.URN {
			return ErrOtherAuthority
		}
	case b.Authority != "" && a.Authority != "" && !sameText(b.Authority, a.Authority):
		return ErrOtherAuthority
	}
	if !b.Start.IsZero() && !a.Start.IsZero() && a.Start.Compare(b.Start) < 0 {
		return ErrOrder
	}
	if (b.Start.IsZero() || a.Start.IsZero()) && !b.Published.IsZero() && !a.Published.IsZero() && a.Published.Compare(b.Published) < 0 {
		return ErrOrder
	}
	return nil
}

// judgementChanges compares the grades of two reports; where one gives none,
// the standing that its text reports.
func judgementChanges(before, after *Report) []JudgementChange {
	out := []JudgementChange{}
	if before.Judgements.Len() > 0 && after.Judgements.Len() > 0 {
		for _, c := range judgement.Compare(before.Judgements, after.Judgements) {
			out = append(out, JudgementChange{Change: c})
		}
		return out
	}
	b, saidBefore := before.standing()
	a, saidAfter := after.standing()
	for _, area := range standingAreas {
		was, is := b[area], a[area]
		if was == 0 && is == 0 || len(b) == 0 && len(a) == 0 {
			continue
		}
		if (was == 0 || is == 0) && area != judgement.Overall {
			continue // the one side speaks of the services as a whole
		}
		c := JudgementChange{Change: judgement.Change{Area: area, Before: was, After: is, Trend: judgement.TrendOf(was, is), Basis: judgement.SameArea}}
		if was == 0 || is == 0 {
			c.Basis = judgement.NotStated
		}
		if before.Judgements.Len() == 0 {
			c.SaidBefore = saidBefore[area]
		}
		if after.Judgements.Len() == 0 {
			c.SaidAfter = saidAfter[area]
		}
		out = append(out, c)
	}
	return out
}

// standingAreas are the areas of which a text may report a grade, in Ofsted's
// order.
var standingAreas = []judgement.Area{judgement.Leaders, judgement.HelpAndProtection, judgement.InCare, judgement.CareLeavers, judgement.InCareAndCareLeavers, judgement.LookedAfter, judgement.Adoption, judgement.Overall}

// standing is the grades that a report gives, or the latest ones that its text
// reports, with the sentence that says so.
func (r *Report) standing() (map[judgement.Area]judgement.Grade, map[judgement.Area]*Earlier) {
	grades := map[judgement.Area]judgement.Grade{}
	said := map[judgement.Area]*Earlier{}
	if r.Judgements.Len() > 0 {
		for a, g := range r.Judgements.All() {
			grades[a] = g
		}
		return grades, said
	}
	all := slices.Clone(r.Earlier)
	slices.SortStableFunc(all, func(a, b Earlier) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start))
	})
	for i := range all {
		e := &all[i]
		if e.Grade == 0 {
			continue
		}
		area := e.Area
		if area == 0 {
			area = judgement.Overall
		}
		if was := said[area]; was == nil || e.Date.Compare(was.Date) > 0 {
			said[area], grades[area] = e, e.Grade
		}
	}
	return grades, said
}

// newConcerns are the later areas for improvement that the earlier document did
// not raise: neither among its own, nor as a concern in its text.
func newConcerns(before, after *Report) []finding.Finding {
	out := []finding.Finding{}
	w := newWeights(after.Findings)
	for _, f := range after.items() {
		q := queryOf(f.Text, f.Reading)
		raised := false
		for _, b := range before.Findings {
			if !isAsked(b) {
				continue
			}
			s, common := q.score(b, w, contentWords(b.Text))
			narrow := len(q.themes) > 0 && len(b.Themes) > 0 && q.themes[0] == b.Themes[0] && !broad[q.themes[0]]
			if s >= leastScore+inList && (narrow || w.sum(common) >= leastCovered*w.sum(q.words)) || sameText(b.Text, f.Text) {
				raised = true
				break
			}
		}
		if !raised {
			out = append(out, f)
		}
	}
	return out
}

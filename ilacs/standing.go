package ilacs

import (
	"cmp"
	"slices"

	"github.com/ilacs-go/inspection/judgement"
)

// judgementChanges compares the grades of two reports. For a report that gives
// none they are the grades that its text says the authority has.
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
			continue // one document speaks of the services as a whole only
		}
		c := JudgementChange{Change: judgement.Change{Area: area, Before: was, After: is, Trend: judgement.TrendOf(was, is), Basis: judgement.BasisSameArea}}
		if was == 0 || is == 0 {
			c.Basis = judgement.BasisNotStated
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

// standingAreas are the areas whose grade a text may report, in Ofsted's order.
var standingAreas = []judgement.Area{judgement.Leaders, judgement.HelpAndProtection, judgement.InCare, judgement.CareLeavers, judgement.InCareAndCareLeavers, judgement.LookedAfter, judgement.Adoption, judgement.Overall}

// standing returns the grades that a report gives, or else the latest ones that
// its text reports, with the sentences that report them.
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
	slices.SortStableFunc(all, func(a, b Earlier) int { return cmp.Compare(a.Start, b.Start) })
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

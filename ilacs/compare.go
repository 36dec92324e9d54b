package ilacs

import (
	"cmp"
	"slices"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/judgement"
)

// Compare says what changed from one visit to a later one of the same
// authority. It is a pure function of the two reports: the order of their
// findings does not matter, and the same two give the same value every time.
//
// The error is a *[CompareError] that wraps [ErrNoReport], [ErrOtherAuthority]
// or [ErrOrder]. Authorities are the same where their URNs are, or, where one
// has none, their names; one that is not named may be any. The order is that of
// fieldwork; where that of one is not known, it must not have been published
// before the other. Where no dates tell, the reports are taken in the order
// given.
//
// Comparing a report with itself changes nothing, and every item persists. With
// the sides swapped, what improved has declined, in judgements and in themes.
func Compare(before, after *Report) (Progress, error) {
	if err := mayCompare(before, after); err != nil {
		return Progress{}, err
	}
	board := bothGradeBoard(before, after)
	b, a := newSide(before, board), newSide(after, board)
	t := newTracker(b, a)
	p := Progress{
		Before: before.Visit, After: after.Visit,
		Judgements: judgementChanges(before, after),
		FollowUps:  t.followUps(),
		Themes:     themeChanges(b, a),
		New:        t.newConcerns(),
	}
	p.Summary = (&briefing{&p, before, after, t.together}).statements()
	return p, nil
}

func mayCompare(before, after *Report) error {
	if before == nil || after == nil {
		e := &CompareError{Err: ErrNoReport}
		if before != nil {
			e.Before = before.Visit
		}
		if after != nil {
			e.After = after.Visit
		}
		return e
	}
	b, a := before.Visit, after.Visit
	switch {
	case otherAuthority(b, a):
		return &CompareError{b, a, ErrOtherAuthority}
	case b.Start.IsZero() && a.Start.IsZero():
		if isBefore(a.Published, b.Published) {
			return &CompareError{b, a, ErrOrder}
		}
	case a.Start.IsZero():
		if isBefore(a.Published, b.Start) {
			return &CompareError{b, a, ErrOrder}
		}
	case isBefore(a.Start, b.Start):
		return &CompareError{b, a, ErrOrder}
	}
	return nil
}

// otherAuthority tells whether two visits are to different authorities.
func otherAuthority(a, b Visit) bool {
	if a.URN != "" && b.URN != "" {
		return a.URN != b.URN
	}
	return a.Authority != "" && b.Authority != "" && !slices.Equal(bareName(a.Authority), bareName(b.Authority))
}

// bareName is the words of an authority's name that tell it from others:
// "Wexcombe County Council" is Wexcombe.
func bareName(name string) []string {
	var out []string
	for _, w := range text.Words(nil, text.Lower(text.Plain(name)), 0) {
		switch w.Text {
		case "council", "county", "borough", "city", "metropolitan", "district", "royal", "london", "of", "the", "unitary", "local", "authority":
		default:
			out = append(out, w.Text)
		}
	}
	return out
}

// isBefore tells whether one date is surely before the other: not where one is
// not known, nor where one holds the other, as November does its days.
func isBefore(a, b civil.Date) bool {
	return !a.IsZero() && !b.IsZero() && a.Last().Compare(b.First()) < 0
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

package ilacs

import (
	"slices"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
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
	b, a := passage.Prepare(before.source(), after.source())
	followed := followItems(before, after, b, a)
	p := Progress{
		Before: before.Visit, After: after.Visit,
		Judgements: judgementChanges(before, after),
		FollowUps:  followUps(followed),
		Themes:     themeChanges(b, a),
		New:        followed.New,
	}
	p.Summary = (&briefing{&p, before, after, followed.Overall}).statements()
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

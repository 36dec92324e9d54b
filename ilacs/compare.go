package ilacs

import (
	"slices"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/internal/text"
)

// Compare says what changed from one visit to a later one to the same authority.
// It is a pure function of the two reports: the order of their findings does not
// matter, and the same two reports give the same value every time.
//
// The error is a *[CompareError] that wraps [ErrNoReport], [ErrOtherAuthority],
// [ErrOrder] or [ErrTooMany]. Two authorities are the same if their URNs are, or,
// where one has none, their names; a report that names no authority may be about
// any. The order is that of fieldwork. A document whose fieldwork is undated must
// not have been published before the other visit. Where there are no dates, the
// order is that in which the reports are given.
//
// In a comparison of a report with itself nothing changes, and every item
// persists. With the two reports swapped, what improved has declined, in
// judgements and in themes, unless what one of them says of the other denies the
// trend of a theme.
func Compare(before, after *Report) (Progress, error) {
	return compare(&prepared{Report: before}, &prepared{Report: after})
}

// prepared is a report with its findings prepared for comparison, once for all the
// reports that it is compared with.
type prepared struct {
	*Report
	without, with *passage.Document // findings without those about the safeguarding board, and with them
}

// passages are the findings, with those about the safeguarding board or without.
func (p *prepared) passages(board bool) *passage.Document {
	d := &p.without
	if board {
		d = &p.with
	}
	if *d == nil {
		*d = passage.New(p.source(), board)
	}
	return *d
}

// forget lets go of the passages, so that a long history does not hold those of all
// its reports.
func (p *prepared) forget() { p.without, p.with = nil, nil }

// mostCompared is how many pairs of an earlier item and a later finding are compared
// at most, which takes about a second. The most among 340 reports, each compared both
// ways with every other of its authority, is 33,033.
const mostCompared = 1 << 21

func compare(earlier, later *prepared) (Progress, error) {
	before, after := earlier.Report, later.Report
	if err := mayCompare(before, after); err != nil {
		return Progress{}, err
	}
	if before.countItems()*len(after.Findings) > mostCompared {
		return Progress{}, &CompareError{before.Visit, after.Visit, ErrTooMany}
	}
	board := before.source().GradesBoard && after.source().GradesBoard
	b, a := earlier.passages(board), later.passages(board)
	between := visitsBetween(before, after)
	followed := followItems(before, after, b, a, between)
	p := Progress{
		Before: before.Visit, After: after.Visit,
		Judgements: judgementChanges(before, after),
		OwnWords:   ownComparisons(before, after, a),
		FollowUps:  followUps(followed),
		Asked:      askedItems(followed, b),
	}
	p.Themes = themeChanges(before, after, b, a, &p)
	p.Summary = (&summary{Progress: &p, before: before, after: after, said: a, overall: followed.Overall, weights: followed.Weights, between: between}).statements()
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

// otherAuthority reports whether two visits are to different authorities.
func otherAuthority(a, b Visit) bool {
	if a.URN != "" && b.URN != "" {
		return a.URN != b.URN
	}
	return a.Authority != "" && b.Authority != "" && !slices.Equal(bareName(a.Authority), bareName(b.Authority))
}

// bareName returns the words of an authority's name that set it apart from
// others: "Wexcombe County Council" is Wexcombe.
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

// isBefore reports whether one date is certainly before the other. It is not where
// one is unknown, or where one contains the other, as November does its days.
func isBefore(a, b civil.Date) bool {
	return !a.IsZero() && !b.IsZero() && a.Last().Compare(b.First()) < 0
}

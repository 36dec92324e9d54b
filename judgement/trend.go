package judgement

import "github.com/ilacs-go/inspection/internal/enum"

// A Trend says what became of a grade between two visits. The zero Trend means
// that none is stated.
type Trend uint8

// The trends.
const (
	// TrendImproved and TrendDeclined are for two grades that can be compared.
	TrendImproved Trend = 10
	TrendDeclined Trend = 20
	// TrendUnchanged is for the same grade on both sides.
	TrendUnchanged Trend = 30
	// TrendIntroduced is for an area that the earlier framework did not grade.
	TrendIntroduced Trend = 40
	// TrendWithdrawn is for an area that the later framework no longer grades.
	TrendWithdrawn Trend = 50
	// TrendNotComparable is for two sides neither of which can be called better:
	// requires improvement against adequate, a grade against none.
	TrendNotComparable Trend = 60
)

var trends = enum.List[Trend]{
	Package: "judgement", Kind: "trend", Type: "Trend",
	Text: []string{
		TrendImproved:      "improved",
		TrendDeclined:      "declined",
		TrendUnchanged:     "unchanged",
		TrendIntroduced:    "introduced",
		TrendWithdrawn:     "withdrawn",
		TrendNotComparable: "not-comparable",
	},
	Names: []string{
		TrendImproved:      "improved",
		TrendDeclined:      "declined",
		TrendUnchanged:     "unchanged",
		TrendIntroduced:    "introduced",
		TrendWithdrawn:     "withdrawn",
		TrendNotComparable: "not comparable",
	},
}

// TrendOf compares two grades. It returns [TrendImproved] or [TrendDeclined] if one
// is better than the other, [TrendUnchanged] if they are the same, and
// [TrendNotComparable] for
//
//   - RequiresImprovement and Adequate: they have the same place on two scales, of
//     which the later was meant to ask for more. Both lie between Good and
//     Inadequate, and compare with these;
//   - NotJudged and any other grade;
//   - a grade that is not stated or not valid, and anything.
func TrendOf(before, after Grade) Trend {
	switch b, a := before.rank(), after.rank(); {
	case before == after && before.IsValid():
		return TrendUnchanged
	case b == 0 || a == 0 || b == a:
		return TrendNotComparable
	case a < b:
		return TrendImproved
	default:
		return TrendDeclined
	}
}

// rank returns the grade's place on its scale, 1 for the best, 0 if it has none.
func (g Grade) rank() int {
	switch g {
	case Outstanding:
		return 1
	case Good:
		return 2
	case RequiresImprovement, Adequate:
		return 3
	case Inadequate:
		return 4
	}
	return 0
}

package judgement

import "github.com/ilacs-go/inspection/internal/enum"

// A Basis says what was compared with what in a [Change]. The zero Basis means
// that none is stated.
type Basis uint8

// The bases.
const (
	// BasisSameArea: both frameworks grade this area under the same name.
	BasisSameArea Basis = 10
	// BasisRedefinedArea: both frameworks grade this area, in other words and with
	// other criteria: SIF's leadership, management and governance against
	// ILACS's impact of leaders.
	BasisRedefinedArea Basis = 20
	// BasisFromCombined: the grade before was one for children in care and care
	// leavers together.
	BasisFromCombined Basis = 30
	// BasisToCombined: the grade after is one for children in care and care leavers
	// together.
	BasisToCombined Basis = 35
	// BasisFromLookedAfter: the grade before was SIF's for children looked after
	// and achieving permanence.
	BasisFromLookedAfter Basis = 40
	// BasisToLookedAfter: the grade after is SIF's for children looked after and
	// achieving permanence.
	BasisToLookedAfter Basis = 45
	// BasisDifferentScope: the two frameworks grade different things under one
	// name, or it is not known that they grade the same. The trend is
	// [TrendNotComparable].
	BasisDifferentScope Basis = 50
	// BasisNoCounterpart: the other side's framework grades nothing that
	// corresponds. The trend is [TrendIntroduced] or [TrendWithdrawn].
	BasisNoCounterpart Basis = 60
	// BasisNotStated: the other side's framework grades this area, but no grade is
	// stated there. The trend is [TrendNotComparable].
	BasisNotStated Basis = 70
)

var bases = enum.List[Basis]{
	Package: "judgement", Kind: "basis", Type: "Basis",
	Text: []string{
		BasisSameArea:        "same-area",
		BasisRedefinedArea:   "redefined-area",
		BasisFromCombined:    "carried-from-combined",
		BasisToCombined:      "carried-to-combined",
		BasisFromLookedAfter: "carried-from-looked-after",
		BasisToLookedAfter:   "carried-to-looked-after",
		BasisDifferentScope:  "different-scope",
		BasisNoCounterpart:   "no-counterpart",
		BasisNotStated:       "not-stated",
	},
	Names: []string{
		BasisSameArea:        "the same area",
		BasisRedefinedArea:   "the same area, defined differently",
		BasisFromCombined:    "carried from one grade for children in care and care leavers",
		BasisToCombined:      "carried to one grade for children in care and care leavers",
		BasisFromLookedAfter: "carried from children looked after and achieving permanence",
		BasisToLookedAfter:   "carried to children looked after and achieving permanence",
		BasisDifferentScope:  "not known to be the same thing under this name",
		BasisNoCounterpart:   "the other framework has no such area",
		BasisNotStated:       "the other side states no grade",
	},
}

// reversed returns the basis of the same comparison the other way round.
func (b Basis) reversed() Basis {
	switch b {
	case BasisFromCombined:
		return BasisToCombined
	case BasisToCombined:
		return BasisFromCombined
	case BasisFromLookedAfter:
		return BasisToLookedAfter
	case BasisToLookedAfter:
		return BasisFromLookedAfter
	}
	return b
}

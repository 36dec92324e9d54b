package judgement

import (
	"cmp"
	"slices"
)

// A Change is what became of one area between two visits.
type Change struct {
	Area   Area  `json:"area"`
	Before Grade `json:"before,omitzero"` // zero where none was stated
	After  Grade `json:"after,omitzero"`  // zero where none was stated
	Trend  Trend `json:"trend"`
	Basis  Basis `json:"basis"` // what was compared with what
}

// Compare returns what became of each area that has a grade on either side, in
// the order of the areas' numbers, leaders first.
//
// Across frameworks an area is compared with its counterpart, and the Basis of
// the change says so: the single grade for children in care and care leavers of
// 2018 is compared with each of the two grades of 2023, and SIF's children looked
// after with children in care. If the other framework has no counterpart, the
// change is [TrendIntroduced] or [TrendWithdrawn]: overall effectiveness is
// withdrawn in 2026, and SIF's adoption after 2018. If it has one but states no
// grade, the change is [TrendNotComparable]: nothing was withdrawn, a grade is
// missing.
//
// Compare(s, s) is all unchanged for every set of valid grades. Swapping the two
// sides swaps Before and After, improved and declined, introduced and withdrawn,
// and the bases from and to, in the same order.
func Compare(before, after Set) []Change {
	changes := make([]Change, 0, max(before.Len(), after.Len()))
	was, is := before, after // what is not accounted for yet
	rows := loaded().counterparts[pair{before.Framework, after.Framework}]
	for _, row := range rows {
		b, a := before.grades[row.before], after.grades[row.after]
		if b != 0 && a != 0 {
			was.grades[row.before], is.grades[row.after] = 0, 0
			changes = append(changes, Change{row.area, b, a, TrendOf(b, a), row.basis})
		}
	}
	for i := range was.grades {
		area, b, a := Area(i), was.grades[i], is.grades[i]
		c := Change{Area: area, Before: b, After: a, Trend: TrendNotComparable, Basis: BasisNotStated}
		switch {
		case b == 0 && a == 0:
			continue
		case b != 0 && a != 0 && before.Framework == after.Framework:
			c.Trend, c.Basis = TrendOf(b, a), BasisSameArea
		case b != 0 && a != 0:
			c.Basis = BasisDifferentScope
		case b != 0 && !hasCounterpart(after.Framework, area, rows, func(r counterpart) Area { return r.before }):
			c.Trend, c.Basis = TrendWithdrawn, BasisNoCounterpart
		case a != 0 && !hasCounterpart(before.Framework, area, rows, func(r counterpart) Area { return r.after }):
			c.Trend, c.Basis = TrendIntroduced, BasisNoCounterpart
		}
		changes = append(changes, c)
	}
	slices.SortStableFunc(changes, func(x, y Change) int { return cmp.Compare(x.Area, y.Area) })
	return changes
}

// hasCounterpart reports whether the framework of the other side grades something
// that corresponds to an area. Where that framework is not known, it may.
func hasCounterpart(other Framework, area Area, rows []counterpart, side func(counterpart) Area) bool {
	return !other.IsValid() || other.Has(area) ||
		slices.ContainsFunc(rows, func(r counterpart) bool { return side(r) == area })
}

package judgement_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/judgement"
)

func TestCompare(t *testing.T) {
	t.Parallel()
	const (
		o  = judgement.Outstanding
		g  = judgement.Good
		ri = judgement.RequiresImprovement
		ad = judgement.Adequate
		i  = judgement.Inadequate
		nj = judgement.NotJudged
	)
	for name, tt := range map[string]struct {
		before, after string
		want          []judgement.Change
	}{
		"2018 to 2018": {
			"ilacs-2018 leaders=inadequate help-and-protection=good in-care-and-care-leavers=good overall=requires-improvement",
			"ilacs-2018 leaders=good help-and-protection=good in-care-and-care-leavers=requires-improvement overall=good",
			[]judgement.Change{
				{judgement.Leaders, i, g, judgement.TrendImproved, judgement.BasisSameArea},
				{judgement.HelpAndProtection, g, g, judgement.TrendUnchanged, judgement.BasisSameArea},
				{judgement.InCareAndCareLeavers, g, ri, judgement.TrendDeclined, judgement.BasisSameArea},
				{judgement.Overall, ri, g, judgement.TrendImproved, judgement.BasisSameArea},
			},
		},
		"2018 to 2023: the combined grade stands before both": {
			"ilacs-2018 leaders=good help-and-protection=good in-care-and-care-leavers=requires-improvement overall=good",
			"ilacs-2023 leaders=good help-and-protection=good in-care=good care-leavers=inadequate overall=inadequate",
			[]judgement.Change{
				{judgement.Leaders, g, g, judgement.TrendUnchanged, judgement.BasisSameArea},
				{judgement.HelpAndProtection, g, g, judgement.TrendUnchanged, judgement.BasisSameArea},
				{judgement.InCare, ri, g, judgement.TrendImproved, judgement.BasisFromCombined},
				{judgement.CareLeavers, ri, i, judgement.TrendDeclined, judgement.BasisFromCombined},
				{judgement.Overall, g, i, judgement.TrendDeclined, judgement.BasisSameArea},
			},
		},
		"2023 to 2018, the reverse": {
			"ilacs-2023 in-care=good care-leavers=inadequate",
			"ilacs-2018 in-care-and-care-leavers=requires-improvement",
			[]judgement.Change{
				{judgement.InCare, g, ri, judgement.TrendDeclined, judgement.BasisToCombined},
				{judgement.CareLeavers, i, ri, judgement.TrendImproved, judgement.BasisToCombined},
			},
		},
		"2023 to 2026: overall is withdrawn": {
			"ilacs-2023 leaders=good help-and-protection=good in-care=good care-leavers=good overall=good",
			"ilacs-2026 leaders=good help-and-protection=outstanding in-care=good care-leavers=good",
			[]judgement.Change{
				{judgement.Leaders, g, g, judgement.TrendUnchanged, judgement.BasisSameArea},
				{judgement.HelpAndProtection, g, o, judgement.TrendImproved, judgement.BasisSameArea},
				{judgement.InCare, g, g, judgement.TrendUnchanged, judgement.BasisSameArea},
				{judgement.CareLeavers, g, g, judgement.TrendUnchanged, judgement.BasisSameArea},
				{judgement.Overall, g, 0, judgement.TrendWithdrawn, judgement.BasisNoCounterpart},
			},
		},
		"SIF to 2018": {
			"sif overall=requires-improvement help-and-protection=inadequate looked-after=good adoption=good care-leavers=requires-improvement leaders=good lscb=good",
			"ilacs-2018 leaders=good help-and-protection=good in-care-and-care-leavers=good overall=good",
			[]judgement.Change{
				{judgement.Leaders, g, g, judgement.TrendUnchanged, judgement.BasisRedefinedArea},
				{judgement.HelpAndProtection, i, g, judgement.TrendImproved, judgement.BasisSameArea},
				{judgement.InCareAndCareLeavers, g, g, judgement.TrendUnchanged, judgement.BasisFromLookedAfter},
				{judgement.Adoption, g, 0, judgement.TrendWithdrawn, judgement.BasisNoCounterpart},
				{judgement.CareLeavers, ri, g, judgement.TrendImproved, judgement.BasisToCombined},
				{judgement.LSCB, g, 0, judgement.TrendWithdrawn, judgement.BasisNoCounterpart},
				{judgement.Overall, ri, g, judgement.TrendImproved, judgement.BasisSameArea},
			},
		},
		"SIF to 2023": {
			"sif looked-after=not-judged care-leavers=good",
			"ilacs-2023 in-care=good care-leavers=good",
			[]judgement.Change{
				{judgement.InCare, nj, g, judgement.TrendNotComparable, judgement.BasisFromLookedAfter},
				{judgement.CareLeavers, g, g, judgement.TrendUnchanged, judgement.BasisSameArea},
			},
		},
		"a grade is missing: nothing is withdrawn": {
			"ilacs-2023 leaders=good in-care=good",
			"ilacs-2023 in-care=outstanding overall=good",
			[]judgement.Change{
				{judgement.Leaders, g, 0, judgement.TrendNotComparable, judgement.BasisNotStated},
				{judgement.InCare, g, o, judgement.TrendImproved, judgement.BasisSameArea},
				{judgement.Overall, 0, g, judgement.TrendNotComparable, judgement.BasisNotStated},
			},
		},
		"a grade that would be carried is missing": {
			"ilacs-2018 in-care-and-care-leavers=good", "ilacs-2023",
			[]judgement.Change{{judgement.InCareAndCareLeavers, g, 0, judgement.TrendNotComparable, judgement.BasisNotStated}},
		},
		"the safeguarding board, where a re-inspection has no review of it": {
			"sif lscb=good", "sif",
			[]judgement.Change{{judgement.LSCB, g, 0, judgement.TrendNotComparable, judgement.BasisNotStated}},
		},
		"2013 to SIF: another thing under the same name": {
			"looked-after-2013 overall=adequate capacity-to-improve=good leaders=inadequate",
			"sif overall=requires-improvement leaders=inadequate",
			[]judgement.Change{
				{judgement.Leaders, i, i, judgement.TrendNotComparable, judgement.BasisDifferentScope},
				{judgement.Overall, ad, ri, judgement.TrendNotComparable, judgement.BasisDifferentScope},
				{judgement.CapacityToImprove, g, 0, judgement.TrendWithdrawn, judgement.BasisNoCounterpart},
			},
		},
		"2013 to 2013: capacity": {
			"looked-after-2013 capacity-to-improve=adequate", "looked-after-2013 capacity-to-improve=good",
			[]judgement.Change{{judgement.CapacityToImprove, ad, g, judgement.TrendImproved, judgement.BasisSameArea}},
		},
		"a side without a framework": {
			"overall=inadequate", "ilacs-2023 overall=good leaders=good",
			[]judgement.Change{
				{judgement.Leaders, 0, g, judgement.TrendNotComparable, judgement.BasisNotStated},
				{judgement.Overall, i, g, judgement.TrendNotComparable, judgement.BasisDifferentScope},
			},
		},
		"no framework on either side": {
			"overall=inadequate", "overall=good",
			[]judgement.Change{{judgement.Overall, i, g, judgement.TrendImproved, judgement.BasisSameArea}},
		},
		"an area that neither framework grades": {
			"ilacs-2023 adoption=good", "ilacs-2026 adoption=good lscb=good",
			[]judgement.Change{
				{judgement.Adoption, g, g, judgement.TrendNotComparable, judgement.BasisDifferentScope},
				{judgement.LSCB, 0, g, judgement.TrendIntroduced, judgement.BasisNoCounterpart},
			},
		},
		"nothing": {"", "", []judgement.Change{}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			before, after := set(t, tt.before), set(t, tt.after)
			assert.Equal(t, tt.want, judgement.Compare(before, after))
			assert.Equal(t, swapped(t, tt.want), judgement.Compare(after, before))
		})
	}
}

// swapped returns the changes the other way round.
func swapped(t testing.TB, changes []judgement.Change) []judgement.Change {
	t.Helper()
	trends := map[judgement.Trend]judgement.Trend{
		judgement.TrendImproved: judgement.TrendDeclined, judgement.TrendIntroduced: judgement.TrendWithdrawn,
		judgement.TrendDeclined: judgement.TrendImproved, judgement.TrendWithdrawn: judgement.TrendIntroduced,
	}
	bases := map[judgement.Basis]judgement.Basis{
		judgement.BasisFromCombined: judgement.BasisToCombined, judgement.BasisFromLookedAfter: judgement.BasisToLookedAfter,
		judgement.BasisToCombined: judgement.BasisFromCombined, judgement.BasisToLookedAfter: judgement.BasisFromLookedAfter,
	}
	back := slices.Clone(changes)
	for i, c := range back {
		back[i].Before, back[i].After = c.After, c.Before
		if trend, ok := trends[c.Trend]; ok {
			back[i].Trend = trend
		}
		if basis, ok := bases[c.Basis]; ok {
			back[i].Basis = basis
		}
	}
	return back
}

// randomSet returns a set of any framework, or none, with any areas graded.
func randomSet(r *rand.Rand) judgement.Set {
	frameworks := append(slices.Collect(judgement.Frameworks()), 0)
	s := judgement.Set{Framework: frameworks[r.IntN(len(frameworks))]}
	if r.IntN(2) == 0 { // such as a report has
		scale := slices.Collect(s.Framework.Grades())
		for a := range s.Framework.Areas() {
			s = s.With(a, scale[r.IntN(len(scale))])
		}
		return s
	}
	grades := []judgement.Grade{
		0, 0, judgement.Outstanding, judgement.Good, judgement.RequiresImprovement,
		judgement.Adequate, judgement.Inadequate, judgement.NotJudged,
	}
	for a := range 256 {
		s = s.With(judgement.Area(a), grades[r.IntN(len(grades))])
	}
	return s
}

func TestCompareLaws(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1989, 2004))
	_, counterparts := table(t, "counterparts.tsv")
	for range 20000 {
		before, after := randomSet(r), randomSet(r)
		changes := judgement.Compare(before, after)
		if !slices.Equal(swapped(t, changes), judgement.Compare(after, before)) {
			t.Fatalf("swapping %v and %v returns %v", before, after, judgement.Compare(after, before))
		}
		same := judgement.Compare(before, before)
		if len(same) != before.Len() {
			t.Fatalf("%v against itself: %v", before, same)
		}
		for _, c := range same {
			if c.Trend != judgement.TrendUnchanged || c.Basis != judgement.BasisSameArea || c.Before != c.After || c.Before != before.Grade(c.Area) {
				t.Fatalf("%v against itself: %+v", before, c)
			}
		}
		if !slices.IsSortedFunc(changes, func(a, b judgement.Change) int { return int(a.Area) - int(b.Area) }) {
			t.Fatalf("%v and %v: out of order: %v", before, after, changes)
		}
		for _, c := range changes {
			checkChange(t, before, after, c)
		}
		for _, side := range []struct {
			set   judgement.Set
			grade func(judgement.Change) judgement.Grade
		}{
			{before, func(c judgement.Change) judgement.Grade { return c.Before }},
			{after, func(c judgement.Change) judgement.Grade { return c.After }},
		} {
			for a, g := range side.set.All() {
				if !slices.ContainsFunc(changes, func(c judgement.Change) bool {
					return side.grade(c) == g && (c.Area == a || carried(counterparts, before.Framework, after.Framework, a, c.Area))
				}) {
					t.Fatalf("%v and %v: %v is missing from %v", before, after, a, changes)
				}
			}
		}
	}
}

// carried reports whether the table reports an area under another name.
func carried(rows []map[string]string, f, g judgement.Framework, a, under judgement.Area) bool {
	return slices.ContainsFunc(rows, func(row map[string]string) bool {
		earlier, later := frameworkTexts[row["earlier"]], frameworkTexts[row["later"]]
		return (earlier == f && later == g || earlier == g && later == f) &&
			(areaTexts[row["earlier_area"]] == a || areaTexts[row["later_area"]] == a) &&
			areaTexts[row["area"]] == under
	})
}

// checkChange holds what is true of every change by itself.
func checkChange(t *testing.T, before, after judgement.Set, c judgement.Change) {
	t.Helper()
	oneSided := c.Before == 0 || c.After == 0
	fail := ""
	switch {
	case !c.Area.IsValid() || !c.Trend.IsValid() || !c.Basis.IsValid():
		fail = "has a part that is not valid"
	case c.Before == 0 && c.After == 0:
		fail = "is about nothing"
	case oneSided != (c.Basis == judgement.BasisNoCounterpart || c.Basis == judgement.BasisNotStated):
		fail = "has the wrong basis for its sides"
	case (c.Trend == judgement.TrendIntroduced) != (c.Before == 0 && c.Basis == judgement.BasisNoCounterpart):
		fail = "is wrongly introduced"
	case (c.Trend == judgement.TrendWithdrawn) != (c.After == 0 && c.Basis == judgement.BasisNoCounterpart):
		fail = "is wrongly withdrawn"
	case (oneSided && c.Basis == judgement.BasisNotStated || c.Basis == judgement.BasisDifferentScope) && c.Trend != judgement.TrendNotComparable:
		fail = "compares what cannot be compared"
	case !oneSided && c.Basis != judgement.BasisDifferentScope && c.Trend != judgement.TrendOf(c.Before, c.After):
		fail = "has another trend than its grades"
	case before.Framework == after.Framework && !oneSided && c.Basis != judgement.BasisSameArea:
		fail = "carries an area within one framework"
	}
	if fail != "" {
		t.Fatalf("%v and %v: %+v %s", before, after, c, fail)
	}
}

func TestChangeJSON(t *testing.T) {
	t.Parallel()
	changes := judgement.Compare(
		set(t, "ilacs-2018 in-care-and-care-leavers=requires-improvement overall=good"),
		set(t, "ilacs-2026 in-care=good care-leavers=good"),
	)
	text, err := json.Marshal(changes)
	require.NoError(t, err)
	assert.Equal(t, `[`+
		`{"area":"in-care","before":"requires-improvement","after":"good","trend":"improved","basis":"carried-from-combined"},`+
		`{"area":"care-leavers","before":"requires-improvement","after":"good","trend":"improved","basis":"carried-from-combined"},`+
		`{"area":"overall","before":"good","trend":"withdrawn","basis":"no-counterpart"}]`, string(text))
	var back []judgement.Change
	require.NoError(t, json.Unmarshal(text, &back))
	assert.Equal(t, changes, back)
}

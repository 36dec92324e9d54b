package judgement_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/internal/enum/enumtest"
	"github.com/ilacs-go/inspection/judgement"
)

// The text forms are written out, as they may never change.
var (
	gradeTexts = map[string]judgement.Grade{
		"outstanding": judgement.Outstanding, "good": judgement.Good,
		"requires-improvement": judgement.RequiresImprovement, "adequate": judgement.Adequate,
		"inadequate": judgement.Inadequate, "not-judged": judgement.NotJudged,
	}
	areaTexts = map[string]judgement.Area{
		"overall": judgement.Overall, "leaders": judgement.Leaders,
		"help-and-protection": judgement.HelpAndProtection, "in-care": judgement.InCare,
		"care-leavers": judgement.CareLeavers, "in-care-and-care-leavers": judgement.InCareAndCareLeavers,
		"looked-after": judgement.LookedAfter, "adoption": judgement.Adoption, "lscb": judgement.LSCB,
		"capacity-to-improve": judgement.CapacityToImprove, "outcomes": judgement.Outcomes,
		"quality-of-provision": judgement.QualityOfProvision, "safeguarding": judgement.Safeguarding,
	}
	frameworkTexts = map[string]judgement.Framework{
		"looked-after-2013": judgement.LookedAfter2013, "sif": judgement.SIF, "ilacs-2018": judgement.ILACS2018, "ilacs-2023": judgement.ILACS2023,
		"ilacs-2026": judgement.ILACS2026,
	}
	trendTexts = map[string]judgement.Trend{
		"improved": judgement.TrendImproved, "declined": judgement.TrendDeclined, "unchanged": judgement.TrendUnchanged,
		"introduced": judgement.TrendIntroduced, "withdrawn": judgement.TrendWithdrawn, "not-comparable": judgement.TrendNotComparable,
	}
	basisTexts = map[string]judgement.Basis{
		"same-area": judgement.BasisSameArea, "redefined-area": judgement.BasisRedefinedArea,
		"carried-from-combined": judgement.BasisFromCombined, "carried-to-combined": judgement.BasisToCombined,
		"carried-from-looked-after": judgement.BasisFromLookedAfter, "carried-to-looked-after": judgement.BasisToLookedAfter,
		"different-scope": judgement.BasisDifferentScope, "no-counterpart": judgement.BasisNoCounterpart,
		"not-stated": judgement.BasisNotStated,
	}
)

func TestClosedLists(t *testing.T) {
	t.Parallel()
	t.Run("grade", func(t *testing.T) { checkList(t, gradeTexts, judgement.ParseGrade) })
	t.Run("area", func(t *testing.T) { checkList(t, areaTexts, judgement.ParseArea) })
	t.Run("framework", func(t *testing.T) { checkList(t, frameworkTexts, judgement.ParseFramework) })
	t.Run("trend", func(t *testing.T) { checkList(t, trendTexts, judgement.ParseTrend) })
	t.Run("basis", func(t *testing.T) { checkList(t, basisTexts, judgement.ParseBasis) })
}

func checkList[E enumtest.Value, P enumtest.Pointer[E]](t *testing.T, texts map[string]E, parse func(string) (E, error)) {
	t.Parallel()
	enumtest.Check[E, P](t, parse, slices.Collect(maps.Keys(texts))...)
	for text, want := range texts {
		v, err := parse(text)
		require.NoError(t, err)
		assert.Equal(t, want, v, text)
	}
}

// A failing test prints the constant.
func TestGoString(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "judgement.RequiresImprovement", judgement.RequiresImprovement.GoString())
	assert.Equal(t, "judgement.TrendImproved", judgement.TrendImproved.GoString())
	assert.Equal(t, "judgement.Grade(0)", judgement.Grade(0).GoString())
}

func TestParseGradeReadsTheShorterForm(t *testing.T) {
	t.Parallel()
	for _, words := range []string{"Requires improvement", "requires improvement", "Requires Improvement to be good"} {
		g, err := judgement.ParseGrade(words)
		require.NoError(t, err)
		assert.Equal(t, judgement.RequiresImprovement, g, words)
	}
	for _, words := range []string{"require improvement", "requires  improvement", "Good.", "good ", "no good", "nadequate"} {
		_, err := judgement.ParseGrade(words)
		assert.Error(t, err, "%q: leniency is for the reader of documents", words)
	}
}

func TestEnumAllocations(t *testing.T) {
	text := []byte("requires-improvement")
	buffer := make([]byte, 0, 64)
	g := judgement.Good
	for name, f := range map[string]func(){
		"ParseGrade":    func() { g, _ = judgement.ParseGrade("requires-improvement") },
		"String":        func() { _ = g.String() },
		"AppendText":    func() { buffer, _ = g.AppendText(buffer[:0]) },
		"UnmarshalText": func() { _ = g.UnmarshalText(text) },
		"TrendOf":       func() { _ = judgement.TrendOf(g, judgement.Good) },
	} {
		assert.Zero(t, testing.AllocsPerRun(100, f), name)
	}
}

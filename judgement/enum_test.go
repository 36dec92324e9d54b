package judgement_test

import (
	"database/sql"
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/judgement"
)

// value and pointer are what every enumeration of the package can do.
type value interface {
	~uint8
	comparable
	fmt.Stringer
	encoding.TextAppender
	encoding.TextMarshaler
	driver.Valuer
	IsValid() bool
}

type pointer[E any] interface {
	*E
	encoding.TextUnmarshaler
	sql.Scanner
}

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
		"quality-of-provision": judgement.QualityOfProvision, "quality-of-practice": judgement.QualityOfPractice,
		"safeguarding": judgement.Safeguarding, "safeguarding-capacity": judgement.SafeguardingCapacity,
		"safeguarding-outcomes": judgement.SafeguardingOutcomes, "looked-after-capacity": judgement.LookedAfterCapacity,
	}
	frameworkTexts = map[string]judgement.Framework{
		"slac-2009": judgement.SLAC2009, "contact-2009": judgement.Contact2009, "annual-2009": judgement.Annual2009,
		"protection-2012": judgement.Protection2012, "looked-after-2013": judgement.LookedAfter2013,
		"sif": judgement.SIF, "ilacs-2018": judgement.ILACS2018, "ilacs-2023": judgement.ILACS2023,
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

func TestGradeForms(t *testing.T) { testForms(t, "Grade", gradeTexts, judgement.ParseGrade) }
func TestAreaForms(t *testing.T)  { testForms(t, "Area", areaTexts, judgement.ParseArea) }
func TestFrameworkForms(t *testing.T) {
	testForms(t, "Framework", frameworkTexts, judgement.ParseFramework)
}
func TestTrendForms(t *testing.T) { testForms(t, "Trend", trendTexts, judgement.ParseTrend) }
func TestBasisForms(t *testing.T) { testForms(t, "Basis", basisTexts, judgement.ParseBasis) }

// testForms walks all numbers of an enumeration: it is named exactly when it is
// valid, names are unique, and every form reads back to it. The text forms are
// written out, as they may never change.
func testForms[E value, P pointer[E]](t *testing.T, typ string, texts map[string]E, parse func(string) (E, error)) {
	t.Helper()
	t.Parallel()
	byValue := map[E]string{}
	for text, v := range texts {
		byValue[v] = text
	}
	require.Len(t, byValue, len(texts))
	printed := map[string]bool{}
	for i := range 256 {
		v := E(i)
		text, valid := byValue[v]
		require.Equal(t, valid, v.IsValid(), "%s(%d)", typ, i)

		name := v.String()
		require.NotEmpty(t, name)
		require.False(t, printed[name], "two values print %q", name)
		printed[name] = true
		if !valid {
			testInvalid[E, P](t, typ, v, parse)
			continue
		}

		for _, form := range []string{text, name, strings.ToUpper(name), strings.ToLower(name)} {
			parsed, err := parse(form)
			require.NoError(t, err)
			require.Equal(t, v, parsed, form)
		}

		marshalled, err := v.MarshalText()
		require.NoError(t, err)
		require.Equal(t, text, string(marshalled))
		appended, err := v.AppendText([]byte("> "))
		require.NoError(t, err)
		require.Equal(t, "> "+text, string(appended))
		inJSON, err := json.Marshal(map[E]E{v: v})
		require.NoError(t, err)
		require.Equal(t, `{"`+text+`":"`+text+`"}`, string(inJSON))
		stored, err := v.Value()
		require.NoError(t, err)
		require.Equal(t, driver.Value(text), stored)

		var back E
		require.NoError(t, P(&back).UnmarshalText(marshalled))
		require.Equal(t, v, back)
		for _, src := range []any{text, []byte(text)} {
			back = 0
			require.NoError(t, P(&back).Scan(src))
			require.Equal(t, v, back)
		}
		if name != text {
			require.Error(t, P(&back).UnmarshalText([]byte(name)), "the words for people are no text form")
		}
	}
	testRefused[E, P](t, parse, E(slices.Min(slices.Collect(maps.Values(texts)))))
}

// testInvalid holds that a number that is no value prints as such and is not
// written; the zero value is written as nothing.
func testInvalid[E value, P pointer[E]](t *testing.T, typ string, v E, parse func(string) (E, error)) {
	t.Helper()
	require.Equal(t, fmt.Sprintf("%s(%d)", typ, v), v.String())
	_, err := parse(v.String())
	require.Error(t, err)
	text, textErr := v.MarshalText()
	appended, appendErr := v.AppendText([]byte("> "))
	stored, valueErr := v.Value()
	require.Nil(t, stored)
	require.Equal(t, "> ", string(appended))
	require.Empty(t, text)
	for _, err := range []error{textErr, appendErr, valueErr} {
		if v == 0 {
			require.NoError(t, err)
		} else {
			require.ErrorContains(t, err, v.String())
		}
	}
	if v == 0 {
		require.NotNil(t, text, "an encoder may take nil for null")
	}
}

// testRefused holds what is no value, with a value that an error must not touch.
func testRefused[E value, P pointer[E]](t *testing.T, parse func(string) (E, error), some E) {
	t.Helper()
	for input, want := range map[string]error{
		"":                         judgement.ErrSyntax,
		" ":                        judgement.ErrSyntax,
		"go od!":                   judgement.ErrSyntax,
		"very_good":                judgement.ErrSyntax,
		"\xff\xfe":                 judgement.ErrSyntax,
		"splendid":                 judgement.ErrUnknown,
		"not-a-name":               judgement.ErrUnknown,
		strings.Repeat("x", 1<<16): judgement.ErrUnknown,
		strings.Repeat("é", 1<<16): judgement.ErrSyntax,
	} {
		v, err := parse(input)
		require.ErrorIs(t, err, want)
		require.Zero(t, v)
		var fault *judgement.ParseError
		require.ErrorAs(t, err, &fault)
		require.LessOrEqual(t, len(fault.Input), 84)
		require.Less(t, len(err.Error()), 300)
		require.True(t, strings.HasPrefix(input, strings.TrimSuffix(fault.Input, "…")))
		require.NotEmpty(t, fault.Reason)

		v = some
		if input != "" {
			require.ErrorIs(t, P(&v).UnmarshalText([]byte(input)), want)
			require.ErrorIs(t, P(&v).Scan(input), want)
		}
		require.Equal(t, some, v, "an error leaves the value as it was")
	}
	for typ, src := range map[string]any{"int64": int64(10), "float64": 1.5, "bool": true} {
		v := some
		require.ErrorContains(t, P(&v).Scan(src), typ)
		require.Equal(t, some, v)
	}
	for name, read := range map[string]func(P) error{
		"nil":        func(p P) error { return p.Scan(nil) },
		"empty":      func(p P) error { return p.Scan("") },
		"empty text": func(p P) error { return p.UnmarshalText(nil) },
	} {
		v := some
		require.NoError(t, read(&v), name)
		require.Zero(t, v, name)
	}
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
	assert.False(t, errors.Is(judgement.ErrSyntax, judgement.ErrUnknown))
}

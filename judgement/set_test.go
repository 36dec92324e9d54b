package judgement_test

import (
	"database/sql"
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/parseerr"
	"github.com/ilacs-go/inspection/judgement"
)

var (
	_ encoding.TextAppender    = judgement.Set{}
	_ encoding.TextMarshaler   = judgement.Set{}
	_ encoding.TextUnmarshaler = (*judgement.Set)(nil)
	_ json.Marshaler           = judgement.Set{}
	_ json.Unmarshaler         = (*judgement.Set)(nil)
	_ sql.Scanner              = (*judgement.Set)(nil)
	_ driver.Valuer            = judgement.Set{}
)

// set reads a set that a test is sure of; "" is the zero Set.
func set(t testing.TB, text string) judgement.Set {
	t.Helper()
	var s judgement.Set
	require.NoError(t, s.UnmarshalText([]byte(text)))
	return s
}

func TestSetHoldsGrades(t *testing.T) {
	t.Parallel()
	var s judgement.Set
	assert.Equal(t, 0, s.Len())
	assert.True(t, s.IsZero())
	for _, a := range areaTexts {
		for _, g := range gradeTexts {
			with := s.With(a, g)
			assert.Equal(t, g, with.Grade(a))
			assert.Equal(t, s, with.With(a, s.Grade(a)), "put back, the set is what it was")
			for _, other := range areaTexts {
				if other != a {
					assert.Equal(t, s.Grade(other), with.Grade(other))
				}
			}
		}
		s = s.With(a, judgement.Good)
	}
	assert.Equal(t, len(areaTexts), s.Len())
	for a := range areaTexts {
		s = s.With(areaTexts[a], 0)
	}
	assert.Equal(t, judgement.Set{}, s)
}

func TestSetIgnoresWhatIsNoArea(t *testing.T) {
	t.Parallel()
	s := judgement.Set{Framework: judgement.SIF}.With(judgement.Leaders, judgement.Good)
	for i := range 256 {
		if a := judgement.Area(i); !a.IsValid() {
			assert.Equal(t, s, s.With(a, judgement.Good))
			assert.Zero(t, s.Grade(a))
		}
	}
}

func TestSetIsAKey(t *testing.T) {
	t.Parallel()
	a := judgement.Set{Framework: judgement.SIF}.With(judgement.Leaders, judgement.Good).With(judgement.Overall, judgement.Good)
	b := judgement.Set{Framework: judgement.SIF}.With(judgement.Overall, judgement.Good).With(judgement.Leaders, judgement.Good)
	assert.Equal(t, 2, map[judgement.Set]int{a: 1, b: 2}[a], "the order in which grades are put in is no matter")
	b.Framework = judgement.ILACS2018
	assert.NotEqual(t, a, b)
}

func TestSetOrder(t *testing.T) {
	t.Parallel()
	all := judgement.Set{}
	for _, a := range areaTexts {
		all = all.With(a, judgement.Good)
	}
	for _, f := range frameworkTexts {
		all.Framework = f
		var areas []judgement.Area
		for a, g := range all.All() {
			assert.Equal(t, judgement.Good, g)
			areas = append(areas, a)
		}
		printed := slices.Collect(f.Areas())
		require.Len(t, areas, len(areaTexts))
		assert.Equal(t, printed, append([]judgement.Area(nil), areas[:len(printed)]...), "%v: its own areas first", f)
		assert.True(t, slices.IsSorted(areas[len(printed):]), "%v: then the others", f)
		again := 0
		for range all.All() {
			again++
		}
		assert.Equal(t, len(areaTexts), again)
	}
}

func TestSetTexts(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct{ text, json string }{
		"ILACS 2018": {
			"ilacs-2018 leaders=good help-and-protection=outstanding in-care-and-care-leavers=requires-improvement overall=good",
			`{"framework":"ilacs-2018","leaders":"good","help-and-protection":"outstanding","in-care-and-care-leavers":"requires-improvement","overall":"good"}`,
		},
		"ILACS 2026": {
			"ilacs-2026 leaders=inadequate help-and-protection=inadequate in-care=good care-leavers=requires-improvement",
			`{"framework":"ilacs-2026","leaders":"inadequate","help-and-protection":"inadequate","in-care":"good","care-leavers":"requires-improvement"}`,
		},
		"SIF": {
			"sif overall=good help-and-protection=good looked-after=not-judged adoption=good care-leavers=good leaders=good lscb=outstanding",
			`{"framework":"sif","overall":"good","help-and-protection":"good","looked-after":"not-judged","adoption":"good","care-leavers":"good","leaders":"good","lscb":"outstanding"}`,
		},
		"2013":            {"looked-after-2013 overall=adequate capacity-to-improve=good", `{"framework":"looked-after-2013","overall":"adequate","capacity-to-improve":"good"}`},
		"no grade":        {"ilacs-2023", `{"framework":"ilacs-2023"}`},
		"no framework":    {"leaders=good overall=good", `{"leaders":"good","overall":"good"}`},
		"a foreign grade": {"ilacs-2026 leaders=good overall=adequate", `{"framework":"ilacs-2026","leaders":"good","overall":"adequate"}`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, err := judgement.ParseSet(tt.text)
			require.NoError(t, err)
			assert.Equal(t, tt.text, s.String())
			appended, err := s.AppendText([]byte("> "))
			require.NoError(t, err)
			assert.Equal(t, "> "+tt.text, string(appended))
			value, err := s.Value()
			require.NoError(t, err)
			assert.Equal(t, driver.Value(tt.text), value)
			for _, src := range []any{value, []byte(tt.text)} {
				var scanned judgement.Set
				require.NoError(t, scanned.Scan(src))
				assert.Equal(t, s, scanned)
			}

			marshalled, err := json.Marshal(s)
			require.NoError(t, err)
			assert.Equal(t, tt.json, string(marshalled))
			back := judgement.Set{}.With(judgement.Adoption, judgement.Inadequate)
			require.NoError(t, json.Unmarshal(marshalled, &back))
			assert.Equal(t, s, back, "the grades are put in the place of those before")
		})
	}
}

func TestSetReadsAnyOrder(t *testing.T) {
	t.Parallel()
	want := set(t, "ilacs-2018 leaders=good overall=inadequate")
	got, err := judgement.ParseSet("ilacs-2018 overall=inadequate leaders=good")
	require.NoError(t, err)
	assert.Equal(t, want, got)
	require.NoError(t, json.Unmarshal([]byte(` { "overall" : "inadequate", "framework":"ilacs-2018", "leaders":"good"} `), &got))
	assert.Equal(t, want, got)
}

// The grades alone are what a report holds, and what this package once wrote.
func TestSetReadsGradesAlone(t *testing.T) {
	t.Parallel()
	got := judgement.Set{Framework: judgement.ILACS2018}.With(judgement.Leaders, judgement.Inadequate)
	require.NoError(t, json.Unmarshal([]byte(`{"overall":"good"}`), &got))
	assert.Equal(t, set(t, "ilacs-2018 overall=good"), got)
}

func TestZeroSet(t *testing.T) {
	t.Parallel()
	var zero judgement.Set
	assert.True(t, zero.IsZero())
	assert.Empty(t, zero.String())
	assert.Equal(t, "judgement.Set{}", zero.GoString())
	text, err := zero.MarshalText()
	require.NoError(t, err)
	assert.NotNil(t, text)
	assert.Equal(t, "", string(text))
	value, err := zero.Value()
	require.NoError(t, err)
	assert.Nil(t, value)
	for name, read := range map[string]func(*judgement.Set) error{
		"NULL":         func(s *judgement.Set) error { return s.Scan(nil) },
		"empty string": func(s *judgement.Set) error { return s.Scan("") },
		"empty text":   func(s *judgement.Set) error { return s.UnmarshalText(nil) },
	} {
		s := set(t, "sif leaders=good")
		require.NoError(t, read(&s), name)
		assert.Equal(t, zero, s, name)
	}
	left, err := json.Marshal(struct {
		Judgements judgement.Set `json:"judgements,omitzero"`
	}{zero})
	require.NoError(t, err)
	assert.Equal(t, `{}`, string(left))

	framework := judgement.Set{Framework: judgement.SIF}
	assert.False(t, framework.IsZero(), "a framework without grades is something")
	assert.Zero(t, framework.Len())
	value, err = framework.Value()
	require.NoError(t, err)
	assert.Equal(t, "sif", value)
}

func TestSetRefuses(t *testing.T) {
	t.Parallel()
	for input, tt := range map[string]struct {
		offset int
		err    error
	}{
		"none":                             {0, parseerr.ErrUnknown},
		" ":                                {0, parseerr.ErrSyntax},
		"ilacs-1999":                       {0, parseerr.ErrUnknown},
		"ILACS-2018":                       {0, parseerr.ErrSyntax},
		"ilacs-2018 ":                      {11, parseerr.ErrSyntax},
		" ilacs-2018":                      {0, parseerr.ErrSyntax},
		"ilacs-2018  leaders=good":         {11, parseerr.ErrSyntax},
		"ilacs-2018 leaders":               {11, parseerr.ErrSyntax},
		"ilacs-2018 leaders=":              {11, parseerr.ErrSyntax},
		"ilacs-2018 leaders=Good":          {11, parseerr.ErrSyntax},
		"ilacs-2018 leaders=fine":          {11, parseerr.ErrUnknown},
		"ilacs-2018 fun=good":              {11, parseerr.ErrUnknown},
		"ilacs-2018 =good":                 {11, parseerr.ErrSyntax},
		"leaders=good ilacs-2018":          {13, parseerr.ErrSyntax},
		"ilacs-2018 sif":                   {11, parseerr.ErrSyntax},
		"leaders=good leaders=good":        {13, parseerr.ErrSyntax},
		"leaders=good overall=good=good":   {13, parseerr.ErrSyntax},
		"leaders=good,overall=good":        {0, parseerr.ErrSyntax},
		"leaders=good\noverall=good":       {0, parseerr.ErrSyntax},
		strings.Repeat("leaders=good ", 9): {13, parseerr.ErrSyntax},
	} {
		s, err := judgement.ParseSet(input)
		require.ErrorIs(t, err, tt.err, "%q", input)
		assert.Equal(t, judgement.Set{}, s)
		var fault *parseerr.Error
		require.ErrorAs(t, err, &fault)
		assert.Equal(t, tt.offset, fault.Offset, "%q", input)
		assert.Less(t, len(err.Error()), 300)

		kept := set(t, "sif leaders=good")
		require.ErrorIs(t, kept.Scan(input), tt.err)
		assert.Equal(t, set(t, "sif leaders=good"), kept, "an error leaves the set as it was")
	}
	var s judgement.Set
	require.ErrorContains(t, s.Scan(7), "int")
	require.ErrorContains(t, s.Scan(true), "bool")
}

func TestSetRefusesJSON(t *testing.T) {
	t.Parallel()
	for _, input := range []string{
		``, `[]`, `"leaders"`, `7`, `{`, `{"leaders"`, `{"leaders":`, `{"leaders":"good"`, `{"leaders":"good",`,
		`{"leaders":7}`, `{"leaders":null}`, `{"leaders":{}}`, `{"leaders":["good"]}`, `{"leaders":""}`,
		`{"leaders":"Good"}`, `{"leaders":"fine"}`, `{"fun":"good"}`, `{"":"good"}`, `{"leaders":true}`,
		`{"framework":"ilacs"}`, `{"framework":""}`, `{"framework":7}`, `{"framework":"sif","framework":"sif"}`,
		`{"leaders":"good","leaders":"good"}`, `{} {}`, `{}x`, `{"leaders":"good"}]`,
	} {
		kept := set(t, "sif leaders=good")
		err := kept.UnmarshalJSON([]byte(input))
		var fault *parseerr.Error
		require.ErrorAs(t, err, &fault, "%q", input)
		assert.Equal(t, errors.Is(err, parseerr.ErrSyntax), !errors.Is(err, parseerr.ErrUnknown), "%q", input)
		assert.Equal(t, set(t, "sif leaders=good"), kept, "an error leaves the set as it was")
	}
	kept := set(t, "sif leaders=good")
	require.NoError(t, json.Unmarshal([]byte(`null`), &kept))
	assert.Equal(t, set(t, "sif leaders=good"), kept, "null is for no change, as in package json")
}

func TestSetGoString(t *testing.T) {
	t.Parallel()
	s := set(t, "sif overall=good leaders=inadequate")
	want := judgement.Set{Framework: judgement.SIF}.With(judgement.Overall, judgement.Good).With(judgement.Leaders, judgement.Inadequate)
	assert.Equal(t, want, s)
	assert.Equal(t, "judgement.Set{Framework: judgement.SIF}.With(judgement.Overall, judgement.Good).With(judgement.Leaders, judgement.Inadequate)", s.GoString())
}

func TestSetWithInvalidParts(t *testing.T) {
	t.Parallel()
	grade := set(t, "sif leaders=good").With(judgement.Overall, 7)
	framework := judgement.Set{Framework: 7}.With(judgement.Leaders, judgement.Good)
	for _, s := range []judgement.Set{grade, framework} {
		_, err := s.MarshalText()
		require.Error(t, err)
		_, err = s.Value()
		require.Error(t, err)
		appended, err := s.AppendText([]byte("> "))
		require.Error(t, err)
		assert.Equal(t, "> ", string(appended))
		assert.Contains(t, s.String(), "(7)")
		assert.Contains(t, s.GoString(), "(7)")
		_, err = json.Marshal(s)
		require.Error(t, err)
		require.Error(t, s.Validate())
	}
}

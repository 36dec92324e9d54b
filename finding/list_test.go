package finding_test

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

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/judgement"
)

// value is what every closed list of the package offers.
type value interface {
	comparable
	IsValid() bool
	String() string
	encoding.TextAppender
	encoding.TextMarshaler
	driver.Valuer
}

// pointer is what a pointer to one offers.
type pointer[V any] interface {
	*V
	encoding.TextUnmarshaler
	sql.Scanner
}

func TestClosedLists(t *testing.T) {
	t.Parallel()
	t.Run("polarity", func(t *testing.T) { testList(t, 4, finding.ParsePolarity) })
	t.Run("direction", func(t *testing.T) { testList(t, 4, finding.ParseDirection) })
	t.Run("extent", func(t *testing.T) { testList(t, 6, finding.ParseExtent) })
	t.Run("aspect", func(t *testing.T) { testList(t, 14, finding.ParseAspect) })
	t.Run("section", func(t *testing.T) { testList(t, 12, finding.ParseSection) })
	t.Run("theme", func(t *testing.T) { testList(t, 46, finding.ParseTheme) })
}

// testList walks all numbers that a list could use.
func testList[V interface {
	~uint8
	value
}, P pointer[V]](t *testing.T, want int, parse func(string) (V, error)) {
	t.Parallel()
	var zero V
	names := map[string]bool{}
	for i := range 256 {
		v := V(i)
		text, err := v.MarshalText()
		appended, appendErr := v.AppendText([]byte("x"))
		sqlValue, sqlErr := v.Value()
		switch {
		case v == zero:
			assert.False(t, v.IsValid())
			require.NoError(t, err)
			assert.Empty(t, text)
			require.NoError(t, sqlErr)
			assert.Nil(t, sqlValue)
		case !v.IsValid():
			assert.Contains(t, v.String(), "(")
			require.Error(t, err)
			require.Error(t, sqlErr)
			require.Error(t, appendErr)
			continue
		default:
			assert.Equal(t, v.String(), string(text))
			assert.Equal(t, v.String(), sqlValue)
			assert.False(t, names[v.String()], v.String())
			names[v.String()] = true
			parsed, err := parse(v.String())
			require.NoError(t, err)
			assert.Equal(t, v, parsed)
		}
		require.NoError(t, appendErr)
		assert.Equal(t, "x"+string(text), string(appended))
		for _, src := range []any{text, string(text), sqlValue} {
			back := V(255)
			require.NoError(t, P(&back).Scan(src))
			assert.Equal(t, v, back)
		}
		data, err := json.Marshal(v)
		require.NoError(t, err)
		back := V(255)
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, v, back)
	}
	assert.Len(t, names, want)

	for _, test := range []struct {
		name, text string
		err        error
	}{
		{"empty", "", finding.ErrSyntax},
		{"capital", "Strength", finding.ErrSyntax},
		{"space", " strength", finding.ErrSyntax},
		{"unknown", "no-such-name", finding.ErrUnknown},
		{"long", strings.Repeat("x", 1000), finding.ErrUnknown},
	} {
		_, err := parse(test.text)
		require.ErrorIs(t, err, test.err, test.name)
		var pe *finding.ParseError
		require.ErrorAs(t, err, &pe, test.name)
		assert.LessOrEqual(t, len(pe.Input), 83)
		assert.Contains(t, err.Error(), `"`)
	}
	kept := V(10)
	require.Error(t, P(&kept).Scan("no-such-name"))
	require.ErrorContains(t, P(&kept).Scan(7), "int")
	assert.Equal(t, V(10), kept, "a failed Scan changes nothing")
}

func TestExtentsAreOrdered(t *testing.T) {
	t.Parallel()
	assert.True(t, slices.IsSorted([]finding.Extent{finding.ExtentNone, finding.ExtentFew, finding.ExtentSome, finding.ExtentMost, finding.ExtentAll}))
}

func TestThemesAreTheTable(t *testing.T) {
	t.Parallel()
	var themes []finding.Theme
	for theme := range finding.Themes() {
		themes = append(themes, theme)
		assert.NotEmpty(t, theme.Name(), theme)
		assert.NotEmpty(t, theme.Definition(), theme)
		areas := slices.Collect(theme.Areas())
		assert.NotEmpty(t, areas, theme)
		for _, a := range areas {
			assert.Contains(t, []judgement.Area{judgement.Leaders, judgement.HelpAndProtection, judgement.InCare, judgement.CareLeavers}, a, theme)
		}
	}
	assert.Len(t, themes, 46)
	assert.Equal(t, finding.ThemePracticeQuality, themes[45])
	assert.Empty(t, finding.Theme(0).Name())
	assert.Empty(t, finding.Theme(255).Definition())
	assert.Empty(t, slices.Collect(finding.Theme(9).Areas()))
}

func TestTags(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		text string
		want finding.Tag
	}{
		{"outcome 3", finding.Tag{Kind: finding.TagKindOutcome, Number: 3}},
		{"enabler", finding.Tag{Kind: finding.TagKindEnabler}},
		{"principle 6", finding.Tag{Kind: finding.TagKindPrinciple, Number: 6}},
	} {
		tag, err := finding.ParseTag(test.text)
		require.NoError(t, err)
		assert.Equal(t, test.want, tag)
		assert.Equal(t, test.text, tag.String())
		var back finding.Tag
		require.NoError(t, back.Scan([]byte(test.text)))
		assert.Equal(t, tag, back)
		v, err := tag.Value()
		require.NoError(t, err)
		assert.Equal(t, test.text, v)
	}
	for _, bad := range []string{"", "outcome ", "outcome 0", "outcome 03", "outcome +3", "outcome 100", "goal 1", "Outcome 1", "outcome 1 2"} {
		_, err := finding.ParseTag(bad)
		assert.Error(t, err, bad)
	}
	var zero finding.Tag
	require.NoError(t, zero.Scan(nil))
	text, err := zero.MarshalText()
	require.NoError(t, err)
	assert.Empty(t, text)
	v, err := zero.Value()
	require.NoError(t, err)
	assert.Nil(t, v)
	_, err = finding.Tag{Kind: finding.TagKindOutcome, Number: -1}.MarshalText()
	require.Error(t, err)
	require.Error(t, zero.Scan(3))
	assert.False(t, finding.TagKind(0).IsValid())
}

func TestLabelsAndCues(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		label finding.Label
		text  string
	}{
		{finding.LabelOf(finding.Concern), "concern"},
		{finding.LabelOf(finding.DirectionImproved), "direction:improved"},
		{finding.LabelOf(finding.ExtentMost), "extent:most"},
		{finding.LabelOf(finding.ThemeSufficiency), "theme:sufficiency"},
		{finding.LabelOf(finding.AspectSufficiency), "aspect:sufficiency"},
	} {
		assert.Equal(t, test.text, test.label.String())
		cue := finding.Cue{Label: test.label, Span: finding.Span{Start: 12, End: 27}}
		text, err := cue.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, test.text+"@12-27", string(text))
		var back finding.Cue
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, cue, back)
	}
	for _, bad := range []string{"", "concern", "concern@", "concern@3", "concern@5-3", "concern@-1-3", "what@1-2", "theme:none@1-2", "concern@1-99999999999"} {
		_, err := finding.ParseCue(bad)
		var pe *finding.ParseError
		assert.True(t, errors.As(err, &pe), bad)
	}
	_, err := finding.Cue{}.MarshalText()
	require.Error(t, err)
	_, err = finding.Cue{Label: finding.LabelOf(finding.Concern)}.MarshalText()
	require.Error(t, err)
	assert.Equal(t, "Label(0)", finding.Label{}.String())
}

func TestFindingInJSON(t *testing.T) {
	t.Parallel()
	const text = "Plans are not always specific for most children."
	f := finding.Finding{
		Text: text, Span: finding.Span{Start: 1200, End: 1248}, Section: finding.SectionMain, Paragraph: 14,
		Area: judgement.HelpAndProtection, Reading: finding.Classify(text),
		Tags: []finding.Tag{{Kind: finding.TagKindOutcome, Number: 3}},
	}
	data, err := json.Marshal(f)
	require.NoError(t, err)
	var back finding.Finding
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, f, back)

	var keys map[string]any
	require.NoError(t, json.Unmarshal(data, &keys))
	for _, key := range []string{"text", "start", "end", "section", "paragraph", "area", "themes", "polarity", "direction", "extent", "aspects", "cues", "outcomes"} {
		assert.Contains(t, keys, key)
		delete(keys, key)
	}
	assert.Empty(t, keys)

	data, err = json.Marshal(finding.Finding{Text: "x", Span: finding.Span{End: 1}})
	require.NoError(t, err)
	assert.JSONEq(t, `{"text":"x","start":0,"end":1}`, string(data), "what is absent is left out")
	require.NoError(t, json.Unmarshal(data, &back))
}

func TestSpanOf(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "bc", finding.Span{Start: 1, End: 3}.Of("abcd"))
	for _, s := range []finding.Span{{Start: -1, End: 2}, {Start: 3, End: 9}, {Start: 3, End: 2}, {}} {
		assert.Empty(t, s.Of("abcd"))
	}
	assert.Equal(t, 2, finding.Span{Start: 1, End: 3}.Len())
}

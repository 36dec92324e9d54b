package finding_test

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
	"github.com/ilacs-go/inspection/internal/enum/enumtest"
	"github.com/ilacs-go/inspection/judgement"
)

// The text forms are written out, as they may never change.
func TestClosedLists(t *testing.T) {
	t.Parallel()
	enumtest.Check(t, finding.ParsePolarity, "strength", "mixed", "concern", "neutral")
	enumtest.Check(t, finding.ParseDirection, "improved", "unchanged", "declined", "none")
	enumtest.Check(t, finding.ParseExtent, "none", "few", "some", "most", "all", "unstated")
	enumtest.Check(t, finding.ParseAspect, "quality", "impact", "timeliness", "frequency", "consistency", "sufficiency",
		"recording", "clarity", "oversight", "rigour", "stability", "awareness", "coordination", "involvement")
	enumtest.Check(t, finding.ParseSection, "headline", "priority", "improve", "strengths", "progress", "main",
		"practice-study", "summary", "background", "context", "focus", "next-steps")
	enumtest.Check(t, finding.ParseTagKind, "outcome", "enabler", "principle")
	enumtest.Check(t, finding.ParseTheme, "early-help", "front-door", "strategy-enquiries", "assessments", "cin-cp-plans",
		"pre-proceedings", "neglect", "domestic-abuse", "exploitation", "missing", "missing-education", "homeless-16-17",
		"private-fostering", "disabled-children", "designated-officer", "multi-agency", "care-planning", "permanence",
		"iro-challenge", "sufficiency", "unregistered-homes", "fostering", "kinship", "adoption", "health",
		"emotional-wellbeing", "education", "identity-family-time", "life-story", "voice-advocacy", "visits-direct-work",
		"uasc", "pathway-plans", "pa-support", "cl-accommodation", "cl-eet", "cl-offer", "leadership",
		"corporate-parenting", "management-oversight", "supervision", "quality-assurance", "workforce", "caseloads",
		"case-recording", "practice-quality")
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
		assert.NotEmpty(t, theme.Definition(), theme)
		areas := slices.Collect(theme.Areas())
		assert.NotEmpty(t, areas, theme)
		for _, a := range areas {
			assert.Contains(t, []judgement.Area{judgement.Leaders, judgement.HelpAndProtection, judgement.InCare, judgement.CareLeavers}, a, theme)
		}
	}
	assert.Len(t, themes, 46)
	assert.Equal(t, finding.ThemePracticeQuality, themes[45])
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
		{"outcome 1", finding.Tag{Kind: finding.TagKindOutcome, Number: 1}},
		{"outcome 99", finding.Tag{Kind: finding.TagKindOutcome, Number: 99}},
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
	assert.Empty(t, zero.String())
	for _, wrong := range []finding.Tag{{Kind: finding.TagKindOutcome, Number: -1}, {Kind: 9, Number: 1}, {Number: 2}} {
		_, err = wrong.MarshalText()
		require.ErrorContains(t, err, wrong.String())
	}
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
		var pe *parseerr.Error
		assert.True(t, errors.As(err, &pe), bad)
	}
	_, err := finding.Cue{}.MarshalText()
	require.Error(t, err)
	_, err = finding.Cue{Label: finding.LabelOf(finding.Concern)}.MarshalText()
	require.Error(t, err)
	assert.Empty(t, finding.Label{}.String())
	assert.Equal(t, "finding.Label{}", finding.Label{}.GoString())
	assert.Equal(t, "finding.LabelOf(finding.ThemeSupervision)", finding.LabelOf(finding.ThemeSupervision).GoString())
	assert.Empty(t, finding.Cue{}.String())
	wrong := finding.Cue{Label: finding.LabelOf(finding.Polarity(9)), Span: finding.Span{End: 1}}
	_, err = wrong.MarshalText()
	require.ErrorContains(t, err, "Label(9)@0-1")
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
	for _, key := range []string{"text", "start", "end", "section", "paragraph", "area", "themes", "polarity", "direction", "extent", "aspects", "cues", "tags"} {
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

package ilacs_test

import (
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/ilacstest"
	"github.com/ilacs-go/inspection/judgement"
)

// times is a sentence said several times.
func times(n int, sentence string) string {
	return strings.TrimSpace(strings.Repeat(sentence+" ", n))
}

// themeOf returns what a comparison says of a theme.
func themeOf(t *testing.T, before, after *ilacs.Report, theme finding.Theme) ilacs.ThemeChange {
	t.Helper()
	c := compare(t, before, after).Theme(theme)
	require.NotZero(t, c.Trend, "the theme is not spoken of")
	return c
}

const excellent = "Supervision is excellent."

func TestThemeTrends(t *testing.T) {
	t.Parallel()
	const good, beside = "Early help is good.", "Caseloads are too high, and supervision is weak."
	for _, c := range []struct {
		name                    string
		before, after           []string // sentences
		askedBefore, askedAfter []string // what the reports ask to improve
		trend                   ilacs.ThemeTrend
		reason                  string
		bestBefore, bestAfter   string
	}{
		{
			name: "from fault to praise", before: []string{times(4, weak)}, after: []string{times(4, excellent)}, trend: ilacs.ThemeTrendImproved,
			reason:     "the earlier report faults it in four sentences; the later report praises it in four sentences",
			bestBefore: weak, bestAfter: excellent,
		},
		{
			name: "from praise to fault", before: []string{times(5, excellent), weak}, after: []string{times(4, weak)}, trend: ilacs.ThemeTrendDeclined,
			reason:     "the earlier report praises it in five sentences and faults it in one; the later report faults it in four sentences",
			bestBefore: excellent, bestAfter: weak,
		},
		{
			name: "too little is said before", before: []string{times(3, weak)}, after: []string{times(9, excellent)}, trend: ilacs.ThemeTrendNotEnough,
			reason: "the earlier report faults it in three sentences; the later report praises it in nine sentences",
		},
		{
			name: "too little is said after", before: []string{times(9, weak)}, after: []string{times(3, excellent)}, trend: ilacs.ThemeTrendNotEnough,
			reason: "the earlier report faults it in nine sentences; the later report praises it in three sentences",
		},
		{
			name: "a move that is just far enough", before: []string{times(6, excellent), times(9, weak)}, after: []string{times(19, excellent), times(6, weak)},
			trend: ilacs.ThemeTrendImproved, bestBefore: weak, bestAfter: excellent,
			reason: "the earlier report praises it in six sentences and faults it in nine; the later report praises it in 19 sentences and faults it in six",
		},
		{
			name: "a move that is not far enough", before: []string{times(6, excellent), times(9, weak)}, after: []string{times(18, excellent), times(7, weak)},
			trend:  ilacs.ThemeTrendUnsure,
			reason: "the earlier report praises it in six sentences and faults it in nine; the later report praises it in 18 sentences and faults it in seven; that does not show clearly that it changed",
		},
		{
			name: "enough is said first about it", before: []string{times(3, weak), beside}, after: []string{times(4, excellent)},
			trend: ilacs.ThemeTrendImproved, bestBefore: weak, bestAfter: excellent,
			reason: "the earlier report faults it in four sentences; the later report praises it in four sentences",
		},
		{
			name: "too little is said first about it", before: []string{times(2, weak), times(2, beside)}, after: []string{times(4, excellent)},
			trend:  ilacs.ThemeTrendUnsure,
			reason: "the earlier report faults it in four sentences; the later report praises it in four sentences; that does not show clearly that it changed",
		},
		{
			name: "what is said first about it has not moved", before: []string{times(4, excellent), weak, times(6, beside)}, after: []string{times(9, excellent)},
			trend:  ilacs.ThemeTrendUnsure,
			reason: "the earlier report praises it in four sentences and faults it in seven; the later report praises it in nine sentences; that does not show clearly that it changed",
		},
		{
			name: "what is asked for again has not improved", before: []string{times(4, weak)}, after: []string{times(9, excellent)},
			askedBefore: []string{"The frequency of supervision."}, askedAfter: []string{"The frequency of supervision."}, trend: ilacs.ThemeTrendUnsure,
			reason: "the earlier report faults it in five sentences; the later report praises it in nine sentences and faults it in one; but “The frequency of supervision” is asked for again",
		},
		{
			name: "nor what is asked for anew", before: []string{times(4, weak)}, after: []string{times(9, excellent)},
			askedAfter: []string{"The quality of supervision."}, trend: ilacs.ThemeTrendUnsure,
			reason: "the earlier report faults it in four sentences; the later report praises it in nine sentences and faults it in one; but the later report asks for it to improve",
		},
		{
			name: "nor what the later report itself says is worse", before: []string{times(4, weak)},
			after: []string{times(9, excellent), "The quality of supervision has declined since the last inspection."}, trend: ilacs.ThemeTrendUnsure,
			reason: "the earlier report faults it in four sentences; the later report praises it in nine sentences and faults it in one; but the later one itself says: “The quality of supervision has declined since the last inspection.”",
		},
		{
			name: "only the earlier one speaks of it", before: []string{times(4, weak)}, after: []string{good}, trend: ilacs.ThemeTrendNoLongerRaised,
			reason: "the earlier report faults it in four sentences; no sentence about it was found in the later report",
		},
		{
			name: "only the earlier one speaks of it, and seldom", before: []string{times(3, weak)}, after: []string{good}, trend: ilacs.ThemeTrendNotEnough,
			reason: "the earlier report faults it in three sentences; no sentence about it was found in the later report",
		},
		{
			name: "only the later one speaks of it", before: []string{good}, after: []string{times(4, weak)}, trend: ilacs.ThemeTrendNew,
			reason: "the later report faults it in four sentences; no sentence about it was found in the earlier report",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			before := about(t, "2019-03-04", judgement.Leaders, c.askedBefore, c.before...)
			after := about(t, "2022-06-06", judgement.Leaders, c.askedAfter, c.after...)
			require.True(t, before.Complete() && after.Complete())
			x := themeOf(t, before, after, finding.ThemeSupervision)
			assert.Equal(t, c.trend, x.Trend, "%v, now %v", x.Before, x.After)
			assert.Equal(t, c.reason, x.Reason)
			if c.bestBefore != "" {
				assert.Equal(t, c.bestBefore, x.BestBefore.Text)
				assert.Equal(t, c.bestAfter, x.BestAfter.Text)
			}
		})
	}
}

// A theme has not improved where what an item asked for about it is still faulted,
// and has not declined where it is now praised.
func TestFollowUpsDenyTrends(t *testing.T) {
	t.Parallel()
	before := about(t, "2019-03-04", judgement.Leaders, []string{"The frequency of supervision."}, times(9, weak))
	after := about(t, "2022-06-06", judgement.Leaders, nil, times(9, excellent), "Supervision is still not frequent enough.")
	p := compare(t, before, after)
	require.Len(t, p.FollowUps, 1)
	x := themeOf(t, before, after, finding.ThemeSupervision)
	if p.FollowUps[0].Status == ilacs.StatusPersists {
		assert.Equal(t, ilacs.ThemeTrendUnsure, x.Trend)
		assert.Contains(t, x.Reason, "; but ")
	}
	// The earlier report asks for it, so that it was no strength to lose.
	praised := about(t, "2019-03-04", judgement.Leaders, []string{"The frequency of supervision."}, times(9, excellent))
	faulted := about(t, "2022-06-06", judgement.Leaders, nil, times(9, weak))
	x = themeOf(t, praised, faulted, finding.ThemeSupervision)
	assert.Equal(t, ilacs.ThemeTrendUnsure, x.Trend, x.Reason)
}

// No theme improved in an area whose grade declined.
func TestGradesDenyTrends(t *testing.T) {
	t.Parallel()
	for grade, want := range map[judgement.Grade]ilacs.ThemeTrend{
		judgement.Good: ilacs.ThemeTrendImproved, judgement.Outstanding: ilacs.ThemeTrendImproved, judgement.Inadequate: ilacs.ThemeTrendUnsure,
	} {
		before := about(t, "2019-03-04", judgement.Leaders, nil, times(4, weak))
		after := about(t, "2022-06-06", judgement.Leaders, nil, times(4, excellent))
		after.Judgements = after.Judgements.With(judgement.Leaders, grade)
		x := themeOf(t, before, after, finding.ThemeSupervision)
		assert.Equal(t, want, x.Trend, grade)
		assert.Equal(t, want == ilacs.ThemeTrendUnsure, strings.HasSuffix(x.Reason, "; but the grade of leaders' impact declined"), x.Reason)
	}
}

// letterAbout is the letter of a focused visit.
func letterAbout(t *testing.T, start string, sentences ...string) *ilacs.Report {
	t.Helper()
	text, err := ilacstest.Write(ilacstest.Document{
		Visit:    ilacs.Visit{Authority: "Wexcombe", Type: ilacs.VisitTypeFocused, Start: date(t, start), End: date(t, start).AddDays(1), Lead: "Imogen Tarrant"},
		Headline: []string{"Wexcombe is a place by the sea."}, Sections: []ilacstest.Section{{Paragraphs: sentences}},
	})
	require.NoError(t, err)
	r, err := ilacs.Parse(text)
	require.NoError(t, err)
	return r
}

// A visit to a part of the services is silent on the rest, which says nothing; and
// its letter is short, so that few sentences are enough if all go one way.
func TestThemesOfPartialVisits(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name          string
		before, after []string
		trend         ilacs.ThemeTrend
	}{
		{"not looked at", []string{times(9, weak)}, []string{"Early help is good."}, ilacs.ThemeTrendNotLookedAt},
		{"all of it turned round", []string{weak}, []string{times(2, excellent)}, ilacs.ThemeTrendImproved},
		{"too little", []string{weak}, []string{excellent}, ilacs.ThemeTrendNotEnough},
		{"not all of it", []string{times(3, weak)}, []string{times(3, excellent), weak}, ilacs.ThemeTrendUnsure},
		{"in a report it would be enough", []string{times(4, weak)}, []string{times(6, excellent), weak}, ilacs.ThemeTrendImproved},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			report, letter := about(t, "2019-03-04", judgement.Leaders, nil, c.before...), letterAbout(t, "2022-06-07", c.after...)
			x := themeOf(t, report, letter, finding.ThemeSupervision)
			assert.Equal(t, c.trend, x.Trend, x.Reason)
			if c.trend == ilacs.ThemeTrendNotLookedAt {
				assert.Equal(t, "the later letter is about a part of the services, and does not speak of it", x.Reason)
			}
		})
	}
	x := themeOf(t, letterAbout(t, "2019-03-05", "Early help is good."), about(t, "2022-06-06", judgement.Leaders, nil, times(9, weak)), finding.ThemeSupervision)
	assert.Equal(t, ilacs.ThemeTrendNotLookedAt, x.Trend, "the earlier visit did not look at it either way")
}

// What is not in a report that ends early may have stood in the rest of it.
func TestThemesOfIncompleteReports(t *testing.T) {
	t.Parallel()
	before, after := about(t, "2019-03-04", judgement.Leaders, nil, times(9, weak)), about(t, "2022-06-06", judgement.Leaders, nil, "Early help is good.")
	after.Findings = after.Findings[:len(after.Findings)-1]
	require.False(t, after.Complete())
	x := themeOf(t, before, after, finding.ThemeSupervision)
	assert.Equal(t, ilacs.ThemeTrendNotLookedAt, x.Trend)
	assert.Equal(t, "the later report is not complete, and what there is of it does not speak of it", x.Reason)
}

// A sentence that needs the one before it does not show a trend where another does.
func TestQuotationsStandAlone(t *testing.T) {
	t.Parallel()
	before := about(t, "2019-03-04", judgement.Leaders, nil, "However, supervision of social workers by supervisors is weak. "+times(4, weak))
	after := about(t, "2022-06-06", judgement.Leaders, nil, times(4, excellent))
	assert.Equal(t, weak, themeOf(t, before, after, finding.ThemeSupervision).BestBefore.Text)
}

// A trend is shown by the quotations of both sides and denied by nothing else in
// the comparison, in real reports too.
func TestNothingDeniesATrend(t *testing.T) {
	t.Parallel()
	var trends atomic.Int64
	t.Cleanup(func() { assert.NotZero(t, trends.Load(), "no theme had a trend") })
	law(t, func(t *testing.T, p pair, _, after *ilacs.Report) {
		progress := p.progress(t)
		for _, c := range progress.Themes {
			assert.NotEmpty(t, c.Reason, c.Theme)
			assert.Equal(t, c.Before == 0 || c.After == 0, strings.Contains(c.Reason, "speak of it") || strings.Contains(c.Reason, "was found in"), c.Reason)
			if !after.Complete() || after.Source == ilacs.SourceArticle || after.Visit.Type == ilacs.VisitTypeFocused || after.Visit.Type == ilacs.VisitTypeMonitoring || after.Visit.Type == ilacs.VisitTypeJTAI {
				assert.NotEqual(t, ilacs.ThemeTrendNoLongerRaised, c.Trend, c.Theme)
			}
			worse, better := c.BestBefore, c.BestAfter
			switch c.Trend {
			case ilacs.ThemeTrendDeclined:
				worse, better = better, worse
			case ilacs.ThemeTrendImproved:
				for _, f := range progress.FollowUps {
					if len(f.Item.Themes) > 0 && f.Item.Themes[0] == c.Theme {
						assert.NotEqual(t, ilacs.StatusPersists, f.Status, "%v improved, and %q persists", c.Theme, f.Item.Text)
					}
				}
				for _, f := range after.Findings {
					if f.Section.Asks() && f.Area != judgement.LSCB && len(f.Themes) > 0 {
						assert.NotEqual(t, c.Theme, f.Themes[0], "improved, and %q is asked for", f.Text)
					}
				}
			default:
				continue
			}
			trends.Add(1)
			assert.Equal(t, finding.Concern, worse.Polarity, "%v: %q", c.Theme, worse.Text)
			assert.Equal(t, finding.Strength, better.Polarity, "%v: %q", c.Theme, better.Text)
			assert.Equal(t, c.Theme, worse.Themes[0])
			assert.Equal(t, c.Theme, better.Themes[0])
			assert.NotEqual(t, c.Before, c.After, "%v", c.Theme)
		}
	})
}

// Of a theme that has several subjects, one fault and one praise on the same one show how
// it changed, however much clearer others are; the summary does not name a theme of
// which there are no two such.
func TestThemesAreShownOnOneSubject(t *testing.T) {
	t.Parallel()
	const histories, offer, offered = "Care leavers' health histories are weak.", "The local offer for care leavers is weak.", "The local offer for care leavers is excellent."
	after := regraded(about(t, "2025-06-02", judgement.CareLeavers, nil, times(5, offered)), judgement.CareLeavers, judgement.Outstanding)
	c := themeOf(t, about(t, "2023-03-06", judgement.CareLeavers, nil, times(4, histories)+" "+offer), after, finding.ThemeCLOffer)
	require.Equal(t, ilacs.ThemeTrendImproved, c.Trend)
	assert.Equal(t, offer, c.BestBefore.Text)
	assert.Equal(t, offered, c.BestAfter.Text)

	named := func(before string) bool {
		return themesSentence(compare(t, about(t, "2023-03-06", judgement.CareLeavers, nil, before), after)) != nil
	}
	assert.True(t, named(times(5, offer)))
	assert.False(t, named(times(5, histories)))

	after = letterAbout(t, "2025-06-03", times(2, offered), "The local offer for care leavers has improved since the last inspection.")
	for n, want := range map[int]bool{1: false, 2: true} {
		before := about(t, "2023-03-06", judgement.CareLeavers, nil, times(n, offer))
		require.Equal(t, ilacs.ThemeTrendImproved, themeOf(t, before, after, finding.ThemeCLOffer).Trend)
		assert.Equal(t, want, named(times(n, offer)), "%d sentences", n)
	}
}

// A trend is shown by what a document finds rather than by what it asks for, which does not
// say how things are.
func TestTrendsAreNotShownByWhatIsAsked(t *testing.T) {
	t.Parallel()
	before := about(t, "2019-03-04", judgement.Leaders, []string{"The supervision that supervisors give to those who supervise, in supervision."}, times(4, weak))
	x := themeOf(t, before, about(t, "2022-06-06", judgement.Leaders, nil, times(4, excellent)), finding.ThemeSupervision)
	require.Equal(t, ilacs.ThemeTrendImproved, x.Trend, x.Reason)
	assert.Equal(t, weak, x.BestBefore.Text)
}

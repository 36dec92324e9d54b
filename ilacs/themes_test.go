package ilacs_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// themeOf returns what a comparison says of a theme.
func themeOf(t *testing.T, before, after *ilacs.Report, theme finding.Theme) ilacs.ThemeChange {
	t.Helper()
	for _, c := range compare(t, before, after).Themes {
		if c.Theme == theme {
			return c
		}
	}
	require.Fail(t, "the theme is not spoken of")
	return ilacs.ThemeChange{}
}

func TestThemeTrends(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name                  string
		before, after         []string // sentences
		asked                 []string // what the later report asks to improve
		trend                 ilacs.ThemeTrend
		bestBefore, bestAfter string
	}{
		{
			"from fault to praise", []string{"Supervision is weak."}, []string{"Supervision is excellent."}, nil,
			ilacs.ThemeTrendImproved, "Supervision is weak.", "Supervision is excellent.",
		},
		{
			"what is still asked for is no strength", []string{"Supervision is excellent."},
			[]string{strings.TrimSpace(strings.Repeat("Supervision is excellent. ", 9))}, []string{"The frequency of supervision."},
			ilacs.ThemeTrendDeclined, "Supervision is excellent.", "The frequency of supervision.",
		},
		{
			"less fault than before is no trend", []string{"Supervision is weak.", "Supervision is poor.", "Supervision is rare."},
			[]string{"Supervision is weak."}, nil,
			ilacs.ThemeTrendUnchanged, "Supervision is weak.", "Supervision is weak.",
		},
		{
			"what is mixed is shown by what the trend leads to", []string{"Supervision is weak."},
			[]string{"Supervision is excellent.", "Supervision is poor in one team."}, nil,
			ilacs.ThemeTrendImproved, "Supervision is weak.", "Supervision is excellent.",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			before := about(t, "2019-03-04", judgement.Leaders, nil, c.before...)
			after := about(t, "2022-06-06", judgement.Leaders, c.asked, c.after...)
			x := themeOf(t, before, after, finding.ThemeSupervision)
			assert.Equal(t, c.trend, x.Trend, "%v, now %v", x.Before, x.After)
			assert.Equal(t, c.bestBefore, x.BestBefore.Text)
			assert.Equal(t, c.bestAfter, x.BestAfter.Text)
		})
	}
}

// A trend is shown by the quotations of both sides, in real reports too.
func TestQuotationsShowTheTrend(t *testing.T) {
	t.Parallel()
	law(t, func(t *testing.T, p pair, _, _ *ilacs.Report) {
		for _, c := range p.progress(t).Themes {
			worse, better := c.BestBefore, c.BestAfter
			switch c.Trend {
			case ilacs.ThemeTrendDeclined:
				worse, better = better, worse
			case ilacs.ThemeTrendImproved:
			default:
				continue
			}
			assert.NotEqual(t, finding.Strength, worse.Polarity, "%v: %q", c.Theme, worse.Text)
			assert.NotEqual(t, finding.Concern, better.Polarity, "%v: %q", c.Theme, better.Text)
			assert.Equal(t, c.Theme, worse.Themes[0])
			assert.Equal(t, c.Theme, better.Themes[0])
			assert.NotEqual(t, c.Before, c.After, "%v", c.Theme)
		}
	})
}

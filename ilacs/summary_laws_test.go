package ilacs_test

import (
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// quotation is what a summary quotes, in the words of its document.
var quotation = regexp.MustCompile(`“[^”]*”`)

// No sentence of a summary says what the values deny, and no trend goes against
// its own counts.
func TestSummariesAgreeWithTheirValues(t *testing.T) {
	t.Parallel()
	share := func(c ilacs.Count) float64 {
		return (float64(c.Strength) + 0.4*float64(c.Mixed)) / float64(max(1, c.Strength+c.Concern+c.Mixed))
	}
	var trends atomic.Int64
	t.Cleanup(func() { assert.NotZero(t, trends.Load(), "no theme had a trend") })
	law(t, func(t *testing.T, pair pair, _, _ *ilacs.Report) {
		p := pair.progress(t)
		for _, x := range p.Themes {
			was, is := share(x.CountBefore), share(x.CountAfter)
			switch x.Trend {
			case ilacs.ThemeTrendImproved:
				trends.Add(1)
				assert.Greater(t, is, was, x.Theme)
			case ilacs.ThemeTrendDeclined:
				trends.Add(1)
				assert.Less(t, is, was, x.Theme)
			}
		}
		for _, f := range p.FollowUps {
			if f.Status == ilacs.StatusAddressed {
				require.NotEmpty(t, f.Evidence, f.Item.Text)
				assert.NotEqual(t, finding.Concern, f.Evidence[0].Polarity, f.Item.Text)
			}
		}
		for _, s := range p.Summary {
			if s.Kind == ilacs.StatementGrades && !strings.Contains(s.Text, "judged") {
				for trend, verb := range map[judgement.Trend]string{judgement.TrendImproved: " improved to ", judgement.TrendDeclined: " declined to "} {
					moved := slices.ContainsFunc(p.Judgements, func(c ilacs.JudgementChange) bool {
						return c.Trend == trend && c.Area != judgement.Overall && c.Area != judgement.LSCB && c.Basis != judgement.BasisFromCombined &&
							(c.Area != judgement.CareLeavers || c.Basis != judgement.BasisToCombined) // these have one grade with others now
					})
					assert.Equal(t, moved, strings.Contains(s.Text, verb), s.Text)
				}
			}
		}
	})
}

// Where the table of themes shows that something else is mostly said than before, no
// list says that it is about the same; and the table of a history of two visits shows
// what their comparison does.
func TestTrendsAgreeWithWhatIsSaid(t *testing.T) {
	t.Parallel()
	worstFirst := []finding.Polarity{finding.Concern, finding.Mixed, finding.Strength}
	var trends [100]atomic.Int64
	t.Cleanup(func() {
		for _, trend := range []ilacs.ThemeTrend{ilacs.ThemeTrendImproved, ilacs.ThemeTrendDeclined, ilacs.ThemeTrendUnchanged, ilacs.ThemeTrendUnsure} {
			assert.NotZero(t, trends[trend].Load(), "%v", trend)
		}
	})
	agrees := func(t *testing.T, trend ilacs.ThemeTrend, before, after finding.Polarity, of any) {
		trends[trend].Add(1)
		was, is := slices.Index(worstFirst, before), slices.Index(worstFirst, after)
		switch trend {
		case ilacs.ThemeTrendUnchanged:
			assert.Equal(t, before, after, "%v", of)
		case ilacs.ThemeTrendImproved:
			assert.Less(t, was, is, "%v", of)
		case ilacs.ThemeTrendDeclined:
			assert.Greater(t, was, is, "%v", of)
		case ilacs.ThemeTrendUnsure:
			assert.NotEqual(t, was, is, "%v", of)
			assert.True(t, was >= 0 && is >= 0, "%v", of)
		}
	}
	law(t, func(t *testing.T, pair pair, before, after *ilacs.Report) {
		p := pair.progress(t)
		h, err := ilacs.Timeline(before, after)
		require.NoError(t, err)
		require.Len(t, h.Themes, len(p.Themes))
		for i, c := range p.Themes {
			agrees(t, c.Trend, c.Before, c.After, c.Theme)
			for _, a := range c.Aspects {
				agrees(t, a.Trend, a.Before, a.After, a.Aspect)
			}
			assert.Equal(t, []finding.Polarity{c.Before, c.After}, h.Themes[i].Polarities, c.Theme)
		}
	})
}

// What is surely asked for again is revisited, and not addressed.
func TestWhatIsAskedForAgainIsNotAddressed(t *testing.T) {
	t.Parallel()
	var again atomic.Int64
	t.Cleanup(func() { assert.NotZero(t, again.Load(), "nothing was asked for again") })
	law(t, func(t *testing.T, pair pair, _, _ *ilacs.Report) {
		p := pair.progress(t)
		for _, a := range p.Asked {
			if a.Recurrence != ilacs.RecurrenceAgain {
				continue
			}
			for _, i := range a.Of {
				again.Add(1)
				assert.Contains(t, []ilacs.Status{ilacs.StatusPartly, ilacs.StatusPersists}, p.FollowUps[i].Status, a.Item.Text)
			}
		}
	})
}

// A summary is sentences of known kinds, and read in a minute; of two reports there
// are at least two.
func TestSummariesAreSentences(t *testing.T) {
	t.Parallel()
	law(t, func(t *testing.T, pair pair, before, after *ilacs.Report) {
		p := pair.progress(t)
		words := 0
		if before.Source == ilacs.SourceReport && before.Visit.Type != ilacs.VisitTypeLSCBReview && after.Source == ilacs.SourceReport && len(before.Findings) > 30 && len(after.Findings) > 30 {
			assert.GreaterOrEqual(t, len(p.Summary), 2, "%v", p.Summary)
		}
		for _, s := range p.Summary {
			words += len(strings.Fields(s.Text))
			assert.True(t, s.Kind.IsValid(), s.Text)
			assert.Regexp(t, `^[A-Z].*[^.][.!?]”?$`, s.Text)
			assert.NotRegexp(t, `%!|  |,,|, ,|\(\d+\)|[a-z][A-Z]`, quotation.ReplaceAllString(s.Text, "“”"))
			assert.NotRegexp(t, `(?i)\b(two|three|four|five|six|seven|eight|nine|ten|\d+) (areas|of|more|improvements|readings|are|items)\b`, quotation.ReplaceAllString(s.Text, "“”"), "a count")
		}
		assert.LessOrEqual(t, words, 260, "%v", p.Summary)
	})
}

// No statement of a summary is denied by what the comparison holds otherwise.
func TestNothingDeniesAStatement(t *testing.T) {
	t.Parallel()
	var statements [100]atomic.Int64
	t.Cleanup(func() {
		for _, k := range []ilacs.StatementKind{ilacs.StatementGrades, ilacs.StatementPraised, ilacs.StatementFaulted, ilacs.StatementThemes, ilacs.StatementAsked} {
			assert.NotZero(t, statements[k].Load(), k)
		}
	})
	law(t, func(t *testing.T, pair pair, _, after *ilacs.Report) {
		p := pair.progress(t)
		statusOf := func(f finding.Finding) ilacs.Status {
			for _, x := range p.FollowUps {
				if x.Item.Span == f.Span && x.Item.Text == f.Text {
					return x.Status
				}
			}
			return 0
		}
		trendOf := func(theme finding.Theme) ilacs.ThemeTrend {
			for _, x := range p.Themes {
				if x.Theme == theme {
					return x.Trend
				}
			}
			return 0
		}
		for _, s := range p.Summary {
			statements[s.Kind].Add(1)
			switch s.Kind {
			case ilacs.StatementPraised:
				require.NotEmpty(t, s.Evidence)
				for i := 0; i < len(s.Evidence); i += 2 { // an item, and what shows that it is praised
					assert.Contains(t, []ilacs.Status{ilacs.StatusAddressed, ilacs.StatusPartly}, statusOf(s.Evidence[i]), s.Evidence[i].Text)
					assert.NotEqual(t, finding.Concern, s.Evidence[i+1].Polarity, s.Evidence[i+1].Text)
				}
			case ilacs.StatementFaulted:
				require.NotEmpty(t, s.Evidence)
				for i := 0; i < len(s.Evidence); i += 2 {
					assert.Equal(t, ilacs.StatusPersists, statusOf(s.Evidence[i]), s.Evidence[i].Text)
				}
				for _, theme := range s.Themes {
					assert.NotEqual(t, ilacs.ThemeTrendImproved, trendOf(theme), theme)
				}
			case ilacs.StatementThemes:
				require.NotEmpty(t, s.Themes)
				for _, theme := range s.Themes {
					assert.Contains(t, []ilacs.ThemeTrend{ilacs.ThemeTrendImproved, ilacs.ThemeTrendDeclined}, trendOf(theme), theme)
				}
			case ilacs.StatementAsked:
				for _, f := range s.Evidence {
					assert.True(t, isItem(f) && isFindingOf(after, f), f.Text)
				}
			}
		}
	})
}

package ilacs_test

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// Laws of Compare, each held over pairs of documents (pairs_test.go).

func jsonOf(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return string(data)
}

// still are the trends of what did not move.
var still = []ilacs.ThemeTrend{ilacs.ThemeTrendUnchanged, ilacs.ThemeTrendNotEnough}

func TestCompareWithItself(t *testing.T) {
	t.Parallel()
	law(t, func(t *testing.T, _ pair, _, r *ilacs.Report) {
		p := compare(t, r, r)
		for _, c := range p.Judgements {
			assert.Equal(t, judgement.TrendUnchanged, c.Trend, "%v", c.Area)
		}
		for _, f := range p.FollowUps {
			assert.Equal(t, ilacs.StatusPersists, f.Status, f.Item.Text)
			assert.Equal(t, ilacs.ConfidenceHigh, f.Confidence, f.Item.Text)
			assert.Empty(t, f.Parts)
		}
		for _, c := range p.Themes {
			assert.Contains(t, still, c.Trend, "%v", c.Theme)
			assert.Equal(t, c.Before, c.After, "%v", c.Theme)
			for _, a := range c.Aspects {
				assert.Contains(t, still, a.Trend, "%v of %v", a.Aspect, c.Theme)
			}
		}
		assert.Empty(t, p.OwnWords)
		for _, a := range p.Asked {
			assert.Equal(t, ilacs.RecurrenceAgain, a.Recurrence, a.Item.Text)
			require.NotEmpty(t, a.Of, a.Item.Text)
			assert.Equal(t, a.Item.Text, p.FollowUps[a.Of[0]].Item.Text)
		}
		for _, s := range p.Summary {
			assert.NotRegexp(t, "improved|declined|praised|positive", quotation.ReplaceAllString(s.Text, ""))
		}
	})
}

// turned are the trends with the documents swapped.
var (
	turned = map[judgement.Trend]judgement.Trend{
		judgement.TrendImproved: judgement.TrendDeclined, judgement.TrendDeclined: judgement.TrendImproved,
		judgement.TrendIntroduced: judgement.TrendWithdrawn, judgement.TrendWithdrawn: judgement.TrendIntroduced,
		judgement.TrendUnchanged: judgement.TrendUnchanged, judgement.TrendNotComparable: judgement.TrendNotComparable,
	}
	turnedTheme = map[ilacs.ThemeTrend]ilacs.ThemeTrend{
		ilacs.ThemeTrendImproved: ilacs.ThemeTrendDeclined, ilacs.ThemeTrendDeclined: ilacs.ThemeTrendImproved,
		ilacs.ThemeTrendNew: ilacs.ThemeTrendNoLongerRaised, ilacs.ThemeTrendNoLongerRaised: ilacs.ThemeTrendNew,
		ilacs.ThemeTrendUnchanged: ilacs.ThemeTrendUnchanged, ilacs.ThemeTrendUnsure: ilacs.ThemeTrendUnsure,
		ilacs.ThemeTrendNotEnough: ilacs.ThemeTrendNotEnough, ilacs.ThemeTrendNotLookedAt: ilacs.ThemeTrendNotLookedAt,
	}
)

func TestCompareSwapped(t *testing.T) {
	t.Parallel()
	law(t, func(t *testing.T, _ pair, before, after *ilacs.Report) {
		before, after = anyVisit(before), anyVisit(after)
		there, back := compare(t, before, after), compare(t, after, before)
		require.Len(t, back.Judgements, len(there.Judgements))
		for i, c := range there.Judgements {
			b := back.Judgements[i]
			assert.Equal(t, []any{c.Area, c.Before, c.After, turned[c.Trend], c.SaidBefore, c.SaidAfter},
				[]any{b.Area, b.After, b.Before, b.Trend, b.SaidAfter, b.SaidBefore})
		}
		require.Len(t, back.Themes, len(there.Themes))
		for i, c := range there.Themes {
			b := back.Themes[i]
			if denied(c) || denied(b) { // by what one document says of the other
				assert.False(t, c.Trend == b.Trend && c.Trend != ilacs.ThemeTrendUnsure, "%v: %s", c.Theme, c.Reason)
				continue
			}
			assert.Equal(t, []any{c.Theme, c.Before, c.After, c.CountBefore, c.CountAfter, c.BestBefore, c.BestAfter, turnedTheme[c.Trend]},
				[]any{b.Theme, b.After, b.Before, b.CountAfter, b.CountBefore, b.BestAfter, b.BestBefore, b.Trend})
			require.Len(t, b.Aspects, len(c.Aspects))
			for k, x := range c.Aspects {
				y := b.Aspects[k]
				assert.Equal(t, []any{x.Aspect, x.Before, x.After, turnedTheme[x.Trend]}, []any{y.Aspect, y.After, y.Before, y.Trend})
			}
		}
	})
}

// denied reports whether something in the comparison denies the trend of a theme.
func denied(c ilacs.ThemeChange) bool { return strings.Contains(c.Reason, "; but ") }

// The order in which a report holds its findings and its earlier visits is that
// of the text; a comparison does not rely on it.
func TestCompareWhateverTheOrder(t *testing.T) {
	t.Parallel()
	law(t, func(t *testing.T, p pair, before, after *ilacs.Report) {
		want := jsonOf(t, p.progress(t))
		r := rand.New(rand.NewPCG(1, 2))
		rounds := 3
		if !p.invented {
			rounds = 1 // a hundred times the text
		}
		for range rounds {
			for _, side := range []**ilacs.Report{&before, &after} {
				x := **side
				x.Findings, x.Earlier = slices.Clone(x.Findings), slices.Clone(x.Earlier)
				*side = &x
				r.Shuffle(len(x.Findings), func(i, j int) { x.Findings[i], x.Findings[j] = x.Findings[j], x.Findings[i] })
				r.Shuffle(len(x.Earlier), func(i, j int) { x.Earlier[i], x.Earlier[j] = x.Earlier[j], x.Earlier[i] })
			}
			require.Equal(t, want, jsonOf(t, compare(t, before, after)))
		}
	})
}

// unrelated are sentences about nothing that an item could ask for.
var unrelated = []string{
	"The kettle in the foyer was blue.", "Rain fell on the Thursday, and again on the Friday.",
	"The lift was slow, and the stairs were steep.", "Every window faced the sea.",
}

func TestUnrelatedParagraphChangesNoFollowUp(t *testing.T) {
	t.Parallel()
	for _, s := range unrelated {
		require.Empty(t, finding.Classify(s).Themes, "%q is about a theme", s)
	}
	law(t, func(t *testing.T, p pair, before, after *ilacs.Report) {
		want := jsonOf(t, p.progress(t).FollowUps)
		longer := *after
		end, paragraph := 0, 0
		for _, f := range after.Findings {
			end, paragraph = max(end, f.End), max(paragraph, f.Paragraph)
		}
		longer.Findings = slices.Clone(after.Findings)
		for _, s := range unrelated {
			longer.Findings = append(longer.Findings, finding.Finding{
				Text: s, Span: finding.Span{Start: end, End: end + len(s)}, Section: finding.SectionMain, Paragraph: paragraph + 1, Reading: finding.Classify(s),
			})
			end += len(s) + 1
		}
		assert.Equal(t, want, jsonOf(t, compare(t, before, &longer).FollowUps))
	})
}

// quoted are the findings of each side that a comparison quotes.
func quoted(p ilacs.Progress, before, after *ilacs.Report) (ofBefore, ofAfter []finding.Finding) {
	for _, a := range p.Asked {
		ofAfter = append(ofAfter, a.Item)
	}
	for _, w := range p.OwnWords {
		ofAfter = append(ofAfter, w.Finding)
		if w.About != nil {
			ofAfter = append(ofAfter, *w.About)
		}
	}
	for _, f := range p.FollowUps {
		ofBefore = append(ofBefore, f.Item)
		ofAfter = append(ofAfter, f.Evidence...)
	}
	for _, c := range p.Themes {
		if c.BestBefore != nil {
			ofBefore = append(ofBefore, *c.BestBefore)
		}
		if c.BestAfter != nil {
			ofAfter = append(ofAfter, *c.BestAfter)
		}
	}
	for _, s := range p.Summary {
		for _, e := range s.Evidence {
			if isFindingOf(before, e) {
				ofBefore = append(ofBefore, e)
			} else {
				ofAfter = append(ofAfter, e)
			}
		}
	}
	return ofBefore, ofAfter
}

func isFindingOf(r *ilacs.Report, f finding.Finding) bool {
	return slices.ContainsFunc(r.Findings, func(x finding.Finding) bool { return x.Span == f.Span && x.Text == f.Text })
}

// Every quotation is a finding of its document, as it is there, and stands at
// its span in the text.
func TestQuotationsStandAtTheirSpans(t *testing.T) {
	t.Parallel()
	law(t, func(t *testing.T, texts pair, before, after *ilacs.Report) {
		p := texts.progress(t)
		ofBefore, ofAfter := quoted(p, before, after)
		for _, side := range []struct {
			text   string
			report *ilacs.Report
			quoted []finding.Finding
		}{{texts.before.text, before, ofBefore}, {texts.after.text, after, ofAfter}} {
			var all []finding.Finding
			for _, f := range side.quoted {
				i := slices.IndexFunc(side.report.Findings, func(x finding.Finding) bool { return x.Span == f.Span })
				require.GreaterOrEqual(t, i, 0, "%q is no finding of its document", f.Text)
				assert.Equal(t, side.report.Findings[i], f)
				if !slices.ContainsFunc(all, func(x finding.Finding) bool { return x.Span == f.Span }) {
					all = append(all, f)
				}
			}
			assert.Empty(t, spans(side.text, &ilacs.Report{Findings: all}))
		}
		for _, c := range p.Judgements {
			if c.SaidBefore != nil {
				assert.Contains(t, before.Earlier, *c.SaidBefore)
			}
			if c.SaidAfter != nil {
				assert.Contains(t, after.Earlier, *c.SaidAfter)
			}
		}
	})
}

// The same two texts give the same bytes, which read back to the same value;
// and the reports are left as they were.
func TestCompareIsAFunction(t *testing.T) {
	t.Parallel()
	law(t, func(t *testing.T, p pair, before, after *ilacs.Report) {
		b, a := jsonOf(t, before), jsonOf(t, after)
		want := jsonOf(t, compare(t, before, after))
		assert.Equal(t, b, jsonOf(t, before))
		assert.Equal(t, a, jsonOf(t, after))
		assert.Equal(t, want, jsonOf(t, p.progress(t)))
		if p.invented { // that real texts are read the same again is held elsewhere
			again := compare(t, readAgain(t, p.before), readAgain(t, p.after))
			assert.Equal(t, want, jsonOf(t, again))
		}
		var back ilacs.Progress
		require.NoError(t, json.Unmarshal([]byte(want), &back))
		assert.Equal(t, want, jsonOf(t, back))
		assert.NotContains(t, want, ":null")
	})
}

// readAgain reads an invented text anew.
func readAgain(t *testing.T, d document) *ilacs.Report {
	t.Helper()
	r, err := ilacs.Parse(d.text)
	require.NoError(t, err, d.name)
	return anyVisit(r)
}

// What a follow-up says hangs together.
func TestFollowUpsHangTogether(t *testing.T) {
	t.Parallel()
	law(t, func(t *testing.T, pair pair, before, after *ilacs.Report) {
		p := pair.progress(t)
		asked := 0
		for _, f := range before.Findings {
			if isItem(f) && f.Area != judgement.LSCB && before.Visit.Type != ilacs.VisitTypeLSCBReview {
				asked++
			}
		}
		followed := 0
		for _, f := range p.FollowUps {
			if f.Item.Area != judgement.LSCB && before.Visit.Type != ilacs.VisitTypeLSCBReview {
				followed++
			}
			assert.True(t, f.Status.IsValid() && f.Confidence.IsValid(), f.Item.Text)
			assert.True(t, isItem(f.Item), f.Item.Text)
			assert.NotEmpty(t, f.Reason, f.Item.Text)
			assert.LessOrEqual(t, len(f.Evidence), 4)
			if f.Status != ilacs.StatusNotRevisited {
				assert.NotEmpty(t, f.Evidence, f.Item.Text)
			}
			if f.Status == ilacs.StatusAddressed {
				assert.False(t, slices.ContainsFunc(f.Evidence, isItem), "%q is addressed and listed again", f.Item.Text)
			}
			for i, e := range f.Evidence {
				assert.False(t, slices.ContainsFunc(f.Evidence[:i], func(x finding.Finding) bool { return reflect.DeepEqual(x, e) }), "%q twice", e.Text)
			}
			if len(f.Parts) > 0 {
				assert.Equal(t, ilacs.StatusPartly, f.Status, f.Item.Text)
				assert.GreaterOrEqual(t, len(f.Parts), 2)
			}
			for _, part := range f.Parts {
				assert.Contains(t, f.Reason, part.Text)
			}
		}
		assert.Equal(t, asked, followed)
	})
}

func isItem(f finding.Finding) bool {
	return f.Section == finding.SectionImprove || f.Section == finding.SectionPriority
}

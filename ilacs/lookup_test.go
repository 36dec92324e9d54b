package ilacs_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

func TestLookUps(t *testing.T) {
	t.Parallel()
	before := about(t, "2019-03-04", judgement.Leaders, []string{"The frequency of supervision."}, times(4, weak))
	after := regraded(regraded(about(t, "2022-06-06", judgement.Leaders, nil, times(4, excellent)), judgement.Leaders, judgement.Outstanding), judgement.HelpAndProtection, judgement.Inadequate)
	p := compare(t, before, after)

	assert.Equal(t, ilacs.ThemeTrendImproved, p.Theme(finding.ThemeSupervision).Trend)
	assert.Equal(t, ilacs.ThemeChange{Theme: finding.ThemeAdoption}, p.Theme(finding.ThemeAdoption), "neither speaks of it")
	require.Len(t, p.FollowUpsOn(finding.ThemeSupervision), 1)
	assert.Equal(t, p.FollowUps[0], p.FollowUpsOn(finding.ThemeSupervision)[0])
	assert.Empty(t, p.FollowUpsOn(finding.ThemeAdoption))
	assert.Equal(t, judgement.Outstanding, p.Judgement(judgement.Leaders).After)
	assert.Equal(t, judgement.LSCB, p.Judgement(judgement.LSCB).Area, "there is no grade, but it can be asked for")
	assert.Zero(t, p.Judgement(judgement.LSCB).Trend)
	assert.Equal(t, []judgement.Area{judgement.Leaders}, p.Improved())
	assert.Equal(t, []judgement.Area{judgement.HelpAndProtection}, p.Declined())
	empty := ilacs.Progress{}
	assert.Empty(t, empty.Improved())
	assert.Zero(t, empty.Theme(finding.ThemeSupervision).Trend)
}

func TestFollowUpsOnSeveralThemes(t *testing.T) {
	t.Parallel()
	on := func(themes ...finding.Theme) ilacs.FollowUp {
		return ilacs.FollowUp{Item: finding.Finding{Reading: finding.Reading{Themes: themes}}}
	}
	first, second := on(finding.ThemeSupervision), on(finding.ThemeAdoption, finding.ThemeSupervision)
	p := ilacs.Progress{FollowUps: []ilacs.FollowUp{on(), first, on(finding.ThemeAdoption), second}}
	assert.Equal(t, []ilacs.FollowUp{first, second}, p.FollowUpsOn(finding.ThemeSupervision))
}

func TestAspectOfATheme(t *testing.T) {
	t.Parallel()
	c := ilacs.ThemeChange{Aspects: []ilacs.AspectChange{{Aspect: finding.AspectTimeliness, Trend: ilacs.ThemeTrendImproved}}}
	assert.Equal(t, ilacs.ThemeTrendImproved, c.Aspect(finding.AspectTimeliness).Trend)
	assert.Equal(t, ilacs.AspectChange{Aspect: finding.AspectFrequency}, c.Aspect(finding.AspectFrequency))
}

func ExampleProgress_FollowUpsOn() {
	p := ilacs.Progress{
		Judgements: []ilacs.JudgementChange{{Change: judgement.Change{Area: judgement.Leaders, Before: judgement.Good, After: judgement.RequiresImprovement, Trend: judgement.TrendDeclined}}},
		FollowUps: []ilacs.FollowUp{{
			Item:   finding.Finding{Text: "The frequency of supervision.", Reading: finding.Reading{Themes: []finding.Theme{finding.ThemeSupervision}}},
			Status: ilacs.StatusPersists,
		}},
	}
	for _, f := range p.FollowUpsOn(finding.ThemeSupervision) {
		fmt.Println(f.Item.Text, f.Status)
	}
	fmt.Println(p.Declined(), p.Judgement(judgement.Leaders).After)
	// Output:
	// The frequency of supervision. Persists
	// [The impact of leaders on social work practice with children and families] Requires improvement to be good
}

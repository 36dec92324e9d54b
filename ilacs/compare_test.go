package ilacs_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/ilacstest"
	"github.com/ilacs-go/inspection/judgement"
)

func date(t testing.TB, s string) civil.Date {
	t.Helper()
	if s == "" {
		return civil.Date{}
	}
	d, err := civil.Parse(s)
	require.NoError(t, err)
	return d
}

// about makes a report of one paragraph a sentence, under the heading of an
// area, and a list of what needs to improve. Under the other areas it says nothing
// for or against anything.
func about(t testing.TB, start string, area judgement.Area, improve []string, sentences ...string) *ilacs.Report {
	t.Helper()
	s := date(t, start)
	f, ok := judgement.FrameworkOn(s)
	require.True(t, ok)
	d := ilacstest.Document{
		Visit:      ilacs.Visit{Authority: "Wexcombe", Type: ilacs.VisitTypeStandard, Start: s, End: s.AddDays(11), Lead: "Imogen Tarrant"},
		Judgements: judgement.Set{Framework: f},
		Headline:   []string{"Wexcombe is a place by the sea."},
		Sections:   []ilacstest.Section{{Area: area, Paragraphs: sentences}},
	}
	for a := range f.Areas() {
		d.Judgements = d.Judgements.With(a, judgement.Good)
		if a != area && a != judgement.Overall && a != judgement.LSCB {
			d.Sections = append(d.Sections, ilacstest.Section{Area: a, Paragraphs: []string{"Inspectors came by train."}})
		}
	}
	for _, x := range improve {
		d.Improve = append(d.Improve, ilacstest.Item{Text: x})
	}
	text, err := ilacstest.Write(d)
	require.NoError(t, err)
	r, err := ilacs.Parse(text)
	require.NoError(t, err)
	return r
}

// Supervision can improve in quality and still fail in frequency.
func TestAspectsAreToldApart(t *testing.T) {
	t.Parallel()
	p, err := ilacs.Compare(
		about(t, "2019-03-04", judgement.Leaders, nil, times(8, "Supervision is of poor quality."), times(4, "Supervision is not frequent enough.")),
		about(t, "2022-06-06", judgement.Leaders, nil, times(8, "Supervision is of high quality."), times(4, "Supervision is not frequent enough.")),
	)
	require.NoError(t, err)
	c := p.Theme(finding.ThemeSupervision)
	assert.Equal(t, ilacs.ThemeTrendImproved, c.Aspect(finding.AspectQuality).Trend)
	assert.Equal(t, ilacs.ThemeTrendUnchanged, c.Aspect(finding.AspectFrequency).Trend)
	assert.Equal(t, ilacs.ThemeTrendImproved, c.Trend)
	assert.Equal(t, "Supervision is of high quality.", c.BestAfter.Text[:31])
}

// Letters and articles give no grades of their own; on either side stands what
// their text reports.
func TestStandings(t *testing.T) {
	t.Parallel()
	letter := func(published, said string) *ilacs.Report {
		text := "3 March " + published + "\n\nHelena Brightwater, Director\nWexcombe County Council\n\nDear Helena\n\n" +
			"Focused visit to Wexcombe children’s services\n\n" +
			"This letter summarises the findings of the focused visit to Wexcombe children’s services on 1 and 2 February " + published +
			". His Majesty’s Inspectors for this visit were Imogen Tarrant and Anselm Quaye.\n\nHeadline findings\n\n" + said +
			"\n\nMain findings\n\nSupervision is regular.\n\nYours sincerely\n\nImogen Tarrant\nHis Majesty’s Inspector\n"
		r, err := ilacs.Parse(text)
		require.NoError(t, err)
		return r
	}
	inadequate := letter("2019", "At the inspection in April 2018, services were judged to be inadequate overall.")
	better := letter("2024", "At the inspection in November 2022, services were judged to require improvement to be good overall.")
	graded := about(t, "2022-06-06", judgement.Leaders, nil, "Early help is good.")
	for _, c := range []struct {
		name          string
		before, after *ilacs.Report
		was, is       judgement.Grade
		trend         judgement.Trend
		saidWhen      []string // of the sentences, "" where the side gives the grade itself
	}{
		{"two letters", inadequate, better, judgement.Inadequate, judgement.RequiresImprovement, judgement.TrendImproved, []string{"2018-04", "2022-11"}},
		{"letter and report", inadequate, graded, judgement.Inadequate, judgement.Good, judgement.TrendImproved, []string{"2018-04", ""}},
		{"report and letter", graded, better, judgement.Good, judgement.RequiresImprovement, judgement.TrendDeclined, []string{"", "2022-11"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p, err := ilacs.Compare(c.before, c.after)
			require.NoError(t, err)
			x := p.Judgement(judgement.Overall)
			assert.Equal(t, []any{c.was, c.is, c.trend}, []any{x.Before, x.After, x.Trend})
			for k, said := range []*ilacs.Earlier{x.SaidBefore, x.SaidAfter} {
				if c.saidWhen[k] == "" {
					assert.Nil(t, said)
					continue
				}
				require.NotNil(t, said)
				assert.Equal(t, c.saidWhen[k], said.Date.String())
				assert.Contains(t, said.Text, "judged")
			}
		})
	}
}

// A single inspection framework report against one of the framework that
// followed: the areas are carried over, and what was asked of the safeguarding
// children board is not followed up.
func TestAcrossFrameworks(t *testing.T) {
	t.Parallel()
	before, after := twoReports(t)
	p, err := ilacs.Compare(before, after)
	require.NoError(t, err)
	basis := map[judgement.Area]judgement.Basis{}
	for _, c := range p.Judgements {
		basis[c.Area] = c.Basis
	}
	assert.Equal(t, judgement.BasisRedefinedArea, basis[judgement.Leaders])
	assert.Equal(t, judgement.BasisFromLookedAfter, basis[judgement.InCare])
	board := slices.ContainsFunc(before.Findings, func(f finding.Finding) bool { return isItem(f) && f.Area == judgement.LSCB })
	require.True(t, board, "the fixture asks nothing of the board")
	for _, f := range p.FollowUps {
		assert.NotEqual(t, judgement.LSCB, f.Item.Area, f.Item.Text)
	}
	for _, c := range p.Themes {
		if c.BestBefore != nil {
			assert.NotEqual(t, judgement.LSCB, c.BestBefore.Area, c.BestBefore.Text)
		}
	}
	// Two reports of that framework are about the board as well.
	p, err = ilacs.Compare(before, before)
	require.NoError(t, err)
	assert.True(t, slices.ContainsFunc(p.FollowUps, func(f ilacs.FollowUp) bool { return f.Item.Area == judgement.LSCB }))
}

func TestCompareErrors(t *testing.T) {
	t.Parallel()
	visit := func(name, urn, start, published string) *ilacs.Report {
		return &ilacs.Report{Visit: ilacs.Visit{Authority: name, URN: urn, Type: ilacs.VisitTypeStandard, Start: date(t, start), Published: date(t, published)}}
	}
	for _, c := range []struct {
		name          string
		before, after *ilacs.Report
		err           error
		message       string
	}{
		{"nothing before", nil, visit("Wexcombe", "", "2020", ""), ilacs.ErrNoReport, "ilacs: there is no report to compare"},
		{"nothing after", visit("Wexcombe", "", "2020", ""), nil, ilacs.ErrNoReport, "ilacs: there is no report to compare"},
		{"nothing at all", nil, nil, ilacs.ErrNoReport, "ilacs: there is no report to compare"},
		{
			"another name", visit("Wexcombe", "", "2020-01-13", ""), visit("Hollinsea", "", "2023", ""), ilacs.ErrOtherAuthority,
			"ilacs: cannot compare Wexcombe, Standard inspection of 2020-01-13 with Hollinsea, Standard inspection of 2023: the documents are about different authorities",
		},
		{"another number", visit("Wexcombe", "80001", "", ""), visit("Wexcombe", "80002", "", ""), ilacs.ErrOtherAuthority, ""},
		{"one number, two names", visit("Wexcombe", "80001", "", ""), visit("The Royal Borough of Wex", "80001", "", ""), nil, ""},
		{"one name in two forms", visit("Wexcombe", "", "", ""), visit("Wexcombe County Council", "80001", "", ""), nil, ""},
		{"a county and its city", visit("Wexshire County", "", "", ""), visit("Wex City", "", "", ""), ilacs.ErrOtherAuthority, ""},
		{"no name", visit("", "", "2020", ""), visit("Wexcombe", "", "2021", ""), nil, ""},
		{"the later first", visit("Wexcombe", "", "2021-05-10", ""), visit("Wexcombe", "", "2020-05-11", ""), ilacs.ErrOrder, ""},
		{"the same day", visit("Wexcombe", "", "2021-05-10", ""), visit("Wexcombe", "", "2021-05-10", ""), nil, ""},
		{"a year and a day of it", visit("Wexcombe", "", "2021-05-10", ""), visit("Wexcombe", "", "2021", ""), nil, ""},
		{"a year and one before", visit("Wexcombe", "", "2021-05-10", ""), visit("Wexcombe", "", "2020", ""), ilacs.ErrOrder, ""},
		{"published before it began", visit("Wexcombe", "", "2021-05-10", ""), visit("Wexcombe", "", "", "2021-05-09"), ilacs.ErrOrder, ""},
		{"published before", visit("Wexcombe", "", "", "2021-05-10"), visit("Wexcombe", "", "", "2021-04-10"), ilacs.ErrOrder, ""},
		{"published after the next began", visit("Wexcombe", "", "", "2021-05-10"), visit("Wexcombe", "", "2021-05-03", ""), nil, ""},
		{"no dates", visit("Wexcombe", "", "", ""), visit("Wexcombe", "", "", ""), nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p, err := ilacs.Compare(c.before, c.after)
			if c.err == nil {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, c.err)
			assert.Equal(t, ilacs.Progress{}, p)
			var refused *ilacs.CompareError
			require.ErrorAs(t, err, &refused)
			if c.before != nil {
				assert.Equal(t, c.before.Visit, refused.Before)
			}
			if c.message != "" {
				assert.EqualError(t, err, c.message)
			}
		})
	}
}

// What would take long to compare is refused: just under the limit it is not.
func TestCompareTooMany(t *testing.T) {
	t.Parallel()
	asks := make([]finding.Finding, 1024)
	for i := range asks {
		asks[i] = finding.Finding{Text: "Bees.", Span: finding.Span{Start: i, End: i + 1}, Section: finding.SectionImprove}
	}
	before, after := &ilacs.Report{Findings: asks}, &ilacs.Report{Findings: make([]finding.Finding, 2049)}
	_, err := ilacs.Compare(before, after)
	require.ErrorIs(t, err, ilacs.ErrTooMany)
	require.EqualError(t, err, "ilacs: cannot compare an unnamed authority with an unnamed authority: too many areas for improvement and findings to compare")
	_, err = ilacs.Timeline(before, after)
	require.ErrorIs(t, err, ilacs.ErrTooMany)
	after.Findings = after.Findings[:2048]
	_, err = ilacs.Compare(before, after)
	require.NoError(t, err)
}

// Empty reports have nothing to compare, and no null in their JSON.
func TestCompareNothing(t *testing.T) {
	t.Parallel()
	p, err := ilacs.Compare(&ilacs.Report{}, &ilacs.Report{})
	require.NoError(t, err)
	assert.JSONEq(t, `{"before":{},"after":{},"judgements":[],"own_words":[],"follow_ups":[],"themes":[],"asked":[],"summary":[]}`, jsonOf(t, p))
}

// From a news article about a monitoring visit to the letter of a focused visit,
// of a real authority.
func TestArticleAndLetter(t *testing.T) {
	t.Parallel()
	first := func(folder string) *ilacs.Report {
		for name, text := range corpus(t, folder) {
			if strings.HasPrefix(name, "dudley") {
				return read(t, name, text, false).report
			}
		}
		t.Skipf("../shared/corpus/%s holds nothing about Dudley", folder)
		return nil
	}
	p := compare(t, first("articles"), first("letters"))
	c := p.Judgement(judgement.Overall)
	assert.Equal(t, []any{judgement.Inadequate, judgement.RequiresImprovement, judgement.TrendImproved}, []any{c.Before, c.After, c.Trend})
	assert.Equal(t, "2016-04", c.SaidBefore.Date.String())
	assert.Equal(t, "2022-11", c.SaidAfter.Date.String())
}

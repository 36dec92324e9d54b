package ilacs_test

import (
	"bufio"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
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
// area, and a list of what needs to improve.
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

// What became of one item, by what the later report says.
func TestFollowUp(t *testing.T) {
	t.Parallel()
	known := watch(t)
	const before, after = "2019-03-04", "2022-06-06"
	for _, c := range []struct {
		name    string
		item    string
		area    judgement.Area
		improve []string // of the later report
		later   []string
		status  ilacs.Status
		reason  string
	}{
		{
			"praised", "The timeliness of initial child protection conferences.", judgement.HelpAndProtection, nil,
			[]string{"Initial child protection conferences are timely for most children."},
			ilacs.StatusAddressed, "now described as timely in most cases (paragraph 1)",
		},
		{
			"better than it was", "The quality of life-story work.", judgement.HelpAndProtection, nil,
			[]string{"Life-story work has improved considerably since the last inspection."},
			ilacs.StatusAddressed, "now said to have improved (paragraph 1)",
		},
		{
			"listed again", "The quality of pathway plans for care leavers.", judgement.HelpAndProtection,
			[]string{"Pathway plans for care leavers."}, []string{"Pathway plans are too often written without the young person."},
			ilacs.StatusPersists, "still listed as an area for improvement",
		},
		{
			"listed again in the same words", "The frequency of supervision.", judgement.HelpAndProtection,
			[]string{"The frequency of supervision"}, []string{"Supervision is excellent."},
			ilacs.StatusPersists, "asked for again in the same words",
		},
		{
			"never addressed while it is listed", "The frequency and quality of supervision.", judgement.HelpAndProtection,
			[]string{"The quality of supervision."},
			[]string{"Supervision is regular for all social workers.", "Supervision is frequent in every team.", "Staff value their supervision highly."},
			ilacs.StatusPartly, "still listed as an area for improvement, while paragraph 1 speaks well of it",
		},
		{
			"faulted", "The response to children who go missing.", judgement.HelpAndProtection, nil,
			[]string{"The response to children who go missing remains too slow."},
			ilacs.StatusPersists, "said to be as before (paragraph 1)",
		},
		{
			"praised and faulted", "The oversight of private fostering.", judgement.HelpAndProtection, nil,
			[]string{"Private fostering assessments are thorough. Oversight of private fostering is weak."},
			ilacs.StatusPartly, "paragraph 1 speaks well of it in part, and faults it in part",
		},
		{
			"silent", "The choice of homes for brothers and sisters in care.", judgement.HelpAndProtection, nil,
			[]string{"Strategy meetings are prompt and well attended."},
			ilacs.StatusNotRevisited, "nothing was found in the report that returns to it",
		},
		{
			"how it was is not how it is", "The recording of supervision.", judgement.HelpAndProtection, nil,
			[]string{"The recording of supervision was poor at the last inspection. Supervision is now well recorded."},
			ilacs.StatusAddressed, "",
		},
		{
			"the sentence behind points back", "The clarity of letters before proceedings.", judgement.HelpAndProtection, nil,
			[]string{"Letters before proceedings are unclear. This was an area for improvement at the last inspection."},
			ilacs.StatusPersists, "still faulted (paragraph 1)",
		},
		{
			"the words of a reference do not count", "The recording of visits. (Page 12, paragraph 31, supervision)", judgement.HelpAndProtection, nil,
			[]string{"Supervision is excellent and reflective in every paragraph and on every page."},
			ilacs.StatusNotRevisited, "",
		},
		{
			"another thing of the same service", "The timeliness of foster carers\u2019 reviews.", judgement.InCareAndCareLeavers, nil,
			[]string{"Foster carers are well supported. Foster carers speak highly of their training. The fostering service has improved."},
			ilacs.StatusNotRevisited, "",
		},
		{
			"another kind of assessment", "The timeliness of initial health assessments.", judgement.InCareAndCareLeavers, nil,
			[]string{"Annual health assessments are timely. Children\u2019s health needs are well met."},
			ilacs.StatusNotRevisited, "",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p, err := ilacs.Compare(about(t, before, c.area, []string{c.item}, "Early help is good."), about(t, after, c.area, c.improve, c.later...))
			require.NoError(t, err)
			require.Len(t, p.FollowUps, 1)
			f := p.FollowUps[0]
			known.check(t, c.name, f.Status == c.status, "%v, want %v: %s: %v", f.Status, c.status, f.Reason, f.Evidence)
			if c.reason != "" {
				assert.Equal(t, c.reason, f.Reason)
			}
		})
	}
}

// An item of several things is followed part by part.
func TestFollowUpByParts(t *testing.T) {
	t.Parallel()
	before := about(t, "2019-03-04", judgement.HelpAndProtection,
		[]string{"The timeliness of assessments; the clarity of child protection plans."}, "Early help is good.")
	after := about(t, "2022-06-06", judgement.HelpAndProtection, nil,
		"Assessments are timely. Assessments are completed promptly for all children.",
		"Child protection plans are unclear. Child protection plans lack clarity and purpose.")
	p, err := ilacs.Compare(before, after)
	require.NoError(t, err)
	require.Len(t, p.FollowUps, 1)
	f := p.FollowUps[0]
	assert.Equal(t, ilacs.StatusPartly, f.Status)
	assert.Equal(t, []ilacs.Part{
		{Text: "The timeliness of assessments", Status: ilacs.StatusAddressed},
		{Text: "the clarity of child protection plans", Status: ilacs.StatusPersists},
	}, f.Parts)
	assert.Equal(t, "The timeliness of assessments: now described as timely (paragraph 1); the clarity of child protection plans: still faulted (paragraph 2)", f.Reason)
	assert.Equal(t, []int{1, 2}, []int{f.Evidence[0].Paragraph, f.Evidence[1].Paragraph}, "the best of each part first")
}

// Supervision can improve in quality and still fail in frequency.
func TestAspectsAreToldApart(t *testing.T) {
	t.Parallel()
	p, err := ilacs.Compare(
		about(t, "2019-03-04", judgement.Leaders, nil, "Supervision is of poor quality. Supervision is not frequent enough."),
		about(t, "2022-06-06", judgement.Leaders, nil, "Supervision is of high quality. Supervision is not frequent enough."),
	)
	require.NoError(t, err)
	i := slices.IndexFunc(p.Themes, func(c ilacs.ThemeChange) bool { return c.Theme == finding.ThemeSupervision })
	require.GreaterOrEqual(t, i, 0)
	trends := map[finding.Aspect]ilacs.ThemeTrend{}
	for _, a := range p.Themes[i].Aspects {
		trends[a.Aspect] = a.Trend
	}
	assert.Equal(t, ilacs.ThemeTrendImproved, trends[finding.AspectQuality])
	assert.Equal(t, ilacs.ThemeTrendUnchanged, trends[finding.AspectFrequency])
	assert.Equal(t, ilacs.ThemeTrendImproved, p.Themes[i].Trend)
	assert.Equal(t, "Supervision is of high quality.", p.Themes[i].BestAfter.Text[:31])
}

func TestNewConcerns(t *testing.T) {
	t.Parallel()
	p, err := ilacs.Compare(
		about(t, "2019-03-04", judgement.Leaders, []string{"The frequency of supervision."}, "Early help is good."),
		about(t, "2022-06-06", judgement.Leaders, []string{"The regularity of supervision of social workers.", "The choice of homes for care leavers."}, "Early help is good."),
	)
	require.NoError(t, err)
	require.Len(t, p.New, 1)
	assert.Equal(t, "The choice of homes for care leavers.", p.New[0].Text)
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
			i := slices.IndexFunc(p.Judgements, func(x ilacs.JudgementChange) bool { return x.Area == judgement.Overall })
			require.GreaterOrEqual(t, i, 0)
			x := p.Judgements[i]
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

// Empty reports have nothing to compare, and no null in their JSON.
func TestCompareNothing(t *testing.T) {
	t.Parallel()
	p, err := ilacs.Compare(&ilacs.Report{}, &ilacs.Report{})
	require.NoError(t, err)
	assert.JSONEq(t, `{"before":{},"after":{},"judgements":[],"follow_ups":[],"themes":[],"new":[],"summary":[]}`, jsonOf(t, p))
}

// What the later report says of the earlier areas for improvement as a whole
// heads the summary, and is what there is of an item that it does not return to.
func TestTogether(t *testing.T) {
	t.Parallel()
	const whole = "The areas for improvement identified at the last inspection have largely been addressed."
	before := about(t, "2019-03-04", judgement.Leaders, []string{"The choice of homes for brothers and sisters in care."}, "Early help is good.")
	after := about(t, "2022-06-06", judgement.Leaders, nil, "Supervision is regular.", whole)
	p, err := ilacs.Compare(before, after)
	require.NoError(t, err)
	assert.Equal(t, ilacs.StatusNotRevisited, p.FollowUps[0].Status)
	assert.Equal(t, ilacs.ConfidenceLow, p.FollowUps[0].Confidence)
	assert.Equal(t, "nothing was found in the report that returns to it; paragraph 2 speaks of the earlier areas for improvement as a whole", p.FollowUps[0].Reason)
	i := slices.IndexFunc(p.Summary, func(s ilacs.Statement) bool { return strings.HasSuffix(s.Text, "; it says itself: “"+whole+"”") })
	require.GreaterOrEqual(t, i, 0, "%v", p.Summary)
	require.NotEmpty(t, p.Summary[i].Evidence)
	assert.Equal(t, whole, p.Summary[i].Evidence[len(p.Summary[i].Evidence)-1].Text)
	// Between a report and itself there is no earlier inspection.
	p, err = ilacs.Compare(after, after)
	require.NoError(t, err)
	assert.NotContains(t, jsonOf(t, p.Summary), "says itself")
}

// What two readers found to have become of 107 items in 20 pairs of real
// reports. The figures are floors: the readers themselves differ on one in thirty
// or so, and always to say "addressed" would be right of less than half.
func TestFollowUpsAgainstReaders(t *testing.T) {
	t.Parallel()
	f, err := os.Open(filepath.Join(shared, "gold", "followups.jsonl"))
	if os.IsNotExist(err) {
		t.Skip("../shared/gold/followups.jsonl is not here: nothing says what became of real items")
	}
	require.NoError(t, err)
	defer f.Close()
	texts := corpus(t, "layout")
	right, all := map[ilacs.Confidence]int{}, map[ilacs.Confidence]int{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var g struct {
			Before, After string
			Labels        []struct {
				Item   int
				Status []ilacs.Status
			}
		}
		require.NoError(t, json.Unmarshal(lines.Bytes(), &g))
		p := compare(t, read(t, g.Before, texts[g.Before], false).report, read(t, g.After, texts[g.After], false).report)
		require.Len(t, p.FollowUps, len(g.Labels), g.Before)
		for _, l := range g.Labels {
			x := p.FollowUps[l.Item]
			all[x.Confidence]++
			if slices.Contains(l.Status, x.Status) {
				right[x.Confidence]++
			}
		}
	}
	require.NoError(t, lines.Err())
	n, ok := 0, 0
	for c := range maps.Keys(all) {
		n, ok = n+all[c], ok+right[c]
		t.Logf("%v: %d of %d", c, right[c], all[c])
	}
	assert.GreaterOrEqual(t, float64(ok)/float64(n), 0.62)
	share := func(c ilacs.Confidence) float64 { return float64(right[c]) / float64(max(all[c], 1)) }
	assert.Greater(t, share(ilacs.ConfidenceHigh), share(ilacs.ConfidenceMedium))
	assert.Greater(t, share(ilacs.ConfidenceMedium), share(ilacs.ConfidenceLow))
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
	i := slices.IndexFunc(p.Judgements, func(c ilacs.JudgementChange) bool { return c.Area == judgement.Overall })
	require.GreaterOrEqual(t, i, 0)
	c := p.Judgements[i]
	assert.Equal(t, []any{judgement.Inadequate, judgement.RequiresImprovement, judgement.TrendImproved}, []any{c.Before, c.After, c.Trend})
	assert.Equal(t, "2016-04", c.SaidBefore.Date.String())
	assert.Equal(t, "2022-11", c.SaidAfter.Date.String())
}

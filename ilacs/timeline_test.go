package ilacs_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// saying is a report of one visit that says one sentence about supervision.
func saying(t *testing.T, authority, start, published, sentence string, grade judgement.Grade) *ilacs.Report {
	t.Helper()
	r := &ilacs.Report{Visit: ilacs.Visit{Authority: authority, Start: date(t, start), Published: date(t, published)}}
	if grade != 0 {
		r.Judgements = judgement.Set{Framework: judgement.ILACS2018}.With(judgement.Leaders, grade)
	}
	if sentence != "" {
		r.Findings = []finding.Finding{{Text: sentence, Section: finding.SectionMain, Reading: finding.Classify(sentence)}}
	}
	return r
}

const (
	weak   = "Supervision is weak."
	strong = "Supervision is regular and reflective."
)

func starts(t *testing.T, h ilacs.History) []string {
	t.Helper()
	out := []string{}
	for _, v := range h.Visits {
		out = append(out, text(t, v.Start)+"/"+text(t, v.Published))
	}
	return out
}

func TestTimelineCourses(t *testing.T) {
	t.Parallel()
	monitoring := saying(t, "Wexcombe", "2017-04-04", "", "Early help is good.", 0)
	monitoring.Visit.Type = ilacs.VisitTypeMonitoring
	h, err := ilacs.Timeline(
		saying(t, "Wexcombe", "2023-10-02", "", weak, judgement.Good),
		saying(t, "Wexcombe", "2016-04-04", "", weak, judgement.Inadequate),
		monitoring,
		saying(t, "Wexcombe", "2018-12-10", "", strong, judgement.RequiresImprovement),
		saying(t, "Wexcombe", "2020-03-02", "", strong, judgement.RequiresImprovement),
	)
	require.NoError(t, err)
	assert.Len(t, h.Visits, 5)
	assert.Len(t, h.Progresses, 4)
	assert.True(t, slices.IsSortedFunc(h.Visits, func(a, b ilacs.Visit) int { return a.Start.Compare(b.Start) }))
	i := slices.IndexFunc(h.Themes, func(c ilacs.ThemeCourse) bool { return c.Theme == finding.ThemeSupervision })
	require.GreaterOrEqual(t, i, 0)
	assert.Equal(t, ilacs.ThemeCourse{
		Theme:      finding.ThemeSupervision,
		Polarities: []finding.Polarity{finding.Concern, 0, finding.Strength, finding.Strength, finding.Concern},
		Course:     "a concern since 2016, no longer faulted in 2018, back in 2023",
	}, h.Themes[i])
	assert.Equal(t, []ilacs.AreaCourse{{
		Area:   judgement.Leaders,
		Grades: []judgement.Grade{judgement.Inadequate, 0, judgement.RequiresImprovement, judgement.RequiresImprovement, judgement.Good},
		Course: "inadequate in 2016, requires improvement to be good in 2018 and 2020, good in 2023",
	}}, h.Areas)
}

func TestTimelineOrder(t *testing.T) {
	t.Parallel()
	at := func(start, published string) *ilacs.Report { return saying(t, "Wexcombe", start, published, "", 0) }
	for _, c := range []struct {
		name    string
		reports []*ilacs.Report
		want    []string
	}{
		{"none", nil, []string{}},
		{"one", []*ilacs.Report{at("2020", "")}, []string{"2020/"}},
		{"by fieldwork", []*ilacs.Report{at("2022-01-10", "2022-03-01"), at("2021-11-01", "2022-04-01")}, []string{"2021-11-01/2022-04-01", "2022-01-10/2022-03-01"}},
		{"by publication where that is all", []*ilacs.Report{at("", "2022-03-01"), at("2021-11-01", "")}, []string{"2021-11-01/", "/2022-03-01"}},
		{"without a date, after the one given before", []*ilacs.Report{at("2022", ""), at("", ""), at("2021", "")}, []string{"2021/", "2022/", "/"}},
		{"without a date, first", []*ilacs.Report{at("", ""), at("2022", ""), at("2021", "")}, []string{"/", "2021/", "2022/"}},
		{"one visit twice", []*ilacs.Report{at("2021-05-03", "2021-06"), at("2021-05-03", "2021-05")}, []string{"2021-05-03/2021-06", "2021-05-03/2021-05"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			given := slices.Clone(c.reports)
			h, err := ilacs.Timeline(c.reports...)
			require.NoError(t, err)
			assert.Equal(t, c.want, starts(t, h))
			assert.Len(t, h.Progresses, max(0, len(c.want)-1))
			assert.Equal(t, given, c.reports, "the reports were put in another order")
			assert.NotContains(t, jsonOf(t, h), "null")
		})
	}
}

// A visit that mostly praises what it also faults has not ceased to fault it.
func TestTimelineOfThemesMostlyPraised(t *testing.T) {
	t.Parallel()
	later := saying(t, "Wexcombe", "2021-11-08", "", weak, 0)
	for range 5 {
		later.Findings = append(later.Findings, saying(t, "Wexcombe", "2021-11-08", "", strong, 0).Findings...)
	}
	h, err := ilacs.Timeline(saying(t, "Wexcombe", "2018-02-05", "", weak, 0), later)
	require.NoError(t, err)
	require.NotEmpty(t, h.Themes)
	assert.Equal(t, "a concern since 2018, mostly praised in 2021", h.Themes[0].Course)
}

// Two visits of one year are told apart by their months, one without a date by
// its number.
func TestTimelineNamesVisits(t *testing.T) {
	t.Parallel()
	h, err := ilacs.Timeline(
		saying(t, "Wexcombe", "", "", weak, 0),
		saying(t, "Wexcombe", "2018-02-05", "", strong, 0),
		saying(t, "Wexcombe", "2018-11-05", "", weak, 0),
	)
	require.NoError(t, err)
	require.NotEmpty(t, h.Themes)
	assert.Equal(t, "a concern since visit 1, no longer faulted in February 2018, back in November 2018", h.Themes[0].Course)
}

func TestTimelineErrors(t *testing.T) {
	t.Parallel()
	wexcombe, hollinsea := saying(t, "Wexcombe", "2018", "", weak, 0), saying(t, "Hollinsea", "2020", "", weak, 0)
	unnamed := saying(t, "", "2019", "", weak, 0)
	for name, c := range map[string]struct {
		reports []*ilacs.Report
		err     error
	}{
		"nil alone":                   {[]*ilacs.Report{nil}, ilacs.ErrNoReport},
		"nil among others":            {[]*ilacs.Report{wexcombe, nil}, ilacs.ErrNoReport},
		"two authorities":             {[]*ilacs.Report{wexcombe, hollinsea}, ilacs.ErrOtherAuthority},
		"two with an unnamed between": {[]*ilacs.Report{wexcombe, unnamed, hollinsea}, ilacs.ErrOtherAuthority},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h, err := ilacs.Timeline(c.reports...)
			require.ErrorIs(t, err, c.err)
			var refused *ilacs.CompareError
			require.ErrorAs(t, err, &refused)
			assert.Equal(t, ilacs.History{}, h)
		})
	}
}

// The order in which the reports are given does not matter, as long as all have
// dates.
func TestTimelineOfRealReports(t *testing.T) {
	t.Parallel()
	texts := corpus(t, "layout")
	var reports []*ilacs.Report
	for name, text := range texts {
		if len(name) > 6 && name[:6] == "80464-" {
			reports = append(reports, read(t, name, text, false).report)
		}
	}
	if len(reports) < 3 {
		t.Skip("../shared/corpus holds fewer than three reports on one authority")
	}
	h, err := ilacs.Timeline(reports...)
	require.NoError(t, err)
	slices.Reverse(reports)
	again, err := ilacs.Timeline(reports...)
	require.NoError(t, err)
	assert.Equal(t, jsonOf(t, h), jsonOf(t, again))
}

// "Since" is said of the first visit of those that fault a theme, or ask for something of
// it, without a break, and not of the first at which that is most of what is said.
func TestTimelineSaysSinceWhen(t *testing.T) {
	t.Parallel()
	const ask = "The frequency of supervision."
	full := func(start string, asks []string, sentences ...string) *ilacs.Report {
		return about(t, start, judgement.Leaders, asks, sentences...)
	}
	for _, c := range []struct {
		name    string
		reports []*ilacs.Report
		course  string
	}{
		{"asked for before it is mostly faulted", []*ilacs.Report{
			full("2018-11-05", nil, times(3, excellent)), full("2020-03-02", []string{ask}, times(3, excellent)), full("2022-06-06", nil, times(3, weak)),
		}, "a concern since 2020"},
		{"faulted as much as praised", []*ilacs.Report{
			full("2018-11-05", nil, weak+" "+excellent), full("2020-03-02", nil, times(3, weak)), full("2022-06-06", nil, weak+" "+excellent),
		}, "a concern since 2018"},
		{"a visit between that did not look at it", []*ilacs.Report{
			full("2018-11-05", nil, weak+" "+excellent), letterAbout(t, "2019-03-05", "Early help is good."), full("2022-06-06", nil, weak),
		}, "a concern since 2018"},
		{"faulted in passing", []*ilacs.Report{
			full("2018-11-05", nil, times(9, excellent)+" "+weak), full("2020-03-02", nil, weak), full("2022-06-06", nil, weak),
		}, "a concern in 2020 and 2022"},
		{"a break before", []*ilacs.Report{
			full("2018-11-05", nil, weak+" "+excellent), full("2020-03-02", nil, "Early help is good."), full("2022-06-06", nil, weak),
		}, "a concern since 2022"},
		{"a break after", []*ilacs.Report{
			full("2018-11-05", nil, weak), full("2020-03-02", nil, "Early help is good."), full("2022-06-06", nil, weak+" "+excellent),
		}, "a concern in 2018"},
		{"a break, and back", []*ilacs.Report{
			full("2018-11-05", nil, weak), full("2020-03-02", nil, "Early help is good."), full("2022-06-06", nil, weak),
		}, "a concern in 2018, back in 2022"},
		{"back before it is mostly faulted", []*ilacs.Report{
			full("2018-11-05", nil, weak), full("2020-03-02", nil, excellent), full("2022-06-06", nil, weak+" "+excellent), full("2025-06-02", nil, weak),
		}, "a concern since 2018, no longer faulted in 2020, back in 2022"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h, err := ilacs.Timeline(c.reports...)
			require.NoError(t, err)
			i := slices.IndexFunc(h.Themes, func(c ilacs.ThemeCourse) bool { return c.Theme == finding.ThemeSupervision })
			require.GreaterOrEqual(t, i, 0)
			assert.Equal(t, c.course, h.Themes[i].Course, "%v", h.Themes[i].Polarities)
		})
	}
}

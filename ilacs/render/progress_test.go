package render_test

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/render"
	"github.com/ilacs-go/inspection/judgement"
)

var update = flag.Bool("update", false, "write the golden files anew")

// forms returns what each writer makes of one comparison or of several.
func forms(t testing.TB, h ilacs.History, notes ...string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for name, write := range map[string]func(io.Writer) error{
		"history.md":         func(w io.Writer) error { return render.HistoryMarkdown(w, h, notes...) },
		"history.html":       func(w io.Writer) error { return render.HistoryHTML(w, h, notes...) },
		"progress.md":        func(w io.Writer) error { return render.ProgressMarkdown(w, h.Progresses[0], notes...) },
		"brief.md":           func(w io.Writer) error { return render.BriefMarkdown(w, h.Progresses[0], notes...) },
		"brief.html":         func(w io.Writer) error { return render.BriefHTML(w, h.Progresses[0], notes...) },
		"history-brief.md":   func(w io.Writer) error { return render.HistoryBriefMarkdown(w, h, notes...) },
		"history-brief.html": func(w io.Writer) error { return render.HistoryBriefHTML(w, h, notes...) },
		"progress.html":      func(w io.Writer) error { return render.ProgressHTML(w, h.Progresses[0], notes...) },
		"follow-ups.csv": func(w io.Writer) error {
			return render.FollowUpsCSV(w, h.Progresses...)
		},
		"themes.csv": func(w io.Writer) error { return render.ThemesCSV(w, h.Progresses...) },
		"asked.csv":  func(w io.Writer) error { return render.AskedCSV(w, h.Progresses...) },
	} {
		var b bytes.Buffer
		require.NoError(t, write(&b), name)
		all[name] = b.String()
	}
	return all
}

func TestProgressGolden(t *testing.T) {
	t.Parallel()
	for name, text := range forms(t, wexcombeOverYears(t), "Wexcombe is an invented council.") {
		file := filepath.Join("testdata", name)
		if *update {
			require.NoError(t, os.MkdirAll("testdata", 0o755))
			require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, string(want), text, "%s; go test ./ilacs/render -run Golden -update writes it anew", name)
	}
}

func TestProgressIsTheSameEachTime(t *testing.T) {
	t.Parallel()
	want := forms(t, wexcombeOverYears(t))
	for range 50 {
		require.Equal(t, want, forms(t, wexcombeOverYears(t)))
	}
}

// TestProgressHTMLIsSound checks what a screen reader needs of the pages.
func TestProgressHTMLIsSound(t *testing.T) {
	t.Parallel()
	all := forms(t, wexcombeOverYears(t))
	for _, name := range []string{"progress.html", "history.html", "brief.html", "history-brief.html"} {
		page := all[name]
		elements, _ := wellFormed(t, page)
		assert.Equal(t, 1, elements["h1"], name)
		for _, landmark := range []string{"header", "main", "footer"} {
			assert.Equal(t, 1, elements[landmark], name)
		}
		assert.Equal(t, elements["table"], elements["caption"], name)
		assert.Equal(t, elements["table"], elements["thead"], name)
		assert.Equal(t, elements["th"], strings.Count(page, "scope="), name)
		assert.Equal(t, elements["details"], elements["summary"], name)
		for _, outside := range []string{"http:", "https:", "//", "@import", "<script", "<img", "<iframe", "url("} {
			assert.NotContains(t, page, outside, name)
		}
		assert.NotRegexp(t, `<[^>]* on[a-z]+=`, page, name)
		assertIDs(t, page)
		assertHeadings(t, page)
	}
}

// assertIDs checks that no id occurs twice and that each reference leads to one.
func assertIDs(t *testing.T, page string) {
	t.Helper()
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		assert.False(t, ids[m[1]], "id %s occurs twice", m[1])
		ids[m[1]] = true
	}
	references := regexp.MustCompile(`(?: aria-labelledby="|href="#)([^"]*)"`).FindAllStringSubmatch(page, -1)
	assert.NotEmpty(t, references)
	for _, m := range references {
		assert.True(t, ids[m[1]], "nothing has the id %s", m[1])
	}
}

// assertHeadings checks that no level of headings is left out.
func assertHeadings(t *testing.T, page string) {
	t.Helper()
	level := 0
	for _, m := range regexp.MustCompile(`<h([1-6])`).FindAllStringSubmatch(page, -1) {
		next := int(m[1][0] - '0')
		assert.LessOrEqual(t, next, level+1)
		level = next
	}
}

func TestProgressMarkdownFitsATerminal(t *testing.T) {
	t.Parallel()
	all := forms(t, wexcombeOverYears(t), "A note.")
	for _, name := range []string{"progress.md", "history.md", "brief.md", "history-brief.md"} {
		for line := range strings.Lines(all[name]) {
			if strings.HasPrefix(line, "|") {
				continue // a table has the width it has
			}
			assert.LessOrEqual(t, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")), 80, line)
			assert.NotRegexp(t, `\S\s+\n`, line, "blanks at the end")
		}
	}
}

// TestProgressShowsEveryValue looks for each value of the comparison in the HTML
// and in the Markdown.
func TestProgressShowsEveryValue(t *testing.T) {
	t.Parallel()
	h := wexcombeOverYears(t)
	all := forms(t, h)
	flat := strings.Join(strings.Fields(all["history.md"]), " ")
	var wants []string
	for _, p := range h.Progresses {
		for _, s := range p.Summary {
			wants = append(wants, s.Text)
		}
		for _, f := range p.FollowUps {
			wants = append(wants, f.Item.Text, f.Status.String())
			for _, e := range f.Evidence {
				wants = append(wants, e.Text)
			}
			for _, part := range f.Parts {
				wants = append(wants, part.Text)
			}
		}
		for _, c := range p.Themes {
			if c.Trend == ilacs.ThemeTrendImproved || c.Trend == ilacs.ThemeTrendDeclined || c.Trend == ilacs.ThemeTrendNew {
				wants = append(wants, c.BestAfter.Text)
			}
		}
		for _, a := range p.Asked {
			wants = append(wants, a.Item.Text)
		}
		for _, g := range render.NewProgressPage(p).Themes {
			for _, c := range g.Themes {
				wants = append(wants, c.Name)
			}
		}
	}
	wants = append(wants, "a concern since 2019, no longer faulted in 2023", "paragraph 31", "13 to 24 May 2019", "published 4 March 2025")
	for _, want := range wants {
		assert.Contains(t, all["history.html"], want)
		assert.Contains(t, flat, want)
	}
}

// What an item is and what became of it is told once in the whole.
func TestNothingIsToldTwice(t *testing.T) {
	t.Parallel()
	p := wexcombe(t)
	text := strings.Join(strings.Fields(forms(t, wexcombeOverYears(t))["progress.md"]), " ")
	for _, f := range p.FollowUps {
		once := 1
		if f.Item.Text == p.Themes[5].BestBefore.Text || f.Item.Text == p.Themes[2].BestBefore.Text {
			once++ // it shows the trend of a theme too
		}
		assert.Equal(t, once, strings.Count(text, f.Item.Text), f.Item.Text)
	}
	assert.Equal(t, 1, strings.Count(text, "### Notes on the judgements"))
	assert.NotContains(t, text, "**Leaders**: ", "the table of grades tells it")
	assert.NotRegexp(t, `[0-9] addressed|[0-9] persist`, text, "statuses are not certain enough to be counted")
}

// A brief is one page, whatever it is about: a line for each item, and as many as
// there is room for.
func TestBriefsAreShort(t *testing.T) {
	t.Parallel()
	p := wexcombe(t)
	short := forms(t, wexcombeOverYears(t), "A note.")["brief.md"]
	assert.Contains(t, short, "- 1 ○ Supervision that takes place each month and leaves time to think.\n")
	assert.Contains(t, short, "- How often social workers in the assessment teams have supervision.\n")
	assert.NotContains(t, short, "and others")
	for n := range 60 {
		item := p.FollowUps[n%4]
		item.Item.Text = fmt.Sprintf("Item %d: %s", n, strings.Repeat("words that go on for longer than a line ", n%4))
		p.FollowUps = append(p.FollowUps, item)
		for i := range p.Summary {
			if p.Summary[i].Kind == ilacs.StatementAsked {
				p.Summary[i].Evidence = append(p.Summary[i].Evidence, item.Item)
			}
		}
		text := forms(t, ilacs.History{Progresses: []ilacs.Progress{p}})["brief.md"]
		assert.LessOrEqual(t, strings.Count(text, "\n"), 100, n)
		if strings.Contains(text, "and others, which the whole comparison lists") {
			assert.GreaterOrEqual(t, strings.Count(text, "\n"), 98, n)
		}
	}
}

// A brief of several visits tells the grades of all, and the items of the last.
func TestBriefOfAHistory(t *testing.T) {
	t.Parallel()
	text := forms(t, wexcombeOverYears(t))["history-brief.md"]
	assert.Contains(t, text, "**From May 2019 to June 2023**")
	assert.Contains(t, text, "The later letter praises supervision.")
	assert.Contains(t, text, "- Of what was asked for before, still faulted or asked for: supervision.")
	assert.NotContains(t, text, "Wexcombe’s services for children were judged", "the table of grades tells it")
	assert.Contains(t, text, "## What became of the areas for improvement of June 2023")
	assert.NotContains(t, text, "Dental checks")
}

// TestGradesOfASingleComparison checks that each side's own grades are kept apart
// from those that they are compared with: one grade of 2018 counts for two areas.
func TestGradesOfASingleComparison(t *testing.T) {
	t.Parallel()
	text := forms(t, wexcombeOverYears(t))["progress.md"]
	assert.Regexp(t, `(?m)^\| Children in care +\| G +\| O ▲ +\|$`, text)
	assert.Regexp(t, `(?m)^\| Care leavers +\| G +\| RI ▼ +\|$`, text)
	assert.Contains(t, text, "care leavers had one grade")
	text = forms(t, wexcombeOverYears(t))["history.md"]
	assert.Regexp(t, `(?m)^\| Overall +\| G +\| G = +\| \(G\) +\|$`, text, "a standing is not a grade of the visit")
}

// A grade that combines two earlier ones has no arrow where these moved
// differently, and the number of a recommendation is not taken for that of a
// paragraph.
func TestProgressClaimsNoMoreThanItKnows(t *testing.T) {
	t.Parallel()
	change := func(a judgement.Area, before judgement.Grade, basis judgement.Basis) ilacs.JudgementChange {
		return ilacs.JudgementChange{Change: judgement.Change{
			Area: a, Before: before, After: judgement.RequiresImprovement, Trend: judgement.TrendOf(before, judgement.RequiresImprovement), Basis: basis,
		}}
	}
	recommended := said("Supervision that takes place.", 0, finding.SectionImprove, 7, finding.Concern, finding.ThemeSupervision)
	p := ilacs.Progress{
		Before: ilacs.Visit{Authority: "Wexcombe", Type: ilacs.VisitTypeSIF, Framework: judgement.SIF, Start: date(t, "2016-09-12")},
		After:  ilacs.Visit{Authority: "Wexcombe", Type: ilacs.VisitTypeStandard, Framework: judgement.ILACS2018, Start: date(t, "2019-06-10")},
		Judgements: []ilacs.JudgementChange{
			change(judgement.InCareAndCareLeavers, judgement.Inadequate, judgement.BasisFromLookedAfter),
			change(judgement.CareLeavers, judgement.RequiresImprovement, judgement.BasisToCombined),
		},
		Asked: []ilacs.Asked{{Item: recommended, Recurrence: ilacs.RecurrenceNew}}, Summary: []ilacs.Statement{{Text: "One.", Evidence: []finding.Finding{recommended}}},
	}
	text := forms(t, ilacs.History{Progresses: []ilacs.Progress{p}})["progress.md"]
	assert.Regexp(t, `(?m)^\| Children in care +\| I +\| RI +\|$`, text)
	assert.Contains(t, text, "areas for improvement")
	assert.NotContains(t, text, "paragraph 7")
}

// A theme of which something else is mostly said than before is not listed as about the
// same, and the list says what.
func TestListsOfThemesAgreeWithTheirTable(t *testing.T) {
	t.Parallel()
	groups := render.NewProgressPage(wexcombe(t)).Themes
	i := slices.IndexFunc(groups, func(g render.ThemeGroup) bool { return g.Trend.Sign == "?" })
	require.GreaterOrEqual(t, i, 0)
	for _, x := range groups[i].Themes {
		assert.NotEqual(t, x.Before.Polarity, x.After.Polarity)
	}
	text := strings.Join(strings.Fields(forms(t, wexcombeOverYears(t))["progress.md"]), " ")
	assert.Contains(t, text, "? **Uncertain whether it changed** (1) - concern, now strength: Workforce stability and development. = **About the same** (1): Front door")
}

// The quality of a theme of which too little is said stands in no list, as its sign would
// tell nothing.
func TestAspectsThatTellNothing(t *testing.T) {
	t.Parallel()
	p := wexcombe(t)
	i := slices.IndexFunc(p.Themes, func(c ilacs.ThemeChange) bool { return len(c.Aspects) > 0 })
	require.GreaterOrEqual(t, i, 0)
	p.Themes[i].Aspects[0].Trend, p.Themes[i].Aspects[1].Trend = ilacs.ThemeTrendNotEnough, ilacs.ThemeTrendUnsure
	text := forms(t, ilacs.History{Progresses: []ilacs.Progress{p}})["progress.md"]
	assert.Contains(t, text, "(timeliness ?)")
	assert.NotContains(t, text, "involvement")
}

func TestProgressOfLittle(t *testing.T) {
	t.Parallel()
	for name, p := range map[string]ilacs.Progress{
		"nothing": {},
		"numbers that are no values": {
			Judgements: []ilacs.JudgementChange{{Change: judgement.Change{Area: 255, Before: 254, After: 253, Trend: 252, Basis: 251}}},
			FollowUps:  []ilacs.FollowUp{{Status: 250, Confidence: 249, Parts: []ilacs.Part{{}}}},
			Themes:     []ilacs.ThemeChange{{Theme: 248, Before: 247, After: 246, Trend: 245, Aspects: []ilacs.AspectChange{{Aspect: 244}}}},
			Asked:      []ilacs.Asked{{Recurrence: 243, Of: []int{99}}, {Recurrence: ilacs.RecurrenceAgain, Of: []int{-1}}}, Summary: []ilacs.Statement{{Evidence: []finding.Finding{{}}}},
		},
	} {
		all := forms(t, ilacs.History{Progresses: []ilacs.Progress{p, p}, Areas: []ilacs.AreaCourse{{Grades: make([]judgement.Grade, 9)}}, Themes: []ilacs.ThemeCourse{{}}})
		assert.Contains(t, all["progress.md"], "# A local authority", name)
		wellFormed(t, all["history.html"])
	}
}

func TestProgressReportsFailure(t *testing.T) {
	t.Parallel()
	assert.ErrorContains(t, render.HistoryMarkdown(io.Discard, ilacs.History{}), "no comparison")
	assert.ErrorContains(t, render.HistoryHTML(io.Discard, ilacs.History{}), "no comparison")
	p := wexcombe(t)
	assert.ErrorIs(t, render.ProgressMarkdown(broken{}, p), errBroken)
	assert.ErrorIs(t, render.ProgressHTML(broken{}, p), errBroken)
	assert.ErrorIs(t, render.FollowUpsCSV(broken{}, p), errBroken)
	assert.ErrorIs(t, render.ThemesCSV(broken{}, p), errBroken)
	assert.ErrorIs(t, render.AskedCSV(broken{}, p), errBroken)
}

func BenchmarkProgressHTML(b *testing.B) {
	p := wexcombe(b)
	b.ReportAllocs()
	for b.Loop() {
		if err := render.ProgressHTML(io.Discard, p); err != nil {
			b.Fatal(err)
		}
	}
}

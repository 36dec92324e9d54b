package ilacs_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

func summaryOf(t *testing.T, before, after *ilacs.Report) []string {
	t.Helper()
	p, err := ilacs.Compare(before, after)
	require.NoError(t, err)
	out := []string{}
	for _, s := range p.Summary {
		out = append(out, s.Text)
	}
	return out
}

// graded makes a report of grades, and of a list of what needs to improve, with a
// sentence about each area that says nothing for or against it.
func graded(t *testing.T, start string, grades map[judgement.Area]judgement.Grade, improve ...string) *ilacs.Report {
	t.Helper()
	r := &ilacs.Report{Visit: ilacs.Visit{Authority: "Wexcombe", Type: ilacs.VisitTypeStandard, Start: date(t, start)}, Source: ilacs.SourceReport}
	f, ok := judgement.FrameworkOn(r.Visit.Start)
	require.True(t, ok)
	r.Visit.Framework, r.Judgements.Framework = f, f
	for a, g := range grades {
		r.Judgements = r.Judgements.With(a, g)
		at := 10000 + 100*int(a)
		r.Findings = append(r.Findings, finding.Finding{Text: "Inspectors came by train.", Span: finding.Span{Start: at, End: at + 25}, Section: finding.SectionMain, Area: a})
	}
	for i, s := range improve {
		r.Findings = append(r.Findings, finding.Finding{
			Text: s, Span: finding.Span{Start: 100 * i, End: 100*i + 50}, Section: finding.SectionImprove,
			Reading: finding.Context{Section: finding.SectionImprove}.Classify(s),
		})
	}
	return r
}

func TestSummaryOfGrades(t *testing.T) {
	t.Parallel()
	type grades = map[judgement.Area]judgement.Grade
	const (
		good     = judgement.Good
		requires = judgement.RequiresImprovement
		bad      = judgement.Inadequate
	)
	for _, c := range []struct {
		name          string
		before, after *ilacs.Report
		want          []string
	}{
		{
			"better, some of it",
			graded(t, "2018-11-05", grades{judgement.Overall: bad, judgement.Leaders: bad, judgement.HelpAndProtection: requires}),
			graded(t, "2021-10-04", grades{judgement.Overall: requires, judgement.Leaders: good, judgement.HelpAndProtection: requires}),
			[]string{
				"Wexcombe's services for children were judged to be inadequate by the standard inspection of November 2018, and to require improvement to be good by the standard inspection of October 2021.",
				"Leaders' impact improved to good; help and protection stayed at ‘requires improvement to be good’.",
			},
		},
		{
			"the same again",
			graded(t, "2018-11-05", grades{judgement.Overall: good, judgement.Leaders: good}),
			graded(t, "2021-10-04", grades{judgement.Overall: good, judgement.Leaders: good}),
			[]string{
				"Wexcombe's services for children were judged to be good by the standard inspection of November 2018, and again by the standard inspection of October 2021.",
				"Leaders' impact stayed good.",
			},
		},
		{
			"no overall grade any more",
			graded(t, "2023-11-06", grades{judgement.Overall: good, judgement.Leaders: requires, judgement.CareLeavers: good}),
			graded(t, "2026-06-01", grades{judgement.Leaders: good, judgement.CareLeavers: bad}),
			[]string{
				"Wexcombe's services for children were judged to be good by the standard inspection of November 2023; the standard inspection of June 2026 gave no overall grade, as its framework has none.",
				"Leaders' impact improved to good; care leavers declined to inadequate.",
			},
		},
		{
			"one grade for what had two",
			graded(t, "2016-04-04", grades{judgement.Overall: good, judgement.LookedAfter: requires, judgement.CareLeavers: requires, judgement.Leaders: good}),
			graded(t, "2019-04-01", grades{judgement.Overall: good, judgement.InCareAndCareLeavers: good, judgement.Leaders: good}),
			[]string{
				"Wexcombe's services for children were judged to be good by the standard inspection of April 2016, and again by the standard inspection of April 2019.",
				"Children in care and care leavers improved to good; leaders' impact stayed good.",
			},
		},
		{
			"one grade for what had two, one of which moved",
			graded(t, "2016-04-04", grades{judgement.Overall: good, judgement.LookedAfter: good, judgement.CareLeavers: requires}),
			graded(t, "2019-04-01", grades{judgement.Overall: good, judgement.InCareAndCareLeavers: good}),
			[]string{
				"Wexcombe's services for children were judged to be good by the standard inspection of April 2016, and again by the standard inspection of April 2019.",
				"Children in care stayed good; care leavers, graded apart before (requires improvement to be good), are now graded with children in care (good).",
			},
		},
		{
			"an inspection between them",
			graded(t, "2018-11-05", grades{judgement.Overall: good, judgement.Leaders: good, judgement.HelpAndProtection: requires}),
			graded(t, "2025-03-03", grades{judgement.Overall: good, judgement.Leaders: good, judgement.HelpAndProtection: requires}),
			[]string{
				"More than six years lie between the two, and no authority has gone so long without an inspection: “the last inspection” may be another one.",
				"Wexcombe's services for children were judged to be good by the standard inspection of November 2018, and by the standard inspection of March 2025, with another inspection between them.",
				"The same at both visits, with an inspection between them: leaders' impact (good) and help and protection (requires improvement to be good).",
			},
		},
		{
			"two grades for what had one",
			graded(t, "2018-11-05", grades{judgement.Overall: good, judgement.Leaders: good, judgement.InCareAndCareLeavers: good}),
			graded(t, "2023-05-01", grades{judgement.Overall: good, judgement.Leaders: good, judgement.InCare: good, judgement.CareLeavers: requires}),
			[]string{
				"Wexcombe's services for children were judged to be good by the standard inspection of November 2018, and again by the standard inspection of May 2023.",
				"Leaders' impact stayed good; children in care and care leavers, judged together before (good), are now good and ‘requires improvement to be good’.",
			},
		},
		{
			"two grades, both the same, for what had one",
			graded(t, "2018-11-05", grades{judgement.Overall: good, judgement.InCareAndCareLeavers: requires}),
			graded(t, "2023-05-01", grades{judgement.Overall: good, judgement.InCare: good, judgement.CareLeavers: good}),
			[]string{
				"Wexcombe's services for children were judged to be good by the standard inspection of November 2018, and again by the standard inspection of May 2023.",
				"Children in care and care leavers, judged together before (requires improvement to be good), are now both good.",
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := summaryOf(t, c.before, c.after)
			require.GreaterOrEqual(t, len(got), len(c.want))
			assert.Equal(t, c.want, got[:len(c.want)])
		})
	}
}

func TestSummaryOfItems(t *testing.T) {
	t.Parallel()
	const (
		supervision = "The frequency of supervision."
		pathway     = "The quality of pathway plans for care leavers."
		lifeStory   = "Life-story work for children in care."
	)
	for _, c := range []struct {
		name          string
		before, after []string
		want          []string
	}{
		{"one persists", []string{supervision}, []string{supervision}, []string{
			"Of what was asked for before, still faulted or asked for: “The frequency of supervision”.",
			"The later report asks for: “The frequency of supervision” (again).",
		}},
		{"two persist, one is silent, one is new", []string{supervision, pathway, "Early help."}, []string{supervision, pathway, lifeStory}, []string{
			"Of what was asked for before, still faulted or asked for: “The frequency of supervision”; “The quality of pathway plans for care leavers”.",
			"The later report asks for: “The frequency of supervision” (again); “The quality of pathway plans for care leavers” (again); “Life-story work for children in care” (newly listed).",
			"For the other area for improvement, see its follow-up, and how sure that is.",
		}},
		{"the earlier lists none", nil, []string{lifeStory}, []string{
			"The later report asks for: “Life-story work for children in care”; the earlier report lists nothing that needs to improve.",
		}},
		{"the later lists none", []string{supervision, pathway}, nil, []string{
			"The later report lists no areas for improvement.",
			"For the areas for improvement, see their follow-ups, and how sure each is.",
		}},
		{"one, and the later lists none", []string{supervision}, nil, []string{
			"The later report lists no areas for improvement.",
			"For the one area for improvement, see its follow-up, and how sure that is.",
		}},
		{"more than are named", []string{"Early help."}, []string{supervision, pathway, lifeStory, "Early help.", "Foster homes for brothers and sisters."}, []string{
			"Of what was asked for before, still faulted or asked for: “Early help”.",
			"The later report asks for: “The frequency of supervision” (newly listed); “The quality of pathway plans for care leavers” (newly listed); “Life-story work for children in care” (newly listed); “Early help” (again); and another.",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			grades := map[judgement.Area]judgement.Grade{judgement.Leaders: judgement.Good}
			got := summaryOf(t, graded(t, "2019-03-04", grades, c.before...), graded(t, "2022-06-06", grades, c.after...))
			require.NotEmpty(t, got)
			assert.Equal(t, "Leaders' impact stayed good.", got[0])
			assert.Equal(t, c.want, got[1:])
		})
	}
}

// A letter gives no grade; the summary does not make one of what stood before.
func TestSummaryOfLetter(t *testing.T) {
	t.Parallel()
	report := graded(t, "2022-11-07", map[judgement.Area]judgement.Grade{judgement.Overall: judgement.RequiresImprovement})
	letter := &ilacs.Report{
		Visit: ilacs.Visit{Authority: "Wexcombe", Type: ilacs.VisitTypeFocused, Start: date(t, "2024-02-01")}, Source: ilacs.SourceLetter,
		Earlier: []ilacs.Earlier{{Date: date(t, "2022-11"), Grade: judgement.RequiresImprovement, Area: judgement.Overall, Text: "In November 2022 services were judged to require improvement to be good."}},
	}
	const partial = "The focused visit of February 2024 looked at a part of the services: its silence on the rest says nothing."
	assert.Equal(t, []string{partial,
		"Wexcombe's services for children were judged to require improvement to be good by the standard inspection of November 2022; the later letter gives no grade of its own, and that judgement stood at the focused visit of February 2024.",
	}, summaryOf(t, report, letter))
	for said, stood := range map[string]bool{"2022-10": false, "2022-11-07": true, "2022": true, "2023-03-07": true, "2023-03": true, "2023-03-08": false, "2023-04": false} {
		letter.Earlier[0].Date = date(t, said)
		assert.Equal(t, stood, strings.Contains(summaryOf(t, report, letter)[1], "that judgement stood"), said)
	}
	letter.Earlier = nil
	assert.Equal(t, []string{partial,
		"Wexcombe's services for children were judged to require improvement to be good by the standard inspection of November 2022; the later letter gives no overall grade.",
	}, summaryOf(t, report, letter))
}

// A grade that cannot be compared with the next has neither moved nor stayed.
func TestSummaryOfGradesThatCannotBeCompared(t *testing.T) {
	t.Parallel()
	for _, before := range []judgement.Grade{judgement.Adequate, judgement.Good} {
		earlier := graded(t, "2013-07-01", map[judgement.Area]judgement.Grade{judgement.Leaders: before})
		later := graded(t, "2017-03-06", map[judgement.Area]judgement.Grade{judgement.Leaders: judgement.Good})
		assert.NotRegexp(t, "stayed|improved|declined", strings.Join(summaryOf(t, earlier, later), " "), before)
	}
}

// themesSentence is what a summary says of themes, nil where it says nothing.
func themesSentence(p ilacs.Progress) *ilacs.Statement {
	i := slices.IndexFunc(p.Summary, func(s ilacs.Statement) bool { return s.Kind == ilacs.StatementThemes })
	if i < 0 {
		return nil
	}
	return &p.Summary[i]
}

// What the opening of the later report says against it keeps a theme out of the summary.
func TestOpeningDeniesThemes(t *testing.T) {
	t.Parallel()
	many := func(sentence string) string { return strings.TrimSpace(strings.Repeat(sentence+" ", 4)) }
	before := about(t, "2019-03-04", judgement.Leaders, nil, many("Supervision is weak."), many("Early help is excellent."))
	named := func(opening string) []finding.Theme {
		after := about(t, "2022-06-06", judgement.Leaders, []string{"Early help."}, many("Supervision is excellent.")+" Supervision has improved since the last inspection.", many("Early help is weak."))
		for _, text := range strings.SplitAfter(opening, ". ") {
			f := finding.Finding{Text: text, Section: finding.SectionHeadline, Span: finding.Span{Start: 9000, End: 9000 + len(text)}, Reading: finding.Classify(text)}
			f.Themes = slices.Insert(f.Themes, 0, finding.ThemeAdoption) // it is about the theme in part
			after.Findings = append(after.Findings, f)
		}
		if found := themesSentence(compare(t, before, after)); found != nil {
			return found.Themes
		}
		return nil
	}
	supervision, earlyHelp := finding.ThemeSupervision, finding.ThemeEarlyHelp
	assert.Equal(t, []finding.Theme{supervision, earlyHelp}, named("Leaders are well known."))
	assert.Equal(t, []finding.Theme{earlyHelp}, named("Supervision is still too rare."))
	assert.Equal(t, []finding.Theme{earlyHelp}, named("Supervision is good for most, but some social workers have none."))
	assert.Equal(t, []finding.Theme{supervision}, named("Early help is good."))
	assert.Equal(t, []finding.Theme{supervision, earlyHelp}, named("Supervision is good. Early help is weak."))
}

// The summary names the themes that moved, if something but the counts of sentences
// bears it out.
func TestSummaryOfThemes(t *testing.T) {
	t.Parallel()
	many := func(sentence string) string { return strings.TrimSpace(strings.Repeat(sentence+" ", 4)) }
	weak, excellent := many("Supervision is weak."), many("Supervision is excellent.")
	const since = "Supervision has improved since the last inspection."
	before := about(t, "2019-03-04", judgement.Leaders, nil, weak, many("Early help is excellent."))
	after := about(t, "2022-06-06", judgement.Leaders, []string{"Early help."}, excellent+" "+since, many("Early help is weak."))
	found := themesSentence(compare(t, before, after))
	require.NotNil(t, found)
	assert.Equal(t, "The later report is more positive than the earlier one about supervision; it is less positive about early help.", found.Text)
	var texts []string
	for _, f := range found.Evidence {
		texts = append(texts, f.Text)
	}
	assert.Equal(t, []string{"Supervision is weak.", since, "Early help is excellent.", "Early help is weak."}, texts)

	asking := func(r *ilacs.Report, themes ...finding.Theme) *ilacs.Report { // of what it asks for
		r.Findings[slices.IndexFunc(r.Findings, func(f finding.Finding) bool { return f.Section.Asks() })].Themes = themes
		return r
	}
	more := about(t, "2022-06-06", judgement.Leaders, nil, excellent+" "+since, many(many("Early help is excellent."))+" Early help is weak.")
	found = themesSentence(compare(t, about(t, "2019-03-04", judgement.Leaders, nil, weak, many("Early help is weak.")), more))
	require.NotNil(t, found)
	assert.Equal(t, "The later report is more positive than the earlier one about supervision, among others.", found.Text)
	still := asking(about(t, "2019-03-04", judgement.Leaders, []string{"Early help."}, weak), finding.ThemeEarlyHelp, finding.ThemeSupervision)
	again := asking(regraded(about(t, "2022-06-06", judgement.Leaders, []string{"Early help."}, excellent), judgement.Leaders, judgement.Outstanding), finding.ThemeEarlyHelp)
	mixed := weak + " " + excellent
	asks := []string{"The frequency of supervision."}
	for _, c := range []struct {
		name          string
		before, after *ilacs.Report
		want          string
	}{
		{"nothing bears it out", about(t, "2019-03-04", judgement.Leaders, nil, weak), about(t, "2022-06-06", judgement.Leaders, nil, excellent), ""},
		{"its own words", about(t, "2019-03-04", judgement.Leaders, nil, weak), about(t, "2022-06-06", judgement.Leaders, nil, excellent+" "+since), "more"},
		{"what became of an item", about(t, "2019-03-04", judgement.Leaders, asks, weak), about(t, "2022-06-06", judgement.Leaders, nil, excellent), "more"},
		{"what is asked for", about(t, "2019-03-04", judgement.Leaders, nil, excellent), about(t, "2022-06-06", judgement.Leaders, asks, weak), "less"},
		{"it moved too little", about(t, "2019-03-04", judgement.Leaders, nil, mixed), about(t, "2022-06-06", judgement.Leaders, nil, excellent+" "+since), ""},
		{"it moved just enough", about(t, "2019-03-04", judgement.Leaders, nil, weak+" "+weak+" "+weak+" "+excellent+" "+excellent), about(t, "2022-06-06", judgement.Leaders, nil, excellent+" "+since), "more"},
		{"one sentence faults it", about(t, "2019-03-04", judgement.Leaders, nil, weak), about(t, "2022-06-06", judgement.Leaders, nil, many(excellent)+" Supervision is weak. "+since), ""},
		{"one sentence praises it", about(t, "2019-03-04", judgement.Leaders, nil, excellent), about(t, "2022-06-06", judgement.Leaders, asks, many(weak)+" Supervision is excellent."), ""},
		{"a theme of all services", about(t, "2019-03-04", judgement.Leaders, nil, many("Leadership is weak.")), regraded(about(t, "2022-06-06", judgement.Leaders, nil, many("Leadership is excellent.")), judgement.Leaders, judgement.Outstanding), ""},
		{"a grade", about(t, "2019-03-04", judgement.Leaders, nil, weak), regraded(about(t, "2022-06-06", judgement.Leaders, nil, excellent), judgement.Leaders, judgement.Outstanding), "more"},
		{"a grade that fell", about(t, "2019-03-04", judgement.Leaders, nil, excellent), regraded(about(t, "2022-06-06", judgement.Leaders, nil, weak), judgement.Leaders, judgement.Inadequate), "less"},
		{"an item that is in part about it still stands", still, again, ""},
		{"the grade of another area", about(t, "2019-03-04", judgement.Leaders, nil, weak), regraded(about(t, "2022-06-06", judgement.Leaders, nil, excellent), judgement.HelpAndProtection, judgement.Outstanding), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			found := themesSentence(compare(t, c.before, c.after))
			if c.want == "" {
				assert.Nil(t, found)
				return
			}
			require.NotNil(t, found)
			assert.Contains(t, found.Text, c.want+" positive than the earlier one about supervision.")
		})
	}
}

// regraded gives a report another grade.
func regraded(r *ilacs.Report, a judgement.Area, g judgement.Grade) *ilacs.Report {
	r.Judgements = r.Judgements.With(a, g)
	return r
}

// A summary is read in a minute, however long the lists are: it names fewer items
// then, and cuts them shorter.
func TestSummariesAreShort(t *testing.T) {
	t.Parallel()
	item := func(about string) string {
		return "How " + about + " is planned, carried out and looked at again by managers in each of the teams of the north and of the south."
	}
	var items []string
	for _, about := range []string{"supervision", "early help", "life-story work", "pathway planning", "fostering", "advocacy"} {
		items = append(items, item(about))
	}
	grades := map[judgement.Area]judgement.Grade{judgement.Leaders: judgement.Good}
	for many, named := range map[int]int{1: 1, 4: 4, 6: 4} {
		p := compare(t, graded(t, "2019-03-04", grades, items[:many]...), graded(t, "2022-06-06", grades, items[:many]...))
		require.NotEmpty(t, p.Summary)
		words := 0
		for _, s := range p.Summary {
			words += len(strings.Fields(s.Text))
			if s.Kind == ilacs.StatementFaulted {
				assert.Equal(t, named, strings.Count(s.Text, "“"), s.Text)
				assert.Equal(t, many > named, strings.HasSuffix(s.Text, "; and others."), s.Text)
			}
		}
		assert.LessOrEqual(t, words, 260)
	}
}

// What a reader must know of the documents stands first.
func TestSummaryOfDocuments(t *testing.T) {
	t.Parallel()
	grades := map[judgement.Area]judgement.Grade{judgement.Leaders: judgement.Good}
	report := func() *ilacs.Report { return graded(t, "2022-06-06", grades, "Early help.") }
	cut := report()
	cut.Findings[len(cut.Findings)-2].Text = "Inspectors came by"
	cut.Findings[len(cut.Findings)-2], cut.Findings[len(cut.Findings)-1] = cut.Findings[len(cut.Findings)-1], cut.Findings[len(cut.Findings)-2]
	require.False(t, cut.Complete())
	tells := report()
	tells.Earlier = []ilacs.Earlier{
		{Type: ilacs.VisitTypeFocused, Date: date(t, "2021-02")}, {Type: ilacs.VisitTypeAssurance, Date: date(t, "2020-10")},
		{Type: ilacs.VisitTypeFocused, Date: date(t, "2018-02")}, {Type: ilacs.VisitTypeStandard, Date: date(t, "2019-05")},
		{Type: ilacs.VisitTypeFocused, Date: date(t, "2021-02")}, {Type: ilacs.VisitTypeFocused, Date: date(t, "2021")},
	}
	inspected := func(on, text string, grade judgement.Grade) *ilacs.Report {
		r := report()
		r.Earlier = []ilacs.Earlier{{Type: ilacs.VisitTypeInspection, Date: date(t, on), Grade: grade, Text: text}}
		return r
	}
	visited := func(on ...string) *ilacs.Report {
		r := report()
		for _, on := range on {
			r.Earlier = append(r.Earlier, ilacs.Earlier{Type: ilacs.VisitTypeFocused, Date: date(t, on)})
		}
		return r
	}
	same := graded(t, "2019-03-04", grades, "Early help.")
	for _, c := range []struct {
		name  string
		after *ilacs.Report
		want  string
	}{
		{"the whole", report(), ""},
		{"cut off", cut, "The later report is not complete (its last sentence is not whole): its silence says nothing."},
		{"one visit", same, "Both documents are about the standard inspection of March 2019."},
		{"visits between", tells, "By the later report, at least a focused assurance visit of October 2020 and a focused visit of February 2021 came between the two. What was found then is not compared here."},
		{"an inspection between", inspected("2020-09", "Visits have improved since the last inspection in September 2020.", 0), "By the later report, at least an inspection of September 2020 came between the two. What was found then is not compared here."},
		{"an inspection of services between", inspected("2021", "Since the last inspection of the local authority's children's services in 2021, visits have improved.", 0), "By the later report, at least an inspection of 2021 came between the two. What was found then is not compared here."},
		{"a grade between", inspected("2021", "In 2021, after much had changed, leaders saw services judged to be good.", judgement.Good), "By the later report, at least an inspection of 2021 came between the two. What was found then is not compared here."},
		{"a year that may be of something else", inspected("2021", "Turnover has fallen since the last inspection, and a director came to Wexcombe in 2021.", 0), ""},
		{"a year far from the name", inspected("2021", "Since the inspection, which took place in 2021, practice has improved.", 0), ""},
		{"within a year", inspected("2020-03", "Visits have improved since the last inspection in March 2020.", 0), ""},
		{"the day after", inspected("2020-03-04", "Visits have improved since the last inspection on 4 March 2020.", 0), "By the later report, at least an inspection of March 2020 came between the two. What was found then is not compared here."},
		{"a visit by its month and that of its letter", visited("2020-09", "2020-10"), "By the later report, at least a focused visit of September 2020 came between the two. What was found then is not compared here."},
		{"a visit by its month and that of its letter, later", visited("2020-09", "2020-11"), "By the later report, at least a focused visit of September 2020 came between the two. What was found then is not compared here."},
		{"two visits", visited("2020-09", "2021-01"), "By the later report, at least a focused visit of September 2020 and a focused visit of January 2021 came between the two. What was found then is not compared here."},
		{"a visit in the year of the report", visited("2022"), "By the later report, at least a focused visit of 2022 came between the two. What was found then is not compared here."},
		{"six years apart", graded(t, "2025-03-02", grades, "Early help."), ""},
		{"more than six years apart", graded(t, "2025-03-03", grades, "Early help."), "More than six years lie between the two, and no authority has gone so long without an inspection: “the last inspection” may be another one."},
		{"the earlier one", inspected("2019-04", "Visits have improved since the last inspection in April 2019.", 0), ""},
		{"the later one", inspected("2022", "Visits have improved since the inspection in 2022.", 0), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p := compare(t, graded(t, "2019-03-04", grades, "Early help."), c.after)
			require.NotEmpty(t, p.Summary)
			if c.want == "" {
				assert.NotEqual(t, ilacs.StatementDocuments, p.Summary[0].Kind)
				return
			}
			assert.Equal(t, ilacs.StatementDocuments, p.Summary[0].Kind)
			assert.Equal(t, c.want, p.Summary[0].Text)
		})
	}
}

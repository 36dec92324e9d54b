package ilacs_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/judgement"
)

// on reads a date; "" is the zero Date.
func on(t testing.TB, text string) (d civil.Date) {
	t.Helper()
	require.NoError(t, d.UnmarshalText([]byte(text)))
	return d
}

// visited makes a report from its text forms: type, grades with their framework,
// first and last day, day of publication.
func visited(t testing.TB, typ, set, start, end, published string) *ilacs.Report {
	t.Helper()
	var s judgement.Set
	require.NoError(t, s.UnmarshalText([]byte(set)))
	vt, err := ilacs.ParseVisitType(typ)
	require.NoError(t, err)
	return &ilacs.Report{
		Visit: ilacs.Visit{
			Authority: "Wexcombe", Type: vt, Framework: s.Framework,
			Start: on(t, start), End: on(t, end), Published: on(t, published),
		},
		Judgements: s,
	}
}

func TestNext(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name                            string
		typ, set, start, end, published string
		change                          func(*ilacs.Report)
		want                            []string
	}{
		{
			name: "good under ILACS", typ: "short", set: "ilacs-2023 overall=good",
			start: "2024-03-04", end: "2024-03-08", published: "2024-04-19",
			want: []string{
				"Short inspection from 2026-09-04 to 2027-09-04 (aim; ILACS 2018 to 2025)",
				"Publication by the council within 30 working days, by 2024-06-04 (rule; Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007, regulation 2)",
				"Focused visits, up to 1 (uncertain; ILACS, edition not known)",
			},
		},
		{
			name: "requires improvement, first day at a month's end", typ: "standard", set: "ilacs-2018 overall=requires-improvement",
			start: "2018-08-31", end: "2018-09-11", published: "2018-10-22",
			want: []string{
				"Standard inspection from 2021-02-28 to 2022-02-28 (aim; ILACS 2018 to 2025)",
				"Publication by the council within 30 working days, by 2018-12-03 (rule; Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007, regulation 2)",
				"Focused visits, up to 2 (aim; ILACS 2018 to 2020)",
			},
		},
		{
			name: "requires improvement, later edition", typ: "standard", set: "ilacs-2023 overall=requires-improvement",
			start: "2023-02-06", end: "2023-02-17", published: "2023-03-31",
			want: []string{
				"Standard inspection from 2025-08-06 to 2026-08-06 (aim; ILACS 2018 to 2025)",
				"Publication by the council within 30 working days, by 2023-05-18 (rule; Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007, regulation 2)",
				"Focused visits, up to 2 (uncertain; ILACS, edition not known)",
			},
		},
		{
			name: "inadequate under ILACS", typ: "standard", set: "ilacs-2018 overall=inadequate",
			start: "2022-07-18", end: "2022-07-29", published: "2022-09-21",
			want: []string{
				"Standard inspection (rule; ILACS September 2018)",
				"Publication by the council within 30 working days, by 2022-11-02 (rule; Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007, regulation 2)",
				"Action plan within 70 working days, by 2022-12-30 (rule; Education and Inspections Act 2006, section 137, and its regulations)",
				"Monitoring visits, 4 to 6, every 3 months (uncertain; ILACS, edition not known)",
			},
		},
		{
			name: "inadequate, day of publication not known", typ: "standard", set: "ilacs-2023 overall=inadequate",
			start: "2024-09-16", end: "2024-09-27",
			want: []string{
				"Standard inspection (rule; ILACS September 2018)",
				"Publication by the council within 30 working days (rule; Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007, regulation 2)",
				"Action plan within 70 working days (rule; Education and Inspections Act 2006, section 137, and its regulations)",
				"Monitoring visits, 4 to 6, every 3 months (uncertain; ILACS, edition not known)",
			},
		},
		{
			name: "inadequate under SIF, with the handbook of 2016", typ: "sif", set: "sif overall=inadequate",
			start: "2016-09-12", end: "2016-10-06", published: "2016-11-25",
			want: []string{
				"Re-inspection (rule; Single inspection framework, to September 2018)",
				"Standard inspection (rule; ILACS September 2018)",
				"Publication by the council within 30 working days, by 2017-01-11 (rule; Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007, regulation 2)",
				"Action plan within 70 working days, by 2017-03-08 (rule; Education and Inspections Act 2006, section 137, and its regulations)",
				"First monitoring visit by 2017-04-05 (rule; Single inspection handbook 160035, May 2016)",
				"Monitoring visits, up to 6, every 3 months (aim; Single inspection handbook 160035, May 2016)",
			},
		},
		{
			name: "inadequate under SIF, before the handbook", typ: "sif", set: "sif overall=inadequate",
			start: "2014-03-18", end: "2014-04-09", published: "2014-05-23",
			want: []string{
				"Re-inspection (rule; Single inspection framework, to September 2018)",
				"Standard inspection (rule; ILACS September 2018)",
				"Publication by the council within 30 working days, by 2014-07-07 (rule; Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007, regulation 2)",
				"Action plan within 70 working days, by 2014-09-02 (rule; Education and Inspections Act 2006, section 137, and its regulations)",
			},
		},
		{
			name: "inadequate under SIF, no day of publication, fieldwork over in the month of the handbook", typ: "sif", set: "sif overall=inadequate",
			start: "2016-04-18", end: "2016-05-12",
			want: []string{
				"Re-inspection (rule; Single inspection framework, to September 2018)",
				"Standard inspection (rule; ILACS September 2018)",
				"Publication by the council within 30 working days (rule; Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007, regulation 2)",
				"Action plan within 70 working days (rule; Education and Inspections Act 2006, section 137, and its regulations)",
				"First monitoring visit (rule; Single inspection handbook 160035, May 2016)",
				"Monitoring visits, up to 6, every 3 months (aim; Single inspection handbook 160035, May 2016)",
			},
		},
		{
			name: "good under SIF", typ: "sif", set: "sif overall=good",
			start: "2017-04-24", end: "2017-05-18", published: "2017-07-07",
			want: []string{
				"Short inspection (aim; ILACS 2018 to 2025)",
				"Publication by the council within 30 working days, by 2017-08-18 (rule; Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007, regulation 2)",
			},
		},
		{
			name: "April 2026, passes the test", typ: "short", set: "ilacs-2026 leaders=outstanding help-and-protection=good in-care=good care-leavers=requires-improvement",
			start: "2026-05-11", end: "2026-05-22", published: "2026-07-07",
			want: []string{
				"Short inspection (uncertain; ILACS April 2026)",
				"Publication by the council within 30 working days, by 2026-08-18 (rule; Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007, regulation 2)",
				"Focused visits, up to 1 (uncertain; ILACS April 2026)",
			},
		},
		{
			name: "April 2026, two inadequate", typ: "standard", set: "ilacs-2026 leaders=inadequate help-and-protection=inadequate in-care=good care-leavers=requires-improvement",
			start: "2026-06-08", end: "2026-06-19", published: "2026-08-03",
			want: []string{
				"Publication by the council within 30 working days, by 2026-09-15 (rule; Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007, regulation 2)",
			},
		},
		{
			name: "April 2026, one other area short of the test", typ: "short", set: "ilacs-2026 leaders=good help-and-protection=good in-care=requires-improvement care-leavers=requires-improvement",
			start: "2026-05-11", end: "2026-05-22",
			want: []string{
				"Publication by the council within 30 working days (rule; Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007, regulation 2)",
			},
		},
		{
			name: "April 2026, leaders short of the test", typ: "short", set: "ilacs-2026 leaders=requires-improvement help-and-protection=good in-care=good care-leavers=good",
			start: "2026-05-11", end: "2026-05-22",
			want: []string{
				"Publication by the council within 30 working days (rule; Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007, regulation 2)",
			},
		},
		{
			name: "past the bank holidays that are known", typ: "standard", set: "ilacs-2026 leaders=inadequate",
			start: "2028-11-06", end: "2028-11-17", published: "2028-12-20",
			want: []string{
				"Publication by the council within 30 working days (rule; Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007, regulation 2)",
			},
		},
		{
			name: "a focused visit", typ: "focused", set: "ilacs-2023",
			start: "2024-02-01", end: "2024-02-02", published: "2024-05-16",
		},
		{
			name: "a focused visit with areas for priority action", typ: "focused", set: "ilacs-2023",
			start: "2024-02-01", end: "2024-02-02", published: "2024-05-16",
			change: func(r *ilacs.Report) { r.Findings = []finding.Finding{{Section: finding.SectionPriority}} },
			want: []string{
				"Draft action plan within 20 working days, by 2024-06-14 (rule; ILACS September 2018)",
				"Action plan within 70 working days, by 2024-08-23 (rule; ILACS September 2018)",
			},
		},
		{
			name: "the same in the year of the rule", typ: "focused", set: "ilacs-2018", start: "2018", published: "2018",
			change: func(r *ilacs.Report) { r.Findings = []finding.Finding{{Section: finding.SectionPriority}} },
			want: []string{
				"Draft action plan within 20 working days (rule; ILACS September 2018)",
				"Action plan within 70 working days (rule; ILACS September 2018)",
			},
		},
		{
			name: "the same in April 2026", typ: "focused", set: "ilacs-2026",
			start: "2026-05-06", end: "2026-05-07", published: "2026-06-01",
			change: func(r *ilacs.Report) { r.Findings = []finding.Finding{{Section: finding.SectionPriority}} },
		},
		{
			name: "a monitoring visit", typ: "monitoring", set: "ilacs-2018",
			start: "2022-06-07", end: "2022-06-08", published: "2022-07-12",
			change: func(r *ilacs.Report) { r.Visit.Since.Grade = judgement.Inadequate },
			want: []string{
				"Monitoring visits, every 3 months (uncertain; ILACS, edition not known)",
				"Standard inspection (rule; ILACS September 2018)",
			},
		},
		{
			name: "a monitoring visit in the month of ILACS's rule", typ: "monitoring", set: "ilacs-2018",
			start: "2018-08-14", end: "2018-08-15", published: "2018-09-17",
			change: func(r *ilacs.Report) { r.Visit.Since.Grade = judgement.Inadequate },
			want: []string{
				"Monitoring visits, every 3 months (uncertain; ILACS, edition not known)",
				"Standard inspection (rule; ILACS September 2018)",
			},
		},
		{
			name: "a monitoring visit after a joint inspection", typ: "monitoring", set: "ilacs-2018",
			start: "2022-06-07", end: "2022-06-08", published: "2022-07-12",
		},
		{
			name: "a joint inspection", typ: "jtai", start: "2024-03-11", end: "2024-03-15", published: "2024-05-17",
			want: []string{"Written statement of proposed action (rule; Joint targeted area inspections, from 2016)"},
		},
		{name: "an assurance visit", typ: "assurance", set: "ilacs-2018", start: "2020-10-06", end: "2020-10-07", published: "2020-11-13"},
		{name: "looked after children, 2013", typ: "looked-after", set: "looked-after-2013 overall=inadequate", start: "2013-07-08", end: "2013-07-12", published: "2013-08-16"},
		{name: "a framework before SIF", typ: "looked-after", set: "looked-after-2013 overall=inadequate", start: "2013-07-08", end: "2013-07-12", published: "2013-08-16"},
		{name: "no framework", typ: "standard"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := visited(t, tt.typ, tt.set, tt.start, tt.end, tt.published)
			if tt.change != nil {
				tt.change(r)
			}
			var got []string
			for _, e := range ilacs.Next(r) {
				got = append(got, e.String())
				wellFormed(t, e)
			}
			assert.Equal(t, tt.want, got)
		})
	}
	t.Run("an empty report", func(t *testing.T) {
		t.Parallel()
		assert.Empty(t, ilacs.Next(&ilacs.Report{}))
	})
}

// The rule of 2018 to 2020 and what is said of the time after it leave no day out
// and share none.
func TestFocusedVisitsAtTheTurnOfTheYear(t *testing.T) {
	t.Parallel()
	for published, want := range map[string]ilacs.Firmness{
		"2020-12-30": ilacs.FirmnessAim, "2020-12-31": ilacs.FirmnessAim, "2021-01-01": ilacs.FirmnessUncertain, "2021-01-02": ilacs.FirmnessUncertain,
	} {
		var firmness []ilacs.Firmness
		for _, e := range ilacs.Next(visited(t, "standard", "ilacs-2018 overall=requires-improvement", "2020-11-02", "2020-11-13", published)) {
			if e.Step == ilacs.StepFocusedVisits {
				firmness = append(firmness, e.Firmness)
			}
		}
		assert.Equal(t, []ilacs.Firmness{want}, firmness, published)
	}
}

func TestNumbersOfVisitsInWords(t *testing.T) {
	t.Parallel()
	for want, n := range map[string][2]int{
		"Focused visits (rule; E)": {0, 0}, "Focused visits, up to 2 (rule; E)": {0, 2}, "Focused visits, 2 (rule; E)": {2, 2}, "Focused visits, 1 to 2 (rule; E)": {1, 2},
	} {
		e := ilacs.Expectation{Step: ilacs.StepFocusedVisits, Fewest: n[0], Most: n[1], Firmness: ilacs.FirmnessRule, Edition: "E"}
		assert.Equal(t, want, e.String())
	}
}

// wellFormed holds an expectation to what its documentation says.
func wellFormed(t *testing.T, e ilacs.Expectation) {
	t.Helper()
	assert.True(t, e.Step.IsValid())
	assert.True(t, e.Firmness.IsValid())
	assert.NotEmpty(t, e.Edition)
	assert.NotEmpty(t, e.Source)
	if !e.From.IsZero() {
		assert.Negative(t, e.From.Compare(e.Until))
	}
	assert.LessOrEqual(t, e.Fewest, e.Most)
	b, err := json.Marshal(e)
	require.NoError(t, err)
	var back ilacs.Expectation
	require.NoError(t, json.Unmarshal(b, &back))
	assert.Equal(t, e, back)
}

// pathwayRows reads the table of rules by itself.
func pathwayRows(t *testing.T) (head string, rows []map[string]string) {
	t.Helper()
	raw, err := os.ReadFile("pathway.tsv")
	require.NoError(t, err)
	var columns []string
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSuffix(line, "\n")
		fields := strings.Split(line, "\t")
		switch {
		case strings.HasPrefix(line, "#"):
			head += line + "\n"
		case columns == nil:
			columns = fields
		default:
			require.Len(t, fields, len(columns), line)
			row := map[string]string{}
			for i, c := range columns {
				row[c] = fields[i]
			}
			rows = append(rows, row)
		}
	}
	require.NotEmpty(t, rows)
	return head, rows
}

// TestTestOfApril2026 tries every set of grades: the next inspection and the
// focused visit ahead of it hang on leaders and two of the three practice
// judgements, and nothing else is said of what comes next.
func TestTestOfApril2026(t *testing.T) {
	t.Parallel()
	grades := []judgement.Grade{judgement.Outstanding, judgement.Good, judgement.RequiresImprovement, judgement.Inadequate}
	good := func(g judgement.Grade) bool { return g == judgement.Outstanding || g == judgement.Good }
	passed := 0
	for _, leaders := range grades {
		for _, help := range grades {
			for _, care := range grades {
				for _, leavers := range grades {
					r := visited(t, "short", "ilacs-2026", "2026-05-11", "2026-05-15", "2026-07-07")
					r.Judgements = r.Judgements.With(judgement.Leaders, leaders).With(judgement.HelpAndProtection, help).
						With(judgement.InCare, care).With(judgement.CareLeavers, leavers)
					practice := 0
					for _, g := range []judgement.Grade{help, care, leavers} {
						if good(g) {
							practice++
						}
					}
					var steps []ilacs.Step
					for _, e := range ilacs.Next(r) {
						if e.Step == ilacs.StepPublication {
							continue
						}
						steps = append(steps, e.Step)
						assert.Equal(t, ilacs.FirmnessUncertain, e.Firmness, "known second hand")
						assert.Contains(t, e.Source, "second-hand")
						assert.Zero(t, e.Until, "no window is known")
					}
					if good(leaders) && practice >= 2 {
						passed++
						assert.Equal(t, []ilacs.Step{ilacs.StepNextInspection, ilacs.StepFocusedVisits}, steps, r.Judgements)
					} else {
						assert.Empty(t, steps, r.Judgements)
					}
				}
			}
		}
	}
	assert.Equal(t, 64, passed, "2 of 4 grades of leaders, and 32 of 64 of the three others")
}

func TestPastOn(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, until, day string
		days             int
		past             bool
	}{
		{"long before", "2024-06-11", "2023-06-11", 0, false},
		{"on the last day", "2024-06-11", "2024-06-11", 0, false},
		{"the day after", "2024-06-11", "2024-06-12", 1, true},
		{"a year after", "2024-06-11", "2025-06-11", 365, true},
		{"the month, whose last day is meant", "2024-06-11", "2024-06", 19, true},
		{"no end", "", "2024-06-11", 0, false},
		{"no day", "2024-06-11", "", 0, false},
		{"an end without its day", "2024-06", "2025-06-11", 0, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			days, past := ilacs.Expectation{From: on(t, "2023-12-11"), Until: on(t, tt.until)}.PastOn(on(t, tt.day))
			assert.Equal(t, tt.days, days)
			assert.Equal(t, tt.past, past)
		})
	}
}

func ExampleNext() {
	start, _ := civil.Parse("2024-03-04")
	end, _ := civil.Parse("2024-03-15")
	published, _ := civil.Parse("2024-04-26")
	report := &ilacs.Report{
		Visit: ilacs.Visit{
			Type: ilacs.VisitTypeStandard, Framework: judgement.ILACS2023,
			Start: start, End: end, Published: published,
		},
		Judgements: judgement.Set{Framework: judgement.ILACS2023}.With(judgement.Overall, judgement.Inadequate),
	}
	for _, e := range ilacs.Next(report) {
		fmt.Printf("%v: %v, until %v\n", e.Firmness, e.Step, cmp.Or(e.Until.String(), "a day that no rule sets"))
	}
	// Output:
	// rule: Next inspection, until a day that no rule sets
	// rule: Publication by the council, until 2024-06-11
	// rule: Action plan, until 2024-08-06
	// uncertain: Monitoring visits, until a day that no rule sets
}

func ExampleParseStep() {
	s, err := ilacs.ParseStep("action-plan")
	fmt.Println(s, err)
	// Output: Action plan <nil>
}

func ExampleParseFirmness() {
	f, err := ilacs.ParseFirmness("aim")
	fmt.Println(f == ilacs.FirmnessAim, err)
	// Output: true <nil>
}

// Inspections stopped in the pandemic, and many aims were missed.
func ExampleExpectation_PastOn() {
	report := &ilacs.Report{
		Visit: ilacs.Visit{
			Type: ilacs.VisitTypeShort, Framework: judgement.ILACS2018,
			Start: civil.MustParse("2018-04-16"), End: civil.MustParse("2018-04-20"),
		},
		Judgements: judgement.Set{Framework: judgement.ILACS2018}.With(judgement.Overall, judgement.Good),
	}
	next := ilacs.Next(report)[0]
	days, past := next.PastOn(civil.MustParse("2022-03-31"))
	fmt.Println(next)
	fmt.Println(past, days)
	// Output:
	// Short inspection from 2020-10-16 to 2021-10-16 (aim; ILACS 2018 to 2025)
	// true 166
}

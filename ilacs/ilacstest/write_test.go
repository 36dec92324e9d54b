package ilacstest_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/ilacstest"
	"github.com/ilacs-go/inspection/ilacs/internal/randomdoc"
	"github.com/ilacs-go/inspection/judgement"
)

// report returns an ILACS report of 2023 in which nothing is wrong.
func report() ilacstest.Document {
	return ilacstest.Document{
		Visit: ilacs.Visit{Authority: "Wexcombe", Type: ilacs.VisitTypeShort, Start: date("2023-05-15"), End: date("2023-05-19"), Lead: "Jago Osei"},
		Judgements: judgement.Set{}.With(judgement.Leaders, judgement.Good).With(judgement.HelpAndProtection, judgement.Good).
			With(judgement.InCare, judgement.Good).With(judgement.CareLeavers, judgement.RequiresImprovement).With(judgement.Overall, judgement.Good),
		Headline: []string{"Children are safe."},
		Improve:  []ilacstest.Item{{Text: "The frequency of supervision"}},
		Sections: []ilacstest.Section{{Area: judgement.Leaders, Paragraphs: []string{"Leaders know this."}}},
	}
}

// sif returns a report under the single inspection framework in which nothing is
// wrong.
func sif() ilacstest.Document {
	d := report()
	d.Visit.Type, d.Visit.Start, d.Visit.End = ilacs.VisitTypeSIF, date("2016-05-09"), date("2016-06-02")
	d.Judgements = judgement.Set{}
	for a := range judgement.SIF.Areas() {
		d.Judgements = d.Judgements.With(a, judgement.Good)
	}
	return d
}

// monitoring returns a letter after a monitoring visit in which nothing is wrong.
func monitoring() ilacstest.Document {
	d := focused("Leaders act.")
	d.Visit.Type, d.Visit.Ordinal = ilacs.VisitTypeMonitoring, 2
	d.Visit.Since = ilacs.Earlier{Type: ilacs.VisitTypeInspection, Date: date("2023-01"), Grade: judgement.Inadequate, Area: judgement.Overall}
	return d
}

// joint returns a joint letter in which nothing is wrong.
func joint() ilacstest.Document {
	d := focused("Leaders act.")
	d.Visit.Type, d.Visit.Focus = ilacs.VisitTypeJTAI, []string{"serious youth violence"}
	return d
}

// What has no place in its form is an error that names the field, and the only
// one. The table of all that is refused makes the test long.
func TestWriteRefuses(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, field string
		from        func() ilacstest.Document
		change      func(d *ilacstest.Document)
	}{
		{"no type", "Visit.Type", report, func(d *ilacstest.Document) { d.Visit.Type = 0 }},
		{"a type without a form", "Visit.Type", report, func(d *ilacstest.Document) { d.Visit.Type = ilacs.VisitTypeAnnualEngagement }},
		{"a number that is no type", "Visit.Type", report, func(d *ilacstest.Document) { d.Visit.Type = 7 }},
		{"a short inspection of two weeks", "Visit.Type", report, func(d *ilacstest.Document) { d.Visit.End = date("2023-05-26") }},
		{"a standard inspection of a week", "Visit.Type", report, func(d *ilacstest.Document) { d.Visit.Type = ilacs.VisitTypeStandard }},
		{"no authority", "Visit.Authority", report, func(d *ilacstest.Document) { d.Visit.Authority = "" }},
		{"no name", "Visit.Authority", report, func(d *ilacstest.Document) { d.Visit.Authority = "! `" }},
		{"a name with a number", "Visit.Authority", report, func(d *ilacstest.Document) { d.Visit.Authority = "Wexcombe 66" }},
		{"a name after a dash", "Visit.Authority", report, func(d *ilacstest.Document) { d.Visit.Authority = "-Wexcombe" }},
		{"more than the name", "Visit.Authority", report, func(d *ilacstest.Document) { d.Visit.Authority = "Wexcombe local authority" }},
		{"an article before the name", "Visit.Authority", report, func(d *ilacstest.Document) { d.Visit.Authority = "the Isle of Sarn" }},
		{"a line end in the name", "Visit.Authority", report, func(d *ilacstest.Document) { d.Visit.Authority = "Wex\ncombe" }},
		{"another authority's number", "Visit.URN", report, func(d *ilacstest.Document) { d.Visit.URN = "80475" }},
		{"no first day", "Visit.Start", report, func(d *ilacstest.Document) { d.Visit.Start = date("2023-05") }},
		{"no last day", "Visit.Start", report, func(d *ilacstest.Document) { d.Visit.End = date("2023") }},
		{"the last day first", "Visit.End", report, func(d *ilacstest.Document) { d.Visit.End = date("2023-05-12") }},
		{"ILACS before its time", "Visit.Start", report, func(d *ilacstest.Document) { d.Visit.Start, d.Visit.End = date("2017-05-15"), date("2017-05-19") }},
		{"SIF after its time", "Visit.Start", sif, func(d *ilacstest.Document) { d.Visit.Start, d.Visit.End = date("2019-05-13"), date("2019-06-07") }},
		{"a joint letter of the older form", "Visit.Start", joint, func(d *ilacstest.Document) { d.Visit.Start, d.Visit.End = date("2019-05-13"), date("2019-05-17") }},
		{"one period", "Visit.Periods", report, func(d *ilacstest.Document) {
			d.Visit.Periods = []ilacs.Period{{Start: d.Visit.Start, End: d.Visit.End}}
		}},
		{"periods in the wrong order", "Visit.Periods[1]", report, func(d *ilacstest.Document) {
			d.Visit.Periods = []ilacs.Period{{Start: d.Visit.Start, End: d.Visit.End}, {Start: d.Visit.Start, End: d.Visit.End}}
		}},
		{"periods of a letter", "Visit.Periods", func() ilacstest.Document { return focused("Leaders act.") }, func(d *ilacstest.Document) {
			d.Visit.Periods = []ilacs.Period{{Start: d.Visit.Start, End: d.Visit.Start}, {Start: d.Visit.End, End: d.Visit.End}}
		}},
		{"another framework", "Visit.Framework", report, func(d *ilacstest.Document) { d.Visit.Framework = judgement.ILACS2018 }},
		{"a framework of a joint letter", "Visit.Framework", joint, func(d *ilacstest.Document) { d.Visit.Framework = judgement.ILACS2023 }},
		{"a published ILACS report", "Visit.Published", report, func(d *ilacstest.Document) { d.Visit.Published = date("2023-06-20") }},
		{"published before the end", "Visit.Published", sif, func(d *ilacstest.Document) { d.Visit.Published = date("2016-06-01") }},
		{"published in a month", "Visit.Published", sif, func(d *ilacstest.Document) { d.Visit.Published = date("2016-07") }},
		{"a team of an ILACS report", "Visit.Inspectors", report, func(d *ilacstest.Document) { d.Visit.Inspectors = []string{"Jago Osei", "Zoë Quaye"} }},
		{"a lead who is not in the team", "Visit.Inspectors", sif, func(d *ilacstest.Document) { d.Visit.Inspectors = []string{"Zoë Quaye", "Jago Osei"} }},
		{"a team without a lead", "Visit.Lead", sif, func(d *ilacstest.Document) { d.Visit.Lead, d.Visit.Inspectors = "", []string{"Zoë Quaye"} }},
		{"one name", "Visit.Lead", report, func(d *ilacstest.Document) { d.Visit.Lead = "Jago" }},
		{"two names", "Visit.Lead", report, func(d *ilacstest.Document) { d.Visit.Lead = "Jago Osei, Zoë Quaye" }},
		{"a lead of a joint letter", "Visit.Lead", joint, func(d *ilacstest.Document) { d.Visit.Lead = "Jago Osei" }},
		{"no theme", "Visit.Focus", joint, func(d *ilacstest.Document) { d.Visit.Focus = nil }},
		{"two themes", "Visit.Focus", joint, func(d *ilacstest.Document) { d.Visit.Focus = []string{"one", "two"} }},
		{"lines of focus of a report", "Visit.Focus", report, func(d *ilacstest.Document) { d.Visit.Focus = []string{"one"} }},
		{"an empty line of focus", "Visit.Focus[0]", monitoring, func(d *ilacstest.Document) { d.Visit.Focus = []string{""} }},
		{"an ordinal of a report", "Visit.Ordinal", report, func(d *ilacstest.Document) { d.Visit.Ordinal = 1 }},
		{"no ordinal", "Visit.Ordinal", monitoring, func(d *ilacstest.Document) { d.Visit.Ordinal = 0 }},
		{"counted from what is not said", "Visit.Since", monitoring, func(d *ilacstest.Document) { d.Visit.Since.Type = ilacs.VisitTypeFocused }},
		{"counted from a good grade", "Visit.Since", monitoring, func(d *ilacstest.Document) { d.Visit.Since.Grade = judgement.Good }},
		{"counted from a day", "Visit.Since", monitoring, func(d *ilacstest.Document) { d.Visit.Since.Date = date("2023-01-20") }},
		{"grades of a letter", "Judgements", joint, func(d *ilacstest.Document) { d.Judgements = report().Judgements }},
		{"grades of another framework", "Judgements", report, func(d *ilacstest.Document) { d.Judgements.Framework = judgement.ILACS2026 }},
		{"an area without a grade", "Judgements", report, func(d *ilacstest.Document) { d.Judgements = d.Judgements.With(judgement.InCare, 0) }},
		{"an area that is not graded", "Judgements", report, func(d *ilacstest.Document) { d.Judgements = d.Judgements.With(judgement.Adoption, judgement.Good) }},
		{"a grade that is not given", "Judgements", report, func(d *ilacstest.Document) { d.Judgements = d.Judgements.With(judgement.InCare, judgement.Adequate) }},
		{"no sentence", "Headline[0]", report, func(d *ilacstest.Document) { d.Headline = []string{"A heading"} }},
		{"a paragraph with a number", "Headline[0]", report, func(d *ilacstest.Document) { d.Headline = []string{"12. Leaders act."} }},
		{"two lines", "Headline[0]", report, func(d *ilacstest.Document) { d.Headline = []string{"Leaders\nact."} }},
		{"two spaces", "Headline[0]", report, func(d *ilacstest.Document) { d.Headline = []string{"Leaders  act."} }},
		{"not UTF-8", "Headline[0]", report, func(d *ilacstest.Document) { d.Headline = []string{"Leaders\xff act."} }},
		{"a bullet", "Improve[0].Text", report, func(d *ilacstest.Document) { d.Improve[0].Text = "◼ Supervision" }},
		{"a hyphen as a bullet", "Improve[0].Text", report, func(d *ilacstest.Document) { d.Improve[0].Text = "- Supervision" }},
		{"an empty item", "Improve[0].Text", report, func(d *ilacstest.Document) { d.Improve[0].Text = "" }},
		{"tags before 2025", "Improve[0].Tags", report, func(d *ilacstest.Document) {
			d.Improve[0].Tags = []finding.Tag{{Kind: finding.TagKindOutcome, Number: 1}}
		}},
		{"priority actions of an ILACS report", "Priority", report, func(d *ilacstest.Document) { d.Priority = d.Improve }},
		{"areas for improvement of a monitoring visit", "Improve", monitoring, func(d *ilacstest.Document) { d.Improve = report().Improve }},
		{"strengths of an ILACS report", "Strengths", report, func(d *ilacstest.Document) { d.Strengths = d.Improve }},
		{"strengths of a SIF report of 2016", "Strengths", sif, func(d *ilacstest.Document) { d.Strengths = d.Improve }},
		{"a section of an area that is not graded", "Sections[0].Area", report, func(d *ilacstest.Document) { d.Sections[0].Area = judgement.Adoption }},
		{"a section of no area", "Sections[0].Area", report, func(d *ilacstest.Document) { d.Sections[0].Area = 0 }},
		{"a section of the whole", "Sections[0].Area", report, func(d *ilacstest.Document) { d.Sections[0].Area = judgement.Overall }},
		{"two sections of one area", "Sections[1].Area", report, func(d *ilacstest.Document) { d.Sections = append(d.Sections, d.Sections[0]) }},
		{"two sections of a letter", "Sections[1].Area", joint, func(d *ilacstest.Document) { d.Sections = append(d.Sections, d.Sections[0]) }},
		{"a section of nothing", "Sections[0].Paragraphs", report, func(d *ilacstest.Document) { d.Sections[0].Paragraphs = nil }},
		{"a section of no sentence", "Sections[0].Paragraphs[0]", report, func(d *ilacstest.Document) { d.Sections[0].Paragraphs[0] = "Leaders" }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := tt.from()
			_, err := ilacstest.Write(d)
			require.NoError(t, err, "before the change")
			tt.change(&d)
			text, err := ilacstest.Write(d)
			require.Error(t, err)
			assert.Empty(t, text)
			var field *ilacstest.FieldError
			require.ErrorAs(t, err, &field)
			assert.Equal(t, tt.field, field.Field)
			assert.NotContains(t, err.Error(), "\n", "one thing is wrong")
		})
	}
}

// Everything that is wrong is reported at once.
func TestWriteReportsAllErrors(t *testing.T) {
	t.Parallel()
	d := report()
	d.Visit.Ordinal = 3
	d.Headline = []string{""}
	d.Judgements = d.Judgements.With(judgement.InCare, 0)
	_, err := ilacstest.Write(d)
	all, ok := err.(interface{ Unwrap() []error })
	require.True(t, ok)
	assert.Len(t, all.Unwrap(), 3)
}

// A tag must be one that the national framework has.
func TestWriteRefusesTags(t *testing.T) {
	t.Parallel()
	for name, tags := range map[string][]finding.Tag{
		"a fifth outcome":              {{Kind: finding.TagKindOutcome, Number: 5}},
		"a fourth enabler":             {{Kind: finding.TagKindEnabler, Number: 4}},
		"a seventh principle":          {{Kind: finding.TagKindPrinciple, Number: 7}},
		"none below one":               {{Kind: finding.TagKindPrinciple, Number: -1}},
		"no kind":                      {{Number: 1}},
		"no number, but not by itself": {{Kind: finding.TagKindOutcome, Number: 1}, {Kind: finding.TagKindEnabler}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := report()
			d.Visit.Start, d.Visit.End = date("2025-05-12"), date("2025-05-16")
			d.Improve[0].Tags = []finding.Tag{{Kind: finding.TagKindEnabler}}
			_, err := ilacstest.Write(d)
			require.NoError(t, err)
			d.Improve[0].Tags = tags
			_, err = ilacstest.Write(d)
			var field *ilacstest.FieldError
			require.ErrorAs(t, err, &field)
			assert.Equal(t, "Improve[0].Tags", field.Field)
		})
	}
}

// Each form is in use from its first day to its last.
func TestFormsByDay(t *testing.T) {
	t.Parallel()
	tests := []struct {
		from        func() ilacstest.Document
		typ         ilacs.VisitType
		first, last string
	}{
		{report, ilacs.VisitTypeShort, "2018-01-29", ""},
		{sif, ilacs.VisitTypeSIF, "2013-11-01", "2018-06-30"},
		{sif, ilacs.VisitTypeReinspection, "2015-04-01", "2018-06-30"},
		{func() ilacstest.Document { return focused("Leaders act.") }, ilacs.VisitTypeFocused, "2018-01-29", ""},
		{monitoring, ilacs.VisitTypeMonitoring, "2018-07-01", ""},
		{func() ilacstest.Document { return focused("Leaders act.") }, ilacs.VisitTypeAssurance, "2020-09-01", "2021-07-31"},
		{joint, ilacs.VisitTypeJTAI, "2022-01-01", ""},
	}
	for _, tt := range tests {
		t.Run(tt.typ.String(), func(t *testing.T) {
			t.Parallel()
			on := func(day string, days int) bool {
				d := tt.from()
				d.Visit.Type = tt.typ
				d.Visit.Start = date(day).AddDays(days)
				d.Visit.End = d.Visit.Start
				_, err := ilacstest.Write(d)
				var field *ilacstest.FieldError
				return !errors.As(err, &field) || field.Field != "Visit.Start"
			}
			assert.True(t, on(tt.first, 0))
			assert.False(t, on(tt.first, -1))
			if tt.last != "" {
				assert.True(t, on(tt.last, 0))
				assert.False(t, on(tt.last, 1))
			}
		})
	}
}

// Overall effectiveness is for the inspectors to judge: a set of grades that was
// never seen is written all the same.
func TestOverallIsNotQuestioned(t *testing.T) {
	t.Parallel()
	d := report()
	d.Judgements = d.Judgements.With(judgement.InCare, judgement.Inadequate)
	require.Error(t, judgementsOf(d).Validate())
	text, err := ilacstest.Write(d)
	require.NoError(t, err)
	assert.Empty(t, readBack(d, text))
}

func judgementsOf(d ilacstest.Document) judgement.Set {
	d.Judgements.Framework = judgement.ILACS2023
	return d.Judgements
}

// The text is laid out as pages: no line is too long, each page has its number
// and ends in a form feed, and grades that do not fit beside their name wrap.
func TestPages(t *testing.T) {
	t.Parallel()
	for n, kind := range kinds {
		d := randomdoc.New(randomdoc.Source(uint64(n)), kind)
		text, err := ilacstest.Write(d)
		require.NoError(t, err)
		pages := strings.Split(text, "\f")
		require.Empty(t, pages[len(pages)-1], "the last page ends in a form feed too")
		assert.Greater(t, len(pages), 2)
		for i, page := range pages[:len(pages)-1] {
			lines := strings.Split(strings.TrimRight(page, "\n"), "\n")
			for _, l := range lines {
				assert.LessOrEqual(t, utf8.RuneCountInString(l), 110, l)
				assert.Equal(t, strings.TrimRight(l, " "), l)
			}
			assert.LessOrEqual(t, len(lines), 60)
			if i > 0 {
				assert.Regexp(t, ` \d+$`, lines[len(lines)-1])
			}
		}
	}
	d := report()
	d.Visit.Start, d.Visit.End = date("2019-05-13"), date("2019-05-17")
	d.Judgements = judgement.Set{}.With(judgement.Leaders, judgement.Good).With(judgement.HelpAndProtection, judgement.RequiresImprovement).
		With(judgement.InCareAndCareLeavers, judgement.Outstanding).With(judgement.Overall, judgement.RequiresImprovement)
	text, err := ilacstest.Write(d)
	require.NoError(t, err)
	assert.Contains(t, text, `
 The impact of leaders on social work practice with children
                                                              Good
 and families

 The experiences and progress of children who need help and   Requires improvement
 protection                                                   to be good

 The experiences and progress of children in care and care
                                                              Outstanding
 leavers

                                                              Requires improvement
 Overall effectiveness
                                                              to be good
`)
}

// Text that means something to another program is written like any other.
func TestTextStaysAsItIs(t *testing.T) {
	t.Parallel()
	d := focused(
		"<script>alert('x')</script> was in the record, & so was <b>bold</b>.",
		`=HYPERLINK("https://example.test","here") stood in a cell.`,
		"**Supervision** is _frequent_ and `recorded` (see [this](https://example.test)).",
		"One child said: ‘nobody asked.’",
		"Is 5 < 7? Yes!",
	)
	d.Improve = []ilacstest.Item{{Text: "=1+1 in the tracker"}, {Text: "@mentions, +1s and the like"}, {Text: "|pipes|"}}
	text, err := ilacstest.Write(d)
	require.NoError(t, err)
	for _, p := range d.Sections[0].Paragraphs {
		assert.Contains(t, text, p)
	}
	for _, x := range d.Improve {
		assert.Contains(t, text, "◼ "+x.Text+"\n")
	}
}

// The same document always makes the same text, and is not changed.
func TestWriteIsPure(t *testing.T) {
	t.Parallel()
	for n, kind := range kinds {
		d := randomdoc.New(randomdoc.Source(uint64(n)), kind)
		again := randomdoc.New(randomdoc.Source(uint64(n)), kind)
		require.Equal(t, d, again, "the same source draws the same document")
		first, err := ilacstest.Write(d)
		require.NoError(t, err)
		second, err := ilacstest.Write(d)
		require.NoError(t, err)
		assert.Equal(t, first, second)
		assert.Equal(t, again, d, "writing changes nothing")
	}
}

// The order in which a document lists its sections does not matter.
func TestSectionsHaveTheirOrder(t *testing.T) {
	t.Parallel()
	d := report()
	d.Sections = []ilacstest.Section{
		{Area: judgement.Leaders, Paragraphs: []string{"Leaders act."}},
		{Area: judgement.CareLeavers, Paragraphs: []string{"Care leavers have homes."}},
		{Area: judgement.HelpAndProtection, Paragraphs: []string{"Help comes early."}},
	}
	text, err := ilacstest.Write(d)
	require.NoError(t, err)
	assert.Empty(t, readBack(d, text))
	assert.Less(t, strings.Index(text, "1.     Help comes early."), strings.Index(text, "3.     Leaders act."))
}

// Every number of a monitoring visit is read back.
func TestEveryOrdinal(t *testing.T) {
	t.Parallel()
	for n := 1; n <= 99; n++ {
		d := monitoring()
		d.Visit.Ordinal = n
		text, err := ilacstest.Write(d)
		require.NoError(t, err)
		assert.Empty(t, readBack(d, text), n)
	}
	for n, want := range map[int]string{1: "first", 12: "twelfth", 13: "13th", 21: "21st", 22: "22nd", 33: "33rd", 99: "99th"} {
		d := monitoring()
		d.Visit.Ordinal = n
		text, err := ilacstest.Write(d)
		require.NoError(t, err)
		assert.Contains(t, strings.Join(strings.Fields(text), " "), "This was the "+want+" monitoring visit")
	}
}

// A line breaks at a space or after a hyphen between letters; a word that is
// longer than a line has one to itself.
func TestWrap(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", 100)
	tests := []struct{ name, paragraph, want string }{
		{"spaces", strings.Repeat("word ", 20) + "end.", "\n" + strings.TrimSpace(strings.Repeat("word ", 17)) + "\nword word word end.\n"},
		{"a hyphen", strings.Repeat("word ", 16) + "re-read all.", "\n" + strings.Repeat("word ", 16) + "re-\nread all.\n"},
		{"a hyphen before a number", strings.Repeat("word ", 16) + "at 16-17.", "\n" + strings.Repeat("word ", 16) + "at\n16-17.\n"},
		{"a long word", "Word " + long + " word.", "\nWord\n" + long + "\nword.\n"},
		{"columns are characters", strings.Repeat("é", 84) + " é.", "\n" + strings.Repeat("é", 84) + "\né.\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			text, err := ilacstest.Write(focused(tt.paragraph))
			require.NoError(t, err)
			assert.Contains(t, text, tt.want)
		})
	}
}

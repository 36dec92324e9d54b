package ilacs_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
)

// rest is the end of an article whose opening is what a test is about.
const rest = `

Inspectors found that social workers know the families with whom they work.

Some plans for children are late.

Staff are proud of what they do.
`

// article reads an article with the opening.
func article(t *testing.T, opening string) *ilacs.Report {
	t.Helper()
	r, err := ilacs.Parse(opening + rest)
	require.NoError(t, err, opening)
	require.Equal(t, ilacs.SourceArticle, r.Source, opening)
	return r
}

// Newspapers have their own words for a visit; what an article mentions beside
// the visit that it is about does not decide.
func TestArticleKind(t *testing.T) {
	t.Parallel()
	for opening, want := range map[string]string{
		"Ofsted's monitoring visit to Barnet's children's services took place in May.":                                                               "monitoring",
		"Ofsted's monitoring inspection of Barnet's children's services took place in May.":                                                          "monitoring",
		"Barnet Council has had an Ofsted monitoring letter about its children's services.":                                                          "monitoring",
		"A follow-up check by Ofsted has found better children's services in Barnet.":                                                                "monitoring",
		"A follow-up inspection by Ofsted has found better children's services in Barnet.":                                                           "monitoring",
		"Ofsted has made its fourth check on Barnet's children's services since they were rated inadequate.":                                         "monitoring",
		"Ofsted went back to Barnet to see how children's services have moved on since they were rated inadequate.":                                  "monitoring",
		"Ofsted visited Barnet's children's services. It was not a full inspection.":                                                                 "monitoring",
		"It was the second visit to Barnet by Ofsted. Its children's services were rated inadequate in 2019.":                                        "monitoring",
		"Ofsted's inspection of Barnet's children's services, a monitoring visit, was made in May.":                                                  "monitoring",
		"Ofsted has made a monitoring visit to Barnet's children's services ahead of a full inspection in the autumn.":                               "monitoring",
		"Ofsted has made a monitoring visit to Barnet's children's services, a year after a focused visit.":                                          "monitoring",
		"Ofsted's monitoring visit to Barnet's children's services came after the last full inspection.":                                             "monitoring",
		"Ofsted makes monitoring visits to Barnet's children's services every quarter. The two-day visit in May saw better plans.":                   "monitoring",
		"Ofsted came back to Barnet for a second time since its children's services were rated inadequate.":                                          "monitoring",
		"A \"focused visit\" by Ofsted to Barnet's children's services took place in May.":                                                           "focused",
		"A focused Ofsted inspection of Barnet's children's services took place in May.":                                                             "focused",
		"Ofsted's focus visit to Barnet's children's services follows the previous inspection.":                                                      "focused",
		"Findings published today follow a focused visit by Ofsted to Barnet's children's services.":                                                 "focused",
		"Ofsted made a Covid-19 assurance visit to Barnet's children's services.":                                                                    "assurance",
		"Ofsted and others made a joint targeted area inspection of social care in Barnet.":                                                          "jtai",
		"Ofsted has rated Barnet's children's services as good.":                                                                                     "inspection",
		"Ofsted has made a full inspection of Barnet's children's services, a year after a focused visit.":                                           "inspection",
		"Ofsted's monitoring visit to Barnet's children's services was as long as a full inspection.":                                                "monitoring",
		"Ofsted inspected Barnet's children's services in May 2024 and saw that a focused visit in January 2024 had helped.":                         "inspection",
		"4 March 2025\n\nOfsted has inspected Barnet's children's services. It made a focused visit in May 2024.":                                    "focused",
		"4 March 2025\n\nOfsted has inspected Barnet's children's services. It made a focused visit in May 2023.":                                    "inspection",
		"After three monitoring visits, a full inspection by Ofsted has found better children's services in Barnet.":                                 "inspection",
		"Ofsted has inspected Barnet's children's services. The next monitoring visit is due in May.":                                                "inspection",
		"An Ofsted inspection of Barnet's children's services in May 2024 was kind. It read what a monitoring visit in June 2022 had found.":         "inspection",
		"Ofsted inspectors visited Barnet's children's services.":                                                                                    "",
		"Ofsted's visit to Barnet's children's services was its third. Staff at the home were seen on a visit to a child.":                           "",
		"Focused visits look at a part of a council's work. Ofsted's inspection of Barnet's children's services took place in May.":                  "inspection",
		"Ofsted has inspected Barnet's children's services. Social workers' home visits to children are made on time, as are visits to their homes.": "inspection",
	} {
		r := article(t, opening)
		assert.Equal(t, want, text(t, r.Visit.Type), opening)
		assert.Equal(t, want == "", hasNote(r, "kind of visit"), opening)
	}
}

func hasNote(r *ilacs.Report, part string) bool {
	for _, n := range r.Notes {
		if strings.Contains(n.Text, part) {
			return true
		}
	}
	return false
}

// The dates of the visit stand before or after it, and no other date is taken
// for them. What follows the arrow are the first and last day.
func TestArticleDates(t *testing.T) {
	t.Parallel()
	const visit = "Ofsted has made a focused visit to Barnet's children's services"
	for opening, want := range map[string]string{
		visit + " on 4 and 5 June 2019.":                                                                    "2019-06-04 2019-06-05",
		visit + " on the 4 and 5 June 2019.":                                                                "2019-06-04 2019-06-05",
		visit + " (4-5 June 2019).":                                                                         "2019-06-04 2019-06-05",
		visit + ". The visit, on 4 and 5 June 2019, was the first.":                                         "2019-06-04 2019-06-05",
		visit + ". Inspectors were in the borough on 4 and 5 June 2019.":                                    "2019-06-04 2019-06-05",
		visit + ". They came on June 4 and 5, 2019, to see the front door.":                                 "2019-06-04 2019-06-05",
		visit + ". It took place on Tuesday 4 and Wednesday 5 June 2019.":                                   "2019-06-04 2019-06-05",
		visit + ". Inspectors visited between 4 and 14 June 2019.":                                          "2019-06-04 2019-06-14",
		visit + ". The visit, the first since 2 May 2017, was made on 4 June 2019.":                         "2019-06-04 2019-06-04",
		"On 4 and 5 June 2019 inspectors from Ofsted made a focused visit to Barnet's children's services.": "2019-06-04 2019-06-05",

		// A year that is not printed is that before the publication, or unknown.
		"14 July 2019\n\n" + visit + " on 4 and 5 June.":                 "2019-06-04 2019-06-05",
		"14 January 2020\n\n" + visit + " on 4 and 5 December.":          "2019-12-04 2019-12-05",
		visit + " on 4 and 5 June. It was last inspected on 3 May 2017.": "",

		// Dates of other things.
		visit + ". Services passed to a company on 1 April 2017.":                 "",
		visit + ", the third since services passed to a company on 1 April 2017.": "",
		visit + ". A letter was published on 9 July 2019.":                        "",
		visit + ". Its report of 9 July 2019 is kind.":                            "",
		visit + ". The page was last reviewed on 9 July 2019.":                    "",
		visit + ". A report goes to the cabinet on 9 July 2019.":                  "",
		visit + ". The last inspection was on 9 May 2016.":                        "",
		visit + ". The next visit is due on 9 May 2026.":                          "",
		visit + ". Services were rated good on 9 May 2016.":                       "",
		visit + " in June 2019.":                                                  "",
	} {
		r := article(t, opening)
		got := ""
		if !r.Visit.Start.IsZero() {
			got = text(t, r.Visit.Start) + " " + text(t, r.Visit.End)
		}
		assert.Equal(t, want, got, opening)
	}
}

// The date of publication is printed in many ways; that on which a page was
// changed is another.
func TestArticlePublished(t *testing.T) {
	t.Parallel()
	for dateline, want := range map[string]string{
		"Published: 4 March 2025":                                 "2025-03-04",
		"Published on Tuesday, 4th March 2025":                    "2025-03-04",
		"Published 4 March 2025 at 10:32am":                       "2025-03-04",
		"Published by Harnley Council on 4 March 2025":            "2025-03-04",
		"First published: 4 March 2025\nLast updated: 9 May 2025": "2025-03-04",
		"Last updated: 9 May 2025\nPublished: 4 March 2025":       "2025-03-04",
		"Release date: 04/03/2025":                                "2025-03-04",
		"Tuesday, March 4, 2025":                                  "2025-03-04",
		"10:32AM, Tuesday 4 March 2025":                           "2025-03-04",
		"By Ann Ash | 4 March 2025":                               "2025-03-04",
		"By Ann Ash, 4 March 2025":                                "2025-03-04",
		"News | 4 March 2025 | Children":                          "2025-03-04",
		"2025-03-04":                                              "2025-03-04",
		strings.Repeat("Home\n", 19) + "4 March 2025":             "2025-03-04",
		strings.Repeat("Home\n", 20) + "4 March 2025":             "", // below the head of a page a date is another story's
		strings.Repeat("Home\n", 30) + "Published: 4 March 2025":  "2025-03-04",
		"Last updated: 4 March 2025":                              "",
		"This page was last reviewed on 4 March 2025":             "",
		"Page last updated at 10:32 GMT, Tuesday, 4 March 2025":   "",
		"Tuesday 4 March":                                         "",
		"From 4 to 8 March 2025":                                  "",
	} {
		r := article(t, dateline+"\n\nOfsted has made a focused visit to Barnet's children's services.")
		assert.Equal(t, want, text(t, r.Visit.Published), dateline)
	}
}

// Texts that are about something else are no articles about a visit.
func TestNoArticle(t *testing.T) {
	t.Parallel()
	for _, opening := range []string{
		"Ofsted has inspected services for special educational needs (SEND) in Barnet. Children's services must write a plan with the NHS. Families of children with SEND wait.",
		"Ofsted has inspected a children's home in Barnet and rated it inadequate. The home is run by a firm. Social workers were told.",
		"Ofsted made a monitoring visit to a primary school in Barnet. Pupils do well. The headteacher says that social care referrals are prompt.",
		"Dear Ann\n\nThank you for the annual conversation that we had in May. Your children's services have moved on since Ofsted rated them good in 2015.",
		"Ofsted will make a monitoring visit to Barnet's children's services in May.",
		"Barnet expects its next Ofsted inspection of children's services soon. They were inspected in May 2019.",
		"Ofsted says that a quarter of children's services are good. Councils must learn from others.",
		"Ofsted made a focused visit to our children's services.",
		"Ofsted visited Barnet's children's services on 4 May 2021. A week later it visited Camden's children's services, on 11 May 2021.",
		"Barnet Council welcomes a new director of children's services. Ofsted is mentioned in the job advertisement.",
	} {
		_, err := ilacs.Parse(opening + rest)
		assert.ErrorIs(t, err, ilacs.ErrNotInspection, opening)
	}
	// The same words beside a visit to an authority's services do not matter.
	for _, opening := range []string{
		"Ofsted has made a focused visit to Barnet's children's services. Children with special educational needs are well known.",
		"Ofsted has made a focused visit to Barnet's children's services. It met children in two children's homes and at a primary school.",
		"Ofsted has made a focused visit to Barnet's children's services, as was agreed at the annual conversation.",
	} {
		assert.Equal(t, ilacs.VisitTypeFocused, article(t, opening).Visit.Type, opening)
	}
}

// In a text without blank lines the first sentence or line is the headline.
func TestArticleParagraphs(t *testing.T) {
	t.Parallel()
	sections := func(r *ilacs.Report) (out []finding.Section) {
		for _, f := range r.Findings {
			out = append(out, f.Section)
		}
		return out
	}
	lines := []string{
		"Ofsted has made a focused visit to Barnet's children's services.",
		"Inspectors said that the front door is well run and quick.",
		"Social workers have fewer cases than they had in the past.",
		"Some plans are late, and managers must look at them sooner.",
	}
	want := []finding.Section{finding.SectionHeadline, finding.SectionMain, finding.SectionMain, finding.SectionMain}
	for name, s := range map[string]string{
		"a paragraph a line":      strings.Join(lines, "\n"),
		"with a title and a date": "Front door praised\n4 March 2025\n" + strings.Join(lines, "\n"),
		"one paragraph":           strings.Join(lines, " "),
		"paragraphs":              strings.Join(lines, "\n\n"),
	} {
		r, err := ilacs.Parse(s + "\n")
		require.NoError(t, err, name)
		assert.Equal(t, want, sections(r), name)
		assert.Equal(t, lines[0], r.Findings[0].Text, name)
	}
	framed, err := ilacs.Parse(strings.Join(lines, "\n\n") + "\n\n" +
		"The press office, which is open from nine to five on working days, answers questions at press@harnley.gov.uk\n\n" +
		"Read more about the council's work with children, young people and families on these pages:\n")
	require.NoError(t, err)
	assert.Equal(t, want, sections(framed), "an address or a heading is no sentence")
	wrapped := strings.ReplaceAll(strings.Join(lines, " "), " and ", " and\n")
	r, err := ilacs.Parse(wrapped)
	require.NoError(t, err)
	assert.Len(t, r.Findings, len(lines), "wrapped lines are no paragraphs")

	r, err = ilacs.Parse(strings.Join(lines, "\n") + "\nThe council must see to the plans of children in need, and to those of\n")
	require.NoError(t, err)
	assert.True(t, hasNote(r, "ends within a sentence"))
	assert.False(t, hasNote(article(t, lines[0]), "ends within a sentence"))
	for last, want := range map[string]bool{
		"More on this story and others in the":      false, // what leads to another page
		"The council must see to the plans for the": true,
	} {
		r, err := ilacs.Parse(strings.Join(lines, "\n\n") + "\n\n" + last + "\n")
		require.NoError(t, err)
		assert.Equal(t, want, hasNote(r, "ends within a sentence"), last)
	}
}

// Lines are paragraphs where two of three that others follow end as sentences do.
func TestArticleLinesThatMayBeParagraphs(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		`Ofsted has made a focused visit to Barnet's children's services.
Inspectors said that the front door is well run and quick.
What inspectors say of plans for children
Some plans are late, and managers must look at them sooner.`: "Some plans are late, and managers must look at them sooner.",
		`Ofsted has made a focused visit to Barnet's children's services.
Inspectors said that the front door is well run and quick in what
it does, and that social workers have fewer cases than they had.
Some plans are late, and managers must look at them in time so that
Barnet's children may leave care.`: "Some plans are late, and managers must look at them in time so that Barnet's children may leave care.",
	} {
		r, err := ilacs.Parse(s + "\n")
		require.NoError(t, err, s)
		assert.Equal(t, want, r.Findings[len(r.Findings)-1].Text)
	}
}

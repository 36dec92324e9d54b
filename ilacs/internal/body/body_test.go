package body_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/body"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
	"github.com/ilacs-go/inspection/internal/tsv"
	"github.com/ilacs-go/inspection/judgement"
)

func read(s string, form body.Form) body.Body {
	t := layout.Clean(s)
	lines := layout.SplitBullets(t.S, layout.Lines(t.S))
	return body.Read(t, body.SplitHeadings(t.S, lines, form), 0, form)
}

func texts(findings []finding.Finding, s finding.Section) []string {
	var out []string
	for _, f := range findings {
		if f.Section == s {
			out = append(out, f.Text)
		}
	}
	return out
}

func TestRead(t *testing.T) {
	t.Parallel()
	const report = `Leaders know their services. Children are safe.

What needs to improve?
• The quality of plans. (outcome 3, national framework)
• Supervision.1

The experiences and progress of care leavers: good

4. Advisers keep in touch. They visit often.
`
	b := read(report, body.FormILACS)
	assert.Equal(t, []string{"Leaders know their services.", "Children are safe."}, texts(b.Findings, finding.SectionHeadline))
	assert.Equal(t, []string{"The quality of plans.", "Supervision."}, texts(b.Findings, finding.SectionImprove))
	assert.Equal(t, []string{"Advisers keep in touch.", "They visit often."}, texts(b.Findings, finding.SectionMain))
	for _, f := range b.Findings {
		assert.Equal(t, f.Section == finding.SectionMain, f.Paragraph == 4, f.Text)
		assert.Equal(t, f.Section == finding.SectionMain, f.Area == judgement.CareLeavers, f.Text)
		if f.Tags == nil {
			assert.Contains(t, report[f.Start:f.End], f.Text)
		} else {
			assert.Equal(t, []finding.Tag{{Kind: finding.TagKindOutcome, Number: 3}}, f.Tags)
		}
	}
	var graded []judgement.Grade
	for _, h := range b.Headings {
		if h.Area == judgement.CareLeavers {
			graded = append(graded, h.Grade)
			assert.Equal(t, "The experiences", report[h.At:h.At+15])
		}
	}
	assert.Equal(t, []judgement.Grade{judgement.Good}, graded)
}

// Under the single inspection framework bullets belong to the recommendation
// above them, in other forms each is an item.
func TestReadItemsByForm(t *testing.T) {
	t.Parallel()
	const list = "Recommendations\n\n1. Ensure that:\n• plans are good\n• visits are made.\n\n2. Train staff.\n"
	assert.Equal(t, []string{"Ensure that: plans are good visits are made.", "Train staff."}, texts(read(list, body.FormSIF).Findings, finding.SectionImprove))
	assert.Len(t, texts(read("Areas for improvement\n\n• Plans.\n• Visits.\n", body.FormLetter).Findings, finding.SectionImprove), 2)
}

func TestReadFocus(t *testing.T) {
	t.Parallel()
	b := read("Inspectors looked at:\n• the front door\n• supervision\n\nHeadline findings\n\nPlans are good.\n", body.FormLetter)
	assert.Equal(t, []string{"the front door", "supervision"}, b.Focus)
	assert.Equal(t, []string{"Plans are good."}, texts(b.Findings, finding.SectionHeadline))
}

func TestReadArticle(t *testing.T) {
	t.Parallel()
	s := layout.Clean("Council praised\n\nInspectors saw progress.\n\nStaff are settled.\n\nShare this\n")
	findings := body.ReadArticle(s, layout.Unwrap(s.S, layout.Lines(s.S), 0, nil))
	assert.Equal(t, []string{"Inspectors saw progress."}, texts(findings, finding.SectionHeadline))
	assert.Equal(t, []string{"Staff are settled."}, texts(findings, finding.SectionMain))
}

func TestForms(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"letter", "joint-letter", "ilacs", "sif", "board-review", "looked-after"} {
		_, ok := body.ParseForm(text)
		assert.True(t, ok, text)
	}
	for _, text := range []string{"", "Letter", "report"} {
		f, ok := body.ParseForm(text)
		assert.False(t, ok, text)
		assert.Zero(t, f)
	}
	assert.True(t, body.FormBoardReview.IsSIF())
	assert.False(t, body.FormLookedAfter.IsSIF())
	assert.False(t, body.FormJointLetter.IsReport())
	assert.True(t, body.FormILACS.IsReport())
}

// Each heading of the table begins its section when it stands alone on a line.
func TestEveryHeadingIsFound(t *testing.T) {
	t.Parallel()
	table, err := os.ReadFile("headings.tsv")
	require.NoError(t, err)
	forms := map[string]body.Form{"ilacs": body.FormILACS, "sif": body.FormSIF, "older": body.FormLookedAfter, "letter": body.FormLetter}
	n := 0
	for row := range tsv.Records("headings.tsv", string(table)) {
		if row["rule"] == "ends" || row["in"] == "*" {
			continue
		}
		n++
		heading := string(row["heading"][0]&^0x20) + row["heading"][1:]
		b := read("Something was seen.\n\n"+heading+"\n\nMore was seen.\n", forms[row["in"]])
		require.NotEmpty(t, b.Headings, heading)
		area, _ := judgement.ParseArea(row["area"])
		assert.Equal(t, area, b.Headings[0].Area, heading)
	}
	assert.Greater(t, n, 50)
}

func TestTagsWithoutBrackets(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"• Plans – outcome 1, national framework\n• Visits.\n":              "Plans",
		"• Plans Enabler three: National Framework.\n• Visits.\n":           "Plans.",
		"• Plans. Outcome two: National Framework.\n• Visits.\n":            "Plans.",
		"• Plans for children in care, outcome 2\n• Visits.\n":              "Plans for children in care",
		"• The outcomes of 2 reviews of care\n• Visits.\n":                  "The outcomes of 2 reviews of care",
		"• Use of the national framework\n• Visits.\n":                      "Use of the national framework",
		"• The first outcome that leaders want\n• Visits.\n":                "The first outcome that leaders want",
		"• Plans for children (outcome 3, national framework)\n• Visits.\n": "Plans for children",
	} {
		b := read("What needs to improve?\n"+in, body.FormILACS)
		items := texts(b.Findings, finding.SectionImprove)
		require.Len(t, items, 2, in)
		assert.Equal(t, want, items[0], in)
	}
}

func TestListsThatAreNone(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]struct {
		items int
		note  bool
	}{
		"• Plans.\n• Visits.\n":                                        {2, false},
		"The quality of plans.\n":                                      {1, false},
		"The quality of plans\nThe quality of visits\n":                {1, true},
		"There is little left to mend. Leaders know it.\n":             {0, false},
		"Inspectors saw nothing that leaders had not found already.\n": {0, false},
	} {
		b := read("What needs to improve?\n\n"+in, body.FormILACS)
		assert.Len(t, texts(b.Findings, finding.SectionImprove), want.items, in)
		assert.Equal(t, want.note, len(b.Notes) > 0, in)
	}
	b := read("Areas for improvement\n\n4. In order to improve, the local authority should take the following action.\n\n• train staff\n\n• keep records.\n", body.FormLookedAfter)
	assert.Equal(t, []string{"train staff", "keep records."}, texts(b.Findings, finding.SectionImprove))
	b = read("Overview\n\n1.\n\n2.\n\nPlans are good.\n", body.FormLetter)
	require.Len(t, b.Notes, 1)
	assert.Contains(t, b.Notes[0].Text, "2 paragraph numbers")
}

// No item is lost in silence: that nothing was read of a list is noted, and that a
// line among its items was not.
func TestLostItemsAreNoted(t *testing.T) {
	t.Parallel()
	const nothing, among, marks = "nothing of the list", "a line among the items", "no bullets or numbers"
	for _, test := range []struct {
		list  string
		form  body.Form
		items int
		notes []string
	}{
		{"The quality of plans for children.\nThe timeliness of visits.\n", body.FormILACS, 0, []string{nothing}},
		{"The quality of plans\n", body.FormILACS, 0, []string{nothing}},
		{"The quality of plans\n\nThe timeliness of visits\n", body.FormLetter, 0, []string{marks, nothing}},
		{"There is little left to mend. Leaders know it.\n", body.FormILACS, 0, nil},
		{"Inspectors found no areas for improvement.\n", body.FormLetter, 0, nil},
		{"7\n", body.FormILACS, 0, nil},
		{"• The quality of plans.\n\nThe timeliness of visits\n\n• The oversight of managers.\n", body.FormILACS, 2, []string{among}},
		{"• The quality of plans.\n\nThe timeliness of visits\n\n• The oversight of managers.\n", body.FormLetter, 2, []string{among}},
		{"• The quality of plans.\n\nThe timeliness of visits\n\nVisits\n\n• The oversight of managers.\n\nRecords\n", body.FormILACS, 2, []string{"2 lines among the items"}},
		{"• The quality of plans.\n\n7\n\n• The oversight of managers.\n", body.FormILACS, 2, nil},
		{"• Train staff.\n\nHealth services\n\n• Keep records.\n", body.FormJointLetter, 2, nil}, // lists of joint letters have lines between
	} {
		b := read("What needs to improve\n\n"+test.list, test.form)
		assert.Len(t, texts(b.Findings, finding.SectionImprove), test.items, test.list)
		require.Len(t, b.Notes, len(test.notes), "%s: %v", test.list, b.Notes)
		for i, want := range test.notes {
			assert.Contains(t, b.Notes[i].Text, want, test.list)
		}
	}
}

// What stands before "Areas covered by the visit" is about the visit, or is what
// was found; lines after a colon are lines of focus, with bullets or without.
func TestOpeningOfALetter(t *testing.T) {
	t.Parallel()
	b := read("This letter is about a visit.\n\nPlans are better than they were.\n\nAreas covered by the visit\n\nInspectors looked at:\n\nthe quality of plans\nthe stability of homes.\n\nA range of evidence was considered.\n\nOverview\n\nStaff stay.\n", body.FormLetter)
	assert.Equal(t, []string{"Plans are better than they were.", "Staff stay."}, texts(b.Findings, finding.SectionHeadline))
	assert.Equal(t, []string{"the quality of plans", "the stability of homes."}, b.Focus)
}

func TestPageNumberBeforeAHeading(t *testing.T) {
	t.Parallel()
	b := read("Something was seen.\n\n 7 Recommendations\n\n1. Train staff.\n", body.FormSIF)
	assert.Equal(t, []string{"Train staff."}, texts(b.Findings, finding.SectionImprove))
}

// A heading is one, though the line before it runs on, where its list follows.
func TestHeadingsAfterAnOpenLine(t *testing.T) {
	t.Parallel()
	const open = "Priority and immediate action\nInspectors did not find any matters for priority action\n"
	for list, want := range map[string][]string{
		"Areas for improvement\n1. Plans.\n2. Visits.\n":            {"Plans.", "Visits."},
		"Areas for improvement\n1.\n\nPlans.\n\n2. Visits.\n":       {"Plans.", "Visits."},
		"Areas for improvement\n\nPlanning\n1. Plans.\n2. Visits.":  {"Plans.", "Visits."},
		"Recommendations\n1. Plans.\n2. Visits.\n":                  {"Plans.", "Visits."},
		"Recommendations\n\nMade to the council in the year.\n":     nil, // one word may be the rest of a sentence
		"Areas for improvement\nMade to the council in the year.\n": nil,
	} {
		assert.Equal(t, want, texts(read(open+list, body.FormSIF).Findings, finding.SectionImprove), list)
	}
	for _, rest := range []string{"Recommendations\n\nMade to the council.\n", "Areas for improvement\nMade to the council.\n"} {
		assert.Len(t, read(open+rest, body.FormSIF).Headings, 1, rest)
	}
}

// A line that is too short to be wrapped does not run on.
func TestHeadingsAfterAShortLine(t *testing.T) {
	t.Parallel()
	for before, want := range map[string]int{"The visit to Wexcombe in the spring": 1, "The visit that was made to Wexcombe in the spring of": 0} {
		assert.Len(t, read(before+"\nRecommendations\n\nMade to the council in the year.\n", body.FormSIF).Headings, want, before)
	}
}

// Where lines were broken anew, the heading of a list may stand behind a sentence, and
// wrap.
func TestHeadingBehindASentence(t *testing.T) {
	t.Parallel()
	for _, heading := range []string{"What needs to improve?", "What needs to\nimprove?", "What needs\nto improve?"} {
		b := read("Plans change.\n\nStaff stay. "+heading+"\n• Plans.\n• Visits.\n", body.FormILACS)
		assert.Equal(t, []string{"Plans change.", "Staff stay."}, texts(b.Findings, finding.SectionHeadline), heading)
		assert.Equal(t, []string{"Plans.", "Visits."}, texts(b.Findings, finding.SectionImprove), heading)
	}
}

// A list may have headings of its own; what is longer is no heading.
func TestSubheadingsOfAList(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]int{
		"Management, the quality of plans, and the work of partners":                                                      0,
		"Management, the quality of plans, and the work of partners of the council in Wexcombe and in the towns about it": 1,
	} {
		b := read("Recommendations\n\n"+line+"\n\n1. Plans are kept.\n\n2. Visits are made.\n", body.FormSIF)
		assert.Equal(t, []string{"Plans are kept.", "Visits are made."}, texts(b.Findings, finding.SectionImprove), line)
		assert.Len(t, texts(b.Findings, finding.SectionMain), want, line)
	}
}

// The grade of the board may stand with its reasons.
func TestGradeOfTheBoardWithItsReasons(t *testing.T) {
	t.Parallel()
	for _, heading := range []string{"The LSCB requires improvement because:", "The LSCB requires improvement"} {
		b := read("Plans change.\n\n"+heading+"\n\n• Partners are late.\n", body.FormSIF)
		require.Len(t, b.Headings, 1, heading)
		assert.Equal(t, judgement.RequiresImprovement, b.Headings[0].Grade, heading)
		assert.Equal(t, []string{"Partners are late."}, texts(b.Findings, finding.SectionBackground), heading)
	}
}

// A box within a list is no part of it, and the list goes on after it.
func TestBoxWithinAList(t *testing.T) {
	t.Parallel()
	const before, box = "Areas for improvement\n\n• Plans are late.\n", "Practice study: good practice\nA child was heard.\n\n"
	b := read(before+"\n"+box+"• Visits are late.\n\nCase study\nA girl was heard.\n", body.FormJointLetter)
	assert.Equal(t, []string{"Plans are late.", "Visits are late."}, texts(b.Findings, finding.SectionImprove))
	assert.Equal(t, []string{"A child was heard.", "A girl was heard."}, texts(b.Findings, finding.SectionStudy))
	assert.Empty(t, b.Notes)

	b = read(before+"• Visits to children who live in the homes of others do\n"+box+"\fnot take place.\n• Homes are full.\n", body.FormJointLetter)
	assert.Equal(t, []string{"Plans are late.", "Visits to children who live in the homes of others do", "not take place.", "Homes are full."}, texts(b.Findings, finding.SectionImprove))
	assert.Equal(t, []string{"A child was heard."}, texts(b.Findings, finding.SectionStudy))
	assert.Equal(t, "a box cuts an item in two, of which this is the second part", b.Notes[0].Text)

	b = read("Main findings\n\nPlans are late.\n\n"+box+"• A visit was made.\n", body.FormJointLetter)
	assert.Equal(t, []string{"A child was heard.", "A visit was made."}, texts(b.Findings, finding.SectionStudy), "no list was interrupted")
	b = read(before+"\n"+box+"Main findings\n\nHomes are full.\n\nCase study\nA girl was heard.\n\n• Visits are late.\n", body.FormJointLetter)
	assert.Equal(t, []string{"Plans are late."}, texts(b.Findings, finding.SectionImprove), "another heading ends the list")
}

// A paragraph right after an item, which more items follow, belongs to the item.
func TestParagraphsOfAnItem(t *testing.T) {
	t.Parallel()
	for in, want := range map[string][]string{
		"• Plans are late.\n\nThis is so in all teams.\n\n• Visits.\n":                                   {"Plans are late. This is so in all teams.", "Visits."},
		"• Plans are late.\n\n• Visits.\n\nThis is so in all teams.\n":                                   {"Plans are late.", "Visits."}, // nothing follows
		"• Plans are late.\n\nThese are late too, of which\nleaders know and have known:\n\n• Visits.\n": {"Plans are late.", "Visits."},
		"• Plans are late.\n\n2 This is a note about plans and teams.\n\n• Visits.\n":                    {"Plans are late.", "Visits."},
		"• Plans are late.\n\nVisits and homes\n\nThis is so in all teams.\n\n• Visits.\n":               {"Plans are late.", "Visits."},
	} {
		assert.Equal(t, want, texts(read("Areas for improvement\n\n"+in, body.FormJointLetter).Findings, finding.SectionImprove), in)
	}
	b := read("Areas for improvement\n\n•\n\n•\n\nPlans are late.\n", body.FormJointLetter)
	assert.Contains(t, b.Notes[0].Text, "2 bullets stand apart from their items")
}

func TestBoxTitleJoinedToALine(t *testing.T) {
	t.Parallel()
	b := read("Areas for improvement\n\n• Visits to children do not Practice  study: good\nA child was heard.\n\n\ftake place.\n", body.FormJointLetter)
	assert.Equal(t, []string{"Visits to children do not", "take place."}, texts(b.Findings, finding.SectionImprove))
	assert.Equal(t, []string{"A child was heard."}, texts(b.Findings, finding.SectionStudy))
	b = read("Areas for improvement\n\n• Visits are late. Case study: Wexcombe.\n• Case study: Wexcombe.\n", body.FormJointLetter)
	assert.Equal(t, []string{"Visits are late. Case study: Wexcombe.", "Case study: Wexcombe."}, texts(b.Findings, finding.SectionImprove))
}

func TestHeadingWithItsGradeBesideIt(t *testing.T) {
	t.Parallel()
	for _, grade := range []string{"Requires improvement\nchildren looked after and achieving permanence   to be good", "Requires improvement\nchildren looked after and achieving permanence", "Good\nchildren looked after and achieving permanence", "Requires\nchildren looked after and achieving permanence   improvement"} {
		b := read("The experiences and progress of                 "+grade+"\n\nSummary\nMost children live in homes that suit them.\n", body.FormSIF)
		require.Len(t, b.Findings, 1, grade)
		assert.Equal(t, judgement.LookedAfter, b.Findings[0].Area, grade)
		assert.Equal(t, "Most children live in homes that suit them.", b.Findings[0].Text)
	}
	b := read("The experiences and progress of                 Requires\nchildren looked after and achieving permanence\n\nMost children live in homes.\n", body.FormSIF)
	assert.Empty(t, b.Headings, "half a grade")
}

// A heading may wrap over four lines.
func TestHeadingOfManyLines(t *testing.T) {
	t.Parallel()
	b := read("Children are safe.\n\nThe experiences\nand progress\nof care\nleavers: good\n\nAdvisers keep in touch.\n", body.FormILACS)
	require.Len(t, b.Headings, 1)
	assert.Equal(t, judgement.Good, b.Headings[0].Grade)
	assert.Equal(t, []string{"Advisers keep in touch."}, texts(b.Findings, finding.SectionMain))
}

// The lines of a table of contents are no headings, up to the end of its page.
func TestContents(t *testing.T) {
	t.Parallel()
	const contents = "Contents\n\nExecutive summary 2\nThe local authority 3\nWhat inspectors found 4\nThe safeguarding board 8\n\nRecommendations\n\n1. Not an item of a list\n\n"
	const list = "Recommendations\n\n1. Train staff.\n"
	assert.Equal(t, []string{"Train staff."}, texts(read(contents+"\f"+list, body.FormSIF).Findings, finding.SectionImprove))
}

// A line of focus without its bullet ends where a line is too short to be wrapped.
func TestLinesOfFocusThatWrap(t *testing.T) {
	t.Parallel()
	b := read("Areas covered by the visit\n\nInspectors looked at:\n\nthe quality of plans for all of the children who are in care\nin Wexcombe\nthe stability of homes for children of ten years and over\nthe work of managers.\n\nOverview\n\nStaff stay.\n", body.FormLetter)
	assert.Equal(t, []string{"the quality of plans for all of the children who are in care in Wexcombe", "the stability of homes for children of ten years and over", "the work of managers."}, b.Focus)
}

// Words may stand before the name of a list in a joint letter, on a short line.
func TestNameOfAListAfterOtherWords(t *testing.T) {
	t.Parallel()
	for heading, want := range map[string][]string{
		"Early help and front door strengths":                             {"Plans are good."},
		"What the partners said to the inspectors of their own strengths": nil,
	} {
		b := read("Headline findings\n\nStaff stay.\n\n"+heading+"\n\n• Plans are good.\n", body.FormJointLetter)
		assert.Equal(t, want, texts(b.Findings, finding.SectionStrengths), heading)
	}
}

// A quotation in an article that goes on is still that of its speaker.
func TestQuotationGoesOn(t *testing.T) {
	t.Parallel()
	const text = `Ofsted has been to see children's services in Wexcombe.

“We are proud of this,” said Councillor Ann Reed, “and our staff are too. Plans are better than ever. Children are safe.” Visits take place on time.

“Staff listen. They are kind.

“They come back.” Inspectors found that supervision is regular.
`
	s := layout.Clean(text)
	var got []finding.Speaker
	for _, f := range body.ReadArticle(s, layout.Unwrap(s.S, layout.Lines(s.S), 0, nil)) {
		got = append(got, f.Speaker)
	}
	c, q, i := finding.SpeakerCouncil, finding.SpeakerQuotation, finding.SpeakerInspectors
	assert.Equal(t, []finding.Speaker{0, c, c, c, 0, q, q, q, i}, got)
}

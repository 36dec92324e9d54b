package ilacs_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
)

// letterOf is a letter of a day, about a visit of the kind that its heading names.
func letterOf(t *testing.T, day, heading, opening string) *ilacs.Report {
	t.Helper()
	r, err := ilacs.Parse(day + "\n\nAnn Ash\nDirector of Children's Services\nWexcombe Council\n\nDear Ann\n\n" + heading + " Wexcombe\n\n" + opening + `

Headline findings

Leaders have a plan and keep to it.

Yours sincerely

Bob Birch
His Majesty's Inspector
`)
	require.NoError(t, err, opening)
	require.Equal(t, ilacs.SourceLetter, r.Source, opening)
	return r
}

// Where the opening of a letter gives several dates, those of the visit are the
// first that belong to nothing else.
func TestVisitDatesOfLetters(t *testing.T) {
	t.Parallel()
	const focused, monitoring, joint = "Focused visit to", "Monitoring visit to", "Joint targeted area inspection of"
	for _, test := range []struct{ heading, opening, want string }{
		{focused, "The visit was carried out on 4 and 5 March 2025. It looked at what has changed since the inspection which took place from 3 to 14 June 2024.", "2025-03-04 to 2025-03-05"},
		{focused, "The inspection, which took place from 3 to 14 June 2024, found less. The visit was carried out on 4 and 5 March 2025.", "2025-03-04 to 2025-03-05"},
		{focused, "The plan runs from 4 May 2025 to 6 June 2026. The visit took place on 4 and 5 March 2025.", "2025-03-04 to 2025-03-05"},
		{focused, "The report was published on 3 May 2024. Inspectors came from 4 to 5 March 2025.", "2025-03-04 to 2025-03-05"},
		{focused, "This is the first visit since the inspection of May 2024 and took place on 4 and 5 March 2025.", "2025-03-04 to 2025-03-05"},
		{focused, "The visit was the first since Wexcombe was judged inadequate and it took place on 4 and 5 March 2025.", "2025-03-04 to 2025-03-05"},
		{focused, "The visit was the first since Wexcombe was judged inadequate and was on 4 and 5 March 2025.", "2025-03-04 to 2025-03-05"},
		{focused, "The visit was the first since Wexcombe was judged inadequate and was held on 4 and 5 March 2025.", "2025-03-04 to 2025-03-05"},
		{focused, "The visit was the first since Wexcombe was judged inadequate and it was undertaken on 4 and 5 March 2025.", "2025-03-04 to 2025-03-05"},
		{focused, "The previous visit was short and was on 14 June 2024. This one was on 4 and 5 March 2025.", "2025-03-04 to 2025-03-05"},
		{focused, "This is what we found on our visit during the last week, 4 to 5 March.", "2025-03-04 to 2025-03-05"},
		{focused, "Inspectors came during the last week from 4 to 5 March.", "2025-03-04 to 2025-03-05"},
		{focused, "The visit was in the last week of the month, from 4 to 5 March.", "2025-03-04 to 2025-03-05"},
		{focused, "It was made under the framework for inspections on 4 and 5 March 2025.", "2025-03-04 to 2025-03-05"},
		{focused, "Inspectors came between 4 March 2025 and 6 March 2025.", "2025-03-04 to 2025-03-06"},
		{monitoring, "This was the second visit since the council was judged inadequate on 14 June 2024.", ""},
		{monitoring, "The council was judged inadequate on 14 June 2024.", ""},
		{monitoring, "The previous visit was on 14 June 2024.", ""},
		{joint, "This inspection took place from 3 to 7 March 2025.", "2025-03-03 to 2025-03-07"},
		{joint, "The last inspection was on 3 June 2024. This one was carried out from 3 to 7 March 2025.", "2025-03-03 to 2025-03-07"},

		// The year is not printed.
		{focused, "The visit was carried out on 16 and 17 December.", "2024-12-16 to 2024-12-17"},
		{focused, "The visit was carried out on 4 and 5 March.", "2025-03-04 to 2025-03-05"},
		{focused, "This letter summarises the findings of the focused visit to Wexcombe on 16 and 17 December.", "2024-12-16 to 2024-12-17"},
	} {
		r := letterOf(t, "10 April 2025", test.heading, test.opening)
		got := ""
		if !r.Visit.Start.IsZero() {
			got = r.Visit.Start.String() + " to " + r.Visit.End.String()
		}
		assert.Equal(t, test.want, got, test.opening)
		noted := strings.Contains(notesOf(r), "no dates of the visit")
		assert.Equal(t, test.want == "", noted, "%s: %s", test.opening, notesOf(r))
	}
}

// A letter that names two authorities is about that of its opening sentence, and says so.
// One of an authority that has closed has no number, for another reason than a
// name that the register lacks.
func TestAuthorityOfLetters(t *testing.T) {
	t.Parallel()
	const another, lacking = "names another authority too", "not in the register"
	for _, test := range []struct{ place, opening, urn, note string }{
		{"Leeds", "the focused visit to Leeds children's services on 4 and 5 March 2025.", "80481", ""},
		{"Leeds", "the focused visit to Leeds City Council on 4 and 5 March 2025.", "80481", ""},
		{"Leeds", "the focused visit to Barnet children's services on 4 and 5 March 2025.", "80487", another + ": Leeds"},
		{"Leeds", "the focused visit to Elsewhere children's services on 4 and 5 March 2025.", "80481", ""},
		{"Elsewhere", "the focused visit to Leeds children's services on 4 and 5 March 2025.", "80481", ""},
		{"Elsewhere", "the focused visit to Elsewhere children's services on 4 and 5 March 2025.", "", lacking},
		{"Cumbria", "the focused visit to Cumbria children's services on 4 and 5 May 2018.", "", "Cumbria closed on 2023-04-01"},
		{"Cumbria", "the focused visit to Cumbria children's services on 4 and 5 March 2025.", "", "Cumbria closed on 2023-04-01"},
	} {
		r, err := ilacs.Parse("10 April 2025\n\nDear Ann\n\nFocused visit to " + test.place + " children's services\n\nThis letter summarises the findings of " + test.opening + "\n\nHeadline findings\n\nLeaders have a plan.\n")
		require.NoError(t, err)
		name := test.place + ": " + test.opening
		assert.Equal(t, test.urn, r.Visit.URN, name)
		notes := notesOf(r)
		if test.note != "" {
			assert.Contains(t, notes, test.note, name)
		}
		for _, what := range []string{another, lacking, "closed on"} {
			if !strings.Contains(test.note, what) {
				assert.NotContains(t, notes, what, name)
			}
		}
	}
}

// notesOf are the notes on a report, one a line.
func notesOf(r *ilacs.Report) string {
	var lines []string
	for _, n := range r.Notes {
		lines = append(lines, n.Text)
	}
	return strings.Join(lines, "\n")
}

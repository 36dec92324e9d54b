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

const afterTitle = `
Inspection dates: 3 to 14 June 2024

Lead inspector: Ann Ash, His Majesty’s Inspector

The impact of leaders on social work practice with children and families   Good
The experiences and progress of children who need help and protection   Good
The experiences and progress of children in care   Good
The experiences and progress of care leavers   Good
Overall effectiveness   Good

Leaders know what children need, and they have a plan for it.

1. Plans are good, and they are kept to.

2. Visits are made, and they are made on time.
`

// A page number or a mark of protection before the title is none of the name.
func TestMarksBeforeTheTitle(t *testing.T) {
	t.Parallel()
	for _, mark := range []string{"1\n", "OFFICIAL\n", "OFFICIAL-SENSITIVE\n", "Page 1 of 9\n", ""} {
		for _, gap := range []string{"", "\n"} {
			r, err := ilacs.Parse(mark + gap + "Knowsley Metropolitan Borough Council\n\nInspection of children’s services\n" + afterTitle)
			require.NoError(t, err, mark)
			assert.Equal(t, "80479", r.Visit.URN, mark)
			assert.Equal(t, "Knowsley Metropolitan Borough Council", r.Visit.Authority, mark)
		}
	}
	r, err := ilacs.Parse("LEEDS CITY COUNCIL\n\nInspection of children’s services\n" + afterTitle)
	require.NoError(t, err)
	assert.Equal(t, "LEEDS CITY COUNCIL", r.Visit.Authority, "a name in capitals is whole")
}

// A report that has lost its title is a report, with a note, and never an article
// about whatever authority its text names.
func TestReportWithoutTitle(t *testing.T) {
	t.Parallel()
	text := "Read it on this page.\n" + afterTitle + "\nOfsted, Piccadilly Gate, Store Street, Manchester M1 2WD.\n"
	r, err := ilacs.Parse(text)
	require.NoError(t, err)
	assert.Equal(t, ilacs.SourceReport, r.Source)
	assert.Empty(t, r.Visit.URN)
	assert.Equal(t, "2024-06-03", r.Visit.Start.String())
	require.NotEmpty(t, r.Notes)

	bare := text[:strings.Index(text, "The impact of leaders")] + text[strings.Index(text, "Leaders know"):]
	r, err = ilacs.Parse(bare)
	require.NoError(t, err)
	assert.Equal(t, ilacs.SourceReport, r.Source)
	assert.Zero(t, r.Judgements.Len(), "what its grades would be is not read from elsewhere")
	assert.Contains(t, r.Notes[0].Text, "no title")

	_, err = ilacs.Parse("Read it on this page.\n\nInspection dates: 3 to 14 June 2024\n\nPlans are good.\n")
	assert.ErrorIs(t, err, ilacs.ErrNotInspection, "dates alone tell no report")
}

// A report that has lost its table keeps its summary, its list and its headings:
// the first graded heading is not taken for the table.
func TestReportWithoutTable(t *testing.T) {
	t.Parallel()
	r, err := ilacs.Parse(`Inspection of Wexcombe local authority children’s services

Inspection dates: 3 to 14 June 2024

Lead inspector: Ann Ash, His Majesty’s Inspector

Wexcombe keeps children safe at home. Its leaders know what to do next.

What needs to improve?

• The quality of plans for children.

The experiences and progress of children who need help and protection: good

1. Visits are made on time.
`)
	require.NoError(t, err)
	assert.Len(t, r.Section(finding.SectionHeadline), 2)
	assert.Len(t, r.Section(finding.SectionImprove), 1)
	main := r.Section(finding.SectionMain)
	require.Len(t, main, 1)
	assert.Equal(t, judgement.HelpAndProtection, main[0].Area)
	assert.Equal(t, judgement.Good, r.Judgements.Grade(judgement.HelpAndProtection))
	assert.True(t, slices.ContainsFunc(r.Notes, func(n ilacs.Note) bool { return n.Text == "no table of judgements" }), "%v", r.Notes)
}

// The words of a title of no known form are none of the authority's name.
func TestTitleOfNoKnownForm(t *testing.T) {
	t.Parallel()
	r, err := ilacs.Parse("Inspection of Wexcombe\n" + afterTitle)
	require.NoError(t, err)
	assert.Equal(t, "Wexcombe", r.Visit.Authority)
	assert.Contains(t, r.Notes[0].Text, "no known form")
}

// The full stop of "St." ends no name, and words in lower case begin no title.
func TestNamesInTitles(t *testing.T) {
	t.Parallel()
	r := letterOf(t, "10 April 2025", "Focused visit to St. Helens\n\nTo", "The visit took place on 4 and 5 March 2025.")
	assert.Equal(t, "St. Helens", r.Visit.Authority)
	r, err := ilacs.Parse("On the\ninspection of Leeds local authority children’s services\n\nInspection of Wexcombe local authority children’s services\n" + afterTitle)
	require.NoError(t, err)
	assert.Equal(t, "Wexcombe", r.Visit.Authority)
}

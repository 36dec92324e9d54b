package asserting_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/examples/asserting"
	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/ilacstest"
	"github.com/ilacs-go/inspection/judgement"
)

// before is the report of a standard inspection: help and protection requires
// improvement, and supervision is a reason.
func before(t *testing.T) ilacstest.Document {
	return ilacstest.Document{
		Visit: ilacs.Visit{Authority: "Wexcombe", Type: ilacs.VisitTypeStandard, Start: day(t, "2023-03-06"), End: day(t, "2023-03-17")},
		Judgements: judgement.Set{}.
			With(judgement.Leaders, judgement.RequiresImprovement).
			With(judgement.HelpAndProtection, judgement.RequiresImprovement).
			With(judgement.InCare, judgement.Good).
			With(judgement.CareLeavers, judgement.Good).
			With(judgement.Overall, judgement.RequiresImprovement),
		Headline: []string{"Children wait too long for help."},
		Improve: []ilacstest.Item{
			{Text: "The frequency and quality of supervision."},
			{Text: "The timeliness of return home interviews."},
		},
		Sections: []ilacstest.Section{
			{Area: judgement.HelpAndProtection, Paragraphs: []string{"Return home interviews are often late."}},
			{Area: judgement.Leaders, Paragraphs: []string{"Supervision is infrequent. Records of it are weak."}},
		},
	}
}

// after is the report of the next one, in which both are put right.
func after(t *testing.T) ilacstest.Document {
	return ilacstest.Document{
		Visit: ilacs.Visit{Authority: "Wexcombe", Type: ilacs.VisitTypeStandard, Start: day(t, "2025-11-03"), End: day(t, "2025-11-14")},
		Judgements: judgement.Set{}.
			With(judgement.Leaders, judgement.Good).
			With(judgement.HelpAndProtection, judgement.Good).
			With(judgement.InCare, judgement.Good).
			With(judgement.CareLeavers, judgement.Good).
			With(judgement.Overall, judgement.Good),
		Headline: []string{"Help comes early, and children are safer for it."},
		Sections: []ilacstest.Section{
			{Area: judgement.HelpAndProtection, Paragraphs: []string{"Return home interviews are now timely for almost all children."}},
			{Area: judgement.Leaders, Paragraphs: []string{"Supervision is now frequent and of good quality."}},
		},
	}
}

func TestProgress(t *testing.T) {
	t.Parallel()
	p := compare(t, before(t), after(t))
	require.NotEmpty(t, p.Judgements, "of an empty comparison all that follows would be so")
	assert.Empty(t, p.Declined(), "no area got worse")
	assert.Contains(t, p.Improved(), judgement.HelpAndProtection)
	assert.Equal(t, judgement.Good, p.Judgement(judgement.Leaders).After)
	assert.False(t, asserting.StillConcern(p, finding.ThemeSupervision), "supervision is no longer a concern")
	require.Len(t, p.FollowUps, 2, "one for each area for improvement")
	for _, f := range p.FollowUps {
		assert.Equal(t, ilacs.StatusAddressed, f.Status, "%s: %s", f.Item.Text, f.Reason)
		assert.NotEmpty(t, f.Evidence)
	}
	assert.Empty(t, p.Asked)
}

// What the dashboard is for: it has to notice when things get worse.
func TestDecline(t *testing.T) {
	t.Parallel()
	later := after(t)
	later.Judgements = later.Judgements.With(judgement.CareLeavers, judgement.RequiresImprovement)
	later.Improve = []ilacstest.Item{{Text: "The frequency of supervision."}, {Text: "The choice of homes for care leavers."}}
	later.Sections[1].Paragraphs = []string{"Supervision is not frequent enough."}

	p := compare(t, before(t), later)
	assert.Equal(t, []judgement.Area{judgement.CareLeavers}, p.Declined())
	assert.True(t, asserting.StillConcern(p, finding.ThemeSupervision))
	open := asserting.Open(p, finding.ThemeSupervision)
	require.Len(t, open, 1)
	assert.Equal(t, ilacs.StatusPersists, open[0].Status, open[0].Reason)
	require.Len(t, p.Asked, 2)
	assert.Equal(t, ilacs.RecurrenceAgain, p.Asked[0].Recurrence)
	assert.Equal(t, "The choice of homes for care leavers.", p.Asked[1].Item.Text)
	assert.Equal(t, ilacs.RecurrenceNew, p.Asked[1].Recurrence)
}

// The letter after a focused visit gives no grades, so that no area can be worse.
// What it does not return to is still open.
func TestLetterThatIsSilent(t *testing.T) {
	t.Parallel()
	p := compare(t, before(t), ilacstest.Document{
		Visit:    ilacs.Visit{Authority: "Wexcombe", Type: ilacs.VisitTypeFocused, Start: day(t, "2024-02-06"), End: day(t, "2024-02-07")},
		Headline: []string{"Homes for children in care are well matched to their needs."},
	})
	assert.Empty(t, p.Declined())
	open := asserting.Open(p, finding.ThemeSupervision)
	require.Len(t, open, 1)
	assert.Equal(t, ilacs.StatusNotRevisited, open[0].Status)
}

// compare writes two documents, reads them, and compares them.
func compare(t *testing.T, before, after ilacstest.Document) ilacs.Progress {
	t.Helper()
	var reports []*ilacs.Report
	for _, d := range []ilacstest.Document{before, after} {
		text, err := ilacstest.Write(d)
		require.NoError(t, err)
		report, err := ilacs.Parse(text)
		require.NoError(t, err)
		reports = append(reports, report)
	}
	p, err := ilacs.Compare(reports[0], reports[1])
	require.NoError(t, err)
	return p
}

func day(t *testing.T, text string) civil.Date {
	t.Helper()
	d, err := civil.Parse(text)
	require.NoError(t, err)
	return d
}

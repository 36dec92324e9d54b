package record_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

// A type of inspection takes the place of one that says less, and of no other.
func TestMergeOfTypes(t *testing.T) {
	t.Parallel()
	inspection := func(visit ilacs.VisitType) record.Inspection {
		return record.Inspection{
			Authority: find(t, "Dudley"), Type: visit, Framework: judgement.ILACS2018, Start: date(t, "2018-10-08"),
		}
	}
	for _, tt := range []struct {
		kept, offered, want ilacs.VisitType
		filled, conflicts   int
	}{
		{ilacs.VisitTypeInspection, ilacs.VisitTypeStandard, ilacs.VisitTypeStandard, 1, 0},
		{ilacs.VisitTypeInspection, ilacs.VisitTypeShort, ilacs.VisitTypeShort, 1, 0},
		{ilacs.VisitTypeSIF, ilacs.VisitTypeReinspection, ilacs.VisitTypeReinspection, 1, 0},
		{ilacs.VisitTypeStandard, ilacs.VisitTypeInspection, ilacs.VisitTypeStandard, 0, 1},
		{ilacs.VisitTypeStandard, ilacs.VisitTypeShort, ilacs.VisitTypeStandard, 0, 1},
		{ilacs.VisitTypeReinspection, ilacs.VisitTypeSIF, ilacs.VisitTypeReinspection, 0, 1},
	} {
		m := (&record.Record{}).Merge(inspection(tt.kept), inspection(tt.offered))
		all := slices.Collect(m.Record.All())
		require.Len(t, all, 1)
		assert.Equal(t, tt.want, all[0].Type)
		assert.Len(t, m.Filled, tt.filled)
		assert.Len(t, m.Conflicts, tt.conflicts)
	}
}

// A letter on the very day of the last inspection says nothing of what comes
// after it.
func TestProfileWithALetterOfTheSameDay(t *testing.T) {
	t.Parallel()
	p := record.ProfileOf(find(t, "Dudley"), date(t, ""))
	last, ok := p.Latest()
	require.True(t, ok)
	letter := &ilacs.Report{
		Visit:    ilacs.Visit{Type: ilacs.VisitTypeFocused, Framework: last.Framework, Start: last.Start, Published: last.Start},
		Source:   ilacs.SourceLetter,
		Findings: []finding.Finding{{Section: finding.SectionPriority}},
	}
	require.NotEmpty(t, ilacs.Next(letter))
	assert.Equal(t, p.Next, p.WithVisits(letter).Next)
	letter.Visit.Start = last.Start.AddDays(1)
	assert.Equal(t, append(slices.Clone(p.Next), ilacs.Next(letter)...), p.WithVisits(letter).Next)
}

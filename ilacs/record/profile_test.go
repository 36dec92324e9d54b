package record_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

func TestProfileHoldsWhatWasPublic(t *testing.T) {
	t.Parallel()
	for a := range authority.All() {
		for _, day := range []string{"2014-01-01", "2018-06-30", "2023-01-13", "2026-08-31"} {
			p := record.ProfileOf(a, date(t, day))
			want := []record.Inspection{} // never nil: a list in JSON, not null
			for i := range record.Of(a) {
				if i.Published.String() <= day {
					want = append(want, i)
				}
			}
			require.Equal(t, want, p.Inspections)
			latest, ok := p.Latest()
			if !ok {
				assert.Empty(t, p.Next)
				assert.Zero(t, p.Waits.Count)
				continue
			}
			assert.Equal(t, standing(a, day), latest)
			assert.Equal(t, ilacs.Next(latest.Report()), p.Next)
			assert.Equal(t, record.WaitsAfter(latest), p.Waits)
			assert.Equal(t, slices.Collect(record.Neighbours(a, date(t, day))), p.Neighbours)
		}
	}
}

func TestProfileOfASuccessor(t *testing.T) {
	t.Parallel()
	p := record.ProfileOf(find(t, "Cumberland"), date(t, ""))
	require.Len(t, p.Predecessors, 1)
	assert.Equal(t, "Cumbria", p.Predecessors[0].From.Name)
	assert.Len(t, p.Inspections, 1)
}

func TestProfileWithVisits(t *testing.T) {
	t.Parallel()
	dudley := find(t, "Dudley")
	letter := func(start string) *ilacs.Report {
		return &ilacs.Report{
			Visit:    ilacs.Visit{Type: ilacs.VisitTypeFocused, Framework: judgement.ILACS2023, Start: date(t, start), Published: date(t, start)},
			Source:   ilacs.SourceLetter,
			Findings: []finding.Finding{{Section: finding.SectionPriority}},
		}
	}
	p := record.ProfileOf(dudley, date(t, ""))
	later, earlier, undated := letter("2024-02-01"), letter("2019-02-05"), letter("")
	w := p.WithVisits(later, earlier, undated)
	assert.Empty(t, p.Visits)
	assert.Equal(t, []ilacs.Visit{earlier.Visit, later.Visit}, w.Visits)
	assert.Equal(t, append(slices.Clone(p.Next), ilacs.Next(later)...), w.Next)
	assert.Len(t, w.Next, len(p.Next)+2)
}

// TestShortInspectionsFromApril2026 checks the rule that is said to replace the
// overall grade against an earlier count: of the first eleven inspections
// without one, eight pass.
func TestShortInspectionsFromApril2026(t *testing.T) {
	t.Parallel()
	var pass, fail []string
	for i := range record.All() {
		if i.Framework != judgement.ILACS2026 {
			continue
		}
		if next := ilacs.Next(i.Report()); len(next) > 0 && next[0].Visit == ilacs.VisitTypeShort {
			assert.Equal(t, ilacs.FirmnessUncertain, next[0].Firmness)
			pass = append(pass, i.Authority.Name)
		} else {
			fail = append(fail, i.Authority.Name)
		}
	}
	assert.Equal(t, []string{"Blackpool", "Brent", "Lancashire", "Liverpool", "North Northamptonshire", "Portsmouth", "South Tyneside", "West Northamptonshire"}, pass)
	assert.Equal(t, []string{"Middlesbrough", "Somerset", "Trafford"}, fail)
}

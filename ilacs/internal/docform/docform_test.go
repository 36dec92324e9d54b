package docform_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/docform"
	"github.com/ilacs-go/inspection/judgement"
)

func date(t *testing.T, text string) civil.Date {
	t.Helper()
	d, err := civil.Parse(text)
	assert.NoError(t, err)
	return d
}

func TestTableIsConsistent(t *testing.T) {
	t.Parallel()
	last, n := ilacs.VisitType(0), 0
	for visit, f := range docform.All() {
		n++
		assert.Less(t, last, visit, "the types are not in order")
		last = visit
		got, ok := docform.Of(visit)
		assert.True(t, ok)
		assert.Equal(t, f, got)
		assert.Equal(t, civil.PrecisionDay, f.First().Precision(), visit)
		assert.True(t, f.InUse(f.First()), visit)
		assert.False(t, f.InUse(f.First().AddDays(-1)), visit)
		if !f.Last().IsZero() {
			assert.True(t, f.InUse(f.Last()), visit)
			assert.False(t, f.InUse(f.Last().AddDays(1)), visit)
		}
		letter := f.Source == ilacs.SourceLetter
		assert.Equal(t, letter, f.Visit != "", visit)
		assert.Equal(t, letter, f.Findings != "", visit)
		assert.Equal(t, letter && f.Improve, f.Wants != "", visit)
	}
	assert.Equal(t, 8, n)
	_, ok := docform.Of(ilacs.VisitTypeActionPlanning)
	assert.False(t, ok)
}

func TestWhatDependsOnTheDay(t *testing.T) {
	t.Parallel()
	sif, _ := docform.Of(ilacs.VisitTypeSIF)
	short, _ := docform.Of(ilacs.VisitTypeShort)
	assert.True(t, sif.HasStrengths(date(t, "2015-03-31")))
	assert.False(t, sif.HasStrengths(date(t, "2015-04-01")))
	assert.False(t, short.HasStrengths(date(t, "2023-05-15")))
	assert.True(t, short.HasTags(date(t, "2025-01-06")))
	assert.False(t, short.HasTags(date(t, "2024-12-02")))
	assert.False(t, sif.HasTags(date(t, "2018-06-04")))
	assert.Equal(t, judgement.SIF, sif.FrameworkOn(date(t, "2018-06-04")))
	assert.Equal(t, judgement.ILACS2018, short.FrameworkOn(date(t, "2018-06-04")))
	assert.Equal(t, judgement.ILACS2023, short.FrameworkOn(date(t, "2023-05-15")))
	assert.Equal(t, judgement.ILACS2026, short.FrameworkOn(date(t, "2026-05-11")))
	joint, _ := docform.Of(ilacs.VisitTypeJTAI)
	assert.Zero(t, joint.FrameworkOn(date(t, "2023-05-15")))
	assert.Zero(t, docform.LastTag(finding.TagKind(0)))
}

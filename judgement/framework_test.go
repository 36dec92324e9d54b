package judgement_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/parseerr"
	"github.com/ilacs-go/inspection/judgement"
)

func TestFrameworkOn(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		firstDay string
		want     judgement.Framework // zero where the day does not settle it
	}{
		{"", 0},
		{"2009-04-01", 0},
		{"2013-05-31", 0},
		{"2013-06-01", judgement.LookedAfter2013},
		{"2013-06-24", judgement.LookedAfter2013},
		{"2013-07-31", judgement.LookedAfter2013},
		{"2013-09-02", 0},
		{"2013-11-19", judgement.SIF},
		{"2018-01-28", judgement.SIF},
		{"2018-01-29", 0}, // one inspection under each began on this day
		{"2018-06-11", 0},
		{"2018-07-01", judgement.ILACS2018},
		{"2022-12-05", judgement.ILACS2018},
		{"2022-12-31", judgement.ILACS2018},
		{"2023-01-01", judgement.ILACS2023},
		{"2023-01-16", judgement.ILACS2023},
		{"2026-03-16", judgement.ILACS2023},
		{"2026-03-31", judgement.ILACS2023},
		{"2026-04-01", judgement.ILACS2026},
		{"2026-04-27", judgement.ILACS2026},
		{"2030-01-01", judgement.ILACS2026},

		{"2012", 0},
		{"2013-06", judgement.LookedAfter2013},
		{"2013", 0},
		{"2013-11", judgement.SIF},
		{"2017", judgement.SIF},
		{"2018", 0},
		{"2018-01", 0},
		{"2018-07", judgement.ILACS2018},
		{"2022-12", judgement.ILACS2018},
		{"2022", judgement.ILACS2018},
		{"2023", judgement.ILACS2023},
		{"2026", 0},
		{"2026-04", judgement.ILACS2026},
		{"2027", judgement.ILACS2026},
	} {
		t.Run(tt.firstDay, func(t *testing.T) {
			t.Parallel()
			got, ok := judgement.FrameworkOn(date(t, tt.firstDay))
			assert.Equal(t, tt.want != 0, ok)
			assert.Equal(t, tt.want, got)
			if ok {
				assert.True(t, got.Covers(date(t, tt.firstDay)))
			}
		})
	}
}

func TestCovers(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		firstDay  string
		framework judgement.Framework
		want      bool
	}{
		{"2018-01-28", judgement.ILACS2018, false},
		{"2018-01-29", judgement.ILACS2018, true},
		{"2018-06-30", judgement.SIF, true},
		{"2018-07-01", judgement.SIF, false},
		{"2018", judgement.SIF, true},
		{"2018", judgement.ILACS2018, true},
		{"2018", judgement.ILACS2023, false},
		{"2099-01-01", judgement.ILACS2026, true},
		{"", judgement.ILACS2026, false},
		{"2010-01-01", 0, false},
		{"2010-01-01", 99, false},
	} {
		assert.Equal(t, tt.want, tt.framework.Covers(date(t, tt.firstDay)), "%v on %q", tt.framework, tt.firstDay)
	}
}

func TestFrameworkParseArea(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		framework judgement.Framework
		printed   string
		want      judgement.Area // zero where it is refused
	}{
		"without social work":    {judgement.ILACS2026, "The impact of leaders on practice\nwith children and families", judgement.Leaders},
		"a slip of print":        {judgement.ILACS2023, "The experiences and progress of children care leavers", judgement.CareLeavers},
		"the combined row":       {judgement.ILACS2018, "The experiences and progress of children in care and care leavers", judgement.InCareAndCareLeavers},
		"the combined row, 23":   {judgement.ILACS2023, "The experiences and progress of children in care and care leavers", 0},
		"a part of a name":       {judgement.ILACS2023, "The experiences and progress of children in", 0},
		"half a word":            {judgement.ILACS2023, "The experiences and progress of children in car", 0},
		"a name and more":        {judgement.ILACS2023, "Overall effectiveness grade", 0},
		"a word in two":          {judgement.ILACS2023, "Over all effectiveness", 0},
		"words run together":     {judgement.ILACS2023, "Overalleffectiveness", 0},
		"no overall in 2026":     {judgement.ILACS2026, "Overall effectiveness", 0},
		"SIF's leaders":          {judgement.SIF, "Leadership, management and governance", judgement.Leaders},
		"SIF's under ILACS":      {judgement.ILACS2018, "Leadership, management and governance", 0},
		"empty":                  {judgement.ILACS2023, "", 0},
		"spaces":                 {judgement.ILACS2023, " \n ", 0},
		"no framework":           {0, "Overall effectiveness", 0},
		"bytes that are no text": {judgement.ILACS2023, "Overall\xff", 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, err := tt.framework.ParseArea(tt.printed)
			assert.Equal(t, tt.want, a)
			if tt.want != 0 {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, parseerr.ErrUnknown)
			var fault *parseerr.Error
			require.ErrorAs(t, err, &fault)
			assert.Equal(t, tt.printed, fault.Input)
		})
	}
}

func TestFrameworkOutOfRange(t *testing.T) {
	t.Parallel()
	for _, f := range []judgement.Framework{0, 1, 255} {
		from, until := f.Period()
		assert.True(t, from.IsZero() && until.IsZero())
		assert.Empty(t, slices.Collect(f.Editions()))
		assert.False(t, f.Has(judgement.Leaders))
		assert.Equal(t, judgement.Leaders.String(), f.AreaName(judgement.Leaders))
		assert.Equal(t, "Good", f.GradeName(judgement.Good))
		_, ok := f.Parent(judgement.Adoption)
		assert.False(t, ok)
		for a := range f.Areas() {
			assert.Fail(t, "an area of no framework", "%v", a)
		}
	}
	assert.Equal(t, "Area(7)", judgement.SIF.AreaName(7))
	assert.Equal(t, "Grade(7)", judgement.SIF.GradeName(7))
	assert.False(t, judgement.SIF.Has(0))
	assert.False(t, judgement.SIF.Has(255))
}

func TestIteratorsStop(t *testing.T) {
	t.Parallel()
	for range judgement.Frameworks() {
		break
	}
	for range judgement.SIF.Areas() {
		break
	}
	for range judgement.SIF.Grades() {
		break
	}
	s := judgement.Set{Framework: judgement.SIF}.With(judgement.Leaders, judgement.Good).With(judgement.InCare, judgement.Good)
	for range s.All() {
		break
	}
	for a := range s.All() {
		if a == judgement.InCare { // an area that the framework does not grade
			break
		}
	}
	assert.Equal(t, 2, s.Len())
}

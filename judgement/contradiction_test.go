package judgement_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/judgement"
)

// Which inadequate area goes with an overall grade that is better, and what the
// key judgements bound.
func TestContradictions(t *testing.T) {
	t.Parallel()
	contradiction := func(f judgement.Framework, a judgement.Area, overall judgement.Grade, rule bool) error {
		return &judgement.ContradictionError{Framework: f, Area: a, Overall: overall, Rule: rule}
	}
	const better = judgement.RequiresImprovement
	for name, tt := range map[string]struct {
		set  string
		want []error
	}{
		"SIF: help and protection": {"sif overall=requires-improvement help-and-protection=inadequate looked-after=good adoption=good care-leavers=good leaders=good",
			[]error{contradiction(judgement.SIF, judgement.HelpAndProtection, better, true)}},
		"SIF: looked after": {"sif overall=requires-improvement help-and-protection=good looked-after=inadequate adoption=good care-leavers=good leaders=good",
			[]error{contradiction(judgement.SIF, judgement.LookedAfter, better, true)}},
		"SIF: leaders": {"sif overall=requires-improvement help-and-protection=good looked-after=good adoption=good care-leavers=good leaders=inadequate",
			[]error{contradiction(judgement.SIF, judgement.Leaders, better, true)}},
		"SIF: a sub-judgement": {"sif overall=requires-improvement help-and-protection=good looked-after=requires-improvement adoption=inadequate care-leavers=good leaders=good", nil},
		"2018: help and protection": {"ilacs-2018 leaders=requires-improvement help-and-protection=inadequate in-care-and-care-leavers=good overall=requires-improvement",
			[]error{contradiction(judgement.ILACS2018, judgement.HelpAndProtection, better, false)}},
		"2018: in care and care leavers": {"ilacs-2018 leaders=requires-improvement help-and-protection=good in-care-and-care-leavers=inadequate overall=requires-improvement",
			[]error{contradiction(judgement.ILACS2018, judgement.InCareAndCareLeavers, better, false)}},
		"2018: leaders": {"ilacs-2018 leaders=inadequate help-and-protection=requires-improvement in-care-and-care-leavers=good overall=requires-improvement", nil},
		"2023: help and protection": {"ilacs-2023 leaders=requires-improvement help-and-protection=inadequate in-care=good care-leavers=good overall=requires-improvement",
			[]error{contradiction(judgement.ILACS2023, judgement.HelpAndProtection, better, false)}},
		"2023: in care": {"ilacs-2023 leaders=requires-improvement help-and-protection=good in-care=inadequate care-leavers=good overall=requires-improvement",
			[]error{contradiction(judgement.ILACS2023, judgement.InCare, better, false)}},
		"inadequate throughout":                       {"ilacs-2023 leaders=inadequate help-and-protection=inadequate in-care=inadequate care-leavers=inadequate overall=inadequate", nil},
		"inadequate overall with one inadequate area": {"ilacs-2018 leaders=good help-and-protection=inadequate in-care-and-care-leavers=good overall=inadequate", nil},
		"the board bounds nothing": {"sif overall=requires-improvement help-and-protection=good looked-after=good adoption=good care-leavers=good leaders=good lscb=requires-improvement",
			[]error{contradiction(judgement.SIF, 0, better, false)}},
		"the board forbids nothing": {"sif overall=good help-and-protection=good looked-after=good adoption=good care-leavers=good leaders=good lscb=inadequate", nil},
		"a sub-judgement bounds nothing": {"sif overall=outstanding help-and-protection=good looked-after=good adoption=outstanding care-leavers=good leaders=good",
			[]error{contradiction(judgement.SIF, 0, judgement.Outstanding, false)}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := set(t, tt.set).Validate()
			if tt.want == nil {
				assert.NoError(t, err)
				return
			}
			joined, ok := err.(interface{ Unwrap() []error })
			if assert.True(t, ok, "%v", err) {
				assert.Equal(t, tt.want, joined.Unwrap())
			}
		})
	}
}

// An area whose grade is missing may be the better or worse one that the overall
// grade follows; one that forbids the overall grade does so all the same.
func TestNoContradictionOfMissingGrades(t *testing.T) {
	t.Parallel()
	var contradicts *judgement.ContradictionError
	err := set(t, "ilacs-2023 leaders=good overall=requires-improvement").Validate()
	require.Error(t, err)
	assert.NotErrorAs(t, err, &contradicts)
	assert.ErrorAs(t, set(t, "ilacs-2023 in-care=inadequate overall=requires-improvement").Validate(), &contradicts)
}

// The earliest and the latest day of each framework's period, and the days next
// to them, decide.
func TestFrameworkOnTheEdgesOfAPeriod(t *testing.T) {
	t.Parallel()
	for day, want := range map[string]judgement.Framework{
		"2017-12-31": judgement.SIF,
		"2018-07-01": judgement.ILACS2018,
		"2022-12-31": judgement.ILACS2018,
		"2023-01-01": judgement.ILACS2023,
		"2026-03-31": judgement.ILACS2023,
		"2026-04-01": judgement.ILACS2026,
		"2022-12":    judgement.ILACS2018,
		"2023":       judgement.ILACS2023,
		"2026":       0, // two frameworks
		"2026-03":    judgement.ILACS2023,
		"2018-06-30": 0, // SIF and ILACS side by side
		"2013-08":    0, // between two frameworks
		"2013":       0, // begins under one framework and ends under another
	} {
		got, ok := judgement.FrameworkOn(date(t, day))
		assert.Equal(t, want, got, day)
		assert.Equal(t, want != 0, ok, day)
	}
}

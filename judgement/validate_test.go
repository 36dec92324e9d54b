package judgement_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/judgement"
)

func TestValidate(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		set  string
		want []error
	}{
		"A": {"ilacs-2018 leaders=good help-and-protection=good in-care-and-care-leavers=good overall=good", nil},
		"B": {"ilacs-2023 leaders=good help-and-protection=good in-care=good care-leavers=requires-improvement overall=good", nil},
		"C": {"ilacs-2026 leaders=good help-and-protection=inadequate in-care=good care-leavers=requires-improvement", nil},
		"SIF": {"sif overall=good help-and-protection=good looked-after=good adoption=outstanding " +
			"care-leavers=good leaders=good lscb=requires-improvement", nil},
		"SIF, a re-inspection without the board": {"sif overall=good help-and-protection=good looked-after=good " +
			"adoption=outstanding care-leavers=good leaders=good", nil},
		"SIF, no child in care": {"sif overall=good help-and-protection=good looked-after=not-judged " +
			"adoption=not-judged care-leavers=not-judged leaders=good", nil},
		"SIF, an inadequate sub-judgement": {"sif overall=requires-improvement help-and-protection=good looked-after=good " +
			"adoption=good care-leavers=inadequate leaders=requires-improvement", nil},
		"2013": {"looked-after-2013 overall=adequate capacity-to-improve=good outcomes=adequate " +
			"quality-of-provision=adequate leaders=adequate", nil},
		"2013, where nothing is known of what is seen": {"looked-after-2013 overall=inadequate capacity-to-improve=good " +
			"outcomes=adequate quality-of-provision=adequate leaders=adequate", nil},

		"no framework": {"leaders=good overall=good", []error{judgement.ErrNoFramework}},
		"nothing":      {"", []error{judgement.ErrNoFramework}},
		"no grade": {"ilacs-2026", []error{
			&judgement.MissingError{Framework: judgement.ILACS2026, Area: judgement.Leaders},
			&judgement.MissingError{Framework: judgement.ILACS2026, Area: judgement.HelpAndProtection},
			&judgement.MissingError{Framework: judgement.ILACS2026, Area: judgement.InCare},
			&judgement.MissingError{Framework: judgement.ILACS2026, Area: judgement.CareLeavers},
		}},
		"overall after April 2026": {"ilacs-2026 leaders=good help-and-protection=good in-care=good care-leavers=good overall=good", []error{
			&judgement.ForeignError{Framework: judgement.ILACS2026, Area: judgement.Overall},
		}},
		"combined in 2023": {"ilacs-2023 leaders=good help-and-protection=good in-care-and-care-leavers=good overall=good", []error{
			&judgement.MissingError{Framework: judgement.ILACS2023, Area: judgement.InCare},
			&judgement.MissingError{Framework: judgement.ILACS2023, Area: judgement.CareLeavers},
			&judgement.ForeignError{Framework: judgement.ILACS2023, Area: judgement.InCareAndCareLeavers},
		}},
		"adequate under ILACS": {"ilacs-2018 leaders=good help-and-protection=adequate in-care-and-care-leavers=good overall=good", []error{
			&judgement.ScaleError{Framework: judgement.ILACS2018, Area: judgement.HelpAndProtection, Grade: judgement.Adequate},
		}},
		"requires improvement in 2013": {"looked-after-2013 overall=requires-improvement capacity-to-improve=good outcomes=adequate " +
			"quality-of-provision=adequate leaders=adequate", []error{
			&judgement.ScaleError{Framework: judgement.LookedAfter2013, Area: judgement.Overall, Grade: judgement.RequiresImprovement},
		}},
		"not judged overall": {"sif overall=not-judged help-and-protection=good looked-after=not-judged " +
			"adoption=not-judged care-leavers=not-judged leaders=good", []error{
			&judgement.ScaleError{Framework: judgement.SIF, Area: judgement.Overall, Grade: judgement.NotJudged},
		}},
		"SIF, an inadequate key judgement": {"sif overall=requires-improvement help-and-protection=good looked-after=inadequate " +
			"adoption=good care-leavers=good leaders=good", []error{
			&judgement.ContradictionError{Framework: judgement.SIF, Area: judgement.LookedAfter, Overall: judgement.RequiresImprovement, Rule: true},
		}},
		"ILACS, inadequate leaders": {"ilacs-2023 leaders=inadequate help-and-protection=requires-improvement " +
			"in-care=requires-improvement care-leavers=requires-improvement overall=requires-improvement", nil},
		"ILACS, inadequate care": {"ilacs-2023 leaders=good help-and-protection=good " +
			"in-care=good care-leavers=inadequate overall=requires-improvement", []error{
			&judgement.ContradictionError{Framework: judgement.ILACS2023, Area: judgement.CareLeavers, Overall: judgement.RequiresImprovement},
		}},
		"better than every area": {"ilacs-2018 leaders=good help-and-protection=good in-care-and-care-leavers=good overall=outstanding", []error{
			&judgement.ContradictionError{Framework: judgement.ILACS2018, Overall: judgement.Outstanding},
		}},
		"worse than every area": {"ilacs-2018 leaders=good help-and-protection=good in-care-and-care-leavers=requires-improvement overall=inadequate", []error{
			&judgement.ContradictionError{Framework: judgement.ILACS2018, Overall: judgement.Inadequate},
		}},
		"the board does not count": {"sif overall=good help-and-protection=good looked-after=good adoption=good " +
			"care-leavers=good leaders=good lscb=inadequate", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			err := set(t, tt.set).Validate()
			if tt.want == nil {
				require.NoError(t, err)
				return
			}
			require.Error(t, err)
			got := []error{err}
			if joined, ok := err.(interface{ Unwrap() []error }); ok {
				got = joined.Unwrap()
			}
			assert.Equal(t, tt.want, got)
			for _, e := range got {
				assert.NotContains(t, e.Error(), "Area(")
				assert.NotContains(t, e.Error(), "Grade(")
			}
		})
	}
}

func TestValidateTellsAnInvalidGrade(t *testing.T) {
	t.Parallel()
	err := set(t, "ilacs-2026 leaders=good help-and-protection=good in-care=good").With(judgement.CareLeavers, 7).Validate()
	var scale *judgement.ScaleError
	require.True(t, errors.As(err, &scale))
	assert.Equal(t, judgement.CareLeavers, scale.Area)
	assert.Equal(t, judgement.Grade(7), scale.Grade)
}

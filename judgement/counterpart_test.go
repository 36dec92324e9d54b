package judgement_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/judgement"
)

func TestCounterpart(t *testing.T) {
	t.Parallel()
	const (
		good, bad, requires = judgement.Good, judgement.Inadequate, judgement.RequiresImprovement
	)
	sif := judgement.Set{Framework: judgement.SIF}.With(judgement.LookedAfter, good).With(judgement.CareLeavers, bad).With(judgement.Adoption, requires)
	combined := judgement.Set{Framework: judgement.ILACS2018}.With(judgement.InCareAndCareLeavers, requires)
	apart := judgement.Set{Framework: judgement.ILACS2023}.With(judgement.InCare, good).With(judgement.CareLeavers, bad)
	for _, c := range []struct {
		name  string
		set   judgement.Set
		area  judgement.Area
		grade judgement.Grade
		under judgement.Area
	}{
		{"its own", sif, judgement.CareLeavers, bad, judgement.CareLeavers},
		{"children looked after, for those in care", sif, judgement.InCare, good, judgement.LookedAfter},
		{"the same, for both groups together", sif, judgement.InCareAndCareLeavers, good, judgement.LookedAfter},
		{"one for both, for those in care", combined, judgement.InCare, requires, judgement.InCareAndCareLeavers},
		{"one for both, for care leavers", combined, judgement.CareLeavers, requires, judgement.InCareAndCareLeavers},
		{"those in care, for children looked after", apart, judgement.LookedAfter, good, judgement.InCare},
		{"two, for both groups together", apart, judgement.InCareAndCareLeavers, 0, 0},
		{"none", apart, judgement.Adoption, 0, 0},
		{"not stated", apart, judgement.Leaders, 0, 0},
		{"nothing is known of the framework", judgement.Set{}, judgement.Leaders, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			grade, under := c.set.Counterpart(c.area)
			assert.Equal(t, c.grade, grade)
			assert.Equal(t, c.under, under)
		})
	}
}

func ExampleSet_Counterpart() {
	set := judgement.Set{Framework: judgement.ILACS2018}.With(judgement.InCareAndCareLeavers, judgement.Good)
	grade, under := set.Counterpart(judgement.CareLeavers)
	fmt.Println(grade, "–", under)
	// Output: Good – The experiences and progress of children in care and care leavers
}

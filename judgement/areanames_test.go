package judgement_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/judgement"
)

func ExampleFramework_PrintedNames() {
	for name := range judgement.ILACS2023.PrintedNames(judgement.CareLeavers) {
		fmt.Println(name)
	}
	// Output:
	// The experiences and progress of care leavers
	// The experiences and progress of children care leavers
}

func TestPrintedNames(t *testing.T) {
	t.Parallel()
	for f := range judgement.Frameworks() {
		for a := range f.Areas() {
			names := slices.Collect(f.PrintedNames(a))
			assert.Equal(t, f.AreaName(a), names[0])
			for _, name := range names {
				got, err := f.ParseArea(name)
				assert.NoError(t, err)
				assert.Equal(t, a, got, name)
			}
			for range f.PrintedNames(a) {
				break // may be left early
			}
		}
	}
	assert.Empty(t, slices.Collect(judgement.ILACS2026.PrintedNames(judgement.Adoption)))
}

package ilacs_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
)

// A short inspection has five working days at the most; the days of a weekend are none.
func TestTypeByWorkingDays(t *testing.T) {
	t.Parallel()
	for days, want := range map[string]ilacs.VisitType{
		"6 to 10 November 2023": ilacs.VisitTypeShort,
		"6 to 11 November 2023": ilacs.VisitTypeShort,
		"6 to 12 November 2023": ilacs.VisitTypeShort,
		"6 to 13 November 2023": ilacs.VisitTypeStandard,
		"6 to 17 November 2023": ilacs.VisitTypeStandard,
	} {
		require.Contains(t, standardInspection, "6 to 17 November 2023")
		r, err := ilacs.Parse(strings.Replace(standardInspection, "6 to 17 November 2023", days, 1))
		require.NoError(t, err)
		assert.Equal(t, want, r.Visit.Type, days)
	}
}

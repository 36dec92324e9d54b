package ilacs_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
)

// A short inspection has five working days at the most; the days of a weekend are none.
// What is neither one week nor two is noted.
func TestTypeByWorkingDays(t *testing.T) {
	t.Parallel()
	const short, standard = ilacs.VisitTypeShort, ilacs.VisitTypeStandard
	for days, want := range map[string]struct {
		typ     ilacs.VisitType
		periods int
		note    string
	}{
		"6 to 9 November 2023":                            {short, 0, "4 working days"},
		"6 to 10 November 2023":                           {short, 0, ""},
		"6 to 11 November 2023":                           {short, 0, ""},
		"6 to 12 November 2023":                           {short, 0, ""},
		"6 to 13 November 2023":                           {standard, 0, "6 working days"},
		"6 to 17 November 2023":                           {standard, 0, ""},
		"6 to 24 November 2023":                           {standard, 0, "15 working days"},
		"6 to 10 November 2023 and 4 to 5 December 2023":  {short, 2, "2 periods"},
		"6 to 17 November 2023 and 4 to 15 December 2023": {standard, 2, "2 periods"},
	} {
		require.Contains(t, standardInspection, "6 to 17 November 2023")
		r, err := ilacs.Parse(strings.Replace(standardInspection, "6 to 17 November 2023", days, 1))
		require.NoError(t, err)
		assert.Equal(t, want.typ, r.Visit.Type, days)
		assert.Len(t, r.Visit.Periods, want.periods, days)
		assert.Equal(t, want.note != "", hasNote(r, "the type of inspection is uncertain"), days)
		if want.note != "" {
			assert.True(t, hasNote(r, "fieldwork of "+want.note+" is neither"), "%s: %v", days, r.Notes)
		}
	}
}

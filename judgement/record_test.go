package judgement_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/judgement"
)

// exceptions are the reports that are no full report under their framework, by
// URN and first day, and why. Each must still be one.
var exceptions = map[string]string{
	"80567 2015-06-15": "a review of a safeguarding children board alone",
	"80418 2013-07-08": "only the overall grade is in the record",
	"80476 2013-07-15": "only the overall grade is in the record",
	"80522 2013-07-15": "only the overall grade is in the record",
	"80549 2013-06-24": "only the overall grade is in the record",
}

// TestRecordValidates holds the tables to the grades of every published report,
// where a record of them lies beside the project: the first day of fieldwork
// decides the framework, and its grades are those of that framework.
func TestRecordValidates(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"../../shared/record/outcomes.tsv", "../../shared/gold/reports.tsv"} {
		t.Run(name[strings.LastIndex(name, "/")+1:], func(t *testing.T) {
			t.Parallel()
			if _, err := os.Stat(name); err != nil {
				t.Skip("the record of published grades is not here")
			}
			_, rows := table(t, name)
			require.Greater(t, len(rows), 300)
			exceptional := 0
			for _, row := range rows {
				s := recorded(t, row)
				first := date(t, row["start"])
				if f, ok := judgement.FrameworkOn(first); ok {
					assert.Equal(t, s.Framework, f, "%v", row)
				} else {
					assert.True(t, s.Framework.Covers(first), "%v", row)
				}
				if _, ok := exceptions[row["urn"]+" "+row["start"]]; ok {
					exceptional++
					assert.Error(t, s.Validate(), "no exception any more: %v", row)
				} else {
					assert.NoError(t, s.Validate(), "%v", row)
				}
				back, err := judgement.ParseSet(s.String())
				require.NoError(t, err)
				assert.Equal(t, s, back)
			}
			if strings.HasSuffix(name, "outcomes.tsv") {
				assert.Equal(t, len(exceptions), exceptional)
			}
		})
	}
}

// recorded reads the grades of one row of the record.
func recorded(t *testing.T, row map[string]string) judgement.Set {
	t.Helper()
	frameworks := map[string]judgement.Framework{
		"SLAC": judgement.LookedAfter2013, // as the record labels the four reports of 2013
		"SIF":  judgement.SIF, "ILACS2018": judgement.ILACS2018, "ILACS2023": judgement.ILACS2023, "ILACS2026": judgement.ILACS2026,
	}
	columns := map[string]judgement.Area{
		"overall": judgement.Overall, "leaders": judgement.Leaders, "help_protection": judgement.HelpAndProtection,
		"in_care": judgement.InCare, "care_leavers": judgement.CareLeavers,
		"in_care_and_leavers": judgement.InCareAndCareLeavers, "sif_looked_after": judgement.LookedAfter,
		"sif_adoption": judgement.Adoption, "sif_care_leavers": judgement.CareLeavers,
		"sif_leadership": judgement.Leaders, "lscb": judgement.LSCB,
	}
	require.Contains(t, frameworks, row["framework"])
	s := judgement.Set{Framework: frameworks[row["framework"]]}
	for column, a := range columns {
		if cell := row[column]; cell != "" {
			g, err := judgement.ParseGrade(cell)
			require.NoError(t, err)
			s = s.With(a, g)
		}
	}
	return s
}

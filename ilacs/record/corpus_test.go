package record_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/internal/tsv"
	"github.com/ilacs-go/inspection/judgement"
)

// The reports, and the facts taken from them, lie beside the module and are not
// part of it.
const shared = "../../../shared"

// byKey returns the inspections of the record by authority and first day.
func byKey() map[string]record.Inspection {
	all := map[string]record.Inspection{}
	for i := range record.All() {
		all[key(i)] = i
	}
	return all
}

// cells returns the fields of an inspection as text, with the areas that are
// graded.
func cells(i record.Inspection) map[string]string {
	c := map[string]string{
		"authority": i.Authority.Name, "type": i.Type.String(), "framework": i.Framework.String(),
		"start": i.Start.String(), "end": i.End.String(), "published": i.Published.String(), "lead": i.Lead,
	}
	for a, g := range i.Judgements.All() {
		c[a.String()] = g.String()
	}
	return c
}

// TestCorpusAgrees reads every report and compares it with the record, cell by
// cell.
func TestCorpusAgrees(t *testing.T) {
	t.Parallel()
	for _, folder := range []string{"layout", "plain", "pdfium"} {
		t.Run(folder, func(t *testing.T) {
			t.Parallel()
			files, err := filepath.Glob(filepath.Join(shared, "corpus", folder, "*.txt"))
			require.NoError(t, err)
			if len(files) == 0 {
				t.Skipf("the reports of corpus/%s are not here", folder)
			}
			known, compared := byKey(), 0
			for _, file := range files {
				text, err := os.ReadFile(file)
				require.NoError(t, err)
				name := strings.TrimSuffix(filepath.Base(file), ".txt")
				report, err := ilacs.Parse(string(text))
				if !assert.NoError(t, err, name) {
					continue
				}
				// The name of the file ends in the day of publication.
				report.Visit.Published = date(t, name[len(name)-len("2006-01-02"):])
				got, err := record.FromReport(report)
				if !assert.NoError(t, err, name) {
					continue
				}
				want, ok := known[key(got)]
				if !assert.True(t, ok, "%s is not in the record", key(got)) {
					continue
				}
				is, should := cells(got), cells(want)
				for field := range should {
					compared++
					assert.Equal(t, should[field], is[field], "%s: %s", name, field)
				}
				assert.Len(t, is, len(should), "%s: more grades than the record has", name)
			}
			t.Logf("%d reports, %d cells", len(files), compared)
		})
	}
}

// outcomesAreas are the areas by column of the table of outcomes.
var outcomesAreas = map[string]judgement.Area{
	"overall": judgement.Overall, "leaders": judgement.Leaders, "sif_leadership": judgement.Leaders,
	"help_protection": judgement.HelpAndProtection, "in_care": judgement.InCare,
	"care_leavers": judgement.CareLeavers, "sif_care_leavers": judgement.CareLeavers,
	"in_care_and_leavers": judgement.InCareAndCareLeavers, "sif_looked_after": judgement.LookedAfter,
	"sif_adoption": judgement.Adoption, "lscb": judgement.LSCB,
}

// TestOutcomesAgree compares the record, cell by cell, with the table of facts
// that it was made from.
func TestOutcomesAgree(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile(filepath.Join(shared, "record/outcomes.tsv"))
	if os.IsNotExist(err) {
		t.Skip("the table of outcomes is not here")
	}
	require.NoError(t, err)
	known := map[string]record.Inspection{}
	for i := range record.All() {
		known[i.Authority.URN+" "+i.Start.String()] = i
	}
	rows, compared := 0, 0
	for row := range tsv.Records("outcomes.tsv", string(raw)) {
		rows++
		line := row["authority"] + " " + row["start"]
		grades := map[judgement.Area]judgement.Grade{}
		for column, a := range outcomesAreas {
			if cell := row[column]; cell != "" {
				grades[a], err = judgement.ParseGrade(cell)
				require.NoError(t, err)
			}
		}
		i, ok := known[row["urn"]+" "+row["start"]]
		require.True(t, ok, line)
		assert.Equal(t, date(t, row["end"]), i.End, line)
		assert.Equal(t, date(t, row["published"]), i.Published, line)
		assert.Equal(t, row["lead_inspector"], i.Lead, line)
		framework := map[string]judgement.Framework{
			"SLAC": judgement.LookedAfter2013, // as the table calls the four of 2013
			"SIF":  judgement.SIF, "ILACS2018": judgement.ILACS2018, "ILACS2023": judgement.ILACS2023, "ILACS2026": judgement.ILACS2026,
		}[row["framework"]]
		assert.Equal(t, framework, i.Framework, line)
		for column, a := range outcomesAreas {
			if framework == judgement.LookedAfter2013 && column != "overall" {
				continue // the table has no columns for their areas
			}
			compared++
			assert.Equal(t, grades[a], i.Judgements.Grade(a), "%s: %s", line, column)
		}
		delete(known, row["urn"]+" "+row["start"])
	}
	assert.Empty(t, known, "the record has more than the table")
	t.Logf("%d rows, %d cells of grades", rows, compared)
}

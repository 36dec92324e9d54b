package ilacs_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

func TestPathwayTable(t *testing.T) {
	t.Parallel()
	head, rows := pathwayRows(t)
	for _, fact := range []string{"# source: ", "# date: ", "# licence: ", "# rows: " + strconv.Itoa(len(rows)) + "\n"} {
		assert.Contains(t, head, fact)
	}
	for _, row := range rows {
		assert.NotEmpty(t, row["source"], row)
		assert.NotEmpty(t, row["edition"], row)
		secondHand := strings.Contains(row["source"], "general knowledge") || strings.Contains(row["source"], "second-hand")
		assert.Equal(t, secondHand, row["firmness"] == "uncertain", "second hand or from general knowledge, or uncertain, but not both: %v", row)
		assert.Equal(t, row["anchor"] != "", row["earliest"]+row["latest"] != "", row)
		if strings.Contains(row["frameworks"], "ilacs-2026") {
			assert.NotContains(t, row["condition"], "overall", "there is no overall grade from April 2026 on")
		}
	}
}

// TestPathwayRowsAreReached holds that each row of the table says something of
// some document, so that none is dead.
func TestPathwayRowsAreReached(t *testing.T) {
	t.Parallel()
	reached := map[string]bool{}
	key := func(step, visit, firmness, edition, note string) string {
		return strings.Join([]string{step, visit, firmness, edition, note}, "|")
	}
	for _, typ := range []string{"standard", "sif", "reinspection", "focused", "monitoring", "jtai"} {
		for _, set := range []string{"sif", "ilacs-2018", "ilacs-2023", "ilacs-2026"} {
			for _, grade := range []string{"outstanding", "requires-improvement", "inadequate"} {
				for _, published := range []string{"2014-05-23", "2017-01-12", "2019-05-10", "2024-05-10"} {
					grades := " overall=" + grade
					if set == "ilacs-2026" {
						grades = strings.NewReplacer("GRADE", grade).Replace(" leaders=GRADE help-and-protection=GRADE in-care=GRADE")
					}
					r := visited(t, typ, set+grades, "", "", published)
					r.Visit.Since.Grade = judgement.Inadequate
					r.Findings = []finding.Finding{{Section: finding.SectionPriority}}
					for _, e := range ilacs.Next(r) {
						step, _ := e.Step.MarshalText()
						visit, _ := e.Visit.MarshalText()
						firmness, _ := e.Firmness.MarshalText()
						reached[key(string(step), string(visit), string(firmness), e.Edition, e.Note)] = true
					}
				}
			}
		}
	}
	_, rows := pathwayRows(t)
	for _, row := range rows {
		assert.True(t, reached[key(row["step"], row["visit"], row["firmness"], row["edition"], row["note"])], row)
	}
}

func FuzzNext(f *testing.F) {
	f.Add(uint8(20), "ilacs-2023 overall=inadequate", "2024-02-29", "2024-03-08")
	f.Add(uint8(30), "ilacs-2018 overall=good", "2018-08-31", "")
	f.Add(uint8(110), "sif overall=inadequate", "2016-09-12", "2016-11")
	f.Add(uint8(20), "ilacs-2026 leaders=good in-care=good care-leavers=good", "9999-12-31", "9999-12-31")
	f.Fuzz(func(t *testing.T, typ uint8, set, start, published string) {
		r := &ilacs.Report{}
		if r.Judgements.UnmarshalText([]byte(set)) != nil || r.Visit.Start.UnmarshalText([]byte(start)) != nil ||
			r.Visit.Published.UnmarshalText([]byte(published)) != nil {
			t.Skip()
		}
		r.Visit.Type, r.Visit.Framework = ilacs.VisitType(typ), r.Judgements.Framework
		for _, e := range ilacs.Next(r) {
			if !e.From.IsZero() && e.From.Compare(e.Until) > 0 {
				t.Errorf("a window that ends before it begins: %v", e)
			}
			if e.Firmness == 0 || e.Source == "" || e.String() == "" {
				t.Errorf("not well-formed: %#v", e)
			}
		}
	})
}

package passage_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/judgement"
)

// one makes findings of the sentences of one paragraph.
func one(section finding.Section, sentences ...string) []finding.Finding {
	var out []finding.Finding
	at := 0
	for _, s := range sentences {
		out = append(out, finding.Finding{
			Text: s, Span: finding.Span{Start: at, End: at + len(s)}, Section: section, Paragraph: 1, Reading: finding.Classify(s),
		})
		at += len(s) + 1
	}
	return out
}

func TestWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"The planning of families’ assessments": {"plan", "famili", "assessment"},
		"The plan for each family":              {"plan", "famili"},
		"Supervision (page 12, paragraph 31)":   {"supervision"},
		"Supervision (of foster carers)":        {"supervision", "foster", "carer"},
		"Plan it; settle it, the rate, rating":  {"plan", "settl", "rat", "rat"},
		"Cats, gases, aided, going, gossip":     {"cat", "gas", "aid", "going", "gossip"},
		"Placements, movement, relation":        {"plac", "movement", "relation"},
		"that which is to be":                   {},
	} {
		assert.Equal(t, want, passage.Words(text), text)
	}
}

func TestLookingAround(t *testing.T) {
	t.Parallel()
	d := passage.New(passage.Source{Findings: one(finding.SectionMain,
		"Supervision is regular.", "However, it lacks challenge.", "Oversight was weak at the last inspection.",
		"Oversight is still weak, as at the last inspection.", "Plans are unclear.", "This was so at the last inspection.",
	)}, false)
	require.Len(t, d.Passages, 6)
	var countered, looksBack, past, continues []int
	for i, p := range d.Passages {
		for _, x := range []struct {
			is   bool
			list *[]int
		}{{p.Countered, &countered}, {p.LooksBack, &looksBack}, {p.Past, &past}, {p.Continues, &continues}} {
			if x.is {
				*x.list = append(*x.list, i)
			}
		}
		assert.Equal(t, p.Past, !p.Assesses, p.Text)
	}
	assert.Equal(t, []int{0}, countered)
	assert.Equal(t, []int{2, 3, 4, 5}, looksBack)
	assert.Equal(t, []int{2, 5}, past)
	assert.Equal(t, []int{5}, continues)
}

func TestStatesGrade(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Children’s services in Wexcombe require improvement to be good.": true,
		"The overall effectiveness of services in Wexcombe is good.":      true,
		"Services are good at keeping records.":                           false,
		"Early help is good.":                                             false,
		"The overall effectiveness of services requires improvement, and leaders know which of them, and have plans for each.": false,
	} {
		assert.Equal(t, want, passage.StatesGrade(text), text)
	}
}

func TestContinues(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"Consequently, visits are late.":          true,
		"However, these visits are late.":         true,
		"However, visits are late.":               false,
		"Visits are late, and this is well known": false,
	} {
		assert.Equal(t, want, passage.Continues(text), text)
	}
}

// What is about the safeguarding children board is compared where both documents
// grade it.
func TestPrepareLeavesTheBoardOut(t *testing.T) {
	t.Parallel()
	findings := one(finding.SectionImprove, "The board’s scrutiny of audits.", "The frequency of supervision.")
	findings[0].Area = judgement.LSCB
	graded, not := passage.Source{Findings: findings, GradesBoard: true}, passage.Source{Findings: findings}
	for _, c := range []struct {
		before, after passage.Source
		items         int
	}{{graded, graded, 2}, {graded, not, 1}, {not, graded, 1}, {graded, passage.Source{Findings: findings, GradesBoard: true, ReviewsBoard: true}, 2}} {
		b, a := passage.Prepare(c.before, c.after)
		assert.Len(t, b.Items(), c.items)
		assert.Len(t, a.Items(), c.items)
	}
}

// A rare word weighs more than a common one, and one that is absent most.
func TestWordWeights(t *testing.T) {
	t.Parallel()
	d := passage.New(passage.Source{Findings: one(finding.SectionMain, "Supervision is regular.", "Supervision is reflective.")}, false)
	weights := d.Weights()
	common, rare, absent := weights.Of(passage.WordOf("supervision")), weights.Of(passage.WordOf("reflectiv")), weights.Of(passage.WordOf("audit"))
	assert.Greater(t, rare, common)
	assert.Greater(t, absent, rare)
	assert.Positive(t, common)
}

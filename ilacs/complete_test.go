package ilacs_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

func ExampleReport_Complete() {
	r, err := ilacs.Parse(`Wexcombe County Council

Inspection of children’s services

Inspection dates: 3 to 14 June 2024

Lead inspector: Ann Ash, His Majesty’s Inspector

Leaders know what children need. They have made a plan with the people who have
to carry it out, and they`)
	if err != nil {
		panic(err)
	}
	fmt.Println(r.Complete(), r.Notes[len(r.Notes)-1].Text)
	// Output: false the text ends early: its last sentence is not whole
}

// Every fixture that is whole is complete, and none of a report that is cut off
// after its first heading of a judgement area.
func TestComplete(t *testing.T) {
	t.Parallel()
	names, texts := fixtures(t)
	whole, cut := 0, 0
	for _, name := range names {
		r, err := ilacs.Parse(texts[name])
		if err != nil || strings.HasPrefix(name, "bad-") {
			continue
		}
		assert.True(t, r.Complete(), name)
		whole++
		at := strings.Index(texts[name], "\n5.")
		if !strings.HasPrefix(name, "ilacs-") || at < 0 {
			continue
		}
		half, err := ilacs.Parse(texts[name][:at])
		require.NoError(t, err, name)
		assert.False(t, half.Complete(), name)
		cut++
	}
	assert.Greater(t, whole, 20)
	assert.Greater(t, cut, 1)
}

// A part about an area is narrative under it, not an item of a list.
func TestCompleteHasNarrative(t *testing.T) {
	t.Parallel()
	r := &ilacs.Report{
		Source: ilacs.SourceReport, Visit: ilacs.Visit{Framework: judgement.ILACS2018},
		Judgements: judgement.Set{Framework: judgement.ILACS2018}.With(judgement.Leaders, judgement.Good).With(judgement.Overall, judgement.Good),
		Findings:   []finding.Finding{{Text: "The frequency of supervision", Section: finding.SectionImprove, Area: judgement.Leaders}},
	}
	assert.False(t, r.Complete())
	r.Findings = append(r.Findings, finding.Finding{Text: "Supervision is rare.", Section: finding.SectionMain, Area: judgement.Leaders})
	assert.True(t, r.Complete())
}

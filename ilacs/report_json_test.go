package ilacs_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// A report's judgements are in JSON the grades by area, in the order in which
// they are printed; the framework is the visit's, and comes back from there.
func TestReportJSON(t *testing.T) {
	t.Parallel()
	r := ilacs.Report{
		Visit:  ilacs.Visit{Authority: "Wexcombe & Aldermarsh", Framework: judgement.SIF},
		Source: ilacs.SourceReport,
		Judgements: judgement.Set{Framework: judgement.SIF}.
			With(judgement.Leaders, judgement.Inadequate).With(judgement.Overall, judgement.Good),
		Findings: []finding.Finding{{Text: "Plans are clear.", Section: finding.SectionMain}},
		Earlier:  []ilacs.Earlier{{Type: ilacs.VisitTypeSIF}},
		Notes:    []ilacs.Note{{Text: "a note"}},
	}
	const want = `{"visit":{"authority":"Wexcombe & Aldermarsh","framework":"sif"},"source":"report",` +
		`"judgements":{"overall":"good","leaders":"inadequate"},` +
		`"findings":[{"text":"Plans are clear.","start":0,"end":0,"section":"main"}],` +
		`"earlier":[{"type":"sif","start":0,"end":0}],"notes":[{"text":"a note","start":0,"end":0}]}` + "\n"
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	require.NoError(t, e.Encode(r))
	assert.Equal(t, want, b.String())
	b.Reset()
	require.NoError(t, e.Encode(&r))
	assert.Equal(t, want, b.String(), "by its pointer")
	var back ilacs.Report
	require.NoError(t, json.Unmarshal(b.Bytes(), &back))
	assert.Equal(t, r, back)

	escaped, err := json.Marshal(r)
	require.NoError(t, err)
	assert.Contains(t, string(escaped), `Wexcombe \u0026 Aldermarsh`, "as the caller's encoder has it")

	r.Judgements = judgement.Set{Framework: judgement.SIF}
	bare, err := json.Marshal(r)
	require.NoError(t, err)
	assert.NotContains(t, string(bare), "judgements", "a set without a grade is left out")

	r.Judgements = r.Judgements.With(judgement.Leaders, 7)
	_, err = json.Marshal(r)
	require.Error(t, err)
}

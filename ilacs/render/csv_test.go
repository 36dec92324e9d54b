package render_test

import (
	"bytes"
	"encoding/csv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/render"
)

// A follow-up has as much evidence as there are columns for it, and no more: each
// column is filled by some comparison.
func TestFollowUpsCSVHasRoomForAllEvidence(t *testing.T) {
	t.Parallel()
	report := func(start string, section finding.Section, sentences ...string) *ilacs.Report {
		r := &ilacs.Report{Visit: ilacs.Visit{Authority: "Wexcombe", Type: ilacs.VisitTypeStandard, Start: date(t, start)}, Source: ilacs.SourceReport}
		for i, s := range sentences {
			r.Findings = append(r.Findings, finding.Finding{
				Text: s, Span: finding.Span{Start: 100 * i, End: 100*i + len(s)}, Section: section, Paragraph: i + 1,
				Reading: finding.Context{Section: section}.Classify(s),
			})
		}
		return r
	}
	p, err := ilacs.Compare(
		report("2019-03-04", finding.SectionImprove, "The frequency of supervision of social workers."),
		report("2022-06-06", finding.SectionMain,
			"Social workers have frequent supervision.", "Supervision of social workers is frequent and reflective.",
			"The frequency of supervision of social workers is good.", "Social workers have regular supervision, and the frequency is good.",
			"Supervision is frequent for all social workers."),
	)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, render.FollowUpsCSV(&b, p))
	rows, err := csv.NewReader(&b).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 2)
	last := len(rows[1]) - 2
	evidence := p.FollowUps[0].Evidence
	require.NotEmpty(t, evidence)
	assert.Equal(t, evidence[len(evidence)-1].Text, rows[1][last])
	assert.Equal(t, "evidence_3", rows[0][last])
}

// The authority is that of either document: one of them may name none.
func TestCSVNamesTheAuthority(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	item := finding.Finding{Text: "The frequency of supervision.", Section: finding.SectionImprove}
	require.NoError(t, render.FollowUpsCSV(&b, ilacs.Progress{Before: ilacs.Visit{Authority: "Wexcombe"}, FollowUps: []ilacs.FollowUp{{Item: item}}}))
	rows, err := csv.NewReader(&b).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 2)
	assert.Equal(t, "Wexcombe", rows[1][0])
}

package follow_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/follow"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

// document makes a document of items and of paragraphs of one sentence.
func document(items []string, sentences ...string) follow.Document {
	var findings []finding.Finding
	add := func(section finding.Section, paragraph int, s string) {
		at := 100 * len(findings)
		findings = append(findings, finding.Finding{
			Text: s, Span: finding.Span{Start: at, End: at + len(s)}, Section: section, Paragraph: paragraph, Reading: finding.Context{Section: section}.Classify(s),
		})
	}
	for _, s := range items {
		add(finding.SectionImprove, 0, s)
	}
	for i, s := range sentences {
		add(finding.SectionMain, i+1, s)
	}
	return follow.Document{Findings: passage.New(passage.Source{Findings: findings}, false), Noun: "report", LastInspection: true}
}

// What became of items is tested on whole reports in package ilacs; here, what a
// document is besides its findings.
func TestSilence(t *testing.T) {
	t.Parallel()
	const whole = "The areas for improvement identified at the last inspection have largely been addressed."
	before := document([]string{"The choice of homes for brothers and sisters in care."})
	another := before
	another.LastInspection = false
	for _, c := range []struct {
		name       string
		before     follow.Document
		partial    bool
		confidence follow.Confidence
		reason     string
		overall    int
	}{
		{"the later document speaks of all items", before, false, follow.Low, "nothing was found in the report that returns to it; paragraph 2 speaks of the earlier areas for improvement as a whole", 1},
		{"the last inspection was another one", another, false, follow.Medium, "nothing was found in the report that returns to it", 0},
		{"a visit to a part of the services", another, true, follow.Medium, "nothing was found in the report that returns to it; such a visit looks at a part of the services", 0},
	} {
		after := document(nil, "Strategy meetings are prompt.", whole)
		after.Partial = c.partial
		r := follow.Items(c.before, after)
		require.Len(t, r.FollowUps, 1, c.name)
		f := r.FollowUps[0]
		assert.Equal(t, []any{follow.NotRevisited, c.confidence, c.reason, c.overall}, []any{f.Status, f.Confidence, f.Reason, len(r.Overall)}, c.name)
	}
}

// All that a visit finds is about an item that is the one thing it looked at.
func TestSoleFocus(t *testing.T) {
	t.Parallel()
	before := document([]string{"The pace at which plans for disabled children are carried out.", "The offer of advocacy."})
	after := document(nil, "Actions have a name and a clear date beside them.")
	after.Partial = true
	for _, x := range []struct {
		focus []string
		want  follow.Status
	}{
		{nil, follow.NotRevisited},
		{[]string{"The pace at which plans for disabled children are carried out"}, follow.Addressed},
		{[]string{"The pace at which plans for children are carried out"}, follow.NotRevisited},
		{[]string{"The plans for children"}, follow.NotRevisited},
		{[]string{"The pace at which plans for disabled children are carried out", "the offer of advocacy"}, follow.NotRevisited},
	} {
		after.Focus = x.focus
		assert.Equal(t, x.want, follow.Items(before, after).FollowUps[0].Status, x.focus)
	}
}

// Items asked for again, in the same words or others, are not new.
func TestAskedAgain(t *testing.T) {
	t.Parallel()
	r := follow.Items(
		document([]string{"The frequency of supervision.", "The quality of pathway plans for care leavers."}),
		document([]string{"The regularity of supervision of social workers.", "The quality of pathway plans for care leavers", "Life-story work for children in care."}),
	)
	require.Len(t, r.Asked, 3)
	for i, want := range []follow.Recurrence{follow.Again, follow.Again, follow.New} {
		assert.Equal(t, want, r.Asked[i].Recurrence, r.Asked[i].Item.Text)
	}
	require.Len(t, r.FollowUps, 2)
	assert.Equal(t, []any{follow.Persists, "still listed as an area for improvement"}, []any{r.FollowUps[0].Status, r.FollowUps[0].Reason})
	assert.Equal(t, []any{follow.Persists, follow.High, "asked for again in the same words"}, []any{r.FollowUps[1].Status, r.FollowUps[1].Confidence, r.FollowUps[1].Reason})
}

// Where nothing was found on one part of an item, the status of the others is
// that of all, with low confidence.
func TestSilenceOnAPart(t *testing.T) {
	t.Parallel()
	r := follow.Items(
		document([]string{"The timeliness of assessments; the clarity of letters before proceedings."}),
		document(nil, "Assessments are timely.", "Assessments are completed promptly for all children."),
	)
	require.Len(t, r.FollowUps, 1)
	f := r.FollowUps[0]
	assert.Empty(t, f.Parts)
	assert.Equal(t, follow.Low, f.Confidence)
	assert.Contains(t, f.Reason, "; nothing was found on its part “the clarity of letters before proceedings”")
}

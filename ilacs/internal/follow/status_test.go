package follow_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/ilacs/internal/follow"
)

// A fault for a few is half a praise: by itself it leaves an item partly addressed,
// and against two praises it counts for nothing.
func TestFaultsForAFew(t *testing.T) {
	t.Parallel()
	const praise, fault, aFew = "Supervision is frequent.", "Supervision is not frequent enough.", "In a small number of cases, supervision is not frequent enough."
	for _, c := range []struct {
		name string
		said []string
		want follow.Status
	}{
		{"praise", []string{praise}, follow.Addressed},
		{"a fault", []string{fault}, follow.Persists},
		{"a fault for a few", []string{aFew}, follow.Partly},
		{"praise, and a fault for a few", []string{praise, aFew}, follow.Partly},
		{"praise twice, and a fault for a few", []string{praise, "Supervision is frequent and reflective.", aFew}, follow.Addressed},
		{"praise, and two faults for a few", []string{praise, aFew, "For a few workers, supervision is not frequent enough."}, follow.Partly},
	} {
		f := follow.Items(document([]string{"The frequency of supervision."}), document(nil, c.said...)).FollowUps[0]
		assert.Equal(t, c.want, f.Status, "%s: %s", c.name, f.Reason)
	}
}

// One sentence on the very point is enough to be sure of, if it says one thing.
func TestOneSentenceIsEnough(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		said string
		want follow.Outcome
	}{
		{"Supervision is frequent.", follow.Outcome{Status: follow.Addressed, Confidence: follow.High}},
		{"Supervision is not frequent enough.", follow.Outcome{Status: follow.Persists, Confidence: follow.Medium}},
		{"Supervision is frequent but not always reflective.", follow.Outcome{Status: follow.Partly, Confidence: follow.Low}},
	} {
		f := follow.Items(document([]string{"The frequency of supervision."}), document(nil, c.said)).FollowUps[0]
		assert.Equal(t, c.want, follow.Outcome{Status: f.Status, Confidence: f.Confidence}, c.said)
	}
}

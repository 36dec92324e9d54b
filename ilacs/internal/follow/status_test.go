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

// Of the statuses the likeliest is not always chosen: partly addressed and not revisited
// are a little surer of being right than they seem, and what persists surer still.
func TestLeaning(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		item, asked, said string
		want              follow.Status
	}{
		{"The quality of pathway plans for care leavers.", "Strategy meetings.", "Pathway plans are better, but some are weak.", follow.Partly},
		{"The quality of supervision for social workers.", "The training and supervision of social workers.", "Supervision is frequent.", follow.Persists},
		{"The identification of and help for children at risk of exploitation, including the use of strategy meetings.", "The quality of return home interviews.", "Strategy meetings are timely.", follow.NotRevisited},
	} {
		f := follow.Items(document([]string{c.item}), document([]string{c.asked}, c.said)).FollowUps[0]
		assert.Equal(t, c.want, f.Status, "%s: %s", c.item, f.Reason)
	}
}

// A later item that is likely enough to be about an earlier one asks for the same, though
// in other words.
func TestItemThatLikelyAsksAgain(t *testing.T) {
	t.Parallel()
	const item = "The quality of pathway plans for care leavers."
	for asked, want := range map[string]follow.Status{
		"The plans of care leavers.":  follow.Persists,
		"The health of care leavers.": follow.NotRevisited,
	} {
		f := follow.Items(document([]string{item}), document([]string{asked}, "Supervision is frequent.")).FollowUps[0]
		assert.Equal(t, want, f.Status, "%s: %s", asked, f.Reason)
	}
}

// Items that share several pairs of words are surely about the same thing.
func TestSharedPairs(t *testing.T) {
	t.Parallel()
	f := follow.Items(
		document([]string{"The timeliness and quality of return home interviews for all children who go missing from care."}),
		document([]string{"The use of return home interviews for all children who go missing from home."}, "Strategy meetings are timely."),
	).FollowUps[0]
	assert.Equal(t, follow.Outcome{Status: follow.Persists, Confidence: follow.High}, follow.Outcome{Status: f.Status, Confidence: f.Confidence}, f.Reason)
}

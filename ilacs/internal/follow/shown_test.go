package follow_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/ilacs/internal/follow"
)

// What is named is on the very point, the likeliest first, and three findings at the
// most; what only touches on it is named where there is nothing better, with doubt.
func TestWhatIsShown(t *testing.T) {
	t.Parallel()
	const (
		point  = "Supervision is frequent."
		near   = "Supervision is reflective."
		beside = "Caseloads are manageable, and supervision is held."
		theme  = "Supervision helps staff."
		other  = "Group supervision is valued by foster carers."
		apart  = "Training is valued by foster carers."
	)
	for _, c := range []struct {
		said   []string
		shown  []string
		status follow.Status
		doubt  bool
	}{
		{[]string{theme, beside, point}, []string{point, beside}, follow.Addressed, false},
		{[]string{near, point}, []string{point, near}, follow.Addressed, false},
		{[]string{point, point, point, point}, []string{point, point, point}, follow.Addressed, false},
		{[]string{beside}, []string{beside}, follow.Addressed, false},
		{[]string{theme}, []string{theme}, follow.Addressed, false},
		{[]string{other}, []string{other}, follow.Addressed, true},
		{[]string{apart}, []string{}, follow.NotRevisited, false},
	} {
		f := follow.Items(document([]string{"The frequency of supervision."}), document(nil, c.said...)).FollowUps[0]
		shown := []string{}
		for _, e := range f.Evidence {
			shown = append(shown, e.Text)
		}
		assert.Equal(t, c.shown, shown, c.said)
		assert.Equal(t, c.status, f.Status, c.said)
		assert.Equal(t, c.doubt, strings.Contains(f.Reason, "if that finding is about the same thing"), f.Reason)
	}
}

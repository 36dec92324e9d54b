package ilacs

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

// What denies an improvement says no more than is sure: that an item is asked for
// again only where the comparison of both lists says so.
func TestWhatIsAskedLaterDeniesAnImprovement(t *testing.T) {
	t.Parallel()
	side := newThemeSide(&Report{}, &passage.Document{})
	item := read(finding.SectionImprove, 0, "The frequency of supervision.")
	later := read(finding.SectionImprove, 1000, "Supervision, training and early help.")
	again, touches := "“The frequency of supervision” is asked for again", "a later area for improvement touches on “The frequency of supervision”"
	for _, c := range []struct {
		name  string
		asked []Asked
		want  string
	}{
		{"again", []Asked{{Item: later, Recurrence: RecurrenceAgain, Of: []int{1, 0}}}, again},
		{"again, of another item", []Asked{{Item: later, Recurrence: RecurrenceAgain, Of: []int{1}}}, touches},
		{"unsure", []Asked{{Item: later, Recurrence: RecurrenceUnsure, Of: []int{0}}}, touches},
		{"not compared", nil, touches},
	} {
		p := &Progress{FollowUps: []FollowUp{{Item: item, Status: StatusPartly, Evidence: []finding.Finding{later}}}, Asked: c.asked}
		assert.Equal(t, c.want, againstTrend(ThemeChange{Theme: finding.ThemeSupervision, Trend: ThemeTrendImproved}, side, side, p), c.name)
	}
}

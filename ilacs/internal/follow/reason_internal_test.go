package follow

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/finding"
)

// A reason is no surer than what it cites.
func TestReasonTellsDoubt(t *testing.T) {
	t.Parallel()
	cited := []finding.Finding{{Text: "Help is good.", Paragraph: 4, Reading: finding.Reading{Polarity: finding.Strength}}}
	for sure, want := range map[bool]string{true: "now spoken well of (paragraph 4)", false: "now spoken well of (paragraph 4), if that finding is about the same thing"} {
		assert.Equal(t, want, reason(Addressed, &item{}, cited, func(finding.Finding) bool { return sure }))
	}
}

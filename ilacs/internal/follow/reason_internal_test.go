package follow

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

// A reason is no surer than what it cites.
func TestReasonTellsDoubt(t *testing.T) {
	t.Parallel()
	cited := []finding.Finding{{Text: "Help is good.", Paragraph: 4, Reading: finding.Reading{Polarity: finding.Strength}}}
	for sure, want := range map[bool]string{true: "now praised (paragraph 4)", false: "now praised (paragraph 4), if that finding is about the same thing"} {
		assert.Equal(t, want, reason(Addressed, &item{Passage: passage.Passage{Finding: &finding.Finding{}}}, cited, false, func(finding.Finding) bool { return sure }))
	}
}

// An item is still listed only where a later one surely asks for the same, however
// likely the later one is about it.
func TestReasonTellsWhatIsStillListed(t *testing.T) {
	t.Parallel()
	asks := []finding.Finding{{Text: "The pace of help.", Section: finding.SectionImprove, Reading: finding.Reading{Polarity: finding.Concern}}}
	for again, want := range map[bool]string{true: "still listed as an area for improvement", false: "a later area for improvement touches on it"} {
		assert.Equal(t, want, reason(Persists, &item{Passage: passage.Passage{Finding: &finding.Finding{}}}, asks, again, func(finding.Finding) bool { return true }))
	}
}

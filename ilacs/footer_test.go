package ilacs_test

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// A report whose pages are dated otherwise than its first may be two reports put together,
// or a report that was sent out again: a note says so.
func TestFooterOfOtherDates(t *testing.T) {
	t.Parallel()
	_, texts := fixtures(t)
	for _, name := range []string{"ilacs-b-2024-layout", "ilacs-b-2024-pdfium"} {
		text := texts[name]
		footer := regexp.MustCompile(`(?m)^30 September to 4 October 2024( +\d)`)
		require.Greater(t, len(footer.FindAllString(text, -1)), 2, name)
		for dates, want := range map[string]bool{
			"30 September to 4 October 2024": false,
			"30 September to 5 October 2024": true,
			"29 September to 4 October 2024": true,
		} {
			r, err := ilacs.Parse(footer.ReplaceAllString(text, dates+"$1"))
			require.NoError(t, err)
			if want {
				assert.Contains(t, notesOf(r), "the footer gives other dates than the head: "+dates, name)
			} else {
				assert.NotContains(t, notesOf(r), "the footer gives other dates", name)
			}
		}
		r, err := ilacs.Parse(footer.ReplaceAllString(text, "1 May 2024\n\n$1"))
		require.NoError(t, err)
		assert.Contains(t, notesOf(r), "the footer gives other dates than the head: 1 May 2024", name)
	}
}

// A review of a safeguarding children board gives the board's grade alone, and lacks no
// other; where it gives another, it is a report that has lost its title, and lacks the rest.
func TestReviewOfABoardAlone(t *testing.T) {
	t.Parallel()
	const review = `Wexcombe Safeguarding Children Board

Review of the effectiveness of the Local Safeguarding Children Board

Inspection date: 7 September 2015 – 9 September 2015

Report published: 2 November 2015

The Local Safeguarding Children Board is good
`
	const rest = `
Executive summary

The board knows what children need. Its partners meet often.

Recommendations

1. Ensure that audits are shared.
`
	r, err := ilacs.Parse(review + rest)
	require.NoError(t, err)
	assert.Equal(t, ilacs.VisitTypeLSCBReview, r.Visit.Type)
	assert.Equal(t, judgement.Set{Framework: judgement.SIF}.With(judgement.LSCB, judgement.Good), r.Judgements)
	assert.Equal(t, "the authority's name is not in the register, or stands for several", notesOf(r))
	more, err := ilacs.Parse(review + "\n1. Children who need help and protection          Good\n\n2. Children looked after and achieving permanence          Good\n" + rest)
	require.NoError(t, err)
	assert.Equal(t, r.Judgements, more.Judgements)
	assert.Contains(t, notesOf(more), "the table of judgements lacks a row")
}

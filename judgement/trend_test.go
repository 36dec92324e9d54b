package judgement_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/judgement"
)

// The one ordered table, best first; grades on one line cannot be compared.
// Every pair of grades follows from it.
var places = [][]judgement.Grade{
	{judgement.Outstanding},
	{judgement.Good},
	{judgement.RequiresImprovement, judgement.Adequate},
	{judgement.Inadequate},
}

func TestTrendOfEveryPair(t *testing.T) {
	t.Parallel()
	for i, these := range places {
		for j, those := range places {
			for _, before := range these {
				for _, after := range those {
					want := judgement.TrendNotComparable
					switch {
					case before == after:
						want = judgement.TrendUnchanged
					case i > j:
						want = judgement.TrendImproved
					case i < j:
						want = judgement.TrendDeclined
					}
					assert.Equal(t, want, judgement.TrendOf(before, after), "%v, then %v", before, after)
				}
			}
		}
	}
}

func TestTrendOfWhatIsNoPlace(t *testing.T) {
	t.Parallel()
	placed := []judgement.Grade{
		judgement.Outstanding, judgement.Good, judgement.RequiresImprovement, judgement.Adequate, judgement.Inadequate,
	}
	assert.Equal(t, judgement.TrendUnchanged, judgement.TrendOf(judgement.NotJudged, judgement.NotJudged))
	for _, odd := range []judgement.Grade{0, judgement.NotJudged, 1, 15, 255} {
		for _, g := range placed {
			assert.Equal(t, judgement.TrendNotComparable, judgement.TrendOf(odd, g))
			assert.Equal(t, judgement.TrendNotComparable, judgement.TrendOf(g, odd))
		}
	}
	assert.Equal(t, judgement.TrendNotComparable, judgement.TrendOf(0, 0), "nothing is known of either")
	assert.Equal(t, judgement.TrendNotComparable, judgement.TrendOf(9, 9), "a number that is no grade")
}

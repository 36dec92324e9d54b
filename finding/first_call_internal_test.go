//go:build !race

package finding

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The first call of Classify compiles the vocabulary.
func TestVocabularyCompilesInTime(t *testing.T) {
	best := time.Hour
	for range 5 {
		start := time.Now()
		v, err := compile()
		require.NoError(t, err)
		require.NotEmpty(t, v.cues)
		best = min(best, time.Since(start))
	}
	t.Log("compiled in", best)
	assert.Less(t, best, 25*time.Millisecond, "the aim is 10 ms, on a machine that does nothing else")
}

package match

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A table of steps has free places, so that a search for a step that is not there ends,
// and is no larger than that needs.
func TestStepsHaveRoom(t *testing.T) {
	t.Parallel()
	assert.Zero(t, stepBits(0))
	assert.Zero(t, stepBits(1))
	for n := 2; n <= maxCount; n++ {
		if places := 1 << stepBits(uint16(n)); 4*places < 5*n || 2*places > 5*n {
			t.Fatalf("%d places for %d steps", places, n)
		}
	}
}

package match

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A table of steps is at most half full, so that a search for a step that is not there
// ends soon, and no larger than that needs.
func TestStepsHaveRoom(t *testing.T) {
	t.Parallel()
	assert.Zero(t, stepBits(0))
	assert.Zero(t, stepBits(1))
	for n := 2; n <= maxCount; n++ {
		if places := 1 << stepBits(uint16(n)); places < 2*n || places >= 4*n {
			t.Fatalf("%d places for %d steps", places, n)
		}
	}
}

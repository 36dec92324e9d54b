package ilacs

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// No limit lets a text in of which an offset would not fit into 32 bits.
func TestLimitKeepsOffsetsIn32Bits(t *testing.T) {
	t.Parallel()
	assert.Equal(t, DefaultLimit, Parser{}.limit())
	assert.Equal(t, 100, Parser{Limit: 100}.limit())
	most := Parser{Limit: math.MaxInt}.limit()
	assert.Greater(t, most, DefaultLimit)
	assert.LessOrEqual(t, most*len("\uFFFD"), math.MaxInt32)
}

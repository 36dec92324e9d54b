package finding

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAreaNamesAreShort(t *testing.T) {
	t.Parallel()
	longest := 0
	for n, names := range areaNames() {
		if len(names) > 0 {
			longest = n
		}
	}
	assert.Positive(t, longest)
	assert.Less(t, longest, longestAreaName-len(".:; "))
}

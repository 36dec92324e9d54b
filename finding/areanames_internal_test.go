package finding

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAreaNamesAreShort(t *testing.T) {
	t.Parallel()
	assert.NotEmpty(t, areaNames())
	for n := range areaNames() {
		assert.Less(t, n, longestAreaName-len(".:; "))
	}
}

package text_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/internal/text"
)

func TestOrdinal(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{
		1: "first", 3: "third", 12: "twelfth", 13: "13th", 20: "20th", 21: "21st", 22: "22nd", 23: "23rd", 24: "24th",
		99: "99th", 100: "100th", 101: "101st", 111: "111th", 112: "112th", 113: "113th",
	} {
		assert.Equal(t, want, text.Ordinal(n))
	}
}

package layout

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What skipOrdinary passes over is what the slow rule says stays as it is, and it
// passes over most of a text.
func TestSkipOrdinary(t *testing.T) {
	t.Parallel()
	mayChange := func(s string, i int) bool {
		b := s[i]
		return b < ' ' || b > '~' || b == '*' || b == '\\' || b == ' ' && (spaceBeforeMark(s, i) || isOrphan(s, i))
	}
	random := rand.New(rand.NewPCG(1, 2))
	const letters = "aabBdi  .,:;?!'*\\\n\t\f\x00\x7f\u2019\u2013s5-()"
	for range 20000 {
		text := make([]byte, random.IntN(12))
		for i := range text {
			text[i] = letters[random.IntN(len(letters))]
		}
		s := string(text)
		for from := range len(s) {
			end := skipOrdinary(s, from)
			for i := from; i < end; i++ {
				require.False(t, mayChange(s, i), "%q: %d is passed over from %d", s, i, from)
			}
			require.True(t, end == len(s) || end >= from, "%q", s)
		}
	}
	s := "Most plans are clear, and they are on time."
	assert.Equal(t, len(s), skipOrdinary(s, 0))
}

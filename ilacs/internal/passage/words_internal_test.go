package passage

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/internal/tsv"
)

// A word has one number, whether its last letter is its own or was put for an ending,
// and no two words that reports use often have the same, nor any two pairs of them.
func TestWordOf(t *testing.T) {
	t.Parallel()
	seen, pairs := map[Word]string{}, map[Pair]string{}
	last := Word(0)
	for row := range tsv.Rows("vectors.tsv", vectorsTSV) {
		w := row[0]
		n := WordOf(w)
		require.Equal(t, n, wordOf(w, len(w)-1, w[len(w)-1]), w)
		require.Equal(t, n, wordOf(w+" and what follows it", len(w), 0), w)
		require.Empty(t, seen[n], w)
		seen[n] = w
		for _, p := range []Pair{pairOf(last, n), pairOf(n, last), pairOf(n, n)} {
			require.Empty(t, pairs[p], w)
			pairs[p] = w
		}
		last = n
	}
	assert.Greater(t, len(seen), 2000)
}

// What is only looked for in passages with a word of a mark has such a word.
func TestMarks(t *testing.T) {
	t.Parallel()
	for m, names := range map[mark][]string{earlier: earlierVisits, verdict: graded} {
		for _, name := range names {
			var all mark
			for s, n := range words(name) {
				all |= marks().of(wordOf(s, n, 0))
			}
			assert.NotZero(t, all&m, name)
		}
	}
}

package match

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A dictionary keeps the numbers of words of all lengths while it grows, and gives a word
// the last number that it was set to.
func TestDictionaryGrows(t *testing.T) {
	t.Parallel()
	d := newDictionary()
	word := func(i int) string { return strings.Repeat("x", 1+i%20) + strconv.Itoa(i) }
	const count = 5 << firstBits
	for _, first := range []int{1, 2} {
		for i := range count {
			d.set(word(i), uint16(first+i))
		}
		for i := range count {
			w := strings.ToUpper(word(i))
			require.EqualValues(t, first+i, d.find(lettersOf(w), w), w)
		}
	}
	assert.Zero(t, d.find(lettersOf("y"), "y"))
	assert.LessOrEqual(t, 2*d.short.taken, len(d.short.keys))
	assert.LessOrEqual(t, 2*d.long.taken, len(d.long.keys))
	assert.Greater(t, len(d.short.keys), 1<<firstBits)
	assert.Greater(t, len(d.long.keys), 1<<firstBits)
}

func TestCompileRefusesTooManyWords(t *testing.T) {
	t.Parallel()
	words := make([]string, maxCount+1)
	for i := range words {
		words[i] = "w" + strconv.Itoa(i)
	}
	_, _, err := Compile(map[string][]string{"many": words}, []string{"@many"})
	assert.ErrorContains(t, err, "too many words")
}

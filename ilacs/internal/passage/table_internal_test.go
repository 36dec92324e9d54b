package passage

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Every word of a table has its number, even where many ask for one slot, and no other
// word has one.
func TestTable(t *testing.T) {
	t.Parallel()
	for n := range 70 {
		var words []Word
		for i := range n {
			words = append(words, Word(i%7)<<40|Word(i)<<20|3) // one slot for all
		}
		words = append(words, 0)
		table := newTable(words)
		for i, w := range words {
			assert.Equal(t, i, table.number(w))
			assert.Equal(t, -1, table.number(w+1<<50))
		}
		assert.Less(t, 2*len(words), len(table.slots))
	}
	none := newTable(nil)
	assert.Equal(t, -1, none.number(0))
}

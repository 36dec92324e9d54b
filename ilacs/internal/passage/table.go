package passage

import "math/bits"

// table numbers the words of an embedded table, from 0 in the order in which they are
// given. A word is its own hash, so that looking one up takes a few steps. It is not for
// the words of a document, which could be chosen to collide.
type table struct {
	slots []slot
	mask  Word
}

type slot struct {
	word   Word
	number int32 // from 1, 0 for an empty slot
}

func newTable(words []Word) table {
	t := table{slots: make([]slot, 4<<bits.Len(uint(len(words))))}
	t.mask = Word(len(t.slots) - 1)
	for i, w := range words {
		*t.at(w) = slot{w, int32(i + 1)}
	}
	return t
}

// at is the slot of a word, an empty one if the table does not have it.
func (t *table) at(w Word) *slot {
	for i := w & t.mask; ; i = (i + 1) & t.mask {
		if s := &t.slots[i]; s.word == w || s.number == 0 {
			return s
		}
	}
}

// number returns the number of a word, -1 if the table does not have it.
func (t *table) number(w Word) int { return int(t.at(w).number) - 1 }

package match

// letters are a word's first 16 letters in lower case, eight to a number, the
// first in the lowest byte: so they are read, hashed and compared eight at a time.
// A word of fewer letters has zeros after them.
type letters struct{ one, two uint64 }

// perBlock is how many letters one number holds, and maxLetters how many letters
// have.
const perBlock, maxLetters = 8, 16

// lettersOf returns the letters of a word in any case. That 0x20 is set makes no
// difference to a digit and none that matters to a byte of another script.
func lettersOf(word string) letters {
	return letters{lettersAt(word, 0), lettersAt(word, perBlock)}
}

// lettersAt returns the letters of one block of a word, from i on.
func lettersAt(word string, i int) uint64 {
	if i >= len(word) {
		return 0
	}
	return (blockAt(word, i) | spaces) & firstBytes(min(len(word)-i, perBlock))
}

// first returns the first n letters.
func (l letters) first(n int) letters {
	if n < perBlock {
		return letters{one: l.one & firstBytes(n)}
	}
	return letters{l.one, l.two & firstBytes(n-perBlock)}
}

// firstBytes returns a number in which the bits of the first n of its eight bytes
// are set.
func firstBytes(n int) uint64 { return 1<<(8*n) - 1 }

// dictionary has the numbers of words by their letters, in two hash tables: most
// words are short, and need but one number to be told from others.
type dictionary struct {
	short table[uint64]
	long  table[letters]
	// longer has the few words of more than maxLetters letters.
	longer []longWord
}

type longWord struct {
	word   string // in lower case
	number uint16
}

// newDictionary returns a dictionary with room for a few words.
func newDictionary() *dictionary {
	return &dictionary{short: newTable[uint64](), long: newTable[letters]()}
}

// set gives a word in lower case its number, in place of any that it had.
func (d *dictionary) set(word string, number uint16) {
	l := lettersOf(word)
	switch n := len(word); {
	case n <= perBlock:
		d.short.set(l.one, number, hash)
	case n <= maxLetters:
		d.long.set(l, number, letters.hash)
	default:
		for i := range d.longer {
			if d.longer[i].word == word {
				d.longer[i].number = number
				return
			}
		}
		d.longer = append(d.longer, longWord{word, number})
	}
}

// find returns the number of a word of n letters, of which l are the first; 0 if it
// has none. word is the same word in any case.
func (d *dictionary) find(l letters, word string) uint16 {
	switch n := len(word); {
	case n <= perBlock:
		return d.short.numbers[d.short.place(l.one, hash(l.one))]
	case n <= maxLetters:
		return d.long.numbers[d.long.place(l, l.hash())]
	}
	for _, w := range d.longer {
		if isLowerOf(w.word, word) {
			return w.number
		}
	}
	return 0
}

// hash returns a number whose upper bits depend on all letters of a block.
func hash(block uint64) uint64 { return block * 0x9E3779B97F4A7C15 }

func (l letters) hash() uint64 { return hash(l.one ^ l.two) }

// isLowerOf reports whether lower is the lower case of word.
func isLowerOf(lower, word string) bool {
	if len(lower) != len(word) {
		return false
	}
	for i := range len(word) {
		if fold[word[i]] != lower[i] {
			return false
		}
	}
	return true
}

// table is a hash table of numbers by letters, at most half of whose places are taken.
// A place is free where the letters are zero.
type table[K comparable] struct {
	keys    []K
	numbers []uint16
	taken   int
	shift   uint8 // makes a place of a hash
}

// firstBits numbers the places of a new table.
const firstBits = 9

func newTable[K comparable]() table[K] {
	return table[K]{keys: make([]K, 1<<firstBits), numbers: make([]uint16, 1<<firstBits), shift: 64 - firstBits}
}

// place returns the place of some letters with that hash, or the free one where they
// belong.
func (t *table[K]) place(key K, hash uint64) uint64 {
	keys := t.keys
	var free K
	i := hash >> (t.shift % 64)
	for mask := uint64(len(keys) - 1); keys[i&mask] != key && keys[i&mask] != free; i++ {
	}
	return i & uint64(len(keys)-1)
}

// set gives some letters their number.
func (t *table[K]) set(key K, number uint16, hash func(K) uint64) {
	i := t.place(key, hash(key))
	if t.numbers[i] == 0 {
		if t.taken++; 2*t.taken > len(t.keys) {
			t.grow(hash)
			i = t.place(key, hash(key))
		}
	}
	t.keys[i], t.numbers[i] = key, number
}

// grow doubles the table.
func (t *table[K]) grow(hash func(K) uint64) {
	keys, numbers := t.keys, t.numbers
	t.keys, t.numbers, t.shift = make([]K, 2*len(keys)), make([]uint16, 2*len(keys)), t.shift-1
	for i, key := range keys {
		if numbers[i] != 0 {
			j := t.place(key, hash(key))
			t.keys[j], t.numbers[j] = key, numbers[i]
		}
	}
}

package match

import "math/bits"

// letters are a word's first 16 letters in lower case, eight to a number, the
// first in the lowest byte: so they are read, hashed and compared eight at a time.
// A word of fewer letters has zeros after them.
type letters [2]uint64

// perBlock is how many letters one number holds, and maxLetters how many letters
// have.
const perBlock, maxLetters = 8, 16

// lettersOf returns the letters of a word in any case. That 0x20 is set makes no
// difference to a digit and none that matters to a byte of another script.
func lettersOf(word string) (l letters) {
	for i := range min(len(word), maxLetters) {
		l[i/perBlock] |= uint64(word[i]|0x20) << (i % perBlock * 8)
	}
	return l
}

// first returns the first n letters.
func (l letters) first(n int) letters {
	if n < perBlock {
		return letters{l[0] & firstBytes(n)}
	}
	return letters{l[0], l[1] & firstBytes(n-perBlock)}
}

// firstBytes returns a number in which the bits of the first n of its eight bytes
// are set.
func firstBytes(n int) uint64 { return 1<<(8*n) - 1 }

// dictionary has the numbers of words by their letters, in two hash tables: most
// words are short, and need but one number to be told from others. In either, a
// place is free where the number is 0.
type dictionary struct {
	short                 []uint64
	shortNumber           []uint16
	long                  []letters
	longNumber            []uint16
	shortShift, longShift uint8 // make a place of a hash
	// longer has the few words of more than maxLetters letters.
	longer []longWord
}

type longWord struct {
	word   string // in lower case
	number uint16
}

// newDictionary returns a dictionary with room for words whose lengths are
// counted: at most two of three places are taken.
func newDictionary(lexemes []lexeme) *dictionary {
	short := 0
	for _, l := range lexemes {
		if len(l.text) <= perBlock {
			short++
		}
	}
	shortBits, longBits := placeBits(short), placeBits(len(lexemes)-short)
	return &dictionary{
		short: make([]uint64, 1<<shortBits), shortNumber: make([]uint16, 1<<shortBits), shortShift: 64 - shortBits,
		long: make([]letters, 1<<longBits), longNumber: make([]uint16, 1<<longBits), longShift: 64 - longBits,
	}
}

// placeBits returns how many bits number the places of a table for n words.
func placeBits(n int) uint8 { return uint8(max(1, bits.Len(uint(n+n/2)))) }

// add gives a word in lower case its number.
func (d *dictionary) add(word string, number uint16) {
	l := lettersOf(word)
	switch n := len(word); {
	case n <= perBlock:
		i := d.shortPlace(l[0])
		d.short[i], d.shortNumber[i] = l[0], number
	case n <= maxLetters:
		i := d.longPlace(l)
		d.long[i], d.longNumber[i] = l, number
	default:
		d.longer = append(d.longer, longWord{word, number})
	}
}

// shortPlace returns the place of a word of one block, or the free one where it
// belongs.
func (d *dictionary) shortPlace(l uint64) uint64 {
	short := d.short
	i := hash(l) >> (d.shortShift % 64)
	for mask := uint64(len(short) - 1); short[i&mask] != l && short[i&mask] != 0; i++ {
	}
	return i & uint64(len(short)-1)
}

// longPlace is shortPlace for a word of two blocks.
func (d *dictionary) longPlace(l letters) uint64 {
	mask := uint64(len(d.long) - 1)
	for i := hash(l[0]^hash(l[1])) >> (d.longShift % 64); ; i = (i + 1) & mask {
		if d.long[i] == l || d.longNumber[i] == 0 {
			return i
		}
	}
}

// find returns the number of a word of n letters, of which l are the first; 0 if it
// has none. word is the same word in any case.
func (d *dictionary) find(l letters, word string) uint16 {
	switch n := len(word); {
	case n <= perBlock:
		return d.shortNumber[d.shortPlace(l[0])]
	case n <= maxLetters:
		return d.longNumber[d.longPlace(l)]
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

package match

import "slices"

// dictionary has the symbols of words: a hash table whose hash is worked out
// letter by letter while a word is read.
type dictionary struct {
	entries []entry // while compiling
	slots   []slot
	mask    uint32
	letters string          // of all words, one after the other
	symbols []symbol        // of all words, one after the other
	present [1 << 10]uint64 // a bit for the lower 16 bits of each word's hash
}

type entry struct {
	word    string // in lower case
	symbols []symbol
}

// slot is a place of the hash table; it is free where length is 0.
type slot struct {
	hash        uint32
	firstLetter uint32 // its index in the dictionary's letters
	firstSymbol uint16 // its index in the dictionary's symbols
	length      uint8
	symbols     uint8 // how many it has
}

// maxLetters is how many letters a word of a pattern may have.
const maxLetters = 1<<8 - 1

// The hash is FNV-1a, 32 bits wide.
const hashSeed uint32 = 2166136261

func hashByte(h uint32, b byte) uint32 { return (h ^ uint32(b)) * 16777619 }

func hashOf(letters string) uint32 {
	h := hashSeed
	for i := range len(letters) {
		h = hashByte(h, letters[i])
	}
	return h
}

// spread mixes the upper bits of a hash into the lower, which choose the slot.
func spread(h uint32) uint32 { return h ^ h>>15 }

// add notes that a word has symbol s, once. index has the word's entry.
func (d *dictionary) add(index map[string]int, word string, s symbol) {
	i, ok := index[word]
	if !ok {
		i = len(d.entries)
		index[word] = i
		d.entries = append(d.entries, entry{word: word})
	}
	if e := &d.entries[i]; !slices.Contains(e.symbols, s) {
		e.symbols = append(e.symbols, s)
	}
}

// pack makes the hash table, at most half full.
func (d *dictionary) pack() {
	size := 16
	for size < 2*len(d.entries) {
		size *= 2
	}
	d.slots = make([]slot, size)
	d.mask = uint32(size - 1)
	var letters []byte
	for _, e := range d.entries {
		h := hashOf(e.word)
		i := spread(h) & d.mask
		for d.slots[i].length != 0 {
			i = (i + 1) & d.mask
		}
		d.slots[i] = slot{h, uint32(len(letters)), uint16(len(d.symbols)), uint8(len(e.word)), uint8(len(e.symbols))}
		letters = append(letters, e.word...)
		d.symbols = append(d.symbols, e.symbols...)
		d.present[uint16(h)>>6] |= 1 << (h & 63)
	}
	d.letters = string(letters)
}

// mayHold reports whether a word with hash h can be in the dictionary.
func (d *dictionary) mayHold(h uint32) bool { return d.present[uint16(h)>>6]&(1<<(h&63)) != 0 }

// find returns the symbols of a word in any case, whose lower case has hash h.
func (d *dictionary) find(h uint32, word string) []symbol {
	for i := spread(h) & d.mask; ; i = (i + 1) & d.mask {
		s := &d.slots[i]
		if s.length == 0 {
			return nil
		}
		if s.hash == h && int(s.length) == len(word) && isLowerOf(d.letters[s.firstLetter:int(s.firstLetter)+len(word)], word) {
			return d.symbols[s.firstSymbol : int(s.firstSymbol)+int(s.symbols)]
		}
	}
}

// isLowerOf reports whether lower is the lower case of word, which is as long.
func isLowerOf(lower, word string) bool {
	if lower == word {
		return true
	}
	for i := range len(word) {
		if fold[word[i]] != lower[i] {
			return false
		}
	}
	return true
}

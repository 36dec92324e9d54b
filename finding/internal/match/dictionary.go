package match

import "slices"

// dictionary gives the symbols of words: a hash table whose hash is worked out
// letter by letter while a word is read.
type dictionary struct {
	entries []entry
	slots   []uint16 // index of an entry, plus one
	mask    uint32
	bits    [1 << 10]uint64 // which hashes occur at all
}

type entry struct {
	word    string // in lower case
	hash    uint32
	symbols []symbol
}

// The hash is FNV-1a, 32 bits wide.
const hashSeed uint32 = 2166136261

func hashByte(h uint32, b byte) uint32 { return (h ^ uint32(b)) * 16777619 }

func hashWord(word string) uint32 {
	h := hashSeed
	for i := range len(word) {
		h = hashByte(h, word[i])
	}
	return h
}

// add notes that word is s, once.
func (d *dictionary) add(index map[string]int, word string, s symbol) {
	i, ok := index[word]
	if !ok {
		i = len(d.entries)
		index[word] = i
		d.entries = append(d.entries, entry{word: word, hash: hashWord(word)})
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
	d.slots = make([]uint16, size)
	d.mask = uint32(size - 1)
	for n, e := range d.entries {
		i := spread(e.hash) & d.mask
		for d.slots[i] != 0 {
			i = (i + 1) & d.mask
		}
		d.slots[i] = uint16(n + 1)
		d.bits[uint16(e.hash)>>6] |= 1 << (e.hash & 63)
	}
}

func spread(h uint32) uint32 { return h ^ h>>15 }

// may reports whether a word with hash h can be in the dictionary.
func (d *dictionary) may(h uint32) bool { return d.bits[uint16(h)>>6]&(1<<(h&63)) != 0 }

// find gives the symbols of a word in any case, whose lower case has hash h.
func (d *dictionary) find(h uint32, word string) []symbol {
	for i := spread(h) & d.mask; d.slots[i] != 0; i = (i + 1) & d.mask {
		if e := &d.entries[d.slots[i]-1]; e.hash == h && same(e.word, word) {
			return e.symbols
		}
	}
	return nil
}

// same reports whether word in lower case is lower.
func same(lower, word string) bool {
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

package match

import "math/bits"

// Lexicon has the words of all patterns, each with its number, by which matchers know
// it. It is never changed after Compile, and safe for concurrent use.
type Lexicon struct {
	words    *dictionary
	prefixes *dictionary // of "word*", without the star
	digits   uint16      // the number of "#", 0 when no pattern has it
	// prefixLengths has, for the hash of the first letters of a word, a bit for
	// each length of a prefix that the word can have.
	prefixLengths [prefixHashes]uint32
}

const (
	// minPrefix is how few letters a prefix may have.
	minPrefix = 3
	// prefixHashBits is how many bits the hash of a word's first minPrefix letters
	// has.
	prefixHashBits = 11
	prefixHashes   = 1 << prefixHashBits
)

// prefixHash hashes the first letters of a word.
func prefixHash(l letters) uint64 {
	return hash(l.one&firstBytes(minPrefix)) >> (64 - prefixHashBits)
}

// unlisted returns the number of a word that is in no pattern as it is: that of
// numbers, or of the longest prefix of patterns that it begins with, which has what
// the shorter ones have.
func (x *Lexicon) unlisted(l letters, word string, digits bool) uint16 {
	if digits {
		return x.digits
	}
	number, _ := x.longestPrefix(l, word)
	return number
}

// longestPrefix returns the number and the length of the longest prefix of patterns
// that a word begins with.
func (x *Lexicon) longestPrefix(l letters, word string) (number uint16, length int) {
	lengths := x.prefixLengths[prefixHash(l)] & uint32(1<<min(len(word)+1, maxLetters+1)-1)
	for lengths != 0 {
		n := bits.Len32(lengths) - 1
		if number := x.prefixes.find(l.first(n), word[:n]); number != 0 {
			return number, n
		}
		lengths &^= 1 << n
	}
	return 0, 0
}

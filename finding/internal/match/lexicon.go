package match

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
	return hash(l[0]&firstBytes(minPrefix)) >> (64 - prefixHashBits)
}

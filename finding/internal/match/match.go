package match

// symbol stands for one element of patterns: a word, a prefix of words, a class or
// a number.
type symbol uint16

// Matcher holds compiled patterns: a tree of states, in which each element of a
// pattern is a step. It is never changed after Compile, and safe for concurrent
// use.
type Matcher struct {
	words    dictionary
	prefixes dictionary // of "word*", without the star
	number   symbol     // "#", 0 when no pattern has it
	// prefixLengths has, for the hash of the first letters of a word, a bit for
	// each length of a prefix that the word can have.
	prefixLengths [prefixHashes]uint32
	starts        []start // by symbol
	states        []state
	ends          []uint16 // the patterns that end in each state
	edgeKeys      []uint32 // a hash table of the steps between states; 0 is a free place
	edgeTo        []uint16 // where each leads
	mask          uint32
	wildcards     []uint8 // by pattern: how many of its elements stand for many words
}

// state is how far into some patterns a match has come. State 0 is where all
// begin.
type state struct {
	firstEnd uint16 // the index in ends of the first pattern that ends here
	endCount uint8
	gap      uint16 // the state after a gap of up to three words
	next     uint64 // bit s%64 is set when a step with symbol s leads on
}

// start is the state that a symbol leads to at the start of a pattern, with what
// the state has: so for most words of a text the state itself need not be looked
// at.
type start struct {
	to       uint16
	firstEnd uint16
	gap      uint16
	endCount uint8
	next     uint64
}

const (
	// minPrefix and maxPrefix are how many letters a prefix may have.
	minPrefix = 3
	maxPrefix = 31
	// prefixHashes is how many values the hash of a word's first minPrefix
	// letters is reduced to.
	prefixHashes = 1 << 11
)

// edgeKey is the key of the step with symbol s from a state; never 0, as no symbol
// of a step is.
func edgeKey(from uint16, s symbol) uint32 { return uint32(from)<<16 | uint32(s) }

// Hit is a match of the pattern with that number over words First to Last, both
// included.
type Hit struct {
	Pattern     uint16
	First, Last int32
}

// maxGap is how many words "…" may stand for.
const maxGap = 3

// place is a state that a match has come to with word at.
type place struct {
	state uint16
	at    int32
}

// Hits appends every match in words to dst, ordered by first word. A pattern that
// matches the same words in two ways is there once for each.
func (m *Matcher) Hits(dst []Hit, words []Word) []Hit {
	var space [16]place
	for i := range words {
		w := &words[i]
		if w.bits == 0 {
			continue // no word of any pattern
		}
		follow := uint64(0) // the bits of the next word, if a match can go on to it
		if i+1 < len(words) && words[i+1].Break == Space {
			follow = words[i+1].bits
		}
		todo := space[:0]
		for _, s := range w.symbols[:w.count] {
			st := &m.starts[s]
			if st.endCount > 0 {
				for _, pattern := range m.ends[st.firstEnd : int(st.firstEnd)+int(st.endCount)] {
					dst = append(dst, Hit{pattern, int32(i), int32(i)})
				}
			}
			if st.next&follow != 0 {
				todo = m.step(todo, st.to, st.next, words, int32(i)+1)
			}
			if st.gap != 0 {
				todo = m.leap(todo, st.gap, words, int32(i)+1)
			}
		}
		for len(todo) > 0 {
			p := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			st := &m.states[p.state]
			if st.endCount > 0 {
				for _, pattern := range m.ends[st.firstEnd : int(st.firstEnd)+int(st.endCount)] {
					dst = append(dst, Hit{pattern, int32(i), p.at})
				}
			}
			next := p.at + 1
			if int(next) == len(words) || words[next].Break != Space {
				continue
			}
			if st.next&words[next].bits != 0 {
				todo = m.step(todo, p.state, st.next, words, next)
			}
			if st.gap != 0 {
				todo = m.leap(todo, st.gap, words, next)
			}
		}
	}
	return dst
}

// leap appends the places that a gap before word i or one of the words after it
// leads to.
func (m *Matcher) leap(todo []place, gap uint16, words []Word, i int32) []place {
	next := m.states[gap].next
	for k := i; k <= i+maxGap && int(k) < len(words) && words[k].Break == Space; k++ {
		if next&words[k].bits != 0 {
			todo = m.step(todo, gap, next, words, k)
		}
	}
	return todo
}

// step appends the places that word i leads to from a state with the next symbols
// of that state.
func (m *Matcher) step(todo []place, from uint16, next uint64, words []Word, i int32) []place {
	w := &words[i]
	for _, s := range w.symbols[:w.count] {
		if next&(1<<(s%64)) == 0 {
			continue
		}
		if to := m.edgeTo[m.edgeIndex(edgeKey(from, s))]; to != 0 {
			todo = append(todo, place{to, i})
		}
	}
	return todo
}

// edgeIndex returns the place of an edge in the table, or the free one where it
// belongs.
func (m *Matcher) edgeIndex(key uint32) uint32 {
	i := spread(key*0x9E3779B1) & m.mask
	for m.edgeKeys[i] != 0 && m.edgeKeys[i] != key {
		i = (i + 1) & m.mask
	}
	return i
}

// Outdoes reports whether hit a says more of what is meant than hit b, which begins
// with the same word: it is longer or, of the same length, its pattern has fewer
// gaps, stars, classes and number signs or comes first.
func (m *Matcher) Outdoes(a, b Hit) bool {
	switch {
	case a.Last != b.Last:
		return a.Last > b.Last
	case m.wildcards[a.Pattern] != m.wildcards[b.Pattern]:
		return m.wildcards[a.Pattern] < m.wildcards[b.Pattern]
	}
	return a.Pattern < b.Pattern
}

package match

import "slices"

// symbol stands for one element of patterns: a word, a beginning, a class.
type symbol uint16

// Matcher holds compiled patterns. It is never changed after Compile, and safe
// for concurrent use.
type Matcher struct {
	whole  dictionary // words
	begins dictionary // what words begin with
	number symbol     // "#", 0 when no pattern has it
	// lengths has, for the hash of the first letters of a word, a bit for each
	// length of an entry of begins that it can have.
	lengths [stems]uint32
	starts  []start // by symbol: the state after it at the start of a pattern
	states  []state
	ends    []uint16 // patterns, as the states tell them apart
	edges   []edge   // hash table of the other steps
	mask    uint32
	vague   []uint8 // by pattern: how many of its elements stand for many words
}

// state is how far into some patterns a match has come; state 0 is nowhere.
type state struct {
	end  uint16 // where in ends the patterns that end here begin
	n    uint8  // how many they are
	gap  uint16 // the state behind a gap of up to three words
	next uint64 // bit s%64 is set when a step with symbol s leads on
}

// start is a state with what tells whether a match can end in it or go on, so
// that for most words of a text the state itself need not be looked at.
type start struct {
	to   uint16
	ends bool // a pattern ends in it, or a gap follows
	next uint64
}

// What words begin with must have so many letters, and the hash of those is told
// apart so far.
const (
	shortest = 3
	furthest = 31
	stems    = 1 << 11
)

type edge struct {
	key uint32 // state and symbol
	to  uint16
}

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

// Hits appends every match in words to dst, ordered by first word, and for one
// first word the longest first; of the same length the one whose pattern has
// fewer gaps, stars, classes and number signs. A pattern that matches the same words in two
// ways is given once for each.
func (m *Matcher) Hits(dst []Hit, words []Word) []Hit {
	var space [16]place
	for i := range words {
		if words[i].bits == 0 {
			continue // no word of any pattern
		}
		follow := uint64(0) // the bits of the next word, if a match can go on to it
		if i+1 < len(words) && words[i+1].Break == Space {
			follow = words[i+1].bits
		}
		from := len(dst)
		todo := space[:0]
		for _, s := range words[i].symbols[:words[i].n] {
			if st := &m.starts[s]; st.ends || st.next&follow != 0 {
				todo = append(todo, place{st.to, int32(i)})
			}
		}
		for len(todo) > 0 {
			p := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			st := &m.states[p.state]
			if st.n > 0 {
				for _, pattern := range m.ends[st.end : int(st.end)+int(st.n)] {
					dst = append(dst, Hit{pattern, int32(i), p.at})
				}
			}
			next := p.at + 1
			if int(next) == len(words) || words[next].Break != Space {
				continue
			}
			if st.next&words[next].bits != 0 {
				todo = m.step(todo, p.state, words, next)
			}
			if st.gap != 0 {
				gap := m.states[st.gap].next
				for k := next; k <= next+maxGap && int(k) < len(words) && words[k].Break == Space; k++ {
					if gap&words[k].bits != 0 {
						todo = m.step(todo, st.gap, words, k)
					}
				}
			}
		}
		if len(dst) > from+1 {
			slices.SortFunc(dst[from:], m.compare)
		}
	}
	return dst
}

// step appends the places that word i leads to from a state.
func (m *Matcher) step(todo []place, from uint16, words []Word, i int32) []place {
	w := &words[i]
	next := m.states[from].next
	for _, s := range w.symbols[:w.n] {
		if next&(1<<(s%64)) == 0 {
			continue
		}
		key := uint32(from)<<16 | uint32(s)
		if to := m.edges[m.slot(key)].to; to != 0 {
			todo = append(todo, place{to, i})
		}
	}
	return todo
}

// slot gives the place of an edge in the table, or the free one where it would
// stand.
func (m *Matcher) slot(key uint32) uint32 {
	i := spread(key*0x9E3779B1) & m.mask
	for m.edges[i].to != 0 && m.edges[i].key != key {
		i = (i + 1) & m.mask
	}
	return i
}

// compare orders the hits that begin with one word: the longest first and, of the
// same length, the one whose pattern is the plainest.
func (m *Matcher) compare(a, b Hit) int {
	switch {
	case a.Last != b.Last:
		return int(b.Last) - int(a.Last)
	case m.vague[a.Pattern] != m.vague[b.Pattern]:
		return int(m.vague[a.Pattern]) - int(m.vague[b.Pattern])
	}
	return int(a.Pattern) - int(b.Pattern)
}

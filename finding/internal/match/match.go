package match

// symbol stands for one element of patterns: a word, a beginning, a class.
type symbol uint16

// Matcher holds compiled patterns. It is never changed after Compile, and safe
// for concurrent use.
type Matcher struct {
	whole  dictionary // words
	begins dictionary // what words begin with
	number symbol     // "#", 0 when no pattern has it
	starts []uint16   // by symbol: the state after it at the start of a pattern
	states []state
	ends   []uint16 // patterns, as the states tell them apart
	edges  []edge   // hash table of the other steps
	mask   uint32
}

// state is how far into some patterns a match has come; state 0 is nowhere.
type state struct {
	end  uint16 // where in ends the patterns that end here begin
	n    uint8  // how many they are
	leaf bool   // nothing follows
	gap  uint16 // the state behind a gap of up to three words
	next uint64 // bit s%64 is set when a step with symbol s leads on
}

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
// first word the longest first. A pattern that matches the same words in two
// ways is given once for each.
func (m *Matcher) Hits(dst []Hit, words []Word) []Hit {
	var space [16]place
	for i := range words {
		from := len(dst)
		todo := space[:0]
		for _, s := range words[i].symbols[:words[i].n] {
			if to := m.starts[s]; to != 0 {
				todo = append(todo, place{to, int32(i)})
			}
		}
		for len(todo) > 0 {
			p := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			st := &m.states[p.state]
			for _, pattern := range m.ends[st.end : int(st.end)+int(st.n)] {
				dst = append(dst, Hit{pattern, int32(i), p.at})
			}
			next := p.at + 1
			if st.leaf || int(next) == len(words) || words[next].Break != Space {
				continue
			}
			todo = m.step(todo, p.state, words, next)
			if st.gap != 0 {
				for k := next; k <= next+maxGap && int(k) < len(words) && words[k].Break == Space; k++ {
					todo = m.step(todo, st.gap, words, k)
				}
			}
		}
		if len(dst) > from+1 {
			sortByLength(dst[from:])
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
		for j := hashEdge(key) & m.mask; m.edges[j].to != 0; j = (j + 1) & m.mask {
			if m.edges[j].key == key {
				todo = append(todo, place{m.edges[j].to, i})
				break
			}
		}
	}
	return todo
}

func hashEdge(key uint32) uint32 { return spread(key * 0x9E3779B1) }

// sortByLength puts the longest first; an insertion sort, for two or three hits.
func sortByLength(h []Hit) {
	for i := 1; i < len(h); i++ {
		for j := i; j > 0 && (h[j].Last > h[j-1].Last || h[j].Last == h[j-1].Last && h[j].Pattern < h[j-1].Pattern); j-- {
			h[j], h[j-1] = h[j-1], h[j]
		}
	}
}

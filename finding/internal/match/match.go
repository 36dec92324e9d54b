package match

// symbol stands for one element of patterns: a word, a prefix of words, a class or
// a number.
type symbol uint16

// Matcher holds one set of compiled patterns: a tree of states, in which each element
// of a pattern is a step. It is never changed after Compile, and safe for concurrent
// use.
type Matcher struct {
	index     []uint16 // by the number that the lexicon has for a word: its entry
	entries   []entry
	symbols   []symbol // of all entries, one after the other
	starts    []start  // of all entries, one after the other
	states    []state
	leaves    []uint16 // the one pattern that ends in each state after those, from which none goes on
	steps     []step   // a small hash table for each state; the first step is none
	ends      []uint16 // the patterns that end in each state, and those that are each entry
	wildcards []uint8  // by pattern: how many of its elements stand for many words
}

// entry is what is known of a word, or of all words that begin with a prefix: the
// elements that it is, and what the steps with them from state 0 lead to. So most
// words of a text are done with when their entry and starts have been looked at. Entry 0
// is of words that no pattern has.
type entry struct {
	bits        bitset // of its symbols
	firstEnd    uint32 // the index in the matcher's ends of the first pattern that is the word alone
	firstSymbol uint16 // the index in the matcher's symbols of its first
	firstStart  uint16 // the index in the matcher's starts of the first state that leads on from it
	ends        uint8  // how many patterns are the word alone
	symbols     uint8  // how many elements it is that stand after the first of some pattern
	starts      uint8
}

// bitset tells whether a symbol may be in a set: it has two bits for each that is,
// which no two symbols have in common unless there are more than 4096.
type bitset [2]uint64

func (b *bitset) add(s symbol) {
	b[0] |= 1 << (s % 64)
	b[1] |= 1 << (s / 64 % 64)
}

// mayHave reports false if s is not in the set.
func (b *bitset) mayHave(s symbol) bool { return b[0]>>(s%64)&(b[1]>>(s/64%64))&1 != 0 }

// mayMeet reports false if no symbol is in both sets.
func (b *bitset) mayMeet(c *bitset) bool { return b[0]&c[0] != 0 && b[1]&c[1] != 0 }

// start is what a state that a word leads to at the start of a pattern leads on with:
// its steps, and those of the state after a gap, so that neither state is looked up.
// It has what tells most words after it apart from those that it leads on with.
type start struct {
	next, leap           bitset // of the symbols that it, and the state after a gap, lead on with; leap is zero where no gap can follow
	firstStep, firstLeap uint16 // as of state
	stepBits, leapBits   uint8
}

// state is how far into some patterns a match has come. State 0 is where all
// begin.
type state struct {
	next      uint64 // has bit s%64 set for each symbol s that it leads on with
	firstStep uint16 // the index of its table in the matcher's steps, which has 1<<stepBits places
	firstEnd  uint16 // the index in ends of the first pattern that ends here
	gap       uint16 // the state after a gap of up to three words
	ends      uint8  // how many patterns end here
	stepBits  uint8
}

// step is what a symbol leads to; symbol 0 is a free place of the table.
type step struct {
	symbol symbol
	to     uint16
}

// firstPlace returns where the search for a symbol begins in the table of a state
// with more than one step, whose places are 1<<stepBits.
func firstPlace(s symbol, stepBits uint8) int {
	hash := uint32(s) * 0x9E3779B1
	return int(hash >> ((32 - stepBits) % 32))
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

// Hits appends every match in words to dst, ordered by first word. A pattern that
// matches the same words in two ways is there once for each.
func (m *Matcher) Hits(dst []Hit, words []Word) []Hit { return m.hits(dst, words, 0, len(words)) }

// HitsAt appends every match that begins with word i to dst.
func (m *Matcher) HitsAt(dst []Hit, words []Word, i int) []Hit { return m.hits(dst, words, i, i+1) }

// hits appends every match that begins with one of the words from <= i < to.
func (m *Matcher) hits(dst []Hit, words []Word, from, to int) []Hit {
	if from >= to {
		return dst
	}
	follow := m.entryOf(words[from])
	for i := from; i < to; i++ {
		e := follow
		if e.ends > 0 {
			for _, pattern := range m.ends[e.firstEnd : e.firstEnd+uint32(e.ends)] {
				dst = append(dst, Hit{pattern, int32(i), int32(i)})
			}
		}
		if i+1 == len(words) {
			break
		}
		follow = m.entryOf(words[i+1])
		if e.starts == 0 || words[i+1].Break != Space {
			continue
		}
		starts := m.starts[e.firstStart : int(e.firstStart)+int(e.starts)]
		for k := range starts {
			s := &starts[k]
			if s.next.mayMeet(&follow.bits) || s.leap[0] != 0 && m.mayLeap(words, i+1, &s.leap) {
				dst = m.walk(dst, words, int32(i), s, follow)
			}
		}
	}
	return dst
}

// entryOf returns the entry of a word.
func (m *Matcher) entryOf(w Word) *entry { return &m.entries[m.index[w.number]] }

// mayLeap reports false if none of the words that may stand after a gap before word i
// is one of some symbols.
func (m *Matcher) mayLeap(words []Word, i int, leap *bitset) bool {
	for k := i; k <= i+maxGap && k < len(words) && words[k].Break == Space; k++ {
		if leap.mayMeet(&m.entries[m.index[words[k].number]].bits) {
			return true
		}
	}
	return false
}

// walk appends the matches of more than one word that begin with word i, which leads
// to a start, and go on with the word of entry follow.
func (m *Matcher) walk(dst []Hit, words []Word, i int32, s *start, follow *entry) []Hit {
	var space [16]place
	todo := space[:0]
	if s.next.mayMeet(&follow.bits) {
		todo = m.step(todo, s.firstStep, s.stepBits, &s.next, follow, i+1)
	}
	if s.leap[0] != 0 {
		todo = m.leap(todo, s.firstLeap, s.leapBits, &s.leap, words, i+1)
	}
	for len(todo) > 0 {
		p := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if leaf := int(p.state) - len(m.states); leaf >= 0 {
			dst = append(dst, Hit{m.leaves[leaf], i, p.at})
			continue
		}
		st := &m.states[p.state]
		for _, pattern := range m.ends[st.firstEnd : int(st.firstEnd)+int(st.ends)] {
			dst = append(dst, Hit{pattern, i, p.at})
		}
		next := p.at + 1
		if int(next) == len(words) || words[next].Break != Space {
			continue
		}
		if e := m.entryOf(words[next]); st.next&e.bits[0] != 0 {
			todo = m.step(todo, st.firstStep, st.stepBits, &allBits, e, next)
		}
		if st.gap != 0 {
			gap := &m.states[st.gap]
			todo = m.leap(todo, gap.firstStep, gap.stepBits, &allBits, words, next)
		}
	}
	return dst
}

// allBits may have any symbol.
var allBits = bitset{1<<64 - 1, 1<<64 - 1}

// leap appends the places that a gap before word i or one of the words after it
// leads to. firstStep and stepBits are those of the state after the gap; next has the
// symbols that it leads on with, and may have more.
func (m *Matcher) leap(todo []place, firstStep uint16, stepBits uint8, next *bitset, words []Word, i int32) []place {
	for k := i; k <= i+maxGap && int(k) < len(words) && words[k].Break == Space; k++ {
		if e := &m.entries[m.index[words[k].number]]; next.mayMeet(&e.bits) {
			todo = m.step(todo, firstStep, stepBits, next, e, k)
		}
	}
	return todo
}

// step appends the places that word i, whose entry is e, leads to from a state, of
// which firstStep and stepBits are given. next has the symbols that the state leads on
// with, and may have more.
func (m *Matcher) step(todo []place, firstStep uint16, stepBits uint8, next *bitset, e *entry, i int32) []place {
	symbols := m.symbols[e.firstSymbol : int(e.firstSymbol)+int(e.symbols)]
	if stepBits == 0 { // the one step of most states
		only := m.steps[firstStep]
		for _, s := range symbols {
			if s == only.symbol {
				return append(todo, place{only.to, i})
			}
		}
		return todo
	}
	table := m.steps[firstStep : int(firstStep)+1<<(stepBits%16)]
	for _, s := range symbols {
		if !next.mayHave(s) {
			continue
		}
		for k := firstPlace(s, stepBits); ; k++ {
			p := table[k&(len(table)-1)]
			if p.symbol == s {
				todo = append(todo, place{p.to, i})
				break
			}
			if p.symbol == 0 {
				break
			}
		}
	}
	return todo
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

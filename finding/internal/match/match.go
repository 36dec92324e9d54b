package match

import (
	"fmt"
	"slices"
	"sort"
	"strings"
)

// symbol stands for one element of patterns: a word, a beginning, a class.
type symbol uint16

// Matcher holds compiled patterns. It is never changed after Compile, and safe
// for concurrent use.
type Matcher struct {
	next   [][letters]uint16 // trie of the letters of the vocabulary's words
	prefix [][]symbol        // of a node: the elements that begin so
	exact  [][]symbol        // of a node: the elements that the word is
	number symbol

	symbols map[string]symbol
	states  []state
	edges   map[uint32]uint16 // state and symbol to state, while compiling
	table   []edge            // the same, as a hash table
	mask    uint32
}

type state struct {
	ends []uint16 // patterns that end here
	gap  uint16   // the state behind a gap of up to three words
	leaf bool     // nothing follows
}

type edge struct {
	key uint32
	to  uint16
}

// Hit is a match of pattern number Pattern over words First to Last, both
// included.
type Hit struct {
	Pattern     int
	First, Last int
}

// Compile makes a matcher of patterns; classes give the words of each @class.
// The number of a pattern is its index.
func Compile(patterns []string, classes map[string][]string) (*Matcher, error) {
	m := &Matcher{
		next: make([][letters]uint16, 2, 1<<13), prefix: make([][]symbol, 2, 1<<13), exact: make([][]symbol, 2, 1<<13),
		symbols: map[string]symbol{}, states: make([]state, 1, 1<<12), edges: make(map[uint32]uint16, 1<<12),
	}
	names := make([]string, 0, len(classes))
	for name := range classes {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		s := m.symbol("@" + name)
		for _, word := range classes[name] {
			if err := m.spell(word, s); err != nil {
				return nil, fmt.Errorf("class %s: %w", name, err)
			}
		}
	}
	for i, p := range patterns {
		phrases, err := expand(p)
		if err != nil {
			return nil, err
		}
		for _, phrase := range phrases {
			if err := m.add(i, phrase, classes); err != nil {
				return nil, fmt.Errorf("pattern %q: %w", p, err)
			}
		}
	}
	m.pack()
	return m, nil
}

// expand writes out the alternatives of a pattern.
func expand(p string) ([]string, error) {
	open := strings.IndexByte(p, '(')
	if open < 0 {
		return []string{strings.Join(strings.Fields(p), " ")}, nil
	}
	length := strings.IndexByte(p[open:], ')')
	if length < 0 {
		return nil, fmt.Errorf("pattern %q: a bracket is not closed", p)
	}
	var all []string
	for _, alt := range strings.Split(p[open+1:open+length], "|") {
		phrases, err := expand(p[:open] + alt + p[open+length+1:])
		if err != nil {
			return nil, err
		}
		all = append(all, phrases...)
	}
	return all, nil
}

func (m *Matcher) symbol(element string) symbol {
	s, ok := m.symbols[element]
	if !ok {
		s = symbol(len(m.symbols) + 1)
		m.symbols[element] = s
	}
	return s
}

// spell enters the letters of a word, which may end in *, and notes at its end
// that it is s.
func (m *Matcher) spell(word string, s symbol) error {
	stem, wild := strings.CutSuffix(word, "*")
	at := uint16(1)
	if stem == "" {
		return fmt.Errorf("%q has no letters", word)
	}
	for i := range len(stem) {
		l := fold[stem[i]]
		if l == 0 || l == between {
			return fmt.Errorf("%q holds a character that no word has", word)
		}
		if m.next[at][l] == 0 {
			m.next = append(m.next, [letters]uint16{})
			m.prefix = append(m.prefix, nil)
			m.exact = append(m.exact, nil)
			m.next[at][l] = uint16(len(m.next) - 1)
		}
		at = m.next[at][l]
	}
	to := &m.exact[at]
	if wild {
		to = &m.prefix[at]
	}
	if !slices.Contains(*to, s) {
		*to = append(*to, s)
	}
	return nil
}

func (m *Matcher) add(pattern int, phrase string, classes map[string][]string) error {
	at := uint16(0)
	elements := strings.Fields(phrase)
	if len(elements) == 0 || elements[0] == "…" || elements[len(elements)-1] == "…" {
		return fmt.Errorf("nothing to match, or a gap at an end")
	}
	for _, e := range elements {
		if e == "…" {
			if m.states[at].gap == 0 {
				m.states = append(m.states, state{})
				m.states[at].gap = uint16(len(m.states) - 1)
			}
			at = m.states[at].gap
			continue
		}
		s := m.symbol(e)
		switch {
		case e == "#":
			m.number = s
		case e[0] == '@':
			if _, ok := classes[e[1:]]; !ok {
				return fmt.Errorf("there is no class %s", e)
			}
		default:
			if err := m.spell(e, s); err != nil {
				return err
			}
		}
		key := uint32(at)<<16 | uint32(s)
		to, ok := m.edges[key]
		if !ok {
			m.states = append(m.states, state{})
			to = uint16(len(m.states) - 1)
			m.edges[key] = to
		}
		at = to
	}
	m.states[at].ends = append(m.states[at].ends, uint16(pattern))
	return nil
}

// pack turns the map of edges into a hash table half full.
func (m *Matcher) pack() {
	size := uint32(16)
	for size < uint32(2*len(m.edges)) {
		size *= 2
	}
	m.mask = size - 1
	m.table = make([]edge, size)
	for i := range m.states {
		m.states[i].leaf = m.states[i].gap == 0
	}
	for key, to := range m.edges {
		m.states[key>>16].leaf = false
		i := hash(key) & m.mask
		for m.table[i].to != 0 {
			i = (i + 1) & m.mask
		}
		m.table[i] = edge{key, to}
	}
	m.edges = nil
}

func hash(key uint32) uint32 {
	h := key * 0x9E3779B1
	return h ^ h>>15
}

func (m *Matcher) step(at uint16, s symbol) uint16 {
	key := uint32(at)<<16 | uint32(s)
	for i := hash(key) & m.mask; ; i = (i + 1) & m.mask {
		e := m.table[i]
		if e.key == key || e.to == 0 {
			return e.to
		}
	}
}

// maxGap is how many words "…" may stand for.
const maxGap = 3

// Hits appends every match in words to dst, ordered by first word, and for one
// first word the longest first.
func (m *Matcher) Hits(dst []Hit, words []Word) []Hit {
	for i := range words {
		if words[i].n == 0 {
			continue
		}
		from := len(dst)
		dst = m.walk(dst, words, i, i, 0)
		sortByLength(dst[from:])
	}
	return dst
}

func (m *Matcher) walk(dst []Hit, words []Word, first, i int, at uint16) []Hit {
	w := &words[i]
	for _, s := range w.symbols[:w.n] {
		to := m.step(at, s)
		if to == 0 {
			continue
		}
		st := &m.states[to]
		for _, p := range st.ends {
			dst = append(dst, Hit{int(p), first, i})
		}
		if st.leaf || i+1 == len(words) || words[i+1].Break != Space {
			continue
		}
		dst = m.walk(dst, words, first, i+1, to)
		if st.gap != 0 {
			for k := i + 1; k <= i+1+maxGap && k < len(words) && words[k].Break == Space; k++ {
				dst = m.walk(dst, words, first, k, st.gap)
			}
		}
	}
	return dst
}

// sortByLength puts the longest first; an insertion sort, for two or three hits.
// The same pattern found twice over different words stays.
func sortByLength(h []Hit) {
	for i := 1; i < len(h); i++ {
		for j := i; j > 0 && (h[j].Last > h[j-1].Last || h[j].Last == h[j-1].Last && h[j].Pattern < h[j-1].Pattern); j-- {
			h[j], h[j-1] = h[j-1], h[j]
		}
	}
}

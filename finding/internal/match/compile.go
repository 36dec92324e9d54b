package match

import (
	"fmt"
	"slices"
	"strings"
)

// compiler gathers patterns before they are packed.
type compiler struct {
	m             *Matcher
	symbols       map[string]symbol
	whole, begins map[string]int // index of a word in its dictionary
	classes       map[string][]string
	edges         map[uint32]uint16
	ends          map[uint16][]uint16 // patterns by the state that they end in
}

// most is how many patterns, states or words there may be of each.
const most = 1<<16 - 1

// Compile makes a matcher of patterns; classes give the words of each @class.
// The number of a pattern is its index.
func Compile(patterns []string, classes map[string][]string) (*Matcher, error) {
	c := &compiler{
		m:       &Matcher{states: make([]state, 1, 1<<13)},
		symbols: make(map[string]symbol, 1<<12), whole: make(map[string]int, 1<<12), begins: map[string]int{},
		classes: classes, edges: make(map[uint32]uint16, 1<<13), ends: make(map[uint16][]uint16, 1<<12),
	}
	for name, words := range classes {
		s := c.symbol("@" + name)
		for _, word := range words {
			if err := c.spell(word, s); err != nil {
				return nil, fmt.Errorf("class %s: %w", name, err)
			}
		}
	}
	for i, p := range patterns {
		phrases, err := Expand(p)
		if err != nil {
			return nil, err
		}
		for _, phrase := range phrases {
			if err := c.add(uint16(i), phrase); err != nil {
				return nil, fmt.Errorf("pattern %q: %w", p, err)
			}
		}
		if i >= most || len(c.m.states) > most || len(c.symbols) > most {
			return nil, fmt.Errorf("too many patterns: %d", len(patterns))
		}
	}
	c.pack()
	return c.m, c.crowded()
}

// crowded tells of a word that can be more at once than a Word has room for.
func (c *compiler) crowded() error {
	most := func(word string, n int) int {
		for end := 1; end <= len(word); end++ {
			if i, ok := c.begins[word[:end]]; ok {
				n += len(c.m.begins.entries[i].symbols)
			}
		}
		return n
	}
	for _, entries := range [...][]entry{c.m.whole.entries, c.m.begins.entries} {
		for _, e := range entries {
			n := 0
			if i, ok := c.whole[e.word]; ok {
				n = len(c.m.whole.entries[i].symbols)
			}
			if n = most(e.word, n); n >= maxSymbols { // one is kept for "#"
				return fmt.Errorf("%q can be %d things at once, of at most %d", e.word, n, maxSymbols-1)
			}
		}
	}
	return nil
}

// Expand writes out the alternatives of a pattern.
func Expand(p string) ([]string, error) {
	open := strings.IndexByte(p, '(')
	if open < 0 {
		return []string{strings.Join(strings.Fields(p), " ")}, nil
	}
	length := strings.IndexByte(p[open:], ')')
	if length < 0 {
		return nil, fmt.Errorf("pattern %q: a bracket is not closed", p)
	}
	var all []string
	for alt := range strings.SplitSeq(p[open+1:open+length], "|") {
		phrases, err := Expand(p[:open] + alt + p[open+length+1:])
		if err != nil {
			return nil, err
		}
		all = append(all, phrases...)
	}
	return all, nil
}

func (c *compiler) symbol(element string) symbol {
	s, ok := c.symbols[element]
	if !ok {
		s = symbol(len(c.symbols) + 1)
		c.symbols[element] = s
	}
	return s
}

// spell notes that a word, or what words begin with, is s.
func (c *compiler) spell(word string, s symbol) error {
	stem, wild := strings.CutSuffix(word, "*")
	for i := range len(stem) {
		if b := stem[i]; fold[b] != b || b < ' ' || b == '%' && len(stem) > 1 {
			return fmt.Errorf("%q holds a character that no word in lower case has", word)
		}
	}
	switch {
	case stem == "":
		return fmt.Errorf("%q has no letters", word)
	case wild:
		c.m.begins.add(c.begins, stem, s)
	default:
		c.m.whole.add(c.whole, stem, s)
	}
	return nil
}

func (c *compiler) add(pattern uint16, phrase string) error {
	elements := strings.Fields(phrase)
	if len(elements) == 0 || elements[0] == "…" || elements[len(elements)-1] == "…" {
		return fmt.Errorf("nothing to match, or a gap at an end")
	}
	m := c.m
	at := uint16(0)
	for _, e := range elements {
		if e == "…" {
			if m.states[at].gap == 0 {
				m.states = append(m.states, state{})
				m.states[at].gap = uint16(len(m.states) - 1)
			}
			at = m.states[at].gap
			continue
		}
		s := c.symbol(e)
		if e == "#" {
			m.number = s
		} else if class, ok := strings.CutPrefix(e, "@"); ok {
			if _, ok := c.classes[class]; !ok {
				return fmt.Errorf("there is no class %s", e)
			}
		} else if err := c.spell(e, s); err != nil {
			return err
		}
		key := uint32(at)<<16 | uint32(s)
		to, ok := c.edges[key]
		if !ok {
			m.states = append(m.states, state{})
			to = uint16(len(m.states) - 1)
			c.edges[key] = to
		}
		at = to
	}
	if !slices.Contains(c.ends[at], pattern) {
		c.ends[at] = append(c.ends[at], pattern)
	}
	return nil
}

// pack lays out the tables that matching reads.
func (c *compiler) pack() {
	m := c.m
	m.whole.pack()
	m.begins.pack()
	m.starts = make([]uint16, len(c.symbols)+1)
	for i := range m.states {
		st := &m.states[i]
		st.leaf = true
		st.end = uint16(len(m.ends))
		m.ends = append(m.ends, c.ends[uint16(i)]...)
		st.n = uint8(len(m.ends) - int(st.end))
	}
	size := 16
	for size < 2*len(c.edges) {
		size *= 2
	}
	m.edges = make([]edge, size)
	m.mask = uint32(size - 1)
	for key, to := range c.edges {
		at := key >> 16
		m.states[at].leaf = false
		m.states[at].next |= 1 << (key % 64)
		if at == 0 {
			m.starts[key] = to
			continue
		}
		i := hashEdge(key) & m.mask
		for m.edges[i].to != 0 {
			i = (i + 1) & m.mask
		}
		m.edges[i] = edge{key, to}
	}
	for i := range m.states {
		m.states[i].leaf = m.states[i].leaf && m.states[i].gap == 0
	}
}

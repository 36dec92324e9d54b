package match

import (
	"fmt"
	"slices"
	"strings"
)

// compiler gathers patterns before they are packed.
type compiler struct {
	m                      *Matcher
	symbols                map[string]symbol // by element
	wordIndex, prefixIndex map[string]int    // where a word is in its dictionary
	classes                map[string][]string
	ends                   []end
	overflow               error // set where there are too many of something

	// The pattern at hand: its groups, which are what stands in brackets and
	// what stands between them; the alternatives of each group; their elements.
	groups, alts []indexRange
	elements     []symbol
}

// indexRange is a range of indices: from <= i < to.
type indexRange struct{ from, to int }

// end notes that a pattern ends in a state.
type end struct{ state, pattern uint16 }

// key orders ends by state, then by pattern.
func (e end) key() int { return int(e.state)<<16 | int(e.pattern) }

// gapSymbol stands for "…".
const gapSymbol symbol = 0

// maxCount is how many patterns, states or elements there may be of each.
const maxCount = 1<<16 - 1

// Compile makes a matcher of patterns. A pattern's number is its index. classes
// has the words of each @class.
func Compile(patterns []string, classes map[string][]string) (*Matcher, error) {
	if len(patterns) > maxCount {
		return nil, fmt.Errorf("%d patterns are too many", len(patterns))
	}
	c := &compiler{
		m:       &Matcher{states: make([]state, 1, 1<<14), edgeKeys: make([]uint32, 1<<15), edgeTo: make([]uint16, 1<<15), mask: 1<<15 - 1},
		symbols: make(map[string]symbol, 1<<12), wordIndex: make(map[string]int, 1<<12), prefixIndex: make(map[string]int, 1<<10),
		classes: classes, ends: make([]end, 0, 1<<14),
	}
	for name, words := range classes {
		s := c.newSymbol("@" + name)
		for _, word := range words {
			if err := c.define(word, s); err != nil {
				return nil, fmt.Errorf("class %s: %w", name, err)
			}
		}
	}
	for i, p := range patterns {
		err := c.parse(p)
		if err == nil {
			c.enter(0, c.groups, uint16(i))
			c.m.wildcards = append(c.m.wildcards, uint8(strings.Count(p, "…")+strings.Count(p, "*")+strings.Count(p, "@")+strings.Count(p, "#")))
			err = c.overflow
		}
		if err != nil {
			return nil, fmt.Errorf("pattern %q: %w", p, err)
		}
	}
	c.pack()
	return c.m, c.checkCrowding()
}

// Expand writes out the alternatives of a pattern that Compile accepts.
func Expand(p string) []string {
	plain, rest, _ := strings.Cut(p, "(")
	inside, rest, bracket := strings.Cut(rest, ")")
	if !bracket {
		return []string{strings.Join(strings.Fields(p), " ")}
	}
	var all []string
	for alt := range strings.SplitSeq(inside, "|") {
		for _, tail := range Expand(rest) {
			all = append(all, strings.Join(strings.Fields(plain+" "+alt+" "+tail), " "))
		}
	}
	return all
}

// parse reads a pattern into c.groups, c.alts and c.elements.
func (c *compiler) parse(p string) error {
	c.groups, c.alts, c.elements = c.groups[:0], c.alts[:0], c.elements[:0]
	c.openGroup()
	inside, gap, begun := false, true, false
	for i := 0; i < len(p); {
		switch b := p[i]; {
		case b == ' ':
		case b == '(' && !inside, b == ')' && inside:
			inside = b == '('
			c.openGroup()
		case b == '|' && inside:
			c.alts = append(c.alts, indexRange{len(c.elements), len(c.elements)})
			c.groups[len(c.groups)-1].to++
		case endsElement(b):
			return fmt.Errorf("a bracket is not closed, or stands in another")
		default:
			end := i
			for end < len(p) && !endsElement(p[end]) {
				end++
			}
			s, err := c.element(p[i:end])
			if err != nil {
				return err
			}
			if gap = s == gapSymbol; gap && !begun {
				return fmt.Errorf("a gap at an end")
			}
			begun = true
			c.elements = append(c.elements, s)
			c.alts[len(c.alts)-1].to++
			i = end
			continue
		}
		i++
	}
	switch {
	case inside:
		return fmt.Errorf("a bracket is not closed")
	case !begun:
		return fmt.Errorf("nothing to match")
	case gap:
		return fmt.Errorf("a gap at an end")
	}
	return nil
}

// endsElement reports whether b ends the element of a pattern that stands before
// it.
func endsElement(b byte) bool { return b == ' ' || b == '(' || b == '|' || b == ')' }

// openGroup begins a group with one alternative.
func (c *compiler) openGroup() {
	c.groups = append(c.groups, indexRange{len(c.alts), len(c.alts) + 1})
	c.alts = append(c.alts, indexRange{len(c.elements), len(c.elements)})
}

// element returns the symbol of an element, and defines one that is new.
func (c *compiler) element(e string) (symbol, error) {
	if e == "…" {
		return gapSymbol, nil
	}
	if s, ok := c.symbols[e]; ok {
		return s, nil
	}
	if class, ok := strings.CutPrefix(e, "@"); ok {
		return 0, fmt.Errorf("there is no class %s", class)
	}
	s := c.newSymbol(e)
	if e == "#" {
		c.m.number = s
		return s, nil
	}
	return s, c.define(e, s)
}

func (c *compiler) newSymbol(element string) symbol {
	s := symbol(len(c.symbols) + 1)
	c.symbols[element] = s
	if len(c.symbols) >= maxCount {
		c.overflow = fmt.Errorf("too many words")
	}
	return s
}

// define notes that a word, or one that ends in "*" and stands for all that begin
// so, has symbol s.
func (c *compiler) define(word string, s symbol) error {
	stem, wild := strings.CutSuffix(word, "*")
	for i := range len(stem) {
		if b := stem[i]; fold[b] != b || b < ' ' || b == '%' && len(stem) > 1 {
			return fmt.Errorf("%q holds a character that no word in lower case has", word)
		}
	}
	switch {
	case stem == "":
		return fmt.Errorf("%q has no letters", word)
	case len(stem) > maxLetters:
		return fmt.Errorf("%q is longer than a word", word)
	case wild && (len(stem) < minPrefix || len(stem) > maxPrefix):
		return fmt.Errorf("%q: what words begin with has %d to %d letters", word, minPrefix, maxPrefix)
	case wild:
		c.m.prefixes.add(c.prefixIndex, stem, s)
	default:
		c.m.words.add(c.wordIndex, stem, s)
	}
	return nil
}

// enter adds the steps from a state on for each phrase that the groups stand for.
func (c *compiler) enter(from uint16, groups []indexRange, pattern uint16) {
	if len(groups) == 0 {
		c.ends = append(c.ends, end{from, pattern})
		return
	}
	for _, alt := range c.alts[groups[0].from:groups[0].to] {
		to := from
		for _, s := range c.elements[alt.from:alt.to] {
			to = c.step(to, s)
		}
		c.enter(to, groups[1:], pattern)
	}
}

// step returns the state that a symbol leads to, a new one if there is none yet.
func (c *compiler) step(from uint16, s symbol) uint16 {
	m := c.m
	if s == gapSymbol {
		if m.states[from].gap == 0 {
			m.states[from].gap = c.newState()
		}
		return m.states[from].gap
	}
	key := edgeKey(from, s)
	i := m.edgeIndex(key)
	if to := m.edgeTo[i]; to != 0 {
		return to
	}
	to := c.newState()
	m.edgeKeys[i], m.edgeTo[i] = key, to
	m.states[from].next |= 1 << (s % 64)
	if 2*len(m.states) > len(m.edgeKeys) {
		m.growEdges()
	}
	return to
}

func (c *compiler) newState() uint16 {
	if len(c.m.states) > maxCount {
		c.overflow = fmt.Errorf("too many states")
		return maxCount
	}
	c.m.states = append(c.m.states, state{})
	return uint16(len(c.m.states) - 1)
}

// growEdges doubles the table of edges.
func (m *Matcher) growEdges() {
	keys, to := m.edgeKeys, m.edgeTo
	n := 2 * len(keys)
	m.edgeKeys, m.edgeTo, m.mask = make([]uint32, n), make([]uint16, n), uint32(n-1)
	for i, key := range keys {
		if key != 0 {
			j := m.edgeIndex(key)
			m.edgeKeys[j], m.edgeTo[j] = key, to[i]
		}
	}
}

// pack lays out what matching reads.
func (c *compiler) pack() {
	m := c.m
	m.words.pack()
	m.prefixes.pack()
	for _, e := range m.prefixes.entries {
		m.prefixLengths[uint16(hashOf(e.word[:minPrefix]))%prefixHashes] |= 1 << len(e.word)
	}
	slices.SortFunc(c.ends, func(a, b end) int { return a.key() - b.key() })
	for _, e := range slices.Compact(c.ends) {
		st := &m.states[e.state]
		if st.endCount == 0 {
			st.firstEnd = uint16(len(m.ends))
		}
		st.endCount++
		m.ends = append(m.ends, e.pattern)
	}
	m.starts = make([]start, len(c.symbols)+1)
	for s := range m.starts {
		if to := m.edgeTo[m.edgeIndex(edgeKey(0, symbol(s)))]; to != 0 {
			st := &m.states[to]
			m.starts[s] = start{to: to, firstEnd: st.firstEnd, gap: st.gap, endCount: st.endCount, next: st.next}
		}
	}
}

// checkCrowding returns an error if a word can have more symbols than a Word has
// room for.
func (c *compiler) checkCrowding() error {
	for _, entries := range [...][]entry{c.m.words.entries, c.m.prefixes.entries} {
		for _, e := range entries {
			n := 1 // for "#"
			if i, ok := c.wordIndex[e.word]; ok {
				n += len(c.m.words.entries[i].symbols)
			}
			for end := 1; end <= len(e.word); end++ {
				if i, ok := c.prefixIndex[e.word[:end]]; ok {
					n += len(c.m.prefixes.entries[i].symbols)
				}
			}
			if n > maxSymbols {
				return fmt.Errorf("%q can be %d things at once, of at most %d", e.word, n-1, maxSymbols-1)
			}
		}
	}
	return nil
}

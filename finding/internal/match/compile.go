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
	ends          []end
	full          error

	// The pattern at hand: its groups, which are what stands in brackets and
	// what stands between them; the alternatives of each; their words.
	groups, alts []bounds
	words        []symbol
}

// bounds is a range of indices.
type bounds struct{ from, to int }

// end notes that a pattern ends in a state.
type end struct{ state, pattern uint16 }

// gapMark stands in a phrase for "…".
const gapMark symbol = 0

// most is how many patterns, states or words there may be of each.
const most = 1<<16 - 1

// Compile makes a matcher of patterns; classes give the words of each @class.
// The number of a pattern is its index.
func Compile(patterns []string, classes map[string][]string) (*Matcher, error) {
	if len(patterns) > most {
		return nil, fmt.Errorf("%d patterns are too many", len(patterns))
	}
	c := &compiler{
		m:       &Matcher{states: make([]state, 1, 1<<14), edges: make([]edge, 1<<15), mask: 1<<15 - 1},
		symbols: make(map[string]symbol, 1<<12), whole: make(map[string]int, 1<<12), begins: make(map[string]int, 1<<10),
		classes: classes, ends: make([]end, 0, 1<<14),
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
		err := c.parse(p)
		if err == nil {
			c.add(0, c.groups, uint16(i))
			c.m.vague = append(c.m.vague, uint8(strings.Count(p, "…")+strings.Count(p, "*")+strings.Count(p, "@")+strings.Count(p, "#")))
			err = c.full
		}
		if err != nil {
			return nil, fmt.Errorf("pattern %q: %w", p, err)
		}
	}
	c.pack()
	return c.m, c.crowded()
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

// parse reads a pattern into c.groups, c.alts and c.words.
func (c *compiler) parse(p string) error {
	c.groups, c.alts, c.words = c.groups[:0], c.alts[:0], c.words[:0]
	c.open()
	inside, gap, any := false, true, false
	for i := 0; i < len(p); {
		switch b := p[i]; {
		case b == ' ':
		case b == '(' && !inside, b == ')' && inside:
			inside = b == '('
			c.open()
		case b == '|' && inside:
			c.alts = append(c.alts, bounds{len(c.words), len(c.words)})
			c.groups[len(c.groups)-1].to++
		case ends(b):
			return fmt.Errorf("a bracket is not closed, or stands in another")
		default:
			end := i
			for end < len(p) && !ends(p[end]) {
				end++
			}
			s, err := c.element(p[i:end])
			if err != nil {
				return err
			}
			if gap = s == gapMark; gap && !any {
				return fmt.Errorf("a gap at an end")
			}
			any = true
			c.words = append(c.words, s)
			c.alts[len(c.alts)-1].to++
			i = end
			continue
		}
		i++
	}
	switch {
	case inside:
		return fmt.Errorf("a bracket is not closed")
	case !any:
		return fmt.Errorf("nothing to match")
	case gap:
		return fmt.Errorf("a gap at an end")
	}
	return nil
}

// ends reports whether no element of a pattern goes on with b.
func ends(b byte) bool { return b == ' ' || b == '(' || b == '|' || b == ')' }

// open begins a group with one alternative.
func (c *compiler) open() {
	c.groups = append(c.groups, bounds{len(c.alts), len(c.alts) + 1})
	c.alts = append(c.alts, bounds{len(c.words), len(c.words)})
}

func (c *compiler) element(e string) (symbol, error) {
	if e == "…" {
		return gapMark, nil
	}
	if s, ok := c.symbols[e]; ok {
		return s, nil
	}
	if class, ok := strings.CutPrefix(e, "@"); ok {
		return 0, fmt.Errorf("there is no class %s", class)
	}
	s := c.symbol(e)
	if e == "#" {
		c.m.number = s
		return s, nil
	}
	return s, c.spell(e, s)
}

func (c *compiler) symbol(element string) symbol {
	s := symbol(len(c.symbols) + 1)
	c.symbols[element] = s
	if len(c.symbols) >= most {
		c.full = fmt.Errorf("too many words")
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
	case len(stem) > longest:
		return fmt.Errorf("%q is longer than a word", word)
	case wild && (len(stem) < shortest || len(stem) > furthest):
		return fmt.Errorf("%q: what words begin with has %d to %d letters", word, shortest, furthest)
	case wild:
		c.m.begins.add(c.begins, stem, s)
	default:
		c.m.whole.add(c.whole, stem, s)
	}
	return nil
}

// add enters all that groups stand for from a state on.
func (c *compiler) add(at uint16, groups []bounds, pattern uint16) {
	if len(groups) == 0 {
		c.ends = append(c.ends, end{at, pattern})
		return
	}
	for _, alt := range c.alts[groups[0].from:groups[0].to] {
		to := at
		for _, s := range c.words[alt.from:alt.to] {
			to = c.walk(to, s)
		}
		c.add(to, groups[1:], pattern)
	}
}

// walk gives the state that a symbol leads to, a new one if need be.
func (c *compiler) walk(at uint16, s symbol) uint16 {
	m := c.m
	if s == gapMark {
		if m.states[at].gap == 0 {
			m.states[at].gap = c.state()
		}
		return m.states[at].gap
	}
	key := uint32(at)<<16 | uint32(s)
	i := m.slot(key)
	if m.edges[i].to == 0 {
		m.edges[i] = edge{key, c.state()}
		m.states[at].next |= 1 << (s % 64)
		to := m.edges[i].to
		if 2*len(m.states) > len(m.edges) {
			m.grow()
		}
		return to
	}
	return m.edges[i].to
}

func (c *compiler) state() uint16 {
	if len(c.m.states) > most {
		c.full = fmt.Errorf("too many states")
		return most
	}
	c.m.states = append(c.m.states, state{})
	return uint16(len(c.m.states) - 1)
}

// grow doubles the table of edges.
func (m *Matcher) grow() {
	old := m.edges
	m.edges = make([]edge, 2*len(old))
	m.mask = uint32(len(m.edges) - 1)
	for _, e := range old {
		if e.to != 0 {
			m.edges[m.slot(e.key)] = e
		}
	}
}

// pack lays out what matching reads.
func (c *compiler) pack() {
	m := c.m
	m.whole.pack()
	m.begins.pack()
	for _, e := range m.begins.entries {
		m.lengths[uint16(hashLetters(e.word[:shortest]))%stems] |= 1 << len(e.word)
	}
	slices.SortFunc(c.ends, func(a, b end) int {
		if a.state != b.state {
			return int(a.state) - int(b.state)
		}
		return int(a.pattern) - int(b.pattern)
	})
	for _, e := range slices.Compact(c.ends) {
		st := &m.states[e.state]
		if st.n == 0 {
			st.end = uint16(len(m.ends))
		}
		st.n++
		m.ends = append(m.ends, e.pattern)
	}
	m.starts = make([]start, len(c.symbols)+1)
	for s := range m.starts {
		if to := m.edges[m.slot(uint32(s))].to; to != 0 {
			st := &m.states[to]
			m.starts[s] = start{to, st.n > 0 || st.gap != 0, st.next}
		}
	}
}

// crowded tells of a word that can be more at once than a Word has room for.
func (c *compiler) crowded() error {
	for _, entries := range [...][]entry{c.m.whole.entries, c.m.begins.entries} {
		for _, e := range entries {
			n := 1 // for "#"
			if i, ok := c.whole[e.word]; ok {
				n += len(c.m.whole.entries[i].symbols)
			}
			for end := 1; end <= len(e.word); end++ {
				if i, ok := c.begins[e.word[:end]]; ok {
					n += len(c.m.begins.entries[i].symbols)
				}
			}
			if n > maxSymbols {
				return fmt.Errorf("%q can be %d things at once, of at most %d", e.word, n-1, maxSymbols-1)
			}
		}
	}
	return nil
}

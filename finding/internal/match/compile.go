package match

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// compiler gathers patterns before they are packed.
type compiler struct {
	m       *Matcher
	symbols map[string]symbol // by element
	// words and prefixes are what the elements say of each.
	words, prefixes lexicon
	classes         map[string][]string
	tree            *tree
	number          symbol // of "#", 0 when no pattern has it
	overflow        error  // set where there are too many of something

	// The pattern at hand: its groups, which are what stands in brackets and
	// what stands between them; the alternatives of each group; their elements.
	groups, alts []indexRange
	elements     []symbol
}

// indexRange is a range of indices: from <= i < to.
type indexRange struct{ from, to int }

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
		m:       &Matcher{wildcards: make([]uint8, 0, len(patterns))},
		symbols: make(map[string]symbol, 1<<12), words: newLexicon(1 << 12), prefixes: newLexicon(1 << 10),
		classes: classes, tree: newTree(),
	}
	for name, words := range classes {
		s := c.newSymbol("@" + name)
		for _, word := range words {
			x, err := c.lexeme(word)
			if err != nil {
				return nil, fmt.Errorf("class %s: %w", name, err)
			}
			x.classes = append(x.classes, s)
		}
	}
	for i, p := range patterns {
		err := c.parse(p)
		if err == nil {
			c.enter(0, c.groups, uint16(i))
			c.m.wildcards = append(c.m.wildcards, countWildcards(p))
			err = cmp.Or(c.overflow, c.tree.overflow)
		}
		if err != nil {
			return nil, fmt.Errorf("pattern %q: %w", p, err)
		}
	}
	if err := c.pack(); err != nil {
		return nil, err
	}
	return c.m, nil
}

// countWildcards returns how many elements of a pattern stand for many words.
func countWildcards(p string) (n uint8) {
	for _, r := range p {
		switch r {
		case '…', '*', '@', '#':
			n++
		}
	}
	return n
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
		c.number = s
		return s, nil
	}
	x, err := c.lexeme(e)
	if err != nil {
		return 0, err
	}
	x.symbol = s
	return s, nil
}

func (c *compiler) newSymbol(element string) symbol {
	s := symbol(len(c.symbols) + 1)
	c.symbols[element] = s
	if len(c.symbols) >= maxCount {
		c.overflow = fmt.Errorf("too many words")
	}
	return s
}

// lexeme returns the lexeme of a word, or of one that ends in "*" and stands for all
// that begin so.
func (c *compiler) lexeme(word string) (*lexeme, error) {
	stem, wild := strings.CutSuffix(word, "*")
	for i := range len(stem) {
		if b := stem[i]; fold[b] != b || b < ' ' || b == '%' && len(stem) > 1 {
			return nil, fmt.Errorf("%q holds a character that no word in lower case has", word)
		}
	}
	switch {
	case stem == "":
		return nil, fmt.Errorf("%q has no letters", word)
	case wild && (len(stem) < minPrefix || len(stem) > maxLetters || isNumber(stem)):
		return nil, fmt.Errorf("%q: what words begin with has %d to %d letters, and not digits alone", word, minPrefix, maxLetters)
	case wild:
		return c.prefixes.lexeme(stem), nil
	}
	return c.words.lexeme(stem), nil
}

// isNumber reports whether a word has digits alone.
func isNumber(word string) bool { return strings.Trim(word, "0123456789") == "" }

// enter adds the steps from a state on for each phrase that the groups stand for.
func (c *compiler) enter(from uint16, groups []indexRange, pattern uint16) {
	if len(groups) == 0 {
		c.tree.end(from, pattern)
		return
	}
	for _, alt := range c.alts[groups[0].from:groups[0].to] {
		to := from
		for _, s := range c.elements[alt.from:alt.to] {
			to = c.tree.step(to, s)
		}
		c.enter(to, groups[1:], pattern)
	}
}

// pack lays out what matching reads.
func (c *compiler) pack() (err error) {
	m := c.m
	if m.states, m.steps, m.ends, err = c.tree.pack(); err != nil {
		return err
	}
	lexemes := len(c.words.list) + len(c.prefixes.list)
	m.entries = make([]entry, 1, lexemes+2)
	m.symbols, m.starts = make([]symbol, 0, 2*lexemes), make([]start, 0, 2*lexemes)
	m.ends = slices.Grow(m.ends, 2*lexemes)
	m.prefixes, m.words = newDictionary(c.prefixes.list), newDictionary(c.words.list)
	// Shorter prefixes first, so that each has those that it begins with.
	slices.SortFunc(c.prefixes.list, func(a, b lexeme) int { return len(a.text) - len(b.text) })
	for _, p := range c.prefixes.list {
		m.prefixLengths[prefixHash(lettersOf(p.text))] |= 1 << len(p.text)
		m.prefixes.add(p.text, c.newEntry(p))
	}
	for _, w := range c.words.list {
		if isNumber(w.text) && c.number != 0 {
			w.classes = append(w.classes, c.number)
		}
		m.words.add(w.text, c.newEntry(w))
	}
	if c.number != 0 {
		m.number = c.newEntry(lexeme{symbol: c.number})
	}
	return c.overflow
}

// newEntry makes the entry of a word or prefix, with the elements of the prefixes
// that it begins with.
func (c *compiler) newEntry(l lexeme) uint16 {
	m := c.m
	e := entry{firstEnd: uint32(len(m.ends)), firstSymbol: uint16(len(m.symbols)), firstStart: uint16(len(m.starts))}
	if prefix, _ := m.longestPrefix(lettersOf(l.text), l.text); prefix != 0 {
		p := &m.entries[prefix]
		m.symbols = append(m.symbols, m.symbols[p.firstSymbol:p.firstSymbol+uint16(p.symbols)]...)
	}
	if l.symbol != 0 {
		m.symbols = append(m.symbols, l.symbol)
	}
	for _, s := range l.classes {
		if !slices.Contains(m.symbols[e.firstSymbol:], s) { // a class may name a word twice, and a prefix of it
			m.symbols = append(m.symbols, s)
		}
	}
	for _, s := range m.symbols[e.firstSymbol:] {
		e.bits |= 1 << (s % 64)
		to := c.tree.edgeTo[c.tree.place(edgeKey(0, s))]
		if to == 0 {
			continue
		}
		st := &m.states[to]
		m.ends = append(m.ends, m.ends[st.firstEnd:int(st.firstEnd)+int(st.ends)]...)
		gap := &m.states[st.gap]
		if start := (start{st.firstStep, gap.firstStep, st.stepBits, gap.stepBits, m.nextBits(to), m.nextBits(st.gap)}); start.next != 0 || start.leap != 0 {
			m.starts = append(m.starts, start)
			e.next |= start.next
			e.leaps = e.leaps || start.leap != 0
		}
	}
	symbols, ends, starts := len(m.symbols)-int(e.firstSymbol), len(m.ends)-int(e.firstEnd), len(m.starts)-int(e.firstStart)
	if e.symbols, e.ends, e.starts = uint8(symbols), uint8(ends), uint8(starts); max(symbols, ends, starts) > math.MaxUint8 || max(len(m.symbols), len(m.starts)) > maxCount {
		c.overflow = fmt.Errorf("%q is in too many patterns", l.text)
	}
	m.entries = append(m.entries, e)
	return uint16(len(m.entries) - 1)
}

// nextBits returns the bits of the symbols that a state, unless it is 0, leads on
// with.
func (m *Matcher) nextBits(from uint16) (next uint64) {
	if st := &m.states[from]; from != 0 && st.firstStep != 0 {
		for _, s := range m.steps[st.firstStep : int(st.firstStep)+1<<st.stepBits] {
			if s.symbol != 0 {
				next |= 1 << (s.symbol % 64)
			}
		}
	}
	return next
}

// lexicon gathers the words or prefixes of patterns.
type lexicon struct {
	index map[string]int
	list  []lexeme
}

// lexeme is a word or prefix: its own symbol, 0 where no pattern names it, and those
// of the classes that it is in.
type lexeme struct {
	text    string // in lower case
	symbol  symbol
	classes []symbol
}

func newLexicon(size int) lexicon {
	return lexicon{index: make(map[string]int, size), list: make([]lexeme, 0, size)}
}

// lexeme returns the lexeme of a word, a new one if there is none yet. It holds until
// the next call.
func (x *lexicon) lexeme(word string) *lexeme {
	i, ok := x.index[word]
	if !ok {
		i = len(x.list)
		x.index[word] = i
		x.list = append(x.list, lexeme{text: word})
	}
	return &x.list[i]
}

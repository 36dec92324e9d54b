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
	symbols map[string]symbol // by element
	// words and prefixes are what the elements say of each.
	words, prefixes gathered
	classes         map[string][]string
	number          symbol // of "#", 0 when no pattern has it
	overflow        error  // set where there are too many of something

	tree *tree // of the set at hand
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

// Compile makes a lexicon of the words of all sets of patterns, and a matcher of each
// set. A pattern's number is its index in its set. classes has the words of each
// @class.
func Compile(classes map[string][]string, sets ...[]string) (*Lexicon, []*Matcher, error) {
	c := &compiler{symbols: make(map[string]symbol, 1<<12), words: newGathered(1 << 12), prefixes: newGathered(1 << 10), classes: classes}
	for name, words := range classes {
		s := c.newSymbol("@" + name)
		for _, word := range words {
			x, err := c.lexeme(word)
			if err != nil {
				return nil, nil, fmt.Errorf("class %s: %w", name, err)
			}
			x.classes = append(x.classes, s)
		}
	}
	matchers, trees := make([]*Matcher, len(sets)), make([]*tree, len(sets))
	for i, patterns := range sets {
		if len(patterns) > maxCount {
			return nil, nil, fmt.Errorf("%d patterns are too many", len(patterns))
		}
		m := &Matcher{wildcards: make([]uint8, 0, len(patterns))}
		c.tree = newTree(len(patterns))
		for n, p := range patterns {
			err := c.parse(p)
			if err == nil {
				c.enter(0, c.groups, uint16(n))
				m.wildcards = append(m.wildcards, countWildcards(p))
				err = cmp.Or(c.overflow, c.tree.overflow)
			}
			if err != nil {
				return nil, nil, fmt.Errorf("pattern %q: %w", p, err)
			}
		}
		matchers[i], trees[i] = m, c.tree
	}
	lexicon, elements := c.pack()
	for i, m := range matchers {
		if err := m.pack(trees[i], elements); err != nil {
			return nil, nil, err
		}
	}
	return lexicon, matchers, c.overflow
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

// pack makes the lexicon. elements has, by the number of a word, the symbols of the
// elements that it is.
func (c *compiler) pack() (lexicon *Lexicon, elements [][]symbol) {
	x := &Lexicon{prefixes: newDictionary(c.prefixes.list), words: newDictionary(c.words.list)}
	count := len(c.words.list) + len(c.prefixes.list)
	elements = make([][]symbol, 1, count+2)
	all := make([]symbol, 0, 2*count) // what elements is cut from
	add := func(l lexeme) uint16 {
		first := len(all)
		if prefix, _ := x.longestPrefix(lettersOf(l.text), l.text); prefix != 0 {
			all = append(all, elements[prefix]...)
		}
		if l.symbol != 0 {
			all = append(all, l.symbol)
		}
		for _, s := range l.classes {
			if !slices.Contains(all[first:], s) { // a class may name a word twice, and a prefix of it
				all = append(all, s)
			}
		}
		elements = append(elements, all[first:len(all):len(all)])
		if len(elements) > maxCount {
			c.overflow = fmt.Errorf("too many words")
		}
		return uint16(len(elements) - 1)
	}
	// Shorter prefixes first, so that each has those that it begins with.
	slices.SortFunc(c.prefixes.list, func(a, b lexeme) int { return len(a.text) - len(b.text) })
	for _, p := range c.prefixes.list {
		x.prefixLengths[prefixHash(lettersOf(p.text))] |= 1 << len(p.text)
		x.prefixes.add(p.text, add(p))
	}
	for _, w := range c.words.list {
		if isNumber(w.text) && c.number != 0 {
			w.classes = append(w.classes, c.number)
		}
		x.words.add(w.text, add(w))
	}
	if c.number != 0 {
		x.digits = add(lexeme{symbol: c.number})
	}
	return x, elements
}

// pack lays out what matching reads.
func (m *Matcher) pack(t *tree, elements [][]symbol) error {
	number, err := t.pack(m)
	if err != nil {
		return err
	}
	m.index = make([]uint16, len(elements))
	m.entries = make([]entry, 1, min(len(t.nodes), len(elements)))
	starts := make([]uint16, len(m.states)) // one more than where the start of a state stands
	for word, symbols := range elements {
		e, err := m.newEntry(t, number, symbols, starts)
		if err != nil {
			return err
		}
		if e.ends > 0 || e.starts > 0 || e.symbols > 0 {
			m.index[word] = uint16(len(m.entries))
			m.entries = append(m.entries, e)
		}
	}
	// What room is left is not kept.
	m.entries, m.symbols, m.starts, m.ends = slices.Clone(m.entries), slices.Clone(m.symbols), slices.Clone(m.starts), slices.Clone(m.ends)
	return nil
}

// newEntry makes the entry of a word that is the elements of some symbols.
func (m *Matcher) newEntry(t *tree, number []uint16, symbols []symbol, starts []uint16) (e entry, err error) {
	e = entry{firstEnd: uint32(len(m.ends)), firstSymbol: uint16(len(m.symbols)), firstStart: uint16(len(m.starts))}
	for _, s := range symbols {
		if t.goesOnWith(s) {
			m.symbols = append(m.symbols, s)
			e.bits.add(s)
		}
		to := int(number[t.edgeTo[t.place(edgeKey(0, s))]])
		switch {
		case to == 0:
			continue
		case to >= len(m.states):
			m.ends = append(m.ends, m.leaves[to-len(m.states)])
			continue
		}
		st := &m.states[to]
		m.ends = append(m.ends, m.ends[st.firstEnd:int(st.firstEnd)+int(st.ends)]...)
		if st.firstStep == 0 && st.gap == 0 {
			continue
		}
		if starts[to] == 0 {
			begun := start{next: m.nextBits(st), firstStep: st.firstStep, stepBits: st.stepBits}
			if st.gap != 0 {
				gap := &m.states[st.gap]
				begun.leaps, begun.leap, begun.firstLeap, begun.leapBits = true, m.nextBits(gap), gap.firstStep, gap.stepBits
			}
			m.starts = append(m.starts, begun)
			starts[to] = uint16(len(m.starts))
		} else {
			m.starts = append(m.starts, m.starts[starts[to]-1])
		}
	}
	for _, st := range m.starts[e.firstStart:] {
		e.next[0] |= st.next[0]
		e.next[1] |= st.next[1]
		e.leap[0] |= st.leap[0]
		e.leap[1] |= st.leap[1]
	}
	ends, symbolCount, startCount := len(m.ends)-int(e.firstEnd), len(m.symbols)-int(e.firstSymbol), len(m.starts)-int(e.firstStart)
	if e.ends, e.symbols, e.starts = uint8(ends), uint8(symbolCount), uint8(startCount); max(ends, symbolCount, startCount) > math.MaxUint8 || max(len(m.symbols), len(m.starts)) > maxCount {
		return e, fmt.Errorf("a word is in too many patterns")
	}
	return e, nil
}

// nextBits returns the symbols that a state leads on with.
func (m *Matcher) nextBits(st *state) (next bitset) {
	if st.firstStep != 0 {
		for _, s := range m.steps[st.firstStep : int(st.firstStep)+1<<st.stepBits] {
			if s.symbol != 0 {
				next.add(s.symbol)
			}
		}
	}
	return next
}

// gathered are the words or prefixes of patterns.
type gathered struct {
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

func newGathered(size int) gathered {
	return gathered{index: make(map[string]int, size), list: make([]lexeme, 0, size)}
}

// lexeme returns the lexeme of a word, a new one if there is none yet. It holds until
// the next call.
func (x *gathered) lexeme(word string) *lexeme {
	i, ok := x.index[word]
	if !ok {
		i = len(x.list)
		x.index[word] = i
		x.list = append(x.list, lexeme{text: word})
	}
	return &x.list[i]
}

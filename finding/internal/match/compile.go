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
	// words and prefixes are what the elements say of each. While they are gathered, the
	// dictionaries of lexicon have one more than the index of each.
	words, prefixes []lexeme
	lexicon         *Lexicon
	classes         map[string]symbol // of each class
	number          symbol            // of "#", 0 when no pattern has it
	last            symbol            // the last symbol that was given
	overflow        error             // set where there are too many of something

	tree *tree // of the set at hand
	// The pattern at hand: its groups, which are what stands in brackets and
	// what stands between them; the alternatives of each group; their elements.
	groups, alts []indexRange
	elements     []symbol
	wildcards    uint8 // how many of its elements stand for many words
}

// indexRange is a range of indices: from <= i < to.
type indexRange struct{ from, to int }

// gapSymbol stands for "…".
const gapSymbol symbol = 0

// maxCount is how many patterns, states or elements there may be of each.
const maxCount = 1<<16 - 1

// manyWords is no fewer than the vocabulary of package finding has, so that nothing is
// copied.
const manyWords = 4 << 10

// Compile makes a lexicon of the words of all sets of patterns, and a matcher of each
// set. A pattern's number is its index in its set. classes has the words of each
// @class.
func Compile(classes map[string][]string, sets ...[]string) (*Lexicon, []*Matcher, error) {
	c := &compiler{
		words: make([]lexeme, 0, manyWords), prefixes: make([]lexeme, 0, manyWords/4),
		lexicon: &Lexicon{words: newDictionary(), prefixes: newDictionary()}, classes: make(map[string]symbol, len(classes)),
	}
	for name, words := range classes {
		s := c.newSymbol()
		c.classes[name] = s
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
				m.wildcards = append(m.wildcards, c.wildcards)
				err = cmp.Or(c.overflow, c.tree.overflow)
			}
			if err != nil {
				return nil, nil, fmt.Errorf("pattern %q: %w", p, err)
			}
		}
		matchers[i], trees[i] = m, c.tree
	}
	elements := c.pack()
	for i, m := range matchers {
		if err := m.pack(trees[i], &elements); err != nil {
			return nil, nil, err
		}
	}
	return c.lexicon, matchers, c.overflow
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
	c.groups, c.alts, c.elements, c.wildcards = c.groups[:0], c.alts[:0], c.elements[:0], 0
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
	c.wildcards++
	switch {
	case e == "…":
		return gapSymbol, nil
	case e[0] == '@':
		s, ok := c.classes[e[1:]]
		if !ok {
			return 0, fmt.Errorf("there is no class %s", e[1:])
		}
		return s, nil
	case e == "#":
		if c.number == 0 {
			c.number = c.newSymbol()
		}
		return c.number, nil
	case e[len(e)-1] != '*':
		c.wildcards--
	}
	x, err := c.lexeme(e)
	if err != nil {
		return 0, err
	}
	if x.symbol == 0 {
		x.symbol = c.newSymbol()
	}
	return x.symbol, nil
}

func (c *compiler) newSymbol() symbol {
	if c.last == maxCount {
		c.overflow = fmt.Errorf("too many words")
		return c.last
	}
	c.last++
	return c.last
}

// lexeme returns the lexeme of a word, or of one that ends in "*" and stands for all
// that begin so; a new one if there is none yet. It holds until the next call. Of more
// words than numbers some are new twice: pack refuses them.
func (c *compiler) lexeme(word string) (*lexeme, error) {
	stem, wild := strings.CutSuffix(word, "*")
	known, list := c.lexicon.words, &c.words
	if wild {
		known, list = c.lexicon.prefixes, &c.prefixes
	}
	if n := known.find(lettersOf(stem), stem); n != 0 && (*list)[n-1].text == stem {
		return &(*list)[n-1], nil
	}
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
	}
	*list = append(*list, lexeme{text: stem})
	known.set(stem, uint16(len(*list)))
	return &(*list)[len(*list)-1], nil
}

// isNumber reports whether a word has digits alone.
func isNumber(word string) bool {
	for i := range len(word) {
		if word[i] < '0' || word[i] > '9' {
			return false
		}
	}
	return true
}

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

// elements has, by the number of a word, the symbols of the elements that it is.
type elements struct {
	symbols []symbol // of all words, one after the other
	ends    []uint32 // where those of each word end
}

// of returns the symbols of a word.
func (x *elements) of(word int) []symbol {
	if word == 0 {
		return nil
	}
	return x.symbols[x.ends[word-1]:x.ends[word]]
}

// pack numbers the words and prefixes of the lexicon.
func (c *compiler) pack() elements {
	x := c.lexicon
	count := len(c.words) + len(c.prefixes)
	all := elements{make([]symbol, 0, 2*count), make([]uint32, 1, count+2)}
	// add returns the number of a word or prefix. Of a prefix, shorter is what the
	// shorter ones that it begins with have to fit into; of a word, the word.
	add := func(l lexeme, shorter string) uint16 {
		first := len(all.symbols)
		if prefix, _ := x.longestPrefix(lettersOf(l.text), shorter); prefix != 0 {
			all.symbols = append(all.symbols, all.of(int(prefix))...)
		}
		if l.symbol != 0 {
			all.symbols = append(all.symbols, l.symbol)
		}
		for _, s := range l.classes {
			if !slices.Contains(all.symbols[first:], s) { // a class may name a word twice, and a prefix of it
				all.symbols = append(all.symbols, s)
			}
		}
		all.ends = append(all.ends, uint32(len(all.symbols)))
		if len(all.ends) > maxCount {
			c.overflow = fmt.Errorf("too many words")
		}
		return uint16(len(all.ends) - 1)
	}
	// Shorter prefixes first, so that each has those that it begins with.
	slices.SortFunc(c.prefixes, func(a, b lexeme) int { return len(a.text) - len(b.text) })
	for _, p := range c.prefixes {
		x.prefixLengths[prefixHash(lettersOf(p.text))] |= 1 << len(p.text)
		x.prefixes.set(p.text, add(p, p.text[:len(p.text)-1]))
	}
	for _, w := range c.words {
		if isNumber(w.text) && c.number != 0 {
			w.classes = append(w.classes, c.number)
		}
		x.words.set(w.text, add(w, w.text))
	}
	if c.number != 0 {
		x.digits = add(lexeme{symbol: c.number}, "")
	}
	return all
}

// pack lays out what matching reads.
func (m *Matcher) pack(t *tree, all *elements) error {
	number, err := t.pack(m)
	if err != nil {
		return err
	}
	words := len(all.ends)
	m.index = make([]uint16, words)
	m.entries = make([]entry, 1, min(len(t.nodes), words))
	m.symbols, m.starts = make([]symbol, 0, min(len(t.nodes), words)), make([]start, 0, len(t.nodes)/manyNodes)
	m.ends = slices.Grow(m.ends, min(len(t.nodes), words))
	starts := make([]uint16, len(m.states)) // one more than where the start of a state stands
	for word := range words {
		e, err := m.newEntry(t, number, all.of(word), starts)
		if err != nil {
			return err
		}
		if e.ends > 0 || e.starts > 0 || e.symbols > 0 {
			m.index[word] = uint16(len(m.entries))
			m.entries = append(m.entries, e)
		}
	}
	if 2*len(m.entries) < cap(m.entries) {
		m.entries = slices.Clone(m.entries) // much room is not kept
	}
	return nil
}

// manyNodes sets the room for starts: at most about one node in ten is one that
// the first word of a pattern leads to and that goes on from there.
const manyNodes = 10

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
				begun.leap, begun.firstLeap, begun.leapBits = m.nextBits(gap), gap.firstStep, gap.stepBits
			}
			m.starts = append(m.starts, begun)
			starts[to] = uint16(len(m.starts))
		} else {
			m.starts = append(m.starts, m.starts[starts[to]-1])
		}
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

// lexeme is a word or prefix: its own symbol, 0 where no pattern names it, and those
// of the classes that it is in.
type lexeme struct {
	text    string // in lower case
	symbol  symbol
	classes []symbol
}

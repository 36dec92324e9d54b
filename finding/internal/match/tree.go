package match

import (
	"fmt"
	"math"
	"math/bits"
)

// tree is the tree of states while patterns are entered. A hash table has its
// steps.
type tree struct {
	nodes    []node
	edgeKeys []uint32 // 0 is a free place
	edgeTo   []uint16 // where each leads
	ends     []end    // in the order of patterns
	goesOn   []uint64 // bit s%64 of number s/64 is set for each symbol s that some pattern goes on with
	overflow error    // set where there are too many of something
}

type node struct {
	gap   uint16 // the node after a gap
	steps uint16 // how many lead on
	ends  uint16 // how many patterns end here
	last  uint16 // the last of them
}

// end notes that a pattern ends in a state.
type end struct{ state, pattern uint16 }

// edgeKey is the key of the step with symbol s from a state; never 0, as no symbol
// of a step is.
func edgeKey(from uint16, s symbol) uint32 { return uint32(from)<<16 | uint32(s) }

// newTree returns a tree for so many patterns. It has as much room as those of package
// finding need, so that hardly anything is copied.
func newTree(patterns int) *tree {
	nodes := min(6*patterns+16, maxCount)
	places := 1 << bits.Len(uint(nodes))
	return &tree{nodes: make([]node, 1, nodes), edgeKeys: make([]uint32, places), edgeTo: make([]uint16, places), ends: make([]end, 0, nodes)}
}

// step returns the state that a symbol leads to, a new one if there is none yet.
func (t *tree) step(from uint16, s symbol) uint16 {
	if s == gapSymbol {
		if t.nodes[from].gap == 0 {
			t.nodes[from].gap = t.newNode()
		}
		return t.nodes[from].gap
	}
	if from != 0 {
		t.noteGoesOn(s)
	}
	key := edgeKey(from, s)
	i := t.place(key)
	if to := t.edgeTo[i]; to != 0 {
		return to
	}
	to := t.newNode()
	t.edgeKeys[i], t.edgeTo[i] = key, to
	t.nodes[from].steps++
	if 4*len(t.nodes) > 3*len(t.edgeKeys) {
		t.grow()
	}
	return to
}

// noteGoesOn notes that some pattern goes on with a symbol after its first.
func (t *tree) noteGoesOn(s symbol) {
	for int(s/64) >= len(t.goesOn) {
		t.goesOn = append(t.goesOn, 0)
	}
	t.goesOn[s/64] |= 1 << (s % 64)
}

// goesOnWith reports whether some pattern goes on with a symbol after its first.
func (t *tree) goesOnWith(s symbol) bool {
	return int(s/64) < len(t.goesOn) && t.goesOn[s/64]>>(s%64)&1 != 0
}

func (t *tree) newNode() uint16 {
	if len(t.nodes) > maxCount {
		t.overflow = fmt.Errorf("too many states")
		return maxCount
	}
	t.nodes = append(t.nodes, node{})
	return uint16(len(t.nodes) - 1)
}

// place returns the place of a step in the table, or the free one where it belongs.
func (t *tree) place(key uint32) uint32 {
	mask := uint32(len(t.edgeKeys) - 1)
	h := key * 0x9E3779B1
	i := (h ^ h>>15) & mask
	for t.edgeKeys[i] != 0 && t.edgeKeys[i] != key {
		i = (i + 1) & mask
	}
	return i
}

// grow doubles the table.
func (t *tree) grow() {
	keys, to := t.edgeKeys, t.edgeTo
	t.edgeKeys, t.edgeTo = make([]uint32, 2*len(keys)), make([]uint16, 2*len(keys))
	for i, key := range keys {
		if key != 0 {
			j := t.place(key)
			t.edgeKeys[j], t.edgeTo[j] = key, to[i]
		}
	}
}

// end notes that a pattern ends in a state, once. Patterns are entered in their
// order.
func (t *tree) end(state, pattern uint16) {
	n := &t.nodes[state]
	if n.ends > 0 && n.last == pattern {
		return
	}
	n.ends, n.last = n.ends+1, pattern
	t.ends = append(t.ends, end{state, pattern})
}

// pack lays out the states, their steps and their patterns as a matcher reads them. It
// returns the number that each node has as a state.
func (t *tree) pack(m *Matcher) (number []uint16, err error) {
	number, leaves := t.number()
	m.states = make([]state, 0, len(t.nodes)-leaves)
	firstStep, firstEnd := 1, 0
	for _, n := range t.nodes {
		if n.ends > math.MaxUint8 {
			t.overflow = fmt.Errorf("too many patterns are the same")
		}
		if n.isLeaf() {
			continue
		}
		st := state{stepBits: stepBits(n.steps), firstEnd: uint16(firstEnd), ends: uint8(n.ends), gap: number[n.gap]}
		if n.steps > 0 {
			st.firstStep = uint16(firstStep)
			firstStep += 1 << st.stepBits
		}
		firstEnd += int(n.ends)
		m.states = append(m.states, st)
	}
	if max(firstStep, firstEnd) > maxCount {
		t.overflow = fmt.Errorf("too many states")
	}
	if t.overflow != nil {
		return nil, t.overflow
	}
	m.leaves = make([]uint16, leaves)
	m.steps = make([]step, firstStep)
	for i, key := range t.edgeKeys {
		if key != 0 {
			m.states[number[key>>16]].add(m.steps, step{symbol(key), number[t.edgeTo[i]]})
		}
	}
	m.ends = make([]uint16, firstEnd)
	next := make([]uint8, len(m.states)) // how many of its ends each state has
	for _, e := range t.ends {
		n := int(number[e.state])
		if n >= len(m.states) {
			m.leaves[n-len(m.states)] = e.pattern
			continue
		}
		m.ends[m.states[n].firstEnd+uint16(next[n])] = e.pattern
		next[n]++
	}
	return number, nil
}

// isLeaf reports whether one pattern ends in the node and none goes on from it.
func (n node) isLeaf() bool { return n.ends == 1 && n.steps == 0 && n.gap == 0 }

// number returns the number that each node has as a state: the leaves come last.
func (t *tree) number() (number []uint16, leaves int) {
	for _, n := range t.nodes {
		if n.isLeaf() {
			leaves++
		}
	}
	number = make([]uint16, len(t.nodes))
	next, nextLeaf := uint16(0), uint16(len(t.nodes)-leaves)
	for i, n := range t.nodes {
		if n.isLeaf() {
			number[i] = nextLeaf
			nextLeaf++
		} else {
			number[i] = next
			next++
		}
	}
	return number, leaves
}

// add puts a step at a free place of the state's table.
func (st *state) add(steps []step, s step) {
	st.next |= 1 << (s.symbol % 64)
	table := steps[st.firstStep : int(st.firstStep)+1<<st.stepBits]
	k := 0
	if st.stepBits > 0 {
		k = firstPlace(s.symbol, st.stepBits)
	}
	for ; table[k&(len(table)-1)].symbol != 0; k++ {
	}
	table[k&(len(table)-1)] = s
}

// stepBits returns the size of a state's table of n steps, as a power of two: the
// table has 1<<stepBits(n) places. These are at least twice as many as the steps, so
// that most searches for a step that is not there meet a free place at once. For a
// single step one place will do.
func stepBits(n uint16) uint8 {
	if n <= 1 {
		return 0
	}
	return uint8(bits.Len32(2*uint32(n) - 1))
}

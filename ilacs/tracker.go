package ilacs

import (
	"slices"

	"github.com/ilacs-go/inspection/finding"
)

// tracker follows up the items of one document in another.
type tracker struct {
	before, after *side
	candidates    []passage         // what the later document finds
	blocks        []block           // which stand in one paragraph
	blockOf       []int             // by candidate
	together      []finding.Finding // what it says of the items as a whole
}

// block is the findings of one numbered paragraph.
type block struct {
	first  int // among the candidates
	words  []string
	vector vector
}

func newTracker(before, after *side) *tracker {
	t := &tracker{before: before, after: after, together: together(before, after)}
	for _, p := range after.passages {
		if !ofInspectors(p.Section) || p.history || (p.Polarity == finding.Neutral || p.Polarity == 0) && !isAsked(p.Finding) {
			continue
		}
		p.vector = before.weights.vectorOf(p.words)
		t.candidates = append(t.candidates, p)
		i := len(t.candidates) - 1
		if i > 0 && p.Paragraph > 0 && p.Paragraph == t.candidates[i-1].Paragraph && p.Section == t.candidates[i-1].Section {
			b := &t.blocks[len(t.blocks)-1]
			b.words = append(b.words, p.words...)
		} else {
			t.blocks = append(t.blocks, block{first: i, words: slices.Clone(p.words)})
		}
		t.blockOf = append(t.blockOf, len(t.blocks)-1)
	}
	for i := range t.blocks {
		b := &t.blocks[i]
		b.vector = before.weights.vectorOf(sortedOnce(b.words))
	}
	return t
}

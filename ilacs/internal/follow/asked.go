package follow

import (
	"slices"

	"github.com/ilacs-go/inspection/finding"
)

// inTheSameWords returns the later item that asks for the same in the same
// words, nil where none does.
func (e *Evidence) inTheSameWords() *finding.Finding {
	i := slices.IndexFunc(e.finder.candidates, func(c candidate) bool { return c.Section.Asks() && c.SameText(&e.item.Passage) })
	if i < 0 {
		return nil
	}
	return &e.finder.candidates[i].Finding
}

// markAskedAgain marks the candidates that ask for what the item asks for.
func (e *Evidence) markAskedAgain(again []bool) {
	for i, r := range e.Relevance {
		again[i] = again[i] || r >= AskedAgain || e.finder.candidates[i].SameText(&e.item.Passage)
	}
}

// newItems are the later items that ask for nothing that was asked for before.
func (f *Finder) newItems(again []bool) []finding.Finding {
	out := []finding.Finding{}
	for i, c := range f.candidates {
		if c.Section.Asks() && !again[i] {
			out = append(out, c.Finding)
		}
	}
	return out
}

package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/internal/follow"
)

// named counts the items that summaries name as praised and as faulted, and those of them
// of which the reader of this project's labels finds that in whole or in part.
type named struct {
	praised, praisedRight int
	faulted, faultedRight int
}

// namedItems are the counts of all labelled pairs, and of those of them that were kept
// aside when the weights were fitted.
func namedItems(examples []*example) (all, kept named, err error) {
	compared := map[*pair]ilacs.Progress{}
	for _, e := range examples {
		if e.set == "gold" {
			continue
		}
		p, ok := compared[e.pair]
		if !ok {
			if p, err = ilacs.Compare(e.before, e.after); err != nil {
				return named{}, named{}, fmt.Errorf("%s: %w", e.name, err)
			}
			compared[e.pair] = p
		}
		item := p.FollowUps[e.number].Item
		n := named{}
		if isNamed(p, ilacs.StatementPraised, item) {
			n.praised = 1
			if e.isOneOf(follow.Addressed, follow.Partly) {
				n.praisedRight = 1
			}
		}
		if isNamed(p, ilacs.StatementFaulted, item) {
			n.faulted = 1
			if e.isOneOf(follow.Persists, follow.Partly) {
				n.faultedRight = 1
			}
		}
		all = all.plus(n)
		if e.kept {
			kept = kept.plus(n)
		}
	}
	return all, kept, nil
}

// isNamed reports whether a statement of the summary rests on an item: its evidence is
// the items that it names, each with the sentence that shows what became of it.
func isNamed(p ilacs.Progress, kind ilacs.StatementKind, item finding.Finding) bool {
	return slices.ContainsFunc(p.Summary, func(s ilacs.Statement) bool {
		return s.Kind == kind && slices.ContainsFunc(s.Evidence, func(f finding.Finding) bool { return f.Section.Asks() && f.Span == item.Span && f.Text == item.Text })
	})
}

// isOneOf reports whether the reader gave the item one of some statuses.
func (e *example) isOneOf(statuses ...follow.Status) bool {
	return slices.ContainsFunc(e.statuses, func(s follow.Status) bool { return slices.Contains(statuses, s) })
}

func (n named) plus(m named) named {
	return named{n.praised + m.praised, n.praisedRight + m.praisedRight, n.faulted + m.faulted, n.faultedRight + m.faultedRight}
}

func (n named) print(w io.Writer, pairs string) {
	fmt.Fprintf(w, "named by summaries of %s: %d of %d named as praised are, in whole or in part, and %d of %d named as faulted\n",
		pairs, n.praisedRight, n.praised, n.faultedRight, n.faulted)
}

package authority

import (
	"iter"

	"github.com/ilacs-go/inspection/ilacs/civil"
)

// A Change is one authority's taking over the area of another, or part of it. A
// predecessor's grades are not carried over.
type Change struct {
	// Date is the first day of the new authority, on which the old one no longer
	// existed.
	Date civil.Date `json:"date"`
	From Authority  `json:"from"`
	To   Authority  `json:"to"`
	// Area says which part of From's area went to To: "whole", "part", or a
	// place ("Christchurch").
	Area      string    `json:"area"`
	Certainty Certainty `json:"certainty"`
	Source    string    `json:"source"`
}

// Predecessors yields the changes that made the authority, ordered by date and
// then by the predecessor's name.
func Predecessors(a Authority) iter.Seq[Change] {
	return changesOf(a, func(c Change) Authority { return c.To })
}

// Successors yields the changes in which others took over the authority's area,
// including planned ones, ordered by date and then by the successor's name.
func Successors(a Authority) iter.Seq[Change] {
	return changesOf(a, func(c Change) Authority { return c.From })
}

// changesOf yields the changes that have the authority on one side.
func changesOf(a Authority, side func(Change) Authority) iter.Seq[Change] {
	return func(yield func(Change) bool) {
		t := register()
		i, ok := t.index(a)
		if !ok {
			return
		}
		for _, c := range t.changes {
			if side(c) == t.entries[i].Authority && !yield(c) {
				return
			}
		}
	}
}

// A Body is a trust or company that delivers children's services for an
// authority. The council stays accountable for them.
type Body struct {
	Name string `json:"name"`
	// From is when it began to deliver them, and To when it ceased to; both may
	// lack their day or month. A zero To means that no end is known.
	From civil.Date `json:"from"`
	To   civil.Date `json:"to,omitzero"`
	// Certainty is that of the less certain of the two.
	Certainty Certainty `json:"certainty"`
	Source    string    `json:"source"`
	Note      string    `json:"note,omitzero"`
}

// DeliveryBodies yields the trusts and companies that deliver or delivered the
// authority's children's services, ordered by when they began to.
func DeliveryBodies(a Authority) iter.Seq[Body] {
	return func(yield func(Body) bool) {
		t := register()
		i, ok := t.index(a)
		if !ok {
			return
		}
		for _, b := range t.bodies {
			if b.entry == i && !yield(b.Body) {
				return
			}
		}
	}
}

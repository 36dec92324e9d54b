package main

import (
	"cmp"
	"slices"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

// move is an inspection that is new, or known differently now.
type move struct {
	Kind        string             `json:"kind"` // "new" or "corrected"
	From        string             `json:"from"` // "record" or "documents"
	Inspection  record.Inspection  `json:"inspection"`
	Before      *record.Inspection `json:"before,omitempty"`
	Standing    bool               `json:"standing"`
	Changes     []judgement.Change `json:"changes"`
	Differences []difference       `json:"differences"`
}

// moves returns how many grades of the authority's standing went up and down.
func (m move) moves() (up, down int) {
	for _, c := range m.Changes {
		switch {
		case !m.Standing:
		case c.Trend == judgement.TrendImproved:
			up++
		case c.Trend == judgement.TrendDeclined:
			down++
		}
	}
	return up, down
}

// neighbour is a statistical neighbour that moved, and how many of its grades went
// up and down.
type neighbour struct {
	Authority    string `json:"authority"`
	URN          string `json:"urn"`
	Neighbour    string `json:"neighbour"`
	NeighbourURN string `json:"neighbour_urn"`
	Place        int    `json:"place"`
	Up           int    `json:"up"`
	Down         int    `json:"down"`
}

// compare sets what came, or is known differently, between two records.
func (n *news) compare(was, is, national *record.Record) {
	m := was.Merge(slices.Collect(is.All())...)
	for _, v := range m.Intervals() {
		mv := move{Kind: "new", Inspection: v.After, Changes: changes(v.Changes()), Differences: []difference{}}
		if v.Before.IsValid() {
			mv.Before = &v.Before
		}
		n.add(mv, is, national)
	}
	diffs := map[record.Inspection][]difference{}
	var corrected []record.Inspection
	for _, d := range slices.Concat(m.Conflicts, m.Filled) {
		old, ok := sameInspection(was, d.Inspection)
		if !ok {
			continue // of one that is new itself
		}
		if diffs[old] == nil {
			corrected = append(corrected, old)
		}
		diffs[old] = append(diffs[old], difference{d.Field, d.Kept, d.Offered})
	}
	for _, old := range corrected {
		now, ok := sameInspection(is, old)
		if !ok {
			now = old
		}
		n.add(move{
			Kind: "corrected", Inspection: now, Before: &old, Differences: diffs[old],
			Changes: changes(judgement.Compare(old.Judgements, now.Judgements)),
		}, is, national)
	}
	slices.SortStableFunc(n.Inspections, func(a, b move) int {
		return cmp.Or(cmp.Compare(b.Kind, a.Kind), cmp.Compare(a.Inspection.Authority.Name, b.Inspection.Authority.Name),
			a.Inspection.Start.Compare(b.Inspection.Start))
	})
	n.addNeighbours()
}

// changes makes JSON's empty list of none.
func changes(c []judgement.Change) []judgement.Change {
	if c == nil {
		return []judgement.Change{}
	}
	return c
}

func (n *news) add(m move, is, national *record.Record) {
	m.From = "documents"
	if i, ok := sameInspection(national, m.Inspection); ok && i.Start == m.Inspection.Start {
		m.From = "record"
	}
	latest, ok := is.Latest(m.Inspection.Authority)
	m.Standing = ok && latest.Start == m.Inspection.Start
	n.Inspections = append(n.Inspections, m)
}

// sameInspection returns what a record has of an inspection: the one whose
// fieldwork shares a day with it.
func sameInspection(r *record.Record, i record.Inspection) (record.Inspection, bool) {
	for o := range r.Of(i.Authority) {
		if o.Start == i.Start || o.Start.Compare(i.End) <= 0 && i.Start.Compare(o.End) <= 0 {
			return o, true
		}
	}
	return record.Inspection{}, false
}

// addNeighbours sets whose statistical neighbours moved.
func (n *news) addNeighbours() {
	moved := map[authority.Authority]move{}
	for _, m := range n.Inspections {
		if up, down := m.moves(); up+down > 0 {
			moved[m.Inspection.Authority] = m
		}
	}
	for a := range authority.All() {
		place := 0
		for o := range authority.Neighbours(a) {
			place++
			if m, ok := moved[o]; ok {
				up, down := m.moves()
				n.Neighbours = append(n.Neighbours, neighbour{a.Name, a.URN, o.Name, o.URN, place, up, down})
			}
		}
	}
}

// due is something that the published rules expect of an authority.
type due struct {
	Authority string `json:"authority"`
	URN       string `json:"urn"`
	// When is "past", "open", "to-come", "deadline" or "not-known", and Days how
	// many days ago or to come: see the package comment.
	When        string            `json:"when"`
	Days        int               `json:"days"`
	Waited      int               `json:"waited,omitzero"`
	Rank        int               `json:"rank,omitzero"`
	Ties        int               `json:"ties,omitzero"`
	Expectation ilacs.Expectation `json:"expectation"`
}

// whens are the values of When, in the order in which they are told.
var whens = []string{"past", "open", "to-come", "deadline", "not-known"}

// lookAhead sets what is due of each authority.
func (n *news) lookAhead(is *record.Record, of []document) {
	letters := visits(of)
	waiting := map[authority.Authority]record.Waiting{}
	for _, w := range is.WaitingOn(n.On) {
		waiting[w.Inspection.Authority] = w
	}
	for a := range authority.All() {
		if !a.OpenOn(n.On) {
			continue
		}
		w := waiting[a]
		for _, e := range is.ProfileOf(a, n.On).WithVisits(letters[a]...).Next {
			d := due{Authority: a.Name, URN: a.URN, Waited: w.Days, Rank: w.Rank, Ties: w.Ties, Expectation: e}
			days, past := e.PastOn(n.On)
			switch {
			case past:
				d.When, d.Days = "past", days
			case e.Until.IsZero():
				d.When = "not-known"
			case e.From.IsZero():
				d.When = "deadline"
				d.Days, _ = n.On.DaysUntil(e.Until)
			case e.From.Compare(n.On) > 0:
				d.When = "to-come"
				d.Days, _ = n.On.DaysUntil(e.From)
			default:
				d.When = "open"
				d.Days, _ = n.On.DaysUntil(e.Until)
			}
			n.Next = append(n.Next, d)
		}
	}
	slices.SortStableFunc(n.Next, func(a, b due) int {
		order := cmp.Compare(a.Days, b.Days)
		if a.When == "past" {
			order = -order
		}
		return cmp.Or(cmp.Compare(slices.Index(whens, a.When), slices.Index(whens, b.When)), order, cmp.Compare(a.Authority, b.Authority))
	})
}

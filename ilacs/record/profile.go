package record

import (
	"slices"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

// A Profile is what is known of one authority on a day: its inspections, how its
// statistical neighbours stand, what the published rules expect next, and how
// long others waited. Its JSON form reads back to the same value.
type Profile struct {
	Authority authority.Authority `json:"authority"`
	Day       civil.Date          `json:"day"`
	// Inspections are those whose reports were published by then, oldest first.
	Inspections []Inspection `json:"inspections"`
	// Visits are visits without grades, oldest first. The record holds none: see
	// [Profile.With].
	Visits []ilacs.Visit `json:"visits,omitempty"`
	// Predecessors are the authorities whose area this one took over, each with
	// its own history, and Bodies the trusts and companies that deliver or
	// delivered its services.
	Predecessors []authority.Change `json:"predecessors,omitempty"`
	Bodies       []authority.Body   `json:"bodies,omitempty"`
	// Neighbours are the standings of the statistical neighbours, the most alike
	// first.
	Neighbours []Inspection `json:"neighbours,omitempty"`
	// Next is what [ilacs.Next] says of the last inspection of the services as a
	// whole, and of the visits after it. What it expects may be past by now.
	Next []ilacs.Expectation `json:"next,omitempty"`
	// Waits are those of authorities that stood as this one does.
	Waits Waits `json:"waits"`
}

// About returns the profile of an authority by the national record; see
// [Record.About].
func About(a authority.Authority, day civil.Date) Profile { return National().About(a, day) }

// About returns the profile of an authority on a day. Of a month or a year its
// last day counts, and the zero Date means the day on which the record stands.
// Waits are those of the whole record, whatever the day.
func (r *Record) About(a authority.Authority, day civil.Date) Profile {
	p := Profile{Authority: a, Day: r.day(day)}
	for i := range r.Of(a) {
		if i.public().Compare(p.Day) <= 0 {
			p.Inspections = append(p.Inspections, i)
		}
	}
	p.Predecessors = slices.Collect(authority.Predecessors(a))
	p.Bodies = slices.Collect(authority.DeliveryBodies(a))
	p.Neighbours = slices.Collect(r.Neighbours(a, p.Day))
	last, _ := p.Latest()
	p.Next = ilacs.Next(last.Report())
	p.Waits = r.WaitsAfter(last)
	return p
}

// Latest returns the inspection that gives the authority its standing. It
// reports false where there is none.
func (p Profile) Latest() (Inspection, bool) {
	for _, i := range slices.Backward(p.Inspections) {
		if i.whole() {
			return i, true
		}
	}
	return Inspection{Authority: p.Authority}, false
}

// With returns the profile with the visits of letters and other documents
// without grades in it, and with what is expected after those that came after
// the last inspection. A document without a first day is left out: there is no
// place for it.
func (p Profile) With(letters ...*ilacs.Report) Profile {
	p.Visits, p.Next = slices.Clone(p.Visits), slices.Clone(p.Next)
	last, _ := p.Latest()
	for _, l := range letters {
		if l.Visit.Start.IsZero() {
			continue
		}
		p.Visits = append(p.Visits, l.Visit)
		if l.Visit.Start.Compare(last.Start) > 0 {
			p.Next = append(p.Next, ilacs.Next(l)...)
		}
	}
	slices.SortStableFunc(p.Visits, func(a, b ilacs.Visit) int { return a.Start.Compare(b.Start) })
	return p
}

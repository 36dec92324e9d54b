package record

import (
	"slices"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

// A Profile is what is known of one authority as of a day: its inspections, how
// its statistical neighbours stand, what the published rules expect next, and
// how long others waited. Its JSON form reads back to the same value.
type Profile struct {
	Authority authority.Authority `json:"authority"`
	Day       civil.Date          `json:"day"`
	// Inspections are those whose reports were published by then, oldest first.
	Inspections []Inspection `json:"inspections"`
	// Visits are visits without grades, oldest first. The record holds none of
	// them: see [Profile.WithVisits].
	Visits []ilacs.Visit `json:"visits,omitempty"`
	// Predecessors are the authorities whose area this one took over; their
	// inspections are not its own. Bodies are the trusts and companies that
	// deliver or delivered its services.
	Predecessors []authority.Change `json:"predecessors,omitempty"`
	Bodies       []authority.Body   `json:"bodies,omitempty"`
	// Neighbours are the standings of its statistical neighbours, the most similar
	// first.
	Neighbours []Inspection `json:"neighbours,omitempty"`
	// Next is what [ilacs.Next] expects after the last inspection of the services
	// as a whole, and after the visits since. Some of it may be past by now.
	Next []ilacs.Expectation `json:"next,omitempty"`
	// Waits are those of authorities that stood as this one does.
	Waits Waits `json:"waits"`
}

// ProfileOf returns the profile of an authority by the national record; see
// [Record.ProfileOf].
func ProfileOf(a authority.Authority, day civil.Date) Profile { return National().ProfileOf(a, day) }

// ProfileOf returns the profile of an authority as of a day. A month or a year
// means its last day, and the zero Date the day as of which the record stands.
// Waits are those of the whole record, whatever the day.
func (r *Record) ProfileOf(a authority.Authority, day civil.Date) Profile {
	p := Profile{Authority: a, Day: r.day(day), Inspections: []Inspection{}}
	for i := range r.Of(a) {
		if i.publicFrom().Compare(p.Day) <= 0 {
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
// reports false if there is none.
func (p Profile) Latest() (Inspection, bool) {
	for _, i := range slices.Backward(p.Inspections) {
		if i.givesStanding() {
			return i, true
		}
	}
	return Inspection{Authority: p.Authority}, false
}

// WithVisits returns the profile with the visits of more documents in it, letters
// and others without grades, and with what is expected after those visits that
// came after the last inspection, whatever the profile's day. A document without
// a first day of fieldwork is left out: it has no place in the order.
func (p Profile) WithVisits(documents ...*ilacs.Report) Profile {
	p.Visits, p.Next = slices.Clone(p.Visits), slices.Clone(p.Next)
	last, _ := p.Latest()
	for _, d := range documents {
		if d.Visit.Start.IsZero() {
			continue
		}
		p.Visits = append(p.Visits, d.Visit)
		if d.Visit.Start.Compare(last.Start) > 0 {
			p.Next = append(p.Next, ilacs.Next(d)...)
		}
	}
	slices.SortStableFunc(p.Visits, func(a, b ilacs.Visit) int { return a.Start.Compare(b.Start) })
	return p
}

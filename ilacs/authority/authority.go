// Package authority is the register of the English authorities that are
// responsible for children's services: the 153 of today, those that closed
// (Cumbria, Northamptonshire, Poole, …) and those that are planned.
//
//	a, err := authority.Find("Dudley Metropolitan Borough Council")
//	fmt.Println(a.Name, a.Region) // Dudley West Midlands
//
// [Find] takes any printed form of a name and never guesses: for a name that is
// unknown, that may mean several authorities, or whose authority is not open, it
// returns a [*NameError] that says which authorities are nearest. [FindOn] finds
// the authority that had a name on a given day.
//
// The register stands as of [AsOf]. It is made of facts from Ofsted's reports
// and government registers; the head of each embedded table says where its facts
// are from, and under which licence. What is not certain is marked so: see
// [Certainty]. A council that became unitary and kept its Ofsted URN
// (Buckinghamshire in 2020, North Yorkshire and Somerset in 2023) is one
// authority here; one that was replaced by others is closed, and its grades
// are not its successors'.
package authority

import (
	"iter"

	"github.com/ilacs-go/inspection/ilacs/civil"
)

// AsOf is the day as of which the register stands, in the form that
// [civil.Parse] reads: an authority is open or closed as it was on that day.
const AsOf = "2026-08-31"

// An Authority is one authority responsible for children's services.
// Authorities are comparable with ==; the zero Authority is none.
type Authority struct {
	// Name is the name of the place as Ofsted prints it: "Dudley",
	// "Kingston upon Hull", "City of London". Among open authorities it is
	// unique; a closed authority may share its name with an open one (Dorset).
	Name string `json:"name,omitzero"`
	// URN is Ofsted's unique reference number, five or seven digits. It is
	// empty for closed and planned authorities, whose numbers are not known
	// here.
	URN string `json:"urn,omitzero"`
	// Code is the Department for Education's number, three digits. It is empty
	// for planned authorities.
	Code string `json:"code,omitzero"`
	// GSS is the code of the Government Statistical Service, such as
	// "E08000027". It is empty for planned authorities.
	GSS    string `json:"gss,omitzero"`
	Region Region `json:"region,omitzero"`
	Type   Type   `json:"type,omitzero"`
	// Opened is the authority's first day; zero means before April 2009, when the
	// register begins.
	Opened civil.Date `json:"opened,omitzero"`
	// Closed is the first day on which the authority no longer existed; zero
	// means that no such day is known.
	Closed civil.Date `json:"closed,omitzero"`
}

// String returns the authority's name.
func (a Authority) String() string { return a.Name }

// IsOpen reports whether the authority was open on the day [AsOf].
func (a Authority) IsOpen() bool { return a.OpenOn(civil.Date{}) }

// OpenOn reports whether the authority was open on the day, or at any time in
// the month or year. The zero Date means the day [AsOf]. An authority without an
// Opened date is taken to have been open on every day before it closed.
func (a Authority) OpenOn(day civil.Date) bool {
	return a.Name != "" && a.openIn(register().days(day))
}

// All yields every authority of the register in order of name: open, closed
// and planned.
func All() iter.Seq[Authority] {
	return func(yield func(Authority) bool) {
		for _, e := range register().entries {
			if !yield(e.Authority) {
				return
			}
		}
	}
}

// ByURN returns the authority with the Ofsted URN.
func ByURN(urn string) (Authority, bool) {
	t := register()
	return t.get(t.urns, urn)
}

// ByCode returns the authority, open or closed, with the code: three digits
// are the Department for Education's, nine characters are a GSS code.
func ByCode(code string) (Authority, bool) {
	t := register()
	return t.get(t.codes, code)
}

// Neighbours yields the authority's statistical neighbours, the most similar
// first: ten open authorities. An authority that is not open has none.
func Neighbours(a Authority) iter.Seq[Authority] {
	return func(yield func(Authority) bool) {
		t := register()
		i, ok := t.index(a)
		if !ok {
			return
		}
		for _, n := range t.entries[i].neighbours {
			if !yield(t.entries[n].Authority) {
				return
			}
		}
	}
}

// span is a range of days, both ends included.
type span struct{ first, last civil.Date }

// days returns the days that a date may mean; the zero Date means AsOf.
func (t *tables) days(d civil.Date) span {
	if d.IsZero() {
		d = t.today
	}
	return span{d.First(), d.Last()}
}

// openIn reports whether the authority was open on one of the days.
func (a Authority) openIn(s span) bool {
	return (a.Opened.IsZero() || a.Opened.Compare(s.last) <= 0) &&
		(a.Closed.IsZero() || s.first.Compare(a.Closed) < 0)
}

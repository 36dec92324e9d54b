// Package authority is the register of the English authorities that are
// responsible for children's services: the 153 of today, those that closed
// (Cumbria, Northamptonshire, Poole, …) and those that are planned.
//
//	a, err := authority.Find("Dudley Metropolitan Borough Council")
//	fmt.Println(a.Name, a.Region) // Dudley West Midlands
//
// [Find] takes any printed form of a name and never guesses: a name that is
// unknown, that may mean several authorities, or whose authority is not open
// gives a [*NameError] that says which authorities are nearest. [FindOn] asks
// for the authority that bore a name on a given day.
//
// The register stands as of [AsOf]. It is made of facts from Ofsted's reports
// and government registers; where each comes from, and its licence, is said at
// the head of the embedded tables. What is not certain is marked so: see
// [Certainty]. A council that became unitary and kept its Ofsted URN
// (Buckinghamshire in 2020, North Yorkshire and Somerset in 2023) is one
// authority here; one that was replaced by others is closed, and its grades
// are not its successors'.
package authority

import (
	"iter"

	"github.com/ilacs-go/inspection/ilacs/civil"
)

// AsOf is the day, as text, on which the register stands: an authority is
// called open or closed as it was on that day.
const AsOf = "2026-08-31"

// Authority is one authority responsible for children's services. It is
// comparable; the zero Authority is none.
type Authority struct {
	// Name is the name of the place as Ofsted prints it: "Dudley",
	// "Kingston upon Hull", "City of London". Among open authorities it is
	// unique; a closed authority may share its name with an open one (Dorset).
	Name string `json:"name,omitzero"`
	// URN is Ofsted's unique reference number, five to seven digits. It is
	// empty for closed and planned authorities.
	URN string `json:"urn,omitzero"`
	// Code is the Department for Education's number, three digits. It is empty
	// for planned authorities.
	Code string `json:"code,omitzero"`
	// GSS is the code of the Government Statistical Service, such as
	// "E08000027". It is empty for planned authorities.
	GSS    string `json:"gss,omitzero"`
	Region Region `json:"region,omitzero"`
	Type   Type   `json:"type,omitzero"`
	// Opened is the authority's first day; zero means before 2009.
	Opened civil.Date `json:"opened,omitzero"`
	// Closed is the first day on which the authority was none any more; zero
	// means that no end is known.
	Closed civil.Date `json:"closed,omitzero"`
}

// String returns the authority's name.
func (a Authority) String() string { return a.Name }

// IsOpen reports whether the authority was open on the day [AsOf].
func (a Authority) IsOpen() bool { return a.URN != "" && a.openIn(asOf()) }

// OpenOn reports whether the authority was open on the day. Of a month or a
// year it reports whether the authority was open in any part of it. The zero
// Date means the day [AsOf]. No authority is open on a day before 2009 of
// which the register knows nothing: an authority without an Opened date is
// taken to have been open always.
func (a Authority) OpenOn(day civil.Date) bool {
	return a.Name != "" && a.openIn(spanOf(day))
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
func ByURN(urn string) (Authority, bool) { return register().get(register().urns, urn) }

// ByCode returns the authority, open or closed, with the code: three digits
// are the Department for Education's, nine characters are a GSS code.
func ByCode(code string) (Authority, bool) { return register().get(register().codes, code) }

// Neighbours yields the authority's statistical neighbours, the most alike
// first: ten open authorities, as the Department for Education publishes them.
// Authorities that are not open have none.
func Neighbours(a Authority) iter.Seq[Authority] {
	return func(yield func(Authority) bool) {
		r := register()
		e, ok := r.entry(a)
		if !ok {
			return
		}
		for _, n := range e.neighbours {
			if !yield(r.entries[n].Authority) {
				return
			}
		}
	}
}

// span is a stretch of days, both ends included, each as year·10000+month·100+day.
type span struct{ first, last int32 }

// spanOf returns the days that a date may mean; the zero Date means AsOf.
func spanOf(d civil.Date) span {
	if d.IsZero() {
		return asOf()
	}
	y, m, day := int32(d.Year()), int32(d.Month()), int32(d.Day())
	s := span{y*10000 + m*100 + day, y*10000 + m*100 + day}
	switch {
	case m == 0:
		s.last += 1231
	case day == 0:
		s.last += 31
	}
	return s
}

// asOf is the span of the constant AsOf.
func asOf() span { return span{20260831, 20260831} }

func (a Authority) openIn(s span) bool {
	return (a.Opened.IsZero() || spanOf(a.Opened).first <= s.last) &&
		(a.Closed.IsZero() || s.first < spanOf(a.Closed).first)
}

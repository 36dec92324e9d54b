package record

import (
	_ "embed"
	"iter"
	"slices"
	"sync"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

//go:embed record.tsv
var recordTSV string

// A Record holds inspections. It never changes and is safe for concurrent use.
// The zero Record is empty.
type Record struct {
	asOf        civil.Date
	inspections []Inspection // ordered by compare
}

// National returns the embedded record.
func National() *Record { return national() }

var national = sync.OnceValue(func() *Record {
	r, err := Parse(recordTSV)
	if err != nil {
		panic(err) // a test of the table rules this out
	}
	return r
})

// All yields the inspections of the national record; see [Record.All].
func All() iter.Seq[Inspection] { return National().All() }

// Of yields the inspections of one authority; see [Record.Of].
func Of(a authority.Authority) iter.Seq[Inspection] { return National().Of(a) }

// Latest returns the inspection that gives an authority its standing; see
// [Record.Latest].
func Latest(a authority.Authority) (Inspection, bool) { return National().Latest(a) }

// Before returns the inspection that gave an authority its standing until
// another; see [Record.Before].
func Before(i Inspection) (Inspection, bool) { return National().Before(i) }

// On returns the national record as it stood on a day; see [Record.On].
func On(day civil.Date) *Record { return National().On(day) }

// StandingsOn yields the standing of every authority on a day; see
// [Record.StandingsOn].
func StandingsOn(day civil.Date) iter.Seq[Inspection] { return National().StandingsOn(day) }

// Neighbours yields the standing of an authority's statistical neighbours on a
// day; see [Record.Neighbours].
func Neighbours(a authority.Authority, day civil.Date) iter.Seq[Inspection] {
	return National().Neighbours(a, day)
}

// AsOf returns the day as of which the record stands.
func (r *Record) AsOf() civil.Date { return r.asOf }

// Len returns the number of inspections.
func (r *Record) Len() int { return len(r.inspections) }

// All yields every inspection, ordered by the authority's name and then by the
// first day of fieldwork.
func (r *Record) All() iter.Seq[Inspection] { return slices.Values(r.inspections) }

// Of yields the inspections of one authority, oldest first. It yields none that
// its predecessors or successors had: [authority.Predecessors] and
// [authority.Successors] lead to those.
func (r *Record) Of(a authority.Authority) iter.Seq[Inspection] { return slices.Values(r.of(a)) }

func (r *Record) of(a authority.Authority) []Inspection {
	from, _ := slices.BinarySearchFunc(r.inspections, Inspection{Authority: a}, compare)
	until := from
	for until < len(r.inspections) && r.inspections[until].Authority == a {
		until++
	}
	return r.inspections[from:until]
}

// Latest returns the inspection that gives an authority its standing: the last
// one of its services as a whole. It reports false if there is none.
func (r *Record) Latest(a authority.Authority) (Inspection, bool) {
	i := r.standing(a, civil.Date{})
	return i, i.IsValid()
}

// Before returns the inspection that gave i's authority its standing until i: the
// last one of its services as a whole that began before. It reports false if
// there is none.
func (r *Record) Before(i Inspection) (Inspection, bool) {
	for _, before := range slices.Backward(r.of(i.Authority)) {
		if before.givesStanding() && before.Start.Compare(i.Start) < 0 {
			return before, true
		}
	}
	return Inspection{Authority: i.Authority}, false
}

// standing returns the authority's last inspection as a whole that was public
// on the day; with the zero Date, the last of all.
func (r *Record) standing(a authority.Authority, day civil.Date) Inspection {
	for _, i := range slices.Backward(r.of(a)) {
		if i.givesStanding() && (day.IsZero() || i.publicFrom().Compare(day.Last()) <= 0) {
			return i
		}
	}
	return Inspection{Authority: a}
}

// StandingsOn yields, for each authority that was open on the day and in order
// of name, the inspection that gave it its standing: the last one of its
// services as a whole whose report had been published by then. For an authority
// without one it yields an Inspection that has nothing but the authority and is
// not valid. A month or a year means its last day, and the zero Date the day as
// of which the record stands.
//
// An inspection from April 2026 on has no overall effectiveness, and neither
// has the standing that it gives: an earlier overall grade is not carried
// forward.
func (r *Record) StandingsOn(day civil.Date) iter.Seq[Inspection] {
	day = r.day(day)
	return func(yield func(Inspection) bool) {
		for a := range authority.All() {
			if a.OpenOn(day) && !yield(r.standing(a, day)) {
				return
			}
		}
	}
}

// Neighbours yields, as [Record.StandingsOn] does, the standings on a day of the
// authority's statistical neighbours, the most similar first. The neighbours are
// today's, whatever the day.
func (r *Record) Neighbours(a authority.Authority, day civil.Date) iter.Seq[Inspection] {
	day = r.day(day)
	return func(yield func(Inspection) bool) {
		for n := range authority.Neighbours(a) {
			if n.OpenOn(day) && !yield(r.standing(n, day)) {
				return
			}
		}
	}
}

// day returns the day that a date means to the functions that take one.
func (r *Record) day(day civil.Date) civil.Date {
	if day.IsZero() {
		return r.asOf
	}
	return day.Last()
}

// WithAsOf returns a record of the same inspections that stands as of another day.
func (r *Record) WithAsOf(day civil.Date) *Record {
	return &Record{asOf: day, inspections: r.inspections}
}

// On returns the record as it stood on a day: with the inspections whose reports
// had been published by then. All that is asked of it is answered as at that day,
// so On(day).WaitsAfter counts the waits that had ended by then. A month or a year
// means its last day; the zero Date, or a day after the one as of which the record
// stands, gives the same inspections as of the same day.
func (r *Record) On(day civil.Date) *Record {
	if day.IsZero() || day.Last().Compare(r.asOf) >= 0 {
		return r
	}
	on := &Record{asOf: day.Last()}
	for _, i := range r.inspections {
		if i.publicFrom().Compare(on.asOf) <= 0 {
			on.inspections = append(on.inspections, i)
		}
	}
	return on
}

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

// A Record holds inspections. It is never changed, and safe for concurrent use.
// The zero Record is empty.
type Record struct {
	asOf        civil.Date
	inspections []Inspection // in order of compare
}

// National returns the embedded record.
func National() *Record { return national() }

var national = sync.OnceValue(func() *Record {
	r, err := Parse(recordTSV)
	if err != nil {
		panic(err) // the tests rule it out
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

// On yields the standing of every authority on a day; see [Record.On].
func On(day civil.Date) iter.Seq[Inspection] { return National().On(day) }

// Neighbours yields the standing of an authority's statistical neighbours on a
// day; see [Record.Neighbours].
func Neighbours(a authority.Authority, day civil.Date) iter.Seq[Inspection] {
	return National().Neighbours(a, day)
}

// AsOf returns the day on which the record stands.
func (r *Record) AsOf() civil.Date { return r.asOf }

// Len returns the number of inspections.
func (r *Record) Len() int { return len(r.inspections) }

// All yields every inspection, in order of the authority's name and then of the
// first day of fieldwork.
func (r *Record) All() iter.Seq[Inspection] { return slices.Values(r.inspections) }

// Of yields the inspections of one authority, the oldest first; none for an
// authority of which the record has none. An authority that others came from or
// that came from others has its own inspections alone:
// [authority.Predecessors] and [authority.Successors] lead to theirs.
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
// one of its services as a whole. It reports false where there is none.
func (r *Record) Latest(a authority.Authority) (Inspection, bool) {
	i := r.standing(a, civil.Date{})
	return i, i.IsValid()
}

// standing returns the last inspection as a whole that was public on the day,
// the zero Date being the end of time.
func (r *Record) standing(a authority.Authority, day civil.Date) Inspection {
	for _, i := range slices.Backward(r.of(a)) {
		if i.whole() && (day.IsZero() || i.public().Compare(day.Last()) <= 0) {
			return i
		}
	}
	return Inspection{Authority: a}
}

// On yields for every authority that was open on the day, in order of name, the
// inspection that gave it its standing: the last one of its services as a whole
// whose report was published on the day or before. An authority of which there
// was none has an Inspection that is not valid, with the authority alone. Of a
// month or a year its last day counts, and the zero Date means the day on which
// the record stands.
//
// An inspection from April 2026 on has no overall effectiveness, and neither
// has the standing that it gives; an earlier overall grade is not carried on.
func (r *Record) On(day civil.Date) iter.Seq[Inspection] {
	day = r.day(day)
	return func(yield func(Inspection) bool) {
		for a := range authority.All() {
			if a.OpenOn(day) && !yield(r.standing(a, day)) {
				return
			}
		}
	}
}

// Neighbours yields, as [Record.On] does, the standing on the day of the
// authority's statistical neighbours, the most alike first. The neighbours are
// those of today.
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

func (r *Record) day(day civil.Date) civil.Date {
	if day.IsZero() {
		return r.asOf
	}
	return day.Last()
}

// WithAsOf returns the same record as one that stands on the given day.
func (r *Record) WithAsOf(day civil.Date) *Record {
	return &Record{asOf: day, inspections: r.inspections}
}

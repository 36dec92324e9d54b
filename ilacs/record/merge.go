package record

import (
	"encoding"
	"fmt"
	"slices"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

// A Merging is the result of merging inspections into a record.
type Merging struct {
	// Record is the old record with what was added and filled.
	Record *Record
	// Added are the inspections that the old record did not have; Intervals says
	// how their authorities stood until then.
	Added []Inspection
	// Filled are the fields that were blank, or are now known more exactly.
	Filled []Difference
	// Conflicts are the fields that contradict the record, which keeps its own.
	Conflicts []Difference
}

// Intervals returns, for each of Added and in its order, how the authority stood
// until then: Before is the inspection that gave it its standing until the new
// one, by the order of their fieldwork, and has nothing but the authority if there
// was none. After is the new one as the new record has it. If several inspections
// of one authority are new, the later one comes after the earlier. An inspection
// that is older than what the record already had is there too; it moves nothing
// today, which [Record.Latest] shows.
func (m Merging) Intervals() []Interval {
	var intervals []Interval
	for _, added := range m.Added {
		at, _ := m.Record.find(added)
		after := m.Record.inspections[at]
		before, _ := m.Record.Before(after)
		intervals = append(intervals, Interval{before, after})
	}
	return intervals
}

// A Difference is a field of an inspection on which the record and a report
// differ.
type Difference struct {
	Inspection Inspection // as the record has it
	Field      string     // "end", "lead", or an area: "in-care"
	Kept       string     // what the record had, "" for nothing
	Offered    string     // what the report says
}

// Merge returns a record with more inspections in it; r stays as it is. Two
// inspections of an authority are the same one if they begin on the same day, or
// if their days of fieldwork overlap, in which case their first days are in
// conflict. What is there, or came first, is kept; merging it again changes
// nothing. The new record stands as of the same day as the old one, or as of the
// newest publication if that is later.
func (r *Record) Merge(more ...Inspection) Merging {
	m := Merging{Record: &Record{asOf: r.asOf, inspections: slices.Clone(r.inspections)}}
	for _, offered := range more {
		if !offered.IsValid() {
			continue
		}
		m.add(offered)
		if published := offered.Published.Last(); published.Compare(m.Record.asOf) > 0 {
			m.Record.asOf = published
		}
	}
	return m
}

// add merges one inspection in.
func (m *Merging) add(offered Inspection) {
	r := m.Record
	at, found := r.find(offered)
	if !found {
		r.inspections = slices.Insert(r.inspections, at, offered)
		m.Added = append(m.Added, offered)
		return
	}
	kept := r.inspections[at]
	merged := &r.inspections[at]
	settle(m, kept, "start", &merged.Start, offered.Start)
	settle(m, kept, "type", &merged.Type, offered.Type)
	settle(m, kept, "framework", &merged.Framework, offered.Framework)
	settle(m, kept, "end", &merged.End, offered.End)
	settle(m, kept, "published", &merged.Published, offered.Published)
	settle(m, kept, "lead", &merged.Lead, offered.Lead)
	merged.Judgements.Framework = merged.Framework
	for a, g := range offered.Judgements.All() {
		is := kept.Judgements.Grade(a)
		settle(m, kept, text(a), &is, g)
		merged.Judgements = merged.Judgements.With(a, is)
	}
}

// find returns where the record has the inspection, or where it belongs.
func (r *Record) find(i Inspection) (at int, found bool) {
	at, found = slices.BinarySearchFunc(r.inspections, i, compare)
	switch {
	case found:
	case at > 0 && overlap(r.inspections[at-1], i):
		return at - 1, true
	case at < len(r.inspections) && overlap(r.inspections[at], i):
		return at, true
	}
	return at, found
}

// settle sets a field that is blank or less exact in the record, and notes a
// conflict if the record has something else.
func settle[T comparable](m *Merging, kept Inspection, field string, is *T, offered T) {
	var nothing T
	if offered == nothing || offered == *is {
		return
	}
	d := Difference{Inspection: kept, Field: field, Kept: textOf(*is), Offered: textOf(offered)}
	if *is == nothing || lessExact(*is, offered) {
		*is = offered
		m.Filled = append(m.Filled, d)
	} else {
		m.Conflicts = append(m.Conflicts, d)
	}
}

// lessExact reports whether a is a type of visit of which b is a more exact
// one.
func lessExact(a, b any) bool {
	return a == ilacs.VisitTypeInspection || a == ilacs.VisitTypeSIF && b == ilacs.VisitTypeReinspection
}

// textOf returns the text form of a field.
func textOf(field any) string {
	if m, ok := field.(encoding.TextMarshaler); ok {
		return text(m)
	}
	return fmt.Sprint(field)
}

// overlap reports whether two inspections of one authority share a day of
// fieldwork.
func overlap(a, b Inspection) bool {
	return a.Authority == b.Authority && a.Start.Compare(b.last()) <= 0 && b.Start.Compare(a.last()) <= 0
}

// last returns the last day of fieldwork, or the first where no other is known.
func (i Inspection) last() civil.Date {
	if i.End.IsZero() {
		return i.Start
	}
	return i.End.Last()
}

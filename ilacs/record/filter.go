package record

import (
	"iter"
	"slices"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/judgement"
)

// A Filter says which inspections to let through: those that have one of the values
// of each list, and lie within both periods. An empty list or period asks for
// nothing, so the zero Filter lets everything through.
//
// Its method [Filter.Match] is a predicate for [slices.DeleteFunc] and the like,
// and [Filter.Select] goes between the sequences of this package:
//
//	f := record.Filter{Regions: []authority.Region{authority.RegionLondon}}
//	for i := range f.Select(record.StandingsOn(day)) { … }
type Filter struct {
	Authorities []authority.Authority
	Regions     []authority.Region
	Frameworks  []judgement.Framework
	Types       []ilacs.VisitType
	// Grades are those of the Area, or of overall effectiveness where that is
	// zero. The zero Grade stands for none: Grades of 0 lets through inspections
	// that have no overall grade, as from April 2026 on. An area is the one that
	// the framework of the inspection grades; no counterpart stands in for it.
	Grades []judgement.Grade
	Area   judgement.Area
	// Started and Published are the days within which the first day of fieldwork
	// and the day of publication fall, both ends included. Either end may be open,
	// and a month or a year counts whole: from 2024 to 2024 is that year. What
	// lacks the date is not let through.
	Started   ilacs.Period
	Published ilacs.Period
}

// Match reports whether the filter lets an inspection through. One that has nothing
// but an authority, as [Record.StandingsOn] yields for an authority that has not been
// inspected, is let through by its authority and region, and by what else is asked
// only if the zero value is among it.
func (f Filter) Match(i Inspection) bool {
	area := f.Area
	if area == 0 {
		area = judgement.Overall
	}
	return fits(f.Authorities, i.Authority) && fits(f.Regions, i.Authority.Region) &&
		fits(f.Frameworks, i.Framework) && fits(f.Types, i.Type) && fits(f.Grades, i.Judgements.Grade(area)) &&
		within(f.Started, i.Start) && within(f.Published, i.Published)
}

// Select yields those of the inspections that the filter lets through, in their
// order.
func (f Filter) Select(inspections iter.Seq[Inspection]) iter.Seq[Inspection] {
	return func(yield func(Inspection) bool) {
		for i := range inspections {
			if f.Match(i) && !yield(i) {
				return
			}
		}
	}
}

// fits reports whether a value is in the list, or nothing is asked.
func fits[T comparable](list []T, value T) bool {
	return len(list) == 0 || slices.Contains(list, value)
}

// within reports whether all the days that d may mean lie in the period, or
// nothing is asked.
func within(p ilacs.Period, d civil.Date) bool {
	if p == (ilacs.Period{}) {
		return true
	}
	return !d.IsZero() && d.First().Compare(p.Start.First()) >= 0 &&
		(p.End.IsZero() || d.Last().Compare(p.End.Last()) <= 0)
}

package record

import (
	"iter"
	"slices"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// An Interval is the time from one inspection of an authority to the next. That
// to an authority's first inspection has a Before that is not valid.
type Interval struct {
	Before, After Inspection
}

// Days returns the number of days from the first day of the one inspection to
// the first day of the other.
func (v Interval) Days() int {
	days, _ := v.Before.Start.DaysUntil(v.After.Start)
	return days
}

// Changes returns what became of each area from the one inspection to the other,
// as [judgement.Compare] does; nothing where there was none before, as a first
// grade is no change.
func (v Interval) Changes() []judgement.Change {
	if !v.Before.IsValid() {
		return nil
	}
	return judgement.Compare(v.Before.Judgements, v.After.Judgements)
}

// Intervals yields the intervals between consecutive inspections of an
// authority's services as a whole. The inspections must come as [Record.All]
// and [Record.Of] yield them, those of one authority together and in order, but
// some may be left out.
func Intervals(inspections iter.Seq[Inspection]) iter.Seq[Interval] {
	return func(yield func(Interval) bool) {
		var before Inspection
		for after := range inspections {
			if !after.givesStanding() {
				continue
			}
			if after.Authority == before.Authority && !yield(Interval{before, after}) {
				return
			}
			before = after
		}
	}
}

// Waits says how long authorities waited for their next inspection, in days
// from first day to first day, and what type of inspection it was. Where there
// was none, all is zero.
type Waits struct {
	Count int `json:"count"`
	// The shortest and the longest wait, the median, and the quartiles, which a
	// quarter and three quarters of the waits do not exceed. A value that falls
	// between two waits is interpolated and rounded to whole days.
	Shortest      int `json:"shortest"`
	LowerQuartile int `json:"lower_quartile"`
	Median        int `json:"median"`
	UpperQuartile int `json:"upper_quartile"`
	Longest       int `json:"longest"`
	// Types counts the inspections that ended the waits, by type.
	Types map[ilacs.VisitType]int `json:"types"`
}

// WaitsAfter returns how long authorities with the standing that i gives waited, by
// the national record; see [Record.WaitsAfter].
func WaitsAfter(i Inspection) Waits { return National().WaitsAfter(i) }

// WaitsAfter returns how long authorities waited after an inspection with the
// overall grade that i has: after one under the single inspection framework if i
// is under it, else after one under ILACS. If i has no overall grade there is
// nothing to go by, and nothing is counted: none of those inspections has been
// followed by another yet. Authorities that are still waiting are not counted,
// and waits that began before March 2020 include the year in which inspections
// stopped for the pandemic: what was is no forecast.
func (r *Record) WaitsAfter(i Inspection) Waits {
	grade := i.Judgements.Grade(judgement.Overall)
	return WaitsOf(func(yield func(Interval) bool) {
		for v := range Intervals(r.All()) {
			if grade != 0 && v.Before.Judgements.Grade(judgement.Overall) == grade &&
				(v.Before.Framework == judgement.SIF) == (i.Framework == judgement.SIF) && !yield(v) {
				return
			}
		}
	})
}

// WaitsByGrade sums up intervals by the grade that the earlier inspection has in
// an area: how long authorities waited that were good overall, and so on. A grade
// that none had is not in the map, and the zero Grade stands for inspections
// without a grade in the area, such as overall from April 2026 on. What was known
// by a day is what [Record.On] has:
//
//	record.WaitsByGrade(record.Intervals(record.On(day).All()), judgement.Overall)
//
// The intervals that have not ended are not among them, so that near the day long
// waits are under-represented; and see [Record.WaitsAfter] on the pandemic. A
// [Filter] before Intervals would join what lies on both sides of an inspection
// left out: to ask for a framework, pass on those of the intervals whose Before or
// After fits.
func WaitsByGrade(intervals iter.Seq[Interval], a judgement.Area) map[judgement.Grade]Waits {
	by := map[judgement.Grade][]Interval{}
	for v := range intervals {
		g := v.Before.Judgements.Grade(a)
		by[g] = append(by[g], v)
	}
	waits := make(map[judgement.Grade]Waits, len(by))
	for g, list := range by {
		waits[g] = WaitsOf(slices.Values(list))
	}
	return waits
}

// WaitsOf sums up intervals: how many there are, the shortest, the longest, and
// what lies between.
func WaitsOf(intervals iter.Seq[Interval]) Waits {
	w := Waits{Types: map[ilacs.VisitType]int{}}
	var days []int
	for v := range intervals {
		days = append(days, v.Days())
		w.Types[v.After.Type]++
	}
	if len(days) == 0 {
		return w
	}
	slices.Sort(days)
	w.Count = len(days)
	w.Shortest, w.Longest = days[0], days[len(days)-1]
	w.LowerQuartile, w.Median, w.UpperQuartile = quartile(days, 1), quartile(days, 2), quartile(days, 3)
	return w
}

// quartile returns the nth quartile of sorted values, interpolated linearly and
// rounded to a whole number.
func quartile(sorted []int, n int) int {
	at := n * (len(sorted) - 1) // in quarters of a step
	low, part := sorted[at/4], at%4
	if part == 0 {
		return low
	}
	return low + ((sorted[at/4+1]-low)*part+2)/4
}

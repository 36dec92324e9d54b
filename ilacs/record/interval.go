package record

import (
	"iter"
	"slices"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// An Interval is the time between an authority's inspection and its next one.
type Interval struct {
	Before, After Inspection
}

// Days returns the number of days from the first day of the one inspection to
// the first day of the other.
func (v Interval) Days() int {
	days, _ := v.Before.Start.DaysUntil(v.After.Start)
	return days
}

// Intervals yields the intervals between the inspections of services as a
// whole that follow each other. The inspections must come as [Record.All] and
// [Record.Of] yield them, those of an authority together and in order; some may
// be left out.
func Intervals(inspections iter.Seq[Inspection]) iter.Seq[Interval] {
	return func(yield func(Interval) bool) {
		var before Inspection
		for after := range inspections {
			if !after.whole() {
				continue
			}
			if after.Authority == before.Authority && !yield(Interval{before, after}) {
				return
			}
			before = after
		}
	}
}

// Waits tells how long authorities waited for their next inspection, in days
// from first day to first day, and of what type it was. Where there was none,
// all is zero.
type Waits struct {
	Count int `json:"count"`
	// The shortest and the longest wait, the median, and the quartiles, which a
	// quarter and three quarters of the waits do not exceed. What falls between
	// two waits is interpolated, and rounded to whole days.
	Shortest      int `json:"shortest"`
	LowerQuartile int `json:"lower_quartile"`
	Median        int `json:"median"`
	UpperQuartile int `json:"upper_quartile"`
	Longest       int `json:"longest"`
	// Types counts the types of the inspections that came.
	Types map[ilacs.VisitType]int `json:"types"`
}

// WaitsAfter tells how long authorities that stood as i says waited by the
// national record; see [Record.WaitsAfter].
func WaitsAfter(i Inspection) Waits { return National().WaitsAfter(i) }

// WaitsAfter tells how long authorities waited whose last inspection gave the
// overall grade that i gives, under the single inspection framework if i is
// under that, under ILACS if i is. Where i gives no overall grade there is
// nothing to go by and the Waits are empty: no inspection without one has been
// followed by another yet. Authorities that still wait are not counted, and
// waits that began before March 2020 contain the year in which inspections
// stopped for the pandemic: what was is no forecast.
func (r *Record) WaitsAfter(i Inspection) Waits {
	grade := i.Judgements.Grade(judgement.Overall)
	return Summarise(func(yield func(Interval) bool) {
		for v := range Intervals(r.All()) {
			if grade != 0 && v.Before.Judgements.Grade(judgement.Overall) == grade &&
				(v.Before.Framework == judgement.SIF) == (i.Framework == judgement.SIF) && !yield(v) {
				return
			}
		}
	})
}

// Summarise sums intervals up.
func Summarise(intervals iter.Seq[Interval]) Waits {
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
	w.LowerQuartile, w.Median, w.UpperQuartile = quarter(days, 1), quarter(days, 2), quarter(days, 3)
	return w
}

// quarter returns the value n quarters along sorted values, to the nearest whole
// number.
func quarter(sorted []int, n int) int {
	at := n * (len(sorted) - 1) // in quarters of a step
	low, part := sorted[at/4], at%4
	if part == 0 {
		return low
	}
	return low + ((sorted[at/4+1]-low)*part+2)/4
}

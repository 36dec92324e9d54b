package record

import (
	"iter"
	"maps"
	"slices"

	"github.com/ilacs-go/inspection/judgement"
)

// A Movement counts what became of the grades of one area from an inspection to
// the next.
type Movement struct {
	Improved  int `json:"improved"`
	Declined  int `json:"declined"`
	Unchanged int `json:"unchanged"`
	// Other are the areas that only one of the two inspections graded, and
	// grades that cannot be compared.
	Other int `json:"other"`
}

// Total returns how many changes were counted.
func (m Movement) Total() int { return m.Improved + m.Declined + m.Unchanged + m.Other }

// Movements counts for each area what became of its grades over intervals, as
// [judgement.Compare] tells it across frameworks, and yields the areas in the
// order of their numbers, leaders first.
func Movements(intervals iter.Seq[Interval]) iter.Seq2[judgement.Area, Movement] {
	return func(yield func(judgement.Area, Movement) bool) {
		by := map[judgement.Area]Movement{}
		for v := range intervals {
			for _, c := range judgement.Compare(v.Before.Judgements, v.After.Judgements) {
				m := by[c.Area]
				switch c.Trend {
				case judgement.TrendImproved:
					m.Improved++
				case judgement.TrendDeclined:
					m.Declined++
				case judgement.TrendUnchanged:
					m.Unchanged++
				default:
					m.Other++
				}
				by[c.Area] = m
			}
		}
		for _, a := range slices.Sorted(maps.Keys(by)) {
			if !yield(a, by[a]) {
				return
			}
		}
	}
}

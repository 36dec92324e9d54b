package record

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"github.com/ilacs-go/inspection/judgement"
)

// A Distribution counts grades. Distributions are comparable with ==.
type Distribution struct {
	counts [judgement.NotJudged + 1]int
}

// scale is the order in which a distribution yields the grades, best first; the
// zero Grade is that of an area that was not graded.
var scale = [...]judgement.Grade{
	judgement.Outstanding, judgement.Good, judgement.RequiresImprovement, judgement.Adequate,
	judgement.Inadequate, judgement.NotJudged, 0,
}

// Distribute counts the grades of one area over inspections: all of them, or
// the standings of a day. An inspection that did not grade the area is counted
// under the zero Grade, so that the counts sum up to the inspections.
func Distribute(inspections iter.Seq[Inspection], area judgement.Area) Distribution {
	var d Distribution
	for i := range inspections {
		d.add(i.Judgements.Grade(area))
	}
	return d
}

// DistributeBy counts the grades of one area by a key of the inspection, such
// as [Inspection.Region] or [Inspection.Year], and yields each key that occurs,
// in order, with its distribution:
//
//	for region, d := range record.DistributeBy(record.On(day), judgement.Overall, record.Inspection.Region) { … }
func DistributeBy[K cmp.Ordered](inspections iter.Seq[Inspection], area judgement.Area, key func(Inspection) K) iter.Seq2[K, Distribution] {
	return func(yield func(K, Distribution) bool) {
		by := map[K]Distribution{}
		for i := range inspections {
			k := key(i)
			d := by[k]
			d.add(i.Judgements.Grade(area))
			by[k] = d
		}
		for _, k := range slices.Sorted(maps.Keys(by)) {
			if !yield(k, by[k]) {
				return
			}
		}
	}
}

func (d *Distribution) add(g judgement.Grade) {
	if !g.IsValid() {
		g = 0
	}
	d.counts[g]++
}

// Count returns how often the grade was given; of the zero Grade, how often none
// was.
func (d Distribution) Count(g judgement.Grade) int {
	if int(g) >= len(d.counts) {
		return 0
	}
	return d.counts[g]
}

// Total returns how many inspections were counted, those without a grade among
// them.
func (d Distribution) Total() int {
	n := 0
	for _, count := range d.counts {
		n += count
	}
	return n
}

// All yields the grades that were given, best first, with their counts, and
// last the zero Grade if some inspections did not grade the area.
func (d Distribution) All() iter.Seq2[judgement.Grade, int] {
	return func(yield func(judgement.Grade, int) bool) {
		for _, g := range scale {
			if n := d.counts[g]; n > 0 && !yield(g, n) {
				return
			}
		}
	}
}

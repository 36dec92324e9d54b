package record

import (
	"cmp"
	"slices"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

// A Waiting says for how long an authority has not been inspected as a whole, on
// a day, and where that puts it among all authorities.
type Waiting struct {
	// Inspection is the one that gives the authority its standing on the day: the
	// last of its services as a whole that was published by then.
	Inspection Inspection `json:"inspection"`
	// Days is the number of days since the first day of its fieldwork, from which
	// [Interval] and the windows of [ilacs.Next] count too.
	Days int `json:"days"`
	// Rank is the authority's place, 1 for the longest wait. Equal waits share a
	// place, and the next place is that much further on: 1, 2, 2, 4. Ties is the
	// number of others that share it, Of that of all that are ranked.
	Rank int `json:"rank"`
	Ties int `json:"ties"`
	Of   int `json:"of"`
}

// WaitingOn returns how long authorities have waited, by the national record; see
// [Record.WaitingOn].
func WaitingOn(day civil.Date) []Waiting { return National().WaitingOn(day) }

// WaitingOn returns how long each authority that was open on a day had waited by
// then since its last inspection as a whole, the longest wait first and equal
// ones in order of name. An inspection counts from the day on which its report
// was published, as in [Record.StandingsOn]: one whose report was still to come
// had not ended the wait as far as anyone could read. An authority that had not
// been inspected is left out. A month or a year means its last day, and the zero
// Date the day as of which the record stands; on a later day, an inspection that
// the record does not have yet is missing.
func (r *Record) WaitingOn(day civil.Date) []Waiting {
	day = r.day(day)
	var all []Waiting
	for i := range r.StandingsOn(day) {
		if days, ok := i.Start.DaysUntil(day); ok && i.IsValid() {
			all = append(all, Waiting{Inspection: i, Days: days})
		}
	}
	slices.SortStableFunc(all, func(a, b Waiting) int { return cmp.Compare(b.Days, a.Days) })
	for from := 0; from < len(all); {
		until := from
		for until < len(all) && all[until].Days == all[from].Days {
			until++
		}
		for n := from; n < until; n++ {
			all[n].Rank, all[n].Ties, all[n].Of = from+1, until-from-1, len(all)
		}
		from = until
	}
	return all
}

// SinceInspection returns the number of days from the first day of the last
// inspection of the services as a whole to the profile's day. It reports false if
// there is none.
func (p Profile) SinceInspection() (days int, ok bool) {
	i, ok := p.Latest()
	if !ok {
		return 0, false
	}
	return i.Start.DaysUntil(p.Day)
}

// SinceVisit returns the last inspection or visit of any kind whose document was
// public on the profile's day, and the number of days from its first day to the
// profile's. The record has inspections alone: visits without grades count if
// [Profile.WithVisits] was given them, and were there others, the true number is
// smaller. It reports false if nothing is known.
func (p Profile) SinceVisit() (v ilacs.Visit, days int, ok bool) {
	consider := func(w ilacs.Visit) {
		if w.Start.Precision() == civil.PrecisionDay && publicFrom(w.End, w.Published).Compare(p.Day) <= 0 && w.Start.Compare(v.Start) > 0 {
			v = w
		}
	}
	for _, i := range p.Inspections {
		consider(i.Report().Visit)
	}
	for _, w := range p.Visits {
		if w.End.IsZero() {
			w.End = w.Start // so that it is not public before it was made
		}
		consider(w)
	}
	days, ok = v.Start.DaysUntil(p.Day)
	return v, days, ok
}

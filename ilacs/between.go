package ilacs

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/internal/text"
)

// visitsBetween are the inspections and visits that the later document names and that
// came between the two, the earliest first, each once, by the most precise of its dates.
func visitsBetween(before, after *Report) []Earlier {
	all := inspectionsBetween(before, after)
	for _, e := range after.Earlier {
		// What a document says of a visit of another type is past, though its year may be that
		// of the document's own.
		past := isBefore(e.Date, after.Visit.Start) || e.Type != after.Visit.Type && e.Date.Contains(after.Visit.Start)
		if e.Type.isPartial() && isBefore(before.Visit.Start, e.Date) && past {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(x, y Earlier) int {
		return cmp.Or(x.Date.Compare(y.Date), strings.Compare(x.Type.noun(), y.Type.noun()))
	})
	all = slices.CompactFunc(all, func(x, y Earlier) bool { return x.Date == y.Date && x.Type.noun() == y.Type.noun() })
	var out []Earlier
	last := map[string]civil.Date{} // of the visits that are told, by what they are called
	for _, e := range all {
		known := e.Date.Precision() != civil.PrecisionDay && slices.ContainsFunc(all, func(x Earlier) bool { // by its month or day
			return x.Date != e.Date && e.Date.Contains(x.Date)
		})
		before, told := last[e.Type.noun()]
		if known || told && !isBefore(before.Last().AddDays(longestToLetter), e.Date) {
			continue // of two dates of a visit the later one is that of its letter or report
		}
		last[e.Type.noun()] = e.Date
		out = append(out, e)
	}
	return out
}

// longestToLetter is how many days after the month of a visit its letter comes out at the
// most. Two visits so close together are told as one, so that what is told are at least
// so many.
const longestToLetter = 60

// nameAndDate names a visit within a sentence: "focused visit of July 2018".
func (e Earlier) nameAndDate() string { return e.Type.noun() + dateWords(e.Date, " of ") }

// lastInspection is the last inspection of all services among visits that the later
// document names between the two: that document compares itself with it.
func lastInspection(between []Earlier) (Earlier, bool) {
	for _, e := range slices.Backward(between) {
		if e.Type.inspectsAll() {
			return e, true
		}
	}
	return Earlier{}, false
}

// isInspectedBetween reports whether all services were inspected between two visits, as
// the later document names that inspection, or as no two are so far apart: a grade that is
// the same in both may have been another one then.
func isInspectedBetween(before, after Visit, between []Earlier) bool {
	_, named := lastInspection(between)
	return named || areFarApart(before, after)
}

// farApart is how many days lie at the most between the starts of two inspections of all
// services of one authority with none between them: six years, where the most in the
// national record is 2,142 days.
const farApart = 6 * 365

// areFarApart reports whether two inspections of all services are so far apart that there
// was another one between them.
func areFarApart(before, after Visit) bool {
	return before.Type.inspectsAll() && after.Type.inspectsAll() &&
		before.Start.Precision() == civil.PrecisionDay && isBefore(before.Start.AddDays(farApart), after.Start)
}

// apart is how many days after the start of an inspection of all services another one is
// named at the least that is not the same: its report, by whose date it may be named, is
// out within months, and no two have been within a year.
const apart = 365

// inspectionsBetween are the inspections of all services that the later document names
// and that came between the two: its "last inspection" is one of these.
func inspectionsBetween(before, after *Report) []Earlier {
	var out []Earlier
	start := before.Visit.Start
	if start.Precision() != civil.PrecisionDay {
		return nil
	}
	for _, e := range after.Earlier {
		if e.Type.inspectsAll() && isBefore(start.AddDays(apart), e.Date) && isBefore(e.Date, after.Visit.Start) && (e.Grade != 0 || e.isDatedByName()) {
			out = append(out, e)
		}
	}
	return out
}

// isDatedByName reports whether the year of a visit stands by its name: "the last
// inspection in March 2020", "the 2016 inspection". A year that stands farther from it
// may be that of something else.
func (e Earlier) isDatedByName() bool {
	year := strconv.Itoa(e.Date.Year())
	words := slices.DeleteFunc(text.Words(nil, text.Folded(e.Text), 0), func(w text.Word) bool { // "the inspection of children's services in 2022"
		return isOneOf(w.Text, "of", "the", "local", "authority", "authority's", "children's", "services", "social", "care")
	})
	for i, w := range words {
		if !isVisitNoun(w.Text) {
			continue
		}
		for k := max(0, i-wordsToYear); k <= min(len(words)-1, i+wordsToYear); k++ {
			if words[k].Text == year {
				return true
			}
		}
	}
	return false
}

// wordsToYear is how many words on from a visit's name its year stands at the most: "on
// 4 March 2020".
const wordsToYear = 4

package ilacs

import (
	"fmt"
	"slices"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/dates"
	"github.com/ilacs-go/inspection/judgement"
)

// setPeriods sets the visit's days of fieldwork, with its periods in order. Where they
// are printed out of order, one of the dates may be a misprint: it returns a note that
// says so, "" otherwise.
func (v *Visit) setPeriods(p []dates.Period) (why string) {
	if len(p) == 0 {
		return ""
	}
	byStart := func(x, y dates.Period) int { return x.Start.Compare(y.Start) }
	if !slices.IsSortedFunc(p, byStart) {
		p = slices.SortedStableFunc(slices.Values(p), byStart)
		why = "the periods of fieldwork are printed out of order: one of the dates may be wrong"
	}
	v.Start, v.End = p[0].Start, p[0].End
	for _, x := range p {
		if x.End.Compare(v.End) > 0 {
			v.End = x.End
		}
		if len(p) > 1 {
			v.Periods = append(v.Periods, Period{x.Start, x.End})
		}
	}
	return why
}

// unstated is the year that a date without one is read with: a leap year from
// which no document is.
const unstated = 1904

// withYear gives days that were read with the year unstated the last year that
// puts them on or before the day of publication: "7 and 8 December" in a document
// of January are last year's. It returns nil where that day is not known either.
func withYear(p []dates.Period, published civil.Date) []dates.Period {
	isStated := func(x dates.Period) bool { return x.Start.Year() > unstated }
	if !slices.ContainsFunc(p, func(x dates.Period) bool { return !isStated(x) }) {
		return p
	}
	if published.Precision() != civil.PrecisionDay {
		return nil
	}
	for year := published.Year(); year > published.Year()-2; year-- {
		var out []dates.Period
		for _, x := range p {
			if isStated(x) {
				out = append(out, x)
				continue
			}
			start, err1 := civil.New(year+x.Start.Year()-unstated, int(x.Start.Month()), x.Start.Day())
			end, err2 := civil.New(year+x.End.Year()-unstated, int(x.End.Month()), x.End.Day())
			if err1 == nil && err2 == nil {
				out = append(out, dates.Period{Start: start, End: end})
			}
		}
		if len(out) == len(p) && out[len(out)-1].End.Compare(published) <= 0 {
			return out
		}
	}
	return nil
}

// frameworkOf decides the framework of a visit by the first day of fieldwork,
// unless its kind is of one framework alone.
func frameworkOf(k kind, v Visit) judgement.Framework {
	if k.framework != 0 || v.Start.IsZero() || v.Type == VisitTypeJTAI {
		return k.framework
	}
	if f, ok := judgement.FrameworkOn(v.Start); ok {
		return f
	}
	if (v.Type == VisitTypeFocused || v.Type == VisitTypeInspection) && judgement.ILACS2018.Covers(v.Start) {
		return judgement.ILACS2018 // SIF inspections and ILACS ones were made in the same months
	}
	return 0
}

// maxShortDays is the most working days of fieldwork that a short inspection has.
const maxShortDays = 5

// inspectionType tells a standard from a short inspection by the working days of
// fieldwork, of its first period where it was interrupted: days added later do
// not make it another type. Reports print neither word; of 321 ILACS reports 192
// have two weeks and 127 have one.
func (doc *document) inspectionType(v Visit) (VisitType, []Note) {
	if v.Type != VisitTypeInspection || v.Start.IsZero() {
		return v.Type, nil
	}
	first := Period{v.Start, v.End}
	if len(v.Periods) > 0 {
		first = v.Periods[0]
	}
	n, _ := first.Start.DaysUntil(first.End)
	n++
	days := n/7*5 + min(n%7, 5)
	typ := VisitTypeStandard
	if days <= maxShortDays {
		typ = VisitTypeShort
	}
	if len(v.Periods) == 0 && (days == maxShortDays || days == 2*maxShortDays) {
		return typ, nil
	}
	length := fmt.Sprintf("%d working days", days)
	if len(v.Periods) > 0 {
		length = fmt.Sprintf("%d periods", len(v.Periods))
	}
	return typ, []Note{doc.noteLines(doc.page.First, doc.page.First, "fieldwork of "+length+" is neither one week nor two: the type of inspection is uncertain")}
}

package record

import (
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

// A Publication is what is known of the day on which a document was published,
// and where that is from.
type Publication struct {
	// Printed is the date that the document itself bears; zero where it bears
	// none, as ILACS reports do. That of some reports under the single inspection
	// framework is earlier than the day of publication, and that of an article is
	// the article's own.
	Printed civil.Date `json:"printed,omitzero"`
	// Recorded is the day on which Ofsted published the report, as the record has
	// it; zero where the record does not have the inspection.
	Recorded civil.Date `json:"recorded,omitzero"`
}

// Day returns the day of publication, zero where it is not known: what is
// printed, or the record's day where nothing is printed or no more than the
// month or year in which that day lies.
func (p Publication) Day() civil.Date {
	if p.IsFromRecord() {
		return p.Recorded
	}
	return p.Printed
}

// IsFromRecord reports whether Day is the record's and not what is printed.
func (p Publication) IsFromRecord() bool {
	return p.Printed.IsZero() && !p.Recorded.IsZero() || p.Printed != p.Recorded && p.Printed.Contains(p.Recorded)
}

// PublicationOf returns the publication of the document about a visit, by the
// national record; see [Record.PublicationOf].
func PublicationOf(v ilacs.Visit) Publication { return National().PublicationOf(v) }

// PublicationOf returns when the document about a visit was published: by what it
// prints, which is the Published of the visit, and by the record, which is
// searched for an inspection of the same authority that began on the same day.
// The authority is that of the visit's URN, or of its name on that day where it
// has none. The visit stays as it is; to work with the day, set its Published to
// what [Publication.Day] returns.
//
// The record has no letters: for one, no more is known than it prints.
func (r *Record) PublicationOf(v ilacs.Visit) Publication {
	p := Publication{Printed: v.Published}
	if v.Start.Precision() != civil.PrecisionDay {
		return p
	}
	a, err := authorityOf(v)
	if err != nil {
		return p
	}
	for _, i := range r.of(a) {
		if i.Start == v.Start {
			p.Recorded = i.Published
		}
	}
	return p
}

// authorityOf returns the authority that was visited: that of the URN, or else
// that of the name on the first day.
func authorityOf(v ilacs.Visit) (authority.Authority, error) {
	if a, ok := authority.ByURN(v.URN); ok {
		return a, nil
	}
	return authority.FindOn(v.Authority, v.Start)
}

// DaysToPublication returns the number of days from the last day of fieldwork to
// publication. It reports false where one of the two is not known. Where
// fieldwork was interrupted, its last part ends it. Days before elections, when
// Ofsted publishes little, are counted too.
func (i Inspection) DaysToPublication() (days int, ok bool) { return i.End.DaysUntil(i.Published) }

// WorkingDaysToPublication is [Inspection.DaysToPublication] in working days:
// that of publication is counted, the last of fieldwork is not. It reports false
// also where it is not known which days were working days: see
// [civil.Date.IsWorkingDay].
func (i Inspection) WorkingDaysToPublication() (days int, ok bool) {
	return i.End.WorkingDaysUntil(i.Published)
}

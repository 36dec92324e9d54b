package record

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/grade"
	"github.com/ilacs-go/inspection/judgement"
)

// An Inspection is one inspection of an authority and its grades. Inspections
// are comparable with ==. One that has nothing but an authority says that no
// inspection of it is known: see [Inspection.IsValid].
type Inspection struct {
	Authority authority.Authority `json:"authority"`
	// Type is that of the report. Where fieldwork was interrupted, its first part
	// decides whether the inspection was a short or a standard one.
	Type ilacs.VisitType `json:"type,omitzero"`
	// Framework is also that of the Judgements.
	Framework judgement.Framework `json:"framework,omitzero"`
	// Start and End are the first and the last day of fieldwork.
	Start civil.Date `json:"start,omitzero"`
	End   civil.Date `json:"end,omitzero"`
	// Published is the day on which Ofsted published the report; some reports
	// print an earlier one.
	Published civil.Date `json:"published,omitzero"`
	// Lead is the lead inspector, or the first of two.
	Lead       string        `json:"lead,omitzero"`
	Judgements judgement.Set `json:"judgements,omitzero"`
}

// MarshalJSON returns the JSON form. The judgements are the grades by area; their
// framework stands beside them.
func (i Inspection) MarshalJSON() ([]byte, error) {
	type plain Inspection // without this method
	return grade.MarshalJSON(struct {
		plain
		Judgements grade.ByArea `json:"judgements,omitzero"`
	}{plain(i), grade.ByArea(i.Judgements)})
}

// UnmarshalJSON reads the JSON form. The judgements get their framework from
// the inspection.
func (i *Inspection) UnmarshalJSON(data []byte) error {
	type plain Inspection // without this method
	if err := json.Unmarshal(data, (*plain)(i)); err != nil {
		return err
	}
	i.Judgements.Framework = i.Framework
	return nil
}

// IsValid reports whether i is an inspection: it has an authority and a first
// day.
func (i Inspection) IsValid() bool { return i.Authority.Name != "" && !i.Start.IsZero() }

// Report returns what the record knows of the report: its visit and its
// judgements. It has no findings.
func (i Inspection) Report() *ilacs.Report {
	return &ilacs.Report{
		Visit: ilacs.Visit{
			Authority: i.Authority.Name, URN: i.Authority.URN, Type: i.Type, Framework: i.Framework,
			Start: i.Start, End: i.End, Published: i.Published, Lead: i.Lead,
		},
		Source:     ilacs.SourceReport,
		Judgements: i.Judgements,
	}
}

// Why a document has no place in the record; [FromReport] wraps one of them.
var (
	// ErrUngraded means that the document gives no grades: it is a letter or an
	// article.
	ErrUngraded = errors.New("the document gives no grades")
	// ErrUndated means that the first day of fieldwork was not read.
	ErrUndated = errors.New("no first day of fieldwork was read")
)

// FromReport returns the inspection that a report is about, for [Record.Merge].
// The error wraps [ErrUngraded] or [ErrUndated], or is the
// *[authority.NameError] of a name that the register cannot settle.
func FromReport(r *ilacs.Report) (Inspection, error) {
	v := r.Visit
	switch {
	case r.Source != ilacs.SourceReport || r.Judgements.Len() == 0:
		return Inspection{}, fmt.Errorf("record: %w", ErrUngraded)
	case v.Start.Precision() != civil.PrecisionDay:
		return Inspection{}, fmt.Errorf("record: %w", ErrUndated)
	}
	a, err := authorityOf(v)
	if err != nil {
		return Inspection{}, err
	}
	i := Inspection{
		Authority: a, Type: v.Type, Framework: v.Framework,
		Start: v.Start, End: v.End, Published: v.Published, Lead: v.Lead, Judgements: r.Judgements,
	}
	i.Judgements.Framework = i.Framework
	return i, nil
}

// compare orders inspections by the authority's name, then by its code, as a
// closed authority may share its name with an open one, then by the first day.
func compare(a, b Inspection) int {
	return cmp.Or(cmp.Compare(a.Authority.Name, b.Authority.Name), cmp.Compare(a.Authority.Code, b.Authority.Code), a.Start.Compare(b.Start))
}

// givesStanding reports whether the inspection was one of the services as a
// whole, so that it gives the authority its standing.
func (i Inspection) givesStanding() bool {
	return i.IsValid() && i.Type != ilacs.VisitTypeLSCBReview && i.Type != ilacs.VisitTypeLookedAfter
}

// publicFrom returns the first day on which the report was surely public: that
// of publication, or the last day of fieldwork where publication is not known.
func (i Inspection) publicFrom() civil.Date { return publicFrom(i.End, i.Published) }

func publicFrom(end, published civil.Date) civil.Date {
	if published.IsZero() {
		return end.Last()
	}
	return published.Last()
}

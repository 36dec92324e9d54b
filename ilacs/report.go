package ilacs

import (
	"encoding/json"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/grade"
	"github.com/ilacs-go/inspection/judgement"
)

// Report is what a document says: a report, a letter or an article. Its JSON
// form reads back to the same value.
type Report struct {
	Visit  Visit  `json:"visit"`
	Source Source `json:"source,omitzero"`
	// Judgements are the grades that the document itself gives; none for
	// letters and articles.
	Judgements judgement.Set `json:"judgements,omitzero"`
	// Findings are the sentences of the narrative and the items of its lists,
	// in the order of the text.
	Findings []finding.Finding `json:"findings"`
	// Earlier are the earlier visits that the text refers to, in the order of
	// the text.
	Earlier []Earlier `json:"earlier,omitempty"`
	// Notes say what was read but not settled, in the order of the text.
	Notes []Note `json:"notes,omitempty"`
}

// MarshalJSON returns the JSON form. The judgements are the grades by area; their
// framework is the visit's.
func (r Report) MarshalJSON() ([]byte, error) {
	type plain Report // without this method
	return grade.MarshalJSON(struct {
		Visit      Visit        `json:"visit"` // those before the judgements, in their order
		Source     Source       `json:"source,omitzero"`
		Judgements grade.ByArea `json:"judgements,omitzero"`
		*plain
	}{r.Visit, r.Source, grade.ByArea(r.Judgements), (*plain)(&r)})
}

// UnmarshalJSON reads the JSON form. The judgements get their framework from
// the visit.
func (r *Report) UnmarshalJSON(data []byte) error {
	type plain Report // without this method
	if err := json.Unmarshal(data, (*plain)(r)); err != nil {
		return err
	}
	if r.Judgements.Len() > 0 {
		r.Judgements.Framework = r.Visit.Framework
	}
	return nil
}

// Section returns the findings of one section: the areas for improvement are
// those of finding.SectionImprove.
func (r *Report) Section(s finding.Section) []finding.Finding {
	var out []finding.Finding
	for _, f := range r.Findings {
		if f.Section == s {
			out = append(out, f)
		}
	}
	return out
}

// Visit is the inspection or visit that a document is about.
type Visit struct {
	// Authority is the local authority as printed, without "local authority"
	// and "children's services".
	Authority string `json:"authority,omitempty"`
	// URN is Ofsted's number of the authority, "" where the name is not in the
	// register or stands for several.
	URN  string    `json:"urn,omitempty"`
	Type VisitType `json:"type,omitzero"`
	// Framework is decided by the first day of fieldwork.
	Framework judgement.Framework `json:"framework,omitzero"`
	// Start and End are the first and last day of fieldwork.
	Start civil.Date `json:"start,omitzero"`
	End   civil.Date `json:"end,omitzero"`
	// Periods are the parts of a fieldwork that was interrupted, in order; empty
	// where it was not.
	Periods []Period `json:"periods,omitempty"`
	// Published is the date that the document itself bears. ILACS reports print
	// none.
	Published civil.Date `json:"published,omitzero"`
	// Lead is the lead inspector, without title or office.
	Lead string `json:"lead,omitempty"`
	// Inspectors are all inspectors that are named, the lead among them.
	Inspectors []string `json:"inspectors,omitempty"`
	// Ordinal is the number of a monitoring visit: 5 for the fifth.
	Ordinal int `json:"ordinal,omitzero"`
	// Since is the inspection from which monitoring visits are counted.
	Since Earlier `json:"since,omitzero"`
	// Focus are the lines of focus of a focused visit, or the areas that a
	// monitoring visit covered.
	Focus []string `json:"focus,omitempty"`
}

// DaysToPublication returns the number of days from the last day of fieldwork to
// publication, negative where a document bears an earlier date. It reports false
// where one of the two days is not known; package record has the day of
// publication of reports that do not print it.
func (v Visit) DaysToPublication() (days int, ok bool) { return v.End.DaysUntil(v.Published) }

// WorkingDaysToPublication is [Visit.DaysToPublication] in working days: that of
// publication is counted, the last of fieldwork is not. It reports false also
// where it is not known which days were working days.
func (v Visit) WorkingDaysToPublication() (days int, ok bool) {
	return v.End.WorkingDaysUntil(v.Published)
}

// Period is a range of days, both ends included.
type Period struct {
	Start civil.Date `json:"start"`
	End   civil.Date `json:"end"`
}

// Earlier is an earlier inspection or visit that a text refers to.
type Earlier struct {
	Type VisitType `json:"type,omitzero"`
	// Date is as precise as the text is: "2018", "2022-11". A year may be that
	// of the fieldwork or of the publication.
	Date civil.Date `json:"date,omitzero"`
	// Grade is what the text says was judged then, of Area where the text names
	// one.
	Grade judgement.Grade `json:"grade,omitzero"`
	Area  judgement.Area  `json:"area,omitzero"`
	// Text is the sentence, and the span its place in the caller's text.
	Text string `json:"text,omitempty"`
	finding.Span
}

// Note is something that was read but not settled: a date that contradicts
// another, a grade that contradicts its heading.
type Note struct {
	Text string `json:"text"`
	finding.Span
}

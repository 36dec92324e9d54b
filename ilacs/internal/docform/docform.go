// Package docform is a table of the forms of Ofsted's documents, by type of
// visit: when a form was in use, and what it has a place for. Package ilacstest
// writes documents in these forms, and package randomdoc draws what they hold.
package docform

import (
	"iter"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/judgement"
)

// Form is what is fixed for a type of visit.
type Form struct {
	Source ilacs.Source
	// Framework is that of the visit, ILACS2018 for any of the three ILACS
	// structures, and 0 for a joint letter: see [Form.FrameworkOn].
	Framework judgement.Framework
	// Priority, Improve and Strengths report whether the form has these lists, of
	// some dates at least: see [Form.HasStrengths].
	Priority, Improve, Strengths bool
	// Visit is what a letter calls the visit, Wants and Findings are its headings.
	Visit, Wants, Findings string

	tags bool
	// The form is that of published documents for fieldwork that began from
	// first to last; last is "" if it still is.
	first, last string
}

// forms are the forms that are known, in the order of their types.
var forms = []struct {
	visit ilacs.VisitType
	form  Form
}{
	{ilacs.VisitTypeStandard, Form{
		Source: ilacs.SourceReport, Framework: judgement.ILACS2018, first: "2018-01-29",
		Improve: true, tags: true,
	}},
	{ilacs.VisitTypeShort, Form{
		Source: ilacs.SourceReport, Framework: judgement.ILACS2018, first: "2018-01-29",
		Improve: true, tags: true,
	}},
	{ilacs.VisitTypeFocused, Form{
		Source: ilacs.SourceLetter, Framework: judgement.ILACS2018, first: "2018-01-29",
		Priority: true, Improve: true, tags: true,
		Visit: "focused visit", Wants: "What needs to improve in this area of social work practice?", Findings: "Main findings",
	}},
	{ilacs.VisitTypeMonitoring, Form{
		Source: ilacs.SourceLetter, Framework: judgement.ILACS2018, first: "2018-07-01",
		Visit: "monitoring visit", Findings: "Findings and evaluation of progress",
	}},
	{ilacs.VisitTypeAssurance, Form{ // in the pandemic, September 2020 to spring 2021
		Source: ilacs.SourceLetter, Framework: judgement.ILACS2018, first: "2020-09-01", last: "2021-07-31",
		Priority: true, Improve: true,
		Visit: "focused assurance visit", Wants: "What needs to improve in this area of social work practice", Findings: "Findings",
	}},
	{ilacs.VisitTypeJTAI, Form{
		Source: ilacs.SourceLetter, first: "2022-01-01",
		Priority: true, Improve: true, Strengths: true,
		Visit: "joint targeted area inspection", Wants: "What needs to improve?", Findings: "Main findings",
	}},
	{ilacs.VisitTypeSIF, Form{
		Source: ilacs.SourceReport, Framework: judgement.SIF, first: "2013-11-01", last: "2018-06-30",
		Priority: true, Improve: true, Strengths: true,
	}},
	{ilacs.VisitTypeReinspection, Form{
		Source: ilacs.SourceReport, Framework: judgement.SIF, first: recommendations, last: "2018-06-30",
		Priority: true, Improve: true,
	}},
}

// Of returns the form of a type of visit. It reports false if none is known.
func Of(t ilacs.VisitType) (Form, bool) {
	for _, f := range forms {
		if f.visit == t {
			return f.form, true
		}
	}
	return Form{}, false
}

// All yields the forms by type of visit, in the order of the types.
func All() iter.Seq2[ilacs.VisitType, Form] {
	return func(yield func(ilacs.VisitType, Form) bool) {
		for _, f := range forms {
			if !yield(f.visit, f.form) {
				return
			}
		}
	}
}

// First returns the first day of fieldwork for which the form was in use.
func (f Form) First() civil.Date { return date(f.first) }

// Last returns the last such day, the zero Date if the form is still in use.
func (f Form) Last() civil.Date { return date(f.last) }

// InUse reports whether the form was in use for fieldwork that began on the day.
func (f Form) InUse(start civil.Date) bool {
	return start.Compare(f.First()) >= 0 && (f.last == "" || start.Compare(f.Last()) <= 0)
}

// FrameworkOn returns the framework of a visit that began on the day.
func (f Form) FrameworkOn(start civil.Date) judgement.Framework {
	framework := f.Framework
	if framework == judgement.ILACS2018 {
		for g := range judgement.Frameworks() {
			if g >= judgement.ILACS2018 && g.Covers(start) {
				framework = g
			}
		}
	}
	return framework
}

// HasStrengths reports whether the form lists strengths for a visit that began
// on the day: of SIF reports the older ones do.
func (f Form) HasStrengths(start civil.Date) bool {
	return f.Strengths && (f.Framework != judgement.SIF || !HasRecommendations(start))
}

// HasTags reports whether areas for improvement have references to the national
// framework in the document of a visit that began on the day.
func (f Form) HasTags(start civil.Date) bool { return f.tags && start.Year() >= 2025 }

// recommendations is the first day of fieldwork from which on SIF reports list
// recommendations, after an executive summary. Of 57 reports published in 2015
// and early 2016, those of fieldwork to March 2015 have the older form and those
// from April 2015 the newer one.
const recommendations = "2015-04-01"

// HasRecommendations reports whether a SIF inspection that began on the day was
// reported in the newer form.
func HasRecommendations(start civil.Date) bool { return start.Compare(date(recommendations)) >= 0 }

// LastTag returns how many outcomes, enablers or principles the national
// framework has.
func LastTag(kind finding.TagKind) int {
	switch kind {
	case finding.TagKindOutcome:
		return 4
	case finding.TagKindEnabler:
		return 3
	case finding.TagKindPrinciple:
		return 6
	}
	return 0
}

// date returns a date of the table; a test of the table checks that it is one.
func date(text string) civil.Date {
	d, _ := civil.Parse(text)
	return d
}

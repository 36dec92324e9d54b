package ilacstest

import (
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/judgement"
)

// form is what is fixed for a type of visit.
type form struct {
	source    ilacs.Source
	framework judgement.Framework // ILACS2018 for any structure of ILACS
	// firstDay and last bound the first day of fieldwork for which the form is
	// that of published documents; last is "" where it still is.
	firstDay, last string

	priority, improve, strengths, tags bool
	// The headings of a letter, and how its heading and opening name the visit.
	visit, wants, body string
}

// forms are the forms that are written.
var forms = map[ilacs.VisitType]form{
	ilacs.VisitTypeStandard:     {source: ilacs.SourceReport, framework: judgement.ILACS2018, firstDay: "2018-01-29", improve: true, tags: true},
	ilacs.VisitTypeShort:        {source: ilacs.SourceReport, framework: judgement.ILACS2018, firstDay: "2018-01-29", improve: true, tags: true},
	ilacs.VisitTypeSIF:          {source: ilacs.SourceReport, framework: judgement.SIF, firstDay: "2013-11-01", last: "2018-06-30", priority: true, improve: true, strengths: true},
	ilacs.VisitTypeReinspection: {source: ilacs.SourceReport, framework: judgement.SIF, firstDay: recommendations, last: "2018-06-30", priority: true, improve: true},
	ilacs.VisitTypeFocused: {source: ilacs.SourceLetter, framework: judgement.ILACS2018, firstDay: "2018-01-29", priority: true, improve: true, tags: true,
		visit: "focused visit", wants: "What needs to improve in this area of social work practice?", body: "Main findings"},
	ilacs.VisitTypeMonitoring: {source: ilacs.SourceLetter, framework: judgement.ILACS2018, firstDay: "2018-07-01",
		visit: "monitoring visit", body: "Findings and evaluation of progress"},
	// In the pandemic, September 2020 to spring 2021.
	ilacs.VisitTypeAssurance: {source: ilacs.SourceLetter, framework: judgement.ILACS2018, firstDay: "2020-09-01", last: "2021-07-31", priority: true, improve: true,
		visit: "focused assurance visit", wants: "What needs to improve in this area of social work practice", body: "Findings"},
	ilacs.VisitTypeJTAI: {source: ilacs.SourceLetter, firstDay: "2022-01-01", priority: true, improve: true, strengths: true,
		visit: "joint targeted area inspection", wants: "What needs to improve?", body: "Main findings"},
}

// recommendations is the first day of fieldwork from which on SIF reports list
// recommendations behind an executive summary. Of 57 reports published in 2015
// and early 2016, those of fieldwork to March 2015 have the older form and those
// from April 2015 the newer one.
const recommendations = "2015-04-01"

func (f form) first() civil.Date { return day(f.firstDay) }
func (f form) until() civil.Date { return day(f.last) }

// hasStrengths tells whether the form lists strengths: of SIF's the older one.
func (f form) hasStrengths(start civil.Date) bool {
	return f.strengths && (f.framework != judgement.SIF || start.Compare(day(recommendations)) < 0)
}

// day is a date of the table; the zero date where it cannot be read, which a
// test of the table holds.
func day(text string) civil.Date {
	d, _ := civil.Parse(text)
	return d
}

// bodyOrder is the order in which reports go through the areas.
var bodyOrder = [...]judgement.Area{
	judgement.HelpAndProtection, judgement.InCare, judgement.InCareAndCareLeavers, judgement.LookedAfter,
	judgement.Adoption, judgement.CareLeavers, judgement.Leaders, judgement.LSCB,
}

// inOrder yields the sections in the order of the body.
func (d Document) inOrder() []Section {
	var out []Section
	for _, a := range bodyOrder {
		for _, s := range d.Sections {
			if s.Area == a {
				out = append(out, s)
			}
		}
	}
	return out
}

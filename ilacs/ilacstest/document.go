package ilacstest

import (
	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// A Document is what a report or letter is to say. An empty list is left out,
// and its heading with it.
type Document struct {
	// Visit needs an Authority, a Type, and Start and End, both with their day.
	// URN and Framework are not printed: they may be left out, and where they
	// are given they must be those of the name and of the first day. Published
	// is printed by all but ILACS reports, Lead by all but joint letters.
	// Inspectors includes the lead: first in a report's team, anywhere in a
	// letter. An ILACS report prints the lead alone. Quotation marks in names are
	// read back as straight ones.
	//
	// Focus is the lines of focus of a letter; for a joint inspection it is one
	// line, the theme. Ordinal and Since are those of a monitoring visit: Since
	// has the type ilacs.VisitTypeInspection, ilacs.VisitTypeSIF or
	// ilacs.VisitTypeJTAI, a month or a year, and, for an inspection, the grade
	// inadequate of the area overall, or none; its Text and Span are not used.
	Visit ilacs.Visit
	// Judgements holds a grade for each area that the framework always grades,
	// and none in a letter. Its Framework may be left out.
	Judgements judgement.Set
	// Headline is the opening summary, by paragraph.
	Headline []string
	// Priority are the areas for priority action. ILACS reports and monitoring
	// letters have none.
	Priority []Item
	// Improve are the areas for improvement. Monitoring letters have none.
	Improve []Item
	// Strengths are those that joint letters list, and SIF reports to March 2015.
	Strengths []Item
	// Sections are the body. A report has one for each area, printed in
	// Ofsted's order, whatever the order here; a letter has one, without an area.
	Sections []Section
}

// An Item is one item of a list: an area for improvement, a priority action or a
// strength.
type Item struct {
	Text string
	// Tags are the references to the national framework, which ILACS reports and
	// focused-visit letters print after areas for improvement from 2025 on. They
	// are numbered; a single one may lack its number.
	Tags []finding.Tag
}

// A Section is the narrative about one area. A report numbers its paragraphs
// through all sections; in a SIF report they continue the numbers of the lists.
type Section struct {
	Area       judgement.Area
	Paragraphs []string
}

// Write returns the text of the document. If something has no place in its form,
// such as a grade for an area that its framework does not grade, or a paragraph
// that does not end in a full stop, the error is a [*FieldError], or several
// joined by [errors.Join].
func Write(d Document) (string, error) {
	f, err := d.check()
	if err != nil {
		return "", err
	}
	p := &pages{}
	switch d.Visit.Type {
	case ilacs.VisitTypeStandard, ilacs.VisitTypeShort:
		d.ilacsReport(p, f)
	case ilacs.VisitTypeSIF, ilacs.VisitTypeReinspection:
		d.sifReport(p)
	default:
		d.letter(p)
	}
	return p.String(), nil
}

// sectionOrder is the order in which reports go through the areas.
var sectionOrder = [...]judgement.Area{
	judgement.HelpAndProtection, judgement.InCare, judgement.InCareAndCareLeavers, judgement.LookedAfter,
	judgement.Adoption, judgement.CareLeavers, judgement.Leaders, judgement.LSCB,
}

// inOrder returns the sections in the order in which a report prints them.
func (d Document) inOrder() []Section {
	var out []Section
	for _, a := range sectionOrder {
		for _, s := range d.Sections {
			if s.Area == a {
				out = append(out, s)
			}
		}
	}
	return out
}

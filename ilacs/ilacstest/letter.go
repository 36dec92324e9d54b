package ilacstest

import (
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/internal/docform"
	"github.com/ilacs-go/inspection/internal/text"
	"github.com/ilacs-go/inspection/judgement"
)

// letter writes a letter after a visit.
func (d Document) letter(p *pages) {
	form, _ := docform.Of(d.Visit.Type)
	if !d.Visit.Published.IsZero() {
		p.add(dayMonthYear(d.Visit.Published), "")
	}
	if d.Visit.Type == ilacs.VisitTypeJTAI {
		d.openToPartnership(p)
	} else {
		d.openToDirector(p, form)
	}
	d.letterLists(p, form)
	for _, s := range d.Sections {
		p.heading(form.Findings)
		p.paragraphs(s.Paragraphs)
	}
	d.close(p)
}

// openToPartnership writes the address and the opening of a joint letter.
func (d Document) openToPartnership(p *pages) {
	v := d.Visit
	p.paragraph("Dear " + v.Authority + " Safeguarding Children Partnership")
	p.blank()
	p.add(wrap("Joint targeted area inspection of "+v.Authority, 66)...)
	p.paragraph("This letter summarises the findings of the joint targeted area inspection (JTAI) of the multi-agency response to " + v.Focus[0] + " in " + v.Authority + ".")
	p.paragraph("This inspection took place " + onDates(v) + ". It was carried out by Ofsted, the CQC and HMICFRS.")
}

// openToDirector writes the address and the opening of a letter to a director.
func (d Document) openToDirector(p *pages, form docform.Form) {
	v := d.Visit
	p.add("The Director of Children\u2019s Services")
	p.add(wrap(v.Authority, titleWidth)...)
	p.paragraph("Dear Director")
	p.blank()
	p.add(wrap(strings.ToUpper(form.Visit[:1])+form.Visit[1:]+" to "+v.Authority+" children\u2019s services", 66)...)

	opening := "This letter summarises the findings of the " + form.Visit + " to " + v.Authority + " children\u2019s services " + onDates(v) + "."
	p.paragraph(opening + counted(v) + inspectors(v))
	if len(v.Focus) == 0 {
		return
	}
	if v.Type == ilacs.VisitTypeMonitoring {
		p.heading("Areas covered by the visit")
		p.paragraph("Inspectors reviewed the progress made in these areas of concern:")
	} else {
		p.paragraph("Inspectors looked at the local authority\u2019s arrangements, with a particular focus on:")
	}
	p.bullets(v.Focus)
}

// sinceNames are what a monitoring visit is counted from.
var sinceNames = map[ilacs.VisitType]string{
	ilacs.VisitTypeInspection: "inspection", ilacs.VisitTypeSIF: "single inspection", ilacs.VisitTypeJTAI: "joint targeted area inspection",
}

// counted returns the sentence that numbers a monitoring visit and says what it
// is counted from, "" if the visit has no number.
func counted(v ilacs.Visit) string {
	if v.Ordinal == 0 {
		return ""
	}
	s := " This was the " + text.Ordinal(v.Ordinal) + " monitoring visit"
	switch e := v.Since; {
	case e.Type == 0:
	case e.Grade == judgement.Inadequate:
		s += " since the local authority was judged inadequate"
	default:
		s += " since the " + sinceNames[e.Type]
	}
	if !v.Since.Date.IsZero() {
		s += " in " + monthYear(v.Since.Date)
	}
	return s + "."
}

// inspectors returns the sentence that names the inspectors, "" if none is known.
func inspectors(v ilacs.Visit) string {
	names := v.Inspectors
	if len(names) == 0 && v.Lead != "" {
		names = []string{v.Lead}
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return " " + inspectorOn(v.Start) + " for this visit was " + names[0] + "."
	}
	return " " + inspectorOn(v.Start) + "s for this visit were " + list(names) + "."
}

// letterLists writes the headline findings and the lists.
func (d Document) letterLists(p *pages, form docform.Form) {
	if len(d.Headline) > 0 {
		p.heading("Headline findings")
	}
	p.paragraphs(d.Headline)
	if len(d.Priority) > 0 {
		p.heading("Areas for priority action")
		p.bullets(texts(d.Priority))
	}
	if len(d.Improve) > 0 {
		d.tagged(p, form.Wants)
	}
	if len(d.Strengths) > 0 {
		p.heading("Strengths")
		p.bullets(texts(d.Strengths))
	}
}

// close writes the end of a letter and its signature.
func (d Document) close(p *pages) {
	v := d.Visit
	switch v.Type {
	case ilacs.VisitTypeJTAI:
		p.heading("Next steps")
		p.paragraph("The principal authority now writes a statement of what the partners will do.")
	case ilacs.VisitTypeMonitoring:
		p.paragraph("I am copying this letter to the Department for Education.")
	default:
		p.paragraph("Ofsted will take the findings into account in its plans.")
	}
	p.heading("Yours sincerely")
	p.add("")
	switch {
	case v.Type == ilacs.VisitTypeJTAI:
		p.add("For the three inspectorates")
	case v.Lead == "":
		p.add("Ofsted")
	default:
		p.add(v.Lead, inspectorOn(v.Start))
	}
}

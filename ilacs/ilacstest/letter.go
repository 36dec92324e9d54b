package ilacstest

import (
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// letter writes a letter after a visit.
func (d Document) letter(p *pages) {
	v, form := d.Visit, forms[d.Visit.Type]
	if !v.Published.IsZero() {
		p.add(dayMonthYear(v.Published), "")
	}
	if v.Type == ilacs.VisitTypeJTAI {
		p.paragraph("Dear " + v.Authority + " Safeguarding Children Partnership")
		p.blank()
		p.add(wrap("Joint targeted area inspection of "+v.Authority, 66)...)
		d.joint(p)
	} else {
		p.add("The Director of Children\u2019s Services")
		p.add(wrap(v.Authority, headWidth)...)
		p.paragraph("Dear Director")
		p.blank()
		p.add(wrap(strings.ToUpper(form.visit[:1])+form.visit[1:]+" to "+v.Authority+" children\u2019s services", 66)...)
		d.opening(p)
	}

	if len(d.Headline) > 0 {
		p.heading("Headline findings")
	}
	for _, s := range d.Headline {
		p.paragraph(s)
	}
	if len(d.Priority) > 0 {
		p.heading("Areas for priority action")
		bullets(p, texts(d.Priority))
	}
	if len(d.Improve) > 0 {
		if hasTags(d.Improve) {
			p.heading(form.wants + "1")
			p.footnote(crossReference)
		} else {
			p.heading(form.wants)
		}
		bullets(p, texts(d.Improve))
	}
	if len(d.Strengths) > 0 {
		p.heading("Strengths")
		bullets(p, texts(d.Strengths))
	}
	for _, s := range d.Sections {
		p.heading(form.body)
		for _, text := range s.Paragraphs {
			p.paragraph(text)
		}
	}

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
		p.add(v.Lead, majesty(v.Start)+" Inspector")
	}
}

// sinceNames are what a monitoring visit is counted from.
var sinceNames = map[ilacs.VisitType]string{
	ilacs.VisitTypeInspection: "inspection", ilacs.VisitTypeSIF: "single inspection", ilacs.VisitTypeJTAI: "joint targeted area inspection",
}

// opening writes the opening sentences of a letter to a director.
func (d Document) opening(p *pages) {
	v, form := d.Visit, forms[d.Visit.Type]
	all := []string{"This letter summarises the findings of the " + form.visit + " to " + v.Authority + " children\u2019s services " + on(v) + "."}
	if v.Ordinal > 0 {
		s := "This was the " + ordinal(v.Ordinal) + " monitoring visit"
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
		all = append(all, s+".")
	}
	inspectors := v.Inspectors
	if len(inspectors) == 0 && v.Lead != "" {
		inspectors = []string{v.Lead}
	}
	if n := len(inspectors); n == 1 {
		all = append(all, majesty(v.Start)+" Inspector for this visit was "+inspectors[0]+".")
	} else if n > 1 {
		all = append(all, majesty(v.Start)+" Inspectors for this visit were "+list(inspectors)+".")
	}
	p.paragraph(strings.Join(all, " "))
	if len(v.Focus) == 0 {
		return
	}
	if v.Type == ilacs.VisitTypeMonitoring {
		p.heading("Areas covered by the visit")
		p.paragraph("Inspectors reviewed the progress made in these areas of concern:")
	} else {
		p.paragraph("Inspectors looked at the local authority\u2019s arrangements, with a particular focus on:")
	}
	bullets(p, v.Focus)
}

// joint writes the opening of a letter to a partnership.
func (d Document) joint(p *pages) {
	v := d.Visit
	p.paragraph("This letter summarises the findings of the joint targeted area inspection (JTAI) of the multi-agency response to " + v.Focus[0] + " in " + v.Authority + ".")
	p.paragraph("This inspection took place " + on(v) + ". It was carried out by Ofsted, the CQC and HMICFRS.")
}

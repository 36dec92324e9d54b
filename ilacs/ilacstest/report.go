package ilacstest

import (
	"fmt"
	"strings"

	"github.com/ilacs-go/inspection/judgement"
)

// columns are those of the table of judgements: of the names, and from where on
// the grades stand.
type columns struct {
	name, grade int
	centre      bool // a grade stands at half the height of its name
}

// older tells whether a report has the form of 2018 to 2020: the authority's
// name above the title, dates in full, a bare page number.
func older(d Document) bool { return d.Visit.Start.Year() <= 2020 }

// report writes an ILACS report.
func (d Document) report(p *pages, f judgement.Framework) {
	v := d.Visit
	c := columns{name: 41, grade: 44}
	if older(d) {
		p.add(wrap(v.Authority, headWidth)...)
		p.add("Inspection of children\u2019s social care services")
		p.add("Inspection dates: " + fieldwork(v, true))
		c = columns{name: 59, grade: 62, centre: true}
	} else {
		p.footer, p.title, p.dates = title, "Inspection of "+v.Authority+" local authority children\u2019s services", fieldwork(v, false)
		p.add(wrap(p.title, headWidth)...)
		p.add("Inspection dates: " + p.dates)
	}
	switch {
	case v.Lead == "":
	case older(d):
		p.blank()
		p.add("Lead inspector: "+v.Lead, strings.Repeat(" ", len("Lead inspector: "))+majesty(v.Start)+" Inspector")
	default:
		p.blank()
		p.add("Lead inspector: " + v.Lead + ", " + majesty(v.Start) + " Inspector")
	}
	p.add("")
	d.table(p, f, c)
	p.add("")
	for _, s := range d.Headline {
		p.paragraph(s)
	}
	d.wants(p)

	n := 0
	for _, s := range d.inOrder() {
		grade := strings.ToLower(f.GradeName(d.Judgements.Grade(s.Area)))
		p.heading(wrap(f.AreaName(s.Area)+": "+grade, 70)...)
		for _, text := range s.Paragraphs {
			n++
			p.hanging(mark(n), text, 7)
		}
	}

	p.newPage()
	p.add(wrap("The Office for Standards in Education, Children\u2019s Services and Skills (Ofsted) published this.", width)...)
	p.blank()
	p.add("\u00A9 Crown copyright " + fmt.Sprint(v.End.Year()))
}

// table writes the table of judgements.
func (d Document) table(p *pages, f judgement.Framework, c columns) {
	grades := 60
	if c.centre {
		grades = 22
	}
	p.add(" " + beside([]string{"Judgement"}, []string{"Grade"}, c.grade-1, false)[0])
	set := d.Judgements
	set.Framework = f
	for a, g := range set.All() {
		p.blank()
		for _, row := range beside(wrap(f.AreaName(a), c.name), wrap(f.GradeName(g), grades), c.grade-1, c.centre) {
			p.add(" " + row)
		}
	}
}

// wants writes the areas for improvement of an ILACS report.
func (d Document) wants(p *pages) {
	if len(d.Improve) == 0 {
		return
	}
	switch {
	case older(d):
		p.heading("What needs to improve")
	case hasTags(d.Improve):
		p.heading("What needs to improve?1")
		p.footnote(crossReference)
	default:
		p.heading("What needs to improve?")
	}
	bullets(p, texts(d.Improve))
}

// crossReference is the footnote that goes with references to the national
// framework.
const crossReference = "What stands in brackets is an outcome, an enabler or a principle of the Children\u2019s Social Care: National Framework."

// bullets writes a list.
func bullets(p *pages, items []string) {
	for _, s := range items {
		p.hanging("\u25FC", s, 2)
	}
}

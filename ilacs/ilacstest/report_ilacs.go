package ilacstest

import (
	"fmt"
	"strings"

	"github.com/ilacs-go/inspection/judgement"
)

// hasOldFirstPage reports whether a report has the first page of 2018 to 2020:
// the authority's name above the title, dates in full, a bare page number.
func hasOldFirstPage(d Document) bool { return d.Visit.Start.Year() <= 2020 }

// ilacsReport writes an ILACS report.
func (d Document) ilacsReport(p *pages, f judgement.Framework) {
	table := gradeTable{name: 41, grade: 44, gradeWidth: 60}
	if hasOldFirstPage(d) {
		d.oldTitle(p)
		table = gradeTable{name: 59, grade: 62, gradeWidth: 22, centre: true}
	} else {
		d.newTitle(p)
	}
	p.add("")
	d.grades(p, f, table)
	p.add("")
	p.paragraphs(d.Headline)
	d.wants(p)
	d.narrative(p, f)
	d.imprint(p)
}

func (d Document) oldTitle(p *pages) {
	v := d.Visit
	p.add(wrap(v.Authority, titleWidth)...)
	p.add("Inspection of children\u2019s social care services")
	p.add("Inspection dates: " + fieldwork(v, true))
	if v.Lead != "" {
		const label = "Lead inspector: "
		p.blank()
		p.add(label+v.Lead, strings.Repeat(" ", len(label))+inspectorOn(v.Start))
	}
}

func (d Document) newTitle(p *pages) {
	v := d.Visit
	p.footer, p.title, p.dates = footerTitle, "Inspection of "+v.Authority+" local authority children\u2019s services", fieldwork(v, false)
	p.add(wrap(p.title, titleWidth)...)
	p.add("Inspection dates: " + p.dates)
	if v.Lead != "" {
		p.blank()
		p.add("Lead inspector: " + v.Lead + ", " + inspectorOn(v.Start))
	}
}

// gradeTable is the measures of the table of judgements, in columns.
type gradeTable struct {
	name       int  // width of the names
	grade      int  // where the grades begin
	gradeWidth int  // width of the grades
	centre     bool // a grade stands at half the height of its name
}

// grades writes the table of judgements.
func (d Document) grades(p *pages, f judgement.Framework, t gradeTable) {
	p.add(" " + beside([]string{"Judgement"}, []string{"Grade"}, t.grade-1, false)[0])
	set := d.Judgements
	set.Framework = f
	for a, g := range set.All() {
		p.blank()
		for _, row := range beside(wrap(f.AreaName(a), t.name), wrap(f.GradeName(g), t.gradeWidth), t.grade-1, t.centre) {
			p.add(" " + row)
		}
	}
}

// wants writes the areas for improvement.
func (d Document) wants(p *pages) {
	if len(d.Improve) == 0 {
		return
	}
	heading := "What needs to improve?"
	if hasOldFirstPage(d) {
		heading = "What needs to improve"
	}
	d.tagged(p, heading)
}

// tagged writes the areas for improvement under their heading, which has a
// footnote if one of them refers to the national framework.
func (d Document) tagged(p *pages, heading string) {
	if hasTags(d.Improve) {
		p.heading(heading + "1")
		p.footnote(crossReference)
	} else {
		p.heading(heading)
	}
	p.bullets(texts(d.Improve))
}

// crossReference is the footnote on references to the national framework.
const crossReference = "What stands in brackets is an outcome, an enabler or a principle of the Children\u2019s Social Care: National Framework."

// narrative writes the sections, and numbers their paragraphs.
func (d Document) narrative(p *pages, f judgement.Framework) {
	n := 0
	for _, s := range d.inOrder() {
		grade := strings.ToLower(f.GradeName(d.Judgements.Grade(s.Area)))
		p.heading(wrap(f.AreaName(s.Area)+": "+grade, 70)...)
		for _, text := range s.Paragraphs {
			n++
			p.hanging(mark(n), text, 7)
		}
	}
}

// imprint writes the last page.
func (d Document) imprint(p *pages) {
	p.newPage()
	p.paragraph("The Office for Standards in Education, Children\u2019s Services and Skills (Ofsted) published this.")
	p.blank()
	p.add("\u00A9 Crown copyright " + fmt.Sprint(d.Visit.End.Year()))
}

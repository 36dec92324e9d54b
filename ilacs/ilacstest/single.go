package ilacstest

import (
	"fmt"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// single writes a report under the single inspection framework.
func (d Document) single(p *pages) {
	v := d.Visit
	early := v.Start.Compare(day(recommendations)) < 0
	board := d.Judgements.Grade(judgement.LSCB)

	p.add(wrap(v.Authority, headWidth)...)
	services := "services for children in need of help and protection, children looked after and care leavers"
	if v.Type == ilacs.VisitTypeReinspection {
		p.add(wrap("Re-inspection of "+services, 64)...)
	} else {
		p.add(wrap("Inspection of "+services, 64)...)
	}
	if board != 0 {
		p.add("and")
		p.add(wrap("Review of the effectiveness of the Local Safeguarding Children Board1", 64)...)
		p.footnote("Both are printed together under section 152 of the Education and Inspections Act 2006.")
	}
	p.add("Inspection date: " + fieldwork(v, true))
	if !v.Published.IsZero() {
		p.add("Report published: " + dayMonthYear(v.Published))
	}
	p.add("", "")
	overall := clause(judgement.SIF, d.Judgements.Grade(judgement.Overall), true)
	if early {
		p.add(wrap("The overall judgement is that children\u2019s services "+overall, 66)...)
	} else {
		p.add(wrap("Children\u2019s services in "+v.Authority+" "+overall, 66)...)
	}
	d.numberedTable(p)
	if early && board != 0 {
		p.blank()
		p.add(wrap("The effectiveness of the Local Safeguarding Children Board (LSCB) "+clause(judgement.SIF, board, false), 78)...)
	}

	n := &counter{}
	if early {
		d.contents(p, true)
		p.newPage()
		p.heading("The local authority")
		if len(d.Headline) > 0 {
			p.heading("Summary of findings")
		}
		for _, s := range d.Headline {
			p.paragraph(s)
		}
		d.actions(p, n, "What does the local authority need to improve?", true)
		if len(d.Strengths) > 0 {
			p.heading("The local authority\u2019s strengths")
			n.list(p, texts(d.Strengths))
		}
		p.heading("Inspection judgements about the local authority")
	} else {
		if len(d.Headline) > 0 {
			p.newPage()
			p.heading("Executive summary")
		}
		for _, s := range d.Headline {
			p.paragraph(s)
		}
		d.contents(p, false)
		p.newPage()
		p.heading("The local authority")
		d.actions(p, n, "Recommendations", len(d.Priority) > 0)
	}
	for _, s := range d.inOrder() {
		d.area(p, s.Area, early)
		n.list(p, s.Paragraphs)
	}
	d.team(p)
}

// counter numbers the items and paragraphs of a report.
type counter struct{ n int }

func (c *counter) list(p *pages, all []string) {
	for _, s := range all {
		c.n++
		p.hanging(mark(c.n), s, 5)
	}
}

// actions writes the recommendations, parted in two where parts is set.
func (d Document) actions(p *pages, n *counter, heading string, parts bool) {
	if len(d.Priority)+len(d.Improve) == 0 {
		return
	}
	p.heading(heading)
	if len(d.Priority) > 0 {
		p.heading("Priority and immediate action")
		n.list(p, texts(d.Priority))
	}
	if len(d.Improve) > 0 {
		if parts {
			p.heading("Areas for improvement")
		}
		n.list(p, texts(d.Improve))
	}
}

// numberedTable writes the table of judgements on the first page.
func (d Document) numberedTable(p *pages) {
	for _, row := range [...]struct {
		number string
		area   judgement.Area
		indent int
	}{
		{"1.", judgement.HelpAndProtection, 0},
		{"2.", judgement.LookedAfter, 0},
		{"2.1", judgement.Adoption, 10},
		{"2.2", judgement.CareLeavers, 10},
		{"3.", judgement.Leaders, 0},
	} {
		name := wrap(row.number+" "+judgement.SIF.AreaName(row.area), 56)
		if row.area == judgement.LookedAfter {
			name = wrap(row.number+" "+judgement.SIF.AreaName(row.area), 40)
		}
		for i := range name {
			indent := row.indent
			if i > 0 {
				indent += 3
			}
			name[i] = strings.Repeat(" ", indent) + name[i]
		}
		p.blank()
		p.add(beside(name, wrap(judgement.SIF.GradeName(d.Judgements.Grade(row.area)), 14), 71, true)...)
	}
}

// area writes the heading of an area: in the older form as a sentence, in the
// newer one, for the key judgements, with the grade in a column.
func (d Document) area(p *pages, a judgement.Area, early bool) {
	sif, g := judgement.SIF, d.Judgements.Grade(a)
	name := sif.AreaName(a)
	if a == judgement.HelpAndProtection || a == judgement.LookedAfter {
		name = "The experiences and progress of " + strings.ToLower(name[:1]) + name[1:]
	}
	switch {
	case a == judgement.LSCB:
		p.newPage()
		p.heading("The Local Safeguarding Children Board (LSCB)")
		p.heading(wrap("The Local Safeguarding Children Board "+clause(sif, g, false), 70)...)
		if early {
			p.heading("Inspection judgement about the LSCB")
		} else {
			p.heading("Inspection findings \u2013 the Local Safeguarding Children Board")
		}
	case a == judgement.Adoption:
		p.heading(wrap("The graded judgement for adoption performance is that it "+clause(sif, g, false), 70)...)
	case a == judgement.CareLeavers:
		p.heading(wrap("The graded judgement about the experience and progress of care leavers is that it "+clause(sif, g, false), 70)...)
	case early:
		p.heading(wrap(name+" "+clause(sif, g, true), 70)...)
	default:
		p.heading(beside(wrap(name, 36), []string{sif.GradeName(g)}, 56, true)...)
		p.heading("Inspection findings")
	}
}

// contents writes a table of contents on a page of its own.
func (d Document) contents(p *pages, early bool) {
	p.newPage()
	p.add("Contents")
	entry := func(indent, s string) {
		p.lines = append(p.lines, line{text: indent + s, list: s})
	}
	sub := "    "
	if !early && len(d.Headline) > 0 {
		entry(sub, "Executive summary")
		p.blank()
	}
	entry("", "The local authority")
	if early && len(d.Headline) > 0 {
		entry(sub, "Summary of findings")
	}
	if len(d.Priority)+len(d.Improve) > 0 {
		if early {
			entry(sub, "What does the local authority need to improve?")
		} else {
			entry(sub, "Recommendations")
		}
	}
	if len(d.Strengths) > 0 {
		entry(sub, "The local authority\u2019s strengths")
	}
	if early {
		entry(sub, "Inspection judgements about the local authority")
	}
	p.blank()
	for _, s := range d.Sections {
		if s.Area == judgement.LSCB {
			entry("", "The Local Safeguarding Children Board (LSCB)")
			p.blank()
		}
	}
	entry("", "Information about this inspection")
}

// team writes the end of the report.
func (d Document) team(p *pages) {
	p.newPage()
	p.heading("Information about this inspection")
	p.paragraph("Inspectors read records, watched practice, and met children, families and staff.")
	if v := d.Visit; v.Lead != "" {
		p.heading("The inspection team")
		p.paragraph("Lead inspector: " + v.Lead)
		if len(v.Inspectors) > 1 {
			p.paragraph("Team inspectors: " + strings.Join(v.Inspectors[1:], ", "))
		}
	}
	p.blank()
	p.add("", "\u00A9 Crown copyright "+fmt.Sprint(d.Visit.End.Year()))
}

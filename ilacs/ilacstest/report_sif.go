package ilacstest

import (
	"fmt"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/internal/docform"
	"github.com/ilacs-go/inspection/judgement"
)

// sifReport writes a report under the single inspection framework.
type sifReport struct {
	Document
	*pages
	early  bool            // the form to March 2015
	board  judgement.Grade // of the local safeguarding children board; 0 if it was not reviewed
	number int             // of the last item or paragraph
}

func (d Document) sifReport(p *pages) {
	r := &sifReport{
		Document: d, pages: p,
		early: !docform.HasRecommendations(d.Visit.Start),
		board: d.Judgements.Grade(judgement.LSCB),
	}
	r.firstPage()
	if r.early {
		r.earlyFront()
	} else {
		r.lateFront()
	}
	for _, s := range d.inOrder() {
		r.areaHeading(s.Area)
		r.list(s.Paragraphs)
	}
	r.team()
}

// firstPage writes the title, the overall grade and the table of judgements.
func (r *sifReport) firstPage() {
	v := r.Visit
	r.add(wrap(v.Authority, titleWidth)...)
	title := "Inspection of services for children in need of help and protection, children looked after and care leavers"
	if v.Type == ilacs.VisitTypeReinspection {
		title = "Re-inspection of" + strings.TrimPrefix(title, "Inspection of")
	}
	r.add(wrap(title, 64)...)
	if r.board != 0 {
		r.add("and")
		r.add(wrap("Review of the effectiveness of the Local Safeguarding Children Board1", 64)...)
		r.footnote("Both are printed together under section 152 of the Education and Inspections Act 2006.")
	}
	r.add("Inspection date: " + fieldwork(v, true))
	if !v.Published.IsZero() {
		r.add("Report published: " + dayMonthYear(v.Published))
	}
	r.add("", "")
	overall := predicate(judgement.SIF, r.Judgements.Grade(judgement.Overall), true)
	if r.early {
		r.add(wrap("The overall judgement is that children\u2019s services "+overall, 66)...)
	} else {
		r.add(wrap("Children\u2019s services in "+v.Authority+" "+overall, 66)...)
	}
	r.grades()
	if r.early && r.board != 0 {
		r.blank()
		r.add(wrap("The effectiveness of the Local Safeguarding Children Board (LSCB) "+predicate(judgement.SIF, r.board, false), 78)...)
	}
}

// grades writes the numbered table of judgements.
func (r *sifReport) grades() {
	for _, row := range [...]struct {
		number        string
		area          judgement.Area
		indent, width int
	}{
		{"1.", judgement.HelpAndProtection, 0, 56},
		{"2.", judgement.LookedAfter, 0, 40},
		{"2.1", judgement.Adoption, 10, 56},
		{"2.2", judgement.CareLeavers, 10, 56},
		{"3.", judgement.Leaders, 0, 56},
	} {
		name := wrap(row.number+" "+judgement.SIF.AreaName(row.area), row.width)
		for i := range name {
			indent := row.indent
			if i > 0 {
				indent += 3
			}
			name[i] = strings.Repeat(" ", indent) + name[i]
		}
		r.blank()
		r.add(beside(name, wrap(judgement.SIF.GradeName(r.Judgements.Grade(row.area)), 14), 71, true)...)
	}
}

// The headings that a table of contents lists.
const (
	headingSummary         = "Summary of findings"
	headingExecutive       = "Executive summary"
	headingAuthority       = "The local authority"
	headingWants           = "What does the local authority need to improve?"
	headingRecommendations = "Recommendations"
	headingStrengths       = "The local authority\u2019s strengths"
	headingJudgements      = "Inspection judgements about the local authority"
	headingBoard           = "The Local Safeguarding Children Board (LSCB)"
	headingInformation     = "Information about this inspection"
)

// earlyFront writes what stands before the narrative in the form to March 2015.
func (r *sifReport) earlyFront() {
	r.contents()
	r.newPage()
	r.heading(headingAuthority)
	if len(r.Headline) > 0 {
		r.heading(headingSummary)
	}
	r.paragraphs(r.Headline)
	r.actions(headingWants, true)
	if len(r.Strengths) > 0 {
		r.heading(headingStrengths)
		r.list(texts(r.Strengths))
	}
	r.heading(headingJudgements)
}

// lateFront writes what stands before the narrative in the form from April 2015.
func (r *sifReport) lateFront() {
	if len(r.Headline) > 0 {
		r.newPage()
		r.heading(headingExecutive)
	}
	r.paragraphs(r.Headline)
	r.contents()
	r.newPage()
	r.heading(headingAuthority)
	r.actions(headingRecommendations, len(r.Priority) > 0)
}

// list writes numbered items or paragraphs.
func (r *sifReport) list(all []string) {
	for _, s := range all {
		r.number++
		r.hanging(mark(r.number), s, 5)
	}
}

// actions writes the priority actions and, under a heading of their own if it is
// asked for, the areas for improvement.
func (r *sifReport) actions(heading string, headImprove bool) {
	if len(r.Priority)+len(r.Improve) == 0 {
		return
	}
	r.heading(heading)
	if len(r.Priority) > 0 {
		r.heading("Priority and immediate action")
		r.list(texts(r.Priority))
	}
	if len(r.Improve) > 0 {
		if headImprove {
			r.heading("Areas for improvement")
		}
		r.list(texts(r.Improve))
	}
}

// areaHeading writes the heading of an area: in the older form as a sentence, in
// the newer one, for the key judgements, with the grade in a column.
func (r *sifReport) areaHeading(a judgement.Area) {
	sif, g := judgement.SIF, r.Judgements.Grade(a)
	name := sif.AreaName(a)
	if a == judgement.HelpAndProtection || a == judgement.LookedAfter {
		name = "The experiences and progress of " + strings.ToLower(name[:1]) + name[1:]
	}
	switch {
	case a == judgement.LSCB:
		r.newPage()
		r.heading(headingBoard)
		r.heading(wrap("The Local Safeguarding Children Board "+predicate(sif, g, false), 70)...)
		if r.early {
			r.heading("Inspection judgement about the LSCB")
		} else {
			r.heading("Inspection findings \u2013 the Local Safeguarding Children Board")
		}
	case a == judgement.Adoption:
		r.heading(wrap("The graded judgement for adoption performance is that it "+predicate(sif, g, false), 70)...)
	case a == judgement.CareLeavers:
		r.heading(wrap("The graded judgement about the experience and progress of care leavers is that it "+predicate(sif, g, false), 70)...)
	case r.early:
		r.heading(wrap(name+" "+predicate(sif, g, true), 70)...)
	default:
		r.heading(beside(wrap(name, 36), []string{sif.GradeName(g)}, 56, true)...)
		r.heading("Inspection findings")
	}
}

// contents writes a table of contents on a page of its own.
func (r *sifReport) contents() {
	r.newPage()
	r.add("Contents")
	const sub = "    "
	entry := func(indent, heading string, printed bool) {
		if printed {
			r.lines = append(r.lines, line{text: indent + heading, entry: heading})
		}
	}
	if !r.early && len(r.Headline) > 0 {
		entry(sub, headingExecutive, true)
		r.blank()
	}
	asks := len(r.Priority)+len(r.Improve) > 0
	entry("", headingAuthority, true)
	entry(sub, headingSummary, r.early && len(r.Headline) > 0)
	entry(sub, headingWants, r.early && asks)
	entry(sub, headingRecommendations, !r.early && asks)
	entry(sub, headingStrengths, len(r.Strengths) > 0)
	entry(sub, headingJudgements, r.early)
	r.blank()
	for _, s := range r.Sections {
		if s.Area == judgement.LSCB {
			entry("", headingBoard, true)
			r.blank()
		}
	}
	entry("", headingInformation, true)
}

// team writes the end of the report.
func (r *sifReport) team() {
	r.newPage()
	r.heading(headingInformation)
	r.paragraph("Inspectors read records, watched practice, and met children, families and staff.")
	if v := r.Visit; v.Lead != "" {
		r.heading("The inspection team")
		r.paragraph("Lead inspector: " + v.Lead)
		if len(v.Inspectors) > 1 {
			r.paragraph("Team inspectors: " + strings.Join(v.Inspectors[1:], ", "))
		}
	}
	r.blank()
	r.add("", "\u00A9 Crown copyright "+fmt.Sprint(r.Visit.End.Year()))
}

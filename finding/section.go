package finding

import "github.com/ilacs-go/inspection/internal/enum"

// Section says under which kind of heading of a document a finding stands,
// whatever the heading's wording is in that kind of document.
type Section uint8

const (
	SectionHeadline   Section = 10  // the opening summary; Headline findings, Overview, Executive summary
	SectionPriority   Section = 20  // Areas for priority action; Priority and immediate action
	SectionImprove    Section = 30  // What needs to improve; Recommendations; Areas for improvement
	SectionStrengths  Section = 40  // Strengths; Key strengths
	SectionProgress   Section = 50  // Progress since the last inspection
	SectionMain       Section = 60  // the body: Main findings, or the headings of the judgements
	SectionStudy      Section = 70  // a boxed case or practice study of a joint letter
	SectionSummary    Section = 80  // Summary for children and young people
	SectionBackground Section = 90  // Information about this local authority; previous inspections
	SectionContext    Section = 100 // Context, of a joint letter
	SectionFocus      Section = 110 // what the visit looked at: lines of focus, areas covered
	SectionNextSteps  Section = 120 // Next steps
)

var sections = enum.List[Section]{
	Package: "finding", Kind: "section", Type: "Section",
	Text: []string{
		SectionHeadline:   "headline",
		SectionPriority:   "priority",
		SectionImprove:    "improve",
		SectionStrengths:  "strengths",
		SectionProgress:   "progress",
		SectionMain:       "main",
		SectionStudy:      "practice-study",
		SectionSummary:    "summary",
		SectionBackground: "background",
		SectionContext:    "context",
		SectionFocus:      "focus",
		SectionNextSteps:  "next-steps",
	},
	Names: []string{
		SectionHeadline:   "Headline findings",
		SectionPriority:   "Areas for priority action",
		SectionImprove:    "Areas for improvement",
		SectionStrengths:  "Strengths",
		SectionProgress:   "Progress since the last inspection",
		SectionMain:       "Main findings",
		SectionStudy:      "Case study",
		SectionSummary:    "Summary for children",
		SectionBackground: "Background",
		SectionContext:    "Context",
		SectionFocus:      "What the visit looked at",
		SectionNextSteps:  "Next steps",
	},
}

// Asks reports whether the section lists what the document asks for: its areas
// for improvement, or its priority actions.
func (s Section) Asks() bool { return s == SectionImprove || s == SectionPriority }

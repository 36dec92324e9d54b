package finding

import (
	"database/sql/driver"

	"github.com/ilacs-go/inspection/internal/enum"
)

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

var sections = enum.List[Section]{Package: "finding", Kind: "section", Type: "Section", Fail: refused, Text: []string{
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
}}

// ParseSection reads the text form of a section. The error is a *ParseError.
func ParseSection(text string) (Section, error) { return sections.Parse(text) }

// IsValid reports whether s is in the closed list; the zero value is not.
func (s Section) IsValid() bool { return sections.Valid(s) }

// String gives the text form, or "Section(n)" for a number that has none.
func (s Section) String() string { return sections.String(s) }

// AppendText appends the text form; nothing for the zero value.
func (s Section) AppendText(b []byte) ([]byte, error) { return sections.Append(b, s) }

// MarshalText gives the text form; "" for the zero value, an error for an invalid one.
func (s Section) MarshalText() ([]byte, error) { return sections.Append([]byte{}, s) }

// UnmarshalText reads the text form; "" sets the zero value.
func (s *Section) UnmarshalText(text []byte) error { return sections.Unmarshal(s, text) }

// Scan reads a database value: nil, a string or bytes; nil sets the zero value.
func (s *Section) Scan(src any) error { return sections.Scan(s, src) }

// Value gives the text form for a database, nil for the zero value.
func (s Section) Value() (driver.Value, error) { return sections.Value(s) }

// Asks reports whether the section lists what the document asks for: its areas
// for improvement, or its priority actions.
func (s Section) Asks() bool { return s == SectionImprove || s == SectionPriority }

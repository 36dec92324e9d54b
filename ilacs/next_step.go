package ilacs

import (
	"database/sql/driver"

	"github.com/ilacs-go/inspection/internal/enum"
)

// Step is something that is expected after a visit. The zero value means that
// it is not stated.
type Step uint8

// The steps.
const (
	// StepNextInspection is the next graded inspection.
	StepNextInspection Step = 10
	// StepFocusedVisits are the focused visits before it.
	StepFocusedVisits Step = 20
	// StepFirstMonitoringVisit and StepMonitoringVisits are the visits after an
	// inadequate judgement.
	StepFirstMonitoringVisit Step = 30
	StepMonitoringVisits     Step = 40
	// StepPublication is the council's own publication of the report.
	StepPublication Step = 50
	// StepDraftActionPlan and StepActionPlan are the plans that the council sends to
	// Ofsted; the final one is the written statement of proposed action of the
	// Education and Inspections Act 2006.
	StepDraftActionPlan Step = 60
	StepActionPlan      Step = 70
	// StepWrittenStatement is the statement of proposed action that the partners
	// write after a joint targeted area inspection.
	StepWrittenStatement Step = 80
)

var steps = enum.List[Step]{
	Package: "ilacs", Kind: "step", Type: "Step", Fail: refused,
	Text: []string{
		StepNextInspection: "next-inspection", StepFocusedVisits: "focused-visits",
		StepFirstMonitoringVisit: "first-monitoring-visit", StepMonitoringVisits: "monitoring-visits",
		StepPublication: "publication", StepDraftActionPlan: "draft-action-plan", StepActionPlan: "action-plan",
		StepWrittenStatement: "written-statement",
	},
	Names: []string{
		StepNextInspection: "Next inspection", StepFocusedVisits: "Focused visits",
		StepFirstMonitoringVisit: "First monitoring visit", StepMonitoringVisits: "Monitoring visits",
		StepPublication: "Publication by the council", StepDraftActionPlan: "Draft action plan", StepActionPlan: "Action plan",
		StepWrittenStatement: "Written statement of proposed action",
	},
}

// ParseStep reads the text form ("action-plan"), or the name that String gives
// in any letter case. The error is a *[ParseError].
func ParseStep(s string) (Step, error) { return steps.Parse(s) }

// IsValid reports whether s is in the closed list; the zero value is not.
func (s Step) IsValid() bool { return steps.Valid(s) }

// String gives the name for people: "Action plan".
func (s Step) String() string { return steps.String(s) }

// AppendText appends the text form; nothing for the zero value.
func (s Step) AppendText(b []byte) ([]byte, error) { return steps.Append(b, s) }

// MarshalText gives the text form; "" for the zero value, an error for an
// invalid one.
func (s Step) MarshalText() ([]byte, error) { return s.AppendText([]byte{}) }

// UnmarshalText reads the text form; "" sets the zero value.
func (s *Step) UnmarshalText(text []byte) error { return steps.Unmarshal(s, text) }

// Scan reads a database value: nil, a string or bytes; nil sets the zero value.
func (s *Step) Scan(src any) error { return steps.Scan(s, src) }

// Value gives the text form for a database, nil for the zero value.
func (s Step) Value() (driver.Value, error) { return steps.Value(s) }

// Firmness says how firmly an expectation is to be taken. The zero value means
// that it is not stated.
type Firmness uint8

// The degrees of firmness.
const (
	// FirmnessRule is stated by the law or by an edition of the framework as what
	// happens.
	FirmnessRule Firmness = 10
	// FirmnessAim is stated as what Ofsted means to do, and has not always done.
	FirmnessAim Firmness = 20
	// FirmnessUncertain is from general knowledge or second hand: no statement of it was
	// seen, or none for the edition at hand.
	FirmnessUncertain Firmness = 30
)

var firmnesses = enum.List[Firmness]{
	Package: "ilacs", Kind: "firmness", Type: "Firmness", Fail: refused,
	Text:  []string{FirmnessRule: "rule", FirmnessAim: "aim", FirmnessUncertain: "uncertain"},
	Names: []string{FirmnessRule: "rule", FirmnessAim: "aim", FirmnessUncertain: "uncertain"},
}

// ParseFirmness reads the text form ("aim"). The error is a *[ParseError].
func ParseFirmness(s string) (Firmness, error) { return firmnesses.Parse(s) }

// IsValid reports whether f is in the closed list; the zero value is not.
func (f Firmness) IsValid() bool { return firmnesses.Valid(f) }

// String gives the name for people, which is the text form.
func (f Firmness) String() string { return firmnesses.String(f) }

// AppendText appends the text form; nothing for the zero value.
func (f Firmness) AppendText(b []byte) ([]byte, error) { return firmnesses.Append(b, f) }

// MarshalText gives the text form; "" for the zero value, an error for an
// invalid one.
func (f Firmness) MarshalText() ([]byte, error) { return f.AppendText([]byte{}) }

// UnmarshalText reads the text form; "" sets the zero value.
func (f *Firmness) UnmarshalText(text []byte) error {
	return firmnesses.Unmarshal(f, text)
}

// Scan reads a database value: nil, a string or bytes; nil sets the zero value.
func (f *Firmness) Scan(src any) error { return firmnesses.Scan(f, src) }

// Value gives the text form for a database, nil for the zero value.
func (f Firmness) Value() (driver.Value, error) { return firmnesses.Value(f) }

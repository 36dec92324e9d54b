package ilacs

import "github.com/ilacs-go/inspection/internal/enum"

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
	Package: "ilacs", Kind: "step", Type: "Step",
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

// Firmness says how firm an expectation is. The zero value means that it is not
// stated.
type Firmness uint8

// The degrees of firmness.
const (
	// FirmnessRule is stated by the law or by an edition of the framework as what
	// happens.
	FirmnessRule Firmness = 10
	// FirmnessAim is stated as what Ofsted means to do, and has not always been done.
	FirmnessAim Firmness = 20
	// FirmnessUncertain is from general knowledge or second hand: no statement of it
	// was seen, or none for the edition at hand.
	FirmnessUncertain Firmness = 30
)

var firmnesses = enum.List[Firmness]{
	Package: "ilacs", Kind: "firmness", Type: "Firmness",
	Text: []string{FirmnessRule: "rule", FirmnessAim: "aim", FirmnessUncertain: "uncertain"},
}

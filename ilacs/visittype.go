package ilacs

import (
	"github.com/ilacs-go/inspection/internal/enum"
	"github.com/ilacs-go/inspection/internal/text"
)

//go:generate go run ../internal/enum/enumgen -sql VisitType,Source,Status,Confidence,ThemeTrend,Recurrence,StatementKind

// VisitType says what kind of inspection or visit a document is about. The
// zero value means that it is not stated.
type VisitType uint8

// The types of visit. Those of which Ofsted publishes no document (action
// planning, annual engagement) occur in the prose of other documents only.
const (
	// VisitTypeInspection is an inspection whose type the text does not state: "the
	// last inspection in 2018".
	VisitTypeInspection VisitType = 10

	// VisitTypeStandard and VisitTypeShort are the two graded inspections of the ILACS
	// framework. No report prints these words: fieldwork of more than five
	// working days is a standard inspection, up to five a short one.
	VisitTypeStandard VisitType = 20
	VisitTypeShort    VisitType = 30

	// VisitTypeFocused is an ungraded visit that looks at one area of practice.
	VisitTypeFocused VisitType = 40
	// VisitTypeMonitoring is an ungraded visit that follows an inadequate judgement, and
	// sometimes a joint inspection.
	VisitTypeMonitoring VisitType = 50
	// VisitTypeAssurance is one of the ungraded visits of September 2020 to spring 2021,
	// in the Covid-19 pandemic, in place of inspections.
	VisitTypeAssurance VisitType = 60
	// VisitTypeJTAI is a joint targeted area inspection of Ofsted, the Care Quality
	// Commission and the inspectorates of constabulary and, in some, probation.
	VisitTypeJTAI VisitType = 70
	// VisitTypeActionPlanning is the meeting about the action plan after an inadequate
	// judgement.
	VisitTypeActionPlanning VisitType = 80
	// VisitTypeAnnualEngagement is the yearly meeting about the authority's
	// self-evaluation, once called the annual conversation.
	VisitTypeAnnualEngagement VisitType = 90
	// VisitTypeTargeted is the rare targeted inspection of the 2016 framework.
	VisitTypeTargeted VisitType = 100

	// VisitTypeSIF is an inspection under the single inspection framework, 2013 to 2018.
	VisitTypeSIF VisitType = 110
	// VisitTypeReinspection is a SIF inspection of an authority that was inadequate.
	VisitTypeReinspection VisitType = 120
	// VisitTypeLSCBReview is a review of a local safeguarding children board on its own.
	VisitTypeLSCBReview VisitType = 130

	// VisitTypeLookedAfter is an inspection of services for looked after children, 2013.
	VisitTypeLookedAfter VisitType = 140
	// VisitTypeChildProtection is an inspection of the arrangements for the protection of
	// children, 2012 to 2013.
	VisitTypeChildProtection VisitType = 150
	// VisitTypeSafeguardingLookedAfter is an inspection of safeguarding and looked after
	// children services, 2009 to 2012.
	VisitTypeSafeguardingLookedAfter VisitType = 160
	// VisitTypeContactReferral is an unannounced inspection of contact, referral and
	// assessment arrangements, 2009 to 2012.
	VisitTypeContactReferral VisitType = 170
	// VisitTypeAnnualAssessment is the yearly desk-based assessment of children's
	// services, up to 2011.
	VisitTypeAnnualAssessment VisitType = 180
)

var visitTypes = enum.List[VisitType]{
	Package: "ilacs", Kind: "visit type", Type: "VisitType",
	Text: []string{
		VisitTypeInspection: "inspection", VisitTypeStandard: "standard", VisitTypeShort: "short", VisitTypeFocused: "focused",
		VisitTypeMonitoring: "monitoring", VisitTypeAssurance: "assurance", VisitTypeJTAI: "jtai", VisitTypeActionPlanning: "action-planning",
		VisitTypeAnnualEngagement: "annual-engagement", VisitTypeTargeted: "targeted", VisitTypeSIF: "sif", VisitTypeReinspection: "reinspection",
		VisitTypeLSCBReview: "lscb-review", VisitTypeLookedAfter: "looked-after", VisitTypeChildProtection: "child-protection",
		VisitTypeSafeguardingLookedAfter: "safeguarding-and-looked-after", VisitTypeContactReferral: "contact-referral-and-assessment",
		VisitTypeAnnualAssessment: "annual-assessment",
	},
	Names: []string{
		VisitTypeInspection: "Inspection", VisitTypeStandard: "Standard inspection", VisitTypeShort: "Short inspection", VisitTypeFocused: "Focused visit",
		VisitTypeMonitoring: "Monitoring visit", VisitTypeAssurance: "Focused assurance visit", VisitTypeJTAI: "Joint targeted area inspection",
		VisitTypeActionPlanning: "Action planning visit", VisitTypeAnnualEngagement: "Annual engagement meeting",
		VisitTypeTargeted: "Targeted local authority inspection", VisitTypeSIF: "Single inspection", VisitTypeReinspection: "Re-inspection",
		VisitTypeLSCBReview:      "Review of the Local Safeguarding Children Board",
		VisitTypeLookedAfter:     "Inspection of looked after children services",
		VisitTypeChildProtection: "Inspection of arrangements for the protection of children",

		VisitTypeSafeguardingLookedAfter: "Inspection of safeguarding and looked after children services",
		VisitTypeContactReferral:         "Inspection of contact, referral and assessment arrangements",
		VisitTypeAnnualAssessment:        "Annual children's services assessment",
	},
}

// isPartial reports whether such a visit looks at a part of the services alone,
// so that its document's silence says nothing.
func (t VisitType) isPartial() bool {
	switch t {
	case VisitTypeFocused, VisitTypeMonitoring, VisitTypeAssurance, VisitTypeJTAI:
		return true
	}
	return false
}

// inspectsPart reports whether such an inspection is about a part of the services,
// with a report of its own form.
func (t VisitType) inspectsPart() bool {
	switch t {
	case VisitTypeLSCBReview, VisitTypeLookedAfter, VisitTypeChildProtection, VisitTypeContactReferral, VisitTypeTargeted:
		return true
	}
	return false
}

// inspectsAll reports whether such an inspection looks at all services, and gives the
// grades by which the authority stands from then on.
func (t VisitType) inspectsAll() bool {
	switch t {
	case VisitTypeInspection, VisitTypeStandard, VisitTypeShort, VisitTypeSIF, VisitTypeReinspection:
		return true
	}
	return false
}

// listsImprovements reports whether the report of such a visit lists what needs
// to improve, unless nothing does.
func (t VisitType) listsImprovements() bool {
	switch t {
	case VisitTypeInspection, VisitTypeStandard, VisitTypeShort:
		return true
	}
	return false
}

// noun names the type within a sentence: "focused visit". The older inspections
// are "inspection": their full names are longer than a sentence bears.
func (t VisitType) noun() string {
	switch t {
	case VisitTypeStandard, VisitTypeShort, VisitTypeReinspection,
		VisitTypeFocused, VisitTypeMonitoring, VisitTypeAssurance, VisitTypeJTAI:
		return text.Lower(t.String())
	}
	return "inspection"
}

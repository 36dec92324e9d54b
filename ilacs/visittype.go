package ilacs

import (
	"database/sql/driver"

	"github.com/ilacs-go/inspection/internal/enum"
)

// VisitType says what kind of inspection or visit a document is about. The
// zero value means that it is not stated.
type VisitType uint8

// The types of visit. Those of which Ofsted publishes no document (action
// planning, annual engagement) occur in the prose of other documents only.
const (
	// Inspection is an inspection of a type that the text does not tell: "the
	// last inspection in 2018".
	Inspection VisitType = 10

	// Standard and Short are the two graded inspections of the ILACS
	// framework. No report prints these words: fieldwork of more than five
	// working days is a standard inspection, up to five a short one.
	Standard VisitType = 20
	Short    VisitType = 30

	// Focused is an ungraded visit that looks at one area of practice.
	Focused VisitType = 40
	// Monitoring is an ungraded visit that follows an inadequate judgement, and
	// sometimes a joint inspection.
	Monitoring VisitType = 50
	// Assurance is one of the ungraded visits of September 2020 to spring 2021,
	// in the Covid-19 pandemic, in place of inspections.
	Assurance VisitType = 60
	// JTAI is a joint targeted area inspection of Ofsted, the Care Quality
	// Commission and the inspectorates of constabulary and, in some, probation.
	JTAI VisitType = 70
	// ActionPlanning is the meeting about the action plan after an inadequate
	// judgement.
	ActionPlanning VisitType = 80
	// AnnualEngagement is the yearly meeting about the authority's
	// self-evaluation, once called the annual conversation.
	AnnualEngagement VisitType = 90
	// Targeted is the rare targeted inspection of the 2016 framework.
	Targeted VisitType = 100

	// SIF is an inspection under the single inspection framework, 2013 to 2018.
	SIF VisitType = 110
	// Reinspection is a SIF inspection of an authority that was inadequate.
	Reinspection VisitType = 120
	// LSCBReview is a review of a local safeguarding children board on its own.
	LSCBReview VisitType = 130

	// LookedAfter is an inspection of services for looked after children, 2013.
	LookedAfter VisitType = 140
	// ChildProtection is an inspection of the arrangements for the protection of
	// children, 2012 to 2013.
	ChildProtection VisitType = 150
	// SafeguardingLookedAfter is an inspection of safeguarding and looked after
	// children services, 2009 to 2012.
	SafeguardingLookedAfter VisitType = 160
	// ContactReferral is an unannounced inspection of contact, referral and
	// assessment arrangements, 2009 to 2012.
	ContactReferral VisitType = 170
	// AnnualAssessment is the yearly children's services assessment made from
	// the desk, up to 2011.
	AnnualAssessment VisitType = 180
)

var visitTypes = enum.List[VisitType]{
	Package: "ilacs", Kind: "visit type", Type: "VisitType", Fail: refused,
	Text: []string{
		Inspection: "inspection", Standard: "standard", Short: "short", Focused: "focused",
		Monitoring: "monitoring", Assurance: "assurance", JTAI: "jtai", ActionPlanning: "action-planning",
		AnnualEngagement: "annual-engagement", Targeted: "targeted", SIF: "sif", Reinspection: "reinspection",
		LSCBReview: "lscb-review", LookedAfter: "looked-after", ChildProtection: "child-protection",
		SafeguardingLookedAfter: "safeguarding-and-looked-after", ContactReferral: "contact-referral-and-assessment",
		AnnualAssessment: "annual-assessment",
	},
	Names: []string{
		Inspection: "Inspection", Standard: "Standard inspection", Short: "Short inspection", Focused: "Focused visit",
		Monitoring: "Monitoring visit", Assurance: "Focused assurance visit", JTAI: "Joint targeted area inspection",
		ActionPlanning: "Action planning visit", AnnualEngagement: "Annual engagement meeting",
		Targeted: "Targeted local authority inspection", SIF: "Single inspection", Reinspection: "Re-inspection",
		LSCBReview:      "Review of the Local Safeguarding Children Board",
		LookedAfter:     "Inspection of looked after children services",
		ChildProtection: "Inspection of arrangements for the protection of children",

		SafeguardingLookedAfter: "Inspection of safeguarding and looked after children services",
		ContactReferral:         "Inspection of contact, referral and assessment arrangements",
		AnnualAssessment:        "Annual children's services assessment",
	},
}

// ParseVisitType reads the text form ("short"), or the name that String gives
// in any letter case. The error is a *[ParseError].
func ParseVisitType(s string) (VisitType, error) { return visitTypes.Parse(s) }

// IsValid reports whether t is in the closed list; the zero value is not.
func (t VisitType) IsValid() bool { return visitTypes.Valid(t) }

// String gives the name for people: "Focused visit".
func (t VisitType) String() string { return visitTypes.String(t) }

// AppendText appends the text form; nothing for the zero value.
func (t VisitType) AppendText(b []byte) ([]byte, error) { return visitTypes.Append(b, t) }

// MarshalText gives the text form; "" for the zero value, an error for an
// invalid one.
func (t VisitType) MarshalText() ([]byte, error) { return t.AppendText([]byte{}) }

// UnmarshalText reads the text form; "" sets the zero value.
func (t *VisitType) UnmarshalText(text []byte) error {
	return visitTypes.Unmarshal(t, text)
}

// Scan reads a database value: nil, a string or bytes; nil sets the zero value.
func (t *VisitType) Scan(src any) error { return visitTypes.Scan(t, src) }

// Value gives the text form for a database, nil for the zero value.
func (t VisitType) Value() (driver.Value, error) { return visitTypes.Value(t) }

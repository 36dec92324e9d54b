package judgement

import "github.com/ilacs-go/inspection/internal/enum"

// An Area is what is graded. The zero Area means that none is stated.
//
// One Area stands for what several frameworks print under different names:
// Leaders is "Leadership, management and governance" under the single
// inspection framework and "The impact of leaders on social work practice with
// children and families" under ILACS. String returns the name that the latest
// framework with the area prints, [Framework.AreaName] that of any framework.
type Area uint8

// The areas that ILACS and the single inspection framework (SIF) grade. Their
// order is the one in which [Compare] lists them.
const (
	// Leaders is the impact of leaders on social work practice.
	Leaders Area = 5
	// HelpAndProtection is the experiences and progress of children who need
	// help and protection.
	HelpAndProtection Area = 10
	// InCare is the experiences and progress of children in care, graded by
	// itself from January 2023.
	InCare Area = 15
	// InCareAndCareLeavers is one grade for children in care and care leavers
	// together, ILACS to December 2022.
	InCareAndCareLeavers Area = 20
	// LookedAfter is SIF's children looked after and achieving permanence, and
	// the services for looked after children of the inspections from 2009.
	LookedAfter Area = 25
	// Adoption is SIF's sub-judgement 2.1, adoption performance.
	Adoption Area = 30
	// CareLeavers is the experiences and progress of care leavers: SIF's
	// sub-judgement 2.2, and an area of its own from January 2023.
	CareLeavers Area = 35
	// LSCB is the effectiveness of the local safeguarding children board,
	// which SIF reports graded beside the authority. It is not a judgement of the
	// authority and does not affect its overall grade.
	LSCB Area = 40
	// Overall is overall effectiveness. It is always what was printed, never
	// worked out from the other areas; from April 2026 there is none.
	Overall Area = 45
)

// The areas of earlier frameworks.
const (
	// CapacityToImprove is the capacity to improve services, 2013.
	CapacityToImprove Area = 50
	// Outcomes is the outcomes for looked after children and young people.
	Outcomes Area = 55
	// QualityOfProvision is the quality of the services themselves.
	QualityOfProvision Area = 60
	// Safeguarding is the overall effectiveness of safeguarding services, which
	// inspections graded from 2009 to 2012. No [Framework] here grades it, but later
	// documents mention it among earlier judgements.
	Safeguarding Area = 70
)

// lastArea is the highest number of an area.
const lastArea = Safeguarding

var areas = enum.List[Area]{
	Package: "judgement", Kind: "area", Type: "Area", Table: areaNames,
	Text: []string{
		Leaders:              "leaders",
		HelpAndProtection:    "help-and-protection",
		InCare:               "in-care",
		InCareAndCareLeavers: "in-care-and-care-leavers",
		LookedAfter:          "looked-after",
		Adoption:             "adoption",
		CareLeavers:          "care-leavers",
		LSCB:                 "lscb",
		Overall:              "overall",
		CapacityToImprove:    "capacity-to-improve",
		Outcomes:             "outcomes",
		QualityOfProvision:   "quality-of-provision",
		Safeguarding:         "safeguarding",
	},
}

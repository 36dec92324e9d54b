package judgement

import "github.com/ilacs-go/inspection/internal/enum"

// An Area is what is graded. The zero Area means that none is stated.
//
// One Area stands for what several frameworks print under different names:
// Leaders is "Leadership, management and governance" under the single
// inspection framework and "The impact of leaders on social work practice with
// children and families" under ILACS. [Framework.AreaName] gives the name that
// a framework prints.
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
	// which SIF reports graded beside the authority. It is no judgement of the
	// authority and does not bear on its overall grade.
	LSCB Area = 40
	// Overall is overall effectiveness. It is always what was printed, never
	// worked out from the other areas; from April 2026 there is none.
	Overall Area = 45
)

// The areas of the older frameworks. The names of 2013 were read in reports;
// those of 2009 and 2012 are from general knowledge and were not checked.
const (
	// CapacityToImprove is the capacity to improve services, 2013.
	CapacityToImprove Area = 50
	// Outcomes is the outcomes for looked after children and young people.
	Outcomes Area = 55
	// QualityOfProvision is the quality of the services themselves.
	QualityOfProvision Area = 60
	// QualityOfPractice is the quality of practice in child protection, 2012.
	QualityOfPractice Area = 65
	// Safeguarding is the overall effectiveness of safeguarding services, 2009.
	Safeguarding Area = 70
	// SafeguardingCapacity is their capacity for improvement.
	SafeguardingCapacity Area = 75
	// SafeguardingOutcomes is the safeguarding outcomes for children.
	SafeguardingOutcomes Area = 80
	// LookedAfterCapacity is the capacity for improvement of the services for
	// looked after children, 2009.
	LookedAfterCapacity Area = 85
)

// lastArea is the highest number of an area.
const lastArea = LookedAfterCapacity

var areas = enum.List[Area]{
	Package: "judgement", Kind: "area", Type: "Area",
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
		QualityOfPractice:    "quality-of-practice",
		Safeguarding:         "safeguarding",
		SafeguardingCapacity: "safeguarding-capacity",
		SafeguardingOutcomes: "safeguarding-outcomes",
		LookedAfterCapacity:  "looked-after-capacity",
	},
	Names: []string{
		Leaders:              "The impact of leaders on social work practice with children and families",
		HelpAndProtection:    "The experiences and progress of children who need help and protection",
		InCare:               "The experiences and progress of children in care",
		InCareAndCareLeavers: "The experiences and progress of children in care and care leavers",
		LookedAfter:          "Children looked after and achieving permanence",
		Adoption:             "Adoption performance",
		CareLeavers:          "The experiences and progress of care leavers",
		LSCB:                 "The effectiveness of the Local Safeguarding Children Board (LSCB)",
		Overall:              "Overall effectiveness",
		CapacityToImprove:    "Capacity to improve",
		Outcomes:             "Outcomes for looked after children and young people",
		QualityOfProvision:   "Quality of provision",
		QualityOfPractice:    "Quality of practice",
		Safeguarding:         "Overall effectiveness of safeguarding services",
		SafeguardingCapacity: "Capacity for improvement of safeguarding services",
		SafeguardingOutcomes: "Safeguarding outcomes for children and young people",
		LookedAfterCapacity:  "Capacity for improvement of services for looked after children",
	},
}

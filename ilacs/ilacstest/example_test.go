package ilacstest_test

import (
	"errors"
	"fmt"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/ilacstest"
	"github.com/ilacs-go/inspection/judgement"
)

func ExampleWrite() {
	start, _ := civil.New(2024, 3, 6)
	text, err := ilacstest.Write(ilacstest.Document{
		Visit: ilacs.Visit{
			Authority: "Wexcombe",
			Type:      ilacs.VisitTypeFocused,
			Start:     start,
			End:       start.AddDays(1),
			Lead:      "Imogen Tarrant",
			Focus:     []string{"children who go missing"},
		},
		Headline: []string{"Children who go missing are found sooner than they were. Few of them are asked why they left."},
		Improve:  []ilacstest.Item{{Text: "The offer of return home interviews."}},
		Sections: []ilacstest.Section{{Paragraphs: []string{"Return home interviews are offered to one child in four."}}},
	})
	fmt.Println(err)
	page, _, _ := strings.Cut(text, "\n\n\n")
	fmt.Println(page)
	// Output:
	// <nil>
	// The Director of Children’s Services
	// Wexcombe
	//
	// Dear Director
	//
	// Focused visit to Wexcombe children’s services
	//
	// This letter summarises the findings of the focused visit to Wexcombe children’s
	// services on 6 and 7 March 2024. His Majesty’s Inspector for this visit was Imogen
	// Tarrant.
	//
	// Inspectors looked at the local authority’s arrangements, with a particular focus on:
	//
	// ◼ children who go missing
	//
	// Headline findings
	//
	// Children who go missing are found sooner than they were. Few of them are asked why
	// they left.
	//
	// What needs to improve in this area of social work practice?
	//
	// ◼ The offer of return home interviews.
	//
	// Main findings
	//
	// Return home interviews are offered to one child in four.
	//
	// Ofsted will take the findings into account in its plans.
	//
	// Yours sincerely
}

// A report that is written is read back.
func ExampleWrite_report() {
	start, _ := civil.New(2023, 5, 15)
	text, err := ilacstest.Write(ilacstest.Document{
		Visit: ilacs.Visit{Authority: "Wexcombe", Type: ilacs.VisitTypeShort, Start: start, End: start.AddDays(4)},
		Judgements: judgement.Set{}.
			With(judgement.Leaders, judgement.Good).
			With(judgement.HelpAndProtection, judgement.Good).
			With(judgement.InCare, judgement.Outstanding).
			With(judgement.CareLeavers, judgement.RequiresImprovement).
			With(judgement.Overall, judgement.Good),
		Improve: []ilacstest.Item{{Text: "Housing for care leavers."}},
		Sections: []ilacstest.Section{
			{Area: judgement.CareLeavers, Paragraphs: []string{"Too few care leavers have a home that is their own."}},
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := ilacs.Parse(text)
	fmt.Println(report.Visit.Framework, err)
	for area, grade := range report.Judgements.All() {
		fmt.Printf("%s: %s\n", area, grade)
	}
	for _, f := range report.Section(finding.SectionMain) {
		fmt.Printf("%d. %s (%s)\n", f.Paragraph, f.Text, f.Area)
	}
	// Output:
	// Inspection of local authority children's services (2023) <nil>
	// The impact of leaders on social work practice with children and families: Good
	// The experiences and progress of children who need help and protection: Good
	// The experiences and progress of children in care: Outstanding
	// The experiences and progress of care leavers: Requires improvement to be good
	// Overall effectiveness: Good
	// 1. Too few care leavers have a home that is their own. (The experiences and progress of care leavers)
}

func ExampleFieldError() {
	start, _ := civil.New(2024, 2, 1)
	_, err := ilacstest.Write(ilacstest.Document{
		Visit:    ilacs.Visit{Authority: "Wexcombe", Type: ilacs.VisitTypeFocused, Start: start, End: start},
		Sections: []ilacstest.Section{{Area: judgement.InCare, Paragraphs: []string{"Children are safe."}}},
	})
	var field *ilacstest.FieldError
	fmt.Println(errors.As(err, &field), field.Field)
	fmt.Println(err)
	// Output:
	// true Sections[0].Area
	// ilacstest: Sections[0].Area: a letter has no sections by area
}

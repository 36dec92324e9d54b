package ilacs_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
	"github.com/ilacs-go/inspection/judgement"
)

// A letter and the first pages of a report, written for these examples. The
// council is invented.
const (
	focusedVisit = `2 December 2025

Harriet Lowe, Director
Wexcombe County Council

Dear Harriet

Focused visit to Wexcombe children’s services

This letter summarises the findings of the focused visit to Wexcombe children’s
services on 4 and 5 November 2025. His Majesty’s Inspectors for this visit were
Bryony Featherstone-Hulme and Dafydd Pryce-Lowe.

Inspectors looked at these lines of focus:

• pathway plans
• where care leavers live

Headline findings

At the inspection in October 2023, services for care leavers were judged to
require improvement to be good. They have improved since.

What needs to improve?

• The quality of pathway plans for care leavers aged over 21. (outcome 4, national
framework)
• Managers’ oversight of young people in shared houses.

Main findings

Personal advisers are warm and persistent. Not enough of them have been
trained.

Yours sincerely

Bryony Featherstone-Hulme
His Majesty’s Inspector
`

	standardInspection = `Inspection of Wexcombe local authority
children’s services

Inspection dates: 6 to 17 November 2023

Lead inspector: Dafydd Pryce-Lowe, His Majesty’s Inspector

 Judgement                                                       Grade

 The impact of leaders on social work practice with              Requires
 children and families                                           improvement to
                                                                 be good

 The experiences and progress of children who need               Good
 help and protection

 The experiences and progress of children in care                Good

 The experiences and progress of care leavers                    Inadequate

 Overall effectiveness                                           Inadequate

Wexcombe keeps children safe at home and in care. Its care leavers are alone.

What needs to improve?

◼ Contact between care leavers and their personal advisers.
◼ The suitability of the places in which care leavers live.

The experiences and progress of care leavers: inadequate

1. One young person in four does not know who their adviser is. Some have not
   been seen for a year.
`
)

func Example() {
	report, err := ilacs.Parse(standardInspection)
	if err != nil {
		fmt.Println(err)
		return
	}
	v := report.Visit
	fmt.Printf("%s, %s to %s: %s (%s)\n", v.Authority, v.Start, v.End, v.Type, v.Framework)
	for area, grade := range report.Judgements.All() {
		fmt.Printf("%s: %s\n", area, grade)
	}
	for _, f := range report.Section(finding.SectionImprove) {
		fmt.Println("-", f.Text)
	}
	// Output:
	// Wexcombe, 2023-11-06 to 2023-11-17: Standard inspection (Inspection of local authority children's services (2023))
	// The impact of leaders on social work practice with children and families: Requires improvement to be good
	// The experiences and progress of children who need help and protection: Good
	// The experiences and progress of children in care: Good
	// The experiences and progress of care leavers: Inadequate
	// Overall effectiveness: Inadequate
	// - Contact between care leavers and their personal advisers.
	// - The suitability of the places in which care leavers live.
}

// A letter gives no grades of its own; what it says of earlier visits is in
// Earlier.
func ExampleParse() {
	report, err := ilacs.Parse(focusedVisit)
	if err != nil {
		fmt.Println(err)
		return
	}
	v := report.Visit
	fmt.Println(v.Type, "to", v.Authority, "by", v.Inspectors)
	fmt.Println("focus:", v.Focus)
	fmt.Println("grades:", report.Judgements.Len())
	for _, e := range report.Earlier {
		fmt.Println("earlier:", e.Date, e.Grade)
	}
	for _, f := range report.Section(finding.SectionImprove) {
		fmt.Println("improve:", f.Text, f.Tags)
	}
	// Output:
	// Focused visit to Wexcombe by [Bryony Featherstone-Hulme Dafydd Pryce-Lowe]
	// focus: [pathway plans where care leavers live]
	// grades: 0
	// earlier: 2023-10 Requires improvement to be good
	// improve: The quality of pathway plans for care leavers aged over 21. [outcome 4]
	// improve: Managers’ oversight of young people in shared houses. []
}

// Every finding says where in the text it stands, as printed there.
func ExampleParse_spans() {
	report, _ := ilacs.Parse(focusedVisit)
	f := report.Section(finding.SectionImprove)[0]
	fmt.Printf("%q\n", focusedVisit[f.Start:f.End])
	fmt.Printf("%q\n", f.Text)
	// Output:
	// "The quality of pathway plans for care leavers aged over 21. (outcome 4, national\nframework)"
	// "The quality of pathway plans for care leavers aged over 21."
}

// What is read but not settled is a note: here the table of judgements is cut
// off before its last row, of which no grade is made up.
func ExampleParse_notes() {
	half, _, _ := strings.Cut(standardInspection, " Overall effectiveness")
	report, _ := ilacs.Parse(half)
	fmt.Println("overall effectiveness stated:", report.Judgements.Grade(judgement.Overall) != 0)
	for _, n := range report.Notes {
		if strings.Contains(n.Text, "Overall") {
			fmt.Println("note:", n.Text)
		}
	}
	// Output:
	// overall effectiveness stated: false
	// note: judgement: no grade for "Overall effectiveness"
}

// What is no inspection of children's services is refused, with the reason.
func ExampleParse_refused() {
	_, err := ilacs.Parse("<!DOCTYPE html>\n<title>Page not found</title>")
	fmt.Println(errors.Is(err, ilacs.ErrNotInspection))
	var refused *parseerr.Error
	if errors.As(err, &refused) {
		fmt.Println(refused.Reason)
	}
	// Output:
	// true
	// an HTML page
}

func ExampleReader() {
	small := ilacs.Parser{Limit: 100}
	_, err := small.Parse(focusedVisit)
	fmt.Println(errors.Is(err, ilacs.ErrTooLarge))
	_, err = ilacs.Parser{}.Parse(focusedVisit)
	fmt.Println(err)
	// Output:
	// true
	// <nil>
}

func ExampleReport_Section() {
	report, _ := ilacs.Parse(focusedVisit)
	for _, f := range report.Section(finding.SectionMain) {
		fmt.Println(f.Polarity, f.Text)
	}
	// Output:
	// Strength Personal advisers are warm and persistent.
	// Concern Not enough of them have been trained.
}

// A report's JSON reads back to the same report.
func ExampleReport_UnmarshalJSON() {
	report, _ := ilacs.Parse(standardInspection)
	data, _ := json.Marshal(report)
	var back ilacs.Report
	if err := json.Unmarshal(data, &back); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(back.Judgements == report.Judgements)
	fmt.Println(back.Judgements)
	// Output:
	// true
	// ilacs-2023 leaders=requires-improvement help-and-protection=good in-care=good care-leavers=inadequate overall=inadequate
}

func ExampleParseVisitType() {
	v, _ := ilacs.ParseVisitType("focused")
	fmt.Println(v)
	_, err := ilacs.ParseVisitType("flying")
	fmt.Println(errors.Is(err, parseerr.ErrUnknown), err)
	// Output:
	// Focused visit
	// true ilacs: "flying" cannot be read as a visit type: not a known name
}

func ExampleVisitType_MarshalText() {
	text, _ := ilacs.VisitTypeActionPlanning.MarshalText()
	fmt.Printf("%s: %v\n", text, ilacs.VisitTypeActionPlanning)
	_, err := ilacs.VisitType(9).MarshalText()
	fmt.Println(err)
	// Output:
	// action-planning: Action planning visit
	// ilacs: VisitType(9) is not a valid visit type
}

func ExampleVisitType_Scan() {
	var v ilacs.VisitType
	fmt.Println(v.Scan("jtai"), v)
	fmt.Println(v.Scan(nil), v == 0)
	fmt.Println(v.Scan(7))
	// Output:
	// <nil> Joint targeted area inspection
	// <nil> true
	// ilacs: cannot scan int into ilacs.VisitType
}

func ExampleParseSource() {
	s, err := ilacs.ParseSource("article")
	fmt.Println(s == ilacs.SourceArticle, err)
	// Output:
	// true <nil>
}

func ExampleSource() {
	report, _ := ilacs.Parse(focusedVisit)
	fmt.Println(report.Source)
	// Output:
	// Letter
}

// The letter after this visit came out more than three months later.
func ExampleVisit_DaysToPublication() {
	v := ilacs.Visit{End: civil.MustParse("2024-02-02"), Published: civil.MustParse("2024-05-16")}
	days, _ := v.DaysToPublication()
	working, _ := v.WorkingDaysToPublication()
	fmt.Println(days, "days,", working, "of them working days")
	// Output: 104 days, 71 of them working days
}

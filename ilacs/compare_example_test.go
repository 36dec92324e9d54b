package ilacs_test

import (
	"errors"
	"fmt"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
	"github.com/ilacs-go/inspection/judgement"
)

// Two reports on an invented council, three years apart.
const (
	earlierReport = `Inspection of Hollinsea local authority
children’s services

Inspection dates: 4 to 15 March 2019

Lead inspector: Imogen Tarrant, Her Majesty’s Inspector

 Judgement                                                       Grade

 The impact of leaders on social work practice with              Requires
 children and families                                           improvement to
                                                                 be good

 The experiences and progress of children who need               Good
 help and protection

 The experiences and progress of children in care                Requires
 and care leavers                                                improvement to
                                                                 be good

 Overall effectiveness                                           Requires
                                                                 improvement to
                                                                 be good

Hollinsea has begun to mend what was broken.

What needs to improve

◼ The timeliness of strategy meetings.
◼ The frequency and quality of supervision.
◼ Life-story work for children in care.

The experiences and progress of children who need help and protection: good

1. Strategy meetings are too often held late. Strategy meetings lack the voice of
   health staff. Records of strategy meetings are poor. Supervision is rare, and
   it is not reflective.

The experiences and progress of children in care and care leavers: requires
improvement to be good

2. Children in care wait too long for life-story work.

The impact of leaders on social work practice with children and families:
requires improvement to be good

3. Inspectors met the lead member.
`

	laterReport = `Inspection of Hollinsea local authority
children’s services

Inspection dates: 6 to 17 June 2022

Lead inspector: Imogen Tarrant, Her Majesty’s Inspector

 Judgement                                                       Grade

 The impact of leaders on social work practice with              Good
 children and families

 The experiences and progress of children who need               Good
 help and protection

 The experiences and progress of children in care                Requires
 and care leavers                                                improvement to
                                                                 be good

 Overall effectiveness                                           Good

Hollinsea is a better place to be a child than it was.

What needs to improve

◼ The quality of supervision.
◼ Pathway plans for young people who are about to leave care.

The experiences and progress of children who need help and protection: good

1. Strategy meetings are held promptly. Strategy meetings are timely for most
   children, and partners come to them. Records of strategy meetings are clear.
   Strategy meetings make good use of what health staff know.

2. Supervision is now regular in every team. It does not yet help social workers to
   reflect.

The experiences and progress of children in care and care leavers: requires
improvement to be good

3. Inspectors met young people in their homes.

The impact of leaders on social work practice with children and families: good

4. Inspectors met the lead member.
`
)

func parseBoth() (before, after *ilacs.Report) {
	before, _ = ilacs.Parse(earlierReport)
	after, _ = ilacs.Parse(laterReport)
	return before, after
}

// What became of each area for improvement, with the reason and the paragraph
// that proves it.
func ExampleCompare() {
	p, err := ilacs.Compare(parseBoth())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range p.FollowUps {
		fmt.Printf("%s\n\t%s (confidence: %s)\n\t%s\n", f.Item.Text, f.Status, f.Confidence, f.Reason)
	}
	for _, a := range p.Asked {
		fmt.Printf("%s\n\t%s\n", a.Item.Text, a.Recurrence)
	}
	// Output:
	// The timeliness of strategy meetings.
	// 	Addressed (confidence: High)
	// 	now described as timely (paragraph 1)
	// The frequency and quality of supervision.
	// 	Partly addressed (confidence: Medium)
	// 	still listed as an area for improvement, while paragraph 2 praises it
	// Life-story work for children in care.
	// 	Not revisited (confidence: Medium)
	// 	nothing was found in the report that returns to it
	// The quality of supervision.
	// 	Asked for again
	// Pathway plans for young people who are about to leave care.
	// 	New
}

// The summary is for the head of a briefing. Each sentence comes with the
// findings that it rests on.
func ExampleCompare_summary() {
	p, _ := ilacs.Compare(parseBoth())
	for _, s := range p.Summary {
		fmt.Printf("%s: %s\n", s.Kind, s.Text)
	}
	// Output:
	// Grades: Hollinsea's services for children were judged to require improvement to be good by the standard inspection of March 2019, and to be good by the standard inspection of June 2022.
	// Grades: Leaders' impact improved to good; help and protection stayed good; children in care and care leavers stayed at ‘requires improvement to be good’.
	// The document's own words: The opening of the later report says: “Hollinsea is a better place to be a child than it was.”
	// Praised: Of what was asked for before, most surely now praised: “The timeliness of strategy meetings”.
	// Asked for: The later report asks for: “The quality of supervision” (again); “Pathway plans for young people who are about to leave care” (newly listed).
	// Not in this summary: For the other areas for improvement, see their follow-ups, and how sure each is.
}

// Judgements are compared area by area, across frameworks too.
func ExampleCompare_judgements() {
	p, _ := ilacs.Compare(parseBoth())
	for _, c := range p.Judgements {
		fmt.Printf("%s: %s, was %s, now %s\n", c.Area, c.Trend, c.Before, c.After)
	}
	// Output:
	// The impact of leaders on social work practice with children and families: improved, was Requires improvement to be good, now Good
	// The experiences and progress of children who need help and protection: unchanged, was Good, now Good
	// The experiences and progress of children in care and care leavers: unchanged, was Requires improvement to be good, now Requires improvement to be good
	// Overall effectiveness: improved, was Requires improvement to be good, now Good
}

// A later visit is not compared with an earlier one, nor one authority with
// another.
func ExampleCompareError() {
	before, after := parseBoth()
	_, err := ilacs.Compare(after, before)
	var refused *ilacs.CompareError
	fmt.Println(errors.As(err, &refused), errors.Is(err, ilacs.ErrOrder))
	fmt.Println(err)
	// Output:
	// true true
	// ilacs: cannot compare Hollinsea, Standard inspection of 2022-06-06 with Hollinsea, Standard inspection of 2019-03-04: the earlier document is about the later visit
}

func ExampleThemeChange() {
	p, _ := ilacs.Compare(parseBoth())
	for _, c := range p.Themes {
		if c.Trend == ilacs.ThemeTrendImproved || c.Trend == ilacs.ThemeTrendDeclined {
			fmt.Printf("%s %s: from %s (%d concerns) to %s (%d)\n", c.Theme, c.Trend, c.Before, c.CountBefore.Concern, c.After, c.CountAfter.Concern)
			fmt.Printf("\tbefore: %s\n\tafter: %s\n\t%s\n", c.BestBefore.Text, c.BestAfter.Text, c.Reason)
		}
	}
	// Output:
	// Strategy discussions and child protection enquiries Improved: from Concern (4 concerns) to Strength (0)
	// 	before: Strategy meetings are too often held late.
	// 	after: Strategy meetings are held promptly.
	// 	the earlier report faults it in four sentences; the later report praises it in four sentences
}

// A history holds the comparison of each visit with the next, and the course of
// each area and theme in words.
func ExampleTimeline() {
	before, after := parseBoth()
	h, err := ilacs.Timeline(after, before) // in any order
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, v := range h.Visits {
		fmt.Println(v.Start, v.Type)
		if i > 0 {
			fmt.Println("  followed up:", len(h.Progresses[i-1].FollowUps))
		}
	}
	for _, a := range h.Areas {
		if a.Area == judgement.Leaders || a.Area == judgement.HelpAndProtection {
			fmt.Printf("%s: %s\n", a.Area, a.Course)
		}
	}
	for _, c := range h.Themes {
		if c.Course != "" {
			fmt.Printf("%s: %s\n", c.Theme, c.Course)
		}
	}
	// Output:
	// 2019-03-04 Standard inspection
	// 2022-06-06 Standard inspection
	//   followed up: 3
	// The impact of leaders on social work practice with children and families: requires improvement to be good in 2019, good in 2022
	// The experiences and progress of children who need help and protection: good in 2019 and 2022
	// Strategy discussions and child protection enquiries: a concern since 2019, no longer faulted in 2022
	// Life-story work: a concern in 2019
	// Pathway planning and transition: a concern since 2022
	// Supervision of social workers: a concern since 2019
}

func ExampleParseStatus() {
	s, err := ilacs.ParseStatus("partly")
	fmt.Println(s, err)
	_, err = ilacs.ParseStatus("done")
	fmt.Println(errors.Is(err, parseerr.ErrUnknown))
	// Output:
	// Partly addressed <nil>
	// true
}

func ExampleParseRecurrence() {
	r, err := ilacs.ParseRecurrence("again")
	fmt.Println(r, err)
	_, err = ilacs.ParseRecurrence("old")
	fmt.Println(errors.Is(err, parseerr.ErrUnknown))
	// Output:
	// Asked for again <nil>
	// true
}

func ExampleParseConfidence() {
	c, err := ilacs.ParseConfidence("high")
	fmt.Println(c == ilacs.ConfidenceHigh, err)
	// Output:
	// true <nil>
}

func ExampleParseThemeTrend() {
	t, err := ilacs.ParseThemeTrend("no-longer-raised")
	fmt.Println(t, err)
	// Output:
	// No longer raised <nil>
}

func ExampleParseStatementKind() {
	k, err := ilacs.ParseStatementKind("own-words")
	fmt.Println(k, err)
	// Output:
	// The document's own words <nil>
}

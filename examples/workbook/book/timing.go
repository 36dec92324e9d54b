package book

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

// scale is the grades that can be ranked, best first.
var scale = []judgement.Grade{judgement.Outstanding, judgement.Good, judgement.RequiresImprovement, judgement.Inadequate}

// medianGrade returns the middle grade of an area among inspections, as letters:
// "G", or "G/RI" where the middle lies between two grades. It is "" where none of
// them has a grade of the scale.
func medianGrade(inspections []record.Inspection, area judgement.Area) string {
	var at []int
	for _, i := range inspections {
		if n := slices.Index(scale, i.Judgements.Grade(area)); n >= 0 {
			at = append(at, n)
		}
	}
	if len(at) == 0 {
		return ""
	}
	slices.Sort(at)
	low, high := at[(len(at)-1)/2], at[len(at)/2]
	if low == high {
		return letter(scale[low])
	}
	return letter(scale[low]) + "/" + letter(scale[high])
}

// A window is when the published rules expect the next inspection.
type window struct {
	what        string // "Short inspection"
	from, until civil.Date
	state       string // "not yet open", "open" or "passed"; "" where no time is stated
	rule        string // the edition and how firm it is
}

// nextInspection says when the published rules expect the inspection after one,
// as seen from a day. It has nothing but a rule that says so where none is known.
func nextInspection(i record.Inspection, day civil.Date) window {
	if !i.IsValid() {
		return window{}
	}
	var w window
	var what, rules []string
	for _, e := range expectedInspections(i) {
		what = append(what, e.Visit.String())
		rules = append(rules, ruleName(e))
		if w.until.IsZero() {
			w.from, w.until = e.From, e.Until
		}
	}
	if what == nil {
		return window{rule: "no rule is known"}
	}
	w.what, w.rule = strings.Join(what, " or "), strings.Join(slices.Compact(rules), "; ")
	switch {
	case w.until.IsZero():
	case w.until.Compare(day) < 0:
		w.state = "passed"
	case w.from.Compare(day) <= 0:
		w.state = "open"
	default:
		w.state = "not yet open"
	}
	return w
}

// expectedInspections are what the published rules expect after an inspection, as
// far as it is the next inspection.
func expectedInspections(i record.Inspection) []ilacs.Expectation {
	return slices.DeleteFunc(ilacs.Next(i.Report()), func(e ilacs.Expectation) bool { return e.Step != ilacs.StepNextInspection })
}

func ruleName(e ilacs.Expectation) string {
	return e.Edition + " (" + strings.ToLower(e.Firmness.String()) + ")"
}

// newest orders days, the latest first.
func newest(a, b civil.Date) int { return cmp.Compare(0, a.Compare(b)) }

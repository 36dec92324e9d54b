package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

// historyStanding says in words how an inspection left the authority.
func historyStanding(i record.Inspection) string {
	s := i.Judgements
	if g := s.Grade(judgement.Overall); g != 0 {
		return historyLower(s.Framework.GradeName(g)) + " overall"
	}
	var areas []string
	for a, g := range s.All() {
		for _, c := range historyColumns {
			if slices.Contains(c.areas, a) {
				areas = append(areas, historyLower(c.Name)+" "+historyLower(s.Framework.GradeName(g)))
			}
		}
	}
	return strings.Join(areas, ", ") + "; no overall grade is given any more"
}

func historySummary(p record.Profile, latest record.Inspection, ok bool) string {
	if !ok {
		return "No inspection of its children’s services as a whole is in the record."
	}
	return fmt.Sprintf("Last inspected %s (%s), published %s: %s.",
		historyDays(latest.Start, latest.End), historyLower(latest.Type.String()), historyDate(latest.Published), historyStanding(latest))
}

func newHistoryStep(e ilacs.Expectation, day civil.Date) historyStep {
	step := historyStep{
		What: e.Step.String(), Firmness: e.Firmness.String(),
		Edition: e.Edition, Source: e.Source, Note: e.Note,
	}
	if e.Step == ilacs.StepNextInspection && e.Visit != 0 {
		step.What = e.Visit.String()
	}
	var when []string
	switch {
	case e.Most > 0 && e.Fewest > 0 && e.Fewest < e.Most:
		when = append(when, fmt.Sprintf("%d to %d", e.Fewest, e.Most))
	case e.Most > 0 && e.Fewest == e.Most:
		when = append(when, fmt.Sprint(e.Most))
	case e.Most > 0:
		when = append(when, fmt.Sprintf("up to %d", e.Most))
	}
	if e.Every > 0 {
		when = append(when, fmt.Sprintf("every %d months", e.Every))
	}
	if e.WorkingDays > 0 {
		when = append(when, fmt.Sprintf("within %d working days", e.WorkingDays))
	}
	switch {
	case !e.From.IsZero():
		window := fmt.Sprintf("between %s and %s", historyDate(e.From), historyDate(e.Until))
		switch {
		case e.Until.Compare(day) < 0:
			window += "; this window has passed"
		case e.From.Compare(day) <= 0:
			window += "; this window is open"
		}
		when = append(when, window)
	case !e.Until.IsZero():
		when = append(when, "by "+historyDate(e.Until))
	}
	if step.When = strings.Join(when, ", "); step.When == "" {
		step.When = "no time is stated"
	}
	return step
}

// historyDays writes the first and the last day of fieldwork.
func historyDays(start, end civil.Date) string {
	switch {
	case end.IsZero() || start == end:
		return historyDate(start)
	case start.Precision() != civil.PrecisionDay || end.Precision() != civil.PrecisionDay || start.Year() != end.Year():
		return historyDate(start) + " to " + historyDate(end)
	case start.Month() != end.Month():
		return fmt.Sprintf("%d %v to %s", start.Day(), start.Month(), historyDate(end))
	}
	return fmt.Sprintf("%d to %s", start.Day(), historyDate(end))
}

// historyDate writes a date as far as it is known: "5 November 2022".
func historyDate(d civil.Date) string {
	switch d.Precision() {
	case civil.PrecisionDay:
		return fmt.Sprintf("%d %v %d", d.Day(), d.Month(), d.Year())
	case civil.PrecisionMonth:
		return fmt.Sprintf("%v %d", d.Month(), d.Year())
	case civil.PrecisionYear:
		return fmt.Sprint(d.Year())
	}
	return "a day that is not known"
}

func historyArea(part string) string {
	switch part {
	case "whole":
		return "the whole area"
	case "part":
		return "a part of the area"
	}
	return part
}

// historyLower makes the first letter small, unless more capitals follow it.
func historyLower(s string) string {
	if len(s) > 1 && s[1] >= 'A' && s[1] <= 'Z' {
		return s
	}
	return strings.ToLower(s[:min(1, len(s))]) + s[min(1, len(s)):]
}

package render

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

// An Expectation is an [ilacs.Expectation] in words: what the published rules
// expect next.
type Expectation struct {
	What     string // "Short inspection"
	When     string // "between 29 April 2021 and 29 April 2022; this window has passed"
	Firmness Mark   // a rule, an aim, or uncertain
	Edition  string // of the framework that says so
	Source   string
	Note     string
}

// FirmnessNote introduces what is expected, and says what its firmness means.
const FirmnessNote = "What the published rules expect. A rule says what happens, an aim what Ofsted intends to do; what is known only at second hand is marked uncertain."

func newExpectation(e ilacs.Expectation, day civil.Date) Expectation {
	out := Expectation{
		What: e.Step.String(), When: expectedWhen(e, day), Firmness: Mark{Class: textForm(e.Firmness), Word: e.Firmness.String()},
		Edition: e.Edition, Source: e.Source, Note: e.Note,
	}
	if e.Step == ilacs.StepNextInspection && e.Visit != 0 {
		out.What = e.Visit.String()
	}
	return out
}

// expectedWhen says how many, how often and by when.
func expectedWhen(e ilacs.Expectation, day civil.Date) string {
	var when []string
	switch {
	case e.Most > 0 && e.Fewest > 0 && e.Fewest < e.Most:
		when = append(when, fmt.Sprintf("%d to %d", e.Fewest, e.Most))
	case e.Most > 0 && e.Fewest == e.Most:
		when = append(when, strconv.Itoa(e.Most))
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
		window := fmt.Sprintf("between %s and %s", date(e.From), date(e.Until))
		switch {
		case e.Until.Compare(day) < 0:
			window += "; this window has passed"
		case e.From.Compare(day) <= 0:
			window += "; this window is open"
		}
		when = append(when, window)
	case !e.Until.IsZero():
		when = append(when, "by "+date(e.Until))
	}
	if len(when) == 0 {
		return "no time is stated"
	}
	return strings.Join(when, ", ")
}

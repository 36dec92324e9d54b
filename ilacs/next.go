package ilacs

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/judgement"
)

// Expectation is something that the published rules expect after a visit.
type Expectation struct {
	Step Step `json:"step"`
	// Visit is the type of the inspection or visit that is expected, zero where
	// the step is none.
	Visit VisitType `json:"visit,omitzero"`
	// Fewest and Most are how many visits are expected, Every the months from
	// one to the next; 0 where it is not stated.
	Fewest int `json:"fewest,omitzero"`
	Most   int `json:"most,omitzero"`
	Every  int `json:"every,omitzero"`
	// WorkingDays is the length of a deadline from the receipt of the report or
	// letter, 0 where it has none in working days.
	WorkingDays int `json:"working_days,omitzero"`
	// From and Until are the window, both ends included; a deadline is an Until
	// alone. They are zero where no window is stated, where it is counted from
	// a publication of unknown date, and where bank holidays are not known yet.
	From  civil.Date `json:"from,omitzero"`
	Until civil.Date `json:"until,omitzero"`
	// Firmness says whether this is a rule, an aim, or uncertain.
	Firmness Firmness `json:"firmness"`
	// Edition is the edition or law that says so, Source where that was read, and
	// Note what else there is to know, such as from which day a window is counted.
	Edition string `json:"edition"`
	Source  string `json:"source"`
	Note    string `json:"note,omitzero"`
}

// Next returns what the published rules expect after the visit of a report or
// letter: the next inspection and its window, focused and monitoring visits,
// plans with their deadlines. It depends on the type of the visit, its framework,
// the day of publication, the printed overall grade, and, for a focused visit, on
// whether the letter lists areas for priority action. The caller may set the day
// of publication in the Visit of a report that does not print it; without it,
// deadlines have their WorkingDays and no date.
//
// Where no rule is known nothing is returned: for an inadequate judgement under
// the edition of April 2026 no more than that the council publishes the report.
// The rules were not read in Ofsted's own documents but in what others published
// about them. Each names its source; what is from general knowledge is
// [FirmnessUncertain]. Overall effectiveness is never worked out. The test that is
// said to take its place from April 2026 on is known second hand, and so
// uncertain: leaders, and at least two of the three practice judgements, are good
// or outstanding. Where an inspection does not pass it, nothing is known of the
// next one.
//
// Package record says what did happen after such visits.
func Next(r *Report) []Expectation {
	var next []Expectation
	for _, rule := range pathway() {
		if rule.holdsFor(r) {
			next = append(next, rule.expect(r.Visit))
		}
	}
	return next
}

// holdsFor reports whether the rule is about the visit of the report.
func (p *pathwayRule) holdsFor(r *Report) bool {
	v := r.Visit
	day := v.Published
	if day.IsZero() {
		day = v.End
	}
	return slices.Contains(p.after, v.Type) && (len(p.frameworks) == 0 || slices.Contains(p.frameworks, v.Framework)) &&
		(p.from.IsZero() || day.Last().Compare(p.from.First()) >= 0) &&
		(p.until.IsZero() || day.First().Compare(p.until.Last()) <= 0) &&
		p.condition.holds(r)
}

// holds reports whether the document says what the rule requires.
func (c condition) holds(r *Report) bool {
	switch c.kind {
	case "":
		return true
	case "overall":
		return slices.Contains(c.grades, r.Judgements.Grade(judgement.Overall))
	case "since":
		return slices.Contains(c.grades, r.Visit.Since.Grade)
	case "priority":
		return len(r.Section(finding.SectionPriority)) > 0
	case "combination":
		return combination(r.Judgements)
	}
	return false
}

// combination is the test that is said to take the place of the overall grade
// from April 2026 on: leaders, and two of the other three areas, are good or
// better.
func combination(s judgement.Set) bool {
	good := func(a judgement.Area) int {
		if g := s.Grade(a); g == judgement.Good || g == judgement.Outstanding {
			return 1
		}
		return 0
	}
	return good(judgement.Leaders) == 1 &&
		good(judgement.HelpAndProtection)+good(judgement.InCare)+good(judgement.CareLeavers) >= 2
}

// PastOn reports whether the window or deadline is over on a day, and by how many
// days: 1 on the day after Until. It says nothing of whether what was expected
// has come. A month or a year means its last day. Where the expectation has no
// Until, or no day is given, it reports false. Firmness says how sure the window
// itself is: to be past an aim is no breach.
func (e Expectation) PastOn(day civil.Date) (days int, past bool) {
	days, ok := e.Until.DaysUntil(day.Last())
	if !ok || days <= 0 {
		return 0, false
	}
	return days, true
}

// expect returns the rule's expectation after a visit.
func (p *pathwayRule) expect(v Visit) Expectation {
	e := p.expectation
	anchor := v.Start
	if p.anchor == "published" {
		anchor = v.Published
	}
	e.WorkingDays = p.latest.workingDays
	if p.latest.days > 0 {
		e.WorkingDays = 0 // not in working days alone
	}
	e.From, e.Until = p.earliest.after(anchor), p.latest.after(anchor)
	return e
}

// String returns the expectation in words: "Short inspection from 2025-07-23 to
// 2026-07-23 (aim; ILACS 2018 to 2025)".
func (e Expectation) String() string {
	var b strings.Builder
	if e.Step == StepNextInspection && e.Visit != 0 {
		b.WriteString(e.Visit.String())
	} else {
		b.WriteString(e.Step.String())
	}
	switch {
	case e.Most == 0:
	case e.Fewest == e.Most:
		fmt.Fprintf(&b, ", %d", e.Most)
	case e.Fewest == 0:
		fmt.Fprintf(&b, ", up to %d", e.Most)
	default:
		fmt.Fprintf(&b, ", %d to %d", e.Fewest, e.Most)
	}
	if e.Every > 0 {
		fmt.Fprintf(&b, ", every %d months", e.Every)
	}
	if e.WorkingDays > 0 {
		fmt.Fprintf(&b, " within %d working days", e.WorkingDays)
	}
	switch {
	case !e.From.IsZero():
		fmt.Fprintf(&b, " from %v to %v", e.From, e.Until)
	case !e.Until.IsZero() && e.WorkingDays > 0:
		fmt.Fprintf(&b, ", by %v", e.Until)
	case !e.Until.IsZero():
		fmt.Fprintf(&b, " by %v", e.Until)
	}
	fmt.Fprintf(&b, " (%v; %s)", e.Firmness, e.Edition)
	return b.String()
}

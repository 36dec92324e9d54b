package judgement

import (
	"errors"
	"fmt"
	"slices"
)

// ErrNoFramework is the error of [Set.Validate] for a set that has no valid
// framework.
var ErrNoFramework = errors.New("judgement: the set has no framework")

// A MissingError reports an area that the framework grades in every report but
// that has no grade in the set.
type MissingError struct {
	Framework Framework
	Area      Area
}

// Error names the area as the framework prints it.
func (e *MissingError) Error() string {
	return fmt.Sprintf("judgement: no grade for %q", e.Framework.AreaName(e.Area))
}

// A ForeignError reports a grade in an area that the framework does not grade.
type ForeignError struct {
	Framework Framework
	Area      Area
}

// Error names the area and the framework.
func (e *ForeignError) Error() string {
	return fmt.Sprintf("judgement: %q is not graded under %q", e.Area, e.Framework)
}

// A ScaleError reports a grade that the framework does not give, or not in this
// area: adequate under ILACS, not judged for overall effectiveness.
type ScaleError struct {
	Framework Framework
	Area      Area
	Grade     Grade
}

// Error names the grade, the area and the framework.
func (e *ScaleError) Error() string {
	return fmt.Sprintf("judgement: %q is no grade for %q under %q", e.Grade, e.Framework.AreaName(e.Area), e.Framework)
}

// A ContradictionError reports an overall grade that never went with the grade of
// an area.
type ContradictionError struct {
	Framework Framework
	Area      Area  // the inadequate area; zero where it is about all of them
	Overall   Grade // the overall grade that was stated
	// Rule is whether the framework forbids it. If not, none of 493 reports
	// to August 2026 has it, and a new report may.
	Rule bool
}

// Error names the grades.
func (e *ContradictionError) Error() string {
	if e.Area == 0 {
		return fmt.Sprintf("judgement: overall %q lies outside the grades of the areas", e.Overall)
	}
	return fmt.Sprintf("judgement: overall %q with an inadequate %q", e.Overall, e.Framework.AreaName(e.Area))
}

// Validate returns nil for a set that a full report under its framework could
// print, and otherwise everything that is wrong with it, joined with
// [errors.Join]:
//
//   - [ErrNoFramework], alone, if there is nothing to check against;
//   - a [*MissingError] for each area without a grade;
//   - a [*ForeignError] for each graded area that the framework does not grade;
//   - a [*ScaleError] for each grade that the framework does not give there;
//   - a [*ContradictionError] if overall effectiveness is better than an
//     inadequate key judgement of SIF allows; if under ILACS it is better than was
//     ever seen with an inadequate in any area but leaders; and if under either it
//     is better or worse than every key judgement, which was never seen.
//
// It never says what overall effectiveness ought to be.
func (s Set) Validate() error {
	if !s.Framework.IsValid() {
		return ErrNoFramework
	}
	var errs []error
	for _, row := range s.Framework.data().areas {
		switch g := s.grades[row.area]; {
		case g == 0 && row.required:
			errs = append(errs, &MissingError{s.Framework, row.area})
		case g != 0 && !s.Framework.awards(g, &row):
			errs = append(errs, &ScaleError{s.Framework, row.area, g})
		}
	}
	for a := range s.All() {
		if !s.Framework.Has(a) {
			errs = append(errs, &ForeignError{s.Framework, a})
		}
	}
	return errors.Join(append(errs, s.contradictions()...)...)
}

// awards reports whether f can give the grade to the area of the row.
func (f Framework) awards(g Grade, row *areaRow) bool {
	if g == NotJudged && !row.notJudged {
		return false
	}
	return slices.ContainsFunc(f.data().scale, func(row gradeRow) bool { return row.grade == g })
}

// contradictions returns the errors for an overall grade that was never seen with
// the other grades.
func (s Set) contradictions() []error {
	overall, row := s.grades[Overall].rank(), s.Framework.area(Overall)
	if overall == 0 || row == nil {
		return nil
	}
	within := row.limits != "no"
	var errs []error
	worst := Inadequate.rank()
	best, last := 0, 0 // the best and the worst of the key judgements
	complete := true   // a missing one may be better or worse
	for _, row := range s.Framework.data().areas {
		rank := s.grades[row.area].rank()
		complete = complete && (row.kind != "key" || !row.required || s.grades[row.area] != 0)
		if row.kind != "key" || rank == 0 {
			continue
		}
		if best == 0 {
			best, last = rank, rank
		}
		best, last = min(best, rank), max(last, rank)
		if rank == worst && overall < worst && row.limits != "no" {
			errs = append(errs, &ContradictionError{s.Framework, row.area, s.grades[Overall], row.limits == "rule"})
		}
	}
	if within && complete && best != 0 && (overall < best || overall > last) {
		errs = append(errs, &ContradictionError{s.Framework, 0, s.grades[Overall], false})
	}
	return errs
}

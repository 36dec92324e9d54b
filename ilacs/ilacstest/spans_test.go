package ilacstest_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/ilacstest"
	"github.com/ilacs-go/inspection/judgement"
)

// straySpan says which finding's span is not exactly its sentence, "" if each is. A
// span that goes over the end of a page has that page's foot in it.
func straySpan(r *ilacs.Report, text string) string {
	for _, f := range r.Findings {
		printed := text[f.Start:f.End]
		if fed := strings.LastIndexByte(printed, '\f'); fed >= 0 {
			first, last := letters(printed[:strings.IndexByte(printed, '\n')]), letters(printed[fed:])
			whole := letters(f.Text)
			if (strings.HasPrefix(whole, first) || tagged(first, whole, f.Tags)) && (strings.HasSuffix(whole, last) || len(f.Tags) > 0 && strings.HasSuffix(last, "framework")) {
				continue
			}
		} else if want := letters(f.Text); tagged(letters(printed), want, f.Tags) {
			continue
		}
		return fmt.Sprintf("the span of %q is %q", f.Text, printed)
	}
	return ""
}

// tagged reports whether what is printed is what was read, with the reference to the
// national framework after it that its tags were read from.
func tagged(printed, want string, tags []finding.Tag) bool {
	after, ok := strings.CutPrefix(printed, want)
	return ok && (after == "" || len(tags) > 0 && reference.MatchString(after))
}

var reference = regexp.MustCompile(`^((outcome|enabler|principle)[0-9]*(and)?)+(n(ational(framework)?)?)?$`)

// letters are the letters and digits of a text, in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// strayNote returns a note that a document gives no cause for, "" if there is none.
// Those on an invented authority, on interrupted fieldwork, on grades that contradict
// each other and on an area that is graded and has no section are right.
func strayNote(d ilacstest.Document, r *ilacs.Report) string {
	for _, n := range r.Notes {
		switch {
		case r.Visit.URN == "" && strings.HasPrefix(n.Text, "the authority's name is not in the register"):
		case strings.Contains(n.Text, " closed on ") && strings.HasSuffix(n.Text, ": the register has no number for it"):
		case len(d.Visit.Periods) > 0 && strings.HasPrefix(n.Text, "fieldwork of "):
		case wantGrades(d).Validate() != nil && strings.HasPrefix(n.Text, "judgement: "):
		case hasGradeAlone(d) && strings.HasPrefix(n.Text, "the text ends early: it has no part about "):
		default:
			return fmt.Sprintf("the document is whole, and has the note %q at %v", n.Text, n.Span)
		}
	}
	return ""
}

// hasGradeAlone reports whether a document grades an area that it has no section on.
func hasGradeAlone(d ilacstest.Document) bool {
	for area := range d.Judgements.All() {
		if area != judgement.Overall && !slices.ContainsFunc(d.Sections, func(s ilacstest.Section) bool { return s.Area == area }) {
			return true
		}
	}
	return false
}

// missing says what a report lacks, or has otherwise than its document, without a
// note that says so; "" if nothing. What a text does not say cannot be read, but is
// never made up.
func missing(d ilacstest.Document, r *ilacs.Report) string {
	noted := func(what ...string) bool {
		return slices.ContainsFunc(r.Notes, func(n ilacs.Note) bool {
			return slices.ContainsFunc(what, func(w string) bool { return strings.Contains(n.Text, w) })
		})
	}
	v, want := r.Visit, wantVisit(d)
	for area, grade := range r.Judgements.All() {
		if d.Judgements.Grade(area) != grade {
			return fmt.Sprintf("%v is read as %v", area, grade)
		}
	}
	switch {
	case r.Judgements.Len() < d.Judgements.Len() && !noted("grade", "table", "row", "areas of"):
		return fmt.Sprintf("of %d grades %d are read, without a note", d.Judgements.Len(), r.Judgements.Len())
	case !v.Start.IsZero() && (v.Start != want.Start || v.End != want.End):
		return fmt.Sprintf("the visit is read as from %v to %v", v.Start, v.End)
	case v.Start.IsZero() && !noted("dates of"):
		return "no dates are read, without a note"
	case !v.Published.IsZero() && v.Published != want.Published:
		return fmt.Sprintf("the day of publication is read as %v", v.Published)
	case v.Lead != "" && !slices.Contains(want.Inspectors, v.Lead):
		return fmt.Sprintf("the lead inspector is read as %q", v.Lead)
	}
	return ""
}

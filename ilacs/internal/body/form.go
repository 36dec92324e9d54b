package body

import (
	"slices"

	"github.com/ilacs-go/inspection/finding"
)

// Form is the form in which a document is written: it says which headings the
// document may have and how its lists are set out.
type Form uint8

// The forms. The zero value is none.
const (
	FormLetter      Form = 10 // a letter after a focused, monitoring or assurance visit
	FormJointLetter Form = 20 // a letter after a joint targeted area inspection
	FormILACS       Form = 30 // a report under the ILACS framework
	FormSIF         Form = 40 // a report under the single inspection framework
	FormBoardReview Form = 50 // a review of a safeguarding children board on its own, written as a SIF report is
	FormLookedAfter Form = 60 // a report on services for looked after children, 2013
)

// forms are the text forms, as kinds.tsv has them.
var forms = [...]string{
	FormLetter: "letter", FormJointLetter: "joint-letter", FormILACS: "ilacs", FormSIF: "sif",
	FormBoardReview: "board-review", FormLookedAfter: "looked-after",
}

// ParseForm reads the text form. ok is false where there is no such form.
func ParseForm(s string) (f Form, ok bool) {
	i := slices.Index(forms[:], s)
	return Form(max(i, 0)), i > 0
}

// IsReport reports whether it is the form of a report, which opens with grades
// or with a table of contents.
func (f Form) IsReport() bool { return f >= FormILACS }

// IsSIF reports whether headings and lists are those of the single inspection
// framework: recommendations are numbered, and bullets under them belong to them.
func (f Form) IsSIF() bool { return f == FormSIF || f == FormBoardReview }

// headings is the name in headings.tsv of the headings that the form may have.
func (f Form) headings() string {
	switch {
	case f.IsSIF():
		return "sif"
	case f == FormILACS:
		return "ilacs"
	case f == FormLookedAfter:
		return "older"
	}
	return "letter"
}

// opening is the section of what stands before the first heading: nothing of
// the narrative, where a table of contents stands there.
func (f Form) opening() finding.Section {
	switch f {
	case FormLetter:
		return finding.SectionFocus
	case FormSIF, FormLookedAfter:
		return 0
	}
	return finding.SectionHeadline
}

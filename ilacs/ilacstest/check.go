package ilacstest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/docform"
	"github.com/ilacs-go/inspection/judgement"
)

// A FieldError is about a value that has no place in the form of its document.
type FieldError struct {
	Field  string // as Go writes it: "Sections[2].Area"
	Reason string
}

// Error returns the field and the reason.
func (e *FieldError) Error() string { return "ilacstest: " + e.Field + ": " + e.Reason }

// checker collects what is wrong with a document.
type checker struct{ errs []error }

// fail notes that a field is wrong.
func (c *checker) fail(field, format string, args ...any) {
	c.errs = append(c.errs, &FieldError{field, fmt.Sprintf(format, args...)})
}

// noPlace fails if a field is set for which the form has no place.
func (c *checker) noPlace(set bool, field string, t ilacs.VisitType) {
	if set {
		c.fail(field, "the form of %q has no place for it", t)
	}
}

// check returns the framework of the document, 0 for a joint letter, or the
// errors about what has no place in its form.
func (d Document) check() (judgement.Framework, error) {
	c := &checker{}
	v, t := d.Visit, d.Visit.Type
	form, ok := docform.Of(t)
	if !ok {
		c.fail("Visit.Type", "no form is known for %q", t)
		return 0, errors.Join(c.errs...)
	}
	c.name("Visit.Authority", v.Authority)
	if !c.dates(v, form) {
		return 0, errors.Join(c.errs...)
	}
	f := c.framework(v, form)
	c.visit(v, form)
	if a, err := authority.FindOn(v.Authority, v.Start); v.URN != "" && (err != nil || a.URN != v.URN) {
		c.fail("Visit.URN", "%q is not the number of %q", v.URN, v.Authority)
	}
	c.judgements(d, form, f)

	c.paragraphs("Headline", d.Headline)
	c.items("Priority", d.Priority, false)
	c.items("Improve", d.Improve, form.HasTags(v.Start))
	c.items("Strengths", d.Strengths, false)
	c.noPlace(!form.Priority && len(d.Priority) > 0, "Priority", t)
	c.noPlace(!form.Improve && len(d.Improve) > 0, "Improve", t)
	c.noPlace(!form.HasStrengths(v.Start) && len(d.Strengths) > 0, "Strengths", t)
	c.sections(d, form, f)
	return f, errors.Join(c.errs...)
}

// dates checks the days of the visit and reports whether the rest can be
// checked.
func (c *checker) dates(v ilacs.Visit, form docform.Form) bool {
	if v.Start.Precision() != civil.PrecisionDay || v.End.Precision() != civil.PrecisionDay {
		c.fail("Visit.Start", "the first and the last day are needed, not %q and %q", v.Start, v.End)
		return false
	}
	if v.End.Compare(v.Start) < 0 {
		c.fail("Visit.End", "%v is before the first day, %v", v.End, v.Start)
		return false
	}
	if !form.InUse(v.Start) {
		c.fail("Visit.Start", "no form of %q is known for %v", v.Type, v.Start)
		return false
	}
	c.periods(v)
	return true
}

// periods checks the parts of an interrupted fieldwork.
func (c *checker) periods(v ilacs.Visit) {
	for i, p := range v.Periods {
		before := v.Start
		if i > 0 {
			before = v.Periods[i-1].End.AddDays(1)
		}
		if p.Start.Precision() != civil.PrecisionDay || p.End.Precision() != civil.PrecisionDay || p.Start.Compare(before) < 0 || p.End.Compare(p.Start) < 0 {
			c.fail(fmt.Sprintf("Visit.Periods[%d]", i), "its days are not in order, or not after the period before")
		}
	}
	if n := len(v.Periods); n == 1 || n > 1 && (v.Periods[0].Start != v.Start || v.Periods[n-1].End != v.End) {
		c.fail("Visit.Periods", "there are two or more, the first from Start and the last to End, or none")
	}
}

// framework returns the framework of the first day.
func (c *checker) framework(v ilacs.Visit, form docform.Form) judgement.Framework {
	f := form.FrameworkOn(v.Start)
	if v.Framework != 0 && v.Framework != f {
		c.fail("Visit.Framework", "%q is not the framework of %q on %v", v.Framework, v.Type, v.Start)
	}
	return f
}

// visit checks the fields that only some forms print.
func (c *checker) visit(v ilacs.Visit, form docform.Form) {
	t := v.Type
	report := form.Source == ilacs.SourceReport
	if t == ilacs.VisitTypeStandard || t == ilacs.VisitTypeShort {
		if n := workingDays(v); (n > shortDays) != (t == ilacs.VisitTypeStandard) {
			c.fail("Visit.Type", "%d working days of fieldwork do not make %q", n, t)
		}
		c.noPlace(!v.Published.IsZero(), "Visit.Published", t)
		c.noPlace(len(v.Inspectors) > 1, "Visit.Inspectors", t)
	}
	c.noPlace(!report && len(v.Periods) > 0, "Visit.Periods", t)
	c.noPlace(report && len(v.Focus) > 0, "Visit.Focus", t)
	if !v.Published.IsZero() && (v.Published.Precision() != civil.PrecisionDay || v.Published.Compare(v.End) < 0) {
		c.fail("Visit.Published", "%v is not a day after the visit", v.Published)
	}
	c.team(v, report)
	for i, s := range v.Focus {
		c.text(fmt.Sprintf("Visit.Focus[%d]", i), s)
	}
	c.count(v)
}

// team checks the inspectors, and the theme that a joint letter has in place of
// them.
func (c *checker) team(v ilacs.Visit, report bool) {
	for i, name := range v.Inspectors {
		c.person(fmt.Sprintf("Visit.Inspectors[%d]", i), name)
	}
	if t := v.Type; t == ilacs.VisitTypeJTAI {
		c.noPlace(v.Lead != "", "Visit.Lead", t)
		c.noPlace(len(v.Inspectors) > 0, "Visit.Inspectors", t)
		if len(v.Focus) != 1 {
			c.fail("Visit.Focus", "a joint inspection has one theme, not %d", len(v.Focus))
		}
	} else if v.Lead != "" {
		c.person("Visit.Lead", v.Lead)
		if n := slices.Index(v.Inspectors, v.Lead); len(v.Inspectors) > 0 && (n < 0 || n > 0 && report) {
			c.fail("Visit.Inspectors", "the lead, %q, is not among them, or not first in a report", v.Lead)
		}
	} else if len(v.Inspectors) > 0 {
		c.fail("Visit.Lead", "inspectors are named, and no lead")
	}
}

// count checks the ordinal of a monitoring visit and what it is counted from.
func (c *checker) count(v ilacs.Visit) {
	e := v.Since
	e.Text, e.Span = "", finding.Span{}
	c.noPlace(v.Type != ilacs.VisitTypeMonitoring && v.Ordinal != 0, "Visit.Ordinal", v.Type)
	c.noPlace(v.Type != ilacs.VisitTypeMonitoring && e != ilacs.Earlier{}, "Visit.Since", v.Type)
	if v.Type != ilacs.VisitTypeMonitoring || e == (ilacs.Earlier{}) && v.Ordinal >= 0 && v.Ordinal <= 99 {
		return
	}
	if v.Ordinal < 1 || v.Ordinal > 99 {
		c.fail("Visit.Ordinal", "%d is not from 1 to 99", v.Ordinal)
	}
	_, named := sinceNames[e.Type]
	switch {
	case !named:
		c.fail("Visit.Since", "monitoring visits are not counted from %q", e.Type)
	case e.Grade == 0 && e.Area != 0, e.Grade != 0 && (e.Grade != judgement.Inadequate || e.Area != judgement.Overall || e.Type != ilacs.VisitTypeInspection):
		c.fail("Visit.Since", "the letter says that an inspection judged the authority inadequate overall, or nothing about grades")
	case e.Date.Precision() == civil.PrecisionDay || e.Date.IsZero() && e.Grade == 0:
		c.fail("Visit.Since", "a month or a year is needed")
	}
}

// shortDays is the largest number of working days of a short inspection: see
// [ilacs.VisitTypeShort].
const shortDays = 5

// workingDays counts the days from Monday to Friday of the fieldwork, or of its
// first part if it was interrupted.
func workingDays(v ilacs.Visit) int {
	first := periods(v)[0]
	days, _ := first.Start.DaysUntil(first.End)
	n := (days + 1) / 7 * 5
	for i := range (days + 1) % 7 {
		if w, ok := first.Start.AddDays(i).Weekday(); ok && w != time.Saturday && w != time.Sunday {
			n++
		}
	}
	return n
}

// judgements checks the grades, but not that overall effectiveness goes with the
// others.
func (c *checker) judgements(d Document, form docform.Form, f judgement.Framework) {
	if form.Source != ilacs.SourceReport {
		c.noPlace(d.Judgements.Len() > 0, "Judgements", d.Visit.Type)
		return
	}
	if d.Judgements.Framework != 0 && d.Judgements.Framework != f {
		c.fail("Judgements", "%q is not the framework of %v", d.Judgements.Framework, d.Visit.Start)
		return
	}
	set := d.Judgements
	set.Framework = f
	all, _ := set.Validate().(interface{ Unwrap() []error })
	if all == nil {
		return
	}
	for _, err := range all.Unwrap() {
		var seen *judgement.ContradictionError
		if !errors.As(err, &seen) {
			c.fail("Judgements", "%s", strings.TrimPrefix(err.Error(), "judgement: "))
		}
	}
}

// sections checks the body.
func (c *checker) sections(d Document, form docform.Form, f judgement.Framework) {
	seen := map[judgement.Area]bool{}
	for i, s := range d.Sections {
		field := fmt.Sprintf("Sections[%d]", i)
		switch {
		case form.Source != ilacs.SourceReport && s.Area != 0:
			c.fail(field+".Area", "a letter has no sections by area")
		case form.Source == ilacs.SourceReport && (!f.Has(s.Area) || s.Area == judgement.Overall || d.Judgements.Grade(s.Area) == 0):
			c.fail(field+".Area", "%q is not graded here", s.Area)
		case seen[s.Area]:
			c.fail(field+".Area", "%q already has a section", s.Area)
		}
		seen[s.Area] = true
		if len(s.Paragraphs) == 0 {
			c.fail(field+".Paragraphs", "there are none")
		}
		c.paragraphs(field+".Paragraphs", s.Paragraphs)
	}
}

// items checks a list.
func (c *checker) items(field string, items []Item, tagged bool) {
	for i, x := range items {
		field := fmt.Sprintf("%s[%d]", field, i)
		c.text(field+".Text", x.Text)
		if len(x.Tags) > 0 && !tagged {
			c.fail(field+".Tags", "this form has none, or had none yet on that day")
		}
		for _, tag := range x.Tags {
			if most := docform.LastTag(tag.Kind); tag.Number < 0 || tag.Number > most || most == 0 || tag.Number == 0 && len(x.Tags) > 1 {
				c.fail(field+".Tags", "the national framework has no %v", tag)
			}
		}
	}
}

// paragraphs checks running text.
func (c *checker) paragraphs(field string, all []string) {
	for i, s := range all {
		field := fmt.Sprintf("%s[%d]", field, i)
		if !c.text(field, s) {
			continue
		}
		if end := strings.TrimRight(s, ")]\"'\u2019\u201D"); !strings.HasSuffix(end, ".") && !strings.HasSuffix(end, "?") && !strings.HasSuffix(end, "!") {
			c.fail(field, "it does not end in a full stop")
		}
	}
}

// bulletMarks begin an item of a list.
const bulletMarks = "\u25FC\u25A0\u25AA\u25CF\u2022\u00B7\u2013\u2212-*"

// text checks a text that is printed without a break, and reports whether it is
// right.
func (c *checker) text(field, s string) bool {
	switch r, n := utf8.DecodeRuneInString(s); {
	case s == "":
		c.fail(field, "it is empty")
	case !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) }):
		c.fail(field, "it holds a line break, a control character or invalid UTF-8")
	case s != strings.Join(strings.Fields(s), " "):
		c.fail(field, "it has a space at its start or end, or two spaces together")
	case strings.ContainsRune(bulletMarks, r) && strings.HasPrefix(s[n:], " ") || strings.ContainsAny(s, "\u25FC\u25A0\u25AA\u2022"):
		c.fail(field, "it holds a list bullet")
	case numbered(s):
		c.fail(field, "it begins with a number, as a numbered paragraph does")
	default:
		return true
	}
	return false
}

// numbered reports whether s begins as a numbered paragraph does.
func numbered(s string) bool {
	rest := strings.TrimLeft(s, "0123456789")
	return len(rest) < len(s) && strings.HasPrefix(rest, ". ")
}

// name checks an authority's name.
func (c *checker) name(field, s string) {
	if !c.text(field, s) {
		return
	}
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && (i == 0 || !strings.ContainsRune(" ,.&()'\u2019-", r)) {
			c.fail(field, "%q is in no name of an authority at that place", r)
			break
		}
	}
	low := strings.ToLower(s)
	for _, end := range []string{"local authority", "children's services", "children\u2019s services"} {
		if strings.HasSuffix(low, end) {
			c.fail(field, "%q is not part of the name", end)
		}
	}
	if strings.HasPrefix(s, "the ") {
		c.fail(field, "%q is not part of the name", "the")
	}
}

// person checks an inspector's name.
func (c *checker) person(field, s string) {
	if !c.text(field, s) {
		return
	}
	if n := len(strings.Fields(s)); n < 2 || n > 5 || strings.ContainsAny(s, ",;:()0123456789") {
		c.fail(field, "%q is not a name of two to five words", s)
	}
}

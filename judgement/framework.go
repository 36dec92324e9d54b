package judgement

import (
	"iter"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
	"github.com/ilacs-go/inspection/internal/enum"
)

// A Framework is a set of rules under which Ofsted has inspected children's
// services: what is graded, in which words, over which period. The zero
// Framework means that none is stated. What each one holds is in the tables
// beside the source of this package, which begin with 2013.
//
// String returns the framework's title. The three structures of ILACS share one,
// and have the year in which each began after it.
type Framework uint8

// The frameworks, in order of time.
const (
	// LookedAfter2013 is the inspection of looked after children services of
	// summer 2013.
	LookedAfter2013 Framework = 30
	// SIF is the single inspection framework, November 2013 to June 2018.
	SIF Framework = 40
	// ILACS2018 is ILACS with one grade for children in care and care leavers,
	// January 2018 to December 2022.
	ILACS2018 Framework = 50
	// ILACS2023 is ILACS with separate grades for children in care and for
	// care leavers, January 2023 to March 2026.
	ILACS2023 Framework = 60
	// ILACS2026 is ILACS without overall effectiveness, from April 2026.
	ILACS2026 Framework = 70
)

var frameworks = enum.List[Framework]{
	Package: "judgement", Kind: "framework", Type: "Framework",
	Text: []string{
		LookedAfter2013: "looked-after-2013",
		SIF:             "sif",
		ILACS2018:       "ilacs-2018",
		ILACS2023:       "ilacs-2023",
		ILACS2026:       "ilacs-2026",
	},
	Names: []string{
		LookedAfter2013: "Inspection of looked after children services",
		SIF:             "Single inspection framework",
		ILACS2018:       "Inspection of local authority children's services (2018)",
		ILACS2023:       "Inspection of local authority children's services (2023)",
		ILACS2026:       "Inspection of local authority children's services (2026)",
	},
}

// An Edition is one edition of a framework's document.
type Edition struct {
	Date   civil.Date // as precise as it is known
	Change string     // what it changed, in this project's words
}

// FrameworkOn returns the framework that an inspection is under whose fieldwork
// began on the given day. The day of publication never decides. It reports
// false where the day does not settle it: before June 2013, from August to
// October 2013, from 29 January to June 2018, when inspections under SIF and
// ILACS went on side by side, and where a date that lacks its day or month may
// mean days under two frameworks.
func FrameworkOn(firstDay civil.Date) (Framework, bool) {
	var found Framework
	for f := range Frameworks() {
		if !f.Covers(firstDay) {
			continue
		}
		if found != 0 {
			return 0, false
		}
		found = f
	}
	if found == 0 {
		return 0, false
	}
	from, until := found.Period()
	if firstDay.First().Compare(from) < 0 || !until.IsZero() && firstDay.Last().Compare(until) > 0 {
		return 0, false
	}
	return found, true
}

// Frameworks yields the frameworks in order of time.
func Frameworks() iter.Seq[Framework] {
	return func(yield func(Framework) bool) {
		for i, text := range frameworks.Text {
			if text != "" && !yield(Framework(i)) {
				return
			}
		}
	}
}

// data returns what the tables say of f, nothing for a number that is not a
// framework.
func (f Framework) data() *framework {
	if !f.IsValid() {
		return &none
	}
	return loaded().frameworks[f]
}

// none is what the tables say of no framework; it is never written.
var none framework

// Period returns the first and the last day on which the fieldwork of an
// inspection under f may have begun. The last is the zero Date where f is still
// in force.
func (f Framework) Period() (from, until civil.Date) {
	d := f.data()
	return d.from, d.until
}

// Covers reports whether an inspection whose fieldwork began on the given day,
// or on some day that the date may mean, may be under f.
func (f Framework) Covers(firstDay civil.Date) bool {
	from, until := f.Period()
	return !firstDay.IsZero() && !from.IsZero() &&
		firstDay.Last().Compare(from) >= 0 &&
		(until.IsZero() || firstDay.First().Compare(until) <= 0)
}

// Editions yields the known editions of the framework's document, oldest
// first.
func (f Framework) Editions() iter.Seq[Edition] { return slices.Values(f.data().editions) }

// Areas yields what f grades, in the order in which its reports print it.
func (f Framework) Areas() iter.Seq[Area] {
	return func(yield func(Area) bool) {
		for _, row := range f.data().areas {
			if !yield(row.area) {
				return
			}
		}
	}
}

// Grades yields the scale of f, best first.
func (f Framework) Grades() iter.Seq[Grade] {
	return func(yield func(Grade) bool) {
		for _, row := range f.data().scale {
			if !yield(row.grade) {
				return
			}
		}
	}
}

// Has reports whether f grades the area.
func (f Framework) Has(a Area) bool { return f.area(a) != nil }

// area returns the row of an area, nil where f does not grade it.
func (f Framework) area(a Area) *areaRow {
	rows := f.data().areas
	for i := range rows {
		if rows[i].area == a {
			return &rows[i]
		}
	}
	return nil
}

// Parent returns the area of which a is a sub-judgement: under SIF, LookedAfter
// for Adoption and CareLeavers. It reports false for every other area.
func (f Framework) Parent(a Area) (Area, bool) {
	if row := f.area(a); row != nil && row.of != 0 {
		return row.of, true
	}
	return 0, false
}

// AreaName returns the name under which f prints an area. For an area that f
// does not grade it returns [Area.String].
func (f Framework) AreaName(a Area) string {
	if row := f.area(a); row != nil {
		return row.name
	}
	return a.String()
}

// GradeName returns the words in which f prints a grade: "Requires improvement"
// under SIF, "Requires improvement to be good" under ILACS. For a grade that is
// not on its scale it returns [Grade.String].
func (f Framework) GradeName(g Grade) string {
	for _, row := range f.data().scale {
		if row.grade == g {
			return row.printed
		}
	}
	return g.String()
}

// ParseArea reads the name of an area as reports under f print it, with the
// variants that have been seen. Letter case does not matter, and any white
// space stands for one space. The error is a [*parseerr.Error].
func (f Framework) ParseArea(printed string) (Area, error) {
	for _, row := range f.data().areas {
		if anyPrinted(row.name, row.also, printed) {
			return row.area, nil
		}
	}
	return 0, f.refuse("area", printed)
}

// ParseGrade reads the words for a grade as reports under f print them, and no
// word that is not on the scale of f. Letter case does not matter, and any
// white space stands for one space. The error is a [*parseerr.Error] that
// wraps [parseerr.ErrUnknown].
func (f Framework) ParseGrade(printed string) (Grade, error) {
	for _, row := range f.data().scale {
		if anyPrinted(row.printed, row.also, printed) {
			return row.grade, nil
		}
	}
	return 0, f.refuse("grade", printed)
}

// refuse returns the error for words that are none of those that f prints.
func (f Framework) refuse(kind, printed string) error {
	if f.IsValid() {
		kind += " under the " + f.String()
	}
	return refuse(kind, printed, 0, parseerr.ErrUnknown, "")
}

// anyPrinted reports whether the printed text is a name or one of its variants.
func anyPrinted(name string, also []string, printed string) bool {
	if samePrinted(name, printed) {
		return true
	}
	for _, name := range also {
		if samePrinted(name, printed) {
			return true
		}
	}
	return false
}

// samePrinted compares a name with a printed text, whatever the letter case and
// the white space of the text.
func samePrinted(name, printed string) bool {
	for word := range strings.FieldsSeq(printed) {
		rest, ok := cutFold(name, word)
		if !ok || rest != "" && rest[0] != ' ' {
			return false
		}
		name = strings.TrimPrefix(rest, " ")
	}
	return name == ""
}

// cutFold cuts a word from the front of a name, in any letter case.
func cutFold(name, word string) (rest string, ok bool) {
	if len(name) < len(word) || !strings.EqualFold(name[:len(word)], word) {
		return "", false
	}
	return name[len(word):], true
}

package judgement

import (
	"database/sql/driver"
	"strings"

	"github.com/ilacs-go/inspection/internal/enum"
)

// A Grade is the word that Ofsted gives to an [Area]. The zero Grade means that
// no grade is stated.
//
// The numbers follow Ofsted's own, 1 for the best of its four grades, times
// ten. They are not to be compared with < or >, as not every two grades can be
// compared: see [TrendOf].
type Grade uint8

// The grades. RequiresImprovement took the place of Adequate with the single
// inspection framework in 2013. NotJudged is printed where there was nothing to
// judge, as in an authority with no child in care.
const (
	Outstanding         Grade = 10
	Good                Grade = 20
	RequiresImprovement Grade = 30
	Adequate            Grade = 35
	Inadequate          Grade = 40
	NotJudged           Grade = 90
)

var grades = enum.List[Grade]{
	Package: "judgement", Kind: "grade", Type: "Grade", Fail: refused,
	Text: []string{
		Outstanding:         "outstanding",
		Good:                "good",
		RequiresImprovement: "requires-improvement",
		Adequate:            "adequate",
		Inadequate:          "inadequate",
		NotJudged:           "not-judged",
	},
	Names: []string{
		Outstanding:         "Outstanding",
		Good:                "Good",
		RequiresImprovement: "Requires improvement to be good",
		Adequate:            "Adequate",
		Inadequate:          "Inadequate",
		NotJudged:           "Not judged",
	},
}

// ParseGrade reads the text form of a grade, such as "requires-improvement", or
// the words that Ofsted prints, in any letter case: those of [Grade.String],
// and "Requires improvement", the shorter form of 2013 to 2020. For the words
// of one framework alone see [Framework.ParseGrade]. The error is a
// [*ParseError].
func ParseGrade(s string) (Grade, error) {
	if strings.EqualFold(s, "Requires improvement") {
		return RequiresImprovement, nil
	}
	return grades.Parse(s)
}

// IsValid reports whether g is one of the grades; the zero Grade is not.
func (g Grade) IsValid() bool { return grades.Valid(g) }

// String returns the words that Ofsted prints today, "Requires improvement to be
// good", whatever the framework; [Framework.GradeName] gives those of a
// framework. A number that is no grade gives "Grade(9)".
func (g Grade) String() string { return grades.String(g) }

// AppendText appends the text form, nothing for the zero Grade.
func (g Grade) AppendText(b []byte) ([]byte, error) { return grades.Append(b, g) }

// MarshalText returns the text form, empty for the zero Grade. A number that is
// no grade is an error.
func (g Grade) MarshalText() ([]byte, error) { return grades.Marshal(g) }

// UnmarshalText reads the text form; an empty text sets the zero Grade.
func (g *Grade) UnmarshalText(text []byte) error { return grades.Unmarshal(g, text) }

// Scan reads the text form from a database; nil sets the zero Grade.
func (g *Grade) Scan(src any) error { return grades.Scan(g, src) }

// Value returns the text form for a database, nil for the zero Grade.
func (g Grade) Value() (driver.Value, error) { return grades.Value(g) }

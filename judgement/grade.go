package judgement

import (
	"strings"

	"github.com/ilacs-go/inspection/internal/enum"
)

// A Grade is the word that Ofsted gives to an [Area]. The zero Grade means that
// no grade is stated.
//
// String returns the words that Ofsted prints today, "Requires improvement to be
// good", whatever the framework; [Framework.GradeName] returns those of a
// framework.
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
	Package: "judgement", Kind: "grade", Type: "Grade",
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
// *parseerr.Error.
func ParseGrade(s string) (Grade, error) {
	if strings.EqualFold(s, "Requires improvement") {
		return RequiresImprovement, nil
	}
	return grades.Parse(s)
}

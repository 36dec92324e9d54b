package book

import (
	"encoding"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/render"
	"github.com/ilacs-go/inspection/judgement"
)

// mostUnits is the most that Excel holds in a cell, in UTF-16 code units.
const mostUnits = 32767

// cutMark ends a text that was longer.
const cutMark = " … (cut here: a cell holds no more)"

// safe returns a text of a document as one line that no spreadsheet runs, even
// after the cell was edited, or saved as CSV and opened again.
func safe(s string) string { return cut(render.CSVCell(s)) }

// lines puts texts under each other in one cell.
func lines(texts ...string) string {
	for i, s := range texts {
		texts[i] = render.CSVCell(s)
	}
	return cut(strings.Join(texts, "\n"))
}

// cut shortens a text to what a cell holds.
func cut(s string) string {
	if len(s) <= mostUnits {
		return s
	}
	left := mostUnits
	for i, r := range s {
		if left -= utf16.RuneLen(r); left < 0 {
			return cutMarked(s[:i])
		}
	}
	return s
}

// cutMarked makes room for the mark at the end of a text that fills a cell. The
// mark's characters are one unit each.
func cutMarked(s string) string {
	runes := []rune(s)
	for units := 0; units < len([]rune(cutMark)); runes = runes[:len(runes)-1] {
		units += utf16.RuneLen(runes[len(runes)-1])
	}
	return strings.TrimRight(string(runes), " ") + cutMark
}

// gradeLetters are what a cell shows of a grade.
var gradeLetters = map[judgement.Grade]string{
	judgement.Outstanding: "O", judgement.Good: "G", judgement.RequiresImprovement: "RI",
	judgement.Adequate: "A", judgement.Inadequate: "I", judgement.NotJudged: "NJ",
}

func letter(g judgement.Grade) string { return gradeLetters[g] }

// frameworkNames are short enough for a column.
var frameworkNames = map[judgement.Framework]string{
	judgement.LookedAfter2013: "Looked after 2013", judgement.SIF: "SIF",
	judgement.ILACS2018: "ILACS 2018", judgement.ILACS2023: "ILACS 2023", judgement.ILACS2026: "ILACS 2026",
}

// words writes a date as far as it is known: "5 Nov 2022".
func words(d civil.Date) string {
	switch d.Precision() {
	case civil.PrecisionDay:
		return strconv.Itoa(d.Day()) + " " + month(d) + " " + strconv.Itoa(d.Year())
	case civil.PrecisionMonth:
		return month(d) + " " + strconv.Itoa(d.Year())
	case civil.PrecisionYear:
		return strconv.Itoa(d.Year())
	}
	return ""
}

func month(d civil.Date) string { return d.Month().String()[:3] }

// serial is a day as a spreadsheet counts it, from the end of 1899.
func serial(d civil.Date) int {
	t := time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
	return int(t.Sub(time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
}

// textForm is a value of a closed list in the form in which it is stored.
func textForm(v encoding.TextMarshaler) string {
	text, err := v.MarshalText()
	if err != nil {
		return ""
	}
	return string(text)
}

func themeNames(themes []finding.Theme) string {
	var names []string
	for _, t := range themes {
		names = append(names, t.String())
	}
	return strings.Join(names, "; ")
}

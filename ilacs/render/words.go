package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/judgement"
)

// textForm is a value of a closed list in the form in which it is stored.
func textForm(v interface{ MarshalText() ([]byte, error) }) string {
	b, err := v.MarshalText()
	if err != nil {
		return ""
	}
	return string(b)
}

// themeName is a theme's name for people.
func themeName(t finding.Theme) string { return t.String() }

// shortArea is an area's short name within a sentence.
func shortArea(a judgement.Area) string {
	switch a {
	case judgement.InCareAndCareLeavers:
		return "children in care and care leavers"
	case judgement.LookedAfter:
		return "children looked after"
	case judgement.LSCB:
		return "local safeguarding children board"
	}
	for _, c := range gradeColumns {
		if slices.Contains(c.areas, a) {
			return lower(c.name)
		}
	}
	return lower(a.String())
}

// days writes the first and the last day of fieldwork.
func days(start, end civil.Date) string {
	switch {
	case end.IsZero() || start == end:
		return date(start)
	case start.Precision() != civil.PrecisionDay || end.Precision() != civil.PrecisionDay || start.Year() != end.Year():
		return date(start) + " to " + date(end)
	case start.Month() != end.Month():
		return fmt.Sprintf("%d %v to %s", start.Day(), start.Month(), date(end))
	}
	return fmt.Sprintf("%d to %s", start.Day(), date(end))
}

// date writes a date as far as it is known: "5 November 2022".
func date(d civil.Date) string {
	switch d.Precision() {
	case civil.PrecisionDay:
		return fmt.Sprintf("%d %v %d", d.Day(), d.Month(), d.Year())
	case civil.PrecisionMonth:
		return fmt.Sprintf("%v %d", d.Month(), d.Year())
	case civil.PrecisionYear:
		return strconv.Itoa(d.Year())
	}
	return "a date that is not known"
}

const daysInYear = 365.25

// yearsText writes a number of days in years.
func yearsText(days int) string { return fmt.Sprintf("%.1f years", float64(days)/daysInYear) }

// count writes how many there are of something: "1 concern", "2 concerns".
func count(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + one + "s"
}

// lower makes the first letter small, unless more capitals follow it.
func lower(s string) string {
	if len(s) > 1 && s[1] >= 'A' && s[1] <= 'Z' {
		return s
	}
	return strings.ToLower(s[:min(1, len(s))]) + s[min(1, len(s)):]
}

// capital makes the first letter a capital.
func capital(s string) string {
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		return string(s[0]-'a'+'A') + s[1:]
	}
	return s
}

// sentence begins a text with a capital and ends it with a full stop.
func sentence(s string) string {
	s = capital(PlainText(s))
	if s != "" && !strings.ContainsAny(s[len(s)-1:], ".!?") {
		s += "."
	}
	return s
}

// letter counts a, b, … z, aa, ab.
func letter(n int) string {
	s := string(rune('a' + n%26))
	if n >= 26 {
		return letter(n/26-1) + s
	}
	return s
}

package ilacstest

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/judgement"
)

// dayMonth returns "5 March", dayMonthYear "5 March 2024".
func dayMonth(d civil.Date) string     { return fmt.Sprintf("%d %v", d.Day(), d.Month()) }
func dayMonthYear(d civil.Date) string { return fmt.Sprintf("%s %d", dayMonth(d), d.Year()) }

// monthYear returns a date as precise as it is: "March 2024", "2024".
func monthYear(d civil.Date) string {
	if d.Precision() == civil.PrecisionYear {
		return fmt.Sprint(d.Year())
	}
	return fmt.Sprintf("%v %d", d.Month(), d.Year())
}

// dayRange returns a range of days without what its ends share, or in full.
func dayRange(from, until civil.Date, link string, full bool) string {
	switch {
	case from == until:
		return dayMonthYear(from)
	case full || from.Year() != until.Year():
		return dayMonthYear(from) + link + dayMonthYear(until)
	case from.Month() != until.Month():
		return dayMonth(from) + link + dayMonthYear(until)
	}
	return fmt.Sprint(from.Day()) + link + dayMonthYear(until)
}

// periods returns the parts of the fieldwork, one if it was not interrupted.
func periods(v ilacs.Visit) []ilacs.Period {
	if len(v.Periods) > 0 {
		return v.Periods
	}
	return []ilacs.Period{{Start: v.Start, End: v.End}}
}

// fieldwork returns the dates of an inspection.
func fieldwork(v ilacs.Visit, full bool) string {
	var all []string
	for _, p := range periods(v) {
		all = append(all, dayRange(p.Start, p.End, " to ", full))
	}
	return strings.Join(all, " and ")
}

// onDates returns the dates of a visit with their preposition: "on 1 and 2
// February 2024", "from 22 to 26 February 2021".
func onDates(v ilacs.Visit) string {
	if n, ok := v.Start.DaysUntil(v.End); ok && n > 1 {
		return "from " + dayRange(v.Start, v.End, " to ", false)
	}
	return "on " + dayRange(v.Start, v.End, " and ", false)
}

// inspectorOn returns the title of an inspector on a day: until 8 September 2022
// the sovereign was the Queen.
func inspectorOn(d civil.Date) string {
	if accession, _ := civil.New(2022, 9, 8); d.Compare(accession) < 0 {
		return "Her Majesty\u2019s Inspector"
	}
	return "His Majesty\u2019s Inspector"
}

// list joins words as in "a, b and c".
func list(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}

// withTags returns the text of an item, followed by its references to the
// national framework.
func withTags(x Item) string {
	if len(x.Tags) == 0 {
		return x.Text
	}
	var all []string
	for _, t := range x.Tags {
		all = append(all, t.String())
	}
	return x.Text + " (" + list(all) + ", national framework)"
}

// hasTags reports whether an item has any.
func hasTags(items []Item) bool {
	return slices.ContainsFunc(items, func(x Item) bool { return len(x.Tags) > 0 })
}

// texts returns the items as they are printed.
func texts(items []Item) []string {
	var out []string
	for _, x := range items {
		out = append(out, withTags(x))
	}
	return out
}

// predicate returns a grade as the end of a sentence: "is good", "require
// improvement".
func predicate(f judgement.Framework, g judgement.Grade, plural bool) string {
	words := strings.ToLower(f.GradeName(g))
	if rest, ok := strings.CutPrefix(words, "requires "); ok {
		if plural {
			return "require " + rest
		}
		return words
	}
	if plural {
		return "are " + words
	}
	return "is " + words
}

// mark returns the printed number of a paragraph.
func mark(n int) string { return strconv.Itoa(n) + "." }

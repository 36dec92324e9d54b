package ilacstest

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/judgement"
)

// dayMonth is "5 March", dayMonthYear "5 March 2024".
func dayMonth(d civil.Date) string     { return fmt.Sprintf("%d %v", d.Day(), d.Month()) }
func dayMonthYear(d civil.Date) string { return fmt.Sprintf("%s %d", dayMonth(d), d.Year()) }

// monthYear is a date as precise as it is: "March 2024", "2024".
func monthYear(d civil.Date) string {
	if d.Precision() == civil.PrecisionYear {
		return fmt.Sprint(d.Year())
	}
	return fmt.Sprintf("%v %d", d.Month(), d.Year())
}

// between prints a range of days without what its ends share, or in full.
func between(from, until civil.Date, link string, full bool) string {
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

// periods are the parts of the fieldwork, one where it was not interrupted.
func periods(v ilacs.Visit) []ilacs.Period {
	if len(v.Periods) > 0 {
		return v.Periods
	}
	return []ilacs.Period{{Start: v.Start, End: v.End}}
}

// fieldwork prints the dates of an inspection.
func fieldwork(v ilacs.Visit, full bool) string {
	var all []string
	for _, p := range periods(v) {
		all = append(all, between(p.Start, p.End, " to ", full))
	}
	return strings.Join(all, " and ")
}

// on prints the dates of a visit with their preposition: "on 1 and 2 February
// 2024", "from 22 to 26 February 2021".
func on(v ilacs.Visit) string {
	if n, ok := v.Start.DaysUntil(v.End); ok && n > 1 {
		return "from " + between(v.Start, v.End, " to ", false)
	}
	return "on " + between(v.Start, v.End, " and ", false)
}

// accession is the day on which Her Majesty's Inspectors became His.
const accession = "2022-09-08"

// majesty is whose the inspectors are.
func majesty(on civil.Date) string {
	if on.Compare(day(accession)) >= 0 {
		return "His Majesty\u2019s"
	}
	return "Her Majesty\u2019s"
}

// list joins words: "a, b and c".
func list(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}

var ordinals = [...]string{1: "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"}

func ordinal(n int) string {
	if n < len(ordinals) {
		return ordinals[n]
	}
	end := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			end = "st"
		case 2:
			end = "nd"
		case 3:
			end = "rd"
		}
	}
	return strconv.Itoa(n) + end
}

// withTags is an item with its references to the national framework behind it.
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

// hasTags tells whether an item has any.
func hasTags(items []Item) bool {
	for _, x := range items {
		if len(x.Tags) > 0 {
			return true
		}
	}
	return false
}

// texts are the items as they are printed.
func texts(items []Item) []string {
	var out []string
	for _, x := range items {
		out = append(out, withTags(x))
	}
	return out
}

// clause is a grade as the end of a sentence: "good", "requires improvement".
func clause(f judgement.Framework, g judgement.Grade, plural bool) string {
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

// mark is the number of a paragraph.
func mark(n int) string { return strconv.Itoa(n) + "." }

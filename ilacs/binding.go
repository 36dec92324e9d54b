package ilacs

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/ilacs/internal/dates"
	"github.com/ilacs-go/inspection/ilacs/internal/grade"
)

// Which of the dates and grades of a sentence belong to which of the visits that
// it names.

// boundDates are the dates that belong to a visit: those right before its name
// ("the November 2022 inspection", "In 2014 an inspection") and those after it
// with nothing between but words that join ("inspections of the authority in
// October 2022 and January 2024").
//
// A visit that gives no grade does not take the date of a grade: "a monitoring
// visit after services were judged inadequate in March 2019".
func boundDates(l string, when []dates.Mention, used []bool, a anchor, given []grade.Reported) []int {
	var out []int
	end := a.to
	for k, m := range when {
		before := m.To <= a.from && a.from-m.To < farthestDate && onlyKinds(l[m.To:a.from])
		after := m.From >= end && m.From-end < farthestDate && joins(l[end:m.From])
		switch {
		case used[k] || !before && !after:
		case a.typ.isPartial() && slices.ContainsFunc(given, func(v grade.Reported) bool { return a.to <= v.From && v.To <= m.From }):
		default:
			out = append(out, k)
			if after {
				end = m.To
			}
		}
		if len(out) == mostDates {
			break
		}
	}
	return out
}

// farthestDate is how many bytes a date stands from a visit's name at the most, and
// mostDates and mostGrades how many dates and grades one name has.
const farthestDate, mostDates, mostGrades = 130, 12, 12

// onlyKinds reports whether what stands between a date and a visit's name are
// articles and words for its kind: "2018 full ILACS inspection".
func onlyKinds(s string) bool {
	for w := range strings.FieldsSeq(s) {
		switch strings.Trim(w, ",'") {
		case "", "a", "an", "the", "ofsted", "ofsted's", "full", "ilacs", "sif", "standard", "short", "graded", "previous", "last", "single", "local", "authority", "s":
		default:
			return false
		}
	}
	return true
}

// joins reports whether what stands between a visit or a grade and a date joins
// them: no other visit, no other clause.
func joins(s string) bool {
	if strings.ContainsAny(s, ".;:(") || text.ContainsAny(s, "inspection", "visit", "jtai") {
		return false
	}
	n := 0
	for w := range strings.FieldsSeq(s) {
		if n++; n > 18 {
			return false
		}
		switch strings.Trim(w, ",()'\"") {
		case "this", "these", "now", "has", "have", "had", "improved", "improvements", "although", "but", "however", "until", "before", "since", "when", "where", "which", "that", "while":
			return false
		}
	}
	return true
}

// pastWords are the words before a visit's name that say that it is past.
var pastWords = []string{"last", "previous", "previously", "earlier", "recent", "preceding", "predecessor"}

// backward reports whether the words before a visit's name say that it is past.
func backward(before string) bool {
	for range 4 {
		before = strings.TrimRight(before, " ")
		from := strings.LastIndexByte(before, ' ') + 1
		switch word := strings.Trim(before[from:], ",'()"); {
		case slices.Contains(pastWords, word):
			return true
		case isOneOf(word, "this", "during", "next", "current"):
			return false
		}
		before = before[:from]
	}
	return false
}

// verdictsOf are the grades that belong to anchor k: those with no other anchor
// between. A grade that the next anchor follows with a preposition belongs to that
// one alone: "requiring improvement in a 2014 inspection".
func verdictsOf(l string, given []grade.Reported, taken []bool, found []anchor, k int) []int {
	var out []int
	for n, v := range given {
		if taken[n] {
			continue
		}
		// The anchors are in order: if any stands between, the next to this one does.
		if k+1 < len(found) && v.From > found[k].to && found[k+1].to < v.From || k > 0 && v.To < found[k].from && found[k-1].from > v.To {
			continue
		}
		if own, _ := slices.BinarySearchFunc(found, v.To, func(a anchor, to int) int { return a.from - to }); own < len(found) && own != k && isGivenAt(l[v.To:found[own].from]) {
			continue
		}
		if out = append(out, n); len(out) == mostGrades {
			break
		}
	}
	return out
}

// isGivenAt reports whether what stands between a grade and an inspection says
// that it was given there: "in a 2014 ", "during a full ".
func isGivenAt(s string) bool {
	n := 0
	for w := range strings.FieldsSeq(strings.Trim(s, "\"' ")) {
		switch n++; {
		case n == 1 && !slices.Contains([]string{"in", "at", "during", "by", "following", "after"}, w),
			n > 1 && !onlyKinds(w) && (len(w) != 4 || !text.IsDigit(w[0])):
			return false
		}
	}
	return n > 0
}

// eachDated reports whether each of several grades is followed by a date of its
// own: "inadequate in 2010 and adequate in 2012".
func eachDated(l string, given []grade.Reported, graded []int, dated []dates.Mention) bool {
	if len(graded) < 2 {
		return false
	}
	for _, n := range graded {
		if !slices.ContainsFunc(dated, func(m dates.Mention) bool { return isDatedBy(l, given[n], m) }) {
			return false
		}
	}
	return true
}

func isDatedBy(l string, v grade.Reported, m dates.Mention) bool {
	return m.From > v.To && strings.Trim(l[v.To:m.From], ` "',`) == "in"
}

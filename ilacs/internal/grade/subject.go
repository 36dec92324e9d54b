package grade

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"
)

// Who is graded, and who grades. Documents also tell of the grades of schools,
// homes and the police, which their own inspectorates give, and of what leaders
// and auditors think: none of these is a grade of the authority's services.

// AboutProvider reports whether a sentence is about a provider that is inspected by
// itself, not about the local authority: "Four were judged to be good in their
// most recent inspection" is about children's homes.
func AboutProvider(l string) bool {
	if text.HasAnyPrefix(l, "one ", "two ", "three ", "four ", "five ", "six ", "seven ", "eight ", "nine ", "ten ", "eleven ", "twelve ", "none ", "all ", "most ") {
		w := text.Words(nil, l[:min(len(l), 40)], 0)
		for k := 1; k < len(w); k++ {
			if isOneOf(w[k].Text, "judged", "rated", "graded") && isOfSome(w, k) {
				return true
			}
		}
	}
	return text.ContainsAny(l, "children's home", "residential home", "fostering agency", "adoption agency", "fostering service was", "adoption service was", "fostering and adoption services were")
}

// body is what a noun stands for.
type body uint8

const (
	bodyNone  body = iota // not told
	bodyOwn               // the authority and its services for children
	bodyOther             // another body, or a part of the work
)

// bodyAt is what w[i] stands for. An office's service is that office's: "the youth
// justice service", "health services".
func bodyAt(w []text.Word, i int) body {
	before := ""
	if i > 0 {
		before = withoutGenitive(w[i-1].Text)
	}
	switch withoutGenitive(w[i].Text) {
	case "school", "schools", "academy", "academies", "college", "colleges", "pupil", "pupils", "nursery", "nurseries", "childcare", "childminders",
		"police", "constabulary", "hospital", "hospitals", "nhs", "prison", "probation", "send",
		"provider", "providers", "placement", "placements", "settings", "provision", "homes",
		"cases", "audited", "files":
		return bodyOther
	case "home":
		if isOneOf(before, "this", "that", "each", "the", "one", "first", "second", "third", "other") {
			return bodyOther
		}
	case "justice", "offending":
		if before == "youth" {
			return bodyOther
		}
	case "needs":
		if before == "educational" {
			return bodyOther
		}
	case "service", "services", "care":
		switch {
		case isOneOf(before, "health", "adult", "adults", "years") || before == "social" && i > 1 && isOneOf(withoutGenitive(w[i-2].Text), "adult", "adults"):
			return bodyOther
		case before == "care", isOneOf(before, "justice", "offending", "probation", "police", "nhs", "school", "hospital"):
			return bodyAt(w, i-1)
		case w[i].Text != "care":
			return bodyOwn
		}
	case "authority", "council", "borough", "county", "city", "department", "directorate", "trust", "board", "lscb",
		"effectiveness", "arrangements", "leadership", "safeguarding", "protection", "leavers", "adoption":
		return bodyOwn
	}
	return bodyNone
}

// lastBody is what the last noun among words that stands for a body does. One after
// a preposition counts only where there is no other: "a school in the borough",
// "services for children missing from school".
func lastBody(w []text.Word) body {
	last := bodyNone
	for i := len(w) - 1; i >= 0; i-- {
		b := bodyAt(w, i)
		switch {
		case b == bodyNone:
		case !isAfterPreposition(w, i):
			return b
		case last == bodyNone:
			last = b
		}
	}
	return last
}

// isAfterPreposition reports whether a preposition stands right before w[i], or
// before its article or adjective: "with independent providers".
func isAfterPreposition(w []text.Word, i int) bool {
	i--
	if i >= 0 && isOneOf(w[i].Text, "the", "a", "an", "its", "their", "this", "all", "some", "most", "many", "local") {
		i--
	}
	if i > 0 && !isPreposition(w[i].Text) && !isOneOf(w[i].Text, "and", "or", "educational") && bodyAt(w, i) == bodyNone {
		i--
	}
	return i >= 0 && isPreposition(w[i].Text)
}

func isPreposition(s string) bool {
	return isOneOf(s, "in", "by", "of", "with", "for", "from", "to", "at", "near", "across", "within", "between", "through")
}

// isGradeOfAnother reports whether the grade w[i], of n words, which the word w[verb]
// reports, is another body's, or is given by somebody else than Ofsted.
func isGradeOfAnother(l string, w []text.Word, verb, i, n int) bool {
	clause := verb
	for from := clauseStart(l[:w[verb].At]); clause > 0 && w[clause-1].At >= from; {
		clause--
	}
	if isGivenByAnother(w, clause, verb, i, i+n) {
		return true
	}
	graded := lastBody(w[verb+1 : i])
	if graded == bodyNone {
		graded = lastBody(w[clause:verb])
	}
	if graded == bodyNone {
		graded = lastBody(w[max(0, verb-maxNoun):verb])
	}
	return graded == bodyOther
}

// maxGrader is how many words after a grade may name who gave it.
const maxGrader = 8

// isGivenByAnother reports whether somebody else than Ofsted gave a grade:
// "leaders judged their own services to be good", "judged inadequate by the CQC".
// The clause begins at w[clause], the grade ends before w[end].
func isGivenByAnother(w []text.Word, clause, verb, i, end int) bool {
	for _, x := range w[verb+1 : i] {
		if isOneOf(x.Text, "itself", "themselves", "own") {
			return true
		}
	}
	ofsted := false
	for _, x := range w[clause:verb] {
		ofsted = ofsted || isOneOf(withoutGenitive(x.Text), "ofsted", "inspectors", "inspection")
	}
	if !ofsted {
		last := verb - 1
		for last >= clause && isOneOf(w[last].Text, "has", "have", "had", "also", "since", "now", "recently", "already", "previously") {
			last--
		}
		if last >= clause && hasObject(w[verb+1:i]) && isGrader(w[last].Text) && isOneOf(w[verb].Text, "judged", "rated", "graded", "judging", "rating", "grading", "found") {
			return true
		}
	}
	return namesRegulator(w[clause:verb]) || isByAnother(w[verb+1:i]) || isByAnother(w[end:min(len(w), end+maxGrader)])
}

// hasObject reports whether the words between a verb and a grade name what is graded.
func hasObject(w []text.Word) bool {
	return slices.ContainsFunc(w, func(x text.Word) bool { return !isOneOf(x.Text, "to", "be", "as", "at", "least", "been", "by") })
}

// isGrader reports whether a word names somebody of the authority who may think
// something good or bad.
func isGrader(s string) bool {
	return isOneOf(withoutGenitive(s), "leaders", "managers", "members", "authority", "council", "audit", "audits", "auditors", "moderators", "reviewers", "evaluation", "assessment", "parents", "children", "carers", "families")
}

// isByAnother reports whether words say that somebody else than Ofsted did what is
// told: "by leaders", "in a CQC inspection".
func isByAnother(w []text.Word) bool {
	for k := range w {
		if w[k].Text != "by" {
			continue
		}
		for _, x := range w[k+1:] {
			switch {
			case isOneOf(withoutGenitive(x.Text), "ofsted", "inspectors"):
				return false
			case isGrader(x.Text), isOneOf(x.Text, "itself", "themselves"):
				return true
			}
		}
	}
	return namesRegulator(w)
}

// namesRegulator reports whether words name another inspectorate, and neither Ofsted
// beside it nor a joint inspection, in which Ofsted takes part.
func namesRegulator(w []text.Word) bool {
	other := false
	for i, x := range w {
		switch withoutGenitive(x.Text) {
		case "ofsted", "joint":
			return false
		case "cqc", "hmip", "hmic", "hmicfrs":
			other = true
		case "commission":
			other = other || i > 0 && w[i-1].Text == "quality"
		case "inspectorate":
			other = other || i+2 < len(w) && w[i+1].Text == "of" && isOneOf(w[i+2].Text, "probation", "constabulary", "prisons")
		}
	}
	return other
}

// IsInspectionOfAnother reports whether the inspection l[from:to] is another body's, or
// another inspectorate's: "a CQC inspection", "the inspection of the youth justice
// service", "the home's recent inspection".
func IsInspectionOfAnother(l string, from, to int) bool {
	var room [16]text.Word
	near := max(0, from-maxClause)
	before := text.LastWords(room[:0], l[near+strings.LastIndexAny(l[near:from], ",;:.()")+1:from], 6)
	first := len(before)
	for first > 0 && !isOneOf(before[first-1].Text, "the", "a", "an", "its", "their", "of", "in", "at", "since", "following", "after", "from", "by", "during", "for") {
		first--
	}
	if name := before[first:]; namesRegulator(name) || lastBody(name) == bodyOther {
		return true
	}
	if !text.HasAnyPrefix(strings.TrimLeft(l[to:], ` "'-`), "of", "by", "into", "carried", "undertaken", "conducted") {
		return false
	}
	var more [32]text.Word
	after := l[to:min(len(l), to+maxClause)]
	if i := strings.IndexAny(after, ",;:.()"); i >= 0 {
		after = after[:i]
	}
	w := text.Words(more[:0], after, 0)
	if len(w) == 0 || !isOneOf(w[0].Text, "of", "by", "into", "carried", "undertaken", "conducted") {
		return false
	}
	for i := 1; i < len(w); i++ {
		if isOneOf(w[i].Text, "in", "on", "during", "which", "that", "and", "found", "identified", "judged", "was", "were", "is", "has", "had", "from") {
			w = w[:i]
			break
		}
	}
	return namesRegulator(w) || lastBody(w) == bodyOther
}

func withoutGenitive(s string) string { return strings.TrimSuffix(s, "'s") }

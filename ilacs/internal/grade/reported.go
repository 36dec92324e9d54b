package grade

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/judgement"
)

// Reported is a grade that a sentence says was given.
type Reported struct {
	Grade    judgement.Grade
	Area     judgement.Area
	From, To int // offsets: of the verb, and of the end of the grade
}

// reportingVerbs are the words that a reported grade follows.
var reportingVerbs = []string{"judged", "rated", "graded", "branded", "found to", "judgement was", "judgment was", "judgement of", "judgment of", "judgement is", "rating of", "rating was", "judging", "grading", "branding", "rating them", "rating it", "rating services", "rating the", "were", "was"}

// givingVerbs are the verbs whose object is a grade named as one: "was given an
// inadequate rating", and the words that such a grade follows when it dates
// something else: "since its inadequate rating".
var givingVerbs = []string{"given", "handed", "received", "awarded", "got", "with", "since", "after", "following"}

// maxWords is how many words may stand between the verb and the grade; after
// "was" and "were", which say much else, none.
const maxWords = 11

// maxWordsOfObject is how many words may stand between a verb of giving and the
// grade: "handed its second inadequate rating".
const maxWordsOfObject = 4

// ReportedIn finds the grades that a sentence says the authority and its services
// were given, in order.
func ReportedIn(l string) []Reported {
	own, _ := ByBody(l)
	return own
}

// ByBody finds the grades that a sentence says were given, in order: those of the
// authority and its services, and those of other bodies or by others than Ofsted.
func ByBody(l string) (own, others []Reported) {
	if !text.ContainsAny(l, "good", "adequate", "improvement", "outstanding", "not judged", "lowest", "worst") ||
		!text.ContainsAny(l, "judge", "judgment", "rat", "grade", "branded", "found ", "was ", "were ") ||
		AboutProvider(l) {
		return nil, nil
	}
	w := text.Words(make([]text.Word, 0, len(l)/5+4), l, 0)
	last := -1 // the verb of the grade before
	for i := range w {
		g, n, verb := reportedAt(l, w, i)
		if n == 0 || len(own) > 0 && w[i].At < own[len(own)-1].To {
			continue
		}
		r := Reported{Grade: g, From: w[verb].At, To: w[i+n-1].End()}
		if isGradeOfAnother(l, w, verb, i, n) {
			others = append(others, r)
			continue
		}
		r.Area = areaNamed(l[clauseStart(l[:r.From]):r.From])
		if object := areaNamed(l[r.From:w[i].At]); object != judgement.Overall {
			r.Area = object // "judged safeguarding services as inadequate"
		}
		if verb == last {
			before := &own[len(own)-1]
			switch between := l[before.To:w[i].At]; {
			case strings.Contains(between, " for "): // "good for adoption and inadequate for care leavers"
				r.Area = areaNamed(between)
			case isDated(between): // "inadequate in 2014 and good in a 2018 inspection"
				r.From, r.Area = w[i].At, before.Area
			default: // "judged good or outstanding"
				continue
			}
		}
		last = verb
		own = append(own, r)
	}
	return own, others
}

// reportedAt reads a reported grade at w[i] and returns how many words it has,
// 0 where there is none, and the word that reports it.
func reportedAt(l string, w []text.Word, i int) (g judgement.Grade, n, verb int) {
	g, n = At(w, i)
	if n == 0 {
		g, n = lowestAt(w, i)
	}
	if n == 0 || g == judgement.Good && i >= 4 && w[i-1].Text == "be" && w[i-2].Text == "to" && w[i-3].Text == "improvement" {
		return 0, 0, 0
	}
	if isRating(w, i+n) || isRating(w, i+n-1) {
		for k := i - 1; k >= 0 && k >= i-1-maxWordsOfObject; k-- {
			if isDenial(w[k].Text) {
				return 0, 0, 0
			}
			if slices.Contains(givingVerbs, w[k].Text) && !isWish(w, k) {
				return g, n, k
			}
		}
	}
	if !endsGrade(l, w, i+n) {
		return 0, 0, 0
	}
	for k := i - 1; k >= 0 && k >= i-1-maxWords; k-- {
		verb := w[k].Text
		two := k > 0 && isReportingVerb(w[k-1].Text+" "+verb)
		switch {
		case isDenial(verb):
			return 0, 0, 0
		case !two && verb == "found" && i-k < maxWords && i >= 2 && w[i-1].Text == "be" && w[i-2].Text == "to" && isGraded(w[k+1:i-2]):
			return g, n, k
		case !two && !isReportingVerb(verb) || isWish(w, k):
			continue
		case isOfSome(w, k):
			return 0, 0, 0
		case !two && (verb == "was" || verb == "were"):
			if i-1-k > 0 || g == judgement.Good || i+n < len(w) && g == judgement.Adequate || isQuotedOn(l, w[i].At, w[i+n-1].End()) || !isGraded(w[max(0, k-maxWords):k]) {
				return 0, 0, 0
			}
		}
		return g, n, k
	}
	return 0, 0, 0
}

// isDenial reports whether a word between the verb and a grade says that some
// other grade was given, or none: "judged to be no longer inadequate", "rated
// below good", "judged better than inadequate".
func isDenial(s string) bool {
	return isOneOf(s, "not", "no", "never", "neither", "nor", "longer", "less", "than", "below", "above", "either", "between", "becoming")
}

// lowestAt reads the grade that newspapers paraphrase: "the lowest possible
// rating" is inadequate, "the second lowest" is none that is told.
func lowestAt(w []text.Word, i int) (judgement.Grade, int) {
	if t := w[i].Text; t != "lowest" && t != "worst" || i > 0 && w[i-1].Text == "second" {
		return 0, 0
	}
	for n := 1; n <= 2; n++ {
		if isRating(w, i+n) {
			return judgement.Inadequate, n + 1
		}
	}
	return 0, 0
}

// isRating reports whether w[i] names a grade as one: "an inadequate rating".
func isRating(w []text.Word, i int) bool {
	return i < len(w) && isOneOf(w[i].Text, "rating", "ratings", "grade", "judgement", "judgment")
}

// isGraded reports whether words name what is graded, the authority or its
// services, and not some part of the work: "checks were inadequate on several
// occasions" reports no grade.
func isGraded(w []text.Word) bool {
	for i, x := range w {
		switch x.Text {
		case "authority", "council", "services", "service", "department", "arrangements", "effectiveness", "leadership", "protection", "care", "leavers", "adoption", "area", "areas":
			return true
		case "it", "they", "them", "which", "that":
			if i == len(w)-1 {
				return true
			}
		}
	}
	return false
}

// isWish reports whether the verb w[k] says what somebody wants, fears or
// denies, and not what was: "leaders want it to be judged good", "could be
// rated", "was never judged".
func isWish(w []text.Word, k int) bool {
	for j := k - 1; j >= 0; j-- {
		switch w[j].Text {
		case "not", "never", "longer", "nor", "without":
			return true
		case "will", "would", "could", "may", "might", "should", "can", "must", "shall":
			return true
		case "to":
			return j+1 < k && w[j+1].Text == "be"
		case "be", "been", "being", "soon", "again", "yet", "once", "ever", "then", "still", "now", "have", "has", "had", "was", "were", "is", "are":
		default:
			return false
		}
	}
	return false
}

// isOfSome reports whether the verb w[k] is said of some of several that are
// counted: "six homes were visited, of which two were judged good", "none was
// inadequate". They are providers, and the grades are not the authority's.
func isOfSome(w []text.Word, k int) bool {
	for k--; k >= 0; k-- {
		switch w[k].Text {
		case "was", "were", "been", "has", "have", "had", "all", "being", "homes":
		case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "none", "others", "most":
			return true
		default:
			return false
		}
	}
	return false
}

// isQuotedOn reports whether the words l[from:to] begin a quotation that goes on
// after them: they are a speaker's words, and no grade.
func isQuotedOn(l string, from, to int) bool {
	if from == 0 || l[from-1] != '"' && l[from-1] != '\'' {
		return false
	}
	closing := strings.IndexByte(l[to:], l[from-1])
	return closing > 0 && strings.TrimSpace(l[to:to+closing]) != ""
}

// isDated reports whether words between two grades give the first of them its
// inspection or its year, so that the second is another inspection's.
func isDated(s string) bool {
	if strings.Contains(s, "inspection") {
		return true
	}
	for i := 0; i+4 <= len(s); i++ {
		if year := s[i : i+4]; (year[:2] == "19" || year[:2] == "20") && text.IsDigit(year[2]) && text.IsDigit(year[3]) {
			return true
		}
	}
	return false
}

// endsGrade reports whether a grade ends before w[next]: "adequate progress" is
// none.
func endsGrade(l string, w []text.Word, next int) bool {
	if next >= len(w) {
		return true
	}
	end := w[next-1].At + len(w[next-1].Text)
	if l[end] != ' ' {
		return true
	}
	switch w[next].Text {
	case "in", "at", "overall", "for", "and", "or", "to", "with", "by", "when", "on", "as", "because", "under", "since", "across", "following", "but", "though", "although", "last", "during", "from", "after", "again",
		"has", "have", "had", "is", "are", "was", "were", "took", "found", "said", "says":
		return true
	}
	return false
}

func isReportingVerb(s string) bool { return slices.Contains(reportingVerbs, s) }

func isOneOf(s string, list ...string) bool { return slices.Contains(list, s) }

// maxClause is how many bytes of a clause are looked at, and maxNoun how many words
// before a grade may name what is graded: several times as many as any sentence
// has, so that a long one takes no longer than others.
const maxClause, maxNoun = 1000, 150

// clauseStart is where the clause begins that ends s.
func clauseStart(s string) int {
	near := max(0, len(s)-maxClause)
	for i := len(s) - 1; i >= near; i-- {
		switch s[i] {
		case ',', ';':
			if text.HasAnyPrefix(s[i:], ", and ", ", when ", ", with ", "; ", ", but ", ", while ") {
				return i + 1
			}
		case ' ':
			if strings.HasPrefix(s[i:], " and services") {
				return i + 1
			}
		}
	}
	return near
}

// areaNamed is the judgement area that the words before a reported grade name; overall
// where they speak of the services or the authority as a whole.
func areaNamed(l string) judgement.Area {
	for _, x := range []struct {
		text string
		area judgement.Area
	}{
		{"children in care and care leavers", judgement.InCareAndCareLeavers},
		{"help and protection", judgement.HelpAndProtection}, {"child protection", judgement.HelpAndProtection}, {"protection of children", judgement.HelpAndProtection},
		{"safeguarding children board", judgement.LSCB}, {"lscb", judgement.LSCB},
		{"care leavers", judgement.CareLeavers}, {"children in care", judgement.InCare},
		{"looked after", judgement.LookedAfter}, {"adoption", judgement.Adoption},
		{"safeguarding", judgement.Safeguarding},
		{"impact of leaders", judgement.Leaders}, {"leadership", judgement.Leaders},
	} {
		if strings.Contains(l, x.text) {
			return x.area
		}
	}
	return judgement.Overall
}

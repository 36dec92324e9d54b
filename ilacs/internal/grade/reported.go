package grade

import (
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
var reportingVerbs = []string{"judged", "rated", "graded", "branded", "found to", "judgement was", "judgment was", "judgement of", "judgment of", "judgement is", "were", "was"}

// maxWords is how many words may stand between the verb and the grade; after
// "was" and "were", which say much else, fewer.
const maxWords, maxWordsAfterWas = 11, 0

// ReportedIn finds the grades that a sentence says were given, in order.
func ReportedIn(l string) []Reported {
	var out []Reported
	if AboutProvider(l) {
		return nil
	}
	if !text.ContainsAny(l, "judge", "judgment", "rated", "graded", "branded", "found to", "was ", "were ") ||
		!text.ContainsAny(l, "good", "adequate", "improvement", "outstanding", "not judged") {
		return nil
	}
	w := text.Words(make([]text.Word, 0, len(l)/5+4), l, 0)
	for i := range w {
		g, n := At(w, i)
		if n == 0 || len(out) > 0 && w[i].At < out[len(out)-1].To || !endsGrade(l, w, i+n) {
			continue
		}
		if g == judgement.Good && i >= 4 && w[i-1].Text == "be" && w[i-2].Text == "to" && w[i-3].Text == "improvement" {
			continue
		}
		for k := i - 1; k >= 0 && k >= i-1-maxWords; k-- {
			verb := w[k].Text
			from := w[k].At
			if k > 0 && (verb == "to" || verb == "was" || verb == "of" || verb == "is") {
				verb = w[k-1].Text + " " + verb
			}
			if !isReportingVerb(verb) {
				if verb = w[k].Text; !isReportingVerb(verb) {
					continue
				}
			}
			if (verb == "was" || verb == "were") && (i-1-k > maxWordsAfterWas || g == judgement.Good || i+n < len(w) && g == judgement.Adequate) {
				break
			}
			end := w[i+n-1].At + len(w[i+n-1].Text)
			clause := l[clauseStart(l[:from]):from]
			if len(out) > 0 && out[len(out)-1].From == from {
				clause = l[out[len(out)-1].To:w[i].At]
			}
			if len(out) > 0 && out[len(out)-1].From == from && !strings.Contains(l[out[len(out)-1].To:w[i].At], " for ") {
				break // "judged good or outstanding"
			}
			out = append(out, Reported{g, areaNamed(clause), from, end})
			break
		}
	}
	return out
}

// AboutProvider reports whether a sentence is about a provider that is inspected by
// itself, not about the local authority.
func AboutProvider(l string) bool {
	return text.ContainsAny(l, "children's home", "residential home", "fostering agency", "adoption agency", "fostering service was", "adoption service was", "fostering and adoption services were")
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
	case "in", "at", "overall", "for", "and", "or", "to", "with", "by", "when", "on", "as", "because", "under", "since", "across", "following", "but", "though", "although", "last", "during", "from", "after", "again":
		return true
	}
	return false
}

func isReportingVerb(s string) bool {
	for _, v := range reportingVerbs {
		if v == s {
			return true
		}
	}
	return false
}

// clauseStart is where the clause begins that ends s.
func clauseStart(s string) int {
	start := 0
	for _, stop := range []string{", and ", " and services", ", when ", ", with ", "; ", ", but ", ", while "} {
		if i := strings.LastIndex(s, stop); i >= 0 {
			start = max(start, i+1)
		}
	}
	return start
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

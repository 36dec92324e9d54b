package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/judgement"
)

// verdict is a grade that a sentence says was given.
type verdict struct {
	grade    judgement.Grade
	area     judgement.Area
	from, to int // the verb, and the end of the grade
}

// verdictVerbs are the words that a reported grade follows.
var verdictVerbs = []string{"judged", "rated", "graded", "branded", "found to", "judgement was", "judgment was", "judgement of", "judgment of", "judgement is", "were", "was"}

// longestVerdict is how many words may stand between the verb and the grade;
// behind "was" and "were", which say much else, fewer.
const longestVerdict, longestWas = 11, 0

// verdicts finds the grades that a sentence says were given, in order.
func verdicts(l string) []verdict {
	var out []verdict
	if isProvider(l) {
		return nil
	}
	if !containsAny(l, "judge", "judgment", "rated", "graded", "branded", "found to", "was ", "were ") ||
		!containsAny(l, "good", "adequate", "improvement", "outstanding", "not judged") {
		return nil
	}
	w := words(make([]word, 0, len(l)/5+4), l, 0, 0)
	for i := range w {
		g, n := gradeAt(w, i)
		if n == 0 || len(out) > 0 && w[i].at < out[len(out)-1].to || !endsGrade(l, w, i+n) {
			continue
		}
		if g == judgement.Good && i >= 4 && w[i-1].text == "be" && w[i-2].text == "to" && w[i-3].text == "improvement" {
			continue
		}
		for k := i - 1; k >= 0 && k >= i-1-longestVerdict; k-- {
			verb := w[k].text
			from := w[k].at
			if k > 0 && (verb == "to" || verb == "was" || verb == "of" || verb == "is") {
				verb = w[k-1].text + " " + verb
			}
			if !isVerdictVerb(verb) {
				if verb = w[k].text; !isVerdictVerb(verb) {
					continue
				}
			}
			if (verb == "was" || verb == "were") && (i-1-k > longestWas || g == judgement.Good || i+n < len(w) && g == judgement.Adequate) {
				break
			}
			end := w[i+n-1].at + len(w[i+n-1].text)
			clause := l[clauseStart(l[:from]):from]
			if len(out) > 0 && out[len(out)-1].from == from {
				clause = l[out[len(out)-1].to:w[i].at]
			}
			if len(out) > 0 && out[len(out)-1].from == from && !strings.Contains(l[out[len(out)-1].to:w[i].at], " for ") {
				break // "judged good or outstanding"
			}
			out = append(out, verdict{g, areaNamed(clause), from, end})
			break
		}
	}
	return out
}

// isProvider tells whether a sentence is about a provider that is inspected by
// itself, not about the local authority.
func isProvider(l string) bool {
	return containsAny(l, "children's home", "residential home", "fostering agency", "adoption agency", "fostering service was", "adoption service was", "fostering and adoption services were")
}

// endsGrade tells whether a grade ends before w[next]: "adequate progress" is
// none.
func endsGrade(l string, w []word, next int) bool {
	if next >= len(w) {
		return true
	}
	end := w[next-1].at + len(w[next-1].text)
	if l[end] != ' ' {
		return true
	}
	switch w[next].text {
	case "in", "at", "overall", "for", "and", "or", "to", "with", "by", "when", "on", "as", "because", "under", "since", "across", "following", "but", "though", "although", "last", "during", "from", "after", "again":
		return true
	}
	return false
}

func isVerdictVerb(s string) bool {
	for _, v := range verdictVerbs {
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

// areaNamed is the judgement area that the words before a verdict name; overall
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

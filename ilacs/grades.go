package ilacs

import "github.com/ilacs-go/inspection/judgement"

// word is a run of letters, or of digits with the dots between them, in lower
// case.
type word struct {
	text string
	at   int // offset in the text it was taken from
	line int // line of the head
}

// words cuts s, which is in lower case, into words. An apostrophe belongs to
// the word.
func words(dst []word, s string, base, line int) []word {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z':
			j := i
			for j < len(s) && (s[j] >= 'a' && s[j] <= 'z' || s[j] == '\'' && j+1 < len(s) && s[j+1] >= 'a' && s[j+1] <= 'z') {
				j++
			}
			dst = append(dst, word{s[i:j], base + i, line})
			i = j
		case isDigit(c):
			j := i
			for j < len(s) && (isDigit(s[j]) || s[j] == '.' && j+1 < len(s) && isDigit(s[j+1])) {
				j++
			}
			dst = append(dst, word{s[i:j], base + i, line})
			i = j
		default:
			i++
		}
	}
	return dst
}

// gradeAt reads a grade at w[i] and returns how many words it has; 0 where
// there is none. "Requires improvement" and "requires improvement to be good"
// are the same grade.
func gradeAt(w []word, i int) (judgement.Grade, int) {
	at := func(k int, text string) bool { return i+k < len(w) && w[i+k].text == text }
	switch w[i].text {
	case "outstanding":
		return judgement.Outstanding, 1
	case "good":
		return judgement.Good, 1
	case "inadequate":
		return judgement.Inadequate, 1
	case "adequate":
		return judgement.Adequate, 1
	case "not":
		if at(1, "judged") {
			return judgement.NotJudged, 2
		}
	case "requires", "require", "requiring", "required":
		if !at(1, "improvement") {
			break
		}
		n := 2
		if at(2, "to") && at(3, "be") && at(4, "good") {
			n = 5
		}
		return judgement.RequiresImprovement, n
	}
	return 0, 0
}

// isGradeWord tells whether a word of a table's cell can belong to a grade.
func isGradeWord(s string) bool {
	switch s {
	case "outstanding", "good", "inadequate", "adequate", "requires", "require", "improvement", "to", "be", "not", "judged":
		return true
	}
	return false
}

// isLabelWord tells whether a word of a table's cell can belong to the name of
// a judgement area. No word belongs to names and grades both, so a table can
// be read whatever the order of its cells.
func isLabelWord(s string) bool {
	switch s {
	case "the", "impact", "of", "leaders", "on", "social", "work", "practice", "with", "children", "and", "families",
		"experiences", "experience", "progress", "who", "need", "help", "protection", "in", "care", "leavers",
		"overall", "effectiveness", "looked", "after", "achieving", "permanence", "adoption", "performance",
		"leadership", "management", "governance", "judgement", "judgements", "judgment", "grade", "grades":
		return true
	}
	return false
}

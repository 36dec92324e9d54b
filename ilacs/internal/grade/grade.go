// Package grade reads grades in the words of a text: "requires improvement to
// be good", and what a sentence says was judged, of which area.
package grade

import (
	"github.com/ilacs-go/inspection/internal/text"
	"github.com/ilacs-go/inspection/judgement"
)

// At reads a grade at w[i] and returns how many words it has; 0 where
// there is none. "Requires improvement" and "requires improvement to be good"
// are the same grade.
func At(w []text.Word, i int) (judgement.Grade, int) {
	at := func(k int, want string) bool { return i+k < len(w) && w[i+k].Text == want }
	switch w[i].Text {
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

// IsWord reports whether a word of a table's cell can belong to a grade.
func IsWord(s string) bool {
	switch s {
	case "outstanding", "good", "inadequate", "adequate", "requires", "require", "improvement", "to", "be", "not", "judged":
		return true
	}
	return false
}

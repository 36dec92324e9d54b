package passage

import "strings"

// shortestStem is the fewest letters that stem leaves of a word, shortestVerb
// those of a verb or a plural.
const shortestStem, shortestVerb = 4, 3

type ending struct {
	text string
	left int // the fewest letters that it is removed from
}

// endings are what stem removes from a word, by their last letters, the longest first.
var endings = [...][]ending{
	'd': {{"ied", shortestStem}, {"ed", shortestVerb}},
	'g': {{"ing", shortestVerb}},
	'n': {{"ation", shortestStem}},
	's': {
		{"ements", shortestStem}, {"ations", shortestStem}, {"nesses", shortestStem}, {"ness", shortestStem}, {"ies", shortestStem},
		{"es", shortestVerb}, {"s", shortestVerb},
	},
	't': {{"ement", shortestStem}},
	'y': {{"ingly", shortestStem}, {"edly", shortestStem}, {"ly", shortestStem}},
}

// endingsOf are the endings that a word may have.
func endingsOf(w string) []ending {
	if c := int(w[len(w)-1]); c < len(endings) {
		return endings[c]
	}
	return nil
}

// stem removes the ending of a word: what is left is its first n bytes, and then more,
// unless that is 0. It need not be a word; it is the same for words of one family:
// "plans" and "planning", "family" and "families".
func stem(w string) (n int, more byte) {
	n = len(w)
	for _, e := range endingsOf(w) {
		s, ok := strings.CutSuffix(w, e.text)
		if !ok || len(s) < e.left || e.text == "ly" && strings.HasSuffix(s, "i") {
			continue // "family" and "easily" go with "families" and "easy"
		}
		n = len(s)
		if e.text == "ies" || e.text == "ied" {
			return n, 'i'
		}
		break
	}
	if n > shortestVerb && w[n-1] == w[n-2] && strings.IndexByte("aeiousl", w[n-1]) < 0 {
		n-- // "planning", but not "assess" or "skill"
	}
	switch {
	case n <= shortestVerb:
	case w[n-1] == 'e':
		n--
	case w[n-1] == 'y':
		return n - 1, 'i'
	}
	return n, 0
}

// Package sentence divides the running text of English reports into sentences.
package sentence

import (
	"math/bits"

	"github.com/ilacs-go/inspection/internal/text"
)

// isAbbreviation reports whether a word in lower case is an abbreviation whose full
// stop does not end a sentence.
func isAbbreviation(s []byte) bool {
	switch string(s) {
	case "e.g", "i.e", "mr", "mrs", "ms", "dr", "st", "no", "vs", "p", "pp", "para", "paras", "cllr", "prof", "rev", "hon", "ref", "approx", "cf", "inc":
		return true
	}
	return false
}

// Next returns the end of the first sentence of s, with its closing marks and the
// digits of a footnote, and where the next sentence begins. A text without an end
// is one sentence.
func Next(s string) (end, next int) {
	for i := nextStop(s, 0); i < len(s); i = nextStop(s, i+1) {
		mark := afterClosing(s, i+1)
		end = mark
		for end < len(s) && end < mark+2 && text.IsDigit(s[end]) { // of a footnote
			end++
		}
		next = end
		for next < len(s) && s[next] == ' ' {
			next++
		}
		if next == len(s) {
			return end, next
		}
		if next > end && canBegin(s[next]) && !(s[i] == '.' && end == i+1 && Abbreviated(s[:i])) {
			return end, next
		}
	}
	return len(s), len(s)
}

// nextStop returns the offset of the first full stop, question mark or exclamation
// mark from i on, or the length of s.
func nextStop(s string, i int) int {
	for ; i+8 <= len(s); i += 8 {
		block := text.Eight(s, i)
		if found := text.EqualIn(block, '.') | text.EqualIn(block, '?') | text.EqualIn(block, '!'); found != 0 {
			return i + bits.TrailingZeros64(found)/8
		}
	}
	for i < len(s) && s[i] != '.' && s[i] != '?' && s[i] != '!' {
		i++
	}
	return i
}

// afterClosing returns the offset after the closing brackets and quotation marks
// at s[i].
func afterClosing(s string, i int) int {
	for i < len(s) {
		switch {
		case s[i] == ')' || s[i] == ']' || s[i] == '"' || s[i] == '\'':
			i++
		case len(s) > i+2 && (s[i:i+3] == "\u2019" || s[i:i+3] == "\u201D"):
			i += 3
		default:
			return i
		}
	}
	return i
}

// canBegin reports whether a sentence can begin with c: a capital letter, a digit,
// an opening mark, or the first byte of a character that is not ASCII.
func canBegin(c byte) bool {
	return c >= 'A' && c <= 'Z' || text.IsDigit(c) || c == '"' || c == '\'' || c == '(' || c == '[' || c >= 0x80
}

// Abbreviated reports whether s, which a full stop follows, ends in an
// abbreviation or an initial, so that the full stop does not end a sentence.
func Abbreviated(s string) bool {
	start := len(s)
	for start > 0 && (text.IsLetter(s[start-1]) || s[start-1] == '.') {
		start--
	}
	word := s[start:]
	if len(word) == 1 && word[0] >= 'A' && word[0] <= 'Z' { // an initial
		return true
	}
	var lower [6]byte // the longest abbreviation; a look-up that copies nothing
	if len(word) > len(lower) {
		return false
	}
	for i := range len(word) {
		lower[i] = word[i] | 0x20 // a letter in lower case; a full stop stays
	}
	return isAbbreviation(lower[:len(word)])
}

// Package sentence cuts the running text of English reports into sentences.
package sentence

// abbreviations whose full stop does not end a sentence.
var abbreviations = map[string]bool{
	"e.g": true, "i.e": true, "mr": true, "mrs": true, "ms": true, "dr": true, "st": true, "no": true,
	"vs": true, "p": true, "pp": true, "para": true, "paras": true, "cllr": true, "prof": true, "rev": true,
	"hon": true, "ref": true, "approx": true, "cf": true, "inc": true,
}

// Next returns the end of the first sentence of s, its closing marks and the
// digits of a footnote included, and where the one behind it begins. A text
// without an end is one sentence.
func Next(s string) (end, next int) {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c != '.' && c != '?' && c != '!' {
			continue
		}
		e := i + 1
		for e < len(s) {
			if n := closing(s[e:]); n > 0 {
				e += n
				continue
			}
			break
		}
		mark := e
		for e < len(s) && e < mark+2 && s[e] >= '0' && s[e] <= '9' {
			e++
		}
		if e == len(s) {
			return e, e
		}
		if s[e] != ' ' {
			continue
		}
		n := e
		for n < len(s) && s[n] == ' ' {
			n++
		}
		if n == len(s) {
			return e, n
		}
		if !begins(s[n:]) || s[i] == '.' && e == i+1 && Abbreviated(s[:i]) {
			continue
		}
		return e, n
	}
	return len(s), len(s)
}

// closing is the length of a closing bracket or quotation mark at the start of
// s.
func closing(s string) int {
	switch s[0] {
	case ')', ']', '"', '\'':
		return 1
	case 0xE2: // curly quotation marks
		if len(s) > 2 && s[1] == 0x80 && (s[2] == 0x99 || s[2] == 0x9D) {
			return 3
		}
	}
	return 0
}

// begins tells whether a sentence can begin like this: with a capital letter,
// a digit, or an opening mark.
func begins(s string) bool {
	c := s[0]
	return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '"' || c == '\'' || c == '(' || c == '[' || c >= 0x80
}

// Abbreviated tells whether s, which a full stop follows, ends in an abbreviation
// or an initial, so that the full stop ends no sentence.
func Abbreviated(s string) bool {
	start := len(s)
	for start > 0 && (isLetter(s[start-1]) || s[start-1] == '.') {
		start--
	}
	w := s[start:]
	if len(w) == 0 || len(w) > 6 {
		return false
	}
	if len(w) == 1 && w[0] >= 'A' && w[0] <= 'Z' { // an initial
		return true
	}
	var b [6]byte
	for i := 0; i < len(w); i++ {
		b[i] = w[i] | 0x20
		if w[i] == '.' {
			b[i] = '.'
		}
	}
	return abbreviations[string(b[:len(w)])]
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

package layout

import (
	"strings"
	"unicode/utf8"
)

// spaceBeforeMark reports whether the space at s[i] stands before a mark that no
// writer sets a space before: some tools that take text from a PDF put one
// there ("children ’s", "improve ?", "dates : 3 June").
func spaceBeforeMark(s string, i int) bool {
	if i == 0 || i+1 >= len(s) || s[i-1] <= ' ' {
		return false
	}
	n := 1 // the mark's length
	switch c := s[i+1]; c {
	case '?', ':', ';', ',', '!':
	case '.':
		if !isASCIILetter(s[i-1]) && s[i-1] < utf8.RuneSelf {
			return false // " .5"
		}
	case 0xE2: // an apostrophe; a quotation opens with another mark
		if !strings.HasPrefix(s[i+1:], "\u2019") {
			return false
		}
		n = len("\u2019")
		if rest := s[i+1+n:]; strings.HasPrefix(rest, "s") && (len(rest) == 1 || !isASCIILetter(rest[1])) {
			return true
		}
	default:
		return false
	}
	after := i + 1 + n
	return after == len(s) || s[after] == ' ' || s[after] == '\n' || s[after] == '\r'
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// manySpaces is how many bytes of text there are to a space before a mark, at
// the most, in text from a tool that also cuts words. In the texts of one such
// tool there are 150 to 700; where a tool sets its spaces right there are none.
const manySpaces = 2000

// joinWords joins words that a tool has cut by a space ("Coun cil"): where the
// two pieces side by side make a word that the document itself has more often
// than the rarer of the pieces. Line ends are left alone.
func joinWords(t *Text) *Text {
	count := map[string]int{}
	for i := 0; i < len(t.S); {
		end := wordEnd(t.S, i)
		if end > i {
			count[strings.ToLower(t.S[i:end])]++
		}
		i = max(end, i+1)
	}
	out := &Text{S: t.S, Invalid: t.Invalid, before: t}
	c := cleaner{t: out, s: t.S}
	for i := 0; i < len(t.S); {
		end := wordEnd(t.S, i)
		if end == i {
			i++
			continue
		}
		if end < len(t.S) && t.S[end] == ' ' {
			next := wordEnd(t.S, end+1)
			a, b := strings.ToLower(t.S[i:end]), strings.ToLower(t.S[end+1:next])
			if joined := count[a+b]; b != "" && joined > 1 && joined > min(count[a], count[b]) {
				c.put(end, 1, "")
				end = next
			}
		}
		i = end
	}
	c.finish()
	return out
}

// wordEnd is where the ASCII letters end that begin at s[i]; i where none do.
func wordEnd(s string, i int) int {
	for i < len(s) && isASCIILetter(s[i]) {
		i++
	}
	return i
}

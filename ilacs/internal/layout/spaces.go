package layout

import (
	"strings"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/internal/text"
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
	case '?':
		return true // the mark of a footnote may follow
	case ':', ';', ',', '!':
	case '.':
		if !text.IsLetter(s[i-1]) && s[i-1] < utf8.RuneSelf {
			return false // " .5"
		}
	case 0xE2: // an apostrophe; a quotation opens with another mark
		if !strings.HasPrefix(s[i+1:], "\u2019") {
			return false
		}
		n = len("\u2019")
		if rest := s[i+1+n:]; strings.HasPrefix(rest, "s") && (len(rest) == 1 || !text.IsLetter(rest[1])) {
			return true
		}
	default:
		return false
	}
	after := i + 1 + n
	return after == len(s) || s[after] == ' ' || s[after] == '\n' || s[after] == '\r'
}

// isOrphan reports whether the space at s[i] stands before a letter alone that
// is no word: a piece of a word that a tool has cut ("r equires").
func isOrphan(s string, i int) bool {
	return i+2 < len(s) && s[i+2] == ' ' && s[i+1] >= 'b' && s[i+1] <= 'z' && s[i+1] != 'i'
}

// A text is from a tool that cuts words where there is a space before a mark, or
// an orphan, in every cutEvery bytes, and at least minCut of them. In the texts
// of the one tool seen that does so there is one in 100 to 1,000 bytes; in those
// of others one in 10,000 at the most.
const cutEvery, minCut = 4000, 3

// wordsOfFields are words that a document may have only once, in its fields.
var wordsOfFields = []string{
	"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
	"date", "dates", "inspection", "inspector", "inspectors", "published", "report", "judgement", "recommendations",
	"outstanding", "good", "inadequate", "adequate", "requires", "improvement", "effectiveness", "leadership", "management",
	"governance", "experiences", "progress", "achieving", "permanence", "adoption", "performance", "areas", "study",
}

// joinWords joins words that a tool has cut by a space ("Coun cil"): where the
// two pieces side by side make a word that the document itself has more often
// than the rarer of the pieces. Spaces that no writer sets go too ("multi -agency").
// Line ends are left alone.
func joinWords(t *Text) *Text {
	count := map[string]int{}
	for _, w := range wordsOfFields { // as often as any other
		count[w] = 1 << 20
	}
	for i := 0; i < len(t.S); {
		end := wordEnd(t.S, i)
		if end > i && !possessive(t.S, i, end) {
			count[strings.ToLower(t.S[i:end])]++
		}
		i = max(end, i+1)
	}
	out := &Text{S: t.S, Invalid: t.Invalid, before: t}
	c := cleaner{t: out, s: t.S}
	for i := 0; i < len(t.S); {
		end := wordEnd(t.S, i)
		if end == i {
			if n := cutYear(t.S, i); n > 0 {
				c.put(i+n, 1, "")
			} else if t.S[i] == ' ' && c.done <= i && spaceWithin(t.S, i) {
				c.put(i, 1, "")
			}
			i++
			continue
		}
		if end < len(t.S) && t.S[end] == ' ' {
			next := wordEnd(t.S, end+1)
			a, b := strings.ToLower(t.S[i:end]), strings.ToLower(t.S[end+1:next])
			if b != "" && !possessive(t.S, i, end) && isCut(count, a, b, strings.ToLower(wordAt(t.S, next+1))) {
				c.put(end, 1, "")
				end = next
			}
		}
		i = end
	}
	c.finish()
	return out
}

// possessive reports whether the word s[i:end] is the "s" after an apostrophe.
func possessive(s string, i, end int) bool {
	return end == i+1 && s[i] == 's' && (strings.HasSuffix(s[:i], "\u2019") || strings.HasSuffix(s[:i], "'"))
}

// isCut reports whether a and b are the pieces of a word: the document has the
// word, and more often than the rarer piece. A piece that stands nowhere else needs
// the word only once, unless it may be a word that follows a common one. A letter
// alone is no word, and belongs to the word after it where that is more frequent.
func isCut(count map[string]int, a, b, after string) bool {
	joined := count[a+b]
	switch {
	case joined == 0 || a == "in" && !strings.HasPrefix(b, "spect"): // "in sufficient detail"
		return false
	case isOrphanWord(b):
		return joined >= count[b+after] || count[after] >= count[b+after]
	case isOrphanWord(a):
		return joined > count[b] || count[b] == 1
	}
	return joined > 1 && joined > min(count[a], count[b]) || count[a] == 1
}

// isOrphanWord reports whether a word in small letters is a letter that is none by
// itself.
func isOrphanWord(s string) bool { return len(s) == 1 && s != "a" && s != "i" }

// spaceWithin reports whether the space at s[i] stands where no writer sets one, in a
// text that is known to cut words: "multi -agency", "( IRO)", "43 %", "in 2013 .".
func spaceWithin(s string, i int) bool {
	if i == 0 || i+2 >= len(s) {
		return false
	}
	before, next, after := s[i-1], s[i+1], s[i+2]
	word := text.IsLetter(before) || text.IsDigit(before)
	switch next {
	case '-':
		return word && (text.IsLetter(after) || text.IsDigit(after) && text.IsLetter(before) || lineEnd(s[i+2:]) > 0)
	case ')':
		return word || before == '.'
	case '%':
		return text.IsDigit(before)
	case '.':
		return (text.IsDigit(before) || before == ')') && (after == ' ' || after == '\n')
	}
	return before == '(' && (text.IsLetter(next) || text.IsDigit(next))
}

// wordAt is the word that begins at s[i], "" where none does.
func wordAt(s string, i int) string {
	if i >= len(s) {
		return ""
	}
	return s[i:wordEnd(s, i)]
}

// wordEnd is where the ASCII letters end that begin at s[i]; i where none do.
func wordEnd(s string, i int) int {
	for i < len(s) && text.IsLetter(s[i]) {
		i++
	}
	return i
}

// cutYear is how many digits at s[i] begin a year that a space cuts ("2 014"); 0
// where none is cut. A month stands before a year.
func cutYear(s string, i int) int {
	if i < 4 || s[i-1] != ' ' || s[i] != '2' || !endsInMonth(s[:i-1]) {
		return 0
	}
	for n := 1; n < 4; n++ {
		if i+5 <= len(s) && s[i+n] == ' ' {
			year := s[i:i+n] + s[i+n+1:i+5]
			if BareNumber(year[1:]) >= 0 && year[1] == '0' && (i+5 == len(s) || s[i+5] < '0' || s[i+5] > '9') {
				return n
			}
			return 0
		}
	}
	return 0
}

// endsInMonth reports whether the last word of s begins as a month does; the
// rest of it may be cut off ("Decembe r").
func endsInMonth(s string) bool {
	end := len(s)
	for n := 0; n < 2; n++ {
		from := end
		for from > 0 && text.IsLetter(s[from-1]) {
			from--
		}
		word := strings.ToLower(s[from:end])
		for _, month := range wordsOfFields[:12] {
			if len(word) >= 3 && strings.HasPrefix(month, word[:3]) {
				return true
			}
		}
		if end = from - 1; end < 0 {
			return false
		}
	}
	return false
}

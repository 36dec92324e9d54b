package text

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/internal/tsv"
)

// Shorten returns the beginning of a text up to the last place between two phrases within
// so many characters, and reports whether that leaves anything out. What it returns does
// not end in a word that leads on to what is cut, such as an article, a preposition, or
// an adjective before its noun. Where no such place comes early enough, the text goes on
// to the next one; where there is none in three times as many characters, it ends
// sooner, or after a word.
func Shorten(s string, most int) (short string, cut bool) {
	if len(s) <= most || utf8.RuneCountInString(s) <= most {
		return s, false
	}
	words := phraseWords(s, furthest*most)
	least := leastKept(words, most)
	place, early, word := 0, 0, 0
	for i := 1; i < len(words); i++ {
		last := words[i-1]
		if place > 0 && last.length > most || i > 1 && last.length > furthest*most {
			break
		}
		if ends := endsPhrase(words, i); ends && last.length >= least {
			place = last.end
		} else if ends && last.length >= least/2 {
			early = last.end
		}
		if !isPhraseWord("leads", last.lower) && !looksAdjective(last.lower) {
			word = last.end
		}
	}
	switch {
	case place > 0:
		s = s[:place]
	case words[len(words)-1].end == len(s) && words[len(words)-1].length <= furthest*most:
		return s, false // it has no place to be cut
	case early > 0:
		s = s[:early]
	case word > 0:
		s = s[:word]
	default: // it is one word
		s = s[:words[0].end]
	}
	return strings.TrimRight(s, " ,;:.-\u2013\u2014"), true
}

// furthest is how many times as many characters as it should have a text has at the most:
// of what Ofsted asks for, one in six thousand that are cut has no place before that.
const furthest = 3

// phraseWord is a word of a text that is to be shortened.
type phraseWord struct {
	lower  string // in lower case, without the marks around it
	mark   byte   // the mark right after it: one of .,;:!? or 0
	end    int    // where it ends in the text, with its marks
	length int    // the characters of the text up to there
	open   bool   // within brackets
}

// phraseWords are the words of a text that end within so many characters, and as many
// after them as endsPhrase may look at.
func phraseWords(s string, most int) []phraseWord {
	var out []phraseWord
	at, length, depth := 0, 0, 0
	for after := 0; at < len(s) && after <= lookAhead; {
		from := at + len(s[at:]) - len(strings.TrimLeft(s[at:], " "))
		to := len(s)
		if i := strings.IndexByte(s[from:], ' '); i >= 0 {
			to = from + i
		}
		length += utf8.RuneCountInString(s[at:to])
		w := s[from:to]
		depth = max(0, depth+strings.Count(w, "(")-strings.Count(w, ")"))
		word := phraseWord{lower: Lower(Plain(strings.Trim(w, ".,;:!?()\u201c\u201d\u2018\""))), end: to, length: length, open: depth > 0}
		if c := strings.TrimRight(w, ")\u201d\u2019\""); c != "" && strings.IndexByte(".,;:!?", c[len(c)-1]) >= 0 {
			word.mark = c[len(c)-1]
		}
		out = append(out, word)
		at = to
		if length > most {
			after++
		}
	}
	return out
}

// lookAhead is how many words after a place endsPhrase looks at.
const lookAhead = 5

// leastKept is the fewest characters that are kept of a text: two in five, and more
// of one that begins with a clause or a phrase that is set before what it says.
func leastKept(words []phraseWord, most int) int {
	least := most * 2 / 5
	if first := words[0].lower; isPhraseWord("clause", first) || isPhraseWord("opens", first) {
		for _, w := range words {
			if w.mark == ',' && w.length < most {
				return w.length + most/4
			}
		}
	}
	return least
}

// endsPhrase reports whether the words before the ith end a phrase, so that the text can
// be cut there.
func endsPhrase(words []phraseWord, i int) bool {
	last, next := words[i-1], words[i].lower
	following := ""
	if i+1 < len(words) {
		following = words[i+1].lower
	}
	switch {
	case IsDigit(lastByte(last.lower)) && (next == "and" || next == "or" || next == "to"):
		return false // "aged 16 and 17"
	case last.open, last.lower == "", isPhraseWord("leads", last.lower), strings.HasSuffix(last.lower, "'s"), strings.HasSuffix(last.lower, "s'"), leavesOpen(words[:i]):
		return false
	case last.mark == ';', last.mark == ':', last.mark == '.', last.mark == '!', last.mark == '?', next == "", next == "-":
		return true
	case next == "and", next == "or", next == "but":
		return isPhraseWord("purpose", following) || following == "that" || isPhraseWord("opens", following) && following != "over" || endsListed(words, i)
	case next == "so", next == "such" && following == "as", next == "in" && following == "order", isPhraseWord("clause", next):
		return !strings.HasSuffix(last.lower, "ly") || last.mark == ','
	case next == "to":
		return isPhraseWord("purpose", following) && !isPhraseWord("wants-to", last.lower)
	case next == "between": // what is between what belongs to it
		return last.mark == ','
	case isPhraseWord("opens", next):
		return last.mark == ',' || !isPhraseWord("binds "+next, last.lower) && !isParticiple(last.lower)
	case last.mark == ',':
		return strings.HasSuffix(next, "ing") && !isPhraseWord("noun", next) || endsListed(words, i)
	}
	return false
}

func lastByte(s string) byte {
	if s == "" {
		return 0
	}
	return s[len(s)-1]
}

// leavesOpen reports whether words hold a "between" or a "both" without its "and".
func leavesOpen(words []phraseWord) bool {
	for i := len(words) - 1; i >= 0; i-- {
		switch words[i].lower {
		case "and", "or":
			return false
		case "between", "both", "either":
			return true
		}
	}
	return false
}

// endsListed reports whether the words before the ith, a member of a list, are complete:
// the object of a preposition, and not what shares an object or a noun with the next
// member, as in "the quality and timeliness of plans" and "timely and useful plans".
func endsListed(words []phraseWord, i int) bool {
	if looksAdjective(words[i-1].lower) {
		return false
	}
	for k := i + 1; k < min(len(words), i+lookAhead); k++ {
		if words[k].lower == "of" {
			return false
		}
		if isPhraseWord("leads", words[k].lower) && words[k].lower != "and" {
			break
		}
	}
	for k := i - 1; k > 0; k-- {
		switch w := words[k].lower; {
		case w == "of" || w == "to" || isPhraseWord("opens", w):
			return true
		case isPhraseWord("leads", w) && w != "and" && w != "or" && w != "the" && w != "their" && w != "all":
			return false
		}
	}
	return false
}

// looksAdjective reports whether a word is likely to be an adjective, a participle or an
// adverb.
func looksAdjective(w string) bool {
	if isPhraseWord("noun", w) {
		return false
	}
	if isPhraseWord("adjective", w) {
		return true
	}
	for _, end := range []string{"ive", "ful", "able", "ible", "ous", "ly", "ical", "ic", "less", "ate", "ent", "ant", "ary", "ed", "al", "ing", "ern"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// isParticiple reports whether a word is likely to be a form of a verb that a preposition
// belongs to: "involved in", "working with".
func isParticiple(w string) bool {
	return (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing")) && !isPhraseWord("noun", w)
}

//go:embed phrases.tsv
var phrasesTSV string

// phraseClasses are the words of each class of phrases.tsv.
var phraseClasses = sync.OnceValue(func() map[string]map[string]bool {
	classes := map[string]map[string]bool{}
	for row := range tsv.Rows("phrases.tsv", phrasesTSV) {
		classes[row[0]] = map[string]bool{}
		for w := range strings.FieldsSeq(row[1]) {
			classes[row[0]][w] = true
		}
	}
	return classes
})

func isPhraseWord(class, word string) bool { return phraseClasses()[class][word] }

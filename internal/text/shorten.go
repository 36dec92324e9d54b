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
		if ends := last.length >= least/2 && endsPhrase(words, i); ends && last.length >= least {
			place = last.end
			if last.mark == '.' || last.mark == ';' {
				break // rather than in the midst of what else is said
			}
		} else if ends {
			early = last.end
		}
		if !last.isIn(classLeads) && !last.looksAdjective() {
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
	is     phraseClass
}

// phraseClass is the classes of phrases.tsv that a word is in.
type phraseClass uint8

const (
	classLeads phraseClass = 1 << iota
	classOpens
	classClause
	classPurpose
	classWantsTo
	classAdjective
	classNoun
	classVerb
)

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
		word.is = phraseClasses().of[word.lower]
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
	if words[0].isIn(classClause | classOpens) {
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
	last, next, following := words[i-1], words[i], phraseWord{}
	if i+1 < len(words) {
		following = words[i+1]
	}
	switch {
	case IsDigit(lastByte(last.lower)) && (next.lower == "and" || next.lower == "or" || next.lower == "to"):
		return false // "aged 16 and 17"
	case last.open, last.lower == "", strings.HasSuffix(last.lower, "-"), last.isIn(classLeads), strings.HasSuffix(last.lower, "'s"), strings.HasSuffix(last.lower, "s'"), leavesOpen(words[:i]), lacksVerb(words[:i]):
		return false
	case i > 1 && words[i-2].lower == "to" && last.isIn(classPurpose|classVerb):
		return false // "to support"
	case last.mark != 0 && last.mark != ',', next.lower == "", next.lower == "-":
		return true
	}
	switch {
	case next.lower == "and", next.lower == "or", next.lower == "but":
		return following.isIn(classPurpose) || following.lower == "that" || following.isIn(classOpens) && following.lower != "over" || endsListed(words, i)
	case next.lower == "so", next.lower == "such" && following.lower == "as", next.lower == "in" && following.lower == "order", next.isIn(classClause):
		return !strings.HasSuffix(last.lower, "ly") || last.mark == ','
	case next.lower == "to":
		return following.isIn(classPurpose) && !last.isIn(classWantsTo)
	case next.lower == "between": // what is between what belongs to it
		return last.mark == ','
	case next.isIn(classOpens):
		return last.mark == ',' || !last.binds(next.lower) && !last.isParticiple()
	case last.mark == ',':
		return strings.HasSuffix(next.lower, "ing") && !next.isIn(classNoun) || endsListed(words, i)
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

// lacksVerb reports whether words end in a clause that says what is to be so, without its
// verb: "Ensure that all care leavers".
func lacksVerb(words []phraseWord) bool {
	for i := len(words) - 1; i > 0; i-- {
		switch before := words[i-1].lower; {
		case words[i].isIn(classVerb) && before != "who" && before != "which" && before != "that" && before != "where":
			return false
		case words[i].lower == "that" && (before == "ensure" || before == "ensuring" || before == "sure"):
			return true
		}
	}
	return false
}

// endsListed reports whether the words before the ith, a member of a list, are complete:
// the object of a preposition, and not what shares an object or a noun with the next
// member, as in "the quality and timeliness of plans" and "timely and useful plans".
func endsListed(words []phraseWord, i int) bool {
	if words[i-1].looksAdjective() {
		return false
	}
	for k := i + 1; k < min(len(words), i+lookAhead); k++ {
		if words[k].lower == "of" {
			return false
		}
		if words[k].isIn(classLeads) && words[k].lower != "and" {
			break
		}
	}
	for k := i - 1; k > 0; k-- {
		switch w := words[k].lower; {
		case w == "of" || w == "to" || words[k].isIn(classOpens):
			return true
		case words[k].isIn(classLeads) && w != "and" && w != "or" && w != "the" && w != "their" && w != "all":
			return false
		}
	}
	return false
}

// looksAdjective reports whether a word is likely to be an adjective, a participle or an
// adverb.
func (w phraseWord) looksAdjective() bool {
	if w.isIn(classNoun) {
		return false
	}
	if w.isIn(classAdjective) {
		return true
	}
	for _, end := range [...]string{"ive", "ful", "able", "ible", "ous", "ly", "ic", "less", "ate", "ent", "ant", "ary", "ed", "al", "ing", "ern"} {
		if strings.HasSuffix(w.lower, end) {
			return true
		}
	}
	return false
}

// isParticiple reports whether a word is likely to be a form of a verb that a preposition
// belongs to: "involved in", "working with".
func (w phraseWord) isParticiple() bool {
	return (strings.HasSuffix(w.lower, "ed") || strings.HasSuffix(w.lower, "ing")) && !w.isIn(classNoun)
}

//go:embed phrases.tsv
var phrasesTSV string

var phraseClassNames = map[string]phraseClass{
	"leads": classLeads, "opens": classOpens, "clause": classClause, "purpose": classPurpose,
	"wants-to": classWantsTo, "adjective": classAdjective, "noun": classNoun, "verb": classVerb,
}

// phraseTable is the words of phrases.tsv.
type phraseTable struct {
	of    map[string]phraseClass
	binds map[string]string // the prepositions that belong to a word, with spaces around each
}

var phraseClasses = sync.OnceValue(func() phraseTable {
	t := phraseTable{map[string]phraseClass{}, map[string]string{}}
	for row := range tsv.Rows("phrases.tsv", phrasesTSV) {
		preposition, binds := strings.CutPrefix(row[0], "binds ")
		for w := range strings.FieldsSeq(row[1]) {
			if binds {
				t.binds[w] += " " + preposition + " "
			} else {
				t.of[w] |= phraseClassNames[row[0]]
			}
		}
	}
	return t
})

// binds reports whether a preposition belongs to the word.
func (w phraseWord) binds(preposition string) bool {
	of, ok := phraseClasses().binds[w.lower]
	return ok && strings.Contains(of, " "+preposition+" ")
}

func (w phraseWord) isIn(c phraseClass) bool { return w.is&c != 0 }

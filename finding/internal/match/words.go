// Package match finds many patterns of words in a text in one pass.
//
// A pattern is a phrase of elements, separated by spaces:
//
//	word     that word, in any case; a hyphen divides words, and a possessive
//	         ending is not part of one
//	word*    any word that begins so
//	#        a number
//	@class   any word of a named class
//	(a|b)    either phrase; (a|) is optional
//	…        up to three words of any kind
//
// No pattern matches across a comma, a bracket or the end of a sentence.
package match

// Break is the punctuation that stands before a word.
type Break uint8

const (
	Space Break = iota // nothing but space, quotation marks or a hyphen
	Comma
	Open  // an opening bracket
	Close // a closing bracket
	Dash  // a dash between two parts of a sentence
	Stop  // . ; : ? ! and the start of the text
)

// maxSymbols bounds what one word can be at once: itself, a member of classes,
// and one of several beginnings.
const maxSymbols = 6

// Word is one word of a text: text[Start:End].
type Word struct {
	Start, End int
	Break      Break // what stands before it
	n          uint8
	symbols    [maxSymbols]symbol
}

// letter folds a byte of a word to 1..37, or gives 0 for a byte that no pattern
// holds; between is for a byte that is not of a word at all.
const between = 255

var fold = func() (t [256]uint8) {
	for i := range t {
		switch b := byte(i); {
		case b >= 'a' && b <= 'z':
			t[i] = b - 'a' + 1
		case b >= 'A' && b <= 'Z':
			t[i] = b - 'A' + 1
		case b >= '0' && b <= '9':
			t[i] = b - '0' + 27
		case b == '%':
			t[i] = 37
		case b >= 0x80:
			t[i] = 0
		default:
			t[i] = between
		}
	}
	return t
}()

const letters = 38

// punct gives the length of the mark at the start of s that is not part of a
// word, with the break that it makes, or 0 for part of a word.
func punct(s string) (int, Break) {
	switch s[0] {
	case ',':
		return 1, Comma
	case '(', '[':
		return 1, Open
	case ')', ']':
		return 1, Close
	case '.', ';', ':', '?', '!':
		return 1, Stop
	case 0xC2: // no-break space
		if len(s) > 1 && s[1] == 0xA0 {
			return 2, Space
		}
		return 0, Space
	case 0xE2: // general punctuation: dashes and curly quotation marks
		if len(s) > 2 && s[1] == 0x80 {
			switch s[2] {
			case 0x93, 0x94:
				return 3, Dash
			default:
				return 3, Space
			}
		}
		return 0, Space
	}
	if fold[s[0]] == between {
		return 1, Space
	}
	return 0, Space
}

// apostrophe gives the length of an apostrophe at the start of s, straight or
// curly, or 0.
func apostrophe(s string) int {
	if s[0] == '\'' {
		return 1
	}
	if len(s) > 2 && s[0] == 0xE2 && s[1] == 0x80 && s[2] == 0x99 {
		return 3
	}
	return 0
}

// Words appends the words of text to dst. A full stop between two digits or
// before a lower-case letter is still a Stop: no pattern needs it otherwise.
func (m *Matcher) Words(dst []Word, text string) []Word {
	brk := Stop
	for i := 0; i < len(text); {
		n, b := punct(text[i:])
		if n > 0 {
			if b > brk {
				brk = b
			}
			if b == Space && n == 1 && text[i] == '-' && i > 0 && text[i-1] == ' ' && i+1 < len(text) && text[i+1] == ' ' {
				brk = max(brk, Dash) // a hyphen for a dash
			}
			i += n
			continue
		}
		w := Word{Start: i, Break: brk}
		i = m.word(&w, text, i)
		dst = append(dst, w)
		brk = Space
		if i < len(text) {
			if a := apostrophe(text[i:]); a > 0 && i+a < len(text) && text[i+a]|0x20 == 's' {
				if j := i + a + 1; j == len(text) || !inWord(text[j:]) {
					i = j
				}
			}
		}
	}
	return dst
}

func inWord(s string) bool {
	n, _ := punct(s)
	return n == 0
}

// word walks the word at text[i:] through the letters of the vocabulary, notes
// what it can be, and gives the offset behind it.
func (m *Matcher) word(w *Word, text string, i int) int {
	at := uint16(1) // node of the trie; 0 is nowhere
	digits := true
	if fold[text[i]] == 37 { // a per cent sign is a word by itself
		at = m.next[at][37]
		i++
		digits = false
	} else {
		for i < len(text) {
			l := fold[text[i]]
			if l == between || l == 37 {
				break
			}
			if l == 0 {
				if n, _ := punct(text[i:]); n > 0 {
					break
				}
			}
			digits = digits && l > 26
			if at = m.next[at][l]; at != 0 {
				for _, s := range m.prefix[at] {
					w.add(s)
				}
			}
			i++
		}
	}
	w.End = i
	if at != 0 {
		for _, s := range m.exact[at] {
			w.add(s)
		}
	}
	if digits && m.number != 0 {
		w.add(m.number)
	}
	return i
}

func (w *Word) add(s symbol) {
	if w.n < maxSymbols {
		w.symbols[w.n] = s
		w.n++
	}
}

package match

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

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

// Word is one word of a text: text[Start:End].
type Word struct {
	Start, End int32
	Break      Break  // what stands before it
	entry      uint16 // its index in the matcher's entries
}

// fold has, for each byte, its lower case if it can stand in a word of a pattern,
// foreign if it can only stand in other words, and 0 if it stands in none.
var fold = func() (t [256]byte) {
	for i := range t {
		switch b := byte(i); {
		case b >= 'a' && b <= 'z', b >= '0' && b <= '9', b == '%':
			t[i] = b
		case b >= 'A' && b <= 'Z':
			t[i] = b + 'a' - 'A'
		case b >= 0x80:
			t[i] = foreign
		}
	}
	return t
}()

const foreign = 1

// punctuation returns the length of the space or punctuation mark at the start of
// s, and the break that it makes; 0 if s begins with part of a word.
func punctuation(s string) (int, Break) {
	switch b := s[0]; fold[b] {
	case 0:
		switch b {
		case ',':
			return 1, Comma
		case '(', '[':
			return 1, Open
		case ')', ']':
			return 1, Close
		case '.', ';', ':', '?', '!':
			return 1, Stop
		}
		return 1, Space
	case foreign:
		switch {
		case b == 0xC2 && len(s) > 1 && s[1] == 0xA0: // no-break space
			return 2, Space
		case b == 0xE2 && len(s) > 2 && s[1] == 0x80 && s[2] >= 0x80 && s[2] < 0xC0: // dashes and curly quotation marks
			if s[2] == 0x93 || s[2] == 0x94 {
				return 3, Dash
			}
			return 3, Space
		}
	}
	return 0, Space
}

// apostrophe returns the length of an apostrophe at the start of s, straight or
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

// maxText is how much of a text is read: the offsets of words are 32 bits wide.
const maxText = 1 << 30

// Words appends the words of text to dst.
func (m *Matcher) Words(dst []Word, text string) []Word {
	if len(text) > maxText {
		text = text[:maxText]
	}
	brk := Stop
	for i := 0; i < len(text); {
		if text[i] == ' ' {
			i++
			continue
		}
		if fold[text[i]] <= foreign {
			if n, b := punctuation(text[i:]); n > 0 {
				if text[i] == '-' && i > 0 && text[i-1] == ' ' && i+1 < len(text) && text[i+1] == ' ' {
					b = Dash // a hyphen for a dash
				}
				brk = max(brk, b)
				i += n
				continue
			}
		}
		word := Word{Start: int32(i), Break: brk}
		i = m.readWord(&word, text, i)
		if len(dst) == cap(dst) {
			dst = slices.Grow(dst, len(dst)+1) // twice as many: append grows a large slice by a quarter
		}
		dst = append(dst, word)
		brk = Space
		if i < len(text) && text[i] != ' ' {
			if a := apostrophe(text[i:]); a > 0 && i+a < len(text) {
				j := i + a + 1
				ends := j == len(text) || !continuesWord(text[j:])
				switch last := text[i+a] | 0x20; {
				case ends && last == 's':
					i = j
				case ends && last == 't' && text[i-1]|0x20 == 'n' && i-int(dst[len(dst)-1].Start) >= len("don"):
					dst = m.splitNot(dst, text, i, j)
					i = j
				}
			}
		}
	}
	return dst
}

// splitNot makes two words of the last, a contraction that ends at text[:end] and
// whose "n" is at text[n-1]: "aren’t" is "are" and "n’t", which is the word "not".
func (m *Matcher) splitNot(dst []Word, text string, n, end int) []Word {
	w := &dst[len(dst)-1]
	if !strings.EqualFold(text[w.Start:n], "can") {
		n--
	}
	*w = Word{Start: w.Start, Break: w.Break}
	m.readWord(w, text[:n], int(w.Start))
	not := Word{}
	m.readWord(&not, "not", 0)
	not.Start, not.End = int32(n), int32(end)
	return append(dst, not)
}

// continuesWord reports whether s begins with part of a word.
func continuesWord(s string) bool {
	n, _ := punctuation(s)
	return n == 0
}

// readWord reads the word at text[i:] into w, with its entry, and returns the
// offset after it.
func (m *Matcher) readWord(w *Word, text string, i int) int {
	start := i
	if i+perBlock <= len(text) { // most words are short, and ASCII stands after them
		block := blockAt(text, i)
		n := bits.TrailingZeros64(endsWord(block)) / 8
		if n > 0 && n < perBlock && text[i+n] < utf8.RuneSelf {
			w.End = int32(i + n)
			block = (block | 0x2020202020202020) & firstBytes(n)
			if e := m.words.shortEntry[m.words.shortPlace(block)]; e != 0 {
				w.entry = e
			} else {
				w.entry = m.unlisted(letters{block}, text[i:i+n], block&0x4040404040404040 == 0)
			}
			return i + n
		}
	}
	if text[i] == '%' { // a word by itself
		w.End = int32(i + 1)
		w.entry = m.words.find(letters{'%'}, "%")
		return i + 1
	}
	var l letters
	digits := true
	for n := perBlock; n == perBlock; {
		block := blockAt(text, i)
		n = bits.TrailingZeros64(endsWord(block)) / 8
		block = (block | 0x2020202020202020) & firstBytes(n)
		if at := i - start; at < maxLetters {
			l[at/perBlock] = block
		}
		digits = digits && block&0x4040404040404040 == 0
		i += n
	}
	if i < len(text) && text[i] >= utf8.RuneSelf {
		if n, _ := punctuation(text[i:]); n == 0 {
			i, digits = endOfWord(text, i), false
			l = lettersOf(text[start:i])
		}
	}
	w.End = int32(i)
	w.entry = m.entryOf(l, text[start:i], digits)
	return i
}

// blockAt returns the eight bytes of text from i on as one number, the first in its
// lowest byte; zeros stand for those after the end.
func blockAt(text string, i int) uint64 {
	if i+perBlock <= len(text) {
		s := text[i : i+perBlock]
		return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	}
	block := uint64(0)
	for k := len(text) - 1; k >= i; k-- {
		block = block<<8 | uint64(text[k])
	}
	return block
}

// endsWord returns a number with the highest bit set in each byte in which block
// has neither an ASCII letter nor a digit. It works on all bytes at once: for c from
// 0 to 127, c+0x80-x has that bit if c is x or more.
func endsWord(block uint64) uint64 {
	const each, high = 0x0101010101010101, 0x8080808080808080
	c := block &^ high
	lower := c | 0x20*each
	letter := (lower + (0x80-'a')*each) &^ (lower + (0x80-'z'-1)*each)
	digit := (c + (0x80-'0')*each) &^ (c + (0x80-'9'-1)*each)
	return (block | ^(letter | digit)) & high
}

// endOfWord returns the offset after the word that text[i], a letter of another
// script, is part of.
func endOfWord(text string, i int) int {
	for i < len(text) && fold[text[i]] != '%' && continuesWord(text[i:]) {
		i++
	}
	return i
}

// entryOf returns the entry of a word.
func (m *Matcher) entryOf(l letters, word string, digits bool) uint16 {
	if e := m.words.find(l, word); e != 0 {
		return e
	}
	return m.unlisted(l, word, digits)
}

// unlisted returns the entry of a word that is in no pattern as it is: that of
// numbers, or of the longest prefix of patterns that it begins with, which has what
// the shorter ones have.
func (m *Matcher) unlisted(l letters, word string, digits bool) uint16 {
	if digits {
		return m.number
	}
	e, _ := m.longestPrefix(l, word)
	return e
}

// longestPrefix returns the entry and the length of the longest prefix of patterns
// that a word begins with.
func (m *Matcher) longestPrefix(l letters, word string) (entry uint16, length int) {
	lengths := m.prefixLengths[prefixHash(l)] & uint32(1<<min(len(word)+1, maxLetters+1)-1)
	for lengths != 0 {
		n := bits.Len32(lengths) - 1
		if e := m.prefixes.find(l.first(n), word[:n]); e != 0 {
			return e, n
		}
		lengths &^= 1 << n
	}
	return 0, 0
}

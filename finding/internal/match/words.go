package match

import (
	"math/bits"
	"strings"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/internal/text"
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
	number     uint16 // the number that the lexicon has for it
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

// Words appends the words of s to dst.
func (x *Lexicon) Words(dst []Word, s string) []Word {
	if len(s) > maxText {
		s = s[:maxText]
	}
	brk := Stop
	for i := 0; i < len(s); {
		if s[i] == ' ' {
			i++
			continue
		}
		if fold[s[i]] <= foreign {
			if n, b := punctuation(s[i:]); n > 0 {
				if s[i] == '-' && i > 0 && s[i-1] == ' ' && i+1 < len(s) && s[i+1] == ' ' {
					b = Dash // a hyphen for a dash
				}
				brk = max(brk, b)
				i += n
				continue
			}
		}
		number, end := x.readWord(s, i)
		dst = append(text.Room(dst), Word{int32(i), int32(end), brk, number})
		brk, i = Space, end
		if i < len(s) && s[i] != ' ' {
			if a := apostrophe(s[i:]); a > 0 && i+a < len(s) {
				j := i + a + 1
				ends := j == len(s) || !continuesWord(s[j:])
				switch last := s[i+a] | 0x20; {
				case ends && last == 's':
					i = j
				case ends && last == 't' && s[i-1]|0x20 == 'n' && i-int(dst[len(dst)-1].Start) >= len("don"):
					dst = x.splitNot(dst, s, i, j)
					i = j
				}
			}
		}
	}
	return dst
}

// splitNot makes two words of the last, a contraction that ends at text[:end] and
// whose "n" is at text[n-1]: "aren’t" is "are" and "n’t", which is the word "not".
func (x *Lexicon) splitNot(dst []Word, text string, n, end int) []Word {
	w := &dst[len(dst)-1]
	if !strings.EqualFold(text[w.Start:n], "can") {
		n--
	}
	number, at := x.readWord(text[:n], int(w.Start))
	w.number, w.End = number, int32(at)
	not, _ := x.readWord("not", 0)
	return append(dst, Word{int32(n), int32(end), Space, not})
}

// continuesWord reports whether s begins with part of a word.
func continuesWord(s string) bool {
	n, _ := punctuation(s)
	return n == 0
}

// readWord reads the word that begins at s[i], and returns its number and the offset
// after it.
func (x *Lexicon) readWord(s string, i int) (number uint16, end int) {
	var block uint64
	if i+perBlock <= len(s) { // as blockAt, without a call
		block = text.Eight(s, i)
	} else {
		block = blockAt(s, i)
	}
	n := bits.TrailingZeros64(endsWord(block)) / 8
	if end = i + n; n == perBlock || end < len(s) && s[end] >= utf8.RuneSelf {
		return x.readLong(s, i, block)
	}
	if n == 0 { // "%", a word by itself
		return x.words.find(letters{one: '%'}, "%"), i + 1
	}
	block = (block | spaces) & firstBytes(n)
	if number = x.words.short.numbers[x.words.short.place(block, hash(block))]; number == 0 {
		number = x.unlisted(letters{one: block}, s[i:end], isDigits(block))
	}
	return number, end
}

// readLong is readWord for a word of more letters than a block has, or with letters of
// another script. block has the first.
func (x *Lexicon) readLong(text string, i int, block uint64) (number uint16, end int) {
	n := bits.TrailingZeros64(endsWord(block)) / 8
	l := letters{one: (block | spaces) & firstBytes(n)}
	digits := isDigits(l.one)
	for end = i + n; n == perBlock; end += n {
		block = blockAt(text, end)
		n = bits.TrailingZeros64(endsWord(block)) / 8
		block = (block | spaces) & firstBytes(n)
		if end == i+perBlock {
			l.two = block
		}
		digits = digits && isDigits(block)
	}
	if end < len(text) && text[end] >= utf8.RuneSelf {
		if n, _ := punctuation(text[end:]); n == 0 {
			end, digits = endOfWord(text, end), false
			l = lettersOf(text[i:end])
		}
	}
	word := text[i:end]
	if number = x.words.find(l, word); number == 0 {
		number = x.unlisted(l, word, digits)
	}
	return number, end
}

// spaces are eight spaces: with their bits a letter is in lower case.
const spaces = 0x2020202020202020

// isDigits reports whether a block of letters in lower case has digits alone.
func isDigits(block uint64) bool { return block&0x4040404040404040 == 0 }

// blockAt returns the eight bytes of s from i on as one number, the first in its
// lowest byte; zeros stand for those after the end.
func blockAt(s string, i int) uint64 {
	if i+perBlock <= len(s) {
		return text.Eight(s, i)
	}
	if missing := i + perBlock - len(s); missing < perBlock && len(s) >= perBlock {
		return text.Eight(s, len(s)-perBlock) >> (8 * missing)
	}
	block := uint64(0)
	for k := len(s) - 1; k >= i; k-- {
		block = block<<8 | uint64(s[k])
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

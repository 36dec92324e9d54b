package match

import (
	"slices"
	"strings"
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

// maxSymbols is how many symbols one word can have: its own, those of classes and
// those of prefixes. Compile refuses patterns that would need more.
const maxSymbols = 6

// Word is one word of a text: text[Start:End].
type Word struct {
	Start, End int32
	Break      Break // what stands before it
	count      uint8 // of its symbols
	symbols    [maxSymbols]symbol
	bits       uint64 // bit s%64 is set for each symbol s
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
		if len(dst) == cap(dst) {
			dst = slices.Grow(dst, len(dst)+1) // twice as many: append grows a large slice by a quarter
		}
		dst = append(dst, Word{Start: int32(i), Break: brk})
		i = m.readWord(&dst[len(dst)-1], text, i)
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

// readWord reads the word at text[i:] into w, with its symbols, and returns the
// offset after it.
func (m *Matcher) readWord(w *Word, text string, i int) int {
	start := i
	h := hashSeed
	all := byte(0)       // the bits of all letters: those of digits lack 0x40
	lengths := uint32(0) // of the prefixes that the word can have; bit 0 is for the letters so far
	if text[i] == '%' {  // a word by itself
		all = 'a'
		h = hashByte(h, '%')
		i++
	} else {
		for ; i < len(text); i++ {
			b := fold[text[i]]
			if b < '0' { // neither letter nor digit
				if b != foreign {
					break
				}
				if n, _ := punctuation(text[i:]); n > 0 {
					break
				}
				all = 'a'
			}
			all |= b
			h = hashByte(h, b)
			if i-start+1 == minPrefix {
				lengths = m.prefixLengths[uint16(h)%prefixHashes] >> minPrefix
			}
			if lengths&1 != 0 && m.prefixes.mayHold(h) {
				w.add(m.prefixes.find(h, text[start:i+1]))
			}
			lengths >>= 1
		}
	}
	w.End = int32(i)
	if m.words.mayHold(h) {
		w.add(m.words.find(h, text[start:i]))
	}
	if all&0x40 == 0 && m.number != 0 {
		w.add([]symbol{m.number})
	}
	return i
}

func (w *Word) add(list []symbol) {
	for _, s := range list {
		if w.count < maxSymbols {
			w.symbols[w.count] = s
			w.count++
			w.bits |= 1 << (s % 64)
		}
	}
}

// Package text holds the few string functions that all readers share. They
// work on bytes and on ASCII letters, so that offsets in what they return are
// offsets in what they were given, unless a function says otherwise.
package text

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// IsLetter reports whether c is an ASCII letter.
func IsLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// IsDigit reports whether c is an ASCII digit.
func IsDigit(c byte) bool { return c >= '0' && c <= '9' }

// Lower returns s with its ASCII letters in lower case, so that offsets stay.
func Lower(s string) string {
	i := 0
	for ; i+8 <= len(s); i += 8 {
		if found := within(Eight(s, i), 'A', 'Z'); found != 0 {
			return lowerFrom(s, i+bits.TrailingZeros64(found)/8, '\n')
		}
	}
	for ; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' {
			return lowerFrom(s, i, '\n')
		}
	}
	return s
}

// LowerLine is Lower with spaces for line ends.
func LowerLine(s string) string { return lowerFrom(s, 0, ' ') }

// lowerFrom is Lower for a text whose first capital is at i or later, with lineEnd for
// line ends. It writes a part at a time, so that no more is allocated than what is
// returned.
func lowerFrom(s string, i int, lineEnd byte) string {
	var part [128]byte
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:i])
	for i < len(s) {
		n := copy(part[:], s[i:])
		for k, c := range part[:n] {
			switch {
			case c >= 'A' && c <= 'Z':
				part[k] = c | 0x20
			case c == '\n':
				part[k] = lineEnd
			}
		}
		b.Write(part[:n])
		i += n
	}
	return b.String()
}

// Plain returns s with plain quotation marks, dashes and spaces, and with one
// space for each run of them. Offsets do not stay.
func Plain(s string) string {
	i := plainUntil(s)
	if i == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:i])
	space := i > 0 && s[i-1] == ' '
	for i < len(s) {
		if c := s[i]; c < utf8.RuneSelf && c != '\t' && c != '`' {
			if i++; c != ' ' || !space {
				b.WriteByte(c)
			}
			space = c == ' '
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if r = plainRune(r); r != ' ' || !space {
			b.WriteRune(r)
		}
		space = r == ' '
	}
	return b.String()
}

// Folded returns s in lower case, as [Lower] does, and plain, as [Plain] does.
func Folded(s string) string {
	if i := plainUntil(s); i == len(s) {
		return Lower(s)
	}
	return string(AppendFolded(make([]byte, 0, len(s)), s))
}

// AppendFolded appends what [Folded] returns to dst.
func AppendFolded(dst []byte, s string) []byte {
	start := len(dst)
	for len(s) > 0 {
		n := plainUntil(s)
		dst = append(dst, s[:n]...)
		lower(dst[len(dst)-n:])
		if s = s[n:]; s == "" {
			break
		}
		r, size := utf8.DecodeRuneInString(s)
		s = s[size:]
		if r = plainRune(r); r != ' ' {
			dst = utf8.AppendRune(dst, r)
			continue
		}
		if len(dst) == start || dst[len(dst)-1] != ' ' {
			dst = append(dst, ' ')
		}
		s = strings.TrimLeft(s, " ")
	}
	return dst
}

// lower turns the capitals of a text into small letters.
func lower(b []byte) {
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
}

// plainRune returns what stands in a plain text for a character.
func plainRune(r rune) rune {
	switch r {
	case '\u2018', '\u2019', '\u201A', '\u02BC', '`', '\u00B4':
		return '\''
	case '\u201C', '\u201D', '\u201E':
		return '"'
	case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\u2500':
		return '-'
	case '\t':
		return ' '
	}
	return r
}

// plainUntil returns the offset up to which s is surely plain: that of the first
// character that may not stay.
func plainUntil(s string) int {
	i := 0
	for ; i+8 <= len(s); i += 7 { // the last of eight is the first of the next
		block := Eight(s, i)
		spaces := EqualIn(block, ' ')
		if found := block&HighBits | EqualIn(block, '\t') | EqualIn(block, '`') | spaces&(spaces>>8); found != 0 {
			return i + bits.TrailingZeros64(found)/8
		}
	}
	for ; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || s[i] == '\t' || s[i] == '`' || s[i] == ' ' && i+1 < len(s) && s[i+1] == ' ' {
			return i
		}
	}
	return len(s)
}

// ContainsAny reports whether s contains one of the words.
func ContainsAny(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// Room returns a slice that has room for one more element. A full one becomes twice
// as large, where append makes a large one larger by a quarter, and so copies all
// of a long one five times.
func Room[S ~[]E, E any](s S) S {
	if len(s) == cap(s) {
		return slices.Grow(s, len(s)+1)
	}
	return s
}

// HasAnyPrefix reports whether s begins with one of the prefixes.
func HasAnyPrefix(s string, prefixes ...string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, p) })
}

// Word is a run of letters, or of digits with the dots between them, in lower
// case. An apostrophe between letters belongs to the word.
type Word struct {
	Text string
	At   int // its offset in the text that it was taken from
}

// End returns the offset just after the word.
func (w Word) End() int { return w.At + len(w.Text) }

// Words appends the words of s, which is in lower case, to dst. base is added to
// their offsets.
func Words(dst []Word, s string, base int) []Word {
	for i := 0; i < len(s); {
		n := WordAt(s[i:])
		if n == 0 {
			i++
			continue
		}
		dst = append(Room(dst), Word{s[i : i+n], base + i})
		i += n
	}
	return dst
}

// WordAt returns the length of the word with which s, which is in lower case, begins; 0
// if it begins with none.
func WordAt(s string) int {
	n := 0
	switch {
	case s[0] >= 'a' && s[0] <= 'z':
		for {
			n += letters(s[n:])
			if n+1 >= len(s) || s[n] != '\'' || s[n+1] < 'a' || s[n+1] > 'z' {
				break
			}
			n++
		}
	case IsDigit(s[0]):
		for n < len(s) && (IsDigit(s[n]) || s[n] == '.' && n+1 < len(s) && IsDigit(s[n+1])) {
			n++
		}
	}
	return n
}

// letters returns how many small letters s begins with.
func letters(s string) int {
	n := 0
	for ; n+8 <= len(s); n += 8 {
		if others := ^within(Eight(s, n), 'a', 'z') & HighBits; others != 0 {
			return n + bits.TrailingZeros64(others)/8
		}
	}
	for n < len(s) && s[n] >= 'a' && s[n] <= 'z' {
		n++
	}
	return n
}

// LastWords appends the last words of s, which is in lower case, to dst: n of them, or
// fewer where it has no more. Their offsets are those in s.
func LastWords(dst []Word, s string, n int) []Word {
	from := len(s)
	for k := 0; k < n && from > 0; {
		word := false
		for ; from > 0 && !mayHold(s[from-1]); from-- {
		}
		for ; from > 0 && mayHold(s[from-1]); from-- {
			word = word || IsLetter(s[from-1]) || IsDigit(s[from-1])
		}
		if word {
			k++
		}
	}
	at := len(dst)
	dst = Words(dst, s[from:], from)
	return append(dst[:at], dst[max(at, len(dst)-n):]...)
}

// mayHold reports whether a word may hold c.
func mayHold(c byte) bool { return IsLetter(c) || IsDigit(c) || c == '\'' || c == '.' }

package layout

import (
	"strings"

	"github.com/ilacs-go/inspection/internal/text"
)

// ParagraphNumber reads the number at the start of a numbered paragraph: "12."
// with a space, a capital letter or nothing after it. n is its length with the
// space after it; it is 0 if s does not begin so.
func ParagraphNumber(s string) (n, number int) {
	number, n = leadingDigits(s, 4)
	if n == 0 || n == 4 || number == 0 || n >= len(s) || s[n] != '.' {
		return 0, 0
	}
	for n+1 < len(s) && s[n+1] == '.' { // "46.. Most": a slip
		n++
	}
	end := skipSpace(s, n+1)
	if end == n+1 && end < len(s) && !(s[end] >= 'A' && s[end] <= 'Z') {
		return 0, 0
	}
	return end, number
}

// BareNumber returns the value of a text that is a number of up to three digits
// and nothing else, -1 for any other text.
func BareNumber(s string) int {
	number, n := leadingDigits(s, 4)
	if n == 0 || n > 3 || n < len(s) {
		return -1
	}
	return number
}

// leadingDigits reads the digits at the start of s, up to so many.
func leadingDigits(s string, most int) (value, n int) {
	for n < len(s) && n < most && text.IsDigit(s[n]) {
		value = value*10 + int(s[n]-'0')
		n++
	}
	return value, n
}

// trailingDigits returns where the digits at the end of s begin, up to so many.
func trailingDigits(s string, most int) int {
	n := len(s)
	for n > 0 && len(s)-n < most && text.IsDigit(s[n-1]) {
		n--
	}
	return n
}

// paragraphNumber reads the number at the start of line i, if it begins a
// numbered paragraph: it is the next number or the one after (reports do leave
// one out), or 1 again, and the paragraph before it has ended. A sentence that
// wraps at "children aged | 16. This" has the wrong number or is unfinished. n is
// 0 if no paragraph begins.
func (u *unwrapper) paragraphNumber(i int, line string, cur *Block, gap bool) (n, number int) {
	if k := pageNumber(line); k > 0 { // the number of the page runs into the paragraph that begins it
		if n, number := ParagraphNumber(line[k:]); n > 0 && number == u.number+1 && k+n < len(line) && isCapital(line[k+n]) {
			return k + n, number
		}
	}
	n, number = ParagraphNumber(line)
	dot := n > 0
	if !dot {
		if n, number = numberWithoutDot(line); n == 0 || !gap || u.number == 0 || number != u.number+1 {
			return 0, 0
		}
	}
	ended := cur == nil || u.isEmpty(cur) || endsSentence(u.tail())
	switch {
	case number == u.number+1 && (ended || gap && dot):
	case number == u.number+1 && dot && n < len(line) && isCapital(line[n]) && !u.recurs(i, number):
	case number == u.number+2 && ended && gap && dot && u.number > 0:
	case number == 1 && ended && gap && dot:
	case u.number == 0 && cur == nil && dot: // a part of a document may begin at any number
	default:
		return 0, 0
	}
	return n, number
}

// numberWithoutDot reads a number at the start of a line that has only a space
// between it and a capital letter.
func numberWithoutDot(line string) (n, number int) {
	number, n = leadingDigits(line, 3)
	if n == 0 || n+1 >= len(line) || line[n] != ' ' {
		return 0, 0
	}
	n = skipSpace(line, n)
	if !isCapital(line[n]) {
		return 0, 0
	}
	return n, number
}

// recurs reports whether the number of line i begins a later line, before the
// number after it does: then line i is the rest of a sentence.
func (u *unwrapper) recurs(i, number int) bool {
	for k := i + 1; k < len(u.lines); k++ {
		switch _, n := ParagraphNumber(u.lines[k].Text(u.s)); n {
		case number:
			return true
		case number + 1:
			return false
		}
	}
	return false
}

// numberWithin finds the number of the next paragraph in the middle of a line,
// after the end of a sentence, as in text that was rewrapped. It returns where
// the text before it ends and where the paragraph begins; n is 0 if there is none.
func (u *unwrapper) numberWithin(line string) (at, n int) {
	mark := strings.Index(line, u.next)
	if mark < 0 {
		if mark = len(line) - len(u.next) + 1; mark < 0 || line[mark:] != u.next[:len(u.next)-1] {
			return 0, 0
		}
	}
	at, n = mark-1, min(len(line), mark+len(u.next))
	if at < 1 || line[at] != ' ' || !endsSentence(withoutNumber(line[:at])) || n < len(line) && !isCapital(line[n]) {
		return 0, 0
	}
	return at, n
}

// withoutNumber returns s without a number of up to three digits that stands by
// itself at its end.
func withoutNumber(s string) string {
	if n := trailingDigits(s, 3); n < len(s) && n > 0 && s[n-1] == ' ' {
		return s[:n-1]
	}
	return s
}

// pageNumber returns the length of a page number at the start of s, with the
// space after it; 0 if there is none.
func pageNumber(s string) int {
	if _, n := leadingDigits(s, 3); n > 0 && n < len(s) && s[n] == ' ' {
		return n + 1
	}
	return 0
}

package layout

import "strings"

// numberInside finds the next paragraph's number in mid-line, behind the end of
// a sentence, where lines were broken anew: where what stands before it ends, and
// where the paragraph begins. n is 0 where there is none.
func (b *builder) numberInside(text string) (at, n int) {
	mark := strings.Index(text, b.next)
	if mark < 0 {
		if mark = len(text) - len(b.next) + 1; mark < 0 || text[mark:] != b.next[:len(b.next)-1] {
			return 0, 0
		}
	}
	at, n = mark-1, min(len(text), mark+len(b.next))
	if at < 1 || text[at] != ' ' || !ends(withoutNumber(text[:at])) || n < len(text) && !upper(text[n]) {
		return 0, 0
	}
	return at, n
}

// numbered tells whether a line begins a numbered paragraph: its number is the
// next one or the next but one (reports do leave one out), or 1 again, and
// what stands before it is at an end. A sentence that wraps at "children aged
// | 16. This" has the wrong number or an open line before it.
func (b *builder) numbered(i int, text string, cur *Block, gap bool) (n, number int) {
	if k := PageNumber(text); k > 0 { // glued to the paragraph that begins the page
		if n, number := Numbered(text[k:]); n > 0 && number == b.number+1 && k+n < len(text) && upper(text[k+n]) {
			return k + n, number
		}
	}
	n, number = Numbered(text)
	dot := n > 0
	if !dot {
		for n < len(text) && n < 3 && text[n] >= '0' && text[n] <= '9' {
			number = number*10 + int(text[n]-'0')
			n++
		}
		if n == 0 || n+1 >= len(text) || text[n] != ' ' || !gap || number != b.number+1 || b.number == 0 {
			return 0, 0
		}
		n = skipSpace(text, n)
		if !upper(text[n]) {
			return 0, 0
		}
	}
	closed := cur == nil || b.out.Len() == int(cur.From) || ends(b.tail())
	switch {
	case number == b.number+1 && (closed || gap && dot):
	case number == b.number+1 && dot && n < len(text) && upper(text[n]) && !b.comesAgain(i, number):
	case number == b.number+2 && closed && gap && dot && b.number > 0:
	case number == 1 && closed && gap && dot:
	case b.number == 0 && cur == nil && dot: // a part of a document may begin at any number
	default:
		return 0, 0
	}
	return n, number
}

// withoutNumber takes a number that stands by itself off the end of s.
func withoutNumber(s string) string {
	n := len(s)
	for n > 0 && len(s)-n < 3 && s[n-1] >= '0' && s[n-1] <= '9' {
		n--
	}
	if n < len(s) && n > 0 && s[n-1] == ' ' {
		return s[:n-1]
	}
	return s
}

// PageNumber is the length of a page number with the space after it at the start
// of s; 0 where s does not begin with one.
func PageNumber(s string) int {
	n := 0
	for n < len(s) && n < 3 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n == 0 || n == len(s) || s[n] != ' ' {
		return 0
	}
	return n + 1
}

// comesAgain tells whether the number of line i begins a later line before the
// number behind it does: then line i is the rest of a sentence.
func (b *builder) comesAgain(i, number int) bool {
	for k := i + 1; k < len(b.lines); k++ {
		switch _, n := Numbered(b.lines[k].Of(b.s)); n {
		case number:
			return true
		case number + 1:
			return false
		}
	}
	return false
}

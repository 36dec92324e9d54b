package layout

import (
	"slices"
	"strings"
)

// numberWithin finds the next paragraph's number in mid-line, after the end of
// a sentence, where lines were broken anew: where what stands before it ends, and
// where the paragraph begins. n is 0 where there is none.
func (b *unwrapper) numberWithin(text string) (at, n int) {
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

// paragraphNumber reports whether a line begins a numbered paragraph: its number is the
// next one or the next but one (reports do leave one out), or 1 again, and
// what stands before it is at an end. A sentence that wraps at "children aged
// | 16. This" has the wrong number or an open line before it.
func (b *unwrapper) paragraphNumber(i int, text string, cur *Block, gap bool) (n, number int) {
	if k := PageNumber(text); k > 0 { // glued to the paragraph that begins the page
		if n, number := ParagraphNumber(text[k:]); n > 0 && number == b.number+1 && k+n < len(text) && upper(text[k+n]) {
			return k + n, number
		}
	}
	n, number = ParagraphNumber(text)
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
	case number == b.number+1 && dot && b.goesOnUpper(i, text[n:]) && !b.recurs(i, number):
	case number == b.number+2 && closed && gap && dot && b.number > 0:
	case number == 1 && closed && gap && dot:
	case b.number == 0 && cur == nil && dot: // a part of a document may begin at any number
	default:
		return 0, 0
	}
	return n, number
}

// goesOnUpper reports whether what follows a number on line i, or on the next
// line where the number stands alone, begins with a capital letter.
func (b *unwrapper) goesOnUpper(i int, rest string) bool {
	if rest == "" {
		for i++; i < len(b.lines) && b.lines[i].Furniture; i++ {
		}
		if i == len(b.lines) {
			return false
		}
		rest = b.lines[i].Text(b.s)
	}
	return upper(rest[0])
}

// column is a column of numbers, each alone on its line, that a tool has put
// apart from the paragraphs they belong to: "1.", "2.", "3.", and before, around
// or after them on the page the three paragraphs.
type column struct {
	line         int // the first of its lines
	first, count int // its numbers
}

// takeColumn takes the column that begins at line i and returns how many lines
// it has, 0 where there is none.
func (b *unwrapper) takeColumn(i int) int {
	first := numberAlone(b.lines[i].Text(b.s))
	if first < 0 || first != b.number+1 && first != b.number+2 && first != 1 {
		return 0
	}
	n := 1
	for i+n < len(b.lines) && numberAlone(b.lines[i+n].Text(b.s)) == first+n {
		n++
	}
	if n < 2 {
		return 0
	}
	b.columns = append(b.columns, column{i, first, n})
	b.setNumber(first + n - 1)
	return n
}

// spreadColumns gives the numbers of each column to the paragraphs that have
// none, between the numbered ones before and after it on its page: to those after
// the column, to those after the last heading before it, or to all, whichever are
// as many as the numbers. Where none are, the numbers are lost, and counted.
func (b *unwrapper) spreadColumns() {
	text := b.out.String()
	for _, c := range b.columns {
		var page, section, after []*Block
		from, to := b.pageOf(c.line)
		for i := range b.flow.Blocks {
			k := &b.flow.Blocks[i]
			line := int(k.Line)
			switch {
			case line < from || line >= to:
			case k.Kind == KindNumbered && line > c.line:
				to = line // the rest of the page is numbered
			case k.Kind == KindNumbered:
				page, section = nil, nil
			case k.Kind == KindHeading && line < c.line:
				section = nil
			case k.Kind == KindParagraph && isParagraph(text[k.From:k.To], int(k.Lines)):
				page, section = append(page, k), append(section, k)
				if line > c.line {
					after = append(after, k)
				}
			}
		}
		i := slices.IndexFunc([][]*Block{after, section, page}, func(blocks []*Block) bool { return len(blocks) == c.count })
		if i < 0 {
			b.flow.LostNumbers += c.count
			continue
		}
		for n, k := range [][]*Block{after, section, page}[i] {
			k.Kind, k.Number = KindNumbered, c.first+n
		}
	}
}

// isParagraph reports whether a block may begin a numbered paragraph: it begins
// with a capital letter, and is no line of a title or footer.
func isParagraph(s string, lines int) bool {
	return s != "" && upper(s[0]) && (lines > 2 || ends(s))
}

// pageOf is where the page of line i begins and ends.
func (b *unwrapper) pageOf(i int) (from, to int) {
	for from = i; from > 0 && !b.lines[from].NewPage; from-- {
	}
	for to = i + 1; to < len(b.lines) && !b.lines[to].NewPage; to++ {
	}
	return from, to
}

// numberAlone is the number of a paragraph whose text is on another line; -1
// where s is more, or something else.
func numberAlone(s string) int {
	if rest, ok := strings.CutSuffix(s, "."); ok {
		return BareNumber(rest)
	}
	return -1
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

// recurs reports whether the number of line i begins a later line before the
// number after it does: then line i is the rest of a sentence.
func (b *unwrapper) recurs(i, number int) bool {
	for k := i + 1; k < len(b.lines); k++ {
		switch _, n := ParagraphNumber(b.lines[k].Text(b.s)); n {
		case number:
			return true
		case number + 1:
			return false
		}
	}
	return false
}

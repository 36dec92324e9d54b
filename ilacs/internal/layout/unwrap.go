package layout

import (
	"sort"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/internal/sentence"
	"github.com/ilacs-go/inspection/internal/text"
)

// Kind is the kind of a block.
type Kind uint8

// The kinds of block.
const (
	KindParagraph Kind = iota
	KindNumbered       // a paragraph with a printed number
	KindItem           // a bullet and what belongs to it
	KindHeading        // a heading that the caller found
)

// Block is lines that belong together: Unwrapped.S[From:To].
type Block struct {
	Kind     Kind
	Number   int // of a numbered paragraph
	Heading  int // of a heading: its index among the caller's headings
	From, To int32
	Lines    int32 // how many lines it was printed on
}

// Heading is a heading that the caller found among the lines.
type Heading struct {
	Line, Lines int   // the index of its first line, and how many it has
	Rest        int32 // where text goes on after it on its last line; 0 if none does
}

// Unwrapped is the text of the blocks, one after another, each without line
// breaks.
type Unwrapped struct {
	S      string
	Blocks []Block
	pieces []piece
}

// piece says that the unwrapped text, from an offset on, is the plain text from
// another.
type piece struct{ unwrapped, plain int32 }

// PlainOffset returns the offset in the plain text of an offset in the unwrapped
// text.
func (u *Unwrapped) PlainOffset(i int) int {
	n := sort.Search(len(u.pieces), func(k int) bool { return int(u.pieces[k].unwrapped) > i })
	if n == 0 {
		return i
	}
	p := u.pieces[n-1]
	return int(p.plain) + i - int(p.unwrapped)
}

// Unwrap joins the lines of the plain text, from one on, into blocks.
func Unwrap(s string, lines []Line, from int, headings []Heading) *Unwrapped {
	u := &unwrapper{s: s, lines: lines}
	size := 0
	if from < len(lines) {
		size = len(s) - int(lines[from].Start) + 1
	}
	u.out.Grow(size)
	u.result.Blocks = make([]Block, 0, len(lines)/6+8)
	u.result.pieces = make([]piece, 0, len(lines)+8)
	u.setNumber(0)
	h := 0
	for i := from; i < len(lines); i++ {
		for h < len(headings) && headings[h].Line < i {
			h++
		}
		if h == len(headings) || headings[h].Line != i {
			u.line(i, lines[i])
			continue
		}
		u.open(Block{Kind: KindHeading, Heading: h})
		if n := headings[h].Lines; n > 1 {
			i += n - 1
		}
		if rest := headings[h].Rest; rest > 0 {
			l := lines[i]
			l.Start, l.Blanks, l.NewPage = rest, 1, false
			u.line(i, l)
		}
	}
	u.close()
	u.result.S = u.out.String()
	return &u.result
}

// unwrapper builds the unwrapped text, line by line.
type unwrapper struct {
	s              string
	lines          []Line
	out            strings.Builder
	result         Unwrapped
	number         int    // of the last numbered paragraph
	next           string // how the next number is printed: "12. "
	afterFurniture bool   // furniture stood between the last line and this one
}

func (u *unwrapper) setNumber(n int) {
	u.number = n
	u.next = strconv.Itoa(n+1) + ". "
}

// open begins a block.
func (u *unwrapper) open(b Block) {
	u.close()
	b.From = int32(u.out.Len())
	u.result.Blocks = append(u.result.Blocks, b)
}

// close ends the last block.
func (u *unwrapper) close() {
	if n := len(u.result.Blocks); n > 0 && u.result.Blocks[n-1].To == 0 {
		u.result.Blocks[n-1].To = int32(u.out.Len())
	}
}

// current returns the block being built, nil if a new one has to begin.
func (u *unwrapper) current() *Block {
	if n := len(u.result.Blocks); n > 0 && u.result.Blocks[n-1].Kind != KindHeading {
		return &u.result.Blocks[n-1]
	}
	return nil
}

// isEmpty reports whether nothing has been written of a block.
func (u *unwrapper) isEmpty(b *Block) bool { return u.out.Len() == int(b.From) }

// tail returns the last few bytes written.
func (u *unwrapper) tail() string {
	s := u.out.String()
	return s[max(0, len(s)-12):]
}

// line adds a line to the current block, or to a new one.
func (u *unwrapper) line(i int, l Line) {
	if l.Furniture {
		u.afterFurniture = true
		return
	}
	line := l.Text(u.s)
	page := l.NewPage || u.afterFurniture
	gap := page || l.Blanks > 0
	u.afterFurniture = false
	cur := u.current()

	midSentence := (!gap || page) && cur != nil && cur.Kind != KindItem && !u.isEmpty(cur) && !endsSentence(u.tail())
	if n, nested := Bullet(line); n > 0 && !(midSentence && beginsWithDash(line)) {
		if !nested || cur == nil || cur.Kind == KindParagraph {
			u.open(Block{Kind: KindItem})
			line, l.Start = line[n:], l.Start+int32(n)
		}
		u.write(line, l.Start)
		return
	}
	if n, number := u.paragraphNumber(i, line, cur, gap); n > 0 {
		u.open(Block{Kind: KindNumbered, Number: number})
		u.setNumber(number)
		u.write(line[n:], l.Start+int32(n))
		return
	}
	if cur == nil || gap && !u.continues(i, cur, line, page) || !gap && u.isHeadingBetweenItems(i, line) {
		u.open(Block{Kind: KindParagraph})
	}
	for {
		at, n := u.numberWithin(line)
		if n == 0 {
			break
		}
		u.write(line[:at], l.Start)
		u.open(Block{Kind: KindNumbered, Number: u.number + 1})
		u.setNumber(u.number + 1)
		line, l.Start = line[n:], l.Start+int32(n)
	}
	u.write(line, l.Start)
}

// continues reports whether line i, after a gap, belongs to the block before it.
func (u *unwrapper) continues(i int, cur *Block, line string, page bool) bool {
	if u.isEmpty(cur) {
		return true // a bullet or a number alone on its line
	}
	lower := line[0] >= 'a' && line[0] <= 'z'
	if !endsSentence(u.tail()) {
		return page || lower
	}
	if page && (lower || endsInAbbreviation(u.tail())) {
		return true
	}
	return page && cur.Kind != KindParagraph && !u.looksLikeHeading(i, line)
}

// looksLikeHeading reports whether line i is short, does not end a sentence, and
// has a blank line after it.
func (u *unwrapper) looksLikeHeading(i int, line string) bool {
	return len(line) < 70 && isCapital(line[0]) && !strings.ContainsRune(".,;", rune(line[len(line)-1])) &&
		i+1 < len(u.lines) && u.lines[i+1].Blanks > 0
}

// isHeadingBetweenItems reports whether line i is a heading between items, though
// no blank line sets it off: it is short and does not end a sentence, stands
// after the end of one, and before a bullet or a number.
func (u *unwrapper) isHeadingBetweenItems(i int, line string) bool {
	if len(line) > 60 || !isCapital(line[0]) || strings.ContainsRune(".;,:)", rune(line[len(line)-1])) ||
		i+1 >= len(u.lines) || !endsSentence(u.tail()) {
		return false
	}
	next := u.lines[i+1].Text(u.s)
	n, _ := Bullet(next)
	_, number := ParagraphNumber(next)
	return n > 0 || number == u.number+1 && number > 1
}

// write writes a line's text, after a space unless a word goes on after its
// hyphen. Each run of spaces becomes one.
func (u *unwrapper) write(line string, plain int32) {
	cur := &u.result.Blocks[len(u.result.Blocks)-1]
	cur.Lines++
	if !u.isEmpty(cur) && line != "" && !u.splitsWord(line) {
		u.out.WriteByte(' ')
	}
	for {
		u.result.pieces = append(u.result.pieces, piece{int32(u.out.Len()), plain})
		k := doubleSpace(line)
		if k < 0 {
			u.out.WriteString(line)
			return
		}
		u.out.WriteString(line[:k+1])
		n := skipSpace(line, k)
		line, plain = line[n:], plain+int32(n)
	}
}

// splitsWord reports whether a word at the end of what was written goes on, after
// its hyphen, at the start of a line. In "16- and | 17-year-olds" none does.
func (u *unwrapper) splitsWord(line string) bool {
	t := u.tail()
	return len(t) > 1 && t[len(t)-1] == '-' && t[len(t)-2] != ' ' && line[0] >= 'a' && line[0] <= 'z' &&
		!text.HasAnyPrefix(line, "and ", "or ", "to ")
}

// doubleSpace returns where the first run of spaces begins, -1 if there is none.
func doubleSpace(s string) int {
	for i := 1; i < len(s); i++ {
		if s[i] == ' ' && s[i-1] == ' ' {
			return i - 1
		}
	}
	return -1
}

// beginsWithDash reports whether a line begins with a dash, which in the middle
// of a sentence is not a bullet.
func beginsWithDash(line string) bool { return text.HasAnyPrefix(line, "-", "\u2013", "\u2212") }

// endsInAbbreviation reports whether s ends in an abbreviation with its full stop.
func endsInAbbreviation(s string) bool {
	rest, ok := strings.CutSuffix(s, ".")
	return ok && sentence.Abbreviated(rest)
}

// endsSentence reports whether s is at the end of a sentence: closing marks and
// the digits of a footnote may follow the full stop.
func endsSentence(s string) bool {
	i := trailingDigits(s, len(s))
	if i < len(s) && i > 0 && s[i-1] == ' ' {
		return false
	}
	for i > 0 {
		switch c := s[i-1]; {
		case c == '.' || c == '?' || c == '!' || c == ':':
			return true
		case c == ')' || c == ']' || c == '"' || c == '\'' || c >= 0x80:
			i--
		default:
			return false
		}
	}
	return false
}

// isCapital reports whether c is a capital letter, or the first byte of a
// character that is not ASCII and may be one.
func isCapital(c byte) bool { return c >= 'A' && c <= 'Z' || c >= 0x80 }

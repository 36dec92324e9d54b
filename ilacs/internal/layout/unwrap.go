package layout

import (
	"math/bits"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/ilacs/internal/sentence"
)

// Kind tells what a block is.
type Kind uint8

const (
	KindParagraph Kind = iota
	KindItem           // a bullet and what belongs to it
	KindNumbered       // a paragraph with a printed number
	KindHeading        // a heading that the caller found
)

// Block is a run of lines that belong together, unwrapped: Flow.S[From:To].
type Block struct {
	Kind     Kind
	Number   int // of a numbered paragraph
	Heading  int // of a KindHeading: its place among the caller's headings
	From, To int32
	Line     int32 // the first line
	Blank    bool  // blank lines or a page's end stand before it
	Lines    int32 // how many lines it has
}

// Heading is a heading that the caller found among the lines.
type Heading struct {
	Line, Lines int   // its first line, and how many it has
	Rest        int32 // where text goes on after it on its last line; 0 where none does
}

// Unwrapped is the text of the blocks, one after the other, each on one line.
type Unwrapped struct {
	S      string
	Blocks []Block
	// LostNumbers is how many paragraph numbers stand apart from paragraphs that
	// they could not be matched with.
	LostNumbers int
	// LostBullets is the same of bullets.
	LostBullets int
	pieces      []piece
	last        int // the piece in which an offset was last found
}

// piece: from flow on, the flow text is the plain text from plain on.
type piece struct{ flow, plain int32 }

// PlainOffset is the offset in the plain text of offset i of the flow text.
func (f *Unwrapped) PlainOffset(i int) int {
	isIn := func(n int) bool { // whether it is in piece n
		return int(f.pieces[n].flow) <= i && (n+1 == len(f.pieces) || int(f.pieces[n+1].flow) > i)
	}
	n := f.last
	for n < min(f.last+mostAhead, len(f.pieces)) && !isIn(n) {
		n++
	}
	if n == min(f.last+mostAhead, len(f.pieces)) {
		if n = sort.Search(len(f.pieces), func(k int) bool { return int(f.pieces[k].flow) > i }) - 1; n < 0 {
			return i
		}
	}
	f.last = n
	p := f.pieces[n]
	return int(p.plain) + i - int(p.flow)
}

// mostAhead is how many pieces are looked at one by one, as offsets are mostly asked
// for in their order.
const mostAhead = 8

// unwrapper makes an Unwrapped.
type unwrapper struct {
	s        string
	lines    []Line
	out      strings.Builder
	flow     Unwrapped
	number   int           // the last paragraph number
	next     string        // how the next one is written: "12. "
	afterEnd bool          // furniture stood between the last line and this one
	numbers  map[int][]int // the lines that begin with each paragraph number; nil until they are asked for
	columns  []column
	page     []*Block // what besideColumn looks through
	seams    []seam
	bare     bool // the last line was a bullet alone
	mark     rune // the bullet of the items
	inner    rune // the bullet of a list within an item, 0 outside one
	loose    bool // blank lines stand between the lines of items
}

// Unwrap joins the lines from the one given on into blocks.
func Unwrap(s string, lines []Line, from int, headings []Heading) *Unwrapped {
	b := &unwrapper{s: s, lines: lines}
	size := 0
	for _, l := range lines[min(from, len(lines)):] {
		size += int(l.End-l.Start) + len(" ")
	}
	b.out.Grow(size)
	b.flow.Blocks = make([]Block, 0, len(lines)/6+8)
	b.flow.pieces = make([]piece, 0, len(lines)+8)
	b.setNumber(0)
	b.loose = isLoose(s, lines)
	h := 0
	for i := from; i < len(lines); i++ {
		for h < len(headings) && headings[h].Line < i {
			h++
		}
		if h < len(headings) && headings[h].Line == i {
			b.open(Block{Kind: KindHeading, Heading: h, Line: int32(i)})
			b.mark, b.inner = 0, 0
			if n := headings[h].Lines; n > 1 {
				i += n - 1
			}
			if rest := headings[h].Rest; rest > 0 {
				l := lines[i]
				l.Start, l.Blanks, l.NewPage = rest, 1, false
				b.line(i, l)
			}
			continue
		}
		if n := b.takeColumn(i); n > 0 {
			i += n - 1
			b.afterEnd = false // what follows is no rest of the page before
			continue
		}
		b.line(i, lines[i])
	}
	b.close()
	b.spreadColumns()
	b.flow.S = b.out.String()
	return &b.flow
}

func (b *unwrapper) setNumber(n int) {
	b.number = n
	b.next = strconv.Itoa(n+1) + ". "
}

func (b *unwrapper) open(k Block) {
	b.close()
	k.From = int32(b.out.Len())
	b.flow.Blocks = append(b.flow.Blocks, k)
}

func (b *unwrapper) close() {
	if n := len(b.flow.Blocks); n > 0 && b.flow.Blocks[n-1].To == 0 {
		b.flow.Blocks[n-1].To = int32(b.out.Len())
	}
}

// current is the block being built, nil where a new one has to begin.
func (b *unwrapper) current() *Block {
	if n := len(b.flow.Blocks); n > 0 && b.flow.Blocks[n-1].Kind != KindHeading {
		return &b.flow.Blocks[n-1]
	}
	return nil
}

func (b *unwrapper) line(i int, l Line) {
	if l.Furniture {
		b.afterEnd = true
		return
	}
	text := b.s[l.Start:l.End] // Line.Text would copy the line, for which its parts must be in memory
	gap := l.Blanks > 0 || l.NewPage || b.afterEnd
	page := l.NewPage || b.afterEnd
	bare := b.bare
	b.afterEnd, b.bare = false, false
	cur := b.current()

	dash := (!gap || page) && cur != nil && cur.Kind != KindItem && b.out.Len() > int(cur.From) && !ends(b.tail())
	if n, _ := Bullet(text); n > 0 && !(dash && isDash(text)) {
		if b.opensItem(cur, text) {
			b.open(Block{Kind: KindItem, Line: int32(i), Blank: gap})
		} else if isDash(text) {
			n = 0 // the dashes of a list within an item stay as printed
		}
		b.write(text[n:], l.Start+int32(n))
		b.bare = n == len(text)
		return
	}
	if n := romanMark(text); n > 0 && cur != nil && cur.Kind != KindParagraph {
		b.write(text, l.Start)
		b.bare = n == len(text)
		return
	}
	if n, number := b.paragraphNumber(i, text, cur, gap); n > 0 {
		b.open(Block{Kind: KindNumbered, Number: number, Line: int32(i), Blank: gap})
		b.setNumber(number)
		b.write(text[n:], l.Start+int32(n))
		return
	}
	switch {
	case bare && cur != nil:
	case cur == nil || gap && !b.continues(i, cur, text, page) || !gap && b.isHeadingBetweenItems(i, text):
		b.open(Block{Kind: KindParagraph, Line: int32(i), Blank: gap})
	case page && upper(text[0]) && ends(b.tail()):
		end := int32(b.out.Len())
		b.seams = append(b.seams, seam{len(b.flow.Blocks) - 1, i, cur.Lines, end, end + int32(len(" ")), 0})
	}
	for {
		at, n := b.numberWithin(text)
		if n == 0 {
			break
		}
		b.write(text[:at], l.Start)
		b.open(Block{Kind: KindNumbered, Number: b.number + 1, Line: int32(i)})
		b.setNumber(b.number + 1)
		text, l.Start = text[n:], l.Start+int32(n)
	}
	b.write(text, l.Start)
}

// romanMark is the length of "(i)", "(ii)" and so on at the start of a line: the
// mark of a list within an item, which stays as printed.
func romanMark(s string) int {
	if s[0] != '(' {
		return 0
	}
	n := 1 + len(s[1:]) - len(strings.TrimLeft(s[1:], "ivx"))
	if n == 1 || n >= len(s) || s[n] != ')' || n+1 < len(s) && s[n+1] != ' ' {
		return 0
	}
	return n + 1
}

// opensItem reports whether a line that begins with a bullet begins an item of
// its own. The mark that began the list begins its items; another one, after an
// item that ends in a colon or after its own like, is of a list within the item.
func (b *unwrapper) opensItem(cur *Block, text string) bool {
	mark, _ := utf8.DecodeRuneInString(text)
	n, nested := Bullet(text)
	colon := cur != nil && cur.Kind == KindItem && strings.HasSuffix(strings.TrimRight(b.tail(), " "), ":")
	switch {
	case cur == nil || cur.Kind == KindParagraph || cur.Kind == KindNumbered && !nested:
	case cur.Kind == KindItem && mark == b.mark:
		// With one mark for both lists, the inner one's items begin in small.
		if small := n < len(text) && (lower(text[n]) || text[n] >= '0' && text[n] <= '9'); small && (colon || b.inner == mark) {
			b.inner = mark
			return false
		}
	case nested, mark == b.inner, colon && b.mark != 0:
		b.inner = mark
		return false
	}
	b.mark, b.inner = mark, 0
	return true
}

// longestTail is how many bytes tell whether a sentence is at its end: its closing
// marks, or "(Recommendation)" after its full stop.
const longestTail = 40

// tail is the last few bytes written.
func (b *unwrapper) tail() string {
	s := b.out.String()
	return s[max(0, len(s)-longestTail):]
}

// abbreviated reports whether a text ends in an abbreviation with its full stop.
func abbreviated(s string) bool {
	rest, ok := strings.CutSuffix(s, ".")
	return ok && sentence.Abbreviated(rest)
}

// isDash reports whether a line begins with a dash, which in the middle of a
// sentence is no bullet.
func isDash(s string) bool {
	return s[0] == '-' || strings.HasPrefix(s, "\u2013") || strings.HasPrefix(s, "\u2212")
}

// continues reports whether text after a gap belongs to the block before it.
func (b *unwrapper) continues(i int, cur *Block, text string, page bool) bool {
	if b.out.Len() == int(cur.From) {
		return true // a bullet or a number alone on its line
	}
	full := b.loose && cur.Kind != KindParagraph && i > 0 && b.lines[i-1].End-b.lines[i-1].Start >= fullLine
	if full && cur.Lines == 1 && !b.looksLikeHeading(i, text) {
		return true
	}
	if low := lower(text[0]); !ends(b.tail()) {
		return page || low || full
	} else if page && (low && !(cur.Kind == KindParagraph && strings.HasSuffix(b.tail(), ".")) || abbreviated(b.tail())) {
		return true
	}
	return page && cur.Kind != KindParagraph && !b.endsList(cur) && !b.looksLikeHeading(i, text) && !b.isHeadingBetweenItems(i, text)
}

// endsList reports whether a block is the last item of a list that goes on the
// sentence before it: "including: • plans • reviews."
func (b *unwrapper) endsList(cur *Block) bool {
	return cur.Kind == KindItem && lower(b.out.String()[cur.From]) && strings.HasSuffix(b.tail(), ".")
}

// fullLine is the fewest bytes of a line that was wrapped rather than ended.
const fullLine = 60

// manyLoose is how many lines that go on in small letters after a blank line
// show that blank lines stand between the lines of a paragraph.
const manyLoose = 5

// isLoose reports whether a tool has put blank lines between the lines of a
// paragraph or item.
func isLoose(s string, lines []Line) bool {
	n := 0
	for i := 1; i < len(lines); i++ {
		if lines[i].Blanks > 0 && !lines[i].NewPage && !lines[i-1].Furniture && lower(s[lines[i].Start]) &&
			lines[i-1].End-lines[i-1].Start >= fullLine && !ends(lines[i-1].Text(s)) {
			n++
		}
	}
	return n >= manyLoose
}

// looksLikeHeading reports whether line i looks like a heading: short, with no end of a
// sentence, and nothing right after it.
func (b *unwrapper) looksLikeHeading(i int, text string) bool {
	last := text[len(text)-1]
	return len(text) < 70 && upper(text[0]) && last != '.' && last != ',' && last != ';' && i+1 < len(b.lines) && b.lines[i+1].Blanks > 0
}

// maxBetween is the most characters of a heading between items: one line, so that
// a paragraph that happens to stand there is none.
const maxBetween = 75

// isHeadingBetweenItems reports whether a line, though no blank lines show it, is a
// heading between items: short and without an end, after the end of a sentence
// and before a bullet or a number.
func (b *unwrapper) isHeadingBetweenItems(i int, text string) bool {
	if last := text[len(text)-1]; !upper(text[0]) || last == '.' || last == ';' || last == ',' || last == ':' || last == ')' || i+1 >= len(b.lines) || !ends(b.tail()) {
		return false
	}
	next := b.lines[i+1].Text(b.s)
	n, _ := Bullet(next)
	_, number := ParagraphNumber(next)
	return (n > 0 || number == b.number+1 && number > 1) && utf8.RuneCountInString(text) <= maxBetween
}

// write writes a line's text, a space before it unless a word goes on after a
// hyphen.
func (b *unwrapper) write(text string, plain int32) {
	cur := &b.flow.Blocks[len(b.flow.Blocks)-1]
	cur.Lines++
	if b.out.Len() > int(cur.From) && text != "" {
		t := b.tail()
		hyphen := len(t) > 1 && t[len(t)-1] == '-' && t[len(t)-2] != ' ' && lower(text[0]) && !hangs(text)
		if !hyphen {
			b.out.WriteByte(' ')
		}
	}
	// Gaps inside a line are folded to one space.
	for {
		b.flow.pieces = append(b.flow.pieces, piece{int32(b.out.Len()), plain})
		k := doubleSpace(text)
		if k < 0 {
			b.out.WriteString(text)
			return
		}
		b.out.WriteString(text[:k+1])
		n := skipSpace(text, k)
		text, plain = text[n:], plain+int32(n)
	}
}

// hangs reports whether a line begins with a word after which a hanging hyphen
// finds its second half: "16- and 17-year-olds".
func hangs(s string) bool {
	return strings.HasPrefix(s, "and ") || strings.HasPrefix(s, "or ") || strings.HasPrefix(s, "to ")
}

// doubleSpace is where the first run of spaces begins, -1 where there is none.
func doubleSpace(s string) int {
	i := 0
	for ; i+8 <= len(s); i += 7 { // the last of eight is the first of the next
		spaces := text.EqualIn(text.Eight(s, i), ' ')
		if two := spaces & (spaces >> 8); two != 0 {
			return i + bits.TrailingZeros64(two)/8
		}
	}
	for ; i+1 < len(s); i++ {
		if s[i] == ' ' && s[i+1] == ' ' {
			return i
		}
	}
	return -1
}

// ends reports whether s is at the end of a sentence: closing marks, the digits of
// a footnote or words in brackets may stand after the full stop.
func ends(s string) bool {
	i := len(s)
	for i > 0 && s[i-1] >= '0' && s[i-1] <= '9' {
		i--
	}
	if i < len(s) && i > 0 && s[i-1] == ' ' {
		return false
	}
	if i > 0 && s[i-1] == ')' {
		if open := strings.LastIndexByte(s[:i], '('); open > 0 && strings.HasSuffix(strings.TrimRight(s[:open], " "), ".") {
			return true
		}
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

// EndsSentence reports whether s is at the end of a sentence; a colon, which may
// end a heading, is none.
func EndsSentence(s string) bool { return ends(s) && !strings.HasSuffix(s, ":") }

func upper(c byte) bool { return c >= 'A' && c <= 'Z' || c >= 0x80 }

func lower(c byte) bool { return c >= 'a' && c <= 'z' }

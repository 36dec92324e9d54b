package layout

import (
	"slices"
	"sort"
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
		if n > 0 && n == len(text) && number > 1 && number == b.number+1 && (gap || b.gapAfter(i)) && (cur == nil || ends(b.tail())) && b.goesOnUpper(i, "") && !b.recurs(i, number) {
			return n, number // its full stop is missing
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

// gapAfter reports whether blank lines stand after line i.
func (b *unwrapper) gapAfter(i int) bool { return i+1 < len(b.lines) && b.lines[i+1].Blanks > 0 }

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

// column is a column of numbers or bullets, each alone on its line, that a tool has
// put apart from the paragraphs they belong to: "1.", "2.", "3.", and before,
// around or after them on the page the three paragraphs.
type column struct {
	line         int // the first of its lines
	first, count int // its numbers; 0 and how many bullets
}

// kind is what the paragraphs of the column are.
func (c column) kind() Kind {
	if c.first == 0 {
		return KindItem
	}
	return KindNumbered
}

// takeColumn takes the column that begins at line i and returns how many lines
// it has, 0 where there is none.
func (b *unwrapper) takeColumn(i int) int {
	bullets := 0
	for i+bullets < len(b.lines) && bulletAlone(b.lines[i+bullets].Text(b.s)) {
		bullets++
	}
	if bullets > 1 {
		b.columns = append(b.columns, column{line: i, count: bullets})
		return bullets
	}
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

// seam is where the first text of a page was taken for the rest of the paragraph
// before it, though that was at the end of a sentence: only its number shows
// that it is a paragraph of its own.
type seam struct {
	block      int   // its place among the blocks
	line       int   // the first line after the seam
	lines      int32 // how many lines of the block stand before it
	end, begin int32 // where the text before it ends, and the text after it begins
	number     int   // of the paragraph that begins here, 0 where none does
}

// spreadColumns gives the numbers of each column to the paragraphs of its page
// that have none, whichever are as many as the numbers. Where none are, the
// numbers are lost, and counted.
func (b *unwrapper) spreadColumns() {
	parted := false
	for i, c := range b.columns {
		end := len(b.lines)
		if i+1 < len(b.columns) {
			end = b.columns[i+1].line
		}
		found, cut := b.besideColumn(c, end)
		switch {
		case found != nil || cut != nil:
		case c.kind() == KindItem:
			b.flow.LostBullets += c.count
		default:
			b.flow.LostNumbers += c.count
		}
		number := c.first
		if cut != nil {
			cut.number, parted = number, true
			number++
		}
		for _, k := range found {
			if k.Kind = c.kind(); k.Kind == KindNumbered {
				k.Number = number
				number++
			}
		}
	}
	if parted {
		b.partBlocks()
	}
}

// besideColumn is the paragraphs that the numbers of a column belong to: those
// after it up to the next heading or to line end, where the next column is; all
// those after it; those since the last heading before it; or all between the
// numbered ones of the page; whichever are as many as the numbers. There may be
// one more, where the page begins with the rest of a paragraph, or one less,
// where what was taken for such a rest has a number: then cut is where it begins.
func (b *unwrapper) besideColumn(c column, end int) (found []*Block, cut *seam) {
	text := b.out.String()
	from, to := b.pageOf(c.line)
	// page is those of the page, of which the others are parts: it is kept for the
	// next column, so that many columns on a page cost no more than one.
	page := b.page[:0]
	defer func() { b.page = page }()
	section, after, near := 0, -1, -1 // where the parts begin, and near ends
	top := true                       // no numbered paragraph stands before the others
	blocks := b.flow.Blocks
	for i := sort.Search(len(blocks), func(i int) bool { return int(blocks[i].Line) >= from }); i < len(blocks) && int(blocks[i].Line) < to; i++ {
		k := &blocks[i]
		line := int(k.Line)
		switch {
		case k.Kind == c.kind() && line > c.line:
			to = line // the rest of the page is numbered
		case k.Kind == c.kind():
			page, section, top = page[:0], 0, false
		case k.Kind == KindHeading && line < c.line:
			section = len(page)
		case k.Kind == KindHeading:
			end = min(end, line)
		case k.Kind == KindParagraph && isParagraph(text[k.From:k.To], int(k.Lines), c.kind()):
			if line > c.line && after < 0 {
				after, near = len(page), len(page)
			}
			page = append(page, k)
			if line > c.line && line < end {
				near = len(page)
			}
		}
	}
	if after < 0 {
		after, near = len(page), len(page)
	}
	for _, k := range [][]*Block{page[after:near], page[after:], page[section:], page} {
		if len(k) == c.count {
			return k, nil
		}
	}
	if !top || from == 0 {
		return nil, nil
	}
	var rest *seam
	if c.kind() == KindNumbered {
		rest = b.firstSeam(from)
	}
	for _, k := range [][]*Block{page[after:near], page} {
		switch {
		case len(k) == c.count+1 && b.isFirst(from, int(k[0].Line)):
			return k[1:], nil
		case len(k) == c.count-1 && rest != nil:
			return k, rest
		}
	}
	return nil, nil
}

// firstSeam is the seam with which the page that begins at a line begins, nil
// where it does not begin with one.
func (b *unwrapper) firstSeam(page int) *seam {
	i := sort.Search(len(b.seams), func(i int) bool { return b.seams[i].line >= page })
	if i == len(b.seams) || !b.isFirst(page, b.seams[i].line) {
		return nil
	}
	return &b.seams[i]
}

// isFirst reports whether nothing but furniture, numbers and bullets alone stands
// between the start of a page and a line.
func (b *unwrapper) isFirst(page, line int) bool {
	for _, l := range b.lines[page:line] {
		if l.NewPage && l != b.lines[page] || !l.Furniture && numberAlone(l.Text(b.s)) < 0 && !bulletAlone(l.Text(b.s)) {
			return false
		}
	}
	return true
}

// partBlocks parts the blocks at the seams where a numbered paragraph begins.
func (b *unwrapper) partBlocks() {
	blocks := make([]Block, 0, len(b.flow.Blocks)+len(b.seams))
	seams := b.seams
	for i, k := range b.flow.Blocks {
		lines := int32(0) // of the block that stand before its part
		for ; len(seams) > 0 && seams[0].block == i; seams = seams[1:] {
			if s := seams[0]; s.number > 0 {
				rest := Block{Kind: KindNumbered, Number: s.number, From: s.begin, To: k.To, Line: int32(s.line), Blank: true, Lines: k.Lines - (s.lines - lines)}
				k.To, k.Lines = s.end, s.lines-lines
				lines = s.lines
				blocks = append(blocks, k)
				k = rest
			}
		}
		blocks = append(blocks, k)
	}
	b.flow.Blocks = blocks
}

// isParagraph reports whether a block may be a numbered paragraph, which begins with
// a capital letter, or an item, and is no line of a title or footer.
func isParagraph(s string, lines int, kind Kind) bool {
	return s != "" && (upper(s[0]) || kind == KindItem) && (lines > 2 || ends(s))
}

// bulletAlone reports whether a line is a bullet and nothing else.
func bulletAlone(s string) bool {
	n, _ := Bullet(s)
	return n > 0 && n == len(s)
}

// maxPage is the most lines of a page on either side of a column.
const maxPage = 200

// pageOf is where the page of line i begins and ends.
func (b *unwrapper) pageOf(i int) (from, to int) {
	for from = i; from > max(0, i-maxPage) && !b.lines[from].NewPage; from-- {
	}
	for to = i + 1; to < min(len(b.lines), i+maxPage) && !b.lines[to].NewPage; to++ {
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
	if b.numbers == nil {
		b.numbers = map[int][]int{}
		for k, l := range b.lines {
			if _, n := ParagraphNumber(l.Text(b.s)); n > 0 {
				b.numbers[n] = append(b.numbers[n], k)
			}
		}
	}
	again, next := firstAfter(b.numbers[number], i), firstAfter(b.numbers[number+1], i)
	return again >= 0 && (next < 0 || again < next)
}

// firstAfter is the first of some lines, which are in order, after line i; -1 where
// there is none.
func firstAfter(lines []int, i int) int {
	if k, _ := slices.BinarySearch(lines, i+1); k < len(lines) {
		return lines[k]
	}
	return -1
}

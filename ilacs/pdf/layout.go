package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The measures by which words become lines, in heights of a word, which is about
// the size of its font.
const (
	mostly    = 0.6  // this much of its height a word is beside its row
	tall      = 2.5  // from this height on a word is beside no words of usual height: it may be written upwards
	wordGap   = 0.1  // from this gap on there is a space between words
	narrowGap = 0.07 // the same after a full stop and the like
	columnGap = 0.9  // from this gap on there are columns: spaces in justified lines are narrower
	sameWord  = 0.2  // the same word this far beside itself is drawn twice, to be bold
	usualStep = 1.25 // from one line to the next within a paragraph, in most reports
	minStep   = 0.8  // the same, at least
	maxStep   = 1.6  // the same, at most
)

// blankStep is how many usual steps it is from a line to the next if a blank line
// stands between them. By it, 99 of 100 pairs of lines in real reports have a
// blank line between them where pdftotext prints one, and nowhere else.
const blankStep = 1.62

const (
	columnSpaces = 3   // between columns, at least
	maxColumn    = 300 // no cell begins further right than this
	maxBlank     = 2   // blank lines at a time
	maxRow       = 200 // words in a row: the time to lay out a page grows with it
)

// appendPage appends the text of a page and a form feed.
func appendPage(text []byte, words []word) []byte {
	rows := rowsOf(words)
	lines := make([]line, len(rows))
	for i, r := range rows {
		lines[i] = r.line()
	}
	g, step := gridOf(lines), stepOf(lines)
	for i, l := range lines {
		if i > 0 {
			blank := int(lines[i-1].stepTo(l)/step+2-blankStep) - 1
			text = append(text, "\n\n"[:max(0, min(blank, maxBlank))]...)
		}
		text = append(g.appendLine(text, l), '\n')
	}
	return append(text, '\f')
}

// row is the words that stand beside each other.
type row struct {
	words []word
	box   box // of the widest word
}

// rowsOf returns the rows from top to bottom, their words from left to right.
func rowsOf(words []word) []row {
	slices.SortStableFunc(words, func(a, b word) int { return cmp.Compare(b.box.bottom, a.box.bottom) })
	usual := usualHeight(words)
	var rows []row
	for _, w := range words {
		if r := rowFor(rows, w, usual); r != nil {
			r.words = append(r.words, w)
			if w.box.width() > r.box.width() {
				r.box = w.box
			}
			continue
		}
		rows = append(rows, row{[]word{w}, w.box})
	}
	var all []row
	for _, r := range rows {
		slices.SortStableFunc(r.words, func(a, b word) int { return cmp.Compare(a.box.left, b.box.left) })
		r.words = withoutDoubles(r.words)
		if len(r.words) > 1 && r.words[0].isMarkAbove(r.box) {
			// pdftotext too prints the mark before a footnote on a line of its own, which
			// tells it from the number of a paragraph.
			all = append(all, row{r.words[:1], r.words[0].box})
			r.words = r.words[1:]
		}
		all = append(all, r)
	}
	return all
}

// rowFor returns the row that a word stands in, nil for a new one. Words come
// from top to bottom, so that it can only be one of the last few.
func rowFor(rows []row, w word, usual float32) *row {
	for i := len(rows) - 1; i >= 0 && i >= len(rows)-3; i-- {
		if len(rows[i].words) < maxRow && w.box.beside(rows[i].box, usual) && !slices.ContainsFunc(rows[i].words, w.isOver) {
			return &rows[i]
		}
	}
	return nil
}

// isOver reports whether w stands over or under another word, though beside its
// row.
func (w word) isOver(other word) bool {
	shared := min(w.box.right, other.box.right) - max(w.box.left, other.box.left)
	return shared > min(w.box.width(), other.box.width())/2 &&
		abs(other.box.middle()-w.box.middle()) > sameWord*other.box.height()
}

// withoutDoubles leaves out words that are drawn on top of themselves.
func withoutDoubles(words []word) []word {
	kept := words[:0]
	for _, w := range words {
		double := false
		for i := len(kept) - 1; i >= 0 && !double && w.box.left-kept[i].box.left <= sameWord*w.box.height(); i-- {
			double = kept[i].text == w.text
		}
		if !double {
			kept = append(kept, w)
		}
	}
	return kept
}

// isMarkAbove reports whether the word is a small number that is raised above
// its row.
func (w word) isMarkAbove(row box) bool {
	return len(w.text) <= 3 && strings.TrimFunc(w.text, unicode.IsDigit) == "" &&
		w.box.height() < 0.8*row.height() && w.box.middle() > row.middle()
}

// line is a row as it is printed: cells with gaps between them.
type line struct {
	cells []cell
	box   box
}

// cell is words without a gap between columns among them.
type cell struct {
	text        string
	width       int // in characters
	left, right float32
}

func (r row) line() line {
	l := line{box: r.box}
	var b strings.Builder
	for i, w := range r.words {
		if i > 0 {
			before := r.words[i-1]
			switch gap := before.box.gapTo(w.box); {
			case gap > columnGap:
				l.end(&b)
			case gap > wordGap || w.spaced:
				b.WriteByte(' ')
			}
		}
		if b.Len() == 0 {
			l.cells = append(l.cells, cell{left: w.box.left})
		}
		b.WriteString(w.text)
		l.cells[len(l.cells)-1].right = w.box.right
	}
	l.end(&b)
	return l
}

// end ends the last cell of a line.
func (l *line) end(b *strings.Builder) {
	c := &l.cells[len(l.cells)-1]
	c.text, c.width = b.String(), utf8.RuneCountInString(b.String())
	b.Reset()
}

// stepTo returns how far below l a line is, in heights of l.
func (l line) stepTo(below line) float32 {
	return (l.box.bottom - below.box.bottom) / max(l.box.height(), 1)
}

// stepOf returns the step from line to line within paragraphs that is usual on a
// page, usualStep at most: a font's height may be more than its size, and then
// the steps are less.
func stepOf(lines []line) float32 {
	var steps []float32
	for i := 1; i < len(lines); i++ {
		if step := lines[i-1].stepTo(lines[i]); step > minStep && step < maxStep {
			steps = append(steps, step)
		}
	}
	if len(steps) == 0 {
		return usualStep
	}
	return min(usualStep, quantile(steps, 0.5))
}

// grid turns places across a page into columns of characters.
type grid struct {
	left  float32 // where the first column is
	pitch float32 // from one column to the next
}

// gridOf returns the grid of a page. Its pitch is that of most lines, or less
// where a cell would not end before the next begins: so the columns of a table
// stand straight.
func gridOf(lines []line) grid {
	g := grid{left: float32(math.Inf(1))}
	fitting := float32(math.Inf(1))
	var pitches []float32
	for _, l := range lines {
		for i, c := range l.cells {
			g.left = min(g.left, c.left)
			if !c.isMark() {
				pitches = append(pitches, (c.right-c.left)/float32(c.width))
				if i+1 < len(l.cells) {
					fitting = min(fitting, (l.cells[i+1].left-c.left)/float32(c.width+c.spaces()))
				}
			}
		}
	}
	usual := quantile(pitches, 0.5)
	g.pitch = max(min(usual, fitting), usual/2, 1)
	return g
}

// appendLine appends the cells of a line with the spaces between them.
func (g grid) appendLine(text []byte, l line) []byte {
	column, least := 0, 0
	for _, c := range l.cells {
		to := max(column+least, min(int(math.Round(float64((c.left-g.left)/g.pitch))), maxColumn))
		for ; column < to; column++ {
			text = append(text, ' ')
		}
		text = append(text, c.text...)
		column += c.width
		least = c.spaces()
	}
	return text
}

// isMark reports whether a cell is a bullet or a number rather than words of a
// column.
func (c cell) isMark() bool { return c.width <= 3 }

// spaces returns how many spaces stand after the cell at least.
func (c cell) spaces() int {
	if c.isMark() {
		return 1
	}
	return columnSpaces
}

// usualHeight returns the height that half of the words are under.
func usualHeight(words []word) float32 {
	heights := make([]float32, len(words))
	for i, w := range words {
		heights[i] = w.box.height()
	}
	return quantile(heights, 0.5)
}

// quantile returns the value that a share of the values is under, 0 if there are
// none.
func quantile(values []float32, share float64) float32 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[int(share*float64(len(values)-1))]
}

func abs(x float32) float32 { return max(x, -x) }

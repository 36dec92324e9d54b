package layout_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/ilacs/internal/layout"
)

// What decides whether a number begins a paragraph: its place in the sequence,
// the end of what stands before it, and the gap between them.
func TestNumberedParagraphsAtTheirEdges(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		in   string
		want []string
	}{
		"the next but one, after a gap": {"1. Plans are clear.\n\n3. Visits are timely.",
			[]string{"# Plans are clear.", "### Visits are timely."}},
		"the next but one, without a gap": {"1. Plans are clear.\n3. Visits are timely.",
			[]string{"# Plans are clear. 3. Visits are timely."}},
		"the next, in an open sentence": {"1. Plans are clear for children aged\n2. Visits are timely.",
			[]string{"# Plans are clear for children aged", "## Visits are timely."}},
		"the same, where the number comes again": {"1. Plans are clear for children aged\n2. Visits are timely.\n\n2. Managers know their teams.",
			[]string{"# Plans are clear for children aged 2. Visits are timely.", "## Managers know their teams."}},
		"a number alone, without its full stop": {"1. Plans are clear.\n2\n\nVisits are timely.",
			[]string{"# Plans are clear.", "## Visits are timely."}},
		"a number alone in an open sentence": {"1. Plans are clear for children aged\n2\n\nVisits are timely.",
			[]string{"# Plans are clear for children aged 2", "Visits are timely."}},
		"a number alone before small letters": {"1. Plans are clear.\n2\n\nvisits are timely.",
			[]string{"# Plans are clear. 2 visits are timely."}},
		"a number alone, and it comes again": {"1. Plans are clear.\n2\n\nVisits are timely.\n\n2. Managers know their teams.",
			[]string{"# Plans are clear. 2", "Visits are timely.", "## Managers know their teams."}},
		"a number alone between lines, as of a page": {"1. Plans are clear.\n2\nVisits are timely.",
			[]string{"# Plans are clear. 2 Visits are timely."}},
		"the first number alone, as of a page": {"1\n\nVisits are timely.",
			[]string{"1", "Visits are timely."}},
		"a number without its full stop, after a gap": {"1. Plans are clear.\n\n2 Visits are timely.",
			[]string{"# Plans are clear.", "## Visits are timely."}},
		"a sentence that begins with a number": {"1. Plans are clear.\n2 Acorn Lane is a home.",
			[]string{"# Plans are clear. 2 Acorn Lane is a home."}},
		"an address after a gap, and no paragraph has a number": {"Plans are clear.\n\n1 Acorn Lane is a home.",
			[]string{"Plans are clear.", "1 Acorn Lane is a home."}},
		"the next, without a gap, in an open sentence before small letters": {"1. Plans are clear for children aged\n2. visits are timely.",
			[]string{"# Plans are clear for children aged 2. visits are timely."}},
	} {
		assert.Equal(t, tt.want, build(tt.in), name)
	}
}

// A hyphen at the end of a line joins a word, but not where it hangs.
func TestHangingHyphens(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"well-\nbeing":                 "well-being",
		"of 16-\nand 17-year-olds":     "of 16- and 17-year-olds",
		"of 16-\nor 17-year-olds":      "of 16- or 17-year-olds",
		"from five-\nto ten-year-olds": "from five- to ten-year-olds",
	} {
		assert.Equal(t, []string{want}, build(in))
	}
}

// A line is a running one whatever its length, from eight letters on; what it
// repeats of the title is read once.
func TestRunningLinesOfAnyLength(t *testing.T) {
	t.Parallel()
	skipped := func(title, footer string) (lines []int) {
		text := title + "\n\nLine one.\n"
		for page := range 4 {
			text += strings.Repeat("A line of its own, "+string(rune('a'+page))+".\n", 20) + footer + "\n\f"
		}
		all := layout.Lines(text)
		layout.MarkFurniture(text, all)
		for i, l := range all {
			if l.Furniture && l.Text(text) == footer {
				lines = append(lines, i)
			}
		}
		return lines
	}
	assert.NotEmpty(t, skipped("Inspection", "Wexcombe"), "eight letters")
	assert.Empty(t, skipped("Inspection", "Wexcomb"), "seven letters")
}

// Without page breaks a line that ends in a number may end a page: the title
// does too, where it ends in a year.
func TestTitleThatEndsInANumber(t *testing.T) {
	t.Parallel()
	const title = "Inspection of Wexcombe in 2024"
	text := title + "\n\n"
	for page := range 4 {
		text += strings.Repeat("A line of its own, "+string(rune('a'+page))+".\n", 20) + title + "\n"
	}
	lines := layout.Lines(text)
	layout.MarkFurniture(text, lines)
	var skipped []int
	for i, l := range lines {
		if l.Furniture {
			skipped = append(skipped, i)
		}
	}
	assert.Equal(t, []int{21, 42, 63, 84}, skipped)
}

// A running line may end in the number of its page, which has three digits at most: with
// four it is a year, and belongs to the line.
func TestRunningLinesWithNumbers(t *testing.T) {
	t.Parallel()
	for first, want := range map[int]int{8: 4, 98: 4, 996: 4, 2021: 0} {
		text := "Inspection\n\nLine one.\n"
		for page := range 4 {
			text += strings.Repeat("A line of its own, "+string(rune('a'+page))+".\n", 20) + "Wexcombe Council " + strconv.Itoa(first+page) + "\n\f"
		}
		text += "The last page.\n"
		lines := layout.Lines(text)
		layout.MarkFurniture(text, lines)
		n := 0
		for _, l := range lines {
			if l.Furniture && strings.HasPrefix(l.Text(text), "Wexcombe") {
				n++
			}
		}
		assert.Equal(t, want, n, first)
	}
}

// Offsets are mostly asked for in their order, but need not be: each is found from
// wherever the one before it was.
func TestOffsetsInAnyOrder(t *testing.T) {
	t.Parallel()
	s := strings.Repeat("Leaders   know\ntheir  services   well.\n\n", 20)
	letters := func(flow *layout.Unwrapped, order []int) {
		for _, i := range order {
			if at := flow.PlainOffset(i); flow.S[i] != ' ' {
				assert.Equal(t, flow.S[i:i+1], s[at:at+1], i)
			}
		}
	}
	flow := layout.Unwrap(s, layout.Lines(s), 0, nil)
	var forward, across []int
	for i := range len(flow.S) {
		forward = append(forward, i)
		across = append(across, i*97%len(flow.S))
	}
	backward := slices.Clone(forward)
	slices.Reverse(backward)
	for _, order := range [][]int{forward, backward, across} {
		letters(flow, order)
	}
}

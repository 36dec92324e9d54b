package layout_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/ilacs/internal/layout"
)

// build gives the blocks of a text as lines: what kind it is, and its text.
func build(s string) []string {
	flow := layout.Unwrap(s, layout.Lines(s), 0, nil)
	var out []string
	for _, b := range flow.Blocks {
		text := flow.S[b.From:b.To]
		switch b.Kind {
		case layout.KindItem:
			text = "• " + text
		case layout.KindNumbered:
			text = strings.Repeat("#", b.Number) + " " + text
		}
		out = append(out, text)
	}
	return out
}

func TestUnwrap(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in string
		want     []string
	}{
		{"a wrapped paragraph", "Leaders know\ntheir services\nwell.", []string{"Leaders know their services well."}},
		{"two paragraphs", "Leaders listen.\n\nThey act.", []string{"Leaders listen.", "They act."}},
		{"gaps in a line are folded", "Leaders   listen  well.", []string{"Leaders listen well."}},
		{"a hyphenated word at a line's end", "The follow-\nup is late.", []string{"The follow-up is late."}},
		{"a dash at a line's end", "Leaders listen -\nand act.", []string{"Leaders listen - and act."}},
		{"bullets", "• One thing\n• Another thing\n  that wraps", []string{"• One thing", "• Another thing that wraps"}},
		{"a bullet alone on its line", "•\n\nOne thing\n•\n\nAnother", []string{"• One thing", "• Another"}},
		{"nested bullets belong to their item", "• One thing:\n   – this\n   – that\n• Another", []string{"• One thing: – this – that", "• Another"}},
		{"numbered paragraphs", "1. Leaders listen.\n2. They act.", []string{"# Leaders listen.", "## They act."}},
		{"a number alone on its line", "1.\n\nLeaders listen.\n\n2.\n\nThey act.", []string{"# Leaders listen.", "## They act."}},
		{"a number that is left out", "1. One.\n\n3. Three.", []string{"# One.", "### Three."}},
		{"numbers that begin again", "1. One.\n2. Two.\n\n1. One.", []string{"# One.", "## Two.", "# One."}},
		{"a wrapped number is none", "1. One.\n2. These are children aged\n16. This is late.", []string{"# One.", "## These are children aged 16. This is late."}},
		{"a sentence over a page's end", "Leaders know their\n\fservices well.", []string{"Leaders know their services well."}},
		{"a sentence in lower case after a blank line", "Leaders know their\n\nservices well.", []string{"Leaders know their services well."}},
		{"an item over a page's end", "• The plans are vague.\n\n\fThey need more dates, and a name beside each of their many actions.", []string{"• The plans are vague. They need more dates, and a name beside each of their many actions."}},
		{"a list that a full stop ends before a page's end", "• the plans\n• the reviews.\n\n\fInspectors read the records of all the children who were looked after.", []string{"• the plans", "• the reviews.", "Inspectors read the records of all the children who were looked after."}},
		{"a heading after an open line", "Leaders know their\n\nServices well.", []string{"Leaders know their", "Services well."}},
		{"nothing", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, build(tt.in))
		})
	}
}

func TestUnwrapWithHeadings(t *testing.T) {
	t.Parallel()
	text := "Title\nHeadline findings\nLeaders listen.\nWhat needs\nto improve 1. Plans.\nEnd."
	lines := layout.Lines(text)
	headings := []layout.Heading{
		{Line: 1, Lines: 1},
		{Line: 3, Lines: 2, Rest: int32(strings.Index(text, "1. Plans"))},
	}
	flow := layout.Unwrap(text, lines, 1, headings)
	var got []string
	for _, b := range flow.Blocks {
		if b.Kind == layout.KindHeading {
			got = append(got, "heading "+string(rune('0'+b.Heading)))
			continue
		}
		got = append(got, flow.S[b.From:b.To])
	}
	assert.Equal(t, []string{"heading 0", "Leaders listen.", "heading 1", "Plans. End."}, got)
}

// Whatever the text, no letter is lost between it and its blocks, and each
// place in the blocks has its place in the text, in order.
func FuzzUnwrap(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := layout.Clean(s).S
		lines := layout.SplitBullets(text, layout.Lines(text))
		layout.MarkFurniture(text, lines)
		want, last := "", 0
		for _, l := range lines {
			if int(l.Start) < last || l.Start >= l.End || int(l.End) > len(text) {
				t.Fatalf("%q: line %+v after %d", text, l, last)
			}
			last = int(l.End)
			if !l.Furniture {
				want += l.Text(text) + "\n"
			}
		}
		flow := layout.Unwrap(text, lines, 0, nil)
		end := int32(0)
		for _, b := range flow.Blocks {
			if b.From < end || b.To < b.From || int(b.To) > len(flow.S) {
				t.Fatalf("%q: block %+v after %d, in %d bytes", text, b, end, len(flow.S))
			}
			end = b.To
		}
		if got := letters(flow.S); !strings.Contains(text, "o  ") && got != letters(want) { // Courier's bullet is a letter
			t.Fatalf("%q: letters %q, not %q", text, got, letters(want))
		}
		last = 0
		for i := range flow.S {
			if flow.S[i] == ' ' {
				continue
			}
			at := flow.PlainOffset(i)
			if at < last || at >= len(text) || text[at] != flow.S[i] {
				t.Fatalf("%q: %d of the blocks is %d of the text, after %d", text, i, at, last)
			}
			last = at
		}
	})
}

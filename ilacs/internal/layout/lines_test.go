package layout_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/ilacs/internal/layout"
)

func TestLines(t *testing.T) {
	t.Parallel()
	type line struct {
		text    string
		indent  int16
		blanks  uint8
		page    bool
		heading bool
	}
	tests := []struct {
		name, in string
		want     []line
	}{
		{"nothing", "", nil},
		{"blank lines alone", "\n \n\t\n", nil},
		{"one", "one", []line{{text: "one"}}},
		{"space around it", "  one \t\n", []line{{text: "one", indent: 2}}},
		{"a tab", "\tone\n a\tb", []line{{text: "one", indent: 8}, {text: "a\tb", indent: 1}}},
		{"spaces and a tab", "   \tone", []line{{text: "one", indent: 8}}},
		{"blank lines between", "one\n\n \ntwo", []line{{text: "one"}, {text: "two", blanks: 2}}},
		{"a page's end", "one\n\ftwo", []line{{text: "one"}, {text: "two", page: true, blanks: 1}}},
		{"a page's end in a line", "one\ftwo", []line{{text: "one"}, {text: "two", page: true}}},
		{"a Markdown heading", "## What needs to improve\n#hash\n####### seven", []line{{text: "What needs to improve", heading: true}, {text: "#hash"}, {text: "####### seven"}}},
		{"a Markdown heading of nothing", "# \none", []line{{text: "#"}, {text: "one"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []line
			for _, l := range layout.Lines(tt.in) {
				got = append(got, line{l.Text(tt.in), l.Indent, l.Blanks, l.NewPage, l.Heading})
			}
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestBullet(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in, rest string
		nested         bool
	}{
		{"a square", "◼ one", "one", false},
		{"a small square", "▪ one", "one", false},
		{"a dot", "• one", "one", false},
		{"a dot without a space", "•one", "one", false},
		{"Symbol's dot", "\uf0b7 one", "one", false},
		{"Wingdings' square", "\uf0a7\tone", "one", false},
		{"Wingdings' square with spaces", "\uf06e   one", "one", false},
		{"a hyphen", "- one", "one", false},
		{"an asterisk", "* one", "one", false},
		{"an en dash", "– one", "one", true},
		{"a hollow dot", "◦ one", "one", true},
		{"Courier's hollow dot", "o  one", "one", true},
		{"alone", "•", "", false},
		{"a hyphenated word", "-one", "-one", false},
		{"a dash in front of a word", "–one", "–one", false},
		{"a word", "o one", "o one", false},
		{"a sentence", "Old plans", "Old plans", false},
		{"a number", "1. one", "1. one", false},
		{"nothing", "", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			n, nested := layout.Bullet(tt.in)
			assert.Equal(t, tt.rest, tt.in[n:])
			if n > 0 {
				assert.Equal(t, tt.nested, nested)
			}
		})
	}
}

func TestParagraphNumber(t *testing.T) {
	t.Parallel()
	tests := []struct {
		in, rest string
		number   int
	}{
		{"1. One", "One", 1},
		{"12.  Twelve", "Twelve", 12},
		{"143.\tMany", "Many", 143},
		{"7.", "", 7},
		{"7", "7", 0},
		{"7 Seven", "7 Seven", 0},
		{"7.5 of them", "7.5 of them", 0},
		{"0. None", "0. None", 0},
		{"2018. Then", "2018. Then", 0},
		{"A. One", "A. One", 0},
		{"", "", 0},
	}
	for _, tt := range tests {
		t.Run(tt.in, func(t *testing.T) {
			t.Parallel()
			n, number := layout.ParagraphNumber(tt.in)
			assert.Equal(t, tt.rest, tt.in[n:])
			assert.Equal(t, tt.number, number)
		})
	}
}

func TestBareNumber(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]int{"1": 1, "12": 12, "999": 999, "007": 7, "": -1, "1000": -1, "1.": -1, "a": -1, "1 2": -1, "-1": -1} {
		assert.Equal(t, want, layout.BareNumber(in), in)
	}
}

func TestGap(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, before, after string }{
		{"Overall effectiveness      Good", "Overall effectiveness", "Good"},
		{"Overall effectiveness\tGood", "Overall effectiveness", "Good"},
		{"a  b   c", "a  b", "c"},
		{"one   ", "one", ""},
	}
	for _, tt := range tests {
		before, after, ok := layout.Gap(tt.in)
		if assert.True(t, ok, tt.in) {
			assert.Equal(t, tt.before, tt.in[:before])
			assert.Equal(t, tt.after, tt.in[after:])
		}
	}
	for _, in := range []string{"", "one", "one two", "one  two"} {
		_, _, ok := layout.Gap(in)
		assert.False(t, ok, in)
	}
}

func TestSplitBullets(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in string
		want     []string
	}{
		{"bullets at the start of lines", "• one\n• two", []string{"• one", "• two"}},
		{"bullets within a line", "Improve: ◼ one ◼ two\n◼ three", []string{"Improve:", "◼ one", "◼ two", "◼ three"}},
		{"a hyphen is none", "one - two – three * four", []string{"one - two – three * four"}},
		{"two in a row", "a • • b", []string{"a", "•", "• b"}},
		{"none", "one\ntwo", []string{"one", "two"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, l := range layout.SplitBullets(tt.in, layout.Lines(tt.in)) {
				got = append(got, l.Text(tt.in))
			}
			assert.Equal(t, tt.want, got)
		})
	}
}

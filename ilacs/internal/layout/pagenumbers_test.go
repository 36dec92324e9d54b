package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/ilacs/internal/layout"
)

// split is the lines of a text after [layout.SplitPageNumbers]: "#" before those
// that are furniture, "|" before those that begin a page.
func split(s string) []string {
	var out []string
	for _, l := range layout.SplitPageNumbers(s, layout.Lines(s)) {
		text := l.Text(s)
		if l.NewPage {
			text = "|" + text
		}
		if l.Furniture {
			text = "#" + text
		}
		out = append(out, text)
	}
	return out
}

func TestSplitPageNumbers(t *testing.T) {
	t.Parallel()
	// pages are the pages from one to another, each with its number before what stands there.
	pages := func(from, to int, text string) string {
		var b strings.Builder
		for n := from; n <= to; n++ {
			fmt.Fprintf(&b, "\n\n%d %s\nPlans are", n, text)
		}
		return b.String()
	}
	const cut = "made in time."
	assert.Equal(t, []string{"#1", "|" + cut, "Plans are", "#2", "|" + cut, "Plans are", "#3", "|" + cut, "Plans are", "#4", "|" + cut, "Plans are"}, split(pages(1, 4, cut)))
	assert.Equal(t, []string{"#1", "|4. Plans.", "Plans are"}, split(pages(1, 4, "4. Plans."))[:3], "a numbered paragraph goes on from a page number")
	joined := func(s string) bool { return strings.HasPrefix(strings.Join(split(s), ""), "#") }
	for name, test := range map[string]struct {
		in   string
		want bool
	}{
		"four pages":                     {pages(1, 4, cut), true},
		"three pages":                    {pages(1, 3, cut), false},
		"a list":                         {pages(1, 8, "Plans."), false},
		"one of four goes on":            {pages(1, 3, "Plans.") + pages(4, 4, cut), true},
		"one of five goes on":            {pages(1, 4, "Plans.") + pages(5, 5, cut), false},
		"no blank lines":                 {strings.ReplaceAll(pages(1, 4, cut), "\n\n", "\n"), false},
		"a text with page breaks":        {pages(1, 4, cut) + "\f" + cut, false},
		"numbers that begin late":        {pages(6, 9, cut), false},
		"a number is missing":            {pages(1, 1, cut) + pages(3, 5, cut), true},
		"more numbers are than may be":   {pages(1, 1, cut) + pages(7, 9, cut), false},
		"a number among others, in turn": {"1 " + cut + "\n\n2\n\n" + cut + pages(3, 4, cut), true},
	} {
		assert.Equal(t, test.want, joined(test.in), name)
	}
	// The number of a footnote is none of a page's where another is surer.
	s := pages(1, 2, cut) + "\n\n3 Counted in May.\n\n3\n\nPlans are" + pages(4, 5, cut)
	assert.Contains(t, split(s), "3 Counted in May.")
	assert.Contains(t, split(s), "#3")
	// Text goes on over the pages.
	s = "1. Plans are" + pages(1, 4, cut)
	flow := layout.Unwrap(s, layout.SplitPageNumbers(s, layout.Lines(s)), 0, nil)
	assert.Len(t, flow.Blocks, 1)
}

package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/finding"
)

// shortestPart is the fewest telling words that a part of an item has.
const shortestPart = 1

// partsOf cuts an item that asks for several things into its parts: at a
// semicolon, at the dashes of a list within it, at "and the", "and that". Each
// part has themes of its own, or the item is one. What stands before a colon
// belongs to each part behind it: "The recording of: visits; pathway plans".
func partsOf(item passage) []passage {
	whole := []passage{item}
	if len(item.Themes) < 2 {
		return whole
	}
	text, head := item.Text, ""
	if before, after, ok := strings.Cut(text, ": "); ok {
		head, text = before+" ", after
	}
	var parts []passage
	for _, t := range strings.FieldsFunc(cuts.Replace(text), func(r rune) bool { return r == cut }) {
		t = head + strings.TrimLeft(t, "-\u2212\u2013 ")
		f := item.Finding
		f.Text, f.Reading = t, finding.Context{Section: f.Section, Area: f.Area}.Classify(t)
		p := newPassage(f)
		p.board = item.board
		if len(p.words) < shortestPart || len(p.themes) == 0 {
			return whole
		}
		for _, other := range parts {
			if other.themes[0] == p.themes[0] {
				return whole
			}
		}
		parts = append(parts, p)
	}
	if len(parts) < 2 {
		return whole
	}
	return parts
}

const cut = '\x00'

// cuts marks where one part ends and another begins.
var cuts = strings.NewReplacer(
	"; and ", string(cut), "; ", string(cut), " - ", string(cut), " \u2212 ", string(cut), " \u2013 ", string(cut),
	", and the ", string(cut)+"the ", " and the ", string(cut)+"the ",
	", and that ", string(cut)+"that ", " and that ", string(cut)+"that ",
)

package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/internal/text"
)

// partsOf cuts an item that asks for several things into its parts; an item that
// asks for one is one part.
func partsOf(item passage) []passage {
	if len(item.Themes) > 1 {
		for _, texts := range [][]string{partTexts(item.Text), namedTexts(item.Text)} {
			if parts := item.parts(texts); len(parts) > 1 {
				return parts
			}
		}
	}
	return []passage{item}
}

// parts reads each text as a part of an item; none where one has no theme of its
// own.
func (p *passage) parts(texts []string) []passage {
	var parts []passage
	for _, text := range texts {
		f := p.Finding
		f.Text, f.Reading = text, finding.Context{Section: f.Section, Area: f.Area}.Classify(text)
		part := newPassage(f)
		part.board = p.board
		if len(part.words) == 0 || len(part.themes) == 0 {
			return nil
		}
		for _, other := range parts {
			if other.themes[0] == part.themes[0] {
				return nil
			}
		}
		parts = append(parts, part)
	}
	return parts
}

// shortestPart is the fewest words of a part that is not one of a list of names.
const shortestPart = 3

// partTexts cuts at semicolons, at the dashes of a list within an item, at "and
// the", "and that". What stands before a colon belongs to each part behind it:
// "The recording of: visits; pathway plans".
func partTexts(text string) []string {
	head := ""
	if before, after, ok := strings.Cut(text, ": "); ok {
		head, text = before+" ", after
	}
	var out []string
	for _, t := range strings.FieldsFunc(cuts.Replace(text), func(r rune) bool { return r == cut }) {
		t = head + strings.TrimLeft(t, "-\u2212\u2013 ")
		if len(strings.Fields(t)) < shortestPart {
			return nil // "the council and the trust should ensure"
		}
		out = append(out, t)
	}
	return out
}

const cut = '\x00'

// cuts marks where one part ends and another begins.
var cuts = strings.NewReplacer(
	"; and ", string(cut), "; ", string(cut), " - ", string(cut), " \u2212 ", string(cut), " \u2013 ", string(cut),
	", and the ", string(cut)+"the ", " and the ", string(cut)+"the ",
	", and that ", string(cut)+"that ", " and that ", string(cut)+"that ",
)

// namedTexts are what an item names behind "including" or "such as", three or
// more with commas between: "children missing from care, privately fostered
// children and homeless 16-year-olds" are two, of which the last holds two.
func namedTexts(s string) []string {
	for _, word := range []string{" including ", " such as "} {
		_, list, ok := strings.Cut(s, word)
		if !ok {
			continue
		}
		var out []string
		for t := range strings.SplitSeq(list, ", ") {
			if text.HasAnyPrefix(t, "is ", "are ", "has ", "have ", "to ", "so ", "that ", "which ", "where ", "and that ", "in order ") {
				break // the sentence goes on behind the list
			}
			out = append(out, strings.TrimPrefix(t, "and "))
		}
		return out
	}
	return nil
}

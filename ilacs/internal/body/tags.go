package body

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/finding"
)

// cutTags takes the references to the national framework off the end of an
// area for improvement: "(outcome 3, national framework)", "[Outcome 3 …]",
// "(Enabler two)", "Enabler three: National Framework." without brackets, the
// full stop before, inside or after. The number is kept as printed.
func cutTags(s string) (string, []finding.Tag) {
	if !text.ContainsAny(s, "utcome", "nabler", "rinciple", "ational") {
		return s, nil
	}
	l := text.Lower(s)
	from := -1
	if open := strings.LastIndexAny(l, "(["); open >= 0 && tagWord(l[open:]) >= 0 && strings.LastIndexAny(l, ")]") <= len(l)-1 {
		if end := strings.IndexAny(l[open:], ")]"); end < 0 || strings.Trim(l[open+end:], ")]. 0123456789") == "" {
			from = open
		}
	}
	if from < 0 {
		from = trailingTags(l)
	}
	if from < 0 {
		return s, nil
	}
	tags := readTags(l[from:])
	if len(tags) == 0 {
		return s, nil
	}
	before := strings.TrimRight(s[:from], " ,;:-\u2013\u2014\u2212")
	if before != "" && !strings.HasSuffix(before, ".") && strings.HasSuffix(strings.TrimRight(s, ")] 0123456789"), ".") {
		before += "."
	}
	return before, tags
}

// tagWords are the words that a reference to the national framework may hold.
var tagWords = []string{
	"outcome", "outcomes", "enabler", "enablers", "principle", "principles", "the", "of", "and", "children", "s", "children's", "social", "care", "national", "framework",
}

// trailingTags is the offset of a reference that ends an item without brackets:
// "– outcome 1, national framework", "Enabler three: National Framework."; -1
// where there is none. It must name the framework, or
// stand after a stop, dash or comma, and bear a number.
func trailingTags(l string) int {
	w := text.Words(make([]text.Word, 0, len(l)/5+4), strings.ReplaceAll(l, "\u2019", "'  "), 0)
	from, numbered, framework := -1, false, false
	for i := len(w) - 1; i >= 0; i-- {
		x := w[i].Text
		switch {
		case numberOf(x) > 0:
			numbered = true
		case x == "framework":
			framework = true
		case !slices.Contains(tagWords, x):
			i = 0
		}
		if kind := strings.TrimSuffix(x, "s"); kind == "outcome" || kind == "enabler" || kind == "principle" || x == "national" {
			from = w[i].At
		}
	}
	if from < 0 || !numbered {
		return -1
	}
	before := strings.TrimRight(l[:from], " ")
	parted := before != "" && (strings.ContainsAny(before[len(before)-1:], ".,;:-") || strings.HasSuffix(before, "\u2013") || strings.HasSuffix(before, "\u2014") || strings.HasSuffix(before, "\u2212"))
	if before == "" || !framework && !parted {
		return -1
	}
	return from
}

// tagWord is the offset of the first word that names a part of the framework.
func tagWord(l string) int {
	first := -1
	for _, w := range []string{"outcome", "enabler", "principle", "national framework"} {
		if i := strings.Index(l, w); i >= 0 && (first < 0 || i < first) {
			first = i
		}
	}
	return first
}

func readTags(l string) []finding.Tag {
	var tags []finding.Tag
	var kind finding.TagKind
	open := false // a kind without its number yet
	for _, w := range text.Words(make([]text.Word, 0, len(l)/5+4), l, 0) {
		switch strings.TrimSuffix(w.Text, "s") {
		case "outcome":
			kind, open = finding.TagKindOutcome, true
			continue
		case "enabler":
			kind, open = finding.TagKindEnabler, true
			continue
		case "principle":
			kind, open = finding.TagKindPrinciple, true
			continue
		}
		if n := numberOf(w.Text); n > 0 && kind != 0 {
			tags = append(tags, finding.Tag{Kind: kind, Number: n})
			open = false
		}
	}
	if open && len(tags) == 0 { // named, but not numbered
		tags = append(tags, finding.Tag{Kind: kind})
	}
	return tags
}

func numberOf(w string) int {
	if text.IsDigit(w[0]) {
		if len(w) == 1 {
			return int(w[0] - '0')
		}
		return 0
	}
	for i, name := range [...]string{1: "one", "two", "three", "four", "five", "six"} {
		if name == w {
			return i
		}
	}
	return 0
}

package ilacs

import (
	"slices"

	"github.com/ilacs-go/inspection/internal/text"
)

// ordinals are the ordinal numbers to twenty, each in its place.
var ordinals = []string{
	1: "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
	"eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
}

// ordinalAt reads an ordinal number at w[i], "seventh", "21st" or "twenty-first",
// and returns how many words it has; 0 where there is none. A number of three
// digits counts no visits.
func ordinalAt(w []text.Word, i int) (number, n int) {
	if k := slices.Index(ordinals, w[i].Text); k > 0 {
		return k, 1
	}
	if i+1 >= len(w) {
		return 0, 0
	}
	if w[i].Text == "twenty" || w[i].Text == "thirty" {
		if k := slices.Index(ordinals[:10], w[i+1].Text); k > 0 {
			return k + map[string]int{"twenty": 20, "thirty": 30}[w[i].Text], 2
		}
		return 0, 0
	}
	if w[i+1].At != w[i].End() || !slices.Contains([]string{"st", "nd", "rd", "th"}, w[i+1].Text) {
		return 0, 0
	}
	if len(w[i].Text) > 2 {
		return 0, 0
	}
	for _, c := range []byte(w[i].Text) {
		if !text.IsDigit(c) {
			return 0, 0
		}
		number = 10*number + int(c-'0')
	}
	return number, 2
}

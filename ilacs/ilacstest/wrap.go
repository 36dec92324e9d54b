package ilacstest

import (
	"strings"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/internal/text"
)

// columns returns how many columns a text takes.
func columns(s string) int { return utf8.RuneCountInString(s) }

// pad returns s with spaces after it up to a column.
func pad(s string, column int) string {
	return s + strings.Repeat(" ", max(0, column-columns(s)))
}

// wrap breaks s into lines of so many columns. It breaks at spaces, and after a
// hyphen between letters.
func wrap(s string, most int) []string {
	var out []string
	var b strings.Builder
	used := 0
	end := func() {
		out = append(out, b.String())
		b.Reset()
		used = 0
	}
	for word := range strings.SplitSeq(s, " ") {
		for {
			gap := min(used, 1)
			if n := columns(word); used+gap+n <= most {
				b.WriteString("  "[:gap] + word)
				used += gap + n
				break
			}
			if k := hyphen(word, most-used-gap); k > 0 {
				b.WriteString("  "[:gap] + word[:k])
				word = word[k:]
			} else if used == 0 { // a word longer than a line
				b.WriteString(word)
				used = columns(word)
				break
			}
			end()
		}
	}
	end()
	return out
}

// hyphen returns the length of the longest beginning of a word, of so many
// columns at most, that ends in a hyphen between two letters.
func hyphen(word string, most int) int {
	best, n := 0, 0
	for i, r := range word {
		n++
		if n > most {
			break
		}
		if r == '-' && i > 0 && i+1 < len(word) && text.IsLetter(word[i-1]) && text.IsLetter(word[i+1]) {
			best = i + 1
		}
	}
	return best
}

// beside returns the lines of a name with the lines of its grade in a column
// beside it: each centred if centre is set, else from the top.
func beside(name, grade []string, column int, centre bool) []string {
	rows := max(len(name), len(grade))
	if centre && len(name) != len(grade) && (len(name)+len(grade))%2 == 1 {
		rows++ // half a line up or down: lines of their own
	}
	row := func(n, i int) int { // of line i of n
		switch {
		case !centre || n == 0:
			return i
		case n%2 == rows%2:
			return (rows-n)/2 + i
		}
		return i * (rows - 1) / max(1, n-1)
	}
	cells := make([][2]string, rows)
	for i, s := range name {
		cells[row(len(name), i)][0] = s
	}
	for i, s := range grade {
		cells[row(len(grade), i)][1] = s
	}
	out := make([]string, rows)
	for i, c := range cells {
		out[i] = strings.TrimRight(pad(c[0], column)+c[1], " ")
	}
	return out
}

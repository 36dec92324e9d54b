package authority

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

// nearest returns up to five authorities with similar names, most similar first.
// It is slow, and for errors alone.
func (t *tables) nearest(name string) []Authority {
	key := fold(nil, name)
	for {
		if a := affixOf(key, suffixes, bytes.HasSuffix); a.text != "" {
			key = key[:len(key)-len(a.text)]
		} else if a := affixOf(key, prefixes, bytes.HasPrefix); a.text != "" {
			key = key[len(a.text):]
		} else {
			break
		}
	}
	asked := string(key)
	best := make(map[uint16]int)
	for other, owners := range t.names {
		d, ok := distance(asked, other)
		if !ok || d > 1 && t.initials[other] { // initials are near by a letter, or not at all
			continue
		}
		for _, i := range owners {
			if least, seen := best[i]; !seen || d < least {
				best[i] = d
			}
		}
	}
	found := make([]uint16, 0, len(best))
	for i := range best {
		found = append(found, i)
	}
	slices.SortFunc(found, func(a, b uint16) int {
		return cmp.Or(cmp.Compare(best[a], best[b]), cmp.Compare(a, b))
	})
	var near []Authority
	for _, i := range found[:min(len(found), 5)] {
		near = append(near, t.entries[i].Authority)
	}
	return near
}

// distance returns how far apart two folded names are, and reports whether they
// are near at all. From nearest to farthest: they differ by a letter; one is the
// beginning of the other or stands in it as whole words; they differ by a few
// letters; they share a word.
func distance(a, b string) (int, bool) {
	short, long := min(len(a), len(b)), max(len(a), len(b))
	if short < 3 || long > maxName {
		return 0, false
	}
	few := max(1, min(short-2, max(2, short/3)))
	d := long // far, unless their lengths are close
	if long-short <= few {
		d = edits(a, b)
	}
	switch {
	case d <= 1:
		return d, true
	case short >= 4 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a)),
		hasWords(a, b), hasWords(b, a):
		return 100 + long - short, true
	case d <= few:
		return 200 + d, true
	case shareWord(a, b):
		return 300 + long, true
	}
	return 0, false
}

// shareWord reports whether the names share a distinctive word: a long one that
// few names have.
func shareWord(a, b string) bool {
	for word := range strings.SplitSeq(a, " ") {
		switch word {
		case "north", "south", "east", "west", "city", "county", "royal", "borough", "council",
			"children", "childrens", "services", "trust", "first":
			continue
		}
		if len(word) >= 4 && hasWords(b, word) {
			return true
		}
	}
	return false
}

// hasWords reports whether the words stand in the name, one after another.
func hasWords(name, words string) bool {
	i := strings.Index(name, words)
	if i < 0 {
		return false
	}
	end := i + len(words)
	return (i == 0 || name[i-1] == ' ') && (end == len(name) || name[end] == ' ')
}

// edits returns the Levenshtein distance of a and b, in bytes. Neither is longer
// than maxName.
func edits(a, b string) int {
	var row [maxName + 1]int
	for j := range len(b) {
		row[j+1] = j + 1
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}

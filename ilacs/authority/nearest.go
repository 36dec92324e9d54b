package authority

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// maxInput is the most of a name that an error holds, in bytes.
const maxInput = 100

func nameError(name string, nearest []Authority, err error) *NameError {
	return &NameError{Input: bounded(name), Nearest: nearest, Err: err}
}

// bounded cuts what an error quotes.
func bounded(s string) string {
	if len(s) <= maxInput {
		return s
	}
	return strings.ToValidUTF8(s[:maxInput], "")
}

func quote(s string) string { return strconv.Quote(s) }

// nearest returns up to five authorities whose names are spelt like this one.
// It is for errors, and takes its time.
func (t *tables) nearest(name string) []Authority {
	var buf [maxName]byte
	key := fold(buf[:0], name)
	for {
		if _, n := cut(key, tails, bytes.HasSuffix); n > 0 {
			key = key[:len(key)-n]
		} else if _, n := cut(key, heads, bytes.HasPrefix); n > 0 {
			key = key[n:]
		} else {
			break
		}
	}
	best := make(map[uint16]int)
	for other, owners := range t.names {
		d, ok := distance(string(key), other)
		if !ok {
			continue
		}
		for _, i := range owners {
			if was, seen := best[i]; !seen || d < was {
				best[i] = d
			}
		}
	}
	found := make([]uint16, 0, len(best))
	for i := range best {
		found = append(found, i)
	}
	slices.SortFunc(found, func(a, b uint16) int { return cmp.Or(cmp.Compare(best[a], best[b]), cmp.Compare(a, b)) })
	var near []Authority
	for _, i := range found[:min(5, len(found))] {
		near = append(near, t.entries[i].Authority)
	}
	return near
}

// distance tells how unlike two folded names are, and whether they are near
// at all: a few letters changed, or one standing in the other as whole words.
func distance(a, b string) (int, bool) {
	if len(a) < 3 || len(b) < 3 {
		return 0, false
	}
	d := edits(a, b)
	if d <= max(1, min(len(a), len(b))/3) {
		return d, true
	}
	if strings.Contains(" "+b+" ", " "+a+" ") || strings.Contains(" "+a+" ", " "+b+" ") {
		return 100 + d, true
	}
	return 0, false
}

// edits is the number of bytes to insert, delete or replace to make b of a.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
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

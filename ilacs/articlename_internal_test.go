package ilacs

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func placeOf(r role, weight int) candidate {
	return candidate{mention: mention{role: r}, weight: weight}
}

// Of two places of one role that is the one visited of which half as much again is
// said; with less it is a tie, and neither is given.
func TestTieOfPlaces(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		best, next candidate
		tie        bool
	}{
		{placeOf(roleServices, 16), placeOf(roleServices, 16), true},
		{placeOf(roleServices, 23), placeOf(roleServices, 16), true},
		{placeOf(roleServices, 24), placeOf(roleServices, 16), false},
		{placeOf(roleVisited, 16), placeOf(roleServices, 16), false},
	} {
		assert.Equal(t, tt.tie, isTie(tt.best, tt.next), "%+v", tt)
	}
}

// An article rounds up several visits where each place is visited by itself, and more
// than a little is said of it.
func TestVisitedApart(t *testing.T) {
	t.Parallel()
	both := placeOf(roleVisited, 30)
	both.several = true
	for _, tt := range []struct {
		next candidate
		want int
	}{
		{placeOf(roleVisited, 30), 2},
		{placeOf(roleVisited, 10), 2},
		{placeOf(roleVisited, 9), 1},
		{placeOf(roleServices, 30), 1},
		{both, 1},
	} {
		assert.Equal(t, tt.want, visitedApart([]candidate{placeOf(roleVisited, 30), tt.next}), "%+v", tt.next)
	}
}

// What speaks of councils in its opening rounds up three of them; of two one may be
// a neighbour.
func TestRoundUp(t *testing.T) {
	t.Parallel()
	council := placeOf(roleCouncil, 16)
	for _, tt := range []struct {
		opening string
		places  []candidate
		want    bool
	}{
		{"three councils have moved on", []candidate{council, council, council}, true},
		{"two councils have moved on", []candidate{council, council}, false},
		{"two councils have moved on", []candidate{council, council, placeOf(roleMere, 16)}, false},
		{"a council has moved on", []candidate{council, council, council}, false},
	} {
		a := &article{lines: []articleLine{{l: tt.opening, head: true}}}
		assert.Equal(t, tt.want, a.isRoundUp(tt.places), "%+v", tt)
	}
}

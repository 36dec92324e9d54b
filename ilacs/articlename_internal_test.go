package ilacs

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Of two places of one role that is the one visited of which half as much again is
// said; with less it is a tie, and neither is given.
func TestTieOfPlaces(t *testing.T) {
	t.Parallel()
	place := func(r role, weight int) candidate { return candidate{mention: mention{role: r}, weight: weight} }
	for _, tt := range []struct {
		best, next candidate
		tie        bool
	}{
		{place(roleServices, 16), place(roleServices, 16), true},
		{place(roleServices, 23), place(roleServices, 16), true},
		{place(roleServices, 24), place(roleServices, 16), false},
		{place(roleVisited, 16), place(roleServices, 16), false},
	} {
		assert.Equal(t, tt.tie, isTie(tt.best, tt.next), "%+v", tt)
	}
}

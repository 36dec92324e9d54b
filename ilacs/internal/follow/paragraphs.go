package follow

import (
	"cmp"
	"slices"
)

// heardOf is what a paragraph says of an item.
type heardOf struct {
	paragraph int
	unlikely  float64 // how likely it is that none of its findings is about the item
	good, bad float64
}

func (h heardOf) likely() float64 { return 1 - h.unlikely }

// share is the share of good.
func (h heardOf) share() float64 { return h.good / (h.good + h.bad + littleHeard) }

// littleHeard makes the share of good small where little is said.
const littleHeard = 0.1

// byParagraph is what each paragraph says of an item.
type byParagraph []heardOf

// add adds a finding, after those that stand before it.
func (b *byParagraph) add(paragraph int, likely, good, bad float64) {
	if n := len(*b); n == 0 || (*b)[n-1].paragraph != paragraph {
		*b = append(*b, heardOf{paragraph: paragraph, unlikely: 1})
	}
	h := &(*b)[len(*b)-1]
	h.unlikely *= 1 - likely
	h.good, h.bad = h.good+likely*good, h.bad+likely*bad
}

// likeliest are the three that are likeliest about the item, the likeliest first.
func (b byParagraph) likeliest() []heardOf {
	slices.SortStableFunc(b, func(x, y heardOf) int { return cmp.Compare(x.unlikely, y.unlikely) })
	return b[:min(3, len(b))]
}

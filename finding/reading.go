package finding

import (
	"strconv"
	"strings"
)

// Reading is what one sentence says. Every label has at least one cue, but for
// the defaults (neutral, no direction, an unstated extent) and for a polarity
// that the heading alone decided. The zero Reading is of a sentence that has not
// been read.
type Reading struct {
	// Themes are what the sentence is about, the most important first, at most
	// three; none where it is about nothing in the list.
	Themes    []Theme   `json:"themes,omitempty"`
	Polarity  Polarity  `json:"polarity,omitzero"`
	Direction Direction `json:"direction,omitzero"`
	Extent    Extent    `json:"extent,omitzero"`
	// Aspects are the qualities spoken of, in the order of the sentence.
	Aspects []Aspect `json:"aspects,omitempty"`
	// Cues are the words that decided the labels, ordered by their place; their
	// offsets are in the sentence as it was given to Classify.
	Cues []Cue `json:"cues,omitempty"`
}

// Explain says in one line why the reading is what it is: each label with the
// words that decided it. The text is the sentence that was read.
func (r Reading) Explain(text string) string {
	var b strings.Builder
	add := func(l Label, name string) {
		if b.Len() > 0 {
			b.WriteString("; ")
		}
		b.WriteString(name)
		sep := " ("
		for _, c := range r.Cues {
			if c.Label == l {
				b.WriteString(sep + strconv.Quote(c.Of(text)))
				sep = ", "
			}
		}
		if sep == ", " {
			b.WriteString(")")
		}
	}
	for _, t := range r.Themes {
		add(LabelOf(t), t.String())
	}
	add(LabelOf(r.Polarity), r.Polarity.String())
	if r.Direction != DirectionNone {
		add(LabelOf(r.Direction), r.Direction.String())
	}
	if r.Extent != ExtentUnstated {
		add(LabelOf(r.Extent), r.Extent.String())
	}
	for _, a := range r.Aspects {
		add(LabelOf(a), a.String())
	}
	return b.String()
}

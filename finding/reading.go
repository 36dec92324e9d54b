package finding

import (
	"strconv"
	"strings"
)

// Reading is what one sentence says. Every label has at least one cue, except the
// defaults (neutral, no direction, an unstated extent) and a polarity that the
// heading alone decided. The zero Reading is of a sentence that has not been read.
type Reading struct {
	// Themes are what the sentence is about, the most important first, at most
	// three; none where it is about nothing in the list.
	Themes    []Theme   `json:"themes,omitempty"`
	Polarity  Polarity  `json:"polarity,omitzero"`
	Direction Direction `json:"direction,omitzero"`
	Extent    Extent    `json:"extent,omitzero"`
	// Aspects are the qualities spoken of, in the order of the sentence.
	Aspects []Aspect `json:"aspects,omitempty"`
	// Speaker is who says it, 0 where the sentence does not tell.
	Speaker Speaker `json:"speaker,omitzero"`
	// Cues are the words that decided the labels, in the order of the sentence;
	// their offsets are in the sentence as it was given to Classify.
	Cues []Cue `json:"cues,omitempty"`
}

// The words of Explain.
var (
	polarityWords = [...]string{
		Strength: "A strength",
		Mixed:    "Part strength, part concern",
		Concern:  "A concern",
		Neutral:  "Neither a strength nor a concern",
	}
	directionWords = [...]string{
		DirectionImproved:  "Better than before",
		DirectionUnchanged: "As before",
		DirectionDeclined:  "Worse than before",
		DirectionNone:      "",
	}
	extentWords = [...]string{
		ExtentNone:     "none",
		ExtentFew:      "few",
		ExtentSome:     "some",
		ExtentMost:     "most",
		ExtentAll:      "all",
		ExtentUnstated: "",
	}
	speakerWords = [...]string{
		SpeakerInspectors: "inspectors",
		SpeakerCouncil:    "the council, not by inspectors",
		SpeakerQuotation:  "someone who is quoted",
	}
)

// Explain says in one line what the sentence was taken to mean, and by which of
// its words. text is the sentence that was read.
func (r Reading) Explain(text string) string {
	if !r.Polarity.IsValid() || !r.Direction.IsValid() || !r.Extent.IsValid() {
		return "Not read."
	}
	var b strings.Builder
	polarity := r.quote(LabelOf(r.Polarity), text)
	b.WriteString(polarityWords[r.Polarity] + polarity)
	if polarity == "" && r.Polarity != Neutral {
		b.WriteString(" (by its heading)")
	}
	joint := " about "
	for _, t := range r.Themes {
		b.WriteString(joint + t.String() + r.quote(LabelOf(t), text))
		joint = " and "
	}
	b.WriteByte('.')
	if words := directionWords[r.Direction]; words != "" {
		b.WriteString(" " + words + r.quote(LabelOf(r.Direction), text) + ".")
	}
	if words := extentWords[r.Extent]; words != "" {
		b.WriteString(" It holds for " + words + r.quote(LabelOf(r.Extent), text) + ".")
	}
	var aspects []string
	for _, a := range r.Aspects {
		name, _ := a.MarshalText()
		aspects = append(aspects, string(name)+r.quote(LabelOf(a), text))
	}
	if len(aspects) > 0 {
		b.WriteString(" It speaks of " + strings.Join(aspects, ", ") + ".")
	}
	if r.Speaker.IsValid() {
		b.WriteString(" Said by " + speakerWords[r.Speaker] + r.quote(LabelOf(r.Speaker), text) + ".")
	}
	return b.String()
}

// quote returns the words that decided a label, in brackets after a space; "" if
// there are none.
func (r Reading) quote(l Label, text string) string {
	var words []string
	for _, c := range r.Cues {
		if c.Label == l {
			words = append(words, strconv.Quote(c.Of(text)))
		}
	}
	if len(words) == 0 {
		return ""
	}
	return " (" + strings.Join(words, ", ") + ")"
}

package finding

import "github.com/ilacs-go/inspection/internal/enum"

// Polarity says whether a sentence praises or faults. The zero value means that
// the sentence has not been read; Classify always returns one of the four.
type Polarity uint8

const (
	Strength Polarity = 10 // what works well, or has got better
	Mixed    Polarity = 20 // both, neither of which carries the sentence
	Concern  Polarity = 30 // what is not good enough, or must be done
	Neutral  Polarity = 40 // a fact or context, neither praise nor fault
)

var polarities = enum.List[Polarity]{
	Package: "finding", Kind: "polarity", Type: "Polarity",
	Text: []string{
		Strength: "strength",
		Mixed:    "mixed",
		Concern:  "concern",
		Neutral:  "neutral",
	},
	Names: []string{
		Strength: "Strength",
		Mixed:    "Mixed",
		Concern:  "Concern",
		Neutral:  "Neutral",
	},
}

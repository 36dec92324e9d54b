package finding

import "github.com/ilacs-go/inspection/internal/enum"

// Direction is the change since an earlier time that a sentence speaks of. The
// zero value means that the sentence has not been read; Classify always returns
// one of the four.
type Direction uint8

const (
	DirectionImproved  Direction = 10 // better than it was
	DirectionUnchanged Direction = 20 // as it was: a weakness that remains, a strength that is sustained
	DirectionDeclined  Direction = 30 // worse than it was
	DirectionNone      Direction = 40 // the sentence does not speak of change
)

var directions = enum.List[Direction]{
	Package: "finding", Kind: "direction", Type: "Direction",
	Text: []string{
		DirectionImproved:  "improved",
		DirectionUnchanged: "unchanged",
		DirectionDeclined:  "declined",
		DirectionNone:      "none",
	},
	Names: []string{
		DirectionImproved:  "Improved",
		DirectionUnchanged: "Unchanged",
		DirectionDeclined:  "Declined",
		DirectionNone:      "Not stated",
	},
}

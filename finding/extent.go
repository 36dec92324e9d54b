package finding

import "github.com/ilacs-go/inspection/internal/enum"

// Extent says of how many children, plans or teams the main point of a sentence
// is said to hold, in the order of inspectors' quantity words: ExtentNone is
// below ExtentFew, and so on up to ExtentAll. Ofsted has published no scale for
// these words, so they stand for no percentages. The zero value means
// that the sentence has not been read; a sentence that was read and names no
// quantity has ExtentUnstated, which stands outside the order.
type Extent uint8

const (
	ExtentNone     Extent = 10 // none, no children
	ExtentFew      Extent = 20 // few, a small number, a minority, isolated cases
	ExtentSome     Extent = 30 // some, several, a number of, not all, too many
	ExtentMost     Extent = 40 // most, the majority, many, almost all
	ExtentAll      Extent = 50 // all, every, each
	ExtentUnstated Extent = 60 // no quantity is named
)

var extents = enum.List[Extent]{
	Package: "finding", Kind: "extent", Type: "Extent",
	Text: []string{
		ExtentNone:     "none",
		ExtentFew:      "few",
		ExtentSome:     "some",
		ExtentMost:     "most",
		ExtentAll:      "all",
		ExtentUnstated: "unstated",
	},
	Names: []string{
		ExtentNone:     "None",
		ExtentFew:      "Few",
		ExtentSome:     "Some",
		ExtentMost:     "Most",
		ExtentAll:      "All",
		ExtentUnstated: "Not stated",
	},
}

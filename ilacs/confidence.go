package ilacs

import "github.com/ilacs-go/inspection/internal/enum"

// Confidence says how sure a follow-up is. The zero value means that it is not stated.
type Confidence uint8

// The values of Confidence.
const (
	// ConfidenceHigh means that by the weights of status.tsv the status is at least four
	// times as likely as all others together, or that the same is asked for again
	// in the same words. Of pairs kept aside nine in ten were right.
	ConfidenceHigh Confidence = 10
	// ConfidenceMedium means that it is the likelier by some way, or that nothing was found
	// that returns to the item; seven in ten were right.
	ConfidenceMedium Confidence = 20
	// ConfidenceLow means that what is said is divided, or about the theme more than the
	// item, or silent on a part of it; one in two was right.
	ConfidenceLow Confidence = 30
)

var confidences = enum.List[Confidence]{
	Package: "ilacs", Kind: "confidence", Type: "Confidence",
	Text:  []string{ConfidenceHigh: "high", ConfidenceMedium: "medium", ConfidenceLow: "low"},
	Names: []string{ConfidenceHigh: "High", ConfidenceMedium: "Medium", ConfidenceLow: "Low"},
}

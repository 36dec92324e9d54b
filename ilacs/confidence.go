package ilacs

import "github.com/ilacs-go/inspection/internal/enum"

// Confidence says how sure a follow-up is. The zero value means that it is not stated.
type Confidence uint8

// The values of Confidence.
const (
	// ConfidenceHigh means that by the weights of status.tsv the status is at least
	// three times as likely as all others together, or that the same is asked for
	// again in the same words. Seven in eight were right, of pairs that were kept
	// aside.
	ConfidenceHigh Confidence = 10
	// ConfidenceMedium means that the status is clearly likelier than the others, or
	// that nothing was found that returns to the item. Two in three were right.
	ConfidenceMedium Confidence = 20
	// ConfidenceLow means that the evidence is divided, is more about the theme than
	// the item, or does not cover a part of it. Half were right.
	ConfidenceLow Confidence = 30
)

var confidences = enum.List[Confidence]{
	Package: "ilacs", Kind: "confidence", Type: "Confidence",
	Text:  []string{ConfidenceHigh: "high", ConfidenceMedium: "medium", ConfidenceLow: "low"},
	Names: []string{ConfidenceHigh: "High", ConfidenceMedium: "Medium", ConfidenceLow: "Low"},
}

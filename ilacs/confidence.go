package ilacs

import (
	"database/sql/driver"

	"github.com/ilacs-go/inspection/internal/enum"
)

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
	Package: "ilacs", Kind: "confidence", Type: "Confidence", Fail: refused,
	Text:  []string{ConfidenceHigh: "high", ConfidenceMedium: "medium", ConfidenceLow: "low"},
	Names: []string{ConfidenceHigh: "High", ConfidenceMedium: "Medium", ConfidenceLow: "Low"},
}

// ParseConfidence reads the text form, or the words that String gives in any letter
// case. The error is a *[ParseError].
func ParseConfidence(s string) (Confidence, error) { return confidences.Parse(s) }

// IsValid reports whether c is in the closed list; the zero value is not.
func (c Confidence) IsValid() bool { return confidences.Valid(c) }

// String gives words for people.
func (c Confidence) String() string { return confidences.String(c) }

// AppendText appends the text form; nothing for the zero value.
func (c Confidence) AppendText(b []byte) ([]byte, error) { return confidences.Append(b, c) }

// MarshalText gives the text form; "" for the zero value, an error for an
// invalid one.
func (c Confidence) MarshalText() ([]byte, error) { return c.AppendText([]byte{}) }

// UnmarshalText reads the text form; "" sets the zero value.
func (c *Confidence) UnmarshalText(text []byte) error {
	return confidences.Unmarshal(c, text)
}

// Scan reads a database value: nil, a string or bytes; nil sets the zero value.
func (c *Confidence) Scan(src any) error { return confidences.Scan(c, src) }

// Value gives the text form for a database, nil for the zero value.
func (c Confidence) Value() (driver.Value, error) { return confidences.Value(c) }

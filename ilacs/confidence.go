package ilacs

import (
	"database/sql/driver"

	"github.com/ilacs-go/inspection/internal/enum"
)

// Confidence says how sure a follow-up is. The zero value means that it is not stated.
type Confidence uint8

// The values of Confidence.
const (
	// High means that all that the later document says of it speaks one way, and
	// that several findings say so or one that compares with the earlier visit;
	// or that the same is asked for again in the same words.
	High Confidence = 10
	// Medium means that what it says of it mostly speaks one way, or that nothing
	// was found that returns to it.
	Medium Confidence = 20
	// Low means that what it says of it is divided, or of the theme more than of
	// the item, or that it is silent on a part of it.
	Low Confidence = 30
)

var confidences = enum.List[Confidence]{
	Package: "ilacs", Kind: "confidence", Type: "Confidence", Fail: refused,
	Text:  []string{High: "high", Medium: "medium", Low: "low"},
	Names: []string{High: "High", Medium: "Medium", Low: "Low"},
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

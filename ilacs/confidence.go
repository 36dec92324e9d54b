package ilacs

import "database/sql/driver"

// Confidence says how sure a follow-up is. The zero value means that it is not stated.
type Confidence uint8

// The values of Confidence.
const (
	// High means that the later document asks for the same again, points back to it, or says the same of it several times.
	High Confidence = 10
	// Medium means that at least one later finding is plainly about the same thing.
	Medium Confidence = 20
	// Low means that later findings are about the same theme, and may be about other children or another part of it.
	Low Confidence = 30
)

var confidences = closed{
	kind:    "confidence",
	typ:     "Confidence",
	text:    []string{High: "high", Medium: "medium", Low: "low"},
	printed: []string{High: "High", Medium: "Medium", Low: "Low"},
}

// ParseConfidence reads the text form, or the words that String gives in any letter
// case. The error is a *[ParseError].
func ParseConfidence(s string) (Confidence, error) { return parseName[Confidence](&confidences, s) }

// IsValid reports whether c is in the closed list; the zero value is not.
func (c Confidence) IsValid() bool { return confidences.valid(uint8(c)) }

// String gives words for people.
func (c Confidence) String() string { return confidences.string(uint8(c)) }

// AppendText appends the text form; nothing for the zero value.
func (c Confidence) AppendText(b []byte) ([]byte, error) { return confidences.append(b, uint8(c)) }

// MarshalText gives the text form; "" for the zero value, an error for an
// invalid one.
func (c Confidence) MarshalText() ([]byte, error) { return c.AppendText([]byte{}) }

// UnmarshalText reads the text form; "" sets the zero value.
func (c *Confidence) UnmarshalText(text []byte) error {
	return unmarshalName(&confidences, c, string(text))
}

// Scan reads a database value: nil, a string or bytes; nil sets the zero value.
func (c *Confidence) Scan(src any) error { return scanName(&confidences, c, src) }

// Value gives the text form for a database, nil for the zero value.
func (c Confidence) Value() (driver.Value, error) { return confidences.value(uint8(c)) }

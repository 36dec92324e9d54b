package finding

import (
	"database/sql/driver"

	"github.com/ilacs-go/inspection/internal/enum"
)

// Polarity says whether a sentence praises or faults. The zero value means that
// the sentence has not been read; Classify always gives one of the four.
type Polarity uint8

const (
	Strength Polarity = 10 // what works well, or has got better
	Mixed    Polarity = 20 // both, neither of which carries the sentence
	Concern  Polarity = 30 // what is not good enough, or must be done
	Neutral  Polarity = 40 // a fact or context, neither praise nor fault
)

var polarities = enum.List[Polarity]{Package: "finding", Kind: "polarity", Type: "Polarity", Fail: refused, Text: []string{
	Strength: "strength",
	Mixed:    "mixed",
	Concern:  "concern",
	Neutral:  "neutral",
}}

// ParsePolarity reads the text form of a polarity. The error is a *ParseError.
func ParsePolarity(text string) (Polarity, error) { return polarities.Parse(text) }

// IsValid reports whether p is in the closed list; the zero value is not.
func (p Polarity) IsValid() bool { return polarities.Valid(p) }

// String gives the text form, or "Polarity(n)" for a number that has none.
func (p Polarity) String() string { return polarities.String(p) }

// AppendText appends the text form; nothing for the zero value.
func (p Polarity) AppendText(b []byte) ([]byte, error) { return polarities.Append(b, p) }

// MarshalText gives the text form; "" for the zero value, an error for an invalid one.
func (p Polarity) MarshalText() ([]byte, error) { return polarities.Append([]byte{}, p) }

// UnmarshalText reads the text form; "" sets the zero value.
func (p *Polarity) UnmarshalText(text []byte) error { return polarities.Unmarshal(p, text) }

// Scan reads a database value: nil, a string or bytes; nil sets the zero value.
func (p *Polarity) Scan(src any) error { return polarities.Scan(p, src) }

// Value gives the text form for a database, nil for the zero value.
func (p Polarity) Value() (driver.Value, error) { return polarities.Value(p) }

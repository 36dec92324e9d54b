package finding

import (
	"database/sql/driver"

	"github.com/ilacs-go/inspection/internal/enum"
)

// Direction says what a sentence tells of change since an earlier time. The zero
// value means that the sentence has not been read; Classify always gives one of
// the four.
type Direction uint8

const (
	DirectionImproved  Direction = 10 // better than it was
	DirectionUnchanged Direction = 20 // as it was: a weakness that remains, a strength that is sustained
	DirectionDeclined  Direction = 30 // worse than it was
	DirectionNone      Direction = 40 // the sentence does not speak of change
)

var directions = enum.List[Direction]{Package: "finding", Kind: "direction", Type: "Direction", Fail: refused, Text: []string{
	DirectionImproved:  "improved",
	DirectionUnchanged: "unchanged",
	DirectionDeclined:  "declined",
	DirectionNone:      "none",
}}

// ParseDirection reads the text form of a direction. The error is a *ParseError.
func ParseDirection(text string) (Direction, error) { return directions.Parse(text) }

// IsValid reports whether d is in the closed list; the zero value is not.
func (d Direction) IsValid() bool { return directions.Valid(d) }

// String gives the text form, or "Direction(n)" for a number that has none.
func (d Direction) String() string { return directions.String(d) }

// AppendText appends the text form; nothing for the zero value.
func (d Direction) AppendText(b []byte) ([]byte, error) { return directions.Append(b, d) }

// MarshalText gives the text form; "" for the zero value, an error for an invalid one.
func (d Direction) MarshalText() ([]byte, error) { return directions.Append([]byte{}, d) }

// UnmarshalText reads the text form; "" sets the zero value.
func (d *Direction) UnmarshalText(text []byte) error { return directions.Unmarshal(d, text) }

// Scan reads a database value: nil, a string or bytes; nil sets the zero value.
func (d *Direction) Scan(src any) error { return directions.Scan(d, src) }

// Value gives the text form for a database, nil for the zero value.
func (d Direction) Value() (driver.Value, error) { return directions.Value(d) }

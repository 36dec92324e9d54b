package finding

import (
	"database/sql/driver"

	"github.com/ilacs-go/inspection/internal/enum"
)

// Extent says of how many children, plans or teams the main point of a sentence
// is said to hold, in the order of inspectors' quantity words: ExtentNone is
// below ExtentFew, and so on up to ExtentAll. Ofsted has published no scale for
// these words, so there are no percentages behind them. The zero value means
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

var extents = enum.List[Extent]{Package: "finding", Kind: "extent", Type: "Extent", Fail: refused, Text: []string{
	ExtentNone:     "none",
	ExtentFew:      "few",
	ExtentSome:     "some",
	ExtentMost:     "most",
	ExtentAll:      "all",
	ExtentUnstated: "unstated",
}}

// ParseExtent reads the text form of an extent. The error is a *ParseError.
func ParseExtent(text string) (Extent, error) { return extents.Parse(text) }

// IsValid reports whether e is in the closed list; the zero value is not.
func (e Extent) IsValid() bool { return extents.Valid(e) }

// String gives the text form, or "Extent(n)" for a number that has none.
func (e Extent) String() string { return extents.String(e) }

// AppendText appends the text form; nothing for the zero value.
func (e Extent) AppendText(b []byte) ([]byte, error) { return extents.Append(b, e) }

// MarshalText gives the text form; "" for the zero value, an error for an invalid one.
func (e Extent) MarshalText() ([]byte, error) { return extents.Append([]byte{}, e) }

// UnmarshalText reads the text form; "" sets the zero value.
func (e *Extent) UnmarshalText(text []byte) error { return extents.Unmarshal(e, text) }

// Scan reads a database value: nil, a string or bytes; nil sets the zero value.
func (e *Extent) Scan(src any) error { return extents.Scan(e, src) }

// Value gives the text form for a database, nil for the zero value.
func (e Extent) Value() (driver.Value, error) { return extents.Value(e) }

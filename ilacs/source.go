package ilacs

import (
	"database/sql/driver"

	"github.com/ilacs-go/inspection/internal/enum"
)

// Source says whose text a document is. The zero value means that it is not
// stated.
type Source uint8

// The sources.
const (
	SourceReport  Source = 10 // an inspection report of Ofsted's
	SourceLetter  Source = 20 // a letter of Ofsted's after a visit
	SourceArticle Source = 30 // a second-hand text about a visit: quoted or claimed, never the inspectors' own document
)

var sources = enum.List[Source]{
	Package: "ilacs", Kind: "source", Type: "Source", Fail: refused,
	Text:  []string{SourceReport: "report", SourceLetter: "letter", SourceArticle: "article"},
	Names: []string{SourceReport: "Report", SourceLetter: "Letter", SourceArticle: "Article"},
}

// ParseSource reads the text form ("letter"). The error is a *[ParseError].
func ParseSource(s string) (Source, error) { return sources.Parse(s) }

// IsValid reports whether s is in the closed list; the zero value is not.
func (s Source) IsValid() bool { return sources.Valid(s) }

// String gives the name for people: "Letter".
func (s Source) String() string { return sources.String(s) }

// AppendText appends the text form; nothing for the zero value.
func (s Source) AppendText(b []byte) ([]byte, error) { return sources.Append(b, s) }

// MarshalText gives the text form; "" for the zero value, an error for an
// invalid one.
func (s Source) MarshalText() ([]byte, error) { return s.AppendText([]byte{}) }

// UnmarshalText reads the text form; "" sets the zero value.
func (s *Source) UnmarshalText(text []byte) error { return sources.Unmarshal(s, text) }

// Scan reads a database value: nil, a string or bytes; nil sets the zero value.
func (s *Source) Scan(src any) error { return sources.Scan(s, src) }

// Value gives the text form for a database, nil for the zero value.
func (s Source) Value() (driver.Value, error) { return sources.Value(s) }

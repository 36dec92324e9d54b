package ilacs

import (
	"database/sql/driver"

	"github.com/ilacs-go/inspection/internal/enum"
)

// Status says what became of an area for improvement. The zero value means that it was
// not followed up.
type Status uint8

// The values of Status.
const (
	// StatusAddressed means that the later document praises what was asked for.
	StatusAddressed Status = 10
	// StatusPartly means that it praises some of it and faults the rest, or says that it has begun to get better.
	StatusPartly Status = 20
	// StatusPersists means that it is still faulted, or still asked for.
	StatusPersists Status = 30
	// StatusNotRevisited means that the later document does not return to it, which says nothing of the work itself.
	StatusNotRevisited Status = 40
)

var statuses = enum.List[Status]{
	Package: "ilacs", Kind: "status", Type: "Status", Fail: refused,
	Text:  []string{StatusAddressed: "addressed", StatusPartly: "partly", StatusPersists: "persists", StatusNotRevisited: "not-revisited"},
	Names: []string{StatusAddressed: "Addressed", StatusPartly: "Partly addressed", StatusPersists: "Persists", StatusNotRevisited: "Not revisited"},
}

// ParseStatus reads the text form, or the words that String gives in any letter
// case. The error is a *[ParseError].
func ParseStatus(s string) (Status, error) { return statuses.Parse(s) }

// IsValid reports whether s is in the closed list; the zero value is not.
func (s Status) IsValid() bool { return statuses.Valid(s) }

// String gives words for people.
func (s Status) String() string { return statuses.String(s) }

// AppendText appends the text form; nothing for the zero value.
func (s Status) AppendText(b []byte) ([]byte, error) { return statuses.Append(b, s) }

// MarshalText gives the text form; "" for the zero value, an error for an
// invalid one.
func (s Status) MarshalText() ([]byte, error) { return s.AppendText([]byte{}) }

// UnmarshalText reads the text form; "" sets the zero value.
func (s *Status) UnmarshalText(text []byte) error { return statuses.Unmarshal(s, text) }

// Scan reads a database value: nil, a string or bytes; nil sets the zero value.
func (s *Status) Scan(src any) error { return statuses.Scan(s, src) }

// Value gives the text form for a database, nil for the zero value.
func (s Status) Value() (driver.Value, error) { return statuses.Value(s) }

package ilacs

import (
	"database/sql/driver"

	"github.com/ilacs-go/inspection/internal/enum"
)

// ThemeTrend says how what is said of a theme moved. The zero value means that it is not stated.
type ThemeTrend uint8

// The values of ThemeTrend.
const (
	// ThemeTrendImproved means that more good is said of it than before.
	ThemeTrendImproved ThemeTrend = 10
	// ThemeTrendDeclined means that less good is said of it than before.
	ThemeTrendDeclined ThemeTrend = 20
	// ThemeTrendUnchanged means that the same is said of it.
	ThemeTrendUnchanged ThemeTrend = 30
	// ThemeTrendNew means that only the later document speaks of it.
	ThemeTrendNew ThemeTrend = 40
	// ThemeTrendNoLongerRaised means that only the earlier document speaks of it.
	ThemeTrendNoLongerRaised ThemeTrend = 50
)

var themeTrends = enum.List[ThemeTrend]{
	Package: "ilacs", Kind: "theme trend", Type: "ThemeTrend", Fail: refused,
	Text:  []string{ThemeTrendImproved: "improved", ThemeTrendDeclined: "declined", ThemeTrendUnchanged: "unchanged", ThemeTrendNew: "new", ThemeTrendNoLongerRaised: "no-longer-raised"},
	Names: []string{ThemeTrendImproved: "Improved", ThemeTrendDeclined: "Declined", ThemeTrendUnchanged: "Unchanged", ThemeTrendNew: "New", ThemeTrendNoLongerRaised: "No longer raised"},
}

// ParseThemeTrend reads the text form, or the words that String gives in any letter
// case. The error is a *[ParseError].
func ParseThemeTrend(s string) (ThemeTrend, error) { return themeTrends.Parse(s) }

// IsValid reports whether t is in the closed list; the zero value is not.
func (t ThemeTrend) IsValid() bool { return themeTrends.Valid(t) }

// String gives words for people.
func (t ThemeTrend) String() string { return themeTrends.String(t) }

// AppendText appends the text form; nothing for the zero value.
func (t ThemeTrend) AppendText(b []byte) ([]byte, error) { return themeTrends.Append(b, t) }

// MarshalText gives the text form; "" for the zero value, an error for an
// invalid one.
func (t ThemeTrend) MarshalText() ([]byte, error) { return t.AppendText([]byte{}) }

// UnmarshalText reads the text form; "" sets the zero value.
func (t *ThemeTrend) UnmarshalText(text []byte) error {
	return themeTrends.Unmarshal(t, text)
}

// Scan reads a database value: nil, a string or bytes; nil sets the zero value.
func (t *ThemeTrend) Scan(src any) error { return themeTrends.Scan(t, src) }

// Value gives the text form for a database, nil for the zero value.
func (t ThemeTrend) Value() (driver.Value, error) { return themeTrends.Value(t) }

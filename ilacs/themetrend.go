package ilacs

import (
	"database/sql/driver"

	"github.com/ilacs-go/inspection/internal/enum"
)

// ThemeTrend says how what is said of a theme moved. The zero value means that it is not stated.
type ThemeTrend uint8

// The values of ThemeTrend.
const (
	// ThemeImproved means that more good is said of it than before.
	ThemeImproved ThemeTrend = 10
	// ThemeDeclined means that less good is said of it than before.
	ThemeDeclined ThemeTrend = 20
	// ThemeUnchanged means that the same is said of it.
	ThemeUnchanged ThemeTrend = 30
	// ThemeNew means that only the later document speaks of it.
	ThemeNew ThemeTrend = 40
	// ThemeNoLongerRaised means that only the earlier document speaks of it.
	ThemeNoLongerRaised ThemeTrend = 50
)

var themeTrends = enum.List[ThemeTrend]{
	Package: "ilacs", Kind: "theme trend", Type: "ThemeTrend", Fail: refused,
	Text:  []string{ThemeImproved: "improved", ThemeDeclined: "declined", ThemeUnchanged: "unchanged", ThemeNew: "new", ThemeNoLongerRaised: "no-longer-raised"},
	Names: []string{ThemeImproved: "Improved", ThemeDeclined: "Declined", ThemeUnchanged: "Unchanged", ThemeNew: "New", ThemeNoLongerRaised: "No longer raised"},
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

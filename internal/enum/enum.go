// Package enum holds what the closed lists of values of all packages share:
// their text forms and names, how they are parsed, and how they are encoded as
// text and for databases. The program enumgen writes the methods of the exported
// ones.
package enum

import (
	"database/sql/driver"
	"fmt"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/parseerr"
	"github.com/ilacs-go/inspection/internal/text"
)

// List is a closed list of values. Text and Names are keyed by the value, ""
// where there is no such value.
type List[E ~uint8] struct {
	Package string // "judgement"
	Kind    string // as an error names it: "grade"
	Type    string // as Go names it: "Grade"
	Text    []string
	Names   []string // for people; nil where the text form serves, or Table does
	// Table returns the names by text form, for a list whose names are kept in
	// a table.
	Table func() map[string]string
}

// Valid reports whether v is in the list; the zero value is not.
func (l *List[E]) Valid(v E) bool { return int(v) < len(l.Text) && l.Text[v] != "" }

// String returns the name for people: "" for the zero value, and the type with
// the number for one that has no name.
func (l *List[E]) String(v E) string {
	switch {
	case v == 0:
		return ""
	case !l.Valid(v):
		return l.numbered(v)
	case l.Table != nil:
		return l.Table()[l.Text[v]]
	case l.Names != nil:
		return l.Names[v]
	}
	return l.Text[v]
}

// GoString returns the name of the constant, which constants holds by value, and
// a conversion of the number where there is none.
func (l *List[E]) GoString(v E, constants []string) string {
	if !l.Valid(v) {
		return l.Package + "." + l.numbered(v)
	}
	return l.Package + "." + constants[v]
}

func (l *List[E]) numbered(v E) string { return l.Type + "(" + strconv.Itoa(int(v)) + ")" }

// Parse reads the text form, or the name in any letter case.
func (l *List[E]) Parse(s string) (E, error) {
	v, err := l.ParseText(s)
	if err == nil {
		return v, nil
	}
	for i := range l.Text {
		if v := E(i); l.Valid(v) && strings.EqualFold(l.String(v), s) {
			return v, nil
		}
	}
	return 0, err
}

// ParseText reads the text form alone.
func (l *List[E]) ParseText(s string) (E, error) {
	for i, text := range l.Text {
		if text != "" && text == s {
			return E(i), nil
		}
	}
	for i := range len(s) {
		if b := s[i]; b != '-' && (b < 'a' || b > 'z') && (b < '0' || b > '9') {
			return 0, l.refuse(s, i, parseerr.ErrSyntax)
		}
	}
	if s == "" {
		return 0, l.refuse(s, 0, parseerr.ErrSyntax)
	}
	return 0, l.refuse(s, 0, parseerr.ErrUnknown)
}

func (l *List[E]) refuse(input string, offset int, err error) error {
	return &parseerr.Error{Package: l.Package, Kind: l.Kind, Input: text.Bounded(input), Offset: offset, Err: err}
}

// Append appends the text form; nothing for the zero value.
func (l *List[E]) Append(b []byte, v E) ([]byte, error) {
	if v == 0 {
		return b, nil
	}
	if !l.Valid(v) {
		return b, l.invalid(v)
	}
	return append(b, l.Text[v]...), nil
}

func (l *List[E]) invalid(v E) error {
	return fmt.Errorf("%s: %s is not a valid %s", l.Package, l.numbered(v), l.Kind)
}

// Marshal returns the text form, and never nil without an error, which encoders
// may take for null.
func (l *List[E]) Marshal(v E) ([]byte, error) { return l.Append([]byte{}, v) }

// Unmarshal reads the text form; "" sets the zero value.
func (l *List[E]) Unmarshal(to *E, text []byte) error {
	if len(text) == 0 {
		*to = 0
		return nil
	}
	for i, t := range l.Text {
		if t != "" && t == string(text) { // compared without a copy
			*to = E(i)
			return nil
		}
	}
	_, err := l.ParseText(string(text))
	return err
}

// Scan reads a database value: nil, a string or bytes; nil sets the zero value.
func (l *List[E]) Scan(to *E, src any) error {
	switch src := src.(type) {
	case nil:
		*to = 0
		return nil
	case string:
		return l.Unmarshal(to, []byte(src))
	case []byte:
		return l.Unmarshal(to, src)
	}
	return fmt.Errorf("%s: cannot scan %T into %s.%s", l.Package, src, l.Package, l.Type)
}

// Value returns the text form for a database, nil for the zero value.
func (l *List[E]) Value(v E) (driver.Value, error) {
	if v == 0 {
		return nil, nil
	}
	if !l.Valid(v) {
		return nil, l.invalid(v)
	}
	return l.Text[v], nil
}

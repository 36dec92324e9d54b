// Package enum holds what the closed lists of values of all packages share:
// their text forms and names, how they are parsed, and how they are encoded as
// text and for databases.
package enum

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Why a text is refused.
var (
	ErrSyntax  = errors.New("malformed")
	ErrUnknown = errors.New("not a known name")
)

// maxInput is the number of bytes of a refused text that an error keeps.
const maxInput = 80

// Bounded is the part of a refused text that an error keeps, apart from the
// text's own memory.
func Bounded(input string) string {
	if len(input) > maxInput {
		return strings.ToValidUTF8(input[:maxInput], "") + "…"
	}
	return strings.Clone(input)
}

// List is a closed list of values. Text and Names are keyed by the value, ""
// where there is no such value.
type List[E ~uint8] struct {
	Package string // "judgement"
	Kind    string // as an error names it: "grade"
	Type    string // as Go names it: "Grade"
	Text    []string
	Names   []string // for people; nil where the text form serves
	// Fail makes the error of the package for a text that is refused.
	Fail func(kind, input string, offset int, err error) error
}

// Valid tells whether v is in the list; the zero value is not.
func (l *List[E]) Valid(v E) bool { return int(v) < len(l.Text) && l.Text[v] != "" }

// String is total: the name, or the type with the number that has none.
func (l *List[E]) String(v E) string {
	switch {
	case !l.Valid(v):
		return l.Type + "(" + strconv.Itoa(int(v)) + ")"
	case l.Names != nil:
		return l.Names[v]
	}
	return l.Text[v]
}

// Parse reads the text form, or the name in any letter case.
func (l *List[E]) Parse(s string) (E, error) {
	v, err := l.ParseText(s)
	if err == nil {
		return v, nil
	}
	for i, name := range l.Names {
		if name != "" && strings.EqualFold(name, s) {
			return E(i), nil
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
			return 0, l.Fail(l.Kind, s, i, ErrSyntax)
		}
	}
	if s == "" {
		return 0, l.Fail(l.Kind, s, 0, ErrSyntax)
	}
	return 0, l.Fail(l.Kind, s, 0, ErrUnknown)
}

// Append appends the text form; nothing for the zero value.
func (l *List[E]) Append(b []byte, v E) ([]byte, error) {
	if v == 0 {
		return b, nil
	}
	if !l.Valid(v) {
		return b, fmt.Errorf("%s: %s is not a valid %s", l.Package, l.String(v), l.Kind)
	}
	return append(b, l.Text[v]...), nil
}

// Marshal never returns nil without an error, which encoders may take for null.
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
	return fmt.Errorf("%s: cannot read a %s from %T", l.Package, l.Kind, src)
}

// Value gives the text form for a database, nil for the zero value.
func (l *List[E]) Value(v E) (driver.Value, error) {
	if v == 0 {
		return nil, nil
	}
	if !l.Valid(v) {
		return nil, fmt.Errorf("%s: %s is not a valid %s", l.Package, l.String(v), l.Kind)
	}
	return l.Text[v], nil
}

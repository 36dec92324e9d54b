package judgement

import (
	"bytes"
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/parseerr"
)

// ParseSet reads the text form of a set, as [Set.String] returns it: the
// framework, unless there is none, and for each area its grade, with single
// spaces between. The areas may stand in any order, each at most once. The error
// is a [*parseerr.Error].
func ParseSet(text string) (Set, error) {
	var s Set
	for at, rest, more := 0, text, true; more; {
		var field string
		field, rest, more = strings.Cut(rest, " ")
		name, word, graded := strings.Cut(field, "=")
		var err error
		switch {
		case graded:
			err = s.read(name, word)
		case at > 0:
			err = refuse("set", name, 0, parseerr.ErrSyntax, "not an area with its grade")
		default:
			s.Framework, err = frameworks.ParseText(name)
		}
		if err != nil {
			var fault *parseerr.Error
			errors.As(err, &fault)
			return Set{}, refuse("set", text, at, fault.Err, part(fault))
		}
		at += len(field) + 1
	}
	return s, nil
}

// read sets the grade of one area from their text forms. The error is a
// *parseerr.Error.
func (s *Set) read(name, word string) error {
	a, err := areas.ParseText(name)
	if err != nil {
		return err
	}
	g, err := grades.ParseText(word)
	if err != nil {
		return err
	}
	if s.grades[a] != 0 {
		return refuse("set", name, 0, parseerr.ErrSyntax, "given twice")
	}
	s.grades[a] = g
	return nil
}

// readFramework sets the framework from its text form. The error is a
// *parseerr.Error.
func (s *Set) readFramework(key, text string) (err error) {
	if s.Framework != 0 {
		return refuse("set", key, 0, parseerr.ErrSyntax, "given twice")
	}
	s.Framework, err = frameworks.ParseText(text)
	return err
}

// part says which part of a set was refused.
func part(fault *parseerr.Error) string {
	s := fault.Kind + " " + strconv.Quote(fault.Input)
	if fault.Reason != "" {
		s += ": " + fault.Reason
	}
	return s
}

// String returns the text form, such as "ilacs-2018 leaders=good overall=good",
// with the areas in the order of [Set.All], and "" for the zero Set. It is total:
// a framework or grade that has no text form is printed with its number.
func (s Set) String() string {
	var fields []string
	if s.Framework != 0 {
		fields = append(fields, textOr(s.Framework))
	}
	for a, g := range s.All() {
		fields = append(fields, textOr(a)+"="+textOr(g))
	}
	return strings.Join(fields, " ")
}

// textOr returns the text form of a value, its String where it has none.
func textOr(v interface {
	encoding.TextMarshaler
	fmt.Stringer
}) string {
	text, err := v.MarshalText()
	if err != nil {
		return v.String()
	}
	return string(text)
}

// GoString returns the set as a Go expression:
// judgement.Set{Framework: judgement.SIF}.With(judgement.Overall, judgement.Good).
func (s Set) GoString() string {
	text := "judgement.Set{"
	if s.Framework != 0 {
		text += "Framework: " + s.Framework.GoString()
	}
	text += "}"
	for a, g := range s.All() {
		text += ".With(" + a.GoString() + ", " + g.GoString() + ")"
	}
	return text
}

// AppendText appends the text form, nothing for the zero Set. A framework or
// grade that is not valid is an error.
func (s Set) AppendText(b []byte) ([]byte, error) {
	start := len(b)
	b, err := s.Framework.AppendText(b)
	if err != nil {
		return b, err
	}
	for a, g := range s.All() {
		if len(b) > start {
			b = append(b, ' ')
		}
		b = append(append(b, areas.Text[a]...), '=')
		if b, err = g.AppendText(b); err != nil {
			return b[:start], err
		}
	}
	return b, nil
}

// MarshalText returns the text form, empty for the zero Set. A framework or
// grade that is not valid is an error.
func (s Set) MarshalText() ([]byte, error) { return s.AppendText([]byte{}) }

// UnmarshalText reads the text form; an empty text sets the zero Set.
func (s *Set) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*s = Set{}
		return nil
	}
	parsed, err := ParseSet(string(text))
	if err == nil {
		*s = parsed
	}
	return err
}

// Scan reads the text form from a database; nil sets the zero Set.
func (s *Set) Scan(src any) error {
	switch src := src.(type) {
	case nil:
		*s = Set{}
		return nil
	case string:
		return s.UnmarshalText([]byte(src))
	case []byte:
		return s.UnmarshalText(src)
	}
	return fmt.Errorf("judgement: cannot scan %T into judgement.Set", src)
}

// Value returns the text form for a database, nil for the zero Set.
func (s Set) Value() (driver.Value, error) {
	if s.IsZero() {
		return nil, nil
	}
	text, err := s.MarshalText()
	if err != nil {
		return nil, err
	}
	return string(text), nil
}

// frameworkKey is the key of the framework in JSON; no area has this text form.
const frameworkKey = "framework"

// MarshalJSON returns an object of the framework, unless there is none, and the
// grades by area, in the order of [Set.All]:
// {"framework":"ilacs-2023","leaders":"good"}.
func (s Set) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	add := func(key string, v encoding.TextAppender) (err error) {
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = append(append(append(b, '"'), key...), `":"`...)
		b, err = v.AppendText(b)
		b = append(b, '"')
		return err
	}
	if s.Framework != 0 {
		if err := add(frameworkKey, s.Framework); err != nil {
			return nil, err
		}
	}
	for a, g := range s.All() {
		if err := add(areas.Text[a], g); err != nil {
			return nil, err
		}
	}
	return append(b, '}'), nil
}

// UnmarshalJSON reads an object such as [Set.MarshalJSON] returns, with its keys
// in any order and each at most once. Its grades take the place of the set's own,
// and so does its framework; an object without one leaves the framework as it was,
// as in a report, where it stands with the visit. The error is a
// [*parseerr.Error], and leaves the set as it was; so does null.
func (s *Set) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	d := json.NewDecoder(bytes.NewReader(data))
	malformed := func(reason string) error {
		return refuse("set", string(data), int(d.InputOffset()), parseerr.ErrSyntax, reason)
	}
	if open, err := d.Token(); err != nil || open != json.Delim('{') {
		return malformed("not a JSON object")
	}
	var parsed Set
	for d.More() {
		key, _ := d.Token()
		value, _ := d.Token()
		name, ok1 := key.(string)
		word, ok2 := value.(string)
		if !ok1 || !ok2 {
			return malformed("not an area with its grade")
		}
		read := parsed.read
		if name == frameworkKey {
			read = parsed.readFramework
		}
		if err := read(name, word); err != nil {
			return err
		}
	}
	if _, err := d.Token(); err != nil {
		return malformed("the object does not end")
	}
	if _, err := d.Token(); err != io.EOF {
		return malformed("more than one value")
	}
	if parsed.Framework == 0 {
		parsed.Framework = s.Framework
	}
	*s = parsed
	return nil
}

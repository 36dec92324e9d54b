package judgement

import (
	"bytes"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/parseerr"
)

// ParseSet reads the text form of a set, as [Set.String] gives it: the
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

// part says which part of a set was refused.
func part(fault *parseerr.Error) string {
	s := fault.Kind + " " + strconv.Quote(fault.Input)
	if fault.Reason != "" {
		s += ": " + fault.Reason
	}
	return s
}

// String returns the text form, such as "ilacs-2018 leaders=good overall=good",
// with the areas in the order of [Set.All]. It is total: what has no text form
// is written as its String has it, and the zero Set as "none".
func (s Set) String() string {
	if s == (Set{}) {
		return "none"
	}
	text, err := s.AppendText(nil)
	if err == nil {
		return string(text)
	}
	var b strings.Builder
	b.WriteString(s.Framework.String())
	for a, g := range s.All() {
		fmt.Fprintf(&b, "; %v: %v", a, g)
	}
	return b.String()
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
	return fmt.Errorf("judgement: cannot read a set from %T", src)
}

// Value returns the text form for a database, nil for the zero Set.
func (s Set) Value() (driver.Value, error) {
	if s == (Set{}) {
		return nil, nil
	}
	text, err := s.MarshalText()
	if err != nil {
		return nil, err
	}
	return string(text), nil
}

// MarshalJSON returns an object of the grades by area, in the order of
// [Set.All]: {"leaders":"good"}. It does not hold the framework, which belongs
// to the visit; the text form does.
func (s Set) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for a, g := range s.All() {
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = append(append(append(b, '"'), areas.Text[a]...), `":"`...)
		var err error
		if b, err = g.AppendText(b); err != nil {
			return nil, err
		}
		b = append(b, '"')
	}
	return append(b, '}'), nil
}

// UnmarshalJSON reads an object of grades by area and puts them in the place of
// the set's own. The framework stays what it was. An area or grade that is not
// known, or an area that stands twice, is a [*parseerr.Error]; null leaves the set
// as it is, and so does an error.
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
	parsed := Set{Framework: s.Framework}
	for d.More() {
		name, _ := d.Token()
		word, _ := d.Token()
		area, ok1 := name.(string)
		grade, ok2 := word.(string)
		if !ok1 || !ok2 {
			return malformed("not an area with its grade")
		}
		if err := parsed.read(area, grade); err != nil {
			return err
		}
	}
	if _, err := d.Token(); err != nil {
		return malformed("the object does not end")
	}
	if _, err := d.Token(); err != io.EOF {
		return malformed("more than one value")
	}
	*s = parsed
	return nil
}

package judgement

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// The two ways in which a text can be refused; a [*ParseError] wraps one of
// them.
var (
	// ErrSyntax means that the text has not the form of a name, or of a set.
	ErrSyntax = errors.New("malformed")
	// ErrUnknown means that the text has the form of a name but is none of
	// those that are known.
	ErrUnknown = errors.New("not a known name")
)

// maxInput is the number of bytes of a refused text that an error keeps.
const maxInput = 80

// A ParseError tells what was refused, what it was taken for, and why.
type ParseError struct {
	Kind   string // what was wanted: "grade", "area", "framework", "set", …
	Input  string // what was given, cut short if long
	Offset int    // byte offset in what was given at which it went wrong
	Reason string // why, in words
	Err    error  // ErrSyntax or ErrUnknown
}

// Error returns the input, quoted, and the reason.
func (e *ParseError) Error() string {
	return "judgement: " + strconv.Quote(e.Input) + " is not a valid " + e.Kind + ": " + e.Reason
}

// Unwrap returns Err.
func (e *ParseError) Unwrap() error { return e.Err }

func parseError(kind, input string, offset int, err error) *ParseError {
	return refuse(kind, input, offset, err, err.Error())
}

func refuse(kind, input string, offset int, err error, reason string) *ParseError {
	if len(input) > maxInput {
		input = strings.ToValidUTF8(input[:maxInput], "") + "…"
	}
	return &ParseError{Kind: kind, Input: strings.Clone(input), Offset: offset, Reason: reason, Err: err}
}

// A closed list of values: their text forms and printed forms, each in an array
// keyed by the value, "" where there is no such value.
type closed struct {
	kind    string // as an error names it: "grade"
	typ     string // as Go names it: "Grade"
	text    []string
	printed []string
}

func (c *closed) valid(v uint8) bool { return int(v) < len(c.text) && c.text[v] != "" }

// string is total: the printed form, or the type with the number that has none.
func (c *closed) string(v uint8) string {
	if c.valid(v) {
		return c.printed[v]
	}
	return c.typ + "(" + strconv.Itoa(int(v)) + ")"
}

func (c *closed) append(b []byte, v uint8) ([]byte, error) {
	if v == 0 {
		return b, nil
	}
	if !c.valid(v) {
		return b, fmt.Errorf("judgement: %s is not a valid %s", c.string(v), c.kind)
	}
	return append(b, c.text[v]...), nil
}

// marshal never returns nil without an error, which encoders may take for null.
func (c *closed) marshal(v uint8) ([]byte, error) {
	return c.append([]byte{}, v)
}

// parse reads the text form, or the printed form in any letter case.
func parse[E ~uint8](c *closed, s string) (E, error) {
	v, err := parseText[E](c, s)
	if err == nil {
		return v, nil
	}
	for i, name := range c.printed {
		if name != "" && strings.EqualFold(name, s) {
			return E(i), nil
		}
	}
	return 0, err
}

// parseText reads the text form alone.
func parseText[E ~uint8](c *closed, s string) (E, error) {
	for i, name := range c.text {
		if name != "" && name == s {
			return E(i), nil
		}
	}
	for i := range len(s) {
		if b := s[i]; b != '-' && (b < 'a' || b > 'z') && (b < '0' || b > '9') {
			return 0, parseError(c.kind, s, i, ErrSyntax)
		}
	}
	if s == "" {
		return 0, parseError(c.kind, s, 0, ErrSyntax)
	}
	return 0, parseError(c.kind, s, 0, ErrUnknown)
}

func unmarshal[E ~uint8](c *closed, to *E, text []byte) error {
	for i, name := range c.text {
		if string(text) == name && (name != "" || i == 0) {
			*to = E(i) // an empty text is the zero value
			return nil
		}
	}
	_, err := parseText[E](c, string(text))
	return err
}

func scan[E ~uint8](c *closed, to *E, src any) error {
	switch src := src.(type) {
	case nil:
		*to = 0
		return nil
	case string:
		return unmarshal(c, to, []byte(src))
	case []byte:
		return unmarshal(c, to, src)
	}
	return fmt.Errorf("judgement: cannot read a %s from %T", c.kind, src)
}

func (c *closed) value(v uint8) (driver.Value, error) {
	if v == 0 {
		return nil, nil
	}
	if !c.valid(v) {
		return nil, fmt.Errorf("judgement: %s is not a valid %s", c.string(v), c.kind)
	}
	return c.text[v], nil
}

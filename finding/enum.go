package finding

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"strconv"
)

// ErrUnknown is the error behind a ParseError for a well-formed name that is
// not in its closed list; ErrSyntax is the one for text that has not the form
// of a name at all.
var (
	ErrUnknown = errors.New("not in the list")
	ErrSyntax  = errors.New("malformed")
)

// A ParseError says what could not be read as a value of this package.
type ParseError struct {
	Kind   string // what was wanted, such as "theme"
	Input  string // the text that was given, cut to 60 bytes
	Offset int    // where in the text it went wrong, in bytes
	Err    error  // ErrUnknown or ErrSyntax
}

// Error gives the fault in one line, the input quoted.
func (e *ParseError) Error() string {
	return "finding: " + e.Kind + " " + strconv.Quote(e.Input) + ": " + e.Err.Error()
}

// Unwrap gives ErrUnknown or ErrSyntax.
func (e *ParseError) Unwrap() error { return e.Err }

func parseError(kind, input string, offset int, err error) *ParseError {
	if len(input) > 60 {
		input = input[:60]
	}
	return &ParseError{Kind: kind, Input: input, Offset: offset, Err: err}
}

// A closed list: the name of each value, by its number; "" where there is none.
type closed struct {
	kind  string // the type's name in an error: "theme"
	typ   string // the type's Go name: "Theme"
	names []string
}

func (c closed) valid(v uint8) bool { return int(v) < len(c.names) && c.names[v] != "" }

// string is total: the name, or the type with the number that has none.
func (c closed) string(v uint8) string {
	if c.valid(v) {
		return c.names[v]
	}
	return c.typ + "(" + strconv.Itoa(int(v)) + ")"
}

func (c closed) append(b []byte, v uint8) ([]byte, error) {
	if v == 0 {
		return b, nil
	}
	if !c.valid(v) {
		return b, fmt.Errorf("finding: %s is not a %s", c.string(v), c.kind)
	}
	return append(b, c.names[v]...), nil
}

func parse[E ~uint8](c closed, text string) (E, error) {
	for i, name := range c.names {
		if name != "" && name == text {
			return E(i), nil
		}
	}
	for i := range len(text) {
		if b := text[i]; b != '-' && (b < 'a' || b > 'z') && (b < '0' || b > '9') {
			return 0, parseError(c.kind, text, i, ErrSyntax)
		}
	}
	if text == "" {
		return 0, parseError(c.kind, text, 0, ErrSyntax)
	}
	return 0, parseError(c.kind, text, 0, ErrUnknown)
}

func unmarshal[E ~uint8](c closed, to *E, text []byte) error {
	if len(text) == 0 {
		*to = 0
		return nil
	}
	v, err := parse[E](c, string(text))
	if err == nil {
		*to = v
	}
	return err
}

func scan[E ~uint8](c closed, to *E, src any) error {
	switch src := src.(type) {
	case nil:
		*to = 0
		return nil
	case string:
		return unmarshal(c, to, []byte(src))
	case []byte:
		return unmarshal(c, to, src)
	}
	return fmt.Errorf("finding: a %s cannot be read from %T", c.kind, src)
}

func (c closed) value(v uint8) (driver.Value, error) {
	if v == 0 {
		return nil, nil
	}
	text, err := c.append(nil, v)
	if err != nil {
		return nil, err
	}
	return string(text), nil
}

package ilacs

import (
	"database/sql/driver"
	"fmt"
	"strconv"
	"strings"
)

// closed is a closed list of values: their text forms and their names for
// people, each in an array keyed by the value, "" where there is no such value.
type closed struct {
	kind    string // as an error names it: "visit type"
	typ     string // as Go names it: "VisitType"
	text    []string
	printed []string
}

func (c *closed) valid(v uint8) bool { return int(v) < len(c.text) && c.text[v] != "" }

// string is total: the name, or the type with the number that has none.
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
		return b, fmt.Errorf("ilacs: %s is not a valid %s", c.string(v), c.kind)
	}
	return append(b, c.text[v]...), nil
}

// parseName reads the text form, or the name for people in any letter case.
func parseName[E ~uint8](c *closed, s string) (E, error) {
	for i, name := range c.text {
		if name != "" && (name == s || strings.EqualFold(c.printed[i], s)) {
			return E(i), nil
		}
	}
	for i := range len(s) {
		if b := s[i]; b != '-' && (b < 'a' || b > 'z') {
			return 0, parseError(c.kind, s, i, ErrSyntax, "")
		}
	}
	if s == "" {
		return 0, parseError(c.kind, s, 0, ErrSyntax, "")
	}
	return 0, parseError(c.kind, s, 0, ErrUnknown, "")
}

func unmarshalName[E ~uint8](c *closed, to *E, text string) error {
	if text == "" {
		*to = 0
		return nil
	}
	v, err := parseName[E](c, text)
	if err == nil {
		*to = v
	}
	return err
}

func scanName[E ~uint8](c *closed, to *E, src any) error {
	switch src := src.(type) {
	case nil:
		*to = 0
		return nil
	case string:
		return unmarshalName(c, to, src)
	case []byte:
		return unmarshalName(c, to, string(src))
	}
	return fmt.Errorf("ilacs: cannot read a %s from %T", c.kind, src)
}

func (c *closed) value(v uint8) (driver.Value, error) {
	if v == 0 {
		return nil, nil
	}
	if !c.valid(v) {
		return nil, fmt.Errorf("ilacs: %s is not a valid %s", c.string(v), c.kind)
	}
	return c.text[v], nil
}

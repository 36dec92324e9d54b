package finding

import (
	"database/sql/driver"
	"fmt"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/internal/enum"
)

// TagKind is the kind of thing in the children's social care national framework
// that a Tag points to.
type TagKind uint8

const (
	TagKindOutcome   TagKind = 10
	TagKindEnabler   TagKind = 20
	TagKindPrinciple TagKind = 30
)

var tagKinds = enum.List[TagKind]{Package: "finding", Kind: "tag kind", Type: "TagKind", Fail: refused, Text: []string{
	TagKindOutcome:   "outcome",
	TagKindEnabler:   "enabler",
	TagKindPrinciple: "principle",
}}

// IsValid reports whether k is one of the three kinds.
func (k TagKind) IsValid() bool { return tagKinds.Valid(k) }

// String gives "outcome", "enabler" or "principle".
func (k TagKind) String() string { return tagKinds.String(k) }

// Tag is a reference to the children's social care national framework, which
// reports from March 2025 on print behind an area for improvement. The number is
// kept as printed: what it stands for depends on the framework's edition. Number
// is 0 where the report gives only the name of the enabler or principle.
type Tag struct {
	Kind   TagKind
	Number int
}

// maxTag bounds the number that a tag may have; the framework has six
// principles, and a later edition may have more.
const maxTag = 99

// ParseTag reads the text form: "outcome 3", or "enabler" where no number was
// printed. The error is a *ParseError.
func ParseTag(text string) (Tag, error) {
	word, digits, numbered := strings.Cut(text, " ")
	kind, err := tagKinds.Parse(word)
	if err != nil {
		return Tag{}, err
	}
	if !numbered {
		return Tag{Kind: kind}, nil
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || n > maxTag || digits[0] == '+' || digits[0] == '0' {
		return Tag{}, parseError("tag", text, len(word)+1, ErrSyntax)
	}
	return Tag{kind, n}, nil
}

// IsValid reports whether t has a kind and a number from 0 to 99.
func (t Tag) IsValid() bool { return t.Kind.IsValid() && t.Number >= 0 && t.Number <= maxTag }

// String gives the text form: "outcome 3".
func (t Tag) String() string {
	if t.Number == 0 {
		return t.Kind.String()
	}
	return t.Kind.String() + " " + strconv.Itoa(t.Number)
}

// AppendText appends the text form; nothing for the zero value.
func (t Tag) AppendText(b []byte) ([]byte, error) {
	if t == (Tag{}) {
		return b, nil
	}
	if !t.IsValid() {
		return b, fmt.Errorf("finding: %s is not a tag", t)
	}
	return append(b, t.String()...), nil
}

// MarshalText gives the text form; "" for the zero value, an error for an invalid one.
func (t Tag) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText reads the text form; "" sets the zero value.
func (t *Tag) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*t = Tag{}
		return nil
	}
	tag, err := ParseTag(string(text))
	if err == nil {
		*t = tag
	}
	return err
}

// Scan reads a database value: nil, a string or bytes; nil sets the zero value.
func (t *Tag) Scan(src any) error {
	switch src := src.(type) {
	case nil:
		*t = Tag{}
		return nil
	case string:
		return t.UnmarshalText([]byte(src))
	case []byte:
		return t.UnmarshalText(src)
	}
	return fmt.Errorf("finding: a tag cannot be read from %T", src)
}

// Value gives the text form for a database, nil for the zero value.
func (t Tag) Value() (driver.Value, error) {
	if t == (Tag{}) {
		return nil, nil
	}
	text, err := t.AppendText(nil)
	if err != nil {
		return nil, err
	}
	return string(text), nil
}

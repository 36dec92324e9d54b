package finding

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/parseerr"
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

var tagKinds = enum.List[TagKind]{
	Package: "finding", Kind: "tag kind", Type: "TagKind",
	Text:  []string{TagKindOutcome: "outcome", TagKindEnabler: "enabler", TagKindPrinciple: "principle"},
	Names: []string{TagKindOutcome: "Outcome", TagKindEnabler: "Enabler", TagKindPrinciple: "Principle"},
}

// Tag is a reference to the children's social care national framework, which
// reports from March 2025 on print after an area for improvement. The number is
// kept as printed: what it stands for depends on the framework's edition. Number
// is 0 where the report prints only the name of the enabler or principle. The
// text form, "outcome 3", is also the one for people.
type Tag struct {
	Kind   TagKind
	Number int
}

// maxTag bounds the number that a tag may have; the framework has six
// principles, and a later edition may have more.
const maxTag = 99

// ParseTag reads the text form: "outcome 3", or "enabler" where no number was
// printed. The error is a *parseerr.Error.
func ParseTag(text string) (Tag, error) {
	word, digits, numbered := strings.Cut(text, " ")
	kind, err := tagKinds.ParseText(word)
	if err != nil {
		return Tag{}, refuse("tag", text, 0, errors.Unwrap(err))
	}
	if !numbered {
		return Tag{Kind: kind}, nil
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || n > maxTag || digits[0] == '+' || digits[0] == '0' {
		return Tag{}, refuse("tag", text, len(word)+1, parseerr.ErrSyntax)
	}
	return Tag{kind, n}, nil
}

// IsValid reports whether t has a kind and a number from 0 to 99.
func (t Tag) IsValid() bool { return t.Kind.IsValid() && t.Number >= 0 && t.Number <= maxTag }

// String returns the text form: "outcome 3". It is total: a tag that is not valid
// is written as its parts have it.
func (t Tag) String() string {
	kind, err := t.Kind.AppendText(nil)
	if err != nil {
		kind = []byte(t.Kind.String())
	}
	if t.Number == 0 {
		return string(kind)
	}
	return string(kind) + " " + strconv.Itoa(t.Number)
}

// AppendText appends the text form, nothing for the zero Tag. A tag that is not
// valid is an error.
func (t Tag) AppendText(b []byte) ([]byte, error) {
	if t == (Tag{}) {
		return b, nil
	}
	if !t.IsValid() {
		return b, fmt.Errorf("finding: %s is not a valid tag", t)
	}
	return append(b, t.String()...), nil
}

// MarshalText returns the text form, empty for the zero Tag. A tag that is not
// valid is an error.
func (t Tag) MarshalText() ([]byte, error) { return t.AppendText([]byte{}) }

// UnmarshalText reads the text form; an empty text sets the zero Tag.
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

// Scan reads the text form from a database; nil sets the zero Tag.
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
	return fmt.Errorf("finding: cannot scan %T into finding.Tag", src)
}

// Value returns the text form for a database, nil for the zero Tag.
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

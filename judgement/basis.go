package judgement

import (
	"database/sql/driver"

	"github.com/ilacs-go/inspection/internal/enum"
)

// A Basis says what was compared with what in a [Change]. The zero Basis means
// that none is stated.
type Basis uint8

// The bases.
const (
	// SameArea: both frameworks grade this area under the same name.
	SameArea Basis = 10
	// RedefinedArea: both frameworks grade this area, in other words and with
	// other criteria: SIF's leadership, management and governance against
	// ILACS's impact of leaders.
	RedefinedArea Basis = 20
	// FromCombined: the grade before was one for children in care and care
	// leavers together.
	FromCombined Basis = 30
	// ToCombined: the grade after is one for children in care and care leavers
	// together.
	ToCombined Basis = 35
	// FromLookedAfter: the grade before was SIF's for children looked after
	// and achieving permanence.
	FromLookedAfter Basis = 40
	// ToLookedAfter: the grade after is SIF's for children looked after and
	// achieving permanence.
	ToLookedAfter Basis = 45
	// DifferentScope: the two frameworks grade different things under one
	// name, or it is not known that they grade the same. The trend is
	// [NotComparable].
	DifferentScope Basis = 50
	// NoCounterpart: the other side's framework grades nothing that
	// corresponds. The trend is [Introduced] or [Withdrawn].
	NoCounterpart Basis = 60
	// NotStated: the other side's framework grades this area, but no grade is
	// stated there. The trend is [NotComparable].
	NotStated Basis = 70
)

var bases = enum.List[Basis]{
	Package: "judgement", Kind: "basis", Type: "Basis", Fail: refused,
	Text: []string{
		SameArea:        "same-area",
		RedefinedArea:   "redefined-area",
		FromCombined:    "carried-from-combined",
		ToCombined:      "carried-to-combined",
		FromLookedAfter: "carried-from-looked-after",
		ToLookedAfter:   "carried-to-looked-after",
		DifferentScope:  "different-scope",
		NoCounterpart:   "no-counterpart",
		NotStated:       "not-stated",
	},
	Names: []string{
		SameArea:        "the same area",
		RedefinedArea:   "the same area, defined differently",
		FromCombined:    "carried from one grade for children in care and care leavers",
		ToCombined:      "carried to one grade for children in care and care leavers",
		FromLookedAfter: "carried from children looked after and achieving permanence",
		ToLookedAfter:   "carried to children looked after and achieving permanence",
		DifferentScope:  "not known to be the same thing under this name",
		NoCounterpart:   "the other framework has no such area",
		NotStated:       "the other side states no grade",
	},
}

// reversed returns the basis of the same comparison the other way round.
func (b Basis) reversed() Basis {
	switch b {
	case FromCombined:
		return ToCombined
	case ToCombined:
		return FromCombined
	case FromLookedAfter:
		return ToLookedAfter
	case ToLookedAfter:
		return FromLookedAfter
	}
	return b
}

// ParseBasis reads the text form of a basis, such as "carried-from-combined",
// or the words that [Basis.String] gives. The error is a [*ParseError].
func ParseBasis(s string) (Basis, error) { return bases.Parse(s) }

// IsValid reports whether b is one of the bases; the zero Basis is not.
func (b Basis) IsValid() bool { return bases.Valid(b) }

// String returns the basis in words, and "Basis(9)" for a number that is none.
func (b Basis) String() string { return bases.String(b) }

// AppendText appends the text form, nothing for the zero Basis.
func (b Basis) AppendText(buf []byte) ([]byte, error) { return bases.Append(buf, b) }

// MarshalText returns the text form, empty for the zero Basis. A number that is
// no basis is an error.
func (b Basis) MarshalText() ([]byte, error) { return bases.Marshal(b) }

// UnmarshalText reads the text form; an empty text sets the zero Basis.
func (b *Basis) UnmarshalText(text []byte) error { return bases.Unmarshal(b, text) }

// Scan reads the text form from a database; nil sets the zero Basis.
func (b *Basis) Scan(src any) error { return bases.Scan(b, src) }

// Value returns the text form for a database, nil for the zero Basis.
func (b Basis) Value() (driver.Value, error) { return bases.Value(b) }

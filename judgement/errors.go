package judgement

import (
	"strconv"

	"github.com/ilacs-go/inspection/internal/enum"
)

// The two ways in which a text can be refused; a [*ParseError] wraps one of
// them.
var (
	// ErrSyntax means that the text has not the form of a name, or of a set.
	ErrSyntax = enum.ErrSyntax
	// ErrUnknown means that the text has the form of a name but is none of
	// those that are known.
	ErrUnknown = enum.ErrUnknown
)

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
	return &ParseError{Kind: kind, Input: enum.Bounded(input), Offset: offset, Reason: reason, Err: err}
}

// refused is the error for a name that is none of a closed list.
func refused(kind, input string, offset int, err error) error {
	return parseError(kind, input, offset, err)
}

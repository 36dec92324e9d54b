package finding

import (
	"strconv"

	"github.com/ilacs-go/inspection/internal/enum"
)

// ErrUnknown is the error behind a ParseError for a well-formed name that is
// not in its closed list; ErrSyntax is the one for text that has not the form
// of a name at all.
var (
	ErrUnknown = enum.ErrUnknown
	ErrSyntax  = enum.ErrSyntax
)

// A ParseError says what could not be read as a value of this package.
type ParseError struct {
	Kind   string // what was wanted, such as "theme"
	Input  string // the text that was given, cut short if long
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
	return &ParseError{Kind: kind, Input: enum.Bounded(input), Offset: offset, Err: err}
}

// refused is the error for a name that is none of a closed list.
func refused(kind, input string, offset int, err error) error {
	return parseError(kind, input, offset, err)
}

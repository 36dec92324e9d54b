package ilacs

import (
	"errors"
	"strconv"

	"github.com/ilacs-go/inspection/internal/enum"
)

// Why a text is refused. A *[ParseError] wraps one of them.
var (
	// ErrEmpty means that there is no text.
	ErrEmpty = errors.New("no text")
	// ErrNotInspection means that the text is no report, letter or article about
	// a visit to a local authority's children's services: an error page, a
	// school inspection, a table.
	ErrNotInspection = errors.New("not about an inspection of or visit to children's services")
	// ErrTooLarge means that the text is over [Parser.Limit].
	ErrTooLarge = errors.New("text over the limit")
	// ErrSyntax means that a text has not the form of a name.
	ErrSyntax = enum.ErrSyntax
	// ErrUnknown means that a text has the form of a name but is none of those
	// that are known.
	ErrUnknown = enum.ErrUnknown
)

// A ParseError tells what was refused, what it was taken for, and why.
type ParseError struct {
	Kind   string // what was wanted: "document", "visit type", "source"
	Input  string // how the text that was given begins
	Offset int    // the byte offset in it at which it was refused
	Reason string // more of why, if there is more to say: "an HTML page"
	Err    error  // one of the errors above
}

// Error gives the fault in one line, the input quoted.
func (e *ParseError) Error() string {
	s := "ilacs: " + strconv.Quote(e.Input) + " cannot be read as a " + e.Kind + ": " + e.Err.Error()
	if e.Reason != "" {
		s += " (" + e.Reason + ")"
	}
	return s
}

// Unwrap returns Err.
func (e *ParseError) Unwrap() error { return e.Err }

func parseError(kind, input string, offset int, err error, reason string) *ParseError {
	return &ParseError{Kind: kind, Input: enum.Bounded(input), Offset: offset, Reason: reason, Err: err}
}

// refused is the error for a name that is none of a closed list.
func refused(kind, input string, offset int, err error) error {
	return parseError(kind, input, offset, err, "")
}

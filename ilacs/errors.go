package ilacs

import (
	"errors"

	"github.com/ilacs-go/inspection/ilacs/parseerr"
	"github.com/ilacs-go/inspection/internal/text"
)

// Why [Parse] refuses a text. A [*parseerr.Error] wraps one of them.
var (
	// ErrEmpty means that there is no text.
	ErrEmpty = errors.New("no text")
	// ErrNotInspection means that the text is no report, letter or article about
	// a visit to a local authority's children's services: an error page, a
	// school inspection, a table.
	ErrNotInspection = errors.New("not about an inspection of or visit to children's services")
	// ErrNotText means that the bytes are those of a file that holds text in
	// another form: a PDF, a Word document, UTF-16.
	ErrNotText = errors.New("not plain text")
	// ErrNoLines means that a report has lost its line breaks, without which its
	// table, headings and lists cannot be told apart.
	ErrNoLines = errors.New("the line breaks are lost")
	// ErrTooLarge means that the text is over [Parser.Limit].
	ErrTooLarge = errors.New("text over the limit")
)

// parseError returns the error for a text that cannot be read.
func parseError(kind, input string, offset int, err error, reason string) error {
	return &parseerr.Error{Package: "ilacs", Kind: kind, Input: text.Bounded(input), Offset: offset, Reason: reason, Err: err}
}

package pdf

import (
	"errors"
	"fmt"
	"strings"
)

// Why a PDF is refused, or not read to its end. An *[Error] wraps one of them,
// the error of the context, or the error of reading the file.
var (
	// ErrNotPDF means that the file is something else: a Word file, a web page.
	ErrNotPDF = errors.New("not a PDF")
	// ErrEmpty means that there is nothing in the file: no bytes, no pages, or
	// nothing on any page.
	ErrEmpty = errors.New("empty")
	// ErrNoText means that pages have something on them but no text: they are
	// scanned, and need character recognition. [Error.Page] is the first of them if
	// other pages have text.
	ErrNoText = errors.New("no text")
	// ErrEncrypted means that the file cannot be opened without its password.
	ErrEncrypted = errors.New("encrypted")
	// ErrDamaged means that the file is cut off or its bytes are not what they
	// were: text may be missing.
	ErrDamaged = errors.New("damaged")
	// ErrTooLarge means that the file, its text or the memory to read it is over
	// a limit of [Options].
	ErrTooLarge = errors.New("over the limit")
)

// An Error says why a PDF was not read, or not to its end, and where.
type Error struct {
	Page   int    // the page, from 1; 0 for the file as a whole
	Pages  int    // the number of pages in the file; 0 if it is not known
	Reason string // what was found: "2 pages, scanned"; empty if Err says it all
	Err    error  // one of the errors above, or the cause
}

// Error returns the fault in one line, without the file's name.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("pdf: ")
	if e.Page > 0 {
		fmt.Fprintf(&b, "page %d of %d: ", e.Page, e.Pages)
	}
	b.WriteString(e.Err.Error())
	if e.Reason != "" {
		b.WriteString(": " + e.Reason)
	}
	return b.String()
}

// Unwrap returns Err.
func (e *Error) Unwrap() error { return e.Err }

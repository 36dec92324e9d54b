// Package parseerr holds the one error of everything in this module that reads
// a value from text: grades, themes, dates, tables, whole documents.
//
// Every function that parses returns a [*Error], so that one errors.As serves
// them all. The error wraps [ErrSyntax], [ErrUnknown], or an error of the
// package that parsed, such as civil.ErrNoSuchDate or ilacs.ErrNotInspection.
package parseerr

import (
	"errors"
	"strconv"
	"strings"
)

var (
	// ErrSyntax means that the text does not have the form of what was wanted.
	ErrSyntax = errors.New("malformed")
	// ErrUnknown means that the text is well formed but is not a name that is
	// known.
	ErrUnknown = errors.New("not a known name")
)

// Error says what was refused, what it was taken for, and why.
type Error struct {
	Package string // the package that parsed: "judgement"
	Kind    string // what was wanted: "grade", "date", "document"
	Input   string // what was given, cut short if long
	Line    int    // the line of a table, from 1; 0 where the input is one value
	Offset  int    // where in what was given it went wrong, in bytes
	Reason  string // more of why, where there is more to say than Err does
	Err     error  // ErrSyntax, ErrUnknown, or an error of the package
}

// Error returns one line: the package, the line if there is one, the input
// quoted, and why it was refused.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Package + ": ")
	if e.Line > 0 {
		b.WriteString("line " + strconv.Itoa(e.Line) + ": ")
	}
	b.WriteString(strconv.Quote(e.Input) + " cannot be read as " + article(e.Kind) + e.Kind)
	if e.Err != nil {
		b.WriteString(": " + e.Err.Error())
	}
	if e.Reason != "" {
		b.WriteString(" (" + e.Reason + ")")
	}
	return b.String()
}

func article(noun string) string {
	if noun != "" && strings.Contains("aeio", noun[:1]) {
		return "an "
	}
	return "a "
}

// Unwrap returns Err.
func (e *Error) Unwrap() error { return e.Err }

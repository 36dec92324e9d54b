package book

import (
	"errors"

	"github.com/ilacs-go/inspection/ilacs/parseerr"
)

// notRead is something of a document that the other sheets do not tell of.
type notRead struct{ file, what, reason string }

func (c *contents) leaveOut(d Document, what, reason string) {
	c.notRead = append(c.notRead, notRead{d.Name, what, reason})
}

// notReadSheet is what was not read, and what else is to be known of the reading.
func (c *contents) notReadSheet() *sheet {
	s := &sheet{name: sheetNotRead, paper: paperA4, columns: []column{{head: "File", width: 44}, {head: "What", width: 24}, {head: "Reason", width: 96}}}
	for _, n := range c.notRead {
		s.rows = append(s.rows, []cell{wrapped(n.file), short(n.what), wrapped(n.reason)})
	}
	return s
}

// reason says why a document was not read, without its text, which the error of a
// parser quotes.
func reason(err error) string {
	var e *parseerr.Error
	if !errors.As(err, &e) || e.Err == nil {
		return err.Error()
	}
	if e.Reason == "" {
		return e.Err.Error()
	}
	return e.Err.Error() + " (" + e.Reason + ")"
}

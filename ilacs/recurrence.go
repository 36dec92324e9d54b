package ilacs

import "github.com/ilacs-go/inspection/internal/enum"

// Recurrence says whether a later document asks again for what an earlier one
// asked for. The zero value means that it is not stated.
type Recurrence uint8

// The values of Recurrence.
const (
	// RecurrenceAgain means that an earlier item surely asks for the same, in whole or
	// in part.
	RecurrenceAgain Recurrence = 10
	// RecurrenceNew means that no item of the earlier document can be about it, in
	// whole or in part.
	RecurrenceNew Recurrence = 20
	// RecurrenceUnsure means that neither is sure.
	RecurrenceUnsure Recurrence = 30
)

var recurrences = enum.List[Recurrence]{
	Package: "ilacs", Kind: "recurrence", Type: "Recurrence",
	Text:  []string{RecurrenceAgain: "again", RecurrenceNew: "new", RecurrenceUnsure: "unsure"},
	Names: []string{RecurrenceAgain: "Asked for again", RecurrenceNew: "New", RecurrenceUnsure: "Uncertain whether it is new"},
}

package ilacs

import "github.com/ilacs-go/inspection/internal/enum"

// Status says what became of an area for improvement. The zero value means that it
// was not followed up.
type Status uint8

// The values of Status.
const (
	// StatusAddressed means that the later document praises what was asked for.
	StatusAddressed Status = 10
	// StatusPartly means that it praises some of it and faults the rest, or says that
	// it has begun to get better.
	StatusPartly Status = 20
	// StatusPersists means that it is still faulted, or still asked for.
	StatusPersists Status = 30
	// StatusNotRevisited means that the later document does not return to it, which
	// says nothing about the work itself.
	StatusNotRevisited Status = 40
)

var statuses = enum.List[Status]{
	Package: "ilacs", Kind: "status", Type: "Status",
	Text:  []string{StatusAddressed: "addressed", StatusPartly: "partly", StatusPersists: "persists", StatusNotRevisited: "not-revisited"},
	Names: []string{StatusAddressed: "Addressed", StatusPartly: "Partly addressed", StatusPersists: "Persists", StatusNotRevisited: "Not revisited"},
}

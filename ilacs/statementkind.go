package ilacs

import "github.com/ilacs-go/inspection/internal/enum"

// StatementKind says what a sentence of a summary is about. The zero value means
// that it is not stated.
type StatementKind uint8

// The values of StatementKind.
const (
	// StatementDocuments is about the documents: one is not complete, or both are
	// about one visit.
	StatementDocuments StatementKind = 10
	// StatementGrades is about grades, and the standing that a letter reports.
	StatementGrades StatementKind = 20
	// StatementOwnWords is what the later document itself says has changed.
	StatementOwnWords StatementKind = 30
	// StatementPraised names what the earlier document asks for and the later one
	// praises, in whole or in part.
	StatementPraised StatementKind = 40
	// StatementFaulted names what the earlier document asks for and the later one
	// still faults or asks for.
	StatementFaulted StatementKind = 50
	// StatementThemes names the themes that improved or declined.
	StatementThemes StatementKind = 60
	// StatementAsked names what the later document asks for.
	StatementAsked StatementKind = 70
	// StatementPraisedBefore names what the later document asks for and the earlier one
	// praises, with the sentences that do so.
	StatementPraisedBefore StatementKind = 75
	// StatementUnsure points to the follow-ups of the items that the summary does not
	// name.
	StatementUnsure StatementKind = 80
)

var statementKinds = enum.List[StatementKind]{
	Package: "ilacs", Kind: "kind of statement", Type: "StatementKind",
	Text: []string{
		StatementDocuments: "documents", StatementGrades: "grades", StatementOwnWords: "own-words", StatementPraised: "praised",
		StatementFaulted: "faulted", StatementThemes: "themes", StatementAsked: "asked", StatementPraisedBefore: "praised-before", StatementUnsure: "unsure",
	},
	Names: []string{
		StatementDocuments: "The documents", StatementGrades: "Grades", StatementOwnWords: "The document's own words", StatementPraised: "Praised",
		StatementFaulted: "Still faulted", StatementThemes: "Themes", StatementAsked: "Asked for", StatementPraisedBefore: "Praised before", StatementUnsure: "Not in this summary",
	},
}

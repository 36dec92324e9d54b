package ilacs

import "github.com/ilacs-go/inspection/internal/enum"

// Source says whose text a document is. The zero value means that it is not
// stated.
type Source uint8

// The sources.
const (
	SourceReport  Source = 10 // Ofsted's report of an inspection
	SourceLetter  Source = 20 // Ofsted's letter after a visit
	SourceArticle Source = 30 // a second-hand text about a visit, which quotes or claims: never the inspectors' own document
)

var sources = enum.List[Source]{
	Package: "ilacs", Kind: "source", Type: "Source",
	Text:  []string{SourceReport: "report", SourceLetter: "letter", SourceArticle: "article"},
	Names: []string{SourceReport: "Report", SourceLetter: "Letter", SourceArticle: "Article"},
}

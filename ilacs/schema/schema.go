// Package schema holds the JSON Schemas of what this module writes as JSON, for
// programs in other languages: to check what they are given, to write types from,
// to document a table or an interface. They are of draft 2020-12, each in one file
// that needs no other:
//
//	report.json    an ilacs.Report: "report" in a line of examples/national -format jsonl
//	progress.json  an ilacs.Progress: examples/progress -format json, of two documents
//	history.json   an ilacs.History: examples/progress -format json, of more
//	profile.json   a record.Profile: examples/timeline -format json
//
// A program writes them from the Go types. They refuse fields and values that they
// do not know, so a document that is valid under a schema holds nothing that the
// schema does not describe. Dates may lack their day or month.
package schema

import "embed"

//go:generate go run ./schemagen

// Version is the version of the schemas; their $id ends in it and the file's name.
// Its first number rises when something is taken away or renamed, or changes its
// meaning; the second when a field or a value is added.
const Version = "1.1"

//go:embed *.json
var files embed.FS

// Report returns the schema of an ilacs.Report.
func Report() []byte { return read("report.json") }

// Progress returns the schema of an ilacs.Progress, a comparison of two visits.
func Progress() []byte { return read("progress.json") }

// History returns the schema of an ilacs.History, several visits in order.
func History() []byte { return read("history.json") }

// Profile returns the schema of a record.Profile, what is known of one authority.
func Profile() []byte { return read("profile.json") }

func read(name string) []byte {
	text, err := files.ReadFile(name)
	if err != nil {
		panic(err) // it is embedded
	}
	return text
}

// Package ilacs reads what Ofsted publishes about a visit to a local
// authority's children's services in England into typed values.
//
//	report, err := ilacs.Parse(text)
//	report.Visit.Authority                       // "Wexcombe County Council"
//	report.Judgements.Grade(judgement.Leaders)   // good
//	for _, f := range report.Findings { … }      // every sentence of the narrative
//
// It reads inspection reports (ILACS in its three structures, the single
// inspection framework before it, the looked after children inspections of
// 2013), the letters after focused, monitoring, assurance and joint targeted
// area visits, and second-hand articles about a visit, from any of the text
// forms that PDF tools give, from Markdown, and from pasted text.
//
// The reader never guesses in silence. A grade is what the document prints, or
// it is absent; overall effectiveness is never worked out from the others. What
// was read but not settled is a [Note] on the report, with the place in the
// text.
//
// The files, from input to output. Each is named for the one concept that it
// holds:
//
//	report visittype source errors                     the nouns
//	parse kind title fields fieldwork authority grades team focus footer complete
//	                                                   the stages of reading, in parse.go's order
//	earlier binding monitoring ordinal                 earlier visits that a text refers to
//	article article…                                   second-hand texts
//	compare standing progress status followup themes   what changed between two visits
//	summary timeline next pathway                      what it comes to, and what comes next
//	internal/layout dates sentence                     text into lines, blocks, dates, sentences
//	internal/front grade body                          the first page, words for grades, the narrative
//	internal/passage follow                            findings prepared for comparison; what became of an item
//
// One rule decides between slices and sequences, in all packages of the module.
// A function that walks a table of the library or a value that does not change,
// such as the themes, the register of authorities or the grades of a set, yields
// an [iter.Seq]: nothing is copied, and no caller can change the table. So does
// one that takes a sequence and passes part of it on. A function that works out
// an answer returns a slice, which belongs to the caller.
package ilacs

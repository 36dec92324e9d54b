// Package render writes what the other packages know for people to read.
//
// It works in two steps. The first lays a value out as a page: words, dates,
// signs and quotations, in the order in which they are read.
//
//	NewProgressPage(ilacs.Progress)   what changed between two visits
//	NewHistoryPage(ilacs.History)     what changed over several visits
//	NewProfilePage(record.Profile)    what is known of one authority
//
// The types of a page carry the names of the values that they show: a [FollowUp]
// is an [ilacs.FollowUp] in words. All of their texts are plain text in one line,
// as [PlainText] returns it, and not escaped for any format.
//
// The second step writes a page in a format: [ProgressMarkdown], [HistoryHTML]
// and so on. The HTML pages ask for nothing else and need no script. Text that
// comes from documents never becomes markup.
//
// For another format, start from a page: the example of [NewProgressPage] is
// one. CSV is for programs, and is written from the values themselves.
package render

// Package ilacstest writes reports and letters in Ofsted's form from typed
// values, for tests of programs that read or compare them.
//
//	text, err := ilacstest.Write(ilacstest.Document{
//		Visit:   ilacs.Visit{Authority: "Wexcombe", Type: ilacs.VisitTypeFocused, Start: start, End: end},
//		Improve: []ilacstest.Item{{Text: "The frequency of supervision."}},
//		Sections: []ilacstest.Section{{Paragraphs: []string{"Supervision is too rare."}}},
//	})
//	report, err := ilacs.Parse(text)
//
// The text is what pdftotext -layout makes of the published page: wrapped lines,
// grades beside names that wrap, numbered paragraphs, running footers, form
// feeds. The form depends on the type of visit and its first day:
//
//   - [ilacs.VisitTypeStandard] and [ilacs.VisitTypeShort]: an ILACS report in
//     the structure of its date;
//   - [ilacs.VisitTypeSIF] and [ilacs.VisitTypeReinspection]: a report under the
//     single inspection framework, in the form to March 2015 or the one from
//     April 2015;
//   - [ilacs.VisitTypeFocused], [ilacs.VisitTypeAssurance] and
//     [ilacs.VisitTypeMonitoring]: a letter to the director of children's
//     services, in the form of the ILACS framework;
//   - [ilacs.VisitTypeJTAI]: a letter to the partnership, in the form from 2022.
//
// What [ilacs.Parse] reads from the text are the values that were given. The
// forms of focused, monitoring and assurance visits rest on few letters and
// partly on general knowledge.
//
// Nothing here is Ofsted's text but the form: titles, headings, names of
// judgements, words for grades, and the fixed opening sentences of letters.
package ilacstest

// Package judgement holds what Ofsted grades when it inspects the children's
// services of an English local authority: the [Grade] of each [Area] under a
// [Framework], a [Set] of them, and what changed between two sets.
//
// Rules:
//
//   - Overall effectiveness is what was printed, or absent. It is never worked
//     out from the other areas: two reports with the same grades in every area
//     have had different overall grades.
//   - The framework is decided by the first day of fieldwork, never by
//     publication: see [FrameworkOn].
//   - The zero value of every type means that nothing is stated, and is no real
//     value: IsValid reports false, the text form is empty, the SQL value nil.
//   - Text forms are lower-case with hyphens and never change. String gives
//     words for people.
//
// What each framework grades, in which words, and what corresponds to what
// across frameworks, is in tables of tab-separated values beside the source.
// They say how certain each row is: names that are from general knowledge alone
// are marked so there and in the comments here.
//
//	before := judgement.Set{Framework: judgement.ILACS2018}.
//		With(judgement.Leaders, judgement.RequiresImprovement)
//	after := judgement.Set{Framework: judgement.ILACS2023}.
//		With(judgement.Leaders, judgement.Good)
//	judgement.Compare(before, after) // leaders improved
package judgement

//go:generate go run ../internal/enum/enumgen -sql Grade,Area,Framework,Trend

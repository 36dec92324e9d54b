// Package judgement holds what Ofsted grades when it inspects the children's
// services of an English local authority: the [Grade] of each [Area] under a
// [Framework], the [Set] of a visit's grades, and what changed between two sets.
//
// Rules:
//
//   - Overall effectiveness is what was printed, or absent. It is never worked
//     out from the other areas: reports with the same grade in every area have
//     had different overall grades.
//   - The framework is decided by the first day of fieldwork, never by
//     publication: see [FrameworkOn].
//   - The zero value of every type means that nothing is stated. It is not a valid
//     value: IsValid reports false, String and the text form are empty, the SQL
//     value is nil.
//   - MarshalText returns the text form, which is lower-case with hyphens and never
//     changes. String returns words for people, and GoString the Go name, so that
//     a failing test prints judgement.Good.
//   - What cannot be read is a *parseerr.Error.
//
// The tables beside the source say what each framework grades, in which words, and
// which areas correspond across frameworks. Each row says how certain it is.
//
//	before := judgement.Set{Framework: judgement.ILACS2018}.
//		With(judgement.Leaders, judgement.RequiresImprovement)
//	after := judgement.Set{Framework: judgement.ILACS2023}.
//		With(judgement.Leaders, judgement.Good)
//	judgement.Compare(before, after) // leaders improved
package judgement

//go:generate go run ../internal/enum/enumgen -sql Grade,Area,Framework,Trend

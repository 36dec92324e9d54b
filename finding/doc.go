// Package finding says what a sentence of an inspection report means: which
// themes it is about, whether it praises or faults (Polarity), what it tells of
// change (Direction), of how many it holds (Extent), which quality of the theme
// it speaks of (Aspect), and by which words it was decided (Cue).
//
//	r := finding.Classify("Supervision is not consistently reflective.")
//	r.Polarity // concern
//
// It is made for the language of inspectors of local authority children's
// services in England, in which "protected from neglect" is a strength and
// "requires improvement to be good" is a concern.
package finding

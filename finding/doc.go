// Package finding reads what a sentence of an inspection report means: which
// themes it is about, whether it praises or faults (Polarity), what it says of
// change (Direction), of how many it holds (Extent), which quality of the theme it
// speaks of (Aspect), and by which words each of these was decided (Cue).
//
//	r := finding.Classify("Supervision is not consistently reflective.")
//	r.Polarity // concern, by the words "not", "consistently" and "reflective"
//
// It is made for the language of inspectors of local authority children's
// services in England, in which "protected from neglect" is a strength and
// "requires improvement to be good" is a concern.
//
// # Rules
//
// The words are data: the tables in the folder vocabulary, which can be read and
// mended without Go. Of overlapping cues of one table the one that begins first
// counts, and of those the longest. The code adds what a table cannot say: how far
// a negation, a lack or a need reaches; which half of "although … , …" and of
// "… but …" carries the sentence; and that an item of what needs to improve is a
// concern however it is phrased. A plain fault outweighs praise in the same half,
// and two halves that contradict each other are mixed.
//
// A sentence is read by itself. What only the sentence before it could show ("This
// refers to the police") is not known, and a service that is said to be there is
// taken as praised.
//
// # Where each is decided
//
//	sentence.go              the words, the cues and the halves of a sentence
//	halves.go                the halves that no conjunction divides
//	past.go                  the half that tells of what was so once
//	scope.go                 what a cue is worth where it stands
//	constructions.go         denial, shortfall, prevention, awareness, resolution
//	denial.go                where a denial does not hold
//	shares.go                what is planned, and what holds of a part
//	lookback.go              resolution, rarity, fall and rise
//	comparison.go            more and less than elsewhere, or than others have
//	classify_polarity.go     strength, mixed, concern or neutral
//	classify_direction.go    better, worse or as before
//	classify_extent.go       of how many
//	classify_themes.go       what it is about
//	classify.go              all of these, and the aspects
//	vocabulary.go            the tables
package finding

//go:generate go run ../internal/enum/enumgen -sql Theme,Polarity,Direction,Extent,Section,Aspect,Speaker

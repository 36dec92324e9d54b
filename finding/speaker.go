package finding

import "github.com/ilacs-go/inspection/internal/enum"

// Speaker is who says what a sentence says, where it or the quotation that it
// stands in tells. The zero value means that it does not tell: the sentence is in
// the document's own voice.
type Speaker uint8

const (
	SpeakerInspectors Speaker = 10 // "Inspectors found that …"
	SpeakerCouncil    Speaker = 20 // the council or someone who speaks for it: no finding of inspectors
	SpeakerQuotation  Speaker = 30 // someone who is quoted and not named as either
)

var speakers = enum.List[Speaker]{
	Package: "finding", Kind: "speaker", Type: "Speaker",
	Text: []string{
		SpeakerInspectors: "inspectors",
		SpeakerCouncil:    "council",
		SpeakerQuotation:  "quotation",
	},
	Names: []string{
		SpeakerInspectors: "Inspectors",
		SpeakerCouncil:    "The council",
		SpeakerQuotation:  "A quotation",
	},
}

package finding

import (
	"strings"

	"github.com/ilacs-go/inspection/judgement"
)

// Context says where a sentence stands. The zero value is a sentence by itself.
type Context struct {
	// Section: an item under SectionImprove or SectionPriority is a concern
	// however it is phrased.
	Section Section
	// Area is the judgement area of the heading; it breaks ties between themes
	// and never decides alone.
	Area judgement.Area
}

// Classify reads one sentence by itself.
func Classify(text string) Reading { return Context{}.Classify(text) }

// Classify reads one sentence that stands under the headings of c. It is a first
// simple version: polarity by a few words, and nothing else.
func (c Context) Classify(text string) Reading {
	r := Reading{Polarity: Strength, Direction: NoDirection, Extent: ExtentUnstated}
	if c.Section == SectionImprove || c.Section == SectionPriority {
		r.Polarity = Concern
	}
	for _, w := range [...]string{" not ", "too many", "too few", "lack", "delay", "inconsistent", "weak", "insufficient"} {
		if i := strings.Index(text, w); i >= 0 {
			r.Polarity = Concern
			r.Cues = append(r.Cues, Cue{LabelOf(Concern), Span{i, i + len(w)}})
			break
		}
	}
	return r
}

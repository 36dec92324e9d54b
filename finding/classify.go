package finding

import (
	"slices"

	"github.com/ilacs-go/inspection/judgement"
)

// Context is where a sentence stands. The zero value is a sentence by itself.
type Context struct {
	// Section: an item under SectionImprove or SectionPriority is a concern
	// however it is phrased, and one under SectionFocus is neutral.
	Section Section
	// Area is the judgement area of the heading. It breaks ties between themes
	// and never decides alone.
	Area judgement.Area
}

// Classify reads one sentence by itself. Any text has a reading; one that is not
// in the language of inspectors is neutral.
func Classify(text string) Reading { return Context{}.Classify(text) }

// Classify reads one sentence that stands under the headings of c.
func (c Context) Classify(text string) Reading {
	var space scratch
	s := read(text, &space)
	var r Reading
	cues := space.cues[:0]
	r.Polarity, cues = s.polarity(c.Section, cues)
	r.Direction, cues = s.direction(r.Polarity, cues)
	r.Extent, cues = s.extent(r.Polarity, cues)
	r.Themes, cues = s.themes(c.Area, cues)
	r.Aspects, cues = s.aspects(cues)
	slices.SortFunc(cues, Cue.compare)
	r.Cues = append(r.Cues, cues...)
	return r
}

// maxAspects is how many aspects a reading has at most.
const maxAspects = 4

// aspects returns the qualities of the theme that the sentence speaks of, in the
// order of the sentence.
func (s *sentence) aspects(cues []Cue) ([]Aspect, []Cue) {
	var list []Aspect
	for _, m := range s.marks[kindAspect] {
		a := Aspect(m.value)
		if a == 0 || slices.Contains(list, a) {
			continue
		}
		list = append(list, a)
		cues = append(cues, s.cue(LabelOf(a), m))
		if len(list) == maxAspects {
			break
		}
	}
	return list, cues
}

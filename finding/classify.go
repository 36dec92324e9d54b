package finding

import (
	"slices"
	"strings"
	"sync"

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
	// Before is the reading of the sentence before, in the same paragraph; nil if there
	// is none. A sentence that refers back ("This ensures that …") and names no theme
	// of its own is about the theme of the one before, and one that goes on with its
	// faults ("These include …") is a concern as it is.
	Before *Reading
	// Quoted is who is quoted, if the sentence stands in a quotation that began in a
	// sentence before it; 0 if it does not.
	Quoted Speaker
}

// Classify reads one sentence by itself. Any text has a reading; one that is not
// in the language of inspectors is neutral.
func Classify(text string) Reading { return Context{}.Classify(text) }

// Classify reads one sentence that stands under the headings of c.
func (c Context) Classify(text string) Reading {
	if !c.Section.Asks() && c.Section != SectionStrengths && isAreaName(text) {
		return Reading{Polarity: Neutral, Direction: DirectionNone, Extent: ExtentUnstated}
	}
	var space scratch
	s := read(text, &space)
	var r Reading
	cues := space.cues[:0]
	var marks [manyMarks]weighedCue
	weighed := s.weigh(marks[:])
	r.Polarity, cues = s.polarity(c, weighed, cues)
	r.Direction, cues = s.direction(r.Polarity, weighed, cues)
	r.Extent, cues = s.extent(r.Polarity, cues)
	r.Themes, cues = s.themes(c, cues)
	r.Aspects, cues = s.aspects(cues)
	r.Speaker, cues = s.speaker(c.Quoted, cues)
	slices.SortFunc(cues, Cue.compare)
	r.Cues = append(r.Cues, cues...)
	return r
}

// isAreaName reports whether a text is nothing but the printed name of a
// judgement area, as a list of grades has it: "The experiences and progress of
// children who need help and protection." says nothing of those children.
func isAreaName(text string) bool {
	name := strings.TrimRight(text, ".:; ")
	return slices.ContainsFunc(areaNames()[len(name)], func(area string) bool { return strings.EqualFold(area, name) })
}

// areaNames are the printed names of judgement areas, by their length.
var areaNames = sync.OnceValue(func() map[int][]string {
	names := map[int][]string{}
	for f := range judgement.Frameworks() {
		for a := range f.Areas() {
			for name := range f.PrintedNames(a) {
				// A name of one word, "Adoption", is a topic as well.
				if strings.Contains(name, " ") && !slices.Contains(names[len(name)], name) {
					names[len(name)] = append(names[len(name)], name)
				}
			}
		}
	}
	return names
})

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

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
	var space scratch
	return c.classify(text, &space, nil)
}

// classify is Classify in the memory of space; the slices of the reading are kept
// in a store.
func (c Context) classify(text string, space *scratch, kept *store) Reading {
	if !c.Section.Asks() && c.Section != SectionStrengths && isAreaName(text) {
		return Reading{Polarity: Neutral, Direction: DirectionNone, Extent: ExtentUnstated}
	}
	s := read(text, space)
	var r Reading
	cues := space.cues[:0]
	themes, aspects := space.themes[:0], space.aspects[:0]
	weighed := s.weigh(space.weighed[:])
	r.Polarity, cues = s.polarity(c, weighed, cues)
	r.Direction, cues = s.direction(r.Polarity, weighed, cues)
	r.Extent, cues = s.extent(r.Polarity, cues)
	themes, cues = s.themes(c, themes, cues)
	aspects, cues = s.aspects(aspects, cues)
	r.Speaker, cues = s.speaker(c.Quoted, cues)
	sortCues(cues)
	kept.fill(&r, themes, aspects, cues)
	return r
}

// isAreaName reports whether a text is nothing but the printed name of a
// judgement area, as a list of grades has it: "The experiences and progress of
// children who need help and protection." says nothing of those children.
func isAreaName(text string) bool {
	if len(text) > longestAreaName {
		return false
	}
	name := text
	for n := len(name); n > 0 && (name[n-1] == '.' || name[n-1] == ':' || name[n-1] == ';' || name[n-1] == ' '); n-- {
		name = name[:n-1]
	}
	return slices.ContainsFunc(areaNames()[len(name)], func(area string) bool { return strings.EqualFold(area, name) })
}

// longestAreaName is more bytes than the printed name of any area has, with its
// closing marks.
const longestAreaName = 160

// areaNames are the printed names of judgement areas, by their length.
var areaNames = sync.OnceValue(func() *[longestAreaName + 1][]string {
	var names [longestAreaName + 1][]string
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
	return &names
})

// maxAspects is how many aspects a reading has at most.
const maxAspects = 4

// aspects appends the qualities of the theme that the sentence speaks of to list, in
// the order of the sentence.
func (s *sentence) aspects(list []Aspect, cues []Cue) ([]Aspect, []Cue) {
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

package finding

import (
	"github.com/ilacs-go/inspection/finding/internal/match"
	"github.com/ilacs-go/inspection/judgement"
)

// Context says where a sentence stands. The zero value is a sentence by itself.
type Context struct {
	// Section: an item under SectionImprove or SectionPriority is a concern
	// however it is phrased, and one under SectionFocus is neutral.
	Section Section
	// Area is the judgement area of the heading; it breaks ties between themes
	// and never decides alone.
	Area judgement.Area
}

// Classify reads one sentence by itself. Any text gives a reading; what is not
// the language of inspectors gives a neutral one.
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
	sortCues(cues)
	r.Cues = append(r.Cues, cues...)
	return r
}

// scratch is the memory for one sentence; longer sentences than it holds make
// it grow.
type scratch struct {
	words [96]match.Word
	hits  [128]match.Hit
	marks [kinds][32]mark
	cues  [24]Cue
}

// mark is a cue found in a sentence: in words first to last, both included.
type mark struct {
	cue
	first, last int32
}

// sentence is a text with its words and the cues found in it, of each kind in
// order and not overlapping.
type sentence struct {
	text  string
	words []match.Word
	marks [kinds][]mark
	// although is the half that does not carry when a contrast divides the
	// sentence, and contrast what divides it.
	although span
	contrast sense
}

// span is a range of words: from <= i < to.
type span struct{ from, to int32 }

func (s span) has(i int32) bool { return s.from <= i && i < s.to }

// read finds the words of a text and the cues in them: of each kind the one that
// begins first and of those the longest.
func read(text string, space *scratch) sentence {
	v := words()
	s := sentence{text: text}
	s.words = v.matcher.Words(space.words[:0], text)
	hits := v.matcher.Hits(space.hits[:0], s.words)
	var next [kinds]int32
	for k := range s.marks {
		s.marks[k] = space.marks[k][:0]
	}
	for _, h := range hits {
		c := v.cues[h.Pattern]
		if h.First < next[c.kind] {
			continue // inside a longer cue, or behind one that began earlier
		}
		if c.kind == kindOpening && !s.first(h.First) {
			continue
		}
		next[c.kind] = h.Last + 1
		s.marks[c.kind] = append(s.marks[c.kind], mark{c, h.First, h.Last})
	}
	s.although, s.contrast = s.divide()
	return s
}

// first reports whether word i is the first, or the first behind the number of an
// item.
func (s *sentence) first(i int32) bool {
	return i == 0 || i == 1 && s.text[s.words[0].Start] <= '9'
}

// divide finds the half of the sentence that another half is set against: what
// an "although" opens, what stands before a "but"; without either, a case that
// is only supposed ("when risks are not managed").
func (s *sentence) divide() (span, sense) {
	supposed := -1
	for i, m := range s.marks[kindPolarity] {
		switch what := sense(m.value); what {
		case senseAlthough, senseDespite:
			behind := supposed >= 0 && s.comma(s.marks[kindPolarity][supposed].last+1) == m.first
			if s.opens(m.first) || behind {
				return span{m.first, s.comma(m.last + 1)}, what
			}
			return span{m.first, s.stop(m.last + 1)}, what
		case senseBut:
			if m.first > 1 && !s.aside(m) { // not what links the sentence to the one before
				return span{0, m.first}, what
			}
		case senseWhen:
			if supposed < 0 {
				supposed = i
			}
		}
	}
	if supposed >= 0 {
		m := s.marks[kindPolarity][supposed]
		return span{m.first, s.comma(m.last + 1)}, senseWhen
	}
	return span{}, senseNone
}

// opens reports whether word i opens the sentence or a sentence within it.
func (s *sentence) opens(i int32) bool {
	return i == 0 || s.words[i].Break == match.Stop || i == 1 && s.words[0].End-s.words[0].Start < 10
}

// aside reports whether mark m stands between two commas, which set it against
// the sentence before and divide nothing: "is not, however, robust".
func (s *sentence) aside(m mark) bool {
	next := int(m.last) + 1
	return s.words[m.first].Break == match.Comma && next < len(s.words) && s.words[next].Break == match.Comma
}

// comma gives the word behind the first comma after word i, or the end.
func (s *sentence) comma(i int32) int32 {
	for j := i + 2; int(j) < len(s.words); j++ {
		if s.words[j].Break == match.Comma || s.words[j].Break == match.Stop {
			return j
		}
	}
	return int32(len(s.words))
}

func (s *sentence) stop(i int32) int32 {
	for j := i; int(j) < len(s.words); j++ {
		if s.words[j].Break == match.Stop {
			return j
		}
	}
	return int32(len(s.words))
}

// cue makes the cue of a mark for a label.
func (s *sentence) cue(l Label, m mark) Cue {
	return Cue{l, Span{int(s.words[m.first].Start), int(s.words[m.last].End)}}
}

// sortCues orders cues by place; an insertion sort, for a handful.
func sortCues(c []Cue) {
	less := func(a, b Cue) bool {
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		if a.End != b.End {
			return a.End < b.End
		}
		if a.Label.kind != b.Label.kind {
			return a.Label.kind < b.Label.kind
		}
		return a.Label.value < b.Label.value
	}
	for i := 1; i < len(c); i++ {
		for j := i; j > 0 && less(c[j], c[j-1]); j-- {
			c[j], c[j-1] = c[j-1], c[j]
		}
	}
}

package finding

import (
	"slices"

	"github.com/ilacs-go/inspection/judgement"
)

// maxThemes is how many themes a reading has at most.
const maxThemes = 3

// The weights of theme.tsv go from a hint to a name.
const (
	weightHint = 1
	weightName = 3
)

// What the words that speak for a theme count. Only the plainest counts in full,
// so that a theme that is hinted at three times does not outdo one that is named.
const (
	pointsPerWeight = 10 // for the plainest of its words, by its weight
	pointsResidual  = 5  // for a hint at practice quality, whose words are in every third sentence
	pointsRepeated  = 3  // for each other word
	pointsOpening   = 4  // for standing among the first openingWords
	pointsArea      = 1  // for belonging to the judgement area of the heading
	openingWords    = 6
)

// What a second and a third theme need: so many points, and no less than the
// first theme's divided by leastShare.
const (
	leastPoints = 20
	leastShare  = 2
)

// candidate is a theme that words of the sentence speak for.
type candidate struct {
	theme  Theme
	points int
	weight int8 // of its plainest word
	opens  bool // whether a word that is more than a hint stands in the opening
}

// themes appends to list what the sentence is about: the themes that its words name
// most plainly, those near its beginning before the others. One that refers back and
// names none is about the theme of the sentence before.
func (s *sentence) themes(c Context, list []Theme, cues []Cue) ([]Theme, []Cue) {
	if s.speaksOfDocument() {
		return list, cues
	}
	var space [24]candidate
	s.moveToCareLeavers()
	themes, named := choose(list, s.candidates(space[:0], c.Area))
	if c.Before != nil && len(c.Before.Themes) > 0 && !named {
		before := c.Before.Themes[0]
		if m, ok := s.reference(); ok && !slices.Contains(themes, before) {
			themes = slices.Insert(themes[:min(len(themes), maxThemes-1)], 0, before)
			cues = append(cues, s.cue(LabelOf(before), m))
		}
	}
	for _, t := range themes {
		for _, m := range s.marks[kindTheme] {
			if Theme(m.value) == t {
				cues = append(cues, s.cue(LabelOf(t), m))
			}
		}
	}
	return themes, cues
}

// reference returns the words by which the sentence refers to the one before.
func (s *sentence) reference() (mark, bool) {
	if o := s.opening(); o == openingRefer || o == openingGoOn {
		return s.marks[kindOpening][0], true
	}
	return mark{}, false
}

// forCareLeavers is what a theme of children in care becomes where the sentence
// speaks of care leavers, unless a word of at least the weight names it: the
// sufficiency of placements is about homes for children.
var forCareLeavers = [...]struct {
	from, to Theme
	weight   int8
}{
	{ThemeEducation, ThemeCLEET, weightName + 1},
	{ThemeSufficiency, ThemeCLAccommodation, weightName},
	{ThemeUnregisteredHomes, ThemeCLAccommodation, weightName + 1},
}

// moveToCareLeavers moves the words of the sentence to the themes that they have
// for care leavers, if it speaks of them.
func (s *sentence) moveToCareLeavers() {
	marks := s.marks[kindTheme]
	if !slices.ContainsFunc(marks, func(m mark) bool { return Theme(m.value) == ThemePASupport }) {
		return
	}
	for i := range marks {
		for _, f := range forCareLeavers {
			if m := &marks[i]; Theme(m.value) == f.from && m.weight < f.weight {
				m.value = uint8(f.to)
			}
		}
	}
}

// candidates appends the themes that words of the sentence speak for to dst, with
// their points.
func (s *sentence) candidates(dst []candidate, area judgement.Area) []candidate {
	for _, m := range s.marks[kindTheme] {
		if m.value == 0 {
			continue
		}
		c := candidate{theme: Theme(m.value), points: pointsPerWeight * int(m.weight), weight: m.weight}
		if c.theme == ThemePracticeQuality && m.weight == weightHint {
			c.points = pointsResidual
		}
		if m.first < openingWords {
			c.points += pointsOpening
			c.opens = m.weight > weightHint
		}
		if area != 0 && c.theme.in(area) {
			c.points += pointsArea
		}
		if known := find(dst, c.theme); known != nil {
			known.points = max(known.points, c.points) + pointsRepeated
			known.weight = max(known.weight, c.weight)
			known.opens = known.opens || c.opens
		} else {
			dst = append(dst, c)
		}
	}
	return dst
}

// find returns the candidate of a theme, or nil.
func find(list []candidate, t Theme) *candidate {
	for i := range list {
		if list[i].theme == t {
			return &list[i]
		}
	}
	return nil
}

// choose appends to themes those of the candidates with the most points, and
// reports whether the first of them is named and not only hinted at.
func choose(themes []Theme, list []candidate) ([]Theme, bool) {
	if len(list) > 1 { // one alone gives way to no other
		dropParts(list)
		dropHints(list)
		sortByPoints(list)
	}
	for i, c := range list[:min(len(list), maxThemes)] {
		if c.points == 0 || i > 0 && (c.points < leastPoints || leastShare*c.points < list[0].points) {
			break
		}
		themes = append(themes, c.theme)
	}
	return themes, len(themes) > 0 && list[0].weight >= weightName
}

// sortByPoints puts those with the most points first, and leaves the order of others
// alone. There are no more than there are themes.
func sortByPoints(list []candidate) {
	for i := 1; i < len(list); i++ {
		for k := i; k > 0 && list[k-1].points < list[k].points; k-- {
			list[k-1], list[k] = list[k], list[k-1]
		}
	}
}

// partOf lists what a service does for itself: the assessment of adopters and the
// training of foster carers are part of adoption and of fostering.
var partOf = [...]struct{ part, service Theme }{
	{ThemeAssessments, ThemeAdoption},
	{ThemeAssessments, ThemePrivateFostering},
	{ThemeWorkforce, ThemeAdoption},
	{ThemeWorkforce, ThemeFostering},
}

// dropParts takes the points from each theme that is part of a service that is
// named as well.
func dropParts(list []candidate) {
	for _, p := range partOf {
		if service := find(list, p.service); service != nil && service.points >= leastPoints {
			if part := find(list, p.part); part != nil {
				part.points = 0
			}
		}
	}
}

// dropHints takes the points from practice quality and from leadership where they
// are only hinted at and another theme is named. Leadership keeps them if the
// sentence opens with leaders as those who act.
func dropHints(list []candidate) {
	likely, named := false, false // whether another theme has the points, whether one is named
	for _, c := range list {
		if c.theme != ThemePracticeQuality && c.theme != ThemeLeadership {
			likely = likely || c.points >= leastPoints
			named = named || c.weight == weightName
		}
	}
	for i := range list {
		c := &list[i]
		if c.weight < weightName && (c.theme == ThemePracticeQuality && likely || c.theme == ThemeLeadership && named && !c.opens) {
			c.points = 0
		}
	}
}

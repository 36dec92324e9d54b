package finding

import "github.com/ilacs-go/inspection/judgement"

// direction says what the sentence tells of change: by its first word of change
// that fits its polarity, one in the half that does not carry only if there is
// no other; but what has improved gives way to nothing that remains. What an
// earlier time is named for ("since the last inspection") has changed for the
// better where it is praised.
func (s *sentence) direction(p Polarity, cues []Cue) (Direction, []Cue) {
	var best, since mark
	found := DirectionNone
	if s.speaksOfItself() {
		return found, cues
	}
	for _, m := range s.marks[kindDirection] {
		d := DirectionNone
		switch change(m.value) {
		case changeImproved:
			if p != Concern && !s.purpose(m) {
				d = DirectionImproved
			}
		case changeDeclined:
			if p != Strength {
				d = DirectionDeclined
			}
		case changeUnchanged:
			if p != Strength {
				d = DirectionUnchanged
			}
		case changeMore:
			if p == Strength {
				d = DirectionImproved
			}
		case changeSince:
			if since.value == 0 {
				since = m
			}
		}
		if d != DirectionNone && (found == DirectionNone || s.although.has(best.first) && !s.although.has(m.first) && d != DirectionUnchanged) {
			best, found = m, d
		}
	}
	if found == DirectionNone && since.value != 0 && p == Strength {
		best, found = since, DirectionImproved
	}
	if found != DirectionNone {
		cues = append(cues, s.cue(LabelOf(found), best))
	}
	return found, cues
}

// extent says of how many the main point holds: by the first word of quantity
// outside the half that does not carry. What is not so of all, or is still to be
// so of all, is so of some.
func (s *sentence) extent(p Polarity, cues []Cue) (Extent, []Cue) {
	var best mark
	if s.speaksOfItself() {
		return ExtentUnstated, cues
	}
	for _, m := range s.marks[kindExtent] {
		switch {
		case m.value == 0:
		case best.value == 0,
			s.although.has(best.first) && !s.although.has(m.first),
			p == Concern && Extent(best.value) == ExtentAll && s.although.has(best.first) == s.although.has(m.first):
			best = m
		}
	}
	if best.value == 0 {
		return ExtentUnstated, cues
	}
	e := Extent(best.value)
	if e == ExtentAll && p == Concern && s.turned(best.first) {
		e = ExtentSome
	}
	return e, append(cues, s.cue(LabelOf(e), best))
}

// turned reports whether a negation or a need stands before word i.
func (s *sentence) turned(i int32) bool {
	for _, m := range s.marks[kindPolarity] {
		if w := sense(m.value); m.first < i && (w == senseNot || w == senseNeed || w == senseLack) {
			return true
		}
	}
	return false
}

// maxThemes is how many themes a reading has at most.
const maxThemes = 3

// forCareLeavers is what a theme of children in care is when the sentence speaks
// of care leavers, unless a cue of that weight names it: the sufficiency of
// placements is that of homes for children.
var forCareLeavers = [...]struct {
	from, to Theme
	below    int8
}{
	{ThemeEducation, ThemeCLEET, 9},
	{ThemeSufficiency, ThemeCLAccommodation, 3},
	{ThemeUnregisteredHomes, ThemeCLAccommodation, 9},
}

// candidate is a theme that cues of the sentence speak for.
type candidate struct {
	theme  Theme
	points int
	weight int8 // of its plainest cue
	opens  bool // it stands in the opening, by more than a hint
}

// themes says what the sentence is about: the themes whose cues name them most
// plainly, those near the beginning of the sentence before the others.
func (s *sentence) themes(area judgement.Area, cues []Cue) ([]Theme, []Cue) {
	var space [24]candidate
	found := space[:0]
	if s.speaksOfItself() {
		return nil, cues
	}
	leavers := s.names(ThemePASupport)
	for i := range s.marks[kindTheme] {
		m := &s.marks[kindTheme][i]
		if m.value == 0 {
			continue
		}
		if leavers {
			for _, f := range forCareLeavers {
				if Theme(m.value) == f.from && m.weight < f.below {
					m.value = uint8(f.to)
				}
			}
		}
		points := 10 * int(m.weight)
		if Theme(m.value) == ThemePracticeQuality && m.weight == 1 {
			points = 5 // the words of the residual are in every third sentence
		}
		opens := m.first < nearWords
		if opens {
			points += 4
		}
		if area != 0 && Theme(m.value).in(area) {
			points++
		}
		found = credit(found, candidate{Theme(m.value), points, m.weight, opens && m.weight > 1})
	}
	giveWay(found)
	var themes []Theme
	top := 0
	for len(themes) < maxThemes {
		best := -1
		for i, c := range found {
			if c.points > 0 && (best < 0 || c.points > found[best].points) {
				best = i
			}
		}
		if best < 0 || len(themes) > 0 && (found[best].points < leastPoints || leastShare*found[best].points < top) {
			break
		}
		if len(themes) == 0 {
			top = found[best].points
		}
		themes = append(themes, found[best].theme)
		found[best].points = 0
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

// within is what a service does for itself: the assessment of adopters and the
// training of foster carers are part of adoption and of fostering.
var within = [...]struct{ part, service Theme }{
	{ThemeAssessments, ThemeAdoption},
	{ThemeAssessments, ThemePrivateFostering},
	{ThemeWorkforce, ThemeAdoption},
	{ThemeWorkforce, ThemeFostering},
}

// giveWay takes from the candidates what is part of another that is named, and
// what is only hinted at where another is named: the residual, and leaders, unless
// the sentence opens with them as those who act.
func giveWay(found []candidate) {
	if len(found) < 2 {
		return
	}
	for _, w := range within {
		if service := find(found, w.service); service >= 0 && found[service].points >= leastPoints {
			if part := find(found, w.part); part >= 0 {
				found[part].points = 0
			}
		}
	}
	named, proper := false, false
	for _, c := range found {
		if c.theme != ThemePracticeQuality && c.theme != ThemeLeadership {
			named = named || c.points >= leastPoints
			proper = proper || c.weight == naming
		}
	}
	for i, c := range found {
		if c.weight < naming && (named && c.theme == ThemePracticeQuality || proper && c.theme == ThemeLeadership && !c.opens) {
			found[i].points = 0
		}
	}
}

// naming is the weight of a cue that names its theme.
const naming = 3

// nearWords is how many words at the start of a sentence count as its opening.
const nearWords = 6

// What a second and third theme must come to: so many points, and so large a
// part of the first.
const (
	leastPoints = 20
	leastShare  = 2
)

// find gives the index of a theme among the candidates, or -1.
func find(found []candidate, t Theme) int {
	for i := range found {
		if found[i].theme == t {
			return i
		}
	}
	return -1
}

// credit adds points to a theme: the most that one cue gives, and a little for
// each other.
func credit(found []candidate, c candidate) []candidate {
	i := find(found, c.theme)
	if i < 0 {
		return append(found, c)
	}
	f := &found[i]
	f.points = max(f.points, c.points) + 3
	f.weight = max(f.weight, c.weight)
	f.opens = f.opens || c.opens
	return found
}

// names reports whether a cue of theme t stands in the sentence.
func (s *sentence) names(t Theme) bool {
	for _, m := range s.marks[kindTheme] {
		if Theme(m.value) == t {
			return true
		}
	}
	return false
}

// speaksOfItself reports whether the sentence is about the document or the
// inspection.
func (s *sentence) speaksOfItself() bool {
	for _, m := range s.marks[kindPolarity] {
		if sense(m.value) == senseDocument {
			return true
		}
	}
	return false
}

// maxAspects is how many aspects a reading has at most.
const maxAspects = 4

// aspects says which qualities of the theme are spoken of, in the order of the
// sentence.
func (s *sentence) aspects(cues []Cue) ([]Aspect, []Cue) {
	var list []Aspect
	var seen [256 / 8]uint8
	for _, m := range s.marks[kindAspect] {
		if m.value == 0 || len(list) == maxAspects || seen[m.value/8]&(1<<(m.value%8)) != 0 {
			continue
		}
		seen[m.value/8] |= 1 << (m.value % 8)
		a := Aspect(m.value)
		list = append(list, a)
		cues = append(cues, s.cue(LabelOf(a), m))
	}
	return list, cues
}

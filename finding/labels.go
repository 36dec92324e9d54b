package finding

import "github.com/ilacs-go/inspection/judgement"

// direction says what the sentence tells of change.
func (s *sentence) direction(p Polarity, cues []Cue) (Direction, []Cue) {
	d := NoDirection
	var by mark
	since := false
	for _, m := range s.marks[kindDirection] {
		switch c := change(m.value); {
		case c == changeSince:
			since = true
		case d != NoDirection:
		case c == changeImproved && p != Concern:
			d, by = Improved, m
		case c == changeDeclined:
			d, by = Declined, m
		case c == changeUnchanged && p != Strength:
			d, by = Unchanged, m
		}
	}
	if d == NoDirection && since {
		for _, m := range s.marks[kindDirection] {
			if change(m.value) == changeSince && p == Strength {
				d, by = Improved, m
				break
			}
		}
	}
	if d != NoDirection {
		cues = append(cues, s.cue(LabelOf(d), by))
	}
	return d, cues
}

// extent says of how many the main point holds.
func (s *sentence) extent(cues []Cue) (Extent, []Cue) {
	var best mark
	found := false
	for _, m := range s.marks[kindExtent] {
		if m.value == 0 {
			continue
		}
		if !found || s.although.has(best.first) && !s.although.has(m.first) {
			best, found = m, true
		}
	}
	if !found {
		return ExtentUnstated, cues
	}
	e := Extent(best.value)
	return e, append(cues, s.cue(LabelOf(e), best))
}

// maxThemes is how many themes a reading has at most.
const maxThemes = 3

// themes says what the sentence is about.
func (s *sentence) themes(area judgement.Area, cues []Cue) ([]Theme, []Cue) {
	type score struct {
		theme  Theme
		points int
		first  int
	}
	var space [24]score
	scores := space[:0]
	for _, m := range s.marks[kindTheme] {
		if m.value == 0 {
			continue
		}
		i := 0
		for i < len(scores) && scores[i].theme != Theme(m.value) {
			i++
		}
		points := 10 * int(m.weight)
		if m.first < 6 {
			points += 4
		}
		if i == len(scores) {
			scores = append(scores, score{Theme(m.value), points, m.first})
			continue
		}
		scores[i].points = max(scores[i].points, points) + 3
	}
	var themes []Theme
	top := 0
	for len(themes) < maxThemes {
		best := -1
		for i, c := range scores {
			if c.points > 0 && (best < 0 || c.points > scores[best].points) {
				best = i
			}
		}
		if best < 0 || len(themes) > 0 && (scores[best].points < 20 || scores[best].points*3 < top*2) {
			break
		}
		if len(themes) == 0 {
			top = scores[best].points
		}
		themes = append(themes, scores[best].theme)
		scores[best].points = 0
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

package finding

// extent returns of how many the main point of the sentence holds: by its first
// word of quantity, one in the conceded half only if there is no other. In a
// concern any other quantity of the same half comes before "all", and what is not
// so of all, or is still to be so of all, holds of some:
//
//	"Most" plans are good. (most)
//	All children are seen, but "some" are seen late. (some)
//	Visits are not good for "all" children. (some)
func (s *sentence) extent(p Polarity, cues []Cue) (Extent, []Cue) {
	if s.speaksOfDocument() {
		return ExtentUnstated, cues
	}
	var best mark
	for _, m := range s.marks[kindExtent] {
		switch {
		case m.value == 0:
		case best.value == 0,
			s.inConceded(best) && !s.inConceded(m),
			p == Concern && Extent(best.value) == ExtentAll && s.inConceded(best) == s.inConceded(m):
			best = m
		}
	}
	if best.value == 0 {
		return ExtentUnstated, cues
	}
	e := Extent(best.value)
	if e == ExtentAll && p == Concern && s.fallsShortBefore(best.first) {
		e = ExtentSome
	}
	return e, append(cues, s.cue(LabelOf(e), best))
}

// fallsShortBefore reports whether a negation, a lack or a need stands before word
// i.
func (s *sentence) fallsShortBefore(i int32) bool {
	for _, m := range s.marks[kindPolarity] {
		if what := sense(m.value); m.first < i && (what == senseNot || what == senseNeed || what == senseLack) {
			return true
		}
	}
	return false
}

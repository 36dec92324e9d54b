package finding

import (
	"slices"
	"strings"
)

// direction returns what the sentence says of change: by its first word of change
// that fits its polarity. One in the conceded half counts only if there is no
// other, but an improvement there does not give way to something that remains:
//
//	Plans have "improved". (improved)
//	Although visits have improved, recording has "deteriorated". (declined)
//	Although visits have "improved", plans remain weak. (improved)
//
// A strength that is set against an earlier time ("since the last inspection")
// has improved, where no other word speaks of change, and is as it was where it
// has been kept up ("has remained strong since the last inspection").
func (s *sentence) direction(p Polarity, weighed []weighedCue, cues []Cue) (Direction, []Cue) {
	if s.speaksOfDocument() {
		return DirectionNone, cues
	}
	var best, since, kept mark
	found := DirectionNone
	elsewhere := slices.ContainsFunc(s.marks[kindDirection], func(m mark) bool { return change(m.value) == changeElsewhere })
	for _, m := range s.marks[kindDirection] {
		if change(m.value) == changeSince && since.value == 0 {
			since = m
		}
		if change(m.value) == changeUnchanged && kept.value == 0 {
			kept = m
		}
		d := s.directionOf(m, p, weighed)
		if c := change(m.value); d == DirectionNone || elsewhere && (c == changeMore || c == changeThan || c == changeDeclined) {
			continue // "fewer than in other places" is no change
		}
		carries := s.inConceded(best) && !s.inConceded(m) && d != DirectionUnchanged ||
			p == Strength && found == DirectionUnchanged && d == DirectionImproved
		if found == DirectionNone || carries {
			best, found = m, d
		}
	}
	for _, c := range weighed {
		if elsewhere {
			break
		}
		if (found == DirectionNone || found == DirectionUnchanged && c.change == DirectionImproved) && c.fits(p) {
			best, found = c.mark, c.change
		}
	}
	if d := s.changeFromPast(p, weighed); found == DirectionNone && d != DirectionNone {
		best, found = s.pastMark(), d
	}
	if found == DirectionNone && since.value != 0 && p == Strength {
		best, found = since, DirectionImproved
		if kept.value != 0 {
			best, found = kept, DirectionUnchanged
		}
	}
	if found != DirectionNone {
		cues = append(cues, s.cue(LabelOf(found), best))
	}
	return found, cues
}

// changeFromPast returns the direction of a sentence that sets what is so against
// what was so once:
//
//	"Once weak", the team is now strong. (improved)
//	"What was" a good service has faltered. (declined)
func (s *sentence) changeFromPast(p Polarity, weighed []weighedCue) Direction {
	if s.contrast != sensePast && !(s.contrast == senseWhen && s.pastMark() != mark{}) {
		return DirectionNone
	}
	var once balance
	for _, c := range weighed {
		if s.inConceded(c.mark) {
			once.add(c)
		}
	}
	was := once.sign()
	if once.isEmpty() {
		was = s.signOfPast()
	}
	switch {
	case p == Strength && was < 0:
		return DirectionImproved
	case p == Concern && was > 0:
		return DirectionDeclined
	}
	return DirectionNone
}

// signOfPast is 1 where the mark that opens what was so once praises it itself, -1
// where it faults it: "once a strength", "from a low base".
func (s *sentence) signOfPast() int {
	m := s.pastMark()
	if first := s.word(m.first); m == (mark{}) || !strings.EqualFold(first, "once") && !strings.EqualFold(first, "from") {
		return 0
	}
	switch s.word(m.last) {
	case "strength", "good", "strong", "excellent", "outstanding":
		return 1
	case "Once", "once":
		return 0
	}
	return -1
}

// pastMark returns the mark that opens what was so once, the zero mark if there is
// none.
func (s *sentence) pastMark() mark {
	for _, m := range s.marks[kindPolarity] {
		if what := sense(m.value); s.inConceded(m) && (what == sensePast || what == senseWhen && strings.EqualFold(s.word(m.last), "once")) {
			return m
		}
	}
	return mark{}
}

// directionOf returns the direction that a word of change stands for in a
// sentence of polarity p, DirectionNone if the two do not fit: a concern speaks of
// no improvement, and a strength of no decline. Nor is what is only aimed at ("to
// improve") an improvement.
func (s *sentence) directionOf(m mark, p Polarity, weighed []weighedCue) Direction {
	switch c := change(m.value); {
	case s.improves(m) && (p != Concern || s.isConcession(m)),
		c == changeNow && p != Concern && s.praisesAt(m.last+1),
		(c == changeMore || c == changeThan) && (p == Strength && !s.isConcession(m) || p != Concern && p != Neutral && s.halfPraises(m, weighed)):
		return DirectionImproved
	case c == changeDeclined && p != Strength, c == changeThan && p == Concern && !s.inConceded(m):
		return DirectionDeclined
	case c == changeUnchanged && p != Strength, c == changeKept && !s.isPurpose(m):
		return DirectionUnchanged
	}
	return DirectionNone
}

// isConcession reports whether a mark stands in what a sentence only concedes: "Although
// demand has grown, contacts are dealt with at once".
func (s *sentence) isConcession(m mark) bool {
	return (s.contrast == senseAlthough || s.contrast == senseDespite) && s.inConceded(m)
}

// halfPraises reports whether the half of the sentence that a mark stands in
// praises: "Visits are more regular, but plans are vague".
func (s *sentence) halfPraises(m mark, weighed []weighedCue) bool {
	var half balance
	for _, c := range weighed {
		if s.inConceded(c.mark) == s.inConceded(m) {
			half.add(c)
		}
	}
	return half.sign() > 0
}

// praisesAt reports whether praise stands at word i or the next: "is now (more)
// regular", and not "is now held", which may be but new.
func (s *sentence) praisesAt(i int32) bool {
	marks := s.marks[kindPolarity]
	from, _ := slices.BinarySearchFunc(marks, i, func(m mark, i int32) int { return int(m.last - i) })
	for _, m := range marks[from:] {
		if m.first > i+1 {
			break
		}
		if what := sense(m.value); what == senseGood || what == sensePraise {
			return true
		}
	}
	return false
}

// fits reports whether a cue says that there is more or less of something good or
// bad, and that fits the polarity of its sentence.
func (c weighedCue) fits(p Polarity) bool {
	return c.change == DirectionImproved && p != Concern || c.change == DirectionDeclined && p != Strength
}

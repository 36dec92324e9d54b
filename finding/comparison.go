package finding

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding/internal/match"
)

// The constructions below compare: with other places, with what was, with what others
// have. Each has its rule, and for each side of it an example with the worth of the
// cue in quotation marks.

// compareElsewhere weighs a word that says that there is little or much of what
// stands before it, by itself or against other places. It says nothing of change:
//
//	"Sickness" (0) is "low" (+2), and "morale" (0) "is high" (+2).
//	"Re-referrals" (0) are "below the national average" (+2).
//	School "attendance" (0) is "below the national average" (-4).
//	School "attendance" (0) is "above the national average" (+2).
//	"Turnover" (0) is "above the national average" (-4).
//
// Where nothing good or bad stands before it, below is a fault and above nothing;
// a fault that stands before it is no subject, and what became of something says
// enough:
//
//	Results are "below the national average" (-4).
//	Results are "weak" (-4) and "below the national average" (-4).
//	"Turnover" (0) has "fallen" (+2) and is "above the national average" (0).
func (w *weighing) compareElsewhere(m mark) {
	if w.isAdjective(m) { // "high rates", of what is not known
		w.add(m, 0)
		return
	}
	w.end()
	below := sense(m.value) == senseBelow
	worth := int8(littleGood)
	s := w.subject(m, false)
	if s == nil && w.sharesSubject(m) {
		s = w.otherSubject(m)
	}
	switch {
	case s == nil || sense(s.value).faults() && sense(s.value) != senseLack && sense(s.value) != senseFlaw:
		switch first := w.word(m.first); {
		case below && strings.EqualFold(first, "lower"): // which may be good
			worth = ownWorth[senseFlaw]
		case !below || !strings.EqualFold(first, "below"): // "is low"
			worth = 0
		}
	case sense(s.value).moves(), sense(s.value) == senseHarm && (!below || m.first > s.last+harmReach):
		worth = 0 // "whose risk is high", "use of the neglect tool is low"
	case w.isBad(s) == below:
		w.clearFaults(m)
		worth = littleBad
	default:
		s.worth = min(s.worth, 0)
	}
	w.add(m, worth)
}

// isAdjective reports whether a mark is "high" or "low" and does not end what is
// said of its subject: "high rates", and not "rates are high".
func (w *weighing) isAdjective(m mark) bool {
	if word := w.word(m.first); m.first != m.last || !strings.EqualFold(word, "high") && !strings.EqualFold(word, "low") {
		return false
	}
	if next := m.last + 1; int(next) < len(w.words) && w.words[next].Break == match.Space && !opensPhrase(w.word(next)) {
		return true
	}
	i := m.first - 1
	for i > 0 && (strings.HasSuffix(w.word(i), "ly") || w.word(i) == "very" || w.word(i) == "now") {
		i--
	}
	if i < 0 {
		return true
	}
	switch w.word(i) {
	case "is", "are", "was", "were", "be", "been", "remain", "remains", "remained":
		return false
	}
	return true
}

// lessen weighs a cue after "less". Less that is good is a fault, and less that is bad is
// praise, of the word that follows at once alone:
//
//	Disabled children receive a less "responsive" service (-4).
//	Parents have less "support" than they need (-1).
//	Planning is less "fragmented" (+2).
//	There is less "delay" (+2), but plans are "vague" (-4).
func (w *weighing) lessen(m mark) bool {
	worth := int8(deniedPraise)
	switch what := sense(m.value); {
	case what.faults(), what == senseHarm, what == senseBurden:
		worth = deniedFault
	case what == senseHelp:
		worth = ownWorth[senseFlaw]
	case what.praises(), what == senseAsset:
	default:
		return false
	}
	w.cues[w.governor.at].worth = 0
	w.add(m, worth)
	w.end()
	return true
}

// isPace reports whether a mark only says how fast something rises, which is no praise:
//
//	Demand "has risen" (0) "rapidly" (0).
//	Risks are acted on "rapidly" (+2).
func (w *weighing) isPace(m mark) bool {
	if w.count == 0 || !strings.HasSuffix(w.word(m.last), "ly") {
		return false
	}
	c := w.cues[w.count-1]
	return sense(c.value) == senseRise && c.last == m.first-1
}

// sharesSubject reports whether a comparison has no subject of its own in its half of
// the sentence, so that it is about what the other half is about:
//
//	Caseloads are higher than leaders wish, though "lower than a year ago".
//	Turnover is high, although it "has fallen".
func (w *weighing) sharesSubject(m mark) bool {
	if w.contrast != senseAlthough && w.contrast != senseBut {
		return false
	}
	i := m.first - 1
	for i > 0 && slices.Contains(verbsBefore[:], w.word(i)) {
		i--
	}
	if i > 0 && isPronoun(w.word(i)) {
		i--
	}
	return i > 0 && (i+1 == w.conceded.to || w.inConceded(m) && i == w.conceded.from || !w.inConceded(m) && i == w.conceded.to)
}

// verbsBefore may stand between a pronoun and what became of it.
var verbsBefore = [...]string{"are", "is", "now", "remain", "remains", "still", "was", "were"}

// isPronoun reports whether a word stands for the subject of the half before.
func isPronoun(word string) bool {
	switch word {
	case "it", "these", "they", "this":
		return true
	}
	return false
}

// otherSubject returns the first cue of the half before that of a mark that stands for
// something good or bad to have, and nil if there is none.
func (w *weighing) otherSubject(m mark) *weighedCue {
	for i := range w.cues[:w.count] {
		c := &w.cues[i]
		if w.inConceded(c.mark) == w.inConceded(m) || c.first > m.first {
			continue
		}
		switch what := sense(c.value); {
		case what == senseBurden, what == senseAsset, what.faults():
			return c
		}
	}
	return nil
}

// describesSubject reports whether a cue is the subject of a clause that only
// describes the subject of a mark, which the cue before it names:
//
//	The long "waits" (0) that "foster carers" described "have ended" (+2).
func (w *weighing) describesSubject(i int, m mark) bool {
	c := w.cues[i].mark
	if sense(c.value) != senseAsset && sense(c.value) != senseBurden || i == 0 || w.cues[i-1].worth == 0 || w.word(c.first-1) != "that" {
		return false
	}
	for i := c.last + 1; i < m.first; i++ {
		if word := w.word(i); strings.HasSuffix(word, "ed") || word == "saw" || word == "had" {
			return true
		}
	}
	return false
}

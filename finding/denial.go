package finding

import (
	"strings"

	"github.com/ilacs-go/inspection/finding/internal/match"
)

// Where a denial does not hold for a cue in its reach, or the cue is denied in another
// way than by its sense alone.

// isOther reports whether a mark is the verb of a new statement about the subject of the
// negation in force, which that does not deny:
//
//	Support is not hurried and "provides" (+1) what families need.
//	Plans are not clear and "focused" (-4).
func (w *weighing) isOther(m mark) bool {
	g := &w.governor
	if g.sense != senseNot || sense(m.value) != senseHelp || w.word(m.first-1) != "and" {
		return false
	}
	if at := w.cues[g.at].first; at == 0 || !w.isFiniteWord(at-1) {
		return false
	}
	switch verb := w.word(m.first); verb {
	case "enable", "ensure", "include", "offer", "provide":
		return true
	default:
		return strings.HasSuffix(verb, "s") && !strings.HasSuffix(verb, "ss")
	}
}

// isWhose reports whether a mark stands in a clause that only says for whom something is
// not done, so that it is not what is denied:
//
//	No one takes responsibility for children who are "missing" (0).
//	No children who were "missing" (+3) were found.
func (w *weighing) isWhose(m mark) bool {
	for i := w.governor.last + 3; i < m.first; i++ {
		if word := w.word(i); word != "who" && word != "whose" {
			continue
		}
		switch w.word(i - 2) {
		case "about", "for", "of", "to", "with":
			return true
		}
	}
	return false
}

// isFarFrom reports whether the negation in force opens the sentence as what is not
// so, before what is: "Far from being an afterthought, diversity is explored".
func (w *weighing) isFarFrom() bool { return w.word(w.cues[w.governor.at].first) == "Far" }

// isWithout reports whether a mark opens with "without" in the clause of the
// negation in force, so that the two come to praise.
func (w *weighing) isWithout(m mark) bool {
	g := w.governor
	if g.sense != senseNot && g.sense != senseCeased || g.denied && !g.fault || w.word(m.first) != "without" {
		return false
	}
	return !w.isJoined(g.last+1, m.first)
}

// isJoined reports whether a comma, "and" or "or" stands at one of the words from..to,
// to excluded.
func (w *weighing) isJoined(from, to int32) bool {
	for i := from; i < to; i++ {
		if w.words[i].Break == match.Comma || w.word(i) == "and" || w.word(i) == "or" {
			return true
		}
	}
	return false
}

// deniesBefore reports whether a negation denies the cue before it, "neither" after
// its verb, and weighs that cue anew:
//
//	Leaders "underestimate" (+2) neither the task nor the time it takes.
//	Plans "address" (-4) neither needs nor wishes.
func (w *weighing) deniesBefore(m mark) bool {
	if w.count == 0 || w.word(m.first) != "neither" || w.words[m.first].Break != match.Space {
		return false
	}
	c := &w.cues[w.count-1]
	if c.last != m.first-1 {
		return false
	}
	switch what := sense(c.value); {
	case what == senseFault, what == senseFlaw:
		c.worth = deniedFault
	case what.praises(), what == senseStop:
		c.worth = deniedPraise
	default:
		return false
	}
	return true
}

// isHelpNoun reports whether the negation in force has denied only the noun after it,
// which is a word for help as well, or the verb of which a mark says how it is done:
// "few reports are completed late".
func (w *weighing) isHelpNoun(m mark) bool {
	c := &w.cues[w.count-1]
	return w.governor.denied && !w.governor.fault && w.count-1 == w.governor.at+1 && sense(c.value) == senseHelp &&
		(c.first <= w.governor.last+2 || c.last+1 == m.first)
}

// isSeldom reports whether the negation in force says how often: "rarely".
func (w *weighing) isSeldom() bool {
	switch w.word(w.governor.last) {
	case "seldom", "rarely", "never", "ever":
		return true
	}
	return false
}

// isTrait reports whether a mark says that something is not so, "is not a", and not that
// it is rare.
func (w *weighing) isTrait(m mark) bool { return m.last > m.first && w.word(m.first+1) == "not" }

// trait weighs a mark that says that what stands before it is not so of the service. What
// is bad is then no fault; else the mark is a negation like others:
//
//	"Drift" (0) "is not a" (+2) feature of this work.
//	"Supervision" (0) "is not a" (0) "strength" (-4).
//	Visits are "late", and this "is not a" (0) "good" (-4) sign.
func (w *weighing) trait(m mark) {
	if s := w.subject(m, false); s != nil && w.isBad(s) && s.last < m.first && !isPronoun(w.word(m.first-1)) && !w.isCut(s.last+1, m.first) {
		w.clearFaults(m)
		w.add(m, littleBad)
		return
	}
	m.first++
	m.value = uint8(senseNot)
	if last := w.word(m.last); last == "a" || last == "an" {
		m.value = uint8(senseNobody)
	}
	w.open(m)
}

// isCut reports whether a comma, a finite verb or a conjunction stands at one of the words
// from..to, to excluded, so that what stands before it is no subject of what follows.
func (w *weighing) isCut(from, to int32) bool {
	for i := from; i < to; i++ {
		if w.words[i].Break >= match.Comma || w.isFiniteWord(i) {
			return true
		}
		switch w.word(i) {
		case "and", "by", "that", "which", "who":
			return true
		}
	}
	return false
}

package finding

import (
	"strings"

	"github.com/ilacs-go/inspection/finding/internal/match"
)

// The constructions below look back: they are opened by a word that says what
// became of what the sentence has named already, its subject. Each has its rule,
// and for each side of it an example with the worth of the cue in quotation marks.

// What it is worth that there is little of something, or less or more than there
// was.
const (
	littleGood = -4
	littleBad  = 2
	lessGood   = -3 // or more that is bad
	lessBad    = 2  // or more that is good
	lessHarm   = 1  // that comes to children: their lives more than the service
)

// harmReach is how many words harm may stand before the word that says that there
// is little of it.
const harmReach = 3

// subjectReach is how many words a subject may stand before the word that says
// what became of it.
const subjectReach = 14

// rarity weighs a word that says that there is little of what stands before it.
// What is bad is then no fault, and that it is rare is praise; where what is good
// is rare, that is the fault:
//
//	"Missed" (0) visits are "rare" (+2).
//	"Timely" (0) visits are "rare" (-4).
//
// Where nothing good or bad stands before it, it denies what follows:
//
//	It is "unusual" (0) for a review to be "late" (+2).
//	It is "unusual" (0) for plans to be "clear" (-4).
//
// That what is good is not so is bad, and so rare that it is praise; and where the
// other half of the sentence praises, "this" is what that half tells of:
//
//	Cases of children "not" (0) being "visited" (0) are "rare" (+2).
//	Some plans are "good" (+2), but this is "unusual" (-4).
//	Some plans are "late" (0), but this is "unusual" (+2).
func (w *weighing) rarity(m mark) {
	w.end()
	if w.isTrait(m) {
		w.trait(m)
		return
	}
	s := w.subject(m, false)
	if s == nil {
		s = w.subject(m, true)
	}
	back := 0
	if s == nil {
		back = w.refersBack(m)
	}
	switch {
	case back > 0:
		w.add(m, littleGood)
	case back < 0:
		w.add(m, littleBad)
	case s == nil && w.clearDenied(m):
		w.add(m, littleBad)
	case s == nil:
		w.open(m)
	case w.isBad(s):
		w.clearFaults(m)
		w.add(m, littleBad)
	default:
		s.worth = 0
		w.add(m, littleGood)
	}
}

// refersBack returns, where "this" or "it" stands before a mark in the half that
// carries, 1 if what the other half tells of is good, -1 if it is bad; else 0. What is
// bad is withdrawn.
func (w *weighing) refersBack(m mark) int {
	if m.first == 0 || w.inConceded(m) || w.contrast != senseBut && w.contrast != senseAlthough {
		return 0
	}
	if !isPronoun(w.word(m.first - 1)) {
		return 0
	}
	good, bad := false, false
	for i := w.count - 1; i >= 0 && m.first-w.cues[i].last <= longestCue; i-- {
		if c := &w.cues[i]; w.inConceded(c.mark) {
			good, bad = good || c.worth > 0, bad || c.worth < 0
			c.worth = max(c.worth, 0)
		}
	}
	switch {
	case bad:
		return -1
	case good:
		return 1
	}
	return 0
}

// clearDenied reports whether something good is denied before a mark, in its half of
// the sentence and in reach, and withdraws what was denied.
func (w *weighing) clearDenied(m mark) bool {
	found := false
	if m.first == 0 || w.word(m.first-1) == "there" { // "there were few" speaks of what follows
		return false
	}
	for i := w.count - 1; i >= 0; i-- {
		c := &w.cues[i]
		if m.first-c.last > subjectReach || w.inConceded(c.mark) != w.inConceded(m) {
			break
		}
		if what := sense(c.value); c.worth < 0 && (what.praises() || what == senseNot) {
			c.worth, found = 0, true
		}
	}
	return found
}

// move weighs a word that says that there is less, or more, of what stands before
// it than there was. That there is less of what is bad is better, and that there
// is less of what is good is worse:
//
//	"Vacancy" rates (0) are "falling" (+2, improved).
//	School "attendance" (0) is "falling" (-3, declined).
//	"Delays" (-4) have "doubled" (-3, declined).
//	Placement "stability" (+2) is "rising" (+2, improved).
//
// Where nothing good or bad stands before it, it says nothing, unless it is a word
// for going to ruin; and where it has an object it is a word of prevention:
//
//	Joint working has "withered" (-3, declined).
//	Nights in an office are "a thing of the past" (+2, improved).
//	"Gaps" (0) have been "closed" (+2, improved), and cases have been "closed" (0).
//	The service is "inadequate" (-4) and "has deteriorated" (-3, declined).
//	The number of children in the county is "rising" (0).
//	Managers "are reducing" (+2) "delays" (0).
//	"Weak" (0) plans "are challenged" (+2).
func (w *weighing) move(m mark) {
	w.end()
	if w.hasObject(m) {
		if sense(m.value) != senseRise {
			m.value = uint8(senseStop)
			w.open(m)
		} else {
			w.add(m, 0)
		}
		return
	}
	s := w.subject(m, false)
	if s == nil && w.sharesSubject(m) {
		s = w.otherSubject(m)
	}
	if s != nil && s.worth > 0 && sense(s.value) == senseFall && sense(m.value) == senseFall { // "has been halted and is now falling"
		w.add(m, s.worth)
		w.cues[w.count-1].change = s.change
		return
	}
	if s == nil && sense(m.value) != senseRise {
		s = w.subject(m, true)
	}
	if sense(m.value) == senseMend && (s == nil || !w.isBad(s)) {
		w.add(m, 0)
		return
	}
	switch wane := sense(m.value) == senseWane; {
	case s != nil && !(wane && (sense(s.value) == senseHarm || w.isCoordinate(s, m))):
	case wane:
		w.add(m, lessGood)
		w.cues[w.count-1].change = DirectionDeclined
		return
	case sense(m.value) == senseQuelled:
		w.add(m, lessBad)
		w.cues[w.count-1].change = DirectionImproved
		return
	default:
		w.add(m, 0)
		return
	}
	worth, change := int8(lessBad), DirectionImproved
	switch bad := w.isBad(s); {
	case sense(s.value) == senseHarm && sense(m.value) != senseRise:
		worth = lessHarm
	case sense(s.value) == senseHarm:
		worth, change = 0, DirectionNone
	case bad == (sense(m.value) == senseRise):
		worth, change = lessGood, DirectionDeclined
		s.worth = min(s.worth, 0)
	}
	switch {
	case sense(m.value) == senseMend && w.isFinite(m): // each time, which is nothing new
		s.worth, change = 0, DirectionNone
	case worth > 0:
		w.clearFaults(m)
	}
	w.add(m, worth)
	w.cues[w.count-1].change = change
}

// isCoordinate reports whether a fault and the word of change after it say two
// things of one subject: "is weak and has declined".
func (w *weighing) isCoordinate(c *weighedCue, m mark) bool {
	return c.worth < 0 && m.first == c.last+2 && w.word(c.last+1) == "and"
}

// hasObject reports whether an object seems to follow the verb that a mark ends
// in: a word that is neither an adverb nor one that a phrase of time, place or
// degree begins with.
func (w *weighing) hasObject(m mark) bool {
	i := m.last + 1
	verb := w.word(m.last)
	if !strings.HasSuffix(verb, "ing") && !strings.HasSuffix(verb, "ed") && verb != "cut" {
		return false
	}
	if int(i) >= len(w.words) || w.words[i].Break != match.Space {
		return false
	}
	next := w.word(i)
	return !opensPhrase(next) && !strings.HasSuffix(next, "ly")
}

// opensPhrase reports whether a phrase of time, place or degree begins with a word.
func opensPhrase(word string) bool {
	switch word {
	case "across", "after", "again", "and", "as", "at", "because", "but", "by", "due", "during", "each", "every",
		"following", "for", "from", "further", "in", "on", "or", "over", "overall", "since", "so", "this", "through", "to", "until",
		"when", "while", "with", "within", "year":
		return true
	}
	return false
}

// isBad reports whether a cue that has been weighed stands for what is bad, or
// good to have less of.
func (w *weighing) isBad(c *weighedCue) bool {
	return c.worth < 0 || sense(c.value) == senseHarm || sense(c.value) == senseBurden
}

// subject returns the cue that says whether what a mark speaks of is good or bad:
// the last one before it in its half of the sentence. An aside between commas is
// passed over; help counts only if asked for. It returns nil if there is none.
//
//	"Sickness", which had left children without visits, is falling.
func (w *weighing) subject(m mark, help bool) *weighedCue {
	end := w.asideBefore(m.first)
	start := w.clauseStart(end, end-subjectReach-longestCue)
	for i := w.count - 1; i >= 0; i-- {
		c := &w.cues[i]
		switch what := sense(c.value); {
		case c.first >= end, what == senseNot && c.denied == 0: // "could not say why this has changed"
		case c.first < start, m.first-c.last > subjectReach+(m.first-end), w.inConceded(c.mark) != w.inConceded(m), what == senseFound:
			return nil
		case what == senseStop && c.worth > 0, what == senseSettled:
			return nil // what somebody does is no subject: "reduce risks, which are decreasing"
		case what.praises() && c.worth < 0:
			return nil // nor is what is denied: "cannot explain why visits have stopped"
		case what == senseHelp && !help, what == senseKnow, w.describesSubject(i, m):
		case what == senseAsset && i > 0 && w.isOf(c.mark) && w.cues[i-1].last >= c.first-3: // "waits for supervision"
		case c.worth != 0, what == senseHarm, what == senseBurden, what == senseAsset:
			return c
		}
	}
	return nil
}

// isOf reports whether a mark only says of what, or what for, something before it
// is: "delays in supervision".
func (w *weighing) isOf(m mark) bool {
	if m.first == 0 {
		return false
	}
	i := m.first - 1
	if i > 0 && w.word(i) == "the" {
		i--
	}
	switch w.word(i) {
	case "for", "in", "of":
		return true
	}
	return false
}

// longestCue is more words than any cue has.
const longestCue = 64

// clauseStart returns the word after the last ", and" or ", but" before word i and
// after word from, where a clause with a subject of its own begins; 0 if there is none.
func (w *weighing) clauseStart(i, from int32) int32 {
	for j := i; j > max(from, 0); j-- {
		if w.words[j].Break != match.Comma {
			continue
		}
		switch w.word(j) {
		case "and", "but", "so", "while":
			return j
		}
	}
	return 0
}

// resolve withdraws the faults that were named before a word for resolution:
//
//	"Delays" (0) have been "resolved" (+4).
//	Although "delays" (-4) persist, gaps (0) have been "resolved" (+4).
func (w *weighing) resolve(m mark) {
	w.end()
	w.clearFaults(m)
}

// clearFaults withdraws the faults that were named before a mark in its half of
// the sentence. What is good and was denied is no fault that could be over: "is not
// known whether risks have fallen".
func (w *weighing) clearFaults(m mark) {
	half := &w.cleared[0]
	if w.inConceded(m) {
		half = &w.cleared[1]
	}
	start := w.newSubject(m)
	for ; *half < w.count; *half++ {
		if c := &w.cues[*half]; c.first >= start && w.inConceded(c.mark) == w.inConceded(m) && !sense(c.value).praises() {
			c.worth = max(c.worth, 0)
		}
	}
}

// newSubject returns the first word of the clause that a mark stands in, if that has
// a subject of its own and not only "these", so that what stands before it is no
// part of what the mark speaks of; else 0.
func (w *weighing) newSubject(m mark) int32 {
	start := w.clauseStart(m.first, m.first-subjectReach-longestCue)
	if start+1 >= m.first {
		return 0
	}
	switch w.word(start + 1) {
	case "at", "by", "for", "from", "in", "of", "on", "to", "with", // which go on with the clause before
		"it", "they", "these", "this", "those", "that", "most", "all", "many", "some", "has", "have", "had":
		return 0
	}
	return start
}

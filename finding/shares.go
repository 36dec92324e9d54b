package finding

import (
	"strings"

	"github.com/ilacs-go/inspection/finding/internal/match"
)

// The constructions below weigh what they govern by how far it is so: what is planned is
// not so yet, and what holds of a part is not so of the rest. Each has its rule,
// and for each side of it an example with the worth of the cue in quotation marks.

// aim weighs a cue after words for a plan or a purpose. What something is meant to
// do neither praises nor faults; what it is does:
//
//	The panel was set up to "reduce" (0) "delay" (0).
//	The panel was set up to reduce delay and is "effective" (+2).
//	The aim is to find out why visits are "late" (-4).
//
// What is said to have "done so" is no mere plan:
//
//	The panel was set up to "reduce" (+2) "delay" (0), and it has done so.
func (w *weighing) aim(m mark) bool {
	what := sense(m.value)
	if w.isDone(m.last + 1) {
		w.end()
		return false
	}
	for i := w.governor.last + 1; i < m.first; i++ {
		if next := w.word(i); next == "and" || next == "which" || next == "why" {
			ends := next == "why" || next == "and" && w.words[i].Break == match.Comma && w.word(i+1) != "to"
			switch w.word(i + 1) {
			case "is", "are", "was", "were", "has", "have", "does", "do", "shows":
				ends = true
			}
			if ends {
				w.end()
				return false
			}
		}
	}
	switch {
	case what == senseRemedy:
		return true
	case what.praises(), what.faults(), what == senseStop, what == senseSettled, what == senseHarm, what == senseBurden, what == senseAsset:
		w.add(m, 0)
		w.cues[w.count-1].planned = true
		return true
	}
	return false
}

// isDone reports whether what stands before word i is said to have come about: "and has
// done so".
func (w *weighing) isDone(i int32) bool {
	for ; int(i)+1 < len(w.words); i++ {
		if w.word(i) == "done" && w.word(i+1) == "so" {
			return w.word(i-1) == "has" || w.word(i-1) == "have" || w.word(i-1) == "they"
		}
	}
	return false
}

// due weighs a word that says of what stands before it in its clause that it is still
// to come, so that it praises nothing yet; nor does what follows:
//
//	Work to "strengthen" (0) this "is planned" (0).
//	A strategy to "help" (0) families "is due to be" (0) launched.
//	Moves "are planned" (0) with "care" (+2).
//	Staff are "skilled" (+2), and "further" training (0) "is planned" (0).
func (w *weighing) due(m mark) {
	w.end()
	if next := m.last + 1; int(next) < len(w.words) && w.words[next].Break < match.Open && !w.isTimeAt(next) && w.word(m.first+1) != "to" && w.word(m.last) != "be" {
		w.add(m, 0)
		return
	}
	start := w.planStart(m)
	for i := range w.cues[:w.count] {
		if c := &w.cues[i]; c.first >= start && w.inConceded(c.mark) == w.inConceded(m) && c.worth >= 0 {
			c.worth, c.planned = 0, true
		}
	}
	m.value = uint8(senseAim)
	w.open(m)
}

// planStart returns the first word of what a mark says is still to come: what follows the
// last "and", if that has a verb before it, else all of its clause; nothing of what a
// relative clause describes.
func (w *weighing) planStart(m mark) int32 {
	if w.isRelative(m) {
		return m.first
	}
	start := w.clauseStart(m.first, 0)
	for i := m.first - 1; i > start; i-- {
		if w.word(i) != "and" {
			continue
		}
		for j := start; j < i; j++ {
			if w.isFiniteWord(j) || w.word(j) == "has" || w.word(j) == "have" {
				return i
			}
		}
	}
	return start
}

// isTimeAt reports whether a phrase of a time to come begins at word i: "for 2015", "later
// this year".
func (w *weighing) isTimeAt(i int32) bool {
	switch w.word(i) {
	case "later", "next", "shortly", "soon":
		return true
	case "by", "during", "for", "from", "in":
		if int(i)+1 == len(w.words) {
			return false
		}
		c := w.text[w.words[i+1].Start]
		return w.isCapital(i+1) || '0' <= c && c <= '9' || w.word(i+1) == "later" || w.word(i+1) == "early" || w.word(i+1) == "next"
	}
	return false
}

// carry weighs a cue after words that say that what follows has gone the same way as
// what stands before:
//
//	"Vacancies" (0) have "fallen" (+2), "as has reliance" (0) on agency staff.
//	"Attendance" (0) has "fallen" (-3), "as has" the "quality" of reports (0).
//	Plans are "weak" (-4), as is "support" (+1).
func (w *weighing) carry(m mark) bool {
	what := sense(m.value)
	for i := w.governor.at - 1; i >= 0; i-- {
		c := &w.cues[i]
		if !sense(c.value).moves() || c.worth == 0 {
			continue
		}
		if c.worth > 0 && (what.faults() || what == senseHarm || what == senseBurden) || c.worth < 0 && (what.praises() || what == senseAsset) {
			w.add(m, 0)
			return true
		}
		return false
	}
	return false
}

// isRelative reports whether a mark stands in a clause that only describes something:
// "interventions that aim to divert children".
func (w *weighing) isRelative(m mark) bool {
	if m.first == 0 {
		return false
	}
	switch w.word(m.first - 1) {
	case "that", "which", "who":
		return true
	}
	return false
}

// smallShare is the most of a hundred that is so small a part that what is bad
// there is mild praise of the rest.
const smallShare = 15

// share weighs a cue after words for a part. What is good for a part that is called
// small is a fault; what is bad for a small part is mild praise:
//
//	Only 40% of visits were "on time" (-4).
//	Only 3% of visits were "late" (+1).
//	Only 40% of visits were "late" (-4).
//
// What is good in a minority of cases neither praises nor faults:
//
//	In a minority of cases, children are "allocated" (0) to students.
//	In a minority of cases, visits are "late" (-4).
func (w *weighing) share(m mark) bool {
	g := w.governor
	minority := w.isMinority(w.cues[g.at].mark)
	for i := g.last + 1; i <= m.first; i++ {
		if w.words[i].Break == match.Comma && !(minority && i == g.last+1) {
			w.end()
			return false
		}
	}
	switch what := sense(m.value); {
	case what == senseHelp && m.first == g.last+1, // "of visits"
		minority && (what.praises() || m.first == g.last+1):
		w.add(m, 0)
	case what.praises(), what == senseAsset && w.isFinite(m), what == senseStop, what == senseSettled:
		w.denied(m, deniedPraise)
	case w.isSmallShare(w.cues[g.at].mark) && (what.faults() || what == senseHarm || what == senseBurden):
		w.denied(m, deniedClause)
		w.end()
	default:
		return false
	}
	return true
}

// isMinority reports whether a mark opens with in how few cases something is done.
func (w *weighing) isMinority(m mark) bool { return strings.EqualFold(w.word(m.first), "in") }

// isSmallShare reports whether a mark names a part that is as small as smallShare.
func (w *weighing) isSmallShare(m mark) bool {
	n, ok := w.percent(m)
	return ok && n <= smallShare
}

// percent returns the whole number that a mark names, or 1 for one of the least
// numbers in words, and whether it names one.
func (s *sentence) percent(m mark) (n int, ok bool) {
	for i := m.first; i <= m.last && !ok; i++ {
		switch s.word(i) {
		case "one", "two", "three", "four":
			return 1, true
		case "tenth":
			return 10, true
		}
		for _, c := range s.word(i) {
			if c < '0' || c > '9' || n > 100 {
				break
			}
			n, ok = 10*n+int(c-'0'), true
		}
	}
	return n, ok
}

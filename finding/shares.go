package finding

import "github.com/ilacs-go/inspection/finding/internal/match"

// The two constructions below weigh what follows by how far it is so: what is planned
// is not so yet, and what holds of a part is not so of the rest. Each has its rule,
// and for each side of it an example with the worth of the cue in quotation marks.

// aim weighs a cue after words for a plan or a purpose. What something is meant to
// do neither praises nor faults; what it is does:
//
//	The panel was set up to "reduce" (0) "delay" (0).
//	The panel was set up to reduce delay and is "effective" (+2).
//	The aim is to find out why visits are "late" (-4).
func (w *weighing) aim(m mark) bool {
	what := sense(m.value)
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
func (w *weighing) share(m mark) bool {
	g := w.governor
	for i := g.last + 1; i <= m.first; i++ {
		if w.words[i].Break == match.Comma {
			w.end()
			return false
		}
	}
	switch what := sense(m.value); {
	case what == senseHelp && m.first == g.last+1: // "of visits"
		w.add(m, 0)
	case what.praises(), what == senseStop, what == senseSettled:
		w.denied(m, deniedPraise)
	case w.isSmallShare(w.cues[g.at].mark) && (what.faults() || what == senseHarm || what == senseBurden):
		w.denied(m, deniedClause)
		w.end()
	default:
		return false
	}
	return true
}

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

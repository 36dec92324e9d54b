package finding

import "strings"

// Where a denial does not hold for a cue in its reach, or the cue is denied in another
// way than by its sense alone.

// isOther reports whether a mark is the verb of a new statement about the subject of the
// negation in force, which that does not deny:
//
//	Support is not hurried and "provides" (+1) what families need.
//	Plans are not clear and "focused" (-4).
func (w *weighing) isOther(m mark) bool {
	g := &w.governor
	if g.sense != senseNot || sense(m.value) != senseHelp || m.first < g.last+2 || w.word(m.first-1) != "and" {
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

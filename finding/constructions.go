package finding

import (
	"strings"

	"github.com/ilacs-go/inspection/finding/internal/match"
)

// Each construction below has its rule, and for each side of it an example with
// the worth of the cue in quotation marks.

// What cues in a denial are worth.
const (
	deniedPraise = -4
	deniedHelp   = -2 // after "no": that something is not provided may be a fact
	deniedFault  = 2
	deniedClause = 1 // of a fault that nobody is said to have seen or met with
	deniedHarm   = 3
	bareNot      = -4 // a negation that denies no other cue
	bareNo       = -1 // and a part of so many in a hundred
	bareHalf     = -2 // "fewer than half" of what is neither good nor bad
	bareNone     = -3 // "there is no"
)

// How far a construction reaches, in words, where it is not as far as the table in
// scope.go says.
const (
	faultReach   = 4 // from a negation to a fault
	deniedReach  = 6 // from what is denied to the next in a list
	faultsReach  = 6 // from a fault that is denied to the next in a list
	objectReach  = 2 // from a word for prevention to what it is good to have
	missingReach = 2 // from what is missing to the next in a list, at least
)

// deny weighs a cue after a negation.
//
// What is good becomes a fault, and so does each thing in a list:
//
//	Plans are not always "good" (-4), "clear" (-4) or "timely" (-4).
//	There is no "help" for young carers (-2).
//	Managers do not "reduce risk" (-4).
//	Gaps were not "successfully resolved" (-4).
//
// A fault becomes praise if it stands close by, and so does the next in a list;
// further on it remains a fault:
//
//	Plans are not "weak" (+2) or "vague" (+2).
//	Plans are not, in the view of managers, "weak" (-4).
//
// Where a whole clause is denied, a fault becomes mild praise wherever it stands,
// and what is good counts only before it:
//
//	There is no evidence that children were left in "poor" (+1) homes.
//	No child was left in "poor" (+1) homes without "good" (0) care.
//	Hardly any children have "good" plans (-4).
//
// Harm that does not come to children is praise, but only if it is the first
// thing denied:
//
//	Children are not at risk of "exploitation" (+3).
//	Plans are not clear about "exploitation" (0): "clear" was denied.
//
// What is so no longer has changed as well:
//
//	Visits are no longer "late" (+2, improved).
//	Plans are no longer "clear" (-4, declined).
//
// Two negations come to praise if the second is "without" and in the same clause,
// and what seldom happens is praise if it is a burden:
//
//	Children are not moved "without good reason" (+2).
//	"Delays" (0) do not pass "without" (+2) comment.
//	Placements seldom "break down" (+1).
//	Children are not told of this and go "without support" (-4).
//
// What children need not do is praise if it is a hardship, and else nothing:
//
//	Children do not have to "repeat" (+2) their stories.
//	Young people do not have to leave at 18, and "support" (+1) goes on.
//
// A second negation lengthens the first, and a remedy that is denied ("do not
// have plans in place") does not count. A negation that denies no cue at all is a
// fault by itself, as "not" is in "do not outline the next steps" (-4), and "no" in
// "there is no outline" (-3).
func (w *weighing) deny(m mark) bool {
	g := &w.governor
	what := sense(m.value)
	clause := g.sense == senseNobody || g.sense == senseRare
	near := clause || m.first <= g.last+faultReach || g.fault || g.sense == senseCeased && !w.isJoined(g.last+1, m.first)
	switch {
	case what == senseRemedy:
	case w.isOther(m): // "are not late and provide"
		w.end()
		return false
	case what == senseLess: // "no team is less effective"
		w.deniedFault(m)
	case clause && what == senseClaim: // "no evidence to support the claim that"
		g.fault = true
		w.add(m, 0)
	case w.isFarFrom() && w.hasComma(g.last+1, m.first):
		w.end()
		return false
	case g.sense == senseSpared && !what.faults():
		return false
	case w.isWithout(m): // "are not moved without good reason"
		w.clearFaults(w.cues[g.at].mark)
		w.deniedFault(m)
	case what == senseNo && w.word(m.first) == "free": // "are seldom free of errors"
		w.denied(m, deniedPraise)
		w.end()
	case what.denies() && g.sense == senseNobody: // "no child does not have a plan"
		g.fault = true
		w.denied(m, deniedClause)
	case what.denies():
		w.extend(m.last + reach[what])
		w.add(m, 0)
		if what == senseNobody { // "does not have any sign of delay"
			g.sense = senseNobody
		}
	case clause && what == senseSettled:
		w.denied(m, deniedPraise)
	case what == senseBurden && (g.sense == senseNo || clause || w.isSeldom()):
		w.denied(m, deniedClause)
		g.fault = true
	case what == senseHarm && w.isWhose(m):
		return false
	case g.fault && !what.faults() && what != senseHarm:
		if !clause || !what.praises() {
			return false
		}
		w.add(m, 0)
	case what == senseStop, what == senseSettled:
		w.denied(m, deniedPraise)
	case what.praises():
		if g.sense == senseNo && what == senseHelp {
			w.denied(m, deniedHelp)
		} else {
			w.denied(m, deniedPraise)
		}
		g.until = m.last + deniedReach
	case clause && what.faults() && w.isHelpNoun(m): // "not a single visit was missed"
		w.cues[w.count-1].worth = 0
		w.deniedFault(m)
	case g.denied && !g.fault:
		return false
	case what.faults() && near:
		w.deniedFault(m)
	case what == senseHarm && m.first > g.last+1 && w.word(g.last+1) == "all": // "not all risks are known"
		return false
	case what == senseHarm && (near || g.sense == senseNo):
		w.denied(m, deniedHarm)
		if g.fault = true; !clause {
			g.until = m.last + faultsReach
		}
	default:
		return false
	}
	return true
}

// denied notes what a cue is worth that the negation in force denies.
func (w *weighing) denied(m mark, worth int8) {
	w.governor.denied = true
	w.cues[w.governor.at].denied = worth
	w.add(m, worth)
	if w.governor.sense == senseCeased {
		w.cues[w.count-1].change = DirectionImproved
		if worth < 0 {
			w.cues[w.count-1].change = DirectionDeclined
		}
	}
}

// deniedFault weighs a fault that the negation in force denies. After it only the
// next faults of a list are denied, unless the whole clause is.
func (w *weighing) deniedFault(m mark) {
	w.governor.fault = true
	if w.governor.sense == senseNobody {
		w.denied(m, deniedClause)
		return
	}
	w.denied(m, deniedFault)
	w.governor.until = m.last + faultsReach
}

// fallShort weighs a cue after a word for what is lacking, hindered or still to be
// done. What is good is then what is missing, and is no praise; nor is prevention
// or a remedy that is lacking:
//
//	There is a lack of "clear" planning (0).
//	Delays hinder "effective" planning (0).
//	Plans need to be more "thorough" (0).
//	There is a failure to "tackle" drift (0).
//
// A fault remains a fault:
//
//	There is a lack of detail, and "poor" recording (-4).
func (w *weighing) fallShort(m mark) bool {
	lacks, needs := w.governor.sense == senseLack, w.governor.sense == senseNeed
	switch what := sense(m.value); {
	case what == senseRemedy && lacks:
		// A remedy that is lacking does not count.
	case what == senseStop && (lacks || needs):
		w.add(m, 0)
	case what.praises():
		w.extend(m.last + missingReach)
		w.add(m, 0)
	default:
		return false
	}
	return true
}

// What it is worth that something is prevented or reduced.
const (
	prevented = 2  // where it is bad
	withheld  = -3 // where it is good
)

// prevent weighs a cue after a word for prevention. What is bad is then no fault,
// and preventing it is praise, more than to prevent nothing that is named; to
// reduce what it is good to have is a fault:
//
//	Staff "prevent" (+2) "delay" (0) and "drift" (0).
//	Workers "tackle" (+2) "neglect" (0).
//	Managers "tackle" (+1) each case as it comes.
//	Illness has "reduced" (-3) "attendance" (0).
//	Officers "challenge delay" (+1) in "supervision" (0).
func (w *weighing) prevent(m mark) bool {
	what := sense(m.value)
	switch {
	case what == senseAsset && (w.cues[w.governor.at].worth == prevented || w.isOf(m)):
		w.add(m, 0) // "unregistered provision"
		return true
	case what == senseAsset && m.first <= w.governor.last+objectReach:
		w.cues[w.governor.at].worth = withheld
	case what.faults(), what == senseHarm, what == senseBurden:
		w.cues[w.governor.at].worth = prevented
	default:
		return false
	}
	w.governor.until = m.last + reach[senseStop]
	w.add(m, 0)
	return true
}

// compare weighs a cue after a word that says that there is less of it, or more,
// than there was. Less is praise where it is bad and a fault where it is good;
// more is praise where it is good to have more of it. More that is praised or
// faulted by itself is worth what it is worth.
//
//	"Fewer" (+2, improved) children wait "too long" (0).
//	"Fewer" (-3, declined) children have "good" (0) plans.
//	"Fewer" (-3, declined) children are "offered" (0) a mentor.
//	There are "fewer" (-3, declined) "opportunities" (0) for others.
//	"More" (+2, improved) children are in "employment" (0).
//	"More" (-3, declined) children are "homeless" (0).
//	"More" (0) children wait "too long" (-4).
func (w *weighing) compare(m mark) bool {
	if w.beginsAnew(w.governor.last+1, m.first) {
		w.end()
		return false
	}
	g := &w.cues[w.governor.at]
	what := sense(m.value)
	good := what == senseAsset || what.praises() && what != senseHelp ||
		what == senseHelp && w.governor.sense == senseFewer && (strings.HasSuffix(w.word(m.last), "ed") || m.first == w.governor.last+1) // "are offered"
	bad := what.faults() || what == senseHarm && (w.governor.sense == senseFewer || w.isMore(g.mark)) || what == senseBurden
	switch {
	case good && g.worth == lessBad: // of "fewer" faults only the next faults are fewer
		w.end()
		return false
	case w.governor.sense == senseMore && what == senseAsset, w.governor.sense == senseFewer && bad:
		g.worth, g.change = lessBad, DirectionImproved
	case w.governor.sense == senseFewer && good, w.governor.sense == senseMore && !what.faults() && bad:
		g.worth, g.change = lessGood, DirectionDeclined
	default:
		return false
	}
	w.add(m, 0)
	if !bad || w.governor.sense == senseMore { // of "fewer" faults the next are fewer too
		w.end()
	}
	return true
}

// isMore reports whether a mark is "more" itself, and not "a rise in the number of",
// which may be of harm that nobody in the service has done.
func (w *weighing) isMore(m mark) bool { return strings.EqualFold(w.word(m.first), "more") }

// beginsAnew reports whether a comma, or "and this", stands at one of the words from..to,
// so that another clause begins there.
func (w *weighing) beginsAnew(from, to int32) bool {
	for i := from; i <= to; i++ {
		if w.words[i].Break == match.Comma || w.word(i) == "and" && i < to && isPronoun(w.word(i+1)) {
			return true
		}
	}
	return false
}

// know weighs a cue after a word for awareness. Faults that leaders know of do
// not count; what is good does:
//
//	Leaders understand the "weaknesses" (0) in their services.
//	Leaders know their services "well" (+2).
func (w *weighing) know(m mark) bool {
	if !sense(m.value).faults() {
		return false
	}
	w.add(m, 0)
	return true
}

// settle weighs a cue after a word for resolution: the faults that are resolved do
// not count.
//
//	Leaders have "put right" (+4) the "weaknesses" (0) of 2019.
//	Leaders have "put right" (+4) the rota, but plans are "weak" (-4).
//	Assurances that this had been "put right" (+4) were "wrong" (-4).
func (w *weighing) settle(m mark) bool {
	if !sense(m.value).faults() || m.first > 0 && w.isFiniteWord(m.first-1) {
		return false
	}
	w.add(m, 0)
	return true
}

// isSpoilt reports whether an adverb that faults stands directly before a mark, so
// that what is done is done badly: "poorly understood".
func (w *weighing) isSpoilt(m mark) bool {
	if w.count == 0 {
		return false
	}
	c := &w.cues[w.count-1]
	return c.last == m.first-1 && sense(c.value) == senseFault && c.worth < 0 && strings.HasSuffix(w.word(c.last), "ly")
}

// extend makes the construction in force reach word i at least.
func (w *weighing) extend(i int32) { w.governor.until = max(w.governor.until, i) }

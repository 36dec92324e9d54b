package finding

// Each construction below has its rule, and for each side of it an example with
// the worth of the cue in quotation marks.

// What cues in a denial are worth.
const (
	deniedPraise = -4
	deniedHelp   = -2 // after "no": that something is not provided may be a fact
	deniedFault  = 2
	deniedClause = 1 // no more than that nobody saw it
	deniedHarm   = 3
	bareNot      = -4 // a negation that denies no other cue
	bareNo       = -1
)

// How far a construction reaches, in words, where it is not as far as the table in
// scope.go says.
const (
	clauseReach  = 16 // of a negation that denies a clause
	faultReach   = 4  // from a negation to a fault
	deniedReach  = 6  // from what is denied to the next in a list
	missingReach = 2  // from what is missing to the next in a list, at least
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
// A fault becomes praise if it stands close by; further on it remains a fault:
//
//	Plans are not "weak" (+2).
//	Plans are not, in the view of managers, "weak" (-4).
//
// Where a whole clause is denied, a fault becomes mild praise wherever it stands:
//
//	There is no evidence that children were left in "poor" homes (+1).
//
// Harm that does not come to children is praise, but only if it is the first
// thing denied:
//
//	Children are not at risk of "exploitation" (+3).
//	Plans are not clear about "exploitation" (0): "clear" was denied.
//
// A second negation lengthens the first, and a remedy that is denied ("do not
// have plans in place") does not count. A negation that denies no cue at all is a
// fault by itself, as "not" is in "do not outline the next steps" (-4).
func (w *weighing) deny(m mark) bool {
	g := &w.governor
	what := sense(m.value)
	near := m.first <= g.last+faultReach
	switch {
	case what == senseRemedy:
	case what == senseNot, what == senseNo:
		w.extend(m.last + reach[senseNot])
		w.add(m, 0)
	case what == senseStop, what == senseSettled:
		w.addDenied(m, deniedPraise)
	case what.praises():
		if g.sense == senseNo && what == senseHelp {
			w.addDenied(m, deniedHelp)
		} else {
			w.addDenied(m, deniedPraise)
		}
		g.until = m.last + deniedReach
	case what.faults() && w.cues[g.at].deniesClause():
		w.addDenied(m, deniedClause)
	case what.faults() && near:
		w.addDenied(m, deniedFault)
		w.end()
	case what == senseHarm && !g.denied && (near || g.sense == senseNo):
		w.addDenied(m, deniedHarm)
		w.end()
	default:
		return false
	}
	return true
}

// addDenied notes what a cue is worth that the negation in force denies.
func (w *weighing) addDenied(m mark, worth int) {
	w.governor.denied = true
	w.cues[w.governor.at].denied = worth
	w.add(m, worth)
}

// deniesClause reports whether a mark is a negation of a whole clause, which has
// three words or more: "no evidence that".
func (m mark) deniesClause() bool { return sense(m.value) == senseNot && m.last > m.first+1 }

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

// prevented is what it is worth that something bad is prevented or reduced.
const prevented = 2

// prevent weighs a cue after a word for prevention. What is bad is then no fault,
// and preventing it is praise, more than to prevent nothing that is named:
//
//	Staff "prevent" (+2) "delay" (0) and "drift" (0).
//	Workers "tackle" (+2) "neglect" (0).
//	Managers "tackle" (+1) each case as it comes.
func (w *weighing) prevent(m mark) bool {
	if what := sense(m.value); !what.faults() && what != senseHarm {
		return false
	}
	w.cues[w.governor.at].worth = prevented
	w.governor.until = m.last + reach[senseStop]
	w.add(m, 0)
	return true
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

// resolve withdraws the faults that were named before a word for resolution, in the
// same half of the sentence:
//
//	"Delays" (0) have been "resolved" (+4).
//	Although "delays" (-4) persist, gaps (0) have been "resolved" (+4).
func (w *weighing) resolve(m mark) {
	w.end()
	for i := range w.count {
		if c := &w.cues[i]; w.inConceded(c.mark) == w.inConceded(m) {
			c.worth = max(c.worth, 0)
		}
	}
}

// extend makes the construction in force reach word i at least.
func (w *weighing) extend(i int32) { w.governor.until = max(w.governor.until, i) }

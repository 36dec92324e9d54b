package finding

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding/internal/match"
)

// What a cue is worth depends on the construction that it stands in: "good" is
// praise, "not good" is a fault, and "needs to be good" praises nothing. A
// construction is opened by a cue, its governor, and holds for the words after it
// as far as it reaches. One construction at a time is in force.
//
//	construction   opened by              weighed by
//	denial         not, no, nobody,
//	               rare, ceased, spared   deny
//	shortfall      lack, hinder, need     fallShort
//	prevention     stop                   prevent
//	fall and rise  fewer, more            compare
//	awareness      know                   know
//	resolution     settled                settle
//	plan           aim                    aim
//	small part     share                  share
//	comparison     less                   lessen
//	the same again carry                  carry
//
// Other constructions look back, at what the sentence has said already:
//
//	resolution     settled                resolve
//	rarity         rare                   rarity
//	fall and rise  fall, rise, wane, mend,
//	               quelled                move
//	elsewhere      below, above           compareElsewhere
//	still to come  due                    due
//
// The words that open a construction are the rows of vocabulary/polarity.tsv
// with that sense. To add a construction, give its words a sense in the table and
// here a reach, and write a step in constructions.go for governed to call.

// reach is how many words after its governor a construction holds for; 0 for a
// sense that governs nothing. A cue is in reach if its first word is.
var reach = [senseCount]int32{
	senseNot: 8, senseNo: 7, senseNobody: 20, senseRare: 16, senseCeased: 8, senseSpared: 5,
	senseLack: 7, senseHinder: 7, senseNeed: 14,
	senseStop: 4, senseKnow: 9, senseSettled: 6, senseFewer: 10, senseMore: 7,
	senseAim: 16, senseShare: 12, senseLess: 2, senseCarry: 8,
}

// ownWorth is what a cue is worth where no construction is in force: above 0 for
// praise, below 0 for a fault.
var ownWorth = [senseCount]int8{
	sensePraise: 4, senseGood: 2, senseHelp: 1, senseKnow: 1, senseStop: 1, senseSettled: 4,
	senseFlaw: -1, senseFault: -4, senseLack: -4, senseHinder: -4, senseNeed: -4,
	senseLess: -1,
}

// weighedCue is a cue of a sentence with what it is worth there.
type weighedCue struct {
	mark
	worth int8
	// denied is what the last cue that it denied is worth, if it is a negation.
	denied int8
	// change is what it says of change, if it says that there is more or less of
	// something that is good or bad.
	change Direction
	// planned is whether it tells only what something is meant to do.
	planned bool
}

// governor is the cue whose construction is in force.
type governor struct {
	sense  sense // senseNone while no construction is in force
	at     int   // its index among the weighed cues
	last   int32 // its last word
	until  int32 // the last word that the construction reaches
	next   int32 // the first word that may yet end it
	denied bool  // whether it has denied a cue, if it is a negation
	fault  bool  // whether the last of those was a fault
}

// weighing weighs the cues of a sentence one after the other.
type weighing struct {
	*sentence
	// cues has room for all; count are weighed. Appending to cues here would move
	// them to the heap.
	cues     []weighedCue
	count    int
	cleared  [2]int // for each half of the sentence, how many of the cues have been cleared of faults
	governor governor
}

// weigh returns the cues of polarity with what each is worth, in the memory of
// space if that is enough.
func (s *sentence) weigh(space []weighedCue) []weighedCue {
	marks := s.marks[kindPolarity]
	w := weighing{sentence: s, cues: slices.Grow(space[:0], len(marks))[:len(marks)]}
	for _, m := range marks {
		w.moveTo(m.first)
		if !w.governed(m) {
			w.ungoverned(m)
		}
	}
	w.end()
	return w.cues[:w.count]
}

// moveTo ends the construction in force if it does not hold for word i. None
// holds across a bracket, a dash, the end of a sentence or the border of the
// conceded half ("Plans are not in place – visits are good": "good" is praise), or
// beyond its reach.
func (w *weighing) moveTo(i int32) {
	g := &w.governor
	if g.sense == senseNone {
		return
	}
	for ; g.next <= i && g.next <= g.until; g.next++ {
		if w.words[g.next].Break >= match.Open || g.next == w.conceded.from || g.next == w.conceded.to {
			w.end()
			return
		}
	}
	if i > g.until {
		w.end()
	}
}

// governed weighs a cue by the construction in force. It reports false if that
// has no bearing on the cue.
func (w *weighing) governed(m mark) bool {
	switch w.governor.sense {
	case senseNot, senseNo, senseNobody, senseRare, senseCeased, senseSpared:
		return w.deny(m)
	case senseLack, senseHinder, senseNeed:
		return w.fallShort(m)
	case senseStop:
		return w.prevent(m)
	case senseFewer, senseMore:
		return w.compare(m)
	case senseKnow:
		return w.know(m)
	case senseSettled:
		return w.settle(m)
	case senseAim:
		return w.aim(m)
	case senseShare:
		return w.share(m)
	case senseLess:
		return w.lessen(m)
	case senseCarry:
		return w.carry(m)
	}
	return false
}

// ungoverned weighs a cue by itself. A governor opens its construction, and the
// words that begin a new clause end the one in force.
func (w *weighing) ungoverned(m mark) {
	what := sense(m.value)
	switch what {
	case senseRare:
		w.rarity(m)
		return
	case senseFall, senseRise, senseWane, senseMend, senseQuelled:
		w.move(m)
		return
	case senseBelow, senseAbove:
		w.compareElsewhere(m)
		return
	case senseDue:
		w.due(m)
		return
	case senseSettled:
		w.resolve(m)
	}
	if reach[what] > 0 && !(what == senseAim && w.isRelative(m)) {
		w.open(m)
		return
	}
	worth := ownWorth[what]
	switch what {
	case senseHelp:
		if w.isPurpose(m) || w.isSpoilt(m) {
			worth = 0 // "to help children" says nothing of whether it does
		}
	case senseGood:
		if w.isPace(m) {
			worth = 0
		}
	case senseAlthough, senseDespite, senseWhen, senseIf, senseFound:
		w.end()
	case senseBut:
		if !w.isAside(m) {
			w.end()
		}
	case senseClause:
		if w.words[m.first].Break == match.Comma {
			w.end()
		}
	}
	w.add(m, worth)
}

// add notes that a cue has been weighed.
func (w *weighing) add(m mark, worth int8) {
	w.cues[w.count] = weighedCue{mark: m, worth: worth}
	w.count++
}

// open puts the construction of a governor in force, in place of any other.
func (w *weighing) open(m mark) {
	w.end()
	if w.isElliptical(m) {
		w.add(m, 0)
		return
	}
	what := sense(m.value)
	w.governor = governor{sense: what, at: w.count, last: m.last, until: m.last + reach[what], next: m.last + 1}
	w.governor.denied = w.deniesBefore(m)
	w.add(m, ownWorth[what])
}

// end ends the construction in force, if there is one.
func (w *weighing) end() {
	g := &w.governor
	if !g.denied {
		switch g.sense {
		case senseNot, senseNobody:
			w.cues[g.at].worth = bareNot
			if w.isFarFrom() {
				w.cues[g.at].worth = 0
			}
			if g.sense == senseNobody && strings.EqualFold(w.word(w.cues[g.at].first), "no") && w.word(w.cues[g.at].last) != "one" {
				w.cues[g.at].worth = 0 // "no children were moved"
			}
		case senseNo:
			w.cues[g.at].worth = bareNo
			if w.word(w.cues[g.at].first) == "free" { // "free of blame"
				w.cues[g.at].worth = deniedClause
			}
			switch {
			case w.contrast == sensePast && strings.EqualFold(w.word(w.cues[g.at].first), "none"): // "there are none today"
				w.cues[g.at].worth = deniedFault
			case w.saysNone(w.cues[g.at].mark):
				w.cues[g.at].worth = bareNone
			}
		case senseShare:
			if w.isMinority(w.cues[g.at].mark) {
				break
			}
			switch n, ok := w.percent(w.cues[g.at].mark); {
			case !ok && strings.EqualFold(w.word(w.cues[g.at].first), "just"): // "just over half", which may be a fact
			case !ok: // "fewer than half"
				w.cues[g.at].worth = bareHalf
			case n > smallShare:
				w.cues[g.at].worth = bareNo
			}
		}
	}
	*g = governor{}
}

// saysNone reports whether a mark says that there is none of what follows: "There is
// no strategy".
func (w *weighing) saysNone(m mark) bool {
	if m.first < 2 || w.word(m.first) != "no" || !strings.EqualFold(w.word(m.first-2), "there") {
		return false
	}
	verb := w.word(m.first - 1)
	return verb == "is" || verb == "are"
}

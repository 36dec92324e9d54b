package finding

import "github.com/ilacs-go/inspection/finding/internal/match"

// How far a word that turns, stops or lacks reaches, in words.
const (
	reachNot   = 8
	reachNo    = 7
	reachThat  = 16 // of a negation that denies a clause: "no evidence that"
	reachLack  = 7
	reachStop  = 4
	reachKnow  = 9
	reachNeed  = 14
	reachFault = 4 // a negation turns a fault only from close by
	reachList  = 6 // from one turned word to the next in a list
)

// worths is what a cue comes to by itself.
var worths = [...]int8{
	sensePraise: 4, senseGood: 2, senseHelp: 1, senseKnow: 1, senseFlaw: -1,
	senseFault: -4, senseLack: -4, senseHinder: -4, senseNeed: -4,
}

// scoped is a mark with what it comes to in its scope: above 0 for praise.
type scoped struct {
	mark
	worth int
	turns int // of a negation: the worth of what it turned round
}

// weigh says what each mark comes to once the words before it have turned it
// round, and appends it to dst.
func (s *sentence) weigh(dst []scoped) []scoped {
	var (
		scope   sense // the word in force
		owner   = -1  // its place in dst
		until   int32 // the last word that it reaches
		turned  bool  // whether it has turned something
		checked int32 // words whose punctuation has been looked at
	)
	end := func() {
		// A negation that turned nothing is a fault by itself: "do not outline".
		if owner >= 0 && !turned {
			switch scope {
			case senseNot:
				dst[owner].worth = -4
			case senseNo:
				dst[owner].worth = -1
			}
		}
		scope, owner, turned = senseNone, -1, false
	}
	for _, m := range s.marks[kindPolarity] {
		for ; checked <= m.first; checked++ {
			if s.words[checked].Break >= match.Open || checked == s.although.from || checked == s.although.to {
				end()
			}
		}
		if owner >= 0 && m.first > until {
			end()
		}
		worth := 0
		what := sense(m.value)
		switch what {
		case senseNone, senseFact, senseDocument, senseAdmit:
		case senseRemedy:
			if scope == senseNot || scope == senseNo || scope == senseLack {
				continue // "do not have plans in place"
			}
		case senseSettled:
			if scope == senseNot || scope == senseNo {
				worth, turned = -4, true
				dst[owner].turns = worth
				break
			}
			end()
			worth = 4
			for i := range dst {
				if s.although.has(dst[i].first) == s.although.has(m.first) {
					dst[i].worth = max(dst[i].worth, 0)
				}
			}
		case senseBut:
			if !s.aside(m) {
				end()
			}
		case senseAlthough, senseDespite, senseWhen:
			end()
		case senseClause:
			if s.words[m.first].Break == match.Comma {
				end()
			}
		case senseNot, senseNo:
			if scope == senseNot || scope == senseNo {
				until = max(until, m.last+reachNot)
				break
			}
			end()
			dst = append(dst, scoped{mark: m})
			scope, owner, until, turned = what, len(dst)-1, m.last+reachNot, false
			switch {
			case what == senseNo:
				until = m.last + reachNo
			case m.denies():
				until = m.last + reachThat
			}
			continue
		case sensePraise, senseGood, senseHelp, senseKnow:
			worth = int(worths[what])
			if what == senseHelp && s.purpose(m) {
				worth = 0
			}
			switch scope {
			case senseNot, senseNo:
				worth = -4
				if scope == senseNo && what == senseHelp {
					worth = -2
				}
				dst[owner].turns = worth
				turned, until = true, m.last+reachList
			case senseLack, senseHinder, senseNeed:
				worth = 0
				turned, until = true, max(until, m.last+2)
			default:
				if what == senseKnow {
					end()
					dst = append(dst, scoped{mark: m, worth: worth})
					scope, owner, until = what, len(dst)-1, m.last+reachKnow
					continue
				}
			}
		case senseFlaw, senseFault, senseLack, senseHinder, senseNeed:
			worth = int(worths[what])
			switch {
			case scope == senseNot && dst[owner].denies():
				worth, turned = 1, true
				dst[owner].turns = worth
			case (scope == senseNot || scope == senseNo) && m.first <= dst[owner].last+reachFault:
				worth, turned = 2, true
				dst[owner].turns = worth
				end()
			case scope == senseKnow:
				worth = 0
			case scope == senseStop:
				worth = 0
				dst[owner].worth = 2
				turned, until = true, m.last+reachStop
			}
			if worth >= 0 {
				break
			}
			if what == senseLack || what == senseHinder || what == senseNeed {
				end()
				dst = append(dst, scoped{mark: m, worth: worth})
				scope, owner, until = what, len(dst)-1, m.last+reachLack
				if what == senseNeed {
					until = m.last + reachNeed
				}
				continue
			}
		case senseHarm:
			switch {
			case scope == senseNo && !turned, scope == senseNot && !turned && m.first <= dst[owner].last+reachFault:
				worth, turned = 3, true
				dst[owner].turns = worth
				end()
			case scope == senseStop:
				dst[owner].worth, turned, until = 2, true, m.last+reachStop
			}
		case senseStop:
			if scope == senseNot || scope == senseNo {
				worth, turned = -4, true
				dst[owner].turns = worth
				break
			}
			if scope == senseNeed || scope == senseLack {
				break
			}
			end()
			dst = append(dst, scoped{mark: m, worth: 1})
			scope, owner, until = what, len(dst)-1, m.last+reachStop
			continue
		}
		dst = append(dst, scoped{mark: m, worth: worth})
	}
	end()
	return dst
}

// denies reports whether a negation is of a whole clause: one of three words or
// more, as "no evidence that".
func (m mark) denies() bool { return m.last > m.first+1 }

// purpose reports whether mark m is what something is done for: "to improve".
func (s *sentence) purpose(m mark) bool {
	if m.first == 0 {
		return false
	}
	w := s.words[m.first-1]
	return s.text[w.Start:w.End] == "to"
}

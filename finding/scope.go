package finding

import "github.com/ilacs-go/inspection/finding/internal/match"

// How far a word that turns, stops or lacks reaches, in words.
const (
	reachNot  = 8
	reachNo   = 7
	reachLack = 7
	reachStop = 7
	reachNeed = 14
	reachList = 6 // from one turned word to the next in a list
)

// balance is what speaks for and against in one part of a sentence.
type balance struct{ praise, fault int }

func (b balance) sign() int {
	switch {
	case b.praise == 0 && b.fault == 0:
		return 0
	case b.fault == 0:
		return 1
	case b.fault >= 3 || 2*b.fault >= b.praise:
		return -1
	}
	return 1
}

// scoped is a mark with what it comes to in its scope: above 0 for praise.
type scoped struct {
	mark
	worth int
}

// weigh says what each mark comes to once the words before it have turned it
// round, and appends it to dst.
func (s *sentence) weigh(dst []scoped) []scoped {
	var (
		scope   sense // the word in force
		owner   = -1  // its place in dst
		until   int   // the last word that it reaches
		turned  bool  // whether it has turned something
		checked int   // words whose punctuation has been looked at
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
			if b := s.words[checked].Break; b >= match.Open {
				end()
			}
		}
		if owner >= 0 && m.first > until {
			end()
		}
		worth := 0
		what := sense(m.value)
		switch what {
		case senseNone, senseFact, senseAware, senseRemedy:
		case senseAlthough, senseDespite, senseBut:
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
			dst = append(dst, scoped{m, 0})
			scope, owner, until, turned = what, len(dst)-1, m.last+reachNot, false
			if what == senseNo {
				until = m.last + reachNo
			}
			continue
		case sensePraise, senseGood, senseHelp:
			worth = map3(what, sensePraise, 4, senseGood, 2, 1)
			switch scope {
			case senseNot, senseNo:
				worth = -4
				turned, until = true, m.last+reachList
			case senseLack, senseHinder, senseNeed:
				worth = 0
				turned, until = true, max(until, m.last+2)
			}
		case senseFlaw, senseFault, senseLack, senseHinder, senseNeed:
			worth = map3(what, senseFlaw, -1, senseNeed, -4, -4)
			switch scope {
			case senseNot, senseNo:
				worth = 2
				turned, until = true, m.last+reachList
			case senseStop:
				worth = 0
				dst[owner].worth = 2
				turned = true
			}
			if worth >= 0 {
				break
			}
			if what == senseLack || what == senseHinder || what == senseNeed {
				end()
				dst = append(dst, scoped{m, worth})
				scope, owner, until = what, len(dst)-1, m.last+reachLack
				if what == senseNeed {
					until = m.last + reachNeed
				}
				continue
			}
		case senseHarm:
			switch scope {
			case senseNo:
				worth, turned = 3, true
			case senseStop:
				dst[owner].worth, turned = 2, true
			}
		case senseStop:
			if scope == senseNot || scope == senseNo {
				worth, turned = -4, true
				break
			}
			if scope == senseNeed || scope == senseLack {
				break
			}
			end()
			dst = append(dst, scoped{m, 1})
			scope, owner, until = what, len(dst)-1, m.last+reachStop
			continue
		}
		dst = append(dst, scoped{m, worth})
	}
	end()
	return dst
}

func map3(what, a sense, ifA int, b sense, ifB, other int) int {
	switch what {
	case a:
		return ifA
	case b:
		return ifB
	}
	return other
}

// polarity says whether the sentence praises or faults, and by which words.
func (s *sentence) polarity(section Section, cues []Cue) (Polarity, []Cue) {
	var space [48]scoped
	marks := s.weigh(space[:0])
	var main, half balance
	var facts, remedies int
	var contrast sense
	for _, m := range marks {
		b := &main
		if s.although.has(m.first) {
			b = &half
		}
		if m.worth > 0 {
			b.praise += m.worth
		} else {
			b.fault -= m.worth
		}
		switch what := sense(m.value); what {
		case senseFact:
			facts++
		case senseRemedy:
			remedies++
		case senseAlthough, senseDespite, senseBut:
			if contrast == senseNone {
				contrast = what
			}
		}
	}
	p := Neutral
	all := balance{main.praise + half.praise, main.fault + half.fault}
	switch a, b := main.sign(), half.sign(); {
	case section == SectionImprove || section == SectionPriority:
		p = Concern
	case section == SectionFocus:
		p = Neutral
	case s.bareItem():
		p = Concern
	case facts > 0 && all.fault < 3 && all.praise < 3:
		p = Neutral
	case a != 0 && b != 0 && a != b && contrast != senseDespite && half.praise+half.fault >= 2 && main.praise+main.fault >= 2:
		p = Mixed
	case a > 0:
		p = Strength
	case a < 0:
		p = Concern
	case b > 0:
		p = Strength
	case b < 0:
		p = Concern
	}
	if p == Concern && remedies > 0 && section == 0 {
		p = Mixed
	}
	for _, m := range marks {
		switch {
		case m.worth == 0:
		case p == Mixed, p == Strength && m.worth > 0, p == Concern && m.worth < 0:
			l := p
			cues = append(cues, s.cue(LabelOf(l), m.mark))
		}
	}
	return p, cues
}

// bareItem reports whether the sentence is an item of a list of what needs to
// improve: a noun phrase that opens with a quality, and no verb of its own.
func (s *sentence) bareItem() bool {
	return false
}

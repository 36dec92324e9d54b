package finding

import "github.com/ilacs-go/inspection/finding/internal/match"

// How far a word that turns, stops or lacks reaches, in words.
const (
	reachNot   = 8
	reachNo    = 7
	reachLack  = 7
	reachStop  = 7
	reachNeed  = 14
	reachFault = 4 // a negation turns a fault only from close by
	reachList  = 6 // from one turned word to the next in a list
)

// balance is what speaks for and against in one part of a sentence.
type balance struct{ praise, fault, flaw int }

func (b *balance) add(m scoped) {
	switch {
	case m.worth > 0:
		b.praise += m.worth
	case sense(m.value) == senseFlaw:
		b.flaw -= m.worth
	default:
		b.fault -= m.worth
	}
}

// size is how much is said at all.
func (b balance) size() int { return b.praise + b.fault + b.flaw }

// sign is 1 for praise, -1 for fault, 0 when nothing is said. One plain fault
// outweighs praise; what merely leans to fault does not.
func (b balance) sign() int {
	switch {
	case b.size() == 0:
		return 0
	case b.fault >= 3 || b.fault+b.flaw >= b.praise:
		return -1
	}
	return 1
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
		case senseNone, senseFact, senseDocument, senseAware, senseRemedy:
		case senseSettled:
			if scope == senseNot || scope == senseNo {
				worth, turned = -4, true
				dst[owner].turns = worth
				break
			}
			end()
			worth = 4
			for i := range dst {
				dst[i].worth = max(dst[i].worth, 0)
			}
		case senseAlthough, senseDespite, senseBut, senseWhen:
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
			if what == senseNo {
				until = m.last + reachNo
			}
			continue
		case sensePraise, senseGood, senseHelp:
			worth = map3(what, sensePraise, 4, senseGood, 2, 1)
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
			}
		case senseFlaw, senseFault, senseLack, senseHinder, senseNeed:
			worth = map3(what, senseFlaw, -1, senseNeed, -4, -4)
			switch {
			case (scope == senseNot || scope == senseNo) && m.first <= dst[owner].last+reachFault:
				worth, turned = 2, true
				dst[owner].turns = worth
				end()
			case scope == senseStop:
				worth = 0
				dst[owner].worth = 2
				turned = true
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
				dst[owner].worth, turned = 2, true
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
	var space [32]scoped
	marks := s.weigh(space[:0])
	var main, half balance
	var facts, remedies int
	var contrast sense
	var document bool
	for _, m := range marks {
		if s.although.has(m.first) {
			half.add(m)
		} else {
			main.add(m)
		}
		switch what := sense(m.value); what {
		case senseFact:
			facts++
		case senseDocument:
			document = true
		case senseRemedy:
			remedies++
		case senseAlthough, senseDespite, senseBut, senseWhen:
			if contrast == senseNone {
				contrast = what
			}
		}
	}
	p := Neutral
	bare := s.bareItem()
	all := balance{main.praise + half.praise, main.fault + half.fault, main.flaw + half.flaw}
	switch a, b := main.sign(), half.sign(); {
	case section == SectionImprove || section == SectionPriority:
		p = Concern
	case section == SectionFocus:
		p = Neutral
	case bare:
		p = Concern
		if section == SectionStrengths {
			p = Strength
		}
	case document:
		p = Neutral
	case facts > 0 && all.fault+all.flaw < 2 && all.praise == 0:
		p = Neutral
	case descriptive(section) && all.fault < 3 && all.praise < 4:
		p = Neutral
	case a != 0 && b != 0 && a != b && (contrast == senseAlthough || contrast == senseBut) && half.size() >= 2:
		p = Mixed
	case a > 0:
		p = Strength
	case a < 0:
		p = Concern
	case b > 0:
		p = Strength
	case b < 0 && contrast == senseWhen && remedies > 0:
		p = Strength // what is supposed is provided for
	case b < 0:
		p = Concern
	case remedies > 0:
		p = Strength
	}
	if p == Neutral && facts == 0 && !document && section != SectionFocus && !descriptive(section) {
		for _, m := range marks {
			if sense(m.value) == senseHelp && m.worth == 0 && s.purpose(m.mark) {
				p = Strength
				cues = append(cues, s.cue(LabelOf(p), m.mark))
			}
		}
		if p == Strength {
			return p, cues
		}
	}
	if m, ok := s.widely(); p == Neutral && ok && facts == 0 && !document && section != SectionFocus && !descriptive(section) {
		return Strength, append(cues, s.cue(LabelOf(Strength), m))
	}
	if p == Neutral && section == SectionStrengths && !document {
		return Strength, cues
	}
	if p == Concern && remedies > 0 && section == 0 {
		p = Mixed
	}
	for _, m := range marks {
		what := sense(m.value)
		switch {
		case p == Mixed && (m.worth != 0 || m.turns != 0),
			p == Strength && (m.worth > 0 || m.turns > 0),
			p == Concern && (m.worth < 0 || m.turns < 0),
			p == Strength && remedies > 0 && what == senseRemedy,
			p == Neutral && (what == senseFact || what == senseDocument):
			cues = append(cues, s.cue(LabelOf(p), m.mark))
		}
	}
	if p == Concern && bare {
		cues = append(cues, s.cue(LabelOf(p), s.marks[kindOpening][0]))
	}
	return p, cues
}

// widely finds the word that says that all or most have something, which is
// praise where nothing speaks against it.
func (s *sentence) widely() (mark, bool) {
	if len(s.marks[kindTheme]) == 0 {
		return mark{}, false
	}
	for _, m := range s.marks[kindExtent] {
		if e := Extent(m.value); e == ExtentAll || e == ExtentMost {
			return m, true
		}
	}
	return mark{}, false
}

// descriptive reports whether a section describes the area and the authority, or
// what happens next, so that mild words in it are no judgement.
func descriptive(s Section) bool {
	return s == SectionBackground || s == SectionContext || s == SectionNextSteps
}

// bareItem reports whether the sentence is an item of a list of what needs to
// improve: a recommendation ("Ensure that …"), or a noun phrase that opens as
// such items do and has no verb of its own ("The timeliness of …").
func (s *sentence) bareItem() bool {
	if len(s.marks[kindOpening]) == 0 {
		return false
	}
	start := s.marks[kindOpening][0]
	if opening(start.value) == openingOrder {
		return true
	}
	// A relative clause has one verb of its own; the next is the sentence's.
	relative, last := false, int32(-2)
	for _, m := range s.marks[kindForm] {
		if m.first <= start.last {
			continue
		}
		switch form(m.value) {
		case formRelative:
			relative = true
		case formVerb:
			switch {
			case m.first == last+1: // "will be"
			case s.purpose(m):
			case !relative:
				return false
			default:
				relative = false
			}
			last = m.last
		}
	}
	return true
}

// purpose reports whether mark m is what something is done for: "to improve".
func (s *sentence) purpose(m mark) bool {
	if m.first == 0 {
		return false
	}
	w := s.words[m.first-1]
	return s.text[w.Start:w.End] == "to"
}

package finding

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

// evidence is what decides the polarity of a sentence.
type evidence struct {
	marks      []scoped
	main, half balance // half is the part that another is set against
	contrast   sense   // what divides the parts
	facts      int     // facts and definitions
	remedies   int     // words of something being done about it
	admits     int     // faults that the sentence before named and this one points to
	document   bool    // the document speaks of itself
	bare       bool    // an item of what needs to improve, or a recommendation
}

func (s *sentence) evidence(marks []scoped) evidence {
	e := evidence{marks: marks, contrast: s.contrast, bare: s.bareItem()}
	for _, m := range marks {
		if s.although.has(m.first) {
			e.half.add(m)
		} else {
			e.main.add(m)
		}
		switch sense(m.value) {
		case senseFact:
			e.facts++
		case senseDocument:
			e.document = true
		case senseRemedy:
			if s.contrast != senseDespite || !s.although.has(m.first) {
				e.remedies++
			}
		case senseAdmit:
			e.admits++
		}
	}
	if s.contrast == senseAlthough || s.contrast == senseBut {
		// A part that only tells of a change for the better speaks for it.
		for _, m := range s.marks[kindDirection] {
			part := &e.main
			if s.although.has(m.first) {
				part = &e.half
			}
			if change(m.value) == changeImproved && part.size() == 0 && !s.purpose(m) {
				part.praise = 1
			}
		}
	}
	return e
}

// judge says whether the sentence praises or faults. The order of the cases is
// that of their weight: the heading, the kind of sentence, the contrast of its
// parts, the part that carries, the other part.
func (e *evidence) judge(section Section) Polarity {
	praise := e.main.praise + e.half.praise
	fault := e.main.fault + e.half.fault
	flaw := e.main.flaw + e.half.flaw
	switch main, half := e.main.sign(), e.half.sign(); {
	case listed(section):
		return Concern
	case section == SectionFocus:
		return Neutral
	case e.bare && section == SectionStrengths:
		return Strength
	case e.bare:
		return Concern
	case e.document,
		e.facts > 0 && fault+flaw < 2 && praise == 0,
		descriptive(section) && fault < 3 && praise < 4:
		return Neutral
	case main*half < 0 && (e.contrast == senseAlthough || e.contrast == senseBut):
		return Mixed
	case e.admits > 0:
		return Mixed
	case main > 0, main == 0 && half > 0:
		return Strength
	case half < 0 && e.contrast == senseWhen && e.remedies > 0 && main == 0:
		return Strength // what is supposed is provided for
	case main < 0 || half < 0:
		if e.remedies > 0 {
			return Mixed
		}
		return Concern
	case e.remedies > 0:
		return Strength
	}
	return Neutral
}

// polarity says whether the sentence praises or faults, and by which words.
func (s *sentence) polarity(section Section, cues []Cue) (Polarity, []Cue) {
	var space [32]scoped
	e := s.evidence(s.weigh(space[:0]))
	p := e.judge(section)
	if p == Neutral && e.facts == 0 && !e.document && section != SectionFocus && !descriptive(section) {
		if p, cues = s.mild(e.marks, cues); p == Neutral && section == SectionStrengths {
			p = Strength
		}
		return p, cues
	}
	for _, m := range e.marks {
		if decides(p, m, e.remedies > 0) {
			cues = append(cues, s.cue(LabelOf(p), m.mark))
		}
	}
	if p == Concern && e.bare {
		cues = append(cues, s.cue(LabelOf(p), s.marks[kindOpening][0]))
	}
	return p, cues
}

// decides reports whether a mark is among what a polarity was decided by.
func decides(p Polarity, m scoped, remedied bool) bool {
	switch what := sense(m.value); p {
	case Strength:
		return m.worth > 0 || m.turns > 0 || remedied && what == senseRemedy
	case Concern:
		return m.worth < 0 || m.turns < 0
	case Mixed:
		return m.worth != 0 || m.turns != 0 || what == senseRemedy || what == senseAdmit
	default:
		return what == senseFact || what == senseDocument
	}
}

// mild reads a sentence in which nothing praises or faults outright. It is praise
// where services do what they are there for, if only as a purpose ("to help
// children"), and where something has changed for the better.
func (s *sentence) mild(marks []scoped, cues []Cue) (Polarity, []Cue) {
	p := Neutral
	for _, m := range marks {
		if sense(m.value) == senseHelp && m.worth == 0 && s.purpose(m.mark) {
			p = Strength
			cues = append(cues, s.cue(LabelOf(p), m.mark))
		}
	}
	if p == Neutral {
		for _, m := range s.marks[kindDirection] {
			if change(m.value) == changeImproved && !s.purpose(m) {
				return Strength, append(cues, s.cue(LabelOf(Strength), m))
			}
		}
	}
	return p, cues
}

// listed reports whether a section lists what must be better.
func listed(s Section) bool { return s == SectionImprove || s == SectionPriority }

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

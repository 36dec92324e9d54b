package finding

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding/internal/match"
)

// balance is what speaks for and against in one half of a sentence.
type balance struct {
	praise int
	fault  int
	flaw   int // what merely leans to a fault: "variable"
}

// plainFault is what faults come to, at least, where one of them is plain.
const plainFault = 3

// strongPraise is what praise comes to, at least, where it is strong or repeated.
const strongPraise = 4

// add puts the worth of a cue on its side.
func (b *balance) add(c weighedCue) {
	switch {
	case c.worth > 0:
		b.praise += int(c.worth)
	case sense(c.value) == senseFlaw:
		b.flaw -= int(c.worth)
	default:
		b.fault -= int(c.worth)
	}
}

// isEmpty reports whether nothing speaks for or against.
func (b balance) isEmpty() bool { return b == balance{} }

// sign is 1 for praise, -1 for fault, 0 where nothing is said. One plain fault
// outweighs praise; flaws and mild faults must come to as much as it.
func (b balance) sign() int {
	switch {
	case b.isEmpty():
		return 0
	case b.fault >= plainFault || b.fault+b.flaw >= b.praise:
		return -1
	}
	return 1
}

// evidence is what decides the polarity of a sentence.
type evidence struct {
	cues           []weighedCue
	main, conceded balance
	contrast       sense // what divides the halves
	facts          bool  // whether it has a fact or a definition
	remedied       bool  // whether something is being done about what is wrong
	admitted       bool  // whether it points to a fault that the sentence before named
	document       bool  // whether the document speaks of itself
	turned         bool  // whether what was so once is set against what is so now
	supposed       bool  // whether it opens with a case that is only supposed
	excepted       bool  // whether it opens with an exception
	unreal         bool  // whether it says what would be so if something else were
	spared         bool  // whether the unreal case is that something good was not done
	question       bool
	heading        bool // whether it is a heading of the document
	item           bool // whether it is an item of what needs to improve, or a recommendation
}

// evidence gathers what decides the polarity from the cues as weighed.
func (s *sentence) evidence(cues []weighedCue) evidence {
	e := evidence{
		cues: cues, contrast: s.contrast, turned: s.turns(),
		supposed: s.isSupposed(), excepted: s.isException(), question: s.isQuestion(), heading: s.isHeading(), item: s.isItem(),
		unreal: s.contrast == senseIf && s.isUnreal(),
		facts:  s.has(senseFact) || s.has(senseShare), document: s.speaksOfDocument(), admitted: s.has(senseAdmit),
	}
	for i, c := range cues {
		e.half(s, c.mark).add(c)
		if i+1 < len(cues) && cues[i+1].worth < 0 && cues[i+1].first <= c.last+2 {
			continue // "is now sporadic"
		}
		if sense(c.value) == senseRemedy && (s.contrast != senseDespite || !s.inConceded(c.mark)) {
			e.remedied = true
		}
	}
	if e.contrast == senseNone {
		return e
	}
	if s.claims() {
		e.conceded.praise = 0
	}
	e.spared = e.unreal && slices.ContainsFunc(cues, func(c weighedCue) bool {
		return s.inConceded(c.mark) && c.worth < 0 && (sense(c.value).praises() || sense(c.value) == senseNo)
	})
	// A half that only says that something is better than it was praises it.
	for _, m := range s.marks[kindDirection] {
		if half := e.half(s, m); half.isEmpty() && s.improves(m) {
			half.praise = 1
		}
	}
	return e
}

// half returns the balance of the half of the sentence that a mark stands in.
func (e *evidence) half(s *sentence, m mark) *balance {
	if s.inConceded(m) {
		return &e.conceded
	}
	return &e.main
}

// contrasts reports whether both halves of the sentence are the case, and one is
// set against the other.
func (e *evidence) contrasts() bool { return e.contrast == senseAlthough || e.contrast == senseBut }

// judge returns the polarity that the evidence comes to. The order of the cases is
// that of their weight: the heading, the kind of sentence, the contrast of its
// halves, the half that carries, the other half.
func (e *evidence) judge(section Section) Polarity {
	main, conceded := e.main.sign(), e.conceded.sign()
	switch {
	case section.Asks():
		return Concern
	case section == SectionFocus:
		return Neutral
	case e.document, e.heading, e.question:
		return Neutral
	case e.item && section == SectionStrengths:
		return Strength
	case e.item: // "The timeliness of visits."
		return Concern
	case e.isStatement(section):
		return Neutral
	case e.unreal && conceded > 0:
		return Concern // "If caseloads were lower, staff would stay."
	case e.unreal && conceded < 0 && e.spared:
		return Strength // "If staff had not acted, children would have come to harm."
	case main*conceded < 0 && e.contrasts(): // "Visits are regular, but plans are vague."
		return Mixed
	case e.admitted: // "Leaders are aware of this."
		return Mixed
	case main == 0 && e.turned && conceded < 0:
		return Strength // "Visits used to be late but now take place each week."
	case main == 0 && e.turned && conceded > 0:
		return Concern
	case main > 0, main == 0 && conceded > 0:
		return Strength
	case main == 0 && conceded < 0 && e.remedied && (e.contrast == senseWhen || e.contrast == sensePast):
		return Strength // "When visits are late, action is taken."
	case main == 0 && e.contrast == senseIf:
		return Neutral // "Inspectors will return if plans are weak."
	case e.main.isEmpty() && conceded < 0 && e.excepted:
		return Strength // "Bar two who had only just come, all had a plan."
	case e.main.isEmpty() && conceded < 0 && e.supposed:
		return Neutral // "When risks do not reduce, a meeting is held."
	case main < 0 || conceded < 0:
		if e.remedied { // "Caseloads are too high, but action is underway."
			return Mixed
		}
		return Concern
	case e.remedied: // "There are plans to recruit staff."
		return Strength
	}
	return Neutral
}

// isStatement reports whether the sentence says how things are, or speaks of the
// document or the inspection, without judging: in a section that describes, only
// a plain fault or strong praise judges.
func (e *evidence) isStatement(section Section) bool {
	praise := e.main.praise + e.conceded.praise
	fault := e.main.fault + e.conceded.fault
	flaw := e.main.flaw + e.conceded.flaw
	return e.facts && praise == 0 && fault+flaw <= 1 ||
		describes(section) && fault < plainFault && praise < strongPraise
}

// polarity returns whether the sentence praises or faults, and adds the words that
// decided it to the cues.
func (s *sentence) polarity(c Context, weighed []weighedCue, cues []Cue) (Polarity, []Cue) {
	section := c.Section
	e := s.evidence(weighed)
	if s.opening() == openingGoOn && c.Before != nil && c.Before.Polarity == Concern && !s.has(sensePraise) {
		return Concern, append(cues, s.cue(LabelOf(Concern), s.marks[kindOpening][0]))
	}
	p := e.judge(section)
	if p == Neutral && !e.facts && !e.document && !e.heading && !e.question && section != SectionFocus && !describes(section) {
		if p, cues = s.mildPraise(e.cues, cues); p == Neutral && section == SectionStrengths {
			p = Strength
		}
		return p, cues
	}
	n := len(cues)
	for _, c := range e.cues {
		if c.decides(p, e.remedied) || e.unreal && c.worth != 0 {
			cues = append(cues, s.cue(LabelOf(p), c.mark))
		}
	}
	if len(cues) == n && e.turned && (p == Strength || p == Concern) {
		cues = append(cues, s.cue(LabelOf(p), s.pastMark()))
	}
	if p == Strength && len(cues) == n && e.excepted {
		for _, c := range e.cues {
			if sense(c.value) == senseWhen {
				return p, append(cues, s.cue(LabelOf(p), c.mark))
			}
		}
	}
	if p == Strength && len(cues) == n { // a change for the better alone
		for _, m := range s.marks[kindDirection] {
			if s.improves(m) {
				cues = append(cues, s.cue(LabelOf(p), m))
			}
		}
	}
	if p == Concern && e.item {
		cues = append(cues, s.cue(LabelOf(p), s.marks[kindOpening][0]))
	}
	return p, cues
}

// decides reports whether a cue is among those that polarity p was decided by.
func (c weighedCue) decides(p Polarity, remedied bool) bool {
	switch what := sense(c.value); p {
	case Strength:
		return c.worth > 0 || c.denied > 0 || remedied && what == senseRemedy
	case Concern:
		return c.worth < 0 || c.denied < 0
	case Mixed:
		return c.worth != 0 || c.denied != 0 || what == senseRemedy || what == senseAdmit
	default:
		return what == senseFact || what == senseDocument
	}
}

// mildPraise reads a sentence in which nothing praises or faults outright. It is
// praise where services do what they are there for, if only as a purpose ("to
// help children"), and where something has changed for the better.
func (s *sentence) mildPraise(weighed []weighedCue, cues []Cue) (Polarity, []Cue) {
	p := Neutral
	for _, c := range weighed {
		if sense(c.value) == senseHelp && c.worth == 0 && !c.planned && s.isPurpose(c.mark) {
			p = Strength
			cues = append(cues, s.cue(LabelOf(p), c.mark))
		}
	}
	if p == Strength {
		return p, cues
	}
	for _, m := range s.marks[kindDirection] {
		if s.improves(m) {
			return Strength, append(cues, s.cue(LabelOf(Strength), m))
		}
	}
	return Neutral, cues
}

// improves reports whether a word of change says that something is better than it
// was, and not only that it is meant to be.
func (s *sentence) improves(m mark) bool {
	return change(m.value) == changeImproved && !s.isPurpose(m)
}

// describes reports whether a section describes the area and the authority, or
// what happens next, so that mild words in it are no judgement.
func describes(s Section) bool {
	return s == SectionBackground || s == SectionContext || s == SectionNextSteps
}

// isItem reports whether the sentence is an item of a list of what needs to
// improve: a recommendation ("Ensure that plans are timely."), or a noun phrase
// that opens as such items do and has no verb of its own ("The timeliness of
// visits to children who go missing.").
func (s *sentence) isItem() bool {
	if !s.opening().isItem() {
		return false
	}
	start := s.marks[kindOpening][0]
	return opening(start.value) == openingOrder || !s.hasVerbAfter(start.last)
}

// isItem reports whether what a sentence opens with may open an item.
func (o opening) isItem() bool { return o == openingItem || o == openingOrder }

// opening returns what the sentence opens with, 0 if with nothing of note.
func (s *sentence) opening() opening {
	if len(s.marks[kindOpening]) == 0 {
		return 0
	}
	return opening(s.marks[kindOpening][0].value)
}

// isHeading reports whether the sentence is a heading of the document: "The
// experiences and progress of disabled children."
func (s *sentence) isHeading() bool {
	return s.opening() == openingHeading && !s.hasVerbAfter(s.marks[kindOpening][0].last)
}

// isQuestion reports whether a question mark ends the sentence.
func (s *sentence) isQuestion() bool {
	return !strings.HasSuffix(s.text, ".") && strings.HasSuffix(strings.TrimRight(s.text, " \t\r\n\"'”’)"), "?")
}

// isSupposed reports whether the sentence begins with a case that comes about or
// not, "when" or "where", and not with a time that came, "once".
func (s *sentence) isSupposed() bool {
	if s.contrast != senseWhen || s.conceded.from > 1 || int(s.conceded.to) == len(s.words) {
		return false
	}
	word := s.word(s.conceded.from)
	return len(word) > 3 && (strings.EqualFold(word[:3], "whe") || s.opensSupposed())
}

// claims reports whether the half that does not carry the sentence is only what
// somebody says: "Leaders believe that plans are good, but they are not."
func (s *sentence) claims() bool {
	return s.has(senseClaim) && slices.ContainsFunc(s.marks[kindPolarity], func(m mark) bool {
		return sense(m.value) == senseClaim && s.inConceded(m)
	})
}

// turns reports whether what is so now is set against what was so once: "Visits
// used to be late but now take place each week."
func (s *sentence) turns() bool {
	if s.contrast != sensePast {
		return false
	}
	if to := s.conceded.to; int(to) < len(s.words) && s.word(to) == "now" { // "that used to be brief now tell"
		return true
	}
	if s.conceded.from > 1 {
		return false
	}
	return s.has(senseBut) || int(s.conceded.to) < len(s.words) && s.words[s.conceded.to].Break != match.Space
}

// hasVerbAfter reports whether the sentence has a finite verb of its own after
// word i. A relative clause ("who go missing") takes the first verb after its
// opening word for itself.
func (s *sentence) hasVerbAfter(i int32) bool {
	relative, last := false, int32(-2)
	for _, m := range s.forms() {
		if m.first <= i {
			continue
		}
		switch form(m.value) {
		case formRelative:
			relative = true
		case formVerb:
			goesOn := m.first == last+1 && !s.isFinite(m) // "will be": one verb
			if !goesOn && !s.isPurpose(m) {
				if !relative {
					return true
				}
				relative = false
			}
			last = m.last
		}
	}
	return false
}

// isFinite reports whether a verb never goes on with another before it, as "be" does
// in "will be": "The care that the team provides is good."
func (s *sentence) isFinite(m mark) bool { return s.isFiniteWord(m.first) }

// isFiniteWord is isFinite of word i.
func (s *sentence) isFiniteWord(i int32) bool {
	switch s.word(i) {
	case "is", "are", "was", "were":
		return true
	}
	return false
}

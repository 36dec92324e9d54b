package finding

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding/internal/match"
	"github.com/ilacs-go/inspection/internal/text"
)

// scratch is the memory for one sentence. It may be cleared for each, so it is no
// larger than 99 of 100 sentences of reports need; a longer one gets more.
type scratch struct {
	words   [64]match.Word
	hits    [64]match.Hit
	marks   [kinds][manyMarks]mark
	weighed [manyMarks]weighedCue
	cues    [16]Cue
	themes  [maxThemes]Theme
	aspects [maxAspects]Aspect
}

// manyMarks is how many marks of one kind hardly any sentence has more than.
const manyMarks = 16

// mark is a row of the vocabulary found in a sentence: in words first to last,
// both included.
type mark struct {
	row
	first, last int32
}

// sentence is a text with its words and the marks found in it, of each kind in
// order and not overlapping. Those of kindForm are found where they are needed.
type sentence struct {
	text  string
	words []match.Word
	marks [kinds][]mark
	space *scratch
	// senses has bit s set for each sense s that a mark of polarity has.
	senses uint64
	// conceded is the half of the sentence that does not carry its judgement:
	// "although plans are vague", "when risks rise", and what stands before "but".
	// contrast is the sense of the word that sets the other half against it.
	conceded wordRange
	contrast sense
	capitals int // one more than how many words are capitalised; 0 until they are counted
}

// wordRange is a range of words: from <= i < to.
type wordRange struct{ from, to int32 }

// inConceded reports whether a mark stands in the half that does not carry.
func (s *sentence) inConceded(m mark) bool {
	return s.conceded.from <= m.first && m.first < s.conceded.to
}

// read finds the words of a text and the marks in it.
func read(text string, space *scratch) sentence {
	v := embeddedVocabulary()
	s := sentence{text: text, space: space}
	s.words = v.lexicon.Words(space.words[:0], text)
	for k := range s.marks {
		s.marks[k] = space.marks[k][:0]
	}
	s.marks = v.cues[setAlways].mark(s.marks, s.hits(&v.cues[setAlways]))
	if len(s.marks[kindSpeaker]) > 0 { // it has a verb of speech
		s.marks[kindSpeaker] = s.marks[kindSpeaker][:0]
		s.marks = v.cues[setSpeaker].mark(s.marks, s.hits(&v.cues[setSpeaker]))
	}
	s.marks = s.findOpening(&v.cues[setOpening], s.marks)
	for i := range s.marks[kindPolarity] {
		m := &s.marks[kindPolarity][i]
		if s.isName(*m) {
			m.value = uint8(senseNone)
		}
		s.senses |= 1 << m.value
	}
	s.conceded, s.contrast = s.divide()
	return s
}

// hits finds the cues of a set.
func (s *sentence) hits(c *cueSet) []match.Hit { return c.matcher.Hits(s.space.hits[:0], s.words) }

// findOpening adds the mark of what the sentence opens with, and that of what refers
// to the sentence before after a short lead: "As a result, this".
func (s *sentence) findOpening(c *cueSet, marks [kinds][]mark) [kinds][]mark {
	for i := range int32(min(len(s.words), longestLead+1)) {
		opens := s.isOpening(i)
		if !opens && !s.afterLead(i) {
			continue
		}
		hits := c.matcher.HitsAt(s.space.hits[:0], s.words, int(i))
		if !opens {
			hits = slices.DeleteFunc(hits, func(h match.Hit) bool { return opening(c.rows[h.Pattern].value) < openingRefer })
		}
		if len(hits) > 0 { // all marks are copied, and few sentences have one of these
			marks = c.mark(marks, hits)
		}
	}
	return marks
}

// forms returns the marks of kindForm.
func (s *sentence) forms() []mark {
	c := &embeddedVocabulary().cues[setForm]
	return c.mark(s.marks, s.hits(c))[kindForm]
}

// mark adds the marks that hits make. Of overlapping marks of one kind the one that
// begins first counts, and of those the longest.
func (c *cueSet) mark(marks [kinds][]mark, hits []match.Hit) [kinds][]mark {
	var last [kinds]match.Hit // which made the last mark of each kind
	for _, h := range hits {
		r := c.rows[h.Pattern]
		of := marks[r.kind]
		switch n := len(of); {
		case n == 0 || h.First > of[n-1].last:
			marks[r.kind] = append(text.Room(of), mark{r, h.First, h.Last})
		case h.First == of[n-1].first && c.matcher.Outdoes(h, last[r.kind]):
			of[n-1] = mark{r, h.First, h.Last}
		default:
			continue
		}
		last[r.kind] = h
	}
	return marks
}

// isName reports whether a cue is part of a name, "Good Beginnings" or "the
// Practice Excellence Centre": it is capitalised, and so is a word beside it that
// does not begin the sentence. In a title, where most words are, none is.
func (s *sentence) isName(m mark) bool {
	if !s.isCapital(m.first) || !s.isCapital(m.last) || m.first > 0 && s.words[m.first].Break != match.Space {
		return false
	}
	if what := sense(m.value); !what.praises() && !what.faults() && !what.denies() && what != senseHarm {
		return false
	}
	return (m.last > m.first || m.first > 1 && s.isCapital(m.first-1) || s.goesOn(m.last+1)) && !s.isTitle()
}

// goesOn reports whether word i continues a name: it is capitalised, and no
// abbreviation.
func (s *sentence) goesOn(i int32) bool {
	if int(i) >= len(s.words) || s.words[i].Break != match.Space || !s.isCapital(i) {
		return false
	}
	w := s.word(i)
	return len(w) > 1 && w[1] >= 'a'
}

// isCapital reports whether word i begins with a capital letter.
func (s *sentence) isCapital(i int32) bool {
	c := s.text[s.words[i].Start]
	return 'A' <= c && c <= 'Z'
}

// isTitle reports whether most words of the sentence are capitalised.
func (s *sentence) isTitle() bool {
	if s.capitals == 0 {
		s.capitals = 1
		for i := range s.words {
			if s.isCapital(int32(i)) {
				s.capitals++
			}
		}
	}
	return 2*(s.capitals-1) > len(s.words)
}

// isOpening reports whether word i is the first of the sentence, not counting the
// number of a list's item.
func (s *sentence) isOpening(i int32) bool {
	return i == 0 || i == 1 && s.text[s.words[0].Start] <= '9'
}

// afterLead reports whether word i follows a short lead between the start of the
// sentence and a comma: "As a result, this".
func (s *sentence) afterLead(i int32) bool {
	return i <= longestLead && s.words[i].Break == match.Comma
}

// longestLead is how many words a lead has at most.
const longestLead = 3

// divide finds the half of the sentence that does not carry its judgement, and
// the sense of the word that divides the halves:
//
//	(Although plans are vague), visits are good.
//	Visits are good, (although plans are vague).
//	(Plans are vague), but visits are good.
//	(When risks rise), social workers act.
//	(After years of failure), services are good.
//	Services (that had been weak) are good.
//	(Plans are good in some teams) and weak in others.
//	(When staff stay, children thrive;) when they leave, plans drift.
//	(Where children have plans, they are good,) but where they do not, they drift.
//
// A supposed case ("when") and the past count only where nothing else divides the
// sentence.
func (s *sentence) divide() (wordRange, sense) {
	var when, past, others *mark
	var aside wordRange // ", found weak at the last inspection,"
	for i := range s.marks[kindPolarity] {
		m := &s.marks[kindPolarity][i]
		switch what := sense(m.value); what {
		case senseAlthough, senseDespite:
			if past != nil && s.isSetAgainst(*past, *m) {
				return wordRange{0, m.first}, sensePast
			}
			if s.beginsClause(m.first) || when != nil && s.afterComma(when.last+1) == m.first {
				return wordRange{m.first, s.afterComma(m.last)}, what
			}
			return wordRange{m.first, s.afterStop(m.last + 1)}, what
		case senseBut:
			if (m.first > 1 || m.first == 1 && s.words[1].Break == match.Comma) && !s.isAside(*m) && !s.addsTo(*m) { // else it refers to the sentence before
				if past != nil || when != nil && s.isOnce(*when) {
					what = sensePast // "used to be late, but are now on time"
				}
				return wordRange{0, m.first}, what
			}
		case senseWhen, senseIf:
			switch {
			case what == senseIf && s.isIfNot(*m):
				return wordRange{m.first, s.afterStop(m.last + 1)}, senseAlthough
			case when == nil:
				when = m
			case when.first <= 1 && s.words[m.first].Break == match.Stop && what == senseWhen:
				return wordRange{0, m.first}, senseBut
			}
		case senseOthers:
			others = m
		case senseNot:
			if when != nil && when.first < m.first-elliptical && s.isElliptical(*m) {
				return wordRange{0, s.beforeElliptical(*m, when.last)}, senseBut
			}
		case sensePast:
			switch {
			case past != nil:
			case s.beginsClause(m.first) || !s.isVisit(*m):
				past = m
			case aside.to == 0 && int(m.last)+1 < len(s.words) && s.words[m.last+1].Break == match.Comma:
				aside = wordRange{s.asideBefore(m.last + 1), m.last + 1}
			}
		}
	}
	if others != nil {
		if i := s.beforeOthers(*others); i > 0 {
			return wordRange{0, i}, senseBut
		}
	}
	if i := s.beforeEllipsis(); i > 0 {
		return wordRange{0, i}, senseBut
	}
	if i := s.beforeNow(); i > 0 {
		return wordRange{0, i}, sensePast
	}
	if when != nil {
		if end := s.pastCase(*when); end > 0 {
			return wordRange{when.first, end}, sensePast
		}
		return wordRange{when.first, s.afterCase(*when)}, sense(when.value)
	}
	if s.opensSupposed() {
		return wordRange{0, s.afterComma(0)}, senseWhen
	}
	if s.isUnreal() {
		return wordRange{0, s.afterComma(0)}, senseIf
	}
	if past != nil {
		end := min(s.presentAfter(past.last+1), s.afterStop(past.last+1))
		if s.beginsClause(past.first) && !s.isTime(*past) {
			end = min(end, s.afterComma(past.last-1))
		}
		if int(end) < len(s.words) {
			return wordRange{past.first, end}, sensePast
		}
	}
	if 0 < aside.from && aside.from < aside.to {
		return aside, sensePast
	}
	if i := s.beforeParallel(); i > 0 {
		return wordRange{0, i}, senseBut
	}
	return wordRange{}, senseNone
}

// maxLead is how many letters a word has at most that may stand before the
// "although" of an opening clause: "And although", "12 Although".
const maxLead = 9

// beginsClause reports whether word i begins the sentence, or what follows a stop
// or a "that" within it.
func (s *sentence) beginsClause(i int32) bool {
	if i == 0 || s.words[i].Break == match.Stop {
		return true
	}
	before := s.words[i-1]
	return i == 1 && before.End-before.Start <= maxLead || s.word(i-1) == "that"
}

// isAside reports whether a mark stands between two commas, so that it refers to
// the sentence before and divides nothing: "is not, however, robust".
func (s *sentence) isAside(m mark) bool {
	next := int(m.last) + 1
	return s.words[m.first].Break == match.Comma && next < len(s.words) && s.words[next].Break == match.Comma
}

// isPurpose reports whether a mark is what something is done for: "to improve",
// "to further improve".
func (s *sentence) isPurpose(m mark) bool {
	i := m.first - 1
	if i > 0 && s.isAdverb(i) {
		i--
	}
	return i >= 0 && strings.EqualFold(s.word(i), "to")
}

// isAdverb reports whether word i looks like an adverb that may stand between "to"
// and its verb.
func (s *sentence) isAdverb(i int32) bool {
	w := s.word(i)
	return w == "further" || w == "better" || strings.HasSuffix(w, "ly")
}

// word returns word i as printed.
func (s *sentence) word(i int32) string { return s.text[s.words[i].Start:s.words[i].End] }

// afterComma returns the first word after a comma or stop that comes two words
// after word i or later, or the number of words if there is none.
func (s *sentence) afterComma(i int32) int32 {
	for j := i + 2; int(j) < len(s.words); j++ {
		if s.words[j].Break == match.Comma || s.words[j].Break == match.Stop {
			return j
		}
	}
	return int32(len(s.words))
}

// afterStop returns the first word from i on that stands after a stop, or the
// number of words if there is none.
func (s *sentence) afterStop(i int32) int32 {
	for j := i; int(j) < len(s.words); j++ {
		if s.words[j].Break == match.Stop {
			return j
		}
	}
	return int32(len(s.words))
}

// speaksOfDocument reports whether the sentence speaks of the document or of what
// inspectors looked at, and does not go on to what they found.
func (s *sentence) speaksOfDocument() bool {
	if !s.has(senseDocument) {
		return false
	}
	for i := len(s.marks[kindPolarity]) - 1; i >= 0; i-- {
		switch sense(s.marks[kindPolarity][i].value) {
		case senseDocument:
			return true
		case senseFound:
			return false
		}
	}
	return true
}

// has reports whether a mark of polarity with that sense stands in the sentence.
func (s *sentence) has(what sense) bool { return s.senses&(1<<what) != 0 }

// cue returns the words of a mark as the cue of a label.
func (s *sentence) cue(l Label, m mark) Cue {
	return Cue{l, Span{int(s.words[m.first].Start), int(s.words[m.last].End)}}
}

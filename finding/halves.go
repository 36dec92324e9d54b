package finding

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding/internal/match"
)

// Most sentences of two halves are divided by a conjunction, as divide tells. The
// constructions below divide one without.

// beforeOthers returns the first word of what is so of others, where it is told
// after what is so of some; 0 if it is not:
//
//	Work is good in some teams "and" weak in others.
//	In some cases plans are good; "in" others they are weak.
//	Oversight is rigorous at the front door "and" absent elsewhere.
func (s *sentence) beforeOthers(others mark) int32 {
	if s.word(others.first) == "elsewhere" {
		return s.beforeElsewhere(others)
	}
	for i := others.first - 1; i >= 0; i-- {
		switch strings.ToLower(s.word(i)) {
		case "some", "most", "many", "one", "parts":
			for j := i + 1; j < others.first; j++ {
				if s.words[j].Break == match.Stop || s.word(j) == "and" || s.word(j) == "while" {
					return j
				}
			}
			if s.words[others.first].Break != match.Space {
				return others.first
			}
			return 0
		}
	}
	return 0
}

// elsewhereReach is how many words "elsewhere" may stand after the "and" that opens what
// is so there.
const elsewhereReach = 5

// beforeElsewhere returns the "and" that opens what is so elsewhere, and says only that;
// 0 if there is none close by.
func (s *sentence) beforeElsewhere(m mark) int32 {
	judged := slices.ContainsFunc(s.marks[kindPolarity], func(c mark) bool { return c.last == m.first-1 })
	if next := int(m.last) + 1; !judged || next < len(s.words) && s.words[next].Break == match.Space {
		return 0
	}
	for i := m.first - 1; i > 0 && m.first-i <= elsewhereReach; i-- {
		if s.word(i) == "and" {
			return i
		}
	}
	return 0
}

// elliptical is how many words stand before the "not" of an elliptical clause.
const elliptical = 3

// isElliptical reports whether a mark is the "not" of a clause that only says that
// what was told is not so, and so denies nothing after it: "where they do not, …".
func (s *sentence) isElliptical(m mark) bool {
	next := int(m.last) + 1
	if m.first < elliptical || next < len(s.words) && s.words[next].Break != match.Comma || s.word(m.first) != "not" {
		return false
	}
	switch strings.ToLower(s.word(m.first - elliptical)) {
	case "where", "when", "if":
		return true
	}
	return false
}

// beforeElliptical returns the first word of what is so in the elliptical case of a
// mark: the case itself if it opens a clause, else what stands before it after "and".
//
//	Where children have plans, they are good; "where" they do not, they drift.
//	Plans are strong where workers are experienced "and" weak where they are not.
func (s *sentence) beforeElliptical(m mark, from int32) int32 {
	first := m.first - elliptical
	if s.words[first].Break == match.Space && s.word(first-1) != "and" {
		for i := first; i > from; i-- {
			if s.word(i) == "and" {
				return i
			}
		}
	}
	return first
}

// afterCase returns the first word after the case that a mark opens. An exception may
// have a relative clause, which is part of it: "with the exception of two cases, in
// which action was slow, …".
func (s *sentence) afterCase(when mark) int32 {
	i := s.afterComma(when.last + 1)
	if int(i)+1 >= len(s.words) || !isExcepting(s.word(when.first)) {
		return i
	}
	switch s.word(i) {
	case "in", "which", "who", "where", "whose":
		return s.afterComma(i)
	}
	return i
}

// isUnreal reports whether a sentence says what would be so if something else were,
// which it is not: "If caseloads were lower, staff would stay", "Had plans been
// clear, children would have moved", "Without help they would have come to harm",
// "Children would be safer if risks were shared". What is only to come is not unreal: "if a
// child were to go missing".
func (s *sentence) isUnreal() bool {
	if len(s.words) < 2*elliptical {
		return false
	}
	if s.contrast == senseIf && s.conceded.from > 0 {
		return s.says(0, s.conceded.from, "would", "could") && s.says(s.conceded.from, s.conceded.to, "were", "had")
	}
	first := s.word(0)
	if first != "If" && first != "Had" && first != "Without" {
		return false
	}
	end := s.afterComma(0)
	was := first != "If"
	for i := int32(1); i < end; i++ {
		switch s.word(i) {
		case "were", "had":
			was = was || int(i)+1 < len(s.words) && s.word(i+1) != "to"
		}
	}
	for i := end; was && int(i) < len(s.words); i++ {
		switch s.word(i) {
		case "would", "could", "might":
			return first != "Without" || int(i)+1 < len(s.words) && s.word(i+1) == "have"
		}
	}
	return false
}

// says reports whether one of the words from to before to is a or b.
func (s *sentence) says(from, to int32, a, b string) bool {
	for i := from; i < to; i++ {
		if word := s.word(i); word == a || word == b {
			return true
		}
	}
	return false
}

// beforeEllipsis returns the first word of what is so of others where a sentence closes
// by saying only that it is not so of them; 0 if it does not:
//
//	Plans for babies are clear; "those" for adolescents are not.
//	Visits are regular in the north "and" in the south they are not.
//	Work with babies is clear and prompt; "with" teenagers it is neither.
func (s *sentence) beforeEllipsis() int32 {
	n := int32(len(s.words))
	if n < 2*elliptical || s.word(n-1) != "not" && s.word(n-1) != "neither" {
		return 0
	}
	switch s.word(n - 2) {
	case "are", "did", "do", "does", "had", "has", "have", "is", "was", "were":
	default:
		return 0
	}
	switch s.word(n - 3) {
	case "that", "which", "who":
		return 0
	}
	for i := n - 2; i > 0; i-- {
		if s.words[i].Break == match.Stop || s.word(i) == "and" {
			return i
		}
	}
	return 0
}

// parallelEnd is how many words may follow the second of two like prepositions in a
// parallel, at most.
const parallelEnd = 6

// parallelSenses are the senses of what is bad in a parallel.
const parallelSenses = 1<<senseFlaw | 1<<senseFault | 1<<senseLack | 1<<senseHinder | 1<<senseNeed

// beforeParallel returns the "and" between what is good for some and bad for others, which
// only like prepositions set against each other; 0 if there is none:
//
//	Supervision is reflective in the north "and" vague in the south.
//	Visits are regular for babies "and" late for teenagers.
//	Visits are regular and purposeful for babies. (0)
func (s *sentence) beforeParallel() int32 {
	marks := s.marks[kindPolarity]
	if s.senses&parallelSenses == 0 || s.senses&(1<<senseGood|1<<sensePraise) == 0 {
		return 0
	}
	for n := len(marks) - 1; n > 0; n-- {
		late := marks[n]
		what := sense(late.value)
		if !what.faults() && what != senseGood && what != sensePraise {
			continue
		}
		i := late.first - 1
		for i > 0 && late.first-i <= 3 && s.word(i) != "and" {
			i--
		}
		next := late.last + 1
		if s.word(max(i, 0)) != "and" || int(next)+1 >= len(s.words) || s.partEnd(next)-next > parallelEnd {
			return 0
		}
		before := n - 1
		for before > 0 && sense(marks[before].value) == senseClause {
			before--
		}
		early := marks[before]
		if sense(early.value).faults() == what.faults() || int(early.last)+1 >= len(s.words) || !sense(early.value).faults() && !sense(early.value).praises() {
			return 0
		}
		for ; int(next) < len(s.words) && !opensPlace(s.word(next)); next++ {
		}
		for j := early.last + 1; j < i && j <= early.last+2 && int(next) < len(s.words); j++ {
			if s.word(j) == s.word(next) {
				return i
			}
		}
		return 0
	}
	return 0
}

// partEnd returns the first word after word i that a comma or a stop stands before, or
// the number of words.
func (s *sentence) partEnd(i int32) int32 {
	for i++; int(i) < len(s.words) && s.words[i].Break == match.Space; i++ {
	}
	return i
}

// opensPlace reports whether a word is a preposition of where, or for whom, something is
// so.
func opensPlace(word string) bool {
	switch word {
	case "at", "for", "in", "with":
		return true
	}
	return false
}

// opensSupposed reports whether a sentence opens with a case that may come about, told
// without a conjunction: "Should a placement come under strain, help is at hand".
func (s *sentence) opensSupposed() bool {
	return len(s.words) > elliptical && s.word(0) == "Should" && int(s.afterComma(0)) < len(s.words)
}

// addsTo reports whether a "but" adds to what stands before it, and sets nothing against
// it: "not only failed to see the delay, but endorsed it".
func (s *sentence) addsTo(but mark) bool {
	for i := range s.marks[kindPolarity] {
		m := s.marks[kindPolarity][i]
		if m.first >= but.first {
			return false
		}
		if sense(m.value) != senseNone || m.last != m.first+1 {
			continue
		}
		if first := s.word(m.first); first != "not" && first != "Not" {
			continue
		}
		switch s.word(m.last) {
		case "just", "merely", "only", "simply", "solely":
			return true
		}
	}
	return false
}

// isException reports whether the case that the half in brackets supposes is an exception:
// "(Bar two who were late,) all children had a plan".
func (s *sentence) isException() bool {
	if s.contrast != senseWhen || s.conceded.from > 1 || int(s.conceded.to) == len(s.words) {
		return false
	}
	return isExcepting(s.word(s.conceded.from))
}

// isExcepting reports whether an exception opens with a word.
func isExcepting(word string) bool {
	switch word {
	case "Apart", "apart", "Aside", "aside", "Bar", "bar", "Except", "except", "Other", "other", "Save", "save", "With", "with":
		return true
	}
	return false
}

// isIfNot reports whether a mark opens what a sentence concedes about the words before it:
// "regular, if not yet reflective".
func (s *sentence) isIfNot(m mark) bool {
	next := m.last + 1
	return m.first > 1 && s.words[m.first].Break == match.Comma && int(next)+1 < len(s.words) && s.word(next) == "not" && !s.hasCommaAfter(next)
}

// hasCommaAfter reports whether a comma stands after word i, in its part of the sentence.
func (s *sentence) hasCommaAfter(i int32) bool {
	end := s.afterStop(i + 1)
	return i+1 < end && s.hasComma(i+1, end-1)
}

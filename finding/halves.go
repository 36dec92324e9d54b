package finding

import (
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
func (s *sentence) beforeOthers(others mark) int32 {
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
	if int(i)+1 >= len(s.words) || !strings.EqualFold(s.word(when.first), "with") && !strings.EqualFold(s.word(when.first), "except") {
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

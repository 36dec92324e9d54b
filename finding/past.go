package finding

import (
	"strings"

	"github.com/ilacs-go/inspection/finding/internal/match"
)

// What was so once is the half of a sentence that does not carry it, as divide tells. The
// functions below find where it begins and ends.

// beforeNow returns the first word of what is so now, where that is told after a semicolon
// and what was so before it; 0 if it is not:
//
//	In 2018 visits were late; "they" are now on time.
//	Children were seen late; "many" still are. (0)
func (s *sentence) beforeNow() int32 {
	if strings.IndexByte(s.text, ';') < 0 {
		return 0
	}
	for i := 2; i < len(s.words); i++ {
		if s.words[i].Break != match.Stop {
			continue
		}
		to := int32(i)
		if !s.says(to, int32(len(s.words)), "now", "today") || s.says(0, to, "is", "are") || s.says(0, to, "now", "has") || s.says(0, to, "have", "today") {
			return 0
		}
		if s.says(0, to, "was", "were") || s.says(0, to, "had", "found") || s.says(0, to, "used", "once") {
			return to
		}
		return 0
	}
	return 0
}

// pastCase returns the first word after the case that a mark opens, if that is what was
// once so, and else 0:
//
//	Where managers once passed weak plans, "they" now send them back.
//	Once fragmented, "the" partnership speaks with one voice.
func (s *sentence) pastCase(when mark) int32 {
	if strings.EqualFold(s.word(when.last), "once") {
		for _, m := range s.marks[kindPolarity] {
			if m.first == when.last+1 && (sense(m.value).faults() || sense(m.value) == senseGood || sense(m.value) == sensePraise) &&
				int(m.last)+1 < len(s.words) && s.words[m.last+1].Break == match.Comma {
				return m.last + 1
			}
		}
		return 0
	}
	if when.first > 0 || !strings.EqualFold(s.word(0), "where") {
		return 0
	}
	if end := s.afterCase(when); s.says(1, end, "once", "previously") && s.says(end, int32(len(s.words)), "now", "today") {
		return end
	}
	return 0
}

// isOnce reports whether a mark is the "once" of what was so: "was once strong".
func (s *sentence) isOnce(m mark) bool {
	return m.first > 0 && s.word(m.first) == "once" && s.isFiniteWord(m.first-1)
}

// isSetAgainst reports whether what was so at the time that the sentence opens with is
// set against what is so now: "Two years ago children waited, whereas most are now seen
// at once".
func (s *sentence) isSetAgainst(past, although mark) bool {
	return past.first <= 1 && s.isTime(past) && although.first > past.last+1 &&
		s.says(although.last+1, int32(len(s.words)), "now", "today")
}

// isTime reports whether a mark of the past only names the time, "three years ago",
// so that what was so follows its comma.
func (s *sentence) isTime(m mark) bool {
	switch s.word(m.last) {
	case "ago", "past", "Historically", "Previously", "Formerly":
		return true
	}
	return s.isVisit(m) || s.word(m.first) == "Until"
}

// isVisit reports whether a mark of the past names an earlier visit.
func (s *sentence) isVisit(m mark) bool {
	last := s.word(m.last)
	return last == "inspection" || last == "visit"
}

// presentAfter returns the first word from i on that speaks of the present, "is"
// or "have", or the number of words if there is none.
func (s *sentence) presentAfter(i int32) int32 {
	for j := i; int(j) < len(s.words); j++ {
		switch s.word(j) {
		case "is", "are", "has", "have", "now", "today":
			return j
		}
	}
	return int32(len(s.words))
}

package finding

import (
	"strings"

	"github.com/ilacs-go/inspection/finding/internal/match"
)

// speaker returns who says what the sentence says, as its verbs of speech tell:
//
//	"Inspectors found" that visits are late. (inspectors)
//	"The council said" that visits are on time. (council)
//	Visits are on time, "said the director". (council)
//	Children told inspectors that they are heard. (no one: it is the inspectors who tell of it)
//
// What inspectors are said to have found within the council's words remains the
// council's, unless it is set against them:
//
//	"The council said" that it has put right what inspectors found. (council)
//	The council said that visits are on time, but "inspectors found" delay. (inspectors)
//
// A sentence that is quoted without a verb of speech is the words of whoever quoted
// tells, or of someone unnamed.
func (s *sentence) speaker(quoted Speaker, cues []Cue) (Speaker, []Cue) {
	council := Span{}
	turn := mark{} // the first word after the council's that sets something against them
	for i, m := range s.marks[kindSpeaker] {
		if !voice(m.value).isVerb() {
			continue
		}
		subject, ok := s.subjectOf(i)
		switch {
		case !ok:
		case voice(subject.value) == voiceInspectors:
			if !s.isBeside(subject) && (council == Span{} || turn != mark{} && turn.first < subject.first) {
				return SpeakerInspectors, append(cues, Cue{LabelOf(SpeakerInspectors), s.span(subject, m)})
			}
		case voice(subject.value) == voiceCouncil && voice(m.value) == voiceSay && council == Span{} && !s.isBeside(subject):
			council = s.span(subject, m)
			turn = s.turnAfter(council.End)
		}
	}
	if council != (Span{}) {
		return SpeakerCouncil, append(cues, Cue{LabelOf(SpeakerCouncil), council})
	}
	if quoted == 0 && opensQuotation(s.text) {
		quoted = SpeakerQuotation
	}
	return quoted, cues
}

// isBeside reports whether a mark is no subject of the sentence: it stands in a
// clause that only describes something, "the weaknesses that inspectors found", or
// after a preposition, "by managers".
func (s *sentence) isBeside(subject mark) bool {
	if subject.first == 0 {
		return false
	}
	switch s.word(subject.first - 1) {
	case "that", "which", "than", "as", "what", "when", "until", "after", "who", "by", "of", "with", "from":
		return true
	}
	return false
}

// turnAfter returns the first word after an offset that sets something against what
// was said, the zero mark if there is none.
func (s *sentence) turnAfter(offset int) mark {
	for _, c := range s.marks[kindPolarity] {
		switch sense(c.value) {
		case senseBut, senseAlthough, senseDespite:
			if int(s.words[c.first].Start) >= offset {
				return c
			}
		}
	}
	return mark{}
}

// How many words a speaker may stand before the verb of speech, if no comma stands
// between them, and after it: "said the council's leader".
const (
	beforeVerb = 4
	afterVerb  = 3
)

// subjectOf returns the mark that says who speaks by verb i of the marks: the last
// one before it, or where there is none the first close after a verb that may
// stand before its subject.
//
//	"Councillor" Ann Reed, who leads on children's services, "said" that …
//	…, "said" "the director".
func (s *sentence) subjectOf(i int) (mark, bool) {
	marks := s.marks[kindSpeaker]
	verb := marks[i]
	isAccording := strings.EqualFold(s.word(verb.first), "according")
	aside := s.asideBefore(verb.first)
before:
	for j := i - 1; j >= 0 && !isAccording && s.words[verb.first].Break != match.Stop; j-- {
		switch voice(marks[j].value) {
		case voiceSay, voiceFind:
			break before // whoever stands before it has spoken already
		case voiceCouncil, voiceInspectors, voicePeople:
			if marks[j].first >= aside {
				continue
			}
			return marks[j], verb.first-marks[j].last <= beforeVerb || s.hasComma(marks[j].last+1, verb.first)
		}
	}
	switch s.word(verb.first) {
	case "said", "says", "added", "adds":
	default:
		if !isAccording {
			return mark{}, false
		}
	}
	for _, m := range marks[i+1:] {
		if m.first > verb.last+afterVerb {
			break
		}
		switch voice(m.value) {
		case voiceCouncil, voiceInspectors, voicePeople:
			return m, s.words[verb.last+1].Break == match.Space
		}
	}
	return mark{}, false
}

// asideBefore returns the first word of an aside between commas that ends before
// word i, or i if there is none.
func (s *sentence) asideBefore(i int32) int32 {
	if s.words[i].Break != match.Comma {
		return i
	}
	for j := i - 1; j > 0; j-- {
		if s.words[j].Break == match.Comma {
			return j
		}
	}
	return i
}

// hasComma reports whether a comma stands before one of the words from..to.
func (s *sentence) hasComma(from, to int32) bool {
	for i := from; i <= to; i++ {
		if s.words[i].Break == match.Comma {
			return true
		}
	}
	return false
}

// span returns the words from the first of two marks to the second, whichever
// stands first.
func (s *sentence) span(a, b mark) Span {
	if b.first < a.first {
		a, b = b, a
	}
	return Span{int(s.words[a.first].Start), int(s.words[b.last].End)}
}

// opensQuotation reports whether a sentence begins with a quotation mark.
func opensQuotation(text string) bool {
	if text == "" || text[0] >= 'A' && text[0] <= 'Z' { // as most sentences begin
		return false
	}
	text = strings.TrimSpace(text)
	for _, mark := range []string{`"`, "“", "'", "‘", "’"} {
		if strings.HasPrefix(text, mark) {
			return true
		}
	}
	return false
}

package ilacs

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/internal/text"
)

// OwnWord is a sentence of the later document in which the inspectors themselves
// compare what they found with an earlier inspection or visit: "Assessments have
// improved since the last inspection." Its direction is that of its finding.
//
// The sentence is found by its form. The inspection that it names is not always
// that of the earlier document: there may have been a visit in between.
type OwnWord struct {
	Finding finding.Finding `json:"finding"`
	// Themes are what the comparison is about, the most important first. Leaders,
	// who mostly do what has changed, are named only where it is about nothing
	// more definite.
	Themes []finding.Theme `json:"themes,omitempty"`
	// About is the sentence before, where the comparison does no more than point
	// to it: "This is an improvement since the last inspection."
	About *finding.Finding `json:"about,omitempty"`
}

// ownComparisons are the comparisons with an earlier visit that a later document makes
// itself, in the order of its text. There are none where both documents may be
// about one visit.
func ownComparisons(before, after *Report, a *passage.Document) []OwnWord {
	out := []OwnWord{}
	if before.Visit.Start == after.Visit.Start {
		return out
	}
	var last ownSentence
	for i := range a.Passages {
		p := &a.Passages[i]
		s := ownSentence{Passage: p, line: text.Lower(text.Plain(p.Text))}
		if last.Passage != nil && last.Section == p.Section && last.Paragraph == p.Paragraph {
			s.before = &last
		}
		s.read(before.Visit)
		if s.own = s.compares(); s.own {
			w := OwnWord{Finding: p.Finding, Themes: ownThemes(p.Themes)}
			if s.points() {
				w.About = &s.before.Finding
			}
			out = append(out, w)
		}
		s.before = nil
		last = s
	}
	return out
}

// ownThemes are the themes of a comparison without leadership, unless there is
// nothing but the quality of practice beside it.
func ownThemes(themes []finding.Theme) []finding.Theme {
	definite := func(t finding.Theme) bool {
		return t != finding.ThemeLeadership && t != finding.ThemePracticeQuality
	}
	if !slices.ContainsFunc(themes, definite) {
		return themes
	}
	return slices.DeleteFunc(slices.Clone(themes), func(t finding.Theme) bool { return t == finding.ThemeLeadership })
}

// tie is how a sentence is tied to an earlier visit.
type tie uint8

const (
	untied    tie = iota
	mentioned     // it names one
	following     // "following the focused visit"
	raised        // what was "identified at the last inspection"
	since         // "since the last inspection", "stronger than at the last inspection"
	sinceThen     // "since then", of a visit that the sentence before names
)

// ownSentence is a sentence of the later document as it is searched for
// comparisons.
type ownSentence struct {
	*passage.Passage
	line   string // in lower case, with plain quotation marks
	words  []text.Word
	tie    tie
	own    bool         // whether it is a comparison
	before *ownSentence // the sentence before it in its paragraph, nil for the first
}

// read finds how a sentence is tied to an earlier visit, by the closest tie.
func (s *ownSentence) read(before Visit) {
	if !passage.Evaluates(s.Section) || s.Section.Asks() || s.Board || len(s.line) > maxSentence ||
		!s.Continues && !text.ContainsAny(s.line, "since", "inspect", "visit", "ilacs", "jtai") {
		return
	}
	s.words = text.Words(nil, s.line, 0)
	for i, w := range s.words {
		switch {
		case isVisitNoun(w.Text):
			s.tie = max(s.tie, s.visitTie(i))
		case w.Text == "inspected" && (s.at(i-1) == "last" || s.at(i-1) == "previously"):
			s.tie = max(s.tie, mentioned)
		case w.Text != "since":
		case s.at(i+1) == "then" || s.at(i+1) == "that" && s.at(i+2) == "time":
			if !slices.ContainsFunc(s.words[:i], func(w text.Word) bool { return isYear(w.Text) }) {
				s.tie = max(s.tie, sinceThen)
			}
		default:
			if y := s.yearAfter(i, 2); y != 0 && y == before.Start.Year() {
				s.tie = max(s.tie, since)
			}
		}
	}
}

// at is the word at i, "" outside the sentence.
func (s *ownSentence) at(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.words[i].Text
}

func isVisitNoun(w string) bool {
	switch w {
	case "inspection", "inspections", "reinspection", "visit", "visits", "ilacs", "sif", "jtai":
		return true
	}
	return false
}

// How many words a name of a visit has before its noun at most ("the last two
// full Ofsted inspections"), how many after it stand before its year ("the
// inspection of services in March 2018"), and how many before it may hold the word
// that ties the sentence to it.
const visitWordsBefore, visitWordsAfter, tieWords = 5, 4, 4

// openingWords is how many words may stand before "following" where it opens the
// sentence.
const openingWords = 1

// visitTie is how a sentence is tied to the visit whose noun is at i: not at all
// if that is the document's own, one to a child, or one to come.
func (s *ownSentence) visitTie(i int) tie {
	from, named, ofsted, sinceIt := i, false, !strings.HasPrefix(s.at(i), "visit"), since
name:
	for j := i - 1; j >= max(0, i-visitWordsBefore); j-- {
		switch w := s.at(j); w {
		case "this", "these", "current", "present", "next", "future", "during", "prior", "before", "to":
			if named {
				break name // "during the last inspection"
			}
			return untied
		case "that", "those":
			from, named, sinceIt = j, true, sinceThen
		case "last", "previous", "earlier", "first", "subsequent":
			from, named = j, true
		case "focused", "focussed", "focus", "monitoring", "assurance", "ofsted", "jtai", "ofsted's":
			from, named, ofsted = j, true, true
		case "the", "a", "an", "its", "their", "two", "three", "full", "ilacs", "sif", "single", "judgement", "judgment", "standard", "short", "recent", "most", "and":
			from = j
		default:
			if isYear(w) || isMonth(w) {
				from, named, ofsted = j, true, true
				continue
			}
			break name
		}
	}
	if s.yearAfter(i, visitWordsAfter) != 0 {
		named, ofsted = true, true
	}
	found := untied
	if named && ofsted {
		found = mentioned
	}
	for j := from - 1; j >= max(0, from-tieWords); j-- {
		switch w := s.at(j); {
		case w == "since" && ofsted:
			return sinceIt
		case !named || !ofsted:
		case w == "than", w == "compared", w == "unlike", w == "from" && j == from-1 && changes(s.at(j-1)):
			return since
		case j <= openingWords && (w == "following" || w == "after"):
			found = max(found, following)
		case isRaised(w):
			found = max(found, raised)
		}
	}
	return found
}

// isRaised reports whether a word says what an earlier visit did about something,
// or names what came of it.
func isRaised(w string) bool {
	switch w {
	case "identified", "seen", "found", "noted", "raised", "highlighted", "made", "reported", "recommended", "recognised", "outlined", "evident", "observed",
		"areas", "improvement", "recommendations", "shortfalls", "weaknesses", "deficits", "actions", "action", "findings", "standards", "work":
		return true
	}
	return false
}

// yearAfter is the year that follows the word at i within n words, 0 if none does.
func (s *ownSentence) yearAfter(i, n int) int {
	for j := i + 1; j <= i+n; j++ {
		if w := s.at(j); isYear(w) {
			return int(w[0]-'0')*1000 + int(w[1]-'0')*100 + int(w[2]-'0')*10 + int(w[3]-'0')
		}
	}
	return 0
}

func isYear(w string) bool {
	return len(w) == 4 && (w[:2] == "20" || w[:2] == "19") && text.IsDigit(w[2]) && text.IsDigit(w[3])
}

func isMonth(w string) bool {
	switch w {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december":
		return true
	}
	return false
}

// compares reports whether a sentence compares how things are now with an earlier
// visit. What says only how they were then, what a visit did, or a grade, does not.
func (s *ownSentence) compares() bool {
	if len(s.words) == 0 || passage.StatesGrade(s.Text) {
		return false
	}
	if s.points() && s.before == nil || s.Polarity == finding.Neutral && s.Direction == finding.DirectionNone {
		return false
	}
	moves := s.Direction != finding.DirectionNone
	switch s.tie {
	case since:
		return s.saysNow()
	case sinceThen:
		return s.saysNow() && s.before != nil && s.before.tie != untied
	case raised:
		return s.saysNow() && (moves || text.ContainsAny(s.line, whatBecame...))
	case following:
		return s.saysNow() && moves
	}
	return moves && s.isNowSo() && s.before.tie != untied && !s.before.own
}

// points reports whether a sentence begins with a word that points to the sentence
// before it.
func (s *ownSentence) points() bool { return s.Continues }

// isNowSo reports whether a sentence says how that is now which the sentence
// before tells of: "This is now a strength", "These have been remedied".
func (s *ownSentence) isNowSo() bool {
	if s.at(0) == "this" && s.at(1) == "inspection" {
		return true
	}
	switch s.at(0) {
	case "this", "these", "it", "they", "that", "those":
		switch s.at(1) {
		case "is", "are", "has", "have", "remain", "remains":
			return true
		}
	}
	return false
}

// saysNow reports whether a sentence says how things are, or have become.
func (s *ownSentence) saysNow() bool {
	for _, w := range s.words {
		switch w.Text {
		case "is", "are", "has", "have", "remain", "remains", "continue", "continues", "now", "still", "benefit", "benefits":
			return true
		}
	}
	return false
}

// whatBecame are the words that tell what became of what an earlier visit raised.
var whatBecame = []string{"address", "progress", "respon", "resolved", "remedied", "rectified", "improve", "implement", "tackl", "remain", "still", "persist", "strengthen", "embedded", "built on", "build on"}

func changes(w string) bool {
	return text.HasAnyPrefix(w, "improv", "declin", "deteriorat", "chang", "strengthen", "weaken", "progress")
}

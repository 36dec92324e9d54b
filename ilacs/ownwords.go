package ilacs

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/internal/text"
)

// OwnWord is a sentence of the later document in which the inspectors themselves
// compare what they found with an earlier inspection or visit: "Assessments have
// improved since the last inspection." The direction of the comparison is that of
// the finding, and is not stated where the sentence was not understood.
//
// The sentence is found by its form, so a comparison in another form is missed.
// The inspection that it names need not be that of the earlier document: there
// may have been a visit in between.
type OwnWord struct {
	Finding finding.Finding `json:"finding"`
	// Themes are what the comparison is about, the most important first.
	// Leadership is left out where it is about something more definite: leaders are
	// mostly named as those who brought the change about.
	Themes []finding.Theme `json:"themes,omitempty"`
	// About is the sentence before, where the comparison points to it: "This is an
	// improvement since the last inspection", "Since then, visits have improved."
	About *finding.Finding `json:"about,omitempty"`
}

// ownComparisons are the comparisons with an earlier visit that the later document
// makes itself, in the order of its text. There are none where both documents may
// be about one visit.
func ownComparisons(before, after *Report, a *passage.Document) []OwnWord {
	out := []OwnWord{}
	if before.Visit.Start == after.Visit.Start {
		return out
	}
	years, findings := earlierYears(before, after), byStart(after.Findings)
	var last ownSentence
	for i := range a.Passages {
		p := &a.Passages[i]
		s := ownSentence{Passage: p, line: p.Line(), monitors: after.Visit.Type == VisitTypeMonitoring}
		if last.Passage != nil && last.Section == p.Section && last.Paragraph == p.Paragraph {
			s.before = &last
		}
		s.read(years)
		if s.compares() && !(s.points() && s.isParted(findings)) {
			s.own = true
			w := OwnWord{Finding: *p.Finding, Themes: s.themes()}
			if s.points() {
				f := *s.before.Finding
				w.About = &f
			}
			out = append(out, w)
		}
		s.before = nil
		last = s
	}
	return out
}

// earlierYears are the years of the visits before that of the later document, as
// far as either document tells.
func earlierYears(before, after *Report) []int {
	years := []int{before.Visit.Start.Year()}
	for _, e := range after.Earlier {
		if isBefore(e.Date, after.Visit.Start) {
			years = append(years, e.Date.Year())
		}
	}
	return years
}

// tie is how a sentence is tied to an earlier visit, the closest last.
type tie uint8

const (
	untied    tie = iota
	mentioned     // it names one
	following     // "Following the focused visit, …"
	raised        // it speaks of what was "identified at the last inspection"
	sinceYear     // "since 2019", the year of an earlier visit
	sinceThen     // "since then", of a visit that the sentence before names
	since         // "since the last inspection", "stronger than at the last inspection"
)

// ownSentence is a sentence of the later document that is searched for a
// comparison.
type ownSentence struct {
	*passage.Passage
	line     string // in lower case, with plain quotation marks
	words    []text.Word
	monitors bool // whether the document is about a monitoring visit
	tie      tie
	visited  bool         // whether it speaks of visits that are not inspectors'
	own      bool         // whether it is a comparison
	before   *ownSentence // the sentence before it in its paragraph, nil for the first
}

// bytesPerWord is fewer bytes than a sentence mostly has for each word.
const bytesPerWord = 5

// read finds the closest tie of a sentence to an earlier visit.
func (s *ownSentence) read(years []int) {
	if !passage.Evaluates(s.Section) || s.Section.Asks() || s.Board || len(s.line) > maxSentence || !s.MayCompare() {
		return
	}
	s.words = text.Words(make([]text.Word, 0, len(s.line)/bytesPerWord), s.line, 0)
	for i, w := range s.words {
		found := untied
		switch {
		case isVisitNoun(w.Text):
			found = s.tieToVisit(i)
			s.visited = s.visited || found == untied && strings.HasPrefix(w.Text, "visit")
		case w.Text == "inspected" && isOneOf(s.at(i-1), "last", "previously"):
			found = mentioned
		case w.Text != "since":
		case s.at(i+1) == "then", s.at(i+1) == "that" && s.at(i+2) == "time":
			if !slices.ContainsFunc(s.words[:i], func(w text.Word) bool { return isYear(w.Text) }) {
				found = sinceThen // and not since what that year brought
			}
		case slices.Contains(years, s.yearAfter(i, 1)) && (s.at(i+2) == "" || !text.IsDigit(s.at(i + 2)[0])):
			found = sinceYear
		}
		s.tie = max(s.tie, found)
	}
}

// at is the word at i, "" outside the sentence.
func (s *ownSentence) at(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.words[i].Text
}

// hasCommaAfter reports whether a comma stands between the word at i and the next.
func (s *ownSentence) hasCommaAfter(i int) bool {
	return strings.Contains(s.line[s.words[i].End():s.words[i+1].At], ",")
}

func isVisitNoun(w string) bool {
	return isOneOf(w, "inspection", "inspections", "reinspection", "visit", "visits", "ilacs", "sif", "jtai")
}

// How many words the name of a visit has before its noun at most ("the last two
// full Ofsted inspections"), within how many after it its year stands ("the
// inspection of services in 2018"), within how many before it the word that
// ties the sentence to it, and how many stand before a "following" that opens the
// sentence.
const visitWords, visitYearWords, tieWords, openingWords = 5, 4, 5, 1

// tieToVisit is how a sentence is tied to the visit whose noun is at i. It is not
// tied to the document's own visit, one that a social worker makes, or one to come.
func (s *ownSentence) tieToVisit(i int) tie {
	from, named, ofsted, closest := i, false, s.monitors || !strings.HasPrefix(s.at(i), "visit"), since
name:
	for j := i - 1; j >= max(0, i-visitWords) && !s.hasCommaAfter(j); j-- {
		switch w := s.at(j); w {
		case "this", "these", "current", "present", "next", "future", "during", "prior", "before", "to":
			if named {
				break name // "seen during the last inspection"
			}
			return untied
		case "that", "those":
			from, named, closest = j, true, sinceThen
		case "last", "previous", "earlier", "first":
			from, named = j, true
		case "quality":
			return untied // "quality assurance visits"
		case "subsequent", "focused", "focussed", "focus", "monitoring", "assurance", "ofsted", "jtai", "ofsted's":
			from, named, ofsted = j, true, true
		case "the", "a", "an", "its", "their", "two", "three", "full", "ilacs", "sif", "single", "judgement", "judgment", "standard", "short", "recent", "most", "and", "inspection", "inspections":
			from = j
		default:
			if !isYear(w) && !isMonth(w) {
				break name
			}
			from, named, ofsted = j, true, true
		}
	}
	if s.yearAfter(i, visitYearWords) != 0 {
		named, ofsted = true, true
	}
	found := untied
	if named && ofsted {
		found = mentioned
	}
	if s.at(from-1) == "of" && isOneOf(s.at(from-2), "time", "point") {
		from -= 3 // "at the time of the last inspection"
	}
	for j := from - 1; j >= max(0, from-tieWords) && !s.hasCommaAfter(j); j-- {
		switch w := s.at(j); {
		case w == "since" && ofsted:
			return closest
		case found == untied:
		case isOneOf(w, "than", "compared", "contrast", "unlike"), w == "as" && s.at(j+1) == "was",
			w == "from" && (j == from-1 && tellsChange(s.at(j-1)) || j < from-1 && s.Direction != finding.DirectionNone):
			return since
		case j <= openingWords && isOneOf(w, "following", "after"):
			found = max(found, following)
		case isRaised(w):
			found = raised
		}
	}
	return found
}

// isRaised reports whether a word says what an earlier visit did about something,
// or names what came of it.
func isRaised(w string) bool {
	switch w {
	case "identified", "seen", "found", "noted", "raised", "highlighted", "made", "reported", "recommended", "recognised", "outlined", "evident", "observed",
		"areas", "improvement", "recommendation", "recommendations", "shortfalls", "weaknesses", "deficits", "concerns", "issues", "actions", "action",
		"findings", "standards", "work":
		return true
	}
	return false
}

// tellsChange reports whether a word is one of change, which "from the last
// inspection" may follow.
func tellsChange(w string) bool {
	return text.HasAnyPrefix(w, "improv", "declin", "deteriorat", "chang", "strengthen", "weaken", "progress")
}

// yearAfter is the year that stands within n words after the word at i, 0 if none
// does.
func (s *ownSentence) yearAfter(i, n int) int {
	for j := i + 1; j <= i+n; j++ {
		if w := s.at(j); isYear(w) {
			return int(w[0]-'0')*1000 + int(w[1]-'0')*100 + int(w[2]-'0')*10 + int(w[3]-'0')
		}
	}
	return 0
}

func isYear(w string) bool {
	return len(w) == 4 && isOneOf(w[:2], "19", "20") && text.IsDigit(w[2]) && text.IsDigit(w[3])
}

func isMonth(w string) bool {
	return isOneOf(w, "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
}

// compares reports whether a sentence compares how things are now with an earlier
// visit. One that says only how things were then, what that visit did, or which
// grade was given does not; nor does one that points to a sentence before it where
// there is none.
func (s *ownSentence) compares() bool {
	moves := s.Direction != finding.DirectionNone
	switch {
	case len(s.words) == 0, s.StatesGrade(), s.misread():
		return false
	case s.points() && s.before == nil, s.Polarity == finding.Neutral && !moves:
		return false
	case s.tie <= mentioned:
		return moves && s.saysWhatBecame() && s.before.tie != untied && !s.before.own
	case !s.saysNow() && !(s.tie == since && s.Direction == finding.DirectionImproved && !slices.ContainsFunc(s.words, func(w text.Word) bool { return w.Text == "had" })):
		return false
	}
	switch s.tie {
	case since:
		return true
	case sinceThen:
		return s.before.tie != untied
	case raised:
		return moves || text.ContainsAny(s.line, whatBecame...)
	}
	return moves
}

// points reports whether a sentence cannot be understood without the one before.
func (s *ownSentence) points() bool { return s.Continues || s.tie == sinceThen }

// isParted reports whether one of the findings, which are in the order of the text,
// stands between a sentence and the one before it: what the council says is left out
// of the passages.
func (s *ownSentence) isParted(findings []finding.Finding) bool {
	i := sort.Search(len(findings), func(i int) bool { return findings[i].Start >= s.before.End })
	for ; i < len(findings) && findings[i].Start <= s.Start; i++ {
		if findings[i].End <= s.Start {
			return true
		}
	}
	return false
}

// byStart returns findings in the order of the text, which is that of most reports.
func byStart(findings []finding.Finding) []finding.Finding {
	order := func(f, g finding.Finding) int { return cmp.Compare(f.Start, g.Start) }
	if slices.IsSortedFunc(findings, order) {
		return findings
	}
	return slices.SortedFunc(slices.Values(findings), order)
}

// misread reports whether a sentence says that not all is better, and was read as
// if it were.
func (s *ownSentence) misread() bool {
	return s.Polarity == finding.Strength && s.Direction == finding.DirectionImproved && text.HasAnyPrefix(s.line, "not all ", "not every ")
}

// saysWhatBecame reports whether a sentence says how that is now which the
// sentence before it tells of: "This is now a strength", "These have been
// remedied". One that goes on with any other matter does not.
func (s *ownSentence) saysWhatBecame() bool {
	return s.Continues &&
		(isOneOf(s.at(0), "this", "these", "it", "they", "those") && isOneOf(s.at(1), "is", "are", "has", "have", "remain", "remains") ||
			s.at(0) == "this" && s.at(1) == "inspection")
}

// saysNow reports whether a sentence says how things are, or have become.
func (s *ownSentence) saysNow() bool {
	return slices.ContainsFunc(s.words, func(w text.Word) bool {
		return isOneOf(w.Text, "is", "are", "has", "have", "remain", "remains", "continue", "continues", "now", "still", "benefit", "benefits")
	})
}

// whatBecame are the beginnings of words that tell what became of what an earlier
// visit raised.
var whatBecame = []string{
	"address", "progress", "respon", "resolved", "remedied", "rectified", "improve", "implement", "tackl", "remain", "still", "persist",
	"strengthen", "embedded", "built on", "build on", "acted on", " met", "complete",
}

// themes are what the comparison is about: those of the sentence, but neither
// visits to children where its visits are inspectors', nor leadership beside
// something more definite than practice.
func (s *ownSentence) themes() []finding.Theme {
	visits := finding.LabelOf(finding.ThemeVisitsDirectWork)
	definite := false
	out := slices.DeleteFunc(slices.Clone(s.Themes), func(t finding.Theme) bool {
		drop := t == finding.ThemeVisitsDirectWork && !s.visited && slices.ContainsFunc(s.Cues, func(c finding.Cue) bool {
			return c.Label == visits && strings.TrimSuffix(text.Lower(c.Of(s.Text)), "s") == "visit"
		})
		definite = definite || !drop && t != finding.ThemeLeadership && t != finding.ThemePracticeQuality
		return drop
	})
	if definite {
		out = slices.DeleteFunc(out, func(t finding.Theme) bool { return t == finding.ThemeLeadership })
	}
	return out
}

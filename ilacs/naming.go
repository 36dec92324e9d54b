package ilacs

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/internal/dates"
	"github.com/ilacs-go/inspection/internal/text"
)

// tense says how a text stands to a visit that it names. An article names
// several: the one that it is about, those before it, and those to come.
type tense uint8

const (
	tenseOpen    tense = iota // the words do not tell: the visit may be the one that the text is about
	tenseThis                 // "the latest visit", "this inspection"
	tenseEarlier              // "the last inspection", "since a visit in 2018", "a year after an inspection"
	tenseComing               // "the next visit", "an inspection is due"
	tenseGeneral              // "focused visits look at one part of the service", "it was not a full inspection"
)

// mayBeThis reports whether the visit may be the one that the text is about.
func (t tense) mayBeThis() bool { return t == tenseOpen || t == tenseThis }

// naming is a place where an article names a visit.
type naming struct {
	line     int
	from, to int // in the line; a noun's from its first word ("focused" of "focused visit")
	typ      VisitType
	tense    tense
	full     bool // surely a graded inspection: "full inspection", "re-inspection"
	document bool // what was written of the visit: "monitoring letter"
}

// bareVisit is the type of a naming that does not tell what kind of visit it
// was: "Ofsted visited", "inspectors were in Bolton".
const bareVisit VisitType = 0

// namingsIn finds where a line, in lower case, names visits of inspectors.
func namingsIn(line int, l string) []naming {
	if !text.ContainsAny(l, "visit", "inspect", "check", "letter", "jtai", "went back", "came back", "returned to") {
		return nil
	}
	var room wordRoom
	w := text.Words(room[:0], l, 0)
	ofInspectors := text.ContainsAny(l, inspectorate...)
	var out []naming
	for i := range w {
		n, ok := namingAt(w, i, ofInspectors)
		if !ok || len(out) > 0 && n.from < out[len(out)-1].to {
			continue
		}
		n.line, n.tense = line, tenseOf(l, n.from, n.to)
		if n.tense == tenseOpen && isPlural(l[n.from:n.to]) && !isOneOfCounted(l[clauseBefore(l, n.from):n.from]) {
			n.tense = tenseGeneral
		}
		out = append(out, n)
	}
	return out
}

// wordRoom is room for the words of most sentences.
type wordRoom [48]text.Word

// inspectorate are the words for those whose visits are read about.
var inspectorate = []string{"ofsted", "inspector", "watchdog", "regulator"}

// wordAt is the word k places after w[i], "" where there is none.
func wordAt(w []text.Word, i, k int) string {
	if i+k < 0 || i+k >= len(w) {
		return ""
	}
	return w[i+k].Text
}

// namingAt reads the naming whose noun or verb is w[i]. ofInspectors: the sentence
// names the inspectorate, so that a bare "visit" is its own.
func namingAt(w []text.Word, i int, ofInspectors bool) (naming, bool) {
	n := naming{from: w[i].At, to: w[i].End()}
	before, after := wordAt(w, i, -1), wordAt(w, i, 1)
	switch w[i].Text {
	case "jtai":
		n.typ = VisitTypeJTAI
		return n, true
	case "visit", "visits", "inspection", "inspections", "check", "checks", "letter", "report", "review":
		return nounAt(w, i, ofInspectors)
	case "inspected", "reinspected":
		n.typ = VisitTypeInspection
		return n, true
	case "visited", "revisited": // by inspectors, and not "children are visited regularly"
		ofInspectors = ofInspectors || isOneOf(before, "it", "they", "team")
		return n, ofInspectors && !isOneOf(before, "are", "is", "being", "be", "regularly", "children") && after != "regularly"
	case "went", "came", "returned":
		return n, ofInspectors && (after == "back" || after == "to" && w[i].Text == "returned")
	case "inspectors": // "inspectors were in Bolton"
		if isOneOf(after, "were", "spent", "came", "returned", "went", "arrived") &&
			isOneOf(wordAt(w, i, 2), "in", "at", "there", "on", "to", "back", "two", "three") {
			n.to = w[i+1].End()
			return n, true
		}
	}
	return naming{}, false
}

// nounAt reads the naming whose noun is w[i]. A check, a letter and the like name
// a visit only with the words for its kind.
func nounAt(w []text.Word, i int, ofInspectors bool) (naming, bool) {
	n := naming{from: w[i].At, to: w[i].End()}
	if typ, words := kindBefore(w[:i]); typ != 0 {
		n.typ, n.from = typ, w[i-words].At
		n.document = isOneOf(w[i].Text, "letter", "report")
		return n, true
	}
	before := wordAt(w, i, -1)
	switch w[i].Text {
	case "inspection", "inspections":
		n.typ = VisitTypeInspection
		n.full = isOneOf(before, "full", "graded", "standard", "short", "ilacs", "re", "fortnight", "week", "single")
		return n, before != "framework"
	case "visit", "visits":
		for k := 1; k <= 3 && !ofInspectors; k++ { // "the two-day visit"
			ofInspectors = isOneOf(wordAt(w, i, -k), "the", "this", "latest", "recent", "final")
		}
		// Not those of social workers: "the first visit to a child", "home visits".
		toChild := wordAt(w, i, 1) == "to" && isOneOf(wordAt(w, i, 2), "children", "child", "a", "families", "homes", "their")
		return n, ofInspectors && !toChild && !isOneOf(before, "home", "family", "social", "statutory", "health", "unannounced", "to", "children", "workers")
	}
	return naming{}, false
}

// kindBefore is the kind of visit that the words before "visit", "inspection",
// "letter" tell, and how many of them tell it: newspapers write "monitoring
// inspection", "follow-up check" and "focused Ofsted visit".
func kindBefore(w []text.Word) (VisitType, int) {
	at := func(k int) string { return wordAt(w, len(w), -k) }
	for k := 1; k <= 2; k++ {
		switch at(k) {
		case "monitoring":
			return VisitTypeMonitoring, k
		case "assurance":
			return VisitTypeAssurance, k
		case "focused", "focussed", "focus":
			if at(k+1) != "on" && at(k+1) != "to" {
				return VisitTypeFocused, k
			}
		case "up":
			if at(k+1) == "follow" {
				return VisitTypeMonitoring, k + 1
			}
		case "area":
			if at(k+1) == "targeted" {
				return VisitTypeJTAI, k + 1
			}
		}
		if !isOneOf(at(k), "ofsted", "ofsted's", "style", "visit") {
			break
		}
	}
	return 0, 0
}

// isOneOfCounted reports whether the words before "visits" single one out: "the
// third in a series of", "the second of six planned".
func isOneOfCounted(before string) bool {
	var room wordRoom
	w := text.LastWords(room[:0], before, reach+2)
	for i := 0; i+1 < len(w); i++ {
		if _, n := ordinalAt(w, i); n > 0 && i+n < len(w) && (w[i+n].Text == "of" || w[i+n].Text == "in") {
			return true
		}
	}
	return false
}

func isPlural(s string) bool {
	return strings.HasSuffix(s, "visits") || strings.HasSuffix(s, "inspections") || strings.HasSuffix(s, "checks")
}

// reach is how many words before a visit's name are asked how the text stands to
// it: "last full monitoring visit".
const reach = 6

// tenseOf says how the text stands to the visit that l[from:to] names, by the
// words about it in its clause.
func tenseOf(l string, from, to int) tense {
	clause := l[clauseBefore(l, from):from]
	if t := tenseBefore(clause, l[to:]); t != tenseOpen {
		return t
	}
	if isComing(clause, l[to:]) {
		return tenseComing
	}
	return tenseOpen
}

// tenseBefore is what the last words of the clause before a visit's name say; a
// preposition ends what belongs to the name.
func tenseBefore(clause, after string) tense {
	var room wordRoom
	w := text.LastWords(room[:0], clause, reach+1)
	for k := len(w) - 1; k >= 0 && k >= len(w)-reach; k-- {
		before, next := wordAt(w, k, -1), wordAt(w, k, 1)
		switch w[k].Text {
		case "last":
			// "last month's visit", "the sixth and last visit", "the last visit before
			// the inspection"
			if isTimeUnit(next) || before == "and" || strings.Contains(after[:clauseAfter(after)], " before ") {
				return tenseThis
			}
			return tenseEarlier
		case "previous", "previously", "earlier", "prior", "preceding", "original", "since":
			return tenseEarlier
		case "latest", "recent", "this":
			return tenseThis
		case "next", "forthcoming", "upcoming", "future", "before", "until", "ahead":
			return tenseComing
		case "not", "isn't", "wasn't", "no":
			return tenseGeneral
		case "after", "following", "follows", "followed":
			// "a year after an inspection", "the visit followed an inspection"; but "a
			// letter after a visit" is about the visit
			if isTimeUnit(before) || before == "later" || text.ContainsAny(clause[:w[k].At], "visit", "check", "inspection") {
				return tenseEarlier
			}
			return tenseOpen
		case "in", "on", "at", "by", "during", "with", "for", "from", "that", "which", "when", "who":
			return tenseOpen
		case "visit", "visits", "inspection", "inspections":
			if next != "and" { // "the previous inspection and focused visit"
				return tenseOpen
			}
		}
	}
	return tenseOpen
}

// nearBytes is how far after a visit's name the words may stand that say of it that
// it is yet to be made.
const nearBytes = 60

// isComing reports whether the clause about a visit, before and after its name,
// says that it is yet to be made. What will be published is of a visit that was
// made: "Ofsted will release the report of its inspection".
func isComing(before, after string) bool {
	var room wordRoom
	after = after[:min(len(after), clauseAfter(after), nearBytes)]
	w := text.Words(room[:0], after, 0)
	for i, x := range w {
		switch x.Text {
		case "will":
			return true
		case "due", "expected", "likely", "scheduled", "planned", "postponed", "imminent":
			if isOneOf(wordAt(w, i, -1), "is", "are", "was", "were", "be", "been") {
				return true
			}
		}
	}
	if text.ContainsAny(before, "release", "publish", "report", "letter", "finding") {
		return false
	}
	w = text.LastWords(room[:0], before, len(room))
	for i, x := range w {
		switch x.Text {
		case "will", "would": // "Ofsted will make", but "readers will know of"
			if i == len(w)-1 || slices.Contains(makingVerbs, w[i+1].Text) {
				return true
			}
		case "expects", "expect", "hopes", "hope", "wants", "due", "awaits", "awaiting", "preparing", "prepares", "likely":
			return true
		}
	}
	return false
}

// makingVerbs are the words after "will" that say that a visit will be made.
var makingVerbs = []string{"make", "carry", "conduct", "return", "undertake", "have", "hold", "face", "be", "get", "see", "receive", "soon", "also", "then", "now"}

// maxClause is how many bytes of a clause are looked at on either side of what stands
// in it: several times as many as any clause has, so that a text without a comma
// takes no longer than others.
const maxClause = 1000

// clauseBefore is where the clause begins in which s[at] stands: after a comma or
// another mark that is no quotation mark.
func clauseBefore(s string, at int) int {
	from := max(0, at-maxClause)
	start := strings.LastIndexAny(s[from:at], ",;:.()") + 1
	return from + max(start, strings.LastIndex(s[from:at], " - ")+1)
}

// clauseAfter is where the clause ends with which s begins.
func clauseAfter(s string) int {
	s = s[:min(len(s), maxClause)]
	end := len(s)
	if i := strings.IndexAny(s, ",;:.()"); i >= 0 {
		end = i
	}
	if i := strings.Index(s[:end], " - "); i >= 0 {
		end = i
	}
	return end
}

// isTimeUnit reports whether a word is a unit of time or the name of one: what
// "last" or "after" stand beside where they tell when a visit was, not which.
func isTimeUnit(w string) bool {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "s")
	if m, end := dates.Month(w, 0); m > 0 && end == len(w) {
		return true
	}
	return slices.Contains([]string{
		"day", "night", "week", "month", "year", "spring", "summer", "autumn", "winter", "term",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
	}, w)
}

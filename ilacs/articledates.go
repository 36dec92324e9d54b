package ilacs

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/dates"
	"github.com/ilacs-go/inspection/ilacs/internal/front"
)

// publishedOn is the date that an article bears: that after a label ("Published:"),
// or that of a dateline, whichever comes first. The day on which a page was
// changed or reviewed is none.
func publishedOn(h *front.Page) civil.Date {
	for i := range h.Lines {
		for part := range strings.SplitSeq(h.LineText(i), "|") { // "By Ann Ash | 4 March 2025"
			date, labelled := cutLabel(strings.TrimSpace(part))
			if !labelled && i >= datelines {
				continue
			}
			if p, n := dates.Periods(date, 0); len(p) == 1 && p[0].Start == p[0].End && isTime(date[n:]) {
				return p[0].Start
			}
		}
	}
	return civil.Date{}
}

// datelines is how many lines of an article may be its dateline; farther on a
// date on a line by itself belongs to something else.
const datelines = 20

// publicationLabels are the words before a date of publication, the longer ones
// first.
var publicationLabels = []string{
	"date published", "date of publication", "published date", "publication date", "first published", "release date", "published", "posted", "released", "date",
}

// cutLabel takes off a line what may stand before the date of publication: a
// label, who published it, the time of day. labelled: the label says that it is
// that date.
func cutLabel(line string) (rest string, labelled bool) {
	for _, label := range publicationLabels {
		after, ok := strings.CutPrefix(line, label)
		if !ok {
			continue
		}
		if text.HasAnyPrefix(after, " by ") { // "published by Harnley Council on 4 March 2025"
			after = after[strings.LastIndex(after, " on ")+1:]
		}
		after = strings.TrimLeft(after, ": -")
		after = strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(after, "on "), "at "), ": ")
		return cutTime(after), label != "date"
	}
	if _, after, ok := strings.Cut(line, ", "); ok && strings.HasPrefix(line, "by ") {
		line = after
	}
	return cutTime(line), false
}

// cutTime takes a time of day off the start of a line: "12:41pm, monday 4 march".
func cutTime(s string) string {
	word, rest, ok := strings.Cut(s, " ")
	if !ok || !strings.Contains(word, ":") || !text.IsDigit(word[0]) {
		return s
	}
	for _, zone := range []string{"am ", "am, ", "pm ", "pm, ", "gmt, ", "gmt ", "bst, ", "bst ", "on "} {
		rest = strings.TrimPrefix(rest, zone)
	}
	return strings.TrimSpace(rest)
}

// isTime reports whether nothing but a time of day is left of a line.
func isTime(s string) bool {
	s = strings.Trim(s, " ,.-|")
	s = strings.TrimPrefix(s, "at ")
	if s == "" {
		return true
	}
	for _, end := range []string{"am", "pm", "gmt", "bst"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, end))
	}
	return len(s) <= len("12:41:00") && strings.Trim(s, "0123456789:.") == "" && strings.ContainsAny(s, ":.")
}

// whenVisited is when an article says that the visit was: its days, and where it
// tells none, the month or year, which is no start but tells the visit from
// others.
type whenVisited struct {
	days    []dates.Period
	roughly civil.Date
}

// when reads when the visit was from the first sentence that gives it days, or
// else from the first that gives it a month or a year.
func (a *article) when() whenVisited {
	var roughly civil.Date
	for i := range a.lines {
		for at := 0; ; {
			d, ok := a.dateAfter(i, at, len(a.lines[i].s))
			if !ok {
				break
			}
			at = d.to
			if !a.isOfThisVisit(i, d) || !a.published.IsZero() && d.on.First().Compare(a.published) > 0 {
				continue
			}
			switch {
			case d.days != nil:
				return whenVisited{d.days, d.on}
			case d.on.IsZero(): // days of a year that is not told, and is taken from nothing else
				return whenVisited{}
			case roughly.IsZero():
				roughly = d.on
			}
		}
	}
	return whenVisited{nil, roughly}
}

// articleDate is a date that a line of an article gives.
type articleDate struct {
	from, to int
	days     []dates.Period // nil where a month or a year is all that is told, or the year is not
	on       civil.Date     // the first day, or the month or year; zero where the year is not known
}

// dateAfter finds the first date of line i that begins from the offset at on and
// before the offset end.
func (a *article) dateAfter(i, at, end int) (articleDate, bool) {
	s := a.lines[i].s
	for ; at < min(len(s), end); at++ {
		c := s[at]
		if !text.IsDigit(c) && (c < 'A' || c > 'Z') || at > 0 && (text.IsLetter(s[at-1]) || text.IsDigit(s[at-1])) {
			continue
		}
		from := at
		if strings.HasSuffix(s[:at], "between ") { // the word tells how the days are joined
			from -= len("between ")
		}
		if p, n := dates.Periods(s[from:], unstated); len(p) > 0 {
			p = withYear(p, a.published)
			d := articleDate{from: at, to: from + n, days: p}
			if p != nil {
				d.on = p[0].Start
			}
			return d, true
		}
		if on, end := a.monthAt(s, at); end > 0 {
			return articleDate{from: at, to: end, on: on}, true
		}
	}
	return articleDate{}, false
}

// monthAt reads a month or a year at s[i], and returns where it ends; 0 where
// there is none. A month without a year is the last before the publication.
func (a *article) monthAt(s string, i int) (civil.Date, int) {
	if m := dates.Mentions(s[i:min(len(s), i+longestDate)]); len(m) > 0 && m[0].From == 0 {
		return m[0].Date, i + m[0].To
	}
	month, end := dates.Month(s, i)
	if month == 0 || !slices.ContainsFunc(beforeMonth, func(w string) bool { return len(w) <= i && strings.EqualFold(s[i-len(w):i], w) }) {
		return civil.Date{}, 0
	}
	if a.published.Precision() < civil.PrecisionMonth {
		return civil.Date{}, 0
	}
	year := a.published.Year()
	if month > int(a.published.Month()) {
		year--
	}
	d, _ := civil.New(year, month, 0)
	return d, end
}

// longestDate is how many bytes a month or a year may have.
const longestDate = 24

// beforeMonth is what stands before a month that is no other word ("May",
// "March").
var beforeMonth = []string{"in ", "during ", "last ", "this ", "early ", "late ", "mid-", "of "}

// otherEvents are the words for what else a date may belong to than a visit.
var otherEvents = []string{
	"published", "publication", "received", "given", "handed", "awarded", "updated", "reviewed", "posted", "released", "issued", "dated", "since", "until",
	"judged", "rated", "graded", "branded", "passed", "transferred", "took", "established", "created", "set", "launched", "formed",
	"appointed", "joined", "left", "resigned", "said", "told", "announced", "meeting", "cabinet", "committee", "born", "died", "due", "return",
}

// isOfThisVisit reports whether a date is that of the visit which the article is
// about. A date belongs to what is named last before it in its sentence: a visit
// ("the visit, on 4 and 5 June") or something else ("since services passed to a
// company on 1 April"). Where nothing is, it belongs to the first visit after it
// ("On 4 and 5 June, Ofsted visited …"), or the sentence goes on about the visit
// of the one before it ("They were there on 4 and 5 June").
func (a *article) isOfThisVisit(i int, d articleDate) bool {
	line := a.lines[i]
	if endsInAny(line.l[:d.from], "report of ", "report on ", "report from ", "letter of ", "letter on ", "letter from ") {
		return false // the day on which it was written
	}
	if made := line.l[clauseBefore(line.l, d.from):d.from]; text.HasAnyPrefix(made, " took place ", " was made ", " was carried out ", " was held ", " was conducted ") {
		// "The visit, the third since …, was made on 4 and 5 June"
		return len(line.namings) > 0 && line.namings[0].tense.mayBeThis()
	}
	last, ok := -1, false
	for _, n := range line.namings {
		if n.to <= d.from && n.to > last && !n.document {
			last, ok = n.to, n.tense.mayBeThis()
		}
	}
	if k, _ := slices.BinarySearch(line.events, last+1); k < len(line.events) && line.events[k] < d.from {
		return false
	}
	if last >= 0 {
		return ok
	}
	for _, n := range line.namings {
		if n.from >= d.to && !n.document {
			return n.tense.mayBeThis()
		}
	}
	return i > 0 && a.lines[i-1].namesThis() && text.HasAnyPrefix(line.l, "they ", "it ", "this ", "the team ", "inspectors ", "the inspectors ")
}

// eventsIn are the offsets of the words of a line that say what else a date may
// belong to.
func eventsIn(l string) []int {
	var events []int
	var room wordRoom
	for _, w := range text.Words(room[:0], l, 0) {
		if isOtherEvent(l, w) {
			events = append(events, w.At)
		}
	}
	return events
}

// isOtherEvent reports whether a word of l says what else a date may belong to.
// "Took place" and "set out" say nothing of the kind.
func isOtherEvent(l string, w text.Word) bool {
	after := l[w.End():]
	if w.Text == "took" && strings.HasPrefix(after, " place") || w.Text == "set" && !strings.HasPrefix(after, " up") {
		return false
	}
	return slices.Contains(otherEvents, w.Text)
}

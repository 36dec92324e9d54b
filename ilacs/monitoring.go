package ilacs

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/judgement"
)

// monitoringCount reads the number of a monitoring visit and the inspection from
// which it is counted: "the third monitoring visit since … judged inadequate in
// April 2016". The number is 0 where none is told.
//
// A document may count twice ("the second since a company took over and the
// fifth since … judged inadequate"), and may number other visits ("a response to
// the third visit last November"). The count from an inspection goes first, then
// the one that says "this visit was".
func monitoringCount(r *Report) (number int, since Earlier) {
	x := earlierReader{visit: r.Visit, source: r.Source}
	best := 0
	for _, f := range r.Findings {
		s := text.Plain(f.Text)
		if len(s) > maxSentence {
			continue
		}
		l := text.Lower(s)
		for _, c := range countsIn(l, r.Source == SourceArticle) {
			from := x.inspectionIn(f, s[c.from:c.to])
			if from.isZero() && r.Source != SourceArticle && !strings.Contains(l, "monitoring visit") {
				continue // of letters, only what is surely such a visit
			}
			score := 1
			if c.isThis {
				score++
			}
			switch {
			case from.Grade == judgement.Inadequate:
				score += 4
			case !from.isZero(), text.ContainsAny(l[c.from:c.to], "judge", "judgment", "grading", "rating", "verdict"):
				score += 2
			}
			if score > best {
				best, number, since = score, c.number, from
			}
		}
	}
	return number, since
}

func (e Earlier) isZero() bool { return e == Earlier{} }

// inspectionIn is the inspection that the words after "since" name: the first, or
// the one with a grade. Other inspections in the same sentence are not what is
// counted from.
func (x earlierReader) inspectionIn(f finding.Finding, since string) Earlier {
	var found Earlier
	for _, e := range x.mentions(&finding.Finding{Text: since, Span: f.Span}) {
		if e.Type != VisitTypeMonitoring && (found.isZero() || found.Grade == 0 && e.Grade != 0) {
			e.Text = f.Text
			found = e
		}
	}
	return found
}

// visitCount is an ordinal number by which a sentence counts monitoring visits.
type visitCount struct {
	number   int
	from, to int  // the words from "since" or "after" on: what it counts from; empty where it does not tell
	isThis   bool // "this was the third visit", "its third visit"
}

// countsIn finds the counts of monitoring visits in a sentence in lower case.
// Letters write "the third monitoring visit", newspapers also "its third check
// on the council", "the third since …", "the third of the visits". Another
// visit's number is none: "at the first visit", "a fourth visit is due".
func countsIn(l string, article bool) []visitCount {
	if !text.ContainsAny(l, "visit", "check", "inspect") && !(article && (text.ContainsAny(l, inspectorate...) || text.HasAnyPrefix(l, "it was ", "this was ", "that was "))) {
		return nil
	}
	var out []visitCount
	end := 0 // of the count before
	var room wordRoom
	w := text.Words(room[:0], l, 0)
	for i := 0; i < len(w); i++ {
		number, n := ordinalAt(w, i)
		if n == 0 {
			continue
		}
		k, ok := countedAt(w, i+n, article)
		if !ok || isOtherVisit(l, w, i, k) || wordAt(w, i+n, 0) == "time" && !text.ContainsAny(l[:w[i].At], "back", "return", "visit") {
			continue
		}
		c := visitCount{number: number, isThis: slices.Contains(thisVisit, wordAt(w, i, -1)) || wordAt(w, i, -1) == "the" && slices.Contains(thisVisit, wordAt(w, i, -2))}
		if len(out) > 0 {
			before := &out[len(out)-1]
			before.from, before.to = sinceIn(l, end, w[i].At)
		}
		end = w[min(k, len(w))-1].End()
		out = append(out, c)
		i = max(i, k-1)
	}
	if len(out) > 0 {
		last := &out[len(out)-1]
		last.from, last.to = sinceIn(l, end, len(l))
	}
	return out
}

// thisVisit are the words before the number of the visit itself.
var thisVisit = []string{"was", "is", "were", "its", "their", "ofsted's", "be", "this"}

// countedAt finds the visit that the ordinal number before w[k] counts, and
// returns the word after it.
func countedAt(w []text.Word, k int, article bool) (end int, ok bool) {
	at := func(k int) string { return wordAt(w, k, 0) }
	if at(k) == "and" && isOneOf(at(k+1), "final", "last", "latest") {
		k += 2
	}
	switch at(k) {
	case "since":
		return k, true
	case "one", "time": // "back for the third time since"
		return k + 1, isOneOf(at(k+1), "since", "after") && (article || at(k) == "one")
	case "of", "in":
		for j := k + 1; j < k+6; j++ { // "the second of its quarterly monitoring visits"
			if isOneOf(at(j), "visits", "checks", "kind") {
				return j + 1, true
			}
		}
		return k, false
	}
	const most = 5 // words between the number and the visit
	for j := k; j <= k+most; j++ {
		switch at(j) {
		case "monitoring":
			if isOneOf(at(j+1), "visit", "inspection", "check", "review", "report", "letter") {
				return j + 2, true
			}
		case "up":
			if at(j-1) == "follow" && isOneOf(at(j+1), "visit", "inspection", "check") {
				return j + 2, true
			}
		case "visit", "check":
			return j + 1, at(j-1) == "such" || isOneOf(at(j+1), "since", "after") ||
				article && isOneOf(at(j+1), "to", "on", "of", "by", "from", "took", "was", "found") && !isHomeVisit(at(j+2), at(j+3))
		case "since", "after", "of", "in", "on", "at", "to", "for", "by", "with", "from", "was", "were", "is", "has", "had", "the", "a", "an", "and", "that", "which", "who", "":
			return k, false
		}
	}
	return k, false
}

// isHomeVisit reports whether the words after "a visit to" say that it is one of a
// social worker: "to one child", "to their families".
func isHomeVisit(words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		return isOneOf(w, "child", "children", "family", "families", "home", "homes", "parents")
	})
}

// isOtherVisit reports whether a counted visit, whose number is w[i] and whose
// name ends before w[end], is one before or to come.
func isOtherVisit(l string, w []text.Word, i, end int) bool {
	k := i
	if isOneOf(wordAt(w, k, -1), "a", "the", "ofsted's") {
		k--
	}
	if isOneOf(wordAt(w, k, -1), "at", "since", "before", "until", "expects", "expect", "next", "previous") || wordAt(w, k, -2) == "ahead" {
		return true
	}
	return isComing(l[clauseBefore(l, w[i].At):w[i].At], l[w[min(end, len(w))-1].End():])
}

// sinceIn is what a count counts from that ends at l[from]: the words from
// "since" or "after" on, to the end of their clause or to l[limit], where the next
// count begins. They are empty where the count does not tell.
func sinceIn(l string, from, limit int) (start, end int) {
	start = -1
	for _, word := range []string{" since ", " after ", " following "} {
		if i := strings.Index(l[from:limit], word); i >= 0 && (start < 0 || from+i+1 < start) {
			start = from + i + 1
		}
	}
	if start < 0 {
		return 0, 0
	}
	for at := start; ; { // a comma within a date ends no clause: "in october, 2018"
		i := strings.Index(l[at:limit], ", ")
		if i < 0 {
			return start, limit
		}
		at += i + len(", ")
		if at < limit && !text.IsDigit(l[at]) {
			return start, at - len(", ")
		}
	}
}

package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/body"
	"github.com/ilacs-go/inspection/ilacs/internal/dates"
	"github.com/ilacs-go/inspection/ilacs/internal/front"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
	"github.com/ilacs-go/inspection/ilacs/internal/sentence"
)

// maxArticle is the size in bytes over which a text is no article.
const maxArticle = 64 << 10

// readArticle reads a second-hand text about a visit; nil where it is none. An
// article has no form of its own, so it must say all of: Ofsted or inspectors,
// children's services or social work, a visit, and an authority: one of the
// register, or a council.
func (doc *document) readArticle(notes []Note) *Report {
	if len(doc.plain.S) > maxArticle {
		return nil
	}
	l := text.Lower(text.Plain(doc.plain.S))
	if !aboutChildrensServices(l) {
		return nil
	}
	n, at := articleVisit(l)
	if n < 0 {
		return nil
	}
	flow := layout.Unwrap(doc.plain.S, doc.lines, 0, nil)
	findings := body.ReadArticle(doc.plain, flow)
	if len(findings) < fewestSentences {
		return nil
	}
	var whole strings.Builder // unwrapped, so that no name is cut
	for _, k := range flow.Blocks {
		whole.WriteString(flow.S[k.From:k.To] + "\n\n")
	}
	a, printed, ok := mostNamed(whole.String())
	if !ok {
		if printed = councilNamed(whole.String()); printed == "" {
			return nil
		}
		notes = append(notes, doc.noteLines(0, 0, "the authority's name is not in the register, or stands for several"))
	}
	r := &Report{Source: SourceArticle, Findings: findings, Notes: notes}
	v := &r.Visit
	v.Type, v.Authority, v.URN = anchors[n].typ, printed, a.URN
	v.Published = articlePublished(doc.page)
	v.setPeriods(articleDates(l, at, anchors[n].text, v.Published))
	r.Earlier = earlierVisits(r)
	if v.Type == VisitTypeMonitoring {
		v.Ordinal, v.Since = monitoringCount(r)
	}
	sortNotes(r.Notes)
	return r
}

// fewestSentences is how many sentences an article has at the least.
const fewestSentences = 3

// aboutChildrensServices reports whether a text in lower case speaks of Ofsted
// and of an authority's services for children, and of no single provider alone.
func aboutChildrensServices(l string) bool {
	return text.ContainsAny(l, "ofsted", "inspectors") &&
		text.ContainsAny(l, "children's services", "children's social care", "social work", "children in care", "children looked after", "looked after children") &&
		(!text.ContainsAny(l, "children's home", "primary school", "secondary school", "fostering agency", "academy", "nursery", "pupils in the school") ||
			text.ContainsAny(l, "monitoring visit", "focused visit"))
}

// articlePublished is the date of an article's publication.
func articlePublished(h *front.Page) civil.Date {
	if d := letterDate(h); !d.IsZero() {
		return d
	}
	if at := h.Value(0, "published"); at >= 0 {
		if p, _ := dates.Periods(h.Folded[at:], 0); len(p) == 1 {
			return p[0].Start
		}
	}
	return civil.Date{}
}

// articleVisit is the visit that an article is about: the first that it names,
// an inspection only if it names nothing else.
func articleVisit(l string) (n, at int) {
	n, at = -1, len(l)
	for i, v := range anchors {
		if v.typ == 0 || v.typ == VisitTypeInspection && n >= 0 {
			break
		}
		if k := strings.Index(l, v.text); k >= 0 && (n < 0 || k < at) {
			n, at = i, k
		}
	}
	return n, at
}

// articleDates reads the dates of the visit where a sentence that names it
// gives days.
func articleDates(l string, at int, noun string, published civil.Date) []dates.Period {
	for at >= 0 && at < len(l) {
		end, _ := sentence.Next(l[at:])
		s := l[at : at+end]
		for _, label := range []string{" on ", " between ", " from ", " took place "} {
			if i := strings.Index(s, label); i >= 0 {
				if p, _ := dates.Periods(strings.TrimPrefix(s[i:], " took place"), published.Year()); len(p) == 1 {
					return p
				}
			}
		}
		k := strings.Index(l[at+len(noun):], noun)
		if k < 0 {
			return nil
		}
		at += len(noun) + k
	}
	return nil
}

// councilNamed is the first name of a council that a text gives: capitalised
// words before "Council".
func councilNamed(s string) string {
	for from := 0; ; {
		i := strings.Index(s[from:], " Council")
		if i < 0 {
			return ""
		}
		end := from + i
		from = end + len(" Council")
		start := end
		for start > 0 {
			w := strings.LastIndexAny(s[:start], " \n") + 1
			if c := s[w]; !(c >= 'A' && c <= 'Z') && s[w:start] != "and" && s[w:start] != "of" && s[w:start] != "upon" {
				break
			}
			start = max(0, w-1)
			if w < 2 || s[w-1] == '\n' && s[w-2] == '\n' {
				break
			}
		}
		name := strings.Join(strings.Fields(s[start:from]), " ")
		for _, w := range []string{"The ", "the ", "and ", "of "} {
			name = strings.TrimPrefix(name, w)
		}
		if strings.Count(name, " ") > 0 && len(name) < 60 {
			return name
		}
	}
}

// maxAuthorityWords is the most words that an authority's name is looked for in.
const maxAuthorityWords = 7

// mostNamed is the authority of the register that a text names most often, and
// how it is printed first. ok is false where there is none, or two are named
// equally often. A word that begins a sentence is no evidence by itself
// ("Reading the records …").
func mostNamed(s string) (most authority.Authority, printed string, ok bool) {
	type count struct {
		a       authority.Authority
		printed string
		n       int
	}
	var counts []count
	begins := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '.' || c == '!' || c == '?' || c == '\n' && i > 0 && s[i-1] == '\n':
			begins = true
			continue
		case !text.IsLetter(c):
			continue
		}
		end := i
		for end < len(s) && text.IsLetter(s[end]) {
			end++
		}
		if c < 'a' {
			a, n, found := authorityAt(s[i:])
			if found && (!begins || strings.Contains(s[i:i+n], " ")) {
				k := 0
				for k < len(counts) && counts[k].a.URN != a.URN {
					k++
				}
				if k == len(counts) {
					counts = append(counts, count{a: a, printed: strings.Join(strings.Fields(s[i:i+n]), " ")})
				}
				counts[k].n++
				end = i + n
			}
		}
		begins = false
		i = end - 1
	}
	best := -1
	for k := range counts {
		switch {
		case best < 0 || counts[k].n > counts[best].n:
			best, ok = k, true
		case counts[k].n == counts[best].n:
			ok = false
		}
	}
	if !ok {
		return authority.Authority{}, "", false
	}
	return counts[best].a, counts[best].printed, true
}

// authorityAt finds the longest name of an authority at the start of s.
func authorityAt(s string) (authority.Authority, int, bool) {
	var best authority.Authority
	length := 0
	n := 0
	for i := 0; i < len(s) && n < maxAuthorityWords; {
		for i < len(s) && (text.IsLetter(s[i]) || s[i] == '-' || s[i] == '.' && i+1 < len(s) && s[i+1] == ' ' && i == 2) {
			i++
		}
		if n == 0 || s[i-1] != ' ' {
			if a, ok := authority.Lookup(s[:i], civil.Date{}); ok && a.URN != "" {
				best, length = a, i
			}
		}
		n++
		if i >= len(s) || s[i] != ' ' && s[i] != '\n' && s[i] != ',' {
			break
		}
		for i < len(s) && (s[i] == ' ' || s[i] == '\n' || s[i] == ',') {
			i++
		}
		if i < len(s) && !text.IsLetter(s[i]) {
			break
		}
	}
	return best, length, length > 0
}

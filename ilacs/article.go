package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/dates"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
	"github.com/ilacs-go/inspection/ilacs/internal/sentence"
)

// longestArticle is the size over which a text is no article.
const longestArticle = 64 << 10

// article reads a second-hand text about a visit. It has no form of its own,
// so it must say all of: Ofsted or inspectors, children's services or social
// work, a visit, and an authority: one of the register, or a council.
func (d *document) article() bool {
	if len(d.plain.S) > longestArticle {
		return false
	}
	l := text.Lower(text.Plain(d.plain.S))
	if !text.ContainsAny(l, "ofsted", "inspectors") ||
		!text.ContainsAny(l, "children's services", "children's social care", "social work", "children in care", "children looked after", "looked after children") ||
		text.ContainsAny(l, "children's home", "primary school", "secondary school", "fostering agency", "academy", "nursery", "pupils in the school") && !text.ContainsAny(l, "monitoring visit", "focused visit") {
		return false
	}
	n, at := articleVisit(l)
	if n < 0 {
		return false
	}
	r := d.report
	b := &body{text: d.plain, flow: layout.Unwrap(d.plain.S, d.lines, 0, nil)}
	b.article()
	if len(b.findings) < 3 {
		return false
	}
	var text strings.Builder // unwrapped, so that no name is cut
	for _, k := range b.flow.Blocks {
		text.WriteString(b.flow.S[k.From:k.To] + "\n\n")
	}
	a, printed, ok := mostNamed(text.String())
	if !ok {
		if printed = councilNamed(text.String()); printed == "" {
			return false
		}
		d.note(0, 0, "the authority's name is not in the register, or stands for several")
	}
	r.Source = SourceArticle
	r.Visit.Type = anchors[n].typ
	r.Visit.Authority, r.Visit.URN = printed, a.URN
	r.Visit.Published = letterDate(d.head)
	if at := d.head.value(0, "published"); at >= 0 && r.Visit.Published.IsZero() {
		if p, _ := dates.Periods(d.head.folded[at:], 0); len(p) == 1 {
			r.Visit.Published = p[0].Start
		}
	}
	r.Findings = b.findings
	d.articleDates(l, at, anchors[n].text)
	d.earlier()
	d.afterwards("letter")
	return true
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
func (d *document) articleDates(l string, at int, noun string) {
	for at >= 0 && at < len(l) {
		end, _ := sentence.Next(l[at:])
		s := l[at : at+end]
		for _, label := range []string{" on ", " between ", " from ", " took place "} {
			if i := strings.Index(s, label); i >= 0 {
				if p, _ := dates.Periods(strings.TrimPrefix(s[i:], " took place"), d.report.Visit.Published.Year()); len(p) == 1 {
					d.report.Visit.setDates(p)
					return
				}
			}
		}
		k := strings.Index(l[at+len(noun):], noun)
		if k < 0 {
			return
		}
		at += len(noun) + k
	}
}

// article makes findings of the sentences of an article: the first paragraph
// that is one is its headline. What has no end of a sentence is a title, a
// caption or the page's frame.
func (b *body) article() {
	b.section = finding.SectionHeadline
	for _, k := range b.flow.Blocks {
		text := strings.TrimSpace(b.flow.S[k.From:k.To])
		if text == "" || !strings.ContainsAny(text[max(0, len(text)-5):], ".?!") {
			continue
		}
		before := len(b.findings)
		b.narrative([]layout.Block{k}, 0)
		if len(b.findings) > before {
			b.section = finding.SectionMain
		}
	}
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

// longestAuthority is the most words that an authority's name is looked for in.
const longestAuthority = 7

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
	for i := 0; i < len(s) && n < longestAuthority; {
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

package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
)

// setAuthority takes the name from the match whose name is in the register; of
// several that mean the same authority, the title's or heading's.
func (d *document) setAuthority(matches []match) {
	h, v := d.head, &d.report.Visit
	place := inOpening
	for _, m := range matches {
		a, printed, ok := resolve(h.printed[m.from:m.to], v.Start)
		if !ok && m.kind.typ == VisitTypeJTAI {
			if i := strings.LastIndex(printed, " in "); i >= 0 {
				printed = printed[i+len(" in "):] // of theme and place, the place
			}
		}
		if v.URN != "" && a.URN != v.URN {
			continue
		}
		if v.Authority == "" || ok && v.URN == "" || m.kind.where > place {
			v.Authority, place = tidyName(printed), m.kind.where
		}
		if ok {
			v.URN = a.URN
		}
	}
	if matches[0].kind.typ == VisitTypeJTAI {
		d.setTheme(matches)
	}
	if v.URN == "" {
		d.note(h.line(matches[0].from), h.line(matches[0].to), "the authority's name is not in the register, or stands for several")
	}
}

// resolve finds the authority that a printed name means: the whole, or what
// stands behind one of its words "in" ("sexual abuse in the family in X").
func resolve(printed string, on civil.Date) (authority.Authority, string, bool) {
	printed = strings.ReplaceAll(printed, "\n", " ")
	for rest := printed; ; {
		if a, ok := authority.Lookup(rest, on); ok {
			return a, rest, true
		}
		_, after, ok := strings.Cut(rest, " in ")
		if !ok {
			return authority.Authority{}, printed, false
		}
		rest = after
	}
}

// tidyName takes off what is not the authority's name: the article, "local
// authority" and "children's services", the mark of a footnote.
func tidyName(s string) string {
	s = strings.TrimSpace(strings.ReplaceAll(s, "\n", " "))
	if n := layout.BareNumber(strings.SplitN(s, " ", 2)[0]); n >= 0 && strings.Contains(s, " ") {
		s = strings.SplitN(s, " ", 2)[1] // a page number before the title
	}
	if rest, ok := strings.CutPrefix(s, "the "); ok {
		s = rest
	}
	for {
		l := text.Lower(s)
		cut := s
		for _, end := range []string{" inspection of", " local authority", " children's services", " children's social care services", " children's social care", ","} {
			if strings.HasSuffix(l, end) {
				cut = s[:len(s)-len(end)]
			}
		}
		if cut == s {
			return strings.TrimSpace(s)
		}
		s = strings.TrimSpace(cut)
	}
}

// setTheme gives a joint inspection its theme as the line of focus.
func (d *document) setTheme(matches []match) {
	h := d.head
	for _, m := range matches {
		if !strings.HasSuffix(m.kind.before, "response to") {
			continue
		}
		theme := strings.ReplaceAll(h.printed[m.from:m.to], "\n", " ")
		if !strings.Contains(theme, " - ") {
			theme = strings.ReplaceAll(theme, "- ", "-") // a name that wraps at its hyphen
		}
		for rest := theme; ; {
			i := strings.Index(rest, " in ")
			if i < 0 {
				break
			}
			rest = rest[i+4:]
			if _, ok := authority.Lookup(rest, d.report.Visit.Start); ok {
				theme = theme[:len(theme)-len(rest)-4]
				break
			}
		}
		if i := strings.LastIndex(theme, " in "); i > 0 && strings.HasSuffix(theme[i:], d.report.Visit.Authority) {
			theme = theme[:i] // a place that is not in the register
		}
		d.report.Visit.Focus = []string{strings.TrimSpace(theme)}
		return
	}
}

package ilacs

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/front"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
)

// authorityName is how a document names the authority.
type authorityName struct {
	printed string
	urn     string   // "" where it is not in the register, or stands for several
	theme   []string // a joint inspection's, as its line of focus
	notes   []Note
}

// authority takes the name from the match whose name is in the register; of
// several that mean the same authority, the title's or heading's. on is the
// first day of fieldwork.
func (doc *document) authority(matches []match, on civil.Date) authorityName {
	h := doc.page
	var n authorityName
	at := inOpening
	for _, m := range matches {
		a, printed, ok := resolve(h.Printed[m.from:m.to], on)
		if !ok && m.kind.typ == VisitTypeJTAI {
			if i := strings.LastIndex(printed, " in "); i >= 0 {
				printed = printed[i+len(" in "):] // of theme and place, the place
			}
		}
		if n.urn != "" && a.URN != n.urn {
			continue
		}
		if n.printed == "" || ok && n.urn == "" || m.kind.where > at {
			n.printed, at = tidyName(printed), m.kind.where
		}
		if ok {
			n.urn = a.URN
		}
	}
	if matches[0].kind.typ == VisitTypeJTAI {
		n.theme = jointTheme(h, matches, n.printed, on)
	}
	if n.urn == "" {
		n.notes = append(n.notes, doc.noteLines(h.Line(matches[0].from), h.Line(matches[0].to), notInRegister))
	}
	return n
}

// resolve finds the authority that a printed name means: the whole, or what
// follows one of its words "in" ("sexual abuse in the family in X").
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
	if n := layout.Number(strings.SplitN(s, " ", 2)[0]); n >= 0 && strings.Contains(s, " ") {
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

// jointTheme is the theme of a joint inspection of the place named.
func jointTheme(h *front.Page, matches []match, place string, on civil.Date) []string {
	i := slices.IndexFunc(matches, func(m match) bool { return strings.HasSuffix(m.kind.before, "response to") })
	if i < 0 {
		return nil
	}
	theme := strings.ReplaceAll(h.Printed[matches[i].from:matches[i].to], "\n", " ")
	if !strings.Contains(theme, " - ") {
		theme = strings.ReplaceAll(theme, "- ", "-") // a name that wraps at its hyphen
	}
	for rest := theme; ; {
		i := strings.Index(rest, " in ")
		if i < 0 {
			break
		}
		rest = rest[i+len(" in "):]
		if _, ok := authority.Lookup(rest, on); ok {
			theme = theme[:len(theme)-len(rest)-len(" in ")]
			break
		}
	}
	if i := strings.LastIndex(theme, " in "); i > 0 && strings.HasSuffix(theme[i:], place) {
		theme = theme[:i] // a place that is not in the register
	}
	return []string{strings.TrimSpace(theme)}
}

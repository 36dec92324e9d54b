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

// authority takes the name from the first match whose name is in the register;
// of several that mean the same authority, the title's or heading's. One that
// means another authority is noted. on is the first day of fieldwork.
func (doc *document) authority(matches []match, on civil.Date) authorityName {
	h := doc.page
	var n authorityName
	var found authority.Authority
	var others []string
	at := inOpening
	for _, m := range matches {
		a, printed, ok := resolve(h.Printed[m.from:m.to], on)
		if !ok && m.kind.typ == VisitTypeJTAI {
			if i := strings.LastIndex(printed, " in "); i >= 0 {
				printed = printed[i+len(" in "):] // of theme and place, the place
			} else if strings.HasSuffix(m.kind.before, "response to") {
				a, printed, ok = addressee(h, on) // the heading names the theme alone
			}
		}
		known := found != (authority.Authority{})
		if known && a != found {
			if name := tidyName(printed); ok && !slices.Contains(others, name) {
				others = append(others, name)
				n.notes = append(n.notes, doc.noteLines(h.Line(m.from), h.Line(m.to), "the document names another authority too: "+name))
			}
			continue
		}
		if n.printed == "" || ok && !known || m.kind.where > at {
			n.printed, at = tidyName(printed), m.kind.where
		}
		if ok {
			found, n.urn = a, a.URN
		}
	}
	if matches[0].kind.typ == VisitTypeJTAI {
		n.theme = jointTheme(h, matches, n.printed, on)
	}
	if n.urn == "" {
		n.notes = append(n.notes, doc.noteLines(h.Line(matches[0].from), h.Line(matches[0].to), whyNoURN(n.printed, found, on)))
	}
	return n
}

// addressee is the authority whose director a letter is addressed to; "" where
// it names none.
func addressee(h *front.Page, on civil.Date) (authority.Authority, string, bool) {
	const office = "director of children's services"
	at := strings.Index(h.Folded, office)
	if at < 0 {
		return authority.Authority{}, "", false
	}
	rest := h.Printed[at+len(office) : min(len(h.Printed), at+len(office)+maxName)]
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	if end := h.LineStart(h.Line(at)+1) - at - len(office); end < len(rest) {
		rest = rest[:max(end, 0)]
	}
	return resolve(strings.Trim(rest, " ,"), on)
}

// resolve finds the authority that a printed name means: the whole, or what
// follows one of its words "in" ("sexual abuse in the family in X").
func resolve(printed string, on civil.Date) (authority.Authority, string, bool) {
	printed = withoutMarks(strings.ReplaceAll(printed, "\n", " "))
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

// withoutMarks takes off what text forms put before a title: the number of a
// page ("1 Wexcombe", "Page 1 of 20 Wexcombe") and a mark of protection
// ("OFFICIAL Wexcombe"), which is in capitals where the name is not.
func withoutMarks(s string) string {
	for {
		word, rest, ok := strings.Cut(s, " ")
		rest = strings.TrimLeft(rest, " ")
		isMark := layout.BareNumber(word) >= 0 || strings.EqualFold(word, "page") && layout.BareNumber(firstWord(rest)) >= 0 ||
			word == "of" && layout.BareNumber(firstWord(rest)) >= 0 ||
			len(word) > 3 && strings.ToUpper(word) == word && text.Lower(word) != word && strings.ToUpper(rest) != rest
		if !ok || rest == "" || !isMark {
			return s
		}
		s = rest
	}
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// tidyName takes off what is not the authority's name: the article, "local
// authority" and "children's services", the mark of a footnote.
func tidyName(s string) string {
	s = withoutMarks(strings.TrimSpace(strings.ReplaceAll(s, "\n", " ")))
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
			return strings.ToValidUTF8(strings.TrimSpace(s), "") // a limit may have cut a letter
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
	return []string{strings.ToValidUTF8(strings.TrimSpace(theme), "")}
}

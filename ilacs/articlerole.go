package ilacs

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"
)

// roleOf is what a line says of the place that a mention names.
func (a *article) roleOf(line articleLine, m mention) role {
	before := strings.TrimSuffix(line.l[:m.from], "the ")
	after := line.l[m.to:]
	council := isCouncil(m.printed)
	if rest, ok := cutCouncil(after); ok {
		council, after = true, rest
	}
	possessive := text.HasAnyPrefix(after, "'s ", "' ")
	if possessive {
		after = after[strings.IndexByte(after, ' '):]
	}
	switch {
	case endsInAny(before, helping...):
		return roleNone
	case endsInAny(before, "letter to ", "wrote to ", "written to "):
		return roleVisited
	}
	if n, ok := namingBefore(line, m.from); ok {
		if n.tense.mayBeThis() && !a.isLongAgo(&n) {
			return roleVisited
		}
		return roleServices
	}
	if rest, ok := cutCouncil(after); ok { // "Bolton's council"
		council, after = true, rest
	}
	switch {
	case text.HasAnyPrefix(after, servicesAfter...), isServicesIn(before), isAddressed(before), isGraded(after):
		return roleServices
	case council:
		return roleCouncil
	case !possessive && isSentenceStart(line.l, m.from) && !strings.Contains(m.printed, " "):
		return roleNone // "Reading the records …"
	case m.authority.Name == "" && !m.several:
		return roleNone
	}
	return roleMere
}

// helping are the words before the name of a council that lends help or staff, or
// is only where somebody comes from.
var helping = []string{
	" from ", "help of ", "support of ", "led by ", "partner ", "partners ", "former ", "formerly of ", "formerly at ", "neighbouring ", "unlike ", " near ", "outside ",
	"director at ", "worked at ", "worked for ", "works for ", "working with ",
}

// servicesAfter are the words after a council's name that say that its services
// are spoken of.
var servicesAfter = []string{
	" children's services", " children's service", " children's social", " children's care", " children's department", " children's trust", " children first",
	" social care", " social work", " services for children", " service for children", " child protection", " looked after", " help for children", " care for children", " work with children",
}

// servicesBefore are the words for an authority's services before "in" and the
// authority's name.
var servicesBefore = []string{
	"children's services", "children's service", "children's social care", "children's social services", "children's care", "children's department", "child services", "social work", "social care",
	"child protection", "services", "service", "children's services department", "children in care", "care leavers", "looked-after children", "looked after children",
}

// isServicesIn reports whether the words before a name end with "services in".
func isServicesIn(before string) bool {
	for _, joint := range []string{" in ", " at ", " of ", " for ", " across ", " within ", " run by "} {
		if rest, ok := strings.CutSuffix(before, joint); ok {
			return endsInAny(rest, servicesBefore...)
		}
	}
	return false
}

// isAddressed reports whether the words before a name say that inspectors speak to
// the place or of it: "Ofsted has praised Bolton".
func isAddressed(before string) bool {
	return endsInAny(before, "praised ", "praises ", "told ", "tells ", "warned ", "warns ", "criticised ", "criticises ", "commended ", "commends ", "rated ", "rates ", "branded ", "brands ", "judged ", "hailed ", "hails ", "urged ", "urges ")
}

// isGraded reports whether the words after a name say how inspectors found the
// place: "Bolton was rated inadequate in 2018".
func isGraded(after string) bool {
	f := strings.Fields(after[:min(len(after), 80)])
	if len(f) == 0 || !isOneOf(f[0], "was", "were", "is", "are", "has", "have", "had", "remains", "remained") {
		return false
	}
	return slices.ContainsFunc(f[1:min(len(f), 6)], func(w string) bool {
		return isOneOf(strings.Trim(w, `"',.`), "judged", "rated", "graded", "branded", "inspected", "visited", "told", "praised", "warned", "criticised", "urged", "inadequate", "good", "outstanding")
	})
}

// cutCouncil takes the words for a council off the start of a text, where they
// have no capital letter: "Bolton council".
func cutCouncil(s string) (string, bool) {
	for _, kind := range []string{" council", " borough council", " city council", " county council", " metropolitan borough council"} {
		if rest, ok := strings.CutPrefix(s, kind); ok {
			return strings.TrimPrefix(rest, "s"), true
		}
	}
	return s, false
}

// fillers are the words that may stand between a visit and the place that it was
// made to: "a visit by two inspectors to the children's services of Bolton".
var fillers = []string{
	"to", "of", "at", "in", "on", "the", "a", "an", "its", "their", "both", "local", "authority", "council", "council's", "children's", "services", "service", "social", "care",
	"department", "front", "door", "by", "ofsted", "inspectors", "two", "three", "work", "with", "there", "site", "back", "city", "county", "borough", "for", "children",
}

// mostFillers is how many such words there may be.
const mostFillers = 10

// namingBefore finds the visit that a line names before a place, with nothing
// between but fillers.
func namingBefore(line articleLine, from int) (naming, bool) {
	for k := len(line.namings) - 1; k >= 0; k-- {
		n := line.namings[k]
		if n.to > from {
			continue
		}
		if from-n.to > 200 {
			return naming{}, false
		}
		var room wordRoom
		between := text.Words(room[:0], line.l[n.to:from], 0)
		if len(between) > mostFillers || strings.ContainsAny(line.l[n.to:from], ",;:.") {
			return naming{}, false
		}
		for _, w := range between {
			if !slices.Contains(fillers, w.Text) {
				return naming{}, false
			}
		}
		return n, true
	}
	return naming{}, false
}

// isSentenceStart reports whether nothing but quotation marks stands before l[at].
func isSentenceStart(l string, at int) bool { return strings.Trim(l[:at], ` "'`) == "" }

func endsInAny(s string, suffixes ...string) bool {
	return slices.ContainsFunc(suffixes, func(w string) bool { return strings.HasSuffix(s, w) })
}

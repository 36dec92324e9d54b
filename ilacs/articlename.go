package ilacs

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

// An article names many places: the council that was visited, its neighbours,
// the newspaper, a hospital, a helper. Which of them is meant is told by what each
// mention says of it, its role, not by how often a name stands there.

// role is what a mention of a place says of it, the surer the higher.
type role uint8

const (
	roleNone     role = iota // it lends staff, is a person's former post, is part of another name
	roleMere                 // "young people in Bolton"
	roleCouncil              // "Bolton Council"
	roleServices             // "Bolton's children's services", "Ofsted has praised Bolton"
	roleVisited              // "a focused visit to Bolton": by the visit that the article is about
)

// mention is a place where an article names an authority, or what may be one.
type mention struct {
	printed   string
	authority authority.Authority // zero where the register has none of that name
	several   bool                // "North and West Northamptonshire Councils"
	role      role
	line      int
	from, to  int // in the line
}

// candidate is what an article says of one authority.
type candidate struct {
	mention        // the first of it, with the highest role of any
	weight  int    // of all its mentions: each counts by its role, twice in the opening
	key     string // what tells it from others
}

// articleName is the authority that an article is about.
type articleName struct{ printed, urn, note string }

// authority finds the authority whose services were visited. why is the reason
// for which there is none.
func (a *article) authority(on civil.Date) (name articleName, why string) {
	if on.IsZero() {
		on = a.published
	}
	places := a.candidates(on)
	if visitedApart(places) > 1 || a.isRoundUp(places) {
		return articleName{}, "about several councils"
	}
	if len(places) == 0 {
		if !a.isDated() {
			return articleName{}, "names no council"
		}
		return articleName{note: "the text names no council"}, ""
	}
	best := places[0]
	if len(places) > 1 && isTie(best, places[1]) {
		return articleName{note: "the text names several authorities, and does not tell which was visited: " + best.printed + ", " + places[1].printed}, ""
	}
	name.printed, name.urn = best.printed, best.authority.URN
	if name.urn == "" {
		name.note = whyNoURN(best.printed, best.authority, on)
	}
	return name, ""
}

// isDated reports whether the article gives its own visit a date, which is enough
// to read it though it names no council: "a visit to our services on 4 June".
func (a *article) isDated() bool {
	for i := range a.lines {
		if d, ok := a.dateAfter(i, 0, len(a.lines[i].s)); ok && a.isOfThisVisit(i, d) {
			return true
		}
	}
	return false
}

// notInRegister is the note on a name that the register does not settle.
const notInRegister = "the authority's name is not in the register, or stands for several"

// whyNoURN says why a name has no number: found is the authority that it means,
// zero where the register has none of that name.
func whyNoURN(printed string, found authority.Authority, on civil.Date) string {
	closed := found
	var unsettled *authority.NameError
	if _, err := authority.FindOn(printed, on); errors.As(err, &unsettled) && errors.Is(err, authority.ErrNotOpen) {
		closed = unsettled.Nearest[0]
	}
	if closed.Closed.IsZero() {
		return notInRegister
	}
	return closed.Name + " closed on " + closed.Closed.String() + ": the register has no number for it"
}

// isTie reports whether nothing tells which of two places was visited.
func isTie(best, next candidate) bool {
	return best.role == next.role && 2*best.weight < 3*next.weight
}

// visitedApart is how many authorities an article says were visited, each by
// itself: more than one where it rounds up several visits. Two that one visit
// went to stand in one mention.
func visitedApart(places []candidate) int {
	n := 0
	for _, p := range places {
		if p.role == roleVisited && !p.several && 3*p.weight >= places[0].weight {
			n++
		}
	}
	return n
}

// isRoundUp reports whether the opening speaks of councils or visits, and the
// text of several councils' services: "Councils make progress in latest visits".
func (a *article) isRoundUp(places []candidate) bool {
	plural := false
	for _, line := range a.lines {
		plural = plural || line.head && text.ContainsAny(line.l, " councils", " authorities", " visits")
	}
	councils := 0
	for _, p := range places {
		if !p.several && p.role >= roleCouncil {
			councils++
		}
	}
	return plural && councils >= fewestOfRoundUp && !places[0].several
}

// fewestOfRoundUp is how many councils an article at the least rounds up that
// says of none but one that it was visited.
const fewestOfRoundUp = 3

// candidates gathers the mentions by authority, the surest first.
func (a *article) candidates(on civil.Date) []candidate {
	var out []candidate
	places := map[string]int{}  // where each stands in out, by its key
	full := map[string]string{} // names with "Council" that say nothing else
	for _, m := range a.mentions(on) {
		if m.role == roleNone {
			if isCouncil(m.printed) && m.authority == (authority.Authority{}) {
				full[m.key()] = m.printed
			}
			continue
		}
		weight := 1 << m.role
		if a.lines[m.line].head {
			weight *= 2
		}
		key := m.key()
		i, known := places[key]
		if !known {
			places[key] = len(out)
			out = append(text.Room(out), candidate{mention: m, weight: weight, key: key})
			continue
		}
		p := &out[i]
		p.weight += weight
		if isFuller := p.authority.URN == "" && isCouncil(m.printed) && !isCouncil(p.printed); isFuller {
			p.printed = m.printed
		}
		p.role = max(p.role, m.role)
	}
	for i, p := range out {
		if name := full[p.key]; name != "" && !isCouncil(p.printed) {
			out[i].printed = name
		}
	}
	// A place that is not in the register and is nowhere called a council may be
	// any town: it counts where nothing else does.
	isTown := func(p candidate) bool { return p.authority == authority.Authority{} && !isCouncil(p.printed) }
	if slices.ContainsFunc(out, func(p candidate) bool { return !isTown(p) && p.role > roleMere }) {
		out = slices.DeleteFunc(out, isTown)
	}
	slices.SortStableFunc(out, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.role, x.role), cmp.Compare(y.weight, x.weight))
	})
	return out
}

// key tells one authority from another: its number, or its name without the words
// for a council.
func (m mention) key() string {
	switch {
	case m.several:
		return "several: " + m.printed
	case m.authority.URN != "":
		return m.authority.URN
	case m.authority.Name != "":
		return m.authority.Name
	}
	key := m.printed
	for {
		i := strings.LastIndexByte(key, ' ')
		if i < 0 || !slices.Contains(councilWords, key[i+1:]) {
			return key
		}
		key = key[:i]
	}
}

// councilWords are the words that follow a place in the name of its council.
var councilWords = []string{"Council", "Councils", "Borough", "City", "County", "Metropolitan", "District", "MBC", "MDC", "Unitary", "Authority"}

// isCouncil reports whether a name is called a council's.
func isCouncil(name string) bool {
	l := text.Lower(name)
	return strings.HasSuffix(l, " council") || strings.HasSuffix(l, " councils") || text.HasAnyPrefix(l, "london borough of ", "royal borough of ")
}

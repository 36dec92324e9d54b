package ilacs

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/dates"
	"github.com/ilacs-go/inspection/ilacs/internal/grade"
)

// servicesWords are the words of which an article about an authority's services
// for children has one.
var servicesWords = []string{
	"children's services", "children's service", "children's social", "children's care", "social work", "social care", "children in care", "children in need",
	"looked after", "looked-after", "care leavers", "care-leavers", "foster", "child protection", "work with children", "services for children", "young people in care",
}

// isAboutChildren reports whether an article speaks of an authority's services for
// children.
func (a *article) isAboutChildren() bool { return a.says(servicesWords...) }

// otherSubjects are what else Ofsted inspects: the words for it, and what is said
// of an article about it.
var otherSubjects = []struct {
	reason  string
	words   []string
	acronym string // with its capital letters
}{
	{"about special educational needs", []string{"special educational needs", "special needs", "written statement of action", "local area partnership"}, "SEND"},
	{"about a children's home", []string{"children's home", "children's homes", "residential home", "secure home"}, ""},
	{"about a fostering or adoption agency", []string{"fostering agency", "fostering agencies", "adoption agency", "fostering service", "fostering services"}, ""},
	{"about a school", []string{"primary school", "secondary school", "high school", "special school", "academy", "pupils", "headteacher"}, ""},
	{"about a nursery or childminder", []string{"nursery", "childminder", "pre-school"}, ""},
	{"about a college or training provider", []string{"college", "apprenticeships", "adult learning", "adult education"}, ""},
}

// otherSubject is the reason for which an article is about something else that
// Ofsted inspects: the sentences that name the visit speak of it, and not of an
// authority's services; or where they speak of neither, the opening and another
// sentence do.
func (a *article) otherSubject() string {
	if a.says("social care common inspection framework") {
		return "about a single provider of social care"
	}
	for _, x := range otherSubjects {
		visited, services, opening, rest := 0, 0, 0, 0
		for _, line := range a.lines {
			other := text.ContainsAny(line.l, x.words...) || x.acronym != "" && strings.Contains(line.s, x.acronym)
			own := text.ContainsAny(line.l, servicesWords...)
			switch visit := line.namesThis(); {
			case visit && other && !own:
				visited++
			case visit && own && !other, visit && !other && line.namesVisit():
				services++
			case other && line.head:
				opening++
			case other:
				rest++
			}
		}
		if visited > services || services == 0 && opening > 0 && opening+rest > 1 {
			return x.reason
		}
	}
	return ""
}

// namesVisit reports whether a line names a visit of a kind that authorities'
// services have, as its own.
func (l articleLine) namesVisit() bool {
	return slices.ContainsFunc(l.namings, func(n naming) bool {
		return n.typ != bareVisit && n.typ != VisitTypeInspection && n.tense.mayBeThis()
	})
}

// visitType is the kind of the visit that an article is about: a monitoring,
// focused or other visit that it names as its own, or else an inspection.
// "Inspection" is often said of a visit, so that it counts only where no visit is
// named, or where it is surely a graded one and is named first. known is false
// where the article names no visit that may be its own.
func (a *article) visitType() (t VisitType, known bool) {
	var visit, full, inspection, bare, series *naming
	first := func(p **naming, n *naming) {
		if *p == nil {
			*p = n
		}
	}
	for i := range a.lines {
		line := &a.lines[i]
		for k := range line.namings {
			n := &line.namings[k]
			if n.tense == tenseGeneral && n.typ == VisitTypeMonitoring {
				first(&series, n)
			}
			if !n.tense.mayBeThis() || a.isLongAgo(n) {
				continue
			}
			switch {
			case n.typ == bareVisit:
				first(&bare, n)
			case n.typ != VisitTypeInspection:
				first(&visit, n)
			case n.full:
				first(&full, n)
			default:
				first(&inspection, n)
			}
		}
	}
	if graded := cmp.Or(full, inspection); visit != nil && graded != nil && graded.line <= visit.line && a.isBefore(visit, graded) {
		visit = nil // "after an inspection in March; it had acted on a visit in January"
	}
	switch {
	case visit != nil && (full == nil || visit.line <= full.line):
		return visit.typ, true
	case full != nil:
		return VisitTypeInspection, true
	case a.isCounted(bare != nil) || bare != nil && a.isFollowUp():
		return VisitTypeMonitoring, true
	case a.reportsNewGrade():
		return VisitTypeInspection, true
	case bare != nil && series != nil: // "monitoring visits are made to …; the visit in May found"
		return VisitTypeMonitoring, true
	case inspection != nil && !a.looksAhead():
		return VisitTypeInspection, true
	case bare != nil:
		return bareVisit, true
	}
	return 0, false
}

// dateOf is the date that the sentence gives a visit after its name; zero where it
// gives none.
func (a *article) dateOf(n *naming) civil.Date {
	d, ok := a.dateAfter(n.line, n.to, n.to+maxClause)
	if !ok || !joins(a.lines[n.line].l[n.to:max(n.to, d.from)]) {
		return civil.Date{}
	}
	return d.on
}

// isLongAgo reports whether the sentence dates a visit so long before the article
// was published that it must be another one.
func (a *article) isLongAgo(n *naming) bool {
	on := a.dateOf(n)
	return !on.IsZero() && !a.published.IsZero() && on.Year() < a.published.Year()-1
}

// isBefore reports whether one visit is dated before another one.
func (a *article) isBefore(n, other *naming) bool {
	first, second := a.dateOf(n), a.dateOf(other)
	return !first.IsZero() && !second.IsZero() && first.Last().Compare(second.First()) < 0
}

// isCounted reports whether the article counts the visit among those since the
// services were found to be inadequate: "its sixth check on the authority since …".
// Where it names a visit, it may tell of the judgement in another sentence.
func (a *article) isCounted(visited bool) bool {
	inadequate := visited && a.says("inadequate")
	return slices.ContainsFunc(a.lines, func(l articleLine) bool {
		return len(l.l) <= maxSentence && slices.ContainsFunc(countsIn(l.l, true), func(c visitCount) bool {
			return inadequate || strings.Contains(l.l[c.from:c.to], "inadequate") || len(grade.ReportedIn(l.l[c.from:c.to])) > 0
		})
	})
}

// isFollowUp reports whether the article says that the visit was made to see what
// had become of services since an inspection, or was no full inspection.
func (a *article) isFollowUp() bool {
	for _, line := range a.lines {
		if text.ContainsAny(line.l, "not a full inspection", "not classed as a full inspection", "not an inspection") {
			return true
		}
		for _, n := range line.namings {
			if n.typ != bareVisit || !n.tense.mayBeThis() {
				continue
			}
			after := line.l[n.to:min(len(line.l), n.to+maxClause)]
			if looked, since, ok := strings.Cut(after, " since "); ok && text.ContainsAny(since, "inspection", "inspected", "inadequate", "judged", "rated") &&
				text.ContainsAny(looked, "how ", "what ", "whether ", "progress", "improve") {
				return true
			}
		}
	}
	return false
}

// looksAhead reports whether the first inspection that the opening names is yet to
// be made.
func (a *article) looksAhead() bool {
	for _, line := range a.lines {
		if line.head && len(line.namings) > 0 {
			return line.namings[0].tense == tenseComing
		}
	}
	return false
}

// reportsNewGrade reports whether the opening says that services were just given
// a grade: "Ofsted has rated children's services in Bolton as good".
func (a *article) reportsNewGrade() bool {
	return slices.ContainsFunc(a.lines, func(line articleLine) bool {
		return line.head && slices.ContainsFunc(grade.ReportedIn(line.l), func(v grade.Reported) bool {
			from, to := clauseAround(line.l, v)
			return !pointsBack(line.l, v) && len(dates.Mentions(line.s[from:to])) == 0
		})
	})
}

// conversations are the words for the yearly meeting about an authority's
// self-evaluation, which is no inspection.
var conversations = []string{"annual conversation", "annual engagement meeting", "annual engagement visit"}

var unquoted = strings.NewReplacer("'", "", `"`, "")

// isConversation reports whether the opening is about the yearly meeting, and
// names no visit with it.
func (a *article) isConversation() bool {
	said := false
	for _, line := range a.lines {
		if !line.head {
			continue
		}
		said = said || text.ContainsAny(unquoted.Replace(line.l), conversations...)
		if line.namesThis() {
			return false
		}
	}
	return said
}

// noVisit is the reason for which an article is not read that names no visit of
// its own.
func (a *article) noVisit() string {
	if a.isConversation() || a.says(conversations...) {
		return "about an annual conversation, which is no inspection or visit"
	}
	return "names no inspection or visit that it is about"
}

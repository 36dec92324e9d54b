package ilacs

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/dates"
	"github.com/ilacs-go/inspection/ilacs/internal/grade"
)

// anchors are the words by which a text names an earlier visit, the longest
// first where one holds another.
var anchors = []struct {
	text string
	typ  VisitType
}{
	{"focused assurance visit", VisitTypeAssurance}, {"assurance visit", VisitTypeAssurance},
	{"focused visit", VisitTypeFocused}, {"focussed visit", VisitTypeFocused},
	{"monitoring visit", VisitTypeMonitoring}, {"monitoring inspection", VisitTypeMonitoring}, {"follow-up visit", VisitTypeMonitoring}, {"follow-up inspection", VisitTypeMonitoring},
	{"joint targeted area inspection", VisitTypeJTAI}, {"jtai", VisitTypeJTAI},
	{"single inspection", VisitTypeSIF}, {"sif inspection", VisitTypeSIF},
	{"re-inspection", VisitTypeInspection}, {"inspection", VisitTypeInspection}, {"inspected", VisitTypeInspection}, {"visit", 0},
}

// olderTypes are the older inspections by the words that tell them in a
// sentence about an inspection.
var olderTypes = []struct {
	text string
	typ  VisitType
}{
	{"contact, referral and assessment", VisitTypeContactReferral},
	{"safeguarding and looked after", VisitTypeSafeguardingLookedAfter},
	{"safeguarding and children looked after", VisitTypeSafeguardingLookedAfter},
	{"arrangements for the protection of children", VisitTypeChildProtection},
	{"child protection arrangements", VisitTypeChildProtection},
	{"annual children's services assessment", VisitTypeAnnualAssessment},
}

// anchor is an anchor found in a sentence.
type anchor struct {
	typ      VisitType
	from, to int
}

// earlierVisits finds the earlier visits that a report's findings refer to.
func earlierVisits(r *Report) []Earlier {
	return earlierReader{visit: r.Visit, source: r.Source}.visits(r.Findings)
}

// visits finds the earlier visits that findings refer to.
func (x earlierReader) visits(findings []finding.Finding) []Earlier {
	var all []Earlier
	for i, f := range findings {
		got := x.mentions(f)
		if len(got) == 0 && i > 0 && len(all) > 0 && all[len(all)-1].Start == findings[i-1].Start {
			all[len(all)-1].gradeFrom(f)
		}
		all = append(all, got...)
	}
	return all
}

// earlierReader reads what a document of a visit says of earlier ones.
type earlierReader struct {
	visit   Visit
	source  Source
	roughly civil.Date // when an article's visit was, where its days are not told
}

// gradeFrom gives a visit the grade that the next sentence reports: "The
// previous inspection … was in November 2011. The local authority was judged
// to be adequate."
func (e *Earlier) gradeFrom(f finding.Finding) {
	l := text.Lower(text.Plain(f.Text))
	if e.Grade != 0 || !strings.HasPrefix(l, "the local authority was judged") && !strings.HasPrefix(l, "it was judged") && !strings.HasPrefix(l, "services were judged") {
		return
	}
	if v := grade.ReportedIn(l); len(v) > 0 {
		e.Grade, e.Area = v[0].Grade, v[0].Area
	}
}

// mentions finds the earlier visits that one finding refers to.
func (x earlierReader) mentions(f finding.Finding) []Earlier {
	if !x.mayMention(f.Text) {
		return nil
	}
	s := text.Plain(f.Text)
	l := text.Lower(s)
	if grade.AboutProvider(l) {
		return nil
	}
	when := dates.Mentions(s)
	given := grade.ReportedIn(l)
	used := make([]bool, len(when))
	taken := make([]bool, len(given))
	var out []Earlier
	add := func(e Earlier) {
		e.Text, e.Span = f.Text, f.Span
		out = append(out, e)
	}
	found := x.anchorsIn(l)
	for k, a := range found {
		if x.isNot(l, a) {
			continue
		}
		bound := boundDates(l, when, used, a, given)
		past := backward(l[:a.from])
		var dated []dates.Mention
		for _, n := range bound {
			used[n] = true
			if !x.isThisVisit(when[n].Date) {
				dated = append(dated, when[n])
			}
		}
		if len(dated) == 0 && (len(bound) > 0 || !past || x.isOwn(l, a)) {
			continue
		}
		if len(dated) == 0 {
			dated = []dates.Mention{{}}
		}
		graded := verdictsOf(l, given, taken, found, k)
		each := eachDated(l, given, graded, dated)
		for _, on := range dated {
			e := Earlier{Type: a.typ, Date: on.Date}
			if len(graded) == 0 || e.Type.isPartial() {
				add(e)
				continue
			}
			for _, n := range graded {
				taken[n] = true
				if e.Grade, e.Area = given[n].Grade, given[n].Area; !each || isDatedBy(l, given[n], on) {
					add(e)
				}
			}
		}
	}
	for n, v := range given {
		if !taken[n] {
			if on, ok := x.dateOf(v, l, when, used, len(out) > 0); ok && !(on.IsZero() && x.isOwnGrade(l, v)) {
				add(Earlier{Type: VisitTypeInspection, Date: on, Grade: v.Grade, Area: v.Area})
			}
		}
	}
	return out
}

// eachDated reports whether each of several grades is followed by a date of its
// own: "inadequate in 2010 and adequate in 2012".
func eachDated(l string, given []grade.Reported, graded []int, dated []dates.Mention) bool {
	if len(graded) < 2 {
		return false
	}
	for _, n := range graded {
		if !slices.ContainsFunc(dated, func(m dates.Mention) bool { return isDatedBy(l, given[n], m) }) {
			return false
		}
	}
	return true
}

func isDatedBy(l string, v grade.Reported, m dates.Mention) bool {
	return m.From > v.To && strings.Trim(l[v.To:m.From], ` "',`) == "in"
}

// maxSentence is how many bytes a sentence may have that is searched.
const maxSentence = 4000

// mayMention reports cheaply whether a sentence can refer to an earlier visit.
func (x earlierReader) mayMention(s string) bool {
	if len(s) > maxSentence {
		return false
	}
	if strings.Contains(s, "nspect") || strings.Contains(s, "JTAI") {
		return true
	}
	if strings.Contains(s, "visit") && (x.visit.Type == VisitTypeMonitoring || text.ContainsAny(s, "ed visit", "ing visit", "ance visit")) {
		return true
	}
	return text.ContainsAny(s, "judged", "rated", "graded", "branded", "rating", "judgement")
}

// dateOf is the date of a grade that no visit is named with: "was judged
// inadequate in April 2016", "In March 2018 its services were judged …". In a
// report a grade without a date may be its own; letters and articles give none
// of their own.
func (x earlierReader) dateOf(v grade.Reported, l string, when []dates.Mention, used []bool, others bool) (civil.Date, bool) {
	for k, m := range when {
		if used[k] || x.isThisVisit(m.Date) {
			continue
		}
		after := m.From >= v.To && m.From-v.To < 60 && joins(l[v.To:m.From])
		before := m.To <= v.From && m.From < 12 && v.From-m.To < 100
		if after || before {
			used[k] = true
			return m.Date, true
		}
	}
	if x.source == SourceReport || others {
		return civil.Date{}, false
	}
	return civil.Date{}, true
}

// anchorsIn finds the names of visits in a sentence, in order.
func (x earlierReader) anchorsIn(l string) []anchor {
	var out []anchor
	for at := 0; at < len(l); {
		best := anchor{from: len(l)}
		for _, a := range anchors {
			k := strings.Index(l[at:], a.text)
			if k < 0 {
				continue
			}
			from := at + k
			to := from + len(a.text)
			if from > 0 && text.IsLetter(l[from-1]) || from > best.from || from == best.from && to <= best.to {
				continue
			}
			best = anchor{a.typ, from, to}
		}
		if best.to == 0 {
			break
		}
		at = best.to
		for at < len(l) && text.IsLetter(l[at]) { // visits, visitors
			at++
		}
		if at > best.to+1 || at == best.to+1 && l[best.to] != 's' {
			continue
		}
		best.to = at
		switch best.typ {
		case 0: // "the first visit in January"
			if x.visit.Type != VisitTypeMonitoring {
				continue
			}
			// Newspapers call an inspection a visit too.
			if x.source != SourceArticle || isNumbered(l[:best.from]) || backward(l[:best.from]) {
				best.typ = VisitTypeMonitoring
			}
		case VisitTypeInspection:
			for _, o := range olderTypes {
				if strings.Contains(l, o.text) {
					best.typ = o.typ
					break
				}
			}
		}
		out = append(out, best)
	}
	return out
}

// isNumbered reports whether a text ends with an ordinal number: "the first ".
func isNumbered(s string) bool {
	w := text.Words(nil, s, 0)
	for i := max(0, len(w)-2); i < len(w); i++ {
		if _, n := ordinalAt(w, i); n > 0 && i+n == len(w) {
			return true
		}
	}
	return false
}

// isThisVisit reports whether a date may be that of the visit itself.
func (x earlierReader) isThisVisit(on civil.Date) bool {
	v := x.visit
	start := v.Start
	if start.IsZero() {
		start = x.roughly
	}
	if start.IsZero() {
		return !v.Published.IsZero() && on.First().Compare(v.Published) > 0
	}
	return on.First().Compare(start.First()) >= 0 || on.Precision() != civil.PrecisionYear && on.Contains(start)
}

// isNot reports whether an article names a visit that is yet to be made or was
// none: "before a full inspection in March 2020", "it was not an inspection".
func (x earlierReader) isNot(l string, a anchor) bool {
	if x.source != SourceArticle {
		return false
	}
	t := tenseOf(l, a.from, a.to)
	return t == tenseComing || t == tenseGeneral
}

// isOwn reports whether an article's "latest" or "most recent visit", which it
// gives no date, is the one that it is about.
func (x earlierReader) isOwn(l string, a anchor) bool {
	return x.source == SourceArticle && a.typ == x.visit.Type && tenseOf(l, a.from, a.to) == tenseThis
}

// isOwnGrade reports whether a grade without a date is the one that the article's
// own inspection gave: "Ofsted has rated services as good", "are now inadequate".
// Words that point back make it an earlier one: "previously rated", "from being
// judged".
func (x earlierReader) isOwnGrade(l string, v grade.Reported) bool {
	if x.source != SourceArticle {
		return false
	}
	clause := l[clauseBefore(l, v.From):v.To]
	return text.ContainsAny(clause, " now ", "this inspection ") || x.visit.Type == VisitTypeInspection && !pointsBack(l, v)
}

// pointsBack reports whether the clause of a reported grade says that it was given
// before: "previously rated", "since being judged".
func pointsBack(l string, v grade.Reported) bool {
	return text.ContainsAny(l[clauseBefore(l, v.From):v.To], "since ", "previous", "earlier", " last ", " had been ", "after being", "after they ", "after it ", "after services ", "years after ", "from being", "from a ", "once ")
}

// boundDates are the dates that belong to a visit: those right before its name
// ("the November 2022 inspection", "In 2014 an inspection") and those after it
// with nothing between but words that join ("inspections of the authority in
// October 2022 and January 2024").
//
// A visit that gives no grade does not take the date of a grade: "a monitoring
// visit after services were judged inadequate in March 2019".
func boundDates(l string, when []dates.Mention, used []bool, a anchor, given []grade.Reported) []int {
	var out []int
	end := a.to
	for k, m := range when {
		switch {
		case used[k]:
		case a.typ.isPartial() && slices.ContainsFunc(given, func(v grade.Reported) bool { return a.to <= v.From && v.To <= m.From }):
		case m.To <= a.from && onlyKinds(l[m.To:a.from]):
			out = append(out, k)
		case m.From >= end && m.From-end < 130 && joins(l[end:m.From]):
			out = append(out, k)
			end = m.To
		}
	}
	return out
}

// onlyKinds reports whether what stands between a date and a visit's name are
// articles and words for its kind: "2018 full ILACS inspection".
func onlyKinds(s string) bool {
	for _, w := range strings.Fields(s) {
		switch strings.Trim(w, ",'") {
		case "", "a", "an", "the", "ofsted", "ofsted's", "full", "ilacs", "sif", "standard", "short", "graded", "previous", "last", "single", "local", "authority", "s":
		default:
			return false
		}
	}
	return true
}

// joins reports whether what stands between a visit or a grade and a date joins
// them: no other visit, no other clause.
func joins(s string) bool {
	if strings.ContainsAny(s, ".;:(") || text.ContainsAny(s, "inspection", "visit") {
		return false
	}
	f := strings.Fields(s)
	if len(f) > 18 {
		return false
	}
	for _, w := range f {
		switch strings.Trim(w, ",()'\"") {
		case "this", "these", "now", "has", "have", "had", "improved", "improvements", "although", "but", "however", "until", "before", "since", "when", "where", "which", "that", "while":
			return false
		}
	}
	return true
}

// backward reports whether the words before a visit's name say that it is past.
func backward(before string) bool {
	f := strings.Fields(before)
	for k := len(f) - 1; k >= 0 && k >= len(f)-4; k-- {
		switch strings.Trim(f[k], ",'()") {
		case "last", "previous", "previously", "earlier", "recent", "preceding", "predecessor":
			return true
		case "this", "during", "next", "current":
			return false
		}
	}
	return false
}

// verdictsOf are the grades that belong to anchor k: those with no other anchor
// between. A grade that the next anchor follows with a preposition belongs to that
// one alone: "requiring improvement in a 2014 inspection".
func verdictsOf(l string, given []grade.Reported, taken []bool, found []anchor, k int) []int {
	var out []int
	for n, v := range given {
		if taken[n] {
			continue
		}
		if own := slices.IndexFunc(found, func(a anchor) bool { return a.from >= v.To }); own >= 0 && own != k && isGivenAt(l[v.To:found[own].from]) {
			continue
		}
		between := false
		for j, a := range found {
			if j == k {
				continue
			}
			if v.From > found[k].to && a.from > found[k].to && a.to < v.From || v.To < found[k].from && a.from > v.To && a.to < found[k].from {
				between = true
			}
		}
		if !between {
			out = append(out, n)
		}
	}
	return out
}

// isGivenAt reports whether what stands between a grade and an inspection says
// that it was given there: "in a 2014 ", "during a full ".
func isGivenAt(s string) bool {
	f := strings.Fields(strings.Trim(s, "\"' "))
	if len(f) == 0 || !slices.Contains([]string{"in", "at", "during", "by", "following", "after"}, f[0]) {
		return false
	}
	for _, w := range f[1:] {
		if !onlyKinds(w) && (len(w) != 4 || !text.IsDigit(w[0])) {
			return false
		}
	}
	return true
}

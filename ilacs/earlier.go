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
var anchors = [...]anchorText{
	{"focused assurance visit", VisitTypeAssurance}, {"assurance visit", VisitTypeAssurance},
	{"focused visit", VisitTypeFocused}, {"focussed visit", VisitTypeFocused},
	{"monitoring visit", VisitTypeMonitoring}, {"monitoring inspection", VisitTypeMonitoring}, {"follow-up visit", VisitTypeMonitoring}, {"follow-up inspection", VisitTypeMonitoring},
	{"joint targeted area inspection", VisitTypeJTAI}, {"joint targeted inspection", VisitTypeJTAI}, {"joint area targeted inspection", VisitTypeJTAI}, {"jtai", VisitTypeJTAI},
	{"single inspection", VisitTypeSIF}, {"sif inspection", VisitTypeSIF},
	{"re-inspection", VisitTypeInspection}, {"inspection", VisitTypeInspection}, {"inspected", VisitTypeInspection}, {"visit", 0},
}

// anchorText is an anchor and the visit that it names.
type anchorText struct {
	text string
	typ  VisitType
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
	for i := range findings {
		f := &findings[i]
		got := x.mentions(f)
		if i > 0 && len(all) > 0 && all[len(all)-1].Start == findings[i-1].Start && !slices.ContainsFunc(got, Earlier.isAnother) && all[len(all)-1].gradeFrom(f) {
			got = nil
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

// isAnother reports whether a visit that the next sentence mentions is surely not
// the inspection before it: it has a date of its own, or is of another kind.
func (e Earlier) isAnother() bool { return !e.Date.IsZero() || e.Type != VisitTypeInspection }

// gradeFrom gives an inspection the grade that the next sentence reports, and
// reports whether it did: "The previous inspection … was in November 2011. The local
// authority was judged to be adequate." A visit to a part of the services gives none.
func (e *Earlier) gradeFrom(f *finding.Finding) bool {
	l := text.Lower(text.Plain(f.Text))
	if e.Grade != 0 || e.Type.isPartial() || !strings.HasPrefix(l, "the local authority was judged") && !strings.HasPrefix(l, "it was judged") && !strings.HasPrefix(l, "services were judged") {
		return false
	}
	v := grade.ReportedIn(l)
	if len(v) > 0 {
		e.Grade, e.Area = v[0].Grade, v[0].Area
	}
	return len(v) > 0
}

// mentions finds the earlier visits that one finding refers to.
func (x earlierReader) mentions(f *finding.Finding) []Earlier {
	if !x.mayMention(f.Text) {
		return nil
	}
	s := text.Plain(f.Text)
	l := text.Lower(s)
	if !x.mayTellOfPast(l) {
		return nil
	}
	found := x.anchorsIn(l)
	given, others := grade.ByBody(l)
	if len(found) == 0 && len(given) == 0 || grade.AboutProvider(l) {
		return nil
	}
	when := dates.Mentions(s)
	used := make([]bool, len(when))
	taken := make([]bool, len(given))
	var out []Earlier
	add := func(e Earlier) {
		e.Text, e.Span = f.Text, f.Span
		out = append(text.Room(out), e)
	}
	for k, a := range found {
		if x.isNot(l, a) {
			continue
		}
		dated, ok := x.datesOf(a, l, when, used, given)
		if !ok {
			continue
		}
		graded := verdictsOf(l, given, taken, found, k)
		if a.typ == VisitTypeInspection && (grade.IsInspectionOfAnother(l, a.from, a.to) || gave(l, a, others)) {
			for _, n := range graded {
				taken[n] = true
			}
			continue
		}
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
			for _, on := range x.datesOfGrade(v, l, when, used, len(out) > 0) {
				add(Earlier{Type: VisitTypeInspection, Date: on, Grade: v.Grade, Area: v.Area})
			}
		}
	}
	return out
}

// gave reports whether an inspection gave one of some grades, in whose clause it is
// named after them: "a school judged good at its last inspection".
func gave(l string, a anchor, grades []grade.Reported) bool {
	return slices.ContainsFunc(grades, func(v grade.Reported) bool {
		return v.To <= a.from && a.to-v.To <= maxClause && v.To+clauseAfter(l[v.To:]) >= a.to
	})
}

// datesOf are the dates of an earlier visit, a zero one where it has none. ok is
// false where the visit that is named is not surely an earlier one.
func (x earlierReader) datesOf(a anchor, l string, when []dates.Mention, used []bool, given []grade.Reported) (dated []dates.Mention, ok bool) {
	bound := boundDates(l, when, used, a, given)
	for _, n := range bound {
		used[n] = true
		if !x.isThisVisit(when[n].Date) {
			dated = append(dated, when[n])
		}
	}
	if len(dated) > 0 {
		return dated, true
	}
	return []dates.Mention{{}}, len(bound) == 0 && backward(l[:a.from]) && !x.isOwn(l, a)
}

// datesOfGrade are the dates of a grade that no visit is named with: "was judged
// inadequate in April 2016", "In March 2018 its services were judged …", "rated
// inadequate in 2013 and 2015". A zero date stands for one that is not told; there
// is none where the grade may be the document's own. In a report a grade without
// a date may be; letters give none of their own.
func (x earlierReader) datesOfGrade(v grade.Reported, l string, when []dates.Mention, used []bool, others bool) (out []civil.Date) {
	for k, m := range when {
		after := m.From >= v.To && m.From-v.To < 60
		before := m.To <= v.From && m.From < 12 && v.From-m.To < 100
		if used[k] || len(out) == 0 && !after && !before || x.isThisVisit(m.Date) {
			continue
		}
		after = after && joins(l[v.To:m.From])
		more := len(out) > 0 && isOneOf(strings.TrimSpace(l[when[k-1].To:m.From]), "and", ",", ", and")
		if len(out) == 0 && (after || before) || more {
			used[k] = true
			out = append(out, m.Date)
		}
	}
	if len(out) > 0 || x.source == SourceReport || others || x.isOwnGrade(l, v) {
		return out
	}
	return []civil.Date{{}}
}

// anchorsIn finds the names of visits in a sentence, in order.
func (x earlierReader) anchorsIn(l string) []anchor {
	next, found := findAnchors(l)
	if !found {
		return nil
	}
	var out []anchor
	var older VisitType // what an inspection is, once that is asked
	for at := 0; at < len(l); {
		best := anchor{from: len(l)}
		for i, a := range anchors {
			if next[i] < at {
				next[i] = len(l)
				if k := strings.Index(l[at:], a.text); k >= 0 {
					next[i] = at + k
				}
			}
			from := next[i]
			to := from + len(a.text)
			if from == len(l) || from > 0 && text.IsLetter(l[from-1]) || from > best.from || from == best.from && to <= best.to {
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
			if older == 0 {
				older = olderType(l)
			}
			best.typ = older
		}
		out = append(text.Room(out), best)
	}
	return out
}

// lastWords are the words that the anchors end with.
var lastWords = [...]string{"visit", "inspection", "inspected", "jtai"}

// findAnchors returns, for each of anchors, where it may stand next in a sentence:
// -1 where that is to be looked for, len(l) where its last word does not stand in the
// sentence. found is false where that is so of all.
func findAnchors(l string) (next [len(anchors)]int, found bool) {
	for _, word := range lastWords {
		at := len(l)
		if strings.Contains(l, word) {
			at, found = -1, true
		}
		for i, a := range anchors {
			if strings.HasSuffix(a.text, word) {
				next[i] = at
			}
		}
	}
	return next, found
}

// olderType is the type of the inspection before ILACS that a sentence names, or
// VisitTypeInspection where it names none.
func olderType(l string) VisitType {
	for _, o := range olderTypes {
		if strings.Contains(l, o.text) {
			return o.typ
		}
	}
	return VisitTypeInspection
}

// isNumbered reports whether a text ends with an ordinal number: "the first ".
func isNumbered(s string) bool {
	var room wordRoom
	w := text.LastWords(room[:0], s, 2)
	for i := range w {
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
	from, to := clauseAround(l, v)
	clause := l[from:to]
	return text.ContainsAny(clause, " now ", "this inspection ") || x.visit.Type == VisitTypeInspection && !pointsBack(l, v)
}

// clauseAround is where the clause of a reported grade begins and ends.
func clauseAround(l string, v grade.Reported) (from, to int) {
	return clauseBefore(l, v.From), v.To + clauseAfter(l[v.To:])
}

// pointsBack reports whether the clause of a reported grade says that it was given
// before: "previously rated", "since being judged".
func pointsBack(l string, v grade.Reported) bool {
	from, to := clauseAround(l, v)
	return text.ContainsAny(l[from:to], " last year", " last month", " ago", "earlier this year") ||
		text.ContainsAny(l[from:v.To], "since ", "previous", "earlier", " last ", " had been ", "after being", "after they ", "after it ", "after services ", "years after ", "from being", "from a ", "once ")
}

package ilacstest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/judgement"
)

// Random makes a document for a property test. What like says of the visit
// stays; what it leaves open is drawn from r: the type, the days, an invented
// authority and inspectors. The rest of the document is drawn too, its sentences
// from an invented stock. [Write] has a place for all of it, unless like
// contradicts itself.
//
// The same r gives the same document, but a later version of this package may
// give another.
func Random(r *rand.Rand, like ilacs.Visit) Document {
	g := &random{r, r.Perm(len(subjects))}
	d := Document{Visit: like}
	v := &d.Visit
	if v.Type == 0 {
		v.Type = g.visitType(like)
	}
	form := forms[v.Type]
	g.days(v, form)
	if v.Authority == "" {
		v.Authority = g.place()
	}
	report := form.source == ilacs.SourceReport
	ilacsReport := report && form.framework != judgement.SIF
	if v.Published.IsZero() && !ilacsReport && g.often(9) {
		v.Published = v.End.AddDays(10 + r.IntN(60))
	}
	g.people(v, ilacsReport)
	g.subject(v)

	d.Headline = g.paragraphs(1, 3)
	if form.priority && g.often(3) {
		d.Priority = g.items(3)
	}
	if form.improve {
		d.Improve = g.items(9)
		if form.tags && v.Start.Year() >= 2025 {
			g.tags(d.Improve)
		}
	}
	if form.hasStrengths(v.Start) {
		d.Strengths = g.strengths(5)
	}
	if !report {
		d.Sections = []Section{{Paragraphs: g.paragraphs(3, 12)}}
		return d
	}
	f := d.framework(&checker{}, form)
	d.Judgements = g.grades(f, v.Type)
	for a := range f.Areas() {
		if a != judgement.Overall && d.Judgements.Grade(a) != 0 {
			d.Sections = append(d.Sections, Section{a, g.paragraphs(1, 9)})
		}
	}
	return d
}

// random draws.
type random struct {
	*rand.Rand
	order []int // of the subjects: no two items of a document share one
}

// often is true n times of ten.
func (g *random) often(n int) bool { return g.IntN(10) < n }

func pick[T any](g *random, from []T) T { return from[g.IntN(len(from))] }

// visitType draws a type whose form is that of the day or the framework, where
// these are given.
func (g *random) visitType(like ilacs.Visit) ilacs.VisitType {
	var fit []ilacs.VisitType
	for t := range ilacs.VisitTypeLSCBReview {
		form, ok := forms[t]
		if !ok || like.Framework != 0 && (form.framework == 0 || (like.Framework == judgement.SIF) != (form.framework == judgement.SIF)) {
			continue
		}
		if from, _ := like.Framework.Period(); form.last != "" && from.Compare(form.until()) > 0 {
			continue
		}
		if s := like.Start; !s.IsZero() && (s.Compare(form.first()) < 0 || form.last != "" && s.Compare(form.until()) > 0) {
			continue
		}
		fit = append(fit, t)
	}
	if len(fit) == 0 {
		return 0
	}
	return pick(g, fit)
}

// lastDay is about the latest first day that is drawn.
const lastDay = "2027-12-31"

// days draws the fieldwork of a visit.
func (g *random) days(v *ilacs.Visit, form form) {
	if v.Start.IsZero() {
		first, last := form.first(), day(lastDay)
		if form.last != "" {
			last = form.until()
		}
		if from, until := v.Framework.Period(); v.Framework != 0 {
			if from.Compare(first) > 0 {
				first = from
			}
			if !until.IsZero() && until.Compare(last) < 0 {
				last = until
			}
		}
		if n, ok := first.DaysUntil(last); ok && n > 7 {
			v.Start = first.AddDays(g.IntN(n - 6))
		} else {
			v.Start = first
		}
		for w, ok := v.Start.Weekday(); ok && w != 1; w, ok = v.Start.Weekday() {
			v.Start = v.Start.AddDays(1)
		}
	}
	if !v.End.IsZero() {
		return
	}
	n := 1
	switch v.Type {
	case ilacs.VisitTypeStandard:
		n = 11
		if g.often(1) { // days were added later
			v.Periods = []ilacs.Period{{Start: v.Start, End: v.Start.AddDays(n)}, {Start: v.Start.AddDays(42), End: v.Start.AddDays(44)}}
			n = 44
		}
	case ilacs.VisitTypeShort, ilacs.VisitTypeJTAI:
		n = 4
	case ilacs.VisitTypeSIF, ilacs.VisitTypeReinspection:
		n = 18 + g.IntN(10)
	case ilacs.VisitTypeAssurance:
		n = 1 + g.IntN(4)
	default:
		n = g.IntN(3)
	}
	v.End = v.Start.AddDays(n)
}

// people draws the inspectors.
func (g *random) people(v *ilacs.Visit, alone bool) {
	if v.Type == ilacs.VisitTypeJTAI || v.Lead != "" || len(v.Inspectors) > 0 {
		return
	}
	v.Lead = g.person()
	if alone {
		return
	}
	v.Inspectors = []string{v.Lead}
	for range g.IntN(4) {
		name := g.person()
		for _, has := range v.Inspectors {
			if has == name {
				name = ""
			}
		}
		if name != "" {
			v.Inspectors = append(v.Inspectors, name)
		}
	}
}

func (g *random) person() string { return pick(g, firstNames) + " " + pick(g, lastNames) }

func (g *random) place() string {
	return fmt.Sprintf(pick(g, placeForms), pick(g, placeFirst)+pick(g, placeLast))
}

// subject draws what a letter is about.
func (g *random) subject(v *ilacs.Visit) {
	switch v.Type {
	case ilacs.VisitTypeJTAI:
		if len(v.Focus) == 0 {
			v.Focus = []string{pick(g, jointThemes)}
		}
	case ilacs.VisitTypeFocused, ilacs.VisitTypeMonitoring:
		if len(v.Focus) == 0 {
			from := g.IntN(len(focusLines))
			for i := range 1 + g.IntN(4) {
				v.Focus = append(v.Focus, focusLines[(from+i)%len(focusLines)])
			}
		}
	}
	if v.Type != ilacs.VisitTypeMonitoring || v.Ordinal != 0 {
		return
	}
	v.Ordinal = 1 + g.IntN(7)
	if v.Since.Type != 0 {
		return
	}
	v.Since = ilacs.Earlier{Type: ilacs.VisitTypeInspection, Grade: judgement.Inadequate, Area: judgement.Overall}
	if g.often(2) {
		v.Since = ilacs.Earlier{Type: pick(g, []ilacs.VisitType{ilacs.VisitTypeInspection, ilacs.VisitTypeSIF, ilacs.VisitTypeJTAI})}
	}
	before := v.Start.AddDays(-200 - g.IntN(600))
	if date, err := civil.New(before.Year(), int(before.Month()), 0); err == nil {
		v.Since.Date = date
	}
}

// grades draws a grade for each area.
func (g *random) grades(f judgement.Framework, t ilacs.VisitType) judgement.Set {
	set := judgement.Set{Framework: f}
	var scale, keys []judgement.Grade
	for x := range f.Grades() {
		if x != judgement.NotJudged {
			scale = append(scale, x)
		}
	}
	board := t == ilacs.VisitTypeSIF && g.often(9)
	for a := range f.Areas() {
		if a == judgement.Overall || a == judgement.LSCB && !board {
			continue
		}
		x := pick(g, scale)
		set = set.With(a, x)
		if _, part := f.Parent(a); !part && a != judgement.LSCB {
			keys = append(keys, x)
		}
	}
	if f.Has(judgement.Overall) {
		overall := pick(g, keys)
		for _, x := range keys {
			if x == judgement.Inadequate { // no better overall grade goes with it
				overall = x
			}
		}
		set = set.With(judgement.Overall, overall)
	}
	return set
}

// tags gives items references to the national framework.
func (g *random) tags(items []Item) {
	kinds := []finding.TagKind{finding.TagKindOutcome, finding.TagKindOutcome, finding.TagKindEnabler, finding.TagKindPrinciple}
	for i := range items {
		if g.often(2) {
			continue
		}
		kind := pick(g, kinds)
		items[i].Tags = []finding.Tag{{Kind: kind, Number: 1 + g.IntN(lastTag[kind])}}
		if g.often(1) {
			items[i].Tags = append(items[i].Tags, finding.Tag{Kind: finding.TagKindEnabler, Number: 1 + g.IntN(lastTag[finding.TagKindEnabler])})
		} else if g.often(1) && kind != finding.TagKindOutcome {
			items[i].Tags[0].Number = 0
		}
	}
}

// item draws what an item of a list is about, and forgets it.
func (g *random) item() string {
	n := g.order[0]
	g.order = g.order[1:]
	return subjects[n].text
}

// items draws areas for improvement, up to so many.
func (g *random) items(most int) []Item {
	var out []Item
	for range g.IntN(most + 1) {
		out = append(out, Item{Text: capital(pick(g, wants) + g.item() + pick(g, wantsEnd))})
	}
	return out
}

func (g *random) strengths(most int) []Item {
	var out []Item
	for range g.IntN(most + 1) {
		out = append(out, Item{Text: capital(fmt.Sprintf(pick(g, strengths), g.item()))})
	}
	return out
}

func (g *random) paragraphs(least, most int) []string {
	var out []string
	for range least + g.IntN(most-least+1) {
		var all []string
		for range 1 + g.IntN(6) {
			all = append(all, g.sentence())
		}
		out = append(out, strings.Join(all, " "))
	}
	return out
}

// sentence draws a sentence.
func (g *random) sentence() string {
	s := pick(g, subjects)
	verbs := strings.NewReplacer("{is}", "is", "{has}", "has", "{s}", "s", "{es}", "es")
	if s.plural {
		verbs = strings.NewReplacer("{is}", "are", "{has}", "have", "{s}", "", "{es}", "")
	}
	of := 4 + g.IntN(90)
	end := fmt.Sprintf(pick(g, endings), 2+g.IntN(of-2), of)
	return capital(pick(g, openings) + s.text + " " + verbs.Replace(pick(g, predicates)) + end + ".")
}

// capital gives s a capital letter, where it begins with a letter.
func capital(s string) string {
	if isLetter(s[0]) {
		return strings.ToUpper(s[:1]) + s[1:]
	}
	return s
}

// Package randomdoc draws documents for property tests: whatever it draws,
// package ilacstest can write.
package randomdoc

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/ilacstest"
	"github.com/ilacs-go/inspection/ilacs/internal/docform"
	"github.com/ilacs-go/inspection/internal/text"
	"github.com/ilacs-go/inspection/judgement"
)

// Kinds returns a visit of each type and framework that has a form.
func Kinds() []ilacs.Visit {
	return []ilacs.Visit{
		{Type: ilacs.VisitTypeStandard, Framework: judgement.ILACS2018},
		{Type: ilacs.VisitTypeShort, Framework: judgement.ILACS2018},
		{Type: ilacs.VisitTypeStandard, Framework: judgement.ILACS2023},
		{Type: ilacs.VisitTypeShort, Framework: judgement.ILACS2023},
		{Type: ilacs.VisitTypeStandard, Framework: judgement.ILACS2026},
		{Type: ilacs.VisitTypeShort, Framework: judgement.ILACS2026},
		{Type: ilacs.VisitTypeSIF, Framework: judgement.SIF},
		{Type: ilacs.VisitTypeReinspection, Framework: judgement.SIF},
		{Type: ilacs.VisitTypeFocused, Framework: judgement.ILACS2018},
		{Type: ilacs.VisitTypeFocused, Framework: judgement.ILACS2023},
		{Type: ilacs.VisitTypeFocused, Framework: judgement.ILACS2026},
		{Type: ilacs.VisitTypeMonitoring, Framework: judgement.ILACS2018},
		{Type: ilacs.VisitTypeMonitoring, Framework: judgement.ILACS2023},
		{Type: ilacs.VisitTypeMonitoring, Framework: judgement.ILACS2026},
		{Type: ilacs.VisitTypeAssurance, Framework: judgement.ILACS2018},
		{Type: ilacs.VisitTypeJTAI},
	}
}

// Source returns a source of random numbers, the same for the same seed.
func Source(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0)) }

// New draws a document. What like says of the visit stays; what it leaves open
// is drawn from r: the type, the days, an invented authority and inspectors. The
// rest of the document is drawn too, its sentences from an invented stock.
// [ilacstest.Write] has a place for all of it, unless like contradicts itself.
//
// The same r draws the same document. The seeds of fuzz tests rely on the order
// in which things are drawn.
func New(r *rand.Rand, like ilacs.Visit) ilacstest.Document {
	g := &generator{r, r.Perm(len(subjects))}
	d := ilacstest.Document{Visit: like}
	form := g.visit(&d.Visit)
	d.Headline = g.paragraphs(1, 3)
	g.lists(&d, form)
	if form.Source != ilacs.SourceReport {
		d.Sections = []ilacstest.Section{{Paragraphs: g.paragraphs(3, 12)}}
		return d
	}
	f := form.FrameworkOn(d.Visit.Start)
	d.Judgements = g.grades(f, d.Visit.Type)
	for a := range f.Areas() {
		if a != judgement.Overall && d.Judgements.Grade(a) != 0 {
			d.Sections = append(d.Sections, ilacstest.Section{Area: a, Paragraphs: g.paragraphs(1, 9)})
		}
	}
	return d
}

// generator draws the parts of a document.
type generator struct {
	*rand.Rand
	subjects []int // those not yet used: no two items of a document share one
}

// chance is true n times in ten.
func (g *generator) chance(n int) bool { return g.IntN(10) < n }

func pick[T any](g *generator, from []T) T { return from[g.IntN(len(from))] }

// visit draws what a visit leaves open, and returns its form.
func (g *generator) visit(v *ilacs.Visit) docform.Form {
	if v.Type == 0 {
		v.Type = g.visitType(*v)
	}
	form, _ := docform.Of(v.Type)
	g.days(v, form)
	if v.Authority == "" {
		v.Authority = g.place()
	}
	ilacsReport := form.Source == ilacs.SourceReport && form.Framework != judgement.SIF
	if v.Published.IsZero() && !ilacsReport && g.chance(9) {
		v.Published = v.End.AddDays(10 + g.IntN(60))
	}
	g.people(v, ilacsReport)
	g.focus(v)
	if v.Type == ilacs.VisitTypeMonitoring && v.Ordinal == 0 {
		g.count(v)
	}
	return form
}

// lists draws the items of the lists that the form has.
func (g *generator) lists(d *ilacstest.Document, form docform.Form) {
	if form.Priority && g.chance(3) {
		d.Priority = g.wants(3)
	}
	if form.Improve {
		d.Improve = g.wants(9)
		if form.HasTags(d.Visit.Start) {
			g.tags(d.Improve)
		}
	}
	if form.HasStrengths(d.Visit.Start) {
		d.Strengths = g.strengths(5)
	}
}

// visitType draws a type whose form was in use on the day or under the
// framework, if these are given.
func (g *generator) visitType(like ilacs.Visit) ilacs.VisitType {
	from, _ := like.Framework.Period()
	var fit []ilacs.VisitType
	for t, form := range docform.All() {
		sif := form.Framework == judgement.SIF
		switch {
		case like.Framework != 0 && (form.Framework == 0 || sif != (like.Framework == judgement.SIF)):
		case !form.Last().IsZero() && from.Compare(form.Last()) > 0:
		case !like.Start.IsZero() && !form.InUse(like.Start):
		default:
			fit = append(fit, t)
		}
	}
	if len(fit) == 0 {
		return 0
	}
	return pick(g, fit)
}

// days draws the fieldwork of a visit.
func (g *generator) days(v *ilacs.Visit, form docform.Form) {
	if v.Start.IsZero() {
		v.Start = g.monday(v.Framework, form)
	}
	if !v.End.IsZero() {
		return
	}
	n := 1
	switch v.Type {
	case ilacs.VisitTypeStandard:
		n = 11
		if g.chance(1) { // days were added later
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

// monday draws a first day on which the form was in use and which the framework
// covers, if one is given. It is no later than about the end of 2027.
func (g *generator) monday(f judgement.Framework, form docform.Form) civil.Date {
	first, last := form.First(), form.Last()
	if last.IsZero() {
		last, _ = civil.New(2027, 12, 31)
	}
	if from, until := f.Period(); f != 0 {
		if from.Compare(first) > 0 {
			first = from
		}
		if !until.IsZero() && until.Compare(last) < 0 {
			last = until
		}
	}
	day := first
	if n, ok := first.DaysUntil(last); ok && n > 7 {
		day = first.AddDays(g.IntN(n - 6))
	}
	for w, ok := day.Weekday(); ok && w != time.Monday; w, ok = day.Weekday() {
		day = day.AddDays(1)
	}
	return day
}

// people draws the inspectors, or the lead alone.
func (g *generator) people(v *ilacs.Visit, leadAlone bool) {
	if v.Type == ilacs.VisitTypeJTAI || v.Lead != "" || len(v.Inspectors) > 0 {
		return
	}
	v.Lead = g.person()
	if leadAlone {
		return
	}
	v.Inspectors = []string{v.Lead}
	for range g.IntN(4) {
		if name := g.person(); !slices.Contains(v.Inspectors, name) {
			v.Inspectors = append(v.Inspectors, name)
		}
	}
}

func (g *generator) person() string { return pick(g, firstNames) + " " + pick(g, lastNames) }

func (g *generator) place() string {
	return fmt.Sprintf(pick(g, placeForms), pick(g, placeFirst)+pick(g, placeLast))
}

// focus draws what a letter is about.
func (g *generator) focus(v *ilacs.Visit) {
	if len(v.Focus) > 0 {
		return
	}
	switch v.Type {
	case ilacs.VisitTypeJTAI:
		v.Focus = []string{pick(g, jointThemes)}
	case ilacs.VisitTypeFocused, ilacs.VisitTypeMonitoring:
		from := g.IntN(len(focusLines))
		for i := range 1 + g.IntN(4) {
			v.Focus = append(v.Focus, focusLines[(from+i)%len(focusLines)])
		}
	}
}

// count draws the number of a monitoring visit, and what it is counted from.
func (g *generator) count(v *ilacs.Visit) {
	v.Ordinal = 1 + g.IntN(7)
	if v.Since.Type != 0 {
		return
	}
	v.Since = ilacs.Earlier{Type: ilacs.VisitTypeInspection, Grade: judgement.Inadequate, Area: judgement.Overall}
	if g.chance(2) {
		v.Since = ilacs.Earlier{Type: pick(g, []ilacs.VisitType{ilacs.VisitTypeInspection, ilacs.VisitTypeSIF, ilacs.VisitTypeJTAI})}
	}
	before := v.Start.AddDays(-200 - g.IntN(600))
	if month, err := civil.New(before.Year(), int(before.Month()), 0); err == nil {
		v.Since.Date = month
	}
}

// grades draws a grade for each area.
func (g *generator) grades(f judgement.Framework, t ilacs.VisitType) judgement.Set {
	set := judgement.Set{Framework: f}
	scale := slices.DeleteFunc(slices.Collect(f.Grades()), func(x judgement.Grade) bool { return x == judgement.NotJudged })
	board := t == ilacs.VisitTypeSIF && g.chance(9)
	var keys []judgement.Grade // of the areas that overall effectiveness goes by
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
		if slices.Contains(keys, judgement.Inadequate) { // no better overall grade goes with it
			overall = judgement.Inadequate
		}
		set = set.With(judgement.Overall, overall)
	}
	return set
}

// tags adds references to the national framework to items.
func (g *generator) tags(items []ilacstest.Item) {
	kinds := []finding.TagKind{finding.TagKindOutcome, finding.TagKindOutcome, finding.TagKindEnabler, finding.TagKindPrinciple}
	numbered := func(kind finding.TagKind) finding.Tag {
		return finding.Tag{Kind: kind, Number: 1 + g.IntN(docform.LastTag(kind))}
	}
	for i := range items {
		if g.chance(2) {
			continue
		}
		kind := pick(g, kinds)
		items[i].Tags = []finding.Tag{numbered(kind)}
		if g.chance(1) {
			items[i].Tags = append(items[i].Tags, numbered(finding.TagKindEnabler))
		} else if g.chance(1) && kind != finding.TagKindOutcome {
			items[i].Tags[0].Number = 0
		}
	}
}

// subject takes what an item of a list is about.
func (g *generator) subject() string {
	n := g.subjects[0]
	g.subjects = g.subjects[1:]
	return subjects[n].text
}

// wants draws areas for improvement, most at the most.
func (g *generator) wants(most int) []ilacstest.Item {
	var out []ilacstest.Item
	for range g.IntN(most + 1) {
		out = append(out, ilacstest.Item{Text: capital(pick(g, wantStarts) + g.subject() + pick(g, wantEnds))})
	}
	return out
}

// strengths draws strengths, most at the most.
func (g *generator) strengths(most int) []ilacstest.Item {
	var out []ilacstest.Item
	for range g.IntN(most + 1) {
		out = append(out, ilacstest.Item{Text: capital(fmt.Sprintf(pick(g, strengths), g.subject()))})
	}
	return out
}

// paragraphs draws from least to most paragraphs.
func (g *generator) paragraphs(least, most int) []string {
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

func (g *generator) sentence() string {
	s := pick(g, subjects)
	verbs := strings.NewReplacer("{is}", "is", "{has}", "has", "{s}", "s", "{es}", "es")
	if s.plural {
		verbs = strings.NewReplacer("{is}", "are", "{has}", "have", "{s}", "", "{es}", "")
	}
	of := 4 + g.IntN(90)
	end := fmt.Sprintf(pick(g, endings), 2+g.IntN(of-2), of)
	return capital(pick(g, openings) + s.text + " " + verbs.Replace(pick(g, predicates)) + end + ".")
}

// capital returns s with a capital letter, if it begins with a letter.
func capital(s string) string {
	if text.IsLetter(s[0]) {
		return strings.ToUpper(s[:1]) + s[1:]
	}
	return s
}

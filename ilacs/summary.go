package ilacs

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/judgement"
)

// How much a summary says.
const (
	// mostWords is how many words a summary has at the most: what is read in a
	// minute.
	mostWords = 260
	// namedAtMost is how many themes or items a sentence names, and longestShort the
	// most bytes of an item that it quotes; where that makes too many words, the
	// items are cut to shortestShort, and then fewer are named.
	namedAtMost, longestShort, shortestShort = 4, 110, 80
	// longestQuote is the most bytes of a sentence that is quoted.
	longestQuote = 300
)

// summary puts a comparison into words. No sentence says more than the values
// that it is made from, and none counts what is not certain.
type summary struct {
	*Progress
	before, after *Report
	// itemsBefore and itemsAfter are the items that were compared; those of a
	// safeguarding board may be left out.
	itemsBefore, itemsAfter []passage.Passage
	// overall is what the later document says of the items as a whole.
	overall []finding.Finding
	// named is how many themes or items a sentence names, short the most bytes of an
	// item that it quotes.
	named, short int
}

// statements returns the sentences of the summary. It names as many items and
// themes as there are words for.
func (s *summary) statements() []Statement {
	s.named, s.short = namedAtMost, longestShort
	out := s.all()
	for s.short = shortestShort; words(out) > mostWords && s.named > 0; s.named-- {
		out = s.all()
	}
	for i := len(out) - 1; i >= 0 && words(out) > mostWords; i-- {
		if out[i].Kind == StatementOwnWords { // what is quoted whole is longest
			out = slices.Delete(out, i, i+1)
		}
	}
	return out
}

func (s *summary) all() []Statement {
	out := []Statement{}
	for _, st := range []Statement{
		s.documents(), s.overallGrade(), s.areas(), s.opens(), s.onItems(), s.praised(), s.faulted(), s.themes(), s.asked(), s.unsure(),
	} {
		if st.Text != "" {
			out = append(out, st)
		}
	}
	return out
}

func words(all []Statement) int {
	n := 0
	for _, st := range all {
		n += len(strings.Fields(st.Text))
	}
	return n
}

// documents says what a reader must know of the documents: that one is not
// complete, that both are about one visit, that the later one is about a part of
// the services, and which visits it names that came between.
func (s *summary) documents() Statement {
	var parts []string
	for _, x := range []struct {
		which string
		r     *Report
	}{{"earlier", s.before}, {"later", s.after}} {
		if !s.isTold(x.r) {
			continue
		}
		if missing := x.r.missing(); missing != "" {
			parts = append(parts, fmt.Sprintf("The %s %s is not complete (%s): its silence says nothing.", x.which, x.r.Source.noun(), strings.Replace(missing, " The ", " the ", 1)))
		}
	}
	switch {
	case s.sameVisit():
		parts = append(parts, "Both documents are about "+s.After.when()+".")
	case s.After.Type.isPartial() || s.After.Type.inspectsPart():
		parts = append(parts, sentenceCase(s.After.when())+" looked at a part of the services: its silence on the rest says nothing.")
	}
	if between := s.between(); len(between) > 0 {
		parts = append(parts, sentenceCase(s.later())+" names "+list(between)+" between the two.")
	}
	return Statement{Kind: StatementDocuments, Text: strings.Join(parts, " ")}
}

// isTold reports whether a report has anything to be complete: grades or
// findings.
func (s *summary) isTold(r *Report) bool { return len(r.Findings) > 0 || r.Judgements.Len() > 0 }

// sameVisit reports whether both documents are about one visit.
func (s *summary) sameVisit() bool {
	return !s.Before.Start.IsZero() && s.Before.Start == s.After.Start && s.Before.Start.Precision() == civil.PrecisionDay
}

// between are the visits to a part of the services that the later document names
// and that came between the two.
func (s *summary) between() []string {
	type visit struct {
		at   civil.Date
		name string
	}
	var all []visit
	for _, e := range s.after.Earlier {
		if e.Type.isPartial() && isBefore(s.Before.Start, e.Date) && isBefore(e.Date, s.After.Start) {
			all = append(all, visit{e.Date, oneOf(e.Type.noun()) + dateWords(e.Date, " of ")})
		}
	}
	slices.SortFunc(all, func(x, y visit) int { return cmp.Or(x.at.Compare(y.at), strings.Compare(x.name, y.name)) })
	var names []string
	for i, v := range all {
		known := slices.ContainsFunc(all, func(x visit) bool { // by its month or day
			return x.at != v.at && v.at.Contains(x.at)
		}) || i > 0 && all[i-1] == v
		if !known && !slices.Contains(names, v.name) {
			names = append(names, v.name)
		}
	}
	return names
}

// overallGrade says how the services as a whole were judged at both visits.
func (s *summary) overallGrade() Statement {
	i := slices.IndexFunc(s.Judgements, func(c JudgementChange) bool { return c.Area == judgement.Overall && c.Before != 0 })
	if i < 0 {
		return Statement{}
	}
	c := s.Judgements[i]
	was := judgedWords(c.Before) + " at " + s.Before.when()
	if c.SaidBefore != nil {
		was = judgedWords(c.Before) + dateWords(c.SaidBefore.Date, " in ")
	}
	is := ""
	switch {
	case c.After == 0 && c.Trend == judgement.TrendWithdrawn:
		is = "; " + s.After.when() + " gave no overall grade, as its framework has none"
	case c.After == 0:
		is = "; " + s.later() + " gives no overall grade"
	case c.SaidAfter != nil && c.SaidBefore == nil && c.After == c.Before && isJudgementOf(s.Before, c.SaidAfter.Date):
		is = "; " + s.later() + " gives no grade of its own, and that judgement stood at " + s.After.when()
	case c.SaidAfter != nil:
		is = "; at " + s.After.when() + " their grade was " + gradeWords(c.After) + dateWords(c.SaidAfter.Date, ", judged in ")
	case c.After == c.Before:
		is = ", and again at " + s.After.when()
	default:
		is = ", and " + judgedWords(c.After) + " at " + s.After.when()
	}
	return Statement{Kind: StatementGrades, Text: s.whose() + " services for children were judged " + was + is + "."}
}

// isJudgementOf reports whether a grade that a later document dates so is the one
// given by an inspection: letters date it by the fieldwork or by the report, which
// comes out in the months after. A letter's month or year is any day in it.
func isJudgementOf(v Visit, said civil.Date) bool {
	last := v.Published
	if last.IsZero() {
		last = v.End
		if last.IsZero() {
			last = v.Start
		}
		last = last.Last().AddDays(longestToPublish)
	}
	return !said.IsZero() && !v.Start.IsZero() && said.Last().Compare(v.Start.First()) >= 0 && said.First().Compare(last.Last()) <= 0
}

// longestToPublish is how many days after the end of fieldwork a report comes out
// at the latest, where the report does not say: 99 in 100 of those in the national
// record do, and no other inspection with grades comes as soon.
const longestToPublish = 120

// opens quotes what the opening of the later document says of how the grades
// moved.
func (s *summary) opens() Statement {
	f := s.opening()
	if f == nil {
		return Statement{}
	}
	return Statement{
		Kind: StatementOwnWords, Text: fmt.Sprintf("The opening of %s says: %s", s.later(), quotedWhole(f.Text)),
		Themes: f.Themes, Evidence: []finding.Finding{*f},
	}
}

// opening is the first sentence of the later document's opening that bears on how
// the grades moved: what it faults where one fell or is inadequate, what it says
// has improved where one rose. It is nil where there is none.
func (s *summary) opening() *finding.Finding {
	if s.Before.Start == s.After.Start {
		return nil // it may be one visit
	}
	rose, fell := false, false
	for _, c := range s.Judgements {
		rose = rose || c.Trend == judgement.TrendImproved
		fell = fell || c.Trend == judgement.TrendDeclined || c.After == judgement.Inadequate
	}
	if !rose && !fell {
		return nil
	}
	fits := func(f *finding.Finding) bool {
		return f.Polarity == finding.Strength && f.Direction == finding.DirectionImproved
	}
	if fell {
		fits = func(f *finding.Finding) bool { return f.Polarity == finding.Concern && f.Extent != finding.ExtentFew }
	}
	var first *finding.Finding
	for i := range s.after.Findings {
		f := &s.after.Findings[i]
		if f.Section == finding.SectionHeadline && f.Speaker != finding.SpeakerCouncil && len(f.Text) <= longestQuote && fits(f) && !passage.StatesGrade(f.Text) && !dangles(f.Text) &&
			(first == nil || f.Start < first.Start) {
			first = f
		}
	}
	return first
}

// areas says which judgement areas moved, and to which grade, and which stayed.
func (s *summary) areas() Statement {
	var parts []string
	for _, x := range []struct {
		trend judgement.Trend
		verb  string
	}{{judgement.TrendImproved, "improved to"}, {judgement.TrendDeclined, "declined to"}, {judgement.TrendUnchanged, "stayed"}} {
		var grades []judgement.Grade
		areas := map[judgement.Grade][]string{}
		for _, c := range s.Judgements {
			if c.Area == judgement.Overall || c.Area == judgement.LSCB || c.Before == 0 || c.After == 0 || c.Trend != x.trend {
				continue
			}
			if x.trend == judgement.TrendUnchanged && c.Before != c.After {
				continue
			}
			name := areaWords(c.Area)
			if c.Area == judgement.InCareAndCareLeavers && s.careLeaversMovedApart(c.Trend) {
				name = areaWords(judgement.InCare)
			}
			if c.Area == judgement.CareLeavers && c.Basis == judgement.BasisToCombined {
				if slices.Contains(areas[c.After], areaWords(judgement.InCareAndCareLeavers)) {
					continue
				}
				name += ", now graded with children in care,"
			}
			if areas[c.After] == nil {
				grades = append(grades, c.After)
			}
			areas[c.After] = append(areas[c.After], name)
		}
		for _, g := range grades {
			verb := x.verb
			if verb == "stayed" && g == judgement.RequiresImprovement {
				verb = "stayed at"
			}
			parts = append(parts, list(areas[g])+" "+verb+" "+gradeWords(g))
		}
	}
	if len(parts) == 0 {
		return Statement{}
	}
	return Statement{Kind: StatementGrades, Text: sentenceCase(strings.Join(parts, "; ")) + "."}
}

// careLeaversMovedApart reports whether care leavers, who have one grade with
// children in care now, moved otherwise than these.
func (s *summary) careLeaversMovedApart(trend judgement.Trend) bool {
	return slices.ContainsFunc(s.Judgements, func(c JudgementChange) bool {
		return c.Area == judgement.CareLeavers && c.Basis == judgement.BasisToCombined && c.Trend != trend
	})
}

// onItems quotes what the later document says of the items as a whole.
func (s *summary) onItems() Statement {
	f := s.onAllItems()
	if f == nil {
		return Statement{}
	}
	return Statement{
		Kind: StatementOwnWords, Text: fmt.Sprintf("Of what was asked for before, %s says: %s", s.later(), quotedWhole(f.Text)),
		Themes: f.Themes, Evidence: []finding.Finding{*f},
	}
}

// onAllItems is what the later document says of the items as a whole: in its
// opening summary, or else where it does so first. It is nil where it does not.
func (s *summary) onAllItems() *finding.Finding {
	opening := s.opening()
	var found *finding.Finding
	for i := range s.overall {
		f := &s.overall[i]
		if opening != nil && opening.Span == f.Span {
			continue // the sentence about the opening has it
		}
		if len(f.Text) <= longestQuote && !dangles(f.Text) && (found == nil || f.Section == finding.SectionHeadline && found.Section != finding.SectionHeadline) {
			found = f
		}
	}
	return found
}

// How much evidence the summary needs to name an item. Of those that it names by
// these values and a reader labelled, 173 of 181 were praised in whole or in part,
// and 59 of 61 faulted in whole or in part.
const (
	// leastPraise is how many sentences must praise what is addressed with medium
	// confidence, none faulting it.
	leastPraise = 2
	// leastPraiseInPart is how many must praise what is partly addressed. With one, 84
	// of 108 were praised at all. Of recommendations of the single inspection
	// framework, which are broad, 22 of 36 were, and none is named.
	leastPraiseInPart = 3
)

// surelyPraised reports whether what an item asks for is now praised, in whole or
// in part. Where the later document asks for something on the same theme, nothing
// is praised without reserve.
func (s *summary) surelyPraised(f *FollowUp) bool {
	if f.shown(finding.Strength) == nil {
		return false
	}
	if len(f.Parts) > 0 || len(f.Item.Themes) > 1 {
		return false // praise for one of several things that it asks for is not praise for all
	}
	praise := f.evidenceOf(finding.Strength)
	switch f.Status {
	case StatusAddressed:
		return !s.asksAbout(f.Item.Themes) &&
			(f.Confidence == ConfidenceHigh || f.Confidence == ConfidenceMedium && praise >= leastPraise && f.evidenceOf(finding.Concern) == 0)
	case StatusPartly:
		return f.Confidence != ConfidenceLow && praise >= leastPraiseInPart && s.Before.Framework != judgement.SIF
	}
	return false
}

// surelyFaulted reports whether what an item asks for is still faulted or asked
// for: with medium confidence, both.
func (f *FollowUp) surelyFaulted() bool {
	if f.Status != StatusPersists || f.shown(finding.Concern) == nil {
		return false
	}
	again := slices.ContainsFunc(f.Evidence, func(e finding.Finding) bool { return e.Section.Asks() })
	return f.Confidence == ConfidenceHigh || f.Confidence == ConfidenceMedium && again && f.evidenceOf(finding.Concern) > 0
}

// leastShared is how many words, but for those that every sentence has, a later
// sentence must share with an item to be shown for it, beside a theme.
const leastShared = 2

// shown is the evidence that shows what became of an item: of those of a polarity,
// or else of those that do both, the one that shares most words with it. It is nil
// where none is on the item's theme and shares enough.
func (f *FollowUp) shown(p finding.Polarity) *finding.Finding {
	item := passage.Of(f.Item)
	var best *finding.Finding
	for _, polarity := range []finding.Polarity{p, finding.Mixed} {
		most := leastShared - 1
		for i := range f.Evidence {
			e := &f.Evidence[i]
			if e.Polarity != polarity || e.Section.Asks() && p == finding.Strength || !sharesTheme(&f.Item, e) {
				continue
			}
			if n := shared(item.Words, passage.Of(*e).Words); n > most {
				best, most = e, n
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}

// sharesTheme reports whether two findings have a theme in common, or the first
// has none.
func sharesTheme(f, g *finding.Finding) bool {
	return len(f.Themes) == 0 || slices.ContainsFunc(f.Themes, func(t finding.Theme) bool { return slices.Contains(g.Themes, t) })
}

// shared counts the words that are in both of two lists.
func shared(a, b []string) int {
	n := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			n++
		}
	}
	return n
}

// evidenceOf counts the evidence of a polarity; what is asked for again is none.
func (f *FollowUp) evidenceOf(p finding.Polarity) int {
	n := 0
	for _, e := range f.Evidence {
		if e.Polarity == p && !e.Section.Asks() {
			n++
		}
	}
	return n
}

// praised names what the earlier document asks for and the later one praises.
func (s *summary) praised() Statement {
	whole, inPart := &itemList{short: s.short}, &itemList{short: s.short}
	for i := range s.FollowUps {
		f := &s.FollowUps[i]
		switch {
		case !s.surelyPraised(f):
		case f.Status == StatusAddressed:
			whole.add(f, finding.Strength)
		default:
			inPart.add(f, finding.Strength)
		}
	}
	var parts []string
	if len(whole.names) > 0 {
		parts = append(parts, "Asked for before and now praised: "+whole.first(s.named)+".")
	}
	if len(inPart.names) > 0 {
		parts = append(parts, "Now praised in part: "+inPart.first(s.named)+".")
	}
	return Statement{Kind: StatementPraised, Text: strings.Join(parts, " "), Themes: unique(whole.themes, inPart.themes), Evidence: slices.Concat(whole.evidence, inPart.evidence)}
}

// asksAbout reports whether the later document asks for anything that is first
// about what an earlier item is first about.
func (s *summary) asksAbout(themes []finding.Theme) bool {
	return len(themes) > 0 && slices.ContainsFunc(s.itemsAfter, func(p passage.Passage) bool {
		return len(p.Themes) > 0 && p.Themes[0] == themes[0]
	})
}

// faulted names what the earlier document asks for and the later one still faults
// or asks for, in the words that asked for it.
func (s *summary) faulted() Statement {
	still := &itemList{short: s.short}
	for i := range s.FollowUps {
		if f := &s.FollowUps[i]; f.surelyFaulted() {
			still.add(f, finding.Concern)
		}
	}
	if len(still.names) == 0 {
		return Statement{}
	}
	return Statement{Kind: StatementFaulted, Text: "Still faulted or asked for: " + still.first(s.named) + ".", Themes: unique(still.themes), Evidence: still.evidence}
}

// itemList is items that a sentence names, with what it rests on.
type itemList struct {
	short    int
	names    []string
	themes   []finding.Theme
	evidence []finding.Finding
}

// add names the item of a follow-up, with the sentence that shows what became of
// it.
func (l *itemList) add(f *FollowUp, p finding.Polarity) {
	l.names = append(l.names, inShort(f.Item.Text, l.short))
	l.themes = append(l.themes, f.Item.Themes[:min(1, len(f.Item.Themes))]...)
	l.evidence = append(l.evidence, f.Item, *f.shown(p))
}

// first joins the first n names, and says whether there are others.
func (l *itemList) first(n int) string { return firstFew(l.names, n) }

func unique(lists ...[]finding.Theme) []finding.Theme {
	var out []finding.Theme
	for _, t := range slices.Concat(lists...) {
		if !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// themes names the themes that moved most.
func (s *summary) themes() Statement {
	st := Statement{Kind: StatementThemes}
	var parts []string
	for _, x := range []struct {
		more  string
		trend ThemeTrend
	}{{"more positive", ThemeTrendImproved}, {"less positive", ThemeTrendDeclined}} {
		moved := s.moved(x.trend)
		if len(moved) == 0 {
			continue
		}
		above := ""
		if len(moved) > s.named {
			moved, above = moved[:s.named], ", above all"
		}
		var names []string
		for _, t := range moved {
			names = append(names, themeWords(t.Theme))
			st.Themes = append(st.Themes, t.Theme)
			st.Evidence = append(st.Evidence, *t.BestBefore, *t.BestAfter)
		}
		than := ""
		if len(parts) == 0 {
			than = " than the earlier " + s.before.Source.noun()
		}
		parts = append(parts, x.more+than+above+" about "+list(names))
	}
	if len(parts) == 0 {
		return Statement{}
	}
	st.Text = sentenceCase(s.later()) + " is clearly " + strings.Join(parts, ", and ") + "."
	return st
}

// moved are the themes of a trend, those that moved most first.
func (s *summary) moved(trend ThemeTrend) []ThemeChange {
	var out []ThemeChange
	for _, t := range s.Themes {
		if t.Trend == trend {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(x, y ThemeChange) int { return cmp.Compare(y.movement(), x.movement()) })
	return out
}

// asked names what the later document asks for.
func (s *summary) asked() Statement {
	st := Statement{Kind: StatementAsked}
	if len(s.itemsAfter) == 0 {
		if s.after.countItems() == 0 && s.after.Source == SourceReport && s.After.Type.listsImprovements() && s.after.Complete() {
			st.Text = sentenceCase(s.later()) + " lists no areas for improvement."
		}
		return st
	}
	var items []string
	for i := range s.itemsAfter {
		f := &s.itemsAfter[i].Finding
		item := inShort(f.Text, s.short)
		switch s.recurrence(f) {
		case RecurrenceAgain:
			item += " (again)"
		case RecurrenceNew:
			if len(s.itemsBefore) > 0 {
				item += " (newly listed)"
			}
		}
		items = append(items, item)
		st.Evidence = append(st.Evidence, *f)
		st.Themes = append(st.Themes, f.Themes[:min(1, len(f.Themes))]...)
	}
	st.Themes = unique(st.Themes)
	lists := ""
	if len(s.itemsBefore) == 0 && s.before.countItems() == 0 && s.before.Complete() && s.before.Source == SourceReport {
		lists = "; the earlier " + s.before.Source.noun() + " lists nothing that needs to improve"
	}
	st.Text = sentenceCase(s.later()) + " asks for: " + firstFew(items, s.named) + lists + "."
	return st
}

// recurrence says whether an item of the later document is asked for again.
func (s *summary) recurrence(item *finding.Finding) Recurrence {
	for _, a := range s.Asked {
		if a.Item.Span == item.Span && a.Item.Text == item.Text {
			return a.Recurrence
		}
	}
	return RecurrenceUnsure
}

// unsure says that the summary does not say what became of all items. Readers found
// that a document mostly tells it, so it does not say that it could not be told.
func (s *summary) unsure() Statement {
	told := 0
	for i := range s.FollowUps {
		f := &s.FollowUps[i]
		if f.surelyFaulted() || s.surelyPraised(f) {
			told++
		}
	}
	st := Statement{Kind: StatementUnsure}
	switch all := len(s.FollowUps); {
	case told == all:
		return Statement{}
	case told == 0 && all == 1:
		st.Text = "This summary does not say what became of the one area for improvement: see its follow-up, and how sure that is."
	case told == 0:
		st.Text = "This summary does not say what became of the areas for improvement: see their follow-ups, and how sure each is."
	case told == all-1:
		st.Text = "This summary does not say what became of the other area for improvement: see its follow-up, and how sure that is."
	default:
		st.Text = "This summary does not say what became of the other areas for improvement: see their follow-ups, and how sure each is."
	}
	return st
}

// countItems counts the areas for improvement and priority actions of a report.
func (r *Report) countItems() int {
	n := 0
	for _, f := range r.Findings {
		if f.Section.Asks() {
			n++
		}
	}
	return n
}

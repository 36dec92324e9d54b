package ilacs

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/judgement"
)

// How much evidence the summary needs to name an item. Of those that it names by
// these values in consecutive reports and a reader labelled
// (internal/follow/fit/labels/status.tsv), 95 of 97 were praised in whole or in
// part, and 61 of 61 faulted; of those in pairs kept aside when the weights were
// fitted, 36 of 36 and 25 of 25 (go run ./ilacs/internal/follow/fit -measure).
const (
	// leastPraise is how many sentences must praise what is addressed with medium
	// confidence, none faulting it.
	leastPraise = 2
	// leastPraiseInPart is how many must praise what is partly addressed. By an earlier fit,
	// with one 15 more would be named, of which 13 are praised at all. Recommendations of the single
	// inspection framework are broad, and none is named.
	leastPraiseInPart = 3
	// coveredByPraise and coveredByFault are the shares of what an item asks for, by its
	// words, that the sentences that praise or fault it must have together: a reader took
	// praise for early help to say nothing of how its effect is evaluated. Without them
	// 191 would be named as praised, and 183 of these are; 103 as faulted, and 99 are. What
	// is asked for again is faulted by that. Both were chosen on all labelled pairs, those
	// kept aside among them.
	coveredByPraise, coveredByFault = 0.4, 0.5
)

// fate is what the summary may say of what became of an item.
type fate struct {
	praise, fault    *finding.Finding // the evidence that shows it, nil where none does
	praised, faulted bool             // surely
}

// fate is that of the item of a follow-up, by its place.
func (s *summary) fate(i int) *fate {
	if s.fates == nil {
		s.fates = make([]fate, len(s.FollowUps))
		for i := range s.fates {
			f, to := &s.FollowUps[i], &s.fates[i]
			to.praise, to.fault = f.shown(finding.Strength), f.shown(finding.Concern)
			if !isNamable(f.Item.Text) {
				continue
			}
			to.praised = to.praise != nil && s.inContext(to.praise) && s.surelyPraises(f)
			to.faulted = to.fault != nil && s.surelyFaults(i)
		}
	}
	return &s.fates[i]
}

// isNamable reports whether what a summary quotes of an item is more than half of what it
// asks for: the rest may be what is praised or faulted.
func isNamable(item string) bool {
	asked, _ := withoutPurpose(item, shortestAsk)
	return 2*len(inShort(item, longestShort)) > len(asked)
}

// surelyPraises reports whether what an item asks for is now praised, in whole or
// in part, for the summary to say so: it is stricter than [Heard]. Nothing is praised
// without reserve where the later document asks for something on the same theme.
func (s *summary) surelyPraises(f *FollowUp) bool {
	if len(f.Parts) > 0 || len(f.Item.Themes) > 1 {
		return false // praise for one of several things that it asks for is not praise for all
	}
	if s.covers(f, finding.Strength) < coveredByPraise {
		return false
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

// asksForAll reports whether an item asks that all have something: a document that
// praises it seldom says so of all.
func asksForAll(item string) bool { return holds("for-all", item) }

// surelyFaults reports whether what the item of a follow-up asks for, by its place,
// is still faulted or asked for: with medium confidence, both. It is stricter than
// [Heard] as well.
func (s *summary) surelyFaults(i int) bool {
	f := &s.FollowUps[i]
	if f.Status != StatusPersists {
		return false
	}
	if s.asksAgain(i) {
		return f.Confidence == ConfidenceHigh || f.Confidence == ConfidenceMedium && f.evidenceOf(finding.Concern) > 0
	}
	return f.Confidence == ConfidenceHigh && s.covers(f, finding.Concern) >= coveredByFault
}

// leastShared is how many words, but for those that every sentence has, a later
// sentence must share with an item to be shown for it, beside a theme.
const leastShared = 2

// shown is the evidence that shows what became of an item: of those of a polarity,
// or else of those that do both, the one that shares most words with it. It is nil
// where none is on the item's theme, shares enough, and speaks for itself.
func (f *FollowUp) shown(p finding.Polarity) *finding.Finding {
	item := passage.Of(f.Item)
	var best *finding.Finding
	for _, polarity := range []finding.Polarity{p, finding.Mixed} {
		most := leastShared - 1
		for i := range f.Evidence {
			e := &f.Evidence[i]
			if e.Polarity != polarity || e.Section.Asks() && p == finding.Strength || !sharesTheme(&f.Item, e) || sumsUp(e.Text) {
				continue
			}
			if n := passage.Shared(item.Words, passage.Of(*e).Words); n > most {
				best, most = e, n
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}

// covers is the share of the words of what an item asks for, by their weight, that what
// praises it has, or what faults it: of its evidence of the polarity, and of that which
// does both.
func (s *summary) covers(f *FollowUp, p finding.Polarity) float64 {
	var found []passage.Word
	for i := range f.Evidence {
		if e := &f.Evidence[i]; (e.Polarity == p || e.Polarity == finding.Mixed) && !(e.Section.Asks() && p == finding.Strength) {
			found = append(found, passage.Of(*e).Words...)
		}
	}
	slices.Sort(found)
	return s.weights.Share(askedWords(f.Item), slices.Compact(found))
}

// sharesTheme reports whether two findings have a theme in common, or the first
// has none.
func sharesTheme(f, g *finding.Finding) bool {
	return len(f.Themes) == 0 || slices.ContainsFunc(f.Themes, func(t finding.Theme) bool { return slices.Contains(g.Themes, t) })
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
	whole, inPart, left := &itemList{length: s.length}, &itemList{length: s.length}, false
	for i := range s.FollowUps {
		switch f, fate := &s.FollowUps[i], s.fate(i); {
		case !fate.praised:
			left = left || f.Status == StatusAddressed || f.Status == StatusPartly
		case f.Status == StatusAddressed && !asksForAll(f.Item.Text):
			whole.add(f, fate.praise)
		default:
			inPart.add(f, fate.praise)
		}
	}
	var parts []string
	if len(whole.names) > 0 {
		parts = append(parts, "Of what was asked for before, "+mostSurely(left)+"now praised: "+firstFew(whole.names, s.named)+".")
	}
	if len(inPart.names) > 0 {
		parts = append(parts, "Now praised at least in part: "+firstFew(inPart.names, s.named)+".")
	}
	return Statement{Kind: StatementPraised, Text: strings.Join(parts, " "), Themes: unique(whole.themes, inPart.themes), Evidence: slices.Concat(whole.evidence, inPart.evidence)}
}

// asksAbout reports whether the later document asks for anything that is first
// about what an earlier item is first about.
func (s *summary) asksAbout(themes []finding.Theme) bool {
	if s.askedAbout == nil {
		s.askedAbout = map[finding.Theme]bool{}
		for i := range s.Asked {
			if of := s.Asked[i].Item.Themes; len(of) > 0 {
				s.askedAbout[of[0]] = true
			}
		}
	}
	return len(themes) > 0 && s.askedAbout[themes[0]]
}

// faulted names what the earlier document asks for and the later one still faults
// or asks for, in the words that asked for it.
func (s *summary) faulted() Statement {
	still, left, much := &itemList{length: s.length}, false, ""
	for i := range s.FollowUps {
		if fate := s.fate(i); fate.faulted {
			still.add(&s.FollowUps[i], fate.fault)
			if !s.asksAgain(i) {
				much = ", in whole or in part"
			}
		} else if status := s.FollowUps[i].Status; status == StatusPersists || status == StatusPartly {
			left = true
		}
	}
	if len(still.names) == 0 {
		return Statement{}
	}
	return Statement{Kind: StatementFaulted, Text: "Of what was asked for before, " + mostSurely(left) + "still faulted or asked for" + much + ": " + firstFew(still.names, s.named) + ".", Themes: unique(still.themes), Evidence: still.evidence}
}

// mostSurely says of the items that a sentence names that others may belong to them.
func mostSurely(others bool) string {
	if others {
		return "most surely "
	}
	return ""
}

// itemList is items that a sentence names, with what it rests on.
type itemList struct {
	length
	names    []string
	themes   []finding.Theme
	evidence []finding.Finding
}

// add names the item of a follow-up, with the sentence that shows what became of
// it.
func (l *itemList) add(f *FollowUp, shows *finding.Finding) {
	name := "" // of those after the first few only the number counts
	if len(l.names) < l.named {
		name = inShort(f.Item.Text, l.short)
	}
	l.names = append(l.names, name)
	l.themes = append(l.themes, f.Item.Themes[:min(1, len(f.Item.Themes))]...)
	l.evidence = append(l.evidence, f.Item, *shows)
}

func unique(lists ...[]finding.Theme) []finding.Theme {
	var out []finding.Theme
	for _, t := range slices.Concat(lists...) {
		if !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// asked names what the later document asks for.
func (s *summary) asked() Statement {
	st := Statement{Kind: StatementAsked}
	if len(s.Asked) == 0 {
		if s.after.countItems() == 0 && s.after.Source == SourceReport && s.After.Type.listsImprovements() && s.after.Complete() {
			st.Text = sentenceCase(s.later()) + " lists no areas for improvement."
		}
		return st
	}
	var items []string
	for i, a := range s.Asked {
		item := "" // of those after the first few only the number counts
		if i < s.named {
			item = s.askedName(a)
		}
		items = append(items, item)
		st.Evidence = append(st.Evidence, a.Item)
		st.Themes = append(st.Themes, a.Item.Themes[:min(1, len(a.Item.Themes))]...)
	}
	st.Themes = unique(st.Themes)
	lists := ""
	if len(s.FollowUps) == 0 && s.before.countItems() == 0 && s.before.Complete() && s.before.Source == SourceReport {
		lists = "; the earlier " + s.before.Source.noun() + " lists nothing that needs to improve"
	}
	st.Text = sentenceCase(s.later()) + " asks for: " + firstFew(items, s.named) + lists + "."
	return st
}

// askedName names what the later document asks for, and says whether it does so again.
func (s *summary) askedName(a Asked) string {
	item := inShort(a.Item.Text, s.short)
	switch {
	case a.Recurrence == RecurrenceAgain:
		item += " (again)"
	case a.Recurrence == RecurrenceNew && len(s.FollowUps) > 0:
		item += " (newly listed)"
	}
	return item
}

// praisedBefore names what the later document asks for and the earlier one praises, each
// with the sentence that does so.
func (s *summary) praisedBefore() Statement {
	st := Statement{Kind: StatementPraisedBefore}
	var names []string
	for _, a := range s.Asked {
		if a.PraisedBefore == nil || len(names) == s.quotes {
			continue
		}
		names = append(names, inShort(a.Item.Text, s.short)+" (then: "+quoted(strings.TrimRight(a.PraisedBefore.Text, "."))+")")
		st.Evidence = append(st.Evidence, a.Item, *a.PraisedBefore)
		st.Themes = append(st.Themes, a.Item.Themes[0])
	}
	if len(names) == 0 {
		return Statement{}
	}
	st.Themes = unique(st.Themes)
	st.Text = "Some of what is asked for now the earlier " + s.before.Source.noun() + " praised: " + strings.Join(names, "; ") + "."
	return st
}

// unsure points to the follow-ups of the items that the summary does not name. It does
// not say that nothing could be told of them: readers found that a document mostly does
// tell what became of them.
func (s *summary) unsure() Statement {
	told := 0
	for i := range s.FollowUps {
		if fate := s.fate(i); fate.praised || fate.faulted {
			told++
		}
	}
	all := len(s.FollowUps)
	if told == all {
		return Statement{}
	}
	items, see := "areas for improvement", "their follow-ups, and how sure each is"
	if all-told == 1 {
		items, see = "area for improvement", "its follow-up, and how sure that is"
	}
	switch {
	case told > 0:
		items = "other " + items
	case all == 1:
		items = "one " + items
	}
	return Statement{Kind: StatementUnsure, Text: "For the " + items + ", see " + see + "."}
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

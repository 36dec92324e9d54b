package ilacs

import (
	"cmp"
	"fmt"
	"math"
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
	// leastClear is how far the share of good in what is said of a theme must move for
	// it to be named.
	leastClear = 0.6
	// leastSaid is how many sentences each document must have for or against a theme for it
	// to be named: one sentence of a short letter or article shows a trend, but may be on
	// another subject.
	leastSaid = 2
	// longestShort is the most bytes of an item that is quoted in short: what is cut off
	// can be what it is about.
	longestShort = 170
	// longestQuote is the most bytes of a sentence that is quoted.
	longestQuote = 300
)

// summary puts a comparison into words. No sentence says more than the values
// that it is made from, and none counts what is not certain.
type summary struct {
	*Progress
	before, after *Report
	said          *passage.Document // what the later document says
	// overall is what the later document says of the items as a whole.
	overall []finding.Finding
	weights passage.WordWeights // of the words of the earlier document
	// between are the inspections and visits that the later document names and that came
	// between the two.
	between []Earlier
	length

	// Worked out when first asked for, as the sentences are made anew for each length.
	counts     map[countKey]int
	askedAbout map[finding.Theme]bool // what the items asked for are first about
	fates      []fate                 // of the items of the follow-ups
	openings   *openings              // nil until then
}

// length is how much a summary names and quotes.
type length struct {
	named       int // how many themes or items a sentence names
	short       int // the most bytes of an item that it quotes
	quotes      int // how many of the later document's comparisons it quotes
	fromOpening int // how many sentences of its opening
}

// lengths are tried in turn until the summary has no more than mostWords. What is
// named is cut before what is quoted: inspectors' own words are surer than what was
// read from them.
var lengths = []length{
	{4, longestShort, 2, 3}, {3, longestShort, 2, 3},
	{4, longestShort, 2, 2}, {3, longestShort, 2, 2}, {2, longestShort, 2, 2}, {3, 110, 2, 2}, {2, 110, 2, 2},
	{4, 110, 1, 1}, {3, 110, 1, 1}, {2, 80, 1, 1}, {1, 80, 1, 1},
}

// statements returns the sentences of the summary. It says as much as there are
// words for.
func (s *summary) statements() []Statement {
	var out []Statement
	for _, s.length = range lengths {
		if out = s.all(); words(out) <= mostWords {
			break
		}
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
		s.documents(), s.overallGrade(), s.areas(), s.opens(), s.compares(), s.onItems(), s.praised(), s.faulted(), s.themes(), s.asked(), s.praisedBefore(), s.unsure(),
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
		if !x.r.hasContent() {
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
	if len(s.between) > 0 {
		var names []string
		for _, e := range s.between {
			names = append(names, oneOf(e.nameAndDate()))
		}
		parts = append(parts, "By "+s.later()+", at least "+list(names)+" came between the two.")
		parts = append(parts, "What was found then is not compared here.")
	}
	if _, named := lastInspection(s.between); !named && areFarApart(s.Before, s.After) {
		parts = append(parts, "More than six years lie between the two, and no authority has gone so long without an inspection: “the last inspection” may be another one.")
	}
	return Statement{Kind: StatementDocuments, Text: strings.Join(parts, " ")}
}

// hasContent reports whether a report has grades or findings: without either there is
// nothing of which to say that it is not complete.
func (r *Report) hasContent() bool { return len(r.Findings) > 0 || r.Judgements.Len() > 0 }

// sameVisit reports whether both documents are about one visit.
func (s *summary) sameVisit() bool {
	return !s.Before.Start.IsZero() && s.Before.Start == s.After.Start && s.Before.Start.Precision() == civil.PrecisionDay
}

// themes names the themes that moved most.
func (s *summary) themes() Statement {
	st := Statement{Kind: StatementThemes}
	var parts []string
	named := append(s.praised().Themes, s.faulted().Themes...) // by what was asked for
	for _, x := range []struct {
		more  string
		trend ThemeTrend
	}{{"more positive", ThemeTrendImproved}, {"less positive", ThemeTrendDeclined}} {
		moved := slices.DeleteFunc(s.movedThemes(x.trend), func(t ThemeChange) bool { return slices.Contains(named, t.Theme) })
		if len(moved) == 0 {
			continue
		}
		moved = moved[:min(len(moved), s.named)]
		var names []string
		for _, t := range moved {
			names = append(names, themeWords(t.Theme))
			st.Themes = append(st.Themes, t.Theme)
			st.Evidence = append(st.Evidence, *t.BestBefore, *t.BestAfter)
		}
		than := ""
		if len(parts) == 0 {
			than = " than the earlier one"
			if s.before.Source.noun() != s.after.Source.noun() {
				than = " than the earlier " + s.before.Source.noun()
			}
		}
		others := ""
		if s.countThemes(x.trend) > len(moved) {
			others = ", among others"
		}
		parts = append(parts, x.more+than+" about "+list(names)+others)
	}
	if len(parts) == 0 {
		return Statement{}
	}
	st.Text = sentenceCase(s.later()) + " is " + strings.Join(parts, "; it is ") + "."
	return st
}

// countThemes counts the themes of a trend.
func (s *summary) countThemes(trend ThemeTrend) int {
	n := 0
	for _, t := range s.Themes {
		if t.Trend == trend {
			n++
		}
	}
	return n
}

// movedThemes are the themes of a trend that something else bears out, those that moved
// most first.
func (s *summary) movedThemes(trend ThemeTrend) []ThemeChange {
	var out []ThemeChange
	for _, t := range s.Themes {
		if t.Trend == trend && !isGeneralTheme(t.Theme) && t.isOneSided() && min(t.CountBefore.said(), t.CountAfter.said()) >= leastSaid && math.Abs(t.CountAfter.share()-t.CountBefore.share()) >= leastClear && t.isShownByOneName() && s.bearsOut(&t) {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(x, y ThemeChange) int { return cmp.Compare(y.movement(), x.movement()) })
	return out
}

// isOneSided reports whether all that the later document says of a theme that improved
// is praise, or of one that declined is fault: one sentence on the other side can be the
// one that matters.
func (t *ThemeChange) isOneSided() bool {
	if t.Trend == ThemeTrendImproved {
		return t.CountAfter.Concern+t.CountAfter.Mixed == 0
	}
	return t.CountAfter.Strength+t.CountAfter.Mixed == 0
}

// bearsOut reports whether something other than the counts of sentences says that
// a theme improved or declined: the later document's own words, what it asks for,
// what became of an item, or the grade of the area where the theme is shown. The
// counts alone do not tell whether inspectors chose to write more of what they
// found: a summary that names a theme by them alone can mislead.
func (s *summary) bearsOut(t *ThemeChange) bool {
	worse := t.Trend == ThemeTrendDeclined
	if s.isDenied(t) {
		return false
	}
	first := func(themes []finding.Theme) bool { return len(themes) > 0 && themes[0] == t.Theme }
	for i := range s.OwnWords {
		w := &s.OwnWords[i]
		if first(w.Themes) && (worse && w.Finding.Direction == finding.DirectionDeclined || !worse && w.Finding.Direction == finding.DirectionImproved) {
			return true
		}
	}
	for i := range s.FollowUps {
		f := &s.FollowUps[i]
		if first(f.Item.Themes) && f.Confidence != ConfidenceLow && (worse && f.Status == StatusPersists || !worse && f.Status == StatusAddressed) {
			return true
		}
	}
	if worse && s.asksInPartAbout(t.Theme) {
		return true
	}
	trend := judgement.TrendImproved
	if worse {
		trend = judgement.TrendDeclined
	}
	return slices.ContainsFunc(s.Judgements, func(c JudgementChange) bool {
		return c.Trend == trend && c.Area != judgement.Overall && (c.Area == t.BestBefore.Area || c.Area == t.BestAfter.Area)
	})
}

// isDenied reports whether what became of an item that is in part about a theme denies
// that the theme improved or declined.
func (s *summary) isDenied(t *ThemeChange) bool {
	status := StatusPersists
	if t.Trend == ThemeTrendDeclined {
		status = StatusAddressed
	}
	return slices.ContainsFunc(s.FollowUps, func(f FollowUp) bool {
		return f.Status == status && slices.Contains(f.Item.Themes, t.Theme)
	})
}

// asksInPartAbout reports whether the later document asks for anything that is in part about
// a theme.
func (s *summary) asksInPartAbout(t finding.Theme) bool {
	return slices.ContainsFunc(s.Asked, func(a Asked) bool { return slices.Contains(a.Item.Themes, t) })
}

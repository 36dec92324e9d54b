package ilacs

import (
	"math"
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/judgement"
)

// When a theme has a trend. Of 234 pairs of consecutive reports 142 have another
// overall grade: with it go 742 of their 819 trends at these values, and 670 of the
// 712 that nothing denies (go run ./ilacs/internal/follow/fit -measure). Lower values
// give more trends, and fewer of them go with the grade.
const (
	// enoughSaid is how many findings each document must have for or against a theme.
	enoughSaid = 4
	// enoughFirst is how many of them must be first about the theme.
	enoughFirst = 3
	// leastMove is how far the share of good must move, in all of them and in those
	// that are first about the theme.
	leastMove = 0.35
	// enoughOfFew is how many both must have together where one is about a part of
	// the services, and so is short: then all of it must be praise on one side and
	// fault on the other.
	enoughOfFew = 3
)

// trendOf compares what two documents say of a theme or an aspect. It is a trend
// where what is mostly said changes and the share of good moves clearly, and the
// opposite one where the documents are swapped.
func trendOf(before, after themeSide, was, is *themeTally) ThemeTrend {
	b, a := slices.Index(worstFirst, was.polarity()), slices.Index(worstFirst, is.polarity())
	switch {
	case was == nil && before.partial, is == nil && after.partial:
		return ThemeTrendNotLookedAt
	case was == nil && is.count.said() >= enoughSaid:
		return ThemeTrendNew
	case is == nil && was.count.said() >= enoughSaid:
		return ThemeTrendNoLongerRaised
	case was == nil || is == nil || b < 0 || a < 0:
		return ThemeTrendNotEnough
	}
	least, firstWas, firstIs := leastMove, was.first, is.first
	if was.count.said() < enoughSaid || is.count.said() < enoughSaid {
		if !before.partial && !after.partial || was.count.said()+is.count.said() < enoughOfFew {
			return ThemeTrendNotEnough
		}
		least, firstWas, firstIs = 1, was.count, is.count
	} else if firstWas.said() < enoughFirst || firstIs.said() < enoughFirst {
		return unmoved(a, b)
	}
	move, first := is.count.share()-was.count.share(), firstIs.share()-firstWas.share()
	switch {
	case a > b && min(move, first) >= least:
		return ThemeTrendImproved
	case a < b && max(move, first) <= -least:
		return ThemeTrendDeclined
	}
	return unmoved(a, b)
}

// unmoved is the trend of what did not clearly move, by the places in worstFirst of
// what both documents mostly say.
func unmoved(after, before int) ThemeTrend {
	if after == before {
		return ThemeTrendUnchanged
	}
	return ThemeTrendUnsure
}

// moves reports whether something got better or worse.
func (t ThemeTrend) moves() bool { return t == ThemeTrendImproved || t == ThemeTrendDeclined }

// againstTrend says what in the comparison denies that a theme improved or
// declined; "" where nothing does.
func againstTrend(c ThemeChange, before, after themeSide, p *Progress) string {
	worse, better, nth := before.tally[c.Theme], after.tally[c.Theme], "later "+after.report.Source.noun()
	if c.Trend == ThemeTrendDeclined {
		worse, better, nth = better, worse, "earlier "+before.report.Source.noun()
	}
	for i := range p.FollowUps {
		f := &p.FollowUps[i]
		if len(f.Item.Themes) == 0 || f.Item.Themes[0] != c.Theme {
			continue
		}
		touched := slices.ContainsFunc(f.Evidence, func(e finding.Finding) bool { return e.Section.Asks() })
		switch {
		case c.Trend == ThemeTrendImproved && p.asksAgain(i):
			return inShort(f.Item.Text, longestShort) + " is asked for again"
		case c.Trend == ThemeTrendImproved && touched:
			return "a later area for improvement touches on " + inShort(f.Item.Text, longestShort)
		case c.Trend == ThemeTrendImproved && f.Status == StatusPersists:
			return "what " + inShort(f.Item.Text, longestShort) + " asked for is still faulted"
		case c.Trend == ThemeTrendDeclined && f.Status == StatusAddressed:
			return "what " + inShort(f.Item.Text, longestShort) + " asked for is now praised"
		}
	}
	if better.asked {
		return "the " + nth + " asks for it to improve"
	}
	if f := p.ownWordsAgainst(c.Theme, c.Trend); f != nil {
		return "the later one itself says: " + quoted(f.Text)
	}
	fault, praise := worse.clearestOf(c.Theme, finding.Concern), better.clearestOf(c.Theme, finding.Strength)
	if fault == nil || praise == nil {
		return "no sentence that is first about it shows the change"
	}
	for _, j := range p.Judgements {
		opposite := c.Trend == ThemeTrendImproved && j.Trend == judgement.TrendDeclined || c.Trend == ThemeTrendDeclined && j.Trend == judgement.TrendImproved
		if opposite && j.Area != judgement.Overall && (j.Area == fault.Area || j.Area == praise.Area) {
			return "the grade of " + areaWords(j.Area) + " " + j.Trend.String()
		}
	}
	return ""
}

// ownWordsAgainst returns a comparison of the later document's own, first about a
// theme, that says the opposite of a trend; nil where there is none.
func (p *Progress) ownWordsAgainst(t finding.Theme, trend ThemeTrend) *finding.Finding {
	for i := range p.OwnWords {
		w := &p.OwnWords[i]
		f := &w.Finding
		if len(w.Themes) == 0 || w.Themes[0] != t || f.Extent == finding.ExtentFew {
			continue
		}
		worse := f.Direction == finding.DirectionDeclined || f.Direction == finding.DirectionUnchanged && f.Polarity == finding.Concern
		better := f.Direction == finding.DirectionImproved && f.Polarity != finding.Concern
		if trend == ThemeTrendImproved && worse || trend == ThemeTrendDeclined && better {
			return f
		}
	}
	return nil
}

// because says why a theme has its trend.
func (c ThemeChange) because(before, after themeSide) string {
	was, is := "the earlier "+before.report.Source.noun(), "the later "+after.report.Source.noun()
	switch {
	case c.Before == 0 && c.After == 0:
		return "neither document speaks of it"
	case c.Trend == ThemeTrendNotLookedAt && c.After == 0:
		return silentInPart(is, after)
	case c.Trend == ThemeTrendNotLookedAt:
		return silentInPart(was, before)
	case c.After == 0:
		return was + " " + c.CountBefore.words() + "; no sentence about it was found in " + is
	case c.Before == 0:
		return is + " " + c.CountAfter.words() + "; no sentence about it was found in " + was
	}
	reason := was + " " + c.CountBefore.words() + "; " + is + " " + c.CountAfter.words()
	if c.Trend == ThemeTrendUnsure {
		reason += "; that does not show clearly that it changed"
	}
	return reason
}

func silentInPart(document string, s themeSide) string {
	if !s.report.Visit.Type.isPartial() && !s.report.Visit.Type.inspectsPart() && s.report.Source != SourceArticle {
		return document + " is not complete, and what there is of it does not speak of it"
	}
	return document + " is about a part of the services, and does not speak of it"
}

// words say how often a theme is praised and faulted: "praises it in three
// sentences and faults it in one".
func (c Count) words() string {
	var parts []string
	sentences := " sentences"
	for _, x := range []struct {
		n    int
		verb string
	}{{c.Strength, "praises it in "}, {c.Concern, "faults it in "}, {c.Mixed, "does both in "}} {
		if x.n == 0 {
			continue
		}
		word := ""
		if len(parts) == 0 {
			word = sentences
			if x.n == 1 {
				word = " sentence"
			}
		}
		parts = append(parts, x.verb+numberWord(x.n)+word)
	}
	if len(parts) == 0 {
		return "neither praises nor faults it"
	}
	return list(parts)
}

// worstFirst orders polarities; neutral has no place among them.
var worstFirst = []finding.Polarity{finding.Concern, finding.Mixed, finding.Strength}

// add counts a finding of a polarity.
func (c *Count) add(p finding.Polarity) {
	switch p {
	case finding.Strength:
		c.Strength++
	case finding.Concern:
		c.Concern++
	case finding.Mixed:
		c.Mixed++
	default:
		c.Neutral++
	}
}

func (c Count) said() int { return c.Strength + c.Concern + c.Mixed }

// share is the share of good in what is said; 0 where nothing is.
func (c Count) share() float64 {
	if c.said() == 0 {
		return 0
	}
	return (float64(c.Strength) + passage.MixedGood*float64(c.Mixed)) / float64(c.said())
}

// movement is how far the share of good in what is said of a theme moved; of two
// themes that moved as far, the one on which more is said moved more.
func (t ThemeChange) movement() float64 {
	return math.Abs(t.CountAfter.share()-t.CountBefore.share()) * math.Log1p(float64(min(t.CountBefore.said(), t.CountAfter.said())))
}

package ilacs

import (
	"cmp"
	"math"
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/judgement"
)

// themeSide is what a comparison of themes takes of one of two documents.
type themeSide struct {
	report *Report
	said   *passage.Document
	tally  map[themeAspect]*themeTally
}

// partial reports whether the document's silence on a theme says nothing.
func (s themeSide) partial() bool {
	return s.report.Visit.Type.isPartial() || s.report.Visit.Type.inspectsPart() || s.report.Source == SourceArticle || !s.report.Complete()
}

// themeChanges compares what two documents say of each theme, in the order of
// [finding.Themes]. No trend goes against what became of an item or of a grade, nor
// against the later document's own words; p has both already.
func themeChanges(before, after *Report, b, a *passage.Document, p *Progress) []ThemeChange {
	was, is := themeSide{before, b, tallyThemes(b)}, themeSide{after, a, tallyThemes(a)}
	out := []ThemeChange{}
	for t := range finding.Themes() {
		k := themeAspect{theme: t}
		if was.tally[k] == nil && is.tally[k] == nil {
			continue
		}
		out = append(out, themeChange(t, was, is, p))
	}
	return out
}

// themeChange compares what two documents say of a theme.
func themeChange(t finding.Theme, before, after themeSide, p *Progress) ThemeChange {
	was, is := before.tally[themeAspect{theme: t}], after.tally[themeAspect{theme: t}]
	c := ThemeChange{Theme: t, Before: was.polarity(), After: is.polarity(), Trend: trendOf(before, after, was, is)}
	if was != nil {
		c.CountBefore, c.BestBefore = was.count, bestQuotation(before.said, t, c.Before, was)
	}
	if is != nil {
		c.CountAfter, c.BestAfter = is.count, bestQuotation(after.said, t, c.After, is)
	}
	c.Reason = c.because(before, after)
	denied := false
	if c.Trend.moves() {
		if against := againstTrend(c, before, after, p); against != "" {
			c.Trend, c.Reason, denied = ThemeTrendUnchanged, c.Reason+"; but "+against, true
		}
	}
	c.showTrend(before, after)
	for k, is := range after.tally {
		was := before.tally[k]
		if k.theme != t || k.aspect == 0 || was == nil {
			continue
		}
		trend := trendOf(before, after, was, is)
		if denied && trend.moves() {
			trend = ThemeTrendUnchanged // what denies the trend of the theme denies that of its aspects
		}
		c.Aspects = append(c.Aspects, AspectChange{k.aspect, was.polarity(), is.polarity(), trend})
	}
	slices.SortFunc(c.Aspects, func(x, y AspectChange) int { return cmp.Compare(x.Aspect, y.Aspect) })
	return c
}

type themeAspect struct {
	theme  finding.Theme
	aspect finding.Aspect // 0 for the theme as a whole
}

// tallyThemes tallies what a document says of each theme and aspect.
func tallyThemes(d *passage.Document) map[themeAspect]*themeTally {
	out := map[themeAspect]*themeTally{}
	at := func(k themeAspect) *themeTally {
		if out[k] == nil {
			out[k] = &themeTally{}
		}
		return out[k]
	}
	for i := range d.Passages {
		p := &d.Passages[i]
		if !p.Assesses {
			continue
		}
		for rank, t := range p.Themes {
			at(themeAspect{theme: t}).add(&p.Finding, rank)
			if rank > 0 {
				continue // an aspect is that of the first theme
			}
			for _, a := range p.Aspects {
				at(themeAspect{t, a}).add(&p.Finding, rank)
			}
		}
	}
	return out
}

// themeTally is what a document says of a theme, or of an aspect of one. A nil
// tally is that of a document that says nothing of it.
type themeTally struct {
	count     Count
	good, bad float64 // the weight of what is said for and against
	// Of the findings that are first about the theme, one praises, faults, does
	// both, or asks for an improvement.
	praised, faulted, divided, asked bool
	best                             *finding.Finding
	bestScore                        float64
}

// How much a finding counts. These were set by hand and have not been measured.
const (
	weightSecondTheme = 0.5  // for a theme that it is not first about
	weightProminent   = 2    // in the opening summary, or among what is asked for
	weightFew         = 0.35 // a concern about a few children
	weightNeutral     = 0.25 // for being quoted, if it neither praises nor faults
	weightChange      = 0.5  // in addition for being quoted, if it says that things changed
)

// add counts a finding. rank is the place of the theme among the finding's.
func (t *themeTally) add(f *finding.Finding, rank int) {
	w := 1.0
	if rank > 0 {
		w = weightSecondTheme
	}
	if f.Section == finding.SectionHeadline || f.Section.Asks() {
		w *= weightProminent
	}
	if rank == 0 {
		t.asked = t.asked || f.Section.Asks()
		t.praised = t.praised || f.Polarity == finding.Strength
		t.faulted = t.faulted || f.Polarity == finding.Concern
		t.divided = t.divided || f.Polarity == finding.Mixed
	}
	switch f.Polarity {
	case finding.Strength:
		t.count.Strength++
		t.good += w
	case finding.Concern:
		t.count.Concern++
		if f.Extent == finding.ExtentFew {
			w *= weightFew
		}
		t.bad += w
	case finding.Mixed:
		t.count.Mixed++
		t.good += w * passage.MixedGood
		t.bad += w * (1 - passage.MixedGood)
	default:
		t.count.Neutral++
		w *= weightNeutral
	}
	score := w
	if f.Section.Asks() {
		score = 0 // it names the theme, and does not say how it is
	}
	if f.Direction != finding.DirectionNone && f.Direction != 0 {
		score += weightChange
	}
	if t.best == nil || score > t.bestScore || score == t.bestScore && f.Start < t.best.Start {
		t.best, t.bestScore = f, score
	}
}

// mostlyGood and mostlyBad are the shares of good from which, and up to which,
// what is said of a theme is a strength or a concern: two in three, and one in
// three. They were set by hand and have not been measured.
const mostlyGood, mostlyBad = 0.67, 0.33

// polarity is what is mostly said, as far as findings that are first about the
// theme show it; neutral where none does. What the document asks to improve is no
// strength, however much else of it is praised.
func (t *themeTally) polarity() finding.Polarity {
	if t == nil {
		return 0
	}
	good, bad := t.praised || t.divided, t.faulted || t.divided
	if !good && !bad {
		return finding.Neutral
	}
	switch share := t.good / (t.good + t.bad); {
	case good && (!bad || share >= mostlyGood && !t.asked):
		return finding.Strength
	case !good || share <= mostlyBad:
		return finding.Concern
	}
	return finding.Mixed
}

// When a theme has a trend. Of the trends at these values in 234 pairs of reports
// whose overall grade moved, before anything denied them, 90 in 100 went with the
// grade; from three findings on and with a margin of 0.2 it was 86, with one
// finding and any margin 81.
const (
	// enoughSaid is how many findings each document must have for or against a theme.
	enoughSaid = 4
	// leastMove is how far the share of good must move.
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
	case was == nil && before.partial(), is == nil && after.partial():
		return ThemeTrendNotLookedAt
	case was == nil && is.count.said() >= enoughSaid:
		return ThemeTrendNew
	case is == nil && was.count.said() >= enoughSaid:
		return ThemeTrendNoLongerRaised
	case was == nil || is == nil || b < 0 || a < 0:
		return ThemeTrendNotEnough
	}
	least := leastMove
	if was.count.said() < enoughSaid || is.count.said() < enoughSaid {
		if !before.partial() && !after.partial() || was.count.said()+is.count.said() < enoughOfFew {
			return ThemeTrendNotEnough
		}
		least = 1
	}
	switch move := is.count.share() - was.count.share(); {
	case a > b && move >= least:
		return ThemeTrendImproved
	case a < b && -move >= least:
		return ThemeTrendDeclined
	}
	return ThemeTrendUnchanged
}

// moves reports whether something got better or worse.
func (t ThemeTrend) moves() bool { return t == ThemeTrendImproved || t == ThemeTrendDeclined }

// againstTrend says what in the comparison denies that a theme improved or
// declined; "" where nothing does.
func againstTrend(c ThemeChange, before, after themeSide, p *Progress) string {
	k := themeAspect{theme: c.Theme}
	worse, better := before, after
	if c.Trend == ThemeTrendDeclined {
		worse, better = after, before
	}
	for i := range p.FollowUps {
		f := &p.FollowUps[i]
		if len(f.Item.Themes) == 0 || f.Item.Themes[0] != c.Theme {
			continue
		}
		again := slices.ContainsFunc(f.Evidence, func(e finding.Finding) bool { return e.Section.Asks() })
		switch {
		case c.Trend == ThemeTrendImproved && again:
			return inShort(f.Item.Text, longestShort) + " is asked for again"
		case c.Trend == ThemeTrendImproved && f.Status == StatusPersists:
			return "what " + inShort(f.Item.Text, longestShort) + " asked for is still faulted"
		case c.Trend == ThemeTrendDeclined && f.Status == StatusAddressed:
			return "what " + inShort(f.Item.Text, longestShort) + " asked for is now praised"
		}
	}
	if better.tally[k].asked {
		return "the " + better.nth(before) + " asks for it to improve"
	}
	if f := ownWordsAgainst(after.said, c.Theme, c.Trend); f != nil {
		return "the later one says itself: " + quoted(f.Text)
	}
	fault, praise := clearestOf(worse.said, c.Theme, finding.Concern), clearestOf(better.said, c.Theme, finding.Strength)
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

// nth names a document by its place in the comparison.
func (s themeSide) nth(before themeSide) string {
	if s.said == before.said {
		return "earlier " + s.report.Source.noun()
	}
	return "later " + s.report.Source.noun()
}

// ownWordsAgainst returns a sentence of the later document, first about a theme,
// that itself says the opposite of a trend; nil where there is none.
func ownWordsAgainst(later *passage.Document, t finding.Theme, trend ThemeTrend) *finding.Finding {
	for i := range later.Passages {
		p := &later.Passages[i]
		if !p.Assesses || len(p.Themes) == 0 || p.Themes[0] != t || p.Extent == finding.ExtentFew || p.Section.Asks() {
			continue
		}
		worse := p.Direction == finding.DirectionDeclined || p.Direction == finding.DirectionUnchanged && p.Polarity == finding.Concern
		better := p.Direction == finding.DirectionImproved && p.Polarity != finding.Concern
		if trend == ThemeTrendImproved && worse || trend == ThemeTrendDeclined && better {
			return &p.Finding
		}
	}
	return nil
}

// showTrend shows a trend by the clearest fault of the worse document and the
// clearest praise of the better one, each first about the theme.
func (c *ThemeChange) showTrend(before, after themeSide) {
	show := func(side themeSide, polarity finding.Polarity) *finding.Finding {
		f := *clearestOf(side.said, c.Theme, polarity) // againstTrend found one
		return &f
	}
	switch c.Trend {
	case ThemeTrendImproved:
		c.BestBefore, c.BestAfter = show(before, finding.Concern), show(after, finding.Strength)
	case ThemeTrendDeclined:
		c.BestBefore, c.BestAfter = show(before, finding.Strength), show(after, finding.Concern)
	}
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
	return was + " " + c.CountBefore.words() + "; " + is + " " + c.CountAfter.words()
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

// bestQuotation returns the finding that best shows what is mostly said of a theme:
// one of that polarity, first about the theme, and about it more than about others.
// Where there is none, it is the best of any.
func bestQuotation(d *passage.Document, t finding.Theme, mostly finding.Polarity, all *themeTally) *finding.Finding {
	best := clearestOf(d, t, mostly)
	if best == nil {
		best = clearest(d, t, func(p *passage.Passage) bool { return p.Polarity == mostly })
	}
	if best == nil {
		best = clearest(d, t, func(p *passage.Passage) bool {
			return p.Polarity != finding.Neutral && p.Polarity != 0 && p.Themes[0] == t
		})
	}
	if best == nil {
		best = all.best
	}
	f := *best // so that the result does not keep the whole document in memory
	return &f
}

// clearestOf is the clearest finding of a polarity that is first about a theme.
func clearestOf(d *passage.Document, t finding.Theme, polarity finding.Polarity) *finding.Finding {
	return clearest(d, t, func(p *passage.Passage) bool { return p.Polarity == polarity && p.Themes[0] == t })
}

// How much clearer a finding is for each word that names the theme, and how much
// less clear for each other theme, and where it needs the sentence before it or
// the "However" after it to be understood. These were set by hand and have not
// been measured.
const perCue, mostCues, perOtherTheme, outOfContext = 0.5, 3, 0.3, 0.8

// clearest is the clearest finding on a theme of those that fit, nil where none
// does.
func clearest(d *passage.Document, t finding.Theme, fits func(*passage.Passage) bool) *finding.Finding {
	var best *finding.Finding
	most := 0.0
	for i := range d.Passages {
		p := &d.Passages[i]
		if !p.Assesses || !slices.Contains(p.Themes, t) || !fits(p) {
			continue
		}
		alone := themeTally{}
		alone.add(&p.Finding, 0)
		score := alone.bestScore + perCue*float64(min(mostCues, cuesOf(p.Finding, t))) - perOtherTheme*float64(len(p.Themes)-1)
		if p.Countered || dangles(p.Text) {
			score -= outOfContext
		}
		if best == nil || score > most {
			best, most = &p.Finding, score
		}
	}
	return best
}

// cuesOf counts the words of a finding that name a theme.
func cuesOf(f finding.Finding, t finding.Theme) int {
	n := 0
	for _, c := range f.Cues {
		if c.Label == finding.LabelOf(t) {
			n++
		}
	}
	return n
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

package ilacs

import (
	"cmp"
	"math"
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

// themeChanges compares what two documents say of each theme, in the order of
// [finding.Themes].
func themeChanges(before, after *passage.Document) []ThemeChange {
	b, a := tallyThemes(before), tallyThemes(after)
	out := []ThemeChange{}
	for t := range finding.Themes() {
		k := themeAspect{theme: t}
		was, is := b[k], a[k]
		if was == nil && is == nil {
			continue
		}
		c := ThemeChange{Theme: t, Before: was.polarity(), After: is.polarity(), Trend: trendOf(was, is)}
		if was != nil {
			c.CountBefore, c.BestBefore = was.count, bestQuotation(before, t, shownBy(c.Before, c.Trend, c.Trend == ThemeTrendDeclined), was)
		}
		if is != nil {
			c.CountAfter, c.BestAfter = is.count, bestQuotation(after, t, shownBy(c.After, c.Trend, c.Trend == ThemeTrendImproved), is)
		}
		for k, is := range a {
			if was := b[k]; k.theme == t && k.aspect != 0 && was != nil {
				c.Aspects = append(c.Aspects, AspectChange{k.aspect, was.polarity(), is.polarity(), trendOf(was, is)})
			}
		}
		slices.SortFunc(c.Aspects, func(x, y AspectChange) int { return cmp.Compare(x.Aspect, y.Aspect) })
		out = append(out, c)
	}
	return out
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

// trendOf compares what two documents say. It is a trend where what is mostly said
// changes and the counts do not deny it, and the opposite one where the documents
// are swapped.
func trendOf(before, after *themeTally) ThemeTrend {
	switch {
	case before == nil && after == nil:
		return 0
	case before == nil:
		return ThemeTrendNew
	case after == nil:
		return ThemeTrendNoLongerRaised
	}
	b, a := slices.Index(worstFirst, before.polarity()), slices.Index(worstFirst, after.polarity())
	was, is := before.count.share(), after.count.share()
	switch {
	case b < 0 || a < 0:
		return ThemeTrendUnchanged
	case a > b && is > was:
		return ThemeTrendImproved
	case a < b && is < was:
		return ThemeTrendDeclined
	}
	return ThemeTrendUnchanged
}

// worstFirst orders polarities; neutral has no place among them.
var worstFirst = []finding.Polarity{finding.Concern, finding.Mixed, finding.Strength}

// shownBy is the order in which polarities show what is mostly said of a theme in
// one of two documents; better is whether it is the one that says more good. What
// is mixed is shown by a mixed finding, or by what the trend leads from or to.
func shownBy(mostly finding.Polarity, trend ThemeTrend, better bool) []finding.Polarity {
	switch {
	case mostly == finding.Strength, mostly == finding.Mixed && better:
		return []finding.Polarity{mostly, finding.Strength, finding.Mixed}
	case trend == ThemeTrendImproved || trend == ThemeTrendDeclined, mostly == finding.Concern:
		return []finding.Polarity{mostly, finding.Concern, finding.Mixed}
	}
	return []finding.Polarity{mostly}
}

// bestQuotation returns the finding that best shows what is mostly said of a theme: one
// of the first polarity that there is, first about the theme, and about it more
// than about others. Where there is none, it is the best of any.
func bestQuotation(d *passage.Document, t finding.Theme, order []finding.Polarity, all *themeTally) *finding.Finding {
	firstAbout := func(p *passage.Passage) bool { return p.Themes[0] == t }
	var best *finding.Finding
	for _, polarity := range order {
		if best == nil {
			best = clearest(d, t, func(p *passage.Passage) bool { return p.Polarity == polarity && firstAbout(p) })
		}
	}
	if best == nil {
		best = clearest(d, t, func(p *passage.Passage) bool { return p.Polarity == order[0] })
	}
	if best == nil {
		best = clearest(d, t, func(p *passage.Passage) bool {
			return p.Polarity != finding.Neutral && p.Polarity != 0 && firstAbout(p)
		})
	}
	if best == nil {
		best = all.best
	}
	f := *best // so that the result does not keep the whole document in memory
	return &f
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
		if p.Continues || p.Countered {
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

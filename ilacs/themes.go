package ilacs

import (
	"cmp"
	"math"
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

// themeSide is what a comparison of themes takes of one of two documents.
type themeSide struct {
	report *Report
	tally  *themeTallies
	// partial: the document's silence on a theme says nothing.
	partial bool
}

func newThemeSide(r *Report, d *passage.Document) themeSide {
	return themeSide{r, tallyThemes(d), r.mayBeSilent()}
}

// mayBeSilent reports whether the document's silence on a theme says nothing.
func (r *Report) mayBeSilent() bool {
	return r.Visit.Type.isPartial() || r.Visit.Type.inspectsPart() || r.Source == SourceArticle || !r.Complete()
}

// themeChanges compares what two documents say of each theme, in the order of
// [finding.Themes]. No trend goes against what became of an item or of a grade, nor
// against the later document's own words; p has both already.
func themeChanges(before, after *Report, b, a *passage.Document, p *Progress) []ThemeChange {
	was, is := newThemeSide(before, b), newThemeSide(after, a)
	out := []ThemeChange{}
	for t := range finding.Themes() {
		if was.tally[t] != nil || is.tally[t] != nil {
			out = append(out, themeChange(t, was, is, p))
		}
	}
	return out
}

// themeChange compares what two documents say of a theme.
func themeChange(t finding.Theme, before, after themeSide, p *Progress) ThemeChange {
	was, is := before.tally[t], after.tally[t]
	c := ThemeChange{Theme: t, Before: was.polarity(), After: is.polarity(), Trend: trendOf(before, after, was, is)}
	if was != nil {
		c.CountBefore, c.BestBefore = was.count, was.bestQuotation(t, c.Before)
	}
	if is != nil {
		c.CountAfter, c.BestAfter = is.count, is.bestQuotation(t, c.After)
	}
	c.Reason = c.because(before, after)
	denied := false
	if c.Trend.moves() {
		if against := againstTrend(c, before, after, p); against != "" {
			c.Trend, c.Reason, denied = ThemeTrendUnsure, c.Reason+"; but "+against, true
		}
	}
	if was == nil || is == nil {
		return c
	}
	c.showTrend(was, is)
	for i := range is.aspects {
		a, is := is.aspects[i].aspect, &is.aspects[i].themeTally
		was := was.aspect(a)
		if was == nil {
			continue
		}
		trend := trendOf(before, after, was, is)
		if denied && trend.moves() {
			trend = ThemeTrendUnsure // what denies the trend of the theme denies that of its aspects
		}
		c.Aspects = append(c.Aspects, AspectChange{a, was.polarity(), is.polarity(), trend})
	}
	slices.SortFunc(c.Aspects, func(x, y AspectChange) int { return cmp.Compare(x.Aspect, y.Aspect) })
	return c
}

// themeTallies are by theme, nil for one that the document does not speak of.
type themeTallies [math.MaxUint8 + 1]*themeTally

// tallyThemes tallies what a document says of each theme and of each aspect of one.
func tallyThemes(d *passage.Document) *themeTallies {
	out := &themeTallies{}
	for i := range d.Passages {
		p := &d.Passages[i]
		if !p.Assesses {
			continue
		}
		for rank, t := range p.Themes {
			if out[t] == nil {
				out[t] = &themeTally{passages: make([]*passage.Passage, 0, saidOfTheme)}
			}
			of := out[t]
			of.add(p.Finding, rank)
			of.passages = append(of.passages, p)
			if rank > 0 || len(p.Aspects) == 0 {
				continue // an aspect is that of the first theme
			}
			for _, a := range p.Aspects {
				if of.aspect(a) == nil {
					of.aspects = append(of.aspects, &aspectTally{aspect: a})
				}
				of.aspect(a).add(p.Finding, rank)
			}
		}
	}
	return out
}

// themeTally is what a document says of a theme, or of an aspect of one. A nil
// tally is that of a document that says nothing of it.
type themeTally struct {
	count     Count
	first     Count   // of the findings that are first about the theme
	good, bad float64 // the weight of what is said for and against
	// Of the findings that are first about the theme, one praises, faults, does
	// both, or asks for an improvement.
	praised, faulted, divided, asked bool
	best                             *finding.Finding
	bestScore                        float64
	passages                         []*passage.Passage // those about the theme, in the order of the text
	aspects                          []*aspectTally
}

// aspectTally is what a document says of an aspect of a theme.
type aspectTally struct {
	aspect finding.Aspect
	themeTally
}

// aspect is what is said of an aspect, nil where nothing is.
func (t *themeTally) aspect(a finding.Aspect) *themeTally {
	for i := range t.aspects {
		if t.aspects[i].aspect == a {
			return &t.aspects[i].themeTally
		}
	}
	return nil
}

// saidOfTheme is about how many findings a document has on a theme that it speaks of.
const saidOfTheme = 8

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
	t.count.add(f.Polarity)
	if rank == 0 {
		t.first.add(f.Polarity)
	}
	switch f.Polarity {
	case finding.Strength:
		t.good += w
	case finding.Concern:
		if f.Extent == finding.ExtentFew {
			w *= weightFew
		}
		t.bad += w
	case finding.Mixed:
		t.good += w * passage.MixedGood
		t.bad += w * (1 - passage.MixedGood)
	default:
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

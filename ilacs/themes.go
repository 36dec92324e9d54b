package ilacs

import (
	"cmp"
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

// said is what a document says of a theme, or of an aspect of it.
type said struct {
	count Count
	// good and bad weigh what is said: the theme that a finding is first about
	// counts whole, the others half; a few children count less than all.
	good, bad float64
	// asked: it is first about this that the document asks for an improvement.
	asked bool
	// praised, faulted and divided: a finding that is first about this says so.
	praised, faulted, divided bool
	best                      *finding.Finding
	bestScore                 float64
}

// add counts a finding. rank is the place of the theme among the finding's.
func (s *said) add(f *finding.Finding, rank int) {
	w := 1.0
	if rank > 0 {
		w = 0.5
	}
	if f.Section == finding.SectionHeadline || f.Section.Asks() {
		w *= 2
	}
	if rank == 0 {
		s.asked = s.asked || f.Section.Asks()
		s.praised = s.praised || f.Polarity == finding.Strength
		s.faulted = s.faulted || f.Polarity == finding.Concern
		s.divided = s.divided || f.Polarity == finding.Mixed
	}
	switch f.Polarity {
	case finding.Strength:
		s.count.Strength++
		s.good += w
	case finding.Concern:
		s.count.Concern++
		if f.Extent == finding.ExtentFew {
			w *= countFew
		}
		s.bad += w
	case finding.Mixed:
		s.count.Mixed++
		s.good += w * passage.MixedGood
		s.bad += w * (1 - passage.MixedGood)
	default:
		s.count.Neutral++
		w /= 4
	}
	score := w
	if f.Section.Asks() {
		score = 0 // it names the theme, and says nothing of it
	}
	if f.Direction != finding.DirectionNone && f.Direction != 0 {
		score += 0.5
	}
	if s.best == nil || score > s.bestScore || score == s.bestScore && f.Start < s.best.Start {
		s.best, s.bestScore = f, score
	}
}

// countFew is how much a concern about a few children counts.
const countFew = 0.35

// goodFrom and badTo are the shares of good from which, and up to which, what is
// said of a theme is a strength or a concern.
const goodFrom, badTo = 0.67, 0.33

// share is the good among what is said, or -1 where neither is.
func (s *said) share() float64 {
	if s == nil || s.good+s.bad == 0 {
		return -1
	}
	return s.good / (s.good + s.bad)
}

// polarity is what is mostly said, as far as findings that are first about it
// show it; neutral where none is. What the document asks to improve is no
// strength, however much else of it is praised.
func (s *said) polarity() finding.Polarity {
	if s == nil {
		return 0
	}
	good, bad := s.praised || s.divided, s.faulted || s.divided
	switch x := s.share(); {
	case !good && !bad:
		return finding.Neutral
	case good && (!bad || x >= goodFrom && !s.asked):
		return finding.Strength
	case !good || x <= badTo:
		return finding.Concern
	}
	return finding.Mixed
}

// trendOf compares what two documents say: it is a trend where what is mostly
// said changes. It turns round when they are swapped.
func trendOf(before, after *said) ThemeTrend {
	switch {
	case before == nil && after == nil:
		return 0
	case before == nil:
		return ThemeTrendNew
	case after == nil:
		return ThemeTrendNoLongerRaised
	}
	b, a := rankOf(before.polarity()), rankOf(after.polarity())
	switch {
	case b == 0 || a == 0:
		return ThemeTrendUnchanged
	case a > b:
		return ThemeTrendImproved
	case a < b:
		return ThemeTrendDeclined
	}
	return ThemeTrendUnchanged
}

// rankOf orders polarities; neutral has no place among them.
func rankOf(p finding.Polarity) int {
	switch p {
	case finding.Concern:
		return 1
	case finding.Mixed:
		return 2
	case finding.Strength:
		return 3
	}
	return 0
}

type themeAspect struct {
	theme  finding.Theme
	aspect finding.Aspect // 0 for the theme as a whole
}

// sayings are what a document says of each theme and aspect.
func sayings(d *passage.Document) map[themeAspect]*said {
	out := map[themeAspect]*said{}
	at := func(k themeAspect) *said {
		if out[k] == nil {
			out[k] = &said{}
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

// themeChanges compares what two documents say of each theme, in the order of
// the table of themes.
func themeChanges(before, after *passage.Document) []ThemeChange {
	b, a := sayings(before), sayings(after)
	out := []ThemeChange{}
	for t := range finding.Themes() {
		k := themeAspect{theme: t}
		if b[k] == nil && a[k] == nil {
			continue
		}
		c := ThemeChange{Theme: t, Before: b[k].polarity(), After: a[k].polarity(), Trend: trendOf(b[k], a[k])}
		wasGood, isGood := c.Trend == ThemeTrendDeclined, c.Trend == ThemeTrendImproved
		if b[k] != nil {
			c.CountBefore, c.BestBefore = b[k].count, telling(before, t, shownBy(c.Before, c.Trend, wasGood), b[k])
		}
		if a[k] != nil {
			c.CountAfter, c.BestAfter = a[k].count, telling(after, t, shownBy(c.After, c.Trend, isGood), a[k])
		}
		for k := range a {
			if k.theme == t && k.aspect != 0 && b[k] != nil {
				c.Aspects = append(c.Aspects, AspectChange{k.aspect, b[k].polarity(), a[k].polarity(), trendOf(b[k], a[k])})
			}
		}
		slices.SortFunc(c.Aspects, func(x, y AspectChange) int { return cmp.Compare(x.Aspect, y.Aspect) })
		out = append(out, c)
	}
	return out
}

// shownBy is the order in which polarities show what is mostly said of a theme
// on one side of a trend. What is mixed is shown by a mixed finding, or by what
// the trend leads from or to.
func shownBy(mostly finding.Polarity, trend ThemeTrend, good bool) []finding.Polarity {
	switch {
	case mostly == finding.Strength, mostly == finding.Mixed && good:
		return []finding.Polarity{mostly, finding.Strength, finding.Mixed}
	case trend == ThemeTrendImproved || trend == ThemeTrendDeclined, mostly == finding.Concern:
		return []finding.Polarity{mostly, finding.Concern, finding.Mixed}
	}
	return []finding.Polarity{mostly}
}

// telling is the finding that shows best what is mostly said of a theme: of the
// first polarity that there is, and about that theme before and more than others.
// Where none is, it is the best of any.
func telling(d *passage.Document, t finding.Theme, order []finding.Polarity, all *said) *finding.Finding {
	var best *finding.Finding
	for _, polarity := range order {
		if best == nil {
			best = mostTelling(d, t, func(p *passage.Passage) bool { return p.Polarity == polarity && p.Themes[0] == t })
		}
	}
	if best == nil {
		best = mostTelling(d, t, func(p *passage.Passage) bool { return p.Polarity == order[0] })
	}
	if best == nil {
		best = mostTelling(d, t, func(p *passage.Passage) bool {
			return p.Polarity != finding.Neutral && p.Polarity != 0 && p.Themes[0] == t
		})
	}
	if best == nil {
		best = all.best
	}
	f := *best // not the whole document with it
	return &f
}

func mostTelling(d *passage.Document, t finding.Theme, fits func(*passage.Passage) bool) *finding.Finding {
	var best *finding.Finding
	score := 0.0
	for i := range d.Passages {
		p := &d.Passages[i]
		if !p.Assesses || !slices.Contains(p.Themes, t) || !fits(p) {
			continue
		}
		one := said{}
		one.add(&p.Finding, 0)
		x := one.bestScore + ofCue*float64(min(mostCues, cuesOf(p.Finding, t))) - ofOtherTheme*float64(len(p.Themes)-1)
		if p.Continues || p.Countered {
			x -= ofHalf
		}
		if best == nil || x > score {
			best, score = &p.Finding, x
		}
	}
	return best
}

// How much more telling a finding is for each word that names the theme, and how
// much less for each other theme that it names, and where it cannot be read
// without the sentence before it, or without the "However" behind it.
const ofCue, mostCues, ofOtherTheme, ofHalf = 0.5, 3, 0.3, 0.8

func cuesOf(f finding.Finding, t finding.Theme) int {
	n := 0
	for _, c := range f.Cues {
		if c.Label == finding.LabelOf(t) {
			n++
		}
	}
	return n
}

package ilacs

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding"
)

// said is what a document says of a theme, or of an aspect of it.
type said struct {
	count Count
	// good and bad weigh what is said: the theme that a finding is first about
	// counts whole, the others half; a few children count less than all.
	good, bad float64
	best      *finding.Finding
	bestScore float64
}

// add counts a finding. rank is the place of the theme among the finding's.
func (s *said) add(f *finding.Finding, rank int) {
	w := 1.0
	if rank > 0 {
		w = 0.5
	}
	if f.Section == finding.SectionHeadline || isAsked(*f) {
		w *= 2
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
		s.good += w * ofMixed
		s.bad += w * (1 - ofMixed)
	default:
		s.count.Neutral++
		w /= 4
	}
	score := w
	if isAsked(*f) {
		score = 0 // it names the theme, and says nothing of it
	}
	if f.Direction != finding.NoDirection && f.Direction != 0 {
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

func (s *said) polarity() finding.Polarity {
	if s == nil {
		return 0
	}
	switch x := s.share(); {
	case x < 0:
		return finding.Neutral
	case x >= goodFrom:
		return finding.Strength
	case x <= badTo:
		return finding.Concern
	}
	return finding.Mixed
}

// themeMoved is how far the share of good has to move within one polarity, in a
// theme of which enough is said, to be a trend.
const themeMoved, enoughSaid = 0.25, 3

// trendOf compares what two documents say. It turns round when they are
// swapped.
func trendOf(before, after *said) ThemeTrend {
	switch {
	case before == nil && after == nil:
		return 0
	case before == nil:
		return ThemeNew
	case after == nil:
		return ThemeNoLongerRaised
	}
	b, a := rankOf(before.polarity()), rankOf(after.polarity())
	switch {
	case b == 0 || a == 0:
		return ThemeUnchanged
	case a > b:
		return ThemeImproved
	case a < b:
		return ThemeDeclined
	}
	if before.total() >= enoughSaid && after.total() >= enoughSaid {
		switch d := after.share() - before.share(); {
		case d >= themeMoved:
			return ThemeImproved
		case d <= -themeMoved:
			return ThemeDeclined
		}
	}
	return ThemeUnchanged
}

func (s *said) total() int { return s.count.Strength + s.count.Concern + s.count.Mixed }

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
func sayings(s *side) map[themeAspect]*said {
	out := map[themeAspect]*said{}
	at := func(k themeAspect) *said {
		if out[k] == nil {
			out[k] = &said{}
		}
		return out[k]
	}
	for i := range s.passages {
		p := &s.passages[i]
		if !p.aboutThemes {
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

// longestGrade is the most words of a sentence that only says a grade:
// "Children's services in Wexcombe require improvement to be good."
const longestGrade = 14

func saysGrade(text string) bool {
	l := lower(straight(text))
	if !containsAny(l, "services in ", "services are", "overall effectiveness", "overall judgement") || strings.Count(l, " ") >= longestGrade {
		return false
	}
	w := words(nil, l, 0, 0)
	if containsAny(l, "require improvement", "requires improvement") {
		return true
	}
	for i := range w {
		if _, n := gradeAt(w, i); n > 0 && i > 0 && (w[i-1].text == "is" || w[i-1].text == "are" || w[i-1].text == "be" && containsAny(l, "judged")) {
			return i+n == len(w) || w[i+n].text == "overall"
		}
	}
	return false
}

// themeChanges compares what two documents say of each theme, in the order of
// the table of themes.
func themeChanges(before, after *side) []ThemeChange {
	b, a := sayings(before), sayings(after)
	out := []ThemeChange{}
	for t := range finding.Themes() {
		k := themeAspect{theme: t}
		if b[k] == nil && a[k] == nil {
			continue
		}
		c := ThemeChange{Theme: t, Before: b[k].polarity(), After: a[k].polarity(), Trend: trendOf(b[k], a[k])}
		if b[k] != nil {
			c.CountBefore, c.BestBefore = b[k].count, telling(before, t, c.Before, b[k])
		}
		if a[k] != nil {
			c.CountAfter, c.BestAfter = a[k].count, telling(after, t, c.After, a[k])
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

// telling is the finding that shows best what is mostly said of a theme: of that
// polarity, and about that theme before and more than others. Where none is of
// that polarity, as when one praises and another faults, it is the best of any.
func telling(s *side, t finding.Theme, mostly finding.Polarity, all *said) *finding.Finding {
	first := func(p *passage) bool { return p.Themes[0] == t }
	best := s.mostTelling(t, func(p *passage) bool { return p.Polarity == mostly && first(p) })
	if best == nil {
		best = s.mostTelling(t, func(p *passage) bool { return p.Polarity == mostly })
	}
	if best == nil {
		best = s.mostTelling(t, func(p *passage) bool { return p.Polarity != finding.Neutral && p.Polarity != 0 && first(p) })
	}
	if best == nil {
		best = all.best
	}
	f := *best // not the whole document with it
	return &f
}

func (s *side) mostTelling(t finding.Theme, fits func(*passage) bool) *finding.Finding {
	var best *finding.Finding
	score := 0.0
	for i := range s.passages {
		p := &s.passages[i]
		if !p.aboutThemes || !slices.Contains(p.Themes, t) || !fits(p) {
			continue
		}
		one := said{}
		one.add(&p.Finding, 0)
		x := one.bestScore + ofCue*float64(min(mostCues, cuesOf(p.Finding, t))) - ofOtherTheme*float64(len(p.Themes)-1)
		if best == nil || x > score {
			best, score = &p.Finding, x
		}
	}
	return best
}

// How much more telling a finding is for each word that names the theme, and how
// much less for each other theme that it names.
const ofCue, mostCues, ofOtherTheme = 0.5, 3, 0.3

func cuesOf(f finding.Finding, t finding.Theme) int {
	n := 0
	for _, c := range f.Cues {
		if c.Label == finding.LabelOf(t) {
			n++
		}
	}
	return n
}

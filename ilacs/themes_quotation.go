package ilacs

import (
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

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

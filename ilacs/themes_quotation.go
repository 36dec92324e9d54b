package ilacs

import (
	"maps"
	"math"
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
)

// showTrend shows a trend by a fault of the worse document and a praise of the better
// one, each first about the theme: the clearest two that name it by one word, as a
// theme has several subjects, or else the clearest of each.
func (c *ThemeChange) showTrend(before, after *themeTally) {
	if !c.Trend.moves() {
		return
	}
	worse, better, fault, praise := before, after, &c.BestBefore, &c.BestAfter
	if c.Trend == ThemeTrendDeclined {
		worse, better, fault, praise = after, before, &c.BestAfter, &c.BestBefore
	}
	faults, praises := worse.clearestByWord(c.Theme, finding.Concern), better.clearestByWord(c.Theme, finding.Strength)
	// againstTrend found one of each.
	f, p := worse.clearestOf(c.Theme, finding.Concern), better.clearestOf(c.Theme, finding.Strength)
	most := math.Inf(-1)
	for _, word := range slices.Sorted(maps.Keys(faults)) {
		if praise, ok := praises[word]; ok && faults[word].score+praise.score > most {
			f, p, most = faults[word].Finding, praise.Finding, faults[word].score+praise.score
		}
	}
	*fault, *praise = copyOf(f), copyOf(p)
}

// isShownByOneName reports whether the two findings that show how a theme changed
// name it by one word: care leavers' entitlements and their health histories are one
// theme, and what is said of the one shows nothing of the other.
func (c *ThemeChange) isShownByOneName() bool {
	was := namesOf(c.BestBefore, c.Theme)
	return slices.ContainsFunc(namesOf(c.BestAfter, c.Theme), func(w string) bool { return slices.Contains(was, w) })
}

// namesOf are the words of a finding that name a theme, without their endings.
func namesOf(f *finding.Finding, t finding.Theme) []string {
	var out []string
	for _, c := range f.Cues {
		if c.Label == finding.LabelOf(t) {
			out = append(out, passage.Words(f.Text[c.Start:c.End])...)
		}
	}
	return out
}

// copyOf copies a finding, so that the result does not keep the whole document in
// memory.
func copyOf(f *finding.Finding) *finding.Finding {
	g := *f
	return &g
}

// scored is a finding and how clearly it shows what is said of a theme.
type scored struct {
	*finding.Finding
	score float64
}

// clearestByWord is, for each word that names a theme, the clearest finding of a
// polarity that is first about the theme and names it by that word.
func (all *themeTally) clearestByWord(t finding.Theme, polarity finding.Polarity) map[string]scored {
	out := map[string]scored{}
	for _, p := range all.passages {
		if p.Polarity != polarity || p.Themes[0] != t {
			continue
		}
		score := clarity(p, t)
		for _, word := range namesOf(p.Finding, t) {
			if best, ok := out[word]; !ok || score > best.score {
				out[word] = scored{p.Finding, score}
			}
		}
	}
	return out
}

// bestQuotation returns the finding that best shows what is mostly said of a theme:
// one of that polarity, first about the theme, and about it more than about others.
// Where there is none, it is the best of any.
func (all *themeTally) bestQuotation(t finding.Theme, mostly finding.Polarity) *finding.Finding {
	best := all.clearestOf(t, mostly)
	if best == nil {
		best = all.clearest(t, func(p *passage.Passage) bool { return p.Polarity == mostly })
	}
	if best == nil {
		best = all.clearest(t, func(p *passage.Passage) bool {
			return p.Polarity != finding.Neutral && p.Polarity != 0 && p.Themes[0] == t
		})
	}
	if best == nil {
		best = all.best
	}
	return copyOf(best)
}

// clearestOf is the clearest finding of a polarity that is first about a theme.
func (all *themeTally) clearestOf(t finding.Theme, polarity finding.Polarity) *finding.Finding {
	return all.clearest(t, func(p *passage.Passage) bool { return p.Polarity == polarity && p.Themes[0] == t })
}

// How much clearer a finding is for each word that names the theme, and how much
// less clear for each other theme, and where it needs the sentence before it or
// the "However" after it to be understood. What is asked for names the theme and does
// not say how it is, so that any other sentence is clearer. These were set by hand and
// have not been measured.
const perCue, mostCues, perOtherTheme, outOfContext, asksOnly = 0.5, 3, 0.3, 0.8, 4

// clearest is the clearest finding on a theme of those that fit, nil where none
// does.
func (all *themeTally) clearest(t finding.Theme, fits func(*passage.Passage) bool) *finding.Finding {
	var best *finding.Finding
	most := 0.0
	for _, p := range all.passages {
		if !fits(p) {
			continue
		}
		if score := clarity(p, t); best == nil || score > most {
			best, most = p.Finding, score
		}
	}
	return best
}

// clarity is how clearly a finding shows what is said of a theme.
func clarity(p *passage.Passage, t finding.Theme) float64 {
	alone := themeTally{}
	alone.add(p.Finding, 0)
	score := alone.bestScore + perCue*float64(min(mostCues, cuesOf(p.Finding, t))) - perOtherTheme*float64(len(p.Themes)-1)
	if p.Countered || p.Continues || begins("dangles", p.Line()) {
		score -= outOfContext
	}
	if p.Section.Asks() {
		score -= asksOnly
	}
	return score
}

// cuesOf counts the words of a finding that name a theme.
func cuesOf(f *finding.Finding, t finding.Theme) int {
	n := 0
	for _, c := range f.Cues {
		if c.Label == finding.LabelOf(t) {
			n++
		}
	}
	return n
}

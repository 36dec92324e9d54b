package ilacs

import (
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/judgement"
)

// Theme returns what was said of a theme before and after. Where neither document
// speaks of it, all but the theme is zero.
func (p Progress) Theme(t finding.Theme) ThemeChange {
	for _, c := range p.Themes {
		if c.Theme == t {
			return c
		}
	}
	return ThemeChange{Theme: t}
}

// Aspect returns what was said of one of a theme's aspects before and after. Where
// not both documents speak of it, all but the aspect is zero.
func (c ThemeChange) Aspect(a finding.Aspect) AspectChange {
	for _, x := range c.Aspects {
		if x.Aspect == a {
			return x
		}
	}
	return AspectChange{Aspect: a}
}

// FollowUpsOn returns what became of the earlier items that are about a theme,
// whether first or beside others, in the order of the earlier document. An empty comparison has none as well: a test
// should first require that there are FollowUps.
func (p Progress) FollowUpsOn(t finding.Theme) []FollowUp {
	var out []FollowUp
	for _, f := range p.FollowUps {
		if slices.Contains(f.Item.Themes, t) {
			out = append(out, f)
		}
	}
	return out
}

// Judgement returns what became of an area's grade. Where neither document gives
// one, all but the area is zero.
func (p Progress) Judgement(a judgement.Area) JudgementChange {
	for _, c := range p.Judgements {
		if c.Area == a {
			return c
		}
	}
	return JudgementChange{Change: judgement.Change{Area: a}}
}

// Improved returns the areas, overall effectiveness among them, whose grade is
// better than before.
// An empty comparison has none as well: a test should first require Judgements.
func (p Progress) Improved() []judgement.Area { return p.moved(judgement.TrendImproved) }

// Declined returns the areas, overall effectiveness among them, whose grade is
// worse than before.
// An empty comparison has none as well: a test should first require Judgements.
func (p Progress) Declined() []judgement.Area { return p.moved(judgement.TrendDeclined) }

func (p Progress) moved(t judgement.Trend) []judgement.Area {
	var out []judgement.Area
	for _, c := range p.Judgements {
		if c.Trend == t {
			out = append(out, c.Area)
		}
	}
	return out
}

// Package asserting shows how the code of a user of this module is tested: what
// a council's own dashboard makes of a comparison is asserted on two documents
// that ilacstest writes. The tests are the example.
package asserting

import (
	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// Worse gives the areas that have a lower grade than before.
func Worse(p ilacs.Progress) []judgement.Area {
	var out []judgement.Area
	for _, c := range p.Judgements {
		if c.Trend == judgement.TrendDeclined {
			out = append(out, c.Area)
		}
	}
	return out
}

// StillConcern tells whether the later document faults a theme, or asks again for
// what the earlier one asked for in it.
func StillConcern(p ilacs.Progress, theme finding.Theme) bool {
	for _, c := range p.Themes {
		if c.Theme == theme && (c.After == finding.Concern || c.After == finding.Mixed) {
			return true
		}
	}
	return len(Open(p, theme)) > 0
}

// Open gives the areas for improvement in a theme that were not settled.
func Open(p ilacs.Progress, theme finding.Theme) []ilacs.FollowUp {
	var out []ilacs.FollowUp
	for _, f := range p.FollowUps {
		about := false
		for _, t := range f.Item.Themes {
			about = about || t == theme
		}
		if about && f.Status != ilacs.StatusAddressed {
			out = append(out, f)
		}
	}
	return out
}

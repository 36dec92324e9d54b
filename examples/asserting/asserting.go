// Package asserting is an example of code that uses this module, and of its
// tests: those check what a council's own dashboard makes of a comparison, on two
// documents that ilacstest writes.
package asserting

import (
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// Worse returns the areas that have a lower grade than before.
func Worse(p ilacs.Progress) []judgement.Area {
	var out []judgement.Area
	for _, c := range p.Judgements {
		if c.Trend == judgement.TrendDeclined {
			out = append(out, c.Area)
		}
	}
	return out
}

// StillConcern reports whether the later document faults a theme, or leaves open
// what the earlier one asked for in it.
func StillConcern(p ilacs.Progress, theme finding.Theme) bool {
	for _, c := range p.Themes {
		if c.Theme == theme && (c.After == finding.Concern || c.After == finding.Mixed) {
			return true
		}
	}
	return len(Open(p, theme)) > 0
}

// Open returns the areas for improvement in a theme that have not been addressed.
func Open(p ilacs.Progress, theme finding.Theme) []ilacs.FollowUp {
	var out []ilacs.FollowUp
	for _, f := range p.FollowUps {
		if slices.Contains(f.Item.Themes, theme) && f.Status != ilacs.StatusAddressed {
			out = append(out, f)
		}
	}
	return out
}

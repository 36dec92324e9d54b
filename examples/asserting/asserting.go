// Package asserting is an example of code that uses this module, and of its
// tests: those check what a council's own dashboard makes of a comparison, on two
// documents that ilacstest writes.
package asserting

import (
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
)

// StillConcern reports whether the later document faults a theme, or leaves open
// what the earlier one asked for in it.
func StillConcern(p ilacs.Progress, theme finding.Theme) bool {
	now := p.Theme(theme).After
	return now == finding.Concern || now == finding.Mixed || len(Open(p, theme)) > 0
}

// Open returns the areas for improvement in a theme that have not been addressed.
func Open(p ilacs.Progress, theme finding.Theme) []ilacs.FollowUp {
	return slices.DeleteFunc(p.FollowUpsOn(theme), func(f ilacs.FollowUp) bool { return f.Status == ilacs.StatusAddressed })
}

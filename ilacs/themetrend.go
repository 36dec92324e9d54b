package ilacs

import "github.com/ilacs-go/inspection/internal/enum"

// ThemeTrend says whether the later document says more or less good of a theme than
// the earlier one. The zero value means that it is not stated.
type ThemeTrend uint8

// The values of ThemeTrend.
const (
	// ThemeTrendImproved means that the later document says more good of it.
	ThemeTrendImproved ThemeTrend = 10
	// ThemeTrendDeclined means that the later document says less good of it.
	ThemeTrendDeclined ThemeTrend = 20
	// ThemeTrendUnchanged means that no change is clear: both say about the same of
	// it, or one of them says nothing for or against that is mainly about it, or how
	// often it is praised and faulted goes against what is mostly said.
	ThemeTrendUnchanged ThemeTrend = 30
	// ThemeTrendNew means that only the later document speaks of it.
	ThemeTrendNew ThemeTrend = 40
	// ThemeTrendNoLongerRaised means that only the earlier document speaks of it.
	ThemeTrendNoLongerRaised ThemeTrend = 50
)

var themeTrends = enum.List[ThemeTrend]{
	Package: "ilacs", Kind: "theme trend", Type: "ThemeTrend",
	Text:  []string{ThemeTrendImproved: "improved", ThemeTrendDeclined: "declined", ThemeTrendUnchanged: "unchanged", ThemeTrendNew: "new", ThemeTrendNoLongerRaised: "no-longer-raised"},
	Names: []string{ThemeTrendImproved: "Improved", ThemeTrendDeclined: "Declined", ThemeTrendUnchanged: "No clear change", ThemeTrendNew: "New", ThemeTrendNoLongerRaised: "No longer raised"},
}

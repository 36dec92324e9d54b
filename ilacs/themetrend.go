package ilacs

import "github.com/ilacs-go/inspection/internal/enum"

// ThemeTrend says whether the later document says more or less good of a theme than
// the earlier one. The zero value means that it is not stated.
type ThemeTrend uint8

// The values of ThemeTrend.
const (
	// ThemeTrendImproved means that the later document says clearly more good of it,
	// and nothing else in the comparison denies that.
	ThemeTrendImproved ThemeTrend = 10
	// ThemeTrendDeclined means that the later document says clearly less good of it,
	// and nothing else in the comparison denies that.
	ThemeTrendDeclined ThemeTrend = 20
	// ThemeTrendUnchanged means that what is mostly said of it is the same in both.
	ThemeTrendUnchanged ThemeTrend = 30
	// ThemeTrendUnsure means that what is mostly said of it is not the same in both,
	// but too little has moved to say that it improved or declined, or something in
	// the comparison denies that.
	ThemeTrendUnsure ThemeTrend = 35
	// ThemeTrendNew means that only the later document speaks of it, and does so
	// often enough that it is no chance.
	ThemeTrendNew ThemeTrend = 40
	// ThemeTrendNoLongerRaised means that only the earlier document speaks of it, and
	// does so often enough that it is no chance.
	ThemeTrendNoLongerRaised ThemeTrend = 50
	// ThemeTrendNotEnough means that a document says too little of it for a
	// comparison.
	ThemeTrendNotEnough ThemeTrend = 60
	// ThemeTrendNotLookedAt means that one document does not speak of it and is about
	// a visit that looked at a part of the services, or is not complete. Its silence
	// says nothing.
	ThemeTrendNotLookedAt ThemeTrend = 70
)

var themeTrends = enum.List[ThemeTrend]{
	Package: "ilacs", Kind: "theme trend", Type: "ThemeTrend",
	Text: []string{
		ThemeTrendImproved: "improved", ThemeTrendDeclined: "declined", ThemeTrendUnchanged: "unchanged", ThemeTrendUnsure: "unsure", ThemeTrendNew: "new",
		ThemeTrendNoLongerRaised: "no-longer-raised", ThemeTrendNotEnough: "not-enough-said", ThemeTrendNotLookedAt: "not-looked-at",
	},
	Names: []string{
		ThemeTrendImproved: "Improved", ThemeTrendDeclined: "Declined", ThemeTrendUnchanged: "About the same", ThemeTrendUnsure: "Uncertain whether it changed", ThemeTrendNew: "New",
		ThemeTrendNoLongerRaised: "No longer raised", ThemeTrendNotEnough: "Not enough said", ThemeTrendNotLookedAt: "Not looked at",
	},
}

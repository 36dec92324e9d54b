package render

import (
	"fmt"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
)

// A ThemeGroup is the themes that moved the same way.
type ThemeGroup struct {
	Trend  Mark
	Themes []ThemeChange
}

// A ThemeChange is an [ilacs.ThemeChange] in words: what both documents say of a
// theme.
type ThemeChange struct {
	Name          string // of the theme
	Before, After Mention
	Move          string      // both in one phrase: "concern, now strength"
	Reason        string      // why the trend is what it is, a sentence
	Quotes        []Quotation // the most telling sentence of each document
	Aspects       []AspectChange
}

// A Mention is what a document says of a theme.
type Mention struct {
	Polarity Mark
	Count    string // "2 strengths, 1 concern"
}

// An AspectChange is an [ilacs.AspectChange] in words: what both documents say
// of one quality of a theme.
type AspectChange struct {
	Name          string // of the aspect
	Before, After Mark
	Trend         Mark
}

// told reports whether both documents say enough of the aspect to tell how it changed.
func (a AspectChange) told() bool {
	return a.Trend.Class != textForm(ilacs.ThemeTrendNotEnough) && a.Trend.Class != textForm(ilacs.ThemeTrendNotLookedAt)
}

// shown reports whether the themes of the group are worth their quotations: those
// that moved or are new.
func (g ThemeGroup) shown() bool {
	switch g.Trend.Class {
	case textForm(ilacs.ThemeTrendImproved), textForm(ilacs.ThemeTrendDeclined), textForm(ilacs.ThemeTrendNew), "":
		return true
	}
	return false
}

// moves reports whether something else is mostly said of the themes of the group than
// before, so that a list of their names says what.
func (g ThemeGroup) moves() bool { return g.Trend.Class == textForm(ilacs.ThemeTrendUnsure) }

// newThemeGroups groups the themes by their trend. before and after name the
// documents.
func newThemeGroups(list []ilacs.ThemeChange, before, after string) []ThemeGroup {
	var groups []ThemeGroup
	for _, x := range themeTrends {
		g := ThemeGroup{Trend: themeTrendMark(x.trend)}
		for _, c := range list {
			if c.Trend == x.trend {
				g.Themes = append(g.Themes, newThemeChange(c, before, after))
			}
		}
		if len(g.Themes) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

func newThemeChange(c ilacs.ThemeChange, before, after string) ThemeChange {
	t := ThemeChange{
		Name:   themeName(c.Theme),
		Before: Mention{polarityMark(c.Before), countWords(c.CountBefore)},
		After:  Mention{polarityMark(c.After), countWords(c.CountAfter)},
		Move:   themeMove(c.Before, c.After), Reason: sentence(c.Reason),
	}
	if c.BestBefore != nil {
		t.Quotes = append(t.Quotes, quote(*c.BestBefore, before))
	}
	if c.BestAfter != nil {
		t.Quotes = append(t.Quotes, quote(*c.BestAfter, after))
	}
	for _, a := range c.Aspects {
		t.Aspects = append(t.Aspects, AspectChange{
			lower(a.Aspect.String()), polarityMark(a.Before), polarityMark(a.After), themeTrendMark(a.Trend),
		})
	}
	return t
}

// themeMove says what both documents say of a theme in one phrase.
func themeMove(before, after finding.Polarity) string {
	was, is := polarityMark(before).Word, polarityMark(after).Word
	switch {
	case before == 0:
		return is
	case after == 0:
		return was + " before"
	case before == after:
		return is + bothTimes
	}
	return was + ", now " + is
}

const bothTimes = " both times"

// countWords says how much was said.
func countWords(c ilacs.Count) string {
	var parts []string
	for _, x := range []struct {
		n    int
		text string
	}{
		{c.Strength, count(c.Strength, "strength")}, {c.Concern, count(c.Concern, "concern")},
		{c.Mixed, fmt.Sprintf("%d mixed", c.Mixed)}, {c.Neutral, fmt.Sprintf("%d neutral", c.Neutral)},
	} {
		if x.n > 0 {
			parts = append(parts, x.text)
		}
	}
	return strings.Join(parts, ", ")
}

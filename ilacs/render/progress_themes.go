package render

import (
	"fmt"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
)

// progressGroup is the themes that moved the same way.
type progressGroup struct {
	progressMark
	Themes []progressTheme
}

// progressTheme is what both documents say of a theme.
type progressTheme struct {
	Name          string
	Before, After progressSaid
	Quotes        []progressQuote // the most telling of each side
	Aspects       []progressAspect
}

// progressSaid is what a document says of a theme.
type progressSaid struct {
	progressMark
	Count string // "2 strengths, 1 concern"
}

// progressAspect is what both documents say of one quality of a theme.
type progressAspect struct {
	progressMark
	Name          string
	Before, After progressMark
}

// progressCourse is what each visit's document says of a theme.
type progressCourse struct {
	Name  string
	Said  []progressMark // one a visit
	Words string         // the course in words
}

// themeTrends are the trends in the order in which they are told: what moved
// before what did not.
var themeTrends = []struct {
	trend ilacs.ThemeTrend
	sign  string
}{
	{ilacs.ThemeTrendImproved, "▲"}, {ilacs.ThemeTrendDeclined, "▼"}, {ilacs.ThemeTrendNew, "◆"},
	{ilacs.ThemeTrendUnchanged, "="}, {ilacs.ThemeTrendNoLongerRaised, "◇"}, {0, ""},
}

func themeTrendMark(t ilacs.ThemeTrend) progressMark {
	for _, x := range themeTrends {
		if x.trend == t && t != 0 {
			return progressMark{textForm(t), x.sign, t.String()}
		}
	}
	return progressMark{"", "", "No trend stated"}
}

func progressGroups(list []ilacs.ThemeChange, before, after progressVisit) []progressGroup {
	var groups []progressGroup
	for _, x := range themeTrends {
		g := progressGroup{progressMark: themeTrendMark(x.trend)}
		for _, c := range list {
			if c.Trend == x.trend {
				g.Themes = append(g.Themes, newProgressTheme(c, before, after))
			}
		}
		if len(g.Themes) > 0 {
			groups = append(groups, g)
		}
	}
	return groups
}

func newProgressTheme(c ilacs.ThemeChange, before, after progressVisit) progressTheme {
	t := progressTheme{
		Name:   c.Theme.String(),
		Before: progressSaid{polarityMark(c.Before), countWords(c.CountBefore)},
		After:  progressSaid{polarityMark(c.After), countWords(c.CountAfter)},
	}
	if c.BestBefore != nil {
		t.Quotes = append(t.Quotes, quote(*c.BestBefore, before.Short))
	}
	if c.BestAfter != nil {
		t.Quotes = append(t.Quotes, quote(*c.BestAfter, after.Short))
	}
	for _, a := range c.Aspects {
		t.Aspects = append(t.Aspects, progressAspect{
			themeTrendMark(a.Trend), textForm(a.Aspect), polarityMark(a.Before), polarityMark(a.After),
		})
	}
	return t
}

// countWords says how much was said.
func countWords(c ilacs.Count) string {
	var parts []string
	for _, x := range []struct {
		n         int
		one, many string
	}{{c.Strength, "strength", "strengths"}, {c.Concern, "concern", "concerns"}, {c.Mixed, "mixed", "mixed"}, {c.Neutral, "neutral", "neutral"}} {
		switch {
		case x.n == 1:
			parts = append(parts, "1 "+x.one)
		case x.n > 1:
			parts = append(parts, fmt.Sprintf("%d %s", x.n, x.many))
		}
	}
	return strings.Join(parts, ", ")
}

// Move tells the theme's movement in a phrase: "concern, now strength".
func (t progressTheme) Move() string {
	switch {
	case t.Before.Class == "silent":
		return t.After.Word
	case t.After.Class == "silent":
		return t.Before.Word + " then"
	case t.Before.Class == t.After.Class:
		return t.After.Word + " both times"
	}
	return t.Before.Word + ", now " + t.After.Word
}

// progressCourses sets what each visit says of each theme in a row.
func progressCourses(h ilacs.History, visits int) []progressCourse {
	var courses []progressCourse
	for _, c := range h.Themes {
		course := progressCourse{Name: c.Theme.String(), Words: clean(c.Course)}
		for i := range visits {
			var p finding.Polarity
			if i < len(c.Polarities) {
				p = c.Polarities[i]
			}
			course.Said = append(course.Said, polarityMark(p))
		}
		courses = append(courses, course)
	}
	return courses
}

package render

import (
	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// A Mark is a value of a closed list, such as a status, a trend or a grade, as a
// page shows it. No page shows it by colour alone.
type Mark struct {
	Class string // the value's text form, which names the style: "not-revisited"
	Sign  string // "●", "▲", "RI"
	Word  string // "Addressed", "improved", "Good"
}

var trendSigns = map[judgement.Trend]string{
	judgement.TrendImproved: "▲", judgement.TrendDeclined: "▼", judgement.TrendUnchanged: "=",
	judgement.TrendIntroduced: "◆", judgement.TrendWithdrawn: "◇", judgement.TrendNotComparable: "≠",
}

func trendMark(t judgement.Trend) Mark {
	return Mark{textForm(t), trendSigns[t], lower(t.String())}
}

// statuses are listed the best first. Their signs fill up with what has been
// done.
var statuses = []struct {
	status ilacs.Status
	sign   string
}{
	{ilacs.StatusAddressed, "●"}, {ilacs.StatusPartly, "◐"}, {ilacs.StatusPersists, "○"}, {ilacs.StatusNotRevisited, "–"},
}

func statusMark(s ilacs.Status) Mark {
	if s == 0 {
		return Mark{Word: "Not followed up"}
	}
	m := Mark{Class: textForm(s), Word: s.String()}
	for _, x := range statuses {
		if x.status == s {
			m.Sign = x.sign
		}
	}
	return m
}

var polaritySigns = map[finding.Polarity]string{
	finding.Strength: "+", finding.Concern: "−", finding.Mixed: "±", finding.Neutral: "·",
}

func polarityMark(p finding.Polarity) Mark {
	if p == 0 {
		return Mark{Class: "silent", Word: "no mention"}
	}
	return Mark{textForm(p), polaritySigns[p], lower(p.String())}
}

// themeTrends are listed in the order in which a page tells them: what moved
// before what did not.
var themeTrends = []struct {
	trend ilacs.ThemeTrend
	sign  string
}{
	{ilacs.ThemeTrendImproved, "▲"}, {ilacs.ThemeTrendDeclined, "▼"}, {ilacs.ThemeTrendNew, "◆"},
	{ilacs.ThemeTrendUnsure, "?"}, {ilacs.ThemeTrendUnchanged, "="}, {ilacs.ThemeTrendNoLongerRaised, "◇"}, {ilacs.ThemeTrendNotEnough, "·"},
	{ilacs.ThemeTrendNotLookedAt, "–"}, {0, ""},
}

func themeTrendMark(t ilacs.ThemeTrend) Mark {
	for _, x := range themeTrends {
		if x.trend == t && t != 0 {
			return Mark{textForm(t), x.sign, t.String()}
		}
	}
	return Mark{Word: "No trend stated"}
}

var gradeLetters = map[judgement.Grade]string{
	judgement.Outstanding: "O", judgement.Good: "G", judgement.RequiresImprovement: "RI",
	judgement.Adequate: "A", judgement.Inadequate: "I", judgement.NotJudged: "NJ",
}

// gradeMark shows a grade by a letter, and by the word that its framework
// prints.
func gradeMark(g judgement.Grade, word string) Mark {
	letter := gradeLetters[g]
	if letter == "" {
		letter = g.String()
	}
	return Mark{textForm(g), letter, word}
}

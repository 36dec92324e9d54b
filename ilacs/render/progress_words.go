package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// progressJudgement is what became of one grade, in words.
type progressJudgement struct {
	progressMark          // the trend
	Area         string   // "Help and protection"
	Before       string   // the grades as printed, "–" for none
	After        string   //
	Text         string   // both in one phrase
	Notes        []string // what was compared with what, where that is not plain
	Said         []progressQuote
}

func newProgressJudgement(p ilacs.Progress, c ilacs.JudgementChange) progressJudgement {
	area := areaName(c.Area)
	j := progressJudgement{
		progressMark: trendMark(c.Trend), Area: strings.ToUpper(area[:1]) + area[1:],
		Before: "–", After: "–",
	}
	before, after := p.Before.Framework.GradeName(c.Before), p.After.Framework.GradeName(c.After)
	if c.Before != 0 {
		j.Before = before
	}
	if c.After != 0 {
		j.After = after
	}
	switch {
	case c.Before == 0:
		j.Text = "now " + historyLower(after)
	case c.After == 0:
		j.Text = historyLower(before) + " then"
	case c.Before == c.After:
		j.Text = historyLower(after) + " both times"
	default:
		j.Text = historyLower(before) + ", now " + historyLower(after)
	}
	switch c.Basis {
	case judgement.BasisSameArea, 0:
	case judgement.BasisNoCounterpart:
		if c.Before == 0 {
			j.Notes = append(j.Notes, "the earlier framework does not grade it")
		} else {
			j.Notes = append(j.Notes, "the later framework does not grade it")
		}
	case judgement.BasisNotStated:
		if c.Before == 0 {
			j.Notes = append(j.Notes, "the earlier document states no grade")
		} else {
			j.Notes = append(j.Notes, "the later document states no grade")
		}
	default:
		j.Notes = append(j.Notes, c.Basis.String())
	}
	for _, side := range []struct {
		word string
		said *ilacs.Earlier
	}{{"earlier", c.SaidBefore}, {"later", c.SaidAfter}} {
		if side.said != nil {
			j.Notes = append(j.Notes, "by the standing that the "+side.word+" document reports")
			j.Said = append(j.Said, progressQuote{Text: clean(side.said.Text), Side: "the " + side.word + " document"})
		}
	}
	return j
}

func textForm(v interface{ MarshalText() ([]byte, error) }) string {
	b, err := v.MarshalText()
	if err != nil {
		return ""
	}
	return string(b)
}

var trendSigns = map[judgement.Trend]string{
	judgement.TrendImproved: "▲", judgement.TrendDeclined: "▼", judgement.TrendUnchanged: "=",
	judgement.TrendIntroduced: "◆", judgement.TrendWithdrawn: "◇", judgement.TrendNotComparable: "≠",
}

func trendMark(t judgement.Trend) progressMark {
	return progressMark{textForm(t), trendSigns[t], historyLower(t.String())}
}

// statusSigns fill up with what has been done.
var statusSigns = map[ilacs.Status]string{
	ilacs.StatusAddressed: "●", ilacs.StatusPartly: "◐", ilacs.StatusPersists: "○", ilacs.StatusNotRevisited: "–",
}

func statusMark(s ilacs.Status) progressMark {
	if s == 0 {
		return progressMark{"", "", "Not followed up"}
	}
	return progressMark{textForm(s), statusSigns[s], s.String()}
}

var polaritySigns = map[finding.Polarity]string{
	finding.Strength: "+", finding.Concern: "−", finding.Mixed: "±", finding.Neutral: "·",
}

func polarityMark(p finding.Polarity) progressMark {
	if p == 0 {
		return progressMark{"silent", "", "no mention"}
	}
	return progressMark{textForm(p), polaritySigns[p], textForm(p)}
}

var sectionNames = map[finding.Section]string{
	finding.SectionHeadline: "headline findings", finding.SectionPriority: "areas for priority action",
	finding.SectionImprove: "areas for improvement", finding.SectionStrengths: "strengths",
	finding.SectionProgress: "progress since the last inspection", finding.SectionMain: "main findings",
	finding.SectionStudy: "case study", finding.SectionSummary: "summary for children",
	finding.SectionBackground: "background", finding.SectionContext: "context",
	finding.SectionFocus: "what the visit looked at", finding.SectionNextSteps: "next steps",
}

// quote lays a finding out for quotation.
func quote(f finding.Finding, side string) progressQuote {
	q := progressQuote{Text: clean(f.Text), Side: side, Place: sectionNames[f.Section]}
	if f.Paragraph > 0 && f.Section != finding.SectionImprove && f.Section != finding.SectionPriority { // these have numbers of their own
		q.Place, q.numbered = fmt.Sprintf("paragraph %d", f.Paragraph), true
	}
	if f.Polarity != 0 {
		q.Polarity = textForm(f.Polarity)
	}
	return q
}

// Source says where a quotation stands: "Nov 2018, paragraph 14".
func (q progressQuote) Source() string {
	return strings.Trim(q.Side+", "+q.Place, ", ")
}

// sources says where quotations stand, each place once, by visit: "Nov 2018:
// areas for improvement; Nov 2022: paragraphs 14, 17".
func sources(quotes []progressQuote) string {
	var order []string
	places := map[string][]string{}
	for _, q := range quotes {
		if q.Place == "" {
			continue
		}
		if _, ok := places[q.Side]; !ok {
			order = append(order, q.Side)
		}
		if !slices.Contains(places[q.Side], q.Place) {
			places[q.Side] = append(places[q.Side], q.Place)
		}
	}
	var parts []string
	for _, side := range order {
		text := strings.Join(together(places[side]), ", ")
		if side != "" {
			text = side + ": " + text
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "; ")
}

// together puts paragraph numbers behind one word, in front of the other places.
func together(places []string) []string {
	var numbers, others []string
	var order []int
	for _, p := range places {
		var n int
		if _, err := fmt.Sscanf(p, "paragraph %d", &n); err == nil {
			order = append(order, n)
		} else {
			others = append(others, p)
		}
	}
	if len(order) < 2 {
		return places
	}
	slices.Sort(order)
	for _, n := range order {
		numbers = append(numbers, strconv.Itoa(n))
	}
	return append([]string{"paragraphs " + strings.Join(numbers, ", ")}, others...)
}

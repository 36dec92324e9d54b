package render

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

// mostEvidence is how many findings a follow-up has at most.
const mostEvidence = 4

// FollowUpsCSV writes what became of each area for improvement, one a row, as
// CSV in UTF-8 with a row of heads: the authority; the type and the first day
// of both visits, or the day of publication where that is all that is known;
// the item with its section, paragraph number and themes; status, confidence
// and reason; the parts that do not share one fate; and up to four later
// findings, each with its place. Closed lists are in their text forms, dates in
// ISO form.
//
// Cells that a spreadsheet would take for a formula, which begin with = + - @, a
// tab or a line break, get an apostrophe in front.
func FollowUpsCSV(w io.Writer, progresses ...ilacs.Progress) error {
	rows := [][]string{append(visitHeads(), "item", "section", "paragraph", "themes", "status", "confidence", "reason", "parts")}
	for n := range mostEvidence {
		head := fmt.Sprintf("evidence_%d", n+1)
		rows[0] = append(rows[0], head, head+"_place")
	}
	for _, p := range progresses {
		for _, f := range p.FollowUps {
			var themes, parts []string
			for _, t := range f.Item.Themes {
				themes = append(themes, textForm(t))
			}
			for _, part := range f.Parts {
				parts = append(parts, textForm(part.Status)+": "+clean(part.Text))
			}
			row := append(visitCells(p), clean(f.Item.Text), textForm(f.Item.Section), number(f.Item.Paragraph),
				strings.Join(themes, " "), textForm(f.Status), textForm(f.Confidence), clean(f.Reason), strings.Join(parts, "; "))
			for n := range mostEvidence {
				var e finding.Finding
				if n < len(f.Evidence) {
					e = f.Evidence[n]
				}
				row = append(row, clean(e.Text), quote(e, "").Place)
			}
			rows = append(rows, row)
		}
	}
	return writeCSV(w, rows)
}

// ThemesCSV writes how each theme moved, one a row, in the form of
// [FollowUpsCSV]: the theme and its name; the polarity before and after; the
// trend; how many findings of each polarity there are on each side; the aspects
// with their trends; and the most telling sentence of each side with its place.
func ThemesCSV(w io.Writer, progresses ...ilacs.Progress) error {
	rows := [][]string{append(visitHeads(), "theme", "name", "polarity_before", "polarity_after", "trend",
		"strengths_before", "concerns_before", "mixed_before", "neutral_before",
		"strengths_after", "concerns_after", "mixed_after", "neutral_after",
		"aspects", "best_before", "best_before_place", "best_after", "best_after_place")}
	for _, p := range progresses {
		for _, t := range p.Themes {
			var aspects []string
			for _, a := range t.Aspects {
				aspects = append(aspects, textForm(a.Aspect)+": "+textForm(a.Trend))
			}
			row := append(visitCells(p), textForm(t.Theme), t.Theme.String(), textForm(t.Before), textForm(t.After), textForm(t.Trend))
			for _, c := range []ilacs.Count{t.CountBefore, t.CountAfter} {
				row = append(row, strconv.Itoa(c.Strength), strconv.Itoa(c.Concern), strconv.Itoa(c.Mixed), strconv.Itoa(c.Neutral))
			}
			row = append(row, strings.Join(aspects, "; "))
			for _, best := range []*finding.Finding{t.BestBefore, t.BestAfter} {
				if best == nil {
					best = &finding.Finding{}
				}
				row = append(row, clean(best.Text), quote(*best, "").Place)
			}
			rows = append(rows, row)
		}
	}
	return writeCSV(w, rows)
}

func visitHeads() []string {
	return []string{"authority", "before_type", "before", "after_type", "after"}
}

func visitCells(p ilacs.Progress) []string {
	name := p.After.Authority
	if name == "" {
		name = p.Before.Authority
	}
	day := func(v ilacs.Visit) civil.Date {
		if v.Start.IsZero() {
			return v.Published
		}
		return v.Start
	}
	return []string{clean(name), textForm(p.Before.Type), textForm(day(p.Before)), textForm(p.After.Type), textForm(day(p.After))}
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func writeCSV(w io.Writer, rows [][]string) error {
	out := csv.NewWriter(w)
	for _, row := range rows {
		for i := range row {
			row[i] = harmless(row[i])
		}
	}
	return out.WriteAll(rows)
}

// harmless puts an apostrophe before what a spreadsheet would take for a
// formula: also the wide forms of its signs, which some read alike.
func harmless(cell string) string {
	for _, sign := range []string{"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"} {
		if strings.HasPrefix(cell, sign) {
			return "'" + cell
		}
	}
	return cell
}

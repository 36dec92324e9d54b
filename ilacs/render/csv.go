package render

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

// mostEvidence is the most findings that a follow-up has.
const mostEvidence = 3

// FollowUpsCSV writes what became of each area for improvement, one a row, as
// CSV in UTF-8 with a header row: the authority; the type and the first day of
// both visits, or the day of publication where that is all that is known; the
// item with its section, paragraph number and themes; status, confidence and
// reason; the parts of the item that do not share one fate; and up to three later
// findings, each with its place. Values of closed lists are in their text forms,
// dates in ISO form, and all cells as [CSVCell] returns them.
func FollowUpsCSV(w io.Writer, progresses ...ilacs.Progress) error {
	header := append(visitColumns(), "item", "section", "paragraph", "themes", "status", "confidence", "reason", "parts")
	for n := range mostEvidence {
		column := fmt.Sprintf("evidence_%d", n+1)
		header = append(header, column, column+"_place")
	}
	rows := [][]string{header}
	for _, p := range progresses {
		for _, f := range p.FollowUps {
			var themes, parts []string
			for _, t := range f.Item.Themes {
				themes = append(themes, textForm(t))
			}
			for _, part := range f.Parts {
				parts = append(parts, textForm(part.Status)+": "+PlainText(part.Text))
			}
			row := append(visitCells(p), f.Item.Text, textForm(f.Item.Section), number(f.Item.Paragraph), strings.Join(themes, " "),
				textForm(f.Status), textForm(f.Confidence), f.Reason, strings.Join(parts, "; "))
			for n := range mostEvidence {
				var e finding.Finding
				if n < len(f.Evidence) {
					e = f.Evidence[n]
				}
				row = append(row, e.Text, quote(e, "").Place)
			}
			rows = append(rows, row)
		}
	}
	return writeCSV(w, rows)
}

// ThemesCSV writes how each theme moved, one a row, in the form of
// [FollowUpsCSV]: the theme and its name; the polarity before and after; the
// trend; how many findings of each polarity each document has; the aspects with
// their trends; and the most telling sentence of each document with its place.
func ThemesCSV(w io.Writer, progresses ...ilacs.Progress) error {
	rows := [][]string{append(visitColumns(), "theme", "name", "polarity_before", "polarity_after", "trend",
		"strengths_before", "concerns_before", "mixed_before", "neutral_before",
		"strengths_after", "concerns_after", "mixed_after", "neutral_after",
		"aspects", "best_before", "best_before_place", "best_after", "best_after_place")}
	for _, p := range progresses {
		for _, t := range p.Themes {
			var aspects []string
			for _, a := range t.Aspects {
				aspects = append(aspects, textForm(a.Aspect)+": "+textForm(a.Trend))
			}
			row := append(visitCells(p), textForm(t.Theme), themeName(t.Theme), textForm(t.Before), textForm(t.After), textForm(t.Trend))
			for _, c := range []ilacs.Count{t.CountBefore, t.CountAfter} {
				row = append(row, strconv.Itoa(c.Strength), strconv.Itoa(c.Concern), strconv.Itoa(c.Mixed), strconv.Itoa(c.Neutral))
			}
			row = append(row, strings.Join(aspects, "; "))
			for _, best := range []*finding.Finding{t.BestBefore, t.BestAfter} {
				if best == nil {
					best = &finding.Finding{}
				}
				row = append(row, best.Text, quote(*best, "").Place)
			}
			rows = append(rows, row)
		}
	}
	return writeCSV(w, rows)
}

// AskedCSV writes what each later document asks for, one item a row, in the form
// of [FollowUpsCSV]: the item with its section, paragraph number and themes;
// whether it is asked for again; the numbers, from 1, of the earlier items that
// ask for the same, or may; and these items.
func AskedCSV(w io.Writer, progresses ...ilacs.Progress) error {
	rows := [][]string{append(visitColumns(), "item", "section", "paragraph", "themes", "asked", "of", "earlier")}
	for _, p := range progresses {
		for _, a := range p.Asked {
			var themes, numbers, items []string
			for _, t := range a.Item.Themes {
				themes = append(themes, textForm(t))
			}
			for _, i := range a.Of {
				if i < 0 || i >= len(p.FollowUps) {
					continue
				}
				numbers = append(numbers, strconv.Itoa(i+1))
				items = append(items, PlainText(p.FollowUps[i].Item.Text))
			}
			rows = append(rows, append(visitCells(p), a.Item.Text, textForm(a.Item.Section), number(a.Item.Paragraph), strings.Join(themes, " "),
				textForm(a.Recurrence), strings.Join(numbers, " "), strings.Join(items, "; ")))
		}
	}
	return writeCSV(w, rows)
}

// visitColumns are the columns that say which visits were compared.
func visitColumns() []string {
	return []string{"authority", "before_type", "before", "after_type", "after"}
}

func visitCells(p ilacs.Progress) []string {
	day := func(v ilacs.Visit) civil.Date { return cmp.Or(v.Start, v.Published) }
	return []string{
		cmp.Or(p.After.Authority, p.Before.Authority),
		textForm(p.Before.Type), textForm(day(p.Before)), textForm(p.After.Type), textForm(day(p.After)),
	}
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func writeCSV(w io.Writer, rows [][]string) error {
	for _, row := range rows {
		for i := range row {
			row[i] = CSVCell(row[i])
		}
	}
	return csv.NewWriter(w).WriteAll(rows)
}

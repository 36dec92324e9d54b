package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
)

// ProgressMarkdown writes what changed between two visits as Markdown, as
// GitHub reads it: the summary, both visits with their grades or standing, what
// became of each area for improvement with quotations and paragraph numbers, what
// is new, and how the themes moved. Nothing of it is told twice but by the
// summary. [BriefMarkdown] writes the same on one page.
//
// It is broken into lines of at most 80 characters where words and tables allow,
// so that it reads well in a terminal as it is. Text from documents is escaped:
// it never becomes markup. The notes are sentences to stand on top, such as where
// the documents are from and under which licence.
func ProgressMarkdown(w io.Writer, p ilacs.Progress, notes ...string) error {
	return writeHistoryMarkdown(w, NewProgressPage(p).alone(), notes)
}

// HistoryMarkdown writes what changed over several visits in the form of
// [ProgressMarkdown]: all visits with their grades, each comparison in order,
// and the course of the themes over the years. A history of fewer than two
// visits is an error.
func HistoryMarkdown(w io.Writer, h ilacs.History, notes ...string) error {
	page, err := NewHistoryPage(h)
	if err != nil {
		return err
	}
	return writeHistoryMarkdown(w, page, notes)
}

func writeHistoryMarkdown(w io.Writer, page HistoryPage, notes []string) error {
	var b strings.Builder
	md := markdownText
	fmt.Fprintf(&b, "# %s: what changed, %s\n", md(page.Authority), md(page.Period))
	for _, note := range notes {
		b.WriteByte('\n')
		wrap(&b, "", "", md(note))
	}
	page.markdownSummary(&b)
	page.markdownVisits(&b)
	for _, p := range page.Progresses {
		p.markdown(&b)
	}
	page.markdownThemes(&b)
	b.WriteString("\n---\n\n")
	wrap(&b, "", "", md(Caveat))
	_, err := io.WriteString(w, b.String())
	return err
}

func (h HistoryPage) markdownSummary(b *strings.Builder) {
	if !h.Summarised() {
		return
	}
	md := markdownText
	b.WriteString("\n## In short\n")
	for _, p := range h.Progresses {
		if len(h.Progresses) > 1 && len(p.Summary) > 0 {
			fmt.Fprintf(b, "\n**%s**\n", md(p.Title()))
		}
		b.WriteByte('\n')
		for _, s := range p.Summary {
			text := md(s.Text)
			if at := s.Sources(); at != "" {
				text += " (" + md(at) + ")"
			}
			wrap(b, "- ", "  ", text)
		}
	}
}

// markdownVisits lists the visits, and puts their grades into a table with a
// column for each visit.
func (h HistoryPage) markdownVisits(b *strings.Builder) {
	md := markdownText
	b.WriteString("\n## The visits\n\n")
	for i, v := range h.Visits {
		text := "**" + md(v.Name) + "**, " + md(v.When) + "."
		if said := h.Grades.Rows[i].Text; said != "" {
			text += " " + md(said)
		}
		wrap(b, fmt.Sprintf("%d. ", i+1), "   ", text)
	}
	if len(h.Grades.Columns) == 0 {
		return
	}
	rows := [][]string{{"Grade"}}
	for _, c := range h.Grades.Columns {
		rows = append(rows, []string{c})
	}
	bracketed := false
	for i, v := range h.Visits {
		rows[0] = append(rows[0], v.Short)
		cells, reported := h.Grades.Rows[i].short()
		bracketed = bracketed || reported
		for n, cell := range cells {
			rows[n+1] = append(rows[n+1], cell)
		}
	}
	b.WriteByte('\n')
	markdownTable(b, rows)
	var legend []string
	for _, l := range h.Grades.Legend {
		legend = append(legend, l.Sign+" "+l.Word)
	}
	b.WriteByte('\n')
	text := strings.Join(legend, ", ") + ". ▲ improved, ▼ declined, = the same as when last graded."
	if bracketed {
		text += " In brackets: not a grade of that visit, but the standing that its document reports."
	}
	wrap(b, "", "", md(text))
	for _, note := range h.Grades.Notes {
		wrap(b, "", "", md(note))
	}
}

// short returns a row as short as it gets, a cell for each column: "RI ▼", or
// "(RI)" for a grade that is only reported. It reports whether there is such a
// one.
func (r GridRow) short() (cells []string, reported bool) {
	for _, c := range r.Cells {
		for range c.Span {
			cells = append(cells, strings.TrimSpace(c.Grade.Sign+" "+c.Trend.Sign))
		}
	}
	for _, m := range r.Reported {
		cell := ""
		if m != (Mark{}) {
			cell, reported = "("+m.Sign+")", true
		}
		cells = append(cells, cell)
	}
	return cells, reported
}

// markdownThemes tells the course of each theme over all visits.
func (h HistoryPage) markdownThemes(b *strings.Builder) {
	if len(h.Themes) == 0 {
		return
	}
	b.WriteString("\n## Themes over the visits\n\n")
	var heads []string
	for _, v := range h.Visits {
		heads = append(heads, v.Short)
	}
	rows := [][]string{append(heads, "Theme")}
	for _, c := range h.Themes {
		var row []string
		for _, m := range c.Said {
			row = append(row, m.Sign)
		}
		text := c.Name
		if c.Course != "" {
			text += ": " + c.Course
		}
		rows = append(rows, append(row, text))
	}
	markdownTable(b, rows)
	b.WriteByte('\n')
	wrap(b, "", "", "+ a strength, − a concern, ± both, · neither; blank where the document does not mention it.")
}

package render

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/ilacs"
)

// ProgressMarkdown writes what changed between two visits as Markdown, as
// GitHub reads it: the summary, both visits with their grades or standing, both
// lists of areas for improvement side by side, what became of each with
// quotations and paragraph numbers, what is new, and how the themes moved.
//
// It is broken into lines of at most 80 characters where words and tables allow,
// so that it reads well in a terminal as it is. Text from documents is escaped:
// it never becomes markup. The notes are sentences to stand on top, such as where
// the documents are from and under which licence.
func ProgressMarkdown(w io.Writer, p ilacs.Progress, notes ...string) error {
	return HistoryMarkdown(w, ilacs.History{Progresses: []ilacs.Progress{p}}, notes...)
}

// HistoryMarkdown writes what changed over several visits in the form of
// [ProgressMarkdown]: all visits with their grades, each comparison in order,
// and the course of the themes over the years. A history of less than two
// visits is an error.
func HistoryMarkdown(w io.Writer, h ilacs.History, notes ...string) error {
	page, err := newProgressPage(h)
	if err != nil {
		return err
	}
	var b strings.Builder
	md := markdownText
	fmt.Fprintf(&b, "# %s: what changed, %s\n", md(page.Name), md(page.Period))
	for _, note := range notes {
		b.WriteByte('\n')
		wrap(&b, "", "", md(note))
	}
	if page.Summarised() {
		b.WriteString("\n## In short\n")
		for _, s := range page.Steps {
			if len(page.Steps) > 1 && len(s.Summary) > 0 {
				fmt.Fprintf(&b, "\n**%s**\n", md(s.Title))
			}
			b.WriteByte('\n')
			for _, x := range s.Summary {
				text := md(x.Text)
				if at := sources(x.Quotes); at != "" {
					text += " (" + md(at) + ")"
				}
				wrap(&b, "- ", "  ", text)
			}
		}
	}
	page.markdownVisits(&b)
	for _, s := range page.Steps {
		fmt.Fprintf(&b, "\n## %s\n", md(s.Title))
		s.markdownJudgements(&b)
		s.markdownLists(&b)
		s.markdownFollowUps(&b)
		s.markdownThemes(&b)
	}
	page.markdownCourses(&b)
	b.WriteString("\n---\n\n")
	wrap(&b, "", "", md(progressFooter))
	_, err = io.WriteString(w, b.String())
	return err
}

// progressFooter says what the page is and is not.
const progressFooter = "Read by a program from the documents alone: follow the quotations before relying on it. " + silence

// markdownVisits lists the visits, and puts their grades into a table with a
// column for each visit.
func (page progressPage) markdownVisits(b *strings.Builder) {
	md := markdownText
	b.WriteString("\n## The visits\n\n")
	for i, v := range page.Visits {
		text := "**" + md(v.Name) + "**, " + md(v.When) + "."
		if page.Rows[i].Text != "" {
			text += " " + md(page.Rows[i].Text)
		}
		wrap(b, fmt.Sprintf("%d. ", v.Number), "   ", text)
	}
	if len(page.Columns) == 0 {
		return
	}
	rows := [][]string{{"Grade"}}
	for _, v := range page.Visits {
		rows[0] = append(rows[0], v.Short)
	}
	for _, c := range page.Columns {
		rows = append(rows, []string{c.Name})
	}
	for i, v := range page.Visits {
		n := 1
		for _, cell := range page.Rows[i].Cells {
			for range cell.Span {
				rows[n] = append(rows[n], strings.TrimSpace(cell.Letter+" "+cell.Mark))
				n++
			}
		}
		for ; n < len(rows); n++ { // of a visit without grades of its own
			rows[n] = append(rows[n], v.reported(page.Columns[n-1]))
		}
	}
	b.WriteByte('\n')
	markdownTable(b, rows)
	var legend []string
	for _, l := range page.Legend {
		legend = append(legend, l.Letter+" "+l.Word)
	}
	legend = append(legend, "– not graded")
	b.WriteByte('\n')
	text := strings.Join(legend, ", ") + ". ▲ improved, ▼ declined, = the same as when last graded."
	if slices.ContainsFunc(page.Visits, func(v progressVisit) bool { return v.said.Len() > 0 }) {
		text += " In brackets: no grade of that visit, but the standing that its document reports."
	}
	wrap(b, "", "", md(text))
	for _, note := range page.Notes {
		wrap(b, "", "", md(note))
	}
}

func (s progressStep) markdownJudgements(b *strings.Builder) {
	if len(s.Judgements) == 0 {
		return
	}
	md := markdownText
	b.WriteString("\n### Judgements\n\n")
	for _, j := range s.Judgements {
		text := "**" + md(j.Area) + "**: " + md(j.Text)
		if j.Word != "unchanged" {
			text += " – " + md(j.Word)
		}
		if len(j.Notes) > 0 {
			text += " (" + md(strings.Join(j.Notes, "; ")) + ")"
		}
		wrap(b, "- "+j.Sign+" ", "  ", text)
		for _, q := range j.Said {
			wrap(b, "  - ", "    ", "“"+md(q.Text)+"” ("+md(q.Source())+")")
		}
	}
}

// columnWidth is that of one of the two lists side by side.
const columnWidth = 33

// markdownLists sets both lists of areas for improvement side by side, as plain
// text in a block that Markdown leaves alone.
func (s progressStep) markdownLists(b *strings.Builder) {
	if len(s.Lists) == 0 {
		return
	}
	var text strings.Builder
	row := func(left, right string) {
		text.WriteString(strings.TrimRight(pad(left, columnWidth+5)+" │ "+right, " ") + "\n")
	}
	rule := strings.Repeat("─", columnWidth+6) + "┼" + strings.Repeat("─", columnWidth+5) + "\n"
	titles := [2][]string{columns("Asked for: "+s.Before.Label, columnWidth+5), columns("Asked for: "+s.After.Label, columnWidth+4)}
	for n := range max(len(titles[0]), len(titles[1])) {
		row(at(titles[0], n), at(titles[1], n))
	}
	for _, p := range s.Lists {
		text.WriteString(rule)
		left, right := columns(p.Then, columnWidth), columns(p.Now, columnWidth)
		if p.Letter != "" && p.Now == "" {
			right = []string{"as above"}
		}
		if p.Number == 1 && !s.answered() {
			right = columns("no list of areas for improvement is known", columnWidth)
		}
		for n := range max(len(left), len(right)) {
			var number, mark string
			if n == 0 && p.Number > 0 {
				number = fmt.Sprintf("%2d %s ", p.Number, p.Sign)
			}
			if n == 0 {
				mark = p.Letter
			}
			row(pad(number, 5)+at(left, n), pad(mark, 2)+" "+at(right, n))
		}
	}
	fence := "```"
	for strings.Contains(text.String(), fence) {
		fence += "`"
	}
	b.WriteString("\n### Areas for improvement, side by side\n\n")
	b.WriteString(fence + "text\n" + text.String() + fence + "\n\n")
	wrap(b, "", "", legendOfStatuses)
}

// answered reports whether anything is known of the later list.
func (s progressStep) answered() bool {
	return slices.ContainsFunc(s.Lists, func(p progressPair) bool { return p.Letter != "" })
}

const legendOfStatuses = "● addressed, ◐ partly addressed, ○ persists, – not revisited. The letters number the later list; an item stands beside the earlier one that it answers."

// at returns a line, "" behind the last.
func at(lines []string, n int) string {
	if n < len(lines) {
		return lines[n]
	}
	return ""
}

func (s progressStep) markdownFollowUps(b *strings.Builder) {
	md := markdownText
	if len(s.FollowUps) > 0 {
		b.WriteString("\n### What became of each area for improvement\n\n")
		var tally []string
		for _, t := range s.Tally {
			tally = append(tally, fmt.Sprintf("%s %d %s", t.Sign, t.Count, t.Verb()))
		}
		wrap(b, "", "", fmt.Sprintf("Of %d: %s.", len(s.FollowUps), strings.Join(tally, ", ")))
		var silent []string
		for _, f := range s.FollowUps {
			if f.Near {
				silent = append(silent, strconv.Itoa(f.Number))
				continue
			}
			b.WriteByte('\n')
			f.markdown(b)
		}
		if len(silent) > 0 {
			b.WriteByte('\n')
			wrap(b, "", "", statusMark(ilacs.StatusNotRevisited).Sign+" **Not revisited**: "+strings.Join(silent, ", ")+" of the list above. "+silence)
		}
	}
	if len(s.New) > 0 {
		b.WriteString("\n### New areas for improvement\n\n")
		for _, q := range s.New {
			wrap(b, "- ", "  ", md(q.Text))
		}
	}
}

// silence says what it means that a document does not return to something.
const silence = "That a document does not return to something says nothing of the work itself."

// markdown writes a follow-up as an item of a list, with a number of its own:
// those of Markdown's lists leave nothing out.
func (f progressFollowUp) markdown(b *strings.Builder) {
	md := markdownText
	const first, rest = "- ", "  "
	text := strings.TrimSpace(fmt.Sprintf("**%d %s %s**: %s", f.Number, f.Sign, f.Word, md(f.Item.Text)))
	if f.Item.numbered {
		text += " (" + md(f.Item.Place) + ")"
	}
	wrap(b, first, rest, text)
	reason := md(f.Reason)
	if f.Confidence != "" {
		reason += " *Confidence: " + md(f.Confidence) + ".*"
	}
	b.WriteByte('\n')
	wrap(b, rest, rest, reason)
	for _, q := range f.Evidence {
		wrap(b, rest+"- ", rest+"  ", quoted(q))
	}
	for _, p := range f.Parts {
		wrap(b, rest+"- "+p.Sign+" ", rest+"  ", historyLower(p.Word)+": "+md(p.Text))
	}
}

// quoted is a quotation with its place and what it says.
func quoted(q progressQuote) string {
	text := "“" + markdownText(q.Text) + "”"
	if q.Place != "" {
		text += " (" + markdownText(q.Place) + ")"
	}
	return text
}

func (s progressStep) markdownThemes(b *strings.Builder) {
	md := markdownText
	if len(s.Themes) > 0 {
		b.WriteString("\n### Themes\n")
	}
	for _, g := range s.Themes {
		head := fmt.Sprintf("%s **%s** (%d)", g.Sign, g.Word, len(g.Themes))
		if g.Class == "unchanged" || g.Class == "no-longer-raised" {
			var names []string
			for _, t := range g.Themes {
				names = append(names, md(t.Name)+" ("+strings.TrimSuffix(t.Move(), " both times")+")")
			}
			b.WriteByte('\n')
			wrap(b, head+": ", "", strings.Join(names, "; ")+".")
			continue
		}
		b.WriteString("\n" + head + "\n\n")
		for _, t := range g.Themes {
			text := "**" + md(t.Name) + "**: " + t.Move()
			var aspects []string
			for _, a := range t.Aspects {
				aspects = append(aspects, a.Name+" "+a.Sign)
			}
			if len(aspects) > 0 {
				text += " (" + strings.Join(aspects, ", ") + ")"
			}
			wrap(b, "- ", "  ", text)
			for _, q := range t.Quotes {
				wrap(b, "  - ", "    ", md(q.Side)+": "+quoted(q))
			}
		}
	}
}

// markdownCourses tells the course of each theme over all visits.
func (page progressPage) markdownCourses(b *strings.Builder) {
	if len(page.Courses) == 0 {
		return
	}
	b.WriteString("\n## Themes over the visits\n\n")
	head := []string{}
	for _, v := range page.Visits {
		head = append(head, v.Short)
	}
	rows := [][]string{append(head, "Theme")}
	for _, c := range page.Courses {
		var row []string
		for _, m := range c.Said {
			row = append(row, m.Sign)
		}
		text := c.Name
		if c.Words != "" {
			text += ": " + c.Words
		}
		rows = append(rows, append(row, text))
	}
	markdownTable(b, rows)
	b.WriteByte('\n')
	wrap(b, "", "", "+ a strength, − a concern, ± both, · neither; blank where the document does not speak of it.")
}

// markdownTable writes rows of plain texts, the first of them the heads. All
// columns but the last are filled up to one width.
func markdownTable(b *strings.Builder, rows [][]string) {
	width := make([]int, len(rows[0]))
	for _, row := range rows {
		for i := range row {
			row[i] = markdownText(row[i])
			if i < len(row)-1 || len(row[i]) < 12 {
				width[i] = max(width[i], utf8.RuneCountInString(row[i]), 3)
			}
		}
	}
	for n, row := range rows {
		for i, cell := range row {
			b.WriteString("| " + pad(cell, width[i]) + " ")
		}
		b.WriteString("|\n")
		if n == 0 {
			for _, w := range width {
				b.WriteString("| " + strings.Repeat("-", max(w, 3)) + " ")
			}
			b.WriteString("|\n")
		}
	}
}

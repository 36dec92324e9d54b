package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/record"
)

// ProfileMarkdown writes what is known of an authority as Markdown, with tables
// as GitHub reads them: the grid of grades, newest inspection first, what the
// published rules expect next, how long others waited, and how the statistical
// neighbours stand. What comes from documents is escaped.
func ProfileMarkdown(w io.Writer, p record.Profile) error {
	page := NewProfilePage(p)
	var b strings.Builder
	md := markdownText
	fmt.Fprintf(&b, "# %s: inspections of children’s services\n\n", md(page.Authority))
	fmt.Fprintf(&b, "%s. As of %s.\n\n%s\n", markdownLine(strings.Join(page.Facts, " · ")), page.Day, markdownLine(page.Summary))
	if len(page.Grades.Rows) > 0 {
		b.WriteString("\n## Grades by inspection\n\n")
		page.Grades.markdown(&b)
		b.WriteByte('\n')
		for i, l := range page.Grades.Legend {
			fmt.Fprintf(&b, "%s%s %s", []string{"", ", "}[min(i, 1)], l.Sign, l.Word)
		}
		b.WriteString(". ▲ improved, ▼ declined, = the same as at the previous inspection.\n")
		for _, note := range page.Grades.Notes {
			b.WriteString(markdownLine(note) + "\n")
		}
	}
	page.markdownNext(&b)
	if page.Waits.Text != "" {
		fmt.Fprintf(&b, "\n## How long others waited\n\n%s\n", markdownLine(page.Waits.Text))
	}
	if len(page.Neighbours.Rows) > 0 {
		fmt.Fprintf(&b, "\n## Statistical neighbours\n\nAs of %s, the most similar first.\n\n", page.Day)
		page.Neighbours.markdown(&b)
	}
	if len(page.Changes) > 0 {
		b.WriteString("\n## Changes and delivery\n\n")
		for _, change := range page.Changes {
			b.WriteString("- " + markdownLine(change) + "\n")
		}
	}
	fmt.Fprintf(&b, "\n---\n\nMade from %s, %s.\n", md(page.Source), md(page.Licence))
	_, err := io.WriteString(w, b.String())
	return err
}

// markdownLine escapes a text that begins a line.
func markdownLine(s string) string { return lineStart(markdownText(s)) }

func (p ProfilePage) markdownNext(b *strings.Builder) {
	if len(p.Next)+len(p.Past) == 0 && !p.NoRule {
		return
	}
	b.WriteString("\n## What comes next\n\n")
	b.WriteString(FirmnessNote + "\n\n")
	if p.NoRule {
		b.WriteString("- No rule is known for the type or the time of the next inspection.\n")
	}
	for _, e := range p.Next {
		e.markdown(b)
	}
	if len(p.Past) > 0 {
		b.WriteString("\nDeadlines that have passed:\n\n")
		for _, e := range p.Past {
			e.markdown(b)
		}
	}
}

func (e Expectation) markdown(b *strings.Builder) {
	md := markdownText
	fmt.Fprintf(b, "- **%s**: %s. *%s*, %s. %s (%s)\n", md(e.What), md(e.When), md(e.Firmness.Word), md(e.Edition), md(e.Note), md(e.Source))
}

func (g Grid) markdown(b *strings.Builder) {
	md := markdownText
	fmt.Fprintf(b, "| %s |", g.Head)
	for _, c := range g.Columns {
		fmt.Fprintf(b, " %s |", md(c))
	}
	b.WriteString("\n| --- |" + strings.Repeat(" :-: |", len(g.Columns)) + "\n")
	for _, r := range g.Rows {
		fmt.Fprintf(b, "| **%s**<br>%s |", md(r.Head), md(r.Under))
		if r.Text != "" {
			fmt.Fprintf(b, " %s |%s\n", md(r.Text), strings.Repeat(" |", max(len(g.Columns)-1, 0)))
			continue
		}
		cells, _ := r.short()
		for _, cell := range cells {
			fmt.Fprintf(b, " %s |", cell)
		}
		b.WriteByte('\n')
	}
}

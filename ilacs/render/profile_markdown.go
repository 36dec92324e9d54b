package render

import (
	"bytes"
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
	page := newHistoryPage(p)
	var b bytes.Buffer
	md := historyEscape
	fmt.Fprintf(&b, "# %s: inspections of children’s services\n\n", md(page.Name))
	fmt.Fprintf(&b, "%s. As of %s.\n\n%s\n", md(strings.Join(page.Facts, " · ")), page.Day, md(page.Summary))
	if len(page.Rows) > 0 {
		fmt.Fprintf(&b, "\n## Grades by inspection\n\n")
		historyMarkdownGrid(&b, "Inspection", page.Columns, page.Rows)
		b.WriteByte('\n')
		for _, l := range page.Legend {
			fmt.Fprintf(&b, "%s %s, ", l.Letter, l.Word)
		}
		fmt.Fprintf(&b, "– not graded. ▲ improved, ▼ declined, = the same as at the inspection before.\n")
		for _, note := range page.Notes {
			fmt.Fprintf(&b, "%s\n", md(note))
		}
	}
	if len(page.Next)+len(page.Past) > 0 || page.NoRule {
		fmt.Fprintf(&b, "\n## What comes next\n\n")
		fmt.Fprintf(&b, "What published rules expect. A rule is stated as what happens, an aim as what Ofsted means to do; uncertain is what is known second hand only.\n\n")
		if page.NoRule {
			fmt.Fprintf(&b, "- No rule is known for the type or the time of the next inspection.\n")
		}
		for _, s := range page.Next {
			historyMarkdownStep(&b, s)
		}
		if len(page.Past) > 0 {
			fmt.Fprintf(&b, "\nDeadlines that have passed:\n\n")
			for _, s := range page.Past {
				historyMarkdownStep(&b, s)
			}
		}
	}
	if page.Waits.Count > 0 {
		fmt.Fprintf(&b, "\n## How long others waited\n\n%s\n", md(page.WaitsText()))
	}
	if len(page.Neighbours) > 0 {
		fmt.Fprintf(&b, "\n## Statistical neighbours\n\nAs they stand on %s, the most alike first.\n\n", page.Day)
		historyMarkdownGrid(&b, "Authority", page.Around, page.Neighbours)
	}
	if len(page.Places) > 0 {
		fmt.Fprintf(&b, "\n## Changes and delivery\n\n")
		for _, place := range page.Places {
			fmt.Fprintf(&b, "- %s\n", md(place))
		}
	}
	fmt.Fprintf(&b, "\n---\n\nMade from %s, %s.\n", md(page.Source), md(page.Licence))
	_, err := w.Write(b.Bytes())
	return err
}

func historyMarkdownGrid(b *bytes.Buffer, head string, columns []historyColumn, rows []historyRow) {
	fmt.Fprintf(b, "| %s |", head)
	for _, c := range columns {
		fmt.Fprintf(b, " %s |", historyEscape(c.Name))
	}
	b.WriteString("\n| --- |" + strings.Repeat(" :-: |", len(columns)) + "\n")
	for _, r := range rows {
		fmt.Fprintf(b, "| **%s**<br>%s |", historyEscape(r.Head), historyEscape(r.Under))
		if r.Text != "" {
			fmt.Fprintf(b, " %s |%s\n", historyEscape(r.Text), strings.Repeat(" |", max(len(columns)-1, 0)))
			continue
		}
		for _, c := range r.Cells {
			text := strings.TrimSpace(c.Letter + " " + c.Mark)
			for range c.Span {
				fmt.Fprintf(b, " %s |", text)
			}
		}
		b.WriteByte('\n')
	}
}

func historyMarkdownStep(b *bytes.Buffer, s historyStep) {
	md := historyEscape
	fmt.Fprintf(b, "- **%s**: %s. *%s*, %s. %s (%s)\n", md(s.What), md(s.When), md(s.Firmness), md(s.Edition), md(s.Note), md(s.Source))
}

// WaitsText tells the waits in a sentence or two.
func (page historyPage) WaitsText() string {
	w := page.Waits
	text := fmt.Sprintf("After %d inspections with the overall grade %s, the next one began %s later at the median, half of them between %s and %s, the soonest after %s and the last after %s. ",
		w.Count, page.Overall, historyYears(w.Median), historyYears(w.LowerQuartile), historyYears(w.UpperQuartile), historyYears(w.Shortest), historyYears(w.Longest))
	return text + "What came: " + strings.Join(page.Types, ", ") + ". Authorities that still wait are not counted, and many waits contain the stop of March 2020 to spring 2021."
}

// historyEscape takes from a text what Markdown or HTML would read as more than
// text.
func historyEscape(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '\n', '\r', '\t':
			b.WriteByte(' ')
		case '<':
			b.WriteString("&lt;")
		case '>':
			b.WriteString("&gt;")
		case '&':
			b.WriteString("&amp;")
		case '\\', '`', '*', '_', '{', '}', '[', ']', '#', '|', '~', '!':
			b.WriteByte('\\')
			fallthrough
		default:
			b.WriteRune(r)
		}
	}
	// What begins a list or a heading only does so at the beginning of a line.
	out := b.String()
	if out != "" && strings.ContainsRune("+-=:", rune(out[0])) {
		out = "\\" + out
	}
	return strings.ReplaceAll(out, "://", ":\\/\\/") // no link of its own accord
}

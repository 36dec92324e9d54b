package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
)

// markdown writes one comparison as a section of the page.
func (p ProgressPage) markdown(b *strings.Builder) {
	fmt.Fprintf(b, "\n## %s\n", markdownText(p.Title()))
	p.markdownJudgements(b)
	p.markdownOwnWords(b)
	p.markdownLists(b)
	p.markdownFollowUps(b)
	p.markdownThemes(b)
}

func (p ProgressPage) markdownJudgements(b *strings.Builder) {
	if len(p.Judgements) == 0 {
		return
	}
	md := markdownText
	b.WriteString("\n### Judgements\n\n")
	for _, j := range p.Judgements {
		text := "**" + md(j.Area) + "**: " + md(j.Text)
		if j.Trend.Word != "unchanged" {
			text += " – " + md(j.Trend.Word)
		}
		if len(j.Notes) > 0 {
			text += " (" + md(strings.Join(j.Notes, "; ")) + ")"
		}
		wrap(b, "- "+j.Trend.Sign+" ", "  ", text)
		for _, q := range j.Said {
			wrap(b, "  - ", "    ", "“"+md(q.Text)+"” ("+md(q.Source())+")")
		}
	}
}

// listWidth is how many characters wide the text of an item is in one of the two
// lists side by side.
const listWidth = 33

// markdownLists sets both lists of areas for improvement side by side, as plain
// text in a block that Markdown leaves alone.
func (p ProgressPage) markdownLists(b *strings.Builder) {
	if len(p.Lists) == 0 {
		return
	}
	text := p.sideBySide()
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	b.WriteString("\n### Areas for improvement, side by side\n\n")
	b.WriteString(fence + "text\n" + text + fence + "\n\n")
	wrap(b, "", "", statusLegend)
}

const statusLegend = "● addressed, ◐ partly addressed, ○ persists, – not revisited. Letters number the later list; an item that takes up an earlier one stands beside it."

func (p ProgressPage) sideBySide() string {
	var text strings.Builder
	row := func(left, right string) {
		text.WriteString(strings.TrimRight(pad(left, listWidth+5)+" │ "+right, " ") + "\n")
	}
	lines := func(left, right []string, write func(n int, left, right string)) {
		for n := range max(len(left), len(right)) {
			write(n, at(left, n), at(right, n))
		}
	}
	rule := strings.Repeat("─", listWidth+6) + "┼" + strings.Repeat("─", listWidth+5) + "\n"
	lines(narrow("Asked for: "+p.Before.Label, listWidth+5), narrow("Asked for: "+p.After.Label, listWidth+4),
		func(_ int, left, right string) { row(left, right) })
	known := slices.ContainsFunc(p.Lists, func(x ListRow) bool { return x.Letter != "" })
	for _, x := range p.Lists {
		text.WriteString(rule)
		later := x.Later
		switch {
		case x.Number == 1 && !known:
			later = "no list of areas for improvement is known"
		case x.Letter != "" && later == "":
			later = "as above"
		}
		lines(narrow(x.Earlier, listWidth), narrow(later, listWidth), func(n int, left, right string) {
			var number, mark string
			if n == 0 {
				mark = x.Letter
				if x.Number > 0 {
					number = fmt.Sprintf("%2d %s ", x.Number, x.Status.Sign)
				}
			}
			row(pad(number, 5)+left, pad(mark, 2)+" "+right)
		})
	}
	return text.String()
}

// at returns a line, "" after the last.
func at(lines []string, n int) string {
	if n < len(lines) {
		return lines[n]
	}
	return ""
}

func (p ProgressPage) markdownFollowUps(b *strings.Builder) {
	if len(p.FollowUps) > 0 {
		b.WriteString("\n### What became of each area for improvement\n\n")
		var tally []string
		for _, t := range p.Tally {
			tally = append(tally, t.Status.Sign+" "+t.Text)
		}
		wrap(b, "", "", fmt.Sprintf("Of %d: %s.", len(p.FollowUps), strings.Join(tally, ", ")))
		var silent []string
		for _, f := range p.FollowUps {
			if f.Nearest {
				silent = append(silent, strconv.Itoa(f.Number))
				continue
			}
			b.WriteByte('\n')
			f.markdown(b)
		}
		if len(silent) > 0 {
			mark := statusMark(ilacs.StatusNotRevisited)
			which := "number "
			if len(silent) > 1 {
				which = "numbers "
			}
			b.WriteByte('\n')
			wrap(b, "", "", mark.Sign+" **"+mark.Word+"**: "+which+strings.Join(silent, ", ")+" in the list above. "+silence)
		}
	}
	if len(p.New) > 0 {
		b.WriteString("\n### New areas for improvement\n\n")
		for _, q := range p.New {
			wrap(b, "- ", "  ", markdownText(q.Text))
		}
	}
}

// markdown writes a follow-up as an item of a list, with a number of its own:
// those of Markdown's lists leave nothing out.
func (f FollowUp) markdown(b *strings.Builder) {
	md := markdownText
	text := strings.TrimSpace(fmt.Sprintf("**%d %s %s**: %s", f.Number, f.Status.Sign, f.Status.Word, md(f.Item.Text)))
	if f.Item.Paragraph > 0 {
		text += " (" + md(f.Item.Place) + ")"
	}
	wrap(b, "- ", "  ", text)
	reason := md(f.Reason)
	if f.Confidence != "" {
		reason += " *Confidence: " + md(f.Confidence) + ".*"
	}
	b.WriteByte('\n')
	wrap(b, "  ", "  ", reason)
	for _, q := range f.Evidence {
		wrap(b, "  - ", "    ", quoted(q))
	}
	for _, part := range f.Parts {
		wrap(b, "  - "+part.Status.Sign+" ", "    ", lower(part.Status.Word)+": "+md(part.Text))
	}
}

func (p ProgressPage) markdownThemes(b *strings.Builder) {
	md := markdownText
	if len(p.Themes) > 0 {
		b.WriteString("\n### Themes\n")
	}
	for _, g := range p.Themes {
		head := fmt.Sprintf("%s **%s** (%d)", g.Trend.Sign, g.Trend.Word, len(g.Themes))
		if g.Trend.Class == "unchanged" || g.Trend.Class == "no-longer-raised" {
			var names []string
			for _, t := range g.Themes {
				names = append(names, md(t.Name)+" ("+strings.TrimSuffix(t.Move, bothTimes)+")")
			}
			b.WriteByte('\n')
			wrap(b, head+": ", "", strings.Join(names, "; ")+".")
			continue
		}
		b.WriteString("\n" + head + "\n\n")
		for _, t := range g.Themes {
			t.markdown(b)
		}
	}
}

func (t ThemeChange) markdown(b *strings.Builder) {
	text := "**" + markdownText(t.Name) + "**: " + t.Move
	var aspects []string
	for _, a := range t.Aspects {
		aspects = append(aspects, a.Name+" "+a.Trend.Sign)
	}
	if len(aspects) > 0 {
		text += " (" + strings.Join(aspects, ", ") + ")"
	}
	wrap(b, "- ", "  ", text)
	for _, q := range t.Quotes {
		wrap(b, "  - ", "    ", markdownText(q.Document)+": "+quoted(q))
	}
}

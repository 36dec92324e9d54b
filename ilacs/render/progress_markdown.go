package render

import (
	"fmt"
	"slices"
	"strings"
)

// markdown writes one comparison as a section of the page.
func (p ProgressPage) markdown(b *strings.Builder) {
	fmt.Fprintf(b, "\n## %s\n", markdownText(p.Title()))
	p.markdownJudgements(b)
	p.markdownOwnWords(b)
	p.markdownFollowUps(b)
	p.markdownThemes(b)
}

// markdownJudgements tells of each change what the table of grades does not: how
// two areas compare, and the sentence that reports a standing.
func (p ProgressPage) markdownJudgements(b *strings.Builder) {
	told := slices.DeleteFunc(slices.Clone(p.Judgements), func(j JudgementChange) bool { return len(j.Notes) == 0 && len(j.Said) == 0 })
	if len(told) == 0 {
		return
	}
	md := markdownText
	b.WriteString("\n### Notes on the judgements\n\n")
	for _, j := range told {
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

func (p ProgressPage) markdownFollowUps(b *strings.Builder) {
	if len(p.FollowUps) > 0 {
		b.WriteString("\n### What became of each area for improvement\n\n")
		for i, f := range p.FollowUps {
			if i > 0 {
				b.WriteByte('\n')
			}
			f.markdown(b)
		}
		if slices.ContainsFunc(p.FollowUps, func(f FollowUp) bool { return f.Nearest }) {
			b.WriteByte('\n')
			wrap(b, "", "", silence)
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
	if f.Nearest {
		return // there is nothing to show
	}
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
	if len(p.Themes) > 0 {
		b.WriteString("\n### Themes\n")
	}
	for _, g := range p.Themes {
		head := fmt.Sprintf("%s **%s** (%d)", g.Trend.Sign, g.Trend.Word, len(g.Themes))
		if g.moves() {
			b.WriteString("\n" + head + "\n\n")
			g.markdownMoves(b)
			continue
		}
		if !g.shown() {
			b.WriteByte('\n')
			wrap(b, head+": ", "", themeNames(g.Themes)+".")
			continue
		}
		b.WriteString("\n" + head + "\n\n")
		for _, t := range g.Themes {
			t.markdown(b)
		}
	}
}

// markdownMoves lists the themes of a group by what was mostly said of them and is now.
func (g ThemeGroup) markdownMoves(b *strings.Builder) {
	var moves []string
	by := map[string][]ThemeChange{}
	for _, t := range g.Themes {
		if by[t.Move] == nil {
			moves = append(moves, t.Move)
		}
		by[t.Move] = append(by[t.Move], t)
	}
	for _, move := range moves {
		wrap(b, "- ", "  ", move+": "+themeNames(by[move])+".")
	}
}

func themeNames(list []ThemeChange) string {
	var names []string
	for _, t := range list {
		names = append(names, markdownText(t.Name))
	}
	return strings.Join(names, "; ")
}

func (t ThemeChange) markdown(b *strings.Builder) {
	text := "**" + markdownText(t.Name) + "**: " + t.Move
	var aspects []string
	for _, a := range t.Aspects {
		if a.told() {
			aspects = append(aspects, a.Name+" "+a.Trend.Sign)
		}
	}
	if len(aspects) > 0 {
		text += " (" + strings.Join(aspects, ", ") + ")"
	}
	if t.Reason != "" {
		text += ". " + markdownText(t.Reason)
	}
	wrap(b, "- ", "  ", text)
	for _, q := range t.Quotes {
		wrap(b, "  - ", "    ", markdownText(q.Document)+": "+quoted(q))
	}
}

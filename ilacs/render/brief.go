package render

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/internal/text"
)

// mostBriefLines is how many lines a brief has at the most: a page of A4.
// Its items are printed whole as long as it has no more than mostWholeLines.
const mostBriefLines, mostWholeLines = 100, 88

// BriefMarkdown writes what changed between two visits on one page, as Markdown
// of at most 100 lines: the grades, the summary, a line for each earlier area for
// improvement and one for each that is asked for now, cut to fit. All that a
// comparison holds, with the quotations, is written by [ProgressMarkdown], whose
// doc says more of the form.
func BriefMarkdown(w io.Writer, p ilacs.Progress, notes ...string) error {
	return writeBriefMarkdown(w, NewProgressPage(p).alone(), notes)
}

// HistoryBriefMarkdown writes what changed over several visits in the form of
// [BriefMarkdown]: the grades of all visits, and of each comparison but the last
// what it says in Ofsted's own words and what is still faulted. A history of fewer
// than two visits is an error.
func HistoryBriefMarkdown(w io.Writer, h ilacs.History, notes ...string) error {
	page, err := NewHistoryPage(h)
	if err != nil {
		return err
	}
	return writeBriefMarkdown(w, page, notes)
}

// BriefHTML writes the page of [BriefMarkdown] as HTML, in the form of
// [ProgressHTML]. It prints on one page of A4 as long as the lists are no longer
// than most.
func BriefHTML(w io.Writer, p ilacs.Progress, notes ...string) error {
	return writeBriefHTML(w, NewProgressPage(p).alone(), notes)
}

// HistoryBriefHTML writes the page of [HistoryBriefMarkdown] as HTML. A history of
// fewer than two visits is an error.
func HistoryBriefHTML(w io.Writer, h ilacs.History, notes ...string) error {
	page, err := NewHistoryPage(h)
	if err != nil {
		return err
	}
	return writeBriefHTML(w, page, notes)
}

// statusLegend says what the signs and words of a brief mean. Statuses of high
// confidence were right in nine of ten, the others in six of ten
// (ilacs/internal/follow/fit -measure).
const statusLegend = "● addressed, ◐ partly addressed, ○ persists, – nothing found on it; ? where that is not sure. The whole comparison shows the passages."

// Doubt returns a question mark where the status is not of high confidence, and
// "" where it is.
func (f FollowUp) Doubt() string {
	if f.Confidence == lower(ilacs.ConfidenceHigh.String()) {
		return ""
	}
	return "?"
}

// briefCaveat is what a brief says of itself.
const briefCaveat = "A program read this from the documents alone: check it against them before you rely on it. " + silence

func writeBriefHTML(w io.Writer, page HistoryPage, notes []string) error {
	var clean []string
	for _, note := range notes {
		clean = append(clean, PlainText(note))
	}
	return writeHTML(w, "brief.gohtml", struct {
		HistoryPage
		Notes          []string
		Legend, Caveat string
	}{page, clean, statusLegend, briefCaveat})
}

func writeBriefMarkdown(w io.Writer, page HistoryPage, notes []string) error {
	var head, tail strings.Builder
	md := markdownText
	fmt.Fprintf(&head, "# %s: what changed, %s\n", md(page.Authority), md(page.Period))
	for _, note := range notes {
		head.WriteByte('\n')
		wrap(&head, "", "", md(note))
	}
	page.markdownVisits(&head)
	page.markdownBriefly(&head)
	tail.WriteString("\n---\n\n")
	wrap(&tail, "", "", md(briefCaveat))
	last := page.Last()
	room := mostBriefLines - strings.Count(head.String(), "\n") - strings.Count(tail.String(), "\n")
	_, err := io.WriteString(w, head.String()+last.briefLists(room)+tail.String())
	return err
}

// Last returns the comparison with the last visit.
func (h HistoryPage) Last() ProgressPage { return h.Progresses[len(h.Progresses)-1] }

// Brief returns the statements that a brief makes of the ith comparison: of the
// last, all but what its lists tell anyway; of those before, what is quoted first,
// and what is still faulted.
func (h HistoryPage) Brief(i int) []Statement {
	p := h.Progresses[i]
	last, quoted := i == len(h.Progresses)-1, false
	return slices.DeleteFunc(slices.Clone(p.Summary), func(s Statement) bool {
		switch {
		case last:
			return s.Kind == kindAsked && len(p.Asked) > 0 || s.Kind == kindUnsure && len(p.FollowUps) > 0
		case s.Kind == kindOwnWords:
			again := quoted
			quoted = true
			return again
		}
		return s.Kind != kindFaulted
	})
}

var (
	kindAsked    = textForm(ilacs.StatementAsked)
	kindFaulted  = textForm(ilacs.StatementFaulted)
	kindOwnWords = textForm(ilacs.StatementOwnWords)
	kindUnsure   = textForm(ilacs.StatementUnsure)
)

// markdownBriefly writes the summaries.
func (h HistoryPage) markdownBriefly(b *strings.Builder) {
	if !h.Summarised() {
		return
	}
	b.WriteString("\n## In short\n\n")
	for i, p := range h.Progresses {
		statements := h.Brief(i)
		if len(h.Progresses) > 1 && len(statements) > 0 {
			fmt.Fprintf(b, "**%s**\n\n", markdownText(p.Title()))
		}
		for _, s := range statements {
			wrap(b, "- ", "  ", markdownText(s.Text))
		}
		if i < len(h.Progresses)-1 && len(statements) > 0 {
			b.WriteByte('\n')
		}
	}
}

// briefLists are both lists of areas for improvement in so many lines: the items
// whole if there is room, or else as far as two lines hold each, or one. Where there is room for none of a
// list, its heading stays and says so.
func (p ProgressPage) briefLists(room int) string {
	var then, now []item
	for _, f := range p.FollowUps {
		then = append(then, item{fmt.Sprintf("- %d %s%s ", f.Number, f.Status.Sign, f.Doubt()), f.Item.Text})
	}
	for _, q := range p.Asked {
		now = append(now, item{"- ", q.Text})
	}
	var b strings.Builder
	heading := func(text string) { fmt.Fprintf(&b, "\n## %s\n\n", markdownText(text)) }
	for step := 0; ; {
		b.Reset()
		if len(p.FollowUps) > 0 {
			heading("What became of the areas for improvement of " + p.Before.Label)
			writeList(&b, then, len(p.FollowUps), itemLines[step].then)
			b.WriteByte('\n')
			wrap(&b, "", "", statusLegend)
		}
		if len(p.Asked) > 0 {
			heading("Asked for in " + p.After.Label)
			writeList(&b, now, len(p.Asked), itemLines[step].now)
		}
		switch lines := strings.Count(b.String(), "\n"); {
		case step == 0 && lines > room-(mostBriefLines-mostWholeLines):
			// Each takes a line or more, and there is room for no more than these.
			then, now = then[:min(len(then), max(0, room))], now[:min(len(now), max(0, room))]
			step++
			continue
		case step < len(itemLines)-1 && lines > room:
			step++
			continue
		case lines <= room || len(then)+len(now) == 0:
			return b.String()
		}
		if len(now) > len(then) {
			now = now[:len(now)-1]
		} else {
			then = then[:len(then)-1]
		}
	}
}

// itemLines are how many lines an item of either list takes at the most, tried in turn:
// what is asked for now is cut last.
var itemLines = [...]struct{ then, now int }{{whole, whole}, {2, whole}, {2, 2}, {1, 2}, {1, 1}}

// item is an item of a list in a brief, after what its first line begins with.
type item struct{ mark, text string }

// whole is the number of lines for an item that is not cut.
const whole = 0

// writeList writes the items of a list, each whole or as far as so many lines hold it, and
// says so where it has more.
func writeList(b *strings.Builder, items []item, all, lines int) {
	for _, it := range items {
		text := markdownText(it.text)
		if lines != whole {
			text = shortItem(it.mark, it.text, lines)
		}
		wrap(b, it.mark, "  ", text)
	}
	switch {
	case len(items) == 0:
		b.WriteString("- … which the whole comparison lists\n")
	case len(items) < all:
		b.WriteString("- … and others, which the whole comparison lists\n")
	}
}

// shortItem is an item as far as so many lines hold it after what the first begins with,
// or as far as it must go on to end a phrase.
func shortItem(first, item string, lines int) string {
	width := func(s string) int { return utf8.RuneCountInString(markdownText(s)) }
	room := lineWidth - utf8.RuneCountInString(first) + (lines-1)*(lineWidth-lostByWrapping)
	if width(item) <= room {
		return markdownText(item)
	}
	room -= utf8.RuneCountInString(more)
	short, cut := text.Shorten(item, room)
	if over := width(short) - utf8.RuneCountInString(short); over > 0 { // the marks that escape it take room too
		short, cut = text.Shorten(item, max(0, room-over))
	}
	if cut {
		short += more
	}
	return markdownText(short)
}

// lostByWrapping is about how many characters of a line stay empty, with its indent.
const lostByWrapping = 10

// more stands after an item that is cut.
const more = " …"

package render

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
)

// However little room there is, no list goes without a word.
func TestBriefListsStay(t *testing.T) {
	t.Parallel()
	item := finding.Finding{Text: "The frequency of supervision.", Section: finding.SectionImprove}
	page := NewProgressPage(ilacs.Progress{
		FollowUps: []ilacs.FollowUp{{Item: item, Status: ilacs.StatusPersists, Confidence: ilacs.ConfidenceHigh}, {Item: item, Status: ilacs.StatusAddressed, Confidence: ilacs.ConfidenceHigh}},
		Asked:     []ilacs.Asked{{Item: item, Recurrence: ilacs.RecurrenceAgain, Of: []int{0}}},
	})
	all := page.briefLists(mostBriefLines)
	assert.Equal(t, 3, strings.Count(all, item.Text))
	assert.NotContains(t, all, "comparison lists")
	long := strings.Repeat("in every one of the offices, ", 8) + "and in the town."
	page.Asked[0].Text = long
	assert.Contains(t, strings.ReplaceAll(page.briefLists(mostBriefLines), "\n  ", " "), long, "there is room for the whole of it")
	printed := strings.Count(page.briefLists(mostBriefLines), "\n")
	assert.NotContains(t, page.briefLists(printed), " …", "what is asked for now is cut last")
	assert.Contains(t, page.briefLists(printed-1), " …")
	page.Asked[0].Text, page.FollowUps[0].Item.Text = item.Text, long
	lines := strings.Count(page.briefLists(mostBriefLines), "\n") + 12 // so much is kept free where items are printed whole
	assert.NotContains(t, page.briefLists(lines), " …")
	assert.Contains(t, page.briefLists(lines-1), " …", "fewer lines an item")
	page.FollowUps[0].Item.Text = item.Text
	page.Asked[0].Text = item.Text
	for room, whole := range map[int]int{strings.Count(all, "\n") - 1: 1, 0: 0} {
		lists := page.briefLists(room)
		assert.Equal(t, whole, strings.Count(lists, item.Text), lists)
		assert.Contains(t, lists, "## What became of the areas for improvement of", room)
		assert.Contains(t, lists, "## Asked for in", room)
		assert.Contains(t, lists, "which the whole comparison lists", room)
	}
}

// A brief of thousands of items leaves out the same as one that takes away item after
// item, and does not take thousands of times as long.
func TestBriefListsOfMany(t *testing.T) {
	t.Parallel()
	item := finding.Finding{Text: "The frequency of supervision.", Section: finding.SectionImprove}
	for _, c := range []struct{ then, now, room, shownThen, shownNow int }{
		{20_000, 20_000, 40, 14, 15}, {20_000, 5, 40, 25, 5}, {3, 20_000, 40, 3, 27}, {20_000, 20_000, 0, 0, 0},
	} {
		var p ilacs.Progress
		for range c.then {
			p.FollowUps = append(p.FollowUps, ilacs.FollowUp{Item: item, Status: ilacs.StatusPersists, Confidence: ilacs.ConfidenceHigh})
		}
		for range c.now {
			p.Asked = append(p.Asked, ilacs.Asked{Item: item, Recurrence: ilacs.RecurrenceNew})
		}
		then, now, _ := strings.Cut(NewProgressPage(p).briefLists(c.room), "## Asked for in")
		assert.Equal(t, c.shownThen, strings.Count(then, item.Text), c)
		assert.Equal(t, c.shownNow, strings.Count(now, item.Text), c)
	}
}

// An item that is cut ends with a phrase, in its line where one ends there, and not in
// the mark of an escape.
func TestShortItem(t *testing.T) {
	t.Parallel()
	full, over := 0, 0
	for n := range 90 {
		for _, text := range []string{strings.Repeat("x", n) + strings.Repeat("|", 90), strings.Repeat("x", n) + " plans" + strings.Repeat(" for plans", 20), strings.Repeat("x", n) + " |plans|" + strings.Repeat(" for |plans|", 20)} {
			item := "- " + shortItem("- ", text, 1)
			assert.NotRegexp(t, `\\ …$|for …$`, item)
			if n > 64 || strings.HasSuffix(text, "||") {
				over++
				continue
			}
			width := utf8.RuneCountInString(item)
			assert.LessOrEqual(t, width, lineWidth, item)
			if width == lineWidth {
				full++
			}
		}
	}
	assert.Positive(t, full)
	assert.Positive(t, over)
	assert.Equal(t, "plans", shortItem("- ", "plans", 1))
	const object = "The frequency and the quality of all the northern and lakeside social workers' conversations"
	assert.Equal(t, object, shortItem("- ", object, 1), "no phrase ends sooner")
}

// What stands in the cell of a table neither ends it nor is set in another way.
func TestCellsAreEscaped(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	markdownTable(&b, [][]string{{"a|b", "c"}, {"*d*", "e|f"}})
	assert.Equal(t, "| a\\|b  | c    |\n| ----- | ---- |\n| \\*d\\* | e\\|f |\n", b.String())
}

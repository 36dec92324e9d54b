package layout_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/ilacs/internal/layout"
)

// text is what is no furniture of the lines, joined.
func textOf(s string) string {
	lines := layout.SplitFooters(s, layout.Lines(s))
	var out []string
	for _, l := range lines {
		if !l.Furniture {
			out = append(out, l.Text(s))
		}
	}
	return strings.Join(out, "|")
}

func TestSplitFooters(t *testing.T) {
	t.Parallel()
	const dates = "4 to 15 March 2024"
	for name, test := range map[string]struct{ in, want string }{
		"joined to the text":     {dates + "  2 What needs\nA\n" + dates + " 3 B\n" + dates + " 4 C\n", "What needs|A|B|C"},
		"two pages":              {dates + " 2 A\n" + dates + " 3 B\n", dates + " 2 A|" + dates + " 3 B"},
		"pages that do not rise": {dates + " 2 A\n" + dates + " 2 B\n" + dates + " 3 C\n", dates + " 2 A|" + dates + " 2 B|" + dates + " 3 C"},
		"pages far apart":        {dates + " 2 A\n" + dates + " 3 B\n" + dates + " 8 C\n", dates + " 2 A|" + dates + " 3 B|" + dates + " 8 C"},
		"just near enough":       {dates + " 2 A\n" + dates + " 3 B\n" + dates + " 7 C\n", "A|B|C"},
		"words":                  {strings.Repeat("Inspection of Wexcombe N X\n", 3), strings.TrimSuffix(strings.Repeat("Inspection of Wexcombe N X|", 3), "|")},
		"recommendations":        {"Recommendation 1 A\nRecommendation 2 B\nRecommendation 3 C\n", "Recommendation 1 A|Recommendation 2 B|Recommendation 3 C"},
		"in small letters":       {"for children more than 2 miles\nfor children more than 3 miles\nfor children more than 4 miles\n", "for children more than 2 miles|for children more than 3 miles|for children more than 4 miles"},
		"a long name":            {"Inspection of Wexcombe council 2 A\nInspection of Wexcombe council 3 B\nInspection of Wexcombe council 4 C\n", "A|B|C"},
		"after other numbers":    {"Inspection of Wexcombe on 4 to 15 March 2024 2 A\nInspection of Wexcombe on 4 to 15 March 2024 3 B\nInspection of Wexcombe on 4 to 15 March 2024 4 C\n", "A|B|C"},
		"a very long name":       {strings.Repeat("Inspection of Wexcombe ", 5) + "2 A\n" + strings.Repeat("Inspection of Wexcombe ", 5) + "3 B\n" + strings.Repeat("Inspection of Wexcombe ", 5) + "4 C\n", "A|B|C"},
		"nothing after it":       {dates + " 2\n" + dates + " 3\n" + dates + " 4\n", dates + " 2|" + dates + " 3|" + dates + " 4"},
	} {
		assert.Equal(t, test.want, textOf(test.in), name)
	}
}

func TestPrintedByABrowser(t *testing.T) {
	t.Parallel()
	s := "12/07/2024, 09:41 Ofsted | Wexcombe\nPlans are good.\nhttps://example.org/file/1 2/5\nSee https://example.org for more.\n"
	lines := layout.Lines(s)
	layout.MarkFurniture(s, lines)
	var furniture []bool
	for _, l := range lines {
		furniture = append(furniture, l.Furniture)
	}
	assert.Equal(t, []bool{true, false, true, false}, furniture)
}

// blocks unwraps a text into "number: text" and "* item" and text.
func blocks(s string) []string {
	u := layout.Unwrap(s, layout.Lines(s), 0, nil)
	var out []string
	for _, b := range u.Blocks {
		text := u.S[b.From:b.To]
		switch b.Kind {
		case layout.KindNumbered:
			text = strings.Repeat("#", b.Number) + " " + text
		case layout.KindItem:
			text = "* " + text
		}
		out = append(out, text)
	}
	return out
}

func TestColumnsOfNumbers(t *testing.T) {
	t.Parallel()
	const one, two, three = "Plans are good.", "Visits are made.", "Staff stay."
	for name, test := range map[string]struct {
		in   string
		want []string
	}{
		"before":                       {"1.\n\n2.\n\n" + one + "\n\n" + two + "\n", []string{"# " + one, "## " + two}},
		"around":                       {one + "\n\n1.\n\n2.\n\n" + two + "\n", []string{"# " + one, "## " + two}},
		"before one that is numbered":  {"1.\n\n2.\n\n" + one + "\n\n" + two + "\n\n3. " + three + "\n", []string{"# " + one, "## " + two, "### " + three}},
		"too few":                      {"1.\n\n2.\n\n" + one + "\n", []string{one}},
		"too many":                     {"1.\n\n2.\n\n" + one + "\n\n" + two + "\n\n" + three + "\n", []string{one, two, three}},
		"one, not a column":            {"1.\n\n" + one + "\n\n" + two + "\n", []string{"# " + one, two}},
		"two on a page":                {"1.\n\n2.\n\n" + one + "\n\n" + two + "\n\n3.\n\n4.\n\n" + three + "\n\n" + one + "\n", []string{"# " + one, "## " + two, "### " + three, "#### " + one}},
		"the page begins with a rest":  {"1. " + one + "\n\n\f2.\n\n3.\n\n" + two + "\n\n" + three + "\n\n" + one + "\n", []string{"# " + one, two, "## " + three, "### " + one}},
		"a rest in small letters too":  {"1. Plans\n\n\f2.\n\n3.\n\nare good.\n\n" + two + "\n\n" + three + "\n\n" + one + "\n", []string{"# " + one, two, three, one}},
		"what looked like a rest":      {"1. " + one + "\n\n\f" + two + "\n\n" + three + "\n\n" + one + "\n\n2.\n\n3.\n\n4.\n", []string{"# " + one, "## " + two, "### " + three, "#### " + one}},
		"a rest, and all are there":    {"1. " + one + "\n\n\f" + two + "\n\n" + three + "\n\n" + one + "\n\n2.\n\n3.\n", []string{"# " + one + " " + two, "## " + three, "### " + one}},
		"a rest before a numbered one": {"1. " + one + "\n\n\f" + two + "\n\n2. " + three + "\n\n3.\n\n4.\n\n" + one + "\n", []string{"# " + one + " " + two, "## " + three, one}},
		"two rests in one paragraph":   {"1. " + one + "\n\n\f" + two + "\n\n\f" + three + "\n\n" + one + "\n\n2.\n\n3.\n", []string{"# " + one + " " + two, "## " + three, "### " + one}},
	} {
		assert.Equal(t, test.want, blocks(test.in), name)
	}
	s := "1.\n\n2.\n\n" + one + "\n"
	assert.Equal(t, 2, layout.Unwrap(s, layout.Lines(s), 0, nil).LostNumbers)
}

func TestColumnsOfNumbersBesideHeadings(t *testing.T) {
	t.Parallel()
	s := "1.\n\n2.\n\nPlans are good.\n\nVisits are made.\n\nLeaders\n\nStaff stay.\n"
	u := layout.Unwrap(s, layout.Lines(s), 0, []layout.Heading{{Line: 4, Lines: 1}})
	var numbers []int
	for _, b := range u.Blocks {
		numbers = append(numbers, b.Number)
	}
	assert.Equal(t, []int{1, 2, 0, 0}, numbers, "the paragraph after the heading has none")
	assert.Zero(t, u.LostNumbers)
	// The first paragraph of a page is no rest where a heading stands before it.
	s = "1. Plans are good.\n\n\fLeaders\n\nVisits are made.\n\nStaff stay.\n\nHomes are safe.\n\n2.\n\n3.\n"
	u = layout.Unwrap(s, layout.Lines(s), 0, []layout.Heading{{Line: 1, Lines: 1}})
	assert.Equal(t, 2, u.LostNumbers)
}

func TestListsWithinItems(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		in   string
		want []string
	}{
		"another mark after a colon": {"• Records, to show:\n- what was said\n- what was done\n• Plans.\n", []string{"* Records, to show: - what was said - what was done", "* Plans."}},
		"a mark alone on its line":   {"1. Records, to show:\n\uf02d\n\nwhat was said\n\n\uf02d\n\nwhat was done\n\n2. Plans.\n", []string{"# Records, to show: what was said what was done", "## Plans."}},
		"Roman numerals":             {"• Records, to show\n\n(i) what was said\n(ii)\n\nwhat was done\n\n• Plans.\n", []string{"* Records, to show (i) what was said (ii) what was done", "* Plans."}},
		"words in brackets":          {"• Records.\n\n(invited) Plans.\n\n(i Visits.\n\n(i)Homes.", []string{"* Records.", "(invited) Plans.", "(i Visits.", "(i)Homes."}},
		"another mark, no colon":     {"• Records.\n- Plans.\n", []string{"* Records.", "* Plans."}},
		"dashes alone":               {"– Records\n– Plans\n", []string{"* Records", "* Plans"}},
		"one mark, small letters":    {"• Of these:\n• some are late\n• some are good\n• Plans.\n", []string{"* Of these: some are late some are good", "* Plans."}},
		"one mark, capitals":         {"• Of these:\n• Some are late\n", []string{"* Of these:", "* Some are late"}},
	} {
		assert.Equal(t, test.want, blocks(test.in), name)
	}
}

func TestBlankLinesWithinItems(t *testing.T) {
	t.Parallel()
	line := "• The quality of plans for children who are cared for by the\n\nCouncil and its partners in each\n\n"
	loose := strings.Repeat("Plans that were made for children in the council's care were not\n\nalways good.\n\n", 5)
	assert.Contains(t, blocks(loose+line), "* The quality of plans for children who are cared for by the Council and its partners in each")
	assert.NotContains(t, blocks(line), "* The quality of plans for children who are cared for by the Council and its partners in each", "in a text that is not so set")
}

func TestWordsInBracketsAfterASentence(t *testing.T) {
	t.Parallel()
	loose := strings.Repeat("Plans that were made for children in the council's care were not\n\nalways good.\n\n", 5)
	const first = "1. Plans that were made for children in the council's care were\n"
	for end, parted := range map[string]bool{
		"good when inspectors looked at them in May. (Recommendation)":   true,
		"good when inspectors looked at them in May. (Recommendation 2)": true,
		"good when inspectors looked at those for (the) older (young)":   false,
	} {
		got := blocks(loose + first + end + "\n\nVisits are made.\n")
		assert.Equal(t, parted, got[len(got)-1] == "Visits are made.", end)
	}
}

func TestLongHeadingsBetweenItems(t *testing.T) {
	t.Parallel()
	heading := "Leaders" + strings.Repeat(" and teams", 6) + " in care" // of 75 characters
	assert.Equal(t, []string{"* Plans.", heading, "* Visits."}, blocks("• Plans.\n"+heading+"\n• Visits.\n"))
	assert.Equal(t, []string{"* Plans. " + heading + "s", "* Visits."}, blocks("• Plans.\n"+heading+"s\n• Visits.\n"))
}

func TestColumnsOfBullets(t *testing.T) {
	t.Parallel()
	const one, two, three = "Plans are good.", "visits are made.", "Staff stay."
	for name, test := range map[string]struct {
		in   string
		want []string
	}{
		"before":                      {"•\n\n•\n\n" + one + "\n\n" + two + "\n", []string{"* " + one, "* " + two}},
		"after":                       {one + "\n\n" + two + "\n\n•\n\n•\n", []string{"* " + one, "* " + two}},
		"one, not a column":           {"•\n\n" + one + "\n\n" + three + "\n", []string{"* " + one, three}},
		"a rest in small letters":     {"• Plans\n\n\f•\n\n•\n\nare good.\n\n" + two + "\n\n" + three + "\n", []string{"* Plans are good.", "* " + two, "* " + three}},
		"the page begins with a rest": {"• " + one + "\n\n\f•\n\n•\n\n" + three + "\n\n" + two + "\n\n" + one + "\n", []string{"* " + one, three, "* " + two, "* " + one}},
		"an item with its bullet":     {"•\n\n•\n\n" + one + "\n\n" + two + "\n\n• " + three + "\n\n" + one + "\n", []string{"* " + one, "* " + two, "* " + three, one}},
		"too few":                     {"•\n\n•\n\n" + one + "\n", []string{one}},
	} {
		assert.Equal(t, test.want, blocks(test.in), name)
	}
	s := "•\n\n•\n\n" + one + "\n"
	u := layout.Unwrap(s, layout.Lines(s), 0, nil)
	assert.Equal(t, []int{2, 0}, []int{u.LostBullets, u.LostNumbers})
}

// A paragraph that has ended is not gone on with in small letters on the next page.
func TestSmallLettersAfterAPageEnds(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []string{"Plans are good.", "visits are made."}, blocks("Plans are good.\n\n\fvisits are made.\n"))
	assert.Equal(t, []string{"Plans are good and visits are made."}, blocks("Plans are good\n\n\fand visits are made.\n"))
	assert.Equal(t, []string{"* Plans, e.g. of visits."}, blocks("• Plans, e.g.\n\n\fof visits.\n"))
}

package layout_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/ilacs/internal/layout"
)

// spaced is text of a tool that sets spaces before marks, so often that it is
// taken for one that cuts words too.
const spaced = "The plan , the visit . Children ’s plans are good . "

func TestSpacesBeforeMarks(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"What needs to improve ?1\n":            "What needs to improve?1\n",
		"Inspection dates : 3 June":             "Inspection dates: 3 June",
		"children ’s homes":                     "children’s homes",
		"partners ’ work":                       "partners’ work",
		"one , two ; three":                     "one, two; three",
		"the end .\n":                           "the end.\n",
		"a rise of .5 per cent":                 "a rise of .5 per cent",
		"Grade   : good":                        "Grade   : good", // a column
		"she said ‘ yes ’":                      "she said ‘ yes’",
		"a list :\n• one":                       "a list:\n• one",
		"in 2014 .net":                          "in 2014 .net",
		"Castellan\n-\nFroude is the inspector": "Castellan-Froude is the inspector",
		"Items\n-\none\n-\ntwo":                 "Items\n-\none\n-\ntwo",
	} {
		assert.Equal(t, want, layout.Clean(in).S, in)
	}
}

// Words are joined only in text that is known to cut them, and only into words
// that the document has.
func TestCutWords(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"The council and the council met the coun cil.":      "met the council.",
		"The council and the council. It n eeds help.":       "It n eeds help.", // no such word in the document
		"It requires improve ment. Governanc e is good.":     "Governance is good.",
		"Monitoring matters. They monit oring.":              "They monitoring.",
		"Insufficient, insufficient. In sufficient time":     "In sufficient time", // a word after a common one
		"Insufficient, insufficient. It is in sufficient":    "It is in sufficient",
		"It lived and lived. They live d here.":              "They lived here.",
		"It lived. In danger, in danger. They live d anger.": "They live danger.", // of the two the more frequent
		"The children’s need s are needs.":                   "The children’s needs are",
		"Let them sit. It makes it easy, makes s it easy":    "makes s it easy",
		"Its multi -\nagency team":                           "multi-\nagency team",
		"Its multi -agency team":                             "multi-agency team",
		"A plan -- a team ( IRO) of 43 % in 2013 . End":      "a team (IRO) of 43% in 2013. End",
		"A team - a plan":                                    "A team - a plan",
		"No one came. No one went. Someone no one knew.":     "Someone no one knew.",
		"Inspection dates: 3 June 2 014":                     "3 June 2014",
		"It was 2 014 metres":                                "It was 2 014 metres",
		"on 18 Decembe r 2013":                               "on 18 December 2013",
	} {
		got := layout.Clean(spaced + in)
		assert.Contains(t, got.S, want, in)
		assert.Equal(t, in, layout.Clean(in).S, "in text that is whole: %s", in)
	}
	// Three signs in less than 12,000 bytes, and no fewer.
	whole := strings.Repeat("Plans are good and the council is good. ", 200)
	for signs, joined := range map[string]bool{"plan , visit , staff": false, "plan , visit , staff , care": true} {
		got := layout.Clean(whole + signs + " the coun cil")
		assert.Equal(t, joined, strings.HasSuffix(got.S, "the council"), signs)
	}
	assert.True(t, strings.HasSuffix(layout.Clean(strings.Repeat(whole, 2)+"plan , visit , staff , care the coun cil").S, "coun cil"), "one sign in more than 4,000 bytes")
}

// Whatever is taken out, offsets lead back to the caller's text.
func TestOffsetsOfMendedText(t *testing.T) {
	t.Parallel()
	in := spaced + "The council , the council and the coun cil ’s plan .\n(cid:127) One .\n(cid:127) Two ."
	got := layout.Clean(in)
	for _, word := range []string{"council’s", "plan.", "One.", "Two."} {
		at := strings.Index(got.S, word)
		assert.GreaterOrEqual(t, at, 0, word)
		assert.Equal(t, word[:2], in[got.SourceOffset(at):][:2], word)
	}
	last := -1
	for i := range got.S {
		source := got.SourceOffset(i)
		assert.Greater(t, source, last)
		last = source
	}
}

func TestMarksThatComeAgain(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ in, want string }{
		"an unknown sign":       {"§ One.\n§ Two.\n", "• One.\n• Two.\n"},
		"a sign that is lost":   {"\uFFFD One.\n\uFFFD Two.\n", "• One.\n• Two.\n"},
		"a letter":              {"n One.\nn Two.\n", "• One.\n• Two.\n"},
		"an article":            {"A plan.\nA visit.\n", "A plan.\nA visit.\n"},
		"a small word after it": {"n one\nn two\n", "n one\nn two\n"},
		"a character's number":  {"(cid:127) One.\n(cid:127) Two.\n", "• One.\n• Two.\n"},
		"numbers in brackets":   {"(1) One.\n(2) Two.\n", "• One.\n• Two.\n"},
		"letters in brackets":   {"a) One.\nb) Two.\n", "• One.\n• Two.\n"},
		"no row of numbers":     {"(1) One.\n(4) Two.\n", "(1) One.\n(4) Two.\n"},
		"one mark alone":        {"§ One.\nTwo.\n", "§ One.\nTwo.\n"},
		"far apart":             {"§ One." + strings.Repeat("\nText.", 12) + "\n§ Two.\n", "§ One." + strings.Repeat("\nText.", 12) + "\n§ Two.\n"},
		"just near enough":      {"§ One." + strings.Repeat("\nText.", 11) + "\n§ Two.\n", "• One." + strings.Repeat("\nText.", 11) + "\n• Two.\n"},
		"a pound sign":          {"£ 1\n£ 2\n", "£ 1\n£ 2\n"},
		"a quotation":           {"“ One\n“ Two\n", "“ One\n“ Two\n"},
	} {
		assert.Equal(t, test.want, layout.Clean(test.in).S, name)
	}
}

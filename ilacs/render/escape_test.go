package render_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/render"
)

func TestPlainText(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":                                     "",
		" a\t b\r\nc\u2028d\u2029e\x00f":       "a b c d e f",
		"\x1b[2Jgone\x07":                      "[2Jgone",
		"a\u061cb\u200ec\u200fd":               "abcd",
		"a\u202ab\u202bc\u202cd\u202de\u202ef": "abcdef",
		"a\u2066b\u2067c\u2068d\u2069e":        "abcde",
		"a\xffb\ufffdc\ufffe":                  "abc",
		"Île-de-Marlhaven’s “plan”":            "Île-de-Marlhaven’s “plan”",
		"\u200d a zero-width joiner":           "\u200d a zero-width joiner",
		"a\u115fb\u3164c\u034fd":               "abcd",    // fillers, and what joins signs for sorting
		"\u06001":                              "\u06001", // a sign that is seen, above the number after it
		"one\u2028=2":                          "one =2",
	} {
		assert.Equal(t, want, render.PlainText(in), "%q", in)
	}
}

func TestCSVCell(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"": "", "a": "a", "1-2": "1-2", "'a": "'a",
		"=1": "'=1", "+1": "'+1", "-1": "'-1", "@a": "'@a",
		"＝1": "'＝1", "＋1": "'＋1", "－1": "'－1", "＠a": "'＠a",
		"\t=1": "'=1", "\r\n+1": "'+1", " -1": "'-1", "\u202e@a": "'@a", "\u200f＝1": "'＝1",
		"a\tb": "a b", "\xff": "",
		"\u200d=1": "'\u200d=1", "\u200c \u200d+1": "'\u200c \u200d+1",
	} {
		assert.Equal(t, want, render.CSVCell(in), "%q", in)
	}
}

// What a word of a document would do to Markdown, it does not.
func TestMarkdownIsEscaped(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"See WWW.wexcombe.example":  "See WWW\\.wexcombe.example",
		"See https://w.example":     "See https\\://w.example",
		"&#42; and &amp; R&D 1 & 2": "&amp;\\#42; and &amp;amp; R&amp;D 1 & 2",
		"a|b [c] ~d~ $e$ @f #1":     "a\\|b \\[c\\] \\~d\\~ \\$e\\$ \\@f \\#1",
		"<b>":                       "&lt;b&gt;",
		": a definition":            "\\: a definition",
		"--- a rule":                "\\--- a rule",
		"1) and 2. of lists":        "1\\) and 2. of lists",
	} {
		var b bytes.Buffer
		p := ilacs.Progress{Before: ilacs.Visit{Authority: "Wexcombe"}, After: ilacs.Visit{Authority: "Wexcombe"}}
		require.NoError(t, render.BriefMarkdown(&b, p, in))
		assert.Contains(t, b.String(), "\n"+want+"\n", in)
		b.Reset()
		require.NoError(t, render.BriefHTML(&b, p, "a\u202eb\x1bc"))
		assert.NotContains(t, b.String(), "\u202e")
	}
}

// The separators of lines and paragraphs are spaces: they part words.
func TestSeparatorsAreSpaces(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "a b c", render.PlainText("a\u2028b\u2029c"))
}

package render_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

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
	} {
		assert.Equal(t, want, render.CSVCell(in), "%q", in)
	}
}

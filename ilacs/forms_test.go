package ilacs_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
)

// mutations give the same text in other bytes: what tools, editors and mail
// programs do to text on its way.
var mutations = map[string]func(string) string{
	"CRLF line ends":            replace("\n", "\r\n"),
	"CR line ends":              replace("\n", "\r"),
	"byte order mark":           func(s string) string { return "\ufeff" + s },
	"no-break spaces":           replace(" the ", "\u00a0the\u00a0"),
	"narrow no-break spaces":    replace(" of ", "\u202fof\u202f"),
	"zero-width spaces":         replace(" children ", " chil\u200bdren "),
	"ligatures":                 replace("ffi", "ﬃ", "ffl", "ﬄ", "ff", "ﬀ", "fi", "ﬁ", "fl", "ﬂ"),
	"soft hyphens":              replace("children", "chil\u00addren"),
	"straight quotes":           replace("’", "'", "‘", "'", "“", `"`, "”", `"`),
	"other bullets":             replace("\u25fc", "•", "\uf06e", "•", "\uf0a7", "•", "\uf0b7", "•", "\u25aa", "•"),
	"spaces at the end of line": replace("\n", "  \n"),
	"two blank lines for one":   replace("\n\n", "\n\n\n"),
}

func replace(pairs ...string) func(string) string { return strings.NewReplacer(pairs...).Replace }

// eachFifth are the reports that the slower tests read.
func eachFifth(texts map[string]string) []string {
	var out []string
	for i, name := range slices.Sorted(maps.Keys(some(texts))) {
		if i%5 == 0 {
			out = append(out, name)
		}
	}
	return out
}

// What a report says does not hang on the bytes that it is written in, and its
// spans are in the bytes that were given.
func TestCorpusForms(t *testing.T) {
	t.Parallel()
	texts := corpus(t, "layout")
	checkForms(t, texts, eachFifth(texts))
}

// The same for the fixtures, where there is no corpus.
func TestFixturesForms(t *testing.T) {
	t.Parallel()
	names, texts := fixtures(t)
	names = slices.DeleteFunc(names, func(name string) bool {
		_, err := ilacs.Parse(texts[name])
		return err != nil || strings.Contains(texts[name], "\r") // a fixture that is mutated already
	})
	require.NotEmpty(t, names)
	checkForms(t, texts, names)
}

func checkForms(t *testing.T, texts map[string]string, names []string) {
	t.Helper()
	before := map[string]*ilacs.Report{}
	for _, name := range names {
		r, err := parsed(texts[name])
		require.NoError(t, err, name)
		before[name] = r
	}
	for mutation, change := range mutations {
		t.Run(mutation, func(t *testing.T) {
			t.Parallel()
			known := watch(t)
			changed := 0
			defer func() { assert.Positive(t, changed) }()
			for _, name := range names {
				text := change(texts[name])
				if text == texts[name] {
					continue
				}
				changed++
				after, err := ilacs.Parse(text)
				require.NoError(t, err, name)
				want, got := essence(t, before[name]), essence(t, after)
				known.check(t, name, want == got, "%s", firstDifference(want, got))
				was, is := faults(texts[name], before[name]), faults(text, after)
				if len(is) > len(was) {
					t.Errorf("%s: %.300s", name, is[len(is)-1].what)
				}
				if s := spans(text, after); len(s) > 0 {
					t.Errorf("%s: %d spans, such as %.300s", name, len(s), s[0].what)
				}
			}
		})
	}
}

package finding_test

import (
	"encoding"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/internal/tsv"
)

// hard is a row of testdata/hard.tsv.
type hard struct {
	kind, text, polarity, direction, extent string
	themes, cues                            []string
}

func hardSentences(t testing.TB) []hard {
	data, err := os.ReadFile("testdata/hard.tsv")
	require.NoError(t, err)
	var out []hard
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if line[0] == '#' || f[0] == "kind" {
			continue
		}
		require.Len(t, f, 7, line)
		h := hard{kind: f[0], text: f[1], polarity: f[2], direction: f[3], extent: f[4]}
		if f[5] != "-" {
			h.themes = strings.Split(f[5], ",")
		}
		if f[6] != "-" {
			h.cues = strings.Split(f[6], ";")
		}
		out = append(out, h)
	}
	return out
}

// Sentences that are read wrongly. The test fails when one comes out right, so
// that it moves to hard.tsv.
func TestWrongReadings(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/wrong.tsv")
	require.NoError(t, err)
	n := 0
	for cells := range tsv.Rows("wrong.tsv", string(data)) {
		r := finding.Classify(cells[1])
		polarity := slices.Contains(strings.Split(cells[2], "|"), textOf(t, r.Polarity))
		direction := slices.Contains(strings.Split(cells[3], "|"), textOf(t, r.Direction))
		assert.False(t, polarity && direction, "now right: %s (%s)", cells[1], cells[0])
		n++
	}
	assert.Contains(t, string(data), "Rows: "+strconv.Itoa(n)+".")
	assert.NotZero(t, n)
}

func textOf(t *testing.T, value encoding.TextMarshaler) string {
	text, err := value.MarshalText()
	require.NoError(t, err)
	return string(text)
}

func TestHardSentences(t *testing.T) {
	t.Parallel()
	kinds := map[string]int{}
	for _, h := range hardSentences(t) {
		kinds[h.kind]++
		t.Run(h.kind+"/"+h.text, func(t *testing.T) {
			t.Parallel()
			r := finding.Classify(h.text)
			assert.Equal(t, h.polarity, textOf(t, r.Polarity), "%s", r.Explain(h.text))
			if h.direction != "-" {
				assert.Equal(t, h.direction, textOf(t, r.Direction), "%s", r.Explain(h.text))
			}
			if h.extent != "-" {
				assert.Equal(t, h.extent, textOf(t, r.Extent), "%s", r.Explain(h.text))
			}
			for _, want := range h.themes {
				theme, err := finding.ParseTheme(want)
				require.NoError(t, err)
				assert.Contains(t, r.Themes, theme)
			}
			if h.kind == "theme" { // the themes that words in passing would bring in count as well
				assert.Len(t, r.Themes, len(h.themes), "%s", r.Explain(h.text))
			}
			var words []string
			for _, c := range r.Cues {
				if c.Label == finding.LabelOf(r.Polarity) {
					words = append(words, c.Of(h.text))
				}
			}
			for _, want := range h.cues {
				assert.Contains(t, strings.Join(words, " | "), want)
			}
		})
	}
	for kind, n := range kinds {
		assert.GreaterOrEqual(t, n, 10, kind)
	}
}

// knownFailures are readings that are wrong, each with the reason. The test fails
// when one comes out right, so that it leaves the list.
var knownFailures = []struct {
	text string
	want finding.Polarity
	why  string
}{
	{"In particular, this refers to the police.", finding.Concern, "what it refers to is in the sentence before"},
	{"The council provides key work for young people in shared flats.", finding.Neutral, "whether a service that is merely there is praised is not in the words"},
	{"Her mother found it difficult to see the risks that the family faced.", finding.Neutral, "the story of one child is told in the words of faults"},
}

func TestKnownFailures(t *testing.T) {
	t.Parallel()
	for _, k := range knownFailures {
		assert.NotEqual(t, k.want, finding.Classify(k.text).Polarity, "now right: %s (%s)", k.text, k.why)
	}
}

func TestContext(t *testing.T) {
	t.Parallel()
	const praise = "Supervision is regular and reflective."
	for _, test := range []struct {
		section finding.Section
		want    finding.Polarity
	}{
		{0, finding.Strength},
		{finding.SectionMain, finding.Strength},
		{finding.SectionImprove, finding.Concern},
		{finding.SectionPriority, finding.Concern},
		{finding.SectionFocus, finding.Neutral},
	} {
		assert.Equal(t, test.want, finding.Context{Section: test.section}.Classify(praise).Polarity, test.section)
	}
	const mild = "The council provides support to families."
	assert.Equal(t, finding.Strength, finding.Classify(mild).Polarity)
	for _, s := range []finding.Section{finding.SectionBackground, finding.SectionContext, finding.SectionNextSteps} {
		assert.Equal(t, finding.Neutral, finding.Context{Section: s}.Classify(mild).Polarity, s)
	}
	const item = "The timeliness of visits."
	assert.Equal(t, finding.Concern, finding.Classify(item).Polarity)
	assert.Equal(t, finding.Strength, finding.Context{Section: finding.SectionStrengths}.Classify(item).Polarity)
}

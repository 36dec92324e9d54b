package finding_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/judgement"
)

func ExampleClassifier() {
	var c finding.Classifier
	for _, sentence := range []string{"Visits to children are regular.", "Most plans are too vague."} {
		fmt.Println(c.Classify(finding.Context{}, sentence).Explain(sentence))
	}
	// Output:
	// A strength ("Visits", "regular") about Visits, direct work and relationships ("Visits"). It speaks of frequency ("regular").
	// A concern ("too vague") about Child in need and child protection planning ("plans"). It holds for most ("Most"). It speaks of clarity ("vague").
}

// A Classifier says what Context.Classify says, and what it has said stays so while it
// reads on.
func TestClassifierReadsAlike(t *testing.T) {
	t.Parallel()
	contexts := []finding.Context{
		{}, {Section: finding.SectionImprove}, {Area: judgement.InCare, Quoted: finding.SpeakerCouncil},
		{Before: &finding.Reading{Themes: []finding.Theme{finding.ThemeSupervision}, Polarity: finding.Concern}},
	}
	var c finding.Classifier
	var got, want []finding.Reading
	for range 3 {
		for _, h := range hardSentences(t) {
			for _, context := range contexts {
				got = append(got, c.Classify(context, h.text))
				want = append(want, context.Classify(h.text))
			}
		}
	}
	require.NotEmpty(t, got)
	for i := range got {
		require.Equal(t, want[i], got[i])
	}
}

// Appending to what a reading holds changes no other reading.
func TestClassifierReadingsAreApart(t *testing.T) {
	t.Parallel()
	var c finding.Classifier
	first := c.Classify(finding.Context{}, "Visits to children are regular.")
	second := c.Classify(finding.Context{}, "Most plans are too vague.")
	require.NotEmpty(t, second.Cues)
	want := second.Explain("Most plans are too vague.")
	first.Cues, first.Themes, first.Aspects = append(first.Cues, first.Cues...), append(first.Themes, 0), append(first.Aspects, 0)
	assert.Equal(t, want, second.Explain("Most plans are too vague."))
}

func TestClassifierAllocatesLess(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	sentences := hardSentences(t)
	var c finding.Classifier
	n := testing.AllocsPerRun(5, func() {
		for _, h := range sentences {
			c.Classify(finding.Context{}, h.text)
		}
	})
	assert.Less(t, n, float64(len(sentences))/3, "fewer than one in three sentences")
}

func BenchmarkClassifier(b *testing.B) {
	sentences := hardSentences(b)
	var n int64
	for _, h := range sentences {
		n += int64(len(h.text))
	}
	var c finding.Classifier
	c.Classify(finding.Context{}, "")
	b.SetBytes(n)
	b.ReportAllocs()
	for b.Loop() {
		for _, h := range sentences {
			c.Classify(finding.Context{}, h.text)
		}
	}
}

package ilacs

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/dates"
	"github.com/ilacs-go/inspection/internal/text"
)

// mayMention says what eight plain searches say.
func TestMayMention(t *testing.T) {
	t.Parallel()
	slow := func(x earlierReader, s string) bool {
		return strings.Contains(s, "nspect") || strings.Contains(s, "JTAI") ||
			strings.Contains(s, "visit") && (x.visit.Type == VisitTypeMonitoring || text.ContainsAny(s, "ed visit", "ing visit", "ance visit")) ||
			text.ContainsAny(s, "judged", "rated", "graded", "branded", "rating", "judgement")
	}
	pieces := []string{"", "inspect", "nspec", "pect", "JTAI", "JTA", "visit", "visi", "focused visit", "monitoring visit", "assurance visit", "a visit",
		"judged", "judgement", "judge", "adjudged", "rated", "rate", "integrated", "rating", "graded", "grade", "degraded", "branded", "brand", "g b j p v ", "ed", "d", "anced"}
	found := 0
	for _, kind := range []VisitType{VisitTypeStandard, VisitTypeMonitoring} {
		x := earlierReader{visit: Visit{Type: kind}}
		for _, a := range pieces {
			for _, b := range pieces {
				for _, before := range []string{"", "x", "xxx xx "} { // at even offsets and odd ones
					s := before + a + " " + b
					assert.Equal(t, slow(x, s), x.mayMention(s), s)
					if x.mayMention(s) {
						found++
					}
				}
			}
		}
	}
	assert.Positive(t, found)
}

// mayTellOfPast passes over no sentence of a report in which mentions could find
// something: one with a date or with a word that points back.
func TestMayTellOfPast(t *testing.T) {
	t.Parallel()
	report, letter := earlierReader{source: SourceReport}, earlierReader{source: SourceLetter}
	over := 0
	for _, before := range append([]string{"", "the", "this", "a full", "in 2016, the", "may", "in may"}, pastWords...) {
		for _, after := range []string{"", "of may 2016", "in may", "on 3 may", "found less"} {
			l := before + " inspection " + after
			assert.True(t, letter.mayTellOfPast(l), l)
			if report.mayTellOfPast(l) {
				continue
			}
			over++
			assert.False(t, backward(before), l)
			assert.Empty(t, dates.Mentions(strings.ReplaceAll(l, "may", "May")), l)
		}
	}
	assert.Positive(t, over)
}

// findAnchors leaves out no anchor that stands in a sentence, and finds one where one
// stands.
func TestFindAnchors(t *testing.T) {
	t.Parallel()
	pieces := []string{"", "inspectors", "visited", "jta", "follow-", "re-", "joint targeted area ", "single "}
	for _, a := range anchors {
		pieces = append(pieces, a.text)
	}
	left := 0
	for _, a := range pieces {
		for _, b := range pieces {
			l := a + " or " + b
			next, found := findAnchors(l)
			assert.Equal(t, slices.ContainsFunc(anchors[:], func(x anchorText) bool { return strings.Contains(l, x.text) }), found, l)
			for i, x := range anchors {
				if next[i] == len(l) {
					left++
					assert.NotContains(t, l, x.text)
				} else {
					assert.Equal(t, -1, next[i], l)
				}
			}
		}
	}
	assert.Positive(t, left)
}

func BenchmarkEarlierVisits(b *testing.B) {
	var all []finding.Finding
	size := 0
	for _, s := range []string{
		"Social workers visit children in their care often, and know them well, but too few of them write down what children say.",
		"Inspectors found that managers’ oversight was not recorded in all cases, and plans were adjudged to be integrated.",
		"At the last inspection, in May 2019, Wexcombe was judged to be inadequate overall.",
		"Personal advisers keep in touch with most young people, and give them the documents that they need to live on their own.",
	} {
		all = append(all, finding.Finding{Text: s})
		size += len(s)
	}
	x := earlierReader{source: SourceReport}
	if len(x.visits(all)) != 1 {
		b.Fatal("not one visit")
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		x.visits(all)
	}
}

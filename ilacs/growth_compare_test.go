package ilacs_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
)

const carePage = ilacsPage + "The experiences and progress of care leavers: good\n\n"

// comparedGrowings are constructions of a later document that somebody may give
// Compare to keep it busy.
var comparedGrowings = []growing{
	{"comparisons", again(carePage, "Plans have improved since the last inspection. ")},
	{"comparisons in the opening", again(ilacsPage+"Headline findings\n\n", "Plans have improved since the last inspection. ")},
	{"comparisons in doubtful paragraphs", again(carePage, "Plans have improved since the last inspection. Plans are poor. Plans are weak. ")},
	{"comparisons with what was asked for", again(carePage, "Leaders have addressed all the areas for improvement identified at the last inspection. Plans are poor. Plans are weak. ")},
	{"comparisons that point back", again(carePage, "Plans are good. This is an improvement since the last inspection. ")},
	{"comparisons that point back over what the council says", again(carePage, "Plans are good. The council said that plans are good. This is an improvement since the last inspection. ")},
	{"comparisons and items", again(carePage, "Plans have improved since the last inspection.\n\nWhat needs to improve?\n• Visits.\n\nThe experiences and progress of care leavers\n\n")},
	{"improvements set against faults", again(ilacsPage+"Headline findings\n\n", "Plans have improved. However, plans are poor. ")},
	{"earlier visits", numberedTexts(carePage, func(i int) string {
		return "At the focused visit in " + []string{"May 2022", "June 2022", "2023"}[i%3] + ", plans were poor. "
	})},
}

// Beside one earlier document, no later one makes Compare work longer than in
// proportion to its size; mostCompared limits what both may hold.
func TestGrowthOfTheTimeToCompare(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector takes its own time")
	}
	const n, factor, tries = 16 << 10, 16, 8
	read := func(text string) *ilacs.Report {
		r, err := ilacs.Parse(text)
		require.NoError(t, err)
		return r
	}
	before := read(strings.Replace(carePage, "March 2024", "March 2021", 1) + "Plans are good.\n\nVisits are late.\n\nWhat needs to improve?\n• Visits.\n• Plans.\n")
	for _, g := range comparedGrowings {
		short, long := read(g.text(n)), read(g.text(factor*n))
		require.Greater(t, len(long.Findings), factor/2*len(short.Findings), g.name)
		compare := func(after *ilacs.Report) time.Duration {
			start := cpuTime()
			_, err := ilacs.Compare(before, after)
			require.NoError(t, err)
			return cpuTime() - start
		}
		fewest, took := time.Hour, time.Hour
		grown := func() float64 { return float64(took) / float64(fewest) }
		for k := 0; k < tries && (k == 0 || grown() > mostGrowth*mostGrowth); k++ {
			for range 3 {
				fewest = min(fewest, compare(short))
			}
			took = min(took, compare(long))
		}
		assert.LessOrEqual(t, grown(), float64(mostGrowth*mostGrowth), "%s: %v for %d findings, %v for %d", g.name, fewest, len(short.Findings), took, len(long.Findings))
	}
}

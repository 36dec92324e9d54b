package finding_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/finding"
)

// A sentence that lists many things is about the first of them.
func TestMostThemesAndAspects(t *testing.T) {
	t.Parallel()
	for s, want := range map[string][2]int{
		"Supervision and caseloads are good.":                                               {2, 1},
		"Supervision, caseloads and fostering are good.":                                    {3, 1},
		"Supervision, caseloads, fostering, adoption and life-story work are good.":         {3, 1},
		"The frequency, quality and timeliness of supervision are good.":                    {1, 3},
		"The frequency, quality, timeliness and consistency of supervision are good.":       {1, 4},
		"The frequency, quality, timeliness, consistency and stability of visits are good.": {1, 4},
	} {
		r := finding.Classify(s)
		assert.Equal(t, want, [2]int{len(r.Themes), len(r.Aspects)}, "%s: %v %v", s, r.Themes, r.Aspects)
	}
}

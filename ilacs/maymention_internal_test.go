package ilacs

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

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
		"judged", "judgement", "judge", "adjudged", "rated", "rate", "integrated", "rating", "graded", "grade", "degraded", "branded", "brand", "g b j p v "}
	found := 0
	for _, kind := range []VisitType{VisitTypeStandard, VisitTypeMonitoring} {
		x := earlierReader{visit: Visit{Type: kind}}
		for _, a := range pieces {
			for _, b := range pieces {
				s := a + " " + b
				assert.Equal(t, slow(x, s), x.mayMention(s), s)
				if x.mayMention(s) {
					found++
				}
			}
		}
	}
	assert.Positive(t, found)
}

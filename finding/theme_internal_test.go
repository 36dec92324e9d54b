package finding

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/judgement"
)

// A theme is in the areas that the table names, and in those that frameworks grade for
// them.
func TestThemeInArea(t *testing.T) {
	t.Parallel()
	found := 0
	for theme := range Themes() {
		named := func(areas ...judgement.Area) bool {
			return slices.ContainsFunc(areas, func(a judgement.Area) bool { return slices.Contains(theme.row().areas, a) })
		}
		for a := judgement.Area(0); a < 255; a++ {
			want := named(a)
			switch a {
			case judgement.LookedAfter, judgement.Adoption:
				want = named(judgement.InCare)
			case judgement.InCareAndCareLeavers:
				want = named(judgement.InCare, judgement.CareLeavers)
			}
			assert.Equal(t, want, theme.in(a), "%v in %v", theme, a)
			if want {
				found++
			}
		}
	}
	assert.Greater(t, found, len(slices.Collect(Themes())))
}

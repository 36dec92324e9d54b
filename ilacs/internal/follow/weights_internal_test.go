package follow

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/internal/tsv"
)

// Each feature has its row, in order, and nothing else has one.
func TestWeightTablesAreWhole(t *testing.T) {
	t.Parallel()
	for _, table := range []struct {
		name, text string
		features   []string
		outcomes   int
	}{{"relevance.tsv", relevanceTSV, RelevanceFeatures[:], 1}, {"status.tsv", statusTSV, StatusFeatures[:], len(Statuses)}} {
		require.Contains(t, table.text, "# Source: ", table.name)
		rows := slices.Collect(tsv.Rows(table.name, table.text))
		require.Len(t, rows, len(table.features)+1, table.name)
		for i, row := range rows {
			want := "base"
			if i > 0 {
				want = table.features[i-1]
			}
			require.Equal(t, want, row[0], table.name)
			require.Len(t, row, 1+table.outcomes, row[0])
			for _, cell := range row[1:] {
				w, err := strconv.ParseFloat(cell, 64)
				require.NoError(t, err, row[0])
				assert.Less(t, math.Abs(w), 25.0, row[0])
			}
		}
	}
}

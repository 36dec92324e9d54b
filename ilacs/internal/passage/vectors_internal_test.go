package passage

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/internal/tsv"
)

// Words of one meaning are near each other, and nearer than words of two.
func TestVectorsOfLikeWords(t *testing.T) {
	t.Parallel()
	all := CommonVectors()
	for _, like := range [][3]string{
		{"caseload", "workload", "homeless"}, {"retention", "recruitment", "dental"}, {"neglect", "abuse", "audit"},
		{"unregistered", "unregulated", "supervision"}, {"advocacy", "visitor", "threshold"}, {"drift", "delay", "foster"},
	} {
		of := func(w string) *Vector { return all.Of(WordOf(Words(w)[0])) }
		a, b, c := of(like[0]), of(like[1]), of(like[2])
		require.True(t, a != nil && b != nil && c != nil, "%v", like)
		assert.Greater(t, a.Cosine(b), a.Cosine(c)+0.2, "%v", like)
	}
}

// The table is sorted, each word stands once, and every vector is whole.
func TestVectorTableIsWhole(t *testing.T) {
	t.Parallel()
	require.Contains(t, vectorsTSV, "# Source: ")
	rows := slices.Collect(tsv.Rows("vectors.tsv", vectorsTSV))
	require.Greater(t, len(rows), 2000)
	for i, row := range rows {
		require.Len(t, row, 2)
		require.Regexp(t, `^[a-z0-9']+$`, row[0])
		require.True(t, i == 0 || rows[i-1][0] < row[0], "%s is not in order", row[0])
	}
	require.Len(t, CommonVectors().vectors, len(rows), "a vector that cannot be read is left out")
	for _, row := range rows {
		v := CommonVectors().Of(WordOf(row[0]))
		require.NotNil(t, v, row[0])
		require.InDelta(t, 1, v.Cosine(v), 1e-5, row[0])
	}
}

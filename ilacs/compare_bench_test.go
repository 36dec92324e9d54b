package ilacs_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
)

// twoReports are the two fixtures of the ILACS form that say most, as if they
// were of one authority.
func twoReports(tb testing.TB) (before, after *ilacs.Report) {
	tb.Helper()
	_, texts := fixtures(tb)
	var read []*ilacs.Report
	for _, name := range []string{"sif-form2-2016", "ilacs-b-2024-layout"} {
		r, err := ilacs.Parse(texts[name])
		require.NoError(tb, err)
		read = append(read, anyVisit(r))
	}
	return read[0], read[1]
}

func BenchmarkCompare(b *testing.B) {
	before, after := twoReports(b)
	b.ReportAllocs()
	b.ReportMetric(float64(len(before.Findings)+len(after.Findings)), "findings")
	for b.Loop() {
		if _, err := ilacs.Compare(before, after); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTimeline(b *testing.B) {
	before, after := twoReports(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ilacs.Timeline(before, after, before, after); err != nil {
			b.Fatal(err)
		}
	}
}

// mostPerFinding is how many allocations a comparison may make for each finding
// of either document: its telling words, and its place among those weighed.
const mostPerFinding = 40

func TestCompareAllocatesInProportion(t *testing.T) {
	before, after := twoReports(t)
	n := len(before.Findings) + len(after.Findings)
	allocs := testing.AllocsPerRun(5, func() { _, _ = ilacs.Compare(before, after) })
	t.Logf("%.0f allocations for %d findings", allocs, n)
	assert.LessOrEqual(t, allocs, float64(mostPerFinding*n))
	longer := *after
	for range 3 {
		longer.Findings = append(longer.Findings[:len(longer.Findings):len(longer.Findings)], after.Findings...)
	}
	more := testing.AllocsPerRun(5, func() { _, _ = ilacs.Compare(before, &longer) })
	assert.LessOrEqual(t, more, 5*allocs, "four times the text")
}

package ilacs_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
)

// mostBytesOnAny is how many bytes Parse may allocate for each byte of any text.
const mostBytesOnAny = 100

// sizes are the smaller size in bytes at which growth is measured, and the texts.
// Articles are measured at smaller ones, as a longer text is no article.
var sizes = []struct {
	n     int
	texts []growing
}{{16 << 10, growings}, {3500, articles}}

// No text makes Parse allocate more than in proportion to its size.
func TestAllocatedOnAnyText(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector allocates")
	}
	for _, size := range sizes {
		for _, g := range size.texts {
			text := g.text(16 * size.n)
			require.InDelta(t, 16*size.n, len(text), float64(size.n), g.name)
			_, _ = ilacs.Parse(text[:size.n]) // the tables are read when they are first needed
			before := allocated()
			_, _ = ilacs.Parse(text)
			assert.LessOrEqual(t, int(allocated()-before), mostBytesOnAny*len(text), "%s: bytes allocated for %d", g.name, len(text))
		}
	}
}

// The time that each text takes, and how many times as much one of four times its
// size does; TestGrowth counts the work.
func BenchmarkGrowth(b *testing.B) {
	for _, size := range sizes {
		for _, g := range size.texts {
			b.Run(g.name, func(b *testing.B) {
				n := 4 * size.n
				short, long := g.text(n), g.text(4*n)
				parse := func(s string) time.Duration {
					start := cpuTime()
					_, _ = ilacs.Parse(s)
					return cpuTime() - start
				}
				b.SetBytes(int64(len(short)))
				b.ReportAllocs()
				fewest := time.Hour
				for b.Loop() {
					fewest = min(fewest, parse(short))
				}
				took := min(parse(long), parse(long), parse(long))
				b.ReportMetric(float64(took)/float64(fewest), "growth")
			})
		}
	}
}

// fourTimes is a report with its findings of one kind four times over, each at a
// place of its own: the items that it asks for, or what it tells.
func fourTimes(r *ilacs.Report, items bool) *ilacs.Report {
	out := *r
	end := 0
	for _, f := range r.Findings {
		end = max(end, f.End)
	}
	for k := 1; k < 4; k++ {
		for _, f := range r.Findings {
			if f.Section.Asks() == items {
				f.Span = finding.Span{Start: f.Start + k*end, End: f.End + k*end}
				out.Findings = append(out.Findings[:len(out.Findings):len(out.Findings)], f)
			}
		}
	}
	return &out
}

// A comparison allocates in proportion to what the documents tell, and to what they
// ask for; a timeline in proportion to its reports, each of which is prepared once.
func TestGrowthOfComparisons(t *testing.T) {
	before, after := twoReports(t)
	bytes := func(reports ...*ilacs.Report) int {
		least := uint64(1 << 62)
		for range 3 {
			start := allocated()
			_, err := ilacs.Timeline(reports...)
			require.NoError(t, err)
			least = min(least, allocated()-start)
		}
		return int(least)
	}
	const most = 5 // of four times as much
	one := bytes(before, after)
	assert.LessOrEqual(t, bytes(fourTimes(before, false), after), most*one, "more is told before")
	assert.LessOrEqual(t, bytes(before, fourTimes(after, false)), most*one, "more is told after")
	assert.LessOrEqual(t, bytes(fourTimes(before, true), after), most*one, "more is asked for before")
	assert.LessOrEqual(t, bytes(before, fourTimes(after, true)), most*one, "more is asked for after")
	assert.LessOrEqual(t, bytes(before, after, before, after, before, after, before, after), 4*bytes(before, after, before), "four times as many comparisons")
}

// The reports of 200 visits, as many as any authority will have in a century.
func BenchmarkTimelineOfMany(b *testing.B) {
	texts := layoutTexts(b)
	var reports []*ilacs.Report
	for i := 0; len(reports) < 200; i++ {
		r, err := ilacs.Parse(texts[i%len(texts)])
		if err != nil {
			b.Fatal(err)
		}
		reports = append(reports, anyVisit(r))
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ilacs.Timeline(reports...); err != nil {
			b.Fatal(err)
		}
	}
}

package ilacs_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
)

// What Parse may cost on any text: so many bytes for each byte of a text, and at
// four times the size so many times the time.
const mostBytesOnAny, mostGrowth = 100, 8

// sizes are the smaller size in bytes at which growth is measured, and the texts.
// Articles are measured at smaller ones, as a longer text is no article.
var sizes = []struct {
	n     int
	texts []growing
}{{16 << 10, growings}, {3500, articles}}

// No text makes Parse allocate, or work, longer than in proportion to its size. The
// allocations are counted. Work that allocates nothing is told by the processor's
// time, so generously that a busy machine fails no test: at 16 times the size a cost
// that grows with the square is 256 times as high, and 64 times is allowed, in the best
// of several tries.
func TestGrowth(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector allocates, and takes its own time")
	}
	const times, tries = 16, 8
	parse := func(s string) (took time.Duration, bytes uint64) {
		before, start := allocated(), cpuTime()
		_, _ = ilacs.Parse(s)
		return cpuTime() - start, allocated() - before
	}
	for _, size := range sizes {
		for _, g := range size.texts {
			short, long := g.text(size.n), g.text(times*size.n)
			require.InDelta(t, times*size.n, len(long), float64(size.n), g.name)
			parse(short) // the tables are read when they are first needed
			fewest, took := time.Hour, time.Hour
			grown := func() float64 { return float64(took) / float64(fewest) }
			for k := 0; k < tries && (k == 0 || grown() > mostGrowth*mostGrowth); k++ {
				for range 3 {
					d, _ := parse(short)
					fewest = min(fewest, d)
				}
				d, bytes := parse(long)
				took = min(took, d)
				assert.LessOrEqual(t, int(bytes), mostBytesOnAny*len(long), "%s: bytes allocated for %d", g.name, len(long))
			}
			assert.LessOrEqual(t, grown(), float64(mostGrowth*mostGrowth), "%s: %v for %d bytes, %v for %d", g.name, fewest, len(short), took, len(long))
		}
	}
}

// The time that each text takes, and how many times as much one of four times its
// size does.
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

package ilacs_test

import (
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/ilacstest"
)

// heldByFinding and heldByVisit are how many bytes one that is kept may hold, of a
// report that is let go: a finding its sentence and a small part of what was read
// with it, and neither the narrative.
const heldByFinding, heldByVisit = 2 << 10, 4 << 10

func TestKeptHoldsLittle(t *testing.T) {
	const kept = 200
	text := longLetter(t)
	for _, test := range []struct {
		name string
		most int
		keep func(r *ilacs.Report) any
	}{
		{"a finding", heldByFinding, func(r *ilacs.Report) any { f := r.Findings[len(r.Findings)/2]; return &f }},
		{"an item of a list", heldByFinding, func(r *ilacs.Report) any { f := r.Section(finding.SectionImprove)[0]; return &f }},
		{"a visit", heldByVisit, func(r *ilacs.Report) any { v := r.Visit; return &v }},
	} {
		t.Run(test.name, func(t *testing.T) {
			var all [kept]any
			_, _ = ilacs.Parse(text) // the tables are read when they are first needed
			before := live()
			for i := range all {
				// A text of its own for each, as from a file: what is kept may hold that.
				r, err := ilacs.Parse(strings.Clone(text))
				require.NoError(t, err)
				all[i] = test.keep(r)
			}
			each := (live() - before) / kept
			runtime.KeepAlive(&all)
			t.Logf("%d bytes each, of a report of %d", each, len(text))
			assert.LessOrEqual(t, each, test.most)
			assert.Positive(t, each, "nothing was kept, so nothing was measured")
		})
	}
}

// longLetter is a letter with as much narrative as a report.
func longLetter(t *testing.T) string {
	t.Helper()
	start, err := civil.New(2024, 3, 6)
	require.NoError(t, err)
	var paragraphs []string
	for range 150 {
		paragraphs = append(paragraphs, "Most social workers visit children in their care often, and know them well. However, for a few children of the north team, "+
			"visits are too far apart, and plans are not clear enough about what has to change. Supervision has improved since the last inspection.")
	}
	text, err := ilacstest.Write(ilacstest.Document{
		Visit: ilacs.Visit{
			Authority: "Wexcombe", Type: ilacs.VisitTypeFocused, Start: start, End: start.AddDays(1), Lead: "Imogen Tarrant",
			Inspectors: []string{"Imogen Tarrant", "Bryony Hulme"}, Focus: []string{"children in care", "the oversight of plans"},
		},
		Improve:  []ilacstest.Item{{Text: "The offer of return home interviews."}},
		Sections: []ilacstest.Section{{Paragraphs: paragraphs}},
	})
	require.NoError(t, err)
	return text
}

// live returns how many bytes of the heap are in use.
func live() int {
	runtime.GC()
	runtime.GC() // what the first one's finalizers let go
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

package finding_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/internal/tsv"
)

// Sentences of real documents as readers labelled them. The vocabulary was mended by
// those that are not kept; the figures of the others say how it reads what it has
// not seen.
func TestLabelledSentences(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/labels.tsv")
	require.NoError(t, err)
	found := findingsOf(t)
	scores := map[string]*labelScore{"kept": {}, "others": {}}
	missing, n := 0, 0
	for r := range tsv.Records("labels.tsv", string(data)) {
		n++
		f, ok := found[r["folder"]+"/"+r["file"]+" "+r["start"]]
		if !ok {
			missing++
			continue
		}
		of := "others"
		if r["kept"] != "" {
			of = "kept"
		}
		for _, name := range []string{of, r["folder"]} {
			if scores[name] == nil {
				scores[name] = &labelScore{}
			}
			scores[name].add(t, f, r)
		}
	}
	assert.Contains(t, string(data), fmt.Sprintf("Rows: %d.", n))
	assert.Zero(t, missing, "labels whose sentence is not found")
	for name, s := range scores {
		t.Logf("%-8s %s", name, s)
	}
	for name, least := range map[string][4]float64{"kept": {0.89, 0.92, 0.88, 0.83}, "others": {0.92, 0.94, 0.88, 0.80}} {
		s := scores[name]
		assert.GreaterOrEqual(t, s.share(s.polarity), least[0], "%s: polarity", name)
		assert.GreaterOrEqual(t, s.share(s.direction), least[1], "%s: direction", name)
		assert.GreaterOrEqual(t, s.share(s.extent), least[2], "%s: extent", name)
		assert.GreaterOrEqual(t, s.first/s.themed, least[3], "%s: first theme", name)
	}
}

// labelScore counts what is read as labelled.
type labelScore struct{ n, polarity, direction, extent, themed, first float64 }

func (s *labelScore) share(right float64) float64 { return right / s.n }

func (s *labelScore) String() string {
	return fmt.Sprintf("%4.0f sentences: polarity %.3f, direction %.3f, extent %.3f, first theme %.3f",
		s.n, s.share(s.polarity), s.share(s.direction), s.share(s.extent), s.first/s.themed)
}

func (s *labelScore) add(t *testing.T, f finding.Finding, r map[string]string) {
	count := func(right *float64, label string, value string) {
		if slices.Contains(strings.Split(label, ","), value) {
			*right++
		}
	}
	s.n++
	count(&s.polarity, r["polarity"], textOf(t, f.Polarity))
	count(&s.direction, r["direction"], textOf(t, f.Direction))
	count(&s.extent, r["extent"], textOf(t, f.Extent))
	if r["themes"] == "" {
		return
	}
	s.themed++
	if len(f.Themes) > 0 {
		count(&s.first, r["themes"]+","+r["also"], textOf(t, f.Themes[0]))
	}
}

// findingsOf returns the findings of the corpus by folder, file and offset.
func findingsOf(t *testing.T) map[string]finding.Finding {
	out := map[string]finding.Finding{}
	for _, folder := range []string{"layout", "jtai", "letters", "articles"} {
		files, err := filepath.Glob(filepath.Join("../../shared/corpus", folder, "*.txt"))
		require.NoError(t, err)
		if len(files) == 0 {
			t.Skip("the documents are not here")
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			report, err := ilacs.Parse(string(text))
			if err != nil {
				continue
			}
			for _, f := range report.Findings {
				out[fmt.Sprintf("%s/%s %d", folder, filepath.Base(file), f.Start)] = f
			}
		}
	}
	return out
}

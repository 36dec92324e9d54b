package pdf_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/pdf"
)

const corpus = "../../../shared/corpus"

// realPDFs returns the names of the PDFs of real reports in a folder of
// ../shared/corpus, or skips the test where they are absent.
func realPDFs(t testing.TB, folder string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(corpus, folder, "*.pdf"))
	require.NoError(t, err)
	if len(files) == 0 {
		t.Skipf("../shared/corpus/%s is not here: no real reports to read", folder)
	}
	return files
}

// The text of a real report's PDF has the words of pdftotext -layout, and from it
// the reader takes the same grades, visit and areas for improvement.
func TestTextOfRealReports(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("real reports take half a minute")
	}
	for folder, texts := range map[string]string{"pdf": "layout", "jtai-pdf": "jtai"} {
		for _, file := range realPDFs(t, folder) {
			name := strings.TrimSuffix(filepath.Base(file), ".pdf") + ".txt"
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				data, err := os.ReadFile(file)
				require.NoError(t, err)
				text, err := textOf(data, pdf.Options{})
				require.NoError(t, err)
				layout, err := os.ReadFile(filepath.Join(corpus, texts, name))
				require.NoError(t, err)
				assert.GreaterOrEqual(t, recall(string(layout), text), 0.999)
				sameReport(t, string(layout), text)
			})
		}
	}
}

// recall returns the share of the words of a text that another has too.
func recall(want, got string) float64 {
	left := map[string]int{}
	for word := range strings.FieldsSeq(got) {
		left[word]++
	}
	words, found := 0, 0
	for word := range strings.FieldsSeq(want) {
		words++
		if left[word] > 0 {
			left[word]--
			found++
		}
	}
	return float64(found) / float64(words)
}

func sameReport(t *testing.T, want, got string) {
	t.Helper()
	w, err := ilacs.Parse(want)
	require.NoError(t, err)
	g, err := ilacs.Parse(got)
	require.NoError(t, err)
	assert.Equal(t, w.Judgements, g.Judgements)
	assert.Equal(t, w.Visit.URN, g.Visit.URN)
	assert.Equal(t, w.Visit.Start, g.Visit.Start)
	assert.Equal(t, w.Visit.End, g.Visit.End)
	assert.Equal(t, improvements(w), improvements(g))
}

// improvements returns the areas for improvement.
func improvements(r *ilacs.Report) (items []string) {
	for _, f := range r.Section(finding.SectionImprove) {
		items = append(items, f.Text)
	}
	return items
}

// BenchmarkText reads real reports and reports the seconds that one takes.
func BenchmarkText(b *testing.B) {
	files := realPDFs(b, "pdf")
	start := time.Now()
	_, err := textOf(onePage(at(72, 700, "One")), pdf.Options{})
	require.NoError(b, err)
	first := time.Since(start)
	var seconds []float64
	for b.Loop() {
		for _, file := range files {
			data, err := os.ReadFile(file)
			require.NoError(b, err)
			start := time.Now()
			_, err = textOf(data, pdf.Options{})
			require.NoError(b, err)
			seconds = append(seconds, time.Since(start).Seconds())
		}
	}
	slices.Sort(seconds)
	b.ReportMetric(first.Seconds(), "s-first-call")
	b.ReportMetric(seconds[len(seconds)/2], "s-median")
	b.ReportMetric(seconds[len(seconds)-1], "s-worst")
	b.ReportMetric(0, "ns/op")
}

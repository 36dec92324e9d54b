package pdf_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/pdf"
)

// From the PDF of a real report the reader takes the grades, the visit and the
// areas for improvement that it takes from the text of pdftotext -layout.
func TestTextOfRealReports(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("real reports take half a minute")
	}
	for folder, texts := range map[string]string{"pdf": "layout", "jtai-pdf": "jtai"} {
		t.Run(folder, func(t *testing.T) {
			t.Parallel()
			const corpus = "../../../shared/corpus"
			files, err := filepath.Glob(filepath.Join(corpus, folder, "*.pdf"))
			require.NoError(t, err)
			if len(files) == 0 {
				t.Skipf("../shared/corpus/%s is not here: no real reports to read", folder)
			}
			for _, file := range files {
				name := strings.TrimSuffix(filepath.Base(file), ".pdf") + ".txt"
				t.Run(name, func(t *testing.T) {
					t.Parallel()
					data, err := os.ReadFile(file)
					require.NoError(t, err)
					text, err := textOf(data, pdf.Options{})
					require.NoError(t, err)
					layout, err := os.ReadFile(filepath.Join(corpus, texts, name))
					require.NoError(t, err)
					sameReport(t, string(layout), text)
				})
			}
		})
	}
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

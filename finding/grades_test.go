package finding_test

import (
	"cmp"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// The reports grade each of their sections, which checks polarity without labels by
// hand: the more a section praises, the better its grade. The share of strengths
// less that of concerns must rank the sections of all ILACS reports much as their
// grades do.
func TestPolarityRanksSectionsAsTheirGrades(t *testing.T) {
	t.Parallel()
	shares, grades := gradedSections(t, "../../shared/corpus/layout")
	rho := spearman(shares, grades)
	t.Logf("rank correlation over %d graded sections: %.3f", len(shares), rho)
	assert.Greater(t, len(shares), 500)
	assert.GreaterOrEqual(t, rho, 0.75)
}

// gradedSections returns, for each graded area of each ILACS report in a folder,
// the share of strengths less that of concerns among its sentences, and its grade,
// the better the higher.
func gradedSections(t *testing.T, dir string) (shares, grades []float64) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	require.NoError(t, err)
	if len(files) == 0 {
		t.Skip("the reports are not here")
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		report, err := ilacs.Parse(string(text))
		if err != nil || !slices.Contains(ilacsFrameworks, report.Visit.Framework) {
			continue
		}
		for area, grade := range report.Judgements.All() {
			if area == judgement.Overall || !grade.IsValid() || grade == judgement.NotJudged {
				continue
			}
			var sum, n float64
			for _, f := range report.Findings {
				if f.Area != area || f.Section != finding.SectionMain {
					continue
				}
				n++
				switch f.Polarity {
				case finding.Strength:
					sum++
				case finding.Concern:
					sum--
				}
			}
			if n < 5 {
				continue
			}
			shares = append(shares, sum/n)
			grades = append(grades, -float64(grade))
		}
	}
	return shares, grades
}

var ilacsFrameworks = []judgement.Framework{judgement.ILACS2018, judgement.ILACS2023, judgement.ILACS2026}

// spearman is the rank correlation of two lists, ties at their mean rank.
func spearman(a, b []float64) float64 {
	return pearson(ranks(a), ranks(b))
}

func ranks(values []float64) []float64 {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(values[i], values[j]) })
	out := make([]float64, len(values))
	for i := 0; i < len(order); {
		j := i
		for j < len(order) && values[order[j]] == values[order[i]] {
			j++
		}
		for k := i; k < j; k++ {
			out[order[k]] = float64(i+j-1) / 2
		}
		i = j
	}
	return out
}

func pearson(a, b []float64) float64 {
	var ma, mb float64
	for i := range a {
		ma += a[i] / float64(len(a))
		mb += b[i] / float64(len(b))
	}
	var sab, saa, sbb float64
	for i := range a {
		sab += (a[i] - ma) * (b[i] - mb)
		saa += (a[i] - ma) * (a[i] - ma)
		sbb += (b[i] - mb) * (b[i] - mb)
	}
	return sab / math.Sqrt(saa*sbb)
}

// BenchmarkClassifyReports reads the sentences of real reports, which are longer
// than those written by hand.
func BenchmarkClassifyReports(b *testing.B) {
	files, err := filepath.Glob("../../shared/corpus/layout/*-2023-*.txt")
	if err != nil || len(files) == 0 {
		b.Skip("the reports are not here")
	}
	var sentences []string
	var n int64
	for _, file := range files[:min(len(files), 5)] {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		report, err := ilacs.Parse(string(text))
		if err != nil {
			b.Fatal(err)
		}
		for _, f := range report.Findings {
			sentences = append(sentences, f.Text)
			n += int64(len(f.Text))
		}
	}
	b.SetBytes(n)
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range sentences {
			finding.Classify(s)
		}
	}
}

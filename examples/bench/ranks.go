package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/jonreiter/govader"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// A scorer returns 1 for a sentence that praises, -1 for one that faults, and 0
// for one that does neither.
type scorer func(finding.Finding) float64

func ours(f finding.Finding) float64 {
	switch f.Polarity {
	case finding.Strength:
		return 1
	case finding.Concern:
		return -1
	}
	return 0
}

// vader scores by VADER's compound score, with the thresholds of its authors.
func vader() scorer {
	analyzer := govader.NewSentimentIntensityAnalyzer()
	return func(f finding.Finding) float64 {
		switch score := analyzer.PolarityScores(f.Text).Compound; {
		case score >= 0.05:
			return 1
		case score <= -0.05:
			return -1
		}
		return 0
	}
}

// printRanks prints for each scorer how the share of praise in a section, less
// the share of fault, correlates with the section's grade: the rank correlation
// over all graded sections of ILACS reports.
func printRanks(reports []*ilacs.Report) {
	fmt.Println("praise in a section and its grade (Spearman)")
	for _, r := range []struct {
		name  string
		score scorer
	}{{"this library", ours}, {"VADER", vader()}} {
		shares, grades := sections(reports, r.score)
		fmt.Printf("  %-14s %6.3f   %d sections\n", r.name, pearson(ranks(shares), ranks(grades)), len(shares))
	}
}

// least is how many sentences a section must have to count.
const least = 5

// sections returns the share of praise less that of fault in each graded section,
// and its grade, the better the higher.
func sections(reports []*ilacs.Report, score scorer) (shares, grades []float64) {
	for _, report := range reports {
		switch report.Visit.Framework {
		case judgement.ILACS2018, judgement.ILACS2023, judgement.ILACS2026:
		default:
			continue
		}
		for area, grade := range report.Judgements.All() {
			if area == judgement.Overall || grade > judgement.Inadequate {
				continue
			}
			var sum, n float64
			for _, f := range report.Section(finding.SectionMain) {
				if f.Area == area {
					n++
					sum += score(f)
				}
			}
			if n >= least {
				shares = append(shares, sum/n)
				grades = append(grades, -float64(grade))
			}
		}
	}
	return shares, grades
}

// ranks returns the rank of each value; equal values share the mean of theirs.
func ranks(values []float64) []float64 {
	sorted := slices.Sorted(slices.Values(values))
	out := make([]float64, len(values))
	for i, v := range values {
		from, _ := slices.BinarySearch(sorted, v)
		to, _ := slices.BinarySearchFunc(sorted, v, func(a, b float64) int {
			if a == b {
				return -1
			}
			return cmp.Compare(a, b)
		})
		out[i] = float64(from+to-1) / 2
	}
	return out
}

func pearson(a, b []float64) float64 {
	var ma, mb float64
	for i := range a {
		ma += a[i] / float64(len(a))
		mb += b[i] / float64(len(b))
	}
	var ab, aa, bb float64
	for i := range a {
		ab += (a[i] - ma) * (b[i] - mb)
		aa += (a[i] - ma) * (a[i] - ma)
		bb += (b[i] - mb) * (b[i] - mb)
	}
	return ab / math.Sqrt(aa*bb)
}

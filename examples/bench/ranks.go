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

// reader says whether a sentence praises (1), faults (-1) or neither (0).
type reader func(finding.Finding) float64

func ours(f finding.Finding) float64 {
	switch f.Polarity {
	case finding.Strength:
		return 1
	case finding.Concern:
		return -1
	}
	return 0
}

// vader reads by VADER's compound score, at the bounds that its authors give.
func vader() reader {
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

// printRanks prints, for each reader, the rank correlation over all graded
// sections of ILACS reports of the share of praise less that of fault with the
// section's grade.
func printRanks(reports []*ilacs.Report) {
	fmt.Println("praise in a section and its grade (Spearman)")
	for _, r := range []struct {
		name string
		read reader
	}{{"this library", ours}, {"VADER", vader()}} {
		shares, grades := sections(reports, r.read)
		fmt.Printf("  %-14s %6.3f   %d sections\n", r.name, pearson(ranks(shares), ranks(grades)), len(shares))
	}
}

// least is how many sentences a section must have to count.
const least = 5

func sections(reports []*ilacs.Report, read reader) (shares, grades []float64) {
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
					sum += read(f)
				}
			}
			if n >= least {
				shares = append(shares, sum/n)
				grades = append(grades, -float64(grade)) // the better the higher
			}
		}
	}
	return shares, grades
}

// ranks gives the rank of each value, ties at their mean.
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

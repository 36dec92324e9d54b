package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// trendsWithGrades counts the trends of themes in consecutive reports of which the
// overall grade moved, and how many of them went with it.
type trendsWithGrades struct {
	pairs, moved     int // pairs of reports, and those whose overall grade moved
	trends, with     int // trends that nothing denied
	anyway, withThem int // those and the ones that something denied
}

func countTrends(c *corpus) (t trendsWithGrades) {
	byURN := map[string][]*ilacs.Report{}
	for _, r := range c.inOrder() {
		byURN[r.Visit.URN] = append(byURN[r.Visit.URN], r)
	}
	for urn, reports := range byURN {
		if urn == "" {
			continue
		}
		slices.SortStableFunc(reports, func(a, b *ilacs.Report) int { return a.Visit.Start.Compare(b.Visit.Start) })
		for i := 1; i < len(reports); i++ {
			if p, err := ilacs.Compare(reports[i-1], reports[i]); err == nil {
				t.add(p)
			}
		}
	}
	return t
}

func (t *trendsWithGrades) add(p ilacs.Progress) {
	t.pairs++
	overall := p.Judgement(judgement.Overall)
	if overall.Trend != judgement.TrendImproved && overall.Trend != judgement.TrendDeclined {
		return
	}
	t.moved++
	for _, c := range p.Themes {
		trend := c.Trend
		_, _, denied := strings.Cut(c.Reason, "; but ")
		if denied {
			trend = deniedTrend(c)
		}
		if trend != ilacs.ThemeTrendImproved && trend != ilacs.ThemeTrendDeclined {
			continue
		}
		right := 0
		if (trend == ilacs.ThemeTrendImproved) == (overall.Trend == judgement.TrendImproved) {
			right = 1
		}
		t.anyway++
		t.withThem += right
		if !denied {
			t.trends++
			t.with += right
		}
	}
}

// deniedTrend returns the trend that a theme would have if nothing denied it.
func deniedTrend(c ilacs.ThemeChange) ilacs.ThemeTrend {
	worstFirst := []finding.Polarity{finding.Concern, finding.Mixed, finding.Strength}
	if slices.Index(worstFirst, c.After) > slices.Index(worstFirst, c.Before) {
		return ilacs.ThemeTrendImproved
	}
	return ilacs.ThemeTrendDeclined
}

func (t trendsWithGrades) print(w io.Writer) {
	fmt.Fprintf(w, "in %d of %d pairs of consecutive reports the overall grade moved: with it went %d of %d trends of themes, and %d of %d before anything denied them\n",
		t.moved, t.pairs, t.with, t.trends, t.withThem, t.anyway)
}

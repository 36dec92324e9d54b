package ilacs

import (
	"strconv"

	"github.com/ilacs-go/inspection/internal/tsv"
)

// linear is a table of weights: one row for each feature and one for what holds
// without any, one column for each outcome. What features come to for an outcome
// is the sum of their weights.
type linear struct {
	base    []float64   // by outcome
	weights [][]float64 // by feature and outcome
}

// readLinear reads an embedded table of weights: a feature's name, then a number
// for each of so many outcomes. A row that is not there weighs nothing; a test
// holds that each is.
func readLinear(table string, names []string, outcomes int) *linear {
	m := &linear{make([]float64, outcomes), make([][]float64, len(names))}
	for i := range m.weights {
		m.weights[i] = make([]float64, outcomes)
	}
	for row := range tsv.Rows("weights", table) {
		to := m.base
		for i, n := range names {
			if n == row[0] {
				to = m.weights[i]
			}
		}
		for k := range to {
			to[k], _ = strconv.ParseFloat(row[1+k], 64)
		}
	}
	return m
}

// score is what features come to for an outcome.
func (m *linear) score(outcome int, features []float64) float64 {
	s := m.base[outcome]
	for i, f := range features {
		s += f * m.weights[i][outcome]
	}
	return s
}

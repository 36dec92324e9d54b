package follow

import (
	_ "embed"
	"strconv"
	"sync"

	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/internal/tsv"
)

//go:embed relevance.tsv
var relevanceTSV string

//go:embed status.tsv
var statusTSV string

// Tables are the tables that a Finder decides by. They are fitted by the program
// ilacs/internal/follow/fit.
type Tables struct {
	Vectors   *passage.Vectors
	Relevance *Weights // by the names of RelevanceFeatures, for one outcome
	Status    *Weights // by the names of StatusFeatures, for each of Statuses
}

// Embedded returns the tables that are compiled into the program.
var Embedded = sync.OnceValue(func() Tables {
	return Tables{
		Vectors:   passage.CommonVectors(),
		Relevance: readWeights("relevance.tsv", relevanceTSV, RelevanceFeatures[:], 1),
		Status:    readWeights("status.tsv", statusTSV, StatusFeatures[:], len(Statuses)),
	}
})

// Weights are those of a logistic regression, multinomial where there are
// several outcomes.
type Weights struct {
	Base      []float64   // by outcome
	ByFeature [][]float64 // by feature and outcome
}

// NewWeights returns weights of zero.
func NewWeights(features, outcomes int) *Weights {
	w := &Weights{make([]float64, outcomes), make([][]float64, features)}
	for i := range w.ByFeature {
		w.ByFeature[i] = make([]float64, outcomes)
	}
	return w
}

// readWeights reads an embedded table: the name of a feature, then a number for
// each outcome. A row that is missing weighs nothing; a test rules that out.
func readWeights(file, table string, features []string, outcomes int) *Weights {
	w := NewWeights(len(features), outcomes)
	rows := map[string][]float64{"base": w.Base}
	for i, name := range features {
		rows[name] = w.ByFeature[i]
	}
	for row := range tsv.Rows(file, table) {
		to := rows[row[0]]
		for k := range to {
			to[k], _ = strconv.ParseFloat(row[1+k], 64)
		}
	}
	return w
}

// Score returns what the features come to for an outcome.
func (w *Weights) Score(outcome int, features []float64) float64 {
	s := w.Base[outcome]
	for i, f := range features {
		s += f * w.ByFeature[i][outcome]
	}
	return s
}

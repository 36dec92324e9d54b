package ilacs

import (
	_ "embed"
	"encoding/base64"
	"math"
	"slices"
	"sync"

	"github.com/ilacs-go/inspection/internal/tsv"
)

//go:embed vectors.tsv
var vectorsTSV string

// dimensions is how many numbers place a word among the others.
const dimensions = 48

// vector places a word or a text among others by the company that its words
// keep: those of "caseload" and "workload" point nearly the same way.
type vector [dimensions]float32

// wordVectors are the vectors of the words that published reports use often.
var wordVectors = sync.OnceValue(func() map[string]*vector {
	rows := slices.Collect(tsv.Rows("vectors.tsv", vectorsTSV))
	out := make(map[string]*vector, len(rows))
	space := make([]vector, len(rows))
	for i, row := range rows {
		bytes, err := base64.StdEncoding.DecodeString(row[1])
		if err != nil || len(bytes) != dimensions {
			continue // a test holds that there is none such
		}
		for k, b := range bytes {
			space[i][k] = float32(int8(b))
		}
		space[i].toLength1()
		out[row[0]] = &space[i]
	}
	return out
})

// add adds a word's vector so many times.
func (v *vector) add(word *vector, times float64) {
	t := float32(times)
	for i, x := range word {
		v[i] += t * x
	}
}

// toLength1 makes a vector 1 long, unless it is 0.
func (v *vector) toLength1() {
	sum := 0.0
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	if sum == 0 {
		return
	}
	scale := float32(1 / math.Sqrt(sum))
	for i := range v {
		v[i] *= scale
	}
}

// likeness is the cosine of two vectors that are 1 long.
func (v *vector) likeness(other *vector) float64 {
	sum := float32(0)
	for i, x := range v {
		sum += x * other[i]
	}
	return float64(sum)
}

// vectorOf is the vector of a text by its telling words, the rarer counting
// more.
func (w weights) vectorOf(words []string) vector {
	all := wordVectors()
	var v vector
	for _, word := range words {
		if x := all[word]; x != nil {
			v.add(x, w.of(word))
		}
	}
	v.toLength1()
	return v
}

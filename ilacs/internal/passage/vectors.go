package passage

import (
	_ "embed"
	"encoding/base64"
	"math"
	"sync"

	"github.com/ilacs-go/inspection/internal/tsv"
)

//go:embed vectors.tsv
var vectorsTSV string

// Dimensions is how many numbers a word vector has.
const Dimensions = 48

// Vector is a word vector, or the weighted mean of those of a text, of length 1
// unless it is zero. Words that stand in like company point nearly the same way:
// "caseload" and "workload".
type Vector [Dimensions]float32

// Vectors are the vectors of the words that published reports use often, by the
// words without their endings.
type Vectors map[Word]*Vector

// CommonVectors returns the vectors of vectors.tsv.
var CommonVectors = sync.OnceValue(func() Vectors { return ReadVectors(vectorsTSV) })

// ReadVectors reads a table such as vectors.tsv.
func ReadVectors(table string) Vectors {
	out := Vectors{}
	for row := range tsv.Rows("vectors.tsv", table) {
		bytes, err := base64.StdEncoding.DecodeString(row[1])
		if err != nil || len(bytes) != Dimensions {
			continue // a test of the table rules that out
		}
		v := &Vector{}
		for k, b := range bytes {
			v[k] = float32(int8(b))
		}
		v.normalise()
		out[WordOf(row[0])] = v
	}
	return out
}

// Of returns the vector of a text by its content words, the more telling ones
// counting more.
func (vs Vectors) Of(words []Word, weights WordWeights) Vector {
	var sum Vector
	for _, word := range words {
		v, ok := vs[word]
		if !ok {
			continue
		}
		w := float32(weights.Of(word))
		for i, x := range v {
			sum[i] += w * x
		}
	}
	sum.normalise()
	return sum
}

// normalise gives a vector length 1, unless it is zero.
func (v *Vector) normalise() {
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

// Cosine returns the cosine similarity of two vectors.
func (v *Vector) Cosine(other *Vector) float64 {
	sum := float32(0)
	for i, x := range v {
		sum += x * other[i]
	}
	return float64(sum)
}

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

// Vectors are the vectors of the words that published reports use often.
type Vectors struct {
	table
	vectors []Vector
}

// CommonVectors returns the vectors of vectors.tsv.
var CommonVectors = sync.OnceValue(func() *Vectors { return ReadVectors(vectorsTSV) })

// ReadVectors reads a table such as vectors.tsv.
func ReadVectors(table string) *Vectors {
	var words []Word
	out := &Vectors{}
	for row := range tsv.Rows("vectors.tsv", table) {
		bytes, err := base64.StdEncoding.DecodeString(row[1])
		if err != nil || len(bytes) != Dimensions {
			continue // a test of the table rules that out
		}
		var v Vector
		for k, b := range bytes {
			v[k] = float32(int8(b))
		}
		v.Normalise()
		words, out.vectors = append(words, WordOf(row[0])), append(out.vectors, v)
	}
	out.table = newTable(words)
	return out
}

// Of returns the vector of a word, nil if there is none, as none is of nil vectors.
func (vs *Vectors) Of(w Word) *Vector {
	if vs == nil {
		return nil
	}
	if n := vs.number(w); n >= 0 {
		return &vs.vectors[n]
	}
	return nil
}

// Add adds the vector of a word, nil if it has none, to that of a text: the more the
// word tells, the more it counts.
func (v *Vector) Add(word *Vector, weight float64) {
	if word == nil {
		return
	}
	w := float32(weight)
	for i, x := range word {
		v[i] += w * x
	}
}

// Normalise gives a vector length 1, unless it is zero.
func (v *Vector) Normalise() {
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

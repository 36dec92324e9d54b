package main

import (
	"encoding/base64"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/internal/text"
)

// Word vectors are made of all that the reports of the corpus find: words that
// stand near the same words get vectors that point the same way. The matrix of
// positive pointwise mutual information is reduced to its main directions.
const (
	commonWord  = 15   // a word that fewer findings hold is left out
	window      = 7    // how far a word's context reaches, in content words
	smoothing   = 0.75 // makes rare contexts count less
	powerRounds = 24   // of the subspace iteration that finds the directions
)

// sparse is a matrix by its rows.
type sparse [][]entry

type entry struct {
	column int
	value  float64
}

// times multiplies a matrix by dense columns.
func (m sparse) times(x [][]float64) [][]float64 {
	out := make([][]float64, len(m))
	for i, row := range m {
		out[i] = make([]float64, len(x[0]))
		for _, e := range row {
			for k, v := range x[e.column] {
				out[i][k] += e.value * v
			}
		}
	}
	return out
}

// transposed is the matrix with rows and columns swapped.
func (m sparse) transposed() sparse {
	out := make(sparse, len(m))
	for i, row := range m {
		for _, e := range row {
			out[e.column] = append(out[e.column], entry{i, e.value})
		}
	}
	return out
}

// commonWords returns the content words of each finding, as numbers of a sorted
// vocabulary of those that are common, and the vocabulary.
func commonWords(c *corpus) (texts [][]int, vocabulary []string) {
	count := map[string]int{}
	var all [][]string
	for _, r := range c.inOrder() {
		for _, f := range r.Findings {
			if !passage.Evaluates(f.Section) {
				continue
			}
			words := passage.Words(f.Text)
			all = append(all, words)
			for _, w := range slices.Compact(slices.Sorted(slices.Values(words))) {
				count[w]++
			}
		}
	}
	number := map[string]int{}
	for _, w := range slices.Sorted(maps.Keys(count)) {
		if count[w] >= commonWord && (len(w) < 3 || !text.IsDigit(w[0])) { // years tell nothing
			number[w] = len(vocabulary)
			vocabulary = append(vocabulary, w)
		}
	}
	for _, words := range all {
		var known []int
		for _, w := range words {
			if n, ok := number[w]; ok {
				known = append(known, n)
			}
		}
		texts = append(texts, known)
	}
	return texts, vocabulary
}

// contexts counts which words stand near each word; nearer ones count more.
func contexts(texts [][]int, words int) sparse {
	near := make([]map[int]float64, words)
	for i := range near {
		near[i] = map[int]float64{}
	}
	for _, t := range texts {
		for i, a := range t {
			for d, b := range t[i+1 : min(len(t), i+1+window)] {
				if a != b {
					x := 1 / math.Sqrt(float64(d+1))
					near[a][b] += x
					near[b][a] += x
				}
			}
		}
	}
	m := make(sparse, words)
	for i, row := range near {
		for _, j := range slices.Sorted(maps.Keys(row)) {
			m[i] = append(m[i], entry{j, row[j]})
		}
	}
	return m
}

// weigh replaces counts by positive pointwise mutual information: how much more
// often than by chance two words stand near each other.
func weigh(m sparse) {
	total, smooth := make([]float64, len(m)), 0.0
	for i, row := range m {
		for _, e := range row {
			total[i] += e.value
		}
		smooth += math.Pow(total[i], smoothing)
	}
	for i, row := range m {
		for k, e := range row {
			row[k].value = max(0, math.Log(e.value/(total[i]*math.Pow(total[e.column], smoothing)/smooth)))
		}
		m[i] = slices.DeleteFunc(row, func(e entry) bool { return e.value == 0 })
	}
}

// directions finds the main left singular vectors of a matrix, and their singular
// values.
func directions(m sparse, n int) ([][]float64, []float64) {
	r := rand.New(rand.NewPCG(1, 1))
	q := make([][]float64, len(m))
	for i := range q {
		for range n {
			q[i] = append(q[i], r.NormFloat64())
		}
	}
	t := m.transposed()
	var values []float64
	for range powerRounds {
		q = m.times(t.times(q))
		values = orthonormalise(q)
	}
	for k := range values {
		values[k] = math.Sqrt(values[k]) // of m, not of m times its transpose
	}
	return q, values
}

// orthonormalise makes columns orthogonal and of length 1, and returns how long
// they were.
func orthonormalise(q [][]float64) []float64 {
	n := len(q[0])
	lengths := make([]float64, n)
	for k := range n {
		for j := range k {
			dot := 0.0
			for i := range q {
				dot += q[i][j] * q[i][k]
			}
			for i := range q {
				q[i][k] -= dot * q[i][j]
			}
		}
		sum := 0.0
		for i := range q {
			sum += q[i][k] * q[i][k]
		}
		lengths[k] = math.Sqrt(sum)
		for i := range q {
			q[i][k] /= lengths[k]
		}
	}
	return lengths
}

const vectorsHead = `# Word vectors: 48 numbers of one byte each, in base64. Words that stand in like company in published reports point nearly the same way. Words are without their endings (words.go).
# Source: counted by ilacs/internal/follow/fit in the findings of the reports of ../shared/corpus/layout. No sentence can be read from them.
word	vector
`

// vectorTable is the table of the vectors of common words, each number in a byte.
func vectorTable(c *corpus) string {
	texts, vocabulary := commonWords(c)
	m := contexts(texts, len(vocabulary))
	weigh(m)
	q, values := directions(m, passage.Dimensions)
	var b strings.Builder
	b.WriteString(vectorsHead)
	for i, w := range vocabulary {
		most := 0.0
		for k := range q[i] {
			q[i][k] *= math.Sqrt(values[k])
			most = max(most, math.Abs(q[i][k]))
		}
		var bytes [passage.Dimensions]byte
		for k, x := range q[i] {
			bytes[k] = byte(int8(math.Round(127 * x / max(most, 1e-12))))
		}
		fmt.Fprintf(&b, "%s\t%s\n", w, base64.StdEncoding.EncodeToString(bytes[:]))
	}
	return b.String()
}

package ilacs

import (
	"encoding/base64"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"github.com/ilacs-go/inspection/internal/tsv"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// How vectors.tsv is made, from all that the reports of the corpus find: words
// that stand near the same words get vectors that point the same way (positive
// pointwise mutual information, reduced to its main directions).
const (
	commonWord  = 15   // a word that fewer findings hold is left out
	window      = 7    // how far a word's company reaches, in telling words
	smoothing   = 0.75 // makes rare company count less
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

// turned is the matrix with rows and columns swapped.
func (m sparse) turned() sparse {
	out := make(sparse, len(m))
	for i, row := range m {
		for _, e := range row {
			out[e.column] = append(out[e.column], entry{i, e.value})
		}
	}
	return out
}

// company counts which words stand near each common word, and weighs how much
// oftener than by chance.
func company(reports []*Report) ([]string, sparse) {
	count := map[string]int{}
	var texts [][]string
	for _, r := range reports {
		for _, f := range r.Findings {
			if !ofInspectors(f.Section) {
				continue
			}
			inTurn := wordsInTurn(f.Text)
			texts = append(texts, inTurn)
			for _, w := range sortedOnce(slices.Clone(inTurn)) {
				count[w]++
			}
		}
	}
	number := map[string]int{}
	var vocabulary []string
	for _, w := range slices.Sorted(maps.Keys(count)) {
		if count[w] >= commonWord && (len(w) < 3 || !text.IsDigit(w[0])) { // years tell nothing
			number[w] = len(vocabulary)
			vocabulary = append(vocabulary, w)
		}
	}
	near := make([]map[int]float64, len(vocabulary))
	for i := range near {
		near[i] = map[int]float64{}
	}
	for _, inTurn := range texts {
		var known []int
		for _, w := range inTurn {
			if n, ok := number[w]; ok {
				known = append(known, n)
			}
		}
		for i, a := range known {
			for d, b := range known[i+1 : min(len(known), i+1+window)] {
				if a != b {
					x := 1 / math.Sqrt(float64(d+1))
					near[a][b] += x
					near[b][a] += x
				}
			}
		}
	}
	total, smooth := make([]float64, len(near)), 0.0
	m := make(sparse, len(near))
	for i, row := range near {
		for _, j := range slices.Sorted(maps.Keys(row)) { // sums of floats are to be the same on every run
			m[i] = append(m[i], entry{j, row[j]})
			total[i] += row[j]
		}
		smooth += math.Pow(total[i], smoothing)
	}
	for i, row := range m {
		for k, e := range row {
			row[k].value = max(0, math.Log(e.value/(total[i]*math.Pow(total[e.column], smoothing)/smooth)))
		}
		m[i] = slices.DeleteFunc(row, func(e entry) bool { return e.value == 0 })
	}
	return vocabulary, m
}

// directions finds the main left directions of a matrix and how strong each is.
func directions(m sparse, n int) ([][]float64, []float64) {
	r := rand.New(rand.NewPCG(1, 1))
	q := make([][]float64, len(m))
	for i := range q {
		for range n {
			q[i] = append(q[i], r.NormFloat64())
		}
	}
	t := m.turned()
	var strength []float64
	for range powerRounds {
		q = m.times(t.times(q))
		strength = orthonormal(q)
	}
	for k := range strength {
		strength[k] = math.Sqrt(strength[k]) // of m, not of m times itself turned
	}
	return q, strength
}

// orthonormal makes columns of length 1 at right angles, and gives how long
// they were.
func orthonormal(q [][]float64) []float64 {
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

// vectorTable is the table of a vocabulary's vectors, each in bytes.
func vectorTable(vocabulary []string, m sparse) string {
	q, strength := directions(m, dimensions)
	var b strings.Builder
	b.WriteString(vectorsHead)
	for i, w := range vocabulary {
		most := 0.0
		for k := range q[i] {
			q[i][k] *= math.Sqrt(strength[k])
			most = max(most, math.Abs(q[i][k]))
		}
		var bytes [dimensions]byte
		for k, x := range q[i] {
			bytes[k] = byte(int8(math.Round(127 * x / max(most, 1e-12))))
		}
		fmt.Fprintf(&b, "%s\t%s\n", w, base64.StdEncoding.EncodeToString(bytes[:]))
	}
	return b.String()
}

const vectorsHead = `# Where words stand among the others, by the company that they keep in published reports: 48 numbers of one byte each, in base64.
# Source: counted by TestVectors in the findings of the reports of ../shared/corpus/layout. Words without their endings, as telling.go takes them off.
word	vector
`

// underRace tells whether the test runs under the race detector.
func underRace() bool {
	info, ok := debug.ReadBuildInfo()
	return ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}

// TestVectors holds the table to be what the corpus gives: the same words, and
// the same likeness of any two, for the directions themselves may turn round
// where floats are rounded in another way.
func TestVectors(t *testing.T) {
	paths, err := filepath.Glob("../../shared/corpus/layout/*.txt")
	require.NoError(t, err)
	if len(paths) == 0 {
		t.Skip("../shared/corpus/layout is not here: the words were counted there")
	}
	if underRace() {
		t.Skip("too much counting for the race detector")
	}
	var reports []*Report
	for _, p := range paths {
		text, err := os.ReadFile(p)
		require.NoError(t, err)
		if r, err := Parse(string(text)); err == nil {
			reports = append(reports, r)
		}
	}
	vocabulary, m := company(reports)
	want := vectorTable(vocabulary, m)
	if *fit {
		require.NoError(t, os.WriteFile("vectors.tsv", []byte(want), 0o644))
		return
	}
	have := wordVectors()
	require.Equal(t, vocabulary, slices.Sorted(maps.Keys(have)))
	made := map[string]*vector{}
	for row := range tsv.Rows("vectors.tsv", want) {
		bytes, err := base64.StdEncoding.DecodeString(row[1])
		require.NoError(t, err)
		v := &vector{}
		for k, b := range bytes {
			v[k] = float32(int8(b))
		}
		v.toLength1()
		made[row[0]] = v
	}
	for i := range vocabulary {
		a, b := vocabulary[i], vocabulary[(i*7+1)%len(vocabulary)]
		require.InDelta(t, made[a].likeness(made[b]), have[a].likeness(have[b]), 0.05, "%s and %s", a, b)
	}
}

// Words of one meaning are near each other, and nearer than words of two.
func TestVectorsOfLikeWords(t *testing.T) {
	t.Parallel()
	all := wordVectors()
	for _, like := range [][3]string{
		{"caseload", "workload", "homeless"}, {"retention", "recruitment", "dental"}, {"neglect", "abuse", "audit"},
		{"unregistered", "unregulated", "supervision"}, {"advocacy", "visitor", "threshold"}, {"drift", "delay", "foster"},
	} {
		a, b, c := all[stem(like[0])], all[stem(like[1])], all[stem(like[2])]
		require.True(t, a != nil && b != nil && c != nil, "%v", like)
		assert.Greater(t, a.likeness(b), a.likeness(c)+0.2, "%v", like)
	}
}

// The table is sorted, each word stands once, and every vector is whole.
func TestVectorTableIsWhole(t *testing.T) {
	t.Parallel()
	require.Contains(t, vectorsTSV, "# Source: ")
	rows := slices.Collect(tsv.Rows("vectors.tsv", vectorsTSV))
	require.Greater(t, len(rows), 2000)
	for i, row := range rows {
		require.Len(t, row, 2)
		require.Regexp(t, `^[a-z0-9']+$`, row[0])
		require.True(t, i == 0 || rows[i-1][0] < row[0], "%s is not in order", row[0])
		bytes, err := base64.StdEncoding.DecodeString(row[1])
		require.NoError(t, err, row[0])
		require.Len(t, bytes, dimensions, row[0])
	}
	require.Len(t, wordVectors(), len(rows))
}

package ilacs

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
)

// The tables by which items are followed up are fitted here, on labels that
// readers gave to real reports (testdata/labels), and held to be what the fit
// gives. After a change of the features, of the labels or of how sentences are
// read they are renewed, in this order, by
//
//	go test ./ilacs -run 'TestVectors$' -fit && go test ./ilacs -run 'TestWeights' -fit
var fit = flag.Bool("fit", false, "renew vectors.tsv, relevance.tsv and status.tsv")

const labelled = "testdata/labels"

// example is an item of a pair of reports that a reader followed up.
type example struct {
	pair     string // both files
	set      string // "gold" for the two readers' labels in ../shared, "ILACS" and "SIF" for ours by the earlier report
	statuses []Status
	evidence []string
	item     passage
	t        *tracker
	codes    map[int]string // of candidates, where a reader gave them one
}

var examples = sync.OnceValues(readExamples)

func readExamples() ([]*example, error) {
	codes := map[string]string{}
	for _, row := range labelRows("relevance.tsv") {
		codes[strings.Join(row[:3], " ")] = row[3]
	}
	trackers := map[string]*tracker{}
	var out []*example
	add := func(set, before, after string, n int, statuses, evidence []string) error {
		e := &example{pair: before + " " + after, set: set, evidence: evidence, codes: map[int]string{}}
		if trackers[e.pair] == nil {
			t, err := readTracker(before, after)
			if err != nil {
				return err
			}
			trackers[e.pair] = t
		}
		e.t = trackers[e.pair]
		e.item = e.t.before.asked()[n]
		if set != "gold" && e.t.before.Visit.Type == SIF {
			e.set = "SIF"
		}
		for _, s := range statuses {
			status, err := ParseStatus(s)
			if err != nil {
				return err
			}
			e.statuses = append(e.statuses, status)
		}
		for _, x := range strings.Fields(codes[fmt.Sprintf("%s %d", e.pair, n)]) {
			at, code, _ := strings.Cut(x, ":")
			start, err := strconv.Atoi(at)
			if err != nil {
				return err
			}
			if i := slices.IndexFunc(e.t.candidates, func(p passage) bool { return p.Start == start }); i >= 0 {
				e.codes[i] = code
			}
		}
		out = append(out, e)
		return nil
	}
	for _, row := range labelRows("status.tsv") {
		n, err := strconv.Atoi(row[2])
		if err != nil {
			return nil, err
		}
		if err := add("ILACS", row[0], row[1], n, strings.Split(row[4], "/"), strings.Split(row[5], ",")); err != nil {
			return nil, err
		}
	}
	gold, err := os.Open("../../shared/gold/followups.jsonl")
	if err != nil {
		return nil, err
	}
	defer gold.Close()
	for lines := json.NewDecoder(gold); ; {
		var pair struct {
			Before, After string
			Labels        []struct {
				Item             int
				Status, Evidence []string
			}
		}
		if err := lines.Decode(&pair); err == io.EOF {
			return out, nil
		} else if err != nil {
			return nil, err
		}
		for _, l := range pair.Labels {
			if err := add("gold", pair.Before, pair.After, l.Item, l.Status, l.Evidence); err != nil {
				return nil, err
			}
		}
	}
}

// labelRows are the rows of a table of labels.
func labelRows(name string) [][]string {
	table, err := os.ReadFile(filepath.Join(labelled, name))
	if err != nil {
		panic(err)
	}
	return tsvRows(string(table))
}

func readTracker(before, after string) (*tracker, error) {
	var reports []*Report
	for _, name := range []string{before, after} {
		text, err := os.ReadFile(filepath.Join("../../shared/corpus/layout", name))
		if err != nil {
			return nil, err
		}
		r, err := Parse(string(text))
		if err != nil {
			return nil, err
		}
		reports = append(reports, r)
	}
	board := bothGradeBoard(reports[0], reports[1])
	return newTracker(newSide(reports[0], board), newSide(reports[1], board)), nil
}

func labelledExamples(t *testing.T) []*example {
	t.Helper()
	if _, err := os.Stat("../../shared/corpus/layout"); err != nil {
		t.Skip("../shared/corpus/layout is not here: the labels are of reports that are there")
	}
	if underRace() {
		t.Skip("too much fitting for the race detector")
	}
	all, err := examples()
	require.NoError(t, err)
	return all
}

// elsewhere is how many of the candidates that no reader was shown are taken to
// be irrelevant, for each item, and how much each counts.
const elsewhere, elsewhereCounts = 10, 3

func fitRelevance(examples []*example) *linear {
	var xs [][]float64
	var ys []int
	var ws []float64
	r := rand.New(rand.NewPCG(1, 1))
	for _, e := range examples {
		if len(e.codes) == 0 {
			continue
		}
		features := e.t.features(e.t.query(e.item))
		var rest []int
		for i := range features {
			code, ok := e.codes[i]
			if !ok {
				rest = append(rest, i)
				continue
			}
			y := 0
			if code[0] == '2' {
				y = 1
			}
			xs, ys, ws = append(xs, features[i][:]), append(ys, y), append(ws, 1)
		}
		r.Shuffle(len(rest), func(i, j int) { rest[i], rest[j] = rest[j], rest[i] })
		for _, i := range rest[:min(elsewhere, len(rest))] {
			xs, ys, ws = append(xs, features[i][:]), append(ys, 0), append(ws, elsewhereCounts)
		}
	}
	m := fitLinear(xs, ys, ws, 2, 3)
	one := &linear{base: []float64{m.base[1] - m.base[0]}}
	for _, w := range m.weights {
		one.weights = append(one.weights, []float64{w[1] - w[0]})
	}
	return one
}

// leanings are added to the likelihood of each status, as the logarithm of its
// odds: all statuses are to be found, not the commonest alone.
var leanings = [...]float64{0, 0.2, 0.25, 0.6}

// goldCounts is how much an item counts that two readers agreed on.
const goldCounts = 4

func fitStatus(examples []*example) *linear {
	var xs [][]float64
	var ys []int
	var ws []float64
	for _, e := range examples {
		h := e.t.hear(e.t.query(e.item))
		counts := 1.0
		if e.set == "gold" {
			counts = goldCounts
		}
		xs, ys, ws = append(xs, h.said[:]), append(ys, slices.Index(statusOrder[:], e.statuses[0])), append(ws, counts)
	}
	m := fitLinear(xs, ys, ws, len(statusOrder), 10)
	for k := range m.base {
		m.base[k] += leanings[k]
	}
	return m
}

// How fitLinear descends.
const descents, step, momentum = 500, 0.3, 0.9

// fitLinear fits the weights of a multinomial logistic regression, by descent,
// with a penalty on large weights of features brought to one scale.
func fitLinear(xs [][]float64, ys []int, ws []float64, outcomes int, penalty float64) *linear {
	n, total := len(xs[0]), 0.0
	mean, scale := make([]float64, n), make([]float64, n)
	for i, x := range xs {
		total += ws[i]
		for j, v := range x {
			mean[j] += v
		}
	}
	for j := range mean {
		mean[j] /= float64(len(xs))
	}
	for _, x := range xs {
		for j, v := range x {
			scale[j] += (v - mean[j]) * (v - mean[j])
		}
	}
	for j := range scale {
		scale[j] = max(math.Sqrt(scale[j]/float64(len(xs))), 1e-9)
	}
	std := make([][]float64, len(xs))
	for i, x := range xs {
		std[i] = make([]float64, n+1)
		for j, v := range x {
			std[i][j] = (v - mean[j]) / scale[j]
		}
		std[i][n] = 1
	}
	w, v := make([]float64, outcomes*(n+1)), make([]float64, outcomes*(n+1))
	grad, p := make([]float64, len(w)), make([]float64, outcomes)
	for range descents {
		clear(grad)
		for i, x := range std {
			sum := 0.0
			for k := range p {
				s := 0.0
				for j, f := range x {
					s += f * (w[k*(n+1)+j] + momentum*v[k*(n+1)+j])
				}
				p[k] = math.Exp(s)
				sum += p[k]
			}
			for k := range p {
				d := p[k] / sum
				if k == ys[i] {
					d--
				}
				for j, f := range x {
					grad[k*(n+1)+j] += ws[i] * d * f
				}
			}
		}
		for at := range w {
			g := grad[at]
			if at%(n+1) < n {
				g += penalty * (w[at] + momentum*v[at])
			}
			v[at] = momentum*v[at] - step/total*g
		}
		for at := range w {
			w[at] += v[at]
		}
	}
	m := &linear{base: make([]float64, outcomes), weights: make([][]float64, n)}
	for k := range outcomes {
		m.base[k] = w[k*(n+1)+n]
		for j := range n {
			x := w[k*(n+1)+j] / scale[j]
			m.weights[j] = append(m.weights[j], x)
			m.base[k] -= x * mean[j]
		}
	}
	return m
}

// with runs f with other weights than the embedded ones.
func with(relevance, status *linear, f func()) {
	oldRelevance, oldStatus := *relevanceWeights(), *statusWeights()
	if relevance != nil {
		*relevanceWeights() = *relevance
	}
	if status != nil {
		*statusWeights() = *status
	}
	defer func() { *relevanceWeights(), *statusWeights() = oldRelevance, oldStatus }()
	f()
}

// tally counts how many items are followed up as the readers did.
type tally struct {
	n, right, near, evidence, evidenced int
	want, hit                           map[Status]int
	confident                           map[Confidence][2]int
}

func newTally() *tally {
	return &tally{want: map[Status]int{}, hit: map[Status]int{}, confident: map[Confidence][2]int{}}
}

func (c *tally) add(e *example, fu FollowUp) {
	ordered := []Status{Persists, Partly, Addressed}
	right := slices.Contains(e.statuses, fu.Status)
	near := right
	for _, s := range e.statuses {
		a, b := slices.Index(ordered, s), slices.Index(ordered, fu.Status)
		near = near || a >= 0 && b >= 0 && (a-b == 1 || b-a == 1)
	}
	c.n++
	c.want[e.statuses[0]]++
	x := c.confident[fu.Confidence]
	x[1]++
	if right {
		c.right++
		c.hit[e.statuses[0]]++
		x[0]++
	}
	c.confident[fu.Confidence] = x
	if near {
		c.near++
	}
	if len(e.evidence) > 0 && !slices.Contains(e.statuses, NotRevisited) {
		c.evidenced++
		if slices.ContainsFunc(fu.Evidence, func(f finding.Finding) bool { return slices.Contains(e.evidence, placeLabel(f)) }) {
			c.evidence++
		}
	}
}

// placeLabel is how the labels name the place of a finding.
func placeLabel(f finding.Finding) string {
	switch {
	case f.Section == finding.SectionHeadline || f.Section == finding.SectionImprove:
		text, _ := f.Section.MarshalText()
		return string(text)
	case f.Paragraph > 0:
		return strconv.Itoa(f.Paragraph)
	}
	return ""
}

func (c *tally) recall() float64 {
	sum := 0.0
	for s, n := range c.want {
		sum += float64(c.hit[s]) / float64(n)
	}
	return sum / float64(len(c.want))
}

func (c *tally) share(n int) float64 { return float64(n) / float64(c.n) }

func (c *tally) String() string {
	return fmt.Sprintf("%d items: status right %.3f, mean recall %.3f, right or next %.3f, evidence %.3f; found %v of %v; right by confidence %v",
		c.n, c.share(c.right), c.recall(), c.share(c.near), float64(c.evidence)/float64(max(1, c.evidenced)), c.hit, c.want, c.confident)
}

// parts is how many parts the pairs are dealt into: each part is followed up with
// weights that were fitted on the others.
const parts = 8

// deal deals the pairs of examples into parts.
func deal(all []*example) map[string]int {
	var pairs []string
	for _, e := range all {
		if !slices.Contains(pairs, e.pair) {
			pairs = append(pairs, e.pair)
		}
	}
	slices.Sort(pairs)
	rand.New(rand.NewPCG(7, 7)).Shuffle(len(pairs), func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
	part := map[string]int{}
	for i, p := range pairs {
		part[p] = i % parts
	}
	return part
}

// fittedOn are the examples that weights are fitted on: recommendations of the
// single inspection framework are long, and fitting on them helped neither.
func fittedOn(examples []*example) []*example {
	return slices.DeleteFunc(slices.Clone(examples), func(e *example) bool { return e.set == "SIF" })
}

// TestFollowUpsOfOtherPairs tells how well items are followed up in pairs of
// reports that the weights were not fitted on.
func TestFollowUpsOfOtherPairs(t *testing.T) {
	all := labelledExamples(t)
	part := deal(all)
	tallies := map[string]*tally{"gold": newTally(), "ILACS": newTally(), "SIF": newTally()}
	var relevance [3][]float64 // by how much the reader found a finding to be about the item
	for n := range parts {
		test := slices.DeleteFunc(slices.Clone(all), func(e *example) bool { return part[e.pair] != n })
		train := fittedOn(slices.DeleteFunc(slices.Clone(all), func(e *example) bool { return part[e.pair] == n }))
		with(fitRelevance(train), nil, func() {
			for _, e := range fittedOn(test) {
				r := e.t.relevance(e.t.query(e.item))
				for i, c := range e.codes {
					relevance[c[0]-'0'] = append(relevance[c[0]-'0'], r[i])
				}
			}
			with(nil, fitStatus(train), func() {
				for _, e := range test {
					tallies[e.set].add(e, e.t.followUp(e.item))
				}
			})
		})
	}
	for _, name := range slices.Sorted(maps.Keys(tallies)) {
		t.Logf("%s: %v", name, tallies[name])
	}
	onPoint, onSubject := ordered(relevance[2], relevance[1]), ordered(relevance[2], relevance[0])
	t.Logf("a finding on the point is likelier than one on the subject with %.3f, than one on something else with %.3f", onPoint, onSubject)
	// Somewhat below what they were when the weights were fitted.
	assert.Greater(t, tallies["ILACS"].share(tallies["ILACS"].right), 0.69)
	assert.Greater(t, tallies["ILACS"].recall(), 0.57)
	assert.Greater(t, tallies["ILACS"].share(tallies["ILACS"].near), 0.88)
	assert.Greater(t, tallies["gold"].share(tallies["gold"].right), 0.62)
	assert.Greater(t, tallies["SIF"].share(tallies["SIF"].right), 0.53)
	assert.Greater(t, onPoint, 0.69)
	assert.Greater(t, onSubject, 0.85)
}

// ordered is how often one of the first is greater than one of the second.
func ordered(greater, less []float64) float64 {
	slices.Sort(less)
	n := 0
	for _, x := range greater {
		i, _ := slices.BinarySearch(less, x)
		n += i
	}
	return float64(n) / float64(len(greater)*len(less))
}

// TestWeights holds the tables of weights to be what the labels give.
func TestWeights(t *testing.T) {
	all := fittedOn(labelledExamples(t))
	relevance := fitRelevance(all)
	var status *linear
	with(relevance, nil, func() { status = fitStatus(all) })
	tables := map[string]string{
		"relevance.tsv": relevance.table(relevanceHead, relevanceNames[:], []string{"weight"}),
		"status.tsv":    status.table(statusHead, statusNames[:], []string{"addressed", "partly", "persists", "not-revisited"}),
	}
	for name, want := range tables {
		if *fit {
			require.NoError(t, os.WriteFile(name, []byte(want), 0o644))
			continue
		}
		have, err := os.ReadFile(name)
		require.NoError(t, err)
		assertNear(t, want, string(have), name)
	}
}

// assertNear holds two tables to be the same but for how floats are rounded.
func assertNear(t *testing.T, want, have, name string) {
	t.Helper()
	w, h := strings.Fields(want), strings.Fields(have)
	require.Len(t, h, len(w), name)
	for i := range w {
		x, err := strconv.ParseFloat(w[i], 64)
		if err != nil {
			require.Equal(t, w[i], h[i], name)
			continue
		}
		y, err := strconv.ParseFloat(h[i], 64)
		require.NoError(t, err, name)
		require.InDelta(t, x, y, 0.02, "%s is not what the labels give", name)
	}
}

const relevanceHead = `# How much each thing that an item and a later finding have in common counts for the finding being about the item: the weights of a logistic regression.
# Source: fitted by TestWeights on testdata/labels/relevance.tsv. Uncertain: one reader's labels. base is what holds without any.
`

const statusHead = `# How much what is heard on an item counts for each status: the weights of a multinomial logistic regression.
# Source: fitted by TestWeights on testdata/labels/status.tsv and the labels of ../shared. Uncertain: some 600 items, most labelled by one reader. base is what holds without any.
`

func (m *linear) table(head string, names, outcomes []string) string {
	var b strings.Builder
	b.WriteString(head)
	fmt.Fprintf(&b, "feature\t%s\n", strings.Join(outcomes, "\t"))
	row := func(name string, ws []float64) {
		b.WriteString(name)
		for _, w := range ws {
			fmt.Fprintf(&b, "\t%.2f", w)
		}
		b.WriteString("\n")
	}
	row("base", m.base)
	for i, name := range names {
		row(name, m.weights[i])
	}
	return b.String()
}

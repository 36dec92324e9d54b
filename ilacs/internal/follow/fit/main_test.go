package main

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/internal/follow"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/internal/tsv"
)

const root = "../../../.."

// wholeCorpus is the reports and labels, read once for all tests.
var wholeCorpus = sync.OnceValues(func() (*corpus, error) { return readCorpus(filepath.Join(root, "..", "shared")) })

// labelled are the labelled examples among them.
var labelled = sync.OnceValues(func() ([]*example, error) {
	c, err := wholeCorpus()
	if err != nil {
		return nil, err
	}
	return c.examples()
})

func examples(t *testing.T) []*example {
	t.Helper()
	if info, ok := debug.ReadBuildInfo(); ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"}) {
		t.Skip("too much fitting for the race detector")
	}
	all, err := labelled()
	if errors.Is(err, os.ErrNotExist) {
		t.Skipf("the labels are of reports that are not here: %v", err)
	}
	require.NoError(t, err)
	return all
}

// The tables of weights are what the labels give. That the vectors are what the
// corpus gives takes longer: the program's -check compares all.
func TestWeights(t *testing.T) {
	t.Parallel()
	tables := follow.Tables{Vectors: passage.CommonVectors()}
	tables.Relevance, tables.Status = fitWeights(tables.Vectors, examples(t))
	for _, table := range weightTables(tables) {
		have, err := os.ReadFile(filepath.Join(root, table.file))
		require.NoError(t, err)
		assert.Equal(t, table.text, string(have), table.file)
	}
}

// How well items are followed up in pairs of reports that were kept aside.
func TestFollowUpsKeptAside(t *testing.T) {
	t.Parallel()
	byILACS, bySIF := keptAside(examples(t))
	t.Logf("after a report of ILACS: %v", byILACS)
	t.Logf("after a report of the single inspection framework: %v", bySIF)
	// Somewhat below what they were when the weights were fitted.
	assert.Greater(t, byILACS.share(byILACS.right), 0.75)
	assert.Greater(t, byILACS.recall(), 0.70)
	assert.Greater(t, byILACS.share(byILACS.near), 0.91)
	assert.Greater(t, byILACS.evidenceFound(), 0.88)
	assert.Greater(t, bySIF.share(bySIF.right), 0.67)
	for _, c := range []*tally{byILACS, bySIF} { // what the doc comment of ilacs.Heard says
		right, n := surely(c.praised, 0.85)
		assert.GreaterOrEqual(t, float64(right)/float64(n), 0.90)
		assert.GreaterOrEqual(t, c.share(n), 0.38)
		right, n = surely(c.faulted, 0.85)
		assert.GreaterOrEqual(t, float64(right)/float64(n), 0.90)
	}
	right := func(c follow.Confidence) float64 {
		a, b := byILACS.confident[c], bySIF.confident[c]
		return float64(a[0]+b[0]) / float64(a[1]+b[1])
	}
	assert.Greater(t, right(follow.High), 0.85)
	assert.InDelta(t, 0.66, right(follow.Medium), 0.03)
	assert.InDelta(t, 0.54, right(follow.Low), 0.03)
}

// Trends of themes go with the overall grade as often as the comment on their
// thresholds says.
func TestTrendsGoWithGrades(t *testing.T) {
	t.Parallel()
	c, err := wholeCorpus()
	if errors.Is(err, os.ErrNotExist) {
		t.Skipf("the reports are not here: %v", err)
	}
	require.NoError(t, err)
	trends := countTrends(c)
	assert.Equal(t, 142, trends.moved)
	assert.InDelta(t, 0.94, float64(trends.with)/float64(trends.trends), 0.01)
	assert.InDelta(t, 0.91, float64(trends.withThem)/float64(trends.anyway), 0.01)
}

// What summaries name as praised and as faulted is so as often as the comment in
// ilacs/summary_items.go on what it takes to be named says.
func TestItemsNamedBySummaries(t *testing.T) {
	t.Parallel()
	all, kept, err := namedItems(examples(t))
	require.NoError(t, err)
	t.Logf("all %+v, kept aside %+v", all, kept)
	for _, c := range []struct {
		name     string
		right, n int
		share    float64
		about    int // how many are named
	}{
		{"praised", all.praisedRight, all.praised, 0.98, 97},
		{"faulted", all.faultedRight, all.faulted, 0.99, 61},
		{"praised, kept aside", kept.praisedRight, kept.praised, 0.99, 36},
		{"faulted, kept aside", kept.faultedRight, kept.faulted, 0.99, 25},
	} {
		require.InDelta(t, c.about, c.n, 10, c.name)
		assert.InDelta(t, c.share, float64(c.right)/float64(c.n), 0.02, c.name)
	}
}

// promised is what a threshold says of findings that are as likely to be about an item.
type promised struct {
	name                  string
	coded                 coded
	least                 float64
	subject, point, found float64
}

func (p promised) check(t *testing.T) {
	t.Helper()
	subject, point, found := p.coded.from(p.least)
	assert.InDelta(t, p.subject, subject, 0.02, p.name)
	assert.InDelta(t, p.point, point, 0.02, p.name)
	assert.InDelta(t, p.found, found, 0.03, p.name)
}

// Findings as likely as the thresholds say are about the item as often as the
// comments on them say.
func TestThresholdsOfRelevance(t *testing.T) {
	t.Parallel()
	findings, items := relevances(examples(t))
	for _, p := range []promised{
		{"LeastRelevant", findings, follow.LeastRelevant, 0.83, 0.49, 0.91},
		{"LeastShown", findings, follow.LeastShown, 0.98, 0.81, 0.39},
		{"SurelyRelevant", findings, follow.SurelyRelevant, 0.97, 0.75, 0.55},
		{"AskedAgain", items, follow.AskedAgain, 1, 0.84, 0.78},
	} {
		p.check(t)
	}
}

// On items that were coded later, which nothing was fitted on and of which three in four
// are recommendations of the single inspection framework, they promise less.
func TestThresholdsOfRelevanceAside(t *testing.T) {
	t.Parallel()
	findings, items := relevancesAside(examples(t))
	assert.Greater(t, len(findings), 5000)
	for _, p := range []promised{
		{"LeastRelevant", findings, follow.LeastRelevant, 0.55, 0.28, 0.99},
		{"LeastShown", findings, follow.LeastShown, 0.91, 0.65, 0.56},
		{"SurelyRelevant", findings, follow.SurelyRelevant, 0.84, 0.55, 0.72},
		{"AskedAgain", items, follow.AskedAgain, 0.90, 0.70, 0.84},
	} {
		p.check(t)
	}
}

// The program prepares documents as Compare does: what it fits is what users get.
func TestFindersFollowUpAsCompareDoes(t *testing.T) {
	t.Parallel()
	finders := findersBy(follow.Embedded())
	compared := map[*pair][]ilacs.FollowUp{}
	for _, e := range examples(t) {
		if compared[e.pair] == nil {
			p, err := ilacs.Compare(e.before, e.after)
			require.NoError(t, err)
			compared[e.pair] = p.FollowUps
		}
		want, got := compared[e.pair][e.number], finders.of(e.pair).FollowUp(finders.evidence(e))
		status, err := want.Status.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, []any{string(status), want.Reason, want.Item.Span}, []any{got.Status.String(), got.Reason, got.Item.Span}, e.name)
		assert.Equal(t, want.Evidence, got.Evidence, e.name)
	}
}

// Findings are read as a reader did: praise, fault or both, and whether things
// changed. What the reader called neutral is left out, as neutral findings were
// hardly shown.
func TestReadingsAgainstLabels(t *testing.T) {
	t.Parallel()
	polarities := map[byte]finding.Polarity{'s': finding.Strength, 'c': finding.Concern, 'm': finding.Mixed}
	directions := map[byte]finding.Direction{'+': finding.DirectionImproved, '-': finding.DirectionDeclined, '=': finding.DirectionUnchanged, '.': finding.DirectionNone}
	type place struct {
		*pair
		candidate int
	}
	seen := map[place]bool{}
	n, polarity, direction := 0, 0, 0
	for _, e := range examples(t) {
		for i, code := range e.codes {
			f, at := e.candidates[i], place{e.pair, i}
			if seen[at] || code[1] == 'n' || f.Section.Asks() {
				continue
			}
			seen[at] = true
			n++
			if f.Polarity == polarities[code[1]] {
				polarity++
			}
			if f.Direction == directions[code[2]] {
				direction++
			}
		}
	}
	t.Logf("%d findings: polarity right %.3f, direction %.3f", n, float64(polarity)/float64(n), float64(direction)/float64(n))
	assert.Greater(t, float64(polarity)/float64(n), 0.92)
	assert.Greater(t, float64(direction)/float64(n), 0.92)
}

// The labels name reports, items and findings, and hold none of their text.
func TestLabelsAreWellFormed(t *testing.T) {
	t.Parallel()
	file := regexp.MustCompile(`^\d{5,7}-[a-z-]+-\d{4}-\d{2}-\d{2}\.txt$`)
	codes := regexp.MustCompile(`^(\d+:[012][scmn][+=.-]( |$))+$`)
	for _, labels := range []struct {
		name, table string
		columns     *regexp.Regexp // after the files and the item
	}{
		{"status.tsv", statusLabels, regexp.MustCompile(`^(kept)?\t(addressed|partly|persists|not-revisited)(/(addressed|partly|persists|not-revisited))?\t((\d+|headline|improve|[a-z-]+)(,|$))*$`)},
		{"relevance_aside.tsv", relevanceAsideLabels, codes},
		{"relevance.tsv", relevanceLabels, codes},
	} {
		seen := map[string]bool{}
		for row := range tsv.Rows(labels.name, labels.table) {
			key := strings.Join(row[:3], " ")
			require.False(t, seen[key], "%s: %s twice", labels.name, key)
			seen[key] = true
			require.Regexp(t, file, row[0], labels.name)
			require.Regexp(t, file, row[1], labels.name)
			require.Regexp(t, `^\d+$`, row[2], labels.name)
			require.Regexp(t, labels.columns, strings.Join(row[3:], "\t"), "%s: %s", labels.name, key)
		}
		require.NotEmpty(t, seen, labels.name)
	}
}

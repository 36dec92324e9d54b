package ilacs

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/ilacs-go/inspection/internal/tsv"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
)

const labelled = "testdata/labels"

// example is an item of a pair of reports that a reader followed up.
type example struct {
	pair     string // both files
	kept     bool   // its pair was kept aside
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
	add := func(set, before, after string, n int, kept bool, statuses, evidence []string) error {
		e := &example{pair: before + " " + after, set: set, kept: kept, evidence: evidence, codes: map[int]string{}}
		if trackers[e.pair] == nil {
			t, err := readTracker(before, after)
			if err != nil {
				return err
			}
			trackers[e.pair] = t
		}
		e.t = trackers[e.pair]
		e.item = e.t.before.asked()[n]
		if set != "gold" && e.t.before.Visit.Type == VisitTypeSIF {
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
		if err := add("ILACS", row[0], row[1], n, row[3] != "", strings.Split(row[4], "/"), strings.Split(row[5], ",")); err != nil {
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
			if err := add("gold", pair.Before, pair.After, l.Item, false, l.Status, l.Evidence); err != nil {
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
	return slices.Collect(tsv.Rows("labels", string(table)))
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

// TestReadingsAgainstLabels holds how findings are read against what a reader said
// of them: praise, fault or both, and whether things changed. What he called
// neutral is left out, as neutral findings were hardly shown to him.
func TestReadingsAgainstLabels(t *testing.T) {
	polarities := map[byte]finding.Polarity{'s': finding.Strength, 'c': finding.Concern, 'm': finding.Mixed}
	directions := map[byte]finding.Direction{'+': finding.DirectionImproved, '-': finding.DirectionDeclined, '=': finding.DirectionUnchanged, '.': finding.DirectionNone}
	type place struct {
		t     *tracker
		start int
	}
	seen := map[place]bool{}
	n, polarity, direction := 0, 0, 0
	for _, e := range labelledExamples(t) {
		for i, code := range e.codes {
			p := e.t.candidates[i]
			if at := (place{e.t, p.Start}); seen[at] || code[1] == 'n' || isAsked(p.Finding) {
				continue
			} else {
				seen[at] = true
			}
			n++
			if p.Polarity == polarities[code[1]] {
				polarity++
			}
			if p.Direction == directions[code[2]] {
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
	for name, column := range map[string]*regexp.Regexp{
		"status.tsv":    regexp.MustCompile(`^(kept)?\t(addressed|partly|persists|not-revisited)(/(addressed|partly|persists|not-revisited))?\t((\d+|headline|improve|[a-z-]+)(,|$))*$`),
		"relevance.tsv": regexp.MustCompile(`^(\d+:[012][scmn][+=.-]( |$))+$`),
	} {
		seen := map[string]bool{}
		for _, row := range labelRows(name) {
			key := strings.Join(row[:3], " ")
			require.False(t, seen[key], "%s: %s twice", name, key)
			seen[key] = true
			require.Regexp(t, file, row[0], name)
			require.Regexp(t, file, row[1], name)
			require.Regexp(t, `^\d+$`, row[2], name)
			require.Regexp(t, column, strings.Join(row[3:], "\t"), "%s: %s", name, key)
		}
	}
}

package ilacs_test

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
)

// corpus gives the real documents of one folder of ../shared/corpus by their
// names, or skips the test where they are absent.
func corpus(t *testing.T, folder string) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(shared, "corpus", folder, "*.txt"))
	require.NoError(t, err)
	if len(paths) == 0 {
		t.Skipf("../shared/corpus/%s is not here: no real documents to read", folder)
	}
	texts := map[string]string{}
	for _, p := range paths {
		raw, err := os.ReadFile(p)
		require.NoError(t, err)
		texts[filepath.Base(p)] = string(raw)
	}
	return texts
}

// readings are the texts that are read once for all tests.
var readings sync.Map // of func() (*ilacs.Report, error), by text

// parsed reads a text, or returns what was read from it before: no test changes
// that.
func parsed(text string) (*ilacs.Report, error) {
	read, _ := readings.LoadOrStore(text, sync.OnceValues(func() (*ilacs.Report, error) { return ilacs.Parse(text) }))
	return read.(func() (*ilacs.Report, error))()
}

// gold gives the rows of ../shared/gold/reports.tsv by their column names.
func gold(t *testing.T) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join(shared, "gold", "reports.tsv"))
	if os.IsNotExist(err) {
		t.Skip("../shared/gold/reports.tsv is not here: nothing says what real reports hold")
	}
	require.NoError(t, err)
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes = '\t', true
	records, err := r.ReadAll()
	require.NoError(t, err)
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, cell := range record {
			row[records[0][i]] = cell
		}
		rows = append(rows, row)
	}
	require.NotEmpty(t, rows)
	return rows
}

// goldAreas are the areas that the columns of gold/reports.tsv speak of.
var goldAreas = map[string]string{
	"overall": "overall", "leaders": "leaders", "help_protection": "help-and-protection", "in_care": "in-care",
	"care_leavers": "care-leavers", "in_care_and_leavers": "in-care-and-care-leavers", "sif_looked_after": "looked-after",
	"sif_adoption": "adoption", "sif_care_leavers": "care-leavers", "sif_leadership": "leaders", "lscb": "lscb",
}

// goldGrades are the grades of a row. Of the looked after children inspections
// of 2013 gold gives the overall one alone.
func goldGrades(row map[string]string) map[string]string {
	grades := map[string]string{}
	for column, area := range goldAreas {
		if g := row[column]; g != "" {
			grades[area] = strings.ReplaceAll(g, " ", "-")
		}
	}
	return grades
}

// contradictions are the grades of a report that gold does not give so. A
// grade that is absent is none.
func contradictions(t *testing.T, row map[string]string, r *ilacs.Report) []string {
	t.Helper()
	want := goldGrades(row)
	var out []string
	for area, grade := range gradesOf(t, r) {
		if row["framework"] == "SLAC" && area != "overall" {
			continue
		}
		if want[area] != grade {
			out = append(out, fmt.Sprintf("%s: %s is %q, not %q", row["file"], area, want[area], grade))
		}
	}
	return out
}

func gradesOf(t *testing.T, r *ilacs.Report) map[string]string {
	t.Helper()
	grades := map[string]string{}
	for area, grade := range r.Judgements.All() {
		grades[text(t, area)] = text(t, grade)
	}
	return grades
}

// Every real document is read, its spans hold what its findings say, its JSON
// reads back, and reading it again gives the same.
func TestCorpus(t *testing.T) {
	t.Parallel()
	for _, folder := range []string{"layout", "plain", "pdfium", "raw", "jtai", "letters", "articles"} {
		t.Run(folder, func(t *testing.T) {
			t.Parallel()
			checkEvery(t, some(corpus(t, folder)))
		})
	}
}

// checkEvery holds what is read from each of the texts against what must hold
// of every report.
func checkEvery(t *testing.T, texts map[string]string) {
	t.Helper()
	known := watch(t)
	byKind := map[string][]string{}
	for name, text := range texts {
		r, err := parsed(text)
		if !assert.NoError(t, err, name) {
			continue
		}
		for _, f := range slices.Concat(faults(text, r), spans(text, r), roundTrip(r)) {
			require.Contains(t, faultKinds, f.kind)
			byKind[f.kind] = append(byKind[f.kind], fmt.Sprintf("%s: %.300s", name, f.what))
		}
		again, err := ilacs.Parse(text)
		require.NoError(t, err)
		require.Equal(t, r, again, name)
	}
	for _, kind := range faultKinds {
		f := byKind[kind]
		known.check(t, kind, len(f) == 0, "%d faults, such as\n%s", len(f), strings.Join(f[:min(len(f), 5)], "\n"))
	}
}

// A wrong grade is the worst that this library could do: there are none, and in
// the text form that the columns of a table survive in there is none missing.
func TestCorpusGrades(t *testing.T) {
	t.Parallel()
	for _, folder := range []string{"layout", "plain", "pdfium", "raw"} {
		t.Run(folder, func(t *testing.T) {
			t.Parallel()
			known := watch(t)
			texts := some(corpus(t, folder))
			n := 0
			for _, row := range gold(t) {
				text, ok := texts[row["file"]]
				if !ok {
					continue
				}
				n++
				r, err := parsed(text)
				if !assert.NoError(t, err, row["file"]) {
					continue
				}
				assert.Empty(t, contradictions(t, row, r))
				got := gradesOf(t, r)
				missing := slices.DeleteFunc(slices.Sorted(maps.Keys(goldGrades(row))), func(area string) bool { return got[area] != "" })
				known.check(t, row["file"], len(missing) == 0, "no grade of %v", missing)
			}
			assert.Equal(t, len(texts), n, "documents that gold says nothing of")
		})
	}
}

// some leaves out eleven documents of twelve under the race detector.
func some(texts map[string]string) map[string]string {
	if !raceDetector || len(texts) < 20 {
		return texts
	}
	few := map[string]string{}
	for i, name := range slices.Sorted(maps.Keys(texts)) {
		if i%12 == 0 {
			few[name] = texts[name]
		}
	}
	return few
}

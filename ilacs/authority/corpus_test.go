package authority_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/internal/tsv"
)

// The reports, and the facts taken from them, lie beside the module and are not
// part of it.
const shared = "../../../shared"

// table returns the rows of a table by column, or skips the test if the table is
// absent.
func table(t *testing.T, path string) []map[string]string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(shared, path))
	if os.IsNotExist(err) {
		t.Skipf("%s is not here", path)
	}
	require.NoError(t, err)
	rows := slices.Collect(tsv.Records(path, string(raw)))
	require.NotEmpty(t, rows)
	return rows
}

// finds checks that the name finds the authority with the URN.
func finds(t *testing.T, name, urn string) {
	t.Helper()
	a, err := authority.Find(name)
	if assert.NoError(t, err, "for the URN %s", urn) {
		assert.Equal(t, urn, a.URN, name)
	}
}

func TestFindNamesOfTheRecord(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"record/outcomes.tsv", "gold/reports.tsv"} {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			urns := map[string]bool{}
			rows := table(t, path)
			for _, row := range rows {
				finds(t, row["authority"], row["urn"])
				day, err := civil.Parse(row["start"])
				require.NoError(t, err)
				a, err := authority.FindOn(row["authority"], day)
				if assert.NoError(t, err) {
					assert.Equal(t, row["urn"], a.URN, "%s on %s", row["authority"], day)
				}
				urns[row["urn"]] = true
			}
			if path == "record/outcomes.tsv" {
				for a := range authority.All() {
					assert.Equal(t, a.IsOpen(), urns[a.URN], "%s is open, or not in the record", a)
				}
			}
			t.Logf("%d rows of %d authorities", len(rows), len(urns))
		})
	}
}

func TestFindNamesOnReports(t *testing.T) {
	t.Parallel()
	names := 0
	for _, row := range table(t, "record/authorities.tsv") {
		forms := strings.Split(row["names_on_reports"], "|")
		a, known := authority.ByCode(row["la_code"])
		require.True(t, known, row["name"])
		assert.Equal(t, row["gss"], a.GSS, row["name"])
		if !a.IsOpen() {
			continue
		}
		assert.Equal(t, row["urn"], a.URN, row["name"])
		for _, name := range append(forms, row["name"]) {
			finds(t, name, row["urn"])
			names++
		}
		var codes []string
		for n := range authority.Neighbours(a) {
			codes = append(codes, n.Code)
		}
		assert.Equal(t, row["statistical_neighbours"], strings.Join(codes, ","), row["name"])
	}
	t.Logf("%d names", names)
}

var fileName = regexp.MustCompile(`^(\d+)-(.+)-\d{4}-\d\d-\d\d\.txt$`)

// eachReport calls f with the text of each report in a folder of the corpus.
func eachReport(t *testing.T, folder string, f func(t *testing.T, urn, slug, text string)) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(shared, "corpus", folder, "*.txt"))
	require.NoError(t, err)
	if len(files) == 0 {
		t.Skipf("corpus/%s is not here", folder)
	}
	for _, file := range files {
		m := fileName.FindStringSubmatch(filepath.Base(file))
		require.NotNil(t, m, file)
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		f(t, m[1], m[2], string(text))
	}
	t.Logf("%d files", len(files))
}

func TestFindNamesOfFiles(t *testing.T) {
	t.Parallel()
	for _, folder := range []string{"layout", "plain", "pdfium", "jtai"} {
		t.Run(folder, func(t *testing.T) {
			t.Parallel()
			eachReport(t, folder, func(t *testing.T, urn, slug, _ string) { finds(t, slug, urn) })
		})
	}
}

// These patterns take the names out of the titles of reports. They are
// independent of what the parser does.
var (
	titleOf     = regexp.MustCompile(`^(?:Re-)?[Ii]nspection of (?:looked after children services )?(.+?)(?: Inspection| Ages| Lead| Judgement|$)`)
	titleBefore = regexp.MustCompile(`^(.+?) (?:Review|Single|Re-inspection|[Ii]nspection)\b`)
)

func TestFindTitlesOfReports(t *testing.T) {
	t.Parallel()
	for _, folder := range []string{"layout", "plain"} {
		t.Run(folder, func(t *testing.T) {
			t.Parallel()
			eachReport(t, folder, func(t *testing.T, urn, slug, text string) {
				words := strings.Fields(text)
				head := strings.Join(words[:min(len(words), 40)], " ")
				for _, re := range []*regexp.Regexp{titleOf, titleBefore} {
					if m := re.FindStringSubmatch(head); m != nil {
						finds(t, m[1], urn)
						return
					}
				}
				t.Errorf("no name at the head of %s-%s: %s", urn, slug, head)
			})
		})
	}
}

var dear = regexp.MustCompile(`(?m)^\s*Dear ([A-Z].+)$`)

func TestFindPartnershipsOfLetters(t *testing.T) {
	t.Parallel()
	n := 0
	eachReport(t, "jtai", func(t *testing.T, urn, _, text string) {
		if m := dear.FindStringSubmatch(text); m != nil {
			finds(t, m[1], urn)
			n++
		}
	})
	assert.Positive(t, n)
	t.Logf("%d letters name a partnership", n)
}

package book_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// table reads a file of tab-separated values with a row of heads.
func table(t *testing.T, name string) []map[string]string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(shared, "record", name))
	if os.IsNotExist(err) {
		t.Skip("the peers' columns are not checked: ../shared/record is not here")
	}
	require.NoError(t, err)
	lines := strings.Split(strings.TrimRight(string(content), "\n"), "\n")
	heads := strings.Split(lines[0], "\t")
	var rows []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, cell := range strings.Split(line, "\t") {
			row[heads[i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

var gradeLetters = map[string]string{"outstanding": "O", "good": "G", "requires improvement": "RI", "inadequate": "I", "not judged": "NJ", "": ""}

// printed is a date of the tables as the workbook shows it.
func printed(t *testing.T, date string) string {
	t.Helper()
	if date == "" {
		return ""
	}
	day, err := time.Parse("2006-01-02", date)
	require.NoError(t, err)
	return day.Format("2 Jan 2006")
}

func first(cells ...string) string {
	for _, c := range cells {
		if c != "" {
			return c
		}
	}
	return ""
}

// days counts from one date to another.
func days(t *testing.T, from, to string) int {
	t.Helper()
	a, err := time.Parse("2006-01-02", from)
	require.NoError(t, err)
	b, err := time.Parse("2006-01-02", to)
	require.NoError(t, err)
	return int(b.Sub(a).Hours() / 24)
}

// TestPeersColumns compares what analysts keep by hand for all authorities, cell by
// cell, with the tables of facts, from which it is worked out here once more.
func TestPeersColumns(t *testing.T) {
	t.Parallel()
	facts, outcomes := table(t, "authorities.tsv"), table(t, "outcomes.tsv")
	const asOf = "2026-08-31"
	latest := map[string]map[string]string{} // by URN
	for _, o := range outcomes {
		// Of looked after children alone, or the board alone: not the services as a whole.
		whole := o["framework"] != "SLAC" && first(o["overall"], o["leaders"]) != ""
		if whole && o["start"] > latest[o["urn"]]["start"] {
			latest[o["urn"]] = o
		}
	}
	byCode := map[string]map[string]string{}
	for _, f := range facts {
		byCode[f["la_code"]] = f
	}
	rows := tables(t, nil, asOf)["Authorities"]
	require.Len(t, rows, 153)
	compared := 0
	same := func(row map[string]string, head, want string) {
		t.Helper()
		compared++
		assert.Equal(t, want, row[head], "%s: %s", row["Authority"], head)
	}
	for _, row := range rows {
		at := slices.IndexFunc(facts, func(f map[string]string) bool {
			return f["urn"] == row["Ofsted URN"] && f["statistical_neighbours"] != ""
		})
		if !assert.GreaterOrEqual(t, at, 0, row["Authority"]) {
			continue
		}
		f := facts[at]
		o := latest[f["urn"]]
		require.NotNil(t, o, f["name"])
		compared++
		assert.Contains(t, strings.Split(f["name"]+"|"+f["also"]+"|"+f["names_on_reports"], "|"), row["Authority"])
		same(row, "DfE code", f["la_code"])
		same(row, "GSS code", f["gss"])
		same(row, "Region", f["region"])
		same(row, "Framework", map[string]string{"SIF": "SIF", "ILACS2018": "ILACS 2018", "ILACS2023": "ILACS 2023", "ILACS2026": "ILACS 2026"}[o["framework"]])
		same(row, "Fieldwork from", printed(t, o["start"]))
		same(row, "Fieldwork to", printed(t, o["end"]))
		same(row, "Published", printed(t, o["published"]))
		same(row, "Lead inspector", o["lead_inspector"])
		same(row, "Overall effectiveness", gradeLetters[o["overall"]])
		same(row, "Leaders", gradeLetters[first(o["leaders"], o["sif_leadership"])])
		same(row, "Help and protection", gradeLetters[o["help_protection"]])
		same(row, "Children in care", gradeLetters[o["in_care"]])
		same(row, "Care leavers", gradeLetters[first(o["care_leavers"], o["sif_care_leavers"])])
		same(row, "In care and care leavers", gradeLetters[o["in_care_and_leavers"]])
		compared += 2
		assert.Equal(t, days(t, o["end"], o["published"]), number(t, row["Days to publication"]), f["name"])
		assert.Equal(t, days(t, o["start"], asOf), number(t, row["Days since it began"]), f["name"])
		longer := 1
		for _, other := range rows {
			if theirs := latest[other["Ofsted URN"]]; theirs["start"] < o["start"] {
				longer++
			}
		}
		compared++
		assert.Equal(t, longer, number(t, row["Rank (1 = longest ago)"]), f["name"])

		var neighbours []string // by code, as the tables print names in several forms
		counts := map[string]int{}
		for code := range strings.SplitSeq(f["statistical_neighbours"], ",") {
			n := byCode[code]
			letter := first(gradeLetters[latest[n["urn"]]["overall"]], "–")
			counts[letter]++
			neighbours = append(neighbours, code+" "+letter)
		}
		var told []string
		for neighbour := range strings.SplitSeq(row["Statistical neighbours, the most similar first, with their overall grades"], "; ") {
			at := strings.LastIndex(neighbour, " ")
			told = append(told, one(t, rows, "Authority", neighbour[:at])["DfE code"]+neighbour[at:])
		}
		compared++
		assert.Equal(t, neighbours, told, f["name"])
		for head, letter := range map[string]string{"Neighbours: O": "O", "Neighbours: G": "G", "Neighbours: RI": "RI", "Neighbours: I": "I", "Neighbours: none": "–"} {
			compared++
			assert.Equal(t, counts[letter], number(t, row[head]), "%s: %s", f["name"], head)
		}
		// The median by counting up from the best and down from the worst.
		graded := len(neighbours) - counts["–"]
		middle := func(order ...string) string {
			sum := 0
			for _, letter := range order {
				if sum += counts[letter]; 2*sum >= graded {
					return letter
				}
			}
			return ""
		}
		median := middle("O", "G", "RI", "I")
		if low := middle("I", "RI", "G", "O"); low != median {
			median += "/" + low
		}
		same(row, "Median overall", median)
	}
	assert.Equal(t, 153*25, compared)
	t.Logf("%d authorities, %d cells", len(rows), compared)
}

func number(t *testing.T, s string) int {
	t.Helper()
	n := 0
	require.NotEmpty(t, s)
	for _, r := range s {
		require.True(t, r >= '0' && r <= '9', s)
		n = 10*n + int(r-'0')
	}
	return n
}

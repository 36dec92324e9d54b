package tsv_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/internal/tsv"
)

const table = "# where it is from\nname\tgrade\nAsh\tgood\n\n# a remark\nBirch\t\r\n"

func TestRows(t *testing.T) {
	t.Parallel()
	assert.Equal(t, [][]string{{"Ash", "good"}, {"Birch", ""}}, slices.Collect(tsv.Rows("trees.tsv", table)))
	assert.Empty(t, slices.Collect(tsv.Rows("empty.tsv", "# nothing\n")))
	assert.PanicsWithValue(t, `trees.tsv: 1 cells under 2 columns: ["Cedar"]`, func() {
		_ = slices.Collect(tsv.Rows("trees.tsv", table+"Cedar\n"))
	})
	for cells := range tsv.Rows("trees.tsv", table) {
		assert.Equal(t, "Ash", cells[0])
		break
	}
}

func TestScan(t *testing.T) {
	t.Parallel()
	var got [][]string
	for cells := range tsv.Scan("trees.tsv", table) {
		got = append(got, slices.Clone(cells))
	}
	assert.Equal(t, [][]string{{"Ash", "good"}, {"Birch", ""}}, got)
}

func TestRecords(t *testing.T) {
	t.Parallel()
	got := slices.Collect(tsv.Records("trees.tsv", table))
	assert.Len(t, got, 2)
	assert.True(t, maps.Equal(map[string]string{"name": "Birch", "grade": ""}, got[1]))
	for record := range tsv.Records("trees.tsv", table) {
		assert.Equal(t, "good", record["grade"])
		break
	}
}

func TestList(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []string{"a", "b"}, tsv.List("a|b", "|"))
	assert.Empty(t, tsv.List("", "|"))
}

package ilacs_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// tsv reads a table that is compiled into the package: what its comments say,
// the names of its columns, and its rows.
func tsv(t *testing.T, file string) (comments string, rows []map[string]string) {
	t.Helper()
	raw, err := os.ReadFile(file)
	require.NoError(t, err)
	require.True(t, utf8.Valid(raw))
	require.NotContains(t, string(raw), "\r")
	var columns []string
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSuffix(line, "\n")
		cells := strings.Split(line, "\t")
		switch {
		case strings.HasPrefix(line, "#"):
			require.Empty(t, columns, "comments stand before the table")
			comments += line + "\n"
		case columns == nil:
			columns = cells
		default:
			require.Len(t, cells, len(columns), line)
			row := map[string]string{"": line}
			for i, cell := range cells {
				row[columns[i]] = cell
			}
			rows = append(rows, row)
		}
	}
	require.NotEmpty(t, rows)
	return comments, rows
}

// plainWords is how the tables write words: as the text of a document looks
// when letter case and the forms of quotation marks are put aside.
var plainWords = regexp.MustCompile(`^[a-z0-9/'(){}-]+( [a-z0-9/'(){}-]+)*$`)

func TestKinds(t *testing.T) {
	t.Parallel()
	comments, rows := tsv(t, "kinds.tsv")
	assert.Contains(t, comments, "# Source: ")
	assert.Contains(t, comments, "2013 to 2026", "what years it covers")
	seen := map[string]bool{}
	for _, row := range rows {
		line := row[""]
		key := row["where"] + "\t" + row["before"] + "\t" + row["after"]
		assert.False(t, seen[key], "twice: %s", line)
		seen[key] = true
		assert.Contains(t, []string{"title", "heading", "opening"}, row["where"], line)
		assert.NotEmpty(t, row["before"]+row["after"], line)
		for _, column := range []string{"before", "after"} {
			if words := row[column]; words != "" {
				assert.Regexp(t, plainWords, words, line)
				assert.NotContains(t, strings.TrimSuffix(words, "{dates}"), "{", line)
			}
		}
		if row["type"] == "refused" {
			assert.Empty(t, row["framework"]+row["source"], line)
			assert.NotEmpty(t, row["note"], "why it is refused: %s", line)
			continue
		}
		_, err := ilacs.ParseVisitType(row["type"])
		assert.NoError(t, err, line)
		assert.NotEmpty(t, row["form"], line)
		_, err = ilacs.ParseSource(row["source"])
		assert.NoError(t, err, line)
		if row["framework"] != "" {
			_, err = judgement.ParseFramework(row["framework"])
			assert.NoError(t, err, line)
		}
	}
}

// Each kind of document of the table is the kind of some fixture, so that no
// row stands there untried.
func TestKindsAreTried(t *testing.T) {
	t.Parallel()
	_, rows := tsv(t, "kinds.tsv")
	names, texts := fixtures(t)
	tried := map[string]bool{}
	for _, name := range names {
		if r, err := ilacs.Parse(texts[name]); err == nil {
			tried[text(t, r.Visit.Type)+" "+text(t, r.Source)] = true
		} else {
			tried["refused "] = true
		}
	}
	for _, row := range rows {
		typ := row["type"]
		if typ == "inspection" {
			typ = "standard" // told by its dates
		}
		known := map[string]bool{"lscb-review report": true} // one such report was ever seen, Surrey's of 2015
		if key := typ + " " + row["source"]; !known[key] {
			assert.Contains(t, tried, key, row[""])
		}
	}
}

func TestHeadings(t *testing.T) {
	t.Parallel()
	comments, rows := tsv(t, "internal/body/headings.tsv")
	assert.Contains(t, comments, "# Source: ")
	assert.Contains(t, comments, "2013 to 2026", "what years it covers")
	known := watch(t)
	seen := map[string]bool{}
	for _, row := range rows {
		line := row[""]
		key := row["in"] + "\t" + row["heading"] + "\t" + row["rule"]
		assert.False(t, seen[key], "twice: %s", line)
		seen[key] = true
		assert.Contains(t, []string{"ilacs", "sif", "older", "letter", "*"}, row["in"], line)
		assert.Contains(t, []string{"line", "grade", "begins", "text", "ends"}, row["rule"], line)
		assert.Regexp(t, plainWords, row["heading"], line)
		switch row["section"] {
		case "end", "contents", "same":
		default:
			_, err := finding.ParseSection(row["section"])
			known.check(t, row["heading"], err == nil, "%v", err)
		}
		if area := row["area"]; area != "" && area != "authority" {
			_, err := judgement.ParseArea(area)
			assert.NoError(t, err, line)
		}
		if row["rule"] == "grade" {
			assert.NotEmpty(t, row["area"], "a grade is of an area: %s", line)
		}
	}
}

func TestSummaryPhrases(t *testing.T) {
	t.Parallel()
	comments, rows := tsv(t, "summary_phrases.tsv")
	assert.Contains(t, comments, "# Source: ")
	assert.Contains(t, comments, fmt.Sprintf("Rows: %d.", len(rows)))
	classes := map[string]bool{}
	last := ""
	for _, row := range rows {
		line := row["class"] + "\t" + row["words"]
		assert.Less(t, last, line, "in order, and none twice")
		last = line
		assert.Regexp(t, plainWords, row["words"], line)
		assert.Less(t, len(row["words"]), 40, "as far as a sentence is looked at: %s", line)
		assert.Contains(t, comments, row["class"]+": ", "what the class is")
		classes[row["class"]] = true
		if row["class"] == "sums-up" {
			assert.NotContains(t, row["words"], " ", "a noun")
		}
	}
	assert.Len(t, classes, 12)
}

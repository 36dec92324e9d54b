package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
)

// The documents of this test are written for it; the councils are invented.
const report = `Inspection of Wexcombe local authority
children’s services

Inspection dates: 6 to 17 November 2023

Lead inspector: Dafydd Pryce-Lowe, His Majesty’s Inspector

 Judgement                                                       Grade

 The impact of leaders on social work practice with              Good
 children and families

 The experiences and progress of children who need               Good
 help and protection

 The experiences and progress of children in care                Outstanding

 The experiences and progress of care leavers                    Good

 Overall effectiveness                                           Good

Wexcombe keeps children safe.

What needs to improve?

◼ The speed of life-story work.
`

const letter = `2 December 2025

Dear Harriet

Focused visit to Île-de-Marlhaven children’s services

This letter summarises the findings of the focused visit to Île-de-Marlhaven
children’s services on 4 and 5 November 2025. His Majesty’s Inspectors for this visit were
Bryony Featherstone-Hulme and Dafydd Pryce-Lowe.

Headline findings

Visits are regular.

Yours sincerely

Bryony Featherstone-Hulme
His Majesty’s Inspector
`

// folder writes files into a new folder and returns its path.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	}
	return dir
}

// national runs the program and returns how many files it could not read and
// what it printed.
func national(t *testing.T, format string, args ...string) (failed int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	bad, err := run(format, args, &out, &errs)
	require.NoError(t, err)
	return bad.count, out.String(), errs.String()
}

func lines(s string) []string { return strings.Split(strings.TrimSuffix(s, "\n"), "\n") }

func TestTableIsAligned(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"a-letter.txt": letter, "b-report-with-a-long-name.txt": report})
	failed, out, _ := national(t, "table", dir)
	assert.Zero(t, failed)
	rows := lines(out)
	require.Len(t, rows, 3, "a header and a row for each document")
	header := rows[0]
	for _, column := range []string{"file", "authority", "type", "start", "overall", "improve"} {
		assert.Contains(t, header, column)
	}
	for _, column := range []string{"lscb", "error"} {
		assert.NotContains(t, header, column, "no document has anything there")
	}
	// Each column begins at the same place in each row, counted in characters.
	for _, column := range []struct{ name, first, second string }{
		{"authority", "Île-de-Marlhaven", "Wexcombe"},
		{"type", "focused", "standard"},
		{"start", "2025-11-04", "2023-11-06"},
		{"lead", "Bryony", "Dafydd"},
	} {
		at := utf8.RuneCountInString(header[:strings.Index(header, column.name)])
		for i, cell := range []string{column.first, column.second} {
			row := []rune(rows[i+1])
			assert.True(t, strings.HasPrefix(string(row[at:]), cell), "%s in %s", cell, rows[i+1])
			assert.Equal(t, "  ", string(row[at-2:at]), "columns are apart")
		}
	}
	for _, row := range rows {
		assert.Equal(t, strings.TrimRight(row, " "), row, "nothing at the end of a line")
	}
}

func TestCSV(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"report.txt": report, "letter, with a comma.txt": letter})
	failed, out, _ := national(t, "csv", dir)
	assert.Zero(t, failed)
	records, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	require.NoError(t, err)
	require.Len(t, records, 3)
	assert.Equal(t, columns, records[0])
	cell := func(row int, column string) string { return records[row][slices.Index(columns, column)] }
	assert.Equal(t, "letter, with a comma.txt", cell(1, "file"))
	assert.Empty(t, cell(1, "overall"), "a letter grades nothing")
	assert.Equal(t, "report.txt", cell(2, "file"))
	for column, want := range map[string]string{"authority": "Wexcombe", "type": "standard", "framework": "ilacs-2023", "start": "2023-11-06",
		"end": "2023-11-17", "lead": "Dafydd Pryce-Lowe", "overall": "good", "in-care": "outstanding", "improve": "1", "error": ""} {
		assert.Equal(t, want, cell(2, column), column)
	}
}

// unseen are characters that change how others look, or are not seen: those that
// turn the direction of writing, and those of no width.
var unseen = []rune{
	0x200E, 0x200F, 0x061C, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069,
	0x200B, 0x2060, 0xFEFF, 0x00AD, 0x034F, 0x115F, 0x3164, 0xE0041,
}

// joiners are not seen either, but make one sign of several, and stay.
var joiners = []rune{0x200C, 0x200D}

// What a spreadsheet would run as a formula is made harmless, and what changes
// the direction of text or is not seen is taken out, in the table for a terminal too.
func TestCellsAreHarmless(t *testing.T) {
	t.Parallel()
	want := map[string]string{"plain.txt": "plain.txt", "e\x1b[2Jf.txt": "e [2Jf.txt", "é–“½”.txt": "é–“½”.txt"}
	for _, sign := range []string{"=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"} {
		formula := sign + "1+1.txt"
		for _, before := range []string{"", "\t", "\r", "\n", " ", "\u00a0", "\u2028", "\u009b"} {
			want[before+formula] = "'" + formula
		}
		for _, r := range unseen {
			want[string(r)+formula] = "'" + formula
		}
		for _, r := range joiners {
			want[string(r)+formula] = "'" + string(r) + formula
		}
		want["1"+formula] = "1" + formula
	}
	for i, r := range unseen {
		n := string(rune('a' + i))
		want["b"+string(r)+n+string(r)+".txt"] = "b" + n + ".txt"
	}
	files := map[string]string{}
	var cells []string
	for name, cell := range want {
		files[name] = "no report"
		cells = append(cells, cell)
	}
	dir := folder(t, files)
	failed, out, _ := national(t, "csv", dir)
	assert.Equal(t, len(files), failed)
	records, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	require.NoError(t, err)
	var names []string
	for _, r := range records[1:] {
		names = append(names, r[0])
	}
	assert.ElementsMatch(t, cells, names)

	_, table, _ := national(t, "table", dir)
	for _, cell := range cells {
		assert.Contains(t, "\n"+table, "\n"+strings.TrimPrefix(cell, "'")+" ")
	}
	_, objects, _ := national(t, "jsonl", dir)
	var read []string
	for _, row := range lines(objects) {
		var l line
		require.NoError(t, json.Unmarshal([]byte(row), &l))
		read = append(read, l.File)
	}
	assert.ElementsMatch(t, slices.Collect(maps.Keys(files)), read, "JSON keeps what it does not show")
	for format, text := range map[string]string{"csv": out, "table": table, "jsonl": objects} {
		for _, r := range append(unseen, 0x1b, 0x9b) {
			assert.False(t, strings.ContainsRune(text, r), "%U in %s", r, format)
		}
	}
	assert.False(t, strings.ContainsAny(objects, string(joiners)))
}

func TestJSONL(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"1-report.txt": report, "2-empty.txt": "", "3-letter.txt": letter})
	failed, out, _ := national(t, "jsonl", dir)
	assert.Equal(t, 1, failed)
	rows := lines(out)
	require.Len(t, rows, 3, "one object a line")

	var first struct {
		File   string
		Report map[string]any
	}
	d := json.NewDecoder(strings.NewReader(rows[0]))
	d.DisallowUnknownFields()
	require.NoError(t, d.Decode(&first))
	assert.Equal(t, "1-report.txt", first.File, "the base name")
	assert.Equal(t, map[string]any{"authority": "Wexcombe", "type": "standard", "framework": "ilacs-2023", "start": "2023-11-06", "end": "2023-11-17",
		"lead": "Dafydd Pryce-Lowe", "inspectors": []any{"Dafydd Pryce-Lowe"}}, first.Report["visit"], "what is absent is left out")
	assert.Equal(t, "report", first.Report["source"])
	assert.Equal(t, map[string]any{"leaders": "good", "help-and-protection": "good", "in-care": "outstanding", "care-leavers": "good", "overall": "good"},
		first.Report["judgements"])
	findings, ok := first.Report["findings"].([]any)
	require.True(t, ok)
	item, ok := findings[len(findings)-1].(map[string]any)
	require.True(t, ok)
	assert.Equal(t, "The speed of life-story work.", item["text"])
	assert.Equal(t, "improve", item["section"])
	assert.Equal(t, item["text"], report[int(item["start"].(float64)):int(item["end"].(float64))])

	var second map[string]any
	require.NoError(t, json.Unmarshal([]byte(rows[1]), &second))
	assert.Equal(t, "2-empty.txt", second["file"])
	assert.Contains(t, second["error"], "no text")
	assert.NotContains(t, second, "report")

	var third struct{ Report ilacs.Report }
	require.NoError(t, json.Unmarshal([]byte(rows[2]), &third))
	assert.Equal(t, ilacs.VisitTypeFocused, third.Report.Visit.Type)
}

func TestFoldersAreReadWhole(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"b.txt": report, "a/deep/c.txt": letter, "a/d.MD": letter, "e.pdf": "%PDF", "f.json": "{}", "g": report})
	_, out, _ := national(t, "csv", dir)
	records, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	require.NoError(t, err)
	var names []string
	for _, r := range records[1:] {
		names = append(names, r[0])
	}
	assert.Equal(t, []string{"d.MD", "c.txt", "b.txt"}, names, "the texts of a folder, in order")

	failed, out, _ := national(t, "csv", filepath.Join(dir, "g"))
	assert.Zero(t, failed, "a file that is named is read whatever its name")
	assert.Contains(t, out, "Wexcombe")
}

func TestFilesThatAreNotThere(t *testing.T) {
	t.Parallel()
	dir := folder(t, map[string]string{"report.txt": report})
	failed, out, _ := national(t, "jsonl", filepath.Join(dir, "missing.txt"), dir)
	assert.Equal(t, 1, failed)
	assert.Contains(t, out, `missing.txt","error"`)
	assert.Contains(t, out, "Wexcombe")
}

func TestUsage(t *testing.T) {
	t.Parallel()
	_, err := run("xml", []string{"a"}, &bytes.Buffer{}, &bytes.Buffer{})
	assert.ErrorContains(t, err, "table, csv or jsonl")
	_, err = run("csv", nil, &bytes.Buffer{}, &bytes.Buffer{})
	assert.ErrorContains(t, err, "no files")
}

// Nothing but rows is printed where there is no terminal to show progress on.
func TestNoProgressOnAFile(t *testing.T) {
	t.Parallel()
	files := map[string]string{}
	for i := range 2 * manyFiles {
		files[strings.Repeat("a", i+1)+".txt"] = letter
	}
	_, out, stderr := national(t, "csv", folder(t, files))
	assert.Len(t, lines(out), 2*manyFiles+1)
	assert.Empty(t, stderr)
}

// The program as a user runs it: after a bad file it goes on, and its exit
// status says that there was one.
func TestExitStatus(t *testing.T) {
	t.Parallel()
	program := filepath.Join(t.TempDir(), "national")
	out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput()
	require.NoError(t, err, "%s", out)
	dir := folder(t, map[string]string{"a-bad.txt": "<html>", "b-good.txt": report})
	tests := []struct {
		name   string
		args   []string
		status int
		stdout string
		stderr string
	}{
		{"all can be read", []string{filepath.Join(dir, "b-good.txt")}, 0, "Wexcombe", ""},
		{"one cannot", []string{"-format", "jsonl", dir}, 1, "Wexcombe", "1 could not be read: a-bad.txt\n"},
		{"no files", nil, 2, "", "usage"},
		{"an unknown format", []string{"-format", "xml", dir}, 2, "", "table, csv or jsonl"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var stdout, stderr strings.Builder
			cmd := exec.Command(program, tt.args...)
			cmd.Stdout, cmd.Stderr = &stdout, &stderr
			_ = cmd.Run() // the status is asserted below
			assert.Equal(t, tt.status, cmd.ProcessState.ExitCode())
			assert.Contains(t, stdout.String(), tt.stdout)
			assert.Contains(t, stderr.String(), tt.stderr)
		})
	}
}

// Of many files that could not be read the first are named.
func TestFailuresAreNamed(t *testing.T) {
	t.Parallel()
	var f failures
	for _, name := range []string{"a", "b\x1b[2J", "c", "d", "e", "f", "g"} {
		f.add(name)
	}
	assert.Equal(t, "7 could not be read: a, b [2J, c, d, e and 2 more", f.String())
}

// What Windows saves is read as what it is, not with letters missing.
func TestEncodings(t *testing.T) {
	t.Parallel()
	windows := strings.NewReplacer("’", "\x92", "–", "\x96", "◼", "*").Replace(report)
	require.False(t, utf8.ValidString(windows))
	wide := "\xff\xfe"
	for _, u := range utf16.Encode([]rune(report)) {
		wide += string([]byte{byte(u), byte(u >> 8)})
	}
	failed, out, _ := national(t, "csv", folder(t, map[string]string{"a.txt": report, "b.txt": windows, "c.txt": wide}))
	assert.Zero(t, failed)
	rows := lines(out)
	require.Len(t, rows, 4)
	for _, row := range rows[2:] {
		assert.Equal(t, strings.TrimPrefix(rows[1], "a.txt"), row[len("a.txt"):])
	}
}

// A folder of PDFs alone says what to do about it.
func TestFolderOfPDFs(t *testing.T) {
	t.Parallel()
	failed, out, _ := national(t, "csv", folder(t, map[string]string{"report.PDF": "%PDF-1.7"}))
	assert.Equal(t, 1, failed)
	assert.Contains(t, out, "but PDFs: ilacs/pdf/cmd/pdftext makes texts of them")
	failed, out, _ = national(t, "csv", folder(t, map[string]string{"report.doc": "x"}))
	assert.Equal(t, 1, failed)
	assert.NotContains(t, out, "but PDFs")
}

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/ilacstest"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

const reports = "../../../../shared/corpus/layout"

// document returns an inspection report on a real authority, with invented facts.
func document(t *testing.T, helpAndProtection judgement.Grade) string {
	t.Helper()
	start, err := civil.New(2027, 3, 1)
	require.NoError(t, err)
	text, err := ilacstest.Write(ilacstest.Document{
		Visit: ilacs.Visit{Authority: "Dudley", Type: ilacs.VisitTypeStandard, Start: start, End: start.AddDays(11), Lead: "Ada Quill"},
		Judgements: judgement.Set{}.With(judgement.Leaders, judgement.Good).With(judgement.HelpAndProtection, helpAndProtection).
			With(judgement.InCare, judgement.Good).With(judgement.CareLeavers, judgement.Good),
		Headline: []string{"Services have moved on since they were last looked at."},
		Improve:  []ilacstest.Item{{Text: "The pace at which plans are written down."}},
	})
	require.NoError(t, err)
	return text
}

// gen runs the program and returns its exit status and output.
func gen(args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = run(args, &out, &errs)
	return status, out.String(), errs.String()
}

func write(t *testing.T, path, text string) string {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	return path
}

func readRecord(t *testing.T, path string) *record.Record {
	t.Helper()
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	r, err := record.Parse(string(text))
	require.NoError(t, err)
	return r
}

func TestGenKeepsARecordCurrent(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "mine.tsv")
	write(t, filepath.Join(dir, "new", "dudley-2027-04-09.txt"), document(t, judgement.Outstanding))
	write(t, filepath.Join(dir, "new", "notes.csv"), "not read")

	status, out, errs := gen("-record", file, filepath.Join(dir, "new"))
	require.Equal(t, 0, status, errs)
	assert.Contains(t, out, "added: Dudley, 2027-03-01\n")
	assert.Contains(t, out, "added: 1, fields filled: 0, conflicts: 0; inspections: 494\n")
	first := readRecord(t, file)
	assert.Equal(t, 494, first.Len())
	assert.Equal(t, "2027-04-09", first.AsOf().String())

	// The same again changes nothing.
	before, err := os.ReadFile(file)
	require.NoError(t, err)
	status, out, _ = gen("-record", file, filepath.Join(dir, "new"))
	assert.Equal(t, 0, status)
	assert.Contains(t, out, "added: 0, fields filled: 0, conflicts: 0")
	after, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(before), string(after))

	// A report that contradicts the record is a conflict, and the record is kept.
	other := write(t, filepath.Join(dir, "other", "dudley-2027-04-10.txt"), document(t, judgement.Inadequate))
	status, _, errs = gen("-record", file, other)
	assert.Equal(t, 1, status)
	assert.Contains(t, errs, `conflict: Dudley, 2027-03-01: help-and-protection: the record has "outstanding", the report "inadequate"`)
	assert.Contains(t, errs, `published: the record has "2027-04-09", the report "2027-04-10"`)
	after, err = os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, strings.Replace(string(before), "# date: 2027-04-09", "# date: 2027-04-10", 1), string(after))

	status, _, errs = gen("-record", file, "-as-of", "2027-05-01", filepath.Join(dir, "new"))
	assert.Equal(t, 0, status, errs)
	assert.Equal(t, "2027-05-01", readRecord(t, file).AsOf().String())
}

func TestGenReportsWhatItCannotRead(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "mine.tsv")
	bad := write(t, filepath.Join(dir, "bad.txt"), "<!doctype html><title>Not found</title>")
	good := write(t, filepath.Join(dir, "good.txt"), document(t, judgement.Good))

	status, _, errs := gen("-record", file, bad, good)
	assert.Equal(t, 1, status)
	assert.Contains(t, errs, "not read: "+bad)
	assert.Equal(t, 494, readRecord(t, file).Len(), "the other was not merged")

	letter := write(t, filepath.Join(dir, "letter.txt"), "Dear Director\n\nFocused visit to Dudley children’s services\n\nThis letter is about a focused visit to Dudley children’s services on 3 and 4 March 2026.\n\nHeadline findings\n\nMuch is well.\n")
	status, out, errs := gen("-record", file, letter)
	assert.Equal(t, 0, status, errs)
	assert.Contains(t, out, "documents: 1, without grades: 1;")
}

func TestGenRefuses(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	broken := write(t, filepath.Join(dir, "broken.tsv"), "no record\n")
	good := write(t, filepath.Join(dir, "good.txt"), document(t, judgement.Good))
	for _, tt := range []struct {
		name string
		args []string
	}{
		{"no reports", []string{"-record", filepath.Join(dir, "a.tsv")}},
		{"a folder that is not there", []string{"-record", filepath.Join(dir, "a.tsv"), filepath.Join(dir, "nothing")}},
		{"a file that is not a record", []string{"-record", broken, good}},
		{"a folder as the record", []string{"-record", dir, good}},
		{"a day that is not a date", []string{"-record", filepath.Join(dir, "a.tsv"), "-as-of", "today", good}},
		{"an unknown flag", []string{"-fast", good}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			status, _, errs := gen(tt.args...)
			assert.Equal(t, 2, status)
			assert.NotEmpty(t, errs)
			assert.NoFileExists(t, filepath.Join(dir, "a.tsv"))
		})
	}
}

// TestGenMakesTheRecordAnew starts from nothing and reads the reports that lie
// beside the module: each row it makes is one of the embedded record.
func TestGenMakesTheRecordAnew(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat(reports); err != nil {
		t.Skip("the reports are not here")
	}
	file := filepath.Join(t.TempDir(), "anew.tsv")
	status, out, errs := gen("-record", file, "-empty", reports)
	require.Equal(t, 0, status, errs)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	t.Log(lines[len(lines)-1])
	r := readRecord(t, file)
	assert.Greater(t, r.Len(), 300)
	m := record.National().Merge(collect(r)...)
	assert.Empty(t, m.Added)
	assert.Empty(t, m.Filled)
	assert.Empty(t, m.Conflicts)
}

func TestGenIsReproducible(t *testing.T) {
	t.Parallel()
	few := filepath.Join(filepath.Dir(reports), "pdfium")
	if _, err := os.Stat(few); err != nil {
		t.Skip("the reports are not here")
	}
	var texts []string
	for range 2 {
		file := filepath.Join(t.TempDir(), "anew.tsv")
		status, _, errs := gen("-record", file, "-empty", few)
		require.Equal(t, 0, status, errs)
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		texts = append(texts, string(text))
	}
	assert.Equal(t, texts[0], texts[1])
	assert.NotEmpty(t, texts[0])
}

func collect(r *record.Record) (all []record.Inspection) {
	for i := range r.All() {
		all = append(all, i)
	}
	return all
}

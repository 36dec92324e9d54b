package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

// timeline runs the program and returns what it printed.
func timeline(t *testing.T, format, on string, args ...string) (failed bool, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	failed, err := run(format, on, args, &out, &errs)
	require.NoError(t, err)
	return failed, out.String(), errs.String()
}

func profile(t *testing.T, text string) (p record.Profile) {
	t.Helper()
	require.NoError(t, json.Unmarshal([]byte(text), &p))
	return p
}

func TestJSONIsTheProfile(t *testing.T) {
	t.Parallel()
	dudley, err := authority.Find("Dudley")
	require.NoError(t, err)
	for _, name := range []string{"Dudley", "dudley", "Dudley Metropolitan Borough Council", "Metropolitan Borough of Dudley"} {
		failed, out, errs := timeline(t, "json", "", name)
		assert.False(t, failed)
		assert.Empty(t, errs)
		assert.Equal(t, record.ProfileOf(dudley, civil.Date{}), profile(t, out))
	}
	_, out, _ := timeline(t, "json", "2017-01-01", "Dudley")
	assert.Len(t, profile(t, out).Inspections, 1)
}

func TestFormats(t *testing.T) {
	t.Parallel()
	_, markdown, _ := timeline(t, "markdown", "", "Cumberland")
	assert.True(t, strings.HasPrefix(markdown, "# Cumberland: inspections"))
	assert.Contains(t, markdown, "from Cumbria on 1 April 2023")
	_, html, _ := timeline(t, "html", "", "Cumberland")
	assert.True(t, strings.HasPrefix(html, "<!doctype html>"))
	assert.Contains(t, html, "<h1>Cumberland")
}

func TestRefuses(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, format, on string
		args             []string
		want             string
	}{
		{"no authority", "json", "", nil, "no authority"},
		{"an unknown authority", "json", "", []string{"Wexcombe"}, "Wexcombe"},
		{"a misspelt authority", "json", "", []string{"Dudly"}, "Dudley"},
		{"an unknown format", "pdf", "", []string{"Dudley"}, "-format pdf"},
		{"a day that is none", "json", "soon", []string{"Dudley"}, `-on: civil: "soon"`},
		{"an authority that has closed", "json", "", []string{"Northamptonshire"}, "; -on DAY tells of a day on which it was open"},
		{"a flag after the name", "json", "", []string{"Dudley", "-on", "2020-01-01"}, "before AUTHORITY"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var out bytes.Buffer
			_, err := run(tt.format, tt.on, tt.args, &out, &out)
			assert.ErrorContains(t, err, tt.want)
			assert.Zero(t, out.Len())
		})
	}
}

// report is about a real authority with invented facts.
const report = `Inspection of AUTHORITY local authority children’s services

Inspection dates: START

Lead inspector: Ada Quill, His Majesty’s Inspector

Judgement                                                    Grade
The impact of leaders on social work practice with
children and families                                        LEADERS
The experiences and progress of children who need help
and protection                                               Good
The experiences and progress of children in care             Good
The experiences and progress of care leavers                 Good

Services have moved on since they were last looked at.

What needs to improve?

◼ The pace at which plans are written down.
`

const letter = `Dear Director

Focused visit to Dudley children’s services

This letter summarises the findings of a focused visit to Dudley children’s services on 3 and 4 March 2026.

Headline findings

Plans are made in good time, and children know them.
`

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	return path
}

func made(authority, start, leaders string) string {
	return strings.NewReplacer("AUTHORITY", authority, "START", start, "LEADERS", leaders).Replace(report)
}

func TestFilesAreMergedIn(t *testing.T) {
	t.Parallel()
	file := write(t, "new.txt", made("Dudley", "4 to 8 May 2026", "Outstanding"))
	failed, out, errs := timeline(t, "json", "", "Dudley", file)
	assert.False(t, failed, errs)
	p := profile(t, out)
	require.Len(t, p.Inspections, 4)
	last := p.Inspections[3]
	assert.Equal(t, "2026-05-04", last.Start.String())
	assert.Equal(t, judgement.Outstanding, last.Judgements.Grade(judgement.Leaders))
	assert.Equal(t, "Ada Quill", last.Lead)

	letter := write(t, "letter.txt", letter)
	failed, out, errs = timeline(t, "json", "", "Dudley", file, letter)
	assert.False(t, failed, errs)
	p = profile(t, out)
	assert.Len(t, p.Inspections, 4)
	require.Len(t, p.Visits, 1)
	assert.Equal(t, ilacs.VisitTypeFocused, p.Visits[0].Type)
	_, text, _ := timeline(t, "markdown", "", "Dudley", letter)
	assert.Contains(t, text, "| **3 to 4 March 2026**<br>Focused visit | No grades")
}

// One file that is not there does not keep the others from being merged in.
func TestFilesThatAreNotThere(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := write(t, "new.txt", strings.ReplaceAll(made("Dudley", "4 to 8 May 2026", "Good"), "’", "\x92")) // as Windows saves it
	failed, out, errs := timeline(t, "json", "", "Dudley", filepath.Join(dir, "nothing.txt"), dir, file)
	assert.True(t, failed)
	assert.Equal(t, "timeline: "+filepath.Join(dir, "nothing.txt")+": no such file or directory\ntimeline: "+dir+": is a directory\n", errs)
	assert.Len(t, profile(t, out).Inspections, 4)
}

func TestFilesThatDoNotFit(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text, want string
	}{
		{"another authority", made("Sandwell", "4 to 8 May 2026", "Good"), `left out: it is about "Sandwell", not Dudley`},
		{"an authority that is none", made("Wexcombe", "4 to 8 May 2026", "Good"), `left out: it is about "Wexcombe", not Dudley`},
		{"no document", "<!doctype html><title>Not found</title>", "cannot be read"},
		{"another grade", made("Dudley", "4 to 8 May 2026", "Inadequate"), "leaders is inadequate in the file and good in the record, which is kept"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			good := write(t, "good.txt", made("Dudley", "4 to 8 May 2026", "Good"))
			failed, out, errs := timeline(t, "json", "", "Dudley", good, write(t, "file.txt", tt.text))
			assert.True(t, failed)
			assert.Contains(t, errs, tt.want)
			p := profile(t, out)
			require.Len(t, p.Inspections, 4)
			assert.Equal(t, judgement.Good, p.Inspections[3].Judgements.Grade(judgement.Leaders))
		})
	}
}

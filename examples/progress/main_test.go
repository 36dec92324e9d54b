package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// progress runs the program with -full and returns what it printed; brief runs it
// without.
func progress(t *testing.T, format string, files ...string) string {
	t.Helper()
	return printed(t, format, true, files)
}

func brief(t *testing.T, format string, files ...string) string {
	t.Helper()
	return printed(t, format, false, files)
}

func printed(t *testing.T, format string, full bool, files []string) string {
	t.Helper()
	var out, errs bytes.Buffer
	require.NoError(t, run(format, full, files, &out, &errs))
	assert.Equal(t, len(files) == 0, strings.Contains(errs.String(), "digests"), "says what it runs on")
	return out.String()
}

func decode[T any](t *testing.T, text string) (v T) {
	t.Helper()
	require.NoError(t, json.Unmarshal([]byte(text), &v))
	return v
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	return path
}

// digest writes an embedded document into a file.
func digest(t *testing.T, n int) string {
	t.Helper()
	text, err := readDigest(digests[n])
	require.NoError(t, err)
	return write(t, filepath.Base(digests[n]), string(text))
}

// made is a report on an invented council.
func made(year, asked string) string {
	return strings.NewReplacer("YEAR", year, "ASKED", asked).Replace(`Inspection of Wexcombe local authority children’s services

Inspection dates: 5 to 9 June YEAR

Lead inspector: Ada Quill, Her Majesty’s Inspector

Judgement                                                    Grade
The impact of leaders on social work practice with
children and families                                        Good
The experiences and progress of children who need help
and protection                                               Good
The experiences and progress of children in care and care
leavers                                                      Good
Overall effectiveness                                        Good

Services have moved on since they were last looked at.

What needs to improve?

◼ The pace at which plans are written down.
◼ ASKED

The experiences and progress of care leavers: Good

1. Family hubs reach those who need them.
`)
}

func TestDigestsSayWhatTheyAre(t *testing.T) {
	t.Parallel()
	entries, err := dudley.ReadDir("dudley")
	require.NoError(t, err)
	require.Len(t, entries, len(digests))
	for i, name := range digests {
		assert.Equal(t, "dudley/"+entries[i].Name(), name, "in the order of their names")
		raw, err := dudley.ReadFile(name)
		require.NoError(t, err)
		assert.True(t, strings.HasPrefix(string(raw), "Digest written for this project"), name)
		text, err := readDigest(name)
		require.NoError(t, err)
		assert.NotContains(t, string(text), "Digest written", name)
		assert.Greater(t, len(text), len(raw)/2, name)
	}
}

// TestJSONOfTwo checks the contract about the keys.
func TestJSONOfTwo(t *testing.T) {
	t.Parallel()
	out := progress(t, "json", digest(t, 2), digest(t, 3))
	for key, value := range decode[map[string]json.RawMessage](t, out) {
		switch key {
		case "before", "after":
			assert.Equal(t, "Dudley", decode[ilacs.Visit](t, string(value)).Authority)
		case "judgements", "own_words", "follow_ups", "themes", "asked", "summary":
			assert.True(t, strings.HasPrefix(string(value), "["), "%s is a list", key)
		default:
			t.Errorf("%s is no key of the contract", key)
		}
	}
	for _, keys := range []string{
		`"judgements": \[\s*\{\s*"area": "[a-z-]+",\s*"before": "[a-z-]+",\s*"after": "[a-z-]+",\s*"trend": "[a-z-]+",\s*"basis": "[a-z-]+"`,
		`"follow_ups": \[\s*\{\s*"item": \{`, `"status": "(addressed|partly|persists|not-revisited)",\s*"confidence": "(high|medium|low)",\s*"reason": "`,
		`"evidence": \[`, `"theme": "[a-z0-9-]+",`, `"trend": "(improved|declined|unchanged|new|no-longer-raised|not-enough-said|not-looked-at)",\s*"reason": "`,
		`"summary": \[\s*\{\s*"kind": "[a-z-]+",\s*"text": "`,
	} {
		assert.Regexp(t, regexp.MustCompile(keys), out)
	}
	p := decode[ilacs.Progress](t, out)
	assert.Len(t, p.FollowUps, 7)
	again, err := json.Marshal(p)
	require.NoError(t, err)
	assert.JSONEq(t, out, string(again), "it reads back to the same")
}

func TestJSONOfMore(t *testing.T) {
	t.Parallel()
	h := decode[ilacs.History](t, progress(t, "json"))
	require.Len(t, h.Visits, 5)
	require.Len(t, h.Progresses, 4)
	assert.NotEmpty(t, h.Areas)
	assert.NotEmpty(t, h.Themes)
}

// TestMarkdown checks that both visits, their grades and both lists are there.
func TestMarkdown(t *testing.T) {
	t.Parallel()
	out := progress(t, "markdown", digest(t, 2), digest(t, 3))
	for _, want := range []string{
		"# Dudley: what changed, ", "29 October to 9 November 2018", "31 October to 11 November 2022",
		"## In short", "### What became of each area for improvement", "Return home interviews", "A sufficient frontline workforce",
	} {
		assert.Contains(t, out, want)
	}
	assert.Regexp(t, `(?m)^\| Leaders +\| G +\| RI ▼ +\|$`, out)
	assert.NotContains(t, out, "digests")
	out = progress(t, "markdown")
	assert.Contains(t, out, "not Ofsted’s text", "the digests are said to be digests")
	assert.Regexp(t, `(?m)^\| Overall +\| I +\| \(I\) +\| RI ▲ +\| RI = +\| \(RI\) +\|$`, out, "grades, and the standing where there are none")
}

// TestBrief checks that the brief is one page, and JSON the same with -full.
func TestBrief(t *testing.T) {
	t.Parallel()
	out := brief(t, "markdown")
	assert.Less(t, strings.Count(out, "\n"), 95)
	assert.Less(t, strings.Count(out, "\n"), strings.Count(progress(t, "markdown"), "\n")/3)
	for _, want := range []string{"# Dudley: what changed, ", "not Ofsted’s text", "## In short", "## What became of the areas for improvement of October 2022", "## Asked for in February 2024", "How often supervision takes place."} {
		assert.Contains(t, out, want)
	}
	assert.Contains(t, brief(t, "html"), "How often supervision takes place.")
	assert.Equal(t, progress(t, "json"), brief(t, "json"))
}

// TestArticleToLetter compares the standings that two documents without grades
// report.
func TestArticleToLetter(t *testing.T) {
	t.Parallel()
	p := decode[ilacs.Progress](t, progress(t, "json", digest(t, 1), digest(t, 4)))
	require.NotEmpty(t, p.Judgements)
	c := p.Judgements[len(p.Judgements)-1]
	assert.Equal(t, judgement.Overall, c.Area)
	assert.Equal(t, judgement.Inadequate, c.Before)
	assert.Equal(t, judgement.RequiresImprovement, c.After)
	assert.Equal(t, judgement.TrendImproved, c.Trend)
	require.NotNil(t, c.SaidBefore)
	require.NotNil(t, c.SaidAfter)
	assert.Equal(t, "2016-04", c.SaidBefore.Date.String())
	assert.Equal(t, "2022-11", c.SaidAfter.Date.String())
	assert.Contains(t, progress(t, "markdown", digest(t, 1), digest(t, 4)), "**Overall**: inadequate, now requires improvement to be good – improved")
}

func TestTheSameEachTime(t *testing.T) {
	t.Parallel()
	for _, format := range []string{"markdown", "html", "json"} {
		want := progress(t, format)
		for range 5 {
			require.Equal(t, want, progress(t, format))
		}
	}
}

func TestRefuses(t *testing.T) {
	t.Parallel()
	before, after := digest(t, 2), digest(t, 3)
	other := write(t, "other.txt", made("2024", "Nothing else."))
	noise := write(t, "noise.txt", "Dear all,\n\nthe canteen is closed on Friday.\n")
	for _, tt := range []struct {
		name, format string
		files        []string
		want         []string
	}{
		{"an unknown format", "pdf", []string{before, after}, []string{"-format pdf"}},
		{"one file", "json", []string{before}, []string{"one file", "usage"}},
		{"a folder", "json", []string{filepath.Dir(before)}, []string{"is a folder", "usage"}},
		{"a file that is not there", "json", []string{before, "nothing.txt"}, []string{"nothing.txt", "no such file"}},
		{"no report", "json", []string{before, noise}, []string{noise}},
		{"an empty file", "html", []string{write(t, "empty.txt", ""), after}, []string{"empty.txt"}},
		{"another authority", "markdown", []string{before, other}, []string{before, other, "different authorities"}},
		{"the wrong order", "json", []string{after, before}, []string{after, before, "later visit"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var out, errs bytes.Buffer
			err := run(tt.format, tt.name[0] == 'a', tt.files, &out, &errs)
			require.Error(t, err)
			for _, want := range tt.want {
				assert.ErrorContains(t, err, want)
			}
			assert.Zero(t, out.Len(), "nothing is printed")
		})
	}
}

// The program as a user runs it.
func TestExitStatus(t *testing.T) {
	t.Parallel()
	program := filepath.Join(t.TempDir(), "progress")
	out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput()
	require.NoError(t, err, "%s", out)
	for _, tt := range []struct {
		args           []string
		status         int
		stdout, stderr string
	}{
		{[]string{digest(t, 2), digest(t, 3)}, 0, "# Dudley", ""},
		{nil, 0, "# Dudley", "no files given"},
		{[]string{digest(t, 2)}, 2, "", "one file is not enough"},
		{[]string{digest(t, 2), "nothing.txt"}, 2, "", "nothing.txt"},
		{[]string{"-h"}, 0, "", "Without any, digests about Dudley are compared."},
	} {
		var stdout, stderr strings.Builder
		cmd := exec.Command(program, tt.args...)
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		_ = cmd.Run() // the status is asserted
		assert.Equal(t, tt.status, cmd.ProcessState.ExitCode(), tt.args)
		assert.Contains(t, stdout.String(), tt.stdout)
		assert.Contains(t, stderr.String(), tt.stderr)
		assert.Equal(t, tt.stdout == "", stdout.Len() == 0, tt.args)
	}
}

// What Windows saves is compared as the same text in UTF-8 is.
func TestEncodings(t *testing.T) {
	t.Parallel()
	before := digest(t, 2)
	text, err := os.ReadFile(digest(t, 3))
	require.NoError(t, err)
	wide := []byte("\xff\xfe")
	for _, u := range utf16.Encode([]rune(string(text))) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	var got [2]bytes.Buffer
	for i, s := range []string{string(text), string(wide)} {
		require.NoError(t, run("json", false, []string{before, write(t, "after.txt", s)}, &got[i], io.Discard))
	}
	assert.Equal(t, got[0].Len(), got[1].Len())
	assert.True(t, bytes.Equal(got[0].Bytes(), got[1].Bytes()), "the same comparison")
}

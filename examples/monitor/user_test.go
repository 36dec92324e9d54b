package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/ilacstest"
	"github.com/ilacs-go/inspection/judgement"
)

// user is someone who keeps a folder and a state. What they do, they do as on a
// command line.
type user struct {
	*testing.T
	dir   string
	state string
	day   civil.Date
}

func newUser(t *testing.T) *user {
	t.Helper()
	dir := t.TempDir()
	u := &user{T: t, dir: filepath.Join(dir, "reports"), state: filepath.Join(dir, "state.json"), day: civil.MustParse("2027-05-03")}
	require.NoError(t, os.MkdirAll(u.dir, 0o755))
	return u
}

func (u *user) put(name, text string) {
	u.Helper()
	path := filepath.Join(u.dir, filepath.FromSlash(name))
	require.NoError(u, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(u, os.WriteFile(path, []byte(text), 0o644))
}

func (u *user) remove(name string) { require.NoError(u, os.Remove(filepath.Join(u.dir, name))) }

// run runs the program with more arguments, by default on the folder.
func (u *user) run(args ...string) (status int, stdout, stderr string) {
	u.Helper()
	if len(args) == 0 || strings.HasPrefix(args[len(args)-1], "-") || strings.HasSuffix(args[len(args)-1], ".json") {
		args = append(args, u.dir)
	}
	return u.command(args...)
}

func (u *user) command(args ...string) (status int, stdout, stderr string) {
	u.Helper()
	var out, errs bytes.Buffer
	status = command(append([]string{"-state", u.state}, args...), u.day, &out, &errs)
	for _, line := range strings.Split(out.String(), "\n") {
		assert.LessOrEqual(u, utf8.RuneCountInString(line), width, line)
		assert.Equal(u, strings.TrimRight(line, " "), line)
	}
	return status, out.String(), errs.String()
}

// news runs the program for its JSON.
func (u *user) news(status int, args ...string) news {
	u.Helper()
	var out, errs bytes.Buffer
	args = append([]string{"-state", u.state, "-format", "json"}, args...)
	require.Equal(u, status, command(append(args, u.dir), u.day, &out, &errs), "%s", errs.String())
	var n news
	dec := json.NewDecoder(&out)
	dec.DisallowUnknownFields()
	require.NoError(u, dec.Decode(&n))
	return n
}

func (u *user) remembered() string {
	u.Helper()
	text, err := os.ReadFile(u.state)
	require.NoError(u, err)
	return string(text)
}

// report writes an inspection report about a real authority, with invented facts:
// the grades are those of leaders, help and protection, care, and care leavers.
func report(t *testing.T, authority, start, lead string, grades ...judgement.Grade) string {
	t.Helper()
	first := civil.MustParse(start)
	set := judgement.Set{}
	for n, a := range []judgement.Area{judgement.Leaders, judgement.HelpAndProtection, judgement.InCare, judgement.CareLeavers} {
		set = set.With(a, grades[n])
	}
	text, err := ilacstest.Write(ilacstest.Document{
		Visit:      ilacs.Visit{Authority: authority, Type: ilacs.VisitTypeStandard, Start: first, End: first.AddDays(11), Lead: lead},
		Judgements: set,
		Headline:   []string{"Services have moved on since they were last looked at."},
		Improve:    []ilacstest.Item{{Text: "The pace at which plans are written down."}},
	})
	require.NoError(t, err)
	return text
}

// letter writes the letter after a focused visit.
func letter(t *testing.T, authority, start, published string, priority ...ilacstest.Item) string {
	t.Helper()
	first := civil.MustParse(start)
	text, err := ilacstest.Write(ilacstest.Document{
		Visit: ilacs.Visit{
			Authority: authority, Type: ilacs.VisitTypeFocused, Start: first, End: first.AddDays(1), Published: civil.MustParse(published),
			Lead: "Ada Quill", Inspectors: []string{"Ada Quill", "Ben Marsh"}, Focus: []string{"the front door"},
		},
		Headline: []string{"Calls are answered on the day they come in."},
		Priority: priority,
		Improve:  []ilacstest.Item{{Text: "The pace at which plans are written down."}},
		Sections: []ilacstest.Section{{Paragraphs: []string{"Managers read what is written."}}},
	})
	require.NoError(t, err)
	return text
}

const (
	good  = judgement.Good
	best  = judgement.Outstanding
	needs = judgement.RequiresImprovement
)

func names(n news) (of []string) {
	for _, m := range n.Inspections {
		of = append(of, fmt.Sprint(m.Kind, " ", m.Inspection.Authority, " ", m.From, " ", m.Standing))
	}
	return of
}

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

// TestTwoPeople lets two people each keep a folder, and one merge the other's
// state.
func TestTwoPeople(t *testing.T) {
	t.Parallel()
	ada, ben := newUser(t), newUser(t)
	dudley := report(t, "Dudley", "2027-02-22", "Ada Quill", good, best, good, needs)
	ada.put("dudley-2027-04-09.txt", dudley)
	ada.put("wakefield.txt", letter(t, "Wakefield", "2027-02-09", "2027-03-19"))
	ben.put("report.txt", dudley)
	ben.put("kent-2027-04-26.txt", report(t, "Kent", "2027-03-08", "Ben Marsh", needs, good, good, good))
	ada.news(0)
	ben.day = civil.MustParse("2027-05-10")
	ben.news(0)

	ada.day = civil.MustParse("2027-05-17")
	n := ada.news(0, "-merge", ben.state)
	require.Len(t, n.Documents.New, 1, "Dudley's report they both have")
	assert.Equal(t, "Kent", n.Documents.New[0].Visit.Authority)
	assert.Equal(t, "state.json", n.Documents.New[0].From)
	assert.Equal(t, []string{"new Kent documents true"}, names(n), "what comes from the other is told as new")
	assert.Empty(t, n.Documents.Absent)
	n = ada.news(0)
	assert.Empty(t, n.Documents.New)
	assert.Empty(t, n.Inspections)
	assert.Empty(t, n.Documents.Absent, "it never was in this folder")

	s, found, err := readState(ada.state)
	require.NoError(t, err)
	require.True(t, found)
	require.Len(t, s.Documents, 3)
	assert.Equal(t, []string{"dudley-2027-04-09.txt", "report.txt"}, s.Documents[0].Files)
	assert.Equal(t, "2027-05-03", s.Documents[0].Seen.String(), "the earlier of the two days")
	assert.Equal(t, "2027-05-17", s.Documents[1].Absent.String())

	// Without a folder, what the state knows.
	status, out, _ := ada.command()
	assert.Zero(t, status)
	assert.Contains(t, out, "Nothing is new.")
	_, out, _ = ben.command("-on", "2027-05-18", "-merge", ada.state)
	assert.Contains(t, out, "Wakefield  focused  2027-02-09  2027-03-19  from state.json: wakefield.txt\n")
}

// stateOf makes a state by running the program.
func stateOf(t *testing.T, day string, files map[string]string) state {
	t.Helper()
	u := newUser(t)
	u.day = civil.MustParse(day)
	for name, text := range files {
		u.put(name, text)
	}
	u.news(0)
	s, _, err := readState(u.state)
	require.NoError(t, err)
	return s
}

func textOfState(t *testing.T, s state) string {
	t.Helper()
	text, err := s.text()
	require.NoError(t, err)
	return string(text)
}

func TestMergeLaws(t *testing.T) {
	t.Parallel()
	dudley := report(t, "Dudley", "2027-02-22", "Ada Quill", good, best, good, needs)
	wakefield := letter(t, "Wakefield", "2027-02-09", "2027-03-19")
	a := stateOf(t, "2027-05-03", map[string]string{"a.txt": dudley, "b.txt": wakefield})
	b := stateOf(t, "2027-05-10", map[string]string{"c-2027-04-09.txt": dudley}) // the same text, and a date that a lacks
	c := stateOf(t, "2027-04-20", map[string]string{"d.txt": report(t, "Kent", "2027-03-08", "Ben Marsh", needs, good, good, good)})
	b.Documents[0].Absent = civil.MustParse("2027-05-11")
	both := textOfState(t, merge(a, b))
	assert.Equal(t, both, textOfState(t, merge(b, a)), "the order does not matter")
	assert.Equal(t, both, textOfState(t, merge(merge(a, b), b)), "again changes nothing")
	assert.Equal(t, textOfState(t, a), textOfState(t, merge(a, a)))
	assert.Equal(t, textOfState(t, merge(merge(a, b), c)), textOfState(t, merge(a, merge(b, c))))
	assert.NotContains(t, both, "absent", "one of them has it")
	for _, name := range []string{`"a.txt","c-2027-04-09.txt"`, `"b.txt"`, `"on": "2027-05-10"`} {
		assert.Contains(t, both, name)
	}

	// Someone who puts the lists of two files together in an editor gets the same.
	var x, y map[string]any
	require.NoError(t, json.Unmarshal([]byte(textOfState(t, a)), &x))
	require.NoError(t, json.Unmarshal([]byte(textOfState(t, b)), &y))
	y["documents"] = append(y["documents"].([]any), x["documents"].([]any)...)
	union, err := json.MarshalIndent(y, "", "\t")
	require.NoError(t, err)
	read, err := parseState(union)
	require.NoError(t, err)
	assert.Equal(t, both, textOfState(t, read))
}

func TestStateReadsBack(t *testing.T) {
	t.Parallel()
	s := stateOf(t, "2027-05-03", map[string]string{
		"dudley-2027-04-09.txt": report(t, "Dudley", "2027-02-22", "Ada Quill", good, best, good, needs),
		"b \"quoted\".txt":      letter(t, "Wakefield", "2027-02-09", "2027-03-19"),
	})
	text := textOfState(t, s)
	again, err := parseState([]byte(text))
	require.NoError(t, err)
	assert.Equal(t, text, textOfState(t, again))
	assert.Equal(t, 6+len(s.Documents)+3, len(strings.Split(text, "\n")), "a line for each document")
	assert.True(t, json.Valid([]byte(text)))
}

func TestBadStates(t *testing.T) {
	t.Parallel()
	u := newUser(t)
	u.put("dudley-2027-04-09.txt", report(t, "Dudley", "2027-02-22", "Ada Quill", good, best, good, needs))
	u.news(0)
	good := u.remembered()
	sum := good[strings.Index(good, `"sha256":"`)+10:][:64]
	for name, tt := range map[string]struct{ text, want string }{
		"empty":           {"", "it cannot be read"},
		"cut off":         {good[:len(good)/2], "it cannot be read"},
		"no JSON":         {"# notes\n", "it cannot be read"},
		"something else":  {`{"visit": {"authority": "Dudley"}}`, `its format is "", not "ilacs-monitor"`},
		"a newer version": {strings.Replace(good, `"version": 1`, `"version": 2`, 1), "written by a newer program: its version is 2"},
		"version zero":    {strings.Replace(good, `"version": 1`, `"version": 0`, 1), "there is none below 1"},
		"a new field":     {strings.Replace(good, `"seen"`, `"note":"keep","seen"`, 1), `unknown field "note"`},
		"a bad date":      {strings.Replace(good, `"seen":"2027-05-03"`, `"seen":"3 May"`, 1), "it cannot be read"},
		"a bad grade":     {strings.Replace(good, `"leaders":"good"`, `"leaders":"fine"`, 1), "it cannot be read"},
		"no sum":          {strings.Replace(good, sum, "", 1), "without its sum"},
		"two at once":     {good + good, "it cannot be read"},
	} {
		t.Run(name, func(t *testing.T) {
			require.NotEqual(t, good, tt.text)
			require.NoError(t, os.WriteFile(u.state, []byte(tt.text), 0o644))
			status, out, stderr := u.run()
			assert.Equal(t, 2, status)
			assert.Empty(t, out)
			assert.Contains(t, stderr, "is left as it is")
			assert.Contains(t, stderr, tt.want)
			assert.Equal(t, tt.text, u.remembered())

			// Nor does it hurt the state that it was to be merged into.
			mine := newUser(t)
			mine.news(0)
			before := mine.remembered()
			status, _, stderr = mine.run("-merge", u.state)
			assert.Equal(t, 2, status)
			assert.Contains(t, stderr, tt.want)
			assert.Equal(t, before, mine.remembered())
		})
	}
}

func TestAnEarlierDay(t *testing.T) {
	t.Parallel()
	u := newUser(t)
	u.news(0)
	before := u.remembered()
	status, _, stderr := u.run("-on", "2027-05-02")
	assert.Equal(t, 2, status)
	assert.Contains(t, stderr, "cannot tell what was new on 2027-05-02")
	assert.Equal(t, before, u.remembered())
}

func TestSaving(t *testing.T) {
	t.Parallel()
	u := newUser(t)
	u.news(0)
	s, _, err := readState(u.state)
	require.NoError(t, err)

	// Two runs at once: the slower one does not undo the other.
	require.NoError(t, os.WriteFile(u.state, []byte(u.remembered()+" "), 0o644))
	require.NoError(t, os.Chmod(u.state, 0o600))
	assert.ErrorContains(t, s.save(u.state, s.raw), "another run")

	// The file keeps its mode, and a link stays one; nothing is left beside it.
	link := filepath.Join(t.TempDir(), "link.json")
	require.NoError(t, os.Symlink(u.state, link))
	s, _, err = readState(link)
	require.NoError(t, err)
	s.Documents = append(s.Documents, document{SHA256: strings.Repeat("ab", 32), Files: []string{"x"}, Visit: ilacs.Visit{Authority: "Dudley", Start: civil.MustParse("2027-02-22")}})
	require.NoError(t, s.save(link, s.raw))
	info, err := os.Lstat(link)
	require.NoError(t, err)
	assert.NotZero(t, info.Mode()&os.ModeSymlink)
	info, err = os.Stat(u.state)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), info.Mode().Perm())
	assert.Contains(t, u.remembered(), strings.Repeat("ab", 32))
	entries, err := os.ReadDir(filepath.Dir(u.state))
	require.NoError(t, err)
	assert.Len(t, entries, 2, "the folder and the state")
}

// failing is an output that breaks off, as a pipe into head does.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, os.ErrClosed }

// What was not told is not remembered as told.
func TestOutputThatBreaksOff(t *testing.T) {
	t.Parallel()
	u := newUser(t)
	u.put("dudley-2027-04-09.txt", report(t, "Dudley", "2027-02-22", "Ada Quill", good, best, good, needs))
	for _, format := range []string{"table", "json"} {
		var errs strings.Builder
		assert.Equal(t, 2, command([]string{"-state", u.state, "-format", format, u.dir}, u.day, failing{}, &errs))
		assert.NoFileExists(t, u.state)
	}
}

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/ilacstest"
	"github.com/ilacs-go/inspection/judgement"
)

func TestFirstSecondAndThirdRun(t *testing.T) {
	t.Parallel()
	u := newUser(t)
	u.put("dudley-2027-04-09.txt", report(t, "Dudley", "2027-02-22", "Ada Quill", good, best, good, needs))

	// The first run tells what the folder has beyond the record.
	n := u.news(0)
	assert.Zero(t, n.Since)
	require.Len(t, n.Documents.New, 1)
	assert.Equal(t, "file name", n.Documents.New[0].PublishedBy)
	assert.Equal(t, []string{"new Dudley documents true"}, names(n))
	m := n.Inspections[0]
	require.NotNil(t, m.Before)
	assert.Equal(t, "2022-10-31", m.Before.Start.String(), "the standing before is the record's")
	up, down := m.moves()
	assert.Equal(t, []int{3, 0}, []int{up, down}, "it required improvement in all areas but care leavers: %v", m.Changes)
	require.NotEmpty(t, n.Neighbours)
	for _, o := range n.Neighbours {
		assert.Equal(t, neighbour{o.Authority, o.URN, "Dudley", "80464", o.Place, up, down}, o)
		assert.NotEqual(t, "Dudley", o.Authority)
	}

	// The second run, a month later, with a new document.
	u.day = civil.MustParse("2027-06-01")
	u.put("new/wakefield.md", letter(t, "Wakefield", "2027-05-04", "2027-05-28"))
	status, out, stderr := u.run()
	assert.Zero(t, status, stderr)
	assert.Contains(t, out, "Monitor on 2027-06-01, since the run of 2027-05-03\n")
	assert.Contains(t, out, "Documents: 1 new, 0 changed, 1 known, 0 no longer there, 0 not read\n")
	assert.Contains(t, out, "Wakefield  focused  2027-05-04  2027-05-28  new/wakefield.md\n")
	assert.NotContains(t, out, "NEW INSPECTIONS", "a letter is none, and Dudley's is known")
	assert.NotContains(t, out, "NEIGHBOURS MOVED")

	// The third has nothing new, and writes the same state again.
	before := u.remembered()
	status, out, _ = u.run()
	assert.Zero(t, status)
	assert.Contains(t, out, "Documents: 0 new, 0 changed, 2 known, 0 no longer there, 0 not read\nNothing is new.\n")
	assert.Equal(t, before, u.remembered())
	assert.Contains(t, out, "WINDOW OPEN (", "what is due is told each time")
}

func TestTableOfANewInspection(t *testing.T) {
	t.Parallel()
	u := newUser(t)
	u.put("dudley-2027-04-09.txt", report(t, "Dudley", "2027-02-22", "Ada Quill", good, best, good, needs))
	_, out, _ := u.run()
	want := `NEW INSPECTIONS, AND WHAT STOOD BEFORE
Dudley, standard inspection of 2027-02-22, published 2027-04-09 (23 working days after it ended);
   before it, the standard inspection of 2022-10-31, 1575 days earlier
   leaders              good                  was requires-improvement  up
   help-and-protection  outstanding           was requires-improvement  up
   in-care              good                  was requires-improvement  up
   care-leavers         requires-improvement  was requires-improvement  same
   overall              –                     was requires-improvement  withdrawn
`
	assert.Contains(t, out, want)
	assert.Regexp(t, `\nWakefield: Dudley \(\d+: 3 up\)\n`, out)
	past := out[strings.Index(out, "PAST ITS WINDOW"):strings.Index(out, "WINDOW OPEN (")]
	assert.NotContains(t, past, "Dudley", "it was inspected, and no longer waits")
	assert.Contains(t, past, "Bristol")
	assert.Regexp(t, `Standard inspection|Short inspection \(uncertain\), \d+: .*Dudley`, strings.ReplaceAll(out, "\n   ", " "))
}

// The folder takes the place of the last standing in what is due, and a letter
// brings its plans.
func TestWhatIsDue(t *testing.T) {
	t.Parallel()
	u := newUser(t)
	u.day = civil.MustParse("2026-03-02")
	u.put("wakefield.txt", letter(t, "Wakefield", "2026-01-13", "2026-02-20", ilacstest.Item{Text: "The answering of calls at night."}))
	n := u.news(0)
	due := func(authority string) (of []string) {
		for _, d := range n.Next {
			if d.Authority == authority {
				of = append(of, fmt.Sprint(d.When, " ", d.Days, " ", d.Expectation.Step.String(), " ", window(d.Expectation)))
			}
		}
		return of
	}
	assert.Contains(t, due("Wakefield"), "deadline 18 Draft action plan by 2026-03-20")
	assert.Contains(t, due("Dudley"), "open 59 Next inspection 2025-04-30 to 2026-04-30")
	assert.Contains(t, due("Wolverhampton"), "past 155 Next inspection 2024-09-28 to 2025-09-28")
	assert.Contains(t, due("Barnet"), "to-come 283 Next inspection 2026-12-10 to 2027-12-10")
	assert.Contains(t, due("Nottingham"), "not-known 0 Next inspection by ")
	seen := map[string]bool{}
	for _, d := range n.Next {
		seen[d.Authority] = true
		assert.Contains(t, whens, d.When)
	}
	assert.Len(t, seen, 153)
}

func TestAChangedDocument(t *testing.T) {
	t.Parallel()
	u := newUser(t)
	first := report(t, "Dudley", "2027-02-22", "Ada Quill", good, best, good, needs)
	u.put("dudley-2027-04-09.txt", first)
	u.news(0)

	// The same facts in another text.
	u.put("dudley-2027-04-09.txt", strings.Replace(first, "moved on", "moved ahead", 1))
	n := u.news(0)
	require.Len(t, n.Documents.Changed, 1)
	assert.True(t, n.Documents.Changed[0].Replaced)
	assert.Empty(t, n.Documents.Changed[0].Differences)
	assert.Empty(t, n.Documents.New)
	assert.Empty(t, n.Documents.Absent, "what was replaced is not missing")
	assert.Empty(t, n.Inspections)

	// Corrected in the same file: a grade goes down, and the neighbours hear of it.
	u.put("dudley-2027-04-09.txt", report(t, "Dudley", "2027-02-22", "Ben Marsh", needs, best, good, needs))
	n = u.news(0)
	require.Len(t, n.Documents.Changed, 1)
	corrected := []difference{{"lead", "Ada Quill", "Ben Marsh"}, {"leaders", "good", "requires-improvement"}}
	assert.Equal(t, corrected, n.Documents.Changed[0].Differences)
	assert.Equal(t, []string{"corrected Dudley documents true"}, names(n))
	assert.ElementsMatch(t, corrected, n.Inspections[0].Differences)
	require.NotEmpty(t, n.Neighbours)
	assert.Equal(t, 1, n.Neighbours[0].Down)
	assert.Empty(t, n.Conflicts)

	n = u.news(0)
	assert.Empty(t, n.Documents.Changed)
	assert.Empty(t, n.Inspections)

	// Corrected once more, in a file beside the other and on the same day.
	u.put("dudley-corrected-2027-04-09.txt", report(t, "Dudley", "2027-02-22", "Ben Marsh", best, best, good, needs))
	status, out, _ := u.run()
	assert.Zero(t, status)
	news, _, _ := strings.Cut(out, "\nWHOSE")
	assert.Contains(t, news, `
CHANGED DOCUMENTS
Dudley, standard inspection of 2027-02-22, beside the one that was known:
   dudley-corrected-2027-04-09.txt
   leaders: outstanding, was requires-improvement

INSPECTIONS THAT ARE KNOWN DIFFERENTLY NOW
Dudley, standard inspection of 2027-02-22, published 2027-04-09 (23 working days after it ended)
   leaders: outstanding, was requires-improvement
`)
	n = u.news(0)
	assert.Empty(t, n.Inspections, "both are there, and the later one goes on to count")
	assert.Equal(t, 2, n.Documents.Known)
}

func TestADeletedDocument(t *testing.T) {
	t.Parallel()
	u := newUser(t)
	u.put("a-dudley-2027-04-09.txt", report(t, "Dudley", "2027-02-22", "Ada Quill", good, best, good, needs))
	u.put("b-wakefield.txt", letter(t, "Wakefield", "2027-02-09", "2027-03-19"))
	u.news(0)
	u.remove("a-dudley-2027-04-09.txt")
	n := u.news(0)
	require.Len(t, n.Documents.Absent, 1)
	assert.Equal(t, "Dudley", n.Documents.Absent[0].Visit.Authority)
	assert.Empty(t, n.Inspections, "what was known is not forgotten")
	assert.Contains(t, u.remembered(), "a-dudley-2027-04-09.txt")
	n = u.news(0)
	assert.Empty(t, n.Documents.Absent, "it is told once")

	// Moved to another place, it is what it was.
	u.put("moved/dudley.txt", report(t, "Dudley", "2027-02-22", "Ada Quill", good, best, good, needs))
	n = u.news(0)
	assert.Equal(t, 2, n.Documents.Known)
	assert.Empty(t, n.Documents.New)
	assert.NotContains(t, u.remembered(), `"absent"`)

	// A folder that cannot be reached is not one from which all was deleted.
	dir := u.dir
	u.dir = filepath.Join(dir, "not", "mounted")
	n = u.news(1)
	assert.Empty(t, n.Documents.Absent)
	require.Len(t, n.Documents.Unread, 1)
	assert.NotContains(t, u.remembered(), `"absent"`)
}

func TestBadFilesAndHostileNames(t *testing.T) {
	t.Parallel()
	u := newUser(t)
	u.put("dudley-2027-04-09.txt", report(t, "Dudley", "2027-02-22", "Ada Quill", good, best, good, needs))
	u.put("empty.txt", "")
	u.put("page.txt", "<!DOCTYPE html><html><title>404 Not Found</title></html>")
	u.put("wexcombe.txt", letter(t, "Wexcombe", "2027-02-09", "2027-03-19"))
	u.put("big.txt", strings.Repeat("x", ilacs.DefaultLimit+1))
	u.put("report.pdf", "%PDF-1.7")
	u.put(".hidden.txt", "not read")
	u.put(".git/notes.txt", "not read")
	u.put("\x1b[31mred\u202egnp.txt", "not a report")
	u.put("line\nbreak.txt", "not a report")
	u.put("=cmd|' '!A0.txt", letter(t, "Wakefield", "2027-02-09", "2027-03-19"))
	invalid := "bad\xffname.txt"
	if err := os.WriteFile(filepath.Join(u.dir, invalid), []byte("not a report"), 0o644); err != nil {
		t.Logf("no such names here: %v", err)
	}
	require.NoError(t, os.Symlink(filepath.Join(u.dir, "nowhere"), filepath.Join(u.dir, "broken.txt")))
	require.NoError(t, os.Symlink(u.dir, filepath.Join(u.dir, "loop.txt")))
	if err := exec.Command("mkfifo", filepath.Join(u.dir, "pipe.txt")).Run(); err != nil {
		t.Logf("no pipes here: %v", err)
	}
	u.put("data.csv", "not read")

	status, out, stderr := u.run()
	assert.Equal(t, 1, status, "a file could not be read")
	assert.Empty(t, stderr)
	assert.Contains(t, out, "Documents: 2 new, 0 changed, 0 known, 0 no longer there, ")
	unread := out[strings.Index(out, "NOT READ"):]
	for _, name := range []string{"empty.txt: ", "page.txt: ", "wexcombe.txt: it was read, but has no place", "big.txt: ", "broken.txt: ", "loop.txt: it is no regular file", "[31mredgnp.txt: ", "line break.txt: "} {
		assert.Contains(t, unread, name)
	}
	assert.NotContains(t, out, "\x1b")
	assert.NotContains(t, out, "\u202e")
	assert.NotContains(t, out, "hidden")
	assert.NotContains(t, out, "notes.txt")
	assert.Contains(t, out, "1 PDF in the folders")

	// What could be read is remembered all the same, and the rest told again.
	n := u.news(1)
	assert.Equal(t, 2, n.Documents.Known)
	assert.Empty(t, n.Documents.New)
	assert.GreaterOrEqual(t, len(n.Documents.Unread), 8)

	// A document that turns bad is not missing.
	u.put("dudley-2027-04-09.txt", "cut off")
	n = u.news(1)
	assert.Empty(t, n.Documents.Absent)
	assert.Empty(t, n.Inspections)
}

func TestWhatContradictsTheRecord(t *testing.T) {
	t.Parallel()
	u := newUser(t)
	text, err := ilacstest.Write(ilacstest.Document{
		Visit: ilacs.Visit{Authority: "Dudley", Type: ilacs.VisitTypeStandard, Start: civil.MustParse("2022-10-31"), End: civil.MustParse("2022-11-11"), Lead: "Ada Quill"},
		Judgements: judgement.Set{}.With(judgement.Leaders, best).With(judgement.HelpAndProtection, needs).
			With(judgement.InCareAndCareLeavers, needs).With(judgement.Overall, needs),
		Headline: []string{"Services have moved on since they were last looked at."},
		Improve:  []ilacstest.Item{{Text: "The pace at which plans are written down."}},
	})
	require.NoError(t, err)
	u.put("dudley.txt", text)
	n := u.news(1)
	require.Len(t, n.Documents.New, 1)
	assert.Equal(t, "record", n.Documents.New[0].PublishedBy)
	assert.Equal(t, "2023-01-13", n.Documents.New[0].Visit.Published.String())
	var fields []string
	for _, c := range n.Conflicts {
		assert.Equal(t, "dudley.txt", c.File)
		fields = append(fields, c.Field)
	}
	assert.Equal(t, []string{"lead", "leaders"}, fields)
	assert.Empty(t, n.Inspections, "the record is kept")
	assert.Empty(t, u.news(0).Conflicts, "it is told once")
}

func TestPublicLater(t *testing.T) {
	t.Parallel()
	u := newUser(t)
	u.put("dudley-2027-04-09.txt", report(t, "Dudley", "2027-02-22", "Ada Quill", good, best, good, needs))
	n := u.news(0, "-on", "2027-04-08")
	require.Len(t, n.Documents.Later, 1)
	assert.Empty(t, n.Documents.New)
	assert.Empty(t, n.Inspections)
	n = u.news(0, "-on", "2027-04-09")
	assert.Len(t, n.Documents.New, 1)
	assert.Equal(t, []string{"new Dudley documents true"}, names(n))
}

// A report that comes late, about an inspection older than the last, moves
// nothing today.
func TestAnOlderInspection(t *testing.T) {
	t.Parallel()
	u := newUser(t)
	u.put("dudley-2030-04-12.txt", report(t, "Dudley", "2030-02-25", "Ada Quill", good, good, good, good))
	n := u.news(0, "-on", "2030-05-01")
	assert.NotEmpty(t, n.Neighbours)
	u.put("dudley-2027-04-09.txt", report(t, "Dudley", "2027-02-22", "Ada Quill", good, best, good, needs))
	n = u.news(0, "-on", "2030-05-02")
	assert.Equal(t, []string{"new Dudley documents false"}, names(n))
	assert.Equal(t, "2022-10-31", n.Inspections[0].Before.Start.String())
	assert.Empty(t, n.Neighbours)
	_, out, _ := u.command("-on", "2030-05-02")
	assert.Contains(t, out, "Nothing is new.")
}

// What comes with the record is told as well.
func TestTheRecordGrows(t *testing.T) {
	t.Parallel()
	u := newUser(t)
	u.news(0, "-on", "2023-01-01")
	n := u.news(0, "-on", "2023-01-13")
	assert.Equal(t, "2023-01-01", n.Since.String())
	assert.Contains(t, names(n), "new Dudley record true")
	for _, m := range n.Inspections {
		assert.Greater(t, m.Inspection.Published.String(), "2023-01-01")
		assert.LessOrEqual(t, m.Inspection.Published.String(), "2023-01-13")
	}
	assert.Empty(t, u.news(0, "-on", "2023-01-13").Inspections)
}

func TestWithoutAState(t *testing.T) {
	t.Parallel()
	u := newUser(t)
	u.put("dudley-2027-04-09.txt", report(t, "Dudley", "2027-02-22", "Ada Quill", good, best, good, needs))
	var out, errs bytes.Buffer
	assert.Zero(t, command([]string{u.dir}, u.day, &out, &errs))
	assert.Contains(t, out.String(), "NEW INSPECTIONS, AND WHAT STOOD BEFORE\nDudley")
	assert.NoFileExists(t, u.state)
	entries, err := os.ReadDir(filepath.Dir(u.dir))
	require.NoError(t, err)
	assert.Len(t, entries, 1)
}

func TestFaultyCommands(t *testing.T) {
	t.Parallel()
	u := newUser(t)
	for _, tt := range []struct {
		args []string
		want string
	}{
		{nil, "neither a folder nor a state"},
		{[]string{"-format", "xml", u.dir}, "table or json"},
		{[]string{"-on", "2027-05", u.dir}, "it must be a day"},
		{[]string{"-on", "tomorrow", u.dir}, "tomorrow"},
		{[]string{"-merge", "x.json", u.dir}, "-merge needs -state"},
		{[]string{"-state", u.state}, "there is no state"},
		{[]string{"-state", u.state, "-merge", filepath.Join(u.dir, "x.json"), u.dir}, "there is no state"},
		{[]string{"-nonsense"}, "usage"},
		{[]string{"-state", u.dir, u.dir}, "is left as it is"},
		{[]string{"-state", filepath.Join(u.dir, "no", "such", "x.json"), u.dir}, "the state was not written"},
	} {
		var out, errs bytes.Buffer
		assert.Equal(t, 2, command(tt.args, u.day, &out, &errs), tt.args)
		assert.Contains(t, errs.String(), tt.want)
	}
	assert.NoFileExists(t, u.state)
	var out, errs bytes.Buffer
	assert.Zero(t, command([]string{"-h"}, u.day, &out, &errs))
	assert.Contains(t, errs.String(), usage)
}

// The program as a user runs it, with today's date.
func TestProgram(t *testing.T) {
	t.Parallel()
	u := newUser(t)
	u.put("bad.txt", "<html>")
	program := filepath.Join(t.TempDir(), "monitor")
	out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput()
	require.NoError(t, err, "%s", out)
	cmd := exec.Command(program, "-state", u.state, u.dir)
	out, _ = cmd.Output() // the status is asserted below
	assert.Equal(t, 1, cmd.ProcessState.ExitCode())
	assert.Regexp(t, `^Monitor on 20\d\d-\d\d-\d\d, first run\n`, string(out))
	assert.FileExists(t, u.state)
}

// TestCorpus runs the program on the real reports that lie beside the module.
func TestCorpus(t *testing.T) {
	t.Parallel()
	u := newUser(t)
	u.dir = "../../../shared/corpus/layout"
	if _, err := os.Stat(u.dir); err != nil {
		t.Skip("the reports are not here")
	}
	n := u.news(1) // four print an earlier day of publication than the record has
	assert.Len(t, n.Documents.New, 340)
	assert.Empty(t, n.Documents.Unread)
	assert.Empty(t, n.Inspections, "the record has all of them")
	for _, c := range n.Conflicts {
		assert.Equal(t, "published", c.Field)
	}
	before := u.remembered()
	n = u.news(0)
	assert.Equal(t, 340, n.Documents.Known)
	assert.Empty(t, n.Documents.New)
	assert.Empty(t, n.Documents.Changed)
	assert.Empty(t, n.Inspections)
	assert.Equal(t, before, u.remembered())
}

// A letter as Windows saves it is read, and a folder that is not there is named
// once, with the reason.
func TestEncodingsAndMissingFolders(t *testing.T) {
	t.Parallel()
	u := newUser(t)
	text := letter(t, "Wakefield", "2027-02-09", "2027-03-19")
	wide := "\xff\xfe"
	for _, c := range utf16.Encode([]rune(text)) {
		wide += string([]byte{byte(c), byte(c >> 8)})
	}
	u.put("wakefield.txt", wide)
	missing := filepath.Join(u.dir, "nowhere")
	status, out, stderr := u.run("-on", "2027-05-03", missing, u.dir)
	assert.Equal(t, 1, status, stderr)
	assert.Contains(t, out, "Documents: 1 new, 0 changed, 0 known, 0 no longer there, 1 not read")
	assert.Contains(t, strings.Join(strings.Fields(out), " "), "nowhere: no such file or directory")
	assert.NotContains(t, out, "lstat")
}

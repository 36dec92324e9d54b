package main

import (
	"bytes"
	"cmp"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

// digests writes the documents about Dudley that come with examples/progress into a
// folder, and returns it and what they say, in order.
func digests(t *testing.T) (dir string, reports []*ilacs.Report) {
	t.Helper()
	files, err := filepath.Glob("../progress/dudley/*.txt")
	require.NoError(t, err)
	require.Len(t, files, 5)
	dir = t.TempDir()
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		_, document, _ := strings.Cut(string(text), "\n\n") // the first line says what it is
		require.NoError(t, os.WriteFile(filepath.Join(dir, filepath.Base(file)), []byte(document), 0o600))
		r, err := ilacs.Parse(document)
		require.NoError(t, err)
		reports = append(reports, r)
	}
	return dir, reports
}

// ask runs the program and returns what it printed.
func ask(t *testing.T, o options, paths ...string) (failed int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	failed, err := run(o, paths, &out, &errs)
	require.NoError(t, err)
	return failed, out.String(), errs.String()
}

// rows are those of a query, with its title and the names of its columns.
func rows(t *testing.T, o options, paths ...string) []string {
	t.Helper()
	_, out, errs := ask(t, o, paths...)
	assert.Empty(t, errs)
	all := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	require.Greater(t, len(all), 2)
	return all[3:]
}

// fields are the cells of a row, which two spaces or more part.
func fields(row string) (cells []string) {
	for _, c := range strings.Split(row, "  ") {
		if c = strings.TrimSpace(c); c != "" {
			cells = append(cells, c)
		}
	}
	return cells
}

// What a user does: a folder with a bad file in it, a database in a file, questions.
func TestAsAUser(t *testing.T) {
	t.Parallel()
	program := filepath.Join(t.TempDir(), "sql")
	out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput()
	require.NoError(t, err, "%s", out)
	dir, _ := digests(t)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "2020-bad.txt"), []byte("<!doctype html>Not found"), 0o600))
	db := filepath.Join(t.TempDir(), "visits.db")
	start := func(args ...string) (status int, stdout, stderr string) {
		var o, e strings.Builder
		cmd := exec.Command(program, args...)
		cmd.Stdout, cmd.Stderr = &o, &e
		_ = cmd.Run() // the status says what there is to say
		return cmd.ProcessState.ExitCode(), o.String(), e.String()
	}

	status, stdout, stderr := start("-db", db, dir)
	assert.Equal(t, 1, status)
	assert.Contains(t, stderr, "2020-bad.txt: ")
	assert.Contains(t, stderr, "1 could not be read")
	for _, q := range queries() {
		assert.Contains(t, stdout, q.title+" ("+q.name+")\n\n")
	}
	assert.NotContains(t, stdout, "nothing", "each query finds something")
	assert.Contains(t, stdout, "-query latest-grades -rows 0")

	status, stdout, stderr = start("-db", db, "-query", "asked-again", "-for", "Dudley Metropolitan Borough Council", "-width", "0")
	assert.Zero(t, status, stderr)
	assert.Contains(t, stdout, "  Dudley     2016-01-11  ")

	other := filepath.Join(t.TempDir(), "other.db")
	odb, err := sql.Open("sqlite", other)
	require.NoError(t, err)
	_, err = odb.Exec(`create table visit (day text)`)
	require.NoError(t, err)
	require.NoError(t, odb.Close())

	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"-db", other}, "give -db a new file"},
		{[]string{"-db", db, "-query", "grades"}, "latest-grades"},
		{[]string{"-db", db, "-for", "Dudly"}, "Dudley"},
		{[]string{"-db", db, "-theme", "supervison"}, "supervison"},
		{[]string{"-db", filepath.Join(dir, "2020-bad.txt")}, "2020-bad.txt"},
		{[]string{"-db", filepath.Join(dir, "no", "such", "folder.db")}, "folder.db"},
	} {
		status, stdout, stderr := start(tt.args...)
		assert.Equal(t, 2, status, tt.args)
		assert.Empty(t, stdout)
		assert.Contains(t, stderr, tt.want)
	}
	missing := filepath.Join(dir, "missing.txt")
	status, stdout, stderr = start("-query", "what-became", missing)
	assert.Equal(t, 1, status)
	assert.Contains(t, stdout, "  nothing: no documents are stored")
	assert.Equal(t, "sql: "+missing+": no such file or directory\nsql: 1 could not be read\n", stderr)
	status, stdout, _ = start("-query", "what-became", filepath.Join(dir, "2018-12-report.txt"))
	assert.Zero(t, status)
	assert.Contains(t, stdout, "  nothing\n", "one document is stored, and there is none later")
	empty := t.TempDir()
	status, _, stderr = start("-query", "latest-grades", empty+"/")
	assert.Equal(t, 1, status)
	assert.Equal(t, "sql: "+empty+": no .txt or .md files in this folder\nsql: 1 could not be read\n", stderr)
	require.NoError(t, os.WriteFile(filepath.Join(empty, "report.pdf"), []byte("%PDF-1.7"), 0o600))
	status, _, stderr = start("-query", "latest-grades", empty)
	assert.Equal(t, 1, status)
	assert.Contains(t, stderr, "but PDFs: ilacs/pdf/cmd/pdftext")
}

// With "go run -C" names are meant from the folder that the user is in, with a
// program that was built from that in which it runs.
func TestNamesFromTheFolderOfTheUser(t *testing.T) {
	t.Parallel()
	program := filepath.Join(t.TempDir(), "sql")
	out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput()
	require.NoError(t, err, "%s", out)
	dir, _ := digests(t)
	parent, folder := filepath.Split(dir)
	for name, in := range map[string]string{"of the module": "", "of the user": parent} {
		cmd := exec.Command(program, "-db", "grades-"+strings.ReplaceAll(name, " ", "-")+".db", "-query", "asked-again", folder)
		cmd.Dir = in
		cmd.Env = append(os.Environ(), "PWD="+filepath.Clean(parent))
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, "%s: %s", name, out)
		assert.Contains(t, string(out), "  Dudley     2016-01-11  ", name)
	}
	made, err := filepath.Glob(filepath.Join(parent, "grades-*.db"))
	require.NoError(t, err)
	assert.Len(t, made, 2)
}

// standingGrades are the text forms of the grades that a standing has, in the order
// of its columns; "" for one that was not given.
func standingGrades(t *testing.T, j judgement.Set) (all []string) {
	t.Helper()
	for _, g := range []judgement.Grade{
		j.Grade(judgement.Overall), j.Grade(judgement.Leaders), j.Grade(judgement.HelpAndProtection),
		cmp.Or(j.Grade(judgement.InCare), j.Grade(judgement.InCareAndCareLeavers), j.Grade(judgement.LookedAfter)), j.Grade(judgement.CareLeavers),
	} {
		text, err := g.MarshalText()
		require.NoError(t, err)
		all = append(all, string(text))
	}
	return all
}

// standing is what the queries print of the last inspection of an authority.
func standing(t *testing.T, a authority.Authority) []string {
	t.Helper()
	i, ok := record.Latest(a)
	require.True(t, ok, a.Name)
	grades := slices.DeleteFunc(standingGrades(t, i.Judgements), func(g string) bool { return g == "" })
	return append([]string{i.Start.String()}, grades...)
}

// The latest grades are those that the library gives, for all authorities.
func TestLatestGrades(t *testing.T) {
	t.Parallel()
	var want []string
	for a := range authority.All() {
		if a.IsOpen() {
			want = append(want, strings.Join(append([]string{a.Name}, standing(t, a)...), " "))
		}
	}
	require.Len(t, want, 153)
	var got []string
	for _, row := range rows(t, options{query: "latest-grades"}) {
		f := fields(row)
		require.Greater(t, len(f), 4, row)
		got = append(got, strings.Join(slices.Delete(f, 1, 2), " ")) // without the region
	}
	for i := range got {
		f := strings.Split(got[i], " ilacs-") // nor the framework
		if len(f) == 2 {
			got[i] = f[0] + f[1][len("2018"):]
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	assert.Equal(t, want, got)
}

func TestNeighbours(t *testing.T) {
	t.Parallel()
	dudley, err := authority.Find("Dudley")
	require.NoError(t, err)
	var want []string
	for i, a := range append([]authority.Authority{dudley}, slices.Collect(authority.Neighbours(dudley))...) {
		want = append(want, strings.Join(append([]string{"Dudley", fmt.Sprint(i), a.Name}, standing(t, a)...), " "))
	}
	require.Len(t, want, 11)
	var got []string
	for _, row := range rows(t, options{query: "neighbours", authority: "Dudley"}) {
		got = append(got, strings.Join(fields(row), " "))
	}
	assert.Equal(t, want, got)
}

// items returns the areas for improvement and priority actions of a report.
func items(r *ilacs.Report) (all []finding.Finding) {
	for _, f := range r.Findings {
		if f.Section.Asks() {
			all = append(all, f)
		}
	}
	return all
}

func TestAskedByYear(t *testing.T) {
	t.Parallel()
	dir, reports := digests(t)
	years := map[string]bool{}
	for _, r := range reports {
		for _, f := range items(r) {
			if slices.Contains(f.Themes, finding.ThemeManagementOversight) {
				years[fmt.Sprint(cmp.Or(r.Visit.Start, r.Visit.Published).Year())] = true
			}
		}
	}
	require.NotEmpty(t, years)
	got := map[string]bool{}
	for _, row := range rows(t, options{query: "asked-by-year", theme: "management-oversight"}, dir) {
		f := fields(row)
		assert.Equal(t, []string{"management-oversight", f[1], "1", "Dudley"}, f)
		got[f[1]] = true
	}
	assert.Equal(t, years, got)
}

// pairs are the comparisons of each two documents of which one is about a later
// visit, by what the library says. Those of digests are in order, and one has no
// date.
func pairs(t *testing.T, reports []*ilacs.Report) (all []ilacs.Progress) {
	t.Helper()
	dated := slices.DeleteFunc(slices.Clone(reports), func(r *ilacs.Report) bool { return dayOf(r.Visit) == "" })
	require.Len(t, dated, len(reports)-1)
	for i, later := range dated {
		for _, earlier := range dated[:i] {
			require.Less(t, dayOf(earlier.Visit), dayOf(later.Visit))
			p, err := ilacs.Compare(earlier, later)
			require.NoError(t, err)
			all = append(all, p)
		}
	}
	return all
}

// dayOf is the day under which the queries print a visit.
func dayOf(v ilacs.Visit) string { return cmp.Or(v.Start, v.Published).String() }

// What became of each item is what the library says of each pair of documents.
func TestFollowUps(t *testing.T) {
	t.Parallel()
	dir, reports := digests(t)
	db := filepath.Join(t.TempDir(), "visits.db")
	ask(t, options{db: db}, dir)

	var asked, again []string
	returned, compared := map[string]bool{}, map[string]bool{}
	for _, p := range pairs(t, reports) {
		for _, f := range p.FollowUps {
			item := dayOf(p.Before) + " " + f.Item.Text
			compared[item] = true
			if f.Status != ilacs.StatusNotRevisited {
				returned[item] = true
			}
		}
		for _, a := range p.Asked {
			if a.Recurrence == ilacs.RecurrenceAgain {
				for _, n := range a.Of {
					again = append(again, dayOf(p.Before)+" "+p.FollowUps[n].Item.Text+" "+dayOf(p.After)+" "+a.Item.Text)
				}
			}
		}
	}
	for item := range compared {
		if !returned[item] {
			asked = append(asked, item)
		}
	}
	require.NotEmpty(t, asked)
	require.NotEmpty(t, again)
	require.NotEmpty(t, returned)

	var got []string
	for _, row := range rows(t, options{db: db, query: "not-revisited"}) {
		f := fields(row)
		got = append(got, f[1]+" "+f[2])
	}
	assert.ElementsMatch(t, asked, got)
	got = nil
	for _, row := range rows(t, options{db: db, query: "asked-again"}) {
		got = append(got, strings.Join(fields(row)[1:], " "))
	}
	assert.ElementsMatch(t, again, got)
	assert.Len(t, rows(t, options{db: db, query: "what-became"}), len(returned))
}

// cells are the rows of a statement, each with its cells joined.
func cells(t *testing.T, db interface {
	Query(string, ...any) (*sql.Rows, error)
}, statement string, args ...any) (all []string) {
	t.Helper()
	found, err := db.Query(statement, args...)
	require.NoError(t, err)
	defer found.Close()
	columns, err := found.Columns()
	require.NoError(t, err)
	for found.Next() {
		row, into := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for i := range row {
			into[i] = &row[i]
		}
		require.NoError(t, found.Scan(into...))
		texts := make([]string, len(row))
		for i, c := range row {
			texts[i] = cmp.Or(c.String, "-")
		}
		all = append(all, strings.Join(texts, " "))
	}
	require.NoError(t, found.Err())
	return all
}

// One bad file never stops the batch.
func TestBadFiles(t *testing.T) {
	t.Parallel()
	dir, _ := digests(t)
	for name, text := range map[string]string{"a.txt": "", "b.txt": "\x00\xff\x00", "c.md": "%PDF-1.7", "d.txt": strings.Repeat("a ", ilacs.DefaultLimit)} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	require.NoError(t, os.Mkdir(filepath.Join(dir, "e.txt"), 0o700))
	want := 5 // with the file that is not there
	if os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "f.txt")) == nil {
		want++
	}
	failed, out, errs := ask(t, options{query: "asked-by-year"}, filepath.Join(dir, "none.txt"), dir)
	assert.Equal(t, want, failed)
	assert.Equal(t, want, strings.Count(errs, "sql: "))
	for _, name := range []string{"none.txt: ", "a.txt: ", "b.txt: ", "c.md: ", "d.txt: ", "f.txt: "} {
		assert.Equal(t, 1, strings.Count(errs, name), name)
	}
	assert.Contains(t, out, "Dudley", "the others are stored")
}

func TestShort(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "Îles", short("Îles", 4))
	assert.Equal(t, "Îl…", short("Îles", 3))
	assert.Equal(t, "a…", short("a bc", 3))
	assert.Equal(t, "a bc", short("a bc", 0))
}

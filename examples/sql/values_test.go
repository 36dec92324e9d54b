package main_test

import (
	"database/sql"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	_ "modernc.org/sqlite"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

// open opens a new database in a file.
func open(t *testing.T) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(t.TempDir(), "inspections.db"))
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, db.Close()) })
	return db
}

func exec(t *testing.T, db interface {
	Exec(string, ...any) (sql.Result, error)
}, query string, args ...any) {
	t.Helper()
	_, err := db.Exec(query, args...)
	require.NoError(t, err)
}

// store puts the national record into two tables: a row an inspection, and a row
// a grade.
func store(t *testing.T, db *sql.DB) {
	t.Helper()
	exec(t, db, `create table inspection (
		id integer primary key, code text not null, type text, framework text,
		start date, "end" date, published text, lead text, judgements text)`)
	exec(t, db, `create table grade (inspection integer not null, area text not null, grade text not null)`)
	tx, err := db.Begin()
	require.NoError(t, err)
	id := 0
	for i := range record.All() {
		id++
		exec(t, tx, `insert into inspection values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			id, i.Authority.Code, i.Type, i.Framework, i.Start, i.End, i.Published, i.Lead, i.Judgements)
		for a, g := range i.Judgements.All() {
			exec(t, tx, `insert into grade values (?, ?, ?)`, id, a, g)
		}
	}
	require.NoError(t, tx.Commit())
}

// TestRecordComesBack reads every inspection back as it was: from the set in one
// column, and from the rows of grades.
func TestRecordComesBack(t *testing.T) {
	db := open(t)
	store(t, db)
	rows, err := db.Query(`select id, code, type, framework, start, "end", published, lead, judgements from inspection order by id`)
	require.NoError(t, err)
	var back []record.Inspection
	for rows.Next() {
		var id int
		var code string
		var i record.Inspection
		require.NoError(t, rows.Scan(&id, &code, &i.Type, &i.Framework, &i.Start, &i.End, &i.Published, &i.Lead, &i.Judgements))
		var known bool
		i.Authority, known = authority.ByCode(code)
		require.True(t, known, code)
		back = append(back, i)
	}
	require.NoError(t, rows.Err())
	require.NoError(t, rows.Close())
	assert.Equal(t, slices.Collect(record.All()), back)

	rows, err = db.Query(`select inspection, area, grade from grade`)
	require.NoError(t, err)
	sets := make([]judgement.Set, len(back))
	for rows.Next() {
		var id int
		var a judgement.Area
		var g judgement.Grade
		require.NoError(t, rows.Scan(&id, &a, &g))
		sets[id-1] = sets[id-1].With(a, g)
	}
	require.NoError(t, rows.Err())
	require.NoError(t, rows.Close())
	for n, i := range back {
		sets[n].Framework = i.Framework
		assert.Equal(t, i.Judgements, sets[n])
	}
}

// TestQueryByGrade asks the database what the library also answers.
func TestQueryByGrade(t *testing.T) {
	db := open(t)
	store(t, db)
	for _, area := range []judgement.Area{judgement.Overall, judgement.Leaders, judgement.CareLeavers, judgement.LSCB} {
		want := map[judgement.Grade]int{}
		for i := range record.All() {
			want[i.Judgements.Grade(area)]++
		}
		for _, grade := range []judgement.Grade{judgement.Outstanding, judgement.Good, judgement.RequiresImprovement, judgement.Adequate, judgement.Inadequate, judgement.NotJudged} {
			var n int
			require.NoError(t, db.QueryRow(`select count(*) from grade where area = ? and grade = ?`, area, grade).Scan(&n))
			assert.Equal(t, want[grade], n, "%v %v", area, grade)
		}
	}
	// Dates are stored as text that sorts: here what was published in 2023 and
	// graded leaders inadequate.
	first, err := civil.New(2023, 1, 1)
	require.NoError(t, err)
	last, err := civil.New(2023, 12, 31)
	require.NoError(t, err)
	rows, err := db.Query(`select code, published from inspection i join grade g on g.inspection = i.id
		where area = ? and grade = ? and published between ? and ? order by i.id`,
		judgement.Leaders, judgement.Inadequate, first, last)
	require.NoError(t, err)
	defer rows.Close()
	var got, want []string
	for rows.Next() {
		var code string
		var published civil.Date
		require.NoError(t, rows.Scan(&code, &published))
		got = append(got, code+" "+published.String())
	}
	require.NoError(t, rows.Err())
	for i := range record.All() {
		if i.Published.Year() == 2023 && i.Judgements.Grade(judgement.Leaders) == judgement.Inadequate {
			want = append(want, i.Authority.Code+" "+i.Published.String())
		}
	}
	assert.NotEmpty(t, want)
	assert.Equal(t, want, got)
}

// TestZeroValuesAreNull checks that zero values are null in the database and come
// back as zero values.
func TestZeroValuesAreNull(t *testing.T) {
	db := open(t)
	exec(t, db, `create table one (area text, grade text, framework text, day date, type text, judgements text, month date, year text)`)
	month, err := civil.Parse("2022-11")
	require.NoError(t, err)
	year, err := civil.Parse("2018")
	require.NoError(t, err)
	exec(t, db, `insert into one values (?, ?, ?, ?, ?, ?, ?, ?)`,
		judgement.Area(0), judgement.Grade(0), judgement.Framework(0), civil.Date{}, ilacs.VisitType(0), judgement.Set{}, month, year)
	var nulls int
	require.NoError(t, db.QueryRow(`select count(*) from one where area is null and grade is null and framework is null and day is null and type is null and judgements is null`).Scan(&nulls))
	assert.Equal(t, 1, nulls)
	a, g, f, typ := judgement.Leaders, judgement.Good, judgement.SIF, ilacs.VisitTypeShort
	d, m, y := month, civil.Date{}, civil.Date{}
	s := judgement.Set{Framework: judgement.SIF}
	require.NoError(t, db.QueryRow(`select * from one`).Scan(&a, &g, &f, &d, &typ, &s, &m, &y))
	assert.Zero(t, a)
	assert.Zero(t, g)
	assert.Zero(t, f)
	assert.True(t, d.IsZero())
	assert.Zero(t, typ)
	assert.Zero(t, s)
	assert.Equal(t, month, m, "a date without its day")
	assert.Equal(t, year, y, "a year")

	// What is not valid is refused on the way in, and on the way out.
	_, err = db.Exec(`insert into one (grade) values (?)`, judgement.Grade(9))
	assert.Error(t, err)
	exec(t, db, `update one set grade = 'fine'`)
	assert.ErrorIs(t, db.QueryRow(`select grade from one`).Scan(&g), parseerr.ErrUnknown)
}

// reportsOf returns the texts of reports: the project's own fixtures, and real
// ones if they are there beside the module.
func reportsOf(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, pattern := range []string{"../../ilacs/testdata/*.txt", "../../../shared/corpus/pdfium/*.txt", "../../../shared/corpus/letters/*.txt"} {
		files, err := filepath.Glob(pattern)
		require.NoError(t, err)
		for _, file := range files {
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			texts[filepath.Base(file)] = string(text)
		}
	}
	require.NotEmpty(t, texts)
	return texts
}

// TestReportsAsJSON stores whole reports as JSON, queries the JSON in the
// database, and reads the reports back.
func TestReportsAsJSON(t *testing.T) {
	db := open(t)
	exec(t, db, `create table report (file text primary key, report text not null)`)
	reports := map[string]*ilacs.Report{}
	for file, text := range reportsOf(t) {
		report, err := ilacs.Parse(text)
		if err != nil {
			continue // a fixture that is no report
		}
		reports[file] = report
		b, err := json.Marshal(report)
		require.NoError(t, err)
		exec(t, db, `insert into report values (?, ?)`, file, b)
	}
	require.Greater(t, len(reports), 10)

	rows, err := db.Query(`select file, report from report`)
	require.NoError(t, err)
	n := 0
	for rows.Next() {
		n++
		var file string
		var b []byte
		require.NoError(t, rows.Scan(&file, &b))
		var back ilacs.Report
		require.NoError(t, json.Unmarshal(b, &back))
		again, err := json.Marshal(&back)
		require.NoError(t, err)
		assert.Equal(t, string(b), string(again), file)
		assert.Equal(t, reports[file], &back, file)
	}
	require.NoError(t, rows.Err())
	require.NoError(t, rows.Close())
	assert.Equal(t, len(reports), n)

	for _, grade := range []judgement.Grade{judgement.Outstanding, judgement.Good, judgement.RequiresImprovement, judgement.Inadequate} {
		var want []string
		for file, r := range reports {
			if r.Judgements.Grade(judgement.Leaders) == grade {
				want = append(want, file)
			}
		}
		slices.Sort(want)
		assert.Equal(t, want, filesWith(t, db, grade), grade)
	}

	var findings, want int
	require.NoError(t, db.QueryRow(`select count(*) from report, json_each(report, '$.findings')`).Scan(&findings))
	for _, r := range reports {
		want += len(r.Findings)
	}
	assert.Equal(t, want, findings)
	t.Logf("%d reports with %d findings", n, findings)
}

// filesWith returns the files whose JSON has a grade for leaders, in order.
func filesWith(t *testing.T, db *sql.DB, grade judgement.Grade) (files []string) {
	t.Helper()
	rows, err := db.Query(`select file from report where report ->> '$.judgements.leaders' = ? order by file`, grade)
	require.NoError(t, err)
	defer rows.Close()
	for rows.Next() {
		var file string
		require.NoError(t, rows.Scan(&file))
		files = append(files, file)
	}
	require.NoError(t, rows.Err())
	return files
}

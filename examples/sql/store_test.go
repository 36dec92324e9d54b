package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/record"
)

// dump is all that a database holds, but for its own numbers.
func dump(t *testing.T, file string) string {
	t.Helper()
	db, err := open(file)
	require.NoError(t, err)
	defer db.Close()
	var all []string
	for _, query := range []string{
		`select 'visit', name, type, start, source, in_record, length(report) from visit order by name, start, type`,
		`select 'grade', v.name, v.start, g.area, g.grade from grade g join visit v on v.id = g.visit order by 2, 3, 4`,
		`select 'finding', v.start, f.first, f.text, t.theme from finding f join visit v on v.id = f.visit left join finding_theme t on t.finding = f.id order by 2, 3, t.rank`,
		`select 'follow-up', v.start, f.text, u.status, w.start from follow_up u join finding f on f.id = u.item join visit v on v.id = f.visit join visit w on w.id = u.later order by 2, f.first, 5`,
		`select 'again', f.text, e.text from asked_again a join finding f on f.id = a.item join finding e on e.id = a.earlier order by f.text, e.text`,
	} {
		found := cells(t, db, query)
		require.Greater(t, len(found), 1, query)
		all = append(all, found...)
	}
	return strings.Join(all, "\n")
}

// A database that grows holds what one holds that is made at once, in whatever
// order documents come, and however often.
func TestDatabaseGrows(t *testing.T) {
	t.Parallel()
	dir, _ := digests(t)
	once, grown := filepath.Join(t.TempDir(), "once.db"), filepath.Join(t.TempDir(), "grown.db")
	_, want, _ := ask(t, options{db: once}, dir)
	files, err := filepath.Glob(dir + "/*.txt")
	require.NoError(t, err)
	slices.Reverse(files)
	for _, file := range append(files, dir) {
		failed, _, errs := ask(t, options{db: grown}, file)
		assert.Zero(t, failed)
		assert.Empty(t, errs)
	}
	assert.Equal(t, dump(t, once), dump(t, grown))
	_, got, _ := ask(t, options{db: grown})
	assert.Equal(t, want, got)
}

// A database that was made with another record and register gets those of today, and
// keeps what documents say.
func TestReferenceIsRenewed(t *testing.T) {
	t.Parallel()
	dir, _ := digests(t)
	file := filepath.Join(t.TempDir(), "visits.db")
	ask(t, options{db: file}, dir)
	reference := func() [4][]string {
		db, err := open(file)
		require.NoError(t, err)
		defer db.Close()
		return [...][]string{
			cells(t, db, `select * from reference`),
			cells(t, db, `select * from authority order by code`),
			cells(t, db, `select * from neighbour order by authority, nearness`),
			cells(t, db, `select authority, name, type, framework, start, "end", published, lead from visit where in_record order by authority, start`),
		}
	}
	want, documents := reference(), dump(t, file)
	require.Len(t, want[3], len(slices.Collect(record.All())), "all of the record")

	db, err := open(file)
	require.NoError(t, err)
	for _, change := range []string{
		`update reference set record = '2020-01-31'`,
		// An inspection was not in the record of then, another had other dates and
		// grades, and a third is not in that of today.
		`delete from grade where visit in (select id from visit where authority = '330' and report is null)`,
		`delete from visit where authority = '330' and report is null`,
		`update visit set start = date(start, '+1 day'), lead = 'Somebody Else' where authority = '331' and in_record`,
		`update grade set grade = 'not-judged' where visit in (select id from visit where authority in ('331', '332') and in_record)`,
		`insert into visit (authority, name, type, start, in_record) values ('333', 'Sandwell', 'short', '2019-02-04', true)`,
		`insert into grade select max(id), 'leaders', 'good' from visit`,
		// The report of one came before the record had it.
		`update visit set in_record = false where authority = '332' and start like '2022%'`,
		`update authority set name = 'Dudly', open = false where code = '332'`,
		`update neighbour set neighbour = '333' where authority = '332' and nearness = 1`,
	} {
		result, err := db.Exec(change)
		require.NoError(t, err, change)
		n, err := result.RowsAffected()
		require.NoError(t, err)
		require.Positive(t, n, change)
	}
	require.NoError(t, db.Close())
	require.NotEqual(t, want, reference())
	ask(t, options{db: file})
	assert.Equal(t, want, reference())
	assert.Equal(t, documents, dump(t, file))
}

// Of two documents about one visit the last is kept, and the program says so.
func TestSameVisitTwice(t *testing.T) {
	t.Parallel()
	dir, _ := digests(t)
	text, err := os.ReadFile(filepath.Join(dir, "2023-01-report.txt"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "copy.txt"), text, 0o600))
	once, twice := filepath.Join(t.TempDir(), "once.db"), filepath.Join(t.TempDir(), "twice.db")
	_, _, errs := ask(t, options{db: twice}, dir)
	assert.Contains(t, errs, "copy.txt takes the place of ")
	require.NoError(t, os.Remove(filepath.Join(dir, "copy.txt")))
	ask(t, options{db: once}, dir)
	assert.Equal(t, dump(t, once), dump(t, twice))
}

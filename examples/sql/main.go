// Sql stores visits, grades, findings and what became of each area for improvement
// in an SQLite database, and asks it what people ask.
//
//	go run -C examples/sql . [-db FILE.db] [-query NAME] [-for AUTHORITY] [-theme THEME] [-rows N] [-width N] [FILE|DIR…]
//
// A folder stands for the .txt and .md files in it and below it. Names are those
// from the folder that you are in, although -C runs the program in its own. A file
// that cannot be read is named on standard error; the others are still stored, and
// the exit status is 1.
//
// The grades of the record, the register of authorities and their statistical
// neighbours are there without any document. Without -db the database is in memory
// and gone at the end; one in a file can be added to, and be asked without
// documents. A document about a visit of which there is one takes its place, and
// the record of a newer version of this program that of an older one. A document
// without a date is compared with no other, nor are two of one day.
//
// The tables are those of tables.sql and the queries those of the folder queries,
// for your own tools too: sqlite3 FILE.db.
package main

import (
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/authority"
)

// options are what a run is asked for.
type options struct {
	db, query, authority, theme string
	rows, width                 int // the most that a table has; 0 for all
}

func main() {
	var o options
	flag.StringVar(&o.db, "db", "", "the `file` of the database; without it, the database is in memory")
	flag.StringVar(&o.query, "query", "", "the query to run, by its `name`: "+names()+" (default all)")
	flag.StringVar(&o.authority, "for", "", "the `authority` to ask about (default all)")
	flag.StringVar(&o.theme, "theme", "", "the `theme` to ask about, such as supervision (default all)")
	flag.IntVar(&o.rows, "rows", 20, "the most rows of a table; 0 for all")
	flag.IntVar(&o.width, "width", 60, "the most characters of a cell; 0 for all")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: sql [-db FILE.db] [-query NAME] [-for AUTHORITY] [-theme THEME] [-rows N] [-width N] [FILE|DIR…]")
		flag.PrintDefaults()
	}
	flag.Parse()
	if o.db != "" {
		o.db = fromHere(o.db)
	}
	var paths []string
	for _, name := range flag.Args() {
		paths = append(paths, fromHere(name))
	}
	failed, err := run(o, paths, os.Stdout, os.Stderr)
	if err != nil {
		fmt.Fprintln(os.Stderr, "sql:", err)
		os.Exit(2)
	}
	if failed > 0 {
		fmt.Fprintf(os.Stderr, "sql: %d could not be read\n", failed)
		os.Exit(1)
	}
}

// fromHere returns the path of a file that a user has named. "go run -C" runs a
// program in the folder of its module, and leaves in PWD the folder that the user
// is in, which the names are meant from.
func fromHere(name string) string {
	here := os.Getenv("PWD")
	if filepath.IsAbs(name) || !filepath.IsAbs(here) {
		return name
	}
	if _, err := os.Stat("queries/latest-grades.sql"); err != nil {
		return name // not in the folder of this module
	}
	return filepath.Join(here, name)
}

// run stores the documents and prints what the queries find. It returns how many
// documents could not be read.
func run(o options, paths []string, stdout, stderr io.Writer) (failed int, err error) {
	params, err := parameters(o)
	if err != nil {
		return 0, err
	}
	asked, err := chosen(o.query)
	if err != nil {
		return 0, err
	}
	db, err := open(o.db)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	tx, err := db.Begin()
	if err != nil {
		return 0, err
	}
	defer tx.Rollback() // nothing is left to take back after a commit
	s := store{tx: tx, statements: map[string]*sql.Stmt{}, seen: map[int64]string{}}
	if err := s.reference(); err != nil {
		return 0, err
	}
	if failed, err = s.documents(paths, stderr); err != nil {
		return failed, err
	}
	if err := s.compare(stderr); err != nil {
		return failed, err
	}
	if err := tx.Commit(); err != nil {
		return failed, err
	}
	for i, q := range asked {
		if i > 0 {
			fmt.Fprintln(stdout)
		}
		if err := q.print(stdout, db, params, o); err != nil {
			return failed, fmt.Errorf("%s: %w", q.name, err)
		}
	}
	return failed, nil
}

// parameters are the values that queries may name.
func parameters(o options) (map[string]any, error) {
	p := map[string]any{"authority": nil, "theme": nil}
	if o.authority != "" {
		a, err := authority.Find(o.authority)
		if err != nil {
			return nil, err
		}
		p["authority"] = a.Code
	}
	if o.theme != "" {
		theme, err := finding.ParseTheme(o.theme)
		if err != nil {
			return nil, err
		}
		p["theme"] = theme
	}
	return p, nil
}

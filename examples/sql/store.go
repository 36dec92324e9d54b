package main

import (
	"cmp"
	"database/sql"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/record"
)

//go:embed tables.sql
var tables string

// open opens the database of a file, and makes the tables if they are not there;
// one in memory without a file.
func open(file string) (*sql.DB, error) {
	if file == "" {
		file = ":memory:"
	}
	db, err := sql.Open("sqlite", file)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // a second connection would have a memory of its own
	if err := create(db); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", file, err), db.Close())
	}
	return db, nil
}

// edition is the number of the form of the tables, which a database remembers.
const edition = 2

// create makes the tables. It refuses a database of something else, or with tables
// of another form.
func create(db *sql.DB) error {
	var used bool
	var is int
	err := db.QueryRow(`select exists (select 1 from sqlite_master), user_version from pragma_user_version`).Scan(&used, &is)
	switch {
	case err != nil:
		return err
	case used && is != edition:
		return errors.New("its tables are not those of this program: give -db a new file")
	}
	_, err = db.Exec(fmt.Sprintf("pragma foreign_keys = on; pragma user_version = %d;", edition) + tables)
	return err
}

// store writes to the database.
type store struct {
	tx         *sql.Tx
	statements map[string]*sql.Stmt
	seen       map[int64]string // the files of this run by the visit that they are about
}

// exec runs a statement, which it prepares once.
func (s *store) exec(statement string, args ...any) (id int64, err error) {
	prepared := s.statements[statement]
	if prepared == nil {
		if prepared, err = s.tx.Prepare(statement); err != nil {
			return 0, err
		}
		s.statements[statement] = prepared
	}
	result, err := prepared.Exec(args...)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

// reference stores the register and the record, in place of those that stand as of
// another day.
func (s *store) reference() error {
	var current bool
	if err := s.tx.QueryRow(`select exists (select 1 from reference where register = ? and record = ?)`, authority.AsOf, record.AsOf).Scan(&current); err != nil || current {
		return err
	}
	if _, err := s.exec(`delete from reference`); err != nil {
		return err
	}
	if _, err := s.exec(`insert into reference values (?, ?)`, authority.AsOf, record.AsOf); err != nil {
		return err
	}
	if err := s.register(); err != nil {
		return err
	}
	return s.record()
}

// register stores the authorities and their neighbours.
func (s *store) register() error {
	for a := range authority.All() {
		if a.Code == "" {
			continue // not an authority yet
		}
		if _, err := s.exec(`insert into authority values (?, ?, ?, ?, ?, ?, ?, ?)
			on conflict (code) do update set name = excluded.name, urn = excluded.urn, region = excluded.region, type = excluded.type,
				opened = excluded.opened, closed = excluded.closed, open = excluded.open`,
			a.Code, a.Name, null(a.URN), null(a.Region.String()), null(a.Type.String()), a.Opened, a.Closed, a.IsOpen()); err != nil {
			return err
		}
	}
	if _, err := s.exec(`delete from neighbour`); err != nil {
		return err
	}
	for a := range authority.All() {
		n := 0
		for neighbour := range authority.Neighbours(a) {
			n++
			if _, err := s.exec(`insert into neighbour values (?, ?, ?)`, a.Code, n, neighbour.Code); err != nil {
				return err
			}
		}
	}
	return nil
}

// record stores the inspections of the record. Documents keep their visits, and the
// grades that only they give.
func (s *store) record() error {
	for _, statement := range []string{
		`delete from grade where visit in (select id from visit where in_record)`,
		`update visit set in_record = false where in_record`,
	} {
		if _, err := s.exec(statement); err != nil {
			return err
		}
	}
	for i := range record.All() {
		r := i.Report()
		id, err := s.visit("", i.Authority.Code, i.Authority.Name, r)
		if err != nil {
			return err
		}
		if _, err := s.exec(`delete from grade where visit = ?`, id); err != nil {
			return err
		}
		if _, err := s.exec(`update visit set name = ?, type = ?, framework = ?, start = ?, "end" = ?, published = coalesce(?, published), lead = coalesce(?, lead), in_record = true where id = ?`,
			i.Authority.Name, i.Type, i.Framework, i.Start, i.End, i.Published, null(i.Lead), id); err != nil {
			return err
		}
		if err := s.grades(id, r); err != nil {
			return err
		}
	}
	for _, statement := range []string{
		`delete from visit where not in_record and report is null`,
		`insert or ignore into grade select v.id, j.key, j.value from visit v, json_each(v.report, '$.judgements') j`,
	} {
		if _, err := s.exec(statement); err != nil {
			return err
		}
	}
	return nil
}

// grades stores the grades of a visit. Those that are there are kept.
func (s *store) grades(visit int64, r *ilacs.Report) error {
	for area, grade := range r.Judgements.All() {
		if _, err := s.exec(`insert or ignore into grade values (?, ?, ?)`, visit, area, grade); err != nil {
			return err
		}
	}
	return nil
}

// documents reads and stores files and those in folders one by one. It names those
// that cannot be read, and returns their number.
func (s *store) documents(paths []string, stderr io.Writer) (failed int, err error) {
	complain := func(path string, err error) {
		failed++
		var named *fs.PathError // it would name the file again
		if errors.As(err, &named) {
			err = named.Err
		}
		fmt.Fprintf(stderr, "sql: %s: %v\n", path, err)
	}
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			complain(path, err)
			continue
		}
		if info.IsDir() {
			path += string(filepath.Separator) // so that a link to a folder is looked into
		}
		none, pdfs := true, false
		err = filepath.WalkDir(path, func(file string, d fs.DirEntry, err error) error {
			ext := strings.ToLower(filepath.Ext(file))
			if err == nil && (d.IsDir() || info.IsDir() && ext != ".txt" && ext != ".md") {
				pdfs = pdfs || ext == ".pdf"
				return nil
			}
			none = false
			var r *ilacs.Report
			if err == nil {
				if r, err = read(file, info.IsDir()); err == nil {
					return s.document(file, r, stderr)
				}
			}
			complain(file, err)
			return nil
		})
		if err != nil {
			return failed, err
		}
		switch {
		case none && pdfs:
			complain(filepath.Clean(path), errors.New("no .txt or .md files in this folder, but PDFs: ilacs/pdf/cmd/pdftext makes texts of them"))
		case none:
			complain(filepath.Clean(path), errors.New("no .txt or .md files in this folder"))
		}
	}
	return failed, nil
}

// largest is the size of a file from which on it is surely too long a text, in
// whatever encoding.
const largest = 2*ilacs.DefaultLimit + 4

// read reads a document. One found in a folder must be a file: a pipe might never
// end.
func read(file string, found bool) (*ilacs.Report, error) {
	if info, err := os.Stat(file); err == nil && found && !info.Mode().IsRegular() {
		return nil, errors.New("not a file")
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, largest))
	if err != nil {
		return nil, err
	}
	return ilacs.Parse(ilacs.Decode(text))
}

// document stores what a document says.
func (s *store) document(file string, r *ilacs.Report, stderr io.Writer) error {
	v := r.Visit
	var code any
	name := v.Authority
	if a, ok := authority.ByURN(v.URN); ok {
		code, name = a.Code, a.Name
	} else if a, err := authority.FindOn(v.Authority, v.Start); err == nil && a.Code != "" {
		code, name = a.Code, a.Name
	}
	id, err := s.visit(file, code, name, r)
	if err != nil {
		return err
	}
	if other := s.seen[id]; other != "" {
		fmt.Fprintf(stderr, "sql: %s takes the place of %s, which is about the same visit\n", file, other)
	}
	s.seen[id] = file
	if err := s.forget(id); err != nil {
		return err
	}
	text, err := json.Marshal(r)
	if err != nil {
		return err
	}
	if _, err := s.exec(`update visit set authority = ?, name = ?, type = coalesce(type, ?), framework = coalesce(framework, ?), start = coalesce(start, ?), "end" = coalesce("end", ?),
			published = coalesce(published, ?), lead = coalesce(lead, ?), source = ?, file = ?, report = ? where id = ?`,
		code, name, v.Type, v.Framework, v.Start, v.End, v.Published, null(v.Lead), r.Source, file, string(text), id); err != nil {
		return err
	}
	if err := s.grades(id, r); err != nil {
		return err
	}
	for _, f := range r.Findings {
		var tags []string
		for _, t := range f.Tags {
			tags = append(tags, t.String())
		}
		n, err := s.exec(`insert into finding (visit, first, section, paragraph, area, polarity, direction, extent, text, tags) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			id, f.Start, f.Section, null(f.Paragraph), f.Area, f.Polarity, f.Direction, f.Extent, f.Text, null(strings.Join(tags, "; ")))
		if err != nil {
			return err
		}
		for i, t := range f.Themes {
			if _, err := s.exec(`insert into finding_theme values (?, ?, ?)`, n, i+1, t); err != nil {
				return err
			}
		}
	}
	return nil
}

// visit returns the visit that a document is about: one of the record, that of a
// document before it, or else a new one.
func (s *store) visit(file string, code any, name string, r *ilacs.Report) (id int64, err error) {
	v := r.Visit
	switch {
	case v.Start.IsZero():
		err = s.tx.QueryRow(`select id from visit where file = ? and start is null`, file).Scan(&id)
	case r.Judgements.Len() > 0:
		// The record may have another first day: some reports count the days before
		// the inspectors came. Where there is no document yet, nothing says its source.
		err = s.tx.QueryRow(`select id from visit where authority is ?1 and (?1 is not null or name = ?2) and (source = 'report' or source is null) and start <= ?3 and coalesce("end", start) >= ?4 order by start = ?4 desc limit 1`,
			code, name, cmp.Or(v.End, v.Start), v.Start).Scan(&id)
	default:
		err = s.tx.QueryRow(`select id from visit where name = ? and start = ? and type is ? and source = ?`, name, v.Start, v.Type, r.Source).Scan(&id)
	}
	if err == nil || !errors.Is(err, sql.ErrNoRows) {
		return id, err
	}
	return s.exec(`insert into visit (authority, name, type, framework, start, "end", published, lead, in_record) values (?, ?, ?, ?, ?, ?, ?, ?, false)`,
		code, name, v.Type, v.Framework, v.Start, v.End, v.Published, null(v.Lead))
}

// forget deletes the findings of a visit and what rests on them, and all that only an
// earlier document said of it.
func (s *store) forget(visit int64) error {
	const own = `(select id from finding where visit = ?1)`
	for _, statement := range []string{
		`delete from asked_again where item in ` + own + ` or earlier in ` + own,
		`delete from follow_up where later = ?1 or item in ` + own,
		`delete from finding_theme where finding in ` + own,
		`delete from finding where visit = ?1`,
		`delete from grade where visit = (select id from visit where id = ?1 and not in_record)`,
		`update visit set type = null, framework = null, start = null, "end" = null, published = null, lead = null where id = ?1 and not in_record`,
	} {
		if _, err := s.exec(statement, visit); err != nil {
			return err
		}
	}
	return nil
}

// null is nil for a zero value, which a column has as null.
func null[V comparable](v V) any {
	var zero V
	if v == zero {
		return nil
	}
	return v
}

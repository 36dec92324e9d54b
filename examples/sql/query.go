package main

import (
	"database/sql"
	"embed"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/ilacs/render"
)

//go:embed queries/*.sql
var files embed.FS

// query is a question that people ask. Its first line is a comment that says which.
type query struct{ name, title, text string }

// queries returns all in order of name.
func queries() []query {
	entries, err := files.ReadDir("queries")
	if err != nil {
		panic(err) // it is embedded
	}
	var all []query
	for _, e := range entries {
		text, err := files.ReadFile("queries/" + e.Name())
		if err != nil {
			panic(err)
		}
		title, _, _ := strings.Cut(strings.TrimPrefix(string(text), "-- "), "\n")
		all = append(all, query{strings.TrimSuffix(e.Name(), ".sql"), title, string(text)})
	}
	return all
}

func names() string {
	var all []string
	for _, q := range queries() {
		all = append(all, q.name)
	}
	return strings.Join(all, ", ")
}

// chosen returns the query of that name, all for "".
func chosen(name string) ([]query, error) {
	all := queries()
	if name == "" {
		return all, nil
	}
	i := slices.IndexFunc(all, func(q query) bool { return q.name == name })
	if i < 0 {
		return nil, fmt.Errorf("-query %s: it must be one of %s", name, names())
	}
	return all[i : i+1], nil
}

// print prints what the query finds as a table with its title.
func (q query) print(w io.Writer, db *sql.DB, params map[string]any, o options) error {
	var args []any
	for name, value := range params {
		if strings.Contains(q.text, ":"+name) {
			args = append(args, sql.Named(name, value))
		}
	}
	found, err := db.Query(q.text, args...)
	if err != nil {
		return err
	}
	defer found.Close()
	columns, err := found.Columns()
	if err != nil {
		return err
	}
	var table [][]string
	rows := 0
	for found.Next() {
		if rows++; o.rows > 0 && rows > o.rows {
			continue
		}
		cells := make([]sql.NullString, len(columns))
		into := make([]any, len(columns))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := found.Scan(into...); err != nil {
			return err
		}
		row := make([]string, len(columns))
		for i, c := range cells {
			row[i] = short(render.PlainText(c.String), o.width)
		}
		table = append(table, row)
	}
	if err := found.Err(); err != nil {
		return err
	}
	fmt.Fprintf(w, "%s (%s)\n\n", q.title, q.name)
	if len(table) == 0 {
		return nothing(w, db)
	}
	for i, c := range columns {
		columns[i] = strings.ReplaceAll(c, "_", " ")
	}
	if err := align(w, append([][]string{columns}, table...)); err != nil {
		return err
	}
	if rows > len(table) {
		_, err = fmt.Fprintf(w, "  … and %d more: -query %s -rows 0\n", rows-len(table), q.name)
	}
	return err
}

// nothing prints that a query found nothing, and why where no query could.
func nothing(w io.Writer, db *sql.DB) error {
	var documents int
	if err := db.QueryRow(`select count(*) from visit where report is not null`).Scan(&documents); err != nil {
		return err
	}
	why := ""
	if documents == 0 {
		why = ": no documents are stored, only the record; name files or folders to store"
	}
	_, err := fmt.Fprintln(w, "  nothing"+why)
	return err
}

// short cuts a text to a number of characters.
func short(text string, width int) string {
	if width <= 0 || utf8.RuneCountInString(text) <= width {
		return text
	}
	return strings.TrimSpace(string([]rune(text)[:width-1])) + "…"
}

// align prints rows with their columns one below the other.
func align(w io.Writer, rows [][]string) error {
	width := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			width[i] = max(width[i], utf8.RuneCountInString(cell))
		}
	}
	for _, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			b.WriteString("  " + cell + strings.Repeat(" ", width[i]-utf8.RuneCountInString(cell)))
		}
		if _, err := fmt.Fprintln(w, strings.TrimRight(b.String(), " ")); err != nil {
			return err
		}
	}
	return nil
}

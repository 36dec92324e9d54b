package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/ilacs/render"
)

// writer prints documents one by one; flush prints what it has kept back. It keeps
// no report, nor a part of its text.
type writer interface {
	write(line) error
	flush() error
}

func newWriter(format string, out io.Writer) (writer, error) {
	switch format {
	case "table":
		return &table{out: out}, nil
	case "csv":
		w := csv.NewWriter(out)
		return csvWriter{w}, w.Write(columns)
	case "jsonl":
		return jsonl{out}, nil
	}
	return nil, fmt.Errorf("-format %s: it must be table, csv or jsonl", format)
}

type jsonl struct{ out io.Writer }

func (j jsonl) write(l line) error {
	b, err := json.Marshal(l)
	if err != nil {
		return err
	}
	_, err = j.out.Write(append(escapeUnseen(b), '\n'))
	return err
}

func (j jsonl) flush() error { return nil }

// escapeUnseen writes what a terminal would obey or not show in a JSON text, such as
// the marks that change the direction of writing, as the escapes that mean the same.
func escapeUnseen(b []byte) []byte {
	var out []byte
	for _, r := range string(b) {
		if unicode.IsGraphic(r) && !unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || unicode.Is(unicode.Co, r) {
			out = utf8.AppendRune(out, r)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			out = fmt.Appendf(out, `\u%04x`, unit)
		}
	}
	return out
}

type csvWriter struct{ w *csv.Writer }

func (c csvWriter) write(l line) error {
	row := cells(l)
	for i, cell := range row {
		row[i] = render.CSVCell(cell)
	}
	if err := c.w.Write(row); err != nil {
		return err
	}
	return c.flush()
}

func (c csvWriter) flush() error {
	c.w.Flush()
	return c.w.Error()
}

// table keeps the rows until it knows how wide the columns are. It leaves out
// the columns in which no document has anything.
type table struct {
	out  io.Writer
	rows [][]string
}

func (t *table) write(l line) error {
	row := cells(l)
	for i, cell := range row {
		// A terminal would obey what is no text. A cell may be a part of the document's
		// text, which would be kept with it.
		row[i] = strings.Clone(render.PlainText(cell))
	}
	t.rows = append(t.rows, row)
	return nil
}

func (t *table) flush() error {
	width := make([]int, len(columns))
	for _, row := range t.rows {
		for i, cell := range row {
			if cell != "" {
				width[i] = max(width[i], utf8.RuneCountInString(cell), utf8.RuneCountInString(columns[i]))
			}
		}
	}
	for _, row := range append([][]string{columns}, t.rows...) {
		var b strings.Builder
		for i, cell := range row {
			if width[i] > 0 {
				b.WriteString(cell + strings.Repeat(" ", width[i]-utf8.RuneCountInString(cell)+2))
			}
		}
		if _, err := fmt.Fprintln(t.out, strings.TrimRight(b.String(), " ")); err != nil {
			return err
		}
	}
	return nil
}

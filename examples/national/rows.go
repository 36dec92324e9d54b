package main

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// columns are the cells of a row, in the table and in the CSV file.
var columns = []string{"file", "authority", "urn", "type", "framework", "start", "end", "published", "lead",
	"overall", "leaders", "help-and-protection", "in-care", "care-leavers", "in-care-and-care-leavers",
	"looked-after", "adoption", "lscb", "improve", "priority", "findings", "notes", "error"}

func cells(l line) []string {
	row := make([]string, len(columns))
	row[0], row[len(row)-1] = l.File, l.Error
	r := l.Report
	if r == nil {
		return row
	}
	v := r.Visit
	for i, value := range []any{v.Authority, v.URN, v.Type, v.Framework, v.Start, v.End, v.Published, v.Lead} {
		row[i+1] = text(value)
	}
	for i, name := range columns[9:18] {
		if area, err := judgement.ParseArea(name); err == nil {
			row[9+i] = text(r.Judgements.Grade(area))
		}
	}
	row[18] = count(r, finding.SectionImprove)
	row[19] = count(r, finding.SectionPriority)
	row[20] = strconv.Itoa(len(r.Findings))
	row[21] = strconv.Itoa(len(r.Notes))
	return row
}

func count(r *ilacs.Report, s finding.Section) string { return strconv.Itoa(len(r.Section(s))) }

// text is the text form of a value; "" where it cannot be written.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case interface{ MarshalText() ([]byte, error) }:
		b, _ := v.MarshalText()
		return string(b)
	}
	return ""
}

type csvWriter struct{ w *csv.Writer }

func newCSV(out io.Writer) csvWriter {
	w := csv.NewWriter(out)
	_ = w.Write(columns) // an error shows at Flush
	return csvWriter{w}
}

func (c csvWriter) write(l line) error {
	row := cells(l)
	for i, cell := range row {
		row[i] = harmless(cell)
	}
	return c.w.Write(row)
}

func (c csvWriter) flush() error {
	c.w.Flush()
	return c.w.Error()
}

// harmless puts an apostrophe before a cell that a spreadsheet would run as a
// formula.
func harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

// table keeps the rows until it knows how wide the columns are. Columns in
// which no document has anything are left out.
type table struct {
	out  io.Writer
	rows [][]string
}

func (t *table) write(l line) error {
	t.rows = append(t.rows, cells(l))
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
	var b strings.Builder
	for _, row := range append([][]string{columns}, t.rows...) {
		start := b.Len()
		for i, cell := range row {
			if width[i] == 0 {
				continue
			}
			if b.Len() > start {
				b.WriteString("  ")
			}
			b.WriteString(cell)
			b.WriteString(strings.Repeat(" ", width[i]-utf8.RuneCountInString(cell)))
		}
		line := strings.TrimRight(b.String()[start:], " ")
		head := b.String()[:start]
		b.Reset()
		b.WriteString(head)
		b.WriteString(line)
		b.WriteByte('\n')
	}
	_, err := io.WriteString(t.out, b.String())
	return err
}

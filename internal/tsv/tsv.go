// Package tsv reads the tables that are embedded in the program: tab-separated
// cells under a line of column names. Lines that begin with "#" are comments,
// which say where a table is from.
//
// The tables are part of the program, so a row that does not fit its header is
// a fault of the program: the readers panic, and a test of each table rules
// that out.
package tsv

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

// Rows yields the cells of each row below the column names. name is the table's
// file, for the panic of a row that has more or fewer cells than there are
// columns.
func Rows(name, table string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for cells := range Scan(name, table) {
			if !yield(slices.Clone(cells)) {
				return
			}
		}
	}
}

// Scan is Rows for large tables: the memory of a row is used again for the next.
func Scan(name, table string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		columns := 0
		for cells := range lines(table) {
			switch {
			case columns == 0:
				columns = len(cells)
			case len(cells) != columns:
				panic(fmt.Sprintf("%s: %d cells under %d columns: %q", name, len(cells), columns, cells))
			case !yield(cells):
				return
			}
		}
	}
}

// Records yields each row by the names of the columns.
func Records(name, table string) iter.Seq[map[string]string] {
	return func(yield func(map[string]string) bool) {
		var columns []string
		for cells := range lines(table) {
			columns = slices.Clone(cells)
			break
		}
		for cells := range Scan(name, table) {
			record := make(map[string]string, len(columns))
			for i, column := range columns {
				record[column] = cells[i]
			}
			if !yield(record) {
				return
			}
		}
	}
}

// lines yields the cells of each line that is not a comment, the column names
// first. They hold until the next line.
func lines(table string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		var cells []string
		for line := range strings.Lines(table) {
			line = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
			if line == "" || line[0] == '#' {
				continue
			}
			cells = slices.AppendSeq(cells[:0], strings.SplitSeq(line, "\t"))
			if !yield(cells) {
				return
			}
		}
	}
}

// List cuts a cell that holds several values at the separator; an empty cell
// holds none.
func List(cell, separator string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, separator)
}

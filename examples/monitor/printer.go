package main

import (
	"bufio"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/ilacs-go/inspection/ilacs/render"
)

const width = 100 // of a line

// printer prints the parts of the table.
type printer struct{ *bufio.Writer }

func (p printer) line(format string, args ...any) { fmt.Fprintf(p, format+"\n", args...) }

// wrapped prints a text after a margin, in lines of at most the width; those after
// the first are indented by three more.
func (p printer) wrapped(margin, text string) {
	line, rest := "", margin+"   "
	for word := range strings.FieldsSeq(text) {
		switch {
		case line == "":
			line = margin + word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width:
			p.line("%s", line)
			line = rest + word
		default:
			line += " " + word
		}
	}
	p.line("%s", line)
}

func (p printer) title(format string, args ...any) {
	p.line("")
	p.line("%s", strings.ToUpper(fmt.Sprintf(format, args...)))
}

// rows prints rows under their columns' names, at most so many.
func (p printer) rows(limit int, columns []string, rows [][]string) {
	more := max(0, len(rows)-limit)
	p.aligned("", append([][]string{columns}, rows[:len(rows)-more]...))
	if more > 0 {
		p.line("… and %d more, which -format json lists", more)
	}
}

// aligned prints rows after a margin, with their columns one below the other. What
// does not fit into the width is cut off the last cell, which ends in "…" then.
func (p printer) aligned(margin string, rows [][]string) {
	widths := map[int]int{}
	for _, row := range rows {
		for i := range row {
			row[i] = render.PlainText(row[i]) // a terminal would obey what is no text
			widths[i] = max(widths[i], utf8.RuneCountInString(row[i]))
		}
	}
	for _, row := range rows {
		var b strings.Builder
		b.WriteString(margin)
		for i, cell := range row {
			b.WriteString(cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+2))
		}
		line := []rune(strings.TrimRight(b.String(), " "))
		if len(line) > width {
			line = append(line[:width-1], '…')
		}
		p.line("%s", string(line))
	}
}

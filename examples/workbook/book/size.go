package book

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// setWidths makes each column as wide as it is to be, or as its longest text.
func (b *workbook) setWidths(s *sheet) error {
	for j, c := range s.columns {
		if c.width == 0 {
			s.columns[j].width = s.fitting(j)
		}
		name, err := excelize.ColumnNumberToName(j + 1)
		if err != nil {
			return err
		}
		if err := b.file.SetColWidth(s.name, name, name, s.columns[j].width); err != nil {
			return err
		}
	}
	return nil
}

// Fonts differ from machine to machine. With these, widths and heights do for
// DejaVu Sans, which is a sixth wider than Arial and takes its place where there is
// none: there a column of 112 holds 128 characters of a text.
const (
	dateWidth   = 12.5
	perRune     = 0.95 // of the width of a column
	lineHeight  = 13.5 // points
	mostHeight  = 409  // points, the most that Excel takes
	headsHeight = 44.0
	perRuneUp   = 6.4 // of the height of a head, bold, that is written upwards
)

// fitting returns the width of the longest text in a column.
func (s *sheet) fitting(j int) float64 {
	const margin = 2
	width := 0.0
	for _, word := range strings.Fields(s.columns[j].head) {
		width = max(width, float64(utf8.RuneCountInString(word))*perRune+margin)
	}
	for _, row := range s.rows {
		switch v := row[j].value.(type) {
		case string:
			width = max(width, float64(utf8.RuneCountInString(v))*perRune+margin)
		case int:
			width = max(width, float64(len(fmt.Sprint(v)))*perRune+margin)
			if row[j].look.kind == kindDate {
				width = max(width, dateWidth)
			}
		}
	}
	return min(width, 60)
}

// setHeights makes each row as high as the text that takes the most lines. Excel
// would do so by itself, other programs do not.
func (b *workbook) setHeights(s *sheet) error {
	rows, below := s.rows, 2
	if s.plain {
		below = 1
	}
	for i, row := range rows {
		most := 1
		for j, c := range row {
			if text, ok := c.value.(string); ok && (c.look.kind == kindWrapped || c.look.kind == kindLabel) {
				most = max(most, linesOf(text, s.columns[j].width/perRune))
			}
		}
		height := float64(most)*lineHeight + 2
		if len(row) > 0 && row[0].look.kind == kindTitle {
			height = 2 * lineHeight
		}
		if err := b.file.SetRowHeight(s.name, i+below, min(height, mostHeight)); err != nil {
			return err
		}
	}
	return nil
}

// linesOf returns how many lines a text takes where each holds so many characters.
func linesOf(text string, width float64) int {
	n := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		n++
		used := 0.0
		for word := range strings.FieldsSeq(paragraph) {
			length := float64(utf8.RuneCountInString(word))
			if used > 0 && used+length > width {
				n++
				used = 0
			}
			for ; length > width; length -= width { // broken within
				n++
			}
			used += length + 1
		}
	}
	return n
}

// headHeight is the height of the heads in points: that of the longest that is
// written upwards.
func headHeight(s *sheet) float64 {
	height := headsHeight
	for _, c := range s.columns {
		if c.up {
			height = max(height, float64(utf8.RuneCountInString(c.head))*perRuneUp)
		}
	}
	return height
}

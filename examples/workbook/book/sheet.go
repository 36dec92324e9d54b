package book

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/judgement"
)

// A sheet is a table as it is to be written: a row of heads and the rows below.
type sheet struct {
	name    string
	columns []column
	rows    [][]cell
	frozen  int  // the columns that stay where they are
	paper   int  // as Excel numbers sizes
	plain   bool // a page to read: no heads and no filters
	shaded  []shade
}

// The sizes of paper.
const (
	paperA3 = 8
	paperA4 = 9
)

// A column is one of a table.
type column struct {
	head  string
	width float64 // in characters; 0 for that of the contents
	up    bool    // whether the head is written upwards
}

// A shade is rows of numbers that are the darker the higher they are.
type shade struct{ from, until, left, right int }

// A cell is a value, how it looks and what it leads to: a place in the workbook, or
// an address.
type cell struct {
	value any // string, int or nil
	look  look
	link  string
}

func short(s string) cell        { return cell{value: safe(s)} }
func wrapped(s string) cell      { return cell{value: safe(s), look: look{kind: kindWrapped}} }
func wrappedLines(s string) cell { return cell{value: s, look: look{kind: kindWrapped}} } // s is of lines
func middle(s string) cell       { return cell{value: safe(s), look: look{kind: kindMiddle}} }

// number is a number, or nothing where it is not known.
func number(n int, known bool) cell {
	c := cell{look: look{kind: kindNumber}}
	if known {
		c.value = n
	}
	return c
}

// date is a date as a spreadsheet knows it, or a text where the day is not known.
func date(d civil.Date) cell {
	c := cell{look: look{kind: kindDate}}
	switch d.Precision() {
	case 0:
	case civil.PrecisionDay:
		c.value = serial(d)
	default:
		c.value = words(d)
	}
	return c
}

// grade is a grade's letter on its colour.
func grade(g judgement.Grade) cell {
	if l := letter(g); l != "" {
		return cell{value: l, look: look{kind: gradeLooks[g]}}
	}
	return cell{look: look{kind: kindUngraded}}
}

// code is an identifier. One of digits alone is a number, as it is in most other
// tables, so that look-ups find it.
func code(s string) cell {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' || len(s) > 9 || s[0] == '0' {
			return short(s)
		}
		n = 10*n + int(r-'0')
	}
	c := number(n, s != "")
	c.look.kind = kindCode
	return c
}

// leading returns a cell that leads to a place, if there is one.
func leading(c cell, to string) cell {
	if to != "" && c.value != nil {
		c.link, c.look.link = to, true
	}
	return c
}

// named is the name of an authority, which leads to its row on a sheet.
func named(a authority.Authority, to string) cell { return leading(wrapped(a.Name), to) }

// place is the first cell of a row of a sheet, as a link names it.
func place(name string, row int) string { return fmt.Sprintf("#'%s'!A%d", name, row) }

// A workbook is the file that sheets are written to.
type workbook struct {
	file   *excelize.File
	day    civil.Date
	styles map[look]int
	sheets int
	links  int // on the sheet at hand
}

// mostLinks is how many links a sheet has at most. Excel takes 65,530, and the
// time for each grows with their number.
const mostLinks = 20000

func newWorkbook(day civil.Date) (*workbook, error) {
	b := &workbook{file: excelize.NewFile(), day: day, styles: map[look]int{}}
	created := day.String() + "T00:00:00Z" // no clock: the same contents give the same file
	return b, b.file.SetDocProps(&excelize.DocProperties{
		Title: "Inspections of children’s services", Creator: "", LastModifiedBy: "", Created: created, Modified: created, Language: "en-GB",
	})
}

func (b *workbook) style(l look) (int, error) {
	if id, ok := b.styles[l]; ok {
		return id, nil
	}
	id, err := b.file.NewStyle(l.style())
	b.styles[l] = id
	return id, err
}

// write writes a sheet after those that were written before.
func (b *workbook) write(s *sheet) error {
	var err error
	if b.sheets == 0 {
		err = b.file.SetSheetName(b.file.GetSheetName(0), s.name)
	} else {
		_, err = b.file.NewSheet(s.name)
	}
	b.sheets++
	b.links = 0
	if err != nil {
		return err
	}
	heads := make([]cell, len(s.columns))
	for i, c := range s.columns {
		heads[i] = cell{value: c.head, look: look{kind: kindHead}}
		if c.up {
			heads[i].look.kind = kindUpwards
		}
	}
	rows := s.rows
	if !s.plain {
		rows = append([][]cell{heads}, rows...)
	}
	for i, row := range rows {
		for j, c := range row {
			if err := b.writeCell(s.name, j+1, i+1, c); err != nil {
				return err
			}
		}
	}
	for _, f := range []func(*sheet) error{b.setWidths, b.setHeights, b.setFilter, b.setShades, b.setPrinting} {
		if err := f(s); err != nil {
			return err
		}
	}
	return nil
}

// escaped is what a spreadsheet reads as one character, such as the end of a line.
var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

func (b *workbook) writeCell(name string, column, row int, c cell) error {
	at, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	switch v := c.value.(type) {
	case string:
		if v != "" {
			err = b.file.SetCellStr(name, at, escaped.ReplaceAllString(v, "_x005F$0"))
		}
	case int:
		err = b.file.SetCellInt(name, at, int64(v))
	}
	if err != nil {
		return err
	}
	if c.link != "" {
		if b.links++; b.links > mostLinks {
			c.link, c.look.link = "", false
		}
	}
	id, err := b.style(c.look)
	if err != nil {
		return err
	}
	if err := b.file.SetCellStyle(name, at, at, id); err != nil || c.link == "" {
		return err
	}
	if local, ok := strings.CutPrefix(c.link, "#"); ok {
		return b.file.SetCellHyperLink(name, at, local, "Location")
	}
	return b.file.SetCellHyperLink(name, at, c.link, "External")
}

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

// setFilter gives the heads a filter each, and keeps them in sight.
func (b *workbook) setFilter(s *sheet) error {
	hidden := false
	if err := b.file.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &hidden}); err != nil || s.plain {
		return err
	}
	last, err := excelize.CoordinatesToCellName(len(s.columns), len(s.rows)+1)
	if err != nil {
		return err
	}
	if err := b.file.SetSheetDimension(s.name, "A1:"+last); err != nil {
		return err
	}
	if err := b.file.AutoFilter(s.name, "A1:"+last, nil); err != nil {
		return err
	}
	if err := b.file.SetRowHeight(s.name, 1, headHeight(s)); err != nil {
		return err
	}
	corner, err := excelize.CoordinatesToCellName(s.frozen+1, 2)
	if err != nil {
		return err
	}
	pane := "bottomRight"
	if s.frozen == 0 {
		pane = "bottomLeft"
	}
	return b.file.SetPanes(s.name, &excelize.Panes{
		Freeze: true, XSplit: s.frozen, YSplit: 1, TopLeftCell: corner, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: pane}},
	})
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

func (b *workbook) setShades(s *sheet) error {
	for _, r := range s.shaded {
		from, err := excelize.CoordinatesToCellName(r.left, r.from)
		if err != nil {
			return err
		}
		until, err := excelize.CoordinatesToCellName(r.right, r.until)
		if err != nil {
			return err
		}
		if err := b.file.SetConditionalFormat(s.name, from+":"+until, []excelize.ConditionalFormatOptions{{
			Type: "2_color_scale", Criteria: "=", MinType: "min", MaxType: "max", MinColor: "#FFFFFF", MaxColor: "#8FB4DC",
		}}); err != nil {
			return err
		}
	}
	return nil
}

// setPrinting makes the sheet print as wide as a page, with the heads on each.
func (b *workbook) setPrinting(s *sheet) error {
	fit, across, down, orientation := true, 1, 0, "landscape"
	if err := b.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := b.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: &s.paper, Orientation: &orientation, FitToWidth: &across, FitToHeight: &down,
	}); err != nil {
		return err
	}
	side, top, edge := 0.4, 0.75, 0.3
	if err := b.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &top, Header: &edge, Footer: &edge,
	}); err != nil {
		return err
	}
	if err := b.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		OddHeader: "&L&B" + s.name + "&B&Ras of " + words(b.day), OddFooter: "&RPage &P of &N",
	}); err != nil || s.plain {
		return err
	}
	return b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$1:$1", s.name), Scope: s.name,
	})
}

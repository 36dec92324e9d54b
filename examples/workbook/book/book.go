// Package book writes an Excel workbook of the inspections of children's
// services in England: how all authorities stand beside their statistical
// neighbours, every inspection of the national record, and what a set of
// documents asks for and what became of it.
//
//	report, err := ilacs.Parse(text)
//	documents := []book.Document{{Name: "letter.txt", Report: report, Err: err}}
//	err = book.Write(file, documents, civil.MustParse("2026-08-31"))
//
// A sheet is a table with one row of heads, so that it can be filtered, sorted
// and summed up as it is; the first one says what the others hold. Nothing in the
// workbook is a formula, whatever a document says.
//
//	book.go           from documents to contents, and from contents to sheets
//	documents.go      which documents belong together, and which are left out
//	timing.go         the neighbours’ medians and the next inspection’s window
//	about.go authorities.go inspections.go improvement.go themes.go movements.go notread.go
//	                  one sheet each
//	sheet.go size.go style.go text.go
//	                  how a table, its columns and rows, a cell and a text are written
package book

import (
	"fmt"
	"io"
	"slices"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
)

// A Document is a report, letter or article that a workbook is made from.
type Document struct {
	Name   string        // of its file, as the workbook prints it
	Report *ilacs.Report // nil where it could not be read
	Err    error         // why it could not be read
}

// Write writes the workbook of the documents and the national record as of a day,
// as an .xlsx file. The zero Date means the day as of which the record stands, or
// that of the newest document if it is later; a month or a year means its last
// day. What became public only after the day is left out.
//
// A document with an Err, or without a Report, gets a row on the sheet of what
// was not read, and so does one that is left out. The documents may come in any
// order. The reports among them are merged into the record, which keeps its own
// where they contradict it.
func Write(w io.Writer, documents []Document, on civil.Date) error {
	c := gather(documents, on)
	b, err := newWorkbook(c.day)
	if err != nil {
		return err
	}
	defer b.file.Close()
	c.place()
	for _, s := range []*sheet{
		c.aboutSheet(), c.authoritiesSheet(), c.inspectionsSheet(), c.improvementSheet(), c.themesSheet(), c.movementsSheet(), c.notReadSheet(),
	} {
		if err := b.write(s); err != nil {
			return fmt.Errorf("the sheet %q: %w", s.name, err)
		}
	}
	return b.file.Write(w)
}

// The names of the sheets.
const (
	sheetAbout       = "About"
	sheetAuthorities = "Authorities"
	sheetInspections = "Inspections"
	sheetImprovement = "Areas for improvement"
	sheetThemes      = "Themes by year"
	sheetMovements   = "Neighbour movements"
	sheetNotRead     = "Not read"
)

// contents is all that the sheets are made from.
type contents struct {
	day         civil.Date // as of which the workbook stands
	recordDay   civil.Date // as of which the record stands
	given       int        // how many documents were given
	groups      []*group   // the documents that were read, by authority
	notRead     []notRead
	record      *record.Record
	from        map[key]string // the document that an inspection is from, where the record did not have it
	standings   []record.Inspection
	inspections []record.Inspection
	items       []item
	moves       []move

	// The rows on which an authority stands, or begins, on the sheets.
	authorityRow, inspectionRow, itemRow map[authority.Authority]int
}

// A key names an inspection.
type key struct {
	authority authority.Authority
	start     civil.Date
}

func keyOf(i record.Inspection) key { return key{i.Authority, i.Start} }

// gather works out what the workbook is to say.
func gather(documents []Document, on civil.Date) *contents {
	c := &contents{given: len(documents), from: map[key]string{}, recordDay: record.National().AsOf()}
	c.sort(documents, on)
	c.standings = slices.Collect(c.record.StandingsOn(c.day))
	for i := range c.record.All() {
		if isPublic(i, c.day) {
			c.inspections = append(c.inspections, i)
		}
	}
	for _, g := range c.groups {
		c.items = append(c.items, c.itemsOf(g)...)
	}
	c.moves = movesOf(c)
	return c
}

// place numbers the rows, so that the sheets can lead to each other.
func (c *contents) place() {
	c.authorityRow, c.inspectionRow, c.itemRow = map[authority.Authority]int{}, map[authority.Authority]int{}, map[authority.Authority]int{}
	for n, i := range c.standings {
		first(c.authorityRow, i.Authority, n)
	}
	for n, i := range c.inspections {
		first(c.inspectionRow, i.Authority, n)
	}
	for n, i := range c.items {
		first(c.itemRow, i.group.authority, n)
	}
}

// first notes the row of the nth line of a table, unless the authority has one
// already or is none.
func first(rows map[authority.Authority]int, a authority.Authority, n int) {
	if _, ok := rows[a]; !ok && a != (authority.Authority{}) {
		rows[a] = n + 2 // below the heads
	}
}

// linkTo returns the place of an authority on a sheet, or "" where it has none.
func linkTo(name string, rows map[authority.Authority]int, a authority.Authority) string {
	if row, ok := rows[a]; ok {
		return place(name, row)
	}
	return ""
}

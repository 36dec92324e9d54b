// Package book writes an Excel workbook of the inspections of children's
// services: how all authorities stand, every inspection of the national record,
// and what a set of documents asks for and what became of it.
package book

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
)

// A Document is a report, letter or article that a workbook is made from.
type Document struct {
	Name   string        // of its file, as the workbook prints it
	Report *ilacs.Report // nil where it could not be read
	Err    error         // why it could not be read
}

// Write writes the workbook of the documents and the national record as of a day,
// as an .xlsx file. The zero Date means the day as of which the record stands. A
// document with an Err, or without a Report, gets a row on the sheet of what was
// not read. The documents may come in any order.
func Write(w io.Writer, documents []Document, on civil.Date) error {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", "Not read"); err != nil {
		return err
	}
	row := 1
	for _, d := range documents {
		if d.Err == nil && d.Report != nil {
			continue
		}
		if err := f.SetSheetRow("Not read", fmt.Sprintf("A%d", row), &[]any{d.Name, fmt.Sprint(d.Err)}); err != nil {
			return err
		}
		row++
	}
	return f.Write(w)
}

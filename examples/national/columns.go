package main

import (
	"strconv"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// columns are those of the table and of the CSV file.
var columns = []string{"file", "authority", "urn", "type", "framework", "start", "end", "published", "lead",
	"overall", "leaders", "help-and-protection", "in-care", "care-leavers", "in-care-and-care-leavers",
	"looked-after", "adoption", "lscb", "improve", "priority", "findings", "notes", "error"}

// cells are the cells of a document's row, one for each column.
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

// text is the text form of a value; "" where it has none.
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

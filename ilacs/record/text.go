package record

import (
	"encoding"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
	intext "github.com/ilacs-go/inspection/internal/text"
	"github.com/ilacs-go/inspection/judgement"
)

// ErrTwice means that the table lists an inspection twice.
var ErrTwice = errors.New("the inspection is listed twice")

// parseError returns the error for the text of a record; kind is the column that
// the input stands in, unless it is a whole line. What a cell's own parser says
// is kept.
func parseError(line int, kind, input string, err error) error {
	e := &parseerr.Error{Package: "record", Kind: kind, Line: line, Input: intext.Bounded(input), Err: err}
	var cell *parseerr.Error
	if errors.As(err, &cell) {
		e.Kind, e.Offset, e.Reason, e.Err = cell.Kind, cell.Offset, "column "+kind, cell.Err
		if cell.Reason != "" {
			e.Reason += ": " + cell.Reason
		}
	}
	return e
}

// columns are the names of the columns before those of the areas.
var columns = []string{"authority", "code", "type", "framework", "start", "end", "published", "lead"}

// usualAreas are the areas that always have a column.
var usualAreas = []judgement.Area{
	judgement.Overall, judgement.Leaders, judgement.HelpAndProtection, judgement.InCare, judgement.CareLeavers,
	judgement.InCareAndCareLeavers, judgement.LookedAfter, judgement.Adoption, judgement.LSCB,
	judgement.CapacityToImprove, judgement.Outcomes, judgement.QualityOfProvision,
}

const head = `# ilacs/record/record.tsv: graded inspections of local authority children's services in England
# source: ` + Source + `; further reports as merged
# licence: ` + Licence + `
# authority: its name; code: its number at the Department for Education, as a closed authority may share its name with an open one
# type: sif also stands for re-inspections whose report was not read; where fieldwork was interrupted, its first part decides between short and standard
# start, end: of the fieldwork; for the City of London in 2016 the only day given is probably the last. published: by Ofsted; some reports print an earlier day
# one column an area; blank = no grade was printed, or it is not known here
`

// MarshalText returns the record as a table of tab-separated values, with its
// provenance at the head. [Parse] reads it back.
func (r *Record) MarshalText() ([]byte, error) {
	areas := slices.Clone(usualAreas)
	for _, i := range r.inspections {
		for a := range i.Judgements.All() {
			if !slices.Contains(areas, a) {
				areas = append(areas, a)
			}
		}
	}
	slices.Sort(areas[len(usualAreas):])
	b := []byte(head)
	b = fmt.Appendf(b, "# date: %s\n# rows: %d\n", text(r.asOf), len(r.inspections))
	b = append(b, strings.Join(columns, "\t")...)
	for _, a := range areas {
		b = append(append(b, '\t'), text(a)...)
	}
	b = append(b, '\n')
	for _, i := range r.inspections {
		for n, cell := range i.cells() {
			if n > 0 {
				b = append(b, '\t')
			}
			if strings.ContainsAny(cell, "\t\n\r") {
				return nil, fmt.Errorf("record: %s of %v has a tab or a line end: %q", columns[n], i.Authority, cell)
			}
			b = append(b, cell...)
		}
		for _, a := range areas {
			b = append(append(b, '\t'), text(i.Judgements.Grade(a))...)
		}
		b = append(b, '\n')
	}
	return b, nil
}

// cells returns the fields of i that stand under columns.
func (i Inspection) cells() []string {
	return []string{
		i.Authority.Name, i.Authority.Code, text(i.Type), text(i.Framework),
		text(i.Start), text(i.End), text(i.Published), i.Lead,
	}
}

// text returns a value's text form, "" if it has none.
func text(v encoding.TextMarshaler) string {
	b, _ := v.MarshalText()
	return string(b)
}

// Parse reads a record as [Record.MarshalText] writes it. The rows and the
// columns of areas may stand in any order. It is strict otherwise: the error is
// a [*parseerr.Error].
func Parse(tsv string) (*Record, error) {
	r := &Record{}
	var areas []judgement.Area
	rows, n := -1, 0
	for line := range strings.Lines(tsv) {
		n++
		line = strings.TrimSuffix(line, "\n")
		if comment, ok := strings.CutPrefix(line, "#"); ok && areas == nil {
			if err := r.fact(comment, n, &rows); err != nil {
				return nil, err
			}
			continue
		}
		fields := strings.Split(line, "\t")
		if areas == nil {
			var err error
			if areas, err = readColumns(fields, n); err != nil {
				return nil, err
			}
			continue
		}
		i, err := readRow(fields, areas, n, line)
		if err != nil {
			return nil, err
		}
		r.inspections = append(r.inspections, i)
	}
	if areas == nil {
		return nil, parseError(n, "table", "", fmt.Errorf("%w: no names of columns", parseerr.ErrSyntax))
	}
	if rows >= 0 && rows != len(r.inspections) {
		return nil, parseError(n, "table", tsv, fmt.Errorf("%w: %d rows, where the head says %d", parseerr.ErrSyntax, len(r.inspections), rows))
	}
	slices.SortFunc(r.inspections, compare)
	for n := range max(len(r.inspections)-1, 0) {
		if i := r.inspections[n]; compare(i, r.inspections[n+1]) == 0 {
			return nil, parseError(0, "table", i.Authority.Name+" "+i.Start.String(), ErrTwice)
		}
	}
	return r, nil
}

// fact reads a line of the head: the day of the record, or its number of rows.
func (r *Record) fact(comment string, n int, rows *int) error {
	key, value, _ := strings.Cut(comment, ": ")
	var err error
	switch key {
	case " date":
		err = r.asOf.UnmarshalText([]byte(value))
	case " rows":
		if *rows, err = strconv.Atoi(value); err != nil {
			err = parseerr.ErrSyntax
		}
	}
	if err != nil {
		return parseError(n, strings.TrimSpace(key), value, err)
	}
	return nil
}

// readColumns reads the line of column names and returns the areas.
func readColumns(fields []string, n int) ([]judgement.Area, error) {
	if len(fields) <= len(columns) || !slices.Equal(fields[:len(columns)], columns) {
		return nil, parseError(n, "table", strings.Join(fields, "\t"), fmt.Errorf("%w: the columns are not %v and areas", parseerr.ErrSyntax, columns))
	}
	var areas []judgement.Area
	for _, name := range fields[len(columns):] {
		var a judgement.Area
		if err := a.UnmarshalText([]byte(name)); err != nil {
			return nil, parseError(n, name, name, err)
		}
		if a == 0 || slices.Contains(areas, a) {
			return nil, parseError(n, "column", name, fmt.Errorf("%w: a column without a name, or twice", parseerr.ErrSyntax))
		}
		areas = append(areas, a)
	}
	return areas, nil
}

// readRow reads the line of one inspection.
func readRow(fields []string, areas []judgement.Area, n int, line string) (i Inspection, err error) {
	if len(fields) != len(columns)+len(areas) {
		return i, parseError(n, "row", line, fmt.Errorf("%w: %d fields, not %d", parseerr.ErrSyntax, len(fields), len(columns)+len(areas)))
	}
	var known bool
	if i.Authority, known = authority.ByCode(fields[1]); !known || i.Authority.Code != fields[1] || i.Authority.Name != fields[0] {
		return i, parseError(n, "authority", fields[0]+" "+fields[1], fmt.Errorf("%w: not in the register of authorities", parseerr.ErrUnknown))
	}
	for c, to := range []encoding.TextUnmarshaler{&i.Type, &i.Framework, &i.Start, &i.End, &i.Published} {
		if err := to.UnmarshalText([]byte(fields[c+2])); err != nil {
			return i, parseError(n, columns[c+2], fields[c+2], err)
		}
	}
	if i.Start.Precision() != civil.PrecisionDay {
		return i, parseError(n, "start", fields[4], ErrUndated)
	}
	i.Lead = fields[7]
	if strings.ContainsRune(i.Lead, '\r') {
		return i, parseError(n, "lead", i.Lead, parseerr.ErrSyntax)
	}
	i.Judgements.Framework = i.Framework
	for c, a := range areas {
		var g judgement.Grade
		if err := g.UnmarshalText([]byte(fields[len(columns)+c])); err != nil {
			return i, parseError(n, text(a), fields[len(columns)+c], err)
		}
		i.Judgements = i.Judgements.With(a, g)
	}
	return i, nil
}

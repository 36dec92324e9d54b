package judgement

import (
	"embed"
	"fmt"
	"strings"
	"sync"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/internal/enum"
)

//go:embed frameworks.tsv editions.tsv grades.tsv areas.tsv counterparts.tsv
var files embed.FS

// A framework is what the tables say of one Framework.
type framework struct {
	from, until civil.Date // until is zero where there is no end yet
	editions    []Edition
	scale       []gradeRow
	areas       []areaRow
}

type gradeRow struct {
	grade   Grade
	printed string
	also    []string
}

type areaRow struct {
	area      Area
	kind      string // key, sub, separate, overall
	of        Area
	required  bool
	notJudged bool
	limits    string // rule, seen, no
	name      string
	also      []string
}

type pair struct{ before, after Framework }

// A counterpart says that area before of one framework is compared with area
// after of another.
type counterpart struct {
	before, after Area
	area          Area // under which the comparison is told
	basis         Basis
}

// tables holds the embedded files, read once, and never written again.
type tables struct {
	frameworks   []*framework           // by Framework; nil where there is none
	counterparts map[pair][]counterpart // both ways
}

var loaded = sync.OnceValue(load)

// load reads the embedded files. They are part of the program, as its tests
// hold them, so that a fault in one is a panic.
func load() *tables {
	t := &tables{
		frameworks:   make([]*framework, len(frameworks.Text)),
		counterparts: map[pair][]counterpart{},
	}
	for r := range rows("frameworks.tsv") {
		t.frameworks[must(&frameworks, r["framework"])] = &framework{
			from:  day(r["from"]),
			until: day(r["until"]),
		}
	}
	of := func(r map[string]string) *framework {
		return t.frameworks[must(&frameworks, r["framework"])]
	}
	for r := range rows("editions.tsv") {
		f := of(r)
		f.editions = append(f.editions, Edition{Date: day(r["date"]), Change: r["change"]})
	}
	for r := range rows("grades.tsv") {
		f := of(r)
		f.scale = append(f.scale, gradeRow{must(&grades, r["grade"]), r["printed"], list(r["also"])})
	}
	for r := range rows("areas.tsv") {
		f := of(r)
		row := areaRow{
			area:      must(&areas, r["area"]),
			kind:      r["kind"],
			required:  r["required"] == "yes",
			notJudged: r["not_judged"] == "yes",
			limits:    r["limits"],
			name:      r["name"],
			also:      list(r["also"]),
		}
		if r["of"] != "" {
			row.of = must(&areas, r["of"])
		}
		f.areas = append(f.areas, row)
	}
	for r := range rows("counterparts.tsv") {
		p := pair{must(&frameworks, r["earlier"]), must(&frameworks, r["later"])}
		c := counterpart{
			must(&areas, r["earlier_area"]),
			must(&areas, r["later_area"]),
			must(&areas, r["area"]),
			must(&bases, r["basis"]),
		}
		t.counterparts[p] = append(t.counterparts[p], c)
		p = pair{p.after, p.before}
		t.counterparts[p] = append(t.counterparts[p], counterpart{c.after, c.before, c.area, c.basis.reversed()})
	}
	return t
}

// rows yields the rows of an embedded file by column name.
func rows(name string) func(yield func(map[string]string) bool) {
	return func(yield func(map[string]string) bool) {
		text, err := files.ReadFile(name)
		if err != nil {
			panic(err)
		}
		var columns []string
		for line := range strings.Lines(string(text)) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			if columns == nil {
				columns = cells
				continue
			}
			if len(cells) != len(columns) {
				panic(fmt.Sprintf("judgement: %s: %d cells under %d columns: %q", name, len(cells), len(columns), line))
			}
			row := make(map[string]string, len(columns))
			for i, column := range columns {
				row[column] = cells[i]
			}
			if !yield(row) {
				return
			}
		}
	}
}

func must[E ~uint8](l *enum.List[E], text string) E {
	v, err := l.ParseText(text)
	if err != nil {
		panic(err)
	}
	return v
}

// day reads a date; an empty cell is no date.
func day(text string) civil.Date {
	var d civil.Date
	if err := d.UnmarshalText([]byte(text)); err != nil {
		panic(err)
	}
	return d
}

// list reads a cell of several names.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

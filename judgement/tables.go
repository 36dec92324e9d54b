package judgement

import (
	_ "embed"
	"sync"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/internal/enum"
	"github.com/ilacs-go/inspection/internal/tsv"
)

var (
	//go:embed frameworks.tsv
	frameworksTSV string
	//go:embed editions.tsv
	editionsTSV string
	//go:embed grades.tsv
	gradesTSV string
	//go:embed areas.tsv
	areasTSV string
	//go:embed counterparts.tsv
	counterpartsTSV string
)

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

// A counterpart says that the area before, of one framework, is compared with the
// area after, of another.
type counterpart struct {
	before, after Area
	area          Area // the area that the change is reported for
	basis         Basis
}

// tables holds what the embedded tables say. It is never written again.
type tables struct {
	frameworks   []*framework           // by Framework; nil where there is none
	counterparts map[pair][]counterpart // both ways
}

var loaded = sync.OnceValue(load)

// load reads the embedded tables. They are part of the program, so that a fault in
// one is a panic, which the tests rule out.
func load() *tables {
	t := &tables{
		frameworks:   make([]*framework, len(frameworks.Text)),
		counterparts: map[pair][]counterpart{},
	}
	for r := range tsv.Records("frameworks.tsv", frameworksTSV) {
		t.frameworks[must(&frameworks, r["framework"])] = &framework{
			from:  day(r["from"]),
			until: day(r["until"]),
		}
	}
	of := func(r map[string]string) *framework {
		return t.frameworks[must(&frameworks, r["framework"])]
	}
	for r := range tsv.Records("editions.tsv", editionsTSV) {
		f := of(r)
		f.editions = append(f.editions, Edition{Date: day(r["date"]), Change: r["change"]})
	}
	for r := range tsv.Records("grades.tsv", gradesTSV) {
		f := of(r)
		f.scale = append(f.scale, gradeRow{must(&grades, r["grade"]), r["printed"], tsv.List(r["also"], "|")})
	}
	for r := range tsv.Records("areas.tsv", areasTSV) {
		if r["framework"] == "" {
			continue // it has a name alone
		}
		f := of(r)
		row := areaRow{
			area:      must(&areas, r["area"]),
			kind:      r["kind"],
			required:  r["required"] == "yes",
			notJudged: r["not_judged"] == "yes",
			limits:    r["limits"],
			name:      r["name"],
			also:      tsv.List(r["also"], "|"),
		}
		if r["of"] != "" {
			row.of = must(&areas, r["of"])
		}
		f.areas = append(f.areas, row)
	}
	for r := range tsv.Records("counterparts.tsv", counterpartsTSV) {
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

// areaNames reads the names of the areas by their text forms: those that the
// latest framework with the area prints.
var areaNames = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for r := range tsv.Records("areas.tsv", areasTSV) {
		names[r["area"]] = r["name"]
	}
	return names
})

// must reads a text form of a list.
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

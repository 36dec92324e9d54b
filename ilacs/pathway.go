package ilacs

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/internal/tsv"
	"github.com/ilacs-go/inspection/judgement"
)

//go:embed pathway.tsv
var pathwayTSV string

// pathwayRule is a row of the table of what follows a visit.
type pathwayRule struct {
	after       []VisitType
	frameworks  []judgement.Framework // none: any
	condition   condition
	from, until civil.Date // the publications for which it holds
	anchor      string     // what the window is counted from: "start" or "published"
	earliest    period
	latest      period
	expectation Expectation // without its dates
}

// condition is what a document must say for a rule to hold.
type condition struct {
	kind   string // "", "overall", "since", "priority", "combination"
	grades []judgement.Grade
}

// period is a length of time. A period of nothing is not stated.
type period struct{ months, workingDays, days int }

// after returns the day that is the period after a day; the zero Date where the
// period or the day is not stated, or the bank holidays between are not known.
func (p period) after(d civil.Date) civil.Date {
	if p == (period{}) || d.Precision() != civil.PrecisionDay {
		return civil.Date{}
	}
	if p.months > 0 {
		month := int(d.Month()) - 1 + p.months
		first, err := civil.New(d.Year()+month/12, month%12+1, 0)
		if err != nil {
			return civil.Date{}
		}
		// The same day of the month, or its last.
		d = first.First().AddDays(min(d.Day(), first.Last().Day()) - 1)
	}
	if p.workingDays > 0 {
		d, _ = d.AddWorkingDays(p.workingDays)
	}
	return d.AddDays(p.days)
}

// pathway returns the rules in the order of the table. It panics if the table is
// broken, which the tests rule out.
var pathway = sync.OnceValue(func() []*pathwayRule {
	var rules []*pathwayRule
	for row := range tsv.Records("pathway.tsv", pathwayTSV) {
		rule := &pathwayRule{
			after: listOf(row["after"], ParseVisitType), frameworks: listOf(row["frameworks"], judgement.ParseFramework),
			from: dateCell(row["from"]), until: dateCell(row["until"]),
			anchor: row["anchor"], earliest: periodCell(row["earliest"]), latest: periodCell(row["latest"]),
			expectation: Expectation{
				Step: sure(ParseStep(row["step"])), Fewest: number(row["fewest"]), Most: number(row["most"]), Every: number(row["every"]),
				Firmness: sure(ParseFirmness(row["firmness"])), Edition: row["edition"], Source: row["source"], Note: row["note"],
			},
		}
		if row["visit"] != "" {
			rule.expectation.Visit = sure(ParseVisitType(row["visit"]))
		}
		kind, grades, _ := strings.Cut(row["condition"], "=")
		rule.condition = condition{kind: kind, grades: listOf(grades, judgement.ParseGrade)}
		rules = append(rules, rule)
	}
	return rules
})

func listOf[E any](cell string, parse func(string) (E, error)) (list []E) {
	for _, name := range tsv.List(cell, "|") {
		list = append(list, sure(parse(name)))
	}
	return list
}

func dateCell(cell string) civil.Date {
	if cell == "" {
		return civil.Date{}
	}
	return sure(civil.Parse(cell))
}

func number(cell string) int {
	if cell == "" {
		return 0
	}
	return sure(strconv.Atoi(cell))
}

// periodCell reads "30m", "70wd" or "70wd+28d".
func periodCell(cell string) (p period) {
	for _, part := range tsv.List(cell, "+") {
		digits := strings.TrimRight(part, "mwd")
		n := number(digits)
		switch part[len(digits):] {
		case "m":
			p.months = n
		case "wd":
			p.workingDays = n
		case "d":
			p.days = n
		default:
			panic("ilacs: no period in pathway.tsv: " + cell)
		}
	}
	return p
}

func sure[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

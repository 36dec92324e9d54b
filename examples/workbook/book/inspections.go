package book

import (
	"cmp"
	"slices"

	"github.com/ilacs-go/inspection/ilacs/record"
)

// inspectionsSheet is every inspection of the record, with the reports that were
// given.
func (c *contents) inspectionsSheet() *sheet {
	s := &sheet{name: sheetInspections, frozen: 1, paper: paperA3}
	areas := gradedAreas(c.inspections)
	s.columns = []column{{head: "Authority"}, {head: "Region"}, {head: "Inspection"}, {head: "Framework"},
		{head: "Fieldwork from"}, {head: "Fieldwork to"}, {head: "Published"}, upwards("Days to publication"), {head: "Days since the one before", width: 10},
		{head: "Lead inspector"}}
	for _, a := range areas {
		s.columns = append(s.columns, upwards(areaName(a)))
	}
	s.columns = append(s.columns, column{head: "Is how it stands", width: 9}, column{head: "Ofsted URN", width: 10}, column{head: "DfE code", width: 7}, column{head: "GSS code"},
		column{head: "From", width: 20})
	stands := map[key]bool{}
	for _, i := range c.standings {
		stands[keyOf(i)] = i.IsValid()
	}
	days := map[key]int{}
	for v := range record.Intervals(slices.Values(c.inspections)) {
		days[keyOf(v.After)] = v.Days()
	}
	for _, i := range c.inspections {
		a := i.Authority
		row := []cell{named(a, linkTo(sheetAuthorities, c.authorityRow, a)), short(a.Region.String()), short(i.Type.String()), short(frameworkNames[i.Framework]),
			date(i.Start), date(i.End), date(i.Published), number(i.DaysToPublication()), number(days[keyOf(i)], days[keyOf(i)] > 0), short(i.Lead)}
		for _, area := range areas {
			row = append(row, grade(i.Judgements.Grade(area)))
		}
		current := "no"
		if stands[keyOf(i)] {
			current = "yes"
		}
		s.rows = append(s.rows, append(row, middle(current), leading(code(a.URN), ofstedPage(a)), code(a.Code), short(a.GSS),
			wrapped(cmp.Or(c.from[keyOf(i)], "national record"))))
	}
	return s
}

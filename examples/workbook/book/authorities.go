package book

import (
	"strings"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

// areaColumns are the areas that are graded, in the order of the columns, with
// names that are short enough to be written upwards. A column is left out where
// no inspection on the sheet has a grade in it.
var areaColumns = []struct {
	area judgement.Area
	head string
}{
	{judgement.Overall, "Overall effectiveness"},
	{judgement.Leaders, "Leaders"},
	{judgement.HelpAndProtection, "Help and protection"},
	{judgement.InCare, "Children in care"},
	{judgement.CareLeavers, "Care leavers"},
	{judgement.InCareAndCareLeavers, "In care and care leavers"},
	{judgement.LookedAfter, "Looked after children"},
	{judgement.Adoption, "Adoption"},
	{judgement.LSCB, "Safeguarding board"},
	{judgement.CapacityToImprove, "Capacity to improve"},
	{judgement.Outcomes, "Outcomes"},
	{judgement.QualityOfProvision, "Quality of provision"},
}

// areaName is the short name of an area.
func areaName(a judgement.Area) string {
	for _, c := range areaColumns {
		if c.area == a {
			return c.head
		}
	}
	return a.String()
}

// gradedAreas returns the areas that any of the inspections grades.
func gradedAreas(inspections []record.Inspection) []judgement.Area {
	graded := map[judgement.Area]bool{}
	for _, i := range inspections {
		for a := range i.Judgements.All() {
			graded[a] = true
		}
	}
	var areas []judgement.Area
	for _, c := range areaColumns {
		if graded[c.area] {
			areas = append(areas, c.area)
		}
	}
	return areas
}

// upwards is a narrow column, with its head written upwards.
func upwards(head string) column { return column{head: head, width: 5, up: true} }

// medians are the areas of which the neighbours' median is shown: those that
// every framework since 2013 grades, but that there is no overall grade from April
// 2026 on.
var medians = []struct {
	area judgement.Area
	head string
}{
	{judgement.Overall, "Median overall"}, {judgement.Leaders, "Median leaders"}, {judgement.HelpAndProtection, "Median help & protection"},
}

// authoritiesSheet is how each authority stands.
func (c *contents) authoritiesSheet() *sheet {
	s := &sheet{name: sheetAuthorities, frozen: 1, paper: paperA3}
	areas := gradedAreas(c.standings)
	s.columns = []column{{head: "Authority"}, {head: "Region", width: 15}}
	for _, a := range areas {
		s.columns = append(s.columns, upwards(areaName(a)))
	}
	s.columns = append(s.columns,
		column{head: "Framework", width: 12}, column{head: "Inspection", width: 12},
		column{head: "Fieldwork from"}, column{head: "Fieldwork to"}, column{head: "Published"},
		upwards("Days to publication"), column{head: "Days since it began", width: 8}, column{head: "Rank (1 = longest ago)", width: 10},
		column{head: "Lead inspector", width: 14},
		column{head: "Next expected", width: 13}, column{head: "Window from"}, column{head: "Window until"}, column{head: "Window", width: 11}, column{head: "Rule", width: 17})
	for _, g := range scale {
		s.columns = append(s.columns, upwards("Neighbours: "+letter(g)))
	}
	s.columns = append(s.columns, upwards("Neighbours: none"))
	for _, m := range medians {
		s.columns = append(s.columns, upwards(m.head))
	}
	s.columns = append(s.columns, column{head: "Statistical neighbours, the most similar first, with their overall grades", width: 76},
		column{head: "Ofsted URN", width: 10}, column{head: "DfE code", width: 7}, column{head: "GSS code"}, column{head: "Type", width: 13},
		upwards("Areas for improvement"))
	asked := map[authority.Authority]int{}
	for _, i := range c.items {
		asked[i.group.authority]++
	}
	waiting := map[authority.Authority]record.Waiting{}
	for _, w := range c.record.WaitingOn(c.day) {
		waiting[w.Inspection.Authority] = w
	}
	for _, i := range c.standings {
		s.rows = append(s.rows, c.authorityCells(i, areas, waiting[i.Authority], asked[i.Authority]))
	}
	return s
}

func (c *contents) authorityCells(i record.Inspection, areas []judgement.Area, waiting record.Waiting, asked int) []cell {
	a := i.Authority
	row := []cell{named(a, linkTo(sheetInspections, c.inspectionRow, a)), wrapped(a.Region.String())}
	for _, area := range areas {
		row = append(row, grade(i.Judgements.Grade(area)))
	}
	next := nextInspection(i, c.day)
	row = append(row, wrapped(frameworkNames[i.Framework]), wrapped(i.Type.String()), date(i.Start), date(i.End), date(i.Published),
		number(i.DaysToPublication()), number(waiting.Days, waiting.Rank > 0), number(waiting.Rank, waiting.Rank > 0), wrapped(i.Lead),
		wrapped(next.what), date(next.from), date(next.until), short(next.state), wrapped(next.rule))
	var neighbours []record.Inspection
	var names []string
	overall := map[judgement.Grade]int{}
	for n := range c.record.Neighbours(a, c.day) {
		neighbours = append(neighbours, n)
		g := n.Judgements.Grade(judgement.Overall)
		overall[g]++
		name := n.Authority.Name
		if l := letter(g); l != "" {
			name += " " + l
		} else {
			name += " –"
		}
		names = append(names, name)
	}
	rest := len(neighbours)
	for _, g := range scale {
		row = append(row, number(overall[g], len(neighbours) > 0))
		rest -= overall[g]
	}
	row = append(row, number(rest, len(neighbours) > 0))
	for _, m := range medians {
		row = append(row, medianCell(neighbours, m.area))
	}
	return append(row, wrapped(strings.Join(names, "; ")), leading(code(a.URN), ofstedPage(a)), code(a.Code), short(a.GSS), wrapped(a.Type.String()),
		leading(number(asked, asked > 0), linkTo(sheetImprovement, c.itemRow, a)))
}

// medianCell is a median on its grade's colour, or on none where it lies between
// two grades.
func medianCell(neighbours []record.Inspection, area judgement.Area) cell {
	median := medianGrade(neighbours, area)
	for _, g := range scale {
		if letter(g) == median {
			return grade(g)
		}
	}
	return middle(median)
}

// ofstedPage is the address of an authority's reports: 44 is how Ofsted's site
// numbers the services of local authorities.
func ofstedPage(a authority.Authority) string {
	if a.URN == "" {
		return ""
	}
	return "https://reports.ofsted.gov.uk/provider/44/" + a.URN
}

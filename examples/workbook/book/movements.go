package book

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

// A move is a grade of a statistical neighbour that its last inspection changed.
type move struct {
	authority authority.Authority
	neighbour authority.Authority
	place     int // among the neighbours, from 1, the most similar
	interval  record.Interval
	change    judgement.Change
}

// movesOf returns the grades of each authority's neighbours that moved, by
// authority, the newest first.
func movesOf(c *contents) []move {
	last := map[authority.Authority]record.Interval{}
	for v := range record.Intervals(slices.Values(c.inspections)) {
		last[v.After.Authority] = v
	}
	var all []move
	for _, i := range c.standings {
		from, place := len(all), 0
		for n := range c.record.Neighbours(i.Authority, c.day) {
			place++
			v, ok := last[n.Authority]
			if !ok {
				continue
			}
			for _, change := range judgement.Compare(v.Before.Judgements, v.After.Judgements) {
				if change.Trend == judgement.TrendImproved || change.Trend == judgement.TrendDeclined {
					all = append(all, move{i.Authority, n.Authority, place, v, change})
				}
			}
		}
		slices.SortStableFunc(all[from:], func(a, b move) int {
			return cmp.Or(newest(a.interval.After.Published, b.interval.After.Published), cmp.Compare(a.place, b.place))
		})
	}
	return all
}

// movementsSheet is which grades of statistical neighbours moved.
func (c *contents) movementsSheet() *sheet {
	s := &sheet{name: sheetMovements, frozen: 1, paper: paperA4, columns: []column{
		{head: "Authority"}, {head: "Neighbour"}, {head: "Nearness (1 = most similar)", width: 12}, {head: "Area"},
		{head: "From", width: 7}, {head: "To", width: 7}, {head: "Moved"}, {head: "Published"}, {head: "Fieldwork from"}, {head: "The one before"},
		{head: "Framework"}, {head: "Compared"},
	}}
	for _, m := range c.moves {
		v := m.interval
		compared := ""
		if m.change.Basis != judgement.BasisSameArea {
			compared = m.change.Basis.String()
		}
		s.rows = append(s.rows, []cell{
			named(m.authority, linkTo(sheetAuthorities, c.authorityRow, m.authority)), named(m.neighbour, linkTo(sheetAuthorities, c.authorityRow, m.neighbour)),
			number(m.place, true), short(areaName(m.change.Area)), grade(m.change.Before), grade(m.change.After), short(strings.ToLower(m.change.Trend.String())),
			date(v.After.Published), date(v.After.Start), date(v.Before.Start), short(frameworkNames[v.After.Framework]), wrapped(compared),
		})
	}
	return s
}

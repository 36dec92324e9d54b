package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

// A ProfilePage is a [record.Profile] in words and in the order of the page,
// whatever the form: what is known of one authority.
type ProfilePage struct {
	Authority  string
	Day        string   // the day as of which this is known
	Facts      []string // region, type, numbers
	Summary    string
	Grades     Grid // a row for each inspection and visit, newest first
	Next       []Expectation
	Past       []Expectation // deadlines that have passed
	NoRule     bool          // there is an inspection, and no rule is known for what follows it
	Waits      Waits
	Neighbours Grid     // how the statistical neighbours stand, the most similar first
	Changes    []string // predecessors and delivery bodies, a sentence each
	Source     string
	Licence    string
}

// NewProfilePage lays out a profile.
func NewProfilePage(p record.Profile) ProfilePage {
	a := p.Authority
	page := ProfilePage{
		Authority: a.Name, Day: date(p.Day), Facts: []string{a.Region.String(), a.Type.String()},
		Grades: newGrid("Inspection", profileEntries(p)), Neighbours: newGrid("Authority", neighbourEntries(p)),
		Waits: newWaits(p), Changes: authorityChanges(p), Source: record.Source, Licence: record.Licence,
	}
	if a.URN != "" {
		page.Facts = append(page.Facts, "Ofsted URN "+a.URN)
	}
	if a.Code != "" {
		page.Facts = append(page.Facts, "DfE code "+a.Code)
	}
	var sets []judgement.Set
	for _, i := range slices.Concat(p.Inspections, p.Neighbours) {
		sets = append(sets, i.Judgements)
	}
	page.Grades.Legend = gradeLegend(sets) // one for both tables
	page.Neighbours.Legend = page.Grades.Legend
	if slices.ContainsFunc(p.Inspections, func(i record.Inspection) bool { return i.Framework == judgement.ILACS2026 }) {
		page.Grades.Notes = append(page.Grades.Notes, "Inspections from April 2026 onwards give no overall grade.")
	}
	latest, ok := p.Latest()
	page.Summary = profileSummary(latest, ok)
	for _, e := range p.Next {
		expected := newExpectation(e, p.Day)
		if e.Step != ilacs.StepNextInspection && !e.Until.IsZero() && e.Until.Compare(p.Day) < 0 {
			page.Past = append(page.Past, expected)
		} else {
			page.Next = append(page.Next, expected)
		}
	}
	page.NoRule = ok && !slices.ContainsFunc(p.Next, func(e ilacs.Expectation) bool { return e.Step == ilacs.StepNextInspection })
	return page
}

// profileEntries puts inspections and visits in one order, the newest first.
func profileEntries(p record.Profile) []gridEntry {
	trends := map[record.Inspection]map[judgement.Area]judgement.Trend{}
	for v := range record.Intervals(slices.Values(p.Inspections)) {
		trends[v.After] = map[judgement.Area]judgement.Trend{}
		for _, c := range judgement.Compare(v.Before.Judgements, v.After.Judgements) {
			trends[v.After][c.Area] = c.Trend
		}
	}
	type dated struct {
		day   civil.Date
		entry gridEntry
	}
	var all []dated
	for _, i := range p.Inspections {
		row := GridRow{Head: days(i.Start, i.End), Under: i.Type.String()}
		if !i.Published.IsZero() {
			row.Under += ", published " + date(i.Published)
		}
		all = append(all, dated{i.Start, gridEntry{GridRow: row, grades: i.Judgements, trends: trends[i]}})
	}
	for _, v := range p.Visits {
		row := GridRow{Head: days(v.Start, v.End), Under: cmp.Or(v.Type.String(), "Visit"), Text: "No grades"}
		if !v.Published.IsZero() {
			row.Under += ", letter of " + date(v.Published)
		}
		if len(v.Focus) > 0 {
			row.Text += ". Focus: " + PlainText(strings.Join(v.Focus, "; "))
		}
		all = append(all, dated{v.Start, gridEntry{GridRow: row}})
	}
	slices.SortStableFunc(all, func(a, b dated) int { return b.day.Compare(a.day) })
	var entries []gridEntry
	for _, d := range all {
		entries = append(entries, d.entry)
	}
	return entries
}

func neighbourEntries(p record.Profile) []gridEntry {
	var entries []gridEntry
	for _, n := range p.Neighbours {
		row := GridRow{Head: n.Authority.Name, Text: "No inspection published"}
		if n.IsValid() {
			row.Under, row.Text = n.Type.String()+", published "+date(n.Published), ""
		}
		entries = append(entries, gridEntry{GridRow: row, grades: n.Judgements})
	}
	return entries
}

func profileSummary(latest record.Inspection, ok bool) string {
	if !ok {
		return "No inspection of its children’s services as a whole is in the record."
	}
	return fmt.Sprintf("Last inspected %s (%s), published %s: %s.",
		days(latest.Start, latest.End), lower(latest.Type.String()), date(latest.Published), standing(latest.Judgements))
}

// standing says in words how an inspection left the authority.
func standing(s judgement.Set) string {
	if g := s.Grade(judgement.Overall); g != 0 {
		return lower(s.Framework.GradeName(g)) + " overall"
	}
	var areas []string
	for a, g := range s.All() {
		for _, c := range gradeColumns {
			if slices.Contains(c.areas, a) {
				areas = append(areas, lower(c.name)+" "+lower(s.Framework.GradeName(g)))
			}
		}
	}
	return strings.Join(areas, ", ") + "; there is no longer an overall grade"
}

// authorityChanges says whose area an authority took over, and who delivers its
// services.
func authorityChanges(p record.Profile) []string {
	var changes []string
	for _, c := range p.Predecessors {
		area := c.Area
		switch area {
		case "whole":
			area = "the whole area"
		case "part":
			area = "part of the area"
		}
		changes = append(changes, fmt.Sprintf("Took over %s from %s on %s (%v). The grades of %[2]s are not carried over.",
			area, c.From.Name, date(c.Date), c.Certainty))
	}
	for _, b := range p.Bodies {
		text := b.Name + " has delivered services since " + date(b.From)
		if !b.To.IsZero() {
			text = b.Name + " delivered services from " + date(b.From) + " to " + date(b.To)
		}
		changes = append(changes, text+" ("+b.Certainty.String()+").")
	}
	return changes
}

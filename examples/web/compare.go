package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/render"
)

// A result is what came of one upload.
type result struct {
	Documents []*document // in the order in which they were uploaded
	Groups    []*group    // in the order of their first documents
}

// A group is the documents about one authority, compared in the order of their
// visits.
type group struct {
	Number    int                 // from 1
	Authority string              // its name in the register, or as the first document prints it
	Register  authority.Authority // zero where the name is not in the register
	Documents []*document
	History   ilacs.History // of those that are compared; of fewer than two, it compares nothing
	Err       error         // why they were not compared
}

// Compared reports whether there is a comparison.
func (g *group) Compared() bool { return len(g.History.Progresses) > 0 }

// fileName returns how the names of a group's files begin: "dudley-2016-2022".
func (g *group) fileName() string {
	var years []string
	for _, v := range g.History.Visits {
		if day := cmp.Or(v.Start, v.Published); !day.IsZero() {
			years = append(years, strconv.Itoa(day.Year()))
		}
	}
	if years = slices.Compact(years); len(years) > 2 {
		years = []string{years[0], years[len(years)-1]}
	}
	return strings.Join(append([]string{slug(g.Authority)}, years...), "-")
}

// compareDocuments puts documents together by authority and compares those of
// each.
func compareDocuments(documents []document) *result {
	r := &result{Documents: pointers(documents)}
	var nameless []*document
	for _, d := range r.Documents {
		switch {
		case d.Report == nil:
		case d.Report.Visit.Authority == "":
			nameless = append(nameless, d)
		default:
			g := r.groupOf(d.Report.Visit)
			g.Documents = append(g.Documents, d)
		}
	}
	for _, d := range nameless {
		if len(r.Groups) == 1 {
			g := r.Groups[0]
			d.Remarks = append(d.Remarks, "It names no authority; it is taken to be about "+g.Authority+", as the others are.")
			g.Documents = append(g.Documents, d)
			continue
		}
		d.Report, d.Err = nil, &refusal{Why: "it names no authority", Do: "Upload it together with documents about its authority only."}
	}
	for _, g := range r.Groups {
		g.compare()
	}
	return r
}

func pointers(documents []document) []*document {
	out := make([]*document, len(documents))
	for i := range documents {
		out[i] = &documents[i]
	}
	return out
}

// groupOf returns the group of a visit's authority, a new one if need be.
func (r *result) groupOf(v ilacs.Visit) *group {
	for _, g := range r.Groups {
		if sameAuthority(g.Documents[0].Report.Visit, v) {
			return g
		}
	}
	g := &group{Number: len(r.Groups) + 1, Authority: render.PlainText(v.Authority)}
	if a, ok := authority.ByURN(v.URN); ok {
		g.Register = a
	} else if a, ok := authority.Lookup(v.Authority, v.Start); ok {
		g.Register = a
	}
	if g.Register.Name != "" {
		g.Authority = g.Register.Name
	}
	r.Groups = append(r.Groups, g)
	return g
}

// sameAuthority asks Compare, whose rule for that is not exported. The reports are
// empty, so there is nothing to compare but the names.
func sameAuthority(a, b ilacs.Visit) bool {
	_, err := ilacs.Compare(&ilacs.Report{Visit: a}, &ilacs.Report{Visit: b})
	return !errors.Is(err, ilacs.ErrOtherAuthority)
}

// compare compares the documents of a group, but those about a visit that an
// earlier one of them is about already.
func (g *group) compare() {
	var reports []*ilacs.Report
	for i, d := range g.Documents {
		if other := slices.IndexFunc(g.Documents[:i], func(o *document) bool { return sameVisit(o.Report.Visit, d.Report.Visit) }); other >= 0 {
			d.Remarks = append(d.Remarks, fmt.Sprintf("It is about the same visit as %s, so it is not compared.", g.Documents[other].Name))
			continue
		}
		reports = append(reports, d.Report)
	}
	g.History, g.Err = ilacs.Timeline(reports...)
}

// sameVisit reports whether two documents of one authority are about one visit. Of
// undated ones that is not known.
func sameVisit(a, b ilacs.Visit) bool {
	return a.Type == b.Type && !a.Start.IsZero() && a.Start == b.Start && a.End == b.End
}

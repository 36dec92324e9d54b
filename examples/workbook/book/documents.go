package book

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
)

// A group is the documents about one authority, the oldest first.
type group struct {
	authority authority.Authority // none where the name is not in the register
	name      string
	documents []Document
}

// sort decides which documents are told of, groups them by authority, and merges
// the reports into the record.
func (c *contents) sort(documents []Document, on civil.Date) {
	documents = slices.Clone(documents)
	slices.SortStableFunc(documents, func(a, b Document) int { return strings.Compare(a.Name, b.Name) })
	var read []Document
	for _, d := range documents {
		switch {
		case d.Err != nil:
			c.leaveOut(d, "not read", reason(d.Err))
		case d.Report == nil:
			c.leaveOut(d, "not read", "there is no report")
		case !on.IsZero() && publicFrom(d.Report).First().Compare(on.Last()) > 0:
			c.leaveOut(d, "left out", "it became public after "+words(on))
		default:
			read = append(read, d)
		}
	}
	c.merge(read, on)
	groups, seen := map[string]*group{}, map[string]string{}
	for _, d := range read {
		g := newGroup(d.Report)
		about := strings.ToLower(g.name)
		if about == "" {
			about = "\x00" + d.Name // about nobody knows whom, so like no other
		}
		if visit := visitKey(about, d.Report); visit != "" {
			if other, ok := seen[visit]; ok {
				c.leaveOut(d, "left out", "it is about the same visit as "+other)
				continue
			}
			seen[visit] = d.Name
		}
		if groups[about] == nil {
			groups[about] = g
			c.groups = append(c.groups, g)
		}
		groups[about].documents = append(groups[about].documents, d)
		for _, n := range d.Report.Notes {
			c.leaveOut(d, "read, with a note", n.Text)
		}
	}
	for _, g := range c.groups {
		slices.SortStableFunc(g.documents, func(a, b Document) int { return day(a.Report.Visit).Compare(day(b.Report.Visit)) })
	}
	slices.SortStableFunc(c.groups, func(a, b *group) int { return strings.Compare(a.name, b.name) })
}

func newGroup(r *ilacs.Report) *group {
	v := r.Visit
	a, ok := authority.ByURN(v.URN)
	if !ok {
		if a, ok = authority.Lookup(v.Authority, day(v)); !ok {
			return &group{name: v.Authority}
		}
	}
	return &group{authority: a, name: a.Name}
}

// publicFrom is when a document was surely public: on the day of publication, as
// the record has it or else as the document prints it, or on the last day of
// fieldwork where neither is known.
func publicFrom(r *ilacs.Report) civil.Date {
	v := r.Visit
	if r.Source == ilacs.SourceReport {
		v.Published = cmp.Or(record.PublicationOf(v).Recorded, v.Published)
	}
	return cmp.Or(v.Published, v.End, v.Start)
}

// visitKey is the same for two documents of one kind about one visit. It is ""
// without a date: two such documents may be about two visits.
func visitKey(about string, r *ilacs.Report) string {
	v := r.Visit
	if day(v).IsZero() {
		return ""
	}
	return fmt.Sprintln(about, textForm(v.Type), day(v), v.Ordinal, textForm(r.Source))
}

// day is when a visit began, or else when its document was published; the zero
// Date where neither is known.
func day(v ilacs.Visit) civil.Date { return cmp.Or(v.Start, v.Published) }

// merge merges the reports into the record and settles the day as of which the
// workbook stands.
func (c *contents) merge(read []Document, on civil.Date) {
	c.record = record.National()
	c.day = cmp.Or(on.Last(), c.record.AsOf())
	for _, d := range read {
		v := d.Report.Visit
		if on.IsZero() {
			for _, known := range []civil.Date{v.Start.Last(), v.End.Last(), v.Published.Last()} {
				if known.Compare(c.day) > 0 {
					c.day = known
				}
			}
		}
		i, err := record.FromReport(d.Report)
		if err != nil {
			continue // a letter, or a report with a note that says what is missing
		}
		m := c.record.Merge(i)
		c.record = m.Record
		for _, added := range m.Added {
			c.from[keyOf(added)] = d.Name
		}
		for _, differs := range m.Conflicts {
			c.leaveOut(d, "differs from the record", fmt.Sprintf("%s is %s in the document and %s in the record, which is kept", differs.Field, differs.Offered, differs.Kept))
		}
	}
}

// isPublic reports whether the report of an inspection was public on a day. Where
// the day of publication is not known, it is taken to be public from the last day
// of fieldwork.
func isPublic(i record.Inspection, day civil.Date) bool {
	return cmp.Or(i.Published, i.End, i.Start).Last().Compare(day) <= 0
}

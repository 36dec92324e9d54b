package book

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/render"
)

// An item is an area for improvement or priority action of a document, and what
// became of it.
type item struct {
	group    *group
	document Document
	number   int // as printed, or else in its list, from 1
	finding  finding.Finding
	again    string     // whether the document before asks for it too
	followed []followed // by later documents, the oldest first
}

// followed is what a later document says of an item.
type followed struct {
	document Document
	status   ilacs.Status
	told     render.FollowUp
}

// mostLater is how many later documents an item is looked for in: the next and the
// newest of the others. Few authorities have more, and without a limit the work
// would grow with the square of the documents.
const mostLater = 12

// mostItems is how many items a document may have that is compared with others.
// The longest of Ofsted's ask for about 130 things; with ten times as many, a
// comparison takes seconds.
const mostItems = 1000

// itemsOf returns what the documents of a group ask for.
func (c *contents) itemsOf(g *group) []item {
	var all []item
	from := make([][]int, len(g.documents)) // the places in all of a document's items
	for n, d := range g.documents {
		counts := map[finding.Section]int{}
		for _, f := range d.Report.Findings {
			if f.Section.Asks() {
				counts[f.Section]++
				from[n] = append(from[n], len(all))
				all = append(all, item{group: g, document: d, number: cmp.Or(f.Paragraph, counts[f.Section]), finding: f})
			}
		}
	}
	for n, d := range g.documents {
		if len(from[n]) > mostItems {
			c.leaveOut(d, "not compared", fmt.Sprintf("it asks for %d things, and is compared with no other document", len(from[n])))
		}
	}
	for n, d := range g.documents {
		for _, m := range laterThan(g.documents, n) {
			if len(from[n]) > 0 && max(len(from[n]), len(from[m])) <= mostItems {
				follow(d, g.documents[m], all, from[n], from[m])
			}
		}
	}
	return all
}

// laterThan returns the places of the documents about visits that came after that
// of the nth.
func laterThan(documents []Document, n int) []int {
	from := day(documents[n].Report.Visit)
	if from.IsZero() {
		return nil
	}
	var later []int
	for m := n + 1; m < len(documents); m++ {
		if day(documents[m].Report.Visit).First().Compare(from.Last()) > 0 {
			later = append(later, m)
		}
	}
	if len(later) > mostLater {
		later = slices.Delete(later, 1, len(later)-mostLater+1)
	}
	return later
}

// follow notes what a later document says of the items of an earlier one, and
// which of its own are asked for again.
func follow(before, after Document, all []item, earlier, later []int) {
	p, err := ilacs.Compare(before.Report, after.Report)
	if err != nil {
		return // the order is not certain
	}
	at := map[finding.Span]int{}
	for _, n := range earlier {
		at[all[n].finding.Span] = n
	}
	for k, told := range render.NewProgressPage(p).FollowUps {
		if n, ok := at[p.FollowUps[k].Item.Span]; ok {
			all[n].followed = append(all[n].followed, followed{after, p.FollowUps[k].Status, told})
		}
	}
	clear(at)
	for _, n := range later {
		at[all[n].finding.Span] = n
	}
	for _, a := range p.Asked {
		if n, ok := at[a.Item.Span]; ok {
			all[n].again = textForm(a.Recurrence) + " (after " + visitDay(before) + ")"
		}
	}
}

// decisive returns what the newest later document says of an item that returns to
// it, or else the newest of all. It reports false where there is no later one.
func (i item) decisive() (followed, bool) {
	for _, f := range slices.Backward(i.followed) {
		if f.status != ilacs.StatusNotRevisited {
			return f, true
		}
	}
	if len(i.followed) == 0 {
		return followed{}, false
	}
	return i.followed[len(i.followed)-1], true
}

func visitDay(d Document) string { return words(day(d.Report.Visit)) }

// visitName says which visit a document is about: "Focused visit, 6 Mar 2024".
func visitName(d Document) string {
	name := visitType(d)
	if on := visitDay(d); on != "" {
		name += ", " + on
	}
	return name
}

// visitType is the type of a document's visit. What is not Ofsted's own text says
// so.
func visitType(d Document) string {
	name := cmp.Or(d.Report.Visit.Type.String(), "Visit")
	if d.Report.Source == ilacs.SourceArticle {
		name += " (article)"
	}
	return name
}

// improvementSheet is what the documents ask for, and what became of it.
func (c *contents) improvementSheet() *sheet {
	s := &sheet{name: sheetImprovement, frozen: 1, paper: paperA3, columns: []column{
		{head: "Authority"}, {head: "Region", width: 13}, {head: "Visit", width: 12}, {head: "Date"}, {head: "Asked for as", width: 13}, {head: "No.", width: 5},
		{head: "Text", width: 46}, {head: "Theme", width: 19}, {head: "Other themes", width: 19}, {head: "Tags", width: 12}, {head: "Asked before", width: 14},
		{head: "Status", width: 17}, {head: "Confidence"}, {head: "Later document", width: 14}, {head: "Reason", width: 28},
		{head: "Evidence", width: 46}, {head: "Where", width: 13}, {head: "Further evidence", width: 46}, {head: "All later documents", width: 27},
		{head: "File", width: 18}, {head: "Later file", width: 18},
	}}
	for _, i := range c.items {
		s.rows = append(s.rows, c.itemCells(i))
	}
	return s
}

func (c *contents) itemCells(i item) []cell {
	g := i.group
	kind := "Area for improvement"
	if i.finding.Section == finding.SectionPriority {
		kind = "Priority action"
	}
	var tags []string
	for _, t := range i.finding.Tags {
		tags = append(tags, t.String())
	}
	var theme string
	if len(i.finding.Themes) > 0 {
		theme = themeNames(i.finding.Themes[:1])
	}
	row := []cell{
		leading(wrapped(g.name), linkTo(sheetAuthorities, c.authorityRow, g.authority)), wrapped(g.authority.Region.String()), wrapped(visitType(i.document)),
		date(day(i.document.Report.Visit)), wrapped(kind), number(i.number, true), wrapped(i.finding.Text), wrapped(theme),
		wrapped(themeNames(i.finding.Themes[min(1, len(i.finding.Themes)):])), wrapped(strings.Join(tags, "; ")), wrapped(i.again),
	}
	last, ok := i.decisive()
	if !ok {
		return append(row, short(""), short(""), short(""), wrapped(""), wrapped(""), short(""), wrapped(""), wrapped(""), wrapped(i.document.Name), wrapped(""))
	}
	var evidence, where string
	var further, course []string
	for k, e := range last.told.Evidence {
		if k == 0 {
			evidence, where = e.Text, e.Place
			if last.told.Nearest {
				evidence = "Nearest to it: " + evidence
			}
			continue
		}
		further = append(further, strings.TrimPrefix(e.Place+": "+e.Text, ": "))
	}
	for _, f := range i.followed {
		course = append(course, visitDay(f.document)+": "+strings.ToLower(f.told.Status.Word))
	}
	status := wrapped(last.told.Status.Word)
	status.look.kind = statusLooks[last.status]
	return append(row, status, middle(last.told.Confidence), wrapped(visitName(last.document)), wrapped(last.told.Reason),
		wrapped(evidence), wrapped(where), wrappedLines(lines(further...)), wrappedLines(lines(course...)), wrapped(i.document.Name), wrapped(last.document.Name))
}

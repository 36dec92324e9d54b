package book

import (
	"fmt"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/ilacs/render"
)

// aboutSheet says what the workbook holds, as of when, from where, and how far it
// is to be relied on.
func (c *contents) aboutSheet() *sheet {
	s := &sheet{name: sheetAbout, paper: paperA4, plain: true, columns: []column{{width: 32}, {width: 112}}}
	add := func(label cell, text string) { s.rows = append(s.rows, []cell{label, wrapped(text)}) }
	section := func(title string) {
		s.rows = append(s.rows, []cell{{look: look{kind: kindSpace}}, {look: look{kind: kindSpace}}}, []cell{{value: title, look: look{kind: kindSection}}, {look: look{kind: kindSection}}})
	}
	s.rows = append(s.rows, []cell{{value: "Inspections of children’s services", look: look{kind: kindTitle}}, {look: look{kind: kindTitle}}})
	add(label("As of"), words(c.day)+". Days, ranks and windows are counted to this day.")
	add(label("Record"), fmt.Sprintf("%s, as it stood on %s; %d of them here.", capital(record.Source), words(c.recordDay), len(c.inspections)))
	add(label("Documents"), c.documentsText())
	add(label("Licence"), "Ofsted’s reports and letters are Crown copyright, published under the "+record.Licence+". This workbook is not Ofsted’s.")
	add(label("To be checked"), "A program wrote this workbook from the record and the documents alone. Themes, statuses, confidence, reasons and evidence are worked out by it and are to be checked against the documents before anybody relies on them. "+render.Caveat)

	section("The sheets")
	for _, sheet := range []struct {
		name, text string
		rows       int
	}{
		{sheetAuthorities, "How each authority stands: its last inspection of the services as a whole, days and rank, when the next inspection is expected, and how its statistical neighbours stand. “–” is no overall grade.", len(c.standings)},
		{sheetInspections, "Every inspection since 2013, oldest first. “From” names the document of an inspection that the record does not have.", len(c.inspections)},
		{sheetImprovement, "What the documents ask for. Status, confidence, reason and evidence are from the newest later document of the same authority that returns to it, named as the later document; where none does, from the newest. Of an item that is not revisited, the evidence is only what comes nearest. Items for a safeguarding board are followed only where the later document grades the board too.", len(c.items)},
		{sheetThemes, "How many items ask for something of a theme, and how many sentences praise or fault it, by the year of the visit, with the number of documents in brackets. Openings and summaries, which repeat the rest, are not counted, nor are articles, nor what is about a safeguarding board. An item or a sentence counts for each of its themes.", -1},
		{sheetMovements, "Which grades of an authority’s statistical neighbours the neighbours’ last inspections changed, the newest first. “Compared” says what was compared with what, where an area was not the same before.", len(c.moves)},
		{sheetNotRead, "Documents that were not read or left out, with the reason; where a document contradicts the record; and what could not be settled in one that was read.", len(c.notRead)},
	} {
		text := sheet.text
		if sheet.rows >= 0 {
			text += fmt.Sprintf(" %s.", count(sheet.rows, "row"))
		}
		add(leading(label(sheet.name), place(sheet.name, 1)), text)
	}
	add(label("Links"), "An authority’s name leads from one sheet to another, and its Ofsted URN to Ofsted’s page of its reports. Links lead to places: after a sheet has been sorted they lead astray.")

	section("How to read it")
	for _, g := range scale {
		add(grade(g), g.String())
	}
	add(middle("A, NJ"), "Adequate, a grade until 2013; not judged, as there was nothing to judge.")
	add(label("Median"), "The middle grade of the statistical neighbours; G/RI where the middle lies between two grades.")
	add(label("No overall grade"), "There is none from April 2026 on; it is never worked out from the others, and an earlier one is not carried forward.")
	add(label("Children in care, care leavers"), "Graded together from 2018 to 2022, and apart before and since. The single inspection framework (SIF, to 2018) graded looked after children, and care leavers and adoption within that.")
	add(label("Days to publication"), "From the last day of fieldwork to the day of publication.")
	add(label("Days since it began"), "From the first day of fieldwork, as windows are counted from it too. Rank 1 has waited longest; those that wait equally long share a rank.")
	for _, x := range []struct {
		status ilacs.Status
		text   string
	}{
		{ilacs.StatusAddressed, "The later document praises what was asked for."},
		{ilacs.StatusPartly, "It praises some of it and faults the rest, or says that it has begun to get better."},
		{ilacs.StatusPersists, "It is still faulted, or still asked for."},
		{ilacs.StatusNotRevisited, "The later document does not return to it, which says nothing about the work itself."},
	} {
		add(cell{value: x.status.String(), look: look{kind: statusLooks[x.status]}}, x.text)
	}

	section("Rules for the next inspection")
	add(label("Rule, aim, uncertain"), render.FirmnessNote+" The rules were read in what others published about Ofsted’s frameworks, not in the frameworks themselves.")
	for _, r := range c.rules() {
		add(label(r.name), r.text)
	}
	return s
}

func label(s string) cell { return cell{value: safe(s), look: look{kind: kindLabel}} }

// documentsText says how many documents there were.
func (c *contents) documentsText() string {
	if c.given == 0 {
		return "None were given: the sheets of areas for improvement and of themes are empty."
	}
	read := 0
	for _, g := range c.groups {
		read += len(g.documents)
	}
	return fmt.Sprintf("%s given, %d of them used, about %s.", count(c.given, "document"), read, count(len(c.groups), "authority"))
}

// A rule is what the published rules say about the next inspection.
type rule struct{ name, text string }

// rules are those that an authority's window rests on.
func (c *contents) rules() []rule {
	var all []rule
	seen := map[rule]bool{}
	for _, i := range c.standings {
		for _, e := range expectedInspections(i) {
			r := rule{ruleName(e), e.Visit.String() + ". " + e.Note + " Source: " + e.Source + "."}
			if !seen[r] {
				seen[r] = true
				all = append(all, r)
			}
		}
	}
	return all
}

func count(n int, one string) string {
	switch {
	case n == 1:
		return "1 " + one
	case strings.HasSuffix(one, "y"):
		one = strings.TrimSuffix(one, "y") + "ie"
	}
	return fmt.Sprintf("%d %ss", n, one)
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

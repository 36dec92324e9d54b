package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/finding"
)

// A Quotation is a sentence of a document, with the place where it stands.
type Quotation struct {
	Text      string
	Document  string // the document's visit, where it is known: "Nov 2018"
	Place     string // "paragraph 14", "areas for improvement"
	Paragraph int    // the number of the paragraph, where that is the place
	Polarity  string // "strength"; "" where none is stated
}

// Source returns where the quotation stands: "Nov 2018, paragraph 14".
func (q Quotation) Source() string {
	return strings.Trim(q.Document+", "+q.Place, ", ")
}

var sectionNames = map[finding.Section]string{
	finding.SectionHeadline: "headline findings", finding.SectionPriority: "areas for priority action",
	finding.SectionImprove: "areas for improvement", finding.SectionStrengths: "strengths",
	finding.SectionProgress: "progress since the last inspection", finding.SectionMain: "main findings",
	finding.SectionStudy: "case study", finding.SectionSummary: "summary for children",
	finding.SectionBackground: "background", finding.SectionContext: "context",
	finding.SectionFocus: "what the visit looked at", finding.SectionNextSteps: "next steps",
}

// quote returns a finding of a document as a quotation.
func quote(f finding.Finding, document string) Quotation {
	q := Quotation{Text: PlainText(f.Text), Document: document, Place: sectionNames[f.Section]}
	if f.Paragraph > 0 && !f.Section.Asks() { // the items of a list have numbers of their own
		q.Place, q.Paragraph = fmt.Sprintf("paragraph %d", f.Paragraph), f.Paragraph
	}
	if f.Polarity != 0 {
		q.Polarity = polarityMark(f.Polarity).Word
	}
	return q
}

// sources says where quotations stand, document by document and each place once:
// "Nov 2018: areas for improvement; Nov 2022: paragraphs 14, 17".
func sources(quotes []Quotation) string {
	var order []string
	places := map[string][]Quotation{}
	for _, q := range quotes {
		if q.Place == "" {
			continue
		}
		if _, ok := places[q.Document]; !ok {
			order = append(order, q.Document)
		}
		if !slices.ContainsFunc(places[q.Document], func(p Quotation) bool { return p.Place == q.Place }) {
			places[q.Document] = append(places[q.Document], q)
		}
	}
	var parts []string
	for _, document := range order {
		text := placeList(places[document])
		if document != "" {
			text = document + ": " + text
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "; ")
}

// placeList lists places of one document. Several paragraphs come first, as
// numbers after one word.
func placeList(quotes []Quotation) string {
	var all, others []string
	var paragraphs []int
	for _, q := range quotes {
		all = append(all, q.Place)
		if q.Paragraph > 0 {
			paragraphs = append(paragraphs, q.Paragraph)
		} else {
			others = append(others, q.Place)
		}
	}
	if len(paragraphs) < 2 {
		return strings.Join(all, ", ")
	}
	slices.Sort(paragraphs)
	var numbers []string
	for _, n := range paragraphs {
		numbers = append(numbers, strconv.Itoa(n))
	}
	return strings.Join(append([]string{"paragraphs " + strings.Join(numbers, ", ")}, others...), ", ")
}

package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/dates"
	"github.com/ilacs-go/inspection/ilacs/internal/front"
)

// fields are what the first page says of the visit beside its kind and
// authority.
type fields struct {
	periods    []dates.Period // of fieldwork
	published  civil.Date
	lead       string
	inspectors []string
	next       int // the line after the last of them
	notes      []Note
}

// fields reads the dates and people of a report or a letter.
func (doc *document) fields(matches []match) fields {
	if matches[0].kind.source == SourceReport {
		return doc.reportFields()
	}
	return doc.letterFields(matches)
}

// reportFields reads the labelled fields of a report.
func (doc *document) reportFields() fields {
	h := doc.page
	f := fields{next: h.First}
	if at := h.Value(0, "inspection date"); at >= 0 {
		p, n := dates.Periods(h.Folded[at:], 0)
		f.periods = p
		f.next = h.Line(at+max(n-1, 0)) + 1
		if len(p) == 0 {
			f.notes = append(f.notes, doc.noteLines(h.Line(at), h.Line(at), "the dates of inspection cannot be read"))
		}
	} else {
		f.notes = append(f.notes, doc.noteLines(h.First, h.First, "no dates of inspection"))
	}
	if at := h.Value(0, "report published", "published"); at >= 0 && h.Line(at-1) <= f.next+maxBetweenFields { // and no line of the text
		if p, n := dates.Periods(h.Folded[at:], 0); len(p) > 0 {
			f.published = p[0].Start
			f.next = max(f.next, h.Line(at+n-1)+1)
		} else {
			f.notes = append(f.notes, doc.noteLines(h.Line(at-1), h.Line(at), "the date of publication cannot be read"))
		}
	}
	if at := h.Value(0, "lead inspector", "reporting inspector"); at >= 0 {
		if f.inspectors = leads(h.Printed[at:]); len(f.inspectors) > 0 {
			f.lead = f.inspectors[0]
		} else {
			f.notes = append(f.notes, doc.noteLines(h.Line(at-1), h.Line(at), "the lead inspector's name cannot be read"))
		}
		if line := h.Line(at); line <= f.next+maxBetweenFields { // not in the team at the end of a short report
			f.next = max(f.next, line+1)
		}
		for f.next < len(h.Lines) && strings.Contains(h.LineText(f.next), "majesty's inspector") {
			f.next++
		}
	}
	return f
}

// maxBetweenFields is the most lines between the dates and the day of publication or
// the lead inspector on the first page.
const maxBetweenFields = 8

// leads reads the name or names after "Lead inspector:".
func leads(s string) []string {
	s = s[:min(len(s), maxTeam)]
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		if next := strings.IndexByte(s[i+1:], '\n'); next >= 0 && strings.TrimSpace(s[:i]) == "" {
			i += 1 + next
		}
		s = s[:i]
	}
	return front.Names(s)
}

// letterFields reads the dates and inspectors of a letter. The line after them
// is that with which the letter's text begins.
func (doc *document) letterFields(matches []match) fields {
	h := doc.page
	f := fields{published: letterDate(h), inspectors: h.Inspectors(), next: h.Line(matches[0].from)}
	for _, m := range matches {
		if strings.HasSuffix(m.kind.after, "{dates}") {
			p, _ := dates.Periods(h.Folded[m.end:], unstated)
			f.periods = withYear(p, f.published)
			break
		}
	}
	if len(f.periods) == 0 {
		f.periods = visitDates(h, f.published, matches[0].kind.typ == VisitTypeJTAI)
	}
	if len(f.periods) == 0 {
		f.notes = append(f.notes, doc.noteLines(h.First, h.First, "no dates of the visit"))
	} else if end := f.periods[len(f.periods)-1].End; !f.published.IsZero() && f.published.Compare(end) < 0 {
		f.notes = append(f.notes, doc.noteLines(h.First, h.First, "the letter is dated before the end of the visit"))
	}
	if i := strings.Index(h.Folded, "dear "); i >= 0 && h.Line(i)+1 < len(h.Lines) && h.StartsLine(i) {
		f.next = h.Line(i) + 1
	}
	for _, m := range matches {
		if m.kind.where == inHeading {
			f.next = max(f.next, h.Line(m.end-1)+1)
		}
	}
	return f
}

// letterDate is the date that a letter bears: the first line of the page that is
// a date and nothing else, before the salutation.
func letterDate(h *front.Page) civil.Date {
	for i := range h.Lines {
		line := h.LineText(i)
		if strings.HasPrefix(line, "dear ") {
			break
		}
		line = strings.TrimPrefix(line, "date: ")
		if p, n := dates.Periods(line, 0); len(p) == 1 && n == len(line) && p[0].Start == p[0].End {
			return p[0].Start
		}
	}
	return civil.Date{}
}

// visitDateLabels are the words after which a letter's opening gives the dates
// of fieldwork.
var visitDateLabels = []string{"between ", "from ", " on ", "visit: ", " over ", " during ", " week, "}

// visitDates looks for the dates of fieldwork in the opening of a letter: the
// first that are not after the day on which it was published and do not belong
// to something else. joint: the visit is a joint inspection.
func visitDates(h *front.Page, published civil.Date, joint bool) []dates.Period {
	var found []dates.Period
	before := len(h.Folded)
	for _, label := range visitDateLabels {
		for from := 0; ; {
			i := strings.Index(h.Folded[from:], label)
			if i < 0 || from+i >= before {
				break
			}
			from += i + len(label)
			at := from
			if label == "between " {
				at -= len(label) // the word tells how the dates are joined
			}
			p, _ := dates.Periods(h.Folded[at:], unstated)
			p = withYear(p, published)
			if len(p) == 0 || !published.IsZero() && p[0].End.Compare(published) > 0 || isDateOfAnother(h, from, joint) {
				continue
			}
			found, before = p, from-len(label)
			break
		}
	}
	return found
}

// isDateOfAnother reports whether the clause of a letter that leads to the date at an
// offset is about something else than the letter's visit: another inspection, a
// judgement, a publication. In a letter about a joint inspection "this inspection"
// is the visit.
func isDateOfAnother(h *front.Page, at int, joint bool) bool {
	near := max(0, at-2*maxClause)
	paragraph := near + strings.LastIndexByte(h.Printed[near:at], '\n') + 1
	s := h.Folded[paragraph:at]
	from := clauseBefore(s, len(s))
	if from > 0 && text.HasAnyPrefix(s[from:], " which ", " that ", " when ", " who ") {
		from = clauseBefore(s, from-1) // "the inspection, which took place on"
	}
	clause := s[from:]
	if i := strings.LastIndex(clause, " and "); i >= 0 && text.HasAnyPrefix(strings.TrimPrefix(clause[i+len(" and "):], "it "), "took place ", "was carried out ", "was made ", "was conducted ", "was held ", "was undertaken ", "was on ") && !text.HasAnyPrefix(strings.TrimSpace(clause), "the previous ", "the last ") {
		return false // "is the first since the inspection and took place on"
	}
	clause = strings.ReplaceAll(clause, " last week ", " week ") // of the visit itself
	if text.ContainsAny(clause, "judged", " rated", "since ", "previous", " last ", "published", "issued") {
		return true
	}
	return !joint && !strings.Contains(clause, "framework") && strings.LastIndex(clause, "inspection") > strings.LastIndex(clause, "visit")
}

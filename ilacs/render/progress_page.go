package render

import (
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
)

// A ProgressPage is an [ilacs.Progress] in words and in the order of the page,
// whatever the form: what changed between two visits to one authority.
type ProgressPage struct {
	Authority     string
	Period        string // "May 2019 to June 2023"
	Before, After Visit
	Summary       []Statement
	Grades        Grid // a row for each of the two visits
	Judgements    []JudgementChange
	OwnWords      []OwnWord   // the comparisons that the later document makes itself
	FollowUps     []FollowUp  // what became of what the earlier document asks for
	Asked         []Quotation // what the later document asks for
	New           []Quotation // that of it which is new
	Themes        []ThemeGroup
}

// A Statement is an [ilacs.Statement]: a sentence of a summary and what it rests
// on.
type Statement struct {
	Kind   string // the text form of its kind: "grades"
	Text   string
	Quotes []Quotation
}

// Sources returns where the quotations stand: "Nov 2018: areas for improvement; Nov
// 2022: paragraphs 14, 17".
func (s Statement) Sources() string { return sources(s.Quotes) }

// Caveat says what a page of changes is and is not. Each form puts it at the end.
const Caveat = "A program read this from the documents alone: check the quotations before you rely on it. " + silence

// silence says what it means that a document does not return to something.
const silence = "That a document does not return to something says nothing about the work itself."

// NewProgressPage lays out a comparison.
func NewProgressPage(p ilacs.Progress) ProgressPage { return newProgressPage(p, nil) }

// newProgressPage lays out a comparison. asked is what the later document asks
// for; nil where only the summary tells of it.
func newProgressPage(p ilacs.Progress, asked []finding.Finding) ProgressPage {
	before, after := newVisit(p.Before), newVisit(p.After)
	page := ProgressPage{
		Authority: pageAuthority(p.Before, p.After), Period: period(p.Before, p.After), Before: before, After: after,
		Grades: visitGrid([]ilacs.Progress{p}, nil),
		Themes: newThemeGroups(p.Themes, before.Short, after.Short),
	}
	for _, s := range p.Summary {
		page.Summary = append(page.Summary, Statement{textForm(s.Kind), PlainText(s.Text), quoteEither(p, s.Evidence)})
	}
	for _, c := range p.Judgements {
		page.Judgements = append(page.Judgements, newJudgementChange(p, c))
	}
	for _, w := range p.OwnWords {
		page.OwnWords = append(page.OwnWords, newOwnWord(w, after.Short))
	}
	for i, f := range p.FollowUps {
		page.FollowUps = append(page.FollowUps, newFollowUp(f, i+1, before.Short, after.Short))
	}
	if asked == nil {
		asked = askedFor(p)
	}
	for _, f := range asked {
		page.Asked = append(page.Asked, quote(f, after.Short))
	}
	for _, a := range p.Asked {
		if a.Recurrence == ilacs.RecurrenceNew {
			page.New = append(page.New, quote(a.Item, after.Short))
		}
	}
	return page
}

// askedFor is what the later document asks for.
func askedFor(p ilacs.Progress) []finding.Finding {
	var out []finding.Finding
	for _, a := range p.Asked {
		out = append(out, a.Item)
	}
	return out
}

// Title returns the heading of the comparison among others: "From May 2019 to June
// 2023".
func (p ProgressPage) Title() string { return "From " + p.Period }

// alone returns the page as that of a history of two visits.
func (p ProgressPage) alone() HistoryPage {
	return HistoryPage{
		Authority: p.Authority, Period: p.Period, Visits: []Visit{p.Before, p.After}, Grades: p.Grades,
		Progresses: []ProgressPage{p},
	}
}

// quoteEither quotes findings of either document. Which document a finding is
// from is told by the rest of the comparison; what the summary alone quotes is
// from the later one.
func quoteEither(p ilacs.Progress, list []finding.Finding) []Quotation {
	var quotes []Quotation
	for i, f := range list {
		if slices.ContainsFunc(list[:i], func(g finding.Finding) bool { return same(f, g) }) {
			continue
		}
		document := ""
		switch before, after := documentsOf(p, f); {
		case before && !after:
			document = newVisit(p.Before).Short
		case !before:
			document = newVisit(p.After).Short
		}
		quotes = append(quotes, quote(f, document))
	}
	return quotes
}

// same reports whether two findings are one place of a document.
func same(f, g finding.Finding) bool { return f.Span == g.Span && f.Text == g.Text }

// documentsOf reports for each document whether the comparison shows the finding
// to be from it.
func documentsOf(p ilacs.Progress, f finding.Finding) (before, after bool) {
	isF := func(g finding.Finding) bool { return same(f, g) }
	best := func(g *finding.Finding) bool { return g != nil && isF(*g) }
	for _, x := range p.FollowUps {
		before = before || isF(x.Item)
		after = after || slices.ContainsFunc(x.Evidence, isF)
	}
	for _, x := range p.Themes {
		before, after = before || best(x.BestBefore), after || best(x.BestAfter)
	}
	for _, x := range p.Judgements {
		said := func(e *ilacs.Earlier) bool { return e != nil && e.Text == f.Text && e.Span == f.Span }
		before, after = before || said(x.SaidBefore), after || said(x.SaidAfter)
	}
	return before, after || slices.ContainsFunc(p.Asked, func(a ilacs.Asked) bool { return isF(a.Item) })
}

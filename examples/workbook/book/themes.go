package book

import (
	"fmt"
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// What is counted of a theme.
const (
	countAsked   = "Asked for"
	countPraised = "Praised"
	countFaulted = "Faulted"
)

// A tally counts what is said of each theme in each year.
type tally map[themeYear]int

type themeYear struct {
	what  string
	theme finding.Theme
	year  int
}

// tallyThemes counts the items that ask for something of a theme, and the
// sentences that praise or fault it, in the year of the visit. Openings and
// summaries repeat what the body says, articles are not inspectors' own words, and
// what is about a safeguarding board is not about the authority: none of it is
// counted.
func (c *contents) tallyThemes() (counts tally, documents map[int]int) {
	counts, documents = tally{}, map[int]int{}
	for _, g := range c.groups {
		for _, d := range g.documents {
			year := day(d.Report.Visit).Year()
			if year == 0 || d.Report.Source == ilacs.SourceArticle {
				continue
			}
			documents[year]++
			for _, f := range d.Report.Findings {
				if what := counted(f); what != "" {
					for _, t := range f.Themes {
						counts[themeYear{what, t, year}]++
					}
				}
			}
		}
	}
	return counts, documents
}

// counted says as what a finding is counted; "" if it is not.
func counted(f finding.Finding) string {
	if f.Area == judgement.LSCB {
		return ""
	}
	switch f.Section {
	case finding.SectionImprove, finding.SectionPriority:
		return countAsked
	case finding.SectionMain, finding.SectionStrengths, finding.SectionProgress, finding.SectionStudy:
		switch f.Polarity {
		case finding.Strength:
			return countPraised
		case finding.Concern:
			return countFaulted
		}
	}
	return ""
}

// themesSheet is how often each theme is asked for, praised and faulted, year by
// year.
func (c *contents) themesSheet() *sheet {
	counts, documents := c.tallyThemes()
	var years []int
	for year := range documents {
		years = append(years, year)
	}
	slices.Sort(years)
	s := &sheet{name: sheetThemes, frozen: 2, paper: paperA4, columns: []column{{head: "Theme"}, {head: "What"}}}
	for _, year := range years {
		s.columns = append(s.columns, column{head: fmt.Sprintf("%d\n(%s)", year, count(documents[year], "doc")), width: 8.5})
	}
	s.columns = append(s.columns, column{head: "All years", width: 8.5})
	if len(years) == 0 {
		return s
	}
	for _, what := range []string{countAsked, countPraised, countFaulted} {
		from := len(s.rows) + 2
		for t := range finding.Themes() {
			row := []cell{short(t.String()), short(what)}
			sum := 0
			for _, year := range years {
				n := counts[themeYear{what, t, year}]
				sum += n
				row = append(row, number(n, true))
			}
			s.rows = append(s.rows, append(row, number(sum, true)))
		}
		s.shaded = append(s.shaded, shade{from: from, until: len(s.rows) + 1, left: 3, right: len(years) + 2})
	}
	return s
}

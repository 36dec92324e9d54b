package render_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/render"
	"github.com/ilacs-go/inspection/judgement"
)

// supervision is a small comparison, such as ilacs.Compare returns.
func supervision() ilacs.Progress {
	on := func(s string) civil.Date { d, _ := civil.Parse(s); return d }
	now := finding.Finding{
		Text: "Social workers have reflective supervision every month.", Section: finding.SectionMain, Paragraph: 14,
		Reading: finding.Reading{Polarity: finding.Strength, Themes: []finding.Theme{finding.ThemeSupervision}},
	}
	return ilacs.Progress{
		Before: ilacs.Visit{Authority: "Wexcombe", Type: ilacs.VisitTypeStandard, Framework: judgement.ILACS2018, Start: on("2019-05-13"), End: on("2019-05-24")},
		After:  ilacs.Visit{Authority: "Wexcombe", Type: ilacs.VisitTypeShort, Framework: judgement.ILACS2023, Start: on("2023-06-05"), End: on("2023-06-09")},
		FollowUps: []ilacs.FollowUp{{
			Item:   finding.Finding{Text: "The frequency of supervision.", Section: finding.SectionImprove, Reading: finding.Reading{Themes: []finding.Theme{finding.ThemeSupervision}}},
			Status: ilacs.StatusAddressed, Confidence: ilacs.ConfidenceMedium, Reason: "now described as a strength (paragraph 14)",
			Evidence: []finding.Finding{now},
		}},
		Themes: []ilacs.ThemeChange{{
			Theme: finding.ThemeSupervision, Before: finding.Concern, After: finding.Strength, Trend: ilacs.ThemeTrendImproved,
			Reason:      "the earlier report faults it in one sentence; the later report praises it in one sentence",
			CountBefore: ilacs.Count{Concern: 1}, CountAfter: ilacs.Count{Strength: 1}, BestAfter: &now,
		}},
	}
}

func ExampleProgressMarkdown() {
	if err := render.ProgressMarkdown(os.Stdout, supervision(), "Wexcombe is an invented council."); err != nil {
		panic(err)
	}
	// Output:
	// # Wexcombe: what changed, May 2019 to June 2023
	//
	// Wexcombe is an invented council.
	//
	// ## The visits
	//
	// 1. **Standard inspection**, 13 to 24 May 2019. No grades are known.
	// 2. **Short inspection**, 5 to 9 June 2023. No grades are known.
	//
	// ## From May 2019 to June 2023
	//
	// ### What became of each area for improvement
	//
	// - **1 ● Addressed**: The frequency of supervision.
	//
	//   Now described as a strength (paragraph 14). *Confidence: medium.*
	//   - “Social workers have reflective supervision every month.” (paragraph 14)
	//
	// ### Themes
	//
	// ▲ **Improved** (1)
	//
	// - **Supervision of social workers**: concern, now strength. The earlier report
	//   faults it in one sentence; the later report praises it in one sentence.
	//   - Jun 2023: “Social workers have reflective supervision every month.”
	//     (paragraph 14)
	//
	// ---
	//
	// A program read this from the documents alone: check the quotations before you
	// rely on it. That a document does not return to something says nothing about the
	// work itself.
}

func ExampleProgressHTML() {
	var page strings.Builder
	if err := render.ProgressHTML(&page, supervision()); err != nil {
		panic(err)
	}
	fmt.Println(strings.Contains(page.String(), "<h1>Wexcombe"), strings.Contains(page.String(), "Addressed</span>"))
	// Output: true true
}

func ExampleBriefMarkdown() {
	if err := render.BriefMarkdown(os.Stdout, supervision()); err != nil {
		panic(err)
	}
	// Output:
	// # Wexcombe: what changed, May 2019 to June 2023
	//
	// ## The visits
	//
	// 1. **Standard inspection**, 13 to 24 May 2019. No grades are known.
	// 2. **Short inspection**, 5 to 9 June 2023. No grades are known.
	//
	// ## What became of the areas for improvement of May 2019
	//
	// - 1 ●? The frequency of supervision.
	//
	// ● addressed, ◐ partly addressed, ○ persists, – nothing found on it; ? where that
	// is not sure. The whole comparison shows the passages.
	//
	// ---
	//
	// A program read this from the documents alone: check it against them before you
	// rely on it. That a document does not return to something says nothing about the
	// work itself.
}

func ExampleBriefHTML() {
	var page strings.Builder
	if err := render.BriefHTML(&page, supervision()); err != nil {
		panic(err)
	}
	fmt.Println(strings.Contains(page.String(), "<h1>Wexcombe"), strings.Contains(page.String(), "The frequency of supervision."))
	// Output: true true
}

func ExampleHistoryBriefMarkdown() {
	var text strings.Builder
	if err := render.HistoryBriefMarkdown(&text, ilacs.History{Progresses: []ilacs.Progress{supervision(), supervision()}}); err != nil {
		panic(err)
	}
	fmt.Println(strings.Count(text.String(), "\n") <= 100, strings.Count(text.String(), "The frequency of supervision."))
	// Output: true 1
}

func ExampleHistoryBriefHTML() {
	var page strings.Builder
	if err := render.HistoryBriefHTML(&page, ilacs.History{Progresses: []ilacs.Progress{supervision(), supervision()}}); err != nil {
		panic(err)
	}
	fmt.Println(strings.Count(page.String(), "The frequency of supervision."))
	// Output: 1
}

func ExampleHistoryMarkdown() {
	h := ilacs.History{Progresses: []ilacs.Progress{supervision()}, Themes: []ilacs.ThemeCourse{{
		Theme: finding.ThemeSupervision, Polarities: []finding.Polarity{finding.Concern, finding.Strength},
		Course: "a concern since 2019, no longer faulted in 2023",
	}}}
	var text strings.Builder
	if err := render.HistoryMarkdown(&text, h); err != nil {
		panic(err)
	}
	_, courses, _ := strings.Cut(text.String(), "## Themes over the visits\n\n")
	fmt.Println(courses[:strings.Index(courses, "\n\n")])
	// Output:
	// | May 2019 | Jun 2023 | Theme |
	// | -------- | -------- | ----- |
	// | −        | +        | Supervision of social workers: a concern since 2019, no longer faulted in 2023 |
}

func ExampleHistoryHTML() {
	var page strings.Builder
	if err := render.HistoryHTML(&page, ilacs.History{Progresses: []ilacs.Progress{supervision()}}); err != nil {
		panic(err)
	}
	fmt.Println(strings.Contains(page.String(), "What changed, May 2019 to June 2023"))
	// Output: true
}

func ExampleFollowUpsCSV() {
	var table strings.Builder
	if err := render.FollowUpsCSV(&table, supervision()); err != nil {
		panic(err)
	}
	for line := range strings.Lines(table.String()) {
		fmt.Println(strings.Join(strings.Split(line, ",")[5:12], " | "))
	}
	// Output:
	// item | section | paragraph | themes | status | confidence | reason
	// The frequency of supervision. | improve |  | supervision | addressed | medium | now described as a strength (paragraph 14)
}

func ExampleAskedCSV() {
	p := supervision()
	p.Asked = []ilacs.Asked{
		{Item: finding.Finding{Text: "The regularity of supervision.", Section: finding.SectionImprove}, Recurrence: ilacs.RecurrenceAgain, Of: []int{0}},
		{Item: finding.Finding{Text: "The choice of homes.", Section: finding.SectionImprove}, Recurrence: ilacs.RecurrenceNew},
	}
	var table strings.Builder
	if err := render.AskedCSV(&table, p); err != nil {
		panic(err)
	}
	for line := range strings.Lines(table.String()) {
		cells := strings.Split(strings.TrimSpace(line), ",")
		fmt.Println(cells[5] + " | " + strings.Join(cells[9:], " | "))
	}
	// Output:
	// item | asked | of | earlier
	// The regularity of supervision. | again | 1 | The frequency of supervision.
	// The choice of homes. | new |  |
}

func ExampleThemesCSV() {
	var table strings.Builder
	if err := render.ThemesCSV(&table, supervision()); err != nil {
		panic(err)
	}
	for line := range strings.Lines(table.String()) {
		fmt.Println(strings.Join(strings.Split(line, ",")[5:10], " | "))
	}
	// Output:
	// theme | name | polarity_before | polarity_after | trend
	// supervision | Supervision of social workers | concern | strength | improved
}

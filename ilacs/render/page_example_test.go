package render_test

import (
	"fmt"
	"strings"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/ilacs/render"
)

// A format of your own is written from the page: here a list of what became of
// each area for improvement, as plain text.
func ExampleNewProgressPage() {
	page := render.NewProgressPage(supervision())
	fmt.Printf("%s, %s\n\n", page.Authority, page.Period)
	for _, f := range page.FollowUps {
		fmt.Printf("%d. %s\n", f.Number, f.Item.Text)
		fmt.Printf("   %s %s (confidence: %s). %s\n", f.Status.Sign, f.Status.Word, f.Confidence, f.Reason)
		for _, q := range f.Evidence {
			fmt.Printf("   “%s” %s\n", q.Text, q.Source())
		}
	}
	fmt.Printf("\n%s\n", render.Caveat)
	// Output:
	// Wexcombe, May 2019 to June 2023
	//
	// 1. The frequency of supervision.
	//    ● Addressed (confidence: medium). Now described as a strength (paragraph 14).
	//    “Social workers have reflective supervision every month.” Jun 2023, paragraph 14
	//
	// A program read this from the documents alone: check the quotations before you rely on it. That a document does not return to something says nothing about the work itself.
}

func ExampleNewHistoryPage() {
	page, err := render.NewHistoryPage(ilacs.History{Progresses: []ilacs.Progress{supervision()}})
	if err != nil {
		panic(err)
	}
	for i, v := range page.Visits {
		fmt.Printf("%s, %s: %s\n", v.Name, v.When, page.Grades.Rows[i].Text)
	}
	for _, p := range page.Progresses {
		fmt.Println(p.Title())
		for _, g := range p.Themes {
			for _, t := range g.Themes {
				fmt.Printf("%s %s: %s\n", g.Trend.Sign, t.Name, t.Move)
			}
		}
	}
	// Output:
	// Standard inspection, 13 to 24 May 2019: No grades are known.
	// Short inspection, 5 to 9 June 2023: No grades are known.
	// From May 2019 to June 2023
	// ▲ Supervision of social workers: concern, now strength
}

// The grades of an authority, with a bar between the columns.
func ExampleNewProfilePage() {
	dudley, _ := authority.Find("Dudley")
	day, _ := civil.Parse("2023-06-30")
	page := render.NewProfilePage(record.ProfileOf(dudley, day))
	fmt.Println(page.Grades.Head, "|", strings.Join(page.Grades.Columns, " | "))
	for _, row := range page.Grades.Rows {
		line := row.Head
		for _, cell := range row.Cells {
			line += strings.Repeat(" | "+cell.Grade.Sign+cell.Trend.Sign, cell.Span)
		}
		fmt.Println(line)
	}
	// Output:
	// Inspection | Overall | Leaders | Help and protection | Children in care | Care leavers | Adoption | LSCB
	// 31 October to 11 November 2022 | RI= | RI▼ | RI= | RI▼ | RI▼ | – | –
	// 29 October to 9 November 2018 | RI▲ | G▲ | RI▲ | G▲ | G▲ | – | –
	// 11 January to 8 February 2016 | I | I | I | I | RI | I | I
}

func ExamplePlainText() {
	fmt.Println(render.PlainText("Plans\r\n  are \x1b[31mlate\u202e."))
	// Output: Plans are [31mlate.
}

func ExampleCSVCell() {
	fmt.Println(render.CSVCell("=1+1"), render.CSVCell("＝1+1"), render.CSVCell("1+1"))
	// Output: '=1+1 '＝1+1 1+1
}

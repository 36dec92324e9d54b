package render

import (
	"bytes"
	_ "embed"
	"html/template"
	"io"
	"sync"

	"github.com/ilacs-go/inspection/ilacs"
)

//go:embed progress.gohtml
var progressTemplate string

// progressHTML is parsed together with the template of a history, of which it
// uses the grid of grades and its legend.
var progressHTML = sync.OnceValue(func() *template.Template {
	both := template.New("history").Funcs(template.FuncMap{
		"grid": func(head string, columns []historyColumn, rows []historyRow) historyGrid {
			return historyGrid{head, columns, rows}
		},
	})
	return template.Must(template.Must(both.Parse(historyTemplate)).New("progress").Parse(progressTemplate))
})

// ProgressHTML writes what changed between two visits as one HTML page that asks
// for nothing else: no script, no image, no font. It shows what
// [ProgressMarkdown] does and prints well. No meaning is told by colour alone:
// statuses, grades and trends are signs and words too. The notes are sentences
// to stand on top, such as where the documents are from and under which licence.
func ProgressHTML(w io.Writer, p ilacs.Progress, notes ...string) error {
	return HistoryHTML(w, ilacs.History{Progresses: []ilacs.Progress{p}}, notes...)
}

// HistoryHTML writes what changed over several visits in the form of
// [ProgressHTML]: all visits with their grades, each comparison in order, and
// the course of the themes over the years. A history of less than two visits is
// an error.
func HistoryHTML(w io.Writer, h ilacs.History, notes ...string) error {
	page, err := newProgressPage(h)
	if err != nil {
		return err
	}
	for _, note := range notes {
		page.Preface = append(page.Preface, clean(note))
	}
	var b bytes.Buffer
	if err := progressHTML().ExecuteTemplate(&b, "progress", page); err != nil {
		return err
	}
	_, err = w.Write(b.Bytes())
	return err
}

// Several reports whether the page has more than one comparison.
func (page progressPage) Several() bool { return len(page.Steps) > 1 }

// Summarised reports whether there is a summary.
func (page progressPage) Summarised() bool {
	for _, s := range page.Steps {
		if len(s.Summary) > 0 {
			return true
		}
	}
	return false
}

// Footer says what the page is and is not.
func (page progressPage) Footer() string { return progressFooter }

// Sources says where the quotations of a statement stand.
func (s progressStatement) Sources() string { return sources(s.Quotes) }

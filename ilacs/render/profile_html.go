package render

import (
	"bytes"
	_ "embed"
	"html/template"
	"io"
	"sync"

	"github.com/ilacs-go/inspection/ilacs/record"
)

//go:embed profile.gohtml
var historyTemplate string

var historyHTML = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("history").Funcs(template.FuncMap{
		"grid": func(head string, columns []historyColumn, rows []historyRow) historyGrid {
			return historyGrid{head, columns, rows}
		},
	}).Parse(historyTemplate))
})

// historyGrid is a table of grades in the page.
type historyGrid struct {
	Head    string
	Columns []historyColumn
	Rows    []historyRow
}

// ProfileHTML writes what is known of an authority as one HTML page that asks
// for nothing else: no script, no image, no font. It shows what
// [ProfileMarkdown] does. The grades are letters on colours whose lightness
// follows the scale, so that they keep their meaning in print and in grey; for
// screen readers each is a word.
func ProfileHTML(w io.Writer, p record.Profile) error {
	var b bytes.Buffer
	if err := historyHTML().Execute(&b, newHistoryPage(p)); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

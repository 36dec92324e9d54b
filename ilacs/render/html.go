package render

import (
	"bytes"
	"embed"
	"html/template"
	"io"
	"strconv"
	"sync"
)

//go:embed *.gohtml
var templateFiles embed.FS

// templates are those of all pages. They share the table of grades.
var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{
		"strip": newStrip,
		"step":  func(i int) string { return "step-" + strconv.Itoa(i+1) },
	}).ParseFS(templateFiles, "*.gohtml"))
})

// writeHTML writes a page only when all of it could be made.
func writeHTML(w io.Writer, name string, page any) error {
	var b bytes.Buffer
	if err := templates().ExecuteTemplate(&b, name, page); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

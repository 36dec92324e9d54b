package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"net/http"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/examples/workbook/book"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/render"
)

// outputs are the files of a group, by the last part of their address.
var outputs = map[string]struct {
	kind  string
	write func(io.Writer, ilacs.History) error
}{
	"brief.html":      {"text/html; charset=utf-8", func(w io.Writer, h ilacs.History) error { return render.HistoryBriefHTML(w, h) }},
	"whole.html":      {"text/html; charset=utf-8", func(w io.Writer, h ilacs.History) error { return render.HistoryHTML(w, h) }},
	"follow-ups.csv":  {"text/csv; charset=utf-8", func(w io.Writer, h ilacs.History) error { return render.FollowUpsCSV(w, h.Progresses...) }},
	"asked.csv":       {"text/csv; charset=utf-8", func(w io.Writer, h ilacs.History) error { return render.AskedCSV(w, h.Progresses...) }},
	"themes.csv":      {"text/csv; charset=utf-8", func(w io.Writer, h ilacs.History) error { return render.ThemesCSV(w, h.Progresses...) }},
	"comparison.json": {"application/json", writeHistoryJSON},
}

// writeHistoryJSON writes a single comparison by itself, and several as the
// history, as the program progress does.
func writeHistoryJSON(w io.Writer, h ilacs.History) error {
	var v any = h
	if len(h.Progresses) == 1 {
		v = h.Progresses[0]
	}
	data, err := indented(v)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// output answers with a file of a group: a page to read, or with ?save, and in all
// other formats, a file to save.
func (s *server) output(w http.ResponseWriter, r *http.Request) {
	c, done, ok := s.resultOf(w, r)
	if !ok {
		return
	}
	name := r.PathValue("output")
	file, known := outputs[name]
	n, err := strconv.Atoi(r.PathValue("group"))
	if !known || err != nil || n < 1 || n > len(done.Groups) || !done.Groups[n-1].Compared() {
		s.problem(w, problem{Status: http.StatusNotFound, Title: "There is no such file", Text: "Go back to the comparison and choose one of its files."})
		return
	}
	g := done.Groups[n-1]
	var b bytes.Buffer
	err = file.write(&b, g.History)
	if strings.HasSuffix(name, ".html") && !r.URL.Query().Has("save") && err == nil {
		w.Header().Set("Content-Type", file.kind)
		page, policy := toRead(b.Bytes(), "/comparisons/"+c.Key)
		w.Header().Set("Content-Security-Policy", policy)
		w.Write(page)
		return
	}
	s.download(w, g.fileName()+"-"+name, file.kind, b.Bytes(), err)
}

// workbook answers with the workbook of all documents of a comparison. It takes a
// reader's place while it is made, which is most of a second's work.
func (s *server) workbook(w http.ResponseWriter, r *http.Request) {
	_, done, ok := s.resultOf(w, r)
	if !ok {
		return
	}
	select {
	case s.readers <- struct{}{}:
		defer func() { <-s.readers }()
	case <-r.Context().Done():
		return
	}
	var documents []book.Document
	for _, d := range done.Documents {
		documents = append(documents, book.Document{Name: d.Name, Report: d.Report, Err: d.Err})
	}
	name := "inspections"
	if len(done.Groups) == 1 {
		name = done.Groups[0].fileName()
	}
	var b bytes.Buffer
	err := book.Write(&b, documents, civil.Date{})
	s.download(w, name+".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b.Bytes(), err)
}

// backStyle is the style of the way back from a page of render. Where such a page
// places what leads elsewhere, its rule is the stronger one. It is not printed.
const backStyle = `nav { padding-bottom: .75rem; } .back a { color: #1d4f91; } @media print { .back { display: none; } }`

// toRead returns a page of package render with a way back to the comparison, and
// the policy for it: its own style, and nothing else.
func toRead(html []byte, back string) (page []byte, policy string) {
	_, own, _ := bytes.Cut(html, []byte("<style>"))
	own, _, _ = bytes.Cut(own, []byte("</style>"))
	policy = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src"
	for _, style := range [][]byte{own, []byte(backStyle)} {
		sum := sha256.Sum256(style)
		policy += " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	page = bytes.Replace(html, []byte("</head>"), []byte("<style>"+backStyle+"</style>\n</head>"), 1)
	page = bytes.Replace(page, []byte("<header>"), []byte(`<nav class="back" aria-label="Way back"><a href="`+back+`">Back to the comparison</a></nav>`+"\n<header>"), 1)
	return page, policy
}

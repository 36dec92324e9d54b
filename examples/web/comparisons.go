package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/examples/workbook/book"
	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/render"
)

// comparisonOf returns the comparison that a request is about. Where it is no
// longer held, it says so.
func (s *server) comparisonOf(w http.ResponseWriter, r *http.Request) (*comparison, bool) {
	c, ok := s.store.get(r.PathValue("key"))
	if !ok {
		s.problem(w, problem{Status: http.StatusNotFound, Title: "This comparison is no longer available",
			Text: fmt.Sprintf("It is deleted %s after it was last opened, sooner if newer ones need the room, and when the program ends. Upload the documents again on the first page.",
				inWords(s.limits.Keep))})
	}
	return c, ok
}

// comparisonPage shows a comparison. While documents are still being read it sends
// the page part by part: a line for each as it is read, and then what came of
// them.
func (s *server) comparisonPage(w http.ResponseWriter, r *http.Request) {
	c, ok := s.comparisonOf(w, r)
	if !ok {
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if r.Method == http.MethodHead {
		return
	}
	out := &pageWriter{s: s, w: w}
	read, done, changed := c.state()
	title := "Comparison of " + strconv.Itoa(len(c.Names)) + " documents"
	if done != nil {
		title = done.title()
	}
	out.part("top", page{Title: title})
	if done == nil {
		out.part("reading", c.Names)
		shown := 0
		for {
			for ; shown < len(read); shown++ {
				out.part("read", read[shown])
			}
			if done != nil {
				break
			}
			out.flush()
			select {
			case <-changed:
			case <-r.Context().Done():
				return
			}
			read, done, changed = c.state()
		}
		out.part("all-read", nil)
	}
	out.part("comparison", newComparisonPage(c.Key, done, s.limits))
	out.part("bottom", page{})
}

// pageWriter writes a page part by part. After a part that fails it writes nothing
// more.
type pageWriter struct {
	s   *server
	w   http.ResponseWriter
	err error
}

func (p *pageWriter) part(name string, data any) {
	if p.err != nil {
		return
	}
	var b bytes.Buffer
	if p.err = p.s.pages.ExecuteTemplate(&b, name, data); p.err != nil {
		p.s.log.Printf("the part %s of a page could not be made", name)
		return
	}
	_, p.err = p.w.Write(b.Bytes())
}

func (p *pageWriter) flush() {
	if p.err == nil {
		p.err = http.NewResponseController(p.w).Flush()
	}
}

// comparisonPage is what came of an upload, in words.
type comparisonPage struct {
	Key    string
	Groups []groupPage
	Failed []*document // that were not read
	Keep   string      // how long it is held
	// Apart means that the workbook is not among the files of a group, as it is
	// where there is only one.
	Apart bool
}

// groupPage is the documents of one authority, in words.
type groupPage struct {
	*group
	Path   string              // of its files
	Alone  bool                // the only group: the heading of the page names its authority
	Page   *render.HistoryPage // nil where nothing is compared
	Visits []visitLine
}

// visitLine says what was read in a document.
type visitLine struct {
	Name, Visit, Read string
	Remarks           []string
}

// Workbook is the address of the workbook.
func (g groupPage) Workbook() string { return strings.TrimSuffix(g.Path, "/1") + "/workbook.xlsx" }

func newComparisonPage(key string, r *result, l limits) comparisonPage {
	p := comparisonPage{Key: key, Keep: inWords(l.Keep)}
	for _, d := range r.Documents {
		if d.Err != nil {
			p.Failed = append(p.Failed, d)
		}
	}
	for _, g := range r.Groups {
		gp := groupPage{group: g, Alone: len(r.Groups) == 1, Path: "/comparisons/" + key + "/" + strconv.Itoa(g.Number)}
		for _, d := range g.Documents {
			gp.Visits = append(gp.Visits, newVisitLine(d))
		}
		if g.Compared() {
			if h, err := render.NewHistoryPage(g.History); err == nil {
				gp.Page = &h
			}
		}
		p.Groups = append(p.Groups, gp)
	}
	p.Apart = len(r.Groups) > 1 || len(r.Groups) == 1 && !r.Groups[0].Compared()
	return p
}

func newVisitLine(d *document) visitLine {
	v := d.Report.Visit
	line := visitLine{Name: d.Name, Remarks: d.Remarks, Visit: v.Type.String()}
	if line.Visit == "" {
		line.Visit = "Visit"
	}
	switch {
	case !v.Start.IsZero() && v.Start.Day() > 0:
		line.Visit += ", begun on " + dayInWords(v.Start)
	case !v.Start.IsZero():
		line.Visit += ", " + v.Start.String()
	case !v.Published.IsZero():
		line.Visit += ", published " + v.Published.String()
	}
	counts := []struct {
		n         int
		one, many string
	}{
		{d.Report.Judgements.Len(), "grade", "grades"},
		{len(d.Report.Section(finding.SectionImprove)), "area for improvement", "areas for improvement"},
		{len(d.Report.Section(finding.SectionPriority)), "priority action", "priority actions"},
		{len(d.Report.Findings), "sentence", "sentences"},
	}
	var read []string
	for _, c := range counts {
		if c.n > 0 {
			read = append(read, fmt.Sprintf("%d %s", c.n, plural(c.n, c.one, c.many)))
		}
	}
	line.Read = strings.Join(read, ", ")
	return line
}

// title is the title of the page of a result.
func (r *result) title() string {
	if len(r.Groups) == 1 && r.Groups[0].Compared() {
		return r.Groups[0].Authority + ": what changed"
	}
	return "Comparison of " + strconv.Itoa(len(r.Documents)) + " documents"
}

// forget deletes a comparison at once.
func (s *server) forget(w http.ResponseWriter, r *http.Request) {
	s.store.forget(r.PathValue("key"))
	http.Redirect(w, r, "/?forgotten", http.StatusSeeOther)
}

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
	c, ok := s.comparisonOf(w, r)
	if !ok {
		return
	}
	_, done, _ := c.state()
	if done == nil {
		http.Redirect(w, r, "/comparisons/"+c.Key, http.StatusSeeOther)
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
	c, ok := s.comparisonOf(w, r)
	if !ok {
		return
	}
	_, done, _ := c.state()
	if done == nil {
		http.Redirect(w, r, "/comparisons/"+c.Key, http.StatusSeeOther)
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

// backStyle is the style of the way back from a page of render, which has none of
// its own. It is not printed.
const backStyle = `.back { margin: 0; padding: .5rem 0; } .back a { color: #1d4f91; } @media print { .back { display: none; } }`

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

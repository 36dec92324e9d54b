package main

import (
	"bytes"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/finding"
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

// resultOf returns the comparison that a request for a file is about, and what came
// of it. While documents are still being read, it leads to the page that tells.
func (s *server) resultOf(w http.ResponseWriter, r *http.Request) (*comparison, *result, bool) {
	c, ok := s.comparisonOf(w, r)
	if !ok {
		return nil, nil, false
	}
	_, done, _ := c.state()
	if done == nil {
		http.Redirect(w, r, "/comparisons/"+c.Key, http.StatusSeeOther)
	}
	return c, done, done != nil
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
	case v.Start.Day() > 0:
		line.Visit += ", begun on " + dayInWords(v.Start)
	case !v.Start.IsZero():
		line.Visit += ", " + v.Start.String()
	case v.Published.Day() > 0:
		line.Visit += ", published on " + dayInWords(v.Published)
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

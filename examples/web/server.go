package main

import (
	"bytes"
	"context"
	"embed"
	"html/template"
	"log"
	"net/http"
	"sync"

	"github.com/ilacs-go/inspection/ilacs/render"
)

//go:embed templates/*.gohtml
var templateFiles embed.FS

//go:embed static
var staticFiles embed.FS

// A server serves the pages.
type server struct {
	limits  limits
	hosts   map[string]bool // names that it answers to beside IP addresses and localhost
	log     *log.Logger
	handler http.Handler
	pages   *template.Template
	read    func(context.Context, file) document

	store   *store
	uploads chan struct{} // a place for each that is received or read
	readers chan struct{} // a place for each document that is read

	life    context.Context
	end     context.CancelFunc
	running sync.WaitGroup
}

func newServer(l limits, hosts []string, log *log.Logger) *server {
	s := &server{
		limits: l, hosts: map[string]bool{}, log: log, read: l.readFile, store: newStore(l),
		uploads: make(chan struct{}, l.Uploads), readers: make(chan struct{}, l.Readers),
		pages: template.Must(template.New("").Funcs(template.FuncMap{
			"megabytes": megabytes, "inWords": inWords,
			"rowOf": func(r render.GridRow, columns int) rowOf { return rowOf{r, columns} },
		}).ParseFS(templateFiles, "templates/*.gohtml")),
	}
	for _, host := range hosts {
		if host = hostName(host); host != "" {
			s.hosts[host] = true
		}
	}
	s.life, s.end = context.WithCancel(context.Background())
	s.handler = s.guard(s.routes())
	return s
}

// close ends what is being read in the background.
func (s *server) close() {
	s.end()
	s.running.Wait()
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

func (s *server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.home)
	mux.HandleFunc("GET /authorities", s.chooseAuthority)
	mux.HandleFunc("GET /authorities/{code}", s.authorityPage)
	mux.HandleFunc("GET /authorities/{code}/profile.json", s.authorityJSON)
	mux.HandleFunc("POST /comparisons", s.compare)
	mux.HandleFunc("GET /comparisons", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/#compare", http.StatusSeeOther) // the address of the form's answer, opened again
	})
	mux.HandleFunc("GET /comparisons/{key}", s.comparisonPage)
	mux.HandleFunc("POST /comparisons/{key}/forget", s.forget)
	mux.HandleFunc("GET /comparisons/{key}/workbook.xlsx", s.workbook)
	mux.HandleFunc("GET /comparisons/{key}/{group}/{output}", s.output)
	mux.HandleFunc("GET /style.css", static("static/style.css", "text/css; charset=utf-8"))
	mux.HandleFunc("GET /icon.svg", static("static/icon.svg", "image/svg+xml"))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			s.problem(w, problem{Status: http.StatusMethodNotAllowed, Title: "This page cannot be sent anything",
				Text: "Upload documents on the first page."})
			return
		}
		s.problem(w, problem{Status: http.StatusNotFound, Title: "There is no such page",
			Text: "Check the address, or start on the first page."})
	})
	return mux
}

// static serves a file of the program itself.
func static(name, kind string) http.HandlerFunc {
	data, err := staticFiles.ReadFile(name)
	return func(w http.ResponseWriter, r *http.Request) {
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Cache-Control", "no-cache")
		w.Write(data)
	}
}

// A page is what all pages have. The rest is in Body.
type page struct {
	Title  string
	Faulty bool // the title says that there is an error
	Body   any
}

// show writes a page when all of it could be made.
func (s *server) show(w http.ResponseWriter, status int, name string, p page) {
	var b bytes.Buffer
	for _, part := range []string{"top", name, "bottom"} {
		data := any(p)
		if part == name {
			data = p.Body
		}
		if err := s.pages.ExecuteTemplate(&b, part, data); err != nil {
			s.log.Printf("the page %s: %v", name, err)
			http.Error(w, "This page could not be made.", http.StatusInternalServerError)
			return
		}
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(b.Bytes())
}

// A problem says what is wrong with a request and what to do.
type problem struct {
	Status int
	Title  string
	Text   string
	List   []string
	Field  string // of the form of the first page that it is about
}

// problem answers with a page that says what is wrong.
func (s *server) problem(w http.ResponseWriter, p problem) {
	s.show(w, p.Status, "problem", page{Title: p.Title, Faulty: true, Body: p})
}

// rowOf is a row of a table of grades and how many columns the table has beside its
// head.
type rowOf struct {
	Row     render.GridRow
	Columns int
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/ilacs/render"
)

// authorityField is the name of the form's field for an authority.
const authorityField = "code"

// homePage is the first page, with what was wrong with the form that it was sent
// from.
type homePage struct {
	Open, Closed []authority.Authority
	AsOf         string
	Limits       limits
	Problem      *problem
	Forgotten    bool
}

func (s *server) homePage(p *problem) homePage {
	h := homePage{AsOf: dayInWords(record.National().AsOf()), Limits: s.limits, Problem: p}
	for a := range authority.All() {
		switch {
		case a.Code == "": // planned
		case a.IsOpen():
			h.Open = append(h.Open, a)
		default:
			h.Closed = append(h.Closed, a)
		}
	}
	return h
}

// dayInWords returns a date as people write it.
func dayInWords(d civil.Date) string { return fmt.Sprintf("%d %v %d", d.Day(), d.Month(), d.Year()) }

func (s *server) home(w http.ResponseWriter, r *http.Request) {
	h := s.homePage(nil)
	h.Forgotten = r.URL.Query().Has("forgotten")
	s.show(w, http.StatusOK, "home", page{Body: h})
}

// formProblem answers with the first page, which says what was wrong with its form.
func (s *server) formProblem(w http.ResponseWriter, field string, p problem) {
	p.Field = field
	s.show(w, p.Status, "home", page{Title: p.Title, Faulty: true, Body: s.homePage(&p)})
}

func (s *server) uploadProblem(w http.ResponseWriter, p problem) { s.formProblem(w, documentsField, p) }

// chooseAuthority leads from the form to the page of the authority.
func (s *server) chooseAuthority(w http.ResponseWriter, r *http.Request) {
	code := r.URL.Query().Get(authorityField)
	if a, ok := authority.ByCode(code); ok {
		http.Redirect(w, r, "/authorities/"+a.Code, http.StatusSeeOther)
		return
	}
	s.formProblem(w, authorityField, problem{Status: http.StatusUnprocessableEntity, Title: "No authority was chosen",
		Text: "Choose an authority from the list, and press Show."})
}

// authorityOf returns the authority that a request is about. Where there is none,
// it says so.
func (s *server) authorityOf(w http.ResponseWriter, r *http.Request) (authority.Authority, bool) {
	a, ok := authority.ByCode(r.PathValue("code"))
	if !ok {
		s.problem(w, problem{Status: http.StatusNotFound, Title: "There is no such authority",
			Text: "Choose one from the list on the first page."})
	}
	return a, ok
}

// profilePage is a page of render, with the authorities that its rows are about.
type profilePage struct {
	render.ProfilePage
	Code         string
	Neighbours   []neighbour
	NeighbourTop render.Grid // without rows
	FirmnessNote string
	Closed       string             // the day from which it no longer existed
	Successors   []authority.Change // of a closed authority
}

type neighbour struct {
	Code string
	render.GridRow
}

func (s *server) authorityPage(w http.ResponseWriter, r *http.Request) {
	a, ok := s.authorityOf(w, r)
	if !ok {
		return
	}
	profile := record.ProfileOf(a, civil.Date{})
	p := profilePage{ProfilePage: render.NewProfilePage(profile), Code: a.Code, FirmnessNote: render.FirmnessNote}
	if !a.IsOpen() && !a.Closed.IsZero() {
		p.Closed = dayInWords(a.Closed)
		p.Successors = slices.Collect(authority.Successors(a))
	}
	p.NeighbourTop = p.ProfilePage.Neighbours
	for i, row := range p.NeighbourTop.Rows {
		p.Neighbours = append(p.Neighbours, neighbour{profile.Neighbours[i].Authority.Code, row})
	}
	s.show(w, http.StatusOK, "authority", page{Title: a.Name, Body: p})
}

func (s *server) authorityJSON(w http.ResponseWriter, r *http.Request) {
	a, ok := s.authorityOf(w, r)
	if !ok {
		return
	}
	data, err := indented(record.ProfileOf(a, civil.Date{}))
	s.download(w, slug(a.Name)+".json", "application/json", data, err)
}

// indented returns the JSON of a value as the other programs print it.
func indented(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(v)
	return b.Bytes(), err
}

// download answers with a file to save.
func (s *server) download(w http.ResponseWriter, name, kind string, data []byte, err error) {
	if err != nil {
		s.log.Printf("%s could not be made", kind) // the error may quote a document
		s.problem(w, problem{Status: http.StatusInternalServerError, Title: "The file could not be made",
			Text: "This program has a fault. Please report it."})
		return
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
	w.Write(data)
}

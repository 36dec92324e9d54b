package main

import (
	"bytes"
	"io"
	"log"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/ilacstest"
	"github.com/ilacs-go/inspection/judgement"
)

// report writes a report about an authority whose fieldwork began on a day.
func report(t testing.TB, authority, start string, leaders judgement.Grade, improve, narrative string) string {
	t.Helper()
	day, err := civil.Parse(start)
	require.NoError(t, err)
	grades := judgement.Set{}.With(judgement.Leaders, leaders)
	for _, a := range []judgement.Area{judgement.HelpAndProtection, judgement.InCare, judgement.CareLeavers, judgement.Overall} {
		grades = grades.With(a, judgement.Good)
	}
	text, err := ilacstest.Write(ilacstest.Document{
		Visit:      ilacs.Visit{Authority: authority, Type: ilacs.VisitTypeShort, Start: day, End: day.AddDays(4), Lead: "Imogen Tarrant"},
		Judgements: grades,
		Improve:    []ilacstest.Item{{Text: improve}, {Text: "Housing for care leavers."}},
		Sections: []ilacstest.Section{
			{Area: judgement.Leaders, Paragraphs: []string{narrative}},
			{Area: judgement.HelpAndProtection, Paragraphs: []string{"Thresholds are applied well at the front door."}},
			{Area: judgement.InCare, Paragraphs: []string{"Children in care live in stable homes."}},
			{Area: judgement.CareLeavers, Paragraphs: []string{"Care leavers wait too long for a suitable home."}},
		},
	})
	require.NoError(t, err)
	return text
}

// before and after are two reports about one authority.
func before(t testing.TB, authority string) string {
	return report(t, authority, "2023-02-06", judgement.RequiresImprovement, "The frequency of supervision.", "Supervision is not regular, and its records say little.")
}

func after(t testing.TB, authority string) string {
	return report(t, authority, "2024-03-04", judgement.Good, "The quality of return home interviews.", "Supervision is now regular and of good quality.")
}

func later(t testing.TB, authority string) string {
	return report(t, authority, "2025-06-02", judgement.Outstanding, "The range of placements.", "Supervision remains regular. Return home interviews are thorough.")
}

// origin is where the server of a test is.
const origin = "http://127.0.0.1:8080"

// upload is a file of a test.
type upload struct {
	name string
	data string
}

// request is what a browser sends for files that were chosen in the form.
func request(t testing.TB, files ...upload) *http.Request {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for _, f := range files {
		h := textproto.MIMEHeader{}
		name := strings.NewReplacer(`"`, "%22", "\r", "%0D", "\n", "%0A").Replace(f.name) // as browsers do
		h.Set("Content-Disposition", `form-data; name="documents"; filename="`+name+`"`)
		h.Set("Content-Type", "application/octet-stream")
		part, err := w.CreatePart(h)
		require.NoError(t, err)
		_, err = io.WriteString(part, f.data)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	r := httptest.NewRequest("POST", origin+"/comparisons", &b)
	r.Header.Set("Content-Type", w.FormDataContentType())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return r
}

// site is a server of a test, with what it logged.
type site struct {
	*server
	logged *bytes.Buffer
}

func newSite(t testing.TB, change func(*limits)) *site {
	t.Helper()
	l := defaultLimits
	if change != nil {
		change(&l)
	}
	logged := new(bytes.Buffer)
	s := newServer(l, nil, log.New(logged, "", 0))
	t.Cleanup(s.close)
	return &site{s, logged}
}

func (s *site) do(r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

// get opens an address and requires a status.
func (s *site) get(t testing.TB, path string, status int) string {
	t.Helper()
	w := s.do(httptest.NewRequest("GET", origin+path, nil))
	require.Equal(t, status, w.Code, "%s: %s", path, w.Body)
	return w.Body.String()
}

// compare uploads files and returns the address of the comparison and its page.
func (s *site) compare(t testing.TB, files ...upload) (path, page string) {
	t.Helper()
	w := s.do(request(t, files...))
	require.Equal(t, http.StatusSeeOther, w.Code, w.Body)
	path = w.Header().Get("Location")
	return path, s.get(t, path, http.StatusOK)
}

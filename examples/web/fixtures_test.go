package main

import (
	"bytes"
	"fmt"
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

// picture is a page that asPDF draws as a picture.
const picture = "\x01"

// asPDF returns a PDF that has the lines of a text on its pages.
func asPDF(text string) []byte {
	replacer := strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "’", "\x92", "‘", "\x91", "“", "\x93", "”", "\x94", "–", "\x96", "◼", "\x95")
	var objects []string
	add := func(object string) int {
		objects = append(objects, object)
		return len(objects)
	}
	add("<< /Type /Catalog /Pages 2 0 R >>")
	add("")
	add("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
	var kids strings.Builder
	pages := strings.Split(strings.TrimRight(text, "\f\n"), "\f")
	for _, page := range pages {
		var b strings.Builder
		if page == picture {
			b.WriteString("q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n")
			page = ""
		}
		b.WriteString("BT /F1 9 Tf 11 TL 30 810 Td\n")
		for line := range strings.Lines(page) {
			fmt.Fprintf(&b, "(%s) Tj T*\n", replacer.Replace(strings.TrimRight(line, "\n")))
		}
		b.WriteString("ET")
		contents := add(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", b.Len(), &b))
		fmt.Fprintf(&kids, "%d 0 R ", add(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /Contents %d 0 R >>", contents)))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Count %d /Kids [ %s] /MediaBox [ 0 0 595 842 ] /Resources << /Font << /F1 3 0 R >> >> >>", len(pages), &kids)
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var offsets []int
	for i, object := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref)
	return b.Bytes()
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

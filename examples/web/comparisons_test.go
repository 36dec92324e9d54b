package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/ilacs-go/inspection/examples/internal/textpdf"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/render"
	"github.com/ilacs-go/inspection/judgement"
)

func parse(t testing.TB, text string) *ilacs.Report {
	t.Helper()
	r, err := ilacs.Parse(text)
	require.NoError(t, err)
	return r
}

// The files of a comparison are what the library makes of the two documents, the
// one a PDF and the other text, given in the wrong order.
func TestFilesOfAComparison(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	path, page := s.compare(t, upload{"new.pdf", string(textpdf.Of(after(t, "Wexcombe")))}, upload{"old.txt", before(t, "Wexcombe")})
	assert.Contains(t, page, "new.pdf")
	assert.Contains(t, page, "<h1>Wexcombe <small>What changed, February 2023 to March 2024<")
	assert.NotContains(t, page, "Not read")

	var got ilacs.Progress
	require.NoError(t, json.Unmarshal([]byte(s.get(t, path+"/1/comparison.json", 200)), &got))
	want, err := ilacs.Compare(parse(t, before(t, "Wexcombe")), parse(t, after(t, "Wexcombe")))
	require.NoError(t, err)
	assert.Equal(t, want.Judgements, got.Judgements)
	require.Len(t, got.FollowUps, 2)
	assert.Equal(t, want.FollowUps[0].Status, got.FollowUps[0].Status)
	assert.Equal(t, want.Before, got.Before)
	assert.Equal(t, want.After, got.After, "the PDF says what the text does")

	for name, write := range map[string]func(*strings.Builder) error{
		"follow-ups.csv":  func(b *strings.Builder) error { return render.FollowUpsCSV(b, want) },
		"asked.csv":       func(b *strings.Builder) error { return render.AskedCSV(b, want) },
		"themes.csv":      func(b *strings.Builder) error { return render.ThemesCSV(b, want) },
		"brief.html?save": func(b *strings.Builder) error { return render.BriefHTML(b, want) },
	} {
		var b strings.Builder
		require.NoError(t, write(&b))
		assert.Equal(t, b.String(), s.get(t, path+"/1/"+name, 200), name)
	}
	for name, file := range map[string]string{
		"brief.html?save": "wexcombe-2023-2024-brief.html", "whole.html?save": "wexcombe-2023-2024-whole.html",
		"comparison.json": "wexcombe-2023-2024-comparison.json", "asked.csv": "wexcombe-2023-2024-asked.csv",
	} {
		w := s.do(httptest.NewRequest("GET", origin+path+"/1/"+name, nil))
		assert.Equal(t, `attachment; filename="`+file+`"`, w.Header().Get("Content-Disposition"))
	}
	for _, statement := range want.Summary {
		assert.Contains(t, s.get(t, path+"/1/whole.html", 200), escaped(statement.Text))
	}
	assert.Empty(t, s.logged)
}

// escaped is a text as html/template writes it.
func escaped(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "'", "&#39;", `"`, "&#34;", "+", "&#43;").Replace(text)
}

// A page to read has a way back and a policy under which its own style holds.
func TestPagesToRead(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	path, _ := s.compare(t, upload{"a.txt", before(t, "Wexcombe")}, upload{"b.txt", after(t, "Wexcombe")})
	for _, name := range []string{"brief.html", "whole.html"} {
		w := s.do(httptest.NewRequest("GET", origin+path+"/1/"+name, nil))
		assert.Empty(t, w.Header().Get("Content-Disposition"))
		assert.Contains(t, w.Body.String(), `<a href="`+path+`">Back to the comparison</a>`)
		assert.Equal(t, 2, strings.Count(w.Body.String(), "<style>"))
		policy := w.Header().Get("Content-Security-Policy")
		assert.Equal(t, 2, strings.Count(policy, "'sha256-"))
		assert.NotContains(t, policy, "unsafe")
	}
}

// The workbook holds all documents, whatever their authorities, and its cells are
// what they say and no formulas.
func TestWorkbook(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	formula := report(t, "Dudley", "2025-09-01", judgement.Good, "=HYPERLINK(1) of plans.", "Plans are late.")
	path, page := s.compare(t, upload{"=1+1.txt", formula}, upload{"b.txt", before(t, "Wexcombe")}, upload{"@x.docx", "PK\x03\x04"})
	assert.Contains(t, page, `<a href="`+path+`/workbook.xlsx" download>Save the workbook (Excel)</a>`)
	w := s.do(httptest.NewRequest("GET", origin+path+"/workbook.xlsx", nil))
	require.Equal(t, 200, w.Code)
	assert.Equal(t, `attachment; filename="inspections.xlsx"`, w.Header().Get("Content-Disposition"))
	workbook, err := excelize.OpenReader(w.Body)
	require.NoError(t, err)
	var all strings.Builder
	for _, name := range workbook.GetSheetList() {
		rows, err := workbook.GetRows(name)
		require.NoError(t, err)
		for r, row := range rows {
			for c, text := range row {
				all.WriteString(text + "\n")
				cell, err := excelize.CoordinatesToCellName(c+1, r+1)
				require.NoError(t, err)
				formula, err := workbook.GetCellFormula(name, cell)
				require.NoError(t, err)
				assert.Empty(t, formula, "%s %s", name, cell)
			}
		}
	}
	for _, want := range []string{"HYPERLINK(1) of plans.", "The frequency of supervision.", "x.docx", "it is a Word or Excel file"} {
		assert.Contains(t, all.String(), want)
	}

	path, page = s.compare(t, upload{"a.txt", before(t, "Wexcombe")}, upload{"b.txt", after(t, "Wexcombe")})
	assert.Contains(t, page, `<a href="`+path+`/workbook.xlsx" download>Workbook (Excel)</a>`)
	assert.NotContains(t, page, "Save the workbook")
	w = s.do(httptest.NewRequest("GET", origin+path+"/workbook.xlsx", nil))
	assert.Equal(t, `attachment; filename="wexcombe-2023-2024.xlsx"`, w.Header().Get("Content-Disposition"))
}

func TestThreeVisitsAreAHistory(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	path, page := s.compare(t, upload{"c.txt", later(t, "Wexcombe")}, upload{"a.txt", before(t, "Wexcombe")}, upload{"b.txt", after(t, "Wexcombe")})
	assert.Contains(t, page, "What changed, February 2023 to June 2025")
	var got ilacs.History
	require.NoError(t, json.Unmarshal([]byte(s.get(t, path+"/1/comparison.json", 200)), &got))
	require.Len(t, got.Progresses, 2)
	assert.Equal(t, "2024-03-04", got.Progresses[0].After.Start.String())
	assert.Equal(t, "2024-03-04", got.Progresses[1].Before.Start.String())
	w := s.do(httptest.NewRequest("GET", origin+path+"/1/themes.csv", nil))
	assert.Contains(t, w.Header().Get("Content-Disposition"), "wexcombe-2023-2025-themes.csv")
}

func TestAuthoritiesApart(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	path, page := s.compare(t, upload{"a.txt", before(t, "Wexcombe")}, upload{"b.txt", before(t, "Dudley")},
		upload{"c.txt", after(t, "Wexcombe")}, upload{"d.txt", after(t, "Dudley Metropolitan Borough Council")}, upload{"e.txt", before(t, "Kent")})
	assert.Contains(t, page, "about 3 authorities")
	assert.Contains(t, page, "There is only one document about Kent")
	assert.Contains(t, page, `<a href="/authorities/332">See how Dudley and its neighbours stand</a>`)
	for n, name := range map[string]string{"1": "Wexcombe", "2": "Dudley"} {
		var got ilacs.Progress
		require.NoError(t, json.Unmarshal([]byte(s.get(t, path+"/"+n+"/comparison.json", 200)), &got))
		assert.Equal(t, name, got.Before.Authority)
	}
	for _, none := range []string{"/3/comparison.json", "/4/comparison.json", "/0/brief.html", "/x/brief.html", "/1/nothing.csv"} {
		s.get(t, path+none, http.StatusNotFound)
	}
}

// A closed authority has no URN; it is found by the name that it had at the time.
func TestAClosedAuthorityIsFound(t *testing.T) {
	t.Parallel()
	g := new(result).groupOf(ilacs.Visit{Authority: "Northamptonshire County Council", Start: civil.MustParse("2019-06-24")})
	assert.Equal(t, "928", g.Register.Code)
	assert.Equal(t, "Northamptonshire", g.Authority)
	assert.Empty(t, new(result).groupOf(ilacs.Visit{Authority: "Nethershire", Start: civil.MustParse("2019-06-24")}).Register)
}

func TestTheSameVisitTwice(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	_, page := s.compare(t, upload{"a.txt", before(t, "Wexcombe")}, upload{"b.pdf", string(textpdf.Of(before(t, "Wexcombe")))}, upload{"c.txt", after(t, "Wexcombe")})
	assert.Contains(t, page, "2 visits")
	assert.Contains(t, page, "It is about the same visit as a.txt, so it is not compared.")
	_, page = s.compare(t, upload{"a.txt", before(t, "Wexcombe")}, upload{"b.txt", before(t, "Wexcombe")})
	assert.Contains(t, page, "These documents are all about one visit")
	assert.NotContains(t, page, "Read or download")
}

func TestDocumentsWithoutAnAuthority(t *testing.T) {
	t.Parallel()
	named := func(name string, r *ilacs.Report, authority string) document {
		copied := *r
		copied.Visit.Authority, copied.Visit.URN = authority, ""
		return document{Name: name, Report: &copied}
	}
	old, recent := parse(t, before(t, "Wexcombe")), parse(t, after(t, "Wexcombe"))
	r := compareDocuments([]document{named("a", old, "Wexcombe"), named("b", recent, "")})
	require.Len(t, r.Groups, 1)
	assert.True(t, r.Groups[0].Compared())
	assert.Contains(t, r.Documents[1].Remarks, "It names no authority; it is taken to be about Wexcombe, as the others are.")

	r = compareDocuments([]document{named("a", old, "Wexcombe"), named("b", recent, ""), named("c", recent, "Nethershire")})
	require.Len(t, r.Groups, 2)
	assert.ErrorContains(t, r.Documents[1].Err, "it names no authority")
}

// Each file that cannot be read has its line with the reason and what to do, and
// the others are compared.
func TestBadFilesDoNotStopTheRest(t *testing.T) {
	t.Parallel()
	s := newSite(t, func(l *limits) { l.File = 64 << 10; l.Text = 32 << 10 })
	pdf := string(textpdf.Of(before(t, "Wexcombe")))
	bad := []struct{ name, data, want string }{
		{"empty.txt", "", "the file is empty. Choose the file that has the document in it."},
		{"letter.docx", "PK\x03\x04 and more", "it is a Word or Excel file or an archive. Open it, save it as PDF or plain text"},
		{"old.doc", "\xD0\xCF\x11\xE0 and more", "it is a Word or Excel file"},
		{"letter.rtf", `{\rtf1 letter}`, "it is an RTF file"},
		{"scan.png", "\x89PNG\x0D\x0A\x1A\x0A", "it is a picture or a recording"},
		{"large.pdf", "%PDF-1.4" + strings.Repeat(" ", 64<<10), "it is larger than 64 KB"},
		{"long.txt", strings.Repeat("No end. ", 5<<10), "its text is too long"},
		{"torn.pdf", pdf[:len(pdf)/2], "the PDF is damaged (its end is missing). Download it again"},
		{"blank.pdf", string(textpdf.Of("")), "there is nothing on its pages"},
		{"locked.pdf", strings.Replace(pdf, "/Root", "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"+strings.Repeat("41", 32)+"> /U <"+strings.Repeat("41", 32)+"> >> /ID [ <41> <41> ] /Root", 1), "it opens with a password only. Save a copy without the password"},
		{"canteen.txt", "Dear all,\n\nthe canteen is closed on Friday.\n", "it is not about an inspection of"},
		{"page.html", "<!doctype html><title>Not found</title>", "(an HTML page)"},
	}
	files := []upload{{"a.txt", before(t, "Wexcombe")}}
	for _, b := range bad {
		files = append(files, upload{b.name, b.data})
	}
	files = append(files, upload{"z.txt", after(t, "Wexcombe")})
	path, page := s.compare(t, files...)
	assert.Contains(t, page, "Not read: 12 of your files")
	for _, b := range bad {
		line := regexp.MustCompile(`<li><strong class="name">` + regexp.QuoteMeta(b.name) + `</strong>: (.*?)</li>`).FindStringSubmatch(page)
		require.NotNil(t, line, b.name)
		assert.Contains(t, line[1], b.want, b.name)
	}
	assert.Contains(t, page, "2 visits")
	s.get(t, path+"/1/brief.html", 200)
	assert.Empty(t, s.logged)
}

// Of a PDF of which some pages are pictures, the others are read.
func TestPagesThatArePictures(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	_, page := s.compare(t, upload{"a.pdf", string(textpdf.Of(textpdf.Picture + "\f" + before(t, "Wexcombe")))}, upload{"b.txt", after(t, "Wexcombe")}, upload{"c.pdf", string(textpdf.Of(textpdf.Picture))})
	assert.Contains(t, page, "2 visits are compared")
	assert.Contains(t, page, "Page 1 of ")
	assert.Contains(t, page, "is a picture and was not read, nor any other that is one.")
	assert.Contains(t, page, "c.pdf</strong>: its pages are pictures, without text")
}

func TestNothingCouldBeRead(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	_, page := s.compare(t, upload{"a.txt", "Dear all,\n\nthe canteen is closed.\n"}, upload{"b.txt", "Nothing."})
	assert.Contains(t, page, "None of the documents could be read")
	assert.Contains(t, page, "Not read: 2 of your files")
}

// Names and texts that try to be more than text stay text.
func TestHostileNamesAndTexts(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	const script = `<script>alert(1)</script>`
	names := []string{`"><img src=x onerror=alert(1)>.txt`, script + ".txt", "../../etc/passwd", "C:\\fake\\path.txt", "a\r\nSet-Cookie: x=1.txt", "\u202Egnp.txt", strings.Repeat("long ", 100) + ".txt", "..", ""}
	text := report(t, "Wexcombe", "2023-02-06", 30, "The use of "+script+" in plans.", "Plans hold "+script+" too often.")
	files := []upload{{"a.txt", text}, {"b.txt", report(t, "Wexcombe", "2024-03-04", 30, "The use of "+script+" in plans.", "Plans still hold "+script+" too often.")}}
	for _, name := range names {
		files = append(files, upload{name, "Nothing."})
	}
	path, page := s.compare(t, files...)
	for _, p := range []string{page, s.get(t, path+"/1/brief.html", 200), s.get(t, path+"/1/whole.html", 200)} {
		assert.NotContains(t, p, "<script")
		assert.NotContains(t, p, "<img")
		assert.NotContains(t, p, "\u202E")
	}
	assert.Contains(t, page, "&lt;script&gt;alert(1)&lt;")
	assert.Contains(t, page, `<strong class="name">path.txt</strong>`)
	assert.Contains(t, page, `<strong class="name">passwd</strong>`)
	assert.NotContains(t, page, "etc/")
	assert.Contains(t, s.get(t, path+"/1/whole.html", 200), "&lt;script&gt;")
}

func TestForgetting(t *testing.T) {
	t.Parallel()
	s := newSite(t, nil)
	path, page := s.compare(t, upload{"a.txt", before(t, "Wexcombe")}, upload{"b.txt", after(t, "Wexcombe")})
	assert.Contains(t, page, `<form action="`+path+`/forget" method="post">`)
	r := httptest.NewRequest("POST", origin+path+"/forget", nil)
	w := s.do(r)
	require.Equal(t, http.StatusSeeOther, w.Code)
	assert.Contains(t, s.get(t, w.Header().Get("Location"), 200), "have been deleted")
	for _, gone := range []string{path, path + "/1/brief.html", path + "/1/comparison.json"} {
		assert.Contains(t, s.get(t, gone, http.StatusNotFound), "no longer available")
	}
	assert.Zero(t, s.store.size)
}

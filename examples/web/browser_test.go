package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/ilacs-go/inspection/examples/internal/textpdf"
	"github.com/ilacs-go/inspection/ilacs"
)

// checkQuiet requires that the browser asked for nothing elsewhere and logged
// nothing, such as a style that the policy forbids.
func (c *chromium) checkQuiet(t *testing.T) {
	t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	require.NotEmpty(t, c.requests)
	for _, r := range c.requests {
		if !strings.HasPrefix(r, "data:") {
			assert.True(t, strings.HasPrefix(r, c.origin+"/"), r)
		}
	}
	for _, m := range c.messages {
		// A page that says what was wrong has a status that the browser logs.
		assert.Contains(t, m, "the server responded with a status of 4", m)
	}
}

// fits measures the page on a screen, a tablet and a telephone, and takes its
// picture if asked to.
func (c *chromium) fits(t *testing.T, name string) {
	t.Helper()
	for _, width := range []int64{1280, 768, 390, 320} {
		assert.Empty(t, c.faults(width), "%s at %d", name, width)
	}
	c.picture(name)
}

// TestChromiumNotices checks that the tests below can fail.
func TestChromiumNotices(t *testing.T) {
	s := newSite(t, nil)
	s.handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'none'; img-src *")
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, `<!doctype html><title>x</title><h2>x</h2><img src="http://inspection.example/x.png"><style>p { color: red }</style><p style="min-width: 2000px">wide</p>`+
			`<table><tr><th>x</table><label>x</label><input name=x><a href="/"></a>`)
	})
	c := openChromium(t, s)
	c.open("/")
	c.until("wide")
	c.mu.Lock()
	requests, messages := strings.Join(c.requests, " "), strings.Join(c.messages, " ")
	c.mu.Unlock()
	assert.Contains(t, requests, "inspection.example")
	assert.Contains(t, messages, "Content Security Policy")
	for _, want := range []string{"caption", "scope", "without a label", "without a name", "headings out of order", "not one h1", "not one main", "no language"} {
		assert.Contains(t, c.faults(390), want)
	}
}

// A person's whole way: from the first page through the choice of files, bad ones
// and hostile names among them, to what they take away and the end.
func TestAPersonsWay(t *testing.T) {
	s := newSite(t, nil)
	c := openChromium(t, s)
	c.open("/")
	c.fits(t, "home")

	// By keyboard alone but for the box of files, which is the browser's own.
	c.open("/")
	c.run(chromedp.KeyEvent(kb.Tab))
	c.focus("A Skip to main content")
	assert.Equal(t, true, eval[bool](c, `document.activeElement.getBoundingClientRect().left >= 0`), "the link is seen")
	c.run(chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.Tab))
	c.focus("SELECT code")
	c.run(chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Tab))
	c.focus("INPUT documents")
	c.choose(
		upload{"new.pdf", string(textpdf.Of(after(t, "Wexcombe")))}, upload{"old.txt", before(t, "Wexcombe")},
		upload{`"><img src=x onerror=alert(1)>.txt`, "Dear all,\n\nthe canteen is closed.\n"}, upload{"<b>fat\n.docx", "PK\x03\x04"},
		upload{strings.Repeat("long", 50) + ".png", "\x89PNG\x0D\x0A\x1A\x0A"}, upload{"{{.Key}}.txt", ""}, upload{"=cmd()|'x'.txt", later(t, "Wexcombe")},
	)
	c.run(chromedp.KeyEvent(kb.Tab))
	c.focus("BUTTON Compare")
	c.run(chromedp.KeyEvent(kb.Enter))
	c.until("When you are done")
	text := c.text()
	for _, want := range []string{
		"What changed, February 2023 to June 2025", "3 visits are compared", "Not read: 4 of your files", `"><img src=x onerror=alert(1)>.txt: it is not about`,
		"it is a Word or Excel file", "it is a picture or a recording", "{{.Key}}.txt: the file is empty", "=cmd()|'x'.txt", "In short", "Read or download",
	} {
		assert.Contains(t, text, want)
	}
	assert.NotContains(t, text, "Reading 7 documents", "what said so is out of the way")
	assert.Zero(t, eval[int](c, `document.querySelectorAll("img, b:not(.grid b):not(.legend b)").length`))
	c.fits(t, "comparison")

	// What they take away is what the server has.
	address := strings.TrimPrefix(eval[string](c, `location.href`), c.origin)
	for file, name := range map[string]string{
		"follow-ups.csv": "", "asked.csv": "", "themes.csv": "", "comparison.json": "", "brief.html?save": "", "whole.html?save": "",
	} {
		name = "wexcombe-2023-2025-" + strings.TrimSuffix(file, "?save")
		c.run(chromedp.Click(chromedp.CSS(`a[href$="/1/` + file + `"]`)))
		assert.Equal(t, s.get(t, address+"/1/"+file, 200), c.downloaded(name), file)
	}
	c.run(chromedp.Click(chromedp.CSS(`a[href$="/workbook.xlsx"]`)))
	workbook, err := excelize.OpenReader(strings.NewReader(c.downloaded("wexcombe-2023-2025.xlsx")))
	require.NoError(t, err)
	assert.Contains(t, workbook.GetSheetList(), "Areas for improvement")
	notRead, err := workbook.GetRows("Not read")
	require.NoError(t, err)
	assert.Contains(t, fmt.Sprint(notRead), "{{.Key}}.txt")
	var history ilacs.History
	require.NoError(t, json.Unmarshal([]byte(c.downloaded("wexcombe-2023-2025-comparison.json")), &history))
	assert.Len(t, history.Progresses, 2)

	// What they read has its own style, and a way back.
	for _, name := range []string{"brief", "whole"} {
		c.run(chromedp.Click(chromedp.CSS(`a[href$="/1/` + name + `.html"]`)))
		c.until("Back to the comparison")
		assert.NotEqual(t, "rgb(0, 0, 0)", eval[string](c, `getComputedStyle(document.body).color`), "its style holds")
		assert.Equal(t, "rgb(29, 79, 145)", eval[string](c, `getComputedStyle(document.querySelector(".back a")).color`), "that of the way back too")
		assert.Equal(t, eval[float64](c, `document.querySelector("h1").getBoundingClientRect().left`), eval[float64](c, `document.querySelector(".back a").getBoundingClientRect().left`), "they are in line")
		c.picture(name)
		for _, width := range []int64{1280, 390} {
			assert.Empty(t, c.faults(width), "%s at %d", name, width)
		}
		c.run(chromedp.Click(chromedp.CSS(`.back a`)))
		c.until("Read or download")
	}
	c.run(chromedp.Focus(chromedp.CSS(`form button`)), chromedp.KeyEvent(kb.Enter))
	c.until("have been deleted")
	c.fits(t, "forgotten")
	c.open(address)
	assert.Contains(t, c.text(), "This comparison is no longer available")
	c.fits(t, "gone")
	c.checkQuiet(t)
	assert.Empty(t, s.logged)
}

func TestAuthorityInChromium(t *testing.T) {
	c := openChromium(t, newSite(t, nil))
	c.open("/")
	c.run(chromedp.Focus(chromedp.CSS("#code")), chromedp.KeyEvent("Dud"), chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Enter))
	c.until("Statistical neighbours")
	assert.Contains(t, c.text(), "West Midlands")
	c.fits(t, "authority")
	neighbour := eval[string](c, `document.querySelector("tbody th a").innerText`)
	c.run(chromedp.Click(chromedp.CSS("tbody th a")))
	c.wait(neighbour, `document.readyState == "complete" ? document.title : ""`) // the page before names it too
	for _, code := range []string{"886", "839", "909"} {                         // Kent; Bournemouth, Christchurch and Poole; Cumbria
		c.open("/authorities/" + code)
		for _, width := range []int64{1280, 390} {
			assert.Empty(t, c.faults(width), "%s at %d", code, width)
		}
	}
	c.picture("closed")
	c.open("/authorities?code=")
	c.focus("DIV alert")
	c.fits(t, "no-authority")
	c.checkQuiet(t)
}

// Each page that says what was wrong with an upload reaches the person, has the
// focus, and leads to the field.
func TestRefusalsInChromium(t *testing.T) {
	s := newSite(t, func(l *limits) { l.Files = 3; l.Upload = 1 << 20; l.Uploads = 1 })
	c := openChromium(t, s)
	text := upload{"a.txt", before(t, "Wexcombe")}
	for _, tt := range []struct {
		name  string
		files []upload
		want  string
	}{
		{"none", nil, "No files were chosen"},
		{"one", []upload{text}, "One document is not enough"},
		{"too-many", []upload{text, {"b.txt", "b"}, {"c.txt", "c"}, {"d.txt", "d"}}, "These are too many files"},
		{"too-large", []upload{text, {"b.txt", strings.Repeat("b", 30<<20)}}, "These files are too large together"},
		{"kinds", []upload{{"a.docx", "PK\x03\x04"}, {"b.png", "\x89PNG\x0D\x0A\x1A\x0A"}}, "Fewer than two of these files can be read"},
	} {
		c.open("/")
		c.choose(tt.files...)
		c.run(chromedp.Click(chromedp.CSS(`form[method=post] button`)))
		c.until(tt.want)
		c.focus("DIV alert")
		assert.True(t, strings.HasPrefix(eval[string](c, `document.title`), "Error: "+tt.want))
		c.fits(t, "refused-"+tt.name)
		c.run(chromedp.Click(chromedp.CSS(`.problem a`)))
		assert.Equal(t, "#documents", eval[string](c, `location.hash`))
	}
	s.uploads <- struct{}{} // somebody else's
	c.open("/")
	c.choose(text, upload{"b.txt", after(t, "Wexcombe")})
	c.run(chromedp.Click(chromedp.CSS(`form[method=post] button`)))
	c.until("The server is busy")
	c.fits(t, "refused-busy")
	<-s.uploads
	c.open("/nowhere")
	c.fits(t, "nowhere")
}

// While long documents are read the page says so, and goes on by itself.
func TestReadingInChromium(t *testing.T) {
	s := newSite(t, nil)
	next := slowly(s)
	c := openChromium(t, s)
	c.open("/")
	c.choose(upload{"a.txt", before(t, "Wexcombe")}, upload{"b.txt", after(t, "Wexcombe")}, upload{"c.txt", before(t, "Dudley")})
	c.run(chromedp.Click(chromedp.CSS(`form[method=post] button`)))
	c.soon("Reading 3 documents")
	next <- struct{}{}
	c.soon("a.txt: read")
	assert.NotContains(t, c.text(), "Read or download")
	c.picture("reading")
	close(next)
	c.until("about 2 authorities")
	c.fits(t, "authorities")
	assert.NotContains(t, c.text(), "Reading 3 documents")
	c.checkQuiet(t)
}

// Each stop of the keyboard on a page is seen.
func TestFocusIsSeen(t *testing.T) {
	s := newSite(t, nil)
	c := openChromium(t, s)
	path, _ := s.compare(t, upload{"a.txt", before(t, "Dudley")}, upload{"b.txt", after(t, "Dudley")})
	for _, page := range []string{"/", "/authorities/332", path} {
		c.open(page)
		stops := map[string]bool{}
		for range 60 {
			c.run(chromedp.KeyEvent(kb.Tab))
			stop := eval[string](c, `(e => e === document.body ? "" : [...document.querySelectorAll("*")].indexOf(e) + " " + getComputedStyle(e).outlineStyle + " " + getComputedStyle(e).outlineWidth)(document.activeElement)`)
			if stop == "" || stops[stop] {
				break
			}
			stops[stop] = true
			assert.Contains(t, stop, " solid 3px", page)
		}
		want := eval[int](c, `document.querySelectorAll("a[href], button, select, input, .scroll").length`)
		assert.Len(t, stops, want, page)
	}
}

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A browser opens pages headless, each with a new profile.
type browser string

// newBrowser finds a Chromium, or skips the test.
func newBrowser(t *testing.T) browser {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return browser(path)
		}
	}
	t.Skip("no Chromium here: the page was not opened in a browser")
	return ""
}

// run opens a URL and returns what the browser printed.
func (b browser) run(t *testing.T, url string, args ...string) (stdout, stderr string) {
	t.Helper()
	// What the browser itself would ask its maker for gets no further.
	proxy := httptest.NewServer(http.NotFoundHandler())
	defer proxy.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 90*time.Second)
	defer cancel()
	args = append([]string{
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--hide-scrollbars", "--user-data-dir=" + t.TempDir(),
		"--proxy-server=" + proxy.Listener.Addr().String(),
	}, args...)
	cmd := exec.CommandContext(ctx, string(b), append(args, url)...)
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	require.NoError(t, cmd.Run(), "%s", &errs)
	return out.String(), errs.String()
}

// open opens a URL and returns its document as it then stands, what it asked for
// through the network, and what it wrote to the console.
func (b browser) open(t *testing.T, url string) (dom string, requests, console []string) {
	t.Helper()
	log := filepath.Join(t.TempDir(), "net.json")
	dom, messages := b.run(t, url, "--log-net-log="+log, "--enable-logging=stderr", "--virtual-time-budget=3000", "--dump-dom")
	for line := range strings.Lines(messages) {
		if strings.Contains(line, "CONSOLE") {
			console = append(console, line)
		}
	}
	return dom, requested(t, log), console
}

// requested returns the addresses that a page asked for, by the browser's own
// log. What the browser asks for of its own accord has no origin there.
func requested(t *testing.T, file string) (urls []string) {
	t.Helper()
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	var log struct {
		Events []struct {
			Params struct{ URL, Initiator string }
		}
	}
	if json.Unmarshal(text, &log) != nil { // cut short
		text = append(bytes.TrimRight(text, ", \n"), "]}"...)
		require.NoError(t, json.Unmarshal(text, &log))
	}
	require.NotEmpty(t, log.Events)
	for _, e := range log.Events {
		if p := e.Params; p.URL != "" && p.Initiator != "" && p.Initiator != "not an origin" {
			urls = append(urls, p.URL)
		}
	}
	return urls
}

func fileURL(t *testing.T, text string) string {
	t.Helper()
	return "file://" + filepath.ToSlash(write(t, "page.html", text))
}

// TestBrowserCountsAndHears holds that the tests below can fail: a page that asks
// for something, and one that writes to the console, are caught.
func TestBrowserCountsAndHears(t *testing.T) {
	b := newBrowser(t)
	_, requests, console := b.open(t, fileURL(t, `<!doctype html><title>x</title><img src="http://inspection.example/x.png"><script>console.log("heard")</script>`))
	assert.Contains(t, strings.Join(requests, "\n"), "inspection.example")
	assert.Contains(t, strings.Join(console, "\n"), "heard")
}

// TestPageInABrowser opens the page as a reader would: its text and its tables
// are there, nothing is asked for from anywhere, nothing is logged.
func TestPageInABrowser(t *testing.T) {
	b := newBrowser(t)
	letter := write(t, "letter.txt", letter)
	for _, args := range [][]string{{"Dudley", letter}, {"Kent"}, {"Trafford"}, {"Cumberland"}} {
		t.Run(args[0], func(t *testing.T) {
			_, page, _ := timeline(t, "html", "", args...)
			dom, requests, console := b.open(t, fileURL(t, page))
			assert.Empty(t, requests)
			assert.Empty(t, console)
			_, data, _ := timeline(t, "json", "", args...)
			p := profile(t, data)
			assert.Contains(t, dom, "<h1>"+args[0])
			assert.Contains(t, dom, `lang="en-GB"`)
			rows := len(p.Inspections) + len(p.Visits) + len(p.Neighbours)
			assert.Equal(t, rows, strings.Count(dom, `<th scope="row">`))
			assert.Equal(t, 2, strings.Count(dom, "<caption>"))
			// What a screen reader says of the cells, in order.
			var words []string
			for _, m := range regexp.MustCompile(`(?s)<td[^>]*>.*?</td>`).FindAllString(dom, -1) {
				m = regexp.MustCompile(`(?s)<[bi] aria-hidden="true">.*?</[bi]>`).ReplaceAllString(m, "")
				words = append(words, regexp.MustCompile(`<[^>]*>`).ReplaceAllString(m, ""))
			}
			for _, i := range p.Inspections {
				for _, g := range i.Judgements.All() {
					assert.Contains(t, strings.Join(words, "\n"), i.Framework.GradeName(g))
				}
			}
			for _, w := range words {
				assert.NotRegexp(t, `^(|–|O|G|RI|I|A)$`, w, "a cell that is no more than a letter")
			}
		})
	}
}

// measure is a page that shows another one in a frame of a given width, and
// writes down what it measures there.
const measure = `<!doctype html><title>measure</title>
<iframe id="f" src="/page" style="border: 0; width: %dpx; height: 800px"></iframe>
<p id="out">not measured</p>
<script>
document.getElementById("f").onload = function () {
  var d = this.contentDocument, w = d.documentElement.clientWidth, faults = [];
  if (d.documentElement.scrollWidth > w) faults.push("the page is " + d.documentElement.scrollWidth + " wide");
  d.querySelectorAll("table").forEach(function (t) {
    if (t.scrollWidth > t.parentElement.clientWidth) faults.push("a table is " + t.scrollWidth + " wide of " + t.parentElement.clientWidth);
  });
  d.querySelectorAll("h1, h2, p, li, th, td").forEach(function (e) {
    var r = e.getBoundingClientRect();
    if (r.right > w + 0.5 || r.left < -0.5) faults.push(e.tagName + " outside: " + e.textContent.slice(0, 30));
  });
  d.querySelectorAll("th").forEach(function (e) {
    if (e.scrollWidth > e.clientWidth) faults.push("a heading wider than its column: " + e.textContent);
  });
  d.querySelectorAll("td b").forEach(function (e) {
    var r = e.getBoundingClientRect(), c = e.parentElement.getBoundingClientRect();
    if (r.width > c.width + 0.5) faults.push("letters wider than their cell: " + e.textContent);
  });
  d.querySelectorAll(".scroll").forEach(function (e) {
    e.focus();
    if (d.activeElement !== e) faults.push("a table cannot be reached with the keyboard");
  });
  document.getElementById("out").textContent = "measured " + w + " faults: [" + faults.join("; ") + "]";
};
</script>`

// TestPageFits measures the page at the width of a screen and of a telephone.
func TestPageFits(t *testing.T) {
	b := newBrowser(t)
	for _, name := range []string{"Dudley", "Kent", "Bournemouth, Christchurch and Poole"} {
		_, page, _ := timeline(t, "html", "", name)
		for _, width := range []int{1280, 768, 390} {
			t.Run(fmt.Sprint(name, " ", width), func(t *testing.T) {
				server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					w.Header().Set("Content-Type", "text/html; charset=utf-8")
					switch r.URL.Path {
					case "/page":
						fmt.Fprint(w, page)
					case "/":
						fmt.Fprintf(w, measure, width)
					default:
						http.NotFound(w, r)
					}
				}))
				defer server.Close()
				dom, _, _ := b.open(t, server.URL+"/")
				assert.Equal(t, fmt.Sprintf("measured %d faults: []", width), regexp.MustCompile(`(?s)<p id="out">(.*?)</p>`).FindStringSubmatch(dom)[1])
			})
		}
	}
}

// TestScreenshot writes what the page looks like into the folder that the
// variable SCREENSHOTS names, for a person to look at.
func TestScreenshot(t *testing.T) {
	folder := os.Getenv("SCREENSHOTS")
	if folder == "" {
		t.Skip("SCREENSHOTS names no folder")
	}
	b := newBrowser(t)
	_, page, _ := timeline(t, "html", "", "Dudley", write(t, "letter.txt", letter))
	for _, width := range []int{1280, 390} {
		file := filepath.Join(folder, fmt.Sprintf("timeline-%d.png", width))
		b.run(t, fileURL(t, page), fmt.Sprintf("--window-size=%d,3000", width), "--screenshot="+file)
		assert.FileExists(t, file)
	}
}

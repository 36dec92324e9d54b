// Package browser opens the pages that the examples write in a real browser, for
// their tests. The browser is headless, has a new profile each time, and reaches
// nothing outside of this machine.
package browser

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
	"sync"
	"testing"
	"time"
)

// Browser is the path of a Chromium.
type Browser string

// Find returns a Chromium. Where there is none it skips the test and says so.
func Find(t *testing.T) Browser {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return Browser(path)
		}
	}
	t.Skip("no Chromium here: the page was not opened in a browser (apt-get install chromium)")
	return ""
}

// Run opens a URL, with further arguments for the browser, and returns what the
// browser printed. Requests to the outside go to a proxy that refuses them all.
func (b Browser) Run(t *testing.T, url string, args ...string) (stdout, stderr string) {
	t.Helper()
	proxy := httptest.NewServer(http.NotFoundHandler())
	defer proxy.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	args = append([]string{
		"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--hide-scrollbars", "--user-data-dir=" + t.TempDir(),
		"--proxy-server=" + proxy.Listener.Addr().String(),
	}, args...)
	cmd := exec.CommandContext(ctx, string(b), append(args, url)...)
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %s", err, &errs)
	}
	return out.String(), errs.String()
}

// Visit is what happened when a page was opened.
type Visit struct {
	DOM      string   // the document as the browser understood it
	Requests []string // the addresses that the page asked for
	Console  []string // what was logged
}

// Open serves a page on this machine, opens it, and returns what happened.
func (b Browser) Open(t *testing.T, page string) Visit {
	t.Helper()
	var mu sync.Mutex
	var v Visit
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/page" {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, page)
			return
		}
		mu.Lock()
		defer mu.Unlock()
		v.Requests = append(v.Requests, r.URL.Path) // of its own server
		http.NotFound(w, r)
	}))
	defer server.Close()
	log := filepath.Join(t.TempDir(), "net.json")
	dom, messages := b.Run(t, server.URL+"/page", "--log-net-log="+log, "--enable-logging=stderr", "--virtual-time-budget=3000", "--dump-dom")
	v.DOM = dom
	for line := range strings.Lines(messages) {
		if strings.Contains(line, "CONSOLE") {
			v.Console = append(v.Console, strings.TrimSpace(line))
		}
	}
	mu.Lock()
	defer mu.Unlock()
	v.Requests = append(v.Requests, requested(t, log)...)
	return v
}

// requested returns the addresses that a page asked for, according to the
// browser's own log of the network. What the browser asks for of its own accord
// has no origin there.
func requested(t *testing.T, file string) (urls []string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var log struct {
		Events []struct {
			Params struct{ URL, Initiator string }
		}
	}
	if json.Unmarshal(text, &log) != nil { // cut short
		text = append(bytes.TrimRight(text, ", \n"), "]}"...)
		if err := json.Unmarshal(text, &log); err != nil {
			t.Fatal(err)
		}
	}
	if len(log.Events) == 0 {
		t.Fatal("the browser logged nothing of the network")
	}
	for _, e := range log.Events {
		if p := e.Params; p.URL != "" && p.Initiator != "" && p.Initiator != "not an origin" {
			urls = append(urls, p.URL)
		}
	}
	return urls
}

// measure is a page that shows another one in a frame of a given width, and
// writes down what does not fit there.
const measure = `<!doctype html><title>measure</title>
<iframe id="f" src="/page" style="border: 0; width: %dpx; height: 800px"></iframe>
<p id="out">not measured</p>
<script>
document.getElementById("f").onload = function () {
  var d = this.contentDocument, w = d.documentElement.clientWidth, faults = [];
  d.querySelectorAll("details").forEach(function (e) { e.open = true; });
  if (d.documentElement.scrollWidth > w) faults.push("the page is " + d.documentElement.scrollWidth + " wide");
  d.querySelectorAll("table").forEach(function (t) {
    if (t.scrollWidth > t.parentElement.clientWidth) faults.push("a table is " + t.scrollWidth + " wide of " + t.parentElement.clientWidth);
  });
  d.querySelectorAll("h1, h2, h3, p, li, th, td, summary").forEach(function (e) {
    var r = e.getBoundingClientRect();
    if (r.right > w + 0.5 || r.left < -0.5) faults.push(e.tagName + " outside: " + e.textContent.slice(0, 30));
    if (e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0) faults.push(e.tagName + " narrower than what it holds: " + e.textContent.slice(0, 30));
  });
  d.querySelectorAll("td b").forEach(function (e) {
    if (e.getBoundingClientRect().width > e.parentElement.getBoundingClientRect().width + 0.5) faults.push("letters wider than their cell: " + e.textContent);
  });
  d.querySelectorAll(".scroll, a[href], summary").forEach(function (e) {
    e.focus();
    if (d.activeElement !== e) faults.push("out of the keyboard's reach: " + e.tagName);
  });
  document.getElementById("out").textContent = "measured " + w + ": " + faults.join("; ");
};
</script>`

var measured = regexp.MustCompile(`(?s)<p id="out">(.*?)</p>`)

// Faults opens a page at a width, with all its details open, and returns what
// does not fit and what the keyboard does not reach; "" for nothing.
func (b Browser) Faults(t *testing.T, page string, width int) string {
	t.Helper()
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
	dom, _ := b.Run(t, server.URL+"/", "--virtual-time-budget=3000", "--dump-dom")
	m := measured.FindStringSubmatch(dom)
	if m == nil {
		t.Fatalf("nothing was measured: %s", dom)
	}
	faults, ok := strings.CutPrefix(m[1], fmt.Sprintf("measured %d: ", width))
	if !ok {
		return m[1] // not measured, or at another width
	}
	return faults
}

// Screenshots writes what pages look like, on a screen and on a telephone, into
// the folder that the variable SCREENSHOTS names, for a person to look at. Where
// it names none, the test is skipped.
func Screenshots(t *testing.T, height int, pages map[string]string) {
	t.Helper()
	folder := os.Getenv("SCREENSHOTS")
	if folder == "" {
		t.Skip("SCREENSHOTS names no folder")
	}
	b := Find(t)
	for name, page := range pages {
		for _, width := range []int{1280, 390} {
			file := filepath.Join(folder, fmt.Sprintf("%s-%d.png", name, width))
			b.screenshot(t, page, width, height, file)
			if _, err := os.Stat(file); err != nil {
				t.Error(err)
			}
		}
	}
}

// screenshot writes what a page looks like at a width into a PNG file.
func (b Browser) screenshot(t *testing.T, page string, width, height int, file string) {
	t.Helper()
	source := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(source, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	b.Run(t, "file://"+filepath.ToSlash(source), fmt.Sprintf("--window-size=%d,%d", width, height), "--screenshot="+file)
}

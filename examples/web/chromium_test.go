package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"

	examples "github.com/ilacs-go/inspection/examples/internal/browser"
)

// chromium is a browser with one tab, at the pages of a site.
type chromium struct {
	context.Context
	t         *testing.T
	origin    string
	downloads string // the folder

	mu       sync.Mutex
	requests []string // that it made
	messages []string // that it logged: violations of the policy among them
}

// openChromium starts a browser with a new profile. It reaches nothing outside of
// this machine: what it asks for elsewhere goes to a proxy that refuses it.
func openChromium(t *testing.T, s *site) *chromium {
	t.Helper()
	path := examples.Find(t)
	h := httptest.NewServer(s)
	t.Cleanup(h.Close)
	proxy := httptest.NewServer(http.NotFoundHandler())
	t.Cleanup(proxy.Close)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(string(path)), chromedp.NoSandbox, chromedp.UserDataDir(t.TempDir()),
		chromedp.ProxyServer(proxy.Listener.Addr().String()), chromedp.WSURLReadTimeout(time.Minute))
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	c := &chromium{Context: ctx, t: t, origin: h.URL, downloads: t.TempDir()}
	c.run(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
			Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: c.downloads,
		})
		return err
	}))
	c.run(command(network.Enable), command(log.Enable), command(runtime.Enable))
	note(c, &c.requests, network.RequestWillBeSent, func(e network.EventRequestWillBeSent) string { return e.Request.URL })
	note(c, &c.messages, runtime.ConsoleAPICalled, func(e runtime.EventConsoleAPICalled) string { return string(e.Type) })
	note(c, &c.messages, log.EntryAdded, func(e log.EventEntryAdded) string { return e.Entry.Text })
	return c
}

// command is an action that sends a command without parameters.
func command[P, R any](c cdp.Command[P, R]) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		var none P
		_, err := cdp.Call(ctx, t, c, none)
		return err
	})
}

// note writes down what events say, in the background.
func note[E any](c *chromium, to *[]string, event cdp.Event[E], say func(E) string) {
	events := chromedp.Events(c, event)
	go func() {
		for e, err := range events {
			if err != nil {
				return
			}
			c.mu.Lock()
			*to = append(*to, say(e))
			c.mu.Unlock()
		}
	}()
}

func (c *chromium) run(actions ...chromedp.Action[chromedp.Void]) {
	c.t.Helper()
	require.NoError(c.t, chromedp.Do(c, actions...))
}

func (c *chromium) open(path string) {
	c.t.Helper()
	c.run(chromedp.Navigate(c.origin + path))
}

// eval returns the value of an expression in the page.
func eval[T any](c *chromium, expression string) T {
	c.t.Helper()
	value, err := chromedp.Run(c, chromedp.Evaluate[T](expression))
	require.NoError(c.t, err)
	return value
}

// text returns what a person sees of the page.
func (c *chromium) text() string { return eval[string](c, `document.body.innerText`) }

// until waits for a page that is there as a whole and has a text that a person
// sees.
func (c *chromium) until(text string) {
	c.t.Helper()
	c.wait(text, `document.readyState == "complete" ? document.body.innerText : ""`)
}

// soon waits for a text, on a page that may go on after it.
func (c *chromium) soon(text string) {
	c.t.Helper()
	c.wait(text, `document.body ? document.body.innerText : ""`)
}

// wait waits until the value of an expression contains a text.
func (c *chromium) wait(text, expression string) {
	c.t.Helper()
	var last string
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		// Between two pages there may be no document.
		now, err := chromedp.Run(c, chromedp.Evaluate[string](expression))
		if last = now; err == nil && strings.Contains(last, text) {
			return
		}
	}
	require.Fail(c.t, "it never came", "%s: %s", text, last)
}

// focus waits until an element has the focus, which is named in one line.
func (c *chromium) focus(element string) {
	c.t.Helper()
	c.wait(element, `(e => e.tagName + " " + (e.id || e.getAttribute("role") || e.innerText || e.value).trim().split("\n")[0])(document.activeElement)`)
}

// choose chooses files in the form.
func (c *chromium) choose(files ...upload) {
	c.t.Helper()
	folder := c.t.TempDir()
	var paths []string
	for _, f := range files {
		path := filepath.Join(folder, f.name)
		require.NoError(c.t, os.WriteFile(path, []byte(f.data), 0o600))
		paths = append(paths, path)
	}
	c.run(chromedp.SetUploadFiles(chromedp.CSS("#documents"), paths))
}

// downloaded waits for a file and returns what is in it.
func (c *chromium) downloaded(name string) string {
	c.t.Helper()
	path := filepath.Join(c.downloads, name)
	require.Eventually(c.t, func() bool {
		info, err := os.Stat(path)
		rest, _ := filepath.Glob(filepath.Join(c.downloads, "*.crdownload"))
		return err == nil && info.Size() > 0 && len(rest) == 0
	}, 30*time.Second, 10*time.Millisecond, name)
	data, err := os.ReadFile(path)
	require.NoError(c.t, err)
	return string(data)
}

// measure returns what does not fit on the page at its width, what the keyboard
// does not reach, and what has no name for a screen reader.
const measure = `(() => {
  const faults = [], w = document.documentElement.clientWidth;
  document.querySelectorAll("details").forEach(e => e.open = true);
  if (document.documentElement.scrollWidth > w) faults.push("the page is " + document.documentElement.scrollWidth + " wide");
  document.querySelectorAll(".scroll").forEach(e => { if (e.scrollWidth > e.clientWidth) faults.push("a table is wider than its place") });
  document.querySelectorAll("h1, h2, h3, h4, p, li, th, td, label, select, input, button, summary").forEach(e => {
    const r = e.getBoundingClientRect();
    if (r.width && (r.right > w + 0.5 || r.left < -0.5)) faults.push(e.tagName + " outside: " + e.textContent.slice(0, 30));
    if (e.clientWidth && e.scrollWidth > e.clientWidth + 1 && e.tagName != "SELECT" && e.tagName != "INPUT") faults.push(e.tagName + " narrower than what it holds: " + e.textContent.slice(0, 30));
  });
  document.querySelectorAll("a[href], button, select, input, summary, .scroll").forEach(e => {
    if (!e.getClientRects().length) return;
    e.focus();
    if (document.activeElement !== e) faults.push("out of the keyboard's reach: " + e.tagName);
    const r = e.getBoundingClientRect();
    if (["BUTTON", "SELECT", "INPUT"].includes(e.tagName) && r.height < 44) faults.push("too small to touch: " + e.tagName);
    if (["SELECT", "INPUT"].includes(e.tagName) && !e.labels.length) faults.push("without a label: " + e.tagName);
    if (["A", "BUTTON"].includes(e.tagName) && !e.textContent.trim()) faults.push("without a name: " + e.tagName);
  });
  document.querySelectorAll("table").forEach(e => { if (!e.caption || !e.caption.textContent.trim()) faults.push("a table without a caption") });
  document.querySelectorAll("th").forEach(e => { if (!e.scope) faults.push("a heading cell without scope") });
  document.querySelectorAll("[aria-labelledby], [aria-describedby]").forEach(e => {
    (e.getAttribute("aria-labelledby") + " " + (e.getAttribute("aria-describedby") || "")).split(" ").forEach(id => {
      if (id && id != "null" && !document.getElementById(id)) faults.push("refers to nothing: " + id);
    });
  });
  const ids = [...document.querySelectorAll("[id]")].map(e => e.id);
  if (new Set(ids).size != ids.length) faults.push("an id stands twice");
  let level = 0;
  document.querySelectorAll("h1, h2, h3, h4, h5, h6").forEach(e => {
    if (!e.getClientRects().length) return;
    if (+e.tagName[1] > level + 1) faults.push("headings out of order: " + e.textContent);
    level = +e.tagName[1];
  });
  if ([...document.querySelectorAll("h1")].filter(e => e.getClientRects().length).length != 1) faults.push("not one h1");
  if (document.querySelectorAll("main").length != 1) faults.push("not one main");
  if (document.documentElement.lang != "en-GB") faults.push("no language");
  if (document.querySelectorAll("script, iframe, object, embed, [style]:not([class=strip] *)").length && !location.pathname.endsWith(".html")) faults.push("a script or a style of its own");
  return faults.join("; ");
})()`

// faults returns what measure finds at a width.
func (c *chromium) faults(width int64) string {
	c.t.Helper()
	c.run(chromedp.EmulateViewport(width, 800))
	return eval[string](c, measure)
}

// picture writes what the page looks like at both widths into the folder that the
// variable SCREENSHOTS names, if it names one, for a person to look at.
func (c *chromium) picture(name string) {
	c.t.Helper()
	folder := os.Getenv("SCREENSHOTS")
	if folder == "" {
		return
	}
	for _, width := range []int64{1280, 390} {
		c.run(chromedp.EmulateViewport(width, 800))
		data, err := chromedp.Run(c, chromedp.FullScreenshot(100))
		require.NoError(c.t, err)
		require.NoError(c.t, os.WriteFile(filepath.Join(folder, fmt.Sprintf("%s-%d.png", name, width)), data, 0o600))
	}
}

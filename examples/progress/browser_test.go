package main

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/examples/internal/browser"
	"github.com/ilacs-go/inspection/ilacs"
)

// TestBrowserNotices checks that the tests below can fail: what a page asks for,
// logs or does not fit is noticed.
func TestBrowserNotices(t *testing.T) {
	b := browser.Find(t)
	const page = `<!doctype html><title>x</title><img src="http://inspection.example/x.png"><img src="/near.png">` +
		`<p style="width: 2000px">wide</p><script>console.log("heard")</script>`
	v := b.Open(t, page)
	assert.Contains(t, strings.Join(v.Requests, "\n"), "inspection.example")
	assert.Contains(t, strings.Join(v.Requests, "\n"), "/near.png")
	assert.Contains(t, strings.Join(v.Console, "\n"), "heard")
	assert.Contains(t, b.Faults(t, page, 390), "P outside: wide")
}

// visible is the text of a document as a reader meets it, without the style.
func visible(dom string) string {
	dom = regexp.MustCompile(`(?s)<style>.*?</style>`).ReplaceAllString(dom, "")
	dom = regexp.MustCompile(`<[^>]*>`).ReplaceAllString(dom, " ")
	dom = strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&nbsp;", " ").Replace(dom)
	return strings.Join(strings.Fields(dom), " ")
}

// TestPageInABrowser opens the page of the embedded documents as a reader would.
func TestPageInABrowser(t *testing.T) {
	b := browser.Find(t)
	page := progress(t, "html")
	v := b.Open(t, page)
	assert.Empty(t, v.Requests, "the page asked for something")
	assert.Empty(t, v.Console, "the browser logged something")

	h := decode[ilacs.History](t, progress(t, "json"))
	text := visible(v.DOM)
	assert.Contains(t, text, "Dudley What changed")
	assert.Contains(t, text, "What is quoted here is not Ofsted’s text")
	for _, p := range h.Progresses {
		for _, s := range p.Summary {
			assert.Contains(t, text, s.Text)
		}
		for _, f := range p.FollowUps {
			assert.Contains(t, text, f.Item.Text)
			for _, e := range f.Evidence {
				assert.Contains(t, text, "“"+e.Text+"”")
				if e.Paragraph > 0 {
					assert.Contains(t, text, fmt.Sprintf("paragraph %d", e.Paragraph))
				}
			}
		}
	}

	count := func(tag string) int { return strings.Count(v.DOM, "<"+tag+">") + strings.Count(v.DOM, "<"+tag+" ") }
	for tag, want := range map[string]int{
		"h1": 1, "main": 1, "header": 1, "nav": 1, "footer": 1, "script": 0, "img": 0, "iframe": 0,
		"section": 3 + len(h.Progresses), "caption": count("table"), "summary": count("details"),
	} {
		assert.Equal(t, want, count(tag), tag)
	}
	assert.Contains(t, v.DOM, `<html lang="en-GB">`)
	items := 0
	for _, p := range h.Progresses {
		items += len(p.FollowUps)
		for _, f := range p.FollowUps {
			assert.Contains(t, text, f.Status.String()+" confidence: "+strings.ToLower(f.Confidence.String()))
		}
	}
	assert.Equal(t, items, strings.Count(v.DOM, `class="badge `), "a status for each area for improvement")
	level := 0
	for _, m := range regexp.MustCompile(`<h([1-6])`).FindAllStringSubmatch(v.DOM, -1) {
		next := int(m[1][0] - '0')
		assert.LessOrEqual(t, next, level+1, "headings in order")
		level = next
	}
}

// TestHostilePageInABrowser opens a page of documents that try to be more than
// text.
func TestHostilePageInABrowser(t *testing.T) {
	b := browser.Find(t)
	bad := `<script>console.log("taken over")</script> <img src="http://inspection.example/x.png" onerror="console.log(1)"> plans`
	page := progress(t, "html", write(t, "before.txt", made("2019", bad)), write(t, "after.txt", made("2023", bad)))
	require.Contains(t, page, "taken over", "the text is there")
	v := b.Open(t, page)
	assert.Empty(t, v.Requests)
	assert.Empty(t, v.Console)
	assert.NotContains(t, v.DOM, "<script")
	assert.NotContains(t, v.DOM, "<img")
	assert.Contains(t, visible(v.DOM), `<script>console.log("taken over")</script>`)
}

func TestPageFits(t *testing.T) {
	b := browser.Find(t)
	pages := map[string]string{
		"all visits": progress(t, "html"),
		"two visits": progress(t, "html", digest(t, 2), digest(t, 3)),
		"a brief":    brief(t, "html"), "a brief of two": brief(t, "html", digest(t, 2), digest(t, 3)),
	}
	for name, page := range pages {
		for _, width := range []int{1280, 768, 390} {
			assert.Empty(t, b.Faults(t, page, width), "%s at %d", name, width)
		}
	}
}

func TestScreenshot(t *testing.T) {
	browser.Screenshots(t, 6000, map[string]string{
		"progress-all": progress(t, "html"),
		"progress-two": progress(t, "html", digest(t, 2), digest(t, 3)),
		"brief-all":    brief(t, "html"),
		"brief-two":    brief(t, "html", digest(t, 2), digest(t, 3)),
	})
}

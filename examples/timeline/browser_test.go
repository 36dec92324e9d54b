package main

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/examples/internal/browser"
)

// TestPageInABrowser opens the page as a reader would. Its text and its tables
// are there, it asks for nothing, and the browser logs nothing.
func TestPageInABrowser(t *testing.T) {
	b := browser.Find(t)
	letter := write(t, "letter.txt", letter)
	for _, args := range [][]string{{"Dudley", letter}, {"Kent"}, {"Trafford"}, {"Cumberland"}} {
		t.Run(args[0], func(t *testing.T) {
			_, page, _ := timeline(t, "html", "", args...)
			v := b.Open(t, page)
			dom := v.DOM
			assert.Empty(t, v.Requests)
			assert.Empty(t, v.Console)
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

// TestPageFits measures the page at the width of a screen and of a telephone.
func TestPageFits(t *testing.T) {
	b := browser.Find(t)
	for _, name := range []string{"Dudley", "Kent", "Bournemouth, Christchurch and Poole"} {
		_, page, _ := timeline(t, "html", "", name)
		for _, width := range []int{1280, 768, 390} {
			assert.Empty(t, b.Faults(t, page, width), "%s at %d", name, width)
		}
	}
}

func TestScreenshot(t *testing.T) {
	_, page, _ := timeline(t, "html", "", "Dudley", write(t, "letter.txt", letter))
	browser.Screenshots(t, 3000, map[string]string{"timeline": page})
}

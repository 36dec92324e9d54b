package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/dates"
	"github.com/ilacs-go/inspection/ilacs/internal/front"
	"github.com/ilacs-go/inspection/internal/text"
)

// maxName is how many bytes an authority's name may have, with the theme of a
// joint inspection before it.
const maxName = 220

func (k kind) fits(h *front.Page) (match, bool) {
	text := h.Folded
	if k.where == inTitle {
		text = text[:h.TitleEnd]
	}
	after, dated := strings.CutSuffix(k.after, "{dates}")
	if k.before == "" {
		at := strings.Index(text, after)
		if at < 0 || !h.StartsLine(at) {
			return match{}, false
		}
		return match{k, nameStart(h.Printed[:at]), at, at + len(after)}, true
	}
	for i := 0; ; {
		at := strings.Index(text[i:], k.before+" ")
		if at < 0 {
			return match{}, false
		}
		from := i + at + len(k.before) + 1
		i = from
		if !k.mayStart(h, from-len(k.before)-1) {
			continue
		}
		rest := text[from:min(len(text), from+maxName)]
		if dated {
			if to, end := dateIn(rest); to > 0 {
				return match{k, from, from + to, from + end}, true
			}
			continue
		}
		if after == "" {
			to, end := k.nameEnd(h, from, len(rest))
			if _, ok := authority.Lookup(h.Printed[from:to], civil.Date{}); k.where == inTitle && k.framework == 0 && !ok {
				continue
			}
			return match{k, from, to, end}, true
		}
		if n := strings.Index(rest, after); n >= 0 && (k.where != inTitle || h.EndsLine(from+n+len(after))) {
			return match{k, from, from + n, from + n + len(after)}, true
		}
	}
}

// dateIn finds where in s a preposition and a date follow a name: the end of
// the name, and where the date begins.
func dateIn(s string) (to, date int) {
	for i := 0; i < len(s); i++ {
		if s[i] != ' ' {
			continue
		}
		for _, w := range []string{" on ", " from ", " between "} {
			if !strings.HasPrefix(s[i:], w) {
				continue
			}
			date := i + len(w)
			if w == " between " {
				date = i + 1
			}
			if p, n := dates.Periods(s[date:], 2000); n > 0 && len(p) > 0 {
				return i, date
			}
		}
	}
	return 0, 0
}

// maxHeading is how many bytes the heading of a letter may have.
const maxHeading = 320

// mayStart reports whether the words of a kind may begin at offset at: a title
// begins a line, the heading of a letter a short paragraph, each with a capital
// letter.
func (k kind) mayStart(h *front.Page, at int) bool {
	switch k.where {
	case inTitle:
		return h.StartsLine(at) && h.Printed[at] != h.Folded[at]
	case inHeading:
		if !h.Letter || !h.StartsLine(at) || h.Printed[at] == h.Folded[at] {
			return false
		}
		end := h.HeadingEnd(at)
		return end > 0 && end-at < maxHeading
	}
	return at == 0 || !text.IsLetter(h.Folded[at-1])
}

// nameStart is where a name begins that ends a text: at the start of its last
// paragraph, or of the one before where the two together are in the register
// and the last alone is not. It is no longer than a name may be.
func nameStart(s string) int {
	s = strings.TrimRight(s, " \n")
	near := max(0, len(s)-maxName)
	last := max(near, strings.LastIndexByte(s, '\n')+1)
	if last > near {
		if _, ok := authority.Lookup(tidyName(s[last:]), civil.Date{}); !ok {
			before := max(near, strings.LastIndexByte(s[:last-1], '\n')+1)
			if _, ok := authority.Lookup(tidyName(s[before:]), civil.Date{}); ok {
				last = before
			}
		}
	}
	return last
}

// nameEnd is where a name ends that nothing is known to follow, and where its
// heading does: a heading's at "children's services", others with their sentence
// or paragraph.
func (k kind) nameEnd(h *front.Page, from, most int) (name, heading int) {
	const services = " children's services"
	if n := strings.Index(h.Folded[from:from+most], services); n > 0 && k.where == inHeading && h.EndsLine(from+n+len(services)) {
		return from + n, from + n + len(services)
	}
	s := h.Printed[from : from+most]
	end := len(s)
	if k.where == inHeading {
		end = min(end, h.HeadingEnd(from)-from)
	}
	if i := strings.IndexByte(s[:end], '\n'); i >= 0 {
		end = i
	}
	if i := strings.Index(s[:end], ". "); i >= 0 && !strings.HasSuffix(s[:i], "St") {
		end = i
	}
	end = len(strings.TrimRight(s[:end], ". "))
	return from + end, from + end
}

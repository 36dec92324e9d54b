package body

import (
	"cmp"
	"strings"

	"github.com/ilacs-go/inspection/finding"
)

// followQuotation notes whether a quotation is still open after a sentence of an
// article, so that the sentences after it are told to be someone's words as well.
// A quotation that goes on in the next paragraph opens there again.
func (r *reader) followQuotation(f finding.Finding) {
	if isOpenAfter(f.Text, r.quoted != 0) {
		r.quoted = cmp.Or(f.Speaker, finding.SpeakerQuotation)
	} else {
		r.quoted = 0
	}
}

// isOpenAfter reports whether a quotation is open after a text. Single quotation
// marks are not followed, as they are apostrophes as well.
func isOpenAfter(text string, open bool) bool {
	for i, c := range text {
		switch c {
		case '“':
			open = true
		case '”':
			open = false
		case '"':
			open = !open || i == 0
		}
	}
	return open
}

// opensQuotation reports whether a paragraph begins with a quotation mark.
func opensQuotation(s string) bool {
	return strings.HasPrefix(s, `"`) || strings.HasPrefix(s, "“")
}

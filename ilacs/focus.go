package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/internal/text"
)

// focusLabels are the words after which a sentence says what a visit looked at.
var focusLabels = []string{
	"inspectors looked at ", "inspectors evaluated ", "the focus of the visit was ", "the focus of the monitoring visit was ",
	"the focus of this visit was ", "this visit focused on ", "the visit focused on ", "inspectors reviewed ",
}

// focusOf is what a visit looked at: the bullets before the findings, or else
// what the first sentence says that tells it.
func focusOf(findings []finding.Finding, bullets []string) []string {
	var focus []string
	for _, b := range bullets {
		focus = append(focus, strings.TrimRight(b, ".;, "))
	}
	if len(focus) > 0 {
		return focus
	}
	for _, f := range findings {
		if f.Section != finding.SectionFocus {
			continue
		}
		s := text.Plain(f.Text)
		for _, label := range focusLabels {
			if i := strings.Index(text.Lower(s), label); i >= 0 && i+len(label) < len(s) {
				return []string{strings.TrimRight(strings.TrimPrefix(s[i+len(label):], "on "), ".: ")}
			}
		}
	}
	return nil
}

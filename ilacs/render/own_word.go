package render

import (
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
)

// An OwnWord is an [ilacs.OwnWord] in words: a comparison with an earlier visit
// that the later document makes itself.
type OwnWord struct {
	Direction Mark      // without a sign and a word where the sentence was not understood
	Themes    string    // what it is about: "Supervision; Pathway plans"
	Quote     Quotation // with the sentence before, where it points to that
}

var directionSigns = map[finding.Direction]string{
	finding.DirectionImproved: "▲", finding.DirectionDeclined: "▼", finding.DirectionUnchanged: "=",
}

func directionMark(d finding.Direction) Mark {
	sign, ok := directionSigns[d]
	if !ok {
		return Mark{}
	}
	return Mark{textForm(d), sign, lower(d.String())}
}

func newOwnWord(w ilacs.OwnWord, document string) OwnWord {
	o := OwnWord{Direction: directionMark(w.Finding.Direction), Quote: quote(w.Finding, document)}
	if w.About != nil {
		o.Quote.Text = PlainText(w.About.Text + " " + w.Finding.Text)
	}
	var names []string
	for _, t := range w.Themes {
		names = append(names, t.String())
	}
	o.Themes = strings.Join(names, "; ")
	return o
}

func (p ProgressPage) markdownOwnWords(b *strings.Builder) {
	if len(p.OwnWords) == 0 {
		return
	}
	b.WriteString("\n### In the inspectors’ own words\n\n")
	for _, w := range p.OwnWords {
		text := quoted(w.Quote)
		if w.Themes != "" {
			text = markdownText(w.Themes) + ": " + text
		}
		if w.Direction.Word != "" {
			text = w.Direction.Sign + " **" + w.Direction.Word + "** – " + text
		}
		wrap(b, "- ", "  ", text)
	}
}

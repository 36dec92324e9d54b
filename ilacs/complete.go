package ilacs

import (
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/judgement"
)

// Complete reports whether the document was read to its end, as far as the report
// shows: its last sentence is whole, and the narrative has a part about each area
// that the report grades (but overall effectiveness, the parts of an area, and
// the board). A report or letter that is not complete bears a note that says what
// is missing. Articles are taken as complete.
func (r *Report) Complete() bool { return r.missing() == "" }

// missing says what shows that the document is not complete; "" where nothing
// does.
func (r *Report) missing() string {
	if r.Source == SourceArticle {
		return ""
	}
	if len(r.Findings) == 0 {
		return "nothing follows its first page"
	}
	if last := r.Findings[len(r.Findings)-1]; !endsWhole(last.Text) && !isListed(last.Section) {
		return "its last sentence is not whole"
	}
	if f := r.Visit.Framework; f == judgement.ILACS2018 || f == judgement.ILACS2023 || f == judgement.ILACS2026 {
		for a := range r.Judgements.All() {
			if a != judgement.Overall && !r.speaksOf(a) {
				return "it has no part about " + a.String()
			}
		}
	}
	return ""
}

// speaksOf reports whether a finding of the narrative stands under an area.
func (r *Report) speaksOf(a judgement.Area) bool {
	for _, f := range r.Findings {
		if f.Area == a && f.Section == finding.SectionMain {
			return true
		}
	}
	return false
}

// isListed reports whether the items of a section need not end in a full stop.
func isListed(s finding.Section) bool {
	return s.Asks() || s == finding.SectionStrengths || s == finding.SectionFocus
}

// endsWhole reports whether a text ends as a sentence does, or in brackets; the
// mark of a footnote may follow.
func endsWhole(s string) bool {
	s = strings.TrimRight(s, " 0123456789\"'\u2019\u201d")
	return s != "" && strings.ContainsRune(".?!:;)]", rune(s[len(s)-1]))
}

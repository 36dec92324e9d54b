package ilacs

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/judgement"
)

// side is one of the two documents of a comparison.
type side struct {
	*Report
	// passages are its findings in the order of the text, whatever the order
	// that they were given in.
	passages []passage
	weights  weights
}

// passage is a finding with its telling words.
type passage struct {
	finding.Finding
	words []string    // each once
	pairs [][2]string // the neighbours among them
	// vector places its words among others, where a tracker has set it.
	vector vector
	// themes are the finding's, the general quality of practice behind the others:
	// "the quality of social work assessments" is about assessments.
	themes []finding.Theme
	// board: it is about the safeguarding children board, a body of its own.
	board bool
	// aboutThemes: it says how the authority's work on its themes is.
	aboutThemes bool
	// pointsBack: it, or the sentence behind it, says that this was so at an
	// earlier inspection.
	pointsBack bool
	// history: it says how things were then, not how they are.
	history bool
	// carriesOn: it is about what the sentence before it is about.
	carriesOn bool
	// countered: the sentence behind it sets something against it.
	countered bool
}

// newSide prepares a report for comparison. The findings about the safeguarding
// children board are left out unless board says so.
func newSide(r *Report, board bool) *side {
	s := &side{Report: r, passages: make([]passage, 0, len(r.Findings))}
	for _, f := range r.Findings {
		p := newPassage(f)
		p.board = f.Area == judgement.LSCB || r.Visit.Type == VisitTypeLSCBReview
		if board || !p.board {
			s.passages = append(s.passages, p)
		}
	}
	slices.SortStableFunc(s.passages, func(a, b passage) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Section, b.Section),
			cmp.Compare(a.Paragraph, b.Paragraph), cmp.Compare(a.Area, b.Area), strings.Compare(a.Text, b.Text))
	})
	for i := range s.passages {
		p := &s.passages[i]
		line := text.Lower(text.Plain(p.Text))
		if i > 0 && s.passages[i-1].Paragraph == p.Paragraph && s.passages[i-1].Section == p.Section {
			s.passages[i-1].countered = text.HasAnyPrefix(line, "however", "but ", "despite this", "nevertheless", "nonetheless")
		}
		if !text.ContainsAny(line, backwards...) {
			continue
		}
		p.pointsBack = true
		p.history = !isAsked(p.Finding) && saysHow(line)
		if i > 0 && s.passages[i-1].Paragraph == p.Paragraph && text.HasAnyPrefix(line, "this was ", "this is ", "these were ", "it was ", "that was ") {
			s.passages[i-1].pointsBack = true
		}
	}
	for i := range s.passages {
		p := &s.passages[i]
		p.aboutThemes = ofInspectors(p.Section) && !p.history && !p.board && !saysGrade(p.Text)
	}
	s.weights = newWeights(s.passages)
	return s
}

func newPassage(f finding.Finding) passage {
	inTurn := wordsInTurn(f.Text)
	return passage{
		Finding: f, themes: generalLast(f.Themes), carriesOn: text.HasAnyPrefix(text.Lower(f.Text), carriesOn...),
		pairs: neighbours(inTurn), words: sortedOnce(inTurn),
	}
}

// carriesOn is how a sentence begins that is about what the one before it is.
var carriesOn = []string{"this ", "these ", "they ", "it ", "as a result", "such ", "those ", "consequently", "therefore", "however, this ", "however, these ", "however, they ", "however, those "}

func generalLast(themes []finding.Theme) []finding.Theme {
	i := slices.Index(themes, finding.ThemePracticeQuality)
	if i < 0 || i == len(themes)-1 {
		return themes
	}
	out := slices.Delete(slices.Clone(themes), i, i+1)
	return append(out, finding.ThemePracticeQuality)
}

// backwards are the words by which a sentence points back.
var backwards = []string{
	"last inspection", "previous inspection", "last visit", "previous visit", "last ilacs", "previous ilacs",
	"last focused visit", "last monitoring visit", "at that time",
}

// saysHow tells whether a sentence that points back only says how things were:
// "Oversight was weak at the last inspection."
func saysHow(s string) bool {
	s = " " + s + " "
	return text.ContainsAny(s, " was ", " were ", " had ") &&
		!text.ContainsAny(s, " remain", " still ", " continue", " yet ", " is ", " are ", " has ", " have ", " now ", " as was ", " since ")
}

// asked are the areas for improvement and priority actions of a side, in the
// order of its text.
func (s *side) asked() []passage {
	var out []passage
	for _, p := range s.passages {
		if isAsked(p.Finding) {
			out = append(out, p)
		}
	}
	return out
}

// isAsked tells whether a finding is an area for improvement or priority action.
func isAsked(f finding.Finding) bool {
	return f.Section == finding.SectionImprove || f.Section == finding.SectionPriority
}

// ofInspectors tells whether a section is what the inspectors found, and not what
// the document says of itself, of the authority, of a single case or of what comes
// next.
func ofInspectors(s finding.Section) bool {
	switch s {
	case finding.SectionBackground, finding.SectionSummary, finding.SectionFocus, finding.SectionContext, finding.SectionNextSteps, finding.SectionStudy:
		return false
	}
	return true
}

// isSame tells whether two passages say the same but for case and punctuation.
func (p *passage) isSame(other *passage) bool {
	return slices.Equal(p.words, other.words) && sameText(p.Text, other.Text)
}

func sameText(a, b string) bool {
	return a == b || slices.EqualFunc(text.Words(nil, text.Lower(text.Plain(a)), 0), text.Words(nil, text.Lower(text.Plain(b)), 0), func(x, y text.Word) bool { return x.Text == y.Text })
}

// document is what the document is called.
func (r *Report) document() string {
	switch {
	case r.Source == SourceArticle:
		return "article"
	case r.Source == SourceLetter:
		return "letter"
	}
	return "report"
}

// Package passage prepares the findings of a document for comparison with those
// of another: their words without endings, vectors of what the words mean, and
// which sentences look back to an earlier inspection.
package passage

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/grade"
	"github.com/ilacs-go/inspection/judgement"
)

// Source is what a comparison takes of a document.
type Source struct {
	Findings []finding.Finding
	// GradesBoard: it grades the local safeguarding children board, a body of its
	// own that was inspected beside the authority until 2017.
	GradesBoard bool
	// ReviewsBoard: it is about that board alone.
	ReviewsBoard bool
}

// Document is the findings of one document, prepared for comparison.
type Document struct {
	// Passages are in the order of the text, whatever the order that the findings
	// were given in.
	Passages []Passage
}

// Passage is a finding, which is that of the report itself and never changed, with what a
// comparison needs to know of it.
type Passage struct {
	*finding.Finding
	Words []Word // its content words, sorted by their numbers, each once
	Pairs []Pair // those of them that stand next to each other, sorted
	// Topics are the finding's themes, the general quality of practice after the
	// others: "the quality of social work assessments" is about assessments.
	Topics []finding.Theme
	// Board: it is about the safeguarding children board.
	Board bool
	// Assesses: it says how good the authority's work on its themes is.
	Assesses bool
	// LooksBack: it, or the sentence after it, says that this was so at an
	// earlier inspection.
	LooksBack bool
	// Past: it says how things were then, not how they are.
	Past bool
	// Continues: it is about what the sentence before it is about.
	Continues bool
	// Countered: the sentence after it sets something against it.
	Countered bool
	line      string // the text in lower case, with plain quotation marks
	marks     mark   // of all its words
}

// Prepare prepares two documents for comparison with each other. What is about
// the safeguarding children board is left out unless both grade it.
func Prepare(before, after Source) (b, a *Document) {
	board := before.GradesBoard && after.GradesBoard
	return New(before, board), New(after, board)
}

// New prepares a document; board says whether what is about the safeguarding
// children board is kept.
func New(src Source, board bool) *Document {
	ofBoard := func(f *finding.Finding) bool { return f.Area == judgement.LSCB || src.ReviewsBoard }
	findings, size := make([]*finding.Finding, 0, len(src.Findings)), 0
	for i := range src.Findings {
		f := &src.Findings[i]
		if f.Speaker == finding.SpeakerCouncil {
			continue // no finding of inspectors
		}
		if board || !ofBoard(f) {
			findings, size = append(findings, f), size+len(f.Text)
		}
	}
	slices.SortStableFunc(findings, func(a, b *finding.Finding) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Section, b.Section),
			cmp.Compare(a.Paragraph, b.Paragraph), cmp.Compare(a.Area, b.Area), strings.Compare(a.Text, b.Text))
	})
	d := &Document{Passages: make([]Passage, len(findings))}
	for i, f := range findings {
		d.Passages[i] = Passage{Finding: f, Board: ofBoard(f)}
	}
	d.readLines(size)
	r := roomFor(size)
	for i := range d.Passages {
		r = d.Passages[i].read(r)
	}
	d.lookAround()
	for i := range d.Passages {
		p := &d.Passages[i]
		p.Assesses = Evaluates(p.Section) && !p.Past && !p.Board && !p.StatesGrade()
	}
	return d
}

// readLines sets the lines of the passages, which have so many bytes.
func (d *Document) readLines(size int) {
	var all strings.Builder
	all.Grow(size)
	var line []byte
	ends := make([]int, len(d.Passages))
	for i := range d.Passages {
		line = text.AppendFolded(line[:0], d.Passages[i].Text)
		all.Write(line)
		ends[i] = all.Len()
	}
	lines, from := all.String(), 0
	for i, to := range ends {
		d.Passages[i].line, from = lines[from:to], to
	}
}

// Of prepares a finding by itself, without what its neighbours in the document
// say of it.
func Of(f finding.Finding) Passage {
	p := Passage{Finding: &f, line: text.Folded(f.Text)}
	p.read(roomFor(len(f.Text)))
	return p
}

// MayCompare reports cheaply whether it can compare what it tells with an earlier visit.
func (p *Passage) MayCompare() bool { return p.Continues || p.marks&visit != 0 }

// Line is the text in lower case, with plain quotation marks, dashes and spaces.
func (p *Passage) Line() string { return p.line }

func practiceLast(themes []finding.Theme) []finding.Theme {
	i := slices.Index(themes, finding.ThemePracticeQuality)
	if i < 0 || i == len(themes)-1 {
		return themes
	}
	out := slices.Delete(slices.Clone(themes), i, i+1)
	return append(out, finding.ThemePracticeQuality)
}

// Items are the areas for improvement and priority actions of a document, in the
// order of its text.
func (d *Document) Items() []Passage {
	var out []Passage
	for _, p := range d.Passages {
		if p.Section.Asks() {
			out = append(out, p)
		}
	}
	return out
}

// Evaluates reports whether a section says what the inspectors found: not what
// the document says of itself, of the authority, of a single case or of what
// comes next.
func Evaluates(s finding.Section) bool {
	switch s {
	case finding.SectionBackground, finding.SectionSummary, finding.SectionFocus, finding.SectionContext, finding.SectionNextSteps, finding.SectionStudy:
		return false
	}
	return true
}

// SameText reports whether two passages say the same but for case and
// punctuation.
func (p *Passage) SameText(other *Passage) bool {
	if !slices.Equal(p.Words, other.Words) {
		return false
	}
	words := func(p *Passage) []text.Word { return text.Words(nil, p.line, 0) }
	return p.line == other.line || slices.EqualFunc(words(p), words(other), func(x, y text.Word) bool { return x.Text == y.Text })
}

// MixedGood is how much of a finding that praises and faults counts as good; the
// rest counts as bad. With 0.2, 77 and 69 in a hundred follow-ups were right, as
// here, with 0.5, 76 and 69 (follow/status.go says of what).
const MixedGood = 0.4

// longestGrade is the most words of a sentence that only states a grade:
// "Children's services in Wexcombe require improvement to be good."
const longestGrade = 14

// graded are the names of what an overall grade is given to.
var graded = []string{"services in ", "services are", "services to children", "services for children", "overall effectiveness", "overall judgement"}

// StatesGrade reports whether a sentence states an overall grade and nothing
// more.
func StatesGrade(s string) bool { return statesGrade(text.Folded(s)) }

// StatesGrade reports whether a passage states an overall grade and nothing more.
func (p *Passage) StatesGrade() bool { return p.marks&verdict != 0 && statesGrade(p.line) }

func statesGrade(l string) bool {
	if !text.ContainsAny(l, graded...) || strings.Count(l, " ") >= longestGrade {
		return false
	}
	if text.ContainsAny(l, "require improvement", "requires improvement") {
		return true
	}
	w := text.Words(nil, l, 0)
	for i := range w {
		if _, n := grade.At(w, i); n > 0 && i > 0 && (w[i-1].Text == "is" || w[i-1].Text == "are" || w[i-1].Text == "be" && text.ContainsAny(l, "judged")) {
			return i+n == len(w) || w[i+n].Text == "overall"
		}
	}
	return false
}

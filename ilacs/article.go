package ilacs

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/internal/text"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/body"
	"github.com/ilacs-go/inspection/ilacs/internal/layout"
	"github.com/ilacs-go/inspection/ilacs/internal/sentence"
)

// maxArticle is the size in bytes over which a text is no article.
const maxArticle = 64 << 10

// fewestSentences is how many sentences an article has at the least.
const fewestSentences = 3

// article reads a second-hand text about a visit, or returns why it is none, ""
// where it says nothing that one would expect of one. An
// article has no form of its own, so it must speak of Ofsted, of an authority's
// services for children, of a visit, and of one authority.
func (doc *document) article(notes []Note) (r *Report, why string) {
	if len(doc.plain.S) > maxArticle || !text.ContainsAny(text.Lower(doc.plain.S), "ofsted", "inspectors") {
		return nil, ""
	}
	flow := layout.Unwrap(doc.plain.S, paragraphLines(doc.plain.S, doc.lines), 0, nil)
	findings := oneHeadline(body.ReadArticle(doc.plain, flow))
	a := newArticle(flow)
	if !a.isAboutChildren() {
		return nil, a.otherSubject()
	}
	if len(findings) < fewestSentences {
		return nil, ""
	}
	a.published = publishedOn(doc.page)
	if why := a.otherSubject(); why != "" {
		return nil, why
	}
	v := Visit{Published: a.published}
	var known bool
	if v.Type, known = a.visitType(); !known || a.isConversation() {
		return nil, a.noVisit()
	}
	when := a.when()
	disorder := v.setPeriods(when.days)
	name, why := a.authority(when.roughly)
	if why != "" {
		return nil, why
	}
	v.Authority, v.URN = name.printed, name.urn
	if v.Authority == "" && v.Start.IsZero() && v.Published.IsZero() && (v.Type == bareVisit || v.Type == VisitTypeInspection) {
		return nil, "does not tell which council was visited, or when"
	}
	r = &Report{Source: SourceArticle, Visit: v, Findings: findings, Notes: notes}
	note := func(what string) { r.Notes = append(r.Notes, doc.noteLines(0, 0, what)) }
	if disorder != "" {
		note(disorder)
	}
	if name.note != "" {
		note(name.note)
	}
	if v.Type == bareVisit {
		note("the text does not say what kind of visit it was")
	}
	if a.isCutOff {
		r.Notes = append(r.Notes, doc.noteLines(len(doc.lines)-1, len(doc.lines)-1, "the text ends within a sentence"))
	}
	r.Earlier = earlierReader{visit: v, source: SourceArticle, roughly: when.roughly}.visits(findings)
	if v.Type == VisitTypeMonitoring {
		r.Visit.Ordinal, r.Visit.Since = monitoringCount(r)
	}
	sortNotes(r.Notes)
	return r, ""
}

// paragraphLines parts the lines of a text that has a paragraph on each line and
// no blank lines between them, as copied web pages have: nearly all of its lines
// end as sentences do, where of wrapped lines few do. A line that is far shorter
// than the others and is followed by a capital letter is no wrapped one either: a
// title, a dateline.
func paragraphLines(s string, lines []layout.Line) []layout.Line {
	lengths := make([]int, 0, len(lines))
	inner, ended := 0, 0
	for i, l := range lines {
		lengths = append(lengths, int(l.End-l.Start))
		if i+1 < len(lines) && lines[i+1].Blanks == 0 && !lines[i+1].NewPage && lengths[i] >= shortestParagraph {
			inner++
			if layout.EndsSentence(l.Text(s)) {
				ended++
			}
		}
	}
	slices.Sort(lengths)
	each := inner >= 2 && 3*ended >= 2*inner
	short := lengths[len(lengths)*3/4] / 2
	out := slices.Clone(lines)
	for i := 1; i < len(out); i++ {
		before := lines[i-1].Text(s)
		if c := out[i].Text(s)[0]; each || len(before) < short && !layout.EndsSentence(before) && (c < 'a' || c > 'z') {
			out[i].Blanks = max(out[i].Blanks, 1)
		}
	}
	return out
}

// shortestParagraph is how many bytes a line has at the least that may show
// whether lines are paragraphs.
const shortestParagraph = 30

// oneHeadline makes the first sentence the headline and the others the text where
// an article is all one paragraph.
func oneHeadline(findings []finding.Finding) []finding.Finding {
	if len(findings) == 0 || findings[len(findings)-1].Section != finding.SectionHeadline {
		return findings
	}
	for i := range findings[1:] {
		findings[i+1].Section = finding.SectionMain
	}
	return findings
}

// article is a second-hand text that is asked what visit it is about.
type article struct {
	lines     []articleLine
	published civil.Date
	isCutOff  bool // its last sentence has no end
}

// articleLine is a sentence of an article, or a title before its text: with plain
// quotation marks, and in lower case at the same offsets.
type articleLine struct {
	s, l    string
	title   bool
	head    bool // a title, or one of the sentences that say what the article is about
	namings []naming
	events  []int // where words stand that a date may belong to, other than a visit
}

// headSentences is how many sentences an article's opening has.
const headSentences = 2

// newArticle takes the sentences of an article and the titles before and among
// the first of them. What stands after the text is the frame of its page: other
// articles, an address.
func newArticle(flow *layout.Unwrapped) *article {
	a := &article{}
	sentences := 0
	for k, b := range flow.Blocks {
		s := strings.TrimSpace(text.Plain(flow.S[b.From:b.To]))
		if s == "" {
			continue
		}
		a.isCutOff = k == len(flow.Blocks)-1 && isCutOff(s)
		if !layout.EndsSentence(s) && !a.isCutOff {
			if sentences < fewestSentences || strings.HasSuffix(text.Lower(s), " council") {
				a.add(articleLine{s: s, title: true, head: sentences < headSentences})
			}
			continue
		}
		for s != "" {
			end, next := sentence.Next(s)
			a.add(articleLine{s: s[:end], head: sentences < headSentences})
			s = s[next:]
			sentences++
		}
	}
	return a
}

func (a *article) add(line articleLine) {
	line.l = ofstedsName.Replace(text.Lower(line.s))
	if len(line.s) <= maxSentence {
		line.namings = namingsIn(len(a.lines), line.l)
	}
	line.events = eventsIn(line.l)
	a.lines = append(text.Room(a.lines), line)
}

// ofstedsName hides the part of the inspectorate's own name that speaks of
// services for children, at the same offsets.
var ofstedsName = strings.NewReplacer("children's services and skills", strings.Repeat("-", len("children's services and skills")))

// isCutOff reports whether a text breaks off: its last word cannot end one.
func isCutOff(s string) bool {
	f := strings.Fields(text.Lower(s))
	return len(f) > 8 && slices.Contains([]string{"and", "or", "but", "the", "a", "an", "of", "to", "in", "that", "with", "for", "by", "which", "who"}, strings.TrimRight(f[len(f)-1], ","))
}

// says reports whether a line of the article has one of the words.
func (a *article) says(words ...string) bool {
	return slices.ContainsFunc(a.lines, func(l articleLine) bool { return text.ContainsAny(l.l, words...) })
}

// namesThis reports whether a line names the visit that the article may be about.
func (l articleLine) namesThis() bool {
	return slices.ContainsFunc(l.namings, func(n naming) bool { return n.tense.mayBeThis() })
}

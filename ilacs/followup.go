package ilacs

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding"
)

// mostEvidence is how many later findings a follow-up names at the most.
const mostEvidence = 4

// The share of what is said well among all that is said of an item, weighted by
// how much it is about it: from addressedFrom on the item is addressed, up to
// persistsTo it persists, between them it is partly addressed.
const (
	addressedFrom = 0.85
	persistsTo    = 0.2
	ofFew         = 0.6  // how much a concern about a few children counts
	ofAsked       = 1.05 // how much a later area for improvement counts
	ofMixed       = 0.4  // the good in a mixed finding
	ofAround      = 0.53 // how much a finding beside the deciding ones counts
	ofImproved    = 0.83 // the good in a finding that says that things got better
)

// candidate is a later finding with its words.
type candidate struct {
	finding.Finding
	words []string
}

// scored is a candidate and how much it is about an item.
type scored struct {
	candidate
	score  float64
	common []string
}

// tracker follows up the items of one document in another.
type tracker struct {
	weights    weights
	candidates []candidate
	visit      Visit // the later one
}

func newTracker(before, after *Report) *tracker {
	t := &tracker{weights: newWeights(before.Findings), visit: after.Visit}
	for _, f := range after.Findings {
		switch f.Section {
		case finding.SectionHeadline, finding.SectionImprove, finding.SectionPriority, finding.SectionMain, finding.SectionStrengths, finding.SectionProgress:
			if f.Polarity != finding.Neutral || isAsked(f) {
				t.candidates = append(t.candidates, candidate{f, contentWords(f.Text)})
			}
		}
	}
	return t
}

// items are the areas for improvement and priority actions of a report, in the
// order of its text.
func (r *Report) items() []finding.Finding {
	var out []finding.Finding
	for _, f := range r.Findings {
		if isAsked(f) {
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b finding.Finding) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// followUp tells what became of an item.
func (t *tracker) followUp(item finding.Finding) FollowUp {
	fu := FollowUp{Item: item, Evidence: []finding.Finding{}}
	parts := partsOf(item)
	var found []outcome
	for _, q := range parts {
		found = append(found, t.outcome(q))
	}
	if len(parts) == 1 || len(parts) > 1 && agree(found) {
		whole := t.outcome(queryOf(item.Text, item.Reading))
		fu.Status, fu.Confidence, fu.Reason = whole.status, whole.confidence, whole.reason
		fu.Evidence = append(fu.Evidence, whole.evidence...)
		return fu
	}
	fu.Status, fu.Confidence = Partly, Medium
	var said []string
	for i, o := range found {
		fu.Parts = append(fu.Parts, Part{parts[i].text, o.status})
		said = append(said, fmt.Sprintf("%s: %s", strings.TrimRight(parts[i].text, "."), o.reason))
		fu.Confidence = min(fu.Confidence, o.confidence)
	}
	fu.Reason = strings.Join(said, "; ")
	for n := 0; len(fu.Evidence) < mostEvidence; n++ { // the best of each part first
		any := false
		for _, o := range found {
			if n < len(o.evidence) && len(fu.Evidence) < mostEvidence {
				any = true
				if !slices.ContainsFunc(fu.Evidence, func(f finding.Finding) bool { return f.Start == o.evidence[n].Start }) {
					fu.Evidence = append(fu.Evidence, o.evidence[n])
				}
			}
		}
		if !any {
			break
		}
	}
	return fu
}

// outcome is what became of a query.
type outcome struct {
	status     Status
	confidence Confidence
	reason     string
	evidence   []finding.Finding
}

// agree tells whether the parts of an item share one fate, or only one of them
// is returned to.
func agree(found []outcome) bool {
	first := Status(0)
	for _, o := range found {
		if o.status == NotRevisited {
			continue
		}
		if first != 0 && o.status != first {
			return false
		}
		first = o.status
	}
	return true
}

func (t *tracker) outcome(q query) outcome {
	q.weight = t.weights.sum(q.words)
	best := t.best(q)
	if len(best) == 0 {
		return t.notRevisited(nil)
	}
	var covered []string
	narrow := false
	for _, s := range best {
		covered = append(covered, s.common...)
		narrow = narrow || len(q.themes) > 0 && len(s.Themes) > 0 && s.Themes[0] == q.themes[0] && !broad[q.themes[0]]
	}
	slices.Sort(covered)
	if !narrow && t.weights.sum(slices.Compact(covered)) < leastCovered*q.weight {
		return t.notRevisited(best)
	}
	good, bad := 0.0, 0.0
	listed := -1
	for i, s := range best {
		g, b := s.verdict()
		good += g * s.score
		bad += b * s.score
		if isAsked(s.Finding) && listed < 0 {
			listed = i
		}
	}
	for _, s := range t.around(q, best) {
		g, b := s.verdict()
		good += ofAround * g * s.score
		bad += ofAround * b * s.score
	}
	if good+bad == 0 {
		return t.notRevisited(best)
	}
	o := outcome{status: Partly}
	switch share := good / (good + bad); {
	case share >= addressedFrom && listed < 0:
		o.status = Addressed
	case share <= persistsTo:
		o.status = Persists
	}
	for _, s := range best {
		o.evidence = append(o.evidence, s.Finding)
	}
	o.confidence = t.confidence(q, o.status, best, listed)
	o.reason = t.reason(o.status, best, listed)
	return o
}

// verdict is how much a finding speaks for the item being addressed, and how
// much against it.
func (s scored) verdict() (good, bad float64) {
	switch {
	case isAsked(s.Finding):
		bad = ofAsked
	case s.Polarity == finding.Strength:
		good = 1
	case s.Polarity == finding.Concern:
		bad = 1
		if s.Extent == finding.ExtentFew {
			bad = ofFew
		}
	case s.Polarity == finding.Mixed:
		good, bad = ofMixed, 1-ofMixed
	}
	if s.Direction == finding.Improved {
		good += ofImproved
	}
	return good, bad
}

// best are the later findings that decide a query, the best first.
func (t *tracker) best(q query) []scored {
	var all []scored
	for _, c := range t.candidates {
		if s, common := q.score(c.Finding, t.weights, c.words); s >= leastScore {
			if isAsked(c.Finding) && sameText(c.Text, q.text) {
				s += 100 // the same item again
			}
			all = append(all, scored{c, s, common})
		}
	}
	slices.SortFunc(all, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.Start, b.Start), cmp.Compare(a.Text, b.Text))
	})
	for i, s := range all {
		if i == mostEvidence || s.score < leastOfBest*all[0].score {
			return all[:i]
		}
	}
	return all
}

// around are the findings that stand in one paragraph with the best ones and
// speak of a theme of the query: a paragraph says what is good of a thing and
// what is not.
func (t *tracker) around(q query, best []scored) []scored {
	var out []scored
	for _, c := range t.candidates {
		if c.Paragraph == 0 || slices.ContainsFunc(best, func(s scored) bool { return s.Start == c.Start }) {
			continue
		}
		for _, s := range best {
			if s.Paragraph == c.Paragraph && (q.themeScore(c.Themes) > 0 || len(shared(q.words, c.words)) > 1) {
				out = append(out, scored{candidate: c, score: s.score})
				break
			}
		}
	}
	return out
}

// sameText tells whether two texts are the same but for case and punctuation.
func sameText(a, b string) bool {
	return slices.EqualFunc(words(nil, lower(straight(a)), 0, 0), words(nil, lower(straight(b)), 0, 0), func(x, y word) bool { return x.text == y.text })
}

func (t *tracker) notRevisited(near []scored) outcome {
	o := outcome{status: NotRevisited, confidence: Medium, reason: "the " + t.visit.document() + " does not return to it"}
	if len(near) > 0 {
		o.confidence = Low
		for _, s := range near {
			o.evidence = append(o.evidence, s.Finding)
		}
		o.reason = "the " + t.visit.document() + " speaks of the theme, but not of this"
	}
	return o
}

// document is what the document about a visit is called.
func (v Visit) document() string {
	switch v.Type {
	case Focused, Monitoring, Assurance, JTAI:
		return "letter"
	}
	return "report"
}

// highScore is the score from which on a finding is plainly about the same.
const highScore = 8

func (t *tracker) confidence(q query, s Status, best []scored, listed int) Confidence {
	switch {
	case listed == 0 && best[0].score >= highScore:
		return High
	case len(best) > 1 && best[0].score >= highScore && (s == Addressed || s == Persists):
		return High
	case best[0].score >= highScore/2+1:
		return Medium
	}
	return Low
}

// reason says in words why an item has its status.
func (t *tracker) reason(s Status, best []scored, listed int) string {
	if listed >= 0 {
		if s == Partly {
			return "still listed as an area for improvement, while other findings speak well of it" + placeOf(other(best).Finding)
		}
		return "still listed as an area for improvement"
	}
	f := best[0].Finding
	switch s {
	case Addressed:
		if f.Direction == finding.Improved {
			return "now described as improved" + extentOf(f) + placeOf(f)
		}
		return "now described as a strength" + extentOf(f) + placeOf(f)
	case Persists:
		if f.Direction == finding.Unchanged {
			return "described as still a concern" + extentOf(f) + placeOf(f)
		}
		return "still described as a concern" + extentOf(f) + placeOf(f)
	}
	return "described as partly good and partly a concern" + placeOf(f)
}

// other is the best finding that is no item of a list.
func other(best []scored) scored {
	for _, s := range best {
		if !isAsked(s.Finding) {
			return s
		}
	}
	return best[0]
}

func extentOf(f finding.Finding) string {
	switch f.Extent {
	case finding.ExtentAll:
		return " for all"
	case finding.ExtentMost:
		return " for most"
	case finding.ExtentSome:
		return " for some"
	case finding.ExtentFew:
		return " for a few"
	}
	return ""
}

// placeOf says where a finding stands.
func placeOf(f finding.Finding) string {
	switch {
	case f.Paragraph > 0:
		return fmt.Sprintf(" (paragraph %d)", f.Paragraph)
	case f.Section == finding.SectionHeadline:
		return " (headline findings)"
	}
	return ""
}

func queryOf(text string, r finding.Reading) query {
	return query{text: text, words: contentWords(text), themes: r.Themes, aspects: r.Aspects}
}

// shortestPart is the fewest telling words that a part of an item has.
const shortestPart = 2

// partsOf cuts an item that asks for several things into its parts: at a
// semicolon, or at "and the", "and that" where both sides have themes of their
// own.
func partsOf(item finding.Finding) []query {
	whole := []query{queryOf(item.Text, item.Reading)}
	if len(item.Themes) < 2 {
		return whole
	}
	var parts []query
	for _, text := range strings.FieldsFunc(markCuts(item.Text), func(r rune) bool { return r == cut }) {
		text = strings.TrimSpace(text)
		q := queryOf(text, finding.Context{Section: item.Section, Area: item.Area}.Classify(text))
		if len(q.words) < shortestPart || len(q.themes) == 0 {
			return whole
		}
		for _, p := range parts {
			if p.themes[0] == q.themes[0] {
				return whole
			}
		}
		parts = append(parts, q)
	}
	if len(parts) < 2 {
		return whole
	}
	return parts
}

const cut = '\x00'

func markCuts(s string) string {
	for _, c := range []string{"; ", ", and the ", " and the ", ", and that ", " and that "} {
		keep := strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(c, ","), ";"), " ")
		keep = strings.TrimPrefix(keep, "and ")
		s = strings.ReplaceAll(s, c, string(cut)+keep)
	}
	return s
}

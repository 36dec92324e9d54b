package ilacs

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/internal/text"
	"github.com/ilacs-go/inspection/judgement"
)

// What a summary quotes of the later document: the surest it can say. A sentence
// that needs the one before it to be understood is never quoted without it.

// quotation is a sentence of the later document that may be quoted.
type quotation struct {
	finding.Finding
	text string // the finding's, after the sentence that it refers to
}

// isQuotable reports whether a text of the later document can be quoted by itself.
func isQuotable(text string) bool {
	return len(text) <= longestQuote && !passage.StatesGrade(text) && !dangles(text)
}

// inContext reports whether a sentence of the later document says what the sentences
// around it say: nothing is set against it in the next one; its paragraph does not
// fault more than it praises, if it praises, nor the other way round; and the
// opening does not say the opposite on its theme elsewhere.
func (s *summary) inContext(f *finding.Finding) bool {
	of, against := finding.Strength, finding.Concern
	if f.Polarity == finding.Concern {
		of, against = against, of
	}
	if s.isCountered(f) {
		return false
	}
	if f.Section == finding.SectionHeadline {
		return len(f.Themes) == 0 || s.count(countKey{f.Section, f.Paragraph, f.Themes[0], against}) == 0
	}
	alike, opposite := s.count(countKey{f.Section, f.Paragraph, 0, of}), s.count(countKey{f.Section, f.Paragraph, 0, against})
	if f.Polarity != of {
		alike++ // it stands for itself
	}
	return alike >= opposite
}

// countKey is what is counted of the later document: the findings of a polarity
// in a paragraph, or those of them that are first about a theme.
type countKey struct {
	section   finding.Section
	paragraph int
	theme     finding.Theme // 0 for all
	polarity  finding.Polarity
}

// count counts findings of the later document, all of them the first time: a document
// may compare itself with an earlier one in each of thousands of sentences.
func (s *summary) count(of countKey) int {
	if s.counts == nil {
		s.counts = map[countKey]int{}
		for i := range s.said.Passages {
			p := &s.said.Passages[i]
			s.counts[countKey{p.Section, p.Paragraph, 0, p.Polarity}]++
			if len(p.Themes) > 0 {
				s.counts[countKey{p.Section, p.Paragraph, p.Themes[0], p.Polarity}]++
			}
		}
	}
	return s.counts[of]
}

// isCountered reports whether the sentence after a finding sets something against it.
func (s *summary) isCountered(f *finding.Finding) bool {
	all := s.said.Passages
	i := sort.Search(len(all), func(i int) bool { return all[i].Start >= f.Start })
	for ; i < len(all) && all[i].Start == f.Start; i++ {
		if all[i].Span == f.Span && all[i].Countered {
			return true
		}
	}
	return false
}

// quotations quotes sentences after what introduces them.
func quotations(introduction string, quoted ...quotation) Statement {
	st := Statement{Kind: StatementOwnWords}
	if len(quoted) == 0 {
		return Statement{}
	}
	var texts []string
	for _, q := range quoted {
		texts = append(texts, quotedWhole(q.text))
		st.Evidence = append(st.Evidence, q.Finding)
		st.Themes = append(st.Themes, q.Themes...)
	}
	st.Text, st.Themes = introduction+" "+strings.Join(texts, " "), unique(st.Themes)
	return st
}

// opens quotes what the opening of the later document finds.
func (s *summary) opens() Statement {
	var quoted []quotation
	for _, f := range s.opening() {
		quoted = append(quoted, quotation{*f, f.Text})
	}
	return quotations(fmt.Sprintf("The opening of %s says:", s.later()), quoted...)
}

// opening is what the opening of the later document says that bears on how the
// grades moved: first what it faults where one fell or is inadequate, and what it
// says has improved where one rose; then the other of the two, if there is room.
func (s *summary) opening() []*finding.Finding {
	if s.Before.Start == s.After.Start {
		return nil // it may be one visit
	}
	fell := slices.ContainsFunc(s.Judgements, func(c JudgementChange) bool {
		return c.Trend == judgement.TrendDeclined || c.After == judgement.Inadequate
	})
	better, worse := s.firstInOpening(isBetter), s.firstInOpening(isFaulted)
	if fell {
		better, worse = worse, better
	}
	all := []*finding.Finding{better, worse}
	all = slices.DeleteFunc(all, func(f *finding.Finding) bool { return f == nil })
	return all[:min(len(all), s.quotes)]
}

func isBetter(f *finding.Finding) bool {
	return f.Polarity == finding.Strength && f.Direction == finding.DirectionImproved
}

func isFaulted(f *finding.Finding) bool {
	return f.Polarity == finding.Concern && f.Extent != finding.ExtentFew
}

// firstInOpening is the first sentence of the later document's opening that fits
// and can be quoted, nil where none does.
func (s *summary) firstInOpening(fits func(*finding.Finding) bool) *finding.Finding {
	var first *finding.Finding
	for i := range s.after.Findings {
		f := &s.after.Findings[i]
		if f.Section == finding.SectionHeadline && f.Speaker != finding.SpeakerCouncil && fits(f) && isQuotable(f.Text) && (first == nil || f.Start < first.Start) && s.inContext(f) {
			first = f
		}
	}
	return first
}

// compares quotes the later document's own comparisons with an earlier visit.
func (s *summary) compares() Statement {
	return quotations("Compared with an earlier visit, "+s.later()+" says:", s.comparisons()...)
}

// comparisons are as many of the later document's own comparisons as the summary
// quotes, those of its opening first: each tells a direction, can be quoted, and is
// quoted by no other sentence of the summary.
func (s *summary) comparisons() []quotation {
	var all []quotation
	elsewhere := s.quotedElsewhere()
	for _, w := range s.OwnWords {
		f := w.Finding
		switch {
		case f.Direction == finding.DirectionNone, f.Direction == 0, slices.Contains(elsewhere, f.Span):
			continue
		case f.Direction == finding.DirectionImproved && s.asksAbout(w.Themes):
			continue // what is asked for has not improved enough
		}
		q := quotation{f, f.Text}
		if w.About != nil {
			if !pointsToSentence(f.Text) {
				continue
			}
			q.text = w.About.Text + " " + f.Text
		}
		all = append(all, q)
	}
	slices.SortStableFunc(all, func(x, y quotation) int {
		return headlineFirst(x.Section) - headlineFirst(y.Section)
	})
	var out []quotation
	for i := 0; i < len(all) && len(out) < s.quotes; i++ {
		if q := all[i]; isQuotable(q.text) && s.inContext(&q.Finding) && !slices.ContainsFunc(out, q.saysAlmost) {
			out = append(out, q)
		}
	}
	return out
}

// pointsToSentence reports whether a sentence points to the whole of the one before:
// "This is an improvement." "This commitment" may sum up more than that.
func pointsToSentence(s string) bool {
	return text.HasAnyPrefix(text.Lower(s), "this is ", "this was ", "this has ", "this represents ", "this marks ", "this shows ", "this remains ", "since then", "since that time",
		"these are ", "these were ", "these have ", "it is ", "they are ", "they have ")
}

// mostAlike is the share of the words of the shorter of two quotations that the
// other has, from which both say the same if that is fewestAlike words or more: all
// of them speak of an inspection.
const mostAlike, fewestAlike = 0.6, 4

// saysAlmost reports whether two quotations say the same.
func (q quotation) saysAlmost(other quotation) bool {
	mine, theirs := passage.Of(finding.Finding{Text: q.text}).Words, passage.Of(finding.Finding{Text: other.text}).Words
	n := 0
	for range passage.SharedWords(mine, theirs) {
		n++
	}
	return n >= fewestAlike && float64(n) >= mostAlike*float64(min(len(mine), len(theirs)))
}

func headlineFirst(s finding.Section) int {
	if s == finding.SectionHeadline {
		return 0
	}
	return 1
}

// quotedElsewhere are the places of what the other sentences of the summary quote.
func (s *summary) quotedElsewhere() []finding.Span {
	var places []finding.Span
	for _, f := range s.opening() {
		places = append(places, f.Span)
	}
	if f := s.onAllItems(); f != nil {
		places = append(places, f.Span)
	}
	return places
}

// onItems quotes what the later document says of the items as a whole.
func (s *summary) onItems() Statement {
	f := s.onAllItems()
	if f == nil {
		return Statement{}
	}
	visit := "inspection"
	if s.Before.Type.isPartial() {
		visit = "visit"
	}
	return Statement{
		Kind: StatementOwnWords, Text: fmt.Sprintf("Of what the earlier %s found to need improvement, %s says: %s", visit, s.later(), quotedWhole(f.Text)),
		Themes: f.Themes, Evidence: []finding.Finding{*f},
	}
}

// onAllItems is what the later document says of the items as a whole: in its
// opening summary, or else where it does so first. It is nil where it does not.
func (s *summary) onAllItems() *finding.Finding {
	opening := s.opening()
	var found *finding.Finding
	for i := range s.overall {
		f := &s.overall[i]
		if slices.ContainsFunc(opening, func(o *finding.Finding) bool { return o.Span == f.Span }) {
			continue // the sentence about the opening has it
		}
		if len(f.Text) <= longestQuote && !dangles(f.Text) && s.inContext(f) && (found == nil || f.Section == finding.SectionHeadline && found.Section != finding.SectionHeadline) {
			found = f
		}
	}
	return found
}

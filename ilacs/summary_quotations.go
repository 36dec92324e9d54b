package ilacs

import (
	"cmp"
	"fmt"
	"math"
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
	rest, _ := cutConnective(text)
	return len(text) <= longestQuote && !passage.StatesGrade(text) && !dangles(rest) && !sumsUp(rest)
}

// withoutConnective shows by an ellipsis that a sentence is quoted without the word
// that joins it to the one before.
func withoutConnective(s string) string {
	if rest, ok := cutConnective(s); ok {
		return "\u2026 " + rest
	}
	return s
}

// cutConnective cuts off the word by which a sentence is only set against the one
// before it, or added to it: it says the same without.
func cutConnective(s string) (rest string, ok bool) {
	if first, rest, ok := strings.Cut(s, ", "); ok && slices.Contains(summaryPhrases()["connective"], text.Lower(first)) {
		return rest, true
	}
	return s, false
}

// sumsUp reports whether a sentence speaks of something as known from the one
// before it: "Families benefit from this work."
func sumsUp(s string) bool {
	if !text.ContainsAny(s, "his ", "hese ") {
		return false
	}
	words := strings.Fields(text.Lower(s))
	for i := 1; i < len(words); i++ {
		noun := strings.TrimRight(words[i], ",.;:")
		if (words[i-1] == "this" || words[i-1] == "these") && slices.Contains(summaryPhrases()["sums-up"], noun) && !slices.ContainsFunc(words[:i-1], func(w string) bool { return strings.HasPrefix(w, noun[:len(noun)-1]) }) {
			return true
		}
	}
	return false
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
		quoted = append(quoted, quotation{*f, withoutConnective(s.withList(f))})
	}
	since := ""
	if last, ok := lastInspection(s.between); ok && slices.ContainsFunc(quoted, func(q quotation) bool { return holds("last-inspection", q.text) }) {
		since = ", for which the last inspection is that" + dateWords(last.Date, " of ") + ","
	}
	return quotations(fmt.Sprintf("The opening of %s%s says:", s.later(), since), quoted...)
}

// withList is the text of a finding with the sentence after it, where that lists what
// it is about: "Several areas still require improvement. These include …"
func (s *summary) withList(f *finding.Finding) string {
	all := s.said.Passages
	i := sort.Search(len(all), func(i int) bool { return all[i].Start > f.Start })
	if i < len(all) && all[i].Section == f.Section && begins("lists", all[i].Text) {
		if with := f.Text + " " + all[i].Text; len(with) <= longestQuote {
			return with
		}
	}
	return f.Text
}

// openings are the sentences of the later document's opening that may be quoted, those of
// either kind that come first before others.
type openings struct{ better, worse []*finding.Finding }

// opening is what the opening of the later document says that bears on how the
// grades moved: first what it faults where one fell or is inadequate, and what it
// says has improved where one rose; then the other of the two, and of faults one more, if
// there is room.
func (s *summary) opening() []*finding.Finding {
	if s.Before.Start == s.After.Start {
		return nil // it may be one visit
	}
	fell := slices.ContainsFunc(s.Judgements, func(c JudgementChange) bool {
		return c.Trend == judgement.TrendDeclined || c.After == judgement.Inadequate
	})
	if s.openings == nil {
		s.openings = &openings{s.inOpening(isBetter), s.inOpening(isFaulted)}
	}
	first, other := s.openings.better, s.openings.worse
	if fell {
		first, other = other, first
	}
	all := slices.Concat(first[:min(1, len(first))], other[:min(1, len(other))])
	if fell && len(first) > 1 {
		all = append(all, first[1])
	}
	return all[:min(len(all), s.fromOpening)]
}

func isBetter(f *finding.Finding) bool {
	return f.Polarity == finding.Strength && f.Direction == finding.DirectionImproved
}

func isFaulted(f *finding.Finding) bool {
	return f.Polarity == finding.Concern && f.Extent != finding.ExtentFew
}

// inOpening are the sentences of the later document's opening that fit and can be quoted:
// first the one that passes judgement on what follows, which is what the opening begins
// with or its own comparison with an earlier visit, and on the services as a whole even
// where what follows also says the opposite; then the next that is about something else.
func (s *summary) inOpening(fits func(*finding.Finding) bool) []*finding.Finding {
	var verdict, first, next *finding.Finding
	begins := math.MaxInt
	for i := range s.after.Findings {
		if f := &s.after.Findings[i]; f.Section == finding.SectionHeadline {
			begins = min(begins, f.Start)
		}
	}
	var all []*finding.Finding
	for i := range s.after.Findings {
		f := &s.after.Findings[i]
		if f.Section != finding.SectionHeadline || f.Speaker == finding.SpeakerCouncil || !fits(f) || !isQuotable(f.Text) || isBackground(f.Text) || s.isCountered(f) {
			continue
		}
		judges := f.Start == begins || s.isOwnWord(f)
		inContext := s.inContext(f)
		if judges && (inContext || isGeneral(f)) && (verdict == nil || f.Start < verdict.Start) {
			verdict = f
		}
		if inContext {
			all = append(all, f)
			if first == nil || f.Start < first.Start {
				first = f
			}
		}
	}
	first = cmp.Or(verdict, first)
	if first == nil {
		return nil
	}
	for _, f := range all {
		if len(f.Themes) > 0 && !sharesTheme(f, first) && !sharesTheme(first, f) && (next == nil || f.Start < next.Start) {
			next = f
		}
	}
	if next == nil {
		return []*finding.Finding{first}
	}
	return []*finding.Finding{first, next}
}

// isGeneral reports whether a finding is about the services as a whole.
func isGeneral(f *finding.Finding) bool {
	return len(f.Themes) == 0 || isGeneralTheme(f.Themes[0])
}

// isGeneralTheme reports whether a theme is that of all services, as grades are.
func isGeneralTheme(t finding.Theme) bool {
	return t == finding.ThemePracticeQuality || t == finding.ThemeLeadership
}

// isBackground reports whether a sentence of an opening tells of an earlier time, or of
// what the area and the years were like, rather than of what inspectors found.
func isBackground(s string) bool {
	return passage.TellsPast(s) || begins("background", s) || holds("background-word", s)
}

// isOwnWord reports whether a finding is a comparison of the later document's own
// that needs no other sentence.
func (s *summary) isOwnWord(f *finding.Finding) bool {
	i := sort.Search(len(s.OwnWords), func(i int) bool { return s.OwnWords[i].Finding.Start >= f.Start }) // they are in the order of the text
	return i < len(s.OwnWords) && s.OwnWords[i].Finding.Span == f.Span && s.OwnWords[i].About == nil
}

// compares quotes the later document's own comparisons with an earlier visit.
func (s *summary) compares() Statement {
	quoted := s.comparisons()
	with := "an earlier visit"
	all := func(holdsSome func(quotation) bool) bool {
		return !slices.ContainsFunc(quoted, func(q quotation) bool { return !holdsSome(q) })
	}
	if last, ok := lastInspection(s.between); ok && all(func(q quotation) bool { return holds("last-inspection", q.text) }) {
		with = "the " + last.nameAndDate() + ", which came between the two"
	} else if s.Before.Type.inspectsAll() && all(namesPartialVisit) {
		with = "a visit that came between the two"
	}
	return quotations("Compared with "+with+", "+s.later()+" says:", quoted...)
}

// comparisons are as many of the later document's own comparisons as the summary
// quotes, the weightiest first: each tells a direction, can be quoted, and is
// quoted by no other sentence of the summary.
func (s *summary) comparisons() []quotation {
	var all []quotation
	elsewhere := s.quotedElsewhere()
	for _, w := range s.OwnWords {
		f := w.Finding
		switch {
		case f.Direction == finding.DirectionNone, f.Direction == 0, slices.Contains(elsewhere, f.Span):
			continue
		case f.Direction == finding.DirectionImproved && len(w.Themes) > 0 && s.asksInPartAbout(w.Themes[0]):
			continue // what is asked for has not improved enough
		}
		q := quotation{f, withoutConnective(f.Text)}
		if w.About != nil {
			if !pointsToSentence(f.Text) {
				continue
			}
			q.text = w.About.Text + " " + f.Text
			if dangles(q.text) {
				continue
			}
		}
		all = append(all, q)
	}
	slices.SortStableFunc(all, func(x, y quotation) int { return s.weight(y) - s.weight(x) })
	var opening, out []quotation
	for _, f := range s.opening() {
		opening = append(opening, quotation{*f, f.Text})
	}
	fits := func(q quotation) bool {
		return isQuotable(q.text) && s.inContext(&q.Finding) && !slices.ContainsFunc(out, q.saysAlmost) && !slices.ContainsFunc(opening, q.saysAlmost)
	}
	for _, q := range all {
		if len(out) < s.quotes && fits(q) {
			out = append(out, q)
		}
	}
	if last := len(out) - 1; last > 0 && out[0].tone() == out[last].tone() {
		if i := slices.IndexFunc(all, func(q quotation) bool { return q.tone()*out[0].tone() < 0 && fits(q) }); i >= 0 {
			out[last] = all[i] // rather than progress alone, or none
		}
	}
	return out
}

// tone is 1 for a quotation that tells of a change for the better or of what is still
// good, -1 for one that tells of a decline or of what is still faulted, and 0 for others.
func (q quotation) tone() int {
	switch {
	case q.Direction == finding.DirectionDeclined || q.Direction == finding.DirectionUnchanged && q.Polarity == finding.Concern:
		return -1
	case q.Direction == finding.DirectionImproved || q.Polarity == finding.Strength:
		return 1
	}
	return 0
}

// pointsToSentence reports whether a sentence points to the whole of the one before:
// "This is an improvement." "This commitment" may sum up more than that.
func pointsToSentence(s string) bool {
	return begins("points", s)
}

// mostAlike is the share of the words of the shorter of two quotations that the other
// has, from which both say the same if they are about one theme.
const mostAlike = 0.6

// saysAlmost reports whether two quotations say the same: both are first about one theme,
// and share words.
func (q quotation) saysAlmost(other quotation) bool {
	if !slices.Equal(q.Themes[:min(1, len(q.Themes))], other.Themes[:min(1, len(other.Themes))]) {
		return false
	}
	mine, theirs := passage.Of(finding.Finding{Text: q.text}).Words, passage.Of(finding.Finding{Text: other.text}).Words
	n := passage.Shared(mine, theirs)
	return float64(n) >= mostAlike*float64(min(len(mine), len(theirs)))
}

// weight is higher for the comparisons that are quoted first: those that tell a result
// before those that tell an effort, and those with an inspection before those with a
// visit between two inspections; of either, those of the opening, and those that say that much
// changed before those that say that nothing did.
func (s *summary) weight(q quotation) int {
	weight := 0
	for _, has := range []struct {
		is bool
		by int
	}{
		{holds("effort", q.text), -3}, {s.Before.Type.inspectsAll() && namesPartialVisit(q), -3},
		{q.Direction == finding.DirectionUnchanged, -1}, {q.Section == finding.SectionHeadline, 1}, {holds("emphasis", q.text), 1},
	} {
		if has.is {
			weight += has.by
		}
	}
	return weight
}

// namesPartialVisit reports whether a comparison is with a visit to a part of the services.
func namesPartialVisit(q quotation) bool { return holds("partial-visit", q.text) }

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
		if isQuotable(f.Text) && s.inContext(f) && (found == nil || f.Section == finding.SectionHeadline && found.Section != finding.SectionHeadline) {
			found = f
		}
	}
	return found
}

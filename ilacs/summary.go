package ilacs

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/judgement"
)

// How much a summary says: namedAtMost is how many themes or items a sentence
// names (where there is one more, it names that too), longestQuote the most bytes
// of a sentence that is quoted, fewestStatements the fewest sentences where both
// documents say enough for them.
const namedAtMost, longestQuote, fewestStatements = 3, 300, 3


// summary puts a comparison into words. No sentence says more than the values
// that it is made from.
type summary struct {
	*Progress
	before, after *Report
	// itemsBefore and itemsAfter count the items that were compared; those of a
	// safeguarding board may be left out.
	itemsBefore, itemsAfter int
	// overall is what the later document says of the items as a whole.
	overall []finding.Finding
}

// statements returns the sentences of the summary: at most six, and three where
// both documents say enough for them.
func (s *summary) statements() []Statement {
	out := []Statement{}
	overall, areas := s.overallGrade(), s.areas()
	switch {
	case overall.Text != "":
		overall = s.withOpening(overall)
	case areas.Text != "":
		areas = s.withOpening(areas)
	}
	for _, st := range []Statement{overall, areas, s.followUps(), s.persisting(), s.themes(), s.newItems()} {
		if st.Text != "" {
			out = append(out, st)
		}
	}
	if len(out) < fewestStatements && s.nothingMoved() {
		out = append(out, Statement{Text: fmt.Sprintf("No theme that both documents say enough about was found to have moved from %s to %s.", s.Before.when(), s.After.when())})
	}
	return out
}

// overallGrade says how the services as a whole were judged at both visits.
func (s *summary) overallGrade() Statement {
	i := slices.IndexFunc(s.Judgements, func(c JudgementChange) bool { return c.Area == judgement.Overall && c.Before != 0 })
	if i < 0 {
		return Statement{}
	}
	c := s.Judgements[i]
	was := judgedWords(c.Before) + " at " + s.Before.when()
	if c.SaidBefore != nil {
		was = judgedWords(c.Before) + dateWords(c.SaidBefore.Date, " in ")
	}
	is := ""
	switch {
	case c.After == 0 && c.Trend == judgement.TrendWithdrawn:
		is = "; " + s.After.when() + " gave no overall grade, as its framework has none"
	case c.After == 0:
		is = "; " + s.later() + " gives no overall grade"
	case c.SaidAfter != nil && c.SaidBefore == nil && c.After == c.Before && isJudgementOf(s.Before, c.SaidAfter.Date):
		is = "; " + s.later() + " gives no grade of its own, and that judgement stood at " + s.After.when()
	case c.SaidAfter != nil:
		is = "; at " + s.After.when() + " their grade was " + gradeWords(c.After) + dateWords(c.SaidAfter.Date, ", judged in ")
	case c.After == c.Before:
		is = ", and again at " + s.After.when()
	default:
		is = ", and " + judgedWords(c.After) + " at " + s.After.when()
	}
	return Statement{Text: s.whose() + " services for children were judged " + was + is + "."}
}

// isJudgementOf reports whether a grade that a later document dates so is the one
// given by an inspection: letters date it by the fieldwork or by the report, which
// comes out in the months after. A letter's month or year is any day in it.
func isJudgementOf(v Visit, said civil.Date) bool {
	last := v.Published
	if last.IsZero() {
		last = v.End
		if last.IsZero() {
			last = v.Start
		}
		last = last.Last().AddDays(longestToPublish)
	}
	return !said.IsZero() && !v.Start.IsZero() && said.Last().Compare(v.Start.First()) >= 0 && said.First().Compare(last.Last()) <= 0
}

// longestToPublish is how many days after the end of fieldwork a report comes out
// at the latest, where the report does not say: 99 in 100 of those in the national
// record do, and no other inspection with grades comes as soon.
const longestToPublish = 120

// withOpening adds to a statement about grades what the opening of the later
// document says of them.
func (s *summary) withOpening(st Statement) Statement {
	f := s.opening()
	if f == nil {
		return st
	}
	st.Text = fmt.Sprintf("%s; the opening of %s says: %s", strings.TrimSuffix(st.Text, "."), s.later(), quoted(f.Text))
	st.Evidence = append(st.Evidence, *f)
	return st
}

// opening is the first sentence of the later document's opening that bears on how
// the grades moved: what it faults where one fell or is inadequate, what it says
// has improved where one rose. It is nil where there is none.
func (s *summary) opening() *finding.Finding {
	if s.Before.Start == s.After.Start {
		return nil // this may be one visit
	}
	rose, fell := false, false
	for _, c := range s.Judgements {
		rose = rose || c.Trend == judgement.TrendImproved
		fell = fell || c.Trend == judgement.TrendDeclined || c.After == judgement.Inadequate
	}
	if !rose && !fell {
		return nil
	}
	fits := func(f *finding.Finding) bool {
		return f.Polarity == finding.Strength && f.Direction == finding.DirectionImproved
	}
	if fell {
		fits = func(f *finding.Finding) bool { return f.Polarity == finding.Concern && f.Extent != finding.ExtentFew }
	}
	var first *finding.Finding
	for i := range s.after.Findings {
		f := &s.after.Findings[i]
		if f.Section == finding.SectionHeadline && f.Speaker != finding.SpeakerCouncil && len(f.Text) <= longestQuote && fits(f) && !passage.StatesGrade(f.Text) && !passage.Continues(f.Text) &&
			(first == nil || f.Start < first.Start) {
			first = f
		}
	}
	return first
}

// areas says which judgement areas moved, and to which grade.
func (s *summary) areas() Statement {
	var parts []string
	graded, changed := false, false
	for _, trend := range []judgement.Trend{judgement.TrendImproved, judgement.TrendDeclined} {
		var grades []judgement.Grade
		moved := map[judgement.Grade][]string{}
		for _, c := range s.Judgements {
			if c.Area == judgement.Overall || c.Area == judgement.LSCB || c.Before == 0 || c.After == 0 {
				continue
			}
			graded, changed = true, changed || c.Before != c.After
			if c.Trend != trend {
				continue
			}
			name := areaWords(c.Area)
			if c.Area == judgement.CareLeavers && c.Basis == judgement.BasisToCombined {
				if slices.Contains(moved[c.After], areaWords(judgement.InCareAndCareLeavers)) {
					continue
				}
				name += ", now graded with children in care,"
			}
			if moved[c.After] == nil {
				grades = append(grades, c.After)
			}
			moved[c.After] = append(moved[c.After], name)
		}
		for _, g := range grades {
			parts = append(parts, list(moved[g])+" "+trend.String()+" to "+gradeWords(g))
		}
	}
	switch {
	case len(parts) > 0:
		return Statement{Text: sentenceCase(strings.Join(parts, "; ")) + "."}
	case graded && !changed:
		return Statement{Text: "No judgement area changed its grade."}
	}
	return Statement{}
}

// followUps counts what became of the items.
func (s *summary) followUps() Statement {
	if len(s.FollowUps) == 0 {
		return Statement{}
	}
	var st Statement
	what, whats, unsure := "area for improvement", "areas for improvement", 0
	for _, f := range s.FollowUps {
		if f.Item.Section == finding.SectionPriority {
			what, whats = "area for improvement or priority action", "areas for improvement or priority action"
		}
		if f.Status != StatusPersists && len(f.Evidence) > 0 {
			st.Evidence = append(st.Evidence, f.Evidence[0])
		}
		if f.Confidence == ConfidenceLow {
			unsure++
		}
	}
	if all := len(s.FollowUps); all == 1 {
		st.Text = fmt.Sprintf("%s %s the one %s of %s", sentenceCase(s.later()), verbOf[s.FollowUps[0].Status], what, s.Before.when())
	} else {
		aside := ""
		if s.itemsBefore < s.before.countItems() {
			aside = ", the safeguarding board's aside"
		}
		st.Text = fmt.Sprintf("Of the %s %s of %s%s, %s %s", numberWord(all), whats, s.Before.when(), aside, s.later(), list(s.statusCounts()))
	}
	switch {
	case unsure == 1:
		st.Text += "; one of these readings is uncertain"
	case unsure > 1:
		st.Text += "; " + numberWord(unsure) + " of these readings are uncertain"
	}
	f := s.onAllItems()
	if f == nil {
		st.Text += "."
		return st
	}
	st.Text = fmt.Sprintf("%s; it says itself: %s", st.Text, quoted(f.Text))
	st.Evidence = append(st.Evidence, *f)
	return st
}

// verbOf says what the later document does with the one item that there is.
var verbOf = map[Status]string{StatusAddressed: "speaks well of", StatusPartly: "is in two minds about", StatusPersists: "still faults", StatusNotRevisited: "was not found to return to"}

// statusCounts says how many items of several have each status: "speaks well of
// two", "was not found to return to any".
func (s *summary) statusCounts() []string {
	all, n := len(s.FollowUps), map[Status]int{}
	for _, f := range s.FollowUps {
		n[f.Status]++
	}
	var out []string
	for _, status := range []Status{StatusAddressed, StatusPartly, StatusPersists, StatusNotRevisited} {
		count := numberWord(n[status])
		switch {
		case n[status] == 0:
			continue
		case n[status] < all:
		case status == StatusNotRevisited && all == 2:
			count = "either"
		case status == StatusNotRevisited:
			count = "any"
		case all == 2:
			count = "both"
		default:
			count = "all " + count
		}
		if status == StatusPartly {
			out = append(out, "finds "+count+" partly addressed")
		} else {
			out = append(out, verbOf[status]+" "+count)
		}
	}
	return out
}

// onAllItems is what the later document says of the items as a whole: in its
// opening summary, or else where it does so first. It is nil where it does not.
func (s *summary) onAllItems() *finding.Finding {
	opening := s.opening()
	var found *finding.Finding
	for i := range s.overall {
		f := &s.overall[i]
		if opening != nil && opening.Span == f.Span {
			continue // the first sentence has it
		}
		if len(f.Text) <= longestQuote && (found == nil || f.Section == finding.SectionHeadline && found.Section != finding.SectionHeadline) {
			found = f
		}
	}
	return found
}

// persisting names what persists, in the words that asked for it.
func (s *summary) persisting() Statement {
	var st Statement
	var items []string
	for _, f := range s.FollowUps {
		if f.Status != StatusPersists {
			continue
		}
		item := inShort(f.Item.Text)
		if f.Confidence == ConfidenceLow {
			item += " (uncertain)"
		}
		items = append(items, item)
		st.Evidence = append(st.Evidence, f.Item)
		st.Evidence = append(st.Evidence, f.Evidence[:min(1, len(f.Evidence))]...)
	}
	if len(items) == 0 {
		return Statement{}
	}
	st.Text = "Still faulted: " + firstFew(items) + "."
	return st
}

// themes names the themes that moved most, where both documents say enough of
// them.
func (s *summary) themes() Statement {
	var st Statement
	var parts []string
	for _, x := range []struct {
		more  string
		trend ThemeTrend
	}{{"more positive", ThemeTrendImproved}, {"less positive", ThemeTrendDeclined}} {
		moved := s.moved(x.trend)
		if len(moved) == 0 {
			continue
		}
		above := ""
		if len(moved) > namedAtMost+1 {
			moved, above = moved[:namedAtMost], ", above all"
		}
		var names []string
		for _, t := range moved {
			names = append(names, themeWords(t.Theme))
			if t.BestBefore != nil && t.BestAfter != nil {
				st.Evidence = append(st.Evidence, *t.BestBefore, *t.BestAfter)
			}
		}
		than := ""
		if len(parts) == 0 {
			than = " than the earlier " + s.before.Source.noun()
		}
		parts = append(parts, x.more+than+above+" about "+list(names))
	}
	if len(parts) == 0 {
		return Statement{}
	}
	st.Text = "Overall, " + s.later() + " is " + strings.Join(parts, ", and ") + "."
	return st
}

// moved are the themes of a trend of which both documents say enough, those that
// moved most first.
func (s *summary) moved(trend ThemeTrend) []ThemeChange {
	var out []ThemeChange
	for _, t := range s.Themes {
		if t.Trend == trend && t.CountBefore.said() >= enoughSaid && t.CountAfter.said() >= enoughSaid {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(x, y ThemeChange) int { return cmp.Compare(y.movement(), x.movement()) })
	return out
}

func (s *summary) nothingMoved() bool {
	return len(s.Themes) > 0 && len(s.moved(ThemeTrendImproved)) == 0 && len(s.moved(ThemeTrendDeclined)) == 0
}

// newItems says what the later document asks for that the earlier one does not.
func (s *summary) newItems() Statement {
	st := Statement{Evidence: s.New}
	var items []string
	for _, f := range s.New {
		items = append(items, inShort(f.Text))
	}
	switch {
	case len(s.New) > 0 && s.itemsBefore == 0:
		st.Text = fmt.Sprintf("%s asks for %s, and the earlier %s lists none: %s.", sentenceCase(s.later()), improvements(len(s.New)), s.before.Source.noun(), firstFew(items))
	case len(s.New) > 0:
		st.Text = fmt.Sprintf("%s asks for %s that the earlier one was not found to list: %s.", sentenceCase(s.later()), improvements(len(s.New)), firstFew(items))
	case s.itemsAfter > 0 && s.itemsAfter == s.after.countItems():
		st.Text = fmt.Sprintf("All that %s asks for is about what the earlier one lists too.", s.later())
	case s.after.countItems() == 0 && s.after.Source == SourceReport && s.after.Visit.Type.listsImprovements():
		st.Text = fmt.Sprintf("%s lists no areas for improvement.", sentenceCase(s.later()))
	}
	return st
}

// countItems counts the areas for improvement and priority actions of a report.
func (r *Report) countItems() int {
	n := 0
	for _, f := range r.Findings {
		if f.Section.Asks() {
			n++
		}
	}
	return n
}

package ilacs

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs/internal/passage"
	"github.com/ilacs-go/inspection/judgement"
)

// mostThemes is how many themes a sentence of the summary names; of one more it
// names that too.
const mostThemes = 3

// enoughSaid is of how many findings on either side a theme must be for the
// summary to name its trend.
const enoughSaid = 3

// fewestStatements is how many sentences a summary has at the least, where both
// documents say enough for them.
const fewestStatements = 3

// briefing puts a comparison into words. Each sentence says no more than the
// values that it is made of.
type briefing struct {
	*Progress
	before, after *Report
	// together is what the later document says of the items as a whole.
	together []finding.Finding
}

// statements are the three to six sentences of a summary.
func (b *briefing) statements() []Statement {
	out := []Statement{}
	standing, areas := b.standing(), b.areas()
	switch {
	case standing.Text != "":
		standing = b.withOwnWords(standing)
	case areas.Text != "":
		areas = b.withOwnWords(areas)
	}
	for _, s := range []Statement{standing, areas, b.followUps(), b.open(), b.themes(), b.news()} {
		if s.Text != "" {
			out = append(out, s)
		}
	}
	if len(out) < fewestStatements && b.nothingMoved() {
		out = append(out, Statement{Text: fmt.Sprintf("No theme of which both documents say enough was found to have moved from %s to %s.", b.Before.when(), b.After.when())})
	}
	return out
}

// standing says how the services as a whole stood and stand.
func (b *briefing) standing() Statement {
	i := slices.IndexFunc(b.Judgements, func(c JudgementChange) bool { return c.Area == judgement.Overall && c.Before != 0 })
	if i < 0 {
		return Statement{}
	}
	c := b.Judgements[i]
	was := judgedWords(c.Before) + " at " + b.Before.when()
	if c.SaidBefore != nil {
		was = judgedWords(c.Before) + dateWords(c.SaidBefore.Date, " in ")
	}
	is := ""
	switch {
	case c.After == 0 && c.Trend == judgement.TrendWithdrawn:
		is = "; " + b.After.when() + " gave no overall grade, as its framework has none"
	case c.After == 0:
		is = "; the later " + b.after.Source.noun() + " gives no overall grade"
	case c.SaidAfter != nil && c.SaidBefore == nil && c.SaidAfter.Date.Contains(b.Before.Start):
		is = "; the later " + b.after.Source.noun() + " gives no grade of its own, and that judgement stood at " + b.After.when()
	case c.SaidAfter != nil:
		is = "; by " + b.After.when() + " they stood at " + gradeWords(c.After) + dateWords(c.SaidAfter.Date, ", judged in ")
	case c.After == c.Before:
		is = ", and again at " + b.After.when()
	default:
		is = ", and " + judgedWords(c.After) + " at " + b.After.when()
	}
	return Statement{Text: b.whose() + " services for children were judged " + was + is + "."}
}

// withOwnWords adds to what is said of the grades what the later document's
// opening says of them.
func (b *briefing) withOwnWords(s Statement) Statement {
	f := b.ownWords()
	if f == nil {
		return s
	}
	s.Text = fmt.Sprintf("%s; the opening of the later %s says: %s", strings.TrimSuffix(s.Text, "."), b.after.Source.noun(), quoted(f.Text))
	s.Evidence = append(s.Evidence, *f)
	return s
}

// ownWords is what the later document's opening says that bears most on how the
// services moved: what it faults where a grade fell or is inadequate, what it
// says has improved where one rose.
func (b *briefing) ownWords() *finding.Finding {
	fits := func(f *finding.Finding) bool {
		return f.Polarity == finding.Strength && f.Direction == finding.DirectionImproved
	}
	if b.Before.Start == b.After.Start {
		return nil // not surely another visit
	}
	rose, fell := false, false
	for _, c := range b.Judgements {
		rose = rose || c.Trend == judgement.TrendImproved
		fell = fell || c.Trend == judgement.TrendDeclined || c.After == judgement.Inadequate
	}
	switch {
	case fell:
		fits = func(f *finding.Finding) bool { return f.Polarity == finding.Concern && f.Extent != finding.ExtentFew }
	case !rose:
		return nil
	}
	var first *finding.Finding
	for i := range b.after.Findings {
		f := &b.after.Findings[i]
		if f.Section == finding.SectionHeadline && len(f.Text) <= longestQuote && fits(f) && !passage.StatesGrade(f.Text) && !passage.Continues(f.Text) &&
			(first == nil || f.Start < first.Start) {
			first = f
		}
	}
	return first
}

// judgedWords put a grade behind "were judged".
func judgedWords(g judgement.Grade) string {
	if g == judgement.RequiresImprovement {
		return "to require improvement to be good"
	}
	return "to be " + gradeWords(g)
}

// areas says which judgement areas moved, and to which grade.
func (b *briefing) areas() Statement {
	var parts []string
	graded := 0
	for _, trend := range []judgement.Trend{judgement.TrendImproved, judgement.TrendDeclined} {
		var grades []judgement.Grade
		moved := map[judgement.Grade][]string{}
		for _, c := range b.Judgements {
			if c.Area == judgement.Overall || c.Area == judgement.LSCB || c.Before == 0 || c.After == 0 {
				continue
			}
			graded++
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
	case graded > 0:
		return Statement{Text: "No judgement area changed its grade."}
	}
	return Statement{}
}

// followUps counts what became of the items.
func (b *briefing) followUps() Statement {
	n := map[Status]int{}
	var s Statement
	what, whats := "area for improvement", "areas for improvement"
	for _, f := range b.FollowUps {
		n[f.Status]++
		if f.Item.Section == finding.SectionPriority {
			what, whats = "area for improvement or priority action", "areas for improvement or priority action"
		}
		if f.Status != StatusPersists && len(f.Evidence) > 0 {
			s.Evidence = append(s.Evidence, f.Evidence[0])
		}
	}
	doc := "the later " + b.after.Source.noun()
	switch all := len(b.FollowUps); all {
	case 0:
		return Statement{}
	case 1:
		verb := map[Status]string{StatusAddressed: "speaks well of", StatusPartly: "is of two minds about", StatusPersists: "still faults", StatusNotRevisited: "was not found to return to"}
		s.Text = fmt.Sprintf("%s %s the one %s of %s.", sentenceCase(doc), verb[b.FollowUps[0].Status], what, b.Before.when())
	default:
		var parts []string
		for _, x := range []struct {
			status Status
			verb   string
		}{{StatusAddressed, "speaks well of"}, {StatusPartly, "finds %s partly addressed"}, {StatusPersists, "still faults"}, {StatusNotRevisited, "was not found to return to"}} {
			count := numberWord(n[x.status])
			switch {
			case n[x.status] == 0:
				continue
			case n[x.status] == all && x.status == StatusNotRevisited && all == 2:
				count = "either"
			case n[x.status] == all && x.status == StatusNotRevisited:
				count = "any"
			case n[x.status] == all && all == 2:
				count = "both"
			case n[x.status] == all:
				count = "all " + count
			}
			if strings.Contains(x.verb, "%s") {
				parts = append(parts, fmt.Sprintf(x.verb, count))
			} else {
				parts = append(parts, x.verb+" "+count)
			}
		}
		s.Text = fmt.Sprintf("Of the %s of %s, %s %s.", numberWord(all)+" "+whats, b.Before.when(), doc, list(parts))
	}
	if unsure := b.unsure(); unsure > 0 {
		s.Text = strings.TrimSuffix(s.Text, ".") + "; " + map[bool]string{true: "one of these readings is uncertain.", false: numberWord(unsure) + " of these readings are uncertain."}[unsure == 1]
	}
	if f := b.ofAll(); f != nil {
		s.Text = fmt.Sprintf("%s; it says itself: %s", strings.TrimSuffix(s.Text, "."), quoted(f.Text))
		s.Evidence = append(s.Evidence, *f)
	}
	return s
}

// longestQuote is the most bytes of a sentence that a summary quotes.
const longestQuote = 300

// ofAll is what the later document says of the items as a whole: in its opening
// summary, or else where it does so first.
func (b *briefing) ofAll() *finding.Finding {
	var found *finding.Finding
	for i := range b.together {
		f := &b.together[i]
		if own := b.ownWords(); own != nil && own.Span == f.Span {
			continue // the first sentence has it
		}
		if len(f.Text) <= longestQuote && (found == nil || f.Section == finding.SectionHeadline && found.Section != finding.SectionHeadline) {
			found = f
		}
	}
	return found
}

// unsure counts the follow-ups of low confidence.
func (b *briefing) unsure() int {
	n := 0
	for _, f := range b.FollowUps {
		if f.Confidence == ConfidenceLow {
			n++
		}
	}
	return n
}

// open names what persists, in the words that asked for it.
func (b *briefing) open() Statement {
	var s Statement
	var items []string
	for _, f := range b.FollowUps {
		if f.Status != StatusPersists {
			continue
		}
		item := inShort(f.Item.Text)
		if f.Confidence == ConfidenceLow {
			item += " (uncertain)"
		}
		items = append(items, item)
		s.Evidence = append(s.Evidence, f.Item)
		s.Evidence = append(s.Evidence, f.Evidence[:min(1, len(f.Evidence))]...)
	}
	if len(items) == 0 {
		return Statement{}
	}
	s.Text = "Still faulted: " + few(items) + "."
	return s
}

// themes names the themes that moved most, where enough is said of them on
// both sides.
func (b *briefing) themes() Statement {
	better, worse := b.moved(ThemeTrendImproved), b.moved(ThemeTrendDeclined)
	var s Statement
	var parts []string
	for _, x := range []struct {
		more   string
		themes []ThemeChange
	}{{"more positive", better}, {"less positive", worse}} {
		if len(x.themes) == 0 {
			continue
		}
		var names []string
		for _, t := range x.themes {
			names = append(names, themeWords(t.Theme))
		}
		named, above := names, ""
		if len(names) > mostThemes+1 {
			named, above = names[:mostThemes], ", above all"
		}
		for _, t := range x.themes[:len(named)] {
			if t.BestBefore != nil && t.BestAfter != nil {
				s.Evidence = append(s.Evidence, *t.BestBefore, *t.BestAfter)
			}
		}
		than := ""
		if len(parts) == 0 {
			than = " than the earlier " + b.before.Source.noun()
		}
		parts = append(parts, x.more+than+above+" about "+list(named))
	}
	if len(parts) == 0 {
		return Statement{}
	}
	s.Text = "In all that it says, the later " + b.after.Source.noun() + " is " + strings.Join(parts, ", and ") + "."
	return s
}

// moved are the themes of a trend of which both sides say enough, those that
// moved most first.
func (b *briefing) moved(trend ThemeTrend) []ThemeChange {
	var out []ThemeChange
	for _, t := range b.Themes {
		if t.Trend == trend && t.CountBefore.said() >= enoughSaid && t.CountAfter.said() >= enoughSaid {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(x, y ThemeChange) int { return cmp.Compare(y.movement(), x.movement()) })
	return out
}

// movement is how far the share of good among what is said of a theme moved; of
// two that moved as far, the one of which more is said moved more.
func (t ThemeChange) movement() float64 {
	return math.Abs(t.CountAfter.share()-t.CountBefore.share()) * math.Log1p(float64(min(t.CountBefore.said(), t.CountAfter.said())))
}

func (b *briefing) nothingMoved() bool {
	return len(b.Themes) > 0 && len(b.moved(ThemeTrendImproved)) == 0 && len(b.moved(ThemeTrendDeclined)) == 0
}

// news says what the later document asks for that the earlier one does not list.
func (b *briefing) news() Statement {
	earlier, later := b.before.asks(), b.after.asks()
	doc := "the later " + b.after.Source.noun()
	s := Statement{Evidence: b.New}
	var items []string
	for _, f := range b.New {
		items = append(items, inShort(f.Text))
	}
	switch {
	case len(b.New) > 0 && earlier == 0:
		s.Text = fmt.Sprintf("%s asks for %s, and the earlier %s lists none: %s.", sentenceCase(doc), improvements(len(b.New)), b.before.Source.noun(), few(items))
	case len(b.New) > 0:
		s.Text = fmt.Sprintf("%s asks for %s that the earlier one was not found to list: %s.", sentenceCase(doc), improvements(len(b.New)), few(items))
	case later > 0:
		s.Text = fmt.Sprintf("All that %s asks for is about what the earlier one lists too.", doc)
	case b.after.Source == SourceReport && b.after.Visit.Type.listsImprovements():
		s.Text = fmt.Sprintf("%s lists no areas for improvement.", sentenceCase(doc))
	}
	return s
}

func improvements(n int) string {
	if n == 1 {
		return "one improvement"
	}
	return numberWord(n) + " improvements"
}

// asks counts the areas for improvement and priority actions of a report.
func (r *Report) asks() int {
	n := 0
	for _, f := range r.Findings {
		if f.Section.Asks() {
			n++
		}
	}
	return n
}

func (c Count) said() int { return c.Strength + c.Concern + c.Mixed }

// share is the good among what is said; 0 where nothing is.
func (c Count) share() float64 {
	if c.said() == 0 {
		return 0
	}
	return (float64(c.Strength) + passage.MixedGood*float64(c.Mixed)) / float64(c.said())
}

package render

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
)

// errNothing is the error for a history of less than two visits.
var errNothing = errors.New("render: there is no comparison to show")

// progressPage is what comparisons show, in words and in order,
// whatever the form.
type progressPage struct {
	Name    string // of the authority
	Period  string // from the first visit to the last
	Visits  []progressVisit
	Columns []historyColumn
	Rows    []historyRow // the grades of each visit
	Legend  []historyCell
	Notes   []string // on the grades
	Steps   []progressStep
	Preface []string         // the caller's notes
	Courses []progressCourse // of themes, of a history alone
}

// progressStep is one comparison.
type progressStep struct {
	ID            string // of its heading
	Title         string
	Before, After progressVisit
	Summary       []progressStatement
	Judgements    []progressJudgement
	Tally         []progressTally
	FollowUps     []progressFollowUp
	New           []progressQuote
	Lists         []progressPair
	Themes        []progressGroup
}

// progressStatement is a sentence of the summary.
type progressStatement struct {
	Text   string
	Quotes []progressQuote
}

// progressQuote is a finding as it is quoted.
type progressQuote struct {
	Text     string
	Side     string // the visit, where it is known
	Place    string // "paragraph 14"
	Polarity string
	numbered bool // the place is a paragraph number
}

// progressTally is how many follow-ups have a status.
type progressTally struct {
	progressMark
	Count int
}

// Verb is the status as it is counted: "2 persist".
func (t progressTally) Verb() string {
	if t.Class == "persists" && t.Count != 1 {
		return "persist"
	}
	return historyLower(t.Word)
}

// progressMark is a value of a closed list as it is shown: never by colour alone.
type progressMark struct {
	Class string // of the style: the text form
	Sign  string
	Word  string
}

// progressFollowUp is what became of one area for improvement.
type progressFollowUp struct {
	progressMark
	Number     int
	Item       progressQuote
	Confidence string
	Reason     string
	Evidence   []progressQuote
	Near       bool // the evidence does not return to the item
	Parts      []progressPart
}

// progressPart is what became of one part of it.
type progressPart struct {
	progressMark
	Text string
}

// progressPair is a row of the two lists of areas for improvement side by side:
// an earlier item and the later one that answers it, or one of them alone.
type progressPair struct {
	Sign   string
	Number int    // of the earlier item; 0 for none
	Then   string // the earlier item
	Letter string // of the later item; "" for none
	Now    string // the later item, "" where a row above has it
}

// newProgressPage lays out the comparisons of a history, or of a single one in
// its form.
func newProgressPage(h ilacs.History) (progressPage, error) {
	if len(h.Progresses) == 0 {
		return progressPage{}, errNothing
	}
	var page progressPage
	page.visits(h)
	first, last := page.Visits[0], page.Visits[len(page.Visits)-1]
	page.Name = cmp.Or(last.authority, first.authority, "A local authority")
	page.Period = first.Label + " to " + last.Label
	for i, p := range h.Progresses {
		step := newProgressStep(p, page.Visits[i], page.Visits[i+1])
		step.ID = "step-" + strconv.Itoa(i+1)
		var later []finding.Finding
		if i+1 < len(h.Progresses) {
			for _, f := range h.Progresses[i+1].FollowUps {
				later = append(later, f.Item)
			}
		}
		step.Lists = progressPairs(p, later)
		page.Steps = append(page.Steps, step)
	}
	page.Courses = progressCourses(h, len(page.Visits))
	return page, nil
}

func newProgressStep(p ilacs.Progress, before, after progressVisit) progressStep {
	s := progressStep{Title: "From " + before.Label + " to " + after.Label, Before: before, After: after}
	for _, x := range p.Summary {
		s.Summary = append(s.Summary, progressStatement{clean(x.Text), progressSided(p, x.Evidence, before, after)})
	}
	for _, c := range p.Judgements {
		s.Judgements = append(s.Judgements, newProgressJudgement(p, c))
	}
	s.Tally = progressTallies(p.FollowUps)
	for i, f := range p.FollowUps {
		follow := progressFollowUp{
			progressMark: statusMark(f.Status), Number: i + 1, Item: quote(f.Item, before.Short),
			Confidence: historyLower(f.Confidence.String()), Reason: sentence(f.Reason),
			Near: f.Status == ilacs.StatusNotRevisited,
		}
		for _, e := range f.Evidence {
			follow.Evidence = append(follow.Evidence, quote(e, after.Short))
		}
		for _, part := range f.Parts {
			follow.Parts = append(follow.Parts, progressPart{statusMark(part.Status), clean(part.Text)})
		}
		s.FollowUps = append(s.FollowUps, follow)
	}
	for _, f := range p.New {
		s.New = append(s.New, quote(f, after.Short))
	}
	s.Themes = progressGroups(p.Themes, before, after)
	return s
}

// progressTallies counts the statuses, the best first.
func progressTallies(list []ilacs.FollowUp) []progressTally {
	var tallies []progressTally
	for _, s := range []ilacs.Status{ilacs.StatusAddressed, ilacs.StatusPartly, ilacs.StatusPersists, ilacs.StatusNotRevisited} {
		n := 0
		for _, f := range list {
			if f.Status == s {
				n++
			}
		}
		if n > 0 {
			tallies = append(tallies, progressTally{statusMark(s), n})
		}
	}
	return tallies
}

// progressSided quotes findings of which it is not told which document they are
// from: the rest of the comparison tells it.
func progressSided(p ilacs.Progress, list []finding.Finding, before, after progressVisit) []progressQuote {
	var quotes []progressQuote
	for i, f := range list {
		if slices.ContainsFunc(list[:i], func(g finding.Finding) bool { return g.Span == f.Span && g.Text == f.Text }) {
			continue
		}
		was, is := progressHolds(p, f)
		side := ""
		switch {
		case was && !is:
			side = before.Short
		case is && !was:
			side = after.Short
		}
		quotes = append(quotes, quote(f, side))
	}
	return quotes
}

// progressHolds reports which documents a finding is seen to be from.
func progressHolds(p ilacs.Progress, f finding.Finding) (before, after bool) {
	same := func(g finding.Finding) bool { return g.Text == f.Text && g.Span == f.Span }
	is := func(g *finding.Finding) bool { return g != nil && same(*g) }
	for _, x := range p.FollowUps {
		before = before || same(x.Item)
		after = after || slices.ContainsFunc(x.Evidence, same)
	}
	for _, x := range p.Themes {
		before, after = before || is(x.BestBefore), after || is(x.BestAfter)
	}
	for _, x := range p.Judgements {
		said := func(e *ilacs.Earlier) bool { return e != nil && e.Text == f.Text && e.Span == f.Span }
		before, after = before || said(x.SaidBefore), after || said(x.SaidAfter)
	}
	return before, after || slices.ContainsFunc(p.New, same)
}

// progressPairs sets the two lists of areas for improvement side by side. Where
// the later list is not given it is what the comparison knows of it: what is new
// and what decides a follow-up.
func progressPairs(p ilacs.Progress, later []finding.Finding) []progressPair {
	asked := func(f finding.Finding) bool {
		return f.Section == finding.SectionImprove || f.Section == finding.SectionPriority
	}
	at := func(f finding.Finding) int {
		return slices.IndexFunc(later, func(g finding.Finding) bool { return g.Span == f.Span && g.Text == f.Text })
	}
	if later == nil {
		for _, f := range p.FollowUps {
			later = append(later, f.Evidence...)
		}
		later = slices.DeleteFunc(append(later, p.New...), func(f finding.Finding) bool { return !asked(f) })
		slices.SortStableFunc(later, func(a, b finding.Finding) int { return cmp.Compare(a.Start, b.Start) })
		later = slices.CompactFunc(later, func(a, b finding.Finding) bool { return a.Span == b.Span && a.Text == b.Text })
	}
	told := make([]bool, len(later))
	var pairs []progressPair
	for i, f := range p.FollowUps {
		pair := progressPair{Number: i + 1, Sign: statusMark(f.Status).Sign, Then: clean(f.Item.Text)}
		for _, e := range f.Evidence {
			if n := at(e); n >= 0 && asked(e) && f.Status != ilacs.StatusNotRevisited {
				pair.Letter = letter(n)
				if !told[n] {
					pair.Now, told[n] = clean(e.Text), true
				}
				break
			}
		}
		pairs = append(pairs, pair)
	}
	for n, f := range later {
		if !told[n] {
			pairs = append(pairs, progressPair{Letter: letter(n), Now: clean(f.Text)})
		}
	}
	return pairs
}

// letter counts a, b, … z, aa, ab.
func letter(n int) string {
	s := string(rune('a' + n%26))
	if n >= 26 {
		return letter(n/26-1) + s
	}
	return s
}

// sentence ends a text with a full stop and begins it with a capital.
func sentence(s string) string {
	s = strings.TrimSpace(clean(s))
	if s == "" {
		return ""
	}
	if c := s[0]; c >= 'a' && c <= 'z' {
		s = string(c-'a'+'A') + s[1:]
	}
	if !strings.ContainsAny(s[len(s)-1:], ".!?") {
		s += "."
	}
	return s
}

package render

import (
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// A JudgementChange is an [ilacs.JudgementChange] in words: what became of one
// grade.
type JudgementChange struct {
	Area   string // "Help and protection"
	Before string // the grade as printed, "–" for none
	After  string
	Trend  Mark
	Text   string      // both grades in one phrase: "good, now outstanding"
	Notes  []string    // what was compared with what, where that is not plain
	Said   []Quotation // the sentences that report a grade of another visit
}

func newJudgementChange(p ilacs.Progress, c ilacs.JudgementChange) JudgementChange {
	j := JudgementChange{Area: capital(shortArea(c.Area)), Before: "–", After: "–", Trend: trendMark(c.Trend)}
	before, after := p.Before.Framework.GradeName(c.Before), p.After.Framework.GradeName(c.After)
	if c.Before != 0 {
		j.Before = before
	}
	if c.After != 0 {
		j.After = after
	}
	switch {
	case c.Before == 0:
		j.Text = "now " + lower(after)
	case c.After == 0:
		j.Text = "previously " + lower(before)
	case c.Before == c.After:
		j.Text = lower(after) + " both times"
	default:
		j.Text = lower(before) + ", now " + lower(after)
	}
	if note := basisNote(c.Change); note != "" {
		j.Notes = append(j.Notes, note)
	}
	for _, side := range []struct {
		word string
		said *ilacs.Earlier
	}{{"earlier", c.SaidBefore}, {"later", c.SaidAfter}} {
		if side.said != nil {
			j.Notes = append(j.Notes, "by the standing that the "+side.word+" document reports")
			j.Said = append(j.Said, Quotation{Text: PlainText(side.said.Text), Document: "the " + side.word + " document"})
		}
	}
	return j
}

// basisNote says what was compared with what; "" where that is plain.
func basisNote(c judgement.Change) string {
	ungraded := "later"
	if c.Before == 0 {
		ungraded = "earlier"
	}
	switch c.Basis {
	case judgement.BasisSameArea, 0:
		return ""
	case judgement.BasisNoCounterpart:
		return "the " + ungraded + " framework does not grade it"
	case judgement.BasisNotStated:
		return "the " + ungraded + " document states no grade"
	}
	return c.Basis.String()
}

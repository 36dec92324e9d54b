package render_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/judgement"
)

func date(t testing.TB, s string) civil.Date {
	t.Helper()
	d, err := civil.Parse(s)
	require.NoError(t, err)
	return d
}

// said returns a finding of an invented document. Each has a place of its own.
func said(text string, start int, section finding.Section, paragraph int, p finding.Polarity, themes ...finding.Theme) finding.Finding {
	return finding.Finding{
		Text: text, Span: finding.Span{Start: start, End: start + len(text)}, Section: section, Paragraph: paragraph,
		Reading: finding.Reading{Polarity: p, Themes: themes},
	}
}

// wexcombe is what changed at an invented council between two inspections: an
// item of every status, themes of every trend, grades across frameworks.
func wexcombe(t testing.TB) ilacs.Progress {
	t.Helper()
	ask := func(text string, start int, theme finding.Theme) finding.Finding {
		return said(text, start, finding.SectionImprove, 0, finding.Concern, theme)
	}
	supervision := ask("Supervision that takes place each month and leaves time to think.", 100, finding.ThemeSupervision)
	visits := ask("Return home interviews, offered to every child within three days.", 200, finding.ThemeMissing)
	plans := ask("Pathway plans: written with the young person, and kept up to date.", 300, finding.ThemePathwayPlans)
	dental := ask("Dental checks for children in care.", 400, finding.ThemeHealth)
	rare := said("Supervision happens too rarely in two of the six teams.", 5100, finding.SectionMain, 31, finding.Concern, finding.ThemeSupervision)
	again := said("How often social workers in the assessment teams have supervision.", 5000, finding.SectionImprove, 0, finding.Concern, finding.ThemeSupervision)
	offered := said("Nearly all children are seen by someone they trust soon after they come back.", 5200, finding.SectionMain, 9, finding.Strength, finding.ThemeMissing)
	joint := said("Young people write their plans together with their adviser.", 5300, finding.SectionMain, 24, finding.Strength, finding.ThemePathwayPlans)
	stale := said("A minority of plans were last looked at over a year ago.", 5400, finding.SectionMain, 25, finding.Concern, finding.ThemePathwayPlans)
	foster := said("Enough foster homes within the county for groups of brothers and sisters.", 5050, finding.SectionImprove, 0, finding.Concern, finding.ThemeFostering)
	bold := said("Members ask bold questions, and they get straight answers.", 5500, finding.SectionHeadline, 0, finding.Strength, finding.ThemeLeadership)
	meek := said("Members rarely ask why.", 600, finding.SectionHeadline, 0, finding.Concern, finding.ThemeLeadership)
	early := said("Family hubs reach those who need them.", 700, finding.SectionMain, 3, finding.Strength, finding.ThemeEarlyHelp)
	calm := said("The front door is calm and quick.", 5600, finding.SectionMain, 1, finding.Strength, finding.ThemeFrontDoor)
	calmBefore := said("The front door decides quickly and well.", 750, finding.SectionMain, 2, finding.Strength, finding.ThemeFrontDoor)
	homes := said("The choice of foster homes has shrunk since the last inspection.", 5600, finding.SectionMain, 22, finding.Concern, finding.ThemeFostering)
	homes.Direction = finding.DirectionDeclined
	leaving := said("Too many social workers leave within a year.", 800, finding.SectionMain, 33, finding.Concern, finding.ThemeWorkforce)
	staying := said("Most social workers stay.", 5700, finding.SectionMain, 33, finding.Strength, finding.ThemeWorkforce)
	better := said("This is an improvement since the last inspection.", 5290, finding.SectionMain, 9, finding.Strength)
	better.Direction = finding.DirectionImproved
	return ilacs.Progress{
		Before: ilacs.Visit{
			Authority: "Wexcombe", Type: ilacs.VisitTypeStandard, Framework: judgement.ILACS2018,
			Start: date(t, "2019-05-13"), End: date(t, "2019-05-24"),
		},
		After: ilacs.Visit{
			Authority: "Wexcombe", Type: ilacs.VisitTypeShort, Framework: judgement.ILACS2023,
			Start: date(t, "2023-06-05"), End: date(t, "2023-06-09"),
		},
		Judgements: wexcombeGrades(),
		OwnWords: []ilacs.OwnWord{
			{Finding: better, Themes: []finding.Theme{finding.ThemeMissing, finding.ThemeExploitation}, About: &offered},
			{Finding: homes, Themes: []finding.Theme{finding.ThemeFostering}},
			{Finding: said("Much has been tried since the last inspection.", 5700, finding.SectionMain, 30, finding.Mixed)},
		},
		FollowUps: []ilacs.FollowUp{
			{Item: supervision, Status: ilacs.StatusPersists, Confidence: ilacs.ConfidenceHigh, Reason: "still listed as an area for improvement", Evidence: []finding.Finding{again, rare}},
			{Item: visits, Status: ilacs.StatusAddressed, Confidence: ilacs.ConfidenceMedium, Reason: "now described as a strength for most (paragraph 9)", Evidence: []finding.Finding{offered}},
			{Item: plans, Status: ilacs.StatusPartly, Confidence: ilacs.ConfidenceLow, Reason: "described as partly good and partly a concern (paragraph 24)", Evidence: []finding.Finding{joint, stale}, Parts: []ilacs.Part{
				{Text: "written with the young person", Status: ilacs.StatusAddressed}, {Text: "kept up to date", Status: ilacs.StatusPersists},
			}},
			{Item: dental, Status: ilacs.StatusNotRevisited, Confidence: ilacs.ConfidenceMedium, Reason: "the report does not return to it", Evidence: []finding.Finding{}},
		},
		Themes: []ilacs.ThemeChange{
			{Theme: finding.ThemeEarlyHelp, Before: finding.Strength, CountBefore: ilacs.Count{Strength: 1}, Trend: ilacs.ThemeTrendNoLongerRaised, Reason: "the later report does not speak of it", BestBefore: &early},
			{Theme: finding.ThemeFrontDoor, Before: finding.Strength, After: finding.Strength, CountBefore: ilacs.Count{Strength: 1}, CountAfter: ilacs.Count{Strength: 2, Neutral: 1}, Trend: ilacs.ThemeTrendUnchanged, Reason: "both praise it", BestBefore: &calmBefore, BestAfter: &calm},
			{Theme: finding.ThemePathwayPlans, Before: finding.Concern, After: finding.Mixed, CountBefore: ilacs.Count{Concern: 2}, CountAfter: ilacs.Count{Strength: 1, Concern: 1}, Trend: ilacs.ThemeTrendImproved, Reason: "the earlier report faults it in two sentences; the later report praises it in one sentence and faults it in one", BestBefore: &plans, BestAfter: &joint, Aspects: []ilacs.AspectChange{
				{Aspect: finding.AspectInvolvement, Before: finding.Concern, After: finding.Strength, Trend: ilacs.ThemeTrendImproved},
				{Aspect: finding.AspectTimeliness, Before: finding.Concern, After: finding.Concern, Trend: ilacs.ThemeTrendUnchanged},
			}},
			{Theme: finding.ThemeFostering, After: finding.Concern, CountAfter: ilacs.Count{Concern: 1}, Trend: ilacs.ThemeTrendNew, Reason: "the earlier report does not speak of it", BestAfter: &foster},
			{Theme: finding.ThemeLeadership, Before: finding.Concern, After: finding.Strength, CountBefore: ilacs.Count{Concern: 1}, CountAfter: ilacs.Count{Strength: 3}, Trend: ilacs.ThemeTrendImproved, Reason: "the earlier report faults it in one sentence; the later report praises it in three sentences", BestBefore: &meek, BestAfter: &bold},
			{Theme: finding.ThemeSupervision, Before: finding.Mixed, After: finding.Concern, CountBefore: ilacs.Count{Strength: 1, Concern: 1, Mixed: 1}, CountAfter: ilacs.Count{Concern: 2}, Trend: ilacs.ThemeTrendDeclined, Reason: "the earlier report does both in one sentence; the later report faults it in two sentences", BestBefore: &supervision, BestAfter: &again},
			{Theme: finding.ThemeWorkforce, Before: finding.Concern, After: finding.Strength, CountBefore: ilacs.Count{Concern: 1}, CountAfter: ilacs.Count{Strength: 1}, Trend: ilacs.ThemeTrendUnsure, Reason: "the earlier report faults it in one sentence; the later report praises it in one sentence; that does not show clearly that it changed", BestBefore: &leaving, BestAfter: &staying},
		},
		Asked: []ilacs.Asked{{Item: again, Recurrence: ilacs.RecurrenceAgain, Of: []int{0}}, {Item: foster, Recurrence: ilacs.RecurrenceNew, Of: []int{}}},
		Summary: []ilacs.Statement{
			{Kind: ilacs.StatementGrades, Text: "Wexcombe’s services for children were judged good in 2019 and again in 2023."},
			{Kind: ilacs.StatementPraised, Text: "Of what was asked for before, now praised: return home interviews.", Themes: []finding.Theme{finding.ThemeMissing}, Evidence: []finding.Finding{visits, offered}},
			{Kind: ilacs.StatementFaulted, Text: "Of what was asked for before, still faulted or asked for: supervision.", Evidence: []finding.Finding{supervision, again, rare}},
			{Kind: ilacs.StatementAsked, Text: "The later report asks for: supervision; foster homes.", Evidence: []finding.Finding{again, foster}},
		},
	}
}

// wexcombeGrades are the grades of both inspections, across two frameworks.
func wexcombeGrades() []ilacs.JudgementChange {
	return []ilacs.JudgementChange{
		{Change: judgement.Change{Area: judgement.Leaders, Before: judgement.RequiresImprovement, After: judgement.Good, Trend: judgement.TrendImproved, Basis: judgement.BasisSameArea}},
		{Change: judgement.Change{Area: judgement.HelpAndProtection, Before: judgement.Good, After: judgement.Good, Trend: judgement.TrendUnchanged, Basis: judgement.BasisSameArea}},
		{Change: judgement.Change{Area: judgement.InCare, Before: judgement.Good, After: judgement.Outstanding, Trend: judgement.TrendImproved, Basis: judgement.BasisFromCombined}},
		{Change: judgement.Change{Area: judgement.CareLeavers, Before: judgement.Good, After: judgement.RequiresImprovement, Trend: judgement.TrendDeclined, Basis: judgement.BasisFromCombined}},
		{Change: judgement.Change{Area: judgement.Overall, Before: judgement.Good, After: judgement.Good, Trend: judgement.TrendUnchanged, Basis: judgement.BasisSameArea}},
	}
}

// wexcombeSince is what changed by the next visit, whose letter gives no grades.
func wexcombeSince(t testing.TB) ilacs.Progress {
	t.Helper()
	before := wexcombe(t)
	monthly := said("Supervision is now monthly in every team.", 9100, finding.SectionMain, 0, finding.Strength, finding.ThemeSupervision)
	standing := "The authority was judged good overall in June 2023."
	return ilacs.Progress{
		Before: before.After,
		After: ilacs.Visit{
			Authority: "Wexcombe", Type: ilacs.VisitTypeFocused, Framework: judgement.ILACS2023, Published: date(t, "2025-03-04"),
			Focus: []string{"the help that care leavers get"},
		},
		Judgements: []ilacs.JudgementChange{{
			Change:    judgement.Change{Area: judgement.Overall, Before: judgement.Good, After: judgement.Good, Trend: judgement.TrendUnchanged, Basis: judgement.BasisSameArea},
			SaidAfter: &ilacs.Earlier{Type: ilacs.VisitTypeInspection, Date: date(t, "2023-06"), Grade: judgement.Good, Area: judgement.Overall, Text: standing, Span: finding.Span{Start: 9000, End: 9000 + len(standing)}},
		}},
		FollowUps: []ilacs.FollowUp{
			{Item: before.FollowUps[0].Evidence[0], Status: ilacs.StatusAddressed, Confidence: ilacs.ConfidenceMedium, Reason: "now described as a strength", Evidence: []finding.Finding{monthly}},
			{Item: before.Asked[1].Item, Status: ilacs.StatusNotRevisited, Confidence: ilacs.ConfidenceMedium, Reason: "the letter does not return to it", Evidence: []finding.Finding{}},
		},
		Themes: []ilacs.ThemeChange{
			{Theme: finding.ThemeSupervision, Before: finding.Concern, After: finding.Strength, CountBefore: ilacs.Count{Concern: 2}, CountAfter: ilacs.Count{Strength: 1}, Trend: ilacs.ThemeTrendImproved, Reason: "the earlier report faults it in two sentences; the later letter praises it in one sentence", BestBefore: &before.FollowUps[0].Evidence[0], BestAfter: &monthly},
		},
		Asked:   []ilacs.Asked{},
		Summary: []ilacs.Statement{{Kind: ilacs.StatementThemes, Text: "The later letter praises supervision.", Evidence: []finding.Finding{monthly}}},
	}
}

// wexcombeOverYears is both comparisons as a history.
func wexcombeOverYears(t testing.TB) ilacs.History {
	t.Helper()
	a, b := wexcombe(t), wexcombeSince(t)
	return ilacs.History{
		Visits: []ilacs.Visit{a.Before, a.After, b.After}, Progresses: []ilacs.Progress{a, b},
		Areas: []ilacs.AreaCourse{
			{Area: judgement.Leaders, Grades: []judgement.Grade{judgement.RequiresImprovement, judgement.Good, 0}},
			{Area: judgement.HelpAndProtection, Grades: []judgement.Grade{judgement.Good, judgement.Good, 0}},
			{Area: judgement.InCare, Grades: []judgement.Grade{0, judgement.Outstanding, 0}},
			{Area: judgement.InCareAndCareLeavers, Grades: []judgement.Grade{judgement.Good, 0, 0}},
			{Area: judgement.CareLeavers, Grades: []judgement.Grade{0, judgement.RequiresImprovement, 0}},
			{Area: judgement.Overall, Grades: []judgement.Grade{judgement.Good, judgement.Good, 0}},
		},
		Themes: []ilacs.ThemeCourse{
			{Theme: finding.ThemeLeadership, Polarities: []finding.Polarity{finding.Concern, finding.Strength, 0}, Course: "a concern since 2019, no longer faulted in 2023"},
			{Theme: finding.ThemeSupervision, Polarities: []finding.Polarity{finding.Mixed, finding.Concern, finding.Strength}, Course: "a concern since 2019, no longer faulted in 2025"},
			{Theme: finding.ThemeFrontDoor, Polarities: []finding.Polarity{finding.Strength, finding.Strength, 0}},
		},
	}
}

package ilacs

import (
	"math"
	"slices"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/judgement"
)

// How much what an item and a later finding have in common counts, in the unit
// of one shared word that stands in every third sentence or so of the earlier
// report. Tuned on 20 pairs of reports, 107 items, that two readers followed up
// by hand, and held against 14 other pairs; uncertain, as such examples are few.
const (
	sameTheme    = 2.9  // the first theme of both
	otherTheme   = 1.2  // the item's first among the finding's others
	itemTheme    = 1.3  // the finding's first among the item's others
	anyTheme     = 0.65 // any theme in common
	noTheme      = -1   // none
	broadFactor  = 0.9  // a theme that most findings touch tells less
	sameAspect   = 0.8
	sameCohort   = 0.6  // the children whom the item names, under whose heading the finding stands
	otherCohort  = -0.5 // other children
	inList       = 1.6  // the later finding is an area for improvement itself
	pointsBack   = 0.8  // "identified at the last inspection"
	lengthFactor = 0.65 // a long sentence shares words by chance
	leastScore   = 3.6  // below it a finding is about something else
	leastOfBest  = 0.55 // of the best finding's score
	leastCovered = 0.12 // of the item's telling words, unless its theme is a narrow one
)

// broad themes are those that findings on other themes touch as well.
var broad = map[finding.Theme]bool{
	finding.ThemeAssessments: true, finding.ThemeManagementOversight: true, finding.ThemeCINCPPlans: true,
	finding.ThemeMultiAgency: true, finding.ThemeLeadership: true, finding.ThemeCaseRecording: true,
	finding.ThemeQualityAssurance: true, finding.ThemeVisitsDirectWork: true, finding.ThemePracticeQuality: true,
	finding.ThemeWorkforce: true, finding.ThemeCarePlanning: true, finding.ThemeVoiceAdvocacy: true,
	finding.ThemePASupport: true, finding.ThemeFrontDoor: true, finding.ThemeSufficiency: true, finding.ThemeEarlyHelp: true,
}

// query is what is looked for in the later document.
type query struct {
	text    string
	words   []string
	themes  []finding.Theme
	aspects []finding.Aspect
	cohort  judgement.Area // the children whom it names, 0 for none or several groups
	board   bool           // whether it is asked of the safeguarding children board
	weight  float64        // of all its words
}

func (t *tracker) query(p passage) query {
	return query{
		text: p.Text, words: p.words, themes: p.themes, aspects: p.Aspects, cohort: cohortOf(p.Text),
		board: p.board, weight: t.before.weights.sum(p.words),
	}
}

// score says how much a later finding is about the same as the query, and
// which telling words both have.
func (q query) score(p passage, w weights) (float64, []string) {
	if q.board != p.board {
		return 0, nil
	}
	common := shared(q.words, p.words)
	theme := q.themeScore(p.themes)
	if len(common) == 0 && theme <= anyTheme {
		return 0, nil
	}
	s := w.sum(common)/(1+lengthFactor*math.Log(float64(1+len(p.words)))) + theme + q.cohortScore(p.Finding)
	if slices.ContainsFunc(q.aspects, func(a finding.Aspect) bool { return slices.Contains(p.Aspects, a) }) {
		s += sameAspect
	}
	if isAsked(p.Finding) && len(common) > 0 {
		s += inList
	}
	if p.pointsBack {
		s += pointsBack
	}
	return s, common
}

func (q query) themeScore(themes []finding.Theme) float64 {
	if len(q.themes) == 0 || len(themes) == 0 {
		return 0
	}
	score, t := float64(noTheme), q.themes[0]
	switch {
	case t == themes[0]:
		score = sameTheme
	case slices.Contains(themes, t):
		score = otherTheme
	case slices.Contains(q.themes, themes[0]):
		score, t = itemTheme, themes[0]
	case slices.ContainsFunc(q.themes, func(t finding.Theme) bool { return slices.Contains(themes, t) }):
		score = anyTheme
	}
	if score > 0 && broad[t] {
		score *= broadFactor
	}
	return score
}

// isNarrow tells whether a finding is first about the query's first theme, and
// that theme is one that findings on other themes do not touch.
func (q query) isNarrow(p *passage) bool {
	return len(q.themes) > 0 && len(p.themes) > 0 && p.themes[0] == q.themes[0] && !broad[q.themes[0]]
}

// cohorts are the words by which an item names the children whom it is about.
var cohorts = []struct {
	area  judgement.Area
	words []string
}{
	{judgement.CareLeavers, []string{"care leaver", "leaving care", "leave care", "care-experienced", "care experienced", "pathway plan", "personal adviser"}},
	{judgement.InCare, []string{"in care", "looked after", "looked-after", "cared for", "cared-for", "foster carer", "placement"}},
	{judgement.HelpAndProtection, []string{"in need", "child protection", "early help", "strategy", "front door", "privately fostered"}},
}

// cohortOf gives the area of the one group of children that a text names; 0
// where it names none, or several.
func cohortOf(text string) judgement.Area {
	text = lower(straight(text))
	var found judgement.Area
	for _, c := range cohorts {
		if containsAny(text, c.words...) {
			if found != 0 {
				return 0
			}
			found = c.area
		}
	}
	return found
}

// cohortScore compares the children whom the query names with those under
// whose heading a finding stands.
func (q query) cohortScore(f finding.Finding) float64 {
	a := f.Area
	switch {
	case q.cohort == 0 || a == 0 || a == judgement.Leaders || a == judgement.Overall || isAsked(f):
		return 0
	case a == q.cohort,
		a == judgement.InCareAndCareLeavers && q.cohort != judgement.HelpAndProtection,
		(a == judgement.LookedAfter || a == judgement.Adoption) && q.cohort == judgement.InCare:
		return sameCohort
	}
	return otherCohort
}

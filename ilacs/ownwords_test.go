package ilacs_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// ownWords are the own words of a later report whose only section holds these
// paragraphs, after an inspection in March 2019.
func ownWords(t *testing.T, paragraphs ...string) []ilacs.OwnWord {
	t.Helper()
	before := about(t, "2019-03-04", judgement.HelpAndProtection, nil, "Early help is good.")
	after := about(t, "2022-06-06", judgement.HelpAndProtection, nil, paragraphs...)
	return compare(t, before, after).OwnWords
}

// Each paragraph ends with the sentence that is searched.
func TestOwnWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, paragraph string
		direction       finding.Direction // 0 where it is no comparison
	}{
		{"since the last inspection", "Since the last inspection, leaders have strengthened the fostering service.", finding.DirectionImproved},
		{"at the end", "The quality of assessments has deteriorated since the previous inspection in 2019.", finding.DirectionDeclined},
		{"with the year", "Support for care leavers has improved since the inspection in March 2019.", finding.DirectionImproved},
		{"a visit in between", "Supervision has not improved since the last two focused visits.", finding.DirectionUnchanged},
		{"since the year of the earlier inspection", "The Wexcombe fostering service has declined since 2019.", finding.DirectionDeclined},
		{"since another year", "The Wexcombe fostering service has declined since 2016.", 0},
		{"kept up", "Since the last inspection, foster carers have continued to receive good support.", finding.DirectionUnchanged},
		{"than", "Oversight of private fostering is stronger than at the last inspection.", finding.DirectionImproved},
		{"at the time of", "Core groups are better run than they were at the time of the last inspection.", finding.DirectionImproved},
		{"as it was", "Letters to parents are unclear, as was the case at the last inspection.", finding.DirectionUnchanged},
		{"from a figure", "The vacancy rate has fallen from a third at the time of the last inspection to a tenth.", finding.DirectionImproved},
		{"in the past tense", "Since the last inspection, a review improved the support for foster carers.", finding.DirectionImproved},
		{"history", "Managers left after the decline in services that had begun since the last inspection.", 0},
		{"from", "Letters before proceedings are clear, which is an improvement from the last inspection.", finding.DirectionImproved},
		{"what was raised is put right", "The few shortfalls that were raised at the previous inspection have been fully addressed.", finding.DirectionImproved},
		{"what was raised is as it was", "Weaknesses in supervision that were identified at the focused visit in 2020 have not been addressed.", finding.DirectionUnchanged},
		{"what was raised is not met", "Some recommendations from the previous inspection are not met, and plans are weak.", finding.DirectionNone},
		{"not all that was raised", "Not all recommendations made at the last inspection have been addressed.", finding.DirectionNone},
		{"not all, misread", "Not all shortfalls identified at the last inspection have been addressed.", 0},
		{"following", "Following the last inspection, managers have improved the recording of visits.", finding.DirectionImproved},
		{"following, of a person", "The director, who came after the last inspection, has improved supervision.", 0},
		{"since then", "At the last inspection, pathway plans were weak. Since then, pathway plans have improved.", finding.DirectionImproved},
		{"since then, of nothing named", "Since then, pathway plans have improved.", 0},
		{"since then, of no visit", "Placements with relatives are stable. Since then, placements with relatives have improved.", 0},
		{"since then, of a year", "The last inspection was in spring. A hub opened in 2021, and since then support for families has improved.", 0},
		{"what became of it", "Placements with relatives were a concern at the last focused visit. This is now much improved.", finding.DirectionImproved},
		{"pointing to the sentence before", "Strategy meetings are prompt. This is an improvement since the last inspection.", finding.DirectionImproved},
		{"pointing to nothing", "This is an improvement since the last inspection.", 0},
		{"how it was", "At the last inspection, the recording of supervision was poor.", 0},
		{"what was said then", "This had been raised at the last inspection as a weakness.", 0},
		{"a fact", "The local offer has a new cover since the last inspection.", 0},
		{"a bare grade", "Services in Wexcombe are good.", 0},
		{"how things had become", "By 2021, plans had improved since the last inspection.", 0},
		{"a grade since the last inspection", "Since the last inspection, services in Wexcombe still require improvement to be good.", 0},
		{"this inspection", "Managers have improved the recording of visits since this inspection began.", 0},
		{"before the inspection", "Leaders have made progress in the weeks prior to this inspection.", 0},
		{"a social worker's visit", "Plans have improved since the last visit by the social worker.", 0},
		{"another kind of visit", "Few shortfalls are found, as quality assurance visits have become more regular.", 0},
		{"than at visits with long names", "Oversight of private fostering is stronger than at the last two standard and short inspections.", finding.DirectionImproved},
		{"than at the inspection of a year", "Private fostering is better overseen than at the inspection of services in 2019.", finding.DirectionImproved},
		{"than at a JTAI", "Multi-agency audits are better than at the last JTAI.", finding.DirectionImproved},
		{"than under ILACS", "Audits are better than under the previous ILACS.", finding.DirectionNone},
		{"soon after", "Soon after the last inspection, managers have improved the recording of visits.", finding.DirectionImproved},
		{"after, of people", "Staff recruited after the last inspection have improved supervision.", 0},
		{"seen during", "Weaknesses seen during the last inspection have been addressed.", finding.DirectionImproved},
		{"since that inspection", "At the last inspection, pathway plans were weak. Since that inspection, pathway plans have improved.", finding.DirectionImproved},
		{"since that inspection, of nothing named", "Since that inspection, pathway plans have improved.", 0},
		{"since that time", "At the last inspection, pathway plans were weak. Since that time, pathway plans have improved.", finding.DirectionImproved},
		{"since that panel", "At the last inspection, pathway plans were weak. Since that panel began, pathway plans have improved.", 0},
		{"last inspected", "When last inspected, pathway plans were poor. This is now much improved.", finding.DirectionImproved},
		{"inspected by others", "Children's homes are inspected by managers. This is now much improved.", 0},
		{"pointing to no visit", "Placements with relatives are stable. This is now much improved.", 0},
		{"since a span of years", "The Wexcombe fostering service has declined since 2019-20.", 0},
		{"these inspections", "Managers have improved the recording of visits since these inspections began.", 0},
		{"the next inspection", "Plans have improved since preparation for the next inspection began.", 0},
		{"future inspections", "Plans have improved since planning for future inspections began.", 0},
		{"since quality assurance visits", "Practice has improved since quality assurance visits began.", 0},
		{"since something before a comma", "Support has improved since Easter, the last inspection noted.", 0},
		{"a date before a comma", "Since May 2021, inspections of foster homes by managers have improved.", 0},
		{"as, but not as it was", "Staff know the standards as the last inspection set them out, and are confident.", 0},
		{"from, but no change", "Learning from the last inspection is shared with all staff, who are confident.", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := ownWords(t, c.paragraph)
			if c.direction == 0 {
				assert.Empty(t, got)
				return
			}
			require.Len(t, got, 1)
			assert.True(t, strings.HasSuffix(c.paragraph, got[0].Finding.Text), "%q", got[0].Finding.Text)
			assert.Equal(t, c.direction, got[0].Finding.Direction)
		})
	}
}

// What the council says of itself is not the inspectors' comparison, and what is
// asked for is none either.
func TestOwnWordsAreTheInspectors(t *testing.T) {
	t.Parallel()
	const council = "Leaders told us that assessments have improved since the last inspection."
	assert.Empty(t, ownWords(t, council))
	assert.Empty(t, ownWords(t, "Strategy meetings are prompt. "+council+" This is an improvement since the last inspection."), "it points to what the council says")
	before := about(t, "2019-03-04", judgement.HelpAndProtection, nil, "Early help is good.")
	after := about(t, "2022-06-06", judgement.HelpAndProtection, []string{"Supervision, which has weakened since the last inspection."}, "Early help is good.")
	assert.Empty(t, compare(t, before, after).OwnWords)
}

// What points to the sentence before it points to none in another paragraph or
// section, and what became of something is told once.
func TestOwnWordsPointWithinAParagraph(t *testing.T) {
	t.Parallel()
	const prompt, points = "Strategy meetings are prompt.", "This is an improvement since the last inspection."
	assert.Len(t, ownWords(t, prompt+" "+points), 1)
	assert.Empty(t, ownWords(t, prompt, points))
	before := about(t, "2019-03-04", judgement.HelpAndProtection, nil, "Early help is good.")
	after := about(t, "2022-06-06", judgement.HelpAndProtection, nil, "Early help is good.")
	at := 0
	say := func(section finding.Section, s string) finding.Finding {
		at += 1000
		return finding.Finding{Text: s, Span: finding.Span{Start: at, End: at + len(s)}, Section: section, Paragraph: 1, Reading: finding.Classify(s)}
	}
	after.Findings = []finding.Finding{say(finding.SectionHeadline, prompt), say(finding.SectionMain, points)}
	assert.Empty(t, compare(t, before, after).OwnWords)
	after.Findings[1].Section = finding.SectionHeadline
	assert.Len(t, compare(t, before, after).OwnWords, 1, "were it one section")

	got := ownWords(t, "Since the last inspection, placements with relatives have improved. This is now a strength.")
	require.Len(t, got, 1)
	assert.Nil(t, got[0].About)
}

// A monitoring visit compares with the last visit of the inspectors; in a report a
// visit without their name is a social worker's.
func TestOwnWordsOfVisits(t *testing.T) {
	t.Parallel()
	const visit = "Support for foster carers has improved since the last visit."
	assert.Empty(t, ownWords(t, visit))
	assert.Len(t, ownWords(t, strings.Replace(visit, "last", "last Ofsted", 1)), 1)
	before := about(t, "2019-03-04", judgement.HelpAndProtection, nil, "Early help is good.")
	after := about(t, "2022-06-06", judgement.HelpAndProtection, nil, visit)
	after.Visit.Type = ilacs.VisitTypeMonitoring
	assert.Len(t, compare(t, before, after).OwnWords, 1)
}

// What is said of a safeguarding board is not about the authority.
func TestOwnWordsOfABoard(t *testing.T) {
	t.Parallel()
	before := about(t, "2019-03-04", judgement.HelpAndProtection, nil, "Audits are poor.")
	after := about(t, "2022-06-06", judgement.HelpAndProtection, nil, "Audits have improved since the last inspection.")
	for _, r := range []*ilacs.Report{before, after} {
		r.Judgements = r.Judgements.With(judgement.LSCB, judgement.Good)
	}
	assert.Len(t, compare(t, before, after).OwnWords, 1)
	for i := range after.Findings {
		after.Findings[i].Area = judgement.LSCB
	}
	assert.Empty(t, compare(t, before, after).OwnWords)
}

func TestOwnWordsOfOneVisit(t *testing.T) {
	t.Parallel()
	r := about(t, "2022-06-06", judgement.HelpAndProtection, nil, "Assessments have improved since the last inspection.")
	assert.Empty(t, compare(t, r, r).OwnWords)
}

func TestOwnWordsAreAbout(t *testing.T) {
	t.Parallel()
	got := ownWords(t,
		"Leaders have strengthened the fostering service since the last inspection.",
		"Leaders have improved the quality of social work practice since the last inspection.",
		"Strategy meetings are prompt. This is an improvement since the last inspection and the subsequent visits.",
		"Social workers’ visits to children are more regular than at the last inspection.",
	)
	require.Len(t, got, 4)
	assert.Equal(t, []finding.Theme{finding.ThemeFostering}, got[0].Themes, "leaders are those who did it")
	assert.Contains(t, got[1].Themes, finding.ThemeLeadership, "there is nothing more definite")
	assert.Nil(t, got[1].About)
	require.NotNil(t, got[2].About)
	assert.Equal(t, "Strategy meetings are prompt.", got[2].About.Text)
	assert.Equal(t, []finding.Theme{finding.ThemeStrategyEnquiries}, got[2].Themes, "the visits are inspectors'")
	assert.Equal(t, []finding.Theme{finding.ThemeVisitsDirectWork}, got[3].Themes)
}

package finding

import (
	_ "embed"
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/ilacs-go/inspection/internal/enum"
	"github.com/ilacs-go/inspection/internal/tsv"
	"github.com/ilacs-go/inspection/judgement"
)

// Theme is what a sentence is about: one of a closed list of 45 topics of the
// inspection framework, and ThemePracticeQuality if none of them fits. The zero
// value means no theme. Store the text form, not the number. The names that String
// returns are those of themes.tsv.
type Theme uint8

const (
	ThemeEarlyHelp           Theme = 10  // Early help and step-down
	ThemeFrontDoor           Theme = 12  // Front door, thresholds and out of hours
	ThemeStrategyEnquiries   Theme = 14  // Strategy discussions and child protection enquiries
	ThemeAssessments         Theme = 16  // Assessments and analysis of risk
	ThemeCINCPPlans          Theme = 18  // Child in need and child protection planning
	ThemePreProceedings      Theme = 20  // Pre-proceedings and the Public Law Outline
	ThemeNeglect             Theme = 22  // Neglect
	ThemeDomesticAbuse       Theme = 24  // Domestic abuse and parental risk factors
	ThemeExploitation        Theme = 26  // Exploitation and harm outside the home
	ThemeMissing             Theme = 28  // Missing from home or care
	ThemeMissingEducation    Theme = 30  // Missing education and home education
	ThemeHomeless1617        Theme = 32  // Homeless children aged 16 and 17
	ThemePrivateFostering    Theme = 34  // Private fostering
	ThemeDisabledChildren    Theme = 36  // Disabled children
	ThemeDesignatedOfficer   Theme = 38  // Designated officer and allegations
	ThemeMultiAgency         Theme = 40  // Multi-agency and partnership working
	ThemeCarePlanning        Theme = 60  // Care planning and entry to care
	ThemePermanence          Theme = 62  // Permanence
	ThemeIROChallenge        Theme = 64  // Independent reviewing officers and conference chairs
	ThemeSufficiency         Theme = 66  // Placement sufficiency and stability
	ThemeUnregisteredHomes   Theme = 68  // Unregistered homes, supported accommodation and deprivation of liberty
	ThemeFostering           Theme = 70  // Fostering service
	ThemeKinship             Theme = 72  // Kinship care and special guardianship
	ThemeAdoption            Theme = 74  // Adoption
	ThemeHealth              Theme = 76  // Physical health of children in care
	ThemeEmotionalWellbeing  Theme = 78  // Emotional well-being and mental health
	ThemeEducation           Theme = 80  // Education of children in care and the virtual school
	ThemeIdentityFamilyTime  Theme = 82  // Identity, culture and family time
	ThemeLifeStory           Theme = 84  // Life-story work
	ThemeVoiceAdvocacy       Theme = 86  // Children's voice, participation and advocacy
	ThemeVisitsDirectWork    Theme = 42  // Visits, direct work and relationships
	ThemeUASC                Theme = 88  // Unaccompanied asylum-seeking children
	ThemePathwayPlans        Theme = 110 // Pathway planning and transition
	ThemePASupport           Theme = 112 // Personal adviser and leaving-care support
	ThemeCLAccommodation     Theme = 114 // Care leavers' accommodation
	ThemeCLEET               Theme = 116 // Care leavers' education, employment and training
	ThemeCLOffer             Theme = 118 // Care leavers' local offer and health histories
	ThemeLeadership          Theme = 140 // Strategic leadership and governance
	ThemeCorporateParenting  Theme = 142 // Corporate parenting
	ThemeManagementOversight Theme = 144 // Management oversight and decision-making
	ThemeSupervision         Theme = 146 // Supervision of social workers
	ThemeQualityAssurance    Theme = 148 // Quality assurance, audit and performance information
	ThemeWorkforce           Theme = 150 // Workforce stability and development
	ThemeCaseloads           Theme = 152 // Caseloads and capacity
	ThemeCaseRecording       Theme = 154 // Case recording and information systems
	ThemePracticeQuality     Theme = 250 // Social work practice model and consistency
)

var themes = enum.List[Theme]{Package: "finding", Kind: "theme", Type: "Theme", Table: themeNames, Text: []string{
	ThemeEarlyHelp:           "early-help",
	ThemeFrontDoor:           "front-door",
	ThemeStrategyEnquiries:   "strategy-enquiries",
	ThemeAssessments:         "assessments",
	ThemeCINCPPlans:          "cin-cp-plans",
	ThemePreProceedings:      "pre-proceedings",
	ThemeNeglect:             "neglect",
	ThemeDomesticAbuse:       "domestic-abuse",
	ThemeExploitation:        "exploitation",
	ThemeMissing:             "missing",
	ThemeMissingEducation:    "missing-education",
	ThemeHomeless1617:        "homeless-16-17",
	ThemePrivateFostering:    "private-fostering",
	ThemeDisabledChildren:    "disabled-children",
	ThemeDesignatedOfficer:   "designated-officer",
	ThemeMultiAgency:         "multi-agency",
	ThemeCarePlanning:        "care-planning",
	ThemePermanence:          "permanence",
	ThemeIROChallenge:        "iro-challenge",
	ThemeSufficiency:         "sufficiency",
	ThemeUnregisteredHomes:   "unregistered-homes",
	ThemeFostering:           "fostering",
	ThemeKinship:             "kinship",
	ThemeAdoption:            "adoption",
	ThemeHealth:              "health",
	ThemeEmotionalWellbeing:  "emotional-wellbeing",
	ThemeEducation:           "education",
	ThemeIdentityFamilyTime:  "identity-family-time",
	ThemeLifeStory:           "life-story",
	ThemeVoiceAdvocacy:       "voice-advocacy",
	ThemeVisitsDirectWork:    "visits-direct-work",
	ThemeUASC:                "uasc",
	ThemePathwayPlans:        "pathway-plans",
	ThemePASupport:           "pa-support",
	ThemeCLAccommodation:     "cl-accommodation",
	ThemeCLEET:               "cl-eet",
	ThemeCLOffer:             "cl-offer",
	ThemeLeadership:          "leadership",
	ThemeCorporateParenting:  "corporate-parenting",
	ThemeManagementOversight: "management-oversight",
	ThemeSupervision:         "supervision",
	ThemeQualityAssurance:    "quality-assurance",
	ThemeWorkforce:           "workforce",
	ThemeCaseloads:           "caseloads",
	ThemeCaseRecording:       "case-recording",
	ThemePracticeQuality:     "practice-quality",
}}

//go:embed themes.tsv
var themesTSV string

// themeTable is themes.tsv: the themes in its order, and what it says of each.
type themeTable struct {
	order []Theme
	rows  [ThemePracticeQuality + 1]themeRow
}

type themeRow struct {
	definition string
	areas      []judgement.Area
	areaBits   uint64 // bit a is set for each area a of them
}

// themeNames reads the names of the themes by their text forms.
var themeNames = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for f := range tsv.Rows("themes.tsv", themesTSV) {
		names[f[0]] = f[1]
	}
	return names
})

// themeData reads the table on first use. A test holds that its rows are the closed
// list.
var themeData = sync.OnceValue(func() *themeTable {
	table := new(themeTable)
	for f := range tsv.Rows("themes.tsv", themesTSV) {
		t, err := themes.ParseText(f[0])
		if err != nil {
			panic(err)
		}
		row := themeRow{definition: f[3]}
		for area := range strings.SplitSeq(f[2], ",") {
			var a judgement.Area
			if err := a.UnmarshalText([]byte(area)); err != nil {
				panic(err)
			}
			row.areas = append(row.areas, a)
			row.areaBits |= 1 << a
		}
		table.order = append(table.order, t)
		table.rows[t] = row
	}
	return table
})

func (t Theme) row() *themeRow {
	if !t.IsValid() {
		t = 0
	}
	return &themeData().rows[t]
}

// Definition says in a sentence what belongs to the theme.
func (t Theme) Definition() string { return t.row().definition }

// Areas yields the judgement areas in which reports speak of the theme, its own
// first.
func (t Theme) Areas() iter.Seq[judgement.Area] { return slices.Values(t.row().areas) }

// Themes yields every theme in the table's order: help and protection, children
// in care, care leavers, leaders, and the residual last.
func Themes() iter.Seq[Theme] { return slices.Values(themeData().order) }

// in reports whether reports speak of the theme in a judgement area, whichever
// framework grades that area.
func (t Theme) in(area judgement.Area) bool {
	areas := t.row().areaBits
	switch area {
	case judgement.LookedAfter, judgement.Adoption:
		area = judgement.InCare
	case judgement.InCareAndCareLeavers:
		return areas&(1<<judgement.InCare|1<<judgement.CareLeavers) != 0
	}
	return areas>>area&1 != 0
}

package finding_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/finding"
)

// A theme in the first six words comes before one that is named more often
// after them.
func TestThemeOfTheOpeningComesFirst(t *testing.T) {
	t.Parallel()
	const text = "In the past year in adoption, early help staff and early help managers met."
	assert.Equal(t, []finding.Theme{finding.ThemeAdoption, finding.ThemeEarlyHelp}, finding.Classify(text).Themes)
}

// A theme that comes to less than half of the first is left out.
func TestThemeNamedInPassing(t *testing.T) {
	t.Parallel()
	const often = "Early help staff, early help leads, early help plans and early help teams meet adoption agencies."
	assert.Equal(t, []finding.Theme{finding.ThemeEarlyHelp}, finding.Classify(often).Themes)
	const once = "Early help staff and leads meet adoption agencies."
	assert.Equal(t, []finding.Theme{finding.ThemeEarlyHelp, finding.ThemeAdoption}, finding.Classify(once).Themes)
}

// One plain fault outweighs praise, however much there is of it.
func TestOneFaultOutweighsPraise(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]finding.Polarity{
		"Excellent, thriving and robust plans are overdue.":                           finding.Concern,
		"Excellent, thriving and robust plans are in use.":                            finding.Strength,
		"Excellent, thriving and robust plans are in use, and attendance has fallen.": finding.Concern,
	} {
		assert.Equal(t, want, finding.Classify(text).Polarity, text)
	}
}

// Mild praise in a description of the area is no judgement; strong or repeated praise
// and plain faults are.
func TestPraiseInADescription(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]finding.Polarity{
		"Schools are good.":                        finding.Neutral,
		"Plans are good and staff visit families.": finding.Neutral,
		"Plans are good, and visits are good.":     finding.Strength,
		"School attendance has fallen.":            finding.Concern,
		"Children thrive.":                         finding.Strength,
		"Assessments are overdue.":                 finding.Concern,
		"Schools are intelligent.":                 finding.Neutral,
		"The borough is on a hill.":                finding.Neutral,
	} {
		assert.Equal(t, want, finding.Context{Section: finding.SectionBackground}.Classify(text).Polarity, text)
	}
	assert.Equal(t, finding.Strength, finding.Classify("Schools are good.").Polarity)
}

// Where a fault holds of most, it does not hold of all.
func TestExtentOfAFault(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]finding.Extent{
		"All plans have dates and most are poor.": finding.ExtentMost,
		"All plans are poor.":                     finding.ExtentAll,
		"All plans have dates and most are good.": finding.ExtentAll,
	} {
		r := finding.Classify(text)
		assert.Equal(t, want, r.Extent, "%s\n%s", text, r.Explain(text))
	}
}

// An earlier time is named for an improvement only where there is praise.
func TestSinceTheLastInspection(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]finding.Direction{
		"Since the last inspection, plans are good.":                  finding.DirectionImproved,
		"Since the last inspection, plans are poor.":                  finding.DirectionNone,
		"Since the last inspection, the council has moved its desks.": finding.DirectionNone,
	} {
		r := finding.Classify(text)
		assert.Equal(t, want, r.Direction, "%s\n%s", text, r.Explain(text))
	}
}

// A fact is no judgement, unless what is told of it is a plain fault or praise.
func TestFaultsInAFact(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]finding.Polarity{
		"The local authority is responsible for 400 children in care.": finding.Neutral,
		"The service is located in Wexcombe and is inadequate.":        finding.Concern,
	} {
		r := finding.Classify(text)
		assert.Equal(t, want, r.Polarity, "%s\n%s", text, r.Explain(text))
	}
}

package finding_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/judgement"
)

// Each limit of a construction has a sentence that would be read wrongly if it reached
// further, or not as far.
func TestLimits(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		why, text string
		want      finding.Polarity
	}{
		{"a remedy may be named with what it mends", "Staff are working through a backlog of visits.", finding.Mixed},
		{"what prevents stands by what it prevents", "Noise was reduced through the provision of screens.", finding.Strength},
		{"two nouns are no two statements", "Good plans and visits help those whose care was weak elsewhere.", finding.Concern},
		{"what is so elsewhere", "Oversight is rigorous at the front door and all too often weak elsewhere.", finding.Mixed},
		{"two nouns are no parallel", "Gaps make it hard for leaders and managers to consistently keep the needed care for young children.", finding.Concern},
		{"there is little harm", "The number of children missing education is low.", finding.Strength},
		{"harm before its rate", "Rates of child exploitation here are low.", finding.Strength},
		{"there is little use of what bears the name of harm", "Use of the neglect assessment tool is low.", finding.Neutral},
		{"the opening word is not what foster carers are part of", "However, the number of foster carers is low.", finding.Concern},
		{"gaps in supervision are gaps", "Gaps in the supervision have closed.", finding.Strength},
	} {
		r := finding.Classify(x.text)
		assert.Equal(t, x.want, r.Polarity, "%s: %s\n%s", x.why, x.text, r.Explain(x.text))
	}
}

// A theme in the opening comes before one that is named twice after it, though that
// belongs to the area of the heading.
func TestOpeningBeforeTheArea(t *testing.T) {
	t.Parallel()
	const text = "Supervision is given to all of those who train foster carers and visit foster homes."
	r := finding.Context{Area: judgement.InCare}.Classify(text)
	if assert.NotEmpty(t, r.Themes) {
		assert.Equal(t, finding.ThemeSupervision, r.Themes[0])
	}
}

// The words that hint at the quality of practice are so common that a hint at another
// theme outdoes them, even where they stand in the opening.
func TestHintAtPractice(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []finding.Theme{finding.ThemeLeadership}, finding.Classify("There is a gradual approach to improvement.").Themes)
	assert.Equal(t, []finding.Theme{finding.ThemePracticeQuality}, finding.Classify("There is a gradual approach.").Themes)
}

// "They" after a short lead are those of the sentence before; after a clause they are those
// of the clause.
func TestLeadOfAReference(t *testing.T) {
	t.Parallel()
	before := finding.Classify("Supervision takes place.")
	assert.Equal(t, []finding.Theme{finding.ThemeSupervision}, before.Themes)
	context := finding.Context{Before: &before}
	assert.Contains(t, context.Classify("As a result, it is good.").Themes, finding.ThemeSupervision)
	assert.NotContains(t, context.Classify("Where homes are found, they are good.").Themes, finding.ThemeSupervision)
}

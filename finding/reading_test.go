package finding_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/finding"
)

func TestExplain(t *testing.T) {
	t.Parallel()
	supervision, caseloads := finding.ThemeSupervision.String(), finding.ThemeCaseloads.String()
	for _, test := range []struct {
		name, text string
		section    finding.Section
		want       string
	}{
		{
			"a remedy", "When visits are late, action is taken.", 0,
			`A strength ("visits", "action is taken") about ` + finding.ThemeVisitsDirectWork.String() + ` ("visits"). It speaks of timeliness ("late").`,
		},
		{
			"a change", "Supervision has improved.", 0,
			`A strength ("improved") about ` + supervision + ` ("Supervision"). Better than before ("has improved").`,
		},
		{
			"two halves", "Supervision is reflective, but too infrequent.", 0,
			`Part strength, part concern ("reflective", "too infrequent") about ` + supervision +
				` ("Supervision", "reflective"). It speaks of quality ("reflective"), frequency ("infrequent").`,
		},
		{
			"two themes and an extent", "Supervision and caseloads are good for most social workers.", 0,
			`A strength ("good") about ` + supervision + ` ("Supervision") and ` + caseloads + ` ("caseloads"). ` +
				`It holds for most ("most"). It speaks of sufficiency ("caseloads").`,
		},
		{
			"by its heading alone", "Supervision is good.", finding.SectionImprove,
			`A concern (by its heading) about ` + supervision + ` ("Supervision").`,
		},
		{"nothing", "It rains.", 0, "Neither a strength nor a concern."},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			r := finding.Context{Section: test.section}.Classify(test.text)
			assert.Equal(t, test.want, r.Explain(test.text))
		})
	}
	assert.Equal(t, "Not read.", finding.Reading{}.Explain("Supervision is good."))
}

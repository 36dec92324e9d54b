package ilacs_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/judgement"
)

// What is mostly said of a theme is what two thirds of it say, where praise and fault
// in one sentence are nearer to a fault, and what is said of a few children, or beside
// something else, counts for less than the rest.
func TestWhatIsMostlySaid(t *testing.T) {
	t.Parallel()
	const (
		praise = excellent
		fault  = weak
		both   = "Supervision is regular but often weak."
		aFew   = "In a small number of cases, supervision is weak."
		beside = "Caseloads are too high, and supervision is weak."
		asked  = "The frequency of supervision."
	)
	strength, concern, mixed := finding.Strength, finding.Concern, finding.Mixed
	for _, c := range []struct {
		name  string
		said  []string
		asked []string
		want  finding.Polarity
	}{
		{"seven of ten are praise", []string{times(7, praise), times(3, fault)}, nil, strength},
		{"thirteen of twenty are praise", []string{times(13, praise), times(7, fault)}, nil, mixed},
		{"seven of ten are faults", []string{times(3, praise), times(7, fault)}, nil, concern},
		{"thirteen of twenty are faults", []string{times(7, praise), times(13, fault)}, nil, mixed},

		{"both", []string{both}, nil, mixed},
		{"both, and more often praise", []string{times(2, praise), times(3, both)}, nil, mixed},
		{"both, and much more often praise", []string{times(3, praise), times(3, both)}, nil, strength},
		{"both, and a fault", []string{fault, times(2, both)}, nil, concern},

		{"for a few", []string{praise, aFew}, nil, strength},
		{"more often for a few", []string{times(2, praise), times(3, aFew)}, nil, mixed},

		{"beside something else", []string{times(5, praise), fault, times(2, beside)}, nil, strength},
		{"as often beside something else", []string{times(4, praise), fault, times(2, beside)}, nil, mixed},

		{"asked for", []string{times(9, praise)}, []string{asked}, mixed},
		{"asked for, and praised once", []string{praise}, []string{asked}, mixed},
		{"asked for, and praised as often as faulted", []string{praise, fault}, []string{asked}, concern},
	} {
		before, after := about(t, "2019-03-04", judgement.Leaders, c.asked, c.said...), about(t, "2022-06-06", judgement.Leaders, nil, praise)
		x := themeOf(t, before, after, finding.ThemeSupervision)
		assert.Equal(t, c.want, x.Before, "%s: %s", c.name, x.Reason)
	}
}

package ilacs_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/finding"
	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/judgement"
)

// The grade that a letter says the authority has is the latest of those that it
// reports, wherever that stands, and of two of one date the first.
func TestStandingIsTheLatest(t *testing.T) {
	t.Parallel()
	earlier := func(day string, g judgement.Grade, at int) ilacs.Earlier {
		return ilacs.Earlier{Type: ilacs.VisitTypeInspection, Date: date(t, day), Grade: g, Span: finding.Span{Start: at, End: at + 9}}
	}
	before := &ilacs.Report{Source: ilacs.SourceLetter, Visit: ilacs.Visit{Authority: "Wexcombe", Start: date(t, "2018-03-06")}}
	before.Earlier = []ilacs.Earlier{earlier("2014-05", judgement.Inadequate, 0)}
	for name, said := range map[string][]ilacs.Earlier{
		"the latest last":  {earlier("2016-05", judgement.Inadequate, 10), earlier("2019-05", judgement.Good, 30)},
		"the latest first": {earlier("2019-05", judgement.Good, 10), earlier("2016-05", judgement.Inadequate, 30)},
		"two of one date":  {earlier("2019-05", judgement.Inadequate, 30), earlier("2019-05", judgement.Good, 10)},
	} {
		after := &ilacs.Report{Source: ilacs.SourceLetter, Visit: ilacs.Visit{Authority: "Wexcombe", Start: date(t, "2020-03-03")}, Earlier: said}
		p, err := ilacs.Compare(before, after)
		require.NoError(t, err)
		c := p.Judgement(judgement.Overall)
		assert.Equal(t, judgement.Inadequate, c.Before, name)
		assert.Equal(t, judgement.Good, c.After, name)
		require.NotNil(t, c.SaidAfter, name)
		assert.Equal(t, judgement.Good, c.SaidAfter.Grade, name)
	}
}

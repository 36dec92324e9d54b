package book

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

func inspected(t *testing.T, name string, grade judgement.Grade) record.Inspection {
	t.Helper()
	a, err := authority.Find(name)
	require.NoError(t, err)
	return record.Inspection{Authority: a, Judgements: judgement.Set{}.With(judgement.Overall, grade)}
}

func TestMedian(t *testing.T) {
	t.Parallel()
	o, g, ri, i, nj := judgement.Outstanding, judgement.Good, judgement.RequiresImprovement, judgement.Inadequate, judgement.NotJudged
	for _, test := range []struct {
		grades []judgement.Grade
		want   string
	}{
		{nil, ""}, {[]judgement.Grade{nj}, ""}, {[]judgement.Grade{i}, "I"}, {[]judgement.Grade{i, o, g}, "G"},
		{[]judgement.Grade{o, g}, "O/G"}, {[]judgement.Grade{ri, ri, o, i}, "RI"}, {[]judgement.Grade{o, i}, "O/I"}, {[]judgement.Grade{nj, g, nj}, "G"},
	} {
		var all []record.Inspection
		for _, grade := range test.grades {
			all = append(all, inspected(t, "Barnet", grade))
		}
		assert.Equal(t, test.want, medianGrade(all, judgement.Overall), "%v", test.grades)
	}
}

// A window is open from its first day to its last.
func TestNextInspection(t *testing.T) {
	t.Parallel()
	i := inspected(t, "Barnet", judgement.Good)
	i.Type, i.Framework, i.Judgements.Framework = ilacs.VisitTypeShort, judgement.ILACS2018, judgement.ILACS2018
	i.Start, i.End = civil.MustParse("2018-04-16"), civil.MustParse("2018-04-20")
	for day, want := range map[string]string{
		"2018-05-01": "not yet open", "2020-10-15": "not yet open", "2020-10-16": "open", "2021-10-16": "open", "2021-10-17": "passed", "2026-08-31": "passed",
	} {
		w := nextInspection(i, civil.MustParse(day))
		assert.Equal(t, want, w.state, day)
		assert.Equal(t, "2020-10-16 2021-10-16", w.from.String()+" "+w.until.String())
		assert.Equal(t, "Short inspection", w.what)
		assert.Equal(t, "ILACS 2018 to 2025 (aim)", w.rule)
	}
	// Where rules of two editions are known, both are told, and no window is made up.
	i.Type, i.Framework = ilacs.VisitTypeSIF, judgement.SIF
	i.Judgements = judgement.Set{Framework: judgement.SIF}.With(judgement.Overall, judgement.Inadequate)
	w := nextInspection(i, civil.MustParse("2018-05-01"))
	assert.Equal(t, "Re-inspection or Standard inspection", w.what)
	assert.Equal(t, "Single inspection framework, to September 2018 (rule); ILACS September 2018 (rule)", w.rule)
	assert.Empty(t, w.state)
	assert.Zero(t, w.until)
	// Where none is known, that is told.
	i.Type, i.Framework, i.Judgements = ilacs.VisitTypeStandard, judgement.ILACS2026, judgement.Set{Framework: judgement.ILACS2026}.With(judgement.Leaders, judgement.Inadequate)
	assert.Equal(t, window{rule: "no rule is known"}, nextInspection(i, civil.MustParse("2026-08-31")))
	assert.Equal(t, window{}, nextInspection(record.Inspection{}, civil.MustParse("2026-08-31")))
}

func TestLinesOf(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		text string
		want int
	}{
		{"", 1}, {"one two", 1}, {"one two three", 2}, {"onetwothreefour", 2}, {"a\nb", 2}, {"one two\nthree four five six", 3}, {"a onetwothreefour", 3},
	} {
		assert.Equal(t, test.want, linesOf(test.text, 10), "%q", test.text)
	}
}

func TestSerial(t *testing.T) {
	t.Parallel()
	for day, want := range map[string]int{"1900-03-01": 61, "2013-08-01": 41487, "2024-02-29": 45351, "2026-08-31": 46265} {
		assert.Equal(t, want, serial(civil.MustParse(day)), day)
	}
}

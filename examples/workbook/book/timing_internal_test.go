package book

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

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

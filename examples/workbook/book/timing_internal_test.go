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

func inspected(t *testing.T, name, start string, grades ...judgement.Grade) record.Inspection {
	t.Helper()
	a, err := authority.Find(name)
	require.NoError(t, err)
	i := record.Inspection{Authority: a}
	if start != "" {
		i.Start = civil.MustParse(start)
	}
	for _, g := range grades {
		i.Judgements = i.Judgements.With(judgement.Overall, g)
	}
	return i
}

func TestRanks(t *testing.T) {
	t.Parallel()
	ranks := ranksByWait([]record.Inspection{
		inspected(t, "Barnet", "2024-01-01"), inspected(t, "Dudley", "2022-01-01"), inspected(t, "Leeds", "2024-01-01"),
		inspected(t, "Kent", ""), inspected(t, "York", "2025-01-01"),
	}, civil.MustParse("2026-01-01"))
	got := map[string]int{}
	for a, rank := range ranks {
		got[a.Name] = rank
	}
	assert.Equal(t, map[string]int{"Dudley": 1, "Barnet": 2, "Leeds": 2, "York": 4}, got)
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
			all = append(all, inspected(t, "Barnet", "2024-01-01", grade))
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

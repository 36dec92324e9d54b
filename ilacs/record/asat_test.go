package record_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

func TestOn(t *testing.T) {
	t.Parallel()
	for _, day := range []string{"2013-01-01", "2016-04-05", "2023-01-12", "2023-01-13", "2026-08-30"} {
		on := record.On(date(t, day))
		assert.Equal(t, day, on.AsOf().String())
		var want []record.Inspection
		for i := range record.All() {
			if i.Published.String() <= day {
				want = append(want, i)
			}
		}
		assert.Equal(t, want, slices.Collect(on.All()), day)
		assert.Equal(t, slices.Collect(record.StandingsOn(date(t, day))), slices.Collect(on.StandingsOn(civil.Date{})), day)
	}
	assert.Equal(t, record.On(date(t, "2018-02-28")), record.On(date(t, "2018-02")))
	for _, day := range []string{"", record.AsOf, "2030-01-01"} {
		assert.Same(t, record.National(), record.On(date(t, day)), day)
	}
	assert.Equal(t, 493, record.National().Len(), "the record itself has changed")
}

// An inspection without a day of publication was public when its fieldwork had
// ended, and not before.
func TestOnWithoutPublication(t *testing.T) {
	t.Parallel()
	i := record.Inspection{Authority: find(t, "Dudley"), Type: ilacs.VisitTypeShort, Start: date(t, "2026-06-01"), End: date(t, "2026-06-05")}
	r := (&record.Record{}).Merge(i).Record.WithAsOf(date(t, "2026-08-31"))
	assert.Zero(t, r.On(date(t, "2026-06-04")).Len())
	assert.Equal(t, 1, r.On(date(t, "2026-06-05")).Len())
}

func TestBefore(t *testing.T) {
	t.Parallel()
	before := map[record.Inspection]record.Inspection{}
	for v := range record.Intervals(record.All()) {
		before[v.After] = v.Before
	}
	first := 0
	for i := range record.All() {
		part := i.Type == ilacs.VisitTypeLookedAfter || i.Type == ilacs.VisitTypeLSCBReview
		got, ok := record.Before(i)
		want, has := before[i]
		switch {
		case part:
			continue
		case !has:
			first++
			want = record.Inspection{Authority: i.Authority}
		}
		assert.Equal(t, has, ok, key(i))
		assert.Equal(t, want, got, key(i))
	}
	assert.Equal(t, 153, first)
	review := record.Inspection{Authority: find(t, "Surrey"), Start: date(t, "2015-06-15")}
	stood, ok := record.Before(review)
	assert.True(t, ok, "the review of the board gives no standing, but one stood until then")
	assert.Equal(t, "2014-10-21", stood.Start.String())
}

func TestChanges(t *testing.T) {
	t.Parallel()
	n := 0
	for v := range record.Intervals(record.All()) {
		n++
		require.Equal(t, judgement.Compare(v.Before.Judgements, v.After.Judgements), v.Changes())
	}
	require.Positive(t, n)
	i, _ := record.Latest(find(t, "Cumberland"))
	assert.Empty(t, record.Interval{Before: record.Inspection{Authority: i.Authority}, After: i}.Changes())
}

func TestWaitsByGrade(t *testing.T) {
	t.Parallel()
	for _, day := range []string{"2019-12-31", "2023-01-13", record.AsOf} {
		on := record.On(date(t, day))
		byGrade := record.WaitsByGrade(record.Intervals(on.All()), judgement.Leaders)
		require.NotEmpty(t, byGrade)
		sum := 0
		for grade, w := range byGrade {
			var of []record.Interval
			for v := range record.Intervals(record.All()) {
				if v.After.Published.String() <= day && v.Before.Judgements.Grade(judgement.Leaders) == grade {
					of = append(of, v)
				}
			}
			require.NotEmpty(t, of)
			assert.Equal(t, record.WaitsOf(slices.Values(of)), w, "%s %v", day, grade)
			sum += w.Count
		}
		assert.Len(t, slices.Collect(record.Intervals(on.All())), sum)
	}
	assert.Empty(t, record.WaitsByGrade(record.Intervals((&record.Record{}).All()), judgement.Overall))
}

// With the intervals after ILACS alone, WaitsByGrade and WaitsAfter agree.
func TestWaitsByGradeAgreeWithWaitsAfter(t *testing.T) {
	t.Parallel()
	byGrade := record.WaitsByGrade(func(yield func(record.Interval) bool) {
		for v := range record.Intervals(record.All()) {
			if v.Before.Framework != judgement.SIF && !yield(v) {
				return
			}
		}
	}, judgement.Overall)
	require.Len(t, byGrade, 4)
	for grade, w := range byGrade {
		i := record.Inspection{Framework: judgement.ILACS2023, Judgements: judgement.Set{Framework: judgement.ILACS2023}.With(judgement.Overall, grade)}
		assert.Equal(t, record.WaitsAfter(i), w, grade)
	}
}

func TestMergingIntervals(t *testing.T) {
	t.Parallel()
	dudley, cumberland := find(t, "Dudley"), find(t, "Cumberland")
	inspection := func(start, published string, leaders judgement.Grade) record.Inspection {
		return record.Inspection{
			Authority: dudley, Type: ilacs.VisitTypeShort, Framework: judgement.ILACS2026, Start: date(t, start), End: date(t, start).AddDays(4),
			Published:  date(t, published),
			Judgements: judgement.Set{Framework: judgement.ILACS2026}.With(judgement.Leaders, leaders),
		}
	}
	stood, _ := record.Latest(dudley)
	later, latest := inspection("2026-10-05", "2026-11-20", judgement.Good), inspection("2029-10-01", "2029-11-20", judgement.Outstanding)
	old := inspection("2009-06-01", "2009-07-20", judgement.Good)
	first := inspection("2026-10-05", "2026-11-20", judgement.Good)
	first.Authority = cumberland
	intervals := func(r *record.Record, more ...record.Inspection) []record.Interval {
		return r.Merge(more...).Intervals()
	}

	assert.Empty(t, intervals(record.National(), stood), "nothing is new")
	assert.Equal(t, []record.Interval{{Before: stood, After: later}}, intervals(record.National(), later))
	assert.Equal(t, []record.Interval{{Before: later, After: latest}, {Before: stood, After: later}},
		intervals(record.National(), latest, later), "in the order of Added, each after the one before it")
	assert.Equal(t, []record.Interval{{Before: record.Inspection{Authority: dudley}, After: old}}, intervals(record.National(), old))
	assert.Equal(t, []record.Interval{{Before: record.Inspection{Authority: cumberland}, After: first}}, intervals(&record.Record{}, first))

	// A second document about the same inspection fills the first.
	blank := later
	blank.Published = civil.Date{}
	assert.Equal(t, []record.Interval{{Before: stood, After: later}}, intervals(record.National(), blank, later))
}

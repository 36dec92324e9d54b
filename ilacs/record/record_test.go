package record_test

import (
	"os"
	"slices"
	"strconv"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/judgement"
)

func date(t testing.TB, text string) (d civil.Date) {
	t.Helper()
	require.NoError(t, d.UnmarshalText([]byte(text)))
	return d
}

func find(t testing.TB, name string) authority.Authority {
	t.Helper()
	a, err := authority.Find(name)
	require.NoError(t, err)
	return a
}

func TestTableStatesItsProvenance(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile("record.tsv")
	require.NoError(t, err)
	require.True(t, utf8.Valid(raw))
	assert.NotContains(t, string(raw), "\r")
	n := record.National().Len()
	for _, fact := range []string{
		"\n# source: " + record.Source, "\n# licence: " + record.Licence + "\n",
		"\n# date: " + record.AsOf + "\n", "\n# rows: " + strconv.Itoa(n) + "\n",
	} {
		assert.Contains(t, string(raw), fact)
	}
	assert.Equal(t, record.AsOf, record.National().AsOf().String())
	assert.Equal(t, 493, n)

	// The file is exactly what the generator writes.
	text, err := record.National().MarshalText()
	require.NoError(t, err)
	assert.Equal(t, string(raw), string(text))
}

// partial are the inspections that lack a grade which their framework gives, and
// why. The test fails if one of them no longer does.
var partial = map[string]string{
	"Surrey 2015-06-15":   "a review of a safeguarding children board alone",
	"Norfolk 2013-07-08":  "only the overall grade is known",
	"Medway 2013-07-15":   "only the overall grade is known",
	"Sandwell 2013-06-24": "only the overall grade is known",
}

// leaderless are the inspections whose lead inspector the record does not name.
var leaderless = []string{"Devon 2024-09-30", "Warwickshire 2025-06-02"}

func key(i record.Inspection) string { return i.Authority.Name + " " + i.Start.String() }

func TestEveryInspectionIsComplete(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	partials := 0
	var before record.Inspection
	for i := range record.All() {
		require.True(t, i.IsValid())
		assert.False(t, seen[key(i)], key(i))
		seen[key(i)] = true
		assert.True(t, i.Authority.OpenOn(i.Start), key(i))
		assert.Equal(t, i.Framework, i.Judgements.Framework)
		assert.True(t, i.Framework.Covers(i.Start), key(i))
		for _, d := range []civil.Date{i.Start, i.End, i.Published} {
			assert.Equal(t, civil.PrecisionDay, d.Precision(), key(i))
		}
		if key(i) == "City of London 2016-07-28" {
			assert.Equal(t, i.Start, i.End, "no longer an exception")
		} else {
			assert.Negative(t, i.Start.Compare(i.End), key(i))
		}
		assert.Negative(t, i.End.Compare(i.Published), key(i))
		assert.LessOrEqual(t, i.Published.String(), record.AsOf, key(i))
		if slices.Contains(leaderless, key(i)) {
			assert.Empty(t, i.Lead, "no longer an exception")
		} else {
			assert.Regexp(t, `^[A-Z][\pL.’' -]+ [A-Z][\pL’' -]+$`, i.Lead, key(i))
			assert.NotRegexp(t, `(?i)inspector|majesty|\bhmi\b|senior`, i.Lead, key(i))
		}
		if _, ok := partial[key(i)]; ok {
			partials++
			assert.Error(t, i.Judgements.Validate(), "no longer an exception: %s", key(i))
		} else {
			assert.NoError(t, i.Judgements.Validate(), key(i))
		}
		if before.Authority.Name == i.Authority.Name {
			assert.Positive(t, i.Start.Compare(before.End), "%s begins before the one before it had ended", key(i))
		} else {
			assert.Less(t, before.Authority.Name, i.Authority.Name)
		}
		before = i
	}
	assert.Equal(t, len(partial), partials)
}

// weeks are the inspections whose type does not follow from their length: a
// short inspection runs from Monday to Friday of one week, a standard one of two.
var weeks = map[string]string{
	"Isles of Scilly 2023-07-11": "three days",
	"Wiltshire 2019-06-03":       "seventeen days",
	"Derbyshire 2019-07-08":      "one week, and days added a month later",
	"South Tyneside 2022-12-05":  "one week, and days added two months later",
	"Devon 2024-09-30":           "two weeks, and days added three months later",
}

func TestTypesFollowTheDates(t *testing.T) {
	t.Parallel()
	odd := 0
	types := map[ilacs.VisitType]int{}
	for i := range record.All() {
		types[i.Type]++
		days, _ := i.Start.DaysUntil(i.End)
		switch i.Framework {
		case judgement.LookedAfter2013:
			assert.Equal(t, ilacs.VisitTypeLookedAfter, i.Type)
		case judgement.SIF:
			assert.Contains(t, []ilacs.VisitType{ilacs.VisitTypeSIF, ilacs.VisitTypeReinspection, ilacs.VisitTypeLSCBReview}, i.Type)
		default:
			want := map[int]ilacs.VisitType{4: ilacs.VisitTypeShort, 11: ilacs.VisitTypeStandard}[days]
			if _, ok := weeks[key(i)]; ok {
				odd++
				assert.Zero(t, want, "no longer an exception: %s", key(i))
			} else {
				assert.Equal(t, want, i.Type, key(i))
			}
		}
		if i.Type == ilacs.VisitTypeReinspection {
			assert.Contains(t, inadequateBefore(i), judgement.Inadequate, key(i))
			assert.Zero(t, i.Judgements.Grade(judgement.LSCB), key(i))
		}
	}
	assert.Equal(t, len(weeks), odd)
	assert.Equal(t, map[ilacs.VisitType]int{
		ilacs.VisitTypeStandard: 193, ilacs.VisitTypeShort: 128, ilacs.VisitTypeSIF: 157, ilacs.VisitTypeReinspection: 10, ilacs.VisitTypeLSCBReview: 1, ilacs.VisitTypeLookedAfter: 4,
	}, types)
}

func inadequateBefore(i record.Inspection) (grades []judgement.Grade) {
	for o := range record.Of(i.Authority) {
		if o.Start.Compare(i.Start) < 0 {
			grades = append(grades, o.Judgements.Grade(judgement.Overall))
		}
	}
	return grades
}

func TestEveryOpenAuthorityIsThere(t *testing.T) {
	t.Parallel()
	sum := 0
	for a := range authority.All() {
		n := len(slices.Collect(record.Of(a)))
		sum += n
		_, ok := record.Latest(a)
		assert.Equal(t, a.IsOpen(), n > 0, a)
		assert.Equal(t, a.IsOpen(), ok, a)
	}
	assert.Equal(t, record.National().Len(), sum, "the authorities together do not have every inspection once")
}

// standing works the standing out another way: from all inspections, the
// authority's last one as a whole that was published by the day.
func standing(a authority.Authority, day string) record.Inspection {
	last := record.Inspection{Authority: a}
	for i := range record.All() {
		part := i.Type == ilacs.VisitTypeLSCBReview || i.Type == ilacs.VisitTypeLookedAfter
		if i.Authority == a && !part && i.Published.String() <= day && (!last.IsValid() || i.Start.String() > last.Start.String()) {
			last = i
		}
	}
	return last
}

func TestStandingsOnAgreeWithOf(t *testing.T) {
	t.Parallel()
	for _, day := range []string{
		"2009-04-01", "2013-08-31", "2014-02-14", "2015-08-03", "2018-03-11", "2018-03-12", "2019-03-31", "2019-04-01",
		"2021-04-01", "2023-03-31", "2023-04-01", "2024-11-26", "2026-03-31", "2026-06-17", "2026-08-31", "2030-01-01",
	} {
		t.Run(day, func(t *testing.T) {
			t.Parallel()
			d := date(t, day)
			at := map[authority.Authority]record.Inspection{}
			last := ""
			for i := range record.StandingsOn(d) {
				assert.LessOrEqual(t, last, i.Authority.Name)
				last = i.Authority.Name
				at[i.Authority] = i
				assert.Equal(t, standing(i.Authority, day), i)
			}
			for a := range authority.All() {
				_, ok := at[a]
				assert.Equal(t, a.OpenOn(d), ok, a)
				for n := range record.Neighbours(a, d) {
					assert.Equal(t, at[n.Authority], n)
				}
			}
		})
	}
}

func TestStandingsOnAMonthAreThoseOfItsLastDay(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ part, last string }{{"2018-02", "2018-02-28"}, {"2019", "2019-12-31"}, {"", record.AsOf}} {
		assert.Equal(t, slices.Collect(record.StandingsOn(date(t, tt.last))), slices.Collect(record.StandingsOn(date(t, tt.part))), tt.part)
	}
	for i := range record.StandingsOn(civil.Date{}) {
		latest, ok := record.Latest(i.Authority)
		assert.True(t, ok)
		assert.Equal(t, latest, i)
	}
}

func TestStandingsFromApril2026HaveNoOverall(t *testing.T) {
	t.Parallel()
	without := 0
	for i := range record.StandingsOn(date(t, "2026-08-31")) {
		none := i.Judgements.Grade(judgement.Overall) == 0
		assert.Equal(t, i.Framework == judgement.ILACS2026, none, key(i))
		if none {
			without++
			assert.True(t, i.Judgements.Grade(judgement.Leaders).IsValid())
		}
	}
	assert.Equal(t, 11, without)
}

func TestSurreyKeepsItsStandingAfterTheReview(t *testing.T) {
	t.Parallel()
	for n := range record.StandingsOn(date(t, "2015-09-01")) {
		if n.Authority.Name == "Surrey" {
			assert.Equal(t, "2014-10-21", n.Start.String())
		}
	}
}

func TestIteratorsStop(t *testing.T) {
	t.Parallel()
	day := date(t, "2024-01-01")
	dudley := find(t, "Dudley")
	for name, seq := range map[string]func(func(record.Inspection) bool){
		"All": record.All(), "Of": record.Of(dudley), "StandingsOn": record.StandingsOn(day), "Neighbours": record.Neighbours(dudley, day),
	} {
		n := 0
		for range seq {
			n++
			break
		}
		assert.Equal(t, 1, n, name)
	}
	for range record.Intervals(record.All()) {
		break
	}
}

func TestUnknownAuthorityHasNone(t *testing.T) {
	t.Parallel()
	nowhere := authority.Authority{Name: "Wexcombe", Code: "999"}
	assert.Empty(t, slices.Collect(record.Of(nowhere)))
	_, ok := record.Latest(nowhere)
	assert.False(t, ok)
	assert.Empty(t, slices.Collect(record.Neighbours(nowhere, civil.Date{})))
	p := record.ProfileOf(nowhere, civil.Date{})
	assert.Empty(t, p.Inspections)
	assert.Empty(t, p.Next)
	assert.Zero(t, p.Waits.Count)
	assert.Empty(t, slices.Collect((&record.Record{}).All()))
}

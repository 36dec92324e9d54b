package record_test

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/authority"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
	"github.com/ilacs-go/inspection/internal/tsv"
)

// outcome is a row of the table of outcomes.
type outcome map[string]string

func (o outcome) day(t *testing.T, column string) time.Time {
	t.Helper()
	day, err := time.Parse(time.DateOnly, o[column])
	require.NoError(t, err)
	return day
}

// outcomes reads the table of facts that the record was made from, by URN and in
// order of fieldwork, or skips the test where it is not there.
func outcomes(t *testing.T) map[string][]outcome {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(shared, "record/outcomes.tsv"))
	if os.IsNotExist(err) {
		t.Skip("the table of outcomes is not here")
	}
	require.NoError(t, err)
	by := map[string][]outcome{}
	for row := range tsv.Records("outcomes.tsv", string(raw)) {
		by[row["urn"]] = append(by[row["urn"]], row)
	}
	for _, rows := range by {
		slices.SortFunc(rows, func(a, b outcome) int { return cmp.Compare(a["start"], b["start"]) })
	}
	require.Len(t, by, 153)
	return by
}

// whole leaves out the inspections of a part of the services.
func whole(rows []outcome) (of []outcome) {
	for _, o := range rows {
		if o["framework"] != "SLAC" && o["authority"] != "Surrey Safeguarding Children Board" {
			of = append(of, o)
		}
	}
	return of
}

// TestOutcomesGivePublication takes each row for a report that prints no date.
func TestOutcomesGivePublication(t *testing.T) {
	t.Parallel()
	n := 0
	for urn, rows := range outcomes(t) {
		for _, o := range rows {
			n++
			p := record.PublicationOf(ilacs.Visit{URN: urn, Start: date(t, o["start"])})
			assert.Equal(t, o["published"], p.Day().String(), o)
			assert.True(t, p.IsFromRecord(), o)
		}
	}
	assert.Equal(t, 493, n)
}

// TestOutcomesGiveTimes works out for each of the 153 authorities, from the table
// alone and with the calendar of package time, what people keep by hand: days to
// publication, time since the last inspection, its rank, and the one before.
func TestOutcomesGiveTimes(t *testing.T) {
	t.Parallel()
	byURN := outcomes(t)
	const on = "2026-08-31"
	days := func(from, to time.Time) int { return int(to.Sub(from).Hours() / 24) }
	day, err := time.Parse(time.DateOnly, on)
	require.NoError(t, err)
	since := map[string]int{}
	for urn, rows := range byURN {
		of := whole(rows)
		since[urn] = days(of[len(of)-1].day(t, "start"), day)
	}
	waiting := map[string]record.Waiting{}
	for _, w := range record.WaitingOn(date(t, on)) {
		waiting[w.Inspection.Authority.URN] = w
	}
	require.Len(t, waiting, len(byURN))
	for urn, rows := range byURN {
		of := whole(rows)
		last := of[len(of)-1]
		w := waiting[urn]
		a, ok := authority.ByURN(urn)
		require.True(t, ok, urn)

		longer, same := 0, 0
		for _, d := range since {
			if d > since[urn] {
				longer++
			}
			if d == since[urn] {
				same++
			}
		}
		assert.Equal(t, last["start"], w.Inspection.Start.String(), a)
		assert.Equal(t, []int{since[urn], longer + 1, same - 1, 153}, []int{w.Days, w.Rank, w.Ties, w.Of}, a)
		got, ok := record.ProfileOf(a, date(t, on)).SinceInspection()
		assert.True(t, ok, a)
		assert.Equal(t, since[urn], got, a)

		got, ok = w.Inspection.DaysToPublication()
		assert.True(t, ok, a)
		assert.Equal(t, days(last.day(t, "end"), last.day(t, "published")), got, a)
		got, ok = w.Inspection.WorkingDaysToPublication()
		assert.True(t, ok, a)
		weekdays, holidays := 0, 0
		for d := last.day(t, "end").AddDate(0, 0, 1); !d.After(last.day(t, "published")); d = d.AddDate(0, 0, 1) {
			if d.Weekday() == time.Saturday || d.Weekday() == time.Sunday {
				continue
			}
			weekdays++
			if working, _ := civil.Of(d).IsWorkingDay(); !working {
				holidays++
			}
		}
		assert.Equal(t, weekdays-holidays, got, a)

		before, ok := record.Before(w.Inspection)
		if assert.Equal(t, len(of) > 1, ok, a); ok {
			assert.Equal(t, of[len(of)-2]["start"], before.Start.String(), a)
		}
	}
}

// TestOutcomesMergeWithTheStandingBefore merges the table, year by year, and
// compares the standing before each inspection with the row before.
func TestOutcomesMergeWithTheStandingBefore(t *testing.T) {
	t.Parallel()
	byURN := outcomes(t)
	grown, n := &record.Record{}, 0
	for year := 2013; year <= 2026; year++ {
		of := date(t, strconv.Itoa(year))
		f := record.Filter{Published: ilacs.Period{Start: of, End: of}}
		m := grown.Merge(slices.Collect(f.Select(record.All()))...)
		for _, v := range m.Intervals() {
			n++
			was := ""
			for _, o := range whole(byURN[v.After.Authority.URN]) {
				if o["start"] < v.After.Start.String() {
					was = o["start"]
				}
			}
			assert.Equal(t, was, v.Before.Start.String(), key(v.After))
		}
		grown = m.Record
	}
	assert.Equal(t, 493, n)
	assert.Equal(t, slices.Collect(record.All()), slices.Collect(grown.All()))
}

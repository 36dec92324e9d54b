package record_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs"
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/record"
)

func TestPublicationDay(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, printed, recorded, day string
		fromRecord                   bool
	}{
		{"nothing known", "", "", "", false},
		{"printed alone", "2016-04-05", "", "2016-04-05", false},
		{"in the record alone", "", "2023-01-13", "2023-01-13", true},
		{"printed, and the record says the same", "2016-04-05", "2016-04-05", "2016-04-05", false},
		{"printed, and the record says another", "2016-04-01", "2016-04-05", "2016-04-01", false},
		{"the month printed, and the record has a day in it", "2016-04", "2016-04-05", "2016-04-05", true},
		{"the month printed, and the record has a day in another", "2016-03", "2016-04-05", "2016-03", false},
		{"the month printed alone", "2016-04", "", "2016-04", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := record.Publication{Printed: date(t, tt.printed), Recorded: date(t, tt.recorded)}
			assert.Equal(t, tt.day, p.Day().String())
			assert.Equal(t, tt.fromRecord, p.IsFromRecord())
		})
	}
}

func TestPublicationOfEveryInspection(t *testing.T) {
	t.Parallel()
	n := 0
	for i := range record.All() {
		n++
		v := i.Report().Visit
		printed := v.Published
		assert.Equal(t, record.Publication{Printed: printed, Recorded: printed}, record.PublicationOf(v), key(i))
		v.Published = civil.Date{}
		assert.Equal(t, record.Publication{Recorded: printed}, record.PublicationOf(v), key(i))
		v.URN = ""
		assert.Equal(t, record.Publication{Recorded: printed}, record.PublicationOf(v), "by name: %s", key(i))
		v.Start = v.Start.AddDays(1)
		assert.Zero(t, record.PublicationOf(v), "another first day: %s", key(i))
	}
	assert.Equal(t, 493, n)
}

func TestPublicationOfWhatTheRecordLacks(t *testing.T) {
	t.Parallel()
	dudley, _ := record.Latest(find(t, "Dudley"))
	for name, v := range map[string]ilacs.Visit{
		"an unknown council":     {Authority: "Wexcombe", Start: dudley.Start},
		"no first day":           {Authority: "Dudley"},
		"the month of the first": {Authority: "Dudley", Start: date(t, "2022-10")},
		"no name":                {Start: dudley.Start},
	} {
		assert.Zero(t, record.PublicationOf(v), name)
		v.Published = date(t, "2023-02-01")
		assert.Equal(t, record.Publication{Printed: v.Published}, record.PublicationOf(v), name)
	}
}

func TestDaysToPublication(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, end, published string
		days, working        int
		ok, workingOK        bool
	}{
		{"the next day", "2023-11-16", "2023-11-17", 1, 1, true, true},
		{"over a weekend", "2023-11-17", "2023-11-20", 3, 1, true, true},
		{"over Christmas", "2022-12-16", "2023-01-03", 18, 9, true, true},
		{"the same day", "2023-11-17", "2023-11-17", 0, 0, true, true},
		{"a document that bears an earlier date", "2023-11-17", "2023-11-15", -2, -2, true, true},
		{"publication not known", "2023-11-17", "", 0, 0, false, false},
		{"the month of publication", "2023-11-17", "2023-12", 0, 0, false, false},
		{"the last day not known", "", "2023-11-17", 0, 0, false, false},
		{"before the bank holidays that are known", "2012-11-16", "2012-12-14", 28, 0, true, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			i := record.Inspection{End: date(t, tt.end), Published: date(t, tt.published)}
			days, ok := i.DaysToPublication()
			assert.Equal(t, tt.days, days)
			assert.Equal(t, tt.ok, ok)
			working, ok := i.WorkingDaysToPublication()
			assert.Equal(t, tt.working, working)
			assert.Equal(t, tt.workingOK, ok)

			v := ilacs.Visit{End: i.End, Published: i.Published}
			days, ok = v.DaysToPublication()
			assert.Equal(t, tt.days, days)
			assert.Equal(t, tt.ok, ok)
			working, ok = v.WorkingDaysToPublication()
			assert.Equal(t, tt.working, working)
			assert.Equal(t, tt.workingOK, ok)
		})
	}
}

// TestEveryReportTookAWhile holds the whole record to what Ofsted's reports took.
func TestEveryReportTookAWhile(t *testing.T) {
	t.Parallel()
	for i := range record.All() {
		days, ok := i.DaysToPublication()
		require.True(t, ok, key(i))
		working, ok := i.WorkingDaysToPublication()
		require.True(t, ok, key(i))
		assert.Positive(t, working, key(i))
		assert.Less(t, working, days, key(i))
		assert.GreaterOrEqual(t, 7*working, 4*days, "%s: even with bank holidays, most days of a long time are working days", key(i))
	}
}

package civil_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/civil"
)

// bankHolidayRows returns the head of the embedded table and its rows.
func bankHolidayRows(t *testing.T) (head string, rows [][]string) {
	t.Helper()
	raw, err := os.ReadFile("bankholidays.tsv")
	require.NoError(t, err)
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			head += line + "\n"
			continue
		}
		rows = append(rows, strings.Split(line, "\t"))
	}
	require.NotEmpty(t, rows)
	require.Equal(t, []string{"date", "name", "certainty"}, rows[0])
	return head, rows[1:]
}

func TestBankHolidaysStateTheirProvenance(t *testing.T) {
	t.Parallel()
	head, rows := bankHolidayRows(t)
	for _, fact := range []string{"# source: ", "# date: ", "# licence: ", "# certainty: ", "# rows: " + strconv.Itoa(len(rows)) + "\n"} {
		assert.Contains(t, head, fact)
	}
	_, asOf, _ := strings.Cut(head, "# date: ")
	asOf = asOf[:len("2006-01-02")]
	last := ""
	for _, row := range rows {
		require.Len(t, row, 3)
		assert.Less(t, last, row[0], "not in order")
		last = row[0]
		weekday, ok := date(t, row[0]).Weekday()
		assert.True(t, ok)
		assert.NotContains(t, []time.Weekday{time.Saturday, time.Sunday}, weekday, row)
		want := "past"
		if row[0] > asOf {
			want = "expected"
		}
		assert.Equal(t, want, row[2], row)
	}
}

// easter returns Easter Sunday: the Sunday after the paschal full moon, whose day
// of March the Book of Common Prayer gives by golden number, for 1900 to 2199.
func easter(year int) time.Time {
	fullMoons := [19]int{45, 34, 23, 42, 31, 49, 39, 28, 47, 36, 25, 44, 33, 22, 41, 30, 48, 38, 27}
	t := time.Date(year, time.March, fullMoons[year%19], 0, 0, 0, 0, time.UTC)
	return t.AddDate(0, 0, 7-int(t.Weekday()))
}

// mondays returns the Mondays of a month.
func mondays(year int, month time.Month) (days []time.Time) {
	for t := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC); t.Month() == month; t = t.AddDate(0, 0, 1) {
		if t.Weekday() == time.Monday {
			days = append(days, t)
		}
	}
	return days
}

// TestBankHolidaysFollowTheRule compares the table with the rule of the Act,
// worked out another way, and with the days on which a proclamation departed from
// it.
func TestBankHolidaysFollowTheRule(t *testing.T) {
	t.Parallel()
	moved := map[string]string{"2020-05-04": "2020-05-08", "2022-05-30": "2022-06-02"}
	want := map[string]bool{"2022-06-03": true, "2022-09-19": true, "2023-05-08": true}
	for year := 2013; year <= 2028; year++ {
		taken := map[time.Time]bool{}
		add := func(d time.Time) {
			for taken[d] || d.Weekday() == time.Saturday || d.Weekday() == time.Sunday {
				d = d.AddDate(0, 0, 1)
			}
			taken[d] = true
			text := d.Format(time.DateOnly)
			if to, ok := moved[text]; ok {
				text = to
			}
			want[text] = true
		}
		sunday := easter(year)
		add(sunday.AddDate(0, 0, -2))
		add(sunday.AddDate(0, 0, 1))
		add(time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC))
		add(mondays(year, time.May)[0])
		may, august := mondays(year, time.May), mondays(year, time.August)
		add(may[len(may)-1])
		add(august[len(august)-1])
		// If Christmas Day is a Sunday, Boxing Day stays on its Monday and the
		// substitute for Christmas Day is the Tuesday: the same two days.
		add(time.Date(year, time.December, 25, 0, 0, 0, 0, time.UTC))
		add(time.Date(year, time.December, 26, 0, 0, 0, 0, time.UTC))
	}
	got := map[string]bool{}
	_, rows := bankHolidayRows(t)
	for _, row := range rows {
		got[row[0]] = true
	}
	assert.Equal(t, want, got)
}

func TestWorkingDays(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, from string
		n          int
		want       string // "" where it is not known
	}{
		{"none", "2024-03-28", 0, "2024-03-28"},
		{"none, from a Sunday", "2024-03-31", 0, "2024-03-31"},
		{"over Easter", "2024-03-28", 1, "2024-04-02"},
		{"from a Saturday", "2024-04-06", 1, "2024-04-08"},
		{"back over Easter", "2024-04-02", -1, "2024-03-28"},
		{"over a Christmas on a Sunday", "2022-12-23", 1, "2022-12-28"},
		{"over the Jubilee", "2022-06-01", 1, "2022-06-06"},
		{"the spring holiday that was moved", "2022-05-27", 1, "2022-05-30"},
		{"20 working days", "2024-05-16", 20, "2024-06-14"},
		{"70 working days", "2023-01-13", 70, "2023-04-25"},
		{"the last day known", "2028-12-28", 1, "2028-12-29"},
		{"past the last day known", "2028-12-29", 1, ""},
		{"before the first day known", "2013-01-02", -1, ""},
		{"very many", "2024-01-01", 1 << 40, ""},
		{"the smallest number", "2024-01-01", -1 << 63, ""},
		{"a month", "2024-01", 1, ""},
		{"a year", "2024", 0, ""},
		{"a year that is not in the table", "2012-06-01", 1, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, ok := date(t, tt.from).AddWorkingDays(tt.n)
			assert.Equal(t, tt.want != "", ok)
			if tt.want == "" {
				assert.Zero(t, got)
			} else {
				assert.Equal(t, tt.want, got.String())
			}
		})
	}
}

// TestWorkingDaysAgree counts the days between one by one.
func TestWorkingDaysAgree(t *testing.T) {
	t.Parallel()
	start := date(t, "2019-12-20")
	for i := range 40 {
		from, slow := start.AddDays(i), 0
		for j := range 400 {
			to := from.AddDays(j)
			if j > 0 {
				if working, known := to.IsWorkingDay(); assert.True(t, known) && working {
					slow++
				}
			}
			got, ok := from.WorkingDaysUntil(to)
			require.True(t, ok)
			require.Equal(t, slow, got, "%v to %v", from, to)
			if working, _ := to.IsWorkingDay(); working {
				there, ok := from.AddWorkingDays(got)
				require.True(t, ok)
				require.Equal(t, to, there)
			}
		}
	}
}

func TestWorkingDaysUntilBackwards(t *testing.T) {
	t.Parallel()
	got, ok := date(t, "2024-04-02").WorkingDaysUntil(date(t, "2024-03-28"))
	assert.True(t, ok)
	assert.Equal(t, -1, got)
	_, ok = date(t, "2024-04-02").WorkingDaysUntil(date(t, "2030-01-01"))
	assert.False(t, ok)
	_, ok = date(t, "2024-04").WorkingDaysUntil(date(t, "2024-04-30"))
	assert.False(t, ok)
}

func TestIsWorkingDayNotKnown(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"2024", "2024-05", "2012-12-31", "2029-01-02"} {
		working, known := date(t, text).IsWorkingDay()
		assert.False(t, working, text)
		assert.False(t, known, text)
	}
	working, known := civil.Date{}.IsWorkingDay()
	assert.False(t, working)
	assert.False(t, known)
}

func ExampleDate_IsWorkingDay() {
	funeral, _ := civil.Parse("2022-09-19")
	working, known := funeral.IsWorkingDay()
	fmt.Println(working, known)
	// Output: false true
}

func ExampleDate_AddWorkingDays() {
	received, _ := civil.Parse("2022-11-25")
	due, ok := received.AddWorkingDays(70)
	fmt.Println(due, ok)
	// Output: 2023-03-08 true
}

func ExampleDate_WorkingDaysUntil() {
	maundyThursday, _ := civil.Parse("2024-03-28")
	tuesday, _ := civil.Parse("2024-04-02")
	fmt.Println(maundyThursday.WorkingDaysUntil(tuesday))
	// Output: 1 true
}

func BenchmarkAddWorkingDays(b *testing.B) {
	from := date(b, "2022-11-25")
	b.ReportAllocs()
	for b.Loop() {
		from.AddWorkingDays(70)
	}
}

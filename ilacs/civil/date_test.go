package civil_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
)

// date parses a date that is known to be one; "" is the zero Date.
func date(t testing.TB, text string) civil.Date {
	t.Helper()
	var d civil.Date
	require.NoError(t, d.UnmarshalText([]byte(text)))
	return d
}

func TestNew(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		year, month, day int
		want             string
		precision        civil.Precision
	}{
		"day":             {2022, 11, 5, "2022-11-05", civil.PrecisionDay},
		"month":           {2022, 11, 0, "2022-11", civil.PrecisionMonth},
		"year":            {2022, 0, 0, "2022", civil.PrecisionYear},
		"leap day":        {2024, 2, 29, "2024-02-29", civil.PrecisionDay},
		"leap century":    {2000, 2, 29, "2000-02-29", civil.PrecisionDay},
		"first day":       {1, 1, 1, "0001-01-01", civil.PrecisionDay},
		"last day":        {9999, 12, 31, "9999-12-31", civil.PrecisionDay},
		"end of a month":  {2023, 4, 30, "2023-04-30", civil.PrecisionDay},
		"end of February": {2023, 2, 28, "2023-02-28", civil.PrecisionDay},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, err := civil.New(tt.year, tt.month, tt.day)
			require.NoError(t, err)
			assert.Equal(t, tt.want, d.String())
			assert.Equal(t, tt.year, d.Year())
			assert.Equal(t, time.Month(tt.month), d.Month())
			assert.Equal(t, tt.day, d.Day())
			assert.Equal(t, tt.precision, d.Precision())
			assert.False(t, d.IsZero())
		})
	}
}

func TestNewRefuses(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct{ year, month, day int }{
		"nothing":                   {0, 0, 0},
		"year 0":                    {0, 1, 1},
		"year 10000":                {10000, 1, 1},
		"negative year":             {-1, 1, 1},
		"month 13":                  {2022, 13, 1},
		"negative month":            {2022, -1, 1},
		"a day without its month":   {2022, 0, 5},
		"negative day":              {2022, 11, -5},
		"negative day, no month":    {2022, 0, -5},
		"30 February":               {2024, 2, 30},
		"29 February, common year":  {2023, 2, 29},
		"29 February, century":      {1900, 2, 29},
		"31 June":                   {2023, 6, 31},
		"32 January":                {2023, 1, 32},
		"a number that wraps round": {65536 + 2022, 256 + 11, 256 + 5},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, err := civil.New(tt.year, tt.month, tt.day)
			require.ErrorIs(t, err, civil.ErrNoSuchDate)
			var fault *parseerr.Error
			require.ErrorAs(t, err, &fault)
			assert.NotEmpty(t, fault.Reason)
			assert.True(t, d.IsZero())
		})
	}
}

// Every day of four centuries, the cycle of the calendar, agrees with package
// time.
func TestDaysAgreeWithTime(t *testing.T) {
	t.Parallel()
	at := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)
	d := date(t, "1900-01-01")
	for at.Year() < 2300 {
		if d.Year() != at.Year() || d.Month() != at.Month() || d.Day() != at.Day() {
			t.Fatalf("the day after is %v, want %v", d, at)
		}
		weekday, ok := d.Weekday()
		if !ok || weekday != at.Weekday() {
			t.Fatalf("%v is a %v, want %v", d, weekday, at.Weekday())
		}
		if built, err := civil.New(at.Year(), int(at.Month()), at.Day()); err != nil || built != d {
			t.Fatalf("New returns %v, %v, want %v", built, err, d)
		}
		at = at.AddDate(0, 0, 1)
		d = d.AddDays(1)
	}
}

func TestOrder(t *testing.T) {
	t.Parallel()
	// The one ordered table: every pair follows from it.
	ordered := []string{
		"", "0001", "2021", "2021-12", "2021-12-31",
		"2022", "2022-01", "2022-01-01", "2022-11", "2022-11-01", "2022-11-05", "2022-12-01",
		"2023-01-01", "9999-12-31",
	}
	for i, a := range ordered {
		for j, b := range ordered {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			assert.Equal(t, want, date(t, a).Compare(date(t, b)), "%q against %q", a, b)
		}
	}
}

func TestFirstLast(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ date, first, last string }{
		{"", "", ""},
		{"2022", "2022-01-01", "2022-12-31"},
		{"2022-11", "2022-11-01", "2022-11-30"},
		{"2022-12", "2022-12-01", "2022-12-31"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2023-02", "2023-02-01", "2023-02-28"},
		{"2022-11-05", "2022-11-05", "2022-11-05"},
	} {
		t.Run(tt.date, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, date(t, tt.first), date(t, tt.date).First())
			assert.Equal(t, date(t, tt.last), date(t, tt.date).Last())
		})
	}
}

func TestContains(t *testing.T) {
	t.Parallel()
	dates := []string{"", "2022", "2022-11", "2022-11-05", "2022-11-06", "2022-12", "2021", "2021-11-05"}
	contained := map[string][]string{
		"":           nil,
		"2022":       {"2022", "2022-11", "2022-11-05", "2022-11-06", "2022-12"},
		"2022-11":    {"2022-11", "2022-11-05", "2022-11-06"},
		"2022-11-05": {"2022-11-05"},
		"2022-11-06": {"2022-11-06"},
		"2022-12":    {"2022-12"},
		"2021":       {"2021", "2021-11-05"},
		"2021-11-05": {"2021-11-05"},
	}
	for _, a := range dates {
		for _, b := range dates {
			assert.Equal(t, slices.Contains(contained[a], b), date(t, a).Contains(date(t, b)), "%q contains %q", a, b)
		}
	}
}

func TestAddDays(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		date string
		n    int
		want string
	}{
		"none":                {"2022-11-05", 0, "2022-11-05"},
		"over a month":        {"2022-11-28", 5, "2022-12-03"},
		"over new year":       {"2022-12-28", 7, "2023-01-04"},
		"back over a leap":    {"2024-03-01", -1, "2024-02-29"},
		"past the last year":  {"9999-12-31", 1, ""},
		"before the first":    {"0001-01-01", -1, ""},
		"the whole span":      {"0001-01-01", 3652058, "9999-12-31"},
		"the whole span back": {"9999-12-31", -3652058, "0001-01-01"},
		"far too many":        {"2022-11-05", 1<<63 - 1, ""},
		"far too few":         {"2022-11-05", -1 << 63, ""},
		"no day":              {"2022-11", 1, ""},
		"no month":            {"2022", 1, ""},
		"no date":             {"", 1, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, date(t, tt.want), date(t, tt.date).AddDays(tt.n))
		})
	}
}

func TestDaysUntil(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		from, to string
		days     int
		ok       bool
	}{
		{"2022-11-05", "2022-11-05", 0, true},
		{"2022-11-05", "2022-11-12", 7, true},
		{"2022-11-12", "2022-11-05", -7, true},
		{"0001-01-01", "9999-12-31", 3652058, true},
		{"2022-11", "2022-11-05", 0, false},
		{"2022-11-05", "2022", 0, false},
		{"", "2022-11-05", 0, false},
		{"2022-11-05", "", 0, false},
	} {
		t.Run(tt.from+" "+tt.to, func(t *testing.T) {
			t.Parallel()
			days, ok := date(t, tt.from).DaysUntil(date(t, tt.to))
			assert.Equal(t, tt.ok, ok)
			assert.Equal(t, tt.days, days)
		})
	}
}

func TestWeekdayNeedsADay(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "2022", "2022-11"} {
		_, ok := date(t, text).Weekday()
		assert.False(t, ok, text)
	}
}

func TestOf(t *testing.T) {
	t.Parallel()
	east := time.FixedZone("east", 14*60*60)
	late := time.Date(2022, 11, 5, 0, 30, 0, 0, east)
	assert.Equal(t, date(t, "2022-11-05"), civil.Of(late), "the day is that of the time's own location")
	assert.Equal(t, date(t, "2022-11-04"), civil.Of(late.UTC()))
	assert.True(t, civil.Of(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)).IsZero())
	assert.True(t, civil.Of(time.Date(0, 12, 31, 0, 0, 0, 0, time.UTC)).IsZero())
}

func TestPrecisionNames(t *testing.T) {
	t.Parallel()
	names := map[civil.Precision]string{civil.PrecisionYear: "year", civil.PrecisionMonth: "month", civil.PrecisionDay: "day"}
	seen := map[string]bool{}
	for i := range 256 {
		p := civil.Precision(i)
		name := p.String()
		require.Equal(t, i == 0, name == "")
		require.False(t, seen[name], "two precisions print %q", name)
		seen[name] = true
		if want, ok := names[p]; ok {
			assert.Equal(t, want, name)
		} else if i > 0 {
			assert.Regexp(t, `^Precision\(\d+\)$`, name)
		}
	}
}

func TestDateAsKey(t *testing.T) {
	t.Parallel()
	seen := map[civil.Date]int{date(t, "2022-11"): 1}
	seen[date(t, "2022-11")]++
	seen[date(t, "2022-11-01")]++
	assert.Equal(t, map[civil.Date]int{date(t, "2022-11"): 2, date(t, "2022-11-01"): 1}, seen)
}

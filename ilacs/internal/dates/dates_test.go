package dates_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/internal/dates"
)

// written gives periods as one line: "2024-05-01/2024-05-02 2024-06-03/…".
func written(periods []dates.Period) string {
	var out []string
	for _, p := range periods {
		out = append(out, p.Start.String()+"/"+p.End.String())
	}
	return strings.Join(out, " ")
}

func TestPeriods(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		in   string // what is behind the bar is not part of the dates
		year int
		want string
	}{
		{"one day", "9 November 2018", 0, "2018-11-09/2018-11-09"},
		{"a range in a month", "11 to 22 May 2026", 0, "2026-05-11/2026-05-22"},
		{"a range over a month's end", "31 January to 4 February 2022", 0, "2022-01-31/2022-02-04"},
		{"a range over new year", "30 December 2019 to 10 January 2020", 0, "2019-12-30/2020-01-10"},
		{"a range over new year, the year printed once", "30 December to 10 January 2020", 0, "2019-12-30/2020-01-10"},
		{"an en dash", "11–22 May 2026", 0, "2026-05-11/2026-05-22"},
		{"an en dash with spaces", "11 – 22 May 2026", 0, "2026-05-11/2026-05-22"},
		{"a hyphen", "15 - 26 June 2026", 0, "2026-06-15/2026-06-26"},
		{"two days", "1 and 2 February 2024", 0, "2024-02-01/2024-02-02"},
		{"two days with an ampersand", "1 & 2 February 2024", 0, "2024-02-01/2024-02-02"},
		{"two days over a month's end", "31 January and 1 February 2024", 0, "2024-01-31/2024-02-01"},
		{"three days", "1, 2 and 3 February 2024", 0, "2024-02-01/2024-02-03"},
		{"two days far apart", "1 and 15 February 2024", 0, "2024-02-01/2024-02-01 2024-02-15/2024-02-15"},
		{"two ranges", "4 to 8 December 2023 and 13 to 14 February 2024", 0, "2023-12-04/2023-12-08 2024-02-13/2024-02-14"},
		{"two ranges, the year printed once", "3 to 7 June and 17 to 18 June 2024", 0, "2024-06-03/2024-06-07 2024-06-17/2024-06-18"},
		{"a range and a day", "3 to 7 June 2024 and 17 June 2024", 0, "2024-06-03/2024-06-07 2024-06-17/2024-06-17"},
		{"between", "between 30 December 2019 and 10 January 2020", 0, "2019-12-30/2020-01-10"},
		{"between days far apart", "between 3 and 14 June 2024", 0, "2024-06-03/2024-06-14"},
		{"from", "from 3 June to 14 June 2024", 0, "2024-06-03/2024-06-14"},
		{"on", "on 3 June 2024", 0, "2024-06-03/2024-06-03"},
		{"numbers", "12/09/2016 to 06/10/2016", 0, "2016-09-12/2016-10-06"},
		{"numbers with dots", "12.09.2016 to 06.10.2016", 0, "2016-09-12/2016-10-06"},
		{"numbers, the year short", "12/09/16 to 06/10/16", 0, "2016-09-12/2016-10-06"},
		{"weekdays", "Monday 3 June to Friday 7 June 2024", 0, "2024-06-03/2024-06-07"},
		{"ordinals", "3rd to 7th June 2024", 0, "2024-06-03/2024-06-07"},
		{"of", "3rd of June 2024", 0, "2024-06-03/2024-06-03"},
		{"short months", "3 Jun to 2 Sept 2024", 0, "2024-06-03/2024-09-02"},
		{"capitals", "3 JUNE 2024", 0, "2024-06-03/2024-06-03"},
		{"a comma before the year", "3 June, 2024", 0, "2024-06-03/2024-06-03"},
		{"over a line end", "3 June\nto 7 June\n2024", 0, "2024-06-03/2024-06-07"},
		{"text behind", "3 to 7 June 2024|, and then", 0, "2024-06-03/2024-06-07"},
		{"a word behind", "3 to 7 June 2024| Lead inspector: Ann Ash", 0, "2024-06-03/2024-06-07"},
		{"a weekday with a comma", "Thursday, 14 November 2019", 0, "2019-11-14/2019-11-14"},
		{"a short weekday", "Tue, 15/10/2019", 0, "2019-10-15/2019-10-15"},
		{"on the days", "on the 6 and 7 February 2018", 0, "2018-02-06/2018-02-07"},
		{"the days", "the 6th and the 7th February 2018", 0, "2018-02-06/2018-02-07"},
		{"between the days", "between the 3rd and 14th of June 2024", 0, "2024-06-03/2024-06-14"},
		{"the month first", "November 14, 2019|, and", 0, "2019-11-14/2019-11-14"},
		{"the month first, with a weekday", "Thursday, November 14, 2019", 0, "2019-11-14/2019-11-14"},
		{"the month first, without a comma", "Nov 14th 2019", 0, "2019-11-14/2019-11-14"},
		{"the month first, two days", "September 24 and 25, 2019", 0, "2019-09-24/2019-09-25"},
		{"the month first, three days", "September 24, 25 and 26 2019", 0, "2019-09-24/2019-09-26"},
		{"the month first, a range", "March 3-14, 2025", 0, "2025-03-03/2025-03-14"},
		{"the month first, over its end", "February 28 to March 1, 2017", 0, "2017-02-28/2017-03-01"},
		{"the month first, over new year", "December 30 to January 10, 2020", 0, "2019-12-30/2020-01-10"},
		{"the month first, before a full stop", "September 24 and 25|.", 2019, "2019-09-24/2019-09-25"},
		{"a slash", "6/7 February 2018", 0, "2018-02-06/2018-02-07"},
		{"a slash between figures", "6/7 of them", 2018, ""},
		{"a slash, and no year", "6/7/ February", 2018, ""},
		{"the month first, no year", "|September 24 and 25", 0, ""},
		{"the month first, given a year", "September 24 and 25", 2019, "2019-09-24/2019-09-25"},
		{"the month first, no such day", "February 30, 2019", 0, ""},
		{"a month and a year, no day", "|March 2019", 2019, ""},
		{"year, month and day", "2019-11-14| 09:06", 0, "2019-11-14/2019-11-14"},
		{"no such month in figures", "2019-13-14", 0, ""},
		{"no year", "3 to 7 June", 0, ""},
		{"no year, given one", "3 to 7 June", 2024, "2024-06-03/2024-06-07"},
		{"a given year gives way", "3 to 7 June 2023", 2024, "2023-06-03/2023-06-07"},
		{"the first day later in its month", "28 to 3 June 2024", 2024, "2024-05-28/2024-06-03"},
		{"a leap day", "29 February 2024", 0, "2024-02-29/2024-02-29"},
		{"no leap day", "29 February 2023", 0, ""},
		{"no such day", "31 June 2024", 0, ""},
		{"no such month", "3 Juno 2024", 0, ""},
		{"a month alone", "|June 2024", 0, ""},
		{"a number", "|12 social workers", 0, ""},
		{"nothing", "", 0, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			before, after, _ := strings.Cut(tt.in, "|")
			got, n := dates.Periods(before+after, tt.year)
			assert.Equal(t, tt.want, written(got))
			if tt.want != "" {
				assert.Equal(t, before, (before + after)[:n])
			}
		})
	}
}

// Every way of printing a range gives the range again, on each day of ten years.
func TestPeriodsReadsWhatIsPrinted(t *testing.T) {
	t.Parallel()
	for day := time.Date(2017, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() < 2027; day = day.AddDate(0, 0, 1) {
		for _, length := range []int{1, 4, 11, 25} {
			last := day.AddDate(0, 0, length)
			want := fmt.Sprintf("%s/%s", day.Format(time.DateOnly), last.Format(time.DateOnly))
			forms := []string{
				day.Format("2 January 2006") + " to " + last.Format("2 January 2006"),
				day.Format("Monday 2 January 2006") + " – " + last.Format("Monday 2 January 2006"),
				day.Format("02/01/2006") + " to " + last.Format("02/01/2006"),
				"between " + day.Format("2 January") + " and " + last.Format("2 January 2006"),
				day.Format("2 Jan") + " - " + last.Format("2 Jan 2006"),
				day.Format("January 2, 2006") + " to " + last.Format("Monday, January 2, 2006"),
				day.Format("Jan 2") + " - " + last.Format("Jan 2 2006"),
				day.Format(time.DateOnly) + " to " + last.Format(time.DateOnly),
			}
			if day.Month() == last.Month() {
				forms = append(forms, day.Format("2 to ")+last.Format("2 January 2006"), day.Format("2–")+last.Format("2 January 2006"), day.Format("January 2-")+last.Format("2, 2006"))
			}
			for _, s := range forms {
				got, n := dates.Periods(s, 0)
				require.Equal(t, want, written(got), s)
				require.Equal(t, len(s), n, s)
			}
		}
	}
}

func TestMentions(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in string
		want     []string
	}{
		{"a day", "It was judged good on 3 June 2024.", []string{"2024-06-03: 3 June 2024"}},
		{"a range", "They came from 3 to 7 June 2024.", []string{"2024-06-03 to 2024-06-07: 3 to 7 June 2024"}},
		{"a month", "It was judged good in November 2022.", []string{"2022-11: November 2022"}},
		{"the shortest month", "It was judged good in May 2022.", []string{"2022-05: May 2022"}},
		{"the shortest form of a month", "It was judged good in Nov 2022.", []string{"2022-11: Nov 2022"}},
		{"less of a month than that", "It was judged good in No 2022.", []string{"2022: 2022"}},
		{"a comma in the month", "It was judged good in November, 2022.", []string{"2022-11: November, 2022"}},
		{"the month first", "They came on February 1 and 2, 2024.", []string{"2024-02-01 to 2024-02-02: February 1 and 2, 2024"}},
		{"the month first, and no year", "They came on February 1 and 2.", nil},
		{"year, month and day", "They came on 2024-02-01.", []string{"2024-02-01: 2024-02-01"}},
		{"a year", "The last inspection, in 2018, found less.", []string{"2018: 2018"}},
		{"several", "Inadequate in April 2016, it was visited in 2017 and on 1 May 2018.", []string{"2016-04: April 2016", "2017: 2017", "2018-05-01: 1 May 2018"}},
		{"over a line end", "in November\n2022", []string{"2022-11: November\n2022"}},
		{"a month without a year", "In November they moved.", nil},
		{"may and March as words", "They may march. May they? March on.", nil},
		{"a large number", "There are 2018 children and 12,018 adults, or 2,018 families.", []string{"2018: 2018"}},
		{"a share", "Of these, 2018% and 20.18 are odd.", nil},
		{"a longer number", "Case 20181 and 120180 are closed.", nil},
		{"within a word", "Form CP2018.", nil},
		{"too early and too late", "In 1989 and 2100, or in May 1989 and May 2100.", nil},
		{"as early and as late as may be", "In 1990 and 2099, or in May 1990 and May 2099.", []string{"1990: 1990", "2099: 2099", "1990-05: May 1990", "2099-05: May 2099"}},
		{"none", "Leaders listen.", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, m := range dates.Mentions(tt.in) {
				s := m.Date.String()
				if !m.End.IsZero() {
					s += " to " + m.End.String()
				}
				got = append(got, s+": "+tt.in[m.From:m.To])
				assert.Equal(t, m.BareYear, m.Date.Precision() == civil.PrecisionYear)
			}
			assert.Equal(t, tt.want, got)
		})
	}
}

// Known to be wrong: take it off when it passes.
func TestMentionsKnownFailures(t *testing.T) {
	t.Parallel()
	assert.NotEmpty(t, dates.Mentions("Form 2018x."), "a year is read though a letter stands behind it")
	m := dates.Mentions("4 to 8 December 2032 and 13 to 14 February 2024")
	require.Len(t, m, 1)
	assert.Negative(t, m[0].End.Compare(m[0].Date), "ranges that are out of order end before they begin")
}

func TestMonth(t *testing.T) {
	t.Parallel()
	for m := time.January; m <= time.December; m++ {
		for _, s := range []string{m.String(), strings.ToUpper(m.String()), strings.ToLower(m.String())[:3]} {
			got, end := dates.Month("in "+s+" 2024", 3)
			assert.Equal(t, int(m), got, s)
			assert.Equal(t, 3+len(s), end, s)
		}
	}
	for _, s := range []string{"", "Ma", "Mayor", "Junes", "Novembers", "12"} {
		got, end := dates.Month(s, 0)
		assert.Zero(t, got, s)
		assert.Zero(t, end, s)
	}
}

var seeds = []string{
	"", "1", "1 May", "1 May 2024", "11 to 22 May 2026", "1 and 2 February 2024, 3", "between 30 December and 10 January 2020",
	"12/09/2016 to 06/10/2016", "31/02/2020", "99.99.9999", "1, 2, 3, 4 and 5 June 2019", "30 to 2 May 2021", "Monday Tuesday 3 June 2020",
	"1st of of May", "4–8 December 2023 and 13–14 February 2024", "0 January 0000", "1 May 2024 to", "on on 1 May 2024", "November 2022", "2018",
	"1\n\n\nMay\n2024", "\xe2\x80", "30 December 2019 – 10 January 2020",
}

func FuzzPeriods(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, 2000+i)
	}
	f.Fuzz(func(t *testing.T, s string, year int) {
		if year < 0 || year > 9999 {
			year = 0
		}
		periods, n := dates.Periods(s, year)
		if n < 0 || n > len(s) {
			t.Fatalf("%d of %d bytes read", n, len(s))
		}
		if n == 0 && len(periods) > 0 {
			t.Fatalf("%v of nothing read", periods)
		}
		for _, p := range periods {
			if p.Start.Precision() != civil.PrecisionDay || p.End.Precision() != civil.PrecisionDay || p.End.Compare(p.Start) < 0 {
				t.Fatalf("%q: %v to %v", s, p.Start, p.End)
			}
		}
		// What stands behind the dates does not change them, but for what may
		// itself be a part of a date.
		if again, m := dates.Periods(s[:n], year); m != n || written(again) != written(periods) {
			t.Fatalf("%q: %v alone, %v with what is behind it", s[:n], again, periods)
		}
	})
}

func FuzzMentions(f *testing.F) {
	for _, s := range seeds {
		f.Add("The inspection of " + s + " found more.")
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, m := range dates.Mentions(s) {
			if m.From < last || m.From >= m.To || m.To > len(s) {
				t.Fatalf("%q: a date at %d to %d, behind one that ends at %d", s, m.From, m.To, last)
			}
			last = m.To
			if m.Date.IsZero() || m.End == m.Date { // that it may be before it: TestMentionsKnownFailures
				t.Fatalf("%q: %v to %v", s, m.Date, m.End)
			}
		}
	})
}

func BenchmarkMentions(b *testing.B) {
	text := strings.Repeat("At the last inspection, in November 2022, 14 of 20 plans were late; on 1 and 2 February 2024 none was. ", 40)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		dates.Mentions(text)
	}
}

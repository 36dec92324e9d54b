package civil_test

import (
	"errors"
	"testing"
	"time"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/ilacs/parseerr"
)

// What is parsed prints as it was; what is refused has an error of one of the two
// kinds; and package time, the slow oracle, agrees on which days there are.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "2022", "2022-11", "2022-11-05", "2022-13", "2023-02-29", "2024-02-29", "0000", "9999-12-31",
		"2022-1-5", "5 November 2022", "2022-11-05T00:00:00Z", "2022-11-0\xff", "2022–11–05",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := civil.Parse(text)
		oracle, oracleErr := time.Parse(time.DateOnly, text)
		if len(text) == len(time.DateOnly) && (err == nil) != (oracleErr == nil && oracle.Year() > 0) {
			t.Fatalf("Parse(%q): %v; time.Parse: %v", text, err, oracleErr)
		}
		if err != nil {
			var fault *parseerr.Error
			if !errors.As(err, &fault) || fault.Offset < 0 || fault.Offset > len(text) {
				t.Fatalf("Parse(%q): %#v", text, err)
			}
			if errors.Is(err, parseerr.ErrSyntax) == errors.Is(err, civil.ErrNoSuchDate) {
				t.Fatalf("Parse(%q) wraps not one of the two errors: %v", text, err)
			}
			if d != (civil.Date{}) {
				t.Fatalf("Parse(%q) returns %v with an error", text, d)
			}
			return
		}
		if d.String() != text {
			t.Fatalf("Parse(%q) = %v", text, d)
		}
		if d.IsZero() || !d.Contains(d.First()) || !d.Contains(d.Last()) || !d.Contains(d) {
			t.Fatalf("%v does not contain its own days", d)
		}
		if d.First().Compare(d) < 0 || d.Last().Compare(d.First()) < 0 {
			t.Fatalf("%v is from %v to %v", d, d.First(), d.Last())
		}
		if before := d.First().AddDays(-1); !before.IsZero() && d.Contains(before) {
			t.Fatalf("%v contains the day before its first", d)
		}
		if after := d.Last().AddDays(1); !after.IsZero() && d.Contains(after) {
			t.Fatalf("%v contains the day after its last", d)
		}
	})
}

// Adding days and counting them are inverses.
func FuzzAddDays(f *testing.F) {
	f.Add(2022, 11, 5, 40)
	f.Add(2024, 2, 29, -366)
	f.Add(1, 1, 1, 3652058)
	f.Add(9999, 12, 31, 1)
	f.Add(2022, 11, 0, 1)
	f.Fuzz(func(t *testing.T, year, month, day, n int) {
		d, err := civil.New(year, month, day)
		if err != nil {
			return
		}
		e := d.AddDays(n)
		if e.IsZero() {
			return
		}
		days, ok := d.DaysUntil(e)
		if !ok || days != n || e.AddDays(-n) != d {
			t.Fatalf("%v and %d days is %v, which is %d days away", d, n, e, days)
		}
		if d.Compare(e) != 0 && (d.Compare(e) < 0) != (n > 0) {
			t.Fatalf("%v against %v, %d days on", d, e, n)
		}
	})
}

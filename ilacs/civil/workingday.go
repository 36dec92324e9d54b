package civil

import (
	_ "embed"
	"sync"
	"time"

	"github.com/ilacs-go/inspection/internal/tsv"
)

//go:embed bankholidays.tsv
var bankHolidaysTSV string

// holidays is what is known of the days that are no working days though they
// fall on a weekday.
type holidays struct {
	days        map[Date]bool
	first, last Date // the first and the last day of the years that are known
}

var bankHolidays = sync.OnceValue(func() holidays {
	h := holidays{days: make(map[Date]bool, 160)}
	for cells := range tsv.Rows("bankholidays.tsv", bankHolidaysTSV) {
		d := MustParse(cells[0])
		h.days[d] = true
		if h.first.IsZero() {
			h.first = Date{year: d.year}.First()
		}
		h.last = Date{year: d.year}.Last()
	}
	return h
})

// IsWorkingDay reports whether d is a working day in England: not a Saturday, a
// Sunday, Christmas Day, Good Friday or a bank holiday, as the Education and
// Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007 define
// it. It reports that this is not known for a date that lacks its day and, as
// bank holidays are proclaimed year by year, for days before 2013 and after
// 2028. From September 2026 on, the bank holidays are those that follow from the
// rule; others may yet be proclaimed.
func (d Date) IsWorkingDay() (working, known bool) {
	h := bankHolidays()
	weekday, ok := d.Weekday()
	if !ok || d.Compare(h.first) < 0 || d.Compare(h.last) > 0 {
		return false, false
	}
	return weekday != time.Saturday && weekday != time.Sunday && !h.days[d], true
}

// AddWorkingDays returns the nth working day after d, or before it if n is
// negative; d itself is not counted, working day or not. For an n of 0 it returns
// d. It reports false if it is not known of one of the days whether it is a
// working day: see [Date.IsWorkingDay].
func (d Date) AddWorkingDays(n int) (Date, bool) {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for _, known := d.IsWorkingDay(); known; {
		if n == 0 {
			return d, true
		}
		d = d.AddDays(step)
		var working bool
		if working, known = d.IsWorkingDay(); working {
			n--
		}
	}
	return Date{}, false
}

// WorkingDaysUntil returns the number of working days after d, up to and
// including e: if e is a working day, it is that many working days after d. If e
// is before d the number is negative, and again e is counted and d is not. It
// reports false if it is not known of one of the days whether it is a working
// day.
func (d Date) WorkingDaysUntil(e Date) (n int, ok bool) {
	_, known := d.IsWorkingDay()
	if _, also := e.IsWorkingDay(); !known || !also {
		return 0, false
	}
	step := 1
	if e.Compare(d) < 0 {
		step = -1
	}
	for d != e {
		d = d.AddDays(step)
		if working, _ := d.IsWorkingDay(); working {
			n += step
		}
	}
	return n, true
}

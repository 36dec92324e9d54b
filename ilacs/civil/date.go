// Package civil holds dates as inspection documents print them: a day, a month
// without its day ("November 2022"), or a year alone ("in 2018").
//
// A [Date] says what is known and no more. It has no time of day and no time
// zone, reads no clock, is comparable with ==, and works as a map key. Its text
// form is strict ISO 8601, cut short where the date is: "2022-11-05",
// "2022-11", "2022". The zero Date means that no date is known.
//
//	d, err := civil.Parse("2022-11")
//	d.Last() // 2022-11-30
package civil

import (
	"cmp"
	"time"
)

// The years that a Date can hold.
const (
	minYear = 1
	maxYear = 9999
)

// A Date is a date of the Gregorian calendar that may lack its day, or its
// month and its day. The zero Date is not a date: none is known.
//
// Dates are comparable with ==. "2022-11" and "2022-11-05" are different
// dates; whether one may mean the other is asked with [Date.Contains].
type Date struct {
	year  uint16
	month uint8
	day   uint8
}

// Precision says how much of a date is known.
type Precision uint8

// The precisions, the least first. The zero Precision is that of the zero Date.
const (
	PrecisionYear  Precision = 10
	PrecisionMonth Precision = 20
	PrecisionDay   Precision = 30
)

// New returns the date of a year, a month and a day. A day of 0 gives a month
// without its day, a month and a day of 0 a year alone. A date that is not in
// the calendar, a day without its month, or a year outside 1 to 9999 is a
// *parseerr.Error that wraps [ErrNoSuchDate]. New(0, 0, 0) is such an error too:
// write Date{} for a date that is not known.
func New(year, month, day int) (Date, error) {
	if reason := check(year, month, day); reason != "" {
		return Date{}, newError(year, month, day, reason)
	}
	return Date{uint16(year), uint8(month), uint8(day)}, nil
}

// Of returns the calendar day of t, in t's own location, and the zero Date if the
// year is outside 1 to 9999.
func Of(t time.Time) Date {
	year, month, day := t.Date()
	if year < minYear || year > maxYear {
		return Date{}
	}
	return Date{uint16(year), uint8(month), uint8(day)}
}

// check returns why the three numbers are not a date, or "".
func check(year, month, day int) string {
	switch {
	case year < minYear || year > maxYear:
		return "the year is not between 1 and 9999"
	case month == 0 && day != 0:
		return "a day without its month"
	case month < 0 || month > 12:
		return "the month is not between 1 and 12"
	case day < 0 || month != 0 && day > daysIn(year, time.Month(month)):
		return "the month has no such day"
	}
	return ""
}

// daysIn returns the number of days of a month.
func daysIn(year int, month time.Month) int {
	switch month {
	case time.April, time.June, time.September, time.November:
		return 30
	case time.February:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// Year returns the year, 0 for the zero Date.
func (d Date) Year() int { return int(d.year) }

// Month returns the month, 0 if it is not known.
func (d Date) Month() time.Month { return time.Month(d.month) }

// Day returns the day of the month, 0 if it is not known.
func (d Date) Day() int { return int(d.day) }

// IsZero reports whether no date is known.
func (d Date) IsZero() bool { return d == Date{} }

// Precision returns how much of the date is known.
func (d Date) Precision() Precision {
	switch {
	case d.day != 0:
		return PrecisionDay
	case d.month != 0:
		return PrecisionMonth
	case d.year != 0:
		return PrecisionYear
	}
	return 0
}

// Compare returns -1, 0 or 1 as d comes before e, is e, or comes after e, in a
// total order: by year, then month, then day, an unknown part before every known
// one. So the zero Date comes first, "2022" before "2022-11", and "2022-11"
// before "2022-11-01". The order is for sorting; where one date contains the
// other it says nothing about which day was earlier.
func (d Date) Compare(e Date) int {
	return cmp.Compare(d.number(), e.number())
}

// number returns the three parts as one number that orders as dates do.
func (d Date) number() uint32 {
	return uint32(d.year)<<16 | uint32(d.month)<<8 | uint32(d.day)
}

// First returns the first day that d may mean: 2022-11-01 for "2022-11". For the
// zero Date it returns the zero Date.
func (d Date) First() Date {
	if d.IsZero() {
		return d
	}
	return Date{d.year, max(d.month, 1), max(d.day, 1)}
}

// Last returns the last day that d may mean: 2022-11-30 for "2022-11". For the
// zero Date it returns the zero Date.
func (d Date) Last() Date {
	if d.IsZero() || d.day != 0 {
		return d
	}
	if d.month == 0 {
		d.month = 12
	}
	d.day = uint8(daysIn(int(d.year), time.Month(d.month)))
	return d
}

// Contains reports whether e is d or a part of d: a year contains its months
// and days, a month its days, and each date itself. The zero Date contains
// nothing, and nothing contains it.
func (d Date) Contains(e Date) bool {
	if d.IsZero() || e.IsZero() {
		return false
	}
	return d.year == e.year &&
		(d.month == 0 || d.month == e.month) &&
		(d.day == 0 || d.day == e.day)
}

// AddDays returns the day n days after d, or before it if n is negative. It
// returns the zero Date if d lacks its day or the result is outside the years 1 to
// 9999.
func (d Date) AddDays(n int) Date {
	const most = (maxYear + 1) * 366
	if d.day == 0 || n > most || n < -most {
		return Date{}
	}
	return Of(d.midnight().AddDate(0, 0, n))
}

// DaysUntil returns the number of days from d to e, negative if e is before d. It
// reports false if either lacks its day.
func (d Date) DaysUntil(e Date) (days int, ok bool) {
	if d.day == 0 || e.day == 0 {
		return 0, false
	}
	const day = 24 * 60 * 60
	return int((e.midnight().Unix() - d.midnight().Unix()) / day), true
}

// Weekday returns the day of the week. It reports false if the day is not known.
func (d Date) Weekday() (weekday time.Weekday, ok bool) {
	if d.day == 0 {
		return 0, false
	}
	return d.midnight().Weekday(), true
}

// midnight returns the start of a full date in UTC, in which every day has 24
// hours.
func (d Date) midnight() time.Time {
	return time.Date(int(d.year), time.Month(d.month), int(d.day), 0, 0, 0, 0, time.UTC)
}

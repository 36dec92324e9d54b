// Package dates reads dates as English documents print them: a single day, a
// range of days that may share its month or year, a month, a year.
package dates

import (
	"slices"
	"strings"

	"github.com/ilacs-go/inspection/ilacs/civil"
)

// Period is a range of days, both ends included.
type Period struct{ Start, End civil.Date }

// point is a date with what is printed of it: the day may stand alone, its
// month and year to be taken from the point after it, or, where the month was
// printed first, from the one before it.
type point struct {
	day, month, year int
	monthFirst       bool
}

type link uint8 // what stands between two points

const (
	none link = iota
	to        // "to", "until", a dash
	and       // "and", "&", a comma, a slash
)

// Periods reads the dates at the start of s: "11 to 22 May 2026", "1 and 2
// February 2024", "5 to 9 November 2021 and 14 to 15 January 2022",
// "12/09/2016 to 06/10/2016", "between 30 December 2019 and 10 January 2020",
// "September 24 and 25, 2019", "2019-09-24". What is missing of a point is taken
// from the point after it; a month later than the one after it belongs to the
// year before. n is how much of s was read; it is 0 where s does not begin with
// a date. A date without a year has year 0 in it and is dropped unless year is
// given. Where one of the days does not exist ("31 June to 4 July 2024") there are
// no periods: what is left of them would be wrong.
func Periods(s string, year int) (periods []Period, n int) {
	var room [mostPoints]point // on the stack: most of what is looked at is no date
	var linked [mostPoints]link
	points, links := room[:0], linked[:0]
	i := skip(s, 0)
	between := false
	if w, j := word(s, i); w == "between" || w == "from" || w == "on" {
		between = w == "between"
		i = skip(s, j)
	}
	i = skipThe(s, i)
	pending := none
	for len(points) < mostPoints {
		p, j, ok := readPoint(s, i)
		if !ok {
			break
		}
		if len(points) > 0 && p.month == 0 && points[len(points)-1].monthFirst {
			p.month, p.monthFirst = points[len(points)-1].month, true // "September 24 and 25"
			p.year, j = readYear(s, j)
		}
		if len(points) > 0 {
			links = append(links, pending)
		}
		points = append(points, p)
		n = j
		pending, i = readLink(s, j)
		if pending == none {
			break
		}
	}
	fill(points, year)
	if slices.ContainsFunc(points, point.isNoDay) {
		return nil, n
	}
	return group(points, links, between), n
}

// mostPoints is how many dates in a row are read as one list.
const mostPoints = 12

// fill gives each point what it takes from the point after it.
func fill(points []point, year int) {
	for i := len(points) - 1; i >= 0; i-- {
		p := &points[i]
		if i == len(points)-1 {
			if p.year == 0 {
				p.year = year
			}
			continue
		}
		next := points[i+1]
		if p.month == 0 {
			p.month = next.month
			if p.year == 0 && p.day > next.day && next.day > 0 { // "30 to 2 May": the month before
				p.month--
				if p.month == 0 {
					p.month, p.year = 12, next.year-1
				}
			}
		}
		if p.year == 0 {
			p.year = next.year
			if p.month > next.month {
				p.year--
			}
		}
	}
}

// group makes periods of the points. Single days joined by "and" are one
// period where they follow each other within three days.
func group(points []point, links []link, between bool) []Period {
	var out []Period
	for i := 0; i < len(points); i++ {
		start, ok := points[i].date()
		if !ok {
			continue
		}
		end := start
		if i < len(links) && (links[i] == to || between && i == 0) {
			e, ok := points[i+1].date()
			if !ok {
				continue
			}
			end = e
			i++
		} else if k := len(out); k > 0 && links[i-1] == and && near(out[k-1].End, start) {
			out[k-1].End = end
			continue
		}
		if end.Compare(start) < 0 {
			start, end = end, start
		}
		out = append(out, Period{start, end})
	}
	return out
}

func near(a, b civil.Date) bool {
	return a.Compare(b) <= 0 && b.Compare(a.AddDays(3)) <= 0
}

func (p point) date() (civil.Date, bool) {
	if p.year == 0 || p.month == 0 || p.day == 0 {
		return civil.Date{}, false
	}
	d, err := civil.New(p.year, p.month, p.day)
	return d, err == nil
}

// isNoDay reports whether a point is complete and no day of the calendar.
func (p point) isNoDay() bool {
	_, ok := p.date()
	return !ok && p.year != 0 && p.month != 0 && p.day != 0
}

// readPoint reads "9 November 2018", "9th November", "9", "9/11/2018",
// "9.11.18", "2018-11-09", "November 9, 2018" or "Monday, 9 November".
func readPoint(s string, i int) (p point, n int, ok bool) {
	if w, j := word(s, i); weekday(w) {
		i = skip(s, j)
		if i < len(s) && s[i] == ',' {
			i = skip(s, i+1)
		}
	}
	if p, n, ok := readISO(s, i); ok {
		return p, n, true
	}
	if m, j := Month(s, i); m > 0 {
		return readMonthFirst(s, i, m, j)
	}
	day, j := digits(s, i, 2)
	if j == i || day == 0 || day > 31 {
		return p, i, false
	}
	p.day = day
	if j < len(s) && (s[j] == '/' || s[j] == '.' && isDigit(s, j+1)) {
		sep := s[j]
		if m, k := digits(s, j+1, 2); k > j+1 && m >= 1 && m <= 12 && k < len(s) && s[k] == sep {
			if y, e := digits(s, k+1, 4); e == k+5 || e == k+3 {
				if e == k+3 {
					y += 2000
				}
				p.month, p.year = m, y
				return p, e, true
			}
		}
		if !isDayAndDay(s, j) {
			return p, i, false
		}
	}
	n = suffix(s, j)
	k := skip(s, n)
	if w, e := word(s, k); w == "of" {
		k = skip(s, e)
	}
	m, e := Month(s, k)
	if m == 0 {
		return p, n, true
	}
	p.month = m
	p.year, n = readYear(s, e)
	return p, n, true
}

// isDayAndDay reports whether the slash s[i] stands between two days of a month
// whose name follows: "6/7 February".
func isDayAndDay(s string, i int) bool {
	if s[i] != '/' {
		return false
	}
	_, end := digits(s, i+1, 2)
	month, _ := Month(s, skip(s, end))
	return end > i+1 && month > 0
}

// readMonthFirst reads the rest of a date whose month, which ends at s[j], is
// printed first: "November 14, 2019". A month with a year alone is no day.
func readMonthFirst(s string, i, month, j int) (p point, n int, ok bool) {
	k := skip(s, j)
	day, e := digits(s, k, 2)
	if e == k || isDigit(s, e) || day == 0 || day > 31 {
		return p, i, false
	}
	p = point{day: day, month: month, monthFirst: true}
	p.year, n = readYear(s, suffix(s, e))
	return p, n, true
}

// readISO reads "2018-11-09".
func readISO(s string, i int) (p point, n int, ok bool) {
	y, e := digits(s, i, 4)
	if e != i+4 || y < 1900 || y >= 2200 || e >= len(s) || s[e] != '-' {
		return p, i, false
	}
	m, k := digits(s, e+1, 2)
	if k != e+3 || k >= len(s) || s[k] != '-' {
		return p, i, false
	}
	d, n := digits(s, k+1, 2)
	return point{day: d, month: m, year: y}, n, n == k+3
}

// readYear reads the year after a date's day and month, with or without a comma
// before it; 0 where there is none.
func readYear(s string, i int) (year, end int) {
	k := skip(s, i)
	if k < len(s) && s[k] == ',' {
		k = skip(s, k+1)
	}
	if y, e := digits(s, k, 4); e == k+4 && y >= 1900 && y < 2200 && !isDigit(s, e) {
		return y, e
	}
	return 0, i
}

// suffix returns the offset after the letters of an ordinal number: "9th".
func suffix(s string, i int) int {
	switch w, j := word(s, i); w {
	case "st", "nd", "rd", "th":
		return j
	}
	return i
}

func readLink(s string, i int) (link, int) {
	k := skip(s, i)
	for _, dash := range []string{"\u2013", "\u2014", "\u2212", "-"} {
		if strings.HasPrefix(s[k:], dash) {
			return to, skip(s, k+len(dash))
		}
	}
	if k < len(s) && (s[k] == ',' || s[k] == '&' || s[k] == '/') {
		k = skip(s, k+1)
		if w, j := word(s, k); w == "and" {
			k = skip(s, j)
		}
		return and, k
	}
	switch w, j := word(s, k); w {
	case "to", "until", "till":
		return to, skipThe(s, skip(s, j))
	case "and":
		j = skip(s, j)
		if w, e := word(s, j); w == "on" || w == "from" {
			j = skip(s, e)
		}
		return and, skipThe(s, j)
	}
	return none, i
}

// skipThe skips the article before a day: "on the 6 and 7 February".
func skipThe(s string, i int) int {
	if w, j := word(s, i); w == "the" {
		return skip(s, j)
	}
	return i
}

var months = [...]string{1: "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// Month reads the name of a month at s[i], whole or its first three letters
// ("Sept" too), and returns its number and the offset after it; 0 if there is
// none.
func Month(s string, i int) (month, end int) {
	w, j := word(s, i)
	for m := 1; m < len(months); m++ {
		if w == months[m] || w == months[m][:3] || w == "sept" && m == 9 {
			return m, j
		}
	}
	return 0, i
}

func weekday(w string) bool {
	switch w {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun":
		return true
	}
	return false
}

// word is the run of letters at s[i], in lower case, and the offset after it.
func word(s string, i int) (string, int) {
	j := i
	for j < len(s) && (s[j]|0x20) >= 'a' && (s[j]|0x20) <= 'z' {
		j++
	}
	if j-i > 9 {
		return "", j
	}
	return strings.ToLower(s[i:j]), j
}

func digits(s string, i, most int) (value, end int) {
	j := i
	for j < len(s) && j < i+most && s[j] >= '0' && s[j] <= '9' {
		value = value*10 + int(s[j]-'0')
		j++
	}
	return value, j
}

func isDigit(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

func skip(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\n' || s[i] == '\t') {
		i++
	}
	return i
}

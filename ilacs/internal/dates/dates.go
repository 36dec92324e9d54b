// Package dates reads dates as English documents print them: a single day, a
// range of days that may share its month or year, a month, a year.
package dates

import (
	"strings"

	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/internal/text"
)

// Period is a range of days, both ends included.
type Period struct{ Start, End civil.Date }

// point is a printed date, 0 where a part of it is not printed: the day may stand
// alone, its month and year to be taken from the point after it.
type point struct{ day, month, year int }

// link is what stands between two points.
type link uint8

const (
	none link = iota
	to        // "to", "until", a dash
	and       // "and", "&", a comma
)

// Periods reads the dates at the start of s: "11 to 22 May 2026", "1 and 2
// February 2024", "5 to 9 December 2022 and 14 to 15 February 2023",
// "12/09/2016 to 06/10/2016", "between 30 December 2019 and 10 January 2020". A
// date that lacks its month or year takes it from the date after it; a month later
// than that date's is one of the year before. A last date without a year is one of
// the given year, and left out if that is 0. n is how much of s was read; it is 0
// if s does not begin with a date.
func Periods(s string, year int) (periods []Period, n int) {
	var points []point
	var links []link
	i := skip(s, 0)
	between := false
	if w, j := word(s, i); w == "between" || w == "from" || w == "on" {
		between = w == "between"
		i = skip(s, j)
	}
	pending := none
	for len(points) < mostPoints {
		p, j, ok := pointAt(s, i)
		if !ok {
			break
		}
		if len(points) > 0 {
			links = append(links, pending)
		}
		points = append(points, p)
		n = j
		pending, i = linkAt(s, j)
		if pending == none {
			break
		}
	}
	fill(points, year)
	return group(points, links, between), n
}

// mostPoints is the most dates in a row that are read as one list.
const mostPoints = 12

// fill gives each point what it lacks from the point after it.
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

// group returns the periods that the points are. Single days joined by "and" are
// one period if they follow each other within three days.
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

// near reports whether b is at most three days after a.
func near(a, b civil.Date) bool {
	return a.Compare(b) <= 0 && b.Compare(a.AddDays(3)) <= 0
}

// date returns the day of a point. It reports false if there is no such day.
func (p point) date() (civil.Date, bool) {
	if p.year == 0 || p.month == 0 || p.day == 0 {
		return civil.Date{}, false
	}
	d, err := civil.New(p.year, p.month, p.day)
	return d, err == nil
}

// pointAt reads "9 November 2018", "9th November", "9", "9/11/2018", "9.11.18" or
// "Monday 9 November" at s[i].
func pointAt(s string, i int) (p point, n int, ok bool) {
	if w, j := word(s, i); isWeekday(w) {
		i = skip(s, j)
	}
	day, j := digits(s, i, 2)
	if j == i || day == 0 || day > 31 {
		return p, i, false
	}
	p.day = day
	if j < len(s) && (s[j] == '/' || s[j] == '.') {
		var end int
		if p.month, p.year, end = monthYearInDigits(s, j); end == 0 {
			return point{}, i, false
		}
		return p, end, true
	}
	if w, k := word(s, j); w == "st" || w == "nd" || w == "rd" || w == "th" {
		j = k
	}
	n = j
	k := skip(s, j)
	if w, e := word(s, k); w == "of" {
		k = skip(s, e)
	}
	m, e := Month(s, k)
	if m == 0 {
		return p, n, true
	}
	p.month, n = m, e
	k = skip(s, e)
	if k < len(s) && s[k] == ',' {
		k = skip(s, k+1)
	}
	if y, e := digits(s, k, 4); e == k+4 && y >= 1900 && y < 2200 && !isDigitAt(s, e) {
		p.year, n = y, e
	}
	return p, n, true
}

// monthYearInDigits reads "/11/2018" or ".11.18" at s[i], and returns the offset
// after it, 0 if there is no such thing.
func monthYearInDigits(s string, i int) (month, year, end int) {
	month, j := digits(s, i+1, 2)
	if j == i+1 || month < 1 || month > 12 || j == len(s) || s[j] != s[i] {
		return 0, 0, 0
	}
	switch year, end = digits(s, j+1, 4); end - j {
	case 1 + 2:
		return month, 2000 + year, end
	case 1 + 4:
		return month, year, end
	}
	return 0, 0, 0
}

// linkAt reads what stands between two points at s[i], and returns the offset
// after it.
func linkAt(s string, i int) (link, int) {
	k := skip(s, i)
	for _, dash := range []string{"\u2013", "\u2014", "\u2212", "-"} {
		if strings.HasPrefix(s[k:], dash) {
			return to, skip(s, k+len(dash))
		}
	}
	if k < len(s) && (s[k] == ',' || s[k] == '&') {
		k = skip(s, k+1)
		if w, j := word(s, k); w == "and" {
			k = skip(s, j)
		}
		return and, k
	}
	switch w, j := word(s, k); w {
	case "to", "until", "till":
		return to, skip(s, j)
	case "and":
		j = skip(s, j)
		if w, e := word(s, j); w == "on" || w == "from" {
			j = skip(s, e)
		}
		return and, j
	}
	return none, i
}

var months = [...]string{1: "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// Month reads the name of a month at s[i], in full or its first three letters
// ("Sept" too), and returns its number and the offset after it; month is 0 if
// there is none.
func Month(s string, i int) (month, end int) {
	w, j := word(s, i)
	if len(w) < 3 {
		return 0, i
	}
	for m := 1; m < len(months); m++ {
		if w == months[m] || w == months[m][:3] || w == "sept" && m == 9 {
			return m, j
		}
	}
	return 0, i
}

func isWeekday(w string) bool {
	switch w {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	}
	return false
}

// word returns the run of letters at s[i], in lower case, and the offset after
// it. A run longer than any word in a date is "".
func word(s string, i int) (string, int) {
	j := i
	for j < len(s) && text.IsLetter(s[j]) {
		j++
	}
	if j-i > len("wednesday") {
		return "", j
	}
	return text.Lower(s[i:j]), j
}

// digits returns the value of up to so many digits at s[i], and the offset after
// them.
func digits(s string, i, most int) (value, end int) {
	j := i
	for j < len(s) && j < i+most && text.IsDigit(s[j]) {
		value = value*10 + int(s[j]-'0')
		j++
	}
	return value, j
}

func isDigitAt(s string, i int) bool { return i < len(s) && text.IsDigit(s[i]) }

// skip returns the offset of the first byte from s[i] on that is not a space.
func skip(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\n' || s[i] == '\t') {
		i++
	}
	return i
}

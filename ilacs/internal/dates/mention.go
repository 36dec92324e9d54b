package dates

import (
	"github.com/ilacs-go/inspection/ilacs/civil"
	"github.com/ilacs-go/inspection/internal/text"
)

// Mention is a date in running text, as precise as the text is.
type Mention struct {
	Date     civil.Date
	End      civil.Date // the last day of a range of days, else the zero Date
	From, To int        // where it stands in the text
	BareYear bool       // a year without a month
}

// Mentions returns the dates in s, in order: "1 and 2 February 2024", "November
// 2022", "2018".
func Mentions(s string) []Mention {
	var out []Mention
	for i := 0; i < len(s); i++ {
		if i > 0 && (text.IsLetter(s[i-1]) || text.IsDigit(s[i-1]) || s[i-1] == '.' && isDigitAt(s, i)) {
			continue
		}
		var m Mention
		var end int
		switch c := s[i]; {
		case text.IsDigit(c):
			m, end = numberMention(s, i)
		case c >= 'A' && c <= 'Z':
			m, end = monthMention(s, i)
		}
		if !m.Date.IsZero() {
			out = append(out, m)
		}
		i = max(i, end-1)
	}
	return out
}

// The years of a mention without a day: a number outside them is not a year.
const firstYear, lastYear = 1990, 2099

// numberMention reads days or a year at s[i], and returns the offset after what
// it has read, which need not be a mention. A number of four digits is a year
// unless a digit, a sign or a unit after it says that it is something else.
func numberMention(s string, i int) (m Mention, end int) {
	if p, n := Periods(s[i:], 0); len(p) > 0 {
		m = Mention{Date: p[0].Start, From: i, To: i + n}
		if last := p[len(p)-1].End; last != m.Date {
			m.End = last
		}
		return m, m.To
	}
	year, end := digits(s, i, 4)
	if end != i+4 || year < firstYear || year > lastYear || isDigitAt(s, end) {
		return m, 0
	}
	if end < len(s) && (s[end] == '%' || s[end] == ',' && isDigitAt(s, end+1)) {
		return m, end
	}
	d, _ := civil.New(year, 0, 0)
	return Mention{Date: d, From: i, To: end, BareYear: true}, end
}

// monthMention reads a month and its year at s[i], and returns the offset after
// them, 0 if there is no such thing.
func monthMention(s string, i int) (m Mention, end int) {
	month, after := Month(s, i)
	if month == 0 {
		return m, 0
	}
	at := skip(s, after)
	year, end := digits(s, at, 4)
	if end != at+4 || year < firstYear || year > lastYear {
		return m, 0
	}
	d, _ := civil.New(year, month, 0)
	return Mention{Date: d, From: i, To: end}, end
}
